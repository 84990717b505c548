"""Changes of words that are trivial, by what they are: a change -> its kind, and a sentence that says it.

A clause with one other letter, a reference to a section that was renamed, the menu around the text: readers
want to know that nothing else changed, and no quote makes more of it. Each kind is known by its form: by the
links of a clause, by the headings of both sides, by what of a clause stays when one thing is left out of it.
A change of any other form is none, whatever a reader may think of it.
What this gets wrong: a postal address in another country, which may be that of another company.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff import languages
from policydiff.comparability import LEGAL_FORM, document_kinds
from policydiff.domains import name_in_domain
from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.report.counterparts import address_kinds
from policydiff.report.link_text import leads_inside
from policydiff.report.marked_text import clauses
from policydiff.report.replaced_words import replacements
from policydiff.report.subject import heads_contents
from policydiff.report.trivial_forms import (
    WEB,
    bare,
    beside_date,
    is_help_page,
    printed_instead,
    reordered,
)
from policydiff.report.word_changes import is_spelled_otherwise
from policydiff.text import compared, compared_words, enumerator_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from policydiff.models import Change, Clause, Comparison, Document, Link
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.replaced_words import Replacement

TrivialKind = Literal[
    "company",
    "contents",
    "copy",
    "copy-gone",
    "copyright",
    "date-line",
    "document",
    "heading",
    "heading-gone",
    "heading-new",
    "help",
    "jump",
    "link",
    "linked",
    "link-words",
    "mail",
    "menu",
    "name",
    "order",
    "phone",
    "pointer",
    "postal",
    "printed",
    "reference",
    "site",
    "spelling",
    "time",
    "web",
    "web-form",
]
"""What a trivial change is of."""

_SAID: Mapping[TrivialKind, tuple[str, str]] = {
    "company": ("a company’s name", "a company’s name in {} places"),
    "mail": ("an e-mail address", "an e-mail address in {} places"),
    "phone": ("a telephone number", "a telephone number in {} places"),
    "site": ("a web address", "web addresses in {} places"),
    "postal": ("a postal address", "a postal address in {} places"),
    "name": ("a name", "a name in {} places"),
    "document": ("what a document is called", "what documents are called in {} places"),
    "web": ("a web address", "{} web addresses"),
    "web-form": ("how a web address is written", "how {} web addresses are written"),
    "link": ("where a link leads", "where {} links lead"),
    "linked": ("a web address that is no longer printed", "{} web addresses that are no longer printed"),
    "printed": ("how a link is written", "how {} links are written"),
    "help": ("the web address of a page on cookies", "web addresses of pages on cookies in {} places"),
    "pointer": (
        "the order of sentences and which of them refer to another part of it",
        "the order of sentences and which of them refer to other parts of it, in {} places",
    ),
    "order": ("the order of sentences", "the order of sentences in {} places"),
    "date-line": ("what stands beside the printed date", "what stands beside printed dates"),
    "spelling": ("a letter or two", "a letter or two in {} places"),
    "link-words": ("the words of a link", "the words of {} links"),
    "reference": ("a reference to another part of the text", "{} references to other parts of the text"),
    "heading": ("a heading", "{} headings"),
    "heading-new": ("a new heading", "{} new headings"),
    "heading-gone": ("a heading that is gone", "{} headings that are gone"),
    "contents": ("its table of contents", "its table of contents"),
    "copy": ("lines that stand in it once more", "lines that stand in it once more"),
    "copy-gone": ("lines that stood in it once more", "lines that stood in it once more"),
    "time": ("a time that the page shows", "times that the page shows in {} places"),
    "jump": ("a line that leads to another part of it", "{} lines that lead to other parts of it"),
    "menu": ("lines of links around it", "lines of links around it"),
    "copyright": ("a copyright line around it", "copyright lines around it"),
}
"""How each kind is called, once and more often, behind "only in"; what readers ask about comes first."""
QUOTED = frozenset[TrivialKind](("company", "mail", "phone", "postal", "site"))
"""Who it is and where to write to: the sentence says that nothing else changed, and a quote the words."""
_BARE = frozenset[TrivialKind](
    ("help", "jump", "menu", "order", "pointer", "copy", "copy-gone", "copyright", "time", "web-form")
)
"""Kinds of which the words say nothing to a reader."""
_LINKED = frozenset[TrivialKind](
    (
        "contents",
        "copyright",
        "help",
        "linked",
        "link-words",
        "mail",
        "menu",
        "order",
        "pointer",
        "printed",
        "site",
        "web",
        "web-form",
    )
)
"""Kinds of which everybody knows that a link changed too."""
_BY_FORM = _BARE | frozenset[TrivialKind](
    ("contents", "date-line", "heading", "link-words", "printed", "reference", "spelling")
)
"""Kinds that change no statement, whatever the reader of statements takes them for."""
SAYS_NOTHING = _BY_FORM - {"heading"}
"""Kinds that nobody misses beside others."""
_QUOTED = 2
"""Pairs of words that are quoted of one kind; of more none."""
_PASSAGE = 20
"""Words of a passage that is no chance in two places, at least."""
_LINK = 10
"""Words of a link that names where it leads, at most."""
_HEADING = 25
"""Words of a heading, at most."""
_ALL_LINKS = 0.6
"""Share of a line that its links are, at least, where it is nothing else."""
_JUMPS = 3
"""Links of a table of contents in one clause, or headings in a row, at least."""
_ROW = 3
"""Links in a row that are a menu, at least."""
_OFTEN = 3
"""Places from which a line of links is no part of a text."""
_SAYS = 12
"""Words of a paragraph that says something: above the first and below the last one is the frame of a page."""
_ADDRESS_LINE = 50
"""Words of a clause that is about an address and little else."""
_BESIDE = 3
"""Words that go with an address that is no longer printed: "by visiting"."""
_NAME = 4
"""Letters of a name by which two sites are of one owner."""
_NAME_WORDS = 6
"""Words of a name, at most."""
_DOMAIN = 3
"""Letters of a domain that names somebody: "eu" of "fern.eu.com" does not."""
_SHOWN = 90
"""Characters that are quoted of each side."""
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?!\d)(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?[A-Z]{2,5}\b)?"
)
"""A time of day: "13.21 BST"."""
_COMPANY = re.compile(rf"(?<!\w)(?:{LEGAL_FORM})(?!\w)")
_BESIDE_NAME = re.compile(r"([A-ZÀ-Þ0-9][^\s,;:.'’]*)\s$")
"""A word with a capital before others, without an article that is joined to it."""
_LISTED = frozenset(",;/&")
"""Signs between several names."""
_QUOTE = "“”„«»\"'‘’"
_SIGN = "©"
"""What a line of copyright holds."""
_COPYRIGHT = 25
"""Words of a line that is nothing else, at most."""
_PHONE = re.compile(
    r"(?<![\w/.-])(?!\d{4}-\d\d-\d\d|\d{1,3}(?: \d{3})+(?![ .-]?\d))(?=(?:[^\d\n]{0,2}\d){8})"
    r"(?:\+\d|\(?\d{1,5}[ )./-])[\d ()./-]{5,16}\d(?![\w/-])"
)
"""A telephone number: no day, and no number with thousands."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ0-9]")
_ADDRESS_WORD = re.compile(r"[A-ZÀ-Þ0-9#][^/]*")


