// Runs in the page that a browser shows. What is asked for is in `request.what`:
//   measure  how many words stand there, and where
//   decline  press what says no in a dialog about cookies; gives what was pressed, "" for nothing
//   open     open closed panels, tabs and "read more"; gives how many
//   scroll   go one screen down; gives whether there was more
//   write    the page as HTML, shadow trees written out where they show, frames filled from `request.frames`
async (request) => {
  const words = request.words || {};
  const MOST_PRESSED = 400, LONGEST_OPENING = 9000, TICK = 40;
  const OUTSIDE = "nav, header, footer, aside, menu, [role=navigation], [role=banner], [role=contentinfo]," +
    " [role=menu], [role=menubar], [role=search], [role=dialog], [role=alertdialog], dialog, form";
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const label = (element) => (element.getAttribute("aria-label") || element.value || element.textContent || "")
    .trim().replace(/\s+/g, " ").replace(/[.!…]+$/, "").toLowerCase();
  const says = (element, list) => { const said = label(element); return said.length < 60 && list.includes(said); };

  function* everything(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* everything(element.shadowRoot);
    }
  }
  const matching = (selector) => [...everything(document)].filter((element) => element.matches(selector));
  const within = (element, selector) => {
    for (let at = element; at; at = at.parentElement || (at.getRootNode().host ?? null)) {
      if (at.matches(selector)) return true;
    }
    return false;
  };

  // What panels said when they were open.
  const kept = (window[Symbol.for("policydiff-panels")] ||= []);

  function measure() {
    const text = document.body ? document.body.innerText || "" : "";
    const said = [text, ...kept.map(({ copy }) => copy.textContent)];
    for (const element of everything(document)) {
      if (element.shadowRoot) said.push(...[...element.shadowRoot.children].map((one) => one.innerText || ""));
    }
    const all = said.join(" ");
    return { words: all.split(/\s+/).filter(Boolean).length, letters: all.length, url: location.href };
  }

  function dialogs() {
    const marked = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
    const named = /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|cmp|onetrust|didomi|usercentrics)/i;
    const found = matching("*").filter((element) => element.matches(marked) ||
      named.test(`${element.id} ${element.getAttribute("class") || ""}`));
    if (request.whole && document.body) found.push(document.body);
    return found.filter((element) => {
      const text = (element.textContent || "").slice(0, 5000).toLowerCase();
      return text.length < 5000 && words.about.some((word) => text.includes(word));
    });
  }

  function decline() {
    for (const list of [words.decline, words.close]) {
      for (const dialog of dialogs()) {
        for (const button of everything(dialog)) {
          if (!button.matches("button, [role=button], a, input[type=button], input[type=submit]")) continue;
          if (says(button, list)) {
            setTimeout(() => button.click());  // the press may take this very frame away, and the answer with it
            return label(button);
          }
        }
      }
    }
    return "";
  }

  const panelOf = (toggle) => {
    const named = (toggle.getAttribute("aria-controls") || "").split(/\s+/)[0];
    const root = toggle.getRootNode();
    if (named && root.getElementById && root.getElementById(named)) return root.getElementById(named);
    const heading = toggle.closest("h1, h2, h3, h4, h5, h6") || toggle;
    return heading.nextElementSibling;
  };
  const keep = (toggle) => {
    const panel = panelOf(toggle);
    if (!panel || !panel.textContent.trim()) return;
    const before = kept.findIndex((one) => one.toggle === toggle);  // pressed a second time
    kept.splice(before < 0 ? kept.length : before, 1, { toggle, panel, copy: panel.cloneNode(true) });
  };
  // A press that would lead to another page opens nothing.
  const stays = (element) => {
    const link = element.closest("a[href]");
    return !link || /^(?:#|javascript:)/i.test(link.getAttribute("href"));
  };

  async function open() {
    let opened = 0;
    const until = performance.now() + LONGEST_OPENING;
    for (const details of matching("details:not([open])")) {
      if (!within(details, OUTSIDE)) { details.open = true; opened += 1; }
    }
    const pressed = new Set();
    for (let round = 0; round < 3; round += 1) {
      const closed = matching('[aria-expanded="false"], [role=tab], button, [role=button], [data-bs-toggle=collapse]')
        .filter((element) => !pressed.has(element) && !within(element, OUTSIDE) && stays(element) &&
          !/^(?:menu|true|listbox|dialog|tree|grid)$/.test(element.getAttribute("aria-haspopup") || "") &&
          (element.matches('[aria-expanded="false"], [role=tab], [data-bs-toggle=collapse]') || says(element, words.more)));
      if (!closed.length) break;
      for (const element of closed) {
        if (opened >= MOST_PRESSED || performance.now() > until) return opened;
        pressed.add(element);
        if (element.getAttribute("aria-selected") === "true") { keep(element); continue; }
        if (element.getAttribute("aria-expanded") === "true") continue;
        element.click();
        opened += 1;
        await pause(TICK);
        if (element.matches('[role=tab], [aria-expanded]')) keep(element);
      }
    }
    await pause(TICK * 3);
    return opened;
  }

  // What a panel said that was closed again when the next one opened, beside what it says now.
  function putBack() {
    for (const { toggle, panel, copy } of kept.splice(0)) {
      const said = copy.textContent.trim();
      const now = panel.isConnected ? panel.textContent.trim() : "";
      if (now === said) continue;
      copy.removeAttribute("hidden");
      if (panel.isConnected && toggle.matches("[role=tab]")) panel.before(copy);
      else if (panel.isConnected && !now) panel.after(copy);
      else if (!panel.isConnected && toggle.isConnected) {
        const beside = panelOf(toggle);
        if (beside && beside.textContent.trim() === said) continue;
        (toggle.closest("h1, h2, h3, h4, h5, h6") || toggle).after(copy);
      }
    }
  }

  function scroll() {
    const before = window.scrollY;
    window.scrollBy(0, Math.max(600, window.innerHeight * 0.9));
    for (const element of matching("main, article, section, div")) {
      if (element.scrollHeight > element.clientHeight + 200 && element.clientHeight > 200) {
        const style = getComputedStyle(element).overflowY;
        if (style === "auto" || style === "scroll") element.scrollBy(0, element.clientHeight * 0.9);
      }
    }
    return window.scrollY > before;
  }

  const EMPTY = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
  const RAW = new Set("script style xmp iframe noembed noframes plaintext noscript".split(" "));
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

  function write() {
    putBack();
    const out = [];
    let size = 0;
    const put = (text) => { size += text.length; if (size <= request.most) out.push(text); };
    const doctype = document.doctype ? `<!DOCTYPE ${document.doctype.name}>\n` : "";
    put(doctype);
    const children = (node) => {
      if (node.localName === "slot" && node.assignedNodes && node.assignedNodes().length) return node.assignedNodes();
      if (node.shadowRoot) return node.shadowRoot.childNodes;
      return node.localName === "template" ? node.content.childNodes : node.childNodes;
    };
    const steps = [document.documentElement];
    while (steps.length && size <= request.most) {
      const node = steps.pop();
      if (typeof node === "string") { put(node); continue; }
      if (node.nodeType === Node.TEXT_NODE) {
        const raw = node.parentElement && RAW.has(node.parentElement.localName);
        put(raw ? node.data : escaped(node.data));
        continue;
      }
      if (node.nodeType === Node.COMMENT_NODE) { put(`<!--${node.data.replace(/--+>?/g, "-")}-->`); continue; }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const name = node.localName;
      let attributes = "";
      for (const { name: key, value } of node.attributes) {
        if (key !== "srcdoc" || name !== "iframe") attributes += ` ${key}="${quoted(value)}"`;
      }
      if (name === "iframe") {
        const shown = request.frames && request.frames[node.getAttribute("data-policydiff-frame") || ""];
        if (shown || node.srcdoc) attributes += ` srcdoc="${quoted(shown || node.srcdoc)}"`;
      }
      put(`<${name}${attributes}>`);
      if (EMPTY.has(name)) continue;
      steps.push(`</${name}>`);
      const inside = [...children(node)];
      for (let place = inside.length - 1; place >= 0; place -= 1) steps.push(inside[place]);
    }
    return { html: out.join(""), cut: size > request.most };
  }

  return { measure, decline, open, scroll, write }[request.what]();
}
