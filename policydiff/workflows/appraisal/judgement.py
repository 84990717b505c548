"""What a judgement of a capture says."""

from __future__ import annotations

from typing import NamedTuple

from policydiff.models import Quality, Reason


class Judgement(NamedTuple):
    """What a capture is, by itself and beside the one before."""

    text: str | None
    """Its visible text, without what changes at every visit; None where nobody here can read it."""
    quality: Quality
    """Where it is "bad", the capture cannot follow the one before."""
    same: bool = False
    """Whether a comparison with the one before has nothing to tell."""
    normaliser: str = ""
    """Version of what read it."""
    verdict: str = ""
    """Of the comparison with the one before, "" where there was none."""
    headlines: tuple[str, ...] = ()
    """What that comparison found, the most important first: category and sentence."""


def unreadable(code: str, sentence: str) -> Judgement:
    """What nobody here can read is evidence all the same, and follows nothing."""
    return Judgement(None, Quality("bad", (Reason(code, sentence),)))