class TrivialChange(NamedTuple):
    """What changed, with the words of both sides where they say something."""

    kind: TrivialKind
    new: str = ""
    old: str = ""


class TrivialChanges:
    """Finds the changes of a comparison that are trivial."""

    def __init__(self, comparison: Comparison, owner: str, weighty: frozenset[int]) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            owner: whose document it is, "" if that is not known.
            weighty: the numbers of the changes that may matter to a reader's rights or data.
        """
        self._comparison = comparison
        self._owner = {word for word in compared_words(owner) if len(word) >= _NAME}
        self._weighty = weighty

    def of(self, entry: NumberedChange) -> tuple[TrivialChange, ...]:
        """What a change did, in each place of its own; () if any of it is more than trivial."""
        if entry.kind in ("added", "removed"):
            return self._of_lines(entry)
        found = [self._of_change(change) for change in entry.changes]
        if not all(found):
            return ()
        known = [one for each in found for one in each]
        is_sure = entry.number not in self._weighty or all(one.kind in _BY_FORM for one in known)
        return tuple(known) if is_sure else ()

    # --- clauses that came or went ---------------------------------------------------------------

    def _of_lines(self, entry: NumberedChange) -> tuple[TrivialChange, ...]:
        """Clauses that came or went: copies, lines of links around the text, a list of contents, headings."""
        is_new = entry.kind == "added"
        side = self._comparison.new if is_new else self._comparison.old
        said = [one for change in entry.changes for one in clauses(self._comparison, change)]
        if all(map(_is_copyright, said)):
            return (TrivialChange("copyright"),)
        if self._is_copy(said, new=is_new):
            return (TrivialChange("copy" if is_new else "copy-gone"),)
        places = [place for one in entry.changes for place in (one.new if is_new else one.old)]
        if all(_is_of_links(one) for one in said) and self._is_frame(side, places, said):
            return (TrivialChange("menu"),)
        if all(map(_is_jump, said)):
            return (TrivialChange("jump"),)
        heads = self._heads(new=is_new)
        listed = [one for one in said if compared(one.text) in heads and one.kind != "heading"]
        if len(listed) >= _JUMPS and all(one in listed or heads_contents(one.text) for one in said):
            return (TrivialChange("contents"),)
        if all(one.kind == "heading" and _names_section(one) for one in said):
            shown = [_short(one.text) for one in said]
            return tuple(
                TrivialChange("heading-new", one) if is_new else TrivialChange("heading-gone", "", one)
                for one in shown
            )
        return ()

    def _is_copy(self, said: Sequence[Clause], *, new: bool) -> bool:
        """Whether a passage stands in both texts, and once more in one. An item or a cell says something of
        what it stands below, and is no copy of another."""
        here, there = self._lines(new=new), self._lines(new=not new)
        is_passage = all(one.cell is None and one.kind != "item" for one in said)
        is_long = sum(len(one.text.split()) for one in said) >= _PASSAGE
        lines = [compared(one.text) for one in said]
        return is_passage and is_long and all(there[one] and (not new or here[one] > 1) for one in lines)

    def _is_frame(self, side: Document, places: Sequence[int], said: Sequence[Clause]) -> bool:
        """Whether lines stand among others of links above or below all that a page says, or again and again
        in it."""
        first, last = self._text_of(side)
        if all(place < first or place > last for place in places) and self._is_row(side, places):
            return True
        lines = self._lines(new=side is self._comparison.new)
        return all(lines[compared(one.text)] >= _OFTEN for one in said)

    def _is_row(self, side: Document, places: Sequence[int]) -> bool:
        """Whether some links, with those of the clauses beside them, are several."""
        around = side.clauses[max(min(places) - _ROW, 0) : max(places) + _ROW + 1]
        return sum(len(one.links) for one in around if _is_of_links(one)) >= _ROW

    def _text_of(self, side: Document) -> tuple[int, int]:
        """The places of the first and the last paragraph that says something."""
        says = [
            place
            for place, one in enumerate(side.clauses)
            if one.kind != "heading" and not _is_of_links(one) and len(one.text.split()) >= _SAYS
        ]
        return (says[0], says[-1]) if says else (len(side.clauses), -1)

    # --- clauses of both sides -------------------------------------------------------------------

    def _of_change(self, change: Change) -> tuple[TrivialChange, ...]:
        """What a change of one clause did with its words and its links, () if more than something trivial."""
        if len(change.old) != 1 or len(change.new) != 1:
            return ()
        words = self._of_words(change) if change.rewords else None
        if words is not None and words.kind in _LINKED:
            return (words,)
        links = _of_links(change)
        if links is None or (change.rewords and words is None):
            return ()
        return (words, *links) if words else links

    def _of_words(self, change: Change) -> TrivialChange | None:
        """What a change did with the words of one clause, None if more than something trivial."""
        old, new = self._comparison.old.clauses[change.old[0]], self._comparison.new.clauses[change.new[0]]
        if _is_copyright(old) and _is_copyright(new):
            return TrivialChange("copyright")
        if found := _of_web_addresses(old, new) or self._of_form(old, new):
            return found
        is_same_mail = _MAIL.findall(old.text) == _MAIL.findall(new.text)
        if is_same_mail and is_spelled_otherwise(self._comparison, change):
            return _of_spots("spelling", replacements(change.edits))
        if old.kind == new.kind == "heading":
            is_of_section = all(map(_names_section, (old, new)))
            return _pair("heading", new.text, old.text) if is_of_section else None
        if all(map(_is_contents, (old, new))):
            return _of_spots("contents", replacements(change.edits))
        if self._is_frame_of_links(change, old, new):
            return TrivialChange("menu")
        if is_same_mail and _same(_linked(old), _linked(new)) and (found := self._of_link_words(old, new)):
            return found
        if _same(_PHONE.sub("", old.text), _PHONE.sub("", new.text)):
            return TrivialChange("phone")
        if _same(_times().sub("", old.text), _times().sub("", new.text)):
            return TrivialChange("time")
        if _same(_documents().sub("", old.text), _documents().sub("", new.text)):
            return _of_spots("document", replacements(change.edits))
        return self._of_spots_of(change, old, new)

    def _of_form(self, old: Clause, new: Clause) -> TrivialChange | None:
        """What a change did with the order of sentences, addresses of pages on cookies, or beside a date."""
        if kind := reordered(old, new, self._comparison.new.language):
            return TrivialChange(kind)
        if is_help_page(old, new):
            return TrivialChange("help")
        rest = beside_date(old, new, (self._comparison.old, self._comparison.new))
        return _pair("date-line", *rest) if rest else None

    def _of_spots_of(self, change: Change, old: Clause, new: Clause) -> TrivialChange | None:
        """What words did that gave way to others, if all of them did the same."""
        spots = replacements(change.edits)
        shown = [printed_instead(one, old, new) for one in spots]
        if spots and all(shown):
            return _pair("printed", *(shown[0] or ("", ""))) if len(shown) == 1 else TrivialChange("printed")
        kinds: Mapping[TrivialKind, Callable[[Replacement, Clause, Clause], bool]] = {
            "reference": self._is_reference,
            "linked": _is_printed_no_more,
            "postal": _is_postal,
            "mail": _is_mail,
            "site": _is_site,
            "name": self._is_name,
            "company": _is_company,
        }
        for kind, is_of_it in kinds.items():
            if all(is_of_it(one, old, new) for one in spots):
                return _of_spots(kind, spots)
        return None

    def _of_link_words(self, old: Clause, new: Clause) -> TrivialChange | None:
        """Other words of links that lead where they led, but not of those that lead to a right, or that name
        who does something."""
        both = zip(old.links, new.links, strict=False)
        pairs = [(now.text, was.text) for was, now in both if not _same(was.text, now.text)]
        said = [one for pair in pairs for one in pair]
        if any(address_kinds(one) or not self._owner.isdisjoint(compared_words(one)) for one in said):
            return None
        if any(_rights().search(compared(one)) for one in said):
            return None
        is_known = len(old.links) == len(new.links) and len(pairs) == 1
        return _pair("link-words", *pairs[0]) if is_known else TrivialChange("link-words")

    def _is_frame_of_links(self, change: Change, old: Clause, new: Clause) -> bool:
        both = (self._comparison.old, change.old, old), (self._comparison.new, change.new, new)
        return all(_is_of_links(one) and self._is_frame(side, places, [one]) for side, places, one in both)

    def _is_reference(self, spot: Replacement, old: Clause, new: Clause) -> bool:
        """Whether a reference names a section as the text now calls it or numbers it."""
        was, now = spot.old.strip(), spot.new.strip()
        numbers = self._numbers(new=False), self._numbers(new=True)
        if was[:1].isdigit() and now[:1].isdigit():
            title = numbers[0].get(was.rstrip("."), "")
            return bool(title) and title == numbers[1].get(now.rstrip("."), "")
        if _is_beside_place(spot) and _CAPITAL.match(was.strip(_QUOTE)) and _CAPITAL.match(now.strip(_QUOTE)):
            return True
        linked = f" {' '.join(compared(link.text) for link in new.links)} "
        for one in ((was, now), spot.named):
            was, now = map(compared, one)
            if _is_made_of(was, self._heads(new=False)) and _is_made_of(now, self._heads(new=True)):
                return _is_quoted(spot) or f" {now} " in linked
        return False

    def _is_name(self, spot: Replacement, old: Clause, new: Clause) -> bool:
        """Whether a thing of the owner's own has another name; or a company is written as it was in another
        place before, with another legal form."""
        was, now = map(compared, _names(spot))
        if not was or not now or address_kinds(f"{spot.old} {spot.new}"):
            return False
        olds, news = (f" {self._said(new=new)} " for new in (False, True))
        is_known = f" {now} " in olds
        forms = [_COMPANY.search(one) for one in _names(spot)]
        if any(forms):
            is_whole = all(compared(one) in name for one, name in ((spot.old, was), (spot.new, now)))
            bare = {compared(_COMPANY.sub("", one)) for one in _names(spot)}
            return all(forms) and is_whole and len(bare) == 1 and is_known
        fewer = olds.count(f" {was} ") - news.count(f" {was} ")
        is_of_it = not is_known or fewer >= _OFTEN or set(now.split()) < set(was.split())
        is_one = _LISTED.isdisjoint(spot.old + spot.new)
        is_name = is_one and all(_CAPITAL.match(word) for one in _names(spot) for word in one.split())
        return is_of_it and is_name and not {*was.split()}.isdisjoint({*now.split()} & self._owner)

    # --- what both sides have, read once ---------------------------------------------------------

    def _lines(self, *, new: bool) -> Counter[str]:
        return self._both_lines[new]

    @cached_property
    def _both_lines(self) -> tuple[Counter[str], Counter[str]]:
        sides = self._comparison.old, self._comparison.new
        old, new = (Counter(compared(one.text) for one in side.clauses) for side in sides)
        return old, new

    def _heads(self, *, new: bool) -> frozenset[str]:
        return self._both_heads[new]

    @cached_property
    def _both_heads(self) -> tuple[frozenset[str], frozenset[str]]:
        sides = self._comparison.old, self._comparison.new
        old, new = (
            frozenset(compared(one.text) for one in side.clauses if one.kind == "heading")
            | {compared(side.title)}
            for side in sides
        )
        return old - {""}, new - {""}

    def _numbers(self, *, new: bool) -> Mapping[str, str]:
        return self._both_numbers[new]

    @cached_property
    def _both_numbers(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The numbers of headings and what they head."""
        old, new = (
            {
                one.text[: enumerator_end(one.text)].strip(" .):"): compared(one.text)
                for one in side.clauses
                if one.kind == "heading" and enumerator_end(one.text)
            }
            for side in (self._comparison.old, self._comparison.new)
        )
        return old, new

    def _said(self, *, new: bool) -> str:
        return self._both_said[new]

    @cached_property
    def _both_said(self) -> tuple[str, str]:
        sides = self._comparison.old, self._comparison.new
        old, new = (" ".join(compared(one.text) for one in side.clauses) for side in sides)
        return old, new


