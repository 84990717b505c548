"""The values of a judgement: a reason for programs and people, and the quality of a capture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = str
"""An ISO 639-1 code ("en", "fr"), or "" if the language is not known."""

QualityLevel = Literal["bad", "suspect", "good"]
QUALITY_LEVELS: Final[tuple[QualityLevel, ...]] = get_args(QualityLevel)
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a stable code for programs, a sentence for people."""

    code: str
    sentence: str


RECORDING_DOUBTS: Final = frozenset(
    ("links-lost", "lists-cut", "starts-late", "ends-early", "cells-empty", "withheld", "repeated")
)
"""Codes of reasons to think that a recording lost words, which nobody removed or added."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Whether this is a good capture of a policy, judged from the page alone."""

    level: QualityLevel = "good"
    reasons: tuple[Reason, ...] = ()
    """Empty when good."""


GOOD = Quality()
"""The quality of a capture without faults."""
