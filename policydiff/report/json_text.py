"""Results as the text of JSON documents, for programs: values in, text out.

Every document begins with the version of its schema and with what wrote it. The contract: the first part of
`schema_version` is raised when something that is there changes or goes, the second when something is added.
Keys stand in a fixed order; same values, same text.
"""

from __future__ import annotations

from json import dumps
from typing import Any, TypeAlias

from policydiff import __version__
from policydiff.report.characters import writable

JsonObject: TypeAlias = dict[str, Any]


def json_document(schema_version: str, values: JsonObject) -> str:
    """One document of the schema of this version, with a line break at its end."""
    tool = {"name": "policydiff", "version": __version__}
    return json_text({"schema_version": schema_version, "tool": tool, **values})


def json_text(value: JsonObject | list[JsonObject]) -> str:
    """JSON that any terminal and file can take, with a line break at its end."""
    return writable(dumps(value, ensure_ascii=False, indent=1)) + "\n"
