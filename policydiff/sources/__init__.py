"""What an archive follows: sources.toml in, `Source` values out, every fault with its line and a hint.

    contact = "https://newsroom.example/about-our-archive"

    [[source]]
    platform = "Lumio"
    terms_type = "Privacy Policy"
    url = "https://lumio.example/privacy"

The file belongs to people: `add` appends to it and leaves comments and order as they are. It does not record
when a page was seen, so it is no part of the evidence. docs/sources.md explains all keys.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from policydiff.errors import (
    InvalidSources,
    SourceFault,
    UnknownSource,
    UnreadableFile,
    UnusableOption,
    UnwritableFile,
)
from policydiff.models import Source
from policydiff.sources import fields, terms, toml_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "sources.toml"

_MOST_BYTES = 4 * 1024 * 1024
_TEMPLATE = """\
# What this archive follows. `policydiff sources add` appends to this file; edit it as you like and try
# it with `policydiff sources check`. All keys: docs/sources.md.

# Who follows these pages: an address where a platform can read what you do. It is sent with every request.
# contact = "https://newsroom.example/about-our-archive"
"""


@dataclass(frozen=True, slots=True)
class SourceList:
    """A source list that can be followed."""

    sources: tuple[Source, ...]
    contact: str = ""
    """Address at which a platform can read who follows it; "" if the file has none."""
    warnings: tuple[SourceFault, ...] = ()
    """Oddities that do not stop anything."""

    def select(self, names: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources with these names, a document's name standing for all its variants; all without names.

        Raises:
            UnknownSource: there is none of that name.
        """
        if not names:
            return self.sources
        chosen: dict[str, Source] = {}
        for name in names:
            found = [one for one in self.sources if name in (one.name, f"{one.platform}/{one.document}")]
            if not found:
                known = get_close_matches(name, [one.name for one in self.sources], n=3, cutoff=0.4)
                advice = f"Did you mean {' or '.join(known)}?" if known else "See policydiff sources list"
                raise UnknownSource(name, "no source has this name", advice)
            chosen |= {one.name: one for one in found}
        return tuple(chosen.values())


def read_sources(path: Path) -> SourceList:
    """Read a source list.

    Raises:
        UnreadableFile: it is missing or may not be read.
        InvalidSources: it has faults; all of them are in the error.
    """
    return parse(_text(path), str(path))


def parse(text: str, name: str) -> SourceList:
    """Read the text of a source list; `name` is what errors call it.

    Raises:
        InvalidSources: it has faults; all of them are in the error.
    """
    declared = _loaded(text, name)
    reading = _ListReader(toml_lines.scan(text))
    contact = reading.top(declared)
    raw = declared.get("source", [])
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        reading.fault(reading.places.top.at("source"), "a source is a table", "Begin each with [[source]]")
        raw = []
    sources = [reading.source(table, reading.places.source(number)) for number, table in enumerate(raw)]
    if reading.faults:
        raise InvalidSources.of(name, tuple(sorted(reading.faults, key=lambda fault: fault.line)))
    warnings = tuple(sorted(reading.warnings, key=lambda fault: fault.line))
    return SourceList(tuple(one for one in sources if one), contact, warnings)


def _loaded(text: str, name: str) -> dict[str, Any]:
    deep = toml_lines.too_deep(text)
    if deep:
        raise InvalidSources.of(name, (SourceFault(deep, "it is nested too deep", "Write it anew"),))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidSources.of(name, (_not_toml(error),)) from error
    except RecursionError as error:
        raise InvalidSources.of(name, (SourceFault(0, "it is nested too deep", "Write it anew"),)) from error
    except ValueError as error:  # of thousands of digits
        fault = SourceFault(0, "it holds a number that is too long", "No key wants one: take it out")
        raise InvalidSources.of(name, (fault,)) from error


