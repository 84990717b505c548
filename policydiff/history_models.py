"""The values of a history: many captures of one document, and what they show together.

Values only, as in `models`: frozen, comparable, without behaviour beyond what can be read off their own
fields. In come sightings, out come a timeline or runs. All times are aware and UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime  # noqa: TC003 - values are read back by the types of their fields
from typing import Literal

from policydiff.models import (
    Category,
    ClauseKind,
    Finding,
    Identity,
    Language,
    Provenance,
    Quality,
    Reason,
    Stance,
    Verdict,
)

# --- what history looks at: Document -> Fingerprint, Observation -> Sighting ---------------------------


Descent = tuple[tuple[int, ...], ...]
"""For each clause of the later text the places of the clauses of the earlier one that became it."""


@dataclass(frozen=True, slots=True)
class FingerprintStatement:
    """One sentence of a document, as far as history compares it."""

    id: int
    """A hash of the words that count when texts are compared."""
    words: int
    regions: tuple[str, ...] = ()
    """Regions whose law or authorities it names ("EU", "UK", "US")."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A document reduced to what a history compares: enough to distinguish texts, not enough to read one."""

    statements: tuple[FingerprintStatement, ...]
    """Each distinct sentence once, in reading order; left out in a timeline."""
    words: int
    """Of the whole text, repetitions included."""
    language: Language
    company: str
    """The legal entity named most often, in lower case, "" if none is named."""
    quality: Quality
    effective: date | None = None
    """The day from which the page says it is in force; of several future days the first."""
    updated: date | None = None
    """The day on which the page says it was last revised."""
    days: tuple[date, ...] = ()
    """Every day that it states of itself or announces, ascending."""
    spelled: tuple[int, ...] = ()
    """The ways in which it spells words that regions spell in two ways; left out in a timeline."""
    identity: Identity = field(default_factory=Identity)
    """Whose document it is, and which; left out in a timeline."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that a document was seen, as its recorder kept it."""

    ref: str
    """Its id: the recorder's commit, or the id of the snapshot."""
    snapshot: str
    """Reference of the snapshot in the archive ("instagram/privacy-policy@2024-06-26T101502Z")."""
    at: datetime
    """The time from which it counts: when it was seen, but never before the record that precedes it at its
    recorder."""
    body: str
    """Id of the snapshot that holds the bytes: the same for the same bytes."""
    fingerprint: Fingerprint
    links: int = 0
    """Number of the state of the links that lead to a right: equal for states in which a reader would see no
    difference."""
    technical: bool = False
    """Whether the recorder changed the text (its filter, its declaration), not the platform."""
    suspect: str = ""
    """Why `fetch` doubted that it is a good capture; "" if it did not."""


# --- which captures count, and in which series ---------------------------------------------------

PassedOver = Literal["bad", "recorded-again", "old-text", "cut-short", "mixed-in", "other-document"]
"""Why a capture says nothing of the policy: `bad` by itself; the recorder read an old page again; an older
text for once; most of the text missing; other pages captured along with it; another page in its place."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sighting, judged by the whole series."""

    sighting: Sighting
    variant: int
    """Place of its variant in `History.variants`, -1 if it was passed over."""
    track: int
    """Number of the line of succeeding texts it belongs to, -1 if it was passed over by itself."""
    passed_over: PassedOver | None = None
    reason: str = ""
    """Why it was passed over, one sentence."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Captures of one language, region or test group: a story of its own."""

    name: str
    """"EU", "UK", "fr" if the text shows it; "" if there is one variant only, or the text does not show
    it."""
    evidence: str
    """The sentence that says where the name comes from, "" without a name."""
    language: Language
    first: Sighting
    last: Sighting
    sightings: int


@dataclass(frozen=True, slots=True)
class History:
    """All sightings of a series, judged, in the order in which they count."""

    judged: tuple[Judged, ...]
    variants: tuple[Variant, ...]
    """In the order of their first sighting."""


# --- the timeline --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one text of a variant to the next: a possible change, before it is compared."""

    variant: int
    old: Sighting
    """The last sighting of the text before."""
    new: Sighting
    """The first sighting of the text after."""
    confirmed: bool
    """Whether the new text, or one that followed it, was seen again later in this variant."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """The result of comparing both sides of a step."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...]
    added: int
    """Number of words that were added."""
    removed: int
    """Number of words that were removed."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One change of the policy, in one variant."""

    variant: int
    old: Sighting
    new: Sighting
    after: datetime
    """When the page was last seen without the change (a later check that found nothing new counts)."""
    checks: int
    """How often the text before was seen again unchanged, after the first time."""
    confirmed: bool
    """False: seen once and never again, so it may yet turn out to be a bad capture (provisional)."""
    result: StepResult
    technical: bool
    """Whether the recorder changed how it reads the page, anywhere between the two sightings."""
    notice: int | None = None
    """Days from the first sighting to the stated day of effect: 36 days of notice, or -3 when it was in
    force before anybody saw it; None if no new day is stated."""


@dataclass(frozen=True, slots=True)
class PassedOverStretch:
    """A stretch of captures that were passed over for one reason."""

    kind: PassedOver
    reason: str
    first: Sighting
    last: Sighting
    sightings: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A long time in which nothing was recorded: whether the page changed in it is unknown."""

    after: datetime
    before: datetime


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A change that was announced and, at the last sighting, not yet in force."""

    entry: int
    """Place in `Timeline.entries`."""
    effective: date


