"""A day or a time as an option takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from datetime import datetime


class Moment(click.DateTime):
    """As click has it, but what is none is told by an example, not by letters for the parts of a date."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment that was written."""
        try:
            moment: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no date of the calendar. Write it as in 2024-06-26.", param, ctx)
        return moment
