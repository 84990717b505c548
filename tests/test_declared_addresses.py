"""Records of Open Terms Archive with the addresses that its declarations name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.sources.declared_addresses import DeclaredAddresses
from tests.test_import_dataset import FILES, dataset
from tests.test_import_ota import FILE, FIRST, NAME, Commit, repository

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run

UNTIL = f"{datetime.fromtimestamp(FIRST + 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"
"""Between the first record of the repository and the second."""
HOME = "https://quillmoor.example"
DECLARED: dict[str, object] = {
    "Quillmoor.json": {
        "terms": {"Privacy Policy": {"fetch": f"{HOME}/privacy"}, "Imprint": {"fetch": "file:///x"}}
    },
    "Quillmoor.history.json": {
        "Privacy Policy": [
            {"fetch": f"{HOME}/legal/privacy", "validUntil": UNTIL},
            {"fetch": f"{HOME}/old", "validUntil": "2019-12-31T00:00:00+00:00"},
            {"fetch": f"{HOME}/undated"},
            "torn",
        ]
    },
    "Lumio.json": {
        "documents": {
            "Terms of Service": {"combine": [{"fetch": f"{HOME}/1"}, {"fetch": f"{HOME}/2"}]},
            "Cookies": {"fetch": f"{HOME}/3", "combine": [{"select": "main"}, {"select": "aside"}]},
        }
    },
    "torn.json": None,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection as it is cloned."""
    place = tmp_path / "collection" / "declarations"
    place.mkdir(parents=True)
    for name, told in DECLARED.items():
        (place / name).write_text(json.dumps(told) if told else "[")
    return place.parent


@pytest.mark.parametrize(
    ("service", "terms_type", "year", "address"),
    [
        ("Quillmoor", "Privacy Policy", 2019, f"{HOME}/old"),
        ("Quillmoor", "Privacy Policy", 2020, f"{HOME}/legal/privacy"),
        ("Quillmoor", "Privacy Policy", 2024, f"{HOME}/privacy"),
        ("Quillmoor", "Imprint", 2024, ""),
        ("Quillmoor", "Terms of Service", 2024, ""),
        ("Lumio", "Terms of Service", 2024, ""),
        ("Lumio", "Cookies", 2024, f"{HOME}/3"),
        ("torn", "Privacy Policy", 2024, ""),
        ("../Quillmoor", "Privacy Policy", 2024, ""),
    ],
)
def test_declarations_tell_the_address_of_then(
    folder: Path, service: str, terms_type: str, year: int, address: str
) -> None:
    """Until when each held, the history says; several pages have no one address."""
    assert DeclaredAddresses(folder)(service, terms_type, datetime(year, 3, 1, tzinfo=UTC)) == address


def test_what_comes_in_bears_its_address(run: Run, folder: Path, tmp_path: Path) -> None:
    """Of a repository and of a dataset; none without declarations, and a folder without any is told."""
    git = str(repository(tmp_path / "git", *(Commit({FILE: f"# {n}"}, hours=n) for n in range(2))))
    packed = dataset(tmp_path / "d.zip", FILES)
    for recorded, wanted in (
        (git, [f"{HOME}/legal/privacy", f"{HOME}/privacy"]),
        (packed, [f"{HOME}/legal/privacy"] * 2),
    ):
        place = tmp_path / f"archive of {recorded.rpartition('/')[2]}"
        done = run("--archive", str(place), "import", "ota", recorded, "--declarations", str(folder))
        assert done.code == 0, done
        archive = Archive(place)
        assert [archive.captures(one)[0].url for one in archive.snapshots(NAME)] == wanted
        assert not archive.verify().faults
    assert run("--archive", str(tmp_path / "bare"), "import", "ota", git).code == 0
    bare = Archive(tmp_path / "bare")
    assert [bare.captures(one)[0].url for one in bare.snapshots(NAME)] == ["", ""]
    none = run("import", "ota", git, "--declarations", str(tmp_path / "nowhere"))
    assert (none.code, "there are no declarations in it" in none.err) == (2, True)