def said_of(found: Sequence[TrivialChange]) -> str:
    """What changed, behind "only in"; the words of all but what a point quotes.

    Args:
        found: all that did.

    >>> said_of([TrivialChange("name", "Fern Pass", "Fern Card"), TrivialChange("postal")])
    'a postal address and a name: now “Fern Pass”, before “Fern Card”'
    """
    parts = dict[str, tuple[str, list[str]]]()  # what changed alike is told at once
    for kind in _SAID:
        if done := [one for one in found if one.kind == kind]:
            one, many = _SAID[kind]
            named = one if len(done) == 1 else many.format(f"{len(done):,}")
            quoted = _quoted(kind, done)
            parts.setdefault(quoted.casefold(), (quoted, []))[1].append(named)
    said = [f"{wording.listed(named)}{quoted}" for quoted, named in parts.values()]
    said.sort(key=lambda one: "“" in one)  # what quotes nothing needs no semicolon behind it
    return "".join(
        part if not number else f"{'; and in' if '“' in said[number - 1] else ' and'} {part}"
        for number, part in enumerate(said)
    )


def _quoted(kind: TrivialKind, found: Sequence[TrivialChange]) -> str:
    """The words of changes of one kind, behind its name; "" if they say nothing, or are many."""
    both = Counter((each.new, each.old) for each in found if each.new or each.old).most_common()
    pairs = list({(compared(pair[0]), compared(pair[1])): pair for pair, _ in reversed(both)}.values())[::-1]
    if kind in _BARE or kind in QUOTED or not pairs or len(pairs) > _QUOTED:
        return ""
    if kind in ("heading-new", "heading-gone"):
        return f": {wording.listed(f'“{now or before}”' for now, before in pairs)}"
    return f": {'; '.join(_both(*pair) for pair in pairs)}"


