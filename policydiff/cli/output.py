"""What a command hands to the terminal or to a file: text in UTF-8, colour only where it is seen."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import unicodedata
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policydiff.atomic_write import write_whole
from policydiff.errors import PolicydiffError, UnwritableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
STANDARD = "-"
"""Standard input or output, as a name of a file."""
_EVIDENCE = ("observations.jsonl", "head.json")
_Command = TypeVar("_Command", bound="Callable[..., Any]")


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: a policy holds more than ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(error: PolicydiffError) -> None:
    """Tell an error in one line on standard error."""
    with suppress(OSError):  # where nobody can be told, the exit code still tells
        click.echo(f"policydiff: {visible(str(error))}", err=True)


def visible(text: str) -> str:
    """The text with what a terminal would obey, or a file could not hold, spelled out instead; for names and
    sentences, also what turns the direction of writing: it would reorder what is printed around it."""
    return _TURNS.sub(lambda sign: ascii(sign[0])[1:-1], readable(text))


def readable(text: str) -> str:
    """The text of a policy likewise, with the marks of direction that its own script may need."""
    if text.isprintable():
        return text
    return "".join(letter if _harmless(letter) else ascii(letter)[1:-1] for letter in text)


def _harmless(letter: str) -> bool:
    """Not a control character, a line break or half a character; marks that join or hide belong to words."""
    return letter.isprintable() or unicodedata.category(letter) in ("Zs", "Cf")


def colour() -> bool:
    """Whether to colour: NO_COLOR and FORCE_COLOR decide, else whether a terminal reads it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout is not None and sys.stdout.isatty()


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def formats(*names: str, help_text: str = "What to print.") -> Callable[[_Command], _Command]:
    """The option that chooses among formats, of which text is the one that nobody has to ask for."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(names),
        default="text",
        show_default=True,
        help=help_text,
    )


_GENERATOR = b'<meta name="generator" content="policydiff '
_HEAD_OF_PAGE = 4096
"""Bytes at the start of a page of policydiff among which it says so."""
NAMED_BY_US = "\0"
"""What `--html` without a file stands for, a name made of what is compared: no command line can hold it."""


def page_options(command: _Command) -> _Command:
    """The options that write a page to read in a browser, and open it there."""
    opened = click.option("--open", "opened", is_flag=True, help="Write a page, and open it in a browser.")
    html = click.option(
        "--html",
        metavar="FILE",
        is_flag=False,
        flag_value=NAMED_BY_US,
        help="Also write a page to read in a browser: to FILE, or by default to a file named after what"
        " it shows.",
    )
    return html(opened(command))


def page_target(html: str | None, about: str, *, opened: bool) -> str | None:
    """Where a page is to be written, None for nowhere.

    Args:
        html: what was asked for.
        about: what the page shows: a file, a reference, an address.
        opened: whether it is to be opened.
    """
    if html == STANDARD:
        raise UnwritableFile(html, "this option writes a file", "Use --format html to print the page")
    if html is None and not opened:
        return None
    return f"{stem(about)}.html" if html is None or html == NAMED_BY_US else html


def check_page(path: str) -> None:
    """Refuse to write a page over what policydiff did not write: a saved page, which nobody may have twice.

    Raises:
        UnwritableFile: there is such a file.
    """
    try:
        if not Path(path).is_file():
            return
        with Path(path).open("rb") as file:
            begun = file.read(_HEAD_OF_PAGE)
    except (OSError, ValueError):
        return  # whoever writes will say so
    if begun and _GENERATOR not in begun:
        problem = "a file of this name is there that is no page of policydiff"
        raise UnwritableFile(path, problem, "Choose another name for the result")


def stem(about: str) -> str:
    """A name for a file about a file, a reference or an address: its letters and digits, and hyphens."""
    name = Path(about).name if os.path.lexists(about) else about
    return re.sub(r"\W+", "-", name.partition("://")[2] or name).strip("-")[:80] or "policydiff"


def open_page(path: str) -> None:
    """Show a page in the browser of whoever sits here; where there is none, say where the page lies."""
    import webbrowser  # noqa: PLC0415 - only for this

    if not webbrowser.open(Path(path).resolve().as_uri()):
        click.echo(f"policydiff: no browser could be opened; the page is {visible(path)}", err=True)


def show(text: str, *, coloured: bool = False) -> None:
    """Print a result, and know that it was printed."""
    if sys.stdout is None:
        raise UnwritableFile("standard output", "it is closed", "Leave it open or name a file")
    try:
        click.echo(text, nl=not text.endswith("\n"), color=coloured)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if os.name == "nt" and error.errno == errno.EINVAL:  # what Windows calls a broken pipe
            raise BrokenPipeError from error
        problem = f"it cannot be written ({error.strerror or error})"
        raise UnwritableFile("standard output", problem, "Choose another place") from error


def check_target(path: str, archive: str, inputs: Sequence[str | os.PathLike[str]] = ()) -> None:
    """Refuse to write where evidence lies, however the place is named: by a link, from another folder.

    Args:
        path: The file that is to be written.
        archive: The folder of the archive.
        inputs: Files that are read.

    Raises:
        UnwritableFile: it is an input, lies among the files of an archive, or is a list of sources.
    """
    if any(_same_file(path, one) for one in inputs):
        raise UnwritableFile(path, "it is one of the files to read", "Choose another name for the result")
    try:
        target, root = Path(path).resolve(), Path(archive).resolve()
        evidence = any((target.parent / name).exists() for name in _EVIDENCE)
        listed = target.name == "sources.toml" and target.exists()
    except (OSError, ValueError, RuntimeError):
        return  # there is no such place: whoever writes will say so
    below = target.relative_to(root).parts if target.is_relative_to(root) else ()
    if evidence or (len(below) > 1 and not below[0].startswith(".")):
        problem = "it lies among the files of an archive, which are evidence"
        raise UnwritableFile(path, problem, "Choose another place for the result")
    if listed:
        raise UnwritableFile(path, "it is a list of sources", "Choose another name for the result")


def _same_file(first: str, second: str | os.PathLike[str]) -> bool:
    """Whether both names lead to one file that exists."""
    try:
        return Path(first).samefile(second)
    except (OSError, ValueError):
        return False


def write(path: str, text: str) -> None:
    """Write a text to a file, whole or not at all; what UTF-8 cannot hold is spelled out."""
    write_whole(path, text.encode("utf-8", "backslashreplace"))
