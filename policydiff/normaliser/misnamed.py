"""Parts of a text that are only called, or set, like furniture of a page.

In: the regions of a page with what their names say. Out: whether the name is worn by the text itself (a theme
calls every section "promo-box"), comes from the subject of a section ("Newsletter"), or stands for a place
that a sentence or a heading of the policy has by chance (a dialog that explains a word, a column of
summaries).

What this gets wrong: a window that only tells news of the shop, in sentences and without one of the words of
advertisements, is taken for one that explains.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, buttons, furniture, said
from policydiff.normaliser.mass import LEAST, SENTENCE
from policydiff.normaliser.page_elements import MOST_BLOCKS

if TYPE_CHECKING:
    from collections import Counter

    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

BOXES = frozenset(
    ("advertisement", "byline", "comments", "form", "newsletter", "promotion", "related", "share", "strip")
)
"""Rules for parts that are furniture only if they are small."""
LARGE = 0.3
"""Share of the page's prose from which a part is not believed to be furniture."""
_SHORT = 12
"""Most blocks of a box that is set like an advertisement and may be none."""
_NAMES_OF_SECTIONS = (BOXES | {"aside", "consent", "feedback", "tools"}) - {"form"}
"""Rules for names that one of several sections of a policy may have from what it speaks of."""
PLACES = frozenset(("dialog", "footer", "navigation"))
"""Rules for names of places on the page, which a section in its text has only by chance."""
_TOPICS = frozenset(("advertisement", "strip"))
"""Rules whose names are also subjects of policies."""
_LARGE_TOGETHER = 0.15
"""The same of all boxes of one name together."""
_COLUMN = 3
"""Fewest asides that are a column of summaries."""


def misused_names(page: PageElements, mass: Mass) -> set[str]:
    """Rules whose class names are used for parts of the text on this page: together, these contain much of
    the prose."""
    inside: dict[str, int] = {}
    ends: dict[str, int] = {}
    for region in reversed(page.regions):
        if region.named and region.end <= ends.get(region.rule, region.end):  # in no other of that name
            ends[region.rule] = region.start
            inside[region.rule] = inside.get(region.rule, 0) + mass.of(region)
    return {
        rule
        for rule, own in inside.items()
        if own > LEAST and own > (_LARGE_TOGETHER if rule in BOXES else LARGE) * mass.prose[-1]
    }


def sums_up(page: PageElements, mass: Mass) -> bool:
    """Whether asides stand beside the sections of the text, each with sentences that sum one up.

    A page has one or two asides around its text; many, with text between them, are columns of it.
    """
    asides = [one for one in page.outermost("aside") if one.rule == "aside"]
    summaries = [one for one in asides if _says_something(page.blocks[one.start : one.end])][::-1]
    apart = sum(mass.prose[late.start] > mass.prose[early.end] for early, late in pairwise(summaries))
    return (
        len(summaries) >= _COLUMN
        and 2 * len(summaries) > len(asides)
        and apart >= len(summaries) - 2
        and not any(
            boxes.sells(block.text) for one in summaries for block in page.blocks[one.start : one.end]
        )
    )


def is_section(page: PageElements, region: ContainerElement, mass: Mass, levels: Counter[int]) -> bool:
    """Whether a part is a section, and only called after what it speaks of: that on the newsletter.

    It reads like a policy, or it is one of several: its heading has the level of others, and there is nothing
    to press, to fill in or to follow. Amid the text a heading over sentences that sell nothing is enough;
    behind it comments are a section only with a word of policies. `levels` counts the page's headings by
    depth.
    """
    if not region.named or region.fields:
        return False
    run = page.blocks[region.start : region.end]
    misnamed = region.inside and region.rule in PLACES and boxes.is_policy(run)
    if not (region.rule in _NAMES_OF_SECTIONS or misnamed):
        return False
    if not _says_something(run) or any(furniture.is_copyright(block.text) for block in run):
        return False
    head, box = run[0], region.rule in BOXES
    if head.kind != "heading":  # "This site uses cookies" is a notice of the page
        return box and not boxes.asks_consent(run) and boxes.is_policy(run)
    if box and boxes.is_policy(run):
        return True
    behind = mass.prose[-1] - mass.prose[region.end]
    amid = min(mass.prose[region.start], behind) > LEAST
    if region.rule in _TOPICS and amid and not boxes.is_headed(run) and _states(run):
        return True
    if region.rule == "comments" and behind <= LEAST and not boxes.has_subject(run[1:]):
        return False
    pressed = (*page.subscriptions, *page.consents)
    return (
        boxes.is_one_of_several(run, levels)
        and not any(region.start <= place <= region.end for place in pressed)
        and not any(block.text.endswith("?") for block in run)
    )


