"use strict";
// Comfort for a page that reads well without it: side by side, a filter, a search, keys. Builds its own controls,
// so that a page without scripts has none that do nothing. Texts are only ever moved and hidden, never parsed.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, name, text = "") => Object.assign(document.createElement(tag), {className: name, textContent: text});
  const policy = document.querySelector(".policy");
  const changes = all(".change[id]");
  const findings = all(".finding");
  if (!policy || !changes.length) return;

  // --- controls ---
  const bar = make("div", "tools");
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Search and filter the changes");
  const search = make("input", "search");
  Object.assign(search, {type: "search", placeholder: "Search the changes"});
  search.setAttribute("aria-label", "Search the changes");
  const matter = make("select", "filter");
  matter.setAttribute("aria-label", "Show findings about");
  const matters = [...new Set(findings.map(found => found.dataset.matter))].sort();
  for (const [value, text] of [["", "All matters"], ...matters.map(one => [one, one])])
    matter.append(Object.assign(make("option", "", text), {value}));
  const beside = make("button", "beside", "Side by side");
  beside.type = "button";
  const status = make("span", "quiet");
  status.setAttribute("role", "status");
  bar.append(search, ...(matters.length > 1 ? [matter] : []), status);
  document.querySelector(".legend").append(" ", beside);
  const regardless = document.querySelector(".regardless > summary");
  if (regardless) regardless.after(bar);
  else document.querySelector(".substance, .figures, [aria-labelledby=changed]").before(bar);

  // --- side by side: each reworded paragraph twice, without what the other side has ---
  const paired = all(".policy > .change > p, .policy > .change > h3, .policy > .change > h4, .policy > .change > h5")
    .filter(words => words.querySelector("ins") && words.querySelector("del"));
  const drop = edit => {  // with the blank that parted it from the other side, where a sign follows
    const [before, after] = [edit.previousSibling, edit.nextSibling];
    if (before?.nodeType === Node.TEXT_NODE && (!after || /^[\s,.;:!?)\]]/.test(after.textContent)))
      before.data = before.data.trimEnd();
    edit.remove();
  };
  const column = (words, without, name) => {
    const copy = words.cloneNode(true);
    all(without, copy).forEach(drop);
    all("[id]", copy).forEach(one => one.removeAttribute("id"));
    const cell = make("div", "column-of");
    cell.append(Object.assign(make("p", "side-of", name), {lang: "en"}), copy);
    return cell;
  };
  const show = sides => {
    policy.classList.toggle("is-beside", sides);
    beside.setAttribute("aria-pressed", String(sides));
    for (const words of paired) {
      if (sides && !words.previousElementSibling?.classList.contains("pair")) {
        const pair = make("div", "pair");
        pair.append(column(words, "ins", "Before"), column(words, "del", "Now"));
        words.before(pair);
      }
    }
  };
  for (const change of all(".policy > .change")) {
    const names = all(":scope > .side-of", change);
    const texts = names.map(name => name.nextElementSibling);
    if (names.length !== 2 || texts.some(text => !text || text.matches(".side-of"))) continue;
    const apart = make("div", "apart");
    names[0].before(apart);
    names.forEach((name, place) => {
      const cell = make("div", "column-of");
      cell.append(name, texts[place]);
      apart.append(cell);
    });
  }
  beside.hidden = !paired.length && !document.querySelector(".apart");
  beside.addEventListener("click", () => show(!policy.classList.contains("is-beside")));
  show(matchMedia("(min-width: 64rem)").matches && !document.body.classList.contains("many"));

  // --- filter and search ---
  const texts = new Map();
  const text = one => texts.get(one) ?? texts.set(one, one.textContent.toLowerCase()).get(one);
  const narrow = () => {
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const one of findings) {
      one.hidden = (matter.value && one.dataset.matter !== matter.value) || (words && !text(one).includes(words));
      shown += !one.hidden;
    }
    for (const card of all(".card")) card.hidden = !all(".finding", card).some(one => !one.hidden);
    let hit = 0;
    for (const one of changes) {
      one.classList.toggle("is-out", Boolean(words) && !text(one).includes(words));
      hit += !one.classList.contains("is-out");
    }
    if (words || matter.value) all(".minor").forEach(one => { one.open = true; });
    status.textContent = words || matter.value ? `${shown} ${shown === 1 ? "finding" : "findings"}, ${hit} ${hit === 1 ? "change" : "changes"}` : "";
  };
  search.addEventListener("input", narrow);
  matter.addEventListener("change", narrow);

  // --- keys: n and p, or j and k, lead from change to change ---
  let at = -1;
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); return; }
    const step = {n: 1, j: 1, p: -1, k: -1}[event.key];
    if (!step) return;
    const open = changes.filter(one => !one.classList.contains("is-out"));
    if (!open.length) return;
    const top = open.findIndex(one => one.getBoundingClientRect().top > 40);
    const from = at >= 0 && open[at] === document.activeElement ? at : step > 0 ? (top < 0 ? open.length : top) - 1 : top < 0 ? open.length : top;
    at = Math.min(open.length - 1, Math.max(0, from + step));
    open[at].tabIndex = -1;
    open[at].focus();
    open[at].scrollIntoView({block: "start"});
  });
  bar.append(make("span", "quiet keys", "Keys: n next change, p previous, / search"));
})();
