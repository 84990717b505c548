"""Run as a script: a pattern and texts in, one a line as JSON; where the first match stands out, likewise."""

from __future__ import annotations

import json
import re
import sys


def main() -> None:
    """Search text by text; `null` where there is no match."""
    pattern, *texts = map(json.loads, sys.stdin)
    wanted = re.compile(pattern)
    for text in texts:
        found = wanted.search(text)
        print(json.dumps(found and found.span()))


if __name__ == "__main__":
    main()
