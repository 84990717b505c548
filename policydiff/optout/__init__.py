"""The ways out of a policy: where it tells its reader how to object, what became of that, which obstacles
there are.

Pure: Document in, ways out; ways of many captures in, their stories out; what answered at an address in, a
verdict out. `workflows/optouts` reads and asks.
"""

from policydiff.optout.way_stories import followed
from policydiff.optout.ways import ways

__all__ = ["followed", "ways"]

VERSION = "7"
"""Raised whenever the same document may give other ways."""