def _both(now: str, before: str) -> str:
    if now and before:
        return f"now “{now}”, before “{before}”"
    return f"“{now}” is new" if now else f"“{before}” is gone"


def _pair(kind: TrivialKind, now: str, before: str) -> TrivialChange:
    return TrivialChange(kind, _short(now), _short(before))


def _short(said: str) -> str:
    return clipped(visible(said).strip(" ,;:"), _SHOWN)


def _of_spots(kind: TrivialKind, spots: Iterable[Replacement]) -> TrivialChange:
    """A kind with the words that gave way, where they did in one place; a name whole."""
    both = list(dict.fromkeys(_words_of(kind, one) for one in spots))
    return _pair(kind, *both[0]) if len(both) == 1 else TrivialChange(kind)


def _words_of(kind: TrivialKind, spot: Replacement) -> tuple[str, str]:
    """The new words and the old ones; of a name all of it."""
    is_one_sided = not spot.old.strip() or not spot.new.strip()
    is_whole = kind in ("name", "document", "contents") or (
        is_one_sided and kind not in ("linked", "spelling")
    )
    old, new = _names(spot) if is_whole else (spot.old, spot.new)
    return new, old


def _names(spot: Replacement) -> tuple[str, str]:
    """The whole name of which some words are, up to the legal form of a company: a line of an address goes on
    behind it. In a sentence that is all in capitals the word before them is all that is sure."""
    old, new = spot.named
    beside = _BESIDE_NAME.search(spot.before)
    if max(len(old.split()), len(new.split())) > _NAME_WORDS or (beside and len(old.split()) == 1):
        old, new = (f"{beside[1] if beside else ''} {one}".strip() for one in (spot.old, spot.new))
    return _up_to_form(old), _up_to_form(new)


