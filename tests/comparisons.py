"""Comparisons for the tests of the reports: one told by hand, and any that hypothesis can think of.

The policy is that of a fictional reading club. Reports are tested against these values and not against
the output of the diff, so that a fault of one stage is not mistaken for a fault of the other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

from hypothesis import strategies as st

from policydiff.models import (
    Category,
    Cell,
    Change,
    ChangeKind,
    Clause,
    ClauseKind,
    Comparison,
    Direction,
    Document,
    DocumentDiff,
    Edit,
    EditOperation,
    Finding,
    Link,
    LinkChange,
    Quality,
    Quote,
    Reason,
    StatedDate,
    Verdict,
)
from policydiff.report import comparison_report, markdown, terminal
from policydiff.report.side_names import CaptureInfo, CapturePair

TITLE = "Fernleaf Readers’ Club: privacy"
HEAD = (TITLE,)
USE = (TITLE, "How we use what you lend")
TABLE = (*USE, "Reading advice", "Why we may")
RIGHTS = (TITLE, "Your rights")

SIDES = CapturePair(
    CaptureInfo(
        "fernleaf-2031-03.html", datetime(2031, 3, 2, 9, 5, tzinfo=UTC), "https://fernleaf.example/privacy"
    ),
    CaptureInfo(
        "fernleaf-2031-06.html", datetime(2031, 6, 14, 18, 30, tzinfo=UTC), "https://fernleaf.example/privacy"
    ),
)


def _heading(text: str, path: tuple[str, ...] = ()) -> Clause:
    return Clause("heading", text, path, depth=len(path) + 1)


def _cell(text: str, column: int, path: tuple[str, ...] = TABLE) -> Clause:
    return Clause("paragraph", text, path, cell=Cell(0, 1, column, "Reading advice", "", "Why we may"))


_OBJECT_OLD = Link("object here", "https://fernleaf.example/object", 8)
_OBJECT_NEW = Link("object here", "https://forms.example/f/fernleaf-objection", 8)
_HELP_OLD = Link("help pages", "https://help.example/a?t=1", 4)
_HELP_NEW = Link("help pages", "https://help.example/b?t=2", 4)

_OLD = (
    _heading(TITLE),
    Clause("paragraph", "In force from 1 March 2031.", HEAD),
    Clause("paragraph", "We are a club of people who read.", HEAD),
    _heading("How we use what you lend", HEAD),
    Clause("paragraph", "We keep your lending list for 30 days.", USE),
    Clause("item", "Titles you borrowed", USE, depth=1, marker="1."),
    _cell("You agreed to it", 1),
    Clause("paragraph", "We never sell your list.", USE),
    Clause("paragraph", "Letters are read by one person. They are shredded. Nobody copies them.", USE),
    _heading("Guests", HEAD),
    Clause("paragraph", "Guests sign the book at the door.", (TITLE, "Guests")),
    Clause("paragraph", "Guests may stay for an evening.", (TITLE, "Guests")),
    _heading("Your rights", HEAD),
    Clause("paragraph", "You may object here at any time.", RIGHTS, links=(_OBJECT_OLD,)),
    Clause("paragraph", "Our help pages say more.", RIGHTS, links=(_HELP_OLD,)),
    Clause("paragraph", "Ask the treasurer.", RIGHTS),
    Clause("paragraph", "Ask at the desk.", RIGHTS),
    Clause("paragraph", "Write to 4 Mill Lane.", RIGHTS),
)
_NEW = (
    _heading(TITLE),
    Clause("paragraph", "In force from 1 July 2031.", HEAD),
    Clause("paragraph", "We are a club of people who read.", HEAD),
    _heading("Guests", HEAD),
    Clause("paragraph", "Guests sign the book at the door.", (TITLE, "Guests")),
    Clause("paragraph", "Guests may stay for an evening.", (TITLE, "Guests")),
    _heading("How we use what you lend", HEAD),
    Clause("paragraph", "We keep your lending list for 90 days, and longer if we must.", USE),
    Clause("item", "Titles you borrowed", USE, depth=1, marker="1."),
    _cell("It is in our interest", 1),
    Clause("paragraph", "Letters are read by one person.", USE),
    Clause("paragraph", "They are shredded.", USE),
    Clause("paragraph", "Nobody copies them.", USE),
    _heading("Machines that read along", HEAD),
    Clause(
        "paragraph", "A program learns from your notes to suggest books.", (TITLE, "Machines that read along")
    ),
    Clause("item", "notes in the margin", (TITLE, "Machines that read along"), depth=1),
    _heading("Your rights", HEAD),
    Clause("paragraph", "You may object here at any time.", RIGHTS, links=(_OBJECT_NEW,)),
    Clause("paragraph", "Our help pages say more.", RIGHTS, links=(_HELP_NEW,)),
    Clause("paragraph", "Write to 4 Mill Lane.", RIGHTS),
    Clause("paragraph", "Ask the treasurer. Ask at the desk.", RIGHTS),
)


def _same(old: int, new: int, *links: LinkChange) -> Change:
    return Change("unchanged", (old,), (new,), links=links)


_CHANGES = (
    _same(0, 0),
    Change("reworded", (1,), (1,), (
        Edit("equal", "In force from 1 ", "In force from 1 "), Edit("delete", "March", ""),
        Edit("insert", "", "July"), Edit("equal", " 2031.", " 2031."),
    )),
    _same(2, 2),
    Change("moved", (9,), (3,)),
    Change("moved", (10,), (4,)),
    Change("moved", (11,), (5,)),
    _same(3, 6),
    Change("reworded", (4,), (7,), (
        Edit("equal", "We keep your lending list for ", "We keep your lending list for "),
        Edit("delete", "30", ""), Edit("insert", "", "90"), Edit("equal", " days", " days"),
        Edit("insert", "", ", and longer if we must"), Edit("equal", ".", "."),
    )),
    _same(5, 8),
    Change("reworded", (6,), (9,), (
        Edit("delete", "You agreed to it", ""), Edit("insert", "", "It is in our interest"),
    )),
    Change("removed", (7,), ()),
    Change("split", (8,), (10, 11, 12), (
        Edit("equal", "Letters are read by one person. They are shredded. Nobody copies them.",
             "Letters are read by one person.\nThey are shredded.\nNobody copies them."),
    )),
    Change("added", (), (13,)),
    Change("added", (), (14,)),
    Change("added", (), (15,)),
    _same(12, 16),
    _same(13, 17, LinkChange(_OBJECT_OLD, _OBJECT_NEW, True, "leads to an objection")),
    _same(14, 18, LinkChange(_HELP_OLD, _HELP_NEW, False, "a help page")),
    _same(17, 19),
    Change("merged", (15, 16), (20,), (
        Edit("equal", "Ask the treasurer.\nAsk at the desk.", "Ask the treasurer. Ask at the desk."),
    )),
)  # fmt: skip


def club() -> Comparison:
    """Every kind of change once, in a policy of twenty clauses."""
    old = Document(
        _OLD, TITLE, "en", "declared",
        (StatedDate("effective", date(2031, 3, 1), "In force from 1 March 2031"),),
        url="https://fernleaf.example/privacy", media_type="text/html", charset="utf-8",
        charset_reason="declared", sha256="0f" * 32, size=2048, normaliser="1",
    )  # fmt: skip
    new = replace(
        old, clauses=_NEW, sha256="1e" * 32, size=2200,
        dates=(StatedDate("effective", date(2031, 7, 1), "In force from 1 July 2031"),),
    )  # fmt: skip
    reasons = (Reason("words-changed", "Words changed in 5 places"),)
    return Comparison(old, new, DocumentDiff(_CHANGES), "substantive", reasons, (("policydiff", "0.1.0"),))


def broken() -> Comparison:
    """The same policy, then an error page."""
    before = club()
    told = "The page is an error page"
    new = Document(
        (Clause("heading", "Something went wrong", depth=1), Clause("paragraph", "Try again later.")),
        "Something went wrong", quality=Quality("bad", (Reason("error-page", told),)), sha256="2d" * 32,
    )  # fmt: skip
    gone = tuple(Change("removed", (place,), ()) for place in range(len(before.old.clauses)))
    came = tuple(Change("added", (), (place,)) for place in range(2))
    reasons = (Reason("error-page", f"The new side is no good capture of a policy: {told}"),)
    return Comparison(before.old, new, DocumentDiff((*gone, *came)), "broken-capture", reasons)


def judged() -> Comparison:
    """The club's policy with a finding of every importance, and with one about a link."""
    kept = Finding(
        "retention", "changed", 2, "the period changed",
        "The list is now kept for 90 days, not 30.", "retention",
        Quote("We keep your lending list for 30 days.", 4, 0, USE),
        Quote("We keep your lending list for 90 days, and longer if we must.", 7, 0, USE),
    )  # fmt: skip
    dated = Finding(
        "effective-date", "changed", 1, "a date", "The printed date moved.",
        "effective-date", Quote("In force from 1 March 2031.", 1, 0, HEAD),
        Quote("In force from 1 July 2031.", 1, 0, HEAD),
    )  # fmt: skip
    learns = Finding(
        "ai-training", "added", 3, "data may train AI", "A new statement speaks of a program.",
        "ai-training", None,
        Quote(
            "A program learns from your notes to suggest books.", 14, 0, (TITLE, "Machines that read along"),
        ),
    )  # fmt: skip
    sold = Finding(
        "sharing", "removed", 3, "a limit on who gets data", "A statement is gone.",
        "sharing", Quote("We never sell your list.", 7, 0, USE), None,
    )  # fmt: skip
    link = Finding(
        "opt-out", "changed", 3, "the form is another one",
        "The link “object here” leads to another address than before.", "opt-out/link",
        Quote("You may object here at any time.", 13, 0, RIGHTS),
        Quote("You may object here at any time.", 17, 0, RIGHTS), _OBJECT_OLD.target, _OBJECT_NEW.target,
    )  # fmt: skip
    why = (Reason("findings", "5 changes of substance, 3 of them of first importance"),)
    return replace(club(), findings=(kept, dated, learns, sold, link), reasons=why)


