"""Words set apart from the line that they stand in: bold, small, raised, struck out, hidden, or drawn.

In: the beginnings and ends of such elements, from the walk over a page (`walk`). Most are words of the text
like those around them. A hint for screen readers in a link, the name of an icon, a trap for robots, a text
that is struck out and the source of a text that stands beside it are none; a footnote mark stays a mark, and
a picture counts where it is all that a cell or the heading of a policy holds.

What this gets wrong: a text of a few words that a click unfolds and a style hides is taken for a trap.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from policydiff.normaliser import element_names, footnotes, icons, masks, styles, titles, tree
from policydiff.normaliser.controls import ControlWriter
from policydiff.normaliser.html_vocabulary import ICON_TOKENS, NOTE_TOKENS, SCREEN_READER_TOKENS, TOOL_TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_LABEL = (3, 40)
"""Characters of the shortest and of the longest label that stands right beside another."""
_MARKS, _LOOKED_AT = " \n#*>_", 20
"""Signs of Markdown at the start of a text, and pieces of text that are looked at for the same start."""
_LABELS = frozenset(("span", "time"))
_ROW = 6
"""Most elements in a row of them."""
_UNSEEN = 7
"""Most words of a hidden piece of text that is left out; longer ones open with a click ("read more")."""


class InlineWriter(ControlWriter):
    """Reads what is set apart within a line."""

    __slots__ = ("unseen",)

    def __init__(self, *, explain: bool, unseen: frozenset[str]) -> None:
        super().__init__(explain=explain)
        self.unseen = unseen
        """Class names that the page hides."""

    def bold_start(self, node: etree._Element, tag: str) -> bool:
        """Bold words begin, which may be hidden ones."""
        said = node.keys()
        if said and self.unseen_piece(node, said):
            return True
        self.start_bold()
        return False

    def bold_end(self, node: etree._Element) -> None:
        """They end."""
        self.end_bold()

    def aside_text(self, node: etree._Element, tag: str) -> bool:
        """What is set apart from the text: a hint for screen readers in a link or heading, the name of an
        icon, a tool beside a heading, a trap for robots."""
        said = node.keys()
        if masks.ATTRIBUTE in said:
            masks.unmask(node)
        classes = node.get("class") if "class" in said else None
        if classes:
            rule = _aside(classes[: element_names.LONGEST])
            if rule == "note":
                if footnotes.glued(self.parts) and self.raised(node, tag):
                    return True
                rule = ""
            if rule == "icon" and self.cell is not None:
                self.pictures.append(icons.of_name(node.text or ""))
            # Hints for screen readers go inside links and headings ("opens in a new tab"); elsewhere they may
            # be the only label of a table or a section.
            if rule and (rule != "screen reader" or self.heading or self.anchor is not None):
                return self.leave(rule, node)
        if self.cell is not None and not len(node) and not (node.text or "").strip():
            self.pictures.append(icons.said(node))
        if said and (self.unseen_piece(node, said) or self.said_again(node, said)):
            return True
        role = node.get("role") if "role" in said else None
        if self.parts and _touches_label(node, self.parts[-1]):
            self.parts.append(" ")
        # A box drawn by a script ("role=checkbox") is read as ticked or not, as a real one is.
        if role in icons.BOXES and (self.forms or self.labels):
            self.parts.append(f"{icons.ticked(node)} ")
        return role == "tooltip" and self.leave("tooltip", node)

    def emphasis(self, node: etree._Element, tag: str) -> bool:
        """Words in small letters or the like begin, which may be hidden ones."""
        return self.unseen_piece(node, node.keys())

    def unseen_piece(self, node: etree._Element, said: Sequence[str | bytes]) -> bool:
        """Leave out a few hidden words: a trap for address collectors. Many are a text that a click unfolds.

        What is pushed off the screen may be the only label of a picture; in the middle of a word it is none.

        Args:
            node: the element.
            said: the names of its attributes.
        """
        style = (node.get("style") or "") if "style" in said else ""
        hidden = "hidden" in said or (style and styles.hides(style))
        if not hidden and self.unseen and "class" in said:
            hidden = not self.unseen.isdisjoint((node.get("class") or "").split())
        if not (hidden or (style and styles.pushes_out(style) and self.amid_word(node))):
            return False
        return len(tree.words(node).split()) <= _UNSEEN and self.leave("hidden", node)

    def said_again(self, node: etree._Element, said: Sequence[str | bytes]) -> bool:
        """Leave out the source of a text (Markdown) that a content system keeps beside it, out of sight.

        Args:
            node: the element.
            said: the names of its attributes.
        """
        if "aria-hidden" not in said or len(node) or node.get("aria-hidden") != "true":
            return False
        shown = node.getprevious()
        if shown is None or self.parts or self.heading:  # letters drawn one by one have a copy for readers
            return False
        pieces = islice(map(str, shown.itertext()), _LOOKED_AT)
        words = next((text.strip() for text in pieces if not text.isspace()), "")
        again = len(words) >= _LABEL[0] and (node.text or "").lstrip(_MARKS).startswith(words)
        return again and len(node.text or "") > _LABEL[1] and self.leave("hidden", node)

    def amid_word(self, node: etree._Element) -> bool:
        """Whether letters or signs stand right before and right behind an element."""
        before, behind = "".join(self.parts[-1:])[-1:], (node.tail or "")[:1]
        return all(sign and not sign.isspace() for sign in (before, behind))

    def struck(self, node: etree._Element, tag: str) -> bool:
        """What is struck out is not in force."""
        return self.leave("struck out", node)

    def raised(self, node: etree._Element, tag: str) -> bool:
        """A footnote mark stays one, and does not become a digit of the number before it."""
        mark = footnotes.raised(node) if self.parts else ""  # the note itself begins with its number
        if mark:
            self.parts.append(mark)
        return bool(mark)

    def picture(self, node: etree._Element, tag: str) -> bool:
        """A picture has no words, but where it is all that stands in a cell, or is the name of a policy and a
        heading."""
        if self.cell is not None:
            self.pictures.append(icons.said(node))
        elif self.heading == 1 and not self.parts and _stands_alone(node):
            name = icons.said(node)
            if name and titles.is_pure_name(name):
                self.parts.append(name)
        return True


@lru_cache(maxsize=1024)
def _aside(classes: str) -> str:
    """What class names say of words set apart from the text: the rule that may leave them out, or ""."""
    tokens = classes.split()
    if not SCREEN_READER_TOKENS.isdisjoint(tokens):
        return "screen reader"
    if not TOOL_TOKENS.isdisjoint(tokens):
        return "tool"
    if not NOTE_TOKENS.isdisjoint(tokens):
        return "note"
    return "" if ICON_TOKENS.isdisjoint(tokens) else "icon"


def _stands_alone(node: etree._Element) -> bool:
    """Whether an element is all that its parent holds, and that is a heading and no link."""
    parent = node.getparent()
    if parent is None or parent.tag != "h1" or len(parent) > 1:
        return False
    return not ((parent.text or "").strip() or (node.tail or "").strip())


def _touches_label(node: etree._Element, before: str) -> bool:
    """Whether an element is a label right behind another, which a style sets apart: "5 min read" and "Updated
    3 May". A word of which a letter or half is marked goes on in small letters, or has no blank.
    """
    text = node.text or ""
    if not (before[-1:].islower() or before[-1:].isdecimal()) or not (
        text[:1].isupper() or text[:1].isdecimal()
    ):
        return False
    sibling = node.getprevious()
    if sibling is None or sibling.tag not in _LABELS or sibling.tail or len(before) < _LABEL[0]:
        return False
    parent = node.getparent()
    if not _LABEL[0] <= len(text) <= _LABEL[1] or parent is None or parent.tag == "p":
        return False  # in a paragraph they are marked words of the text
    if len(parent) > _ROW:
        return False
    return " " in before.strip() or " " in text.strip() or before == text or sibling.tag == "time"
