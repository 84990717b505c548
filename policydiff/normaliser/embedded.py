"""Finds a policy that is only in the script data of a page.

Many sites send the text twice: as a page, and as data from which a script builds the page anew. If the page
itself is an empty shell, because it was saved before its scripts had run or because one of them crashed, the
data often still contains the text: as HTML or Markdown in a string, as blocks of an editor ("paragraph",
"heading 2", "list item"), or as elements of the page in the form of React. In: bytes of a page. Out: the text
as a page of HTML; "" if nothing in the data reads like prose. The caller finds out whether it is a policy by
reading it.

What this gets wrong: a text with parts in several places of the data has the order of the data; strings that
only look like prose (messages of the program) are included.
"""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policydiff.normaliser import markdown, media

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT: Final = re.compile(rb"<script\b([^>]{0,2000})>(.*?)</script", re.IGNORECASE | re.DOTALL)
_HEAD: Final = re.compile(rb"<head\b[^>]{0,500}>(.*?)</head", re.IGNORECASE | re.DOTALL)
_LANGUAGE: Final = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([\w-]{2,12})", re.IGNORECASE)
_TITLE: Final = re.compile(rb"<title\b[^>]{0,200}>([^<]{0,500})</title", re.IGNORECASE)
_JSON: Final = re.compile(
    rb"type\s*=\s*[\"']?application/(?:[\w.+-]+\+)?json|\bid\s*=\s*[\"']?__NEXT_DATA__", re.IGNORECASE
)
_LINKED_DATA: Final = re.compile(rb"ld\+json", re.IGNORECASE)
_ASSIGNED: Final = re.compile(
    r"(?:window|self|globalThis)(?:\.[\w$]+|\[[\"'][\w$-]+[\"']\])+\s*=\s*(?=[{\[])|\bJSON\.parse\(\s*(?=[\"'])"
)
_PUSHED: Final = re.compile(r"__next_f\.push\(\s*\[\s*1\s*,\s*")
_ROW: Final = re.compile(r"(?:^|\n)([0-9a-f]{1,8}):(?:(T)([0-9a-f]{1,8}),|(?=[\[{\"]))")
_REFERENCE: Final = re.compile(r"\$L?([0-9a-f]{1,8})")
_TAGS: Final = re.compile(
    r"<(?:p|h[1-6]|li|ul|ol|div|section|table|br|strong|span)\b[^<>]{0,300}>", re.IGNORECASE
)
_ELEMENTS: Final = frozenset(
    "a abbr article b blockquote br dd div dl dt em h1 h2 h3 h4 h5 h6 i li main ol p section small span "
    "strong sub sup table tbody td tfoot th thead tr u ul".split()
)
_LEVELS: Final = ("one", "two", "three", "four", "five", "six")
_BLOCKS: Final = {
    **dict.fromkeys(("paragraph", "p", "unstyled", "block", "text-block", "normal", "richtext"), "p"),
    **dict.fromkeys(("list-item", "listitem", "list_item", "li", "bullet", "number"), "li"),
    **dict.fromkeys(("unordered-list-item", "ordered-list-item"), "li"),
    **dict.fromkeys(("blockquote", "quote"), "blockquote"),
    **dict.fromkeys(("table-row", "tablerow"), "tr"),
    **dict.fromkeys(("table-cell", "tablecell"), "td"),
    "table-header-cell": "th",
    **dict.fromkeys(("heading", "title", "header"), "h2"),
    **{f"{name}{level}": f"h{level}" for name in ("h", "heading-", "heading") for level in range(1, 7)},
    **{f"header-{word}": f"h{level}" for level, word in enumerate(_LEVELS, 1)},
}
"""Names of blocks in editors, and the HTML element for each."""
_CALLED: Final = ("nodeType", "style", "_type", "type", "tag", "name", "component", "__typename")
"""Keys under which editors name a block, the most telling first."""
_WORDS: Final = ("text", "value", "content", "children", "html", "body", "title", "heading", "description",
                 "label", "question", "answer", "markdown", "copy")  # fmt: skip
