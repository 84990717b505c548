"""The HTML page tells the whole comparison, and policy text cannot break out of it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from policydiff.models import (
    Cell,
    Change,
    Clause,
    Comparison,
    Document,
    DocumentDiff,
    Link,
    LinkChange,
    Reason,
    StatedDate,
)
from policydiff.report import document_text, html_page, verdict_text, wording
from policydiff.report.characters import visible
from policydiff.report.clause_words import ClauseWords
from policydiff.report.side_names import CaptureInfo, CapturePair
from tests.comparisons import SIDES, TITLE, broken, club, comparisons, in_markdown, in_terminal, sides

if TYPE_CHECKING:
    from pathlib import Path


VOID = {"meta", "br", "col", "input"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "div", "dl", "dt", "dd", "bdi", "q", "main", "section", "ol", "ul", "li", "span", "details", "summary",
    "ins", "del", "code", "pre", "label", "input", "script", "nav", "article", "footer", "br",
    "table", "thead", "tbody", "tr", "th", "td", "colgroup", "col",
}  # fmt: skip
OWN_WORDS = {"label", "note", "gone", "cell", "column", "announced", "summary", "target", "marker", "twin",
    "side-of"}  # fmt: skip


class Reader(HTMLParser):
    """Reads a page as a browser would: elements with their attributes, and texts with what is above them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, tuple[frozenset[str], ...]]] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self.feed(text)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self._open.append((tag, frozenset({tag, *attributes.get("class", "").split()})))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.texts.append((data, tuple(names for _, names in self._open)))

    def within(self, name: str, *, without: set[str] = frozenset()) -> str:  # type: ignore[assignment]
        """The text inside elements of that tag or class, without parts inside those others."""
        return "".join(
            text
            for text, above in self.texts
            if any(name in names for names in above) and not any(names & without for names in above)
        )

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def read(comparison: Comparison) -> Reader:
    return Reader(html_page.html(comparison, sides=SIDES))


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def club_page() -> Reader:
    return read(club())


# --- nothing breaks out -------------------------------------------------------------------------


@given(comparison=comparisons(), named=sides)
def test_no_text_breaks_out(comparison: Comparison, named: CapturePair) -> None:
    """Whatever the policy says, the page has our elements and attributes only, well nested."""
    text = html_page.html(comparison, sides=named)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
    found = Reader(text)
    assert {tag for tag, _ in found.elements} <= ALLOWED
    assert len(found.all("style")) == 1
    for _, attributes in found.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc")
        ]
        href = attributes.get("href", "#")
        assert re.match("#|https?://|mailto:", href, re.IGNORECASE)
        if not href.startswith("#"):
            assert attributes["rel"] == "noreferrer noopener nofollow"


@given(comparisons())
def test_links_inside_the_page_lead_somewhere(comparison: Comparison) -> None:
    """Every anchor exists once: changes, old places of what moved, labels, the skip link."""
    found = Reader(html_page.html(comparison))
    names = Counter(attributes["id"] for _, attributes in found.elements if "id" in attributes)
    assert set(names.values()) <= {1}
    assert {a["href"][1:] for a in found.all("a") if a["href"].startswith("#")} <= set(names)
    assert {a["aria-labelledby"] for _, a in found.elements if "aria-labelledby" in a} <= set(names)


@given(comparisons())
def test_the_page_holds_the_whole_new_text_in_order(comparison: Comparison) -> None:
    """Without deleted words, what is shown and folded is the new side from its first to its last clause."""
    found = Reader(html_page.html(replace(comparison, verdict="substantive")))
    shown = found.within("policy", without={"del", "removed", "old-text", *OWN_WORDS})
    assert packed(shown) == packed("".join(visible(clause.text) for clause in comparison.new.clauses))


@given(comparisons())
def test_the_page_holds_all_deleted_words(comparison: Comparison) -> None:
    """Removed clauses and deleted words of the old side are shown, in the order of the diff."""
    found = Reader(html_page.html(replace(comparison, verdict="substantive")))
    old = comparison.old.clauses
    gone = "".join(
        "".join(old[place].text for place in change.old)
        if change.kind == "removed"
        else "".join(edit.old for edit in change.edits if edit.operation == "delete")
        for change in comparison.diff.changes
    )
    marked = "".join(
        text
        for text, above in found.texts
        if any("policy" in names for names in above)
        and any("del" in names for names in above)
        and not any(names & OWN_WORDS for names in above)
    )
    assert packed(marked.replace("¶", "")) == packed(visible(gone).replace("¶", ""))


