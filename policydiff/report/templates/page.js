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
  const place = document.querySelector(".tools-place");
  if (place) place.append(bar);
  else document.querySelector(".regardless > summary").after(bar);

  // --- parts: of a page of thousands of changes only what is open is worked on ---
  const parts = all(".policy > .part");
  const open = () => parts.length ? parts.filter(part => part.open) : [policy];
  const part = one => one.closest(".policy > .part");

  // --- side by side: each reworded paragraph twice, without what the other side has ---
  const paired = within => ["p", "h3", "h4", "h5"].flatMap(tag => all(`:scope > .change > ${tag}`, within))
    .filter(words => words.querySelector("ins") && words.querySelector("del") && !words.closest(".pair"));
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
  const pair = within => {
    for (const words of paired(within)) {
      if (words.previousElementSibling?.classList.contains("pair")) continue;
      const both = make("div", "pair");
      both.append(column(words, "ins", "Before"), column(words, "del", "Now"));
      words.before(both);
    }
  };
  const part_in_two = within => {
    for (const change of all(":scope > .change", within)) {
      const names = all(":scope > .side-of", change);
      const texts = names.map(name => name.nextElementSibling);
      if (names.length !== 2 || texts.some(text => !text || text.matches(".side-of"))) continue;
      const both = make("div", "two-texts");
      names[0].before(both);
      names.forEach((name, place) => {
        const cell = make("div", "column-of");
        cell.append(name, texts[place]);
        both.append(cell);
      });
    }
  };
  const show = sides => {
    policy.classList.toggle("is-beside", sides);
    beside.setAttribute("aria-pressed", String(sides));
    if (sides) open().forEach(pair);
  };
  open().forEach(part_in_two);
  for (const one of parts) {
    one.addEventListener("toggle", () => {
      if (!one.open) return;
      part_in_two(one);
      if (policy.classList.contains("is-beside")) pair(one);
    });
  }
  beside.hidden = !parts.length && !paired(policy).length && !document.querySelector(".two-texts");
  beside.addEventListener("click", () => show(!policy.classList.contains("is-beside")));
  show(matchMedia("(min-width: 64rem)").matches);

  // --- filter and search, in slices, so that a page of thousands of changes answers the next key ---
  const texts = new Map();
  const text = one => texts.get(one) ?? texts.set(one, one.textContent.toLowerCase()).get(one);
  const told = (shown, hit) => `${shown} ${shown === 1 ? "finding" : "findings"}, ${hit} ${hit === 1 ? "change" : "changes"}`;
  let run = 0;
  const narrow = () => {
    const words = search.value.trim().toLowerCase();
    const mine = ++run;
    let shown = 0;
    for (const one of findings) {
      one.hidden = (matter.value && one.dataset.matter !== matter.value) || (words && !text(one).includes(words));
      shown += !one.hidden;
    }
    for (const card of all(".card")) card.hidden = !all(".finding", card).some(one => !one.hidden);
    if (words || matter.value) all(".minor").forEach(one => { one.open = true; });
    let hit = 0;
    let next = 0;
    const slice = () => {
      if (mine !== run) return;  // somebody typed on
      const until = performance.now() + 12;
      while (next < changes.length && performance.now() < until) {
        const one = changes[next++];
        one.classList.toggle("is-out", Boolean(words) && !text(one).includes(words));
        hit += !one.classList.contains("is-out");
      }
      if (next < changes.length) setTimeout(slice);
      else status.textContent = words || matter.value ? told(shown, hit) : "";
    };
    slice();
  };
  search.addEventListener("input", narrow);
  matter.addEventListener("change", narrow);

  // --- keys: n and p, or j and k, lead from change to change ---
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); return; }
    const step = {n: 1, j: 1, p: -1, k: -1}[event.key];
    if (!step) return;
    const kept = changes.filter(one => !one.classList.contains("is-out"));
    if (!kept.length) return;
    const here = kept.indexOf(document.activeElement);
    const seen = here < 0 ? kept.filter(one => one.getClientRects().length) : [];
    const below = seen.find(one => one.getBoundingClientRect().top > 40);
    const from = here >= 0 ? here : kept.indexOf(below ?? seen.at(-1)) - (below && step > 0 ? 1 : below ? 0 : -1);
    const to = kept[Math.min(kept.length - 1, Math.max(0, from + step))];
    if (part(to)) part(to).open = true;
    to.tabIndex = -1;
    to.focus();
    to.scrollIntoView({block: "start"});
  });
  bar.append(make("span", "quiet keys", "Keys: n next change, p previous, / search"));
})();