def retouched() -> Comparison:
    """Two versions that differ in capitals and a full stop."""
    old, new = (Document((Clause("paragraph", text),)) for text in ("We lend books", "We lend Books."))
    why = (Reason("layout-only", "Only layout changed"),)
    return Comparison(old, new, DocumentDiff((Change("unchanged", (0,), (0,)),)), "cosmetic", why)


# --- any comparison -----------------------------------------------------------------------------

KINDS: tuple[ChangeKind, ...] = ("unchanged", "added", "removed", "reworded", "moved", "moved-reworded")
CLAUSE_KINDS: tuple[ClauseKind, ...] = get_args(ClauseKind)
OPERATIONS: tuple[EditOperation, ...] = get_args(EditOperation)

NASTY = (
    "</style><script>alert(1)</script>", "--><script>x</script><!--", "\"'><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}", "&lt;b&gt;&#60;", "]]>", "<b>", "</p>", "&copy;", "${x}", "${{x}}",
    "\u202egnidaer\u202c", "\u2066x", "\x00\x01\x1b[31mred\x1b]0;t\x07", "\x9b31m", "\u2028", "a\tb",
    "\ud800", "\ufffe", "汉字", "שלום", "e\u0301", "x" * 300,
    "*a* _b_ **c** ~~d~~ `e`", "# h", "- i", "1. j", "> k", "```", "[x](javascript:alert(1))",
    "![p](https://evil.example/p.png)", "<https://evil.example>", "https://evil.example/x",
    "www.evil.example", "| a | b |", "\\", "\\*", "$x$", "===", "---", "+", "`", "~", "@all", "#1",
)  # fmt: skip