# --- what the browser is told -------------------------------------------------------------------


def test_the_policy_of_the_page_allows_its_style_and_script_and_nothing_else() -> None:
    """The hashes in the Content Security Policy are those of style and script, and nothing is left open."""
    text = html_page.html(club())
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    script = re.search("<script>(.*?)</script>", text, re.DOTALL)
    assert script is not None
    digest, of_script = (b64encode(sha256(one[1].encode()).digest()).decode() for one in (style, script))
    metas = {
        meta.get("http-equiv", ""): meta["content"] for meta in Reader(text).all("meta") if "content" in meta
    }
    rules = dict(rule.strip().split(" ", 1) for rule in metas["Content-Security-Policy"].split(";"))
    assert rules.pop("style-src") == f"'sha256-{digest}'"
    assert rules.pop("script-src") == f"'sha256-{of_script}'"
    assert rules.pop("default-src") == "'none'"
    assert set(rules.values()) == {"'none'"}
    assert {"img-src", "base-uri", "form-action"} <= set(rules)
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_texts_say_their_language(club_page: Reader) -> None:
    """The report is English, the quoted policy has its own language, direction is found by the browser."""
    assert club_page.all("html")[0]["lang"] == "en"
    german = replace(club(), new=replace(club().new, language="de"))
    found = read(german)
    assert {"policy"} <= {a.get("class") for a in found.all("div") if a.get("lang") == "de"}
    assert {a.get("lang") for a in found.all("del")} == {None, "en"}  # None: the legend, our own words
    assert all(a.get("dir") == "auto" for a in found.all("h4"))


def test_headings_descend_one_step_at_a_time(club_page: Reader) -> None:
    """One h1, and no level is skipped on the way down."""
    for found in (club_page, read(broken())):
        levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


# --- what a reader is told ----------------------------------------------------------------------


def test_the_page_tells_its_story_in_order(club_page: Reader) -> None:
    """Lede, verdict, sides, figures, outline, list, policy, evidence, limits."""
    text = club_page.within("body")
    order = [
        "The “Fernleaf Readers’ Club: privacy” changed between 2 March and 14 June 2031",
        "Verdict: Substantive",
        "Old version", "2 March 2031, 09:05 UTC", "fernleaf-2031-03.html", "New version",
        "clauses added", "Where it changed", "What changed",
        "The policy, with its changes",
        "Where this comes from", "0f" * 32, "policydiff normalise --explain", "What this method cannot see",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_sides_are_told_by_their_dates_and_files_are_evidence() -> None:
    """A version is called by its capture or its printed date; of a path only what tells the two files apart
    stands in the head, and the whole path stands in the evidence."""
    captured, dated = (
        Reader(html_page.html(club(), sides=named))
        for named in (
            SIDES,
            CapturePair(CaptureInfo("/home/ada/saved/old.md"), CaptureInfo("/home/ada/saved/new.md")),
        )
    )
    assert "Captured 2 March 2031, 09:05 UTC" in captured.within("name")
    assert dated.within("name").split("2031")[:2] == ["Effective 1 March ", "Effective 1 July "]
    assert "File old.md" in dated.within("compared")
    assert "/home/ada" not in dated.within("compared")
    assert "/home/ada/saved/new.md" in dated.within("evidence")


def test_a_side_without_one_date_says_so() -> None:
    """Two days of effect tell no version, none tells none, and another title is told on its side."""
    days = tuple(StatedDate("effective", date(2031, month, 1), f"from month {month}") for month in (3, 7))
    known = club()
    found = read(
        replace(
            known, old=replace(known.old, dates=(), title="House rules"), new=replace(known.new, dates=days)
        )
    )
    assert "House rules" in found.within("compared")
    undated = Reader(
        html_page.html(replace(known, old=replace(known.old, dates=()), new=replace(known.new, dates=days)))
    )
    updated = (*days, StatedDate("updated", date(2031, 2, 1), "revised in month 2"))
    found = Reader(html_page.html(replace(known, new=replace(known.new, dates=updated))))
    assert "Updated 1 February 2031" in found.within("name")
    assert re.findall("No date stated|Several dates stated", undated.within("compared")) == [
        "No date stated",
        "Several dates stated",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "We keep your lending list for 30 90 days, and longer if we must.",
        "Machines that read along and 2 more clauses",
        "Table: Reading advice › Why we may",
        "From another place on the page (its old place)",
        "3 clauses that stood here moved to another place on the page: change 2",
        "One paragraph became three; no words changed.",
        "Two paragraphs became one; no words changed.",
        "Link “object here” leads to an objection",
        "1 other link changed without leading to anything",
        "1. Titles you borrowed",
    ],
)  # fmt: skip
def test_the_page_says(told: str, club_page: Reader) -> None:
    """Each kind of change is explained in words, not by colour."""
    text = re.sub(r"\s+", " ", club_page.within("body").replace("<q>", "“"))
    assert told.replace("“", "").replace("”", "") in text.replace("“", "").replace("”", "")


