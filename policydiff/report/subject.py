"""Whose document a comparison is about, and which one: the words with which a lede begins.

A title is quoted as the page has it (`document_titles`); a company is named only where the text itself is
sure (`owners`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policydiff.comparability import document_kinds, identity
from policydiff.models import series_name
from policydiff.report import document_text, document_titles
from policydiff.report.owners import owner
from policydiff.text import compared

if TYPE_CHECKING:
    from policydiff.models import Comparison, Document
    from policydiff.report.page_documents import ChangedDocument
    from policydiff.report.side_names import CapturePair

_HOST = re.compile(r"https?://([\w.-]+)", re.IGNORECASE)
_SERIES = re.compile(
    r"(?P<series>(?P<platform>[a-z0-9-]+)/[a-z0-9-]+(?:@[a-z0-9-]+)?)@\d{4}-\d\d-\d\dT\d{6}Z(?:_\d+)?"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose document it is, and which."""

    title: str
    """In its own words, "" if the page has none."""
    owner: str
    """The company, else the platform in the archive, else the host of the page; "" if none is certain."""
    series: str
    """Its name in the archive ("fernleaf/privacy-policy@eu"), "" if it lies in none."""
    names_owner: bool
    """Whether the title says whose document it is: "Fernleaf Privacy Notice"."""
    is_policy: bool
    """Whether the title, or a line over the text, says what kind of document it is."""
    title_before: str = ""
    """The title of the old side, as people write it, where it was another one."""
    shown: str = ""
    """The title as people write it: not in capitals throughout."""
    names: frozenset[str] = frozenset()
    """Words in small letters by which a title names the owner."""
    beside: str = ""
    """The title of the document with which its page begins, as people write it, where it is another one."""

    @property
    def named(self) -> str:
        """Owner and title for a heading: "Fernleaf Ltd, Privacy Policy"."""
        title = self.shown or "policy"
        if self.owner and not self.title:
            return f"{whose(self.owner)} policy"
        return title if not self.owner or self.names_owner else f"{self.owner}, {title}"


def subject(comparison: Comparison, sides: CapturePair) -> Subject:
    """Whose document is compared, and which, as the better capture of the two says it.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    both = ((comparison.new, sides.new), (comparison.old, sides.old))
    known = sorted(both, key=lambda one: one[0].quality.level == "bad")
    document = known[0][0]
    archived = next((found for _, side in known if (found := _SERIES.fullmatch(side.name))), None)
    host = next(filter(None, (_host(document_text.address(*one)) for one in known)), "")
    about = identity(document)
    whom = owner(document, host, archived["platform"] if archived else "", about)
    title = next(filter(None, (document_titles.title(one) for one, _ in known)), "")
    if title and (
        document_titles.is_of_section(document, title) or document_titles.is_only_a_name(title, about)
    ):
        title = ""
    if whom.name and document_titles.is_menu_word(title):
        title = ""
    return Subject(
        title,
        whom.name,
        archived["series"] if archived else "",
        document_titles.is_named(title, whom.name, whom.names),
        bool(about.kinds or document_kinds(title)),
        document_titles.as_written(document_titles.title_before(comparison, title), comparison.old),
        document_titles.as_written(title, document),
        whom.names,
    )


def of_document(about: Subject, document: Document, changed: ChangedDocument) -> Subject:
    """The subject where all changes are in one document of a page of several; that with which the page begins
    is called as the page is.

    Args:
        about: the subject as the page says it.
        document: the new side.
        changed: the document that changed.
    """
    title = changed.title
    if changed.is_first and compared(about.title) not in changed.others:
        return about
    named = document_titles.is_named(title, about.owner, about.names)
    shown = document_titles.as_written(title, document)
    return replace(
        about,
        title=title,
        names_owner=named,
        is_policy=document_titles.names_document(title),
        title_before="",
        shown=shown,
        beside=about.shown if changed.is_alone and compared(about.title) != compared(title) else "",
    )


def whose(owner: str) -> str:
    """The owner before what is theirs: "Fernleaf’s", "Fernleaf Readers’"."""
    return f"{owner}’" if owner.endswith(("s", "S")) else f"{owner}’s"


def series_title(series: str, platform: str = "") -> str:
    """A series of an archive as people would call it.

    Args:
        series: its name there.
        platform: what people call the platform; else the name there stands for it.

    >>> series_title("fernleaf-books/privacy-policy@eu"), series_title("xfern/terms", "xFern")
    ('Fernleaf Books’ privacy policy (eu)', 'xFern’s terms')
    """
    name = series_name(series)
    called = platform or " ".join(word.capitalize() for word in name.platform.split("-"))
    title = f"{whose(called)} {name.document.replace('-', ' ')}" if name.document else called
    return f"{title} ({name.variant})" if name.variant else title


def is_reference(name: str) -> bool:
    """Whether a side is a page of an archive."""
    return _SERIES.fullmatch(name) is not None


def _host(address: str) -> str:
    found = _HOST.match(address)
    return found[1].casefold().removeprefix("www.") if found else ""