_PROSE: Final = re.compile(r"\w{2,}(?:[\s,;:'’()-]+\w+){4}")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{12}")
_CODE: Final = re.compile(
    r"=>|\bfunction\s*\(|\bconst \w|\breturn\b[ (]|;\n|[\w)]\.\w+\(|!important|\}\s*\n?[.#@\w-]+\s*\{"
)
_LEFT_OUT: Final = frozenset(
    "script style nav footer header meta link title noscript svg button form".split()
)
_NEARLY_ALL, _MOST_OF_FIELDS = 0.9, 0.55
"""Share of the prose that the part of a list, and that of an object, must hold to be the text."""
_SAID_ONCE: Final = 0.8
_MOST_SCRIPTS: Final = 16 * 1024 * 1024
_MOST_NODES: Final = 400_000
_MOST_TEXT: Final = 4 * 1024 * 1024
_DEEPEST: Final = 120


def written_out(data: bytes) -> str:
    """The text in the data of a page, as a page.

    Args:
        data: the page in UTF-8.
    """
    if b"<script" not in data and b"<SCRIPT" not in data:
        return ""
    writer = _Writer()
    given = list(_values(data))
    # React's stream is the page itself, in order; other data has to be searched for the part with the text.
    streams = [value for value in given if isinstance(value, _Rows)]
    for value in streams or [_heaviest(given)]:
        writer.write(value)
    body = writer.html()
    # Without prose there is no policy here; with everything twice it is unknown which version is in force.
    if not _is_prose(_TAGS.sub(" ", body)) or _says_it_again(body):
        return ""
    language, title = _LANGUAGE.search(data), _TITLE.search(data)
    lang = f' lang="{language[1].decode()}"' if language else ""
    named = escape(unescape(title[1].decode("utf-8", "replace"))) if title else ""
    head = f"<head><title>{named}</title></head>"
    return f"<!DOCTYPE html><html{lang}>{head}<body><main>{body}</main></body></html>"


def _values(data: bytes) -> Iterator[Any]:
    """The data in the scripts of a page: objects, lists, strings; in its order."""
    pushed: list[str] = []
    read = 0
    for found in _SCRIPT.finditer(data):
        read += len(found[2])
        if read > _MOST_SCRIPTS:
            break
        # JSON-LD describes the page for search engines: a summary at best, never the policy.
        if _LINKED_DATA.search(found[1]):
            continue
        text = found[2].decode("utf-8", "replace")
        if _JSON.search(found[1]):
            yield from _loaded(text)
            continue
        for place in _PUSHED.finditer(text):
            pushed += [one for one in _loaded(text[place.end() :]) if isinstance(one, str)]
        # "window.__STATE__ = {...}": the assigned value may be JSON, or a string with JSON in it.
        for place in list(_ASSIGNED.finditer(text))[:50]:
            for value in _loaded(text[place.end() :]):
                yield from _loaded(value) if isinstance(value, str) else (value,)
    if pushed:
        yield _Rows("".join(pushed))


def _loaded(text: str) -> list[Any]:
    """The JSON value at the start of a text, whatever follows it; None if there is none."""
    try:
        return [json.JSONDecoder().raw_decode(text.lstrip())[0]]
    except (ValueError, RecursionError):
        return []


class _Weighed(NamedTuple):
    """A value, and the number of characters of prose in it."""

    value: Any
    letters: int
    inside: tuple[_Weighed, ...] = ()


def _heaviest(value: Any) -> Any:
    """The part of the data with nearly all of its prose; the rest is other articles, texts of dialogs,
    messages of the program."""
    weighed = _weighed(value, 0, [0])
    while weighed.inside:
        best = max(weighed.inside, key=lambda one: one.letters)
        # Fields of an object are different things, members of a list are often parts of one.
        share = _MOST_OF_FIELDS if isinstance(weighed.value, dict) else _NEARLY_ALL
        if best.letters < weighed.letters * share:
            break
        weighed = best
    return weighed.value


def _weighed(value: Any, depth: int, met: list[int]) -> _Weighed:
    met[0] += 1
    if depth > _DEEPEST or met[0] > _MOST_NODES:
        return _Weighed(value, 0)
    if isinstance(value, str):
        return _Weighed(value, len(value) if _is_prose(value) and not _is_code(value) else 0)
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    inside = tuple(_weighed(one, depth + 1, met) for one in members)
    return _Weighed(value, sum(one.letters for one in inside), inside)