def test_both_addresses_of_a_link_that_matters_are_shown(club_page: Reader) -> None:
    """The swapped form is told with both addresses; the rotating help link is only counted."""
    text = club_page.within("target")
    assert "https://fernleaf.example/object" in text
    assert "https://forms.example/f/fernleaf-objection" in text
    assert "help.example" not in club_page.within("body")


def test_a_changed_link_is_listed_with_its_words_and_addresses(club_page: Reader) -> None:
    """Whoever reads the list alone knows which link was swapped for what."""
    told = re.sub(r"\s+", " ", club_page.within("gist"))
    assert "“object here” https://fernleaf.example/object https://forms.example/f/fernleaf-objection" in told


def test_only_what_stood_before_is_quiet(club_page: Reader) -> None:
    """A second quote of a passage that is new is no less new than the first."""
    assert "notes in the margin" in club_page.within("further")
    assert "notes in the margin" not in club_page.within("second")


def test_every_change_has_its_number_and_neighbours(club_page: Reader) -> None:
    """Changes are numbered in reading order and lead to the one before and the one after."""
    changes = [a["aria-labelledby"] for a in club_page.all("div") if a.get("id", "").startswith("c-")]
    assert changes == [f"label-{number}" for number in range(1, 10)]
    steps = Counter(a["aria-label"] for a in club_page.all("a") if "aria-label" in a)
    quoted = [label for label in steps if ": read change " in label]  # in the first sentences
    assert steps - Counter(quoted) == {"Previous change": 8, "Next change": 8}


def test_a_moved_block_leaves_a_line_where_it_stood(club_page: Reader) -> None:
    """The old place lies between its neighbours of the old side, and both places are linked."""
    marks = ("c-", "from-c-")
    order = [a["id"] for _, a in club_page.elements if a.get("id", "").startswith(marks)]
    assert order.index(f"from-{order[1]}") == 6
    hrefs = Counter(a["href"] for a in club_page.all("a"))
    assert hrefs[f"#from-{order[1]}"] == 1
    assert hrefs[f"#{order[1]}"] == 5  # its number, the list, both neighbours, the old place


def test_a_row_that_moves_to_other_people_says_so() -> None:
    """The same words under another group of rows: both groups are named."""
    groups = ("Members over 18", "All members, children too")
    cells = [Cell(0, 1 + 2 * n, 1, "Reading advice", group) for n, group in enumerate(groups)]
    olds, news = (
        tuple(Clause("paragraph", text, (TITLE,), cell=cell) for text in texts)
        for cell, texts in zip(cells, (("Your notes.", "Stays."), ("Stays.", "Your notes.")), strict=True)
    )
    changes = (Change("unchanged", (1,), (0,)), Change("moved", (0,), (1,)))
    why = (Reason("layout-only", "Only the order changed"),)
    found = read(Comparison(Document(olds), Document(news), DocumentDiff(changes), "cosmetic", why))
    assert "From the table at “Members over 18 › Reading advice”" in found.within("note")
    assert "moved to the table at “All members, children too › Reading advice”" in found.within("gone")


