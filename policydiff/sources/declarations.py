"""Declarations of Open Terms Archive as sources: JSON of one service in, entries of a source list out.

A declaration may say more than a source can hold: ranges between two selectors, elements to take out, filters
written in JavaScript, the addresses of earlier years. None of it is run here; each is named, so that nobody
takes the source for the whole declaration. The form is that of the engine's documentation (`terms`, formerly
`documents`, each with `fetch`, `select`, `remove`, `filter`, `executeClientScripts`, or `combine`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policydiff.errors import UnreadableFile
from policydiff.sources import fields

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 4 * 1024 * 1024
_MOST_FILES = 20_000
"""Files of a collection of declarations that are read."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One document that a declaration declares."""

    name: str
    """Service and type, as declared."""
    entry: dict[str, Any]
    """The keys of a source; empty where it cannot be one."""
    notes: tuple[str, ...] = ()
    """The parts of the declaration that are not taken over, with the reasons."""


def read_declarations(path: Path) -> tuple[Declared, ...]:
    """The documents of a declaration, or of all declarations in a folder.

    Raises:
        UnreadableFile: there is none, or it is no JSON.
    """
    files = sorted(path.rglob("*.json"))[:_MOST_FILES] if path.is_dir() else [path]
    kept = [file for file in files if not file.name.endswith((".history.json", ".filters.json"))]
    if not kept:
        raise UnreadableFile(
            str(path), "there are no declarations in it", "Name a folder with *.json of services"
        )
    return tuple(one for file in kept for one in _of_file(file, alone=len(files) == 1))


def _of_file(path: Path, *, alone: bool) -> list[Declared]:
    try:
        with path.open("rb") as file:
            declaration = json.loads(file.read(_MOST_BYTES))
        terms = declaration.get("terms", declaration.get("documents"))
        if not isinstance(terms, dict):
            raise ValueError("it has no terms")
        service = str(declaration.get("name") or path.stem)
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        problem = f"it is no declaration ({getattr(error, 'strerror', None) or error})"
        if alone:
            raise UnreadableFile(str(path), problem, "Name a declaration of Open Terms Archive") from error
        return [Declared(path.name, {}, (problem,))]
    beside = [
        f"its {what} ({path.stem}{ending}) is not read"
        for ending, what in (
            (".history.json", "history of earlier addresses"),
            (".filters.js", "file of filters"),
        )
        if path.with_name(path.stem + ending).exists()
    ]
    return [
        _declared(service, str(name), declaration if isinstance(declaration, dict) else {}, beside)
        for name, declaration in terms.items()
    ]


def _declared(service: str, terms_type: str, declared: dict[str, Any], beside: list[str]) -> Declared:
    name = f"{service}, {terms_type}"
    pages = declared.get("combine")
    parts = (
        [{**declared, **page} for page in pages if isinstance(page, dict)]
        if isinstance(pages, list)
        else [declared]
    )
    addresses = list(dict.fromkeys(str(part.get("fetch", "")) for part in parts))
    notes = list(beside)
    selectors: list[str] = []
    for part in parts:
        selectors += [one for one in _selectors(part, notes) if one not in selectors]
    entry: dict[str, Any] = {"platform": service, "terms_type": terms_type}
    entry |= {"url": addresses[0]} if len(addresses) == 1 else {"urls": addresses}
    if selectors:
        entry["selectors"] = selectors
    if any(part.get("executeClientScripts") is True for part in parts):
        entry["how"] = "browser"
    for key, value in list(entry.items()):
        try:
            fields.CHECKS[key](value)
        except fields.Refused as refused:
            if key != "selectors":
                return Declared(name, {}, (f"{key}: {refused.problem}",))
            del entry["selectors"]
            notes.append(f"its selectors cannot be used ({refused.problem}); none are needed")
    return Declared(name, entry, tuple(dict.fromkeys(notes)))


def _selectors(part: dict[str, Any], notes: list[str]) -> list[str]:
    """The selectors that can be used; what cannot be run is noted."""
    given = part.get("select") or []
    several = given if isinstance(given, list) else [given]
    if any(not isinstance(one, str) for one in several):
        notes.append("ranges between two selectors are not run: the policy is found without selectors")
        several = []
    if part.get("remove"):
        notes.append("elements to remove are not taken out by selector: furniture is left out by rule")
    if part.get("filter"):
        names = part["filter"] if isinstance(part["filter"], list) else [part["filter"]]
        listed = ", ".join(
            str(next(iter(one))) if isinstance(one, dict) and one else str(one) for one in names
        )
        notes.append(f"filters are programs and are not run ({listed[:120]})")
    return [str(one) for one in several]
