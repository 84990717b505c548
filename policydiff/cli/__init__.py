"""The command line: parse, call, print, exit code. One file a command; the work is done elsewhere.

Exit codes: 0 done (`compare --exit-code`: nothing of substance), 1 only with `--exit-code` (a change of
substance), 2 could not run, 3 a fault inside of policydiff; 130 stopped from the keyboard, 141 nobody read
the output to its end.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COULD_NOT_RUN = 2
INTERNAL_FAULT = 3
"""A code of its own: 1 says that something changed, and must never be said by a crash."""
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # Python writes what is left over at exit, into the same closed pipe: give it another place.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    # So late that Ctrl-C while they load is quiet.
    from policydiff.cli import output  # noqa: PLC0415
    from policydiff.errors import InternalFault, PolicydiffError, guarded  # noqa: PLC0415

    output.speak_utf8()
    if os.environ.get("POLICYDIFF_DEBUG"):
        _tell_faults()
    try:
        with guarded("policydiff"):
            return _command(arguments)
    except InternalFault as error:
        output.complain(error)
        return INTERNAL_FAULT
    except PolicydiffError as error:
        output.complain(error)
        return COULD_NOT_RUN


def _command(arguments: Sequence[str]) -> int:
    from policydiff.cli import group  # noqa: PLC0415
    from policydiff.errors import UnwritableFile  # noqa: PLC0415

    try:
        return group.run(arguments)
    except BrokenPipeError:
        raise
    except OSError as error:
        # What writes by itself and not through `output.show`: the help, warnings, progress.
        problem = f"it cannot be read or written ({error.strerror or error})"
        raise UnwritableFile(
            str(error.filename or "standard output"), problem, "Choose another place"
        ) from error


def _tell_faults() -> None:
    """Show where a fault inside of policydiff arose, for whoever reports it."""
    import logging  # noqa: PLC0415 - slow to load

    logging.basicConfig()
    logging.getLogger("policydiff").setLevel(logging.DEBUG)
