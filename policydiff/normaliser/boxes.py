"""Boxes around a policy whose names show nothing: their words show whether they are furniture or part of it.

In: blocks in one element beside the text or at its end. Markup alone cannot separate an advertisement from a
section; but sections of a policy are about data, rights and law, and boxes invite, sell, count readers and
present articles under headings that all sites share. A text with words of neither kind stays: an address at
the end of a policy has none.

What this gets wrong: a box of the site that speaks of data ("How we protect your privacy: read our story")
has the words of a section and stays; a section that is one sentence with no word of the kind stays only
because nothing speaks against it.
"""

from __future__ import annotations

import itertools
import math
import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.normaliser import alternatives, buttons, buttonwords, furniture

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from policydiff.languages import BoxWords
    from policydiff.normaliser.blocks import Block

_MOST_BLOCKS = 400
"""Most blocks of a box that is read."""
_READ = 20_000
"""Most characters of a box that are read."""
_ENTRIES = 3
"""Fewest entries of a menu."""
_HEADING, _BUTTON, _LABEL = 90, 40, 30
"""Characters of the longest heading of a box, the longest invitation and the longest entry of a menu."""
_SPARSE, _DENSE, _HEADED = 0.02, 0.025, 0.08
"""Share of words that policies use: boxes have less than the first, sections of a policy more than the
second. Below a heading that only boxes have even the third makes no section."""
_HOUR = r"(?:[01]?\d|2[0-4])"
_HOURS = re.compile(
    rf"\b{_HOUR}(?:[.:h]\d\d)? ?(?:uhr|uur|h|[ap]\.?m\.?)? ?(?:[-–—]|[^\W\d]{{1,4}}|t/m) ?"
    rf"{_HOUR}(?:[.:h]\d\d\b| ?(?:uhr|uur|h|[ap]\.?m\.?)(?!\w))"
)
"""Two hours with what stands between them: "8.00–17.30", "9 bis 17 Uhr", "8 am to 10 pm"."""
_OTHERS = 2
"""Fewest headings of the level of a section besides its own."""
_SENTENCE = 4
"""Blanks in the shortest sentence of a section."""
_FEWEST, _SHORT = 8, 60
"""Words of the shortest section that is told by them, and of the largest box in which one does not count."""


def is_policy(run: Sequence[Block]) -> bool:
    """Whether a box reads like a part of a policy."""
    said = _prose(run)
    words = _words(said)
    return words >= _FEWEST and _has_subjects(said, max(2, _DENSE * words)) and not is_furniture(run)


def has_subject(run: Sequence[Block]) -> bool:
    """Whether any of these blocks contains, outside of its links, a word that policies use."""
    said: list[str] = []
    for block in run:
        if furniture.is_copyright(block.text):
            continue
        end = 0
        for start, behind, _ in (*block.links, (len(block.text), 0, "")):
            said.append(block.text[end:start])
            end = behind
    return _has_subjects(_plain("\n".join(said)[:_READ]), 1)


def mentions_subject(text: str) -> bool:
    """Whether a text contains a word that policies use, in its links or outside of them."""
    return _has_subjects(_plain(text), 1)


def is_furniture(run: Sequence[Block], *, asks: bool = False) -> bool:
    """Whether a box invites, sells or presents articles, and has no vocabulary of policies.

    Args:
        run: the blocks of the box.
        asks: whether it has fields to write into.
    """
    if not run or len(run) > _MOST_BLOCKS:
        return False
    if is_menu(run):
        return True
    headed = is_headed(run)
    if not headed and len(run) == 1 and run[0].linked == len(run[0].text):
        return False  # "Download our logos" may be all that a section of a policy says
    said = _prose(run)
    if not (headed or asks or _cards(run) > 0 or _invites(run) or sells(said)):
        return False
    words = _words(said)
    if headed:  # "Newsletter" may head a section, too
        sure = " " in run[0].text and _invites(run)
        return sure or not _has_subjects(said, (_HEADED if " " in run[0].text else _DENSE) * words)
    return not _has_subjects(said, 2 if words < _SHORT else _SPARSE * words)


def keeps_hours(run: Sequence[Block]) -> bool:
    """Whether a box has a heading and tells between which hours somebody can be reached, and nothing of what
    policies speak of: in lines, or with a link that leads there, not in sentences alone."""
    if not run or run[0].kind != "heading" or len(run) > _MOST_BLOCKS:
        return False
    if run[-1].text.endswith((".", "。")) and not any(2 * block.linked > len(block.text) for block in run):
        return False
    said = _prose(run)
    return _HOURS.search(said) is not None and not _has_subjects(said, 1)


def tells_stories(run: Sequence[Block]) -> bool:
    """Whether a box presents articles, each with a linked headline, or has a heading of such boxes."""
    return _cards(run) > 1 or is_headed(run)


def is_one_of_several(run: Sequence[Block], levels: Counter[int]) -> bool:
    """Whether a box is one more section: sentences without links, below a heading of the level of many.

    A menu may have its heading, too ("Feedback", "Location"), so one word there shows nothing.

    Args:
        run: the blocks of the box.
        levels: how many headings of each depth the page has.
    """
    head, body = run[0], run[1:]
    if head.kind != "heading" or not body or len(run) > _MOST_BLOCKS or any(block.linked for block in run):
        return False
    others = levels[head.depth] - sum(block.kind == "heading" and block.depth == head.depth for block in run)
    if others < _OTHERS or 3 * others < levels.total():
        return False
    if not any(block.text.count(" ") >= _SENTENCE for block in body):
        return False
    return not is_furniture(run) or (" " not in head.text and not is_furniture(body))


