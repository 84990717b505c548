"""Captures of policies and of what servers give in their place: the cases of `cases/captures`.

`policies.toml` has a policy for each of many languages, as Markdown; `instead.toml` pages that are none,
`good.toml` honest new versions, `others.toml` other documents. Each case stands after a policy and gives
a `page`, or says what is replaced in the policy or left out of it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pyromark

_FOLDER = Path(__file__).parent / "cases" / "captures"


def _read(name: str) -> Any:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


POLICIES: dict[str, str] = {code: text.strip() + "\n" for code, text in _read("policies").items()}


class Case(NamedTuple):
    """Two captures one after the other."""

    name: str
    old: str
    new: str


def cases(name: str) -> list[Case]:
    """The cases of one file."""
    found = []
    for number, one in enumerate(_read(name)["case"], 1):
        old = one["old"].strip() + "\n" if "old" in one else POLICIES[one["after"]]
        new = one["page"].strip() + "\n" if "page" in one else old
        for before, after in one.get("replace", []):
            assert before in new, (one["kind"], before)
            new = new.replace(before, after)
        for line in one.get("without", []):
            assert f"{line}\n" in new, (one["kind"], line)
            new = new.replace(f"{line}\n", "")
        language = one.get("language", one.get("after", "en"))
        found.append(Case(f"{name}-{number}-{language}-{one['kind'].replace(' ', '-')}", old, new))
    return found


def page(text: str, language: str = "en") -> bytes:
    """A text as a page of a site: HTML in a full document; Markdown becomes the `<main>` of one."""
    if text.startswith("<"):
        title, _, rest = text.partition("</title>") if text.startswith("<title>") else ("<title>", "", text)
        head = f"<head>{title}</title></head>"
        return f'<!doctype html><html lang="{language}">{head}<body>{rest}</body></html>'.encode()
    title = text.partition("\n")[0].lstrip("# ")
    body = pyromark.html(text)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        "<body><nav><ul><li><a href='/'>1</a></li><li><a href='/2'>2</a></li></ul></nav>\n"
        f"<main><article>\n{body}\n</article></main></body></html>"
    ).encode()