def _up_to_form(name: str) -> str:
    *_, form = [None, *_COMPANY.finditer(name)]
    return (name[: form.end()] if form else name.rstrip(".")).strip()


def _same(was: str, now: str) -> bool:
    return compared(was) == compared(now)


# --- links and addresses -------------------------------------------------------------------------


def _linked(clause: Clause) -> str:
    """A clause with the address of each link that names it in the place of its words."""
    text = clause.text
    for link in sorted(clause.links, key=lambda one: -one.start):
        if 0 < len(link.text.split()) <= _LINK:
            text = f"{text[: link.start]} {bare(link.target)} {text[link.end :]}"
    return text


def _of_links(change: Change) -> tuple[TrivialChange, ...] | None:
    """Links of one clause that lead elsewhere; None if one that leads to a right, or opens an e-mail, leads
    to another owner, or to another page of the same one, or came or went."""
    links = [one for one in change.links if not one.noise]
    pairs = [(one.new.target, one.old.target) for one in links if one.old and one.new]
    rights = [one for one in links if one.matters]
    both = [(one.new.target, one.old.target) for one in rights if one.old and one.new]
    is_mail = any(map(_MAIL.search, (each for pair in pairs for each in pair)))
    if is_mail or len(both) < len(rights) or not all(_are_of_one(*pair) for pair in both):
        return None
    if len(pairs) == 1 and not change.rewords:
        return (_pair("link", *map(bare, pairs[0])),)
    return (TrivialChange("link"),) if pairs else ()


