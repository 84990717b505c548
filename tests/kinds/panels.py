"""Panels, columns and what is drawn around them: tabs, folds, summaries beside the text, signs in boxes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kinds.base import (
    Policy,
    Section,
    Visit,
    below,
    bottom,
    items,
    kind,
    links,
    menu,
    page,
    prose,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def _by_section(policy: Policy, write: Callable[[int, Section], str]) -> str:
    return "".join(write(number, one) for number, one in enumerate(policy.sections))


def _around(policy: Policy, visit: Visit, text: str, above: str = "", after: str = "") -> str:
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1>{above}<p>{policy.date}</p>{text}{after}</main>
<footer>{bottom(visit)}</footer>"""
    )


@kind()
def tabs_over_headed_panels(policy: Policy, visit: Visit) -> str:
    """A row of tabs; each panel has its heading again."""
    tabs = _by_section(
        policy, lambda n, one: f'<button role="tab" id="t{n}" aria-controls="p{n}">{one.heading}</button>'
    )
    panels = _by_section(
        policy,
        lambda n, one: f'<div role="tabpanel" id="p{n}"><h2>{one.heading}</h2>{below(one)}</div>',
    )
    return _around(policy, visit, f'<div role="tablist">{tabs}</div>{panels}')


@kind()
def tabs_that_are_the_titles(policy: Policy, visit: Visit) -> str:
    """Each tab stands over its panel, which has no other title."""
    return _around(
        policy,
        visit,
        _by_section(
            policy,
            lambda n, one: (
                f'<button role="tab" aria-controls="p{n}">{one.heading}</button><div id="p{n}">{below(one)}</div>'
            ),
        ),
    )


@kind()
def folds_with_a_plus(policy: Policy, visit: Visit) -> str:
    """The sign of a fold stands beside its heading, in a box of its own."""
    return _around(
        policy,
        visit,
        _by_section(
            policy,
            lambda n, one: (
                f"<details {'' if n else 'open'}><summary><h2>{one.heading}</h2><span>+</span></summary>{below(one)}</details>"
            ),
        ),
    )


@kind()
def bullets_in_boxes(policy: Policy, visit: Visit) -> str:
    """Bullets drawn in boxes, and paragraphs that hold nothing but a joiner."""

    def write(_: int, one: Section) -> str:
        bullets = "".join(
            f'<div class="{visit.css("li")}"><div>•</div><div>{text}</div></div>' for text in one.items
        )
        text = "".join(f"<p>{text}</p><p>\N{ZERO WIDTH JOINER}</p>" for text in one.paragraphs)
        return f"<h2>{one.heading}</h2>{text}{bullets}{table(one)}"

    return _around(policy, visit, _by_section(policy, write))


def _summary(one: Section) -> list[str]:
    return ["In short", f"This part tells of {one.heading.lower()}, and means what it says."]


@kind(
    lines=lambda policy: [
        policy.title,
        policy.date,
        *(line for one in policy.sections for line in (*one.lines, *_summary(one))),
    ]
)
def column_of_summaries(policy: Policy, visit: Visit) -> str:
    """Beside each section an aside sums it up, on a page without `<main>`."""

    def write(_: int, one: Section) -> str:
        head, text = _summary(one)
        return f"""<div class="row"><div class="wide"><h2>{one.heading}</h2>{below(one)}</div><aside class="narrow"><h4>{head}</h4>
<p>{text}</p></aside></div>"""

    return page(
        f"""<nav>{menu(visit)}</nav><div class="legal"><h1>{policy.title}</h1><p>{policy.date}</p>{_by_section(policy, write)}</div>
<footer>{bottom(visit)}</footer>"""
    )


