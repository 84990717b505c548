"""Parts of a page that call themselves furniture, by tag, role or name, or that behave like it.

In: the blocks and regions of a page. The blocks of such parts are marked, each with its rule. A part with a
large share of the prose counts as the text whatever it calls itself, and inside the text only short parts and
parts that are mostly links are left out. `element_names` reads the names; here it is decided whether they are
true.

What this gets wrong: a policy that its template wraps in a `<nav>` or a dialog beside a longer text of
another kind goes with the wrapping; an advertisement that calls itself `<section>` stays, until `boxes`
reads what it says.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, buttons, buttonwords, furniture, newsletters, said, titles
from policydiff.normaliser.mass import LEAST, SENTENCE, Mass
from policydiff.normaliser.page_elements import MOST_BLOCKS

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

_CONFLICT = {"navigation": 0.5, "footer": 0.5, "dialog": 0.5}
_CONFLICT_ELSE = 0.3
"""Share of the page's prose from which a part is not believed to be furniture."""
_BOX = frozenset(
    ("advertisement", "byline", "comments", "form", "newsletter", "promotion", "related", "share", "strip")
)
"""Rules for parts that are furniture only if they are small."""
_NAMES_OF_SECTIONS = (_BOX | {"aside", "consent", "feedback", "tools"}) - {"form"}
"""Rules for names that one of several sections of a policy may have from what it speaks of."""
_PLACES = frozenset(("dialog", "footer", "navigation"))
"""Rules for names of places on the page, which a section in its text has only by chance."""
_TOPICS = frozenset(("advertisement", "strip"))
"""Rules whose names are also subjects of policies."""
_NEVER_HEADS = frozenset(("advertisement", "comments", "consent", "dialog", "footer", "related", "shadow"))
"""Rules for parts that hold no title of the text. A column or a bar may, with a list of the sections,
whatever it is called: "title-bar-breadcrumbs"."""
_ASKING = frozenset(("comments", "newsletter"))
"""Rules for boxes that are what they are called where they have fields to write into."""
_LARGEST_BOX = 400
"""Most characters of prose in such a part."""
_BOXES = 0.15
"""Share of the page's prose from which all boxes of one name together are parts of the text."""
_SHORT_BOX = 12
"""Most blocks of a box that is set like an advertisement and may be none."""
_COLUMN = 3
"""Fewest asides that are a column of summaries."""
_MOST = 0.7
"""What share of the prose stands before the site's footer at least."""
_LARGEST_WINDOW = 3000
"""Characters of the largest consent window that has no name."""
_EDGE, _ROW = 20, 80
"""Blocks at the start and at the end of a page that may be such a window with links for buttons, and
characters of a row of its buttons."""


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
    summed_up = _sums_up(page, mass)
    lies = _lies(page, mass)
    levels = Counter(block.depth for block in page.blocks if block.kind == "heading")
    start = end = 0
    for region in reversed(page.regions):  # parents before their children
        if not region.rule or (start <= region.start and region.end <= end):
            continue
        # On this page the name is worn by the text itself: a theme calls every section "promo-box".
        asks = region.fields > 0 and region.rule in _ASKING
        if (region.named and region.rule in lies and not asks) or (region.rule == "shadow" and shadows):
            continue
        # A column of summaries ("In short: we keep it for a year") belongs to the sections it stands beside.
        if region.rule == "aside" and summed_up:
            continue
        if _is_furniture(page.blocks, region, mass) and not _is_section(page, region, mass, levels):
            if region.rule not in _NEVER_HEADS and _holds_title(page.blocks, region, declared):
                _mark_around_title(page.blocks, region)
                continue
            if region.rule == "byline":
                _mark_byline(page.blocks, region)
                continue
            start, end = region.start, region.end
            if (region.rule == "footer" and (region.named or region.inside)) or _tells_day(
                page.blocks, region
            ):
                _mark_foot(page.blocks, region)
            else:
                page.mark(start, end, region.rule)
    _consent_windows(page, mass)
    _linked_consent_windows(page, mass)
    for box in newsletters.newsletter_boxes(page, mass):
        page.mark(box.start, box.end, "newsletter")
    _boxes_around_forms(page, mass)
    _unnamed_footers(page, mass)
    _behind_the_footer(page, mass)
    _teasers(page, mass)


def _window_over_page(page: PageElements, mass: Mass) -> ContainerElement | None:
    """The dialog that holds the text, where the page is one over another page."""
    for region in page.regions:
        if region.sure and region.rule == "dialog" and 10 * mass.of(region) > 6 * mass.prose[-1] > 0:
            return None if boxes.asks_consent(page.blocks[region.start : region.end]) else region
    return None


