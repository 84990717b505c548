"""The obstacles of obstacles.toml: which of them a form, a page or a sentence of the policy shows.

Only what can be seen is reported. The law on an obstacle is given beside it, and never in the verdict.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from policydiff.optout import way_lexicon
from policydiff.optout_models import Law, Obstacle, ObstacleRule
from policydiff.sentences import sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import PageField, PageForm
    from policydiff.optout_models import Right, Way, WayPage

FAR_BACK = 2 / 3
HARD = 30
MANY_STEPS = 2
_DEMANDS = ("proof", "identity", "country", "reason")
"""Of fields, in the order in which their words are asked: an upload that is to show why is a proof."""
_ONE_OF_MANY = 12
"""Words of a field's name that is a question; what is longer is a text."""
_KINDS = {
    "textarea": "a text",
    "text": "a line of text",
    "select": "a list to choose from",
    "file": "a file to upload",
    "checkbox": "a box to tick",
    "radio": "one of several to choose",
}
"""Types of fields for people."""
_TEXT = frozenset(("text", "textarea", "search"))


@cache
def _table() -> dict[str, Any]:
    text = resources.files("policydiff.optout").joinpath("obstacles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def rules() -> dict[str, ObstacleRule]:
    """The list by code, in its order."""
    return {
        code: ObstacleRule(code, one["title"], one["measure"], tuple(Law(**law) for law in one["law"]))
        for code, one in _table().items()
    }


@cache
def _login_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[/._?=&-])(?:{'|'.join(_table()['login']['address'])})(?:$|[/._?=&-])", re.IGNORECASE
    )


def is_login(form: PageForm) -> bool:
    """Whether a form asks for a password."""
    return any(field.kind == "password" for field in form.fields)


def leads_to_login(url: str) -> bool:
    """Whether an address is called as those of logins are."""
    parts = urlsplit(url)
    return _login_words().search(f"{parts.hostname or ''}{parts.path}") is not None


def of_form(form: PageForm) -> Iterator[Obstacle]:
    """What a form demands: of each kind of demand the first field that must be filled in."""
    demands: set[str] = set()
    for field in form.fields:
        code = _demand(field)
        if field.required and code and code not in demands:
            demands.add(code)
            yield Obstacle(
                code, f"required field “{field.name or field.kind}” ({_KINDS.get(field.kind, field.kind)})"
            )


def _demand(field: PageField) -> str:
    if field.kind == "file":
        return "proof"
    said = compared(field.name)
    for code in _DEMANDS:
        if code == "reason" and field.kind not in _TEXT:
            continue
        if way_lexicon.obstacles()[code].search(said):
            return code
    return "reason" if field.kind == "textarea" and not said else ""


def of_page(page: WayPage) -> Iterator[Obstacle]:
    """What a page says: that a request may be refused."""
    for sentence in sentences(page.text[:_MOST_READ], ""):
        if way_lexicon.obstacles()["refusal"].search(compared(sentence)):
            yield Obstacle("refusal", f"“{sentence[:300]}”")
            return


_MOST_READ = 20_000


def of_text(ways: Sequence[Way]) -> list[tuple[Obstacle, ...]]:
    """What the policy itself does: how far back a way stands, how hard its sentence is to read.

    Args:
        ways: all of one document, in reading order.

    Returns:
        For each of them what stands in its way.
    """
    first: dict[Right, float] = {}
    for way in ways:
        first[way.right] = min(way.depth, first.get(way.right, way.depth))
    return [tuple(_of_place(way, first[way.right])) for way in ways]


def _of_place(way: Way, first: float) -> Iterator[Obstacle]:
    if way.right in ("object", "opt-out", "withdraw") and first >= FAR_BACK:
        yield Obstacle("buried", f"{way.depth:.0%} of the words stand before it")
    if way.ease is not None and way.ease < HARD and len(way.sentence.split()) >= _ONE_OF_MANY:
        yield Obstacle("hard-words", f"reading ease {way.ease} of 100")