def test_what_happened_in_many_cells_is_listed_once() -> None:
    """Five rows that gained the same bullet are one line with five places."""
    rows = tuple(Clause("paragraph", f"Row {n}", (TITLE,)) for n in range(5))
    bullets = tuple(Clause("item", "What you hum", (TITLE,), 1) for _ in range(5))
    both = tuple(clause for pair in zip(rows, bullets, strict=True) for clause in pair)
    changes = tuple(
        change
        for n in range(5)
        for change in (Change("unchanged", (n,), (2 * n,)), Change("added", (), (2 * n + 1,)))
    )
    why = (Reason("words-changed", "Words changed in 5 places"),)
    found = read(Comparison(Document(rows), Document(both), DocumentDiff(changes), "substantive", why))
    told = re.sub(r"\s+", " ", found.within("gist"))
    assert told == "What you hum The same in 4 more places: 2, 3, 4, 5 "


def test_a_section_is_one_whatever_its_number_and_title() -> None:
    """What was removed has the headings of the old side: another number or title makes no other section."""
    paths = [
        ("Old title", "13. How to reach us"),
        ("New title", "12. How to reach us"),
        ("New title", "Post"),
    ]
    olds = (Clause("paragraph", "By telegraph.", paths[0]),)
    news = (Clause("paragraph", "By pigeon.", paths[1]), Clause("paragraph", "By post.", paths[2]))
    changes = (Change("removed", (0,), ()), *(Change("added", (), (n,)) for n in range(2)))
    why = (Reason("words-changed", "Words changed"),)
    text = Comparison(
        Document(olds, "Old title"), Document(news, "New title"), DocumentDiff(changes), "editorial", why
    )
    assert read(text).within("where") == "13. How to reach usPost"
    assert in_terminal(text).count("\n13. How to reach us\n") == 1


def test_only_what_stands_first_is_called_the_start() -> None:
    """A heading of the highest level in the middle is its own section; without headings there is none."""
    why = (Reason("words-changed", "Words changed"),)
    old = (Clause("heading", "Post", (), 1), Clause("paragraph", "We deliver.", ("Post",)))
    new = (Clause("paragraph", "Hello."), *old, Clause("heading", "Pigeons", (), 1))
    kept = (Change("unchanged", (n,), (n + 1,)) for n in range(2))
    changes = (Change("added", (), (0,)), *kept, Change("added", (), (3,)))
    found = read(Comparison(Document(old), Document(new), DocumentDiff(changes), "editorial", why))
    assert found.within("where") == "The start of the pagePigeons"
    bare = tuple(Clause("paragraph", f"Words {n}.") for n in range(3))
    rest = (*(Change("unchanged", (n,), (n,)) for n in range(2)), Change("added", (), (2,)))
    found = read(Comparison(Document(bare[:2]), Document(bare), DocumentDiff(rest), "editorial", why))
    assert found.within("where") == "The page, which has no headings"


def test_a_heading_that_moved_from_the_middle_did_not_stand_at_the_start() -> None:
    """A heading of the highest level has none above it, wherever it stands."""
    heads = tuple(Clause("heading", text, (), 1) for text in ("Post", "Pigeons"))
    inner = replace(heads[1], path=("Post",), depth=2)
    changes = (Change("unchanged", (0,), (0,)), Change("moved", (1,), (1,)))
    why = (Reason("layout-only", "Only the order changed"),)
    found = read(
        Comparison(Document(heads), Document((heads[0], inner)), DocumentDiff(changes), "cosmetic", why)
    )
    assert "From another place on the page" in found.within("note")


def test_a_heading_above_a_change_is_never_folded() -> None:
    """Between two far changes the reader sees in which section each stands; the rest is folded."""
    heads = [Clause("heading", name, (), 1) for name in ("First", "Second")]
    old = [heads[0], *(Clause("paragraph", f"a{n} " * 30, ("First",)) for n in range(5))]
    old += [heads[1], *(Clause("paragraph", f"b{n} " * 30, ("Second",)) for n in range(5))]
    new = [*old, Clause("paragraph", "Last words.", ("Second",))]
    changes = (*(Change("unchanged", (n,), (n,)) for n in range(12)), Change("added", (), (12,)))
    why = (Reason("words-changed", "Words changed in 1 place"),)
    found = read(
        Comparison(Document(tuple(old)), Document(tuple(new)), DocumentDiff(changes), "substantive", why)
    )
    assert found.within("policy", without={"folded", "change"}).split() == ["Second", *["b4"] * 30]
    assert "6 unchanged clauses First" in re.sub(r"\s+", " ", found.within("summary"))


