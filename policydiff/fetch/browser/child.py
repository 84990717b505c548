"""Run as a program of its own: a page to show on standard input, what was shown on standard output."""

from __future__ import annotations

import os
import pickle
import sys


def main() -> None:
    """Answer one request; whatever else prints goes nowhere."""
    sys.path.append(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    from policydiff.fetch.browser.showing import show  # noqa: PLC0415 - after the path is set

    asked = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    pickle.dump(show(asked), answers)
    answers.flush()


if __name__ == "__main__":
    main()