class _ListReader:
    """One pass over a file: collects the faults instead of stopping at the first."""

    def __init__(self, places: toml_lines.Places) -> None:
        self.places = places
        self.faults: list[SourceFault] = []
        self.warnings: list[SourceFault] = []
        self._names: dict[str, int] = {}

    def fault(self, line: int, problem: str, hint: str) -> None:
        self.faults.append(SourceFault(line, problem, hint))

    def top(self, table: Mapping[str, Any]) -> str:
        """The keys outside of sources."""
        for key in table:
            if key not in ("contact", "source"):
                close = get_close_matches(key, ["contact", "source"], n=1)
                hint = f'Did you mean "{close[0]}"?' if close else "Take it out"
                self.fault(self.places.top.at(key), f'"{key}" is not known here', hint)
        try:
            return fields.contact(table["contact"]) if "contact" in table else ""
        except fields.Refused as refused:
            self.fault(self.places.top.at("contact"), f"contact: {refused.problem}", refused.hint)
            return ""

    def source(self, table: Mapping[str, Any], place: toml_lines.TableLines) -> Source | None:
        """One source; None if it has faults."""
        before = len(self.faults)
        values = self._values(table, place)
        if "platform" not in table:
            self.fault(place.line, "platform is missing", 'Write platform = "..."')
        if "document" not in table and "terms_type" not in table:
            self.fault(place.line, "terms_type is missing", 'Write terms_type = "Privacy Policy"')
        if ("url" in table) == ("urls" in table):
            problem = "has both url and urls" if "url" in table else "has no address"
            self.fault(
                place.line, f"the source {problem}", 'Write url = "https://...", or urls = [...] for several'
            )
        if len(self.faults) > before:
            return None
        source = self._built(values, table, place)
        first = self._names.setdefault(source.name, place.line)
        if first != place.line:
            self.fault(
                place.line,
                f"{source.name} is on line {first} too",
                'Give one of them a variant = "...", or put the addresses of one document into urls = [...]',
            )
        return source

    def _values(self, table: Mapping[str, Any], place: toml_lines.TableLines) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, raw in table.items():
            check = fields.CHECKS.get(key)
            if check is None:
                inside = [known for known in fields.CHECKS if len(key) > 2 and key in known]
                close = inside or get_close_matches(key, fields.CHECKS, n=1, cutoff=0.5)
                hint = f'Did you mean "{close[0]}"?' if close else f"Known are {', '.join(fields.CHECKS)}"
                self.fault(place.at(key), f'"{key}" is not known', hint)
                continue
            try:
                values[key] = check(raw)
            except fields.Refused as refused:
                self.fault(place.at(key), f"{key}: {refused.problem}", refused.hint)
        return values

    def _built(
        self, values: dict[str, Any], table: Mapping[str, Any], place: toml_lines.TableLines
    ) -> Source:
        wanted = values.get("terms_type") or str(table["document"])
        terms_type = terms.known(wanted)
        if not terms_type and "terms_type" in values:
            near = terms.nearest(wanted)
            hint = f"Nearest are {', '.join(near)}" if near else "docs/sources.md lists them"
            unknown = f'terms_type: "{wanted}" is not in the vocabulary of Open Terms Archive; kept as it is'
            self.warnings.append(SourceFault(place.at("terms_type"), unknown, hint))
        return Source(
            platform=values["platform"],
            document=values.get("document") or fields.name(values["terms_type"]),
            urls=values["urls"] if "urls" in values else (values["url"],),
            variant=values.get("variant", ""),
            terms_type=terms_type or values.get("terms_type", ""),
            region=values.get("region", ""),
            language=values.get("language", ""),
            selectors=values.get("selectors", ()),
            headers=values.get("headers", ()),
            how=values.get("how", "auto"),
            keep_screenshot=values.get("keep_screenshot", False),
            proxy_variable=values.get("proxy_variable", ""),
            robots=values.get("robots", "obey"),
            keep=values.get("keep", "visible"),
        )


def create(path: Path) -> None:
    """Write a source list without sources; one that is there already stays as it is.

    Raises:
        UnwritableFile: the folder or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE)
    except FileExistsError:
        if path.is_file():
            return
        raise UnwritableFile(str(path), "something else is in its place", "Move it away") from None
    except OSError as error:
        cause = error.strerror or str(error)
        raise UnwritableFile(str(path), f"it cannot be written ({cause})", "Choose another folder") from error


Value = bool | str | list[str] | dict[str, str]


def add(path: Path, entry: Mapping[str, Value]) -> SourceList:
    """Append a source to a list and return the new list; the rest of the file stays as it is.

    Args:
        path: the source list.
        entry: keys and values of the new source, as in the file.

    Raises:
        UnusableOption: a key cannot hold its value, or there is a source of this name; nothing is written.
        InvalidSources: the list has faults; nothing is written.
        UnreadableFile: the list is missing.
        UnwritableFile: it cannot be written.
    """
    text = _text(path)
    before = parse(text, str(path))
    _check_entry(entry)
    end = "\r\n" if "\r\n" in text else "\n"
    block = ["[[source]]", *(f"{key} = {_toml(value)}" for key, value in entry.items())]
    gap = "" if not text or text.endswith("\n") else end
    addition = gap + end + end.join(block) + end
    (new,) = parse(end.join(block), str(path)).sources
    if new.name in {one.name for one in before.sources}:
        advice = "Name it platform/document@variant, or add its address to the other one's in the list"
        raise UnusableOption(new.name, "the list has a source of this name", advice)
    after = parse(text + addition, str(path))
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(addition)
    except OSError as error:
        cause = error.strerror or str(error)
        raise UnwritableFile(str(path), f"it cannot be written ({cause})", "Check the permissions") from error
    return after


def _check_entry(entry: Mapping[str, Value]) -> None:
    """Refuse the first value that its key cannot hold, by the value itself: it stands in no line yet."""
    for key, value in entry.items():
        values: list[tuple[str, object]] = [(str(value), value)]
        if isinstance(value, dict):
            values = [(name, {name: one}) for name, one in value.items()]
        elif isinstance(value, list):
            values = [*((one, [one]) for one in value), (" ".join(value), value)]
        for shown, one in values:
            try:
                fields.CHECKS[key](one)
            except fields.Refused as refused:
                raise UnusableOption(shown, refused.problem, refused.hint) from refused


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise UnreadableFile(str(path), "it is no file", "Put a list of sources in its place")
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        advice = "Run policydiff init, or name the archive with --archive"
        raise UnreadableFile(str(path), "there is no source list here", advice) from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise UnreadableFile(str(path), f"it cannot be read ({cause})", "Check the permissions") from error
    if len(data) > _MOST_BYTES:
        raise InvalidSources.of(
            str(path), (SourceFault(0, "it is too large for a source list", "Name another file"),)
        )
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidSources.of(
            str(path), (SourceFault(line, "it is not UTF-8", "Save it as UTF-8"),)
        ) from error


def _not_toml(error: tomllib.TOMLDecodeError) -> SourceFault:
    message = str(error)
    place = re.search(r"\(at line (\d+), column \d+\)", message)
    problem = re.sub(r"\s*\(at [^)]*\)", "", message)
    hint = "Text stands between quotation marks, each source begins with [[source]]"
    return SourceFault(int(place[1]) if place else 0, f"it is no TOML ({problem[:200]})", hint)


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_quoted(key)} = {_quoted(one)}" for key, one in value.items()) + " }"
    return _quoted(value)


def _quoted(text: str) -> str:
    r"""A basic string of TOML.

    >>> _quoted('say "yes"')
    '"say \\"yes\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in escaped) + '"'
