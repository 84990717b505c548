"""Every command keeps within a gigabyte, as the system sees to, and ends with a code that has a meaning."""

from __future__ import annotations

import sys

import pytest

from benchmarks import hostile


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
@pytest.mark.parametrize("kind", ["cells", "links to a right in one paragraph", "headers of MHTML"])
def test_commands_stay_within_the_memory(kind: str) -> None:
    """Of a page that grows most in memory, of one with the most to tell, and of one that is packed."""
    costs = dict(hostile.costs(hostile.KINDS[kind], 150_000, hostile.COMMANDS))
    assert list(costs) == list(hostile.COMMANDS)
    assert {name: cost.code for name, cost in costs.items() if cost.code not in (0, 1, 2)} == {}
    assert not [cost.said for cost in costs.values() if "memory" in cost.said or "Traceback" in cost.said]
