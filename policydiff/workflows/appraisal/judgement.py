"""The judgement of a capture."""

from __future__ import annotations

from typing import NamedTuple

from policydiff.models import Quality, Reason


class Judgement(NamedTuple):
    """The judgement of a capture, by itself and beside the one before it."""

    text: str | None
    """Its visible text, without what changes at every visit; None if nobody here can read it."""
    quality: Quality
    """Where it is "bad", the capture cannot follow the one before."""
    same: bool = False
    """Whether a comparison with the one before has nothing to tell."""
    normaliser: str = ""
    """Version of what read it."""
    verdict: str = ""
    """Of the comparison with the one before, "" if there was none."""
    headlines: tuple[str, ...] = ()
    """What that comparison found, the most important first: category and sentence."""


def unreadable(code: str, sentence: str) -> Judgement:
    """The judgement of a capture that cannot be read: it is evidence all the same, but does not follow
    another."""
    return Judgement(None, Quality("bad", (Reason(code, sentence),)))
