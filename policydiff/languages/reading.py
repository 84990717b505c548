"""From the text of a language's file to its values, or one sentence that names the file and the key.

A list is a string of several lines, one entry a line, so that expressions stand there as they are; words that
are looked for one by one stand after one another with blanks between.
"""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from policydiff.errors import InvalidLanguage
from policydiff.languages.sections import LanguageWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_Table = dict[str, Any]
_FORMS: dict[Any, tuple[type, str]] = {
    str: (str, "text"),
    bool: (bool, "true or false"),
    int: (int, "a whole number"),
    float: (float, "a number with a point"),
    tuple: (str, "a list: text of several lines, one entry a line"),
    frozenset: (str, "words with blanks between them"),
}
"""How a value of each kind is written."""
_LISTS = (tuple, frozenset, dict)


class _FaultyKey(Exception):
    """What is wrong with one key."""


def read_language(code: str, data: bytes, name: str) -> LanguageWords:
    """The words of a language.

    Args:
        code: the language.
        data: the bytes of its file.
        name: of the file, for errors.

    Raises:
        InvalidLanguage: the file is no TOML, has a key that nobody reads, or lacks one.
    """
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidLanguage(name, f"it is no TOML file ({error})", _ADVICE) from error
    try:
        lacking = _lacking(table)
        values = _values(LanguageWords, table | {"code": code}, "")
        _check_whole(table, lacking)
    except _FaultyKey as fault:
        raise InvalidLanguage(name, str(fault), _ADVICE) from fault
    return LanguageWords(**values)


_ADVICE = "Mend the file: docs/adding-a-language.md tells what each key is for"


def _values(kind: type, table: Mapping[str, Any], place: str) -> _Table:
    """The fields of a section from its table."""
    hints = _hints(kind)
    unknown = sorted(table.keys() - hints.keys())
    if unknown:
        raise _FaultyKey(f"the key {place}{unknown[0]} is not known")
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING and field.name not in table:
            raise _FaultyKey(f"the key {place}{field.name} is missing")
    return {key: _value(hints[key], value, f"{place}{key}") for key, value in table.items()}


def _value(hint: Any, value: Any, place: str) -> Any:
    """One value in the kind that its section has."""
    kind = get_origin(hint) or hint
    if is_dataclass(kind):
        if not isinstance(value, dict):
            raise _FaultyKey(f"{place} is no table")
        assert isinstance(kind, type)
        return kind(**_values(kind, value, f"{place}."))
    if kind is dict:
        if not isinstance(value, dict):
            raise _FaultyKey(f"{place} is no table")
        inner = get_args(hint)[1]
        return {key: _value(inner, one, f"{place}.{key}") for key, one in value.items()}
    if kind is Literal:
        if value not in get_args(hint):
            raise _FaultyKey(f"the key {place} is none of {', '.join(filter(None, get_args(hint)))}")
        return value
    written, form = _FORMS[kind]
    if type(value) is not written:
        raise _FaultyKey(f"the key {place} is not {form}")
    if isinstance(value, str) and kind is tuple:
        return tuple(line for whole in value.splitlines() if (line := whole.strip()))
    return frozenset(value.split()) if isinstance(value, str) and kind is frozenset else value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return {field.name: field.type for field in fields(kind)}


def _lacking(table: _Table) -> frozenset[str]:
    lacking = table.get("lacks", "")
    return frozenset(lacking.split()) if isinstance(lacking, str) else frozenset()


def _check_whole(table: _Table, lacking: Iterable[str]) -> None:
    """Whether a file that says so has every list of every section that it does not say it lacks."""
    known = dict(_keys(LanguageWords))
    for name in lacking:
        section, _, key = name.partition(".")
        if section not in known or (key and key not in dict(known[section])):
            raise _FaultyKey(f"lacks names {name}, which is not known")
        if key in table.get(section, {}) if key else section in table:
            raise _FaultyKey(f"lacks names {name}, which is there")
    if not table.get("complete"):
        return
    for section, keys in known.items():
        if section in lacking:
            continue
        for key, is_list in keys:
            if is_list and key not in table.get(section, {}) and f"{section}.{key}" not in lacking:
                raise _FaultyKey(f"the key {section}.{key} is missing, and lacks does not name it")


@lru_cache(maxsize=64)
def _keys(kind: type) -> tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]:
    """The sections of a file, each with its keys, and whether these are lists, words or tables: what is true
    or false, or a text, has a value that stands for most languages."""
    return tuple(
        (name, tuple((key, (get_origin(hint) or hint) in _LISTS) for key, hint in _hints(section).items()))
        for name, section in _hints(kind).items()
        if isinstance(section, type) and is_dataclass(section)
    )
