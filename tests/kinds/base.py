"""The policy that all kinds of pages hold, what differs from visit to visit, and shared furniture."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it: paragraphs, list items, then a table with its head row."""

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> list[str]:
        return [self.heading, *self.paragraphs, *self.items, *(cell for row in self.table for cell in row)]


@dataclass(frozen=True)
class Policy:
    """What a reader came for."""

    title: str
    date: str
    sections: tuple[Section, ...]

    @property
    def body(self) -> list[str]:
        return [line for section in self.sections for line in section.lines]

    @property
    def lines(self) -> list[str]:
        return [self.title, self.date, *self.body]


@dataclass(frozen=True)
class Visit:
    """What is new at every visit."""

    number: int

    @property
    def later(self) -> bool:
        return self.number > 0

    def token(self, name: str = "") -> str:
        """A session token, a build hash."""
        return hashlib.sha256(f"{name}{self.number}".encode()).hexdigest()[:16]

    def css(self, name: str) -> str:
        """A class name made by a build tool."""
        return f"{name[:1]}{self.token(name)[:7]}"

    def pick(self, first: str, later: str) -> str:
        return later if self.later else first


@dataclass(frozen=True)
class Kind:
    """A kind of page."""

    name: str
    build: Callable[[Policy, Visit], str | bytes]
    lines: Callable[[Policy], list[str]]
    either: tuple[str, ...] = ()
    """Lines that may stay or go: a machine's own date of the page, say."""
    fails: str = ""
    """Why it is not read right today."""


KINDS: list[Kind] = []


def kind(
    *,
    lines: Callable[[Policy], list[str]] = lambda policy: policy.lines,
    either: tuple[str, ...] = (),
    fails: str = "",
) -> Callable[[Callable[[Policy, Visit], str | bytes]], Callable[[Policy, Visit], str | bytes]]:
    """Register a kind of page, with what should come out of it."""

    def register(build: Callable[[Policy, Visit], str | bytes]) -> Callable[[Policy, Visit], str | bytes]:
        KINDS.append(Kind(build.__name__, build, lines, either, fails))
        return build

    return register


FIRST, LATER = Visit(0), Visit(1)

POLICY = Policy(
    "Privacy Policy",
    "Last updated: 3 March 2025",
    (
        Section(
            "Who we are",
            (
                "Tidewell Notes runs an application with which people write, keep and share notes. This policy says"
                " what we do with personal data of the people who use it, and what they can ask of us.",
                "The controller of your data is Tidewell Notes Limited.",
                "If you live outside the islands, the sections on transfers apply to you as well.",
            ),
        ),
        Section(
            "Data we collect",
            (
                "We collect data that you give us, data that your device sends, and data from partners.",
                "You give us these data when you open an account, write a note or talk to our support team:",
            ),
            (
                "Name and e-mail address",
                "Date of birth",
                "The notes you write, and the pictures and sounds that you attach to them",
                "Payment details, which our bank keeps for us",
            ),
        ),
        Section(
            "Data from your device",
            (
                "Your device tells us its model, its operating system, its language and its network address. From"
                " the network address we work out in which town you probably are.",
                "We never read your address book.",
                "Crash reports reach us only when you send them.",
            ),
        ),
        Section(
            "Why we use your data",
            (
                "The table says for which purpose we use which data, and on which legal basis.",
                "We do not sell personal data.",
            ),
            (),
            (
                ("Purpose", "Data", "Legal basis"),
                (
                    "To open and run your account",
                    "Name, e-mail address, date of birth",
                    "Performance of the contract",
                ),
                ("To find faults", "Crash reports, model of the device", "Our legitimate interests"),
                ("To show advertising", "Interests, town", "Your consent"),
            ),
        ),
        Section(
            "With whom we share data",
            (
                "We share data with companies that work for us, under a contract that binds them to this policy.",
                "We share data with the people with whom you share a note, and with nobody else unless the law"
                " makes us do so.",
            ),
            ("Hosting companies", "Companies that prevent fraud", "Courts and authorities"),
        ),
        Section(
            "Cookies",
            (
                "We use cookies to keep you signed in. You can accept or reject all other cookies in the settings"
                " of your account.",
                "A cookie is a small file that a website leaves on your device.",
            ),
        ),
        Section(
            "How long we keep data",
            (
                "We keep your notes until you delete them, and for thirty days after that.",
                "We keep invoices for ten years, because tax law demands it.",
            ),
        ),
        Section(
            "Your rights",
            (
                "You may ask us for a copy of your data, have them corrected or deleted, and object to their use for"
                " advertising at any time. We answer within one month.",
                "You may complain to the authority that watches over data protection where you live.",
            ),
            ("Right of access", "Right to erasure", "Right to object"),
        ),
        Section(
            "Children",
            (
                "Our service is not for children under thirteen years. We delete accounts of younger children.",
            ),
        ),
        Section(
            "Contact us",
            (
                "You can reach our data protection officer by post or by e-mail.",
                "Tidewell Notes Limited, 4 Quay Street, Port Maren",
            ),
        ),
    ),
)


