"""One walk over the tree of a page: blocks of text in reading order, and the regions that hold them.

In: a tree. Out: `PageElements`: every block (heading, paragraph, list item, piece of a table cell) of the
whole page, and for every container element the interval of blocks that it holds. What is policy and what is
furniture is decided afterwards on these two lists (`extract`), so that nothing is read twice and the tree
stays as it was. What is done at each element stands here, but for words set apart within a line (`inline`)
and for forms and buttons (`controls`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from policydiff.models import MASKED_MAIL_PATH
from policydiff.normaliser import buttons, footnotes, icons, lines, masks, styles
from policydiff.normaliser.controls import LONGEST
from policydiff.normaliser.html_vocabulary import BLOCKS, CONTAINERS, HEADINGS, SKIPPED
from policydiff.normaliser.inline import InlineWriter
from policydiff.normaliser.markers import Markers
from policydiff.normaliser.page_elements import PageElements

if TYPE_CHECKING:
    from lxml import etree

    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.tables import TableCell


def read_elements(
    root: etree._Element, *, unseen: frozenset[str] = frozenset(), explain: bool = False
) -> PageElements:
    """Walk the tree once.

    Args:
        root: the tree.
        unseen: class names that the page hides.
        explain: also take note of what the walk itself leaves out.
    """
    walk = _Walk(explain=explain, unseen=unseen)
    walk.run(root)
    _name_panels_once(walk.blocks, walk.tabs)
    return PageElements(walk.blocks, walk.regions, walk.consents, walk.subscriptions, walk.panels, walk.hints)


def _name_panels_once(blocks: list[Block], tabs: list[int]) -> None:
    """Mark the tabs whose panels have headings of the same words: the tab is the title of any other panel."""
    headings = {block.text for block in blocks if block.kind == "heading"} if tabs else set()
    for place in tabs:
        if place < len(blocks) and blocks[place].text in headings:
            blocks[place].rule = "tab"


class _Walk(InlineWriter):
    __slots__ = ("panels", "steps")

    def __init__(self, *, explain: bool, unseen: frozenset[str]) -> None:
        super().__init__(explain=explain, unseen=unseen)
        self.steps = _Steps(_STEPS)
        self.panels: list[tuple[int, int]] = []

    def run(self, root: etree._Element) -> None:
        # From node to node by hand: an iterator of events takes twice the time, and an element without
        # children needs no second turn for its end.
        parts, steps, flush = self.parts, self.steps, self.flush
        above: list[tuple[etree._Element, bool, _Leave | None]] = []
        node = root
        while True:
            tag = node.tag
            apart, enter, leave = steps[tag]
            if apart and parts:
                flush()
            if enter is not None and enter(self, node, tag):
                apart, leave = False, None
            else:
                text = node.text
                if text and (parts or not text.isspace()):
                    parts.append(text)
                if len(node):
                    above.append((node, apart, leave))
                    node = node[0]
                    continue
            while True:  # its end, and the end of each element that it is the last one in
                if apart and parts:
                    flush()
                if leave is not None:
                    leave(self, node)
                text = node.tail
                if text and (parts or not text.isspace()):
                    parts.append(text)
                following = node.getnext() if above else None
                if following is not None:
                    node = following
                    break
                if not above:
                    flush()
                    return
                node, apart, leave = above.pop()

    # --- elements

    def foreign(self, node: etree._Element, tag: str) -> None:
        """An element of a framework's own is a block where no text stands beside it."""
        if self.parts and buttons.stands_alone(node):
            self.flush()

    def foreign_part(self, node: etree._Element, tag: str) -> None:
        """One that is named like a part of a page ("app-footer") is that part."""
        self.container(node, tag.rpartition("-")[2])

    def foreign_end(self, node: etree._Element) -> None:
        if self.parts and buttons.stands_alone(node):
            self.flush()

    def shadow(self, node: etree._Element, tag: str) -> bool:
        """A template is not shown, but for one that holds the shadow tree of the element around it."""
        if all(node.get(name) is None for name in ("shadowrootmode", "shadowroot", "shadowmode")):
            return True
        self.container(node, tag)
        return False

    def heading_start(self, node: etree._Element, tag: str) -> None:
        self.heading = HEADINGS[tag]

    def heading_end(self, node: etree._Element) -> None:
        self.heading = 0

    def list_start(self, node: etree._Element, tag: str) -> None:
        self.container(node, tag)
        self.lists.append(Markers(node, tag))

    def list_end(self, node: etree._Element) -> None:
        self.container_end(node)
        self.end_list()

    def item_start(self, node: etree._Element, tag: str) -> None:
        self.start_item(node)

    def item_end(self, node: etree._Element) -> None:
        self.item = self.marker = ""

    def definition_start(self, node: etree._Element, tag: str) -> None:
        """Of several definitions of one term each is an item of a list: "We share it with" has two."""
        several = any(near is not None and near.tag == "dd" for near in (node.getnext(), node.getprevious()))
        if several and not self.lists:
            self.start_item(node)

    def definition_end(self, node: etree._Element) -> None:
        if self.item and not self.lists:
            self.end_item()

    def line_break(self, node: etree._Element, tag: str) -> None:
        self.parts.append(lines.BREAK)

    def link(self, node: etree._Element, tag: str) -> bool:
        address, classes, button, tab = None, "", False, False
        said = node.keys()  # asking for what is missing takes longer
        for one in said:
            if one == "href":
                address = node.get("href")
            elif one == "class":
                classes = node.get("class", "")
            elif one in buttons.TAB_MARKS:
                tab, button = True, button or (one == "role" and node.get("role") == "button")
        if address is not None and MASKED_MAIL_PATH in address:
            masks.unmask(node)
            address = node.get("href")
        if (
            address is not None
            and address[:1] == "#"
            and footnotes.glued(self.parts)
            and self.raised(node, tag)
        ):
            return True
        leads = address is not None and address != "#" and address.startswith(buttons.PLACES)
        styled = button or (classes != "" and buttons.looks_like_one(classes))
        if styled or not leads:  # as few are
            left = self.button_in_disguise(node, tag, address, styled=styled, button=button)
            if left is not None:
                return left
        if address is not None:
            if tab:
                self.note_tab(node)
            self.start_link(address)
        return False

    def button_in_disguise(
        self, node: etree._Element, tag: str, address: str | None, *, styled: bool, button: bool
    ) -> bool | None:
        """A link that prints, or accepts cookies, is no text; one for a right is.

        Args:
            node: the link.
            tag: its tag.
            address: where it leads.
            styled: whether it looks like a button.
            button: whether it is one by its role.

        Returns:
            Whether it is left out; None where it is a link as others are.
        """
        words = buttons.words_on(node) if styled else ""
        if buttons.acts(address) or (styled and self.note_consent(words)):
            self.link_end(node)
            return self.leave("button", node)
        if address is not None and buttons.only_unfolds(node, address):
            return self.leave("button", node)
        if styled:
            self.note_subscription(words)
            if not self.parts and buttons.only_subscribes(node, words):
                return self.leave("button", node)
            if button and not buttons.leads(address) and not buttons.opens(node):
                return self.acting(node, tag)
        return None

    def note_tab(self, node: etree._Element) -> None:
        """From the first tab on, panels are looked for."""
        super().note_tab(node)
        if self.titled and self.steps["div"] is _CONTAINER:
            self.steps.update(dict.fromkeys(CONTAINERS, (True, _Walk.panel, _Walk.container_end)))

    def panel(self, node: etree._Element, tag: str) -> None:
        """An element begins that may be the panel of a tab: the title is written into it, and comes in where
        the tab is left out."""
        self.container(node, tag)
        words, place = self.titled.pop(node.get("id") or "", ("", 0))
        if words and place < len(self.blocks) and self.blocks[place].text == words:
            self.panels.append((place, len(self.blocks)))
            self.add(words, (), True, None)
            self.blocks[-1].rule = "tab"

    def link_end(self, node: etree._Element) -> None:
        self.end_link()
        if self.alone is not None:
            self.button_end(node)

    def skipped(self, node: etree._Element, tag: str) -> bool:
        return True

    # --- tables

    def table_start(self, node: etree._Element, tag: str) -> None:
        self.container(node, tag)
        self.start_table()

    def table_end(self, node: etree._Element) -> None:
        self.container_end(node)
        table = self.tables[-1]
        self.end_table()
        if table.layout:  # what stands between pictures there is no value of a row
            for place in table.pictured:
                self.blocks[place].rule = "picture"

    def row_start(self, node: etree._Element, tag: str) -> None:
        if self.tables:
            parent = node.getparent()
            self.tables[-1].start_row(head=parent is not None and parent.tag == "thead")

    def cell_start(self, node: etree._Element, tag: str) -> None:
        self.container(node, tag)
        if self.tables:
            self.start_cell(node, heading=tag == "th")
            self.pictures.clear()

    def cell_end(self, node: etree._Element) -> None:
        if self.cell is not None and not self.tables[-1].nested:
            self.value_of_pictures(self.cell, node)
        self.container_end(node)
        self.end_cell()

    def value_of_pictures(self, cell: TableCell, node: etree._Element) -> None:
        """A cell whose value is a picture says what the picture says."""
        if self.parts:
            self.flush()
        filled = len(self.blocks) > cell.first
        if filled and not self.pictures:  # as most
            return
        said = [words for words in dict.fromkeys(self.pictures) if words]
        self.pictures.clear()
        # Beside words a picture counts only as a yes or no ("✓ with your consent"); alone it is the value of
        # the cell.
        if filled:
            said = [words for words in said if icons.means_yes_or_no(words)]
        elif not said and not len(node):
            said = [icons.said(node)]
        text = " ".join(said)[:LONGEST]
        if text:
            cell.table.pictured.append(len(self.blocks))
            self.parts.append(text)
            self.flush()


