"""How Sphinx makes a site of these pages: `make site`. The pages are plain Markdown, as code hosts show it.

The tree of the site comes from the links of index.md and of each folder's README.md; a link to a file
outside of docs/ becomes the file itself, to be taken along.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "policydiff"
release = __version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = "policydiff"
html_show_copyright = False
nitpicky = True

_INDEX = re.compile(r"(?:^|/)(?:index|README)$")
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_PAGE = re.compile(r"\]\(([\w/-]+)\.md\)")
_OUTSIDE = re.compile(r"\]\((\.\./[^)#\s]+)(?:#[^)\s]*)?\)")


def setup(app: Sphinx) -> None:
    """Hook into how Sphinx reads each page."""
    app.connect("source-read", _adapted)


def _adapted(app: Sphinx, name: str, source: list[str]) -> None:
    """A page as Sphinx wants it."""
    page = _OUTSIDE.sub(lambda found: _taken_along(Path(app.srcdir), name, found), source[0])
    source[0] = page + _tree(name, page) if _INDEX.search(name) else page


def _taken_along(top: Path, name: str, found: re.Match[str]) -> str:
    """A link out of docs/ as one to the file, for the site to hold it; other links as they are."""
    aim = ((top / name).parent / found[1]).resolve()
    return found[0] if aim.is_relative_to(top) else f"](path:{found[1]})"


def _tree(name: str, page: str) -> str:
    """The pages that an index links to, as the site's tree: section by section, each once."""
    titles = ["", *_SECTION.findall(page)]
    folder, told, seen = name.rpartition("/")[0], "", set[str]()
    for title, text in zip(titles, _SECTION.split(page)[::2], strict=True):
        pages = [page for page in dict.fromkeys(_PAGE.findall(text)) if page not in seen]
        inside = [page for page in pages if not folder or "/" not in page]
        seen.update(inside)
        if inside:
            caption = f":caption: {title}\n" if title else ""
            told += f"\n\n```{{toctree}}\n:hidden:\n{caption}\n" + "\n".join(inside) + "\n```\n"
    return told
