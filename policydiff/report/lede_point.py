"""One point of a lede: what became of some words of the policy, where they stand, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

UNDER = "under"
"""How most words stand to their heading."""
HEADED = "headed"
"""How they stand to the heading of a section, or the name of an entry, that came or went with them: label and
heading name it."""
IN_SAME = "in the same section"
"""The same where the point before names it."""
IN_LIST = "in the list"
"""How they stand to the line that introduces their list."""
IN_ANNOUNCEMENT = "in an announcement on the page"
HEADING = 80
"""Characters of a heading."""


class SeveralPlaces(NamedTuple):
    """The places in which the same words came or went, or gave way to the same others. They are not counted:
    where more than that changed in a sentence, a reader sees one more of them."""

    headings: str = ""
    """Some of the headings above them: "“Sharing” and “Rights”", "" if nobody can tell."""
    is_throughout: bool = False
    """Whether they are all in which the old words stood, which the label says."""

    @property
    def text(self) -> str:
        """Where the words are: "in more than one place, for example under “Sharing”"."""
        several = "" if self.is_throughout else "in more than one place"
        example = f"for example under {self.headings}" if self.headings else ""
        return ", ".join(filter(None, (several, example)))


class LedeQuote(NamedTuple):
    """Words of the policy, or an address."""

    which: str
    """When the text says so, where that is not clear ("now"); of an address what it was."""
    words: str
    address: bool = False


@dataclass(frozen=True, slots=True)
class LedePoint:
    """One change in the policy's own words."""

    label: str
    """What became of the words: "New"."""
    where: str
    """The heading above them, "" if none says anything."""
    quotes: tuple[LedeQuote, ...]
    finding: int = 0
    """Number of the finding that it quotes, 0 if it quotes a change of words."""
    entry: int = 0
    """Number of the change of words that it quotes, 0 if it quotes a finding."""
    link: str = ""
    """What became of a link that leads elsewhere."""
    stands: str = UNDER
    """How the words stand to the heading: below it, or they came or went with its whole section; "" where the
    point before names the section."""
    several: SeveralPlaces | None = None
    """Where the same happened in more than one place these, and no heading."""
    after: str = ""
    """The sentence before the words, where they lean on it and it stood there before."""
    size: str = ""
    """How long a section or an entry is that came or went and is not quoted whole: "about 340 words"."""
    more: str = ""
    """How the text goes on: "goes on: “Ask us.”"."""
    came: bool | None = None
    """Whether the words came; False where they went, None where both sides have words there."""
    places: tuple[int, ...] = ()
    """Numbers of all changes in which the same words gave way to the same others, or came or went."""

    @property
    def only_introduces(self) -> bool:
        """Whether nothing is quoted but what introduces a list that is not: "Data provided by a member:"."""
        return all(quote.words.rstrip().endswith(":") for quote in self.quotes)

    @property
    def place(self) -> str:
        """How the words stand to the heading, or in which places they are."""
        return self.several.text if self.several else self.stands

    @property
    def rest(self) -> str:
        """How the text goes on, "" if that is not told."""
        return f"and {self.more}" if self.more else ""

    @property
    def text(self) -> str:
        """All of it on one line."""
        heading = f" “{self.where}”" if self.where else ""
        stands = self.place
        place = f", {stands}{heading}" if stands and (self.where or stands != UNDER) else ""
        place += f", {self.size}" if self.size else ""
        place += f", after “{self.after}”" if self.after else ""
        start = self.link or f"{self.label}{place}"
        quotes = (f"{one.which} {one.words if one.address else f'“{one.words}”'}" for one in self.quotes)
        said = ", ".join(map(str.lstrip, quotes))
        return f"{start}: {said}{' ' if self.rest else ''}{self.rest}"
