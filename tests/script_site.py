"""A site whose policy is built by script, each page in another way, and the same as a server would send it.

The company does not exist. Every page says the same words as `TWIN` to a reader who says no to cookies and
opens what is closed; what else the pages do, good and bad, is what such pages do.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.servers import Server, answer, silence

if TYPE_CHECKING:
    import socket

    from tests.servers import Page, Request

SECTIONS = (
    ("What we collect", "We collect the name and the postal address that you give us when you order a lamp from us. "
     "We also collect the times at which your lamps are lit, and the rooms that you put them in."),
    ("Why we use it", "We use this information to send you what you ordered and to repair what is broken. "
     "We do not use it to train models, and nobody is paid for it."),
    ("Who receives it", "We share your address with the carriers who bring the parcels. "
     "We share the times of your lamps with nobody unless a court orders us to do so."),
    ("How long we keep it", "We keep your orders for ten years, because tax law obliges us to do so. "
     "We delete the times of your lamps after thirty days."),
    ("Your rights", "You may ask for a copy of your information, have it corrected or deleted, and object to its use. "
     "Write to privacy@lanternworks.example, and we answer within one month."),
)  # fmt: skip
HEAD = "<!doctype html><html lang=en><head><title>Lanternworks Privacy Policy</title></head><body>"
INTRO = "<h1>Privacy Policy</h1><p>Effective 3 March 2025</p><p>This policy tells what Lanternworks does with information about you.</p>"
BODY = "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in SECTIONS)
TWIN = f"{HEAD}<main>{INTRO}{BODY}</main></body></html>".encode()

_DATA = json.dumps([{"name": name, "text": text} for name, text in SECTIONS])
_FILL = """
function fill(root, sections) {
  root.innerHTML = INTRO;
  for (const section of sections) {
    const heading = document.createElement("h2"); heading.textContent = section.name;
    const text = document.createElement("p"); text.textContent = section.text;
    root.append(heading, text);
  }
}
"""
_TOOLS = f"const INTRO = {json.dumps(INTRO)};{_FILL}"
_STUCK = "const ask = new XMLHttpRequest(); ask.open('GET', '/silence', false); ask.send();"
"""A script that waits for an answer that never comes, and no other script of the page runs meanwhile."""
_SOON = "fetch('/sections.json').then(a => a.json()).then(s => fill(document.querySelector('main'), s));"


def page(script: str, body: str = "<div id=app><main></main></div>") -> Page:
    """A page that holds nothing but a script."""
    return answer(f"{HEAD}{body}<script>{_TOOLS}{script}</script></body></html>".encode())


PANELS = """
const main = document.querySelector("main"); main.innerHTML = INTRO;
fetch("/sections.json").then(a => a.json()).then(sections => sections.forEach((section, place) => {
  const heading = document.createElement("h2"), button = document.createElement("button");
  button.textContent = section.name; button.type = "button"; button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "panel" + place);
  button.onclick = () => {  // one panel at a time, and a closed one is gone
    document.querySelectorAll("[data-panel]").forEach(p => p.remove());
    document.querySelectorAll("[aria-expanded]").forEach(b => b.setAttribute("aria-expanded", "false"));
    const panel = document.createElement("div"); panel.id = "panel" + place; panel.dataset.panel = "";
    panel.innerHTML = "<p>" + section.text + "</p>"; heading.after(panel);
    button.setAttribute("aria-expanded", "true");
  };
  heading.append(button); main.append(heading);
}));
"""
CONSENT = """
document.body.insertAdjacentHTML("beforeend", `<div role="dialog" aria-modal="true" class="cookie-wall">
  <p>We use cookies. Do you consent to all cookies of our partners?</p>
  <button id="yes">Accept all</button> <button id="no">Reject all</button></div>`);
document.getElementById("yes").onclick = () => fetch("/accepted");
document.getElementById("no").onclick = () => { fetch("/rejected"); document.querySelector(".cookie-wall").remove(); SOON };
""".replace("SOON", _SOON)  # fmt: skip
ENDLESS = (
    _SOON
    + """