_letters = st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=12)
texts = st.lists(st.one_of(st.sampled_from(NASTY), _letters), min_size=1, max_size=4).map(" ".join)
"""Texts of clauses: never empty, never with a line break."""

targets = st.one_of(
    st.sampled_from(
        (
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a.example/\"'><b>",
            "mailto:a@b.example",
            "",
            "/x y",
        )
    ),
    _letters,
)


@st.composite
def _clauses(draw: st.DrawFn, text: str) -> Clause:
    kind: ClauseKind = draw(st.sampled_from(CLAUSE_KINDS))
    path = tuple(draw(st.lists(texts, max_size=2)))
    cell = None
    if kind == "paragraph" and draw(st.booleans()):
        row, column, group = (
            draw(st.integers(0, 2)),
            draw(st.integers(0, 1)),
            draw(st.sampled_from(("", "G"))),
        )
        cell = Cell(0, row, column, draw(texts), group)
        path = (*path, *((cell.row_group,) if cell.row_group else ()), cell.row_label)
    marker = draw(st.sampled_from(("", "1.", "<b>"))) if kind == "item" else ""
    return Clause(kind, text, path, draw(st.integers(0, 9)), marker, cell=cell)


_edits = st.lists(st.tuples(st.sampled_from(OPERATIONS), texts), min_size=1, max_size=5)