def _edited(policy: Policy) -> Policy:
    sections = list(policy.sections)
    keep = sections[6]
    sections[6] = replace(
        keep,
        paragraphs=(
            "We keep your notes until you delete them, and for ninety days after that.",
            *keep.paragraphs[1:],
        ),
    )
    sections[4] = replace(sections[4], items=sections[4].items[:1] + sections[4].items[2:])
    sections[3] = replace(
        sections[3],
        table=(*sections[3].table, ("To train models", "The notes you write", "Our legitimate interests")),
    )
    return replace(policy, sections=tuple(sections))


EDITED = _edited(POLICY)
"""The same policy with one sentence changed, one list item gone and one table row more."""


def prose(policy: Policy, *, level: int = 2) -> str:
    """The body in plain HTML."""
    return "".join(section(one, level=level) for one in policy.sections)


def section(one: Section, *, level: int = 2) -> str:
    return f"<h{level}>{one.heading}</h{level}>{below(one)}"


def below(one: Section) -> str:
    """What stands below the heading of a section, in plain HTML."""
    return paragraphs(one) + items(one) + table(one)


def paragraphs(one: Section, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in one.paragraphs)


def items(one: Section) -> str:
    return f"<ul>{''.join(f'<li>{text}</li>' for text in one.items)}</ul>" if one.items else ""


def table(one: Section) -> str:
    if not one.table:
        return ""
    head, *rows = one.table
    return (
        f"<table><thead><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr></thead><tbody>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        + "</tbody></table>"
    )


def page(
    body: str, *, head: str = "", title: str = "Privacy Policy - Tidewell Notes", lang: str = "en"
) -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def links(words: str, *, tag: str = "li") -> str:
    """Links to other pages of the site, one for each word."""
    made = (f'<a href="/{word.lower().replace(" ", "-")}">{word}</a>' for word in words.split(","))
    return "".join(f"<{tag}>{link}</{tag}>" if tag else link for link in made)


def menu(visit: Visit) -> str:
    """Entries of the site's menu, one more at the later visit."""
    return (
        "<ul>"
        + links("Product,Notebooks,Templates,Pricing,Teams,Download" + visit.pick("", ",Spring offers"))
        + "</ul>"
    )


def bottom(visit: Visit) -> str:
    """What stands in the site's footer, redesigned at the later visit."""
    pitch = "<p>Write down what matters, and find it again when you need it, on every device you own.</p>"
    legal = links("Privacy,Terms,Imprint,Cookie settings")
    copyright = f"<p>© {visit.pick('2025', '2026')} Tidewell Notes Limited. All rights reserved.</p>"
    if visit.later:
        return f"{pitch}<div><div><ul>{legal}</ul></div></div><div>{copyright}</div>"
    return (
        f"<div><h4>Company</h4><ul>{links('About us,Careers,Press,Investors')}</ul></div>"
        f"<div><h4>Support</h4><ul>{links('Help,Status,Contact')}</ul></div><ul>{legal}</ul>{copyright}"
    )


def banner(visit: Visit) -> str:
    """A consent manager's window, which is there at the first visit only."""
    if visit.later:
        return ""
    return (
        '<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="alertdialog"><h2>We value your privacy</h2>'
        "<p>We and our 214 partners store and read information on your device, such as cookies, to show you"
        " advertising that fits, to count visitors and to make our product better. You can change your mind"
        " at any time in the settings.</p><button>Accept all</button><button>Reject all</button></div></div>"
    )


def related(visit: Visit) -> str:
    """Links to other articles, others at each visit."""
    first = "How do I share a notebook?,Can I write on paper?,Where are my old notes?"
    later = "How do I change my name?,Is there a version for watches?,Where are my old notes?"
    return f"<ul>{links(visit.pick(first, later))}</ul>"
