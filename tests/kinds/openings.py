"""Pages on which the name of the policy is hard to tell from the lines around it."""

from __future__ import annotations

from tests.kinds.base import Policy, Section, Visit, banner, below, bottom, kind, menu, page, prose
from tests.kinds.languages import SPANISH


@kind()
def label_over_title(policy: Policy, visit: Visit) -> str:
    """A label of one or two words stands over the title, in the element of the text."""
    return page(
        f"""<div class="h">{menu(visit)}</div><main><div class="legal"><p class="eyebrow">{visit.pick("Legal", "Small print")}</p><h1>{policy.title}</h1><p class="d">{policy.date}</p>{prose(policy)}</div></main><footer>{bottom(visit)}</footer>"""
    )


def _toggle(one: Section, number: int) -> str:
    return f"""<div class="module toggle toggle_{number} toggle_close"><h5 class="toggle_title">{one.heading}</h5><div class="toggle_content">{below(one)}</div></div>"""


@kind(lines=lambda _: [SPANISH.title.upper(), *SPANISH.lines])
def name_in_two_lines_over_toggles(_: Policy, visit: Visit) -> str:
    """A page builder: the name is a line of the stage and a line over the text; all headings are those of sections that
    open at a click, and say "data" themselves."""
    toggles = "".join(_toggle(one, number) for number, one in enumerate(SPANISH.sections))
    return page(
        f"""<header>{menu(visit)}</header><article><div class="section section_0"><div class="row"><p style="text-align: center"><span></span></p><p><strong>{SPANISH.title.upper()}</strong></p></div></div><div class="section section_1"><div class="row"><div
class="module text"><p>{SPANISH.title}</p><p>{SPANISH.date}</p></div>{toggles}</div></div></article><footer>{bottom(visit)}</footer>{banner(visit)}"""
    )


