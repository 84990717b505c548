"""Which links of a text are meant by some words or by an address, and where they lead.

What is asked is no pattern: it is found in an address as it stands, in the words of a link as whole words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.diff.addresses import noise
from policydiff.workflows.timeline.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST = 50
"""Places told apart: a page that signs its links anew in a way nobody knows has one for each capture."""


def by_target(asked: str, links: Mapping[str, Sequence[tuple[str, str]]]) -> list[dict[str, str]]:
    """For each place that the links lead to, the bodies in which they do, each with the link as a quote.

    Args:
        asked: words of a link, or an address or a part of it.
        links: of each body, oldest first, the words and the target of each of its links.
    """
    found: dict[str, dict[str, str]] = {}
    for body, listed in links.items():
        for text, target in listed:
            if meant(asked, text, target):
                quote = f"{text} → {target}"
                found.setdefault(_known(target, tuple(found)), {}).setdefault(body, quote)
    return list(found.values())


def meant(asked: str, text: str, target: str) -> bool:
    """Whether a link is meant: by whole words of its text, or by its address.

    >>> meant("object", "How to object", "https://lumio.example/f/1")
    True
    >>> meant("object", "objective", "https://lumio.example/f/1")
    False
    >>> meant("lumio.example/f/1", "here", "https://lumio.example/f/1")
    True
    """
    wanted = asked.strip().casefold()
    if any(sign in wanted for sign in "/.#:@"):
        return wanted in target.casefold()
    words, said = plain(wanted).split(), plain(text.casefold()).split()
    bare = [word.strip("\"'.,;:!?()[]") for word in said]
    return bool(words) and any(bare[at : at + len(words)] == words for at in range(len(bare)))


def _known(target: str, found: Sequence[str]) -> str:
    """The address seen before that leads to the same place, else the address itself."""
    if target in found:
        return target
    if len(found) >= _MOST:
        return found[-1]
    return next((one for one in found if "//" in target and "//" in one and noise(one, target)), target)
