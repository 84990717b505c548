"""Finds the root of the policy: the smallest element of the page that holds nearly all of its prose.

In: the blocks and regions of a page, of which those that call themselves furniture are marked. Out: the
interval of the root, and where the name of the document stands. Nothing is marked here.

What this gets wrong: on a page that holds two documents of about the same length, each in an element of its
own, the root is what holds both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser import boxes, furniture, titles
from policydiff.normaliser.page_elements import HOLDERS, MOST_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

NEARLY_ALL = 0.93
"""Share of the prose that a part of the page must hold to stand for all of it."""
_MOST = 0.6
"""Share that is enough where nothing around that part uses the words of policies."""
_MOST_WRAPPERS = 50
"""Elements inside one another that are looked at for this; of each, all that is around it is gone through."""


class PolicyRoot(NamedTuple):
    """The root element of the text, and further clues to where the policy is."""

    start: int
    """Number of its first block."""
    end: int
    """Number of the block after its last."""
    main: tuple[int, int] | None
    """What the page calls its text, if it holds most of the prose."""
    title: int | None
    """Number of the block with the name of the document."""


def find_root(page: PageElements, mass: Mass, declared: list[str]) -> PolicyRoot:
    """The element that holds the policy, and the block with its name.

    Args:
        page: the page as read, with the parts marked that call themselves furniture.
        mass: the sums over its blocks.
        declared: its `<title>` and the parts of it.
    """
    main = _main(page, mass)
    start, end = _smallest(page, mass, *(main or _only_article(page, mass) or (0, len(page.blocks))))
    return PolicyRoot(start, end, main, titles.place(page.blocks, mass, start, end, declared))


def _main(page: PageElements, mass: Mass) -> tuple[int, int] | None:
    """The page's `<main>`, if it holds most of the prose; several are one."""
    mains = [region for region in page.outermost("main") if mass.of(region)]
    if 2 * sum(map(mass.of, mains)) > mass.prose[-1]:
        return mains[-1].start, mains[0].end
    return None


def _only_article(page: PageElements, mass: Mass) -> tuple[int, int] | None:
    """The page's only `<article>`, if it holds most of the prose; of several each may be a document."""
    articles = [region for region in page.outermost("article") if mass.of(region)]
    if len(articles) == 1 and 2 * mass.of(articles[0]) > mass.prose[-1]:
        return articles[0].start, articles[0].end
    return None


def _smallest(page: PageElements, mass: Mass, start: int, end: int) -> tuple[int, int]:
    """The smallest element inside that holds nearly all prose, and nearly all words outside links.

    Beside a short text, offers and stories are more than a small part of the prose: then an element that
    holds most of it is taken, as long as what is around it offers something and has no word of policies.
    """
    if mass.prose[end] == mass.prose[start]:
        return start, end
    for region in _holding(page, mass, start, end, NEARLY_ALL):
        if start <= region.start and region.end <= end and region.end - region.start < end - start:
            start, end = region.start, region.end
    wrappers = _holding(page, mass, start, end, _MOST)[::-1]  # parents before their children
    for region in wrappers[:_MOST_WRAPPERS]:
        if not _is_around(page, start, end, region):
            break
        start, end = region.start, region.end
    return start, end


def _is_in_cell(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether an element is within one cell of a table that states something: the longest cell of a short
    page is not its text."""
    if region.start >= region.end:
        return False
    first, last = blocks[region.start].cell, blocks[region.end - 1].cell
    return first is not None and first is last and not first.table.layout


def _holding(page: PageElements, mass: Mass, start: int, end: int, share: float) -> list[ContainerElement]:
    """The elements between two places that hold a share of the prose and of the words outside links, and
    that may hold a policy."""
    prose, words = mass.prose, mass.words
    enough, most = share * (prose[end] - prose[start]), share * (words[end] - words[start])
    return [
        region
        for region in page.regions
        if prose[region.end] - prose[region.start] >= enough
        and words[region.end] - words[region.start] >= most
        and start <= region.start
        and region.end <= end
        and region.tag in HOLDERS
        and not _is_in_cell(page.blocks, region)
    ]


def _is_around(page: PageElements, start: int, end: int, region: ContainerElement) -> bool:
    """Whether what stands between two places around an element is furniture around a policy.

    It has no word of policies, and behind the element is nothing that only states something.
    """
    above = list(_runs(page, start, region.start))
    below = list(_runs(page, region.end, end))
    if not any(above) and not any(below):
        return True
    return (
        not any(map(boxes.has_subject, (*above, *below)))
        and not any(map(_only_states, below))
        and boxes.is_policy(page.blocks[start : min(region.end, start + MOST_BLOCKS)])
    )


def _runs(page: PageElements, start: int, end: int) -> Iterator[list[Block]]:
    """The blocks of each element between two places, without the name of the document, which may stand above
    its text."""
    for first, last, _ in page.parts(start, end):
        blocks = page.blocks[first:last]
        yield [block for block in blocks if not (block.rule or titles.is_pure_name(block.text))]


def _only_states(run: list[Block]) -> bool:
    """Whether blocks hold a sentence, and no line that is a link, sells something or claims a copyright."""
    return any(not block.linked and block.text[-1] in ".。" for block in run) and not any(
        2 * block.linked > len(block.text) or furniture.is_copyright(block.text) or boxes.sells(block.text)
        for block in run
    )