@kind()
def title_in_column(policy: Policy, visit: Visit) -> str:
    """The title and the day stand in a column beside the text, over the list of its sections."""
    jumps = "".join(f'<li><a href="#s{n}">{one.heading}</a></li>' for n, one in enumerate(policy.sections))
    return page(
        f"""<header>{menu(visit)}</header><main><aside class="rail"><h1>{policy.title}</h1><p>{policy.date}</p><nav><ul>{jumps}</ul></nav></aside><article>{prose(policy)}</article></main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def title_bar_named_after_trail(policy: Policy, visit: Visit) -> str:
    """A theme: the bar with the title is called after the trail that it also holds; before the text stand the author and
    the moment of the page, for machines."""
    return page(
        f"""<header>{menu(visit)}</header><section class="titlebar-wrapper"><div class="page-title-bar page-title-bar-breadcrumbs"><h1 class="entry-title">{policy.title}</h1><nav aria-label="Breadcrumb"><a href="/">Home</a> » <span aria-current="page">{policy.title}</span></nav></div></section><main id="main"><div
class="post"><span class="entry-title rich-snippet-hidden">{policy.title}</span><span class="vcard rich-snippet-hidden"><a href="/author">admin</a></span><span class="updated rich-snippet-hidden">2025-03-0{visit.pick("4", "5")}T10:12:11+02:00</span><div class="post-content"><p>{policy.date}</p>{prose(policy)}</div></div></main>
<footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [policy.title, *policy.body, policy.date])
def day_in_foot_of_text(policy: Policy, visit: Visit) -> str:
    """The day stands in the foot of the text, beside a link to its top."""
    return page(
        f"""<header>{menu(visit)}</header><main><article><h1>{policy.title}</h1>{prose(policy)}<footer><p>{policy.date}</p><p><a href="#top">Back to top</a></p></footer></article></main><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [*policy.lines, *_OFFICER])
def officer_in_aside(policy: Policy, visit: Visit) -> str:
    """Who to ask stands in an aside behind the text, in lines and no sentence."""
    head, *lines = _OFFICER
    return page(
        f"""<header>{menu(visit)}</header><main><article><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<aside class="contact-box"><h2>{head}</h2>{"".join(f"<p>{line}</p>" for line in lines)}</aside></article></main><footer>{bottom(visit)}</footer>"""
    )


_OFFICER: list[str] = [
    "Data protection officer",
    "Ada Reed, 4 Harbour Row, Port Maren",
    "dpo@tidewell.example",
]


@kind()
def row_of_languages(policy: Policy, visit: Visit) -> str:
    """Below the title a row of languages, of which the page's own is no link."""
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p class="lang"><a href="/de">Deutsch</a> | <a href="/fr">Français</a> | English</p><p>{policy.date}</p>{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def declaration_of_cookies(policy: Policy, visit: Visit) -> str:
    """A consent manager prints into the text what this visitor chose, and when."""
    half = len(policy.sections) // 2
    first, rest = (Policy("", "", part) for part in (policy.sections[:half], policy.sections[half:]))
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(first)}<div class="CookieDeclaration"><div id="CookieDeclarationUserStatusPanel"><div id="CookieDeclarationUserStatusLabel"><div>Your current state: {visit.pick("Deny", "Allow all")}. </div><p>Your consent ID:
{visit.token()}</p></div></div></div>{prose(rest)}</main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def strip_behind_text(policy: Policy, visit: Visit) -> str:
    """A strip that offers help, and what a shop promises, each under its usual name; a map waits for consent."""
    return page(
        f"""<header>{menu(visit)}</header><main><section class="prose"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</section><section class="cta-strip"><h2>Out of ink?</h2><p>{visit.pick("We bring it on the same day.", "We bring it tomorrow.")}</p><a href="tel:+1555">Ring 555 0100</a></section><div
class="block-reassurance"><p>Parcels in two days</p><p>{visit.pick("Safe to pay", "Easy to return")}</p></div><div class="uc-embedding-container"><h3>We need your consent to load the map!</h3><p>The map comes from another company.</p><button>Accept</button></div></main><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [*policy.lines, *_DESK])
def addresses_in_grid(policy: Policy, visit: Visit) -> str:
    """Behind the text stand two boxes that say how to ask, by post and by mail."""
    cells = "".join(
        f'<div class="cell"><h4>{head}</h4><p>{line}</p></div>'
        for head, line in zip(
            _DESK[::2], (_DESK[1], f'<a href="mailto:{_DESK[3]}">{_DESK[3]}</a>'), strict=True
        )
    )
    return page(
        f"""<header>{menu(visit)}</header><main><div class="doc"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="grid">{cells}</div><div class="grid"><div class="cell"><h4>Sales</h4><p><a href="mailto:sales@tidewell.example">Ask for an offer</a></p></div></div></main><footer>{bottom(visit)}</footer>"""
    )


_DESK: list[str] = ["By post", "4 Harbour Row, Port Maren", "By e-mail", "privacy@tidewell.example"]


@kind(lines=lambda policy: [policy.title, *_numbered(policy)])
def numbers_of_sections_apart(policy: Policy, visit: Visit) -> str:
    """Each section has its number in a column of its own."""
    rows = "".join(
        f'<div class="row"><div class="num">{n:02d}</div><div class="txt"><h2>{one.heading}</h2>{below(one)}</div></div>'
        for n, one in enumerate(policy.sections, 1)
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1>{rows}</main><footer>{bottom(visit)}</footer>"""
    )


def _numbered(policy: Policy) -> list[str]:
    return [line for n, one in enumerate(policy.sections, 1) for line in (f"{n:02d}", *one.lines)]


@kind()
def last_section_named_after_place(policy: Policy, visit: Visit) -> str:
    """Sections in elements of their own, of which the last is called "footer" by its class."""
    last = len(policy.sections)
    parts = "".join(
        f'<div class="{"footer" if n == last else "part"}"><h2>{one.heading}</h2>{below(one)}</div>'
        for n, one in enumerate(policy.sections, 1)
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{parts}</main><footer>{bottom(visit)}</footer>"""
    )


@kind(
    lines=lambda policy: [policy.title, "How we look after your data", *policy.lines[1:]],
    either=("2025-03-04 Updated",),
)
def help_article_with_writer(policy: Policy, visit: Visit) -> str:
    """A help centre: a line on the article below its title, who wrote it and how long ago, and the moment before its
    label."""
    return page(
        f"""<header>{menu(visit)}</header><section><div class="crumbs"><a href="/en">All collections</a><div>›</div><div>{policy.title}</div></div><div class="article"><div class="top"><div class="col"><h1>{policy.title}</h1><div><p>How we look after your data</p></div></div><div class="avatar"><span>Written by
<span>Ada Reed</span></span> <span>Updated {visit.pick("over a week", "2 months")} ago</span></div><div class="meta"><time datetime="2025-03-04T10:00:00Z" data-datetime="relative">{visit.pick("3", "4")} months ago</time><span>Updated</span></div></div><article><p>{policy.date}</p>{prose(policy)}</article>
</div></section><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [*policy.lines, *_ANNEX])
def annex_with_table(policy: Policy, visit: Visit) -> str:
    """The title is a picture with its words; behind the text, in an element of its own, stands an annex with a table."""
    head, *cells = _ANNEX
    rows = "".join(
        f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells[n : n + 2])}</tr>"
        for n, tag in ((0, "th"), (2, "td"), (4, "td"))
    )
    return page(
        f"""<div class="top">{menu(visit)}</div><div class="logo"><h1><img alt="Tidewell Notes" src="l.png"></h1></div><div class="doc"><h1><img alt="{policy.title}" src="t.png"></h1><p>{policy.date}</p>{prose(policy)}</div><div class="annex"><h2>{head}</h2><table>{rows}</table></div><div
class="foot">{bottom(visit)}</div>"""
    )


_ANNEX: list[str] = [
    "Annex: who works for us",
    "Name",
    "Country",
    "Harbour Hosting",
    "Norway",
    "Quillmail",
    "Iceland",
]
