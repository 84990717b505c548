"""How much memory a comparison of two versions of a policy of 50,000 words takes.

    python -m benchmarks.memory [--corpus FOLDER]

Measured in a child process of its own, on Linux: by how much the peak of resident memory (VmHWM) lies above
what is resident at the moment at which both files are read and a small pair was compared, so that all modules
and the trained reader are loaded. That loading has a higher peak of its own, which is forgotten before.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.scaling import copies, edited
from benchmarks.timing import parser, verdict

MOST = 50
WORDS = 46_000


def grown() -> float:
    """In the child: megabytes by which the peak grew while standard input was compared."""
    from policydiff import compare

    old, new = sys.stdin.buffer.read().split(b"\0")
    compare(b"# One\n\nWe keep data.", b"# One\n\nWe keep data for a year, and share it.")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is what is resident now
    before = peak()
    found = compare(old, new)
    assert found.diff.changes
    return peak() - before


def peak() -> float:
    """The peak of resident memory of this process, in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def main() -> int:
    options = parser(__doc__)
    options.add_argument("--child", action="store_true")
    chosen = options.parse_args()
    if chosen.child:
        print(grown())
        return 0
    text = (chosen.corpus / "changes" / "texts" / "zoom-20230811.old.md").read_text("utf-8")
    fold = -(-WORDS // len(text.split()))
    old = copies(text, fold)
    sides = "\n\n".join(old).encode(), "\n\n".join(edited(old)).encode()
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", "--child"],
        input=b"\0".join(sides),
        stdout=subprocess.PIPE,
        check=True,
    )
    megabytes = float(child.stdout)
    print(f"{len(sides[0].split()):,} words, {len(sides[0]) / 1e6:.1f} MB of Markdown")
    print(f"the peak of resident memory grew by {megabytes:.1f} MB")
    print(verdict(megabytes < MOST, f"less than {MOST} MB"))
    return int(megabytes >= MOST)


if __name__ == "__main__":
    sys.exit(main())
