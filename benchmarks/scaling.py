"""How the time grows with the length of a policy that has scattered edits.

    python -m benchmarks.scaling [--corpus FOLDER] [--rounds N]

A recorded policy of some 7,000 words is repeated 1 to 8 times, every copy made different (one word in
forty), then edited: 3 % of the paragraphs deleted, 3 % inserted, 0.4 % of the words changed. The seed is
fixed. Exponent 1 is linear growth.
"""

from __future__ import annotations

import math
import random
import sys

from benchmarks.timing import interleaved, parser, verdict
from policydiff import compare

FOLDS = (1, 2, 4, 8)
MOST = 1.3


def copies(text: str, fold: int) -> list[str]:
    """The paragraphs of a text, so many times, no copy like the other."""
    chance = random.Random(7)
    found = []
    for number in range(fold):
        for paragraph in filter(str.strip, text.split("\n\n")):
            words = paragraph.split(" ")
            if number:
                words = [
                    f"{word}{number}" if chance.random() < 1 / 40 and word.isalpha() else word
                    for word in words
                ]
            found.append(" ".join(words))
    return found


def edited(paragraphs: list[str]) -> list[str]:
    """The same policy some months later."""
    chance = random.Random(11)
    found = []
    for paragraph in paragraphs:
        fate = chance.random()
        if fate < 0.03:
            continue
        if fate < 0.06:
            found.append(
                f"Section {chance.randrange(10**6)}: " + " ".join(chance.sample(paragraphs[0].split() * 9, 9))
            )
        words = paragraph.split(" ")
        found.append(
            " ".join(f"changed{chance.randrange(99)}" if chance.random() < 0.004 else word for word in words)
        )
    return found


def pair(text: str, fold: int) -> tuple[bytes, bytes]:
    """Both sides as Markdown."""
    old = copies(text, fold)
    return "\n\n".join(old).encode(), "\n\n".join(edited(old)).encode()


def main() -> int:
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    text = (chosen.corpus / "changes" / "texts" / "zoom-20230811.old.md").read_text("utf-8")
    pairs = {fold: pair(text, fold) for fold in FOLDS}
    taken = interleaved(
        {str(fold): (lambda sides=sides: compare(*sides)) for fold, sides in pairs.items()},  # type: ignore[misc]
        chosen.rounds,
    )
    for fold in FOLDS:
        print(f"{fold}x {len(pairs[fold][0].split()):7,} words {taken[str(fold)]:8.1f} ms")
    exponent = math.log(taken["8"] / taken["1"]) / math.log(8)
    print(f"exponent from 1x to 8x: {exponent:.2f}")
    print(verdict(exponent <= MOST, f"at most {MOST}"))
    return int(exponent > MOST)


if __name__ == "__main__":
    sys.exit(main())