@dataclass(frozen=True, slots=True)
class NotSeen:
    """The last checks of a page, where they all failed: it may be gone."""

    after: datetime
    """When something was seen for the last time."""
    since: datetime
    """The first check that failed since then."""
    checks: int
    """How many there were."""
    kind: str
    """Code of the last failure ("not-found")."""
    problem: str
    """The same as a sentence."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """One story out of all captures of a document."""

    series: str
    sightings: int
    """Captures looked at."""
    texts: int
    """Distinct texts among them, whatever their links."""
    first: datetime
    last: datetime
    variants: tuple[Variant, ...]
    entries: tuple[TimelineEntry, ...]
    """The changes, oldest first, of all variants."""
    passed_over: tuple[PassedOverStretch, ...]
    """The captures that were passed over, oldest first."""
    flaps: int
    """Times that the page went back to a text already known; these are no changes."""
    without_news: int
    """Steps between texts that proved to be layout, order or links without consequence."""
    gaps: tuple[Gap, ...]
    announced: tuple[PendingChange, ...]
    failures: int = 0
    """Checks that failed."""
    not_seen: NotSeen | None = None
    """How its last checks failed, None if the last one saw something."""
    recorded_by: tuple[Provenance, ...] = ()
    """Who recorded captures, other than the archive itself; without details of single captures."""


# --- since when does it say that? ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PresenceRun:
    """A stretch in which the policy says it, noise removed."""

    first: Sighting
    """The first sighting that says it."""
    last: Sighting
    """The last one of the stretch that says it."""
    not_before: Sighting | None
    """The last good sighting before `first`: it does not say it. None when there is none."""
    ended_by: Sighting | None
    """The first sighting of the same variant that no longer says it; None when nothing ended the run."""
    variants: tuple[int, ...]
    """The variants that say it in this stretch."""
    without: tuple[tuple[Sighting, Sighting], ...] = ()
    """Long times within the stretch in which only other texts were seen, each by the first and the last of
    these sightings. Then the text came back as it was."""
    came: tuple[Sighting, Sighting] | None = None
    """Two sightings of one variant: comparing them shows how it came in. None if no two do."""
    went: tuple[Sighting, Sighting] | None = None
    """The same for how it went."""
    quote_first: str = ""
    """The sentence around the words in `first`; "" if the question was not about words."""
    quote_last: str = ""
    """Likewise of `last`."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Since when, and until when, a policy says something."""

    series: str
    asked: str
    """The question as a person put it."""
    runs: tuple[PresenceRun, ...]
    present_from_start: bool
    """Whether the first good sighting says it already, so that its beginning is unknown."""
    sightings: int
    first: Sighting | None
    """The first and the last good sighting: nothing is known before and after them."""
    last: Sighting | None
    passed_over: tuple[PassedOverStretch, ...]
    """Sightings that were not asked, because they are no good captures of this policy."""
    variants: tuple[Variant, ...]
    recorded_by: tuple[Provenance, ...] = ()
    """As of a timeline."""


# --- who says what? ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Position:
    """The position of one document on one matter, and since when."""

    series: str
    category: Category
    snapshot: str
    """Reference of the capture that is quoted: the last one that states it, else the last good one."""
    seen: datetime
    """When that capture counts from."""
    stances: tuple[Stance, ...]
    """Its statements on the matter, in reading order; empty if it is silent."""
    runs: tuple[PresenceRun, ...]
    """The stretches of time in which it states so, oldest first; empty where it never did."""

    @property
    def since(self) -> PresenceRun | None:
        """The stretch that goes on; None if it no longer states so, or never did."""
        return self.runs[-1] if self.runs and self.runs[-1].ended_by is None else None


@dataclass(frozen=True, slots=True)
class Region:
    """What one variant of a document states at a moment."""

    name: str
    """"us", "EU", "fr": the variant of the series, else as the text or its language gives it."""
    evidence: str
    """The sentence that says where the name comes from, "" if the archive itself has it."""
    snapshot: str
    """Reference of the capture that is quoted."""
    seen: datetime
    """When that capture counts from."""
    language: Language
    stances: tuple[Stance, ...]
    """In reading order."""
    since: tuple[tuple[str, PresenceRun], ...]
    """By category, the stretch of time to which the capture belongs, in the series as a whole."""
    named: tuple[tuple[str, str], ...] = ()
    """Rights, bases and matters that its text only names by a word, each with the clause that does."""


# --- which wordings did a clause have? -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a clause, and when it was seen in the clause's variant."""

    text: str
    first: Sighting
    """The first good sighting that has it."""
    last: Sighting
    """The last one."""
    not_before: Sighting | None
    """The last good sighting before `first`; None if there is none, so that its beginning is unknown."""
    unbroken: Sighting
    """The first sighting from which on every sighting up to `last` has it."""


@dataclass(frozen=True, slots=True)
class Biography:
    """Every wording of one clause of a text, as far back as it can be followed."""

    clause: int
    """Place of the clause in its document, from 0."""
    kind: ClauseKind
    path: tuple[str, ...]
    """The headings above."""
    wordings: tuple[Wording, ...]
    """Its wordings, newest first: never empty."""


@dataclass(frozen=True, slots=True)
class Biographies:
    """The clauses of one capture, each with its wordings."""

    snapshot: str
    """Reference of the capture in the archive."""
    clauses: tuple[Biography, ...]
    """In reading order."""
    variant: str
    """The variant it belongs to, "" if there is one only or none is named."""
    first: Sighting
    """The first and the last good sighting of that variant: nothing is known before and after them."""
    last: Sighting
    sightings: int
    """Good sightings of that variant."""