let number = 0;
setInterval(() => fetch("/tick?" + (number += 1)), 80);
new IntersectionObserver(() => { const more = document.createElement("div"); more.className = "related";
  more.style.height = "900px"; document.querySelector("#related").append(more); }).observe(document.querySelector("#end"));
"""
)
LAZY = """
const main = document.querySelector("main"); main.innerHTML = INTRO;
fetch("/sections.json").then(a => a.json()).then(sections => sections.forEach(section => {
  const place = document.createElement("section"); place.style.minHeight = "1800px"; main.append(place);
  new IntersectionObserver((seen, watch) => { if (!seen[0].isIntersecting) return; watch.disconnect();
    setTimeout(() => { place.innerHTML = "<h2>" + section.name + "</h2><p>" + section.text + "</p>"; }, 60);
  }).observe(place);
}));
"""
SHADOW = """
customElements.define("legal-text", class extends HTMLElement { connectedCallback() {
  const root = this.attachShadow({mode: "open"}); root.innerHTML = "<main></main>";
  fetch("/sections.json").then(a => a.json()).then(s => fill(root.querySelector("main"), s)); } });
document.querySelector("#app").innerHTML = "<legal-text></legal-text>";
"""
TABS = """
const main = document.querySelector("main"); main.innerHTML = INTRO + "<div role=tablist></div><div role=tabpanel id=shown></div>";
fetch("/sections.json").then(a => a.json()).then(sections => sections.forEach((section, place) => {
  const tab = document.createElement("button"); tab.setAttribute("role", "tab"); tab.textContent = section.name;
  tab.setAttribute("aria-controls", "shown"); tab.setAttribute("aria-selected", String(place === 0));
  const select = () => { document.querySelectorAll("[role=tab]").forEach(t => t.setAttribute("aria-selected", String(t === tab)));
    document.getElementById("shown").innerHTML = "<h2>" + section.name + "</h2><p>" + section.text + "</p>"; };
  tab.onclick = select; document.querySelector("[role=tablist]").append(tab);
  if (place === 0) select();
}));
"""
ROUTER = """
const show = () => { if (location.hash === "#/legal/privacy") SOON else document.querySelector("main").innerHTML = "<h1>Lamps</h1>"; };
addEventListener("hashchange", show); show();
""".replace("SOON", _SOON)
PUSHED = "setTimeout(() => { history.pushState({}, '', '/legal/privacy'); " + _SOON + " }, 400);"
PIECES = """
const main = document.querySelector("main"); main.innerHTML = INTRO;
fetch("/sections.json").then(a => a.json()).then(sections => sections.forEach((section, place) => setTimeout(() =>
  main.insertAdjacentHTML("beforeend", "<h2>" + section.name + "</h2><p>" + section.text + "</p>"), 500 * place)));