def _lies(page: PageElements, mass: Mass) -> set[str]:
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
        if own > LEAST and own > (_BOXES if rule in _BOX else _CONFLICT_ELSE) * mass.prose[-1]
    }


def _sums_up(page: PageElements, mass: Mass) -> bool:
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


def _is_section(page: PageElements, region: ContainerElement, mass: Mass, levels: Counter[int]) -> bool:
    """Whether a part is a section, and only called after what it speaks of: that on the newsletter.

    It reads like a policy, or it is one of several: its heading has the level of others, and there is nothing
    to press, to fill in or to follow. Amid the text a heading over sentences that sell nothing is enough;
    behind it comments are a section only with a word of policies. `levels` counts the page's headings by
    depth.
    """
    if not region.named or region.fields:
        return False
    run = page.blocks[region.start : region.end]
    misnamed = region.inside and region.rule in _PLACES and boxes.is_policy(run)
    if not (region.rule in _NAMES_OF_SECTIONS or misnamed):
        return False
    if not _says_something(run) or any(furniture.is_copyright(block.text) for block in run):
        return False
    head, box = run[0], region.rule in _BOX
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


def _holds_most(page: PageElements, mass: Mass, tag: str) -> bool:
    """Whether most of the prose stands in elements of one kind."""
    return 2 * sum(mass.of(region) for region in page.outermost(tag)) >= mass.prose[-1]


def _is_furniture(blocks: list[Block], region: ContainerElement, mass: Mass) -> bool:
    """Whether a region is the furniture that it calls itself, and does not contain too much of the text for
    that."""
    rule, start, end = region.rule, region.start, region.end
    if rule == "dialog" and _explains(blocks, region, mass):
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
    if own > _CONFLICT.get(rule, _CONFLICT_ELSE) * mass.prose[-1]:
        return False
    between = min(mass.prose[start], mass.prose[-1] - mass.prose[end])  # prose on its shorter side
    if (rule == "promotion" and between > _LARGEST_BOX) or (
        rule == "comments" and between > LEAST and not region.fields
    ):
        return False  # nobody advertises, or prints letters of readers, in the middle of the text
    if rule == "promotion" and (_offers_choice(blocks, region) or _refers(blocks[start:end])):
        return False
    if rule == "feedback" and own:
        return False
    if rule == "tools" and (own or _offers_choice(blocks, region)):
        return False
    if rule in _BOX:
        return own <= _LARGEST_BOX
    if rule == "header" and _is_headline(blocks, region):
        return False
    # Outside `<main>` and `<article>` a name is believed.
    if not region.inside:
        return True
    # Inside the text a header holds its title, and an aside may be a box that sums it up; a column behind the
    # text that only its class calls so does not.
    if rule == "aside" and region.named and mass.prose[-1] - mass.prose[end] <= LEAST:
        return not boxes.has_subject(blocks[start:end])
    prosaic = 2 * own > chars or (rule == "aside" and _is_of_text(blocks[start:end], region))
    return rule != "header" and not (prosaic and rule in ("aside", "consent"))


