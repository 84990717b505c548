"""Pages on which parts of the site stand amid the text, or parts of the text where furniture stands elsewhere."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, below, bottom, kind, menu, page, prose


@kind()
def source_beside_text(policy: Policy, visit: Visit) -> str:
    """A content system keeps the source of each text beside it, out of sight."""
    source = "\n\n".join(
        f"## {one.heading}\n\n" + "\n".join(f"* {line}" for line in one.lines[1:]) for one in policy.sections
    )
    return page(
        f"""<header>{menu(visit)}</header><main><section><h1>{policy.title}</h1></section><section><div class="markdown" data-edit-target="{visit.token()}"><div><div class="text"><p>{policy.date}</p>{prose(policy)}</div></div><span
class="off" aria-hidden="true">{policy.date}\n\n{source}</span></div></section></main><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [policy.title, _LEAD, policy.date, *policy.body])
def offer_between_title_and_text(policy: Policy, visit: Visit) -> str:
    """Below the title stand a line to call, who took the picture, and a box in which to ask for an offer."""
    return page(
        f"""<header>{menu(visit)}</header><main><section class="hero"><div class="wrap"><h1>{policy.title}</h1><p>{_LEAD}</p><p><a href="tel:+4755501{visit.pick("00", "01")}">Call 555 01{visit.pick("00", "01")}</a><a href="https://chat.example/">Chat</a></p><span class="caption"><a
href="https://pictures.example/">© {visit.pick("Ann Birch", "Olav Reed")}</a></span></div></section><div class="pill"><div class="box"><div><h2>Ask for your offer</h2><a href="https://stars.example/"><b>{visit.pick("4.9", "4.8")}</b><small>of 5 stars</small></a></div><form action="/offer"><label>From<input name="from"></label><label>To<input
name="to"></label><button>Ask now</button></form><ul><li>Packed by hand</li><li>No cost for the way</li></ul><p>Free, and we ring you within a day.</p></div></div><section class="text"><p>{policy.date}</p>{prose(policy)}</section></main><footer>{bottom(visit)}</footer>"""
    )


_LEAD = "Tidewell is careful with what you write. Here you read what we keep."


@kind(lines=lambda policy: [*policy.lines, _ASK])
def headers_and_footers_of_sections(policy: Policy, visit: Visit) -> str:
    """Each section is an article with a header, and the text ends with a footer of its own."""
    sections = "".join(
        f"<section><header><h3>{one.heading}</h3></header><article>{below(one)}</article></section>"
        for one in policy.sections
    )
    return page(
        f"""<header role="banner"><h1><a href="/">Tidewell Notes</a></h1>{menu(visit)}</header><article class="detail"><header><h2>{policy.title}</h2></header><section><header><p>{policy.date}</p></header><article>{sections}</article><footer><p>{_ASK}</p></footer></section><footer><section
id="related"><h4>Related</h4><nav><ul><li><a href="/a">{visit.pick("Our harbour", "Our boats")}</a></li><li><a href="/b">Products</a></li></ul></nav></section></footer></article><footer>{bottom(visit)}</footer>"""
    )


_ASK = "If you have any specific questions about what stands above, please write to us."


@kind(lines=lambda policy: [*policy.lines, *_WRITE])
def last_section_in_a_box_of_its_own(policy: Policy, visit: Visit) -> str:
    """The text is one box, and whom to write to is said in a second one of the same look, in capitals instead of a heading."""
    return page(
        f"""<header>{menu(visit)}</header><main><section class="text-image"><div><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></section><section class="text-image"><div>{"".join(f"<p>{line}</p>" for line in _WRITE)}</div></section></main><footer>{bottom(visit)}</footer>"""
    )


_WRITE: list[str] = [
    "WRITE TO US",
    "All questions about how we use your personal data are welcome, marked for the Privacy Desk.",
    "Tidewell Notes, 2 Quay Row, Port Maren",
]
