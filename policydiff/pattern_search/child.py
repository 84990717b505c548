"""Run as a script: a pattern and texts in, one a line as JSON. Out comes first what is wrong with the
pattern, or `null`; then of each text where the first match stands in it, or `null`."""

from __future__ import annotations

import json
import re
import sys


def bind(memory: int, seconds: int) -> None:
    """Take from this process what no pattern needs, where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):
            continue  # a system that cannot, or a bound that is lower already


def compiled(pattern: str) -> re.Pattern[str] | str:
    """The pattern, or what is wrong with it: "empty", "memory", else in the words of Python."""
    try:
        wanted = re.compile(pattern)
        return "empty" if wanted.fullmatch("") else wanted
    except MemoryError:
        return "memory"
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)


def main() -> None:
    """Search text by text."""
    bind(*map(int, sys.argv[1:3]))
    wanted = compiled(json.loads(sys.stdin.readline()))
    if isinstance(wanted, str):
        print(json.dumps(wanted))
        return
    print("null")
    for line in sys.stdin:
        found = wanted.search(json.loads(line))
        print(json.dumps(found and found.span()))


if __name__ == "__main__":
    main()