def _of_web_addresses(old: Clause, new: Clause) -> TrivialChange | None:
    """Addresses on the web that gave way to others of the same owner, where nothing else did."""
    if not _same(WEB.sub(" ", old.text), WEB.sub(" ", new.text)):
        return None
    news, olds = WEB.findall(new.text), WEB.findall(old.text)
    if len(news) != len(olds):
        return None
    both = list(zip(news, olds, strict=True))
    pairs = [(now, was) for now, was in both if bare(was) != bare(now)]
    if not pairs and any(now != was for now, was in both):
        return TrivialChange("web-form")
    if not pairs or not all(_are_of_one(*pair) for pair in pairs):
        return None
    return _pair("web", *map(bare, pairs[0])) if len({*pairs}) == 1 else TrivialChange("web")


def _are_of_one(one: str, other: str) -> bool:
    """Whether two addresses are of one owner by the name in their domains, and lead to another site of theirs
    or deeper into the same page: another page of one site may say something else."""
    hosts = sorted((_host(one), _host(other)), key=len)
    short, long = sorted(map(name_in_domain, hosts), key=len)
    is_same_owner = (short == long and len(short) >= _DOMAIN) or (len(short) >= _NAME and short in long)
    is_same_owner = is_same_owner or hosts[1].startswith(
        f"{hosts[0]}."
    )  # "fern.example" and "fern.example.org"
    shallow, deep = sorted((bare(one), bare(other)), key=len)
    return is_same_owner and (hosts[0] != hosts[1] or deep.startswith(f"{shallow}/"))