def _offers_choice(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether a box set like an advertisement leads to a right: "Opt out of sharing"."""
    run = blocks[region.start : region.end]
    return len(run) <= _SHORT_BOX and any(
        buttons.says_choice(block.text.lower()) for block in run if len(block.text) <= SENTENCE
    )


def _refers(run: list[Block]) -> bool:
    """Whether a box set like an advertisement is a sentence of the policy: "Read our charter on data."."""
    return (
        len(run) == 1
        and run[0].text.endswith(".")
        and run[0].linked < len(run[0].text)
        and boxes.mentions_subject(run[0].text)
        and not boxes.sells(run[0].text)
    )


def _explains(blocks: list[Block], region: ContainerElement, mass: Mass) -> bool:
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


def _holds_title(blocks: list[Block], region: ContainerElement, declared: list[str]) -> bool:
    """Whether a part holds the title of the policy, and perhaps its date and what it is about.

    In a `<header>` that is any heading that names a policy. Elsewhere lower ones head boxes and lists, and
    one that the next heading holds ("Privacy", then "Privacy at Example") is the name of a place on the site.
    """
    if region.end - region.start > MOST_BLOCKS:
        return False
    title = next(
        (
            block
            for block in blocks[region.start : region.end]
            if block.kind == "heading"
            and 2 * block.linked < len(block.text) <= titles.LONGEST
            and (
                titles.is_name(block.text) or (block.depth == 1 and titles.is_part(block.text, declared[1:2]))
            )
        ),
        None,
    )
    if title is None or region.rule == "header":
        return title is not None
    following = (block for block in blocks[region.end : region.end + MOST_BLOCKS] if block.kind == "heading")
    again = next(following, None)
    return title.depth == 1 and (again is None or title.text.casefold() not in again.text.casefold())


def _mark_around_title(blocks: list[Block], region: ContainerElement) -> None:
    """In a part with the title, mark everything except the title, the date and sentences on the policy."""
    below = False
    for block in blocks[region.start : region.end]:
        # A linked heading is the name of the site, which leads to its home page.
        titled = block.kind == "heading" and 2 * block.linked < len(block.text)
        below = below or titled
        sentence = (_is_lead(block) or (below and titles.is_subtitle(block))) and not boxes.sells(block.text)
        if not (titled or sentence or furniture.is_date_line(block.text)):
            block.rule = block.rule or region.rule


def _is_lead(block: Block) -> bool:
    """Whether a line below the title is a sentence of it: a long one, or a short one that ends like one."""
    own = len(block.text) - block.linked
    return own >= SENTENCE or (not block.linked and block.text[-1] == "." and block.text.count(" ") >= 4)


def _says_something(run: list[Block]) -> bool:
    """Whether a box is made of sentences rather than of labels and links."""
    if len(run) > MOST_BLOCKS:
        return False
    sentences = sum(len(block.text) - block.linked for block in run if block.text[-1] in ".。!?")
    return 2 * sentences > sum(len(block.text) for block in run)


def _is_of_text(run: list[Block], region: ContainerElement) -> bool:
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


def _led_to(block: Block) -> str:
    """Where the links of a block lead."""
    return " ".join(address for _, _, address in block.links)


def _is_headline(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether a `<header>` holds the heading of a section and hardly anything else."""
    run = blocks[region.start : region.end]
    # A heading with a line or two is the head of a section, whatever its tag.
    if len(run) > 4:
        return False
    headed = sum(len(block.text) for block in run if block.kind == "heading" and not block.linked)
    return headed > 0 and 2 * headed >= sum(len(block.text) for block in run)


def _mark_byline(blocks: list[Block], region: ContainerElement) -> None:
    """Mark the byline, except the date."""
    for block in blocks[region.start : region.end]:
        # "By Anna Birch" goes; "Last updated 3 May 2024" and a sentence stay.
        telling = block.text[-1] in ".!?" or any(sign.isdecimal() for sign in block.text)
        if len(block.text) < SENTENCE and not telling:
            block.rule = block.rule or "byline"


def _tells_day(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether an aside in the text is there for its day ("Last updated 3 May 2024"): it leads nowhere."""
    return (
        region.rule == "aside"
        and region.inside
        and region.end - region.start <= _SHORT_BOX
        and not any(block.links for block in blocks[region.start : region.end])
    )


def _mark_foot(blocks: list[Block], region: ContainerElement) -> None:
    """Mark what only a class calls a footer, or what is the foot of the text, except the day of the text
    where nobody claims a copyright, and the sentences of a `<footer>`: a policy has a foot, too."""
    run = blocks[region.start : region.end]
    of_site = any(furniture.is_copyright(block.text) for block in run)
    for block in run:
        if (
            of_site
            or block.linked
            or not (
                (furniture.is_date_line(block.text) and furniture.is_dated(block.text))
                or (not region.named and _is_lead(block) and not boxes.sells(block.text))
            )
        ):
            block.rule = block.rule or region.rule


def _consent_windows(page: PageElements, mass: Mass) -> None:
    """Mark windows without a name: prose about cookies, with buttons to accept and to choose."""
    # From the smallest element around an accepting button outwards: those with a second button that speak of
    # cookies. An element larger than a window, or with a third of the prose, is the page itself.
    for place in page.consents[:8]:
        for region in page.regions:
            if not region.start <= place <= region.end:
                continue
            start, end = region.start, region.end
            if (
                mass.chars[end] - mass.chars[start] > _LARGEST_WINDOW
                or end - start > MOST_BLOCKS
                or mass.of(region) > 0.3 * mass.prose[-1]
            ):
                break
            buttons = sum(1 for other in page.consents if start <= other <= end)
            if buttons > 1 and mass.of(region) and boxes.asks_consent(page.blocks[start:end]):
                page.mark(start, end, "consent")


def _linked_consent_windows(page: PageElements, mass: Mass) -> None:
    """Mark windows without a name whose buttons are links or plain lines, before the text or after it.

    A section of a policy on cookies may hold such links too: it has a heading, or stands amid the text.
    """
    blocks = page.blocks
    edges = {*range(_EDGE), *range(len(blocks) - _EDGE, len(blocks))}
    counts = {n: _consents_in(blocks[n]) for n in edges if 0 <= n < len(blocks) and not blocks[n].rule}
    for place in [n for n in sorted(counts) if counts[n]]:
        for region in page.regions:
            start, end = region.start, region.end
            if not start <= place < end:
                continue
            outside = mass.prose[start] == 0 or mass.prose[end] == mass.prose[-1]
            if not outside or end - start > _EDGE or mass.of(region) > 0.3 * mass.prose[-1]:
                break
            run = blocks[start:end]
            headed = run[0].kind == "heading" and not boxes.is_consent_heading(run[0].text)
            enough = sum(counts.get(n, 0) for n in range(start, end)) > 1
            if enough and mass.of(region) and not headed and boxes.asks_consent(run):
                page.mark(start, end, "consent")


def _consents_in(block: Block) -> int:
    """Of how many buttons of a consent window, and nothing else, a line consists; 0 if there is anything
    else."""
    if len(block.text) > _ROW:
        return 0
    lowered, button = block.text.lower(), buttonwords.consent()
    if block.links:
        if block.linked + 3 * len(block.links) < len(lowered):
            return 0
        said = [lowered[start:end] for start, end, _ in block.links]
        return len(said) if all(map(button.fullmatch, said)) else 0
    count = place = 0
    while place < len(lowered):
        found = button.match(lowered, place)
        if found is None:
            return 0
        count, place = count + 1, found.end()
    return count


def _boxes_around_forms(page: PageElements, mass: Mass) -> None:
    """Mark what stands above the text in one element with fields to write into: "Ask for an offer", stars,
    "Free and without obligation". A page without a text below is about its form."""
    for region in page.regions:
        start, end = region.start, region.end
        if region.fields < 2 or end - start > _EDGE or max(mass.prose[start], mass.of(region)) > LEAST:
            continue
        if mass.prose[-1] - mass.prose[end] <= LEAST:
            continue
        run = page.blocks[start:end]
        titled = any(block.depth == 1 and block.kind == "heading" for block in run)
        if not titled and boxes.is_furniture(run, asks=True):
            page.mark(start, end, "form")


def _unnamed_footers(page: PageElements, mass: Mass) -> None:
    """Mark footers without a name: a line on copyright among links, and hardly any prose."""
    places = [
        n
        for n, block in enumerate(page.blocks)
        if block.text[0] in furniture.CLAIMS and not block.rule and furniture.is_copyright(block.text)
    ]
    # The last lines that claim a copyright: one further up belongs to the text ("© of your photos stays
    # yours").
    for place in places[-2:]:
        footer: ContainerElement | None = None
        for region in page.regions:
            start, end = region.start, region.end
            if start <= place < end:
                if (
                    end - start > MOST_BLOCKS
                    or mass.of(region) > min(LEAST, 0.2 * mass.prose[-1])
                    or any(block.depth == 1 and block.kind == "heading" for block in page.blocks[start:end])
                ):
                    break
                if sum(len(block.links) for block in page.blocks[start:end]) > 2:
                    footer = region
        if footer is not None:
            page.mark(footer.start, footer.end, "footer")


def _behind_the_footer(page: PageElements, mass: Mass) -> None:
    """Mark everything after the site's footer: windows that open over the page, whatever they are about."""
    blocks = page.blocks
    place = next((n for n in range(len(blocks) - 1, -1, -1) if blocks[n].rule == "footer"), None)
    if place is None or place + 1 == len(blocks) or mass.prose[place] < _MOST * mass.prose[-1]:
        return
    first = place
    while first and blocks[first - 1].rule == "footer":
        first -= 1
    run = blocks[first : place + 1]
    if any(furniture.is_copyright(block.text) for block in run) or sum(len(block.links) for block in run) > 2:
        page.mark(place + 1, len(blocks), "outside")


def _teasers(page: PageElements, mass: Mass) -> None:
    """Mark cards of other articles: each an `<article>` under a heading that leads elsewhere."""
    cards = [region for region in page.regions if region.tag == "article" and _is_card(page.blocks, region)]
    if len(cards) > 1 and sum(map(mass.of, cards)) <= 0.3 * mass.prose[-1]:
        for region in cards:
            page.mark(region.start, region.end, "teaser")


def _is_card(blocks: list[Block], region: ContainerElement) -> bool:
    if region.end - region.start > 12:
        return False
    for block in blocks[region.start : region.end]:
        if block.kind == "heading":
            return boxes.is_card_heading(block)
    return False
