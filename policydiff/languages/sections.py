"""What a language's file holds: its sections, each the words that one part of policydiff reads texts by."""

from dataclasses import dataclass, field

from policydiff.languages.page_sections import (
    AnnouncementWords,
    BoxWords,
    BrowserWords,
    ButtonWords,
    DateWords,
    DiscoveryWords,
    FurnitureWords,
    IdentityWords,
    Lines,
    NoticeWords,
    PageWords,
    Recognition,
    Words,
    Writing,
)
from policydiff.languages.statement_sections import (
    DirectionWords,
    FindingWords,
    LawWords,
    NumberWords,
    PeriodWords,
    QuoteWords,
    RightsWords,
    WayWords,
)

_NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """All that a language's file says."""

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    own_name: str = ""
    """What it calls itself, in lower case, as menus have it."""
    also: Words = _NONE
    """Other codes that pages declare for it."""
    complete: bool = False
    """Whether the file has every key of every section, but for those that it says it lacks."""
    lacks: Words = _NONE
    """Of a complete file: sections ("findings") and keys ("dates.tens") that the language has no need of, or
    that nobody wrote yet."""
    writing: Writing = field(default_factory=Writing)
    recognition: Recognition = field(default_factory=Recognition)
    dates: DateWords = field(default_factory=DateWords)
    pages: PageWords = field(default_factory=PageWords)
    identity: IdentityWords = field(default_factory=IdentityWords)
    boxes: BoxWords = field(default_factory=BoxWords)
    buttons: ButtonWords = field(default_factory=ButtonWords)
    announcements: AnnouncementWords = field(default_factory=AnnouncementWords)
    notices: NoticeWords = field(default_factory=NoticeWords)
    furniture: FurnitureWords = field(default_factory=FurnitureWords)
    numbers: NumberWords = field(default_factory=NumberWords)
    periods: PeriodWords = field(default_factory=PeriodWords)
    rights: RightsWords = field(default_factory=RightsWords)
    ways: WayWords = field(default_factory=WayWords)
    browser: BrowserWords = field(default_factory=BrowserWords)
    discovery: DiscoveryWords = field(default_factory=DiscoveryWords)
    laws: LawWords = field(default_factory=LawWords)
    findings: FindingWords = field(default_factory=FindingWords)
    direction: DirectionWords = field(default_factory=DirectionWords)
    quotes: QuoteWords = field(default_factory=QuoteWords)

    @property
    def document_names(self) -> Lines:
        """What documents of our kind are called, by what they are or by the law that asks for them."""
        return (*self.pages.names, *self.laws.every)