"""
MORE = """
fetch("/sections.json").then(a => a.json()).then(sections => {
  const main = document.querySelector("main"); fill(main, sections.slice(0, 2));
  const more = document.createElement("button"); more.textContent = "Read more"; main.append(more);
  more.onclick = () => { more.remove(); fill(main, sections); };
});
"""
REACT = """
const { createElement: e, useEffect, useState } = React;
function Section({ name, text }) {
  const [open, setOpen] = useState(false);
  return e(React.Fragment, null,
    e("h2", null, e("button", { type: "button", "aria-expanded": open, onClick: () => setOpen(!open) }, name)),
    open && e("p", null, text));
}
function Consent({ done }) {
  return e("div", { role: "dialog", "aria-modal": true, className: "consent" },
    e("p", null, "We use cookies. May our partners read them?"),
    e("button", { onClick: () => fetch("/accepted") }, "Accept all"), e("button", { onClick: done }, "Decline all"));
}
function Policy() {
  const [sections, setSections] = useState([]), [asked, setAsked] = useState(true);
  useEffect(() => { fetch("/sections.json").then(a => a.json()).then(setSections); }, []);
  return e(React.Fragment, null, asked && e(Consent, { done: () => setAsked(false) }), e("main", null,
    e("div", { dangerouslySetInnerHTML: { __html: INTRO } }), sections.map(s => e(Section, { key: s.name, ...s }))));
}
ReactDOM.createRoot(document.querySelector("#app")).render(e(Policy));
"""
"""A policy as an application of React shows it. The library itself is not kept here: `benchmarks.browser` gets it."""
CHALLENGE = (
    b"<!doctype html><html lang=en><title>Just a moment</title><body><p>Checking your browser before you go on."
    b"<script>setTimeout(() => { document.cookie = 'passed=' + (6 * 7); location.reload(); }, 400)</script>"
)


def challenged(server: Server, request: Request, connection: socket.socket) -> None:
    """The policy for whoever ran the script, a test for everybody else."""
    passed = "passed=42" in request.headers.get("Cookie", "")
    answer(TWIN if passed else CHALLENGE)(server, request, connection)


def refused_with_a_test(server: Server, request: Request, connection: socket.socket) -> None:
    """The same, as a guard does it that says so in a header."""
    passed = "passed=42" in request.headers.get("Cookie", "")
    told = answer(TWIN) if passed else answer(CHALLENGE, status=403, cf_mitigated="challenge")
    told(server, request, connection)


PAGES: dict[str, Page] = {
    "/twin": answer(TWIN),
    "/shell": page(f"setTimeout(() => {{ {_SOON} }}, 300);"),
    "/panels": page(PANELS),
    "/consent": page(CONSENT),
    "/endless": page(ENDLESS, "<div id=app><main></main><aside id=related></aside><div id=end></div></div>"),
    "/lazy": page(LAZY),
    "/shadow": page(SHADOW),
    "/tabs": page(TABS),
    "/frame": page("", "<div id=app><iframe src=/twin width=900 height=4000></iframe></div>"),
    "/router": page(ROUTER),
    "/pushed": page(PUSHED),
    "/pieces": page(PIECES),
    "/more": page(MORE),
    "/react": page(
        REACT, "<div id=app></div><script src=/react.js></script><script src=/react-dom.js></script>"
    ),
    "/challenge": challenged,
    "/guarded": refused_with_a_test,
    "/sections.json": answer(_DATA.encode(), Content_Type="application/json"),
    "/storm": page(_SOON + "for (let n = 0; n < 20; n++) window.open('/popup?' + n); alert('Win'); confirm('Sure');"),
    "/private": page("location.href = 'http://10.0.0.7/secret';"),
    "/curious": page(_SOON + "fetch('http://10.0.0.7/secret'); new WebSocket('ws://10.0.0.7/');"),
    "/hanging": page(f"{_SOON} setTimeout(() => {{ {_STUCK} }}, 200);"),
    "/silence": silence,
    "/hungry": page("const kept = []; setInterval(() => kept.push(new Uint8Array(48 << 20).fill(7)), 30);"),
    "/heavy": page("setInterval(() => fetch('/megabyte?' + Math.random()).then(a => a.text()), 5);"),
}  # fmt: skip
SAME_AS_TWIN = (
    "/panels", "/consent", "/endless", "/lazy", "/shadow", "/guarded", "/storm", "/curious", "/frame",
)  # fmt: skip
MORE_LIKE_THE_TWIN = ("/shell", "/challenge", "/router#/legal/privacy", "/pushed", "/pieces", "/more")
"""Other ways of building a page, which the benchmark looks at and the tests leave out: each visit takes seconds."""


class Site(dict):  # type: ignore[type-arg]
    """The pages; whatever is asked for with a query is the same place."""

    def get(self, path: str, default: object = None) -> object:
        """The page at a path."""
        bare = path.partition("?")[0]
        if bare == "/megabyte":
            return answer(b"x" * 2**20, Content_Type="text/plain")
        return super().get(bare, default)
