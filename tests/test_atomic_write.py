"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from policydiff.atomic_write import replacing, replacing_bytes, write_whole
from policydiff.errors import UnwritableFile


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Neither half a file nor one under another name stays behind."""
    place = tmp_path / "page.html"
    place.write_text("before")
    with suppress(ZeroDivisionError), replacing(str(place)) as temporary:
        temporary.write_text("half of")
        1 / 0  # noqa: B018
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("page.html", "before")]


def test_a_link_goes_on_pointing_to_the_result(tmp_path: Path) -> None:
    """Whoever linked a page into a site finds the new one there."""
    place, link = tmp_path / "page.html", tmp_path / "link.html"
    place.write_text("before")
    link.symlink_to(place)
    write_whole(str(link), b"after")
    assert (link.is_symlink(), place.read_text()) == (True, "after")
    with replacing_bytes(str(link)) as file:
        file.write(b"again")
    assert (link.is_symlink(), place.read_text()) == (True, "again")


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes with a name")
def test_a_device_or_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    """A renamed file in the place of /dev/null would break the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnwritableFile, match="it is no file"), replacing(str(pipe)):
        pass
    write_whole(os.devnull, b"gone")
    assert pipe.is_fifo()
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["", "missing/page.html", "a\0b", "."])
def test_a_place_that_cannot_be_written(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told in a sentence that names it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnwritableFile, match="cannot be written") as told:
        write_whole(name, b"page")
    assert told.value.subject == name