def _says_it_again(body: str) -> bool:
    """Whether much of a text is repeated: then the data has several versions of a document, and nothing shows
    which is in force."""
    words = _TAGS.sub(" ", body).split()
    runs = [tuple(words[place : place + 8]) for place in range(len(words) - 8)]
    return len(set(runs)) < len(runs) * _SAID_ONCE


class _Rows:
    """The stream of a page of React: numbered rows, which name one another ("$L1f")."""

    def __init__(self, stream: str) -> None:
        self.rows: dict[str, Any] = {}
        at = 0
        encoded = stream.encode("utf-8", "replace")
        while found := _ROW.search(stream, at):
            number, is_text = found[1], found[2]
            if is_text:
                # The length is in bytes, so the text is cut out of them.
                start = (
                    len(stream[: found.end()].encode("utf-8", "replace"))
                    if not stream.isascii()
                    else found.end()
                )
                body = encoded[start : start + int(found[3], 16)].decode("utf-8", "replace")
                at = found.end() + len(body)
            else:
                end = stream.find("\n", found.end())
                end = len(stream) if end < 0 else end
                loaded = _loaded(stream[found.end() : end])
                body, at = (loaded[0] if loaded else ""), end
            self.rows[number] = body


class _Writer:
    """Writes values as HTML, in their order, within bounds."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._size = 0
        self._nodes = 0
        self._rows: dict[str, Any] = {}
        self._met: set[str] = set()

    def html(self) -> str:
        """What was written."""
        return "".join(self._out)

    def write(self, value: Any) -> None:
        """Write a value from outside."""
        if isinstance(value, _Rows):
            self._rows = value.rows
            for number, row in value.rows.items():
                if number not in self._met:
                    self._met.add(number)
                    self._value(row, "", 0)
            return
        self._value(value, "", 0)

    def _put(self, text: str) -> None:
        self._size += len(text)
        if self._size <= _MOST_TEXT:
            self._out.append(text)

    def _value(self, value: Any, key: str, depth: int) -> None:
        self._nodes += 1
        if self._nodes > _MOST_NODES or depth > _DEEPEST or self._size > _MOST_TEXT:
            return
        if isinstance(value, str):
            self._string(value, key, depth)
        elif isinstance(value, list):
            self._list(value, key, depth)
        elif isinstance(value, dict):
            self._object(value, depth)

    def _list(self, value: list[Any], key: str, depth: int) -> None:
        if len(value) >= 4 and value[0] == "$" and isinstance(value[1], str) and isinstance(value[3], dict):
            self._element(value[1], value[3], depth)
            return
        for one in value:
            self._value(one, key, depth + 1)

    def _element(self, tag: str, properties: dict[str, Any], depth: int) -> None:
        """An element of a page of React: ["$", "p", null, {"children": ...}]."""
        inside = properties.get("children")
        inner = properties.get("dangerouslySetInnerHTML")
        if tag in _LEFT_OUT or "next-error" in str(properties.get("className", "")):
            return  # the frame of every page, and what a program would say if there were no page
        # A component of the site ("LegalSection") has no tag of its own: only its contents are written.
        shown = tag if tag in _ELEMENTS else ""
        link = properties.get("href") if tag == "a" else None
        self._put(
            f"<{shown}{f' href={json.dumps(escape(link))}' if isinstance(link, str) else ''}>"
            if shown
            else ""
        )
        if isinstance(inner, dict):
            self._text(self._referred(inner.get("__html"), depth), depth, loose=False)
        elif inside is not None:
            self._children(inside, depth + 1)
        self._put(f"</{shown}>" if shown and shown != "br" else "")
        if not shown:
            rest = {name: one for name, one in properties.items() if name != "children"}
            self._object(rest, depth + 1)

    def _children(self, value: Any, depth: int) -> None:
        """Write the children of an element, in which every string is text."""
        if isinstance(value, str):
            self._text(self._referred(value, depth), depth, loose=False)
        elif isinstance(value, list) and not (len(value) >= 4 and value[0] == "$"):
            for one in value:
                self._children(one, depth + 1)
        else:
            self._value(value, "children", depth)

    def _referred(self, text: Any, depth: int) -> str:
        """A string, or the text of the row that it names; other rows are written in its place."""
        if not isinstance(text, str):
            return ""
        found = _REFERENCE.fullmatch(text)
        # Short strings with a dollar sign are markers of the format ("$undefined"); a text that is only a
        # price is lost.
        if not found or found[1] not in self._rows:
            return "" if text.startswith("$") and len(text) < 12 else text
        if found[1] in self._met:
            return ""
        self._met.add(found[1])
        row = self._rows[found[1]]
        if isinstance(row, str):
            return row
        self._value(row, "", depth + 1)
        return ""

    def _object(self, value: dict[str, Any], depth: int) -> None:
        tag = _block(value)
        if tag is not None and depth < _DEEPEST:
            words = "".join(_words_of(value, 0)).strip() if tag != "tr" else ""
            if words:
                self._put(f"<{tag}>{words}</{tag}>")
            elif tag == "tr":
                self._put("<table><tr>")
                self._members(value, depth)
                self._put("</tr></table>")
            else:
                self._members(value, depth)
            return
        self._members(value, depth)

    def _members(self, value: dict[str, Any], depth: int) -> None:
        for key, one in value.items():
            self._value(one, key, depth + 1)

    def _string(self, text: str, key: str, depth: int) -> None:
        if text.startswith("$") and len(text) < 12:
            text = self._referred(text, depth)
        # A long string is text under any key; a short one may be an id, a colour or a class name.
        if key in _WORDS or len(text) > 400 or key == "":
            self._text(text, depth, loose=True)

    def _text(self, text: str, depth: int, *, loose: bool) -> None:
        """Write a string as HTML, Markdown or words; a string that is `loose` in the data only if it is
        prose."""
        if _TAGS.search(text):
            self._put(text if loose is False else f"<div>{text}</div>")
            return
        if text[:1] in "{[" and len(text) > 200 and depth < 20:  # data inside of data
            for value in _loaded(text):
                self._value(value, "", depth + 20)
            return
        if loose and (not _is_prose(text) or _is_code(text)):
            return
        if "\n\n" in text or re.search(r"^#{1,4} ", text, re.MULTILINE):
            self._put(markdown.to_html(text, media.MARKDOWN))
            return
        self._put(f"<p>{escape(text)}</p>" if loose else escape(text))


def _block(value: dict[str, Any]) -> str | None:
    """The element that a block of an editor is, None if this is no block."""
    for key in _CALLED:
        called = value.get(key)
        if not isinstance(called, str):
            continue
        tag = _BLOCKS.get(called.lower())
        if tag is None:
            continue
        if called.lower() == "block" and isinstance(value.get("style"), str):
            tag = _BLOCKS.get(value["style"].lower(), "p")
        if isinstance(value.get("listItem"), str):
            return "li"
        level = (
            value.get("level") or (value.get("attrs") or {}).get("level")
            if called.lower() == "heading"
            else None
        )
        return f"h{level}" if isinstance(level, int) and 1 <= level <= 6 else tag
    return None


def _words_of(value: Any, depth: int) -> Iterator[str]:
    """The words inside of a block that holds no other block."""
    if depth > 40:
        return
    if isinstance(value, list):
        for one in value:
            yield from _words_of(one, depth + 1)
    elif isinstance(value, dict):
        if depth and _block(value) is not None:
            yield " "
        for key in ("text", "value", "content", "children", "data"):
            one = value.get(key)
            if isinstance(one, str):
                yield one if _TAGS.search(one) else escape(one).replace("\n", "<br>")
            elif isinstance(one, list | dict):
                yield from _words_of(one, depth + 1)


def _is_code(text: str) -> bool:
    return len(_CODE.findall(text[:20_000])) * 150 > len(text[:20_000])


def _is_prose(text: str) -> bool:
    return bool(_PROSE.search(text) or _UNSPACED.search(text))
