"""What several tests need: the places of the material they run on.

Real policies, a browser and Sphinx are not everywhere. A test that needs them is skipped with the reason,
unless POLICYDIFF_REQUIRE (a comma list of "corpus", "browser", "docs" and "libreoffice") says that they must
be there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.commands import Run, command_line
from tests.servers import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


# A slow machine is no fault of what is tested: nothing here depends on the clock.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

LONGEST_SECONDS = 900
"""After which a test is taken for one that hangs; the slowest takes a minute or two."""

ROOT = Path(__file__).parent.parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that hangs fails, with what it was doing, and the others are still run."""
    if config.pluginmanager.hasplugin("timeout"):
        for item in items:
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(LONGEST_SECONDS))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def snapshots() -> Path:
    """The archive of the fictional platform."""
    return ROOT / "snapshots"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real policies."""
    folder = Path(os.environ.get("POLICYDIFF_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        absent("corpus", f"no folder of real policies at {folder}; POLICYDIFF_CORPUS can name one")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program that shows a page as a reader sees it."""
    named = os.environ.get("POLICYDIFF_CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else _BROWSERS)), None)
    if found is None:
        absent("browser", "no Chromium; POLICYDIFF_CHROMIUM can name one")
    return found


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line inside this process, in an empty folder, with short pauses."""
    from policydiff.fetch import http
    from policydiff.fetch.limits import Limits

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYDIFF_ARCHIVE", raising=False)
    monkeypatch.setattr(http, "Limits", lambda: Limits(pause_seconds=0))
    return command_line(capsys)


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server on this machine."""
    with Server() as server:
        yield server


def absent(what: str, reason: str) -> NoReturn:
    """Skip the test that needs `what`, or fail it where it must be there."""
    required = os.environ.get("POLICYDIFF_REQUIRE", "").split(",")
    if what in (name.strip() for name in required):
        pytest.fail(f"POLICYDIFF_REQUIRE asks for {what}: {reason}", pytrace=False)
    pytest.skip(reason)