@kind()
def asides_around_the_text(policy: Policy, visit: Visit) -> str:
    """Two asides beside a text without `<main>` advertise."""
    first = f"<aside><h4>Write more</h4><p>Try the {visit.pick('paper', 'pocket')} edition of our notebook today.</p></aside>"
    second = "<aside><h4>Stay in touch</h4><p>Get news of the bay once a month. Free of charge.</p></aside>"
    return page(
        f"""<nav>{menu(visit)}</nav><div class="columns">{first}<div class="text"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div>
{second}</div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def versions_and_languages_to_choose(policy: Policy, visit: Visit) -> str:
    """Lists to choose a version and a language from, with their labels, under the title."""
    chosen = visit.pick("<option>3 March 2025", "<option>3 March 2025<option>1 May 2024")
    return _around(
        policy,
        visit,
        prose(policy),
        f"""<div><label for="version">Version</label><select id="version">{chosen}</select><label>Language <select><option>English<option>Deutsch
</select></label></div>""",
    )


@kind()
def cards_with_a_day(policy: Policy, visit: Visit) -> str:
    """Cards of other posts behind the text, each with its day."""
    cards = "".join(
        f'<li class="post"><h3><a href="/{n}">{title}</a></h3><time>{day}</time></li>'
        for n, (title, day) in enumerate(
            (
                (visit.pick("Ten ways to take notes", "Notes in spring"), visit.pick("March 1, 2025", "April 9, 2025")),
                ("Why paper still wins", "1 February 2024"),
            )
        )
    )  # fmt: skip
    more = f'<div class="query"><h2>More posts</h2><ul>{cards}</ul></div>'
    return _around(policy, visit, f'<div class="entry">{prose(policy)}</div>', after=more)


@kind()
def numbered_outline(policy: Policy, visit: Visit) -> str:
    """Sections are items of a numbered list, paragraphs of one with letters inside."""
    return page(
        f"""<div class="bar">{menu(visit)}</div><div class="legal"><h1>{policy.title}</h1><p>{policy.date}</p><ol>"""
        + _by_section(
            policy,
            lambda _, one: (
                f"<li><strong>{one.heading}</strong><ol type=a>"
                + "".join(f"<li><p>{text}</p></li>" for text in one.paragraphs)
                + f"</ol>{items(one)}{table(one)}</li>"
            ),
        )
        + f"</ol></div><div class='bar'>{links('About us,Careers')}{bottom(visit)}</div>"
    )


@kind()
def folds_of_script_links(policy: Policy, visit: Visit) -> str:
    """Each heading is a link to a script that opens its section, which a link of the same kind closes; a card at the side."""
    text = _by_section(
        policy,
        lambda _, one: (
            f"""<div class="fold"><a href="javascript:void(0)" class="fold-hd" role="button" aria-expanded="false"><h2>{one.heading}</h2><span aria-hidden="true">+</span></a><div class="fold-bd">{below(one)}<a class="fold-close"
href="javascript:void(0)">Close</a></div></div>"""
        ),
    )
    return page(
        f"""<div class="top">{menu(visit)}</div><div class="grid"><div class="c8"><h1>{policy.title}</h1><p>{policy.date}</p>{text}</div><div class="c4"><h3>Need help?</h3><p>Chat with one of our people, eight to {visit.pick("six", "ten")}.</p><a href="/chat">Chat now</a></div></div><div class="foot">{bottom(visit)}</div>"""
    )


@kind(lines=lambda policy: [*policy.lines[:2], *_layered(policy)])
def layers_of_script_links(policy: Policy, visit: Visit) -> str:
    """Key points of each section, and a link to a script that shows all of it."""
    text = _by_section(
        policy,
        lambda _, one: (
            f"""<div><h2>{one.heading}</h2><div><b>Key points</b><ul><li>{one.heading} in one line.</li></ul></div><a href="#" class="more">Learn more</a><div style="display:none">{below(one)}</div></div>"""
        ),
    )
    return page(
        f"""<div class="tools"><a href="javascript:window.print()">Print</a></div><div class="left"><ul>{_by_section(policy, lambda n, one: f'<li><a href="#{n}">{one.heading}</a></li>')}</ul></div><div class="right"><h1>{policy.title}</h1><p>{policy.date}</p>{text}</div><div class="end">{bottom(visit)}</div>"""
    )


def _layered(policy: Policy) -> list[str]:
    return [
        line
        for one in policy.sections
        for line in (one.heading, "Key points", f"{one.heading} in one line.", *one.lines[1:])
    ]


@kind()
def definitions_with_way_back(policy: Policy, visit: Visit) -> str:
    """A list of definitions; the last one of each term leads back to the top of the page."""
    text = _by_section(
        policy,
        lambda _, one: (
            f'<dt>{one.heading}</dt><dd>{below(one)}</dd><dd class="up"><a href="#all">▲ページトップへ</a></dd>'
        ),
    )
    return page(
        f"""<div id="all"><div class="top">{menu(visit)}</div><div class="contents"><h1>{policy.title}</h1><p>{policy.date}</p><dl>{text}</dl></div><div class="foot">{bottom(visit)}</div></div>"""
    )


@kind()
def answers_to_filter(policy: Policy, visit: Visit) -> str:
    """Folds that a field filters, each with a question whether it helped, in German."""
    text = _by_section(
        policy,
        lambda _, one: (
            f'<details><summary>{one.heading}</summary>{below(one)}<p class="ok">War diese Antwort hilfreich? <button>Ja</button> <button>Nein</button></p></details>'
        ),
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p><div><label>Fragen filtern</label><input type="search"><button>Alle öffnen</button></div><div>{text}</div></main><footer>{bottom(visit)}</footer>"""
    )