def offers_choice(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether a box set like an advertisement leads to a right: "Opt out of sharing"."""
    run = blocks[region.start : region.end]
    return len(run) <= _SHORT and any(
        buttons.says_choice(block.text.lower()) for block in run if len(block.text) <= SENTENCE
    )


def is_sentence_of_policy(run: list[Block]) -> bool:
    """Whether a box set like an advertisement is a sentence of the policy: "Read our charter on data."."""
    return (
        len(run) == 1
        and run[0].text.endswith(".")
        and run[0].linked < len(run[0].text)
        and boxes.mentions_subject(run[0].text)
        and not boxes.sells(run[0].text)
    )


def explains(blocks: list[Block], region: ContainerElement, mass: Mass) -> bool:
    """Whether a dialog in the middle of the text is part of it: a definition that opens with "More"."""
    start, end = region.start, region.end
    if end - start > MOST_BLOCKS or not mass.prose[start] or mass.prose[-1] - mass.prose[end] <= LEAST:
        return False
    run = blocks[start:end]
    if boxes.asks_consent(run):
        return False
    amid = mass.words[start] > LEAST and not region.fields
    return boxes.is_policy(run) or (amid and _states(run))


def _states(run: list[Block]) -> bool:
    """Whether a window makes statements: it sells nothing, asks nothing, and speaks of no page or visit.

    "Parcels are handed to the carrier with your door number." A window that only tells news of the shop, in
    sentences and without one of the words of advertisements, is taken for one too.
    """
    words = "\n".join(block.text for block in run).lower()
    body = [block for block in run if block.kind != "heading"]  # "More on retention" heads a box elsewhere
    return (
        _says_something(run)
        and not any(block.text.endswith("?") for block in run)
        and not (boxes.is_furniture(body) or boxes.sells(words) or said.phrase(words))
    )


def is_of_text(run: list[Block], region: ContainerElement) -> bool:
    """Whether an aside is part of the text: sentences that sum it up, or lines below one heading on whom to
    ask ("Data protection officer", a name, an address), with nothing to fill in and no list of links."""
    if _says_something(run):
        return True
    return (
        run[0].kind == "heading"
        and not region.fields
        and boxes.mentions_subject(run[0].text)
        and not any(block.kind == "heading" or "/" in _led_to(block) for block in run[1:])
        and not boxes.is_furniture(run)
    )


def _says_something(run: list[Block]) -> bool:
    """Whether a box is made of sentences rather than of labels and links."""
    if len(run) > MOST_BLOCKS:
        return False
    sentences = sum(len(block.text) - block.linked for block in run if block.text[-1] in ".。!?")
    return 2 * sentences > sum(len(block.text) for block in run)


def _led_to(block: Block) -> str:
    """Where the links of a block lead."""
    return " ".join(address for _, _, address in block.links)


def is_headline(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether a `<header>` holds the heading of a section and hardly anything else."""
    run = blocks[region.start : region.end]
    # A heading with a line or two is the head of a section, whatever its tag.
    if len(run) > 4:
        return False
    headed = sum(len(block.text) for block in run if block.kind == "heading" and not block.linked)
    return headed > 0 and 2 * headed >= sum(len(block.text) for block in run)