def is_headed(run: Sequence[Block]) -> bool:
    """Whether the first line is a heading of such boxes: "You may also like", "Never miss a story"."""
    first = next((block for block in run if block.text), None)
    if first is None or len(first.text) > _HEADING or first.kind == "item":
        return False
    alone = len(run) == 1 and first.kind != "heading"
    return not alone and _box_headings().fullmatch(_plain(first.text).strip(" :!»›…")) is not None


def is_headed_by(text: str) -> bool:
    """Whether a heading is one of such a box, or of a form to write to somebody."""
    said = _plain(text).strip(" :!»›…")
    return _box_headings().fullmatch(said) is not None or _labels().fullmatch(said) is not None


def is_menu_label(text: str) -> bool:
    """Whether a line is an entry that many menus have ("Careers")."""
    return _labels().fullmatch(_plain(text).strip(" :!»›…")) is not None


def is_menu(run: Sequence[Block]) -> bool:
    """Whether these are entries of a menu or a footer, links or not."""
    short = [block for block in run if len(block.text) <= _LABEL]
    if len(short) < _ENTRIES or len(short) < 0.6 * len(run):
        return False
    labels = sum(is_menu_label(block.text) for block in short)
    return labels >= _ENTRIES and labels >= 0.5 * len(short)


def is_consent_heading(text: str) -> bool:
    """Whether a line heads the settings of a consent window."""
    return len(text) <= _HEADING and _consent_headings().fullmatch(_plain(text).strip(" :!.")) is not None


def asks_consent(run: list[Block]) -> bool:
    """Prose beside the text that speaks of cookies all the time is a consent window without a name."""
    if run and is_consent_heading(run[0].text):
        return True
    return 3 * sum(1 for block in run if "cookie" in block.text.casefold()) >= len(run)


def is_linked(run: list[Block]) -> bool:
    """Whether most of the text is links."""
    return 2 * sum(block.linked for block in run) > sum(len(block.text) for block in run)


def sells(text: str) -> bool:
    """Whether a text of a strip or box sells something, or speaks of the site's own business."""
    return _selling().search(_plain(text)) is not None


def _prose(run: Sequence[Block]) -> str:
    """The text of a box without blocks that are only a link."""
    said: list[str] = []
    length = 0
    for block in run:
        if block.linked < len(block.text):
            said.append(block.text)
            length += len(block.text)
            if length > _READ:
                break
    return _plain("\n".join(said)[:_READ])


def _has_subjects(said: str, fewest: float) -> bool:
    """Whether a text has so many words that policies use; it is read no further than to the last of them."""
    needed = math.ceil(fewest)
    return sum(1 for _ in itertools.islice(_subject().finditer(said), needed)) >= needed


def _words(said: str) -> int:
    return said.count(" ") + said.count("\n") + 1


def _cards(run: Sequence[Block]) -> int:
    return sum(block.kind == "heading" and is_card_heading(block) for block in run)


def is_card_heading(block: Block) -> bool:
    """Whether a block is a heading that is a link to another page: it names an article.

    One that jumps within the page, or calls a script, opens a section of the text.
    """
    return (
        block.kind == "heading"
        and 0 < len(block.text) <= block.linked
        and all("#" not in address and buttons.leads(address) for _, _, address in block.links)
    )


def _invites(run: Sequence[Block]) -> bool:
    """Whether a line of it is a link that says "Get started" or the like."""
    return any(
        block.linked
        and len(block.text) - block.linked <= 3
        and len(block.links) <= 2
        and any(
            end - start <= _BUTTON
            and _invitations().fullmatch(_plain(block.text[start:end]).strip(" :!»›…→>")) is not None
            for start, end, _ in block.links
        )
        for block in run
    )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _any(pick: Callable[[BoxWords], Iterable[str]]) -> str:
    return alternatives.any_of(languages.all_lines(lambda one: pick(one.boxes)))


@cache
def _subject() -> re.Pattern[str]:
    whole = languages.all_lines(lambda one: (*one.boxes.subjects, *one.laws.every))
    return re.compile(rf"\b(?:{alternatives.any_of(whole)})\b|{_any(lambda one: one.subjects_within)}")


@cache
def _box_headings() -> re.Pattern[str]:
    return re.compile(_any(lambda one: one.headings))


@cache
def _consent_headings() -> re.Pattern[str]:
    return re.compile(_any(lambda one: one.consent_headings))


@cache
def _invitations() -> re.Pattern[str]:
    return re.compile(_any(lambda one: one.invitations))


@cache
def _selling() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(lambda one: one.selling)})(?!\w)")


@cache
def _labels() -> re.Pattern[str]:
    labels = languages.all_lines(lambda one: one.boxes.labels)
    own_names = filter(None, (one.own_name for one in languages.every()))
    return re.compile(alternatives.any_of((*buttonwords.NETWORKS, *own_names, *labels)))
