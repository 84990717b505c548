"""The way out: where a policy tells its reader how to object, what became of it, what stands in the way.

Pure: Document in, ways out; ways of many captures in, their stories out; what answered at an address in, a
verdict out. `workflows/optouts` reads and asks.
"""

from policydiff.optout.changes import followed
from policydiff.optout.ways import ways

__all__ = ["followed", "ways"]

VERSION = "4"
"""Raised whenever the same document may give other ways."""
