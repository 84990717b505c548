"""Parts of a page that call themselves furniture, by tag, role or name, or that behave like it.

In: the blocks and regions of a page. The blocks of such parts are marked, each with its rule. A part with a
large share of the prose counts as the text whatever it calls itself, and inside the text only short parts and
parts that are mostly links are left out. `element_names` reads the names; here it is decided whether they are
true, with the help of these rooms:

    misnamed          parts of the text that are only called so
    title_and_day     what stays of a part that goes
    consent_windows   windows about cookies that no name shows
    newsletters       boxes that ask for an address, likewise
    unnamed_parts     footers, forms and cards, likewise

What this gets wrong: a policy that its template wraps in a `<nav>` or a dialog beside a longer text of
another kind goes with the wrapping; an advertisement that calls itself `<section>` stays, until `boxes`
reads what it says.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, furniture, misnamed, newsletters, title_and_day
from policydiff.normaliser.consent_windows import leave_out_consent_windows
from policydiff.normaliser.mass import LEAST, Mass
from policydiff.normaliser.unnamed_parts import leave_out_unnamed

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

_LARGE_PLACE = 0.5
"""Share of the page's prose from which a part named after its place is not believed to be furniture."""
_NEVER_HEADS = frozenset(("advertisement", "comments", "consent", "dialog", "footer", "related", "shadow"))
"""Rules for parts that hold no title of the text. A column or a bar may, with a list of the sections,
whatever it is called: "title-bar-breadcrumbs"."""
_ASKING = frozenset(("comments", "newsletter"))
"""Rules for boxes that are what they are called where they have fields to write into."""
_LARGEST_BOX = 400
"""Most characters of prose in a part that is furniture only if it is small."""


def leave_out_landmarks(page: PageElements, declared: list[str]) -> None:
    """Mark the parts that call themselves furniture and do not contain a large share of the prose.

    Args:
        page: the page as read.
        declared: its `<title>` and the parts of it.
    """
    mass = Mass(page.blocks)
    over = _window_over_page(page, mass)
    if over is not None:
        page.mark(0, over.start, "outside")
        page.mark(over.end, len(page.blocks), "outside")
        return
    shadows = _holds_most(page, mass, "template")
    summed_up = misnamed.sums_up(page, mass)
    misused = misnamed.misused_names(page, mass)
    levels = Counter(block.depth for block in page.blocks if block.kind == "heading")
    start = end = 0
    for region in reversed(page.regions):  # parents before their children
        if not region.rule or (start <= region.start and region.end <= end):
            continue
        # On this page the name is worn by the text itself: a theme calls every section "promo-box".
        asks = region.fields > 0 and region.rule in _ASKING
        if (region.named and region.rule in misused and not asks) or (region.rule == "shadow" and shadows):
            continue
        # A column of summaries ("In short: we keep it for a year") belongs to the sections it stands beside.
        if region.rule == "aside" and summed_up:
            continue
        if _is_furniture(page.blocks, region, mass) and not misnamed.is_section(page, region, mass, levels):
            if region.rule not in _NEVER_HEADS and title_and_day.holds_title(page.blocks, region, declared):
                title_and_day.mark_around_title(page.blocks, region)
                continue
            if region.rule == "byline":
                title_and_day.mark_byline(page.blocks, region)
                continue
            start, end = region.start, region.end
            if (region.rule == "footer" and (region.named or region.inside)) or title_and_day.tells_day(
                page.blocks, region
            ):
                title_and_day.mark_foot(page.blocks, region)
            else:
                page.mark(start, end, region.rule)
    leave_out_consent_windows(page, mass)
    for box in newsletters.newsletter_boxes(page, mass):
        page.mark(box.start, box.end, "newsletter")
    leave_out_unnamed(page, mass)


def _window_over_page(page: PageElements, mass: Mass) -> ContainerElement | None:
    """The dialog that holds the text, where the page is one over another page."""
    for region in page.regions:
        if region.sure and region.rule == "dialog" and 10 * mass.of(region) > 6 * mass.prose[-1] > 0:
            return None if boxes.asks_consent(page.blocks[region.start : region.end]) else region
    return None


def _holds_most(page: PageElements, mass: Mass, tag: str) -> bool:
    """Whether most of the prose stands in elements of one kind."""
    return 2 * sum(mass.of(region) for region in page.outermost(tag)) >= mass.prose[-1]


def _is_furniture(blocks: list[Block], region: ContainerElement, mass: Mass) -> bool:
    """Whether a region is the furniture that it calls itself, and does not contain too much of the text for
    that."""
    rule, start, end = region.rule, region.start, region.end
    if rule == "dialog" and misnamed.explains(blocks, region, mass):
        return False
    own, chars = mass.of(region), mass.chars[end] - mass.chars[start]
    # `<nav>`, or the window of a known consent manager, can be nothing else: it goes unless too little would
    # be left.
    if region.sure:
        rest = mass.words[-1] - (mass.words[end] - mass.words[start])
        return own < LEAST or rest >= LEAST
    if (
        rule == "footer"
        and own < LEAST
        and any(furniture.is_copyright(one.text) for one in blocks[start:end])
    ):
        return True  # and nothing else on the page: the frame of an application
    if own > (_LARGE_PLACE if rule in misnamed.PLACES else misnamed.LARGE) * mass.prose[-1]:
        return False
    between = min(mass.prose[start], mass.prose[-1] - mass.prose[end])  # prose on its shorter side
    if (rule == "promotion" and between > _LARGEST_BOX) or (
        rule == "comments" and between > LEAST and not region.fields
    ):
        return False  # nobody advertises, or prints letters of readers, in the middle of the text
    if rule == "promotion" and (
        misnamed.offers_choice(blocks, region) or misnamed.is_sentence_of_policy(blocks[start:end])
    ):
        return False
    if rule == "feedback" and own:
        return False
    if rule == "tools" and (own or misnamed.offers_choice(blocks, region)):
        return False
    if rule in misnamed.BOXES:
        return own <= _LARGEST_BOX
    if rule == "header" and misnamed.is_headline(blocks, region):
        return False
    # Outside `<main>` and `<article>` a name is believed.
    if not region.inside:
        return True
    # Inside the text a header holds its title, and an aside may be a box that sums it up; a column behind the
    # text that only its class calls so does not.
    if rule == "aside" and region.named and mass.prose[-1] - mass.prose[end] <= LEAST:
        return not boxes.has_subject(blocks[start:end])
    prosaic = 2 * own > chars or (rule == "aside" and misnamed.is_of_text(blocks[start:end], region))
    return rule != "header" and not (prosaic and rule in ("aside", "consent"))
