"""The controls of a page: forms, their fields and labels, buttons.

In: the beginnings and ends of these elements, from the walk over a page (`walk`). Most controls are no text;
but a form for a right, a ticked box and a button that names a choice are content of the policy, and become
blocks. `forms` and `buttons` decide which is which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import REQUIRED
from policydiff.normaliser import buttons, forms, icons, tree
from policydiff.normaliser.page_elements import RegionWriter

if TYPE_CHECKING:
    from lxml import etree

    from policydiff.normaliser.forms import Form

LONGEST = 200
"""Most characters of a button, and of the words for pictures."""
_READ = 500
"""A field with this many characters holds a text to be read."""
_MOST_CONSENTS, _MOST_SUBSCRIPTIONS = 20, 20
"""Buttons of consent windows, and of boxes for news, that are looked at."""


class ControlWriter(RegionWriter):
    """Reads controls, with the form, label and button that are currently open."""

    __slots__ = (
        "alone",
        "consents",
        "forms",
        "labels",
        "pictures",
        "subscriptions",
        "tabs",
        "titled",
    )

    def __init__(self, *, explain: bool) -> None:
        super().__init__(explain=explain)
        self.consents: list[int] = []
        self.subscriptions: list[int] = []
        self.tabs: list[int] = []
        """Numbers of the blocks that are tabs."""
        self.titled: dict[str, tuple[str, int]] = {}
        """By the ids of panels, the words of the tabs that open them, and the number of the tab's block."""
        self.forms: list[Form] = []
        self.labels = 0
        """Labels that are open."""
        self.alone: etree._Element | None = None
        """A button outside a form that is currently open."""
        self.pictures: list[str] = []
        """The words for the pictures in the current cell."""

    def form_start(self, node: etree._Element, tag: str) -> None:
        """A form begins."""
        self.container(node, tag)
        self.forms.append(forms.begin(node, len(self.blocks)))

    def form_end(self, node: etree._Element) -> None:
        """A form ends: now it is known what it is for, and whether its buttons are text."""
        form = self.forms.pop()
        self.container_end(node)
        if self.forms:
            self.forms[-1].fields += form.fields
        # Frameworks wrap whole pages in a `<form>`: without a field to write into it is only a container.
        if not form.fields or len(self.blocks) == form.start or self.regions[-1].rule:
            return
        if forms.is_content(form, self.blocks):
            for block in form.pressed:
                block.rule = ""
        else:
            self.regions[-1].rule = "form"
            for block in form.pressed:
                self.note_subscription(block.text)

    def field(self, node: etree._Element, tag: str) -> bool:
        """A field begins: to write into, to tick, or with a text to read."""
        # Terms to be agreed to often stand in a field that cannot be written in.
        if tag == "textarea" and node.get("readonly") is not None and len(node.text or "") > _READ:
            self.preformatted_start(node, tag)
            return False
        self.fields += tag != "input" or forms.kind_of(node) in forms.WRITTEN
        form = self.forms[-1] if self.forms else None
        box = icons.ticked(node)
        if box and form is not None:
            form.fields += forms.is_filled_in(forms.kind_of(node))
        if box and self.cell is not None:
            self.pictures.append(box)
        elif box and (form or self.labels):
            self.parts.append(f"{box} ")
        elif form is not None:
            self.field_of_form(node, form)
        elif forms.kind_of(node) in forms.PRESSED:
            self.note_subscription(node.get("value") or "")
        return True

    def field_of_form(self, node: etree._Element, form: Form) -> None:
        """A field of a form: add the words that name it, if it has no label."""
        kind = forms.kind_of(node)
        form.fields += forms.is_filled_in(kind)
        form.secret = form.secret or kind == "password"
        form.uploads = form.uploads or kind == "file"
        if kind in forms.PRESSED:
            self.pressed(node.get("value") or node.get("alt") or "", form, buttons.target(node))
            return
        name = forms.name(node, form, inside_label=self.labels > 0)
        # The label may be a block before the field: the mark of a required field belongs to it.
        if name == REQUIRED and not self.parts and len(self.blocks) > form.start:
            self.blocks[-1].text += f" {name}"  # the label stands in a block of its own
        elif name == REQUIRED:
            self.parts.append(f" {name} ")
        elif name:
            self.flush()
            self.parts.append(name)
            self.flush()

    def pressed(self, words: str, form: Form, target: str) -> None:
        """A button that sends a form; whether it is text is decided when the form ends."""
        self.flush()
        count = len(self.blocks)
        self.start_link(target or form.action or "")
        self.parts.append(words)
        self.end_link()
        self.flush()
        for block in self.blocks[count:]:
            block.rule = "" if buttons.says_choice(block.text.lower()) else "button"
            form.pressed.append(block)

    def label(self, node: etree._Element, tag: str) -> bool:
        """A label begins; that of a list to choose from, outside of a form, says how the page is shown."""
        if not self.forms and forms.names_choice(node):
            return self.leave("label", node)
        self.labels += 1
        return False

    def label_end(self, node: etree._Element) -> None:
        """It ends."""
        self.labels -= 1

    def button(self, node: etree._Element, tag: str) -> bool:
        """A button that opens a section is the title of it; any other only does something."""
        # An accordion may be a button in a heading, or a heading with a button ("Copy link") in it.
        if self.heading:
            if "".join(self.parts).strip():  # the heading has its words already
                return self.leave("button", node)
        elif buttons.opens(node) and not (self.parts and buttons.within_sentence(node)):
            self.flush()
            if node.get("role") == "tab":
                self.tabs.append(len(self.blocks))
            self.note_tab(node)
        else:
            return self.acting(node, tag)
        return False

    def note_tab(self, node: etree._Element) -> None:
        """A tab is the title of the panel that it opens."""
        panel = buttons.panel_of(node)
        if panel:
            self.titled.setdefault(panel, (tree.words(node)[:LONGEST], len(self.blocks)))

    def acting(self, node: etree._Element, tag: str) -> bool:
        """A button that opens nothing is text only within a sentence, or if it names a choice or a right."""
        words = buttons.words_on(node)
        if self.note_consent(words):
            return self.leave("button", node)
        self.note_subscription(words)
        target = buttons.target(node)
        # "You can [manage your settings] at any time": leaving the button out would break the sentence.
        if buttons.within_sentence(node) and not buttons.names_nothing(words):
            if target:
                self.start_link(target)
            return False
        box = icons.ticked(node)
        if box or (buttons.chooses(node, words) and not self.sends(node)):
            self.flush()
            self.alone = node
            if target:
                self.start_link(target)
            if box:
                self.parts.append(f"{box} ")
            return False
        if self.sends(node):
            self.pressed(tree.words(node)[:LONGEST], self.forms[-1], target)
            return True
        return self.leave("button", node)

    def sends(self, node: etree._Element) -> bool:
        """Whether a button sends the form it stands in."""
        return bool(self.forms) and node.tag == "button" and node.get("type", "submit").lower() == "submit"

    def button_end(self, node: etree._Element) -> None:
        """A button ends."""
        if self.anchor is not None:
            self.end_link()
        if self.alone is node:
            self.alone = None
            self.flush()

    def note_subscription(self, words: str) -> None:
        """Take note of a button that subscribes to something."""
        if len(self.subscriptions) < _MOST_SUBSCRIPTIONS and buttons.subscribes(words[:LONGEST].lower()):
            self.subscriptions.append(len(self.blocks) + bool(self.parts))

    def note_consent(self, words: str) -> bool:
        """Take note of a button that accepts or rejects."""
        if self.inside or len(self.consents) >= _MOST_CONSENTS or not buttons.consents(words):
            return False
        self.flush()
        self.consents.append(len(self.blocks))
        return True