def test_a_broken_capture_leads_with_a_warning_and_folds_the_rest(club_page: Reader) -> None:
    """The warning stands first, the old title names the page, differences are folded away."""
    found = read(broken())
    assert found.within("h1") == TITLE
    assert "cannot be compared" in found.within("verdict")
    assert "The page is an error page" in found.within("verdict")
    assert "What changed" not in found.within("body", without={"regardless"})
    assert "Something went wrong" in found.within("sides")
    assert "cannot be compared" not in club_page.within("body")


def test_nothing_changed_is_said_plainly() -> None:
    """Identical pages give a page that says so and folds the policy."""
    document = Document(tuple(Clause("paragraph", f"Words {n} " * 30) for n in range(4)), "Club")
    changes = tuple(Change("unchanged", (n,), (n,)) for n in range(4))
    why = (Reason("same-text", "Both sides read the same"),)
    found = read(Comparison(document, document, DocumentDiff(changes), "identical", why))
    assert "reads the same in the captures of " in found.within("verdict")
    assert "No clause was added, removed, reworded or moved." in found.within("main")
    assert "4 unchanged clauses" in found.within("summary")


def test_a_page_without_a_title_is_called_by_its_host() -> None:
    """A reader learns whose page it is where anything says so."""
    bare = Document((Clause("paragraph", "We lend."),))
    why = (Reason("same-text", "Both sides read the same"),)
    for url, title in (
        ("https://www.quillmoor.example/legal?x", "A page of quillmoor.example"),
        ("", "A page without a title"),
    ):
        sides = replace(bare, url=url)
        assert document_text.title(Comparison(bare, sides, DocumentDiff(()), "identical", why)) == title


def test_a_title_in_capitals_is_no_other_title() -> None:
    """The same title is not told again on its side."""
    known = club()
    shouted = replace(known, old=replace(known.old, title=TITLE.upper()))
    assert document_text.own_title(shouted, shouted.old) == ""


def test_a_date_is_told_once_on_its_side() -> None:
    """It is said in our words where neither the version's heading nor its own words in English say it."""
    found = Reader(html_page.html(club()))
    assert "States: In force from 1 March 2031" in re.sub(r"\s+", " ", found.within("compared"))
    captured = re.sub(r"\s+", " ", read(club()).within("compared"))
    assert "States: In force from 1 March 2031" in captured
    french = (replace(one, text="en vigueur le 1er mars 2031") for one in club().old.dates)
    told = read(replace(club(), old=replace(club().old, dates=tuple(french)))).within("compared")
    assert "States: effective 1 March 2031 en vigueur" in re.sub(r"\s+", " ", told)


EARLY, LATE = (datetime(2031, 3, day, 10, 15, tzinfo=UTC) for day in (1, 2))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            CaptureInfo("a.html", LATE),
            CaptureInfo("b.html", EARLY),
            "The new side was captured before the old one",
        ),
        (CaptureInfo("a.html", EARLY), CaptureInfo("b.html", LATE), ""),
        (CaptureInfo("a.html", LATE), CaptureInfo("b.html"), ""),  # nobody noted when
        (
            CaptureInfo("lumio/terms@eu@2031-03-01T101500Z", LATE),
            CaptureInfo("lumio/terms@us@2031-03-01T101500Z", EARLY),
            "The two sides are the variants eu and us of one document",
        ),
        (
            CaptureInfo("lumio/terms@eu@2031-03-01T101500Z"),
            CaptureInfo("lumio/terms@eu@2031-03-02T101500Z"),
            "",
        ),
        (
            CaptureInfo("lumio/terms@eu@2031-03-01T101500Z"),
            CaptureInfo("other/terms@us@2031-03-01T101500Z"),
            "",
        ),
    ],
)
def test_sides_that_do_not_follow_each_other_are_said_to_be(
    old: CaptureInfo, new: CaptureInfo, told: str
) -> None:
    """In every format, else a reader takes for new what was there before, or stands elsewhere."""
    both = CapturePair(old, new)
    for shown in (
        html_page.html(club(), sides=both),
        in_terminal(club(), sides=both),
        in_markdown(club(), sides=both),
    ):
        flat = re.sub(r"\s+", " ", shown)
        assert told in flat
        assert told or not any(said in flat for said in ("captured before the old", "two sides are the"))