@st.composite
def _reworded(draw: st.DrawFn) -> tuple[list[str], list[str], tuple[Edit, ...]]:
    edits = [
        Edit(operation, "" if operation == "insert" else text, "" if operation == "delete" else text)
        for operation, text in draw(_edits)
    ]
    joint = draw(texts)
    breaks = draw(st.sampled_from((" ", "\n")))
    edits.append(Edit("equal", joint + " " + joint, joint + breaks + joint))
    old, new = "".join(edit.old for edit in edits), "".join(edit.new for edit in edits)
    return old.split("\n"), new.split("\n"), tuple(edits)


_link = st.builds(Link, texts, targets, st.just(0))
_links = st.lists(
    st.builds(LinkChange, _link, st.one_of(st.none(), _link), st.booleans(), texts), max_size=1
).map(tuple)


def _quotes(places: int) -> st.SearchStrategy[Quote | None]:
    if not places:
        return st.none()
    paths = st.lists(texts, max_size=2).map(tuple)
    return st.one_of(st.none(), st.builds(Quote, texts, st.integers(0, places - 1), st.just(0), paths))


def _findings(old: int, new: int) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding, st.sampled_from(get_args(Category)), st.sampled_from(get_args(Direction)),
        st.integers(1, 3), texts, texts, texts, _quotes(old), _quotes(new), targets, targets,
    )  # fmt: skip


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison that keeps the promises of the models, full of hostile text."""
    old: list[Clause] = []
    new: list[Clause] = []
    changes: list[Change] = []
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=8)):
        befores, afters, edits = draw(_reworded()) if "reworded" in kind else ([draw(texts)], None, ())
        afters = befores if afters is None else afters
        came = [] if kind == "added" else [draw(_clauses(text)) for text in befores]
        went = [] if kind == "removed" else [draw(_clauses(text)) for text in afters]
        named: ChangeKind = "split" if "reworded" in kind and len(went) > 1 else kind
        links = draw(_links) if came and went else ()
        places = tuple(range(len(old), len(old) + len(came))), tuple(range(len(new), len(new) + len(went)))
        changes.append(Change(named, *places, edits, links))
        old += came
        new += went
    shuffled = draw(st.permutations(range(len(old))))  # where each old clause really stood
    stood = {now: then for then, now in enumerate(shuffled)}
    moved = [replace(c, old=tuple(sorted(stood[i] for i in c.old))) for c in changes]
    reasons = (Reason("words-changed", draw(texts)),)
    verdict: Verdict = draw(st.sampled_from(get_args(Verdict)))
    return Comparison(
        Document(tuple(old[i] for i in shuffled), draw(st.one_of(st.just(""), texts)), url=draw(targets)),
        Document(tuple(new), draw(texts), draw(st.sampled_from(("", "en", "ar")))),
        DocumentDiff(tuple(moved)),
        verdict,
        reasons,
        findings=tuple(draw(st.lists(_findings(len(old), len(new)), max_size=2))),
    )


sides = st.builds(
    CapturePair, st.builds(CaptureInfo, texts, st.none(), targets), st.builds(CaptureInfo, texts)
)


NOBODY = CapturePair()


def in_terminal(
    comparison: Comparison, *, sides: CapturePair = NOBODY, width: int = 80, colour: bool = False
) -> str:
    """A comparison as a terminal shows it."""
    return terminal.text(comparison_report.report(comparison, sides=sides), width=width, colour=colour)


def in_markdown(comparison: Comparison, *, sides: CapturePair = NOBODY) -> str:
    """A comparison as Markdown."""
    return markdown.markdown(comparison_report.report(comparison, sides=sides))