def _by_topic(policy: Policy, visit: Visit, attribute: str) -> str:
    text = "".join(
        f'<section {attribute}="{topic}"><h2>{heading}</h2><p>{text}</p></section>'
        for topic, heading, text in _TOPICS
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{text}{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


_TOPICS = (
    (
        "newsletter",
        "Our newsletter",
        "We send our newsletter with your consent alone, and delete your data when you leave the list.",
    ),
    (
        "social-share",
        "Sharing buttons",
        "Only when you press such a button does your browser contact the network.",
    ),
    (
        "comments",
        "Your comments",
        "We store the name under which you wrote, and your network address, for one year.",
    ),
    ("advertising", "Advertising", "Partners learn which page you looked at, and never who you are."),
    ("related", "Related companies", "Our sister companies may use what you tell us for the same purposes."),
    ("author", "Guest authors", "We publish the name and the portrait of guests with their consent."),
)


@kind(
    lines=lambda policy: [*policy.lines[:2], *(line for topic in _TOPICS for line in topic[1:]), *policy.body]
)
def sections_of_a_class(policy: Policy, visit: Visit) -> str:
    """Sections whose class says what they speak of, which is what boxes of the page are called, too."""
    return _by_topic(policy, visit, "class")


@kind(
    lines=lambda policy: [*policy.lines[:2], *(line for topic in _TOPICS for line in topic[1:]), *policy.body]
)
def sections_of_an_id(policy: Policy, visit: Visit) -> str:
    """The same with an id to jump to."""
    return _by_topic(policy, visit, "id")


def _behind(policy: Policy, visit: Visit, *topics: tuple[str, str, str]) -> str:
    """The text, and behind it in a box each what such boxes of the page are called, too."""
    text = "".join(
        f'<div class="{topic}"><h2>{heading}</h2><p>{text}</p></div>' for topic, heading, text in topics
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}{text}</main><footer>{bottom(visit)}</footer>"""
    )


_LAST = ("comments", "Comments", "If you leave a comment we store its words and your name for one year.")
_MENU = (
    ("feedback", "Feedback", "You may rate our pages. The stars that you give have no name on them."),
    ("sidebar", "Location", "Our app reads your position only while a map is open."),
)


@kind(lines=lambda policy: [*policy.lines, *_LAST[1:]])
def section_on_comments_last(policy: Policy, visit: Visit) -> str:
    """The last section is on comments, and its class says so."""
    return _behind(policy, visit, _LAST)


@kind(lines=lambda policy: [*policy.lines, *(line for topic in _MENU for line in topic[1:])])
def sections_headed_like_menus(policy: Policy, visit: Visit) -> str:
    """The last sections have headings that are entries of menus, too."""
    return _behind(policy, visit, *_MENU)
