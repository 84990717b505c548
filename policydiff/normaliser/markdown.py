"""Converts Markdown to HTML, so that one walk reads both. For most Markdown `events` has a faster way.

In: Markdown, most of it written by a program: public archives of policies convert the pages they record to
Markdown (turndown with GitHub's tables). Out: HTML with the same headings, lists, tables and paragraphs. The
parser follows CommonMark strictly; the program does not, and where they differ words vanish (a placeholder
`<name>` is a tag, the fourth cell of a three-column table is ignored) or addresses become words (a link over
several paragraphs is no link). Each repair below mends one such place, and costs nothing where the place does
not occur.

It refuses nothing and trusts nothing: its output is parsed as untrusted HTML.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

import pyromark

from policydiff.normaliser import icons, plaintext

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_DEEPEST = 6
"""Most levels of indented text inside indented text that are read."""

_FENCE = ("---\n", "+++\n")
_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)\n[\w\"'-]{1,60} ?[:=][^\n]*\n(?:[\w\"'-]{1,60} ?[:=][^\n]*\n|[ \t#-][^\n]*\n|\n){0,200}?"
    r"(?:\1|\.\.\.)[ \t]*(?:\n+|$)"
)
"""Settings of a page before it, as site generators keep them: lines with a name and a value."""
_ATTRIBUTES = re.compile(
    r"\{:[^{}\n]{0,200}\}[ \t]*(?=\n|$)|(?<=\S)[ \t]+\{[#.][\w .#=\"'-]{1,100}\}[ \t]*(?=\n|$)"
)
"""Classes and names of what they follow: `{: .lead}`, `## Cookies {#cookies}`."""
_KNOWN_TAGS = (
    "a|abbr|address|article|b|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em"
    "|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|label|li|main|mark|nav|ol|p|pre|q|s|section"
    "|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr"
)
_CLOSED = re.compile(r"</(iframe|noscript|script|style|svg|template|textarea|title)\b", re.IGNORECASE)
"""Elements that swallow everything after them if they are not closed."""
_CONTAINERS = re.compile(
    r"<(?:article|center|details|div|figure|footer|header|main|p|section|summary)[\s>]", re.IGNORECASE
)
_CONTAINER_TAG = re.compile(
    r"\n[ \t]*(</?(?:article|center|details|div|figure|footer|header|main|p|section|summary)(?:\s[^<>\n]*)?>)"
    r"[ \t]*",
    re.IGNORECASE,
)
# Patterns of lines begin with a line break instead of "^": it is found at the speed of memchr.
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Characters that nobody sees, as a set of an expression."""
_UNSEEN_IN_MARK = re.compile(rf"\n[{_UNSEEN}]*(#{{1,6}})[{_UNSEEN}\u00a0\u2002-\u200a\u202f\u3000 \t]+(?=\S)")
"""The mark of a heading with one of them before it, or with another blank than the one that Markdown asks for
behind it: "##&nbsp;Your rights" would be a paragraph that begins with two signs."""
_EMPTY_HEADING = re.compile(r"\n([ \t]*#{1,6})[ \t]*\n\s*\n[ \t]*(?=[^\s#|>*+\-][^\n]{0,200}(?:\n|$))")
_TORN_HEADING = re.compile(r"\n([^\s#|>*+=-][^\n]{0,200})\n\s*\n[ \t]*={3,}[ \t]*(?=\n|$)")
_UNDERLINE_ALONE = re.compile(r"\n\s*\n[ \t]*=")
"""A line without which no heading is torn; it is found faster than the heading."""
_HEADING_IN_LINK = re.compile(r"\[([^\[\]\n]+)\n[ \t]*([-=])[-=]{2,}[ \t]*\](\([^()\s]*\))")
_MARK_IN_LINK = re.compile(r"\[(#{1,6}[ \t]+)([^\[\]\n]+)\](\([^()\s]*\))")
_MARK_IN_CELL = re.compile(r"##{0,5}[ \t]+(?=[^\n]*\|)")
_LONG_NUMBER = re.compile(r"\n( *\d{2}[.)]) {2}(?=\S)")
_ADDRESS = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
_BRACKETS = r"\[([^\[\]\\]*(?:\\.[^\[\]\\]*)*)\]"
_NESTED_LINK = re.compile(rf"\[{_BRACKETS}\({_ADDRESS}\)\](?=\()")
_IMAGE = re.compile(rf"!{_BRACKETS}\((<[^<>\n]*>|[^()\n]*)\)")
_PICTURE = re.compile(r"^<?data:|\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)\b", re.IGNORECASE)
_TORN_LINK = re.compile(rf"{_BRACKETS}\(({_ADDRESS})(?: \"[^\"\n]*\")?\)", re.DOTALL)
_TEAR = re.compile(r"\[[^\[\]]*\n[ \t]*\n[^\[\]]*\]\(")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_BLOCK_MARK = re.compile(r"(#{1,6}[ \t]+|(?:[*+-]|\d{1,3}[.)])[ \t]+)?(.*?)(\n[ \t]*(?:-+|=+))?", re.DOTALL)
_ITEM_MARK = re.compile(r"[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*")
_SPACED_ADDRESS = re.compile(r"\]\((?=[#/]|https?:|mailto:)([^()<>\n\" \t]*[ \t][^()<>\n\"]*)\)")
_DEFINITION = re.compile(r"\n( {0,3})\[(?=[^\]\n]+\]:[ \t]*(?![ \t])[^\s/.#:@]*(?:\s|$))")
_CODE_LINK = re.compile(r"`(\[[^`\n]*\]\([^`\n]*\)[^`\n]{0,9})`")
RULE_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CODE = re.compile(r"<pre><code>(.*?)</code></pre>", re.DOTALL)
_CELL_ITEM = re.compile(r">([ \t]*)(?:[*•][ \t]+|(\d{1,3})\.[ \t]{2,})([^<\n].*?)(?=<br|</t[dh]>)")
_NEAR = 20
"""Characters before a picture in which the cell that holds it begins."""
_CELL_OPENS = re.compile(r"\|[ \t]*\Z")
_CELL_ENDS = re.compile(r"[ \t]*\|")
_DEEPEST_QUOTE = 50
"""Quotations and items inside one another, beyond which they are laid flat."""
_NESTED = re.compile(rf"\n[ \t]*(?:(?:[>*+-]|\d{{1,9}}[.)])[ \t]*+){{{_DEEPEST_QUOTE},}}+")
"""Marks of quotations and items at the start of a line, each inside the one before."""
_CELL_BREAK = re.compile(r"<(?:br|td|th)(?:\s[^<>]*)?/?>")
_WIDEST_TABLE = 60
"""Columns up to which a heading row is filled up."""
STAR = "\ue02a"
"""Placeholder for a literal asterisk while those that mark bold type are removed."""
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN_AT_MARK = re.compile(rf"([_*])[{_UNSEEN}]+\1|[{_UNSEEN}]+(?=[_*])|(?<=[_*])[{_UNSEEN}]+")
"""Unseen characters beside a mark of emphasis, as between "_" and "]" in "[_Rights_⁠](#rights)"; and a mark
that opens and closes nothing else."""
_BOLD = re.compile(r"\*{2,}")
_BOLD_LINES = re.compile(r"(?<=[a-zß-öø-ÿ])\*{4}(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_STAR_AS_ENTITY = re.compile(r"&#(?:x0*e02a|0*57386);?", re.IGNORECASE)


def to_html(text: str, media_type: str) -> str:
    r"""A body of HTML with the same headings, lists, tables and paragraphs.

    >>> to_html("# Policy\n\nWe keep <data>.", "text/markdown")
    '<h1>Policy</h1>\n<p>We keep &lt;data&gt;.</p>\n'
    """
    if media_type == "text/plain":
        return plaintext.to_html(text)
    return converted(repaired(words_only(unix(text))))


def unix(text: str) -> str:
    """The text with lines that end in line feeds, without signs that are marks of ours, and without unseen
    characters beside marks of emphasis, which would stay as words."""
    if not text.isascii() and any(sign in text for sign in _UNSEEN):
        text = _UNSEEN_AT_MARK.sub("", text)
    if STAR in text:
        text = text.replace(STAR, "")
    if "&#" in text:
        text = _STAR_AS_ENTITY.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_bold_marks(text: str) -> str:
    """A text without marks of bold type that have no partner: "Fern****leaf" is one word, and
    "Fernleaf Ltd****Privacy Notice" are two lines of a heading."""
    if "****" in text:
        text = _BOLD_LINES.sub(" ", text)
    return _BOLD.sub("", text)


def words_only(text: str) -> str:
    r"""The text without parts that only its generator reads: front matter, comments, attribute lists, and
    unseen characters around the marks of headings.

    >>> words_only("---\ntitle: Policy\n---\n# Policy {#top}\n{: .lead}\nWe ask first.<!-- todo -->")
    '# Policy\n\nWe ask first.'
    """
    if text.startswith(_FENCE):
        matter = _FRONT_MATTER.match(text)
        text = text[matter.end() :] if matter else text
    if "<!--" in text:
        text = _without_comments(text)
    if "{" in text and ("{:" in text or "{#" in text or "{." in text):
        text = _ATTRIBUTES.sub("", text)
    if "#" in text and not text.isascii():
        text = _UNSEEN_IN_MARK.sub(r"\n\1 ", "\n" + text)[1:]
    return text


def _without_comments(text: str) -> str:
    """The text without what stands between "<!--" and "-->"; a comment without an end is none."""
    kept: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        kept.append(text[place:start])
        place = end + 3
    return "".join(kept) + text[place:]


def converted(text: str) -> str:
    """HTML of Markdown that is repaired."""
    return _converted(text, _DEEPEST)


def is_one_piece(text: str) -> bool:
    """Whether tags in it may span several sections."""
    return has_tags(text) and (_CLOSED.search(text) is not None or _CONTAINERS.search(text) is not None)


def is_torn(text: str) -> bool:
    """Whether a repair has to reach over a blank line: of a link, also around a picture, or of a heading."""
    text = "\n" + text
    if "](" in text and (_TEAR.search(text) or ("![" in text and _TEAR.search(_IMAGE.sub("", text)))):
        return True
    return ("#" in text and _EMPTY_HEADING.search(text) is not None) or (
        "\n=" in text and _UNDERLINE_ALONE.search(text) is not None
    )


def has_tags(text: str) -> bool:
    """Whether there may be other tags in it than line breaks."""
    return text.count("<") > text.count("<br>")


def repaired(text: str) -> str:
    """The same Markdown where CommonMark and its writer disagree about what is markup."""
    text = "\n" + text
    if len(text) > 2 * _DEEPEST_QUOTE:
        text = _NESTED.sub(_shallow, text)
    if has_tags(text):
        text = _tags_only(text)
    if "#" in text:
        text = _EMPTY_HEADING.sub(r"\n\1 ", text)
    if ".  " in text or ")  " in text:
        text = _LONG_NUMBER.sub(r"\n\1 ", text)
    if "\n=" in text and _UNDERLINE_ALONE.search(text):
        text = _TORN_HEADING.sub(r"\n# \1", text)
    if "![" in text:
        text = _IMAGE.sub(_without_image, text)
    if "](" in text:
        text = _mended_links(text)
    if "]:" in text:
        text = _DEFINITION.sub(r"\n\1\[", text)
    if "|" in text:
        text = _padded_tables(_MARK_IN_CELL.sub(_without_mark, text) if "#" in text else text)
    return text.replace("\\*", STAR) if "\\" in text else text


def _tags_only(text: str) -> str:
    """Escape each `<` that opens no element of HTML: `<Company>` is a placeholder, and stays a word."""
    closed = tuple(sorted({match[1].lower() for match in _CLOSED.finditer(text)}))
    text = _placeholder(closed).sub(r"\<", text)
    return _CONTAINER_TAG.sub(r"\n\1\n\n", text) if _CONTAINERS.search(text) else text


@lru_cache(maxsize=64)
def _placeholder(closed: tuple[str, ...]) -> re.Pattern[str]:
    """Escape a match that looks like a tag but is none; elements that swallow what follows count only if
    closed."""
    names = "|".join([_KNOWN_TAGS, *closed])
    address = r"https?:[^\s<>]*>|mailto:[^\s<>]*>|[\w.+-]+@[\w.-]+>"
    return re.compile(
        rf"<(?<!\\<)(?<!\]\(<)(?=[A-Za-z/!?])(?!br>)(?!(?:/?(?:{names})(?=[\s/>])|{address}))", re.IGNORECASE
    )


def _mended_links(text: str) -> str:
    if "`[" in text:
        text = _CODE_LINK.sub(r"\1", text)
    if "[[" in text:
        text = _NESTED_LINK.sub(r"[\1]", text)
    if "-](" in text or "=](" in text:
        text = _HEADING_IN_LINK.sub(_heading_of_link, text)
    if "[#" in text:
        text = _MARK_IN_LINK.sub(r"\n\n\1[\2]\3\n\n", text)
    if _TEAR.search(text):
        text = _TORN_LINK.sub(_mended_link, text)
    return _SPACED_ADDRESS.sub(lambda match: f"](<{match[1].strip()}>)", text)


def _shallow(match: re.Match[str]) -> str:
    """Quotations and items inside one another, laid flat below a depth that no text has."""
    return match[0][: 2 * _DEEPEST_QUOTE] + " "


def _without_image(match: re.Match[str]) -> str:
    """Drop pictures, except in "info![@](picture)example.com" and where they are all that a cell says.

    "Look![here](address)" is no picture, but a link behind an exclamation mark.
    """
    before = match.string[match.start() - 1 : match.start()]
    if not before.isalpha() or _PICTURE.search(match[2]):
        if _CELL_OPENS.search(match.string, match.start() - _NEAR, match.start()) and _CELL_ENDS.match(
            match.string, match.end()
        ):
            return match[1] or icons.of_name(match[2])
        return match[1] if match[1] == "@" else ""
    return f"&#33;[{match[1]}]({match[2]})"


def _heading_of_link(match: re.Match[str]) -> str:
    """A link around a heading as a heading that is a link."""
    return f"\n\n{'##' if match[2] == '-' else '#'} [{match[1].strip()}]{match[3]}\n\n"


def _mended_link(match: re.Match[str]) -> str:
    """A link around several blocks as one link in each block."""
    inner, address = match[1], match[2]
    if not _BLANK_LINES.search(inner):
        return match[0]
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    indent = re.sub(r"[^\s]", " ", _ITEM_MARK.match(before)[0])  # type: ignore[index]
    opening = _ITEM_MARK.fullmatch(before) is not None
    blocks = [block.strip() for block in _BLANK_LINES.split(inner)]
    linked = [link for block in blocks if block and (link := _linked(block, address))]
    if not linked:
        return ""
    start = "" if opening or not _starts_block(linked[0]) else f"\n\n{indent}"
    return start + f"\n\n{indent}".join(block.replace("\n", f"\n{indent}") for block in linked)


def _starts_block(block: str) -> bool:
    return block[0] != "["


def _linked(block: str, address: str) -> str:
    mark, words, underline = _BLOCK_MARK.fullmatch(block).groups()  # type: ignore[union-attr]
    return (
        f"{mark or ''}[{words}]({address}){(underline or '').replace(' ', '')}" if words.strip("* ") else ""
    )


def _padded_tables(text: str) -> str:
    """Give the first two rows of tables as many cells as the widest row has: the parser drops the rest."""
    lines = text.split("\n")
    at = 1
    while at < len(lines):
        line = lines[at]
        at += 1
        if "|" not in line or "-" not in line or "|" not in lines[at - 2] or not RULE_ROW.match(line):
            continue
        start = at
        while at < len(lines) and lines[at].lstrip().startswith("|"):
            at += 1
        heading, rule = lines[start - 2].rstrip(), line.rstrip()
        width = min(max(map(_pipes, [heading, rule, *lines[start:at]])), _WIDEST_TABLE)
        if heading.endswith("|") and rule.endswith("|"):
            lines[start - 2] = heading + "  |" * (width - _pipes(heading))
            lines[start - 1] = rule + " --- |" * (width - _pipes(rule))
    return "\n".join(lines)


def _without_mark(match: re.Match[str]) -> str:
    """A cell has no headings of Markdown: `| ### Cookie |`."""
    before = match.string[max(0, match.start() - 12) : match.start()].rstrip(" \t")
    return "" if before.endswith(("|", "<br>")) else match[0]


def _pipes(line: str) -> int:
    return line.count("|") - line.count("\\|")


def _converted(text: str, depth: int) -> str:
    page = pyromark.html(text, options=OPTIONS)
    if depth and "<pre><code>" in page:
        # A policy holds no programs: indented text is a paragraph whose list CommonMark saw end.
        page = _CODE.sub(lambda match: _reread(match[1], depth - 1), page)
    if "<table>" in page:
        page = _CELL_ITEM.sub(_cell_item, page)
    if "**" in page:
        page = without_bold_marks(page)
    return page.replace(STAR, "*")


def _reread(code: str, depth: int) -> str:
    text = html.unescape(code)
    if not text.startswith(" "):
        return _converted(text, depth)
    indent = len(text) - len(text.lstrip(" "))
    return _converted(re.sub(rf"^ {{1,{indent}}}", "", text, flags=re.MULTILINE), depth)


def _cell_item(match: re.Match[str]) -> str:
    """A list item inside a table cell, where Markdown has no lists: `<br>*   item`."""
    tag = match.string.rfind("<", 0, match.start())
    indent, number, words = match.groups()
    if tag < 0 or not _CELL_BREAK.fullmatch(match.string, tag, match.start() + 1):
        return match[0]
    level = 1 + min(len(indent) // 4, 5)
    if number:
        return f'><ol start="{number}"><li>{words}</li></ol>'
    return ">" + "<ul>" * level + f"<li>{words}</li>" + "</ul>" * level