@pytest.mark.parametrize(
    ("stays", "comes", "sentence"),
    [
        (0.4, 200, "Most of the text was rewritten: 120 of the 300 words of the old version remain."),
        (0.4, 0, "Most of the old text is gone: 120 of the 300 words of the old version remain."),
        (0.6, 200, "It grew from about 300 to about 380 words."),
        (0.6, 120, ""),
        (0.8, 0, "It shrank from about 300 to about 240 words."),
        (0.9, 0, ""),
    ],
)
def test_a_rewritten_text_is_called_so(stays: float, comes: int, sentence: str) -> None:
    """Before a long list of changes the reader is told that it is another text, or that most of it went."""
    clauses = tuple(Clause("paragraph", f"Words of clause {n}") for n in range(75))
    kept = int(75 * stays)
    new = (*clauses[:kept], *(Clause("paragraph", f"New {n}") for n in range(comes // 2)))
    changes = (
        *(Change("unchanged", (n,), (n,)) for n in range(kept)),
        *(Change("removed", (n,), ()) for n in range(kept, 75)),
        *(Change("added", (), (n,)) for n in range(kept, len(new))),
    )
    why = (Reason("words-changed", "Words changed"),)
    text = Comparison(Document(clauses), Document(new), DocumentDiff(changes), "substantive", why)
    assert verdict_text.extent(text, ClauseWords()) == ((sentence,) if sentence else ())
    assert verdict_text.extent(replace(text, verdict="other-variant"), ClauseWords()) == ()


def test_an_address_that_runs_a_program_is_text() -> None:
    """A link to javascript: is shown and cannot be followed."""
    bad = Link("object here", "javascript:alert(1)", 0)
    change = Change("unchanged", (0,), (0,), links=(LinkChange(bad, None, True, "leads to an objection"),))
    document = Document((Clause("paragraph", "object here", links=(bad,)),))
    why = (Reason("rights-link-changed", "1 link changed"),)
    found = read(Comparison(document, document, DocumentDiff((change,)), "substantive", why))
    assert "javascript:alert(1)" in found.within("target")
    assert not [a for a in found.all("a") if "javascript" in a["href"]]


def test_same_comparison_same_page() -> None:
    """Two calls give the same bytes."""
    assert html_page.html(club(), sides=SIDES) == html_page.html(club(), sides=SIDES)


def test_a_long_policy_stays_small() -> None:
    """46,000 words in 2,300 clauses, every tenth reworded or moved, give a page of less than 2 MB."""
    clauses = tuple(
        Clause("paragraph", f"Clause {n} " + "remembers words " * 9, (TITLE,)) for n in range(2300)
    )
    changes = tuple(Change("moved" if n % 10 == 0 else "unchanged", (n,), (n,)) for n in range(2300))
    document = Document(clauses, TITLE)
    long = Comparison(document, document, DocumentDiff(changes), "cosmetic", (Reason("x", "Order changed"),))
    assert sum(len(clause.text.split()) for clause in clauses) == 46_000
    assert len(html_page.html(long).encode()) < 2_000_000


# --- colours ------------------------------------------------------------------------------------

PAIRS = [
    (ink, paper)
    for ink in ("ink", "quiet", "link", "ins-ink", "del-ink", "move-ink")
    for paper in ("paper", "card")
] + [("ins-ink", "ins-paper"), ("del-ink", "del-paper"), ("link", "ins-paper"), ("link", "del-paper"),
     ("warn-ink", "warn-paper")]  # fmt: skip


def _colours(root: Path, scheme: str) -> dict[str, str]:
    style = (root / "policydiff" / "report" / "templates" / "page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in blocks[:2])
    return {**light, **(dark if scheme == "dark" else {})}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_contrast(ink: str, paper: str, scheme: str, root: Path) -> None:
    """Every colour of text reaches WCAG AA (4.5 to 1) on every paper it stands on, in both schemes."""
    colours = _colours(root, scheme)
    high, low = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_limits_are_few_plain_sentences() -> None:
    """Four to six points that say what the method cannot see."""
    assert 4 <= len(wording.LIMITS) <= 6
    assert all(limit.endswith(".") for limit in wording.LIMITS)