def _host(address: str) -> str:
    return bare(address).partition("/")[0]


def _is_printed_no_more(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an address went that a link of the clause leads to, with what stood around it."""
    printed = WEB.search(spot.old)
    if printed is None or len(WEB.sub(" ", spot.old).split()) > _BESIDE:
        return False
    linked = [one for one in new.links if _host(one.target) == _host(printed[0])]
    now = compared(spot.new)
    return bool(linked) and (not now or any(_name_of(one) in now for one in linked))


def _name_of(link: Link) -> str:
    return compared(link.text)


def _is_of_links(clause: Clause) -> bool:
    """Whether a line is nothing but links that lead away."""
    links = [one for one in clause.links if not one.target.startswith("#")]
    return bool(links) and sum(len(one.text) for one in links) >= _ALL_LINKS * len(clause.text)


def _is_jump(clause: Clause) -> bool:
    """Whether a line is nothing but a link to another part of the same page, called as that part is."""
    links = clause.links
    return len(links) == 1 and _same(links[0].text, clause.text) and leads_inside(links[0])


def _is_contents(clause: Clause) -> bool:
    """Whether a clause is the list of the sections of its page: links into a page, and nothing else."""
    jumps = [one for one in clause.links if "#" in one.target]
    is_line = clause.kind == "item" and len(jumps) == len(clause.links) == 1
    return (len(jumps) >= _JUMPS or is_line) and sum(map(_length, jumps)) >= _ALL_LINKS * len(clause.text)


def _length(link: Link) -> int:
    return len(link.text)


# --- words ---------------------------------------------------------------------------------------


@cache
def _times() -> re.Pattern[str]:
    """A time of day, or how long ago something was, in any language."""
    ago = languages.all_lines(lambda one: one.furniture.ago)
    return re.compile(rf"{_CLOCK.pattern}|(?i:(?<!\w)(?:{'|'.join(ago)})(?!\w))")


@cache
def _documents() -> re.Pattern[str]:
    """What a document of our kind is called, in any language."""
    said = languages.all_lines(lambda one: one.dates.document)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})s?(?!\w)", re.IGNORECASE)


@cache
def _rights() -> re.Pattern[str]:
    """The words of a link that leads to a right, in any language."""
    said = {
        line.rstrip("~"): line.endswith("~") for line in languages.all_lines(lambda one: one.rights.links)
    }
    parts = (rf"{compared(line)}{'[^ ]*' if is_open else ''}" for line, is_open in sorted(said.items()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


@cache
def _places() -> frozenset[str]:
    """Words for a part of a text, in any language."""
    return languages.all_words(lambda one: one.direction.place)


def _is_beside_place(spot: Replacement) -> bool:
    """Whether words stand beside one for a part of a text: "see the Choices section"."""
    beside = {*compared_words(spot.before)[-1:], *compared_words(spot.behind)[:1]}
    return not beside.isdisjoint(_places())


def _is_quoted(spot: Replacement) -> bool:
    before, behind = spot.before.rstrip(), spot.behind.lstrip()
    return "" not in (before, behind) and before[-1] in _QUOTE and behind[0] in _QUOTE


def _names_section(heading: Clause) -> bool:
    """Whether a heading is one of a section, and of no document."""
    is_short = len(heading.text.split()) <= _HEADING
    return is_short and not document_kinds(heading.text) and not _limits(heading)


def _limits(heading: Clause) -> bool:
    """Whether a heading says for whom or when what follows holds: "If you live in Norway:"."""
    return not _limiting().isdisjoint(compared_words(heading.text))


@cache
def _limiting() -> frozenset[str]:
    """Words that limit or deny, in any language."""
    said = languages.all_lines(
        lambda one: (*one.direction.condition, *one.direction.denial, *one.direction.only)
    )
    return frozenset(line for line in said if line.isalpha())


def _is_made_of(said: str, heads: frozenset[str]) -> bool:
    """Whether words are a heading, or two joined by a sign."""
    if not said or said in heads:
        return said in heads
    parts = said.split()
    return any(
        " ".join(parts[:cut]) in heads and " ".join(parts[cut:]) in heads for cut in range(1, len(parts))
    )


def _is_postal(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether a postal address gave way to another, or a line of one with a number in it did."""
    both = f"{spot.old} {spot.new}"
    if _COMPANY.search(both):
        return False
    if address_kinds(spot.old) & address_kinds(spot.new) == {0}:
        return True
    lines = [address_kinds(one.text) for one in (old, new) if len(one.text.split()) <= _ADDRESS_LINE]
    is_date = spot.before.endswith("/")
    is_line = (
        len(lines) == 2 and not is_date and all(0 in kinds for kinds in lines) and address_kinds(both) <= {0}
    )
    changed = [word for one in both.split() if (word := one.strip(",;.()"))]
    return is_line and any(map(str.isdigit, both)) and all(map(_ADDRESS_WORD.fullmatch, changed))


def _is_mail(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an e-mail address gave way to another."""
    sides = ((old.text, spot.old), (new.text, spot.new))
    return all(
        any(_same(said, mail) or compared(said) in compared(mail) for mail in _MAIL.findall(text))
        for text, said in sides
    )


def _is_site(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an address on the web gave way to another."""
    return all(map(WEB.fullmatch, (one.strip(" .,;:()") for one in spot.named)))


def _is_company(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether the name of a company gave way to another."""
    names = _names(spot)
    both = zip(names, (spot.old, spot.new), strict=True)
    is_whole = all(compared(said) in compared(name) for name, said in both)
    return is_whole and not _same(*names) and all(map(_COMPANY.search, names))


def _is_copyright(clause: Clause) -> bool:
    """Whether a clause is a line of copyright, which stands around a text."""
    return _SIGN in clause.text and len(clause.text.split()) <= _COPYRIGHT
