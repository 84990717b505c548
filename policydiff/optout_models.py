"""The values of ways out: where the policy names one, what became of it, what answered there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - values are read back by the types of their fields
from typing import Literal

from policydiff.models import PageForm  # noqa: TC001

Right = Literal["object", "opt-out", "withdraw", "choose", "delete", "complain", "ask"]
"""What a person may do there: object to a use; opt out of a use or of mail; withdraw a consent; choose in
settings; have data or an account deleted; complain to an authority or to the company; ask: for a copy of
one's data, for a correction, how to use a right, or the data protection officer."""
RIGHTS: tuple[Right, ...] = ("object", "opt-out", "withdraw", "choose", "delete", "complain", "ask")

WAY_OUT = "Way Out"
"""The type of a page that is kept because a document leads there, as `Source.terms_type` and in its sidecar:
such a page is no policy, and nobody asks what it states."""

Happening = Literal["moved", "reworded", "swapped", "gone", "back"]
"""What became of a way: it stands under another heading; its sentence reads otherwise; its link leads
elsewhere; it is no longer there; it is there again."""

WayState = Literal[
    "works", "needs-login", "demands-reason", "demands-proof", "leads-elsewhere", "dead", "cannot-tell"
]


@dataclass(frozen=True, slots=True)
class Way:
    """One place where a policy tells its reader how to use a right."""

    right: Right
    said: str
    """The words that name the right, folded as texts are compared, or the part of the address that does."""
    anchor: str
    """The text of the link, or the e-mail address as it is printed."""
    target: str
    """Where it leads; "mailto:" and the address where that is only printed."""
    sentence: str
    """The sentence that names it, as it stands."""
    clause: int
    """Place of the clause in the document."""
    path: tuple[str, ...]
    """The headings above, outermost first."""
    depth: float
    """Share of the document's words that stand before it, 0 to 1."""
    ease: int | None
    """How easy the sentence is to read, by Flesch's formula as it is fitted to the language: 100 very easy,
    30 and less very hard; None in a language for which there is none."""
    audience: tuple[str, ...] = ()
    """For whom it is, if the sentence or a heading above names a region: "EU", "UK", "US-CA"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The ways of one capture."""

    at: datetime
    snapshot: str
    """Reference of the snapshot."""
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A change of a way, between two captures."""

    what: Happening
    after: datetime
    """When it was last seen as before."""
    at: datetime
    """When it was first seen so."""
    old: str
    """Snapshot that shows it as before."""
    new: str
    """Snapshot that shows it so."""
    was: str = ""
    """What it was: an address, a sentence, headings."""
    became: str = ""
    worded: bool = False
    """Of a swapped link: whether the words of its sentence changed with it."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that stands in the way, with what shows it."""

    code: str
    """A code of obstacles.toml."""
    evidence: str
    """Words of the page, or of what the server did."""


@dataclass(frozen=True, slots=True)
class TextObstacle:
    """Something that the document itself puts in the way, for as long as its captures show it."""

    obstacle: Obstacle
    """With the evidence of the last capture."""
    first: datetime
    last: datetime
    snapshot: str
    """The capture that shows it last."""
    over: bool = False
    """Whether a later capture is without it."""


@dataclass(frozen=True, slots=True)
class WayStory:
    """A way through all captures of a document."""

    way: Way
    """As it was last seen."""
    first: datetime
    not_before: datetime | None
    """The last capture before the first one that has it; None if the very first capture has it."""
    last: datetime
    snapshot: str
    """The capture that shows it first."""
    latest: str
    """The capture that shows it last."""
    events: tuple[Event, ...] = ()
    gone: bool = False
    """Whether the last capture is without it."""
    in_text: tuple[TextObstacle, ...] = ()
    """What the document itself put in the way, oldest first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was seen at the address of a way: the form of the page that answered, or why nothing was seen."""

    asked: str
    at: datetime
    status: int = 0
    final_url: str = ""
    redirects: tuple[str, ...] = ()
    """The addresses that were passed on the way, the last one left out."""
    failure: str = ""
    """Code of the failure, "" if something came."""
    problem: str = ""
    """Of a failure: one sentence."""
    how: str = "http"
    """Whether it was opened without or with a browser."""
    snapshot: str = ""
    """Reference of what was kept, "" if nothing was."""


@dataclass(frozen=True, slots=True)
class WayVerdict:
    """The verdict on a way after its address was opened."""

    state: WayState
    because: str
    """One sentence."""
    obstacles: tuple[Obstacle, ...] = ()
    steps: int = 1
    """From the first page of the policy to the form: pages opened, as far as they were followed."""


@dataclass(frozen=True, slots=True)
class WayPage:
    """A page that answered where a way leads, as far as a verdict needs it."""

    title: str
    text: str
    forms: tuple[PageForm, ...] = ()
    ways: tuple[Way, ...] = ()
    """Those that the page itself names: a help article leads on."""


@dataclass(frozen=True, slots=True)
class Look:
    """One page on the way, as it was seen."""

    answer: Answer
    page: WayPage | None = None
    """None if none came."""


@dataclass(frozen=True, slots=True)
class Law:
    """What a rule says, in short, and where it is written."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class ObstacleRule:
    """An obstacle as the list has it: what is measured, and apart from that what the law says."""

    code: str
    title: str
    measure: str
    law: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which every look at an address came to the same verdict."""

    verdict: WayVerdict
    first: datetime
    last: datetime
    evidence: str
    """Snapshot of the last page that was seen, or the series whose observations tell of a failure."""


@dataclass(frozen=True, slots=True)
class AddressRecord:
    """What is known of one address that a way leads to, or led to."""

    target: str
    stretches: tuple[Stretch, ...] = ()
    """Oldest first; none where nobody looked."""
    unasked: str = ""
    """Why nobody can look there, "" if somebody can."""


@dataclass(frozen=True, slots=True)
class WayRecord:
    """A way with everything that is known of it."""

    story: WayStory
    addresses: tuple[AddressRecord, ...]
    """The address to which it leads, then those to which it led before."""


@dataclass(frozen=True, slots=True)
class OtherVariant:
    """The ways of another variant of the document, such as that of another region, compared with this
    one's."""

    snapshot: str
    """Its last capture."""
    at: datetime
    without: tuple[Right, ...]
    """Rights for which this document names a way and that capture none."""
    beside: tuple[Right, ...]
    """Rights for which that capture names a way and this document none."""


@dataclass(frozen=True, slots=True)
class OptOuts:
    """The ways out of a document."""

    subject: str
    """The series, file or address."""
    records: tuple[WayRecord, ...]
    captures: int = 1
    """Good captures that were read."""
    first: datetime | None = None
    last: datetime | None = None
    not_asked: int = 0
    """Addresses that were too many to be looked at."""
    variants: tuple[OtherVariant, ...] = ()
    """Other variants of the document that the archive has."""
    notes: tuple[str, ...] = ()
    """Notes that a reader must know."""
    rules: tuple[ObstacleRule, ...] = ()
    """Of the obstacles that were found, in the order of the list."""
