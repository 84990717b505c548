"""Names as arguments: shells complete series from the archive, platforms from the catalogue."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem


class SeriesArgument(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """Any text; a shell offers the series of the archive and the sources of its list."""

    name = "text"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so; files as well, since most commands take both."""
        from policydiff import sources  # noqa: PLC0415 - not needed for the help
        from policydiff.archive import Archive  # noqa: PLC0415
        from policydiff.errors import PolicydiffError  # noqa: PLC0415

        above = ctx.find_root().params.get("archive") or "snapshots"
        found: set[str] = set()
        try:
            found.update(Archive(above).series())
            path = Path(above, sources.FILE_NAME)
            found.update(one.name for one in sources.read_sources(path).sources if path.is_file())
        except PolicydiffError:
            pass  # a shell is no place to complain
        return [CompletionItem(name) for name in sorted(found) if name.startswith(incomplete)]


class PlatformName(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """Any text; a shell offers the platforms of the catalogue."""

    name = "text"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so."""
        from policydiff import catalogue  # noqa: PLC0415 - not needed for the help

        return [CompletionItem(name) for name in catalogue.platforms() if name.startswith(incomplete)]


SERIES = SeriesArgument()
PLATFORM = PlatformName()