_PARTS_OF_PAGES = frozenset(("footer", "nav"))
"""Elements after which frameworks name elements of their own. A "header" may be that of a panel."""
_Enter = Callable[[_Walk, "etree._Element", str], bool | None]
"""What is done at the start of an element; true where all that it holds is to be left out."""
_Leave = Callable[[_Walk, "etree._Element"], None]
"""What is done at its end, unless it was left out."""
_TagHandlers = tuple[bool, _Enter | None, _Leave | None]
"""Whether the text in an element stands apart from the text around it; what is done at its start and at its
end."""


class _Steps(dict[str, _TagHandlers]):
    """What is done at each element, by its tag."""

    def __missing__(self, tag: str) -> _TagHandlers:
        """An element that HTML does not have."""
        step: _TagHandlers = (False, None, None)
        if tag.rpartition("-")[2] in _PARTS_OF_PAGES and "-" in tag:
            step = (True, _Walk.foreign_part, _Walk.container_end)
        elif "-" in tag:
            step = (False, _Walk.foreign, _Walk.foreign_end)
        self[tag] = step
        return step


_CONTAINER: _TagHandlers = (True, _Walk.container, _Walk.container_end)
_LIST: _TagHandlers = (True, _Walk.list_start, _Walk.list_end)
_BOLD: _TagHandlers = (False, _Walk.bold_start, _Walk.bold_end)
_CELL: _TagHandlers = (True, _Walk.cell_start, _Walk.cell_end)
_STEPS: dict[str, _TagHandlers] = {
    **dict.fromkeys(CONTAINERS, _CONTAINER),
    **dict.fromkeys(BLOCKS, (True, None, None)),
    **dict.fromkeys(HEADINGS, (True, _Walk.heading_start, _Walk.heading_end)),
    **dict.fromkeys(SKIPPED, (False, _Walk.skipped, None)),
    "form": (True, _Walk.form_start, _Walk.form_end),
    "input": (False, _Walk.field, None),
    "select": (False, _Walk.field, None),
    "textarea": (False, _Walk.field, _Walk.preformatted_end),
    "label": (False, _Walk.label, _Walk.label_end),
    **dict.fromkeys(("del", "s", "strike", styles.STRUCK), (False, _Walk.struck, None)),
    **dict.fromkeys(("img", "picture", "svg"), (False, _Walk.picture, None)),
    "sup": (False, _Walk.raised, None),
    "template": (False, _Walk.shadow, _Walk.container_end),
    "ul": _LIST,
    "ol": _LIST,
    "dl": _CONTAINER,
    "li": (True, _Walk.item_start, _Walk.item_end),
    "dd": (True, _Walk.definition_start, _Walk.definition_end),
    "pre": (True, _Walk.preformatted_start, _Walk.preformatted_end),
    "br": (False, _Walk.line_break, None),
    "a": (False, _Walk.link, _Walk.link_end),
    "b": _BOLD,
    "strong": _BOLD,
    **dict.fromkeys(("em", "font", "small", "u"), (False, _Walk.emphasis, None)),
    "i": (False, _Walk.aside_text, None),
    "span": (False, _Walk.aside_text, None),
    "button": (False, _Walk.button, _Walk.button_end),
    "table": (True, _Walk.table_start, _Walk.table_end),
    "tr": (True, _Walk.row_start, None),
    "td": _CELL,
    "th": _CELL,
}
