"""`policydiff log` and `policydiff when` with archives on disk: what they print and what they refuse."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.archive import Archive
from policydiff.models import Capture
from tests.archiving import tree
from tests.commands import Done, Run, command_line
from tests.test_import_ota import repository as recorded
from tests.test_import_ota import versions

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
EU = "quillmoor/privacy-policy@eu"
CLUB = "fernleaf/privacy-policy"
TRAINS = "We train a program on your notes in the margin."


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One cache for all tests here: what is tested is what is told, not what is kept."""
    return str(tmp_path_factory.mktemp("cache") / "results.sqlite")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: str) -> Run:
    """The command line inside this process, on the archive of the fictional platform."""
    monkeypatch.setenv("POLICYDIFF_CACHE", cache)
    monkeypatch.setenv("POLICYDIFF_ARCHIVE", str(ROOT / "snapshots"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return command_line(capsys)


def page(*sentences: str) -> str:
    """The policy of a reading club, with further sentences."""
    common = [
        f"We keep the {thing} of your visits for as long as the club asks for it in its rules and no longer."
        for thing in ("dates", "lists", "letters", "borrowings", "tickets", "photographs", "complaints")
    ]
    body = "".join(f"<p>{sentence}</p>" for sentence in (*common, *sentences))
    return f"<html lang=en><title>Privacy</title><body><main><h1>Privacy policy</h1>{body}</main>"


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., str]:
    """An archive with one page of the club for each day given."""

    def make(days: dict[str, str], series: str = CLUB) -> str:
        kept = Archive(tmp_path / "archive")
        for day, body in days.items():
            at = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
            address = "https://fernleaf.example/privacy"
            headers = (("Content-Type", "text/html; charset=utf-8"),)
            seen = Capture(address, at, body.encode(), "http", 200, address, headers=headers)
            kept.store(series, seen, text=body, normaliser="1")
        return str(kept.path)

    return make


def schema(name: str) -> Draft202012Validator:
    text = (ROOT / "policydiff" / "report" / f"{name}.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def value(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


# --- log -----------------------------------------------------------------------------------------


def test_the_story_of_the_fictional_platform(run: Run) -> None:
    """Five changes, the announcement that is still ahead, the error page, and the form behind "object"."""
    done = run("log", EU)
    assert done.code == 0
    assert done.err == ""
    for line in (
        f"Between 12 February 2024 and 14 May 2025, 6 versions of Quillmoor’s privacy policy ({EU})",
        "from 27 May 2025, first seen on 14 April 2025 (change 4)",
        "1. Between 11 March and 22 May 2024 · substantive",
        "In force from 26 June 2024, 35 days after it was first seen.",
        "5. Between 14 and 15 April 2025 · substantive · no word changed",
        "Silent change: the date printed on the page did not change.",
        "MOST IMPORTANT: The link “object” leads to another address than before.",
        "1 capture, 4 March 2024: The page says that it could not show what was asked for",
        "28 June 2024 to 14 April 2025 (290 days)",
        "1 check failed",
    ):
        assert line in done.flat
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_command_of_the_log_runs(run: Run, archive: Callable[..., str]) -> None:
    """What stands below a change shows that change, also where the archive was named."""
    folder = archive({"2031-03-02": page(), "2031-04-02": page(TRAINS), "2031-04-03": page(TRAINS)})
    told = run("--archive", folder, "log", CLUB).out.replace("\\\n", "")
    command = told[told.index("   policydiff ") :].partition("\n")[0].split()
    done = run(*command[1:])
    assert done.code == 0
    assert TRAINS.rsplit(maxsplit=1)[-1] in done.out


def test_the_name_of_an_archive_is_harmless(run: Run, archive: Callable[..., str], tmp_path: Path) -> None:
    """With a blank in its name the command still runs, and a control character is shown."""
    folder = archive({"2031-03-02": page(), "2031-04-02": page(TRAINS)})
    for name, shown in (("my pages", "'"), ("a\x1b[31mb", "\ufffd")):
        shutil.copytree(folder, tmp_path / name)
        told = run("--archive", tmp_path / name, "log", CLUB).out
        assert shown in told
        assert "\x1b" not in told
    told = run("--archive", tmp_path / "my pages", "log", CLUB).out.replace("\\\n", "")
    command = told[told.index("   policydiff ") :].partition("\n")[0]
    assert run(*shlex.split(command)[1:]).code == 0


@pytest.mark.parametrize(
    "arguments", [("log", EU), ("when", EU, "legitimate interests"), ("when", EU, "no such words")]
)
def test_json_keeps_its_schema(run: Run, arguments: tuple[str, ...]) -> None:
    """The JSON of real histories is what the schema says."""
    told = value(run(*arguments, "--format", "json"))
    assert [fault.message for fault in schema(arguments[0]).iter_errors(told)] == []


@pytest.mark.parametrize("layout", ["text", "json", "markdown"])
@pytest.mark.parametrize("arguments", [("log", EU), ("when", EU, "legitimate interests")])
def test_same_history_same_bytes(run: Run, layout: str, arguments: tuple[str, ...]) -> None:
    """From the cache or without one, a result is the same."""
    fresh = run(*arguments, "--format", layout, "--cache", "-")
    assert fresh.code == 0
    assert fresh == run(*arguments, "--format", layout) == run(*arguments, "--format", layout)


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ((), [1, 2, 3, 4, 5]),
        (("--reverse",), [5, 4, 3, 2, 1]),
        (("--only", "effective-date"), [1, 3, 4]),
        (("--only", "effective-date", "--only", "opt-out"), [1, 3, 4, 5]),
        (("--only", "disputes"), []),
        (("--since", "2024-06-28"), [3, 4, 5]),
        (("--until", "2024-06-25"), [1, 2]),
        (("--since", "2024-06-26", "--until", "2024-06-26"), [2, 3]),
        (("--substantive",), [1, 2, 3, 4, 5]),
    ],
)
def test_filters_of_the_log(run: Run, options: tuple[str, ...], numbers: list[int]) -> None:
    """In every format the same changes, under the same numbers."""
    told = value(run("log", EU, *options, "--format", "json"))
    assert [one["number"] for one in told["entries"]] == numbers
    for layout in ("text", "markdown"):
        shown = run("log", EU, *options, "--format", layout).out.replace("### ", "").replace("\\", "")
        heads = [line for line in shown.splitlines() if line[:1].isdigit() and line[1:3] == ". "]
        assert [int(head[0]) for head in heads] == numbers


def test_every_finding_and_every_aside(run: Run) -> None:
    """What the text cuts short is there when it is asked for."""
    assert re.search(r"and \d+ more findings?", run("log", EU).out)
    assert "more finding" not in run("log", EU, "--all").out
    assert f"{EU}@2024-03-04T091211Z" not in run("log", EU).out
    assert f"{EU}@2024-03-04T091211Z" in run("log", EU, "--passed-over").out


def test_one_variant_by_name_or_number(run: Run, archive: Callable[..., str]) -> None:
    """Captures in another language are a story of their own, called by what the text gives away."""
    french = page(
        "Nous conservons vos lettres et les dates de vos visites aussi longtemps que le club en a besoin.",
        "Vous pouvez demander une copie de vos données et les faire corriger à tout moment.",
        "Nous ne vendons pas vos données et nous ne les donnons pas à des tiers sans votre accord.",
    )
    french = (
        french[: french.index("<p>We keep")].replace("lang=en", "lang=fr") + french[french.index("<p>Nous") :]
    )
    folder = archive(
        {
            "2031-03-02": page(), "2031-03-09": french, "2031-03-12": page(TRAINS), "2031-03-20": french,
            "2031-03-22": page(TRAINS, "Ask at the desk."),
        }
    )  # fmt: skip
    told = value(run("--archive", folder, "log", CLUB, "--format", "json"))
    assert {one["name"] for one in told["variants"]} == {"en", "fr"}
    number = [one["name"] for one in told["variants"]].index("en") + 1
    for name in ("en", "EN", str(number)):
        assert value(run("--archive", folder, "log", CLUB, "--variant", name, "--format", "json"))["entries"]
    assert not value(run("--archive", folder, "log", CLUB, "--variant", "fr", "--format", "json"))["entries"]
    assert "Choose among" in run("--archive", folder, "log", CLUB, "--variant", "mars").err


def test_colour_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """FORCE_COLOR brings styles, NO_COLOR takes them away, and Markdown and JSON have none."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("log", EU).out
    assert "\x1b[1m" in run("when", EU, "interests").out
    assert "\x1b" not in run("log", EU, "--format", "markdown").out
    assert "\x1b" not in run("log", EU, "--format", "json").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("log", EU).out


@pytest.mark.parametrize("columns", [40, 120])
def test_the_width_of_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Lines fit the terminal, and use it."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for arguments in (("log", EU), ("when", EU, "legitimate interests")):
        lines = run(*arguments).out.splitlines()
        widest = max(len(line) for line in lines if f"{EU}@" not in line)  # references are never cut
        assert columns - 15 <= widest <= columns


# --- when ----------------------------------------------------------------------------------------


def test_since_when_with_brackets(run: Run, archive: Callable[..., str]) -> None:
    """First seen, last seen without it, gone: each with its day, and the words."""
    days = {
        "2031-03-02": page(), "2031-03-09": page(TRAINS), "2031-03-20": page(TRAINS, "Ask at the desk."),
        "2031-04-01": page("Ask at the desk."), "2031-05-01": page("Ask at the desk.", "Or write to us."),
    }  # fmt: skip
    done = run("--archive", archive(days), "when", CLUB, "train a program")
    for line in (
        f"“train a program” in {CLUB}: first said between 2 and 9 March 2031, gone between 20 March",
        "First seen on 9 March 2031, last seen without it on 2 March 2031.",
        "Last seen on 20 March 2031, gone on 1 April 2031.",
        f"9 March 2031: “{TRAINS}”",
    ):
        assert line in done.flat
    told = value(run("--archive", archive({}), "when", CLUB, "train a program", "--format", "json"))
    assert not told["present_from_start"]
    (only,) = told["runs"]
    assert only["first"]["date"] == "2031-03-09T12:00:00+00:00"
    assert only["last"]["ref"] == "2031-03-20T120000Z"
    assert only["ended_by"]["snapshot"] == f"{CLUB}@2031-04-01T120000Z"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("train a program",), True), (("TRAIN",), False), (("(?i)TRAIN",), True),
        (("tr.in .*margin",), True),
        (("--words", "TRAIN  a Program"), True), (("--words", "rain"), False), (("--words", "margin."), True),
        (("--words", "tr.in"), False), (("--words", "your **notes**"), True), (("no such words",), False),
    ],
)  # fmt: skip
def test_patterns_and_words(
    run: Run, archive: Callable[..., str], asked: tuple[str, ...], *, found: bool
) -> None:
    """A pattern is a regular expression; words are whole words, case and white space aside."""
    folder = archive({"2031-03-02": page(TRAINS), "2031-03-09": page(TRAINS, "Ask at the desk.")})
    told = value(run("--archive", folder, "when", CLUB, *asked, "--format", "json"))
    assert bool(told["runs"]) == told["present_from_start"] == found


def test_a_kind_of_finding(run: Run) -> None:
    """Since the announcement the policy speaks of training AI, whatever the words."""
    told = value(run("when", EU, "--finding", "ai-training", "--format", "json"))
    assert [fault.message for fault in schema("when").iter_errors(told)] == []
    assert (told["asked"], told["asked_as"]) == ("ai-training", "finding")
    assert told["runs"][0]["first"]["ref"].startswith("2024-05-22")
    assert told["runs"][-1]["last"]["ref"].startswith("2025-04-15")
    assert f"AI training in {EU}:" in run("when", EU, "--finding", "ai-training").flat


def test_never_found_is_an_answer(run: Run) -> None:
    """Nothing there is no error: how many captures were asked is told."""
    done = run("when", EU, "blood groups")
    assert done.code == 0
    assert "“blood groups” in quillmoor/privacy-policy@eu: never found." in done.flat
    assert "Asked: 9 good captures, 12 February 2024 to 14 May 2025 (UTC); 1 passed over." in done.flat


def test_hostile_words_are_shown_not_obeyed(run: Run, archive: Callable[..., str]) -> None:
    """Neither the page nor the pattern reaches the terminal's controls, and neither makes Markdown."""
    evil = "Evil \u202ewords <script>alert(1)</script> [x](javascript:alert(1)) end."
    body = page(evil.replace("<", "&lt;"))
    folder = archive({"2031-03-02": body, "2031-03-09": body.replace("end.", "ends.")})
    for pattern in ("Evil.{9}", "Evil|\x1b[31m]"):
        text = run("--archive", folder, "when", CLUB, pattern).out
        assert "\u202e" not in text
        assert "\x1b" not in text
        assert ("\ufffd" in text) == ("\x1b" in pattern)
        marked = run("--archive", folder, "when", CLUB, pattern, "--format", "markdown").out
        assert "<script>" not in marked
        assert "[x](" not in marked


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("log", "quillmoor/privacy-polcy@eu"), f"The nearest: {EU}"),
        (("log", "quillmoor/privacy-policy"), f"The archive has {EU} and quillmoor/privacy-policy@us."),
        (
            ("when", "another/document", "x"),
            "It holds quillmoor/objection-form, quillmoor/privacy-policy@eu, quillmoor/privacy-policy@us",
        ),
        (("log", f"{EU}@latest"), f"it is no name of a series. Write {EU}, without a moment."),
        (("log", "quillmoor"), "The archive has quillmoor/objection-form, quillmoor/privacy-policy@eu, q"),
        (("log", "otherwise"), "Write platform/document or platform/document@variant."),
        (("log", EU, "--since", "2024-06", "--until", "2024-02"), "--until is a day before --since"),
        (("log", EU, "--only", "ai"), "no such category of findings. The nearest: ai-training."),
        (("when", EU, "--finding", "ai"), "no such category of findings. The nearest: ai-training."),
        (("log", EU, "--variant", "UK"), "there is only one variant. Leave --variant out."),
        (("log", EU, "--since", "yesterday"), "no date of the calendar. Write it as in 2024-06-26."),
        (("log", EU, "--until", "2024-02-30"), "'2024-02-30' is no date of the calendar."),
        (("when", EU), "Name a PATTERN, or --finding CATEGORY, or --link WORDS."),
        (
            ("when", EU, "x", "--finding", "rights"),
            "Name only one of PATTERN, --finding CATEGORY and --link WORDS.",
        ),
        (("when", EU, "--words", "--finding", "rights"), "--words says how PATTERN is meant"),
        (
            ("when", EU, "(open"),
            "it is no regular expression (missing ), unterminated subpattern at position 0)",
        ),
        (("when", EU, "a*"), "a text without any words matches it. Write what a text must say."),
        (("when", EU, "--words", " * "), "there is no word in it."),
    ],
)
def test_refusals(run: Run, arguments: tuple[str, ...], told: str) -> None:
    """One sentence that says what is wrong and what to do, exit code 2, nothing on standard output."""
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_an_empty_archive(run: Run, tmp_path: Path) -> None:
    """It says what to do first."""
    done = run("--archive", tmp_path, "log", CLUB)
    assert done.code == 2
    assert "It is empty: fetch or import something first, or name another archive with --archive." in done.err


@pytest.mark.parametrize("arguments", [("log", EU), ("when", EU, "interests")])
def test_a_damaged_archive_stops_everything(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Nothing is told of an archive that does not match its hashes."""
    folder = tmp_path / "copy"
    shutil.copytree(ROOT / "snapshots", folder)
    broken = folder / "quillmoor" / "privacy-policy@eu" / "2024-05-22T101733Z.html.gz"
    broken.write_bytes(broken.read_bytes()[:-1] + b"x")
    done = run("--archive", folder, *arguments, "--cache", "-")
    assert done.code == 2
    assert "2024-05-22T101733Z" in done.err
    assert done.out == ""


def test_nothing_is_written_into_the_archive(run: Run, archive: Callable[..., str]) -> None:
    """The archive is evidence: looking at it changes no byte of it."""
    folder = archive({"2031-03-02": page(), "2031-03-09": page(TRAINS)})
    before = tree(Path(folder))
    run("--archive", folder, "log", CLUB)
    run("--archive", folder, "when", CLUB, "train")
    assert tree(Path(folder)) == before


def test_when_a_link_leads_elsewhere_each_place_has_its_stretch(run: Run) -> None:
    """The form behind "object" was exchanged without a changed word: the words are one, the places two."""
    told = json.loads(run("when", EU, "--link", "object", "--format", "json").out)
    assert [fault.message for fault in schema("when").iter_errors(told)] == []
    assert [
        (one["first"]["date"][:10], one["last"]["date"][:10], one["quote_last"].rpartition("/forms/")[2])
        for one in told["runs"]
    ] == [
        ("2024-05-22", "2024-06-26", "object-ai-training/4418/"),
        ("2025-04-14", "2025-04-14", "object-ai-training/4418/"),
        ("2025-04-15", "2025-05-14", "request/9902/"),
    ]


def test_a_link_is_asked_for_by_its_address(run: Run) -> None:
    done = run("when", EU, "--link", "forms/request/9902")
    assert "first said between 14 and 15 April 2025" in done.flat
    assert "object → https://help.quillmoor.example/forms/request/9902/" in done.flat


def test_a_link_that_signs_itself_anew_leads_to_one_place(run: Run) -> None:
    """The settings bear another token in each capture."""
    told = json.loads(run("when", EU, "--link", "partner settings", "--format", "json").out)
    assert len(told["runs"]) == 1
    assert told["present_from_start"]


@pytest.mark.parametrize("asked", ["bjec", "forms/nothing", "objecting"])
def test_a_part_of_a_word_is_no_link(run: Run, asked: str) -> None:
    done = run("when", EU, "--link", asked)
    assert done.code == 0
    assert "never found" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--link", "..."), "there is no word in it"),
        (("--link", "object", "--words"), "--words says how PATTERN is meant"),
        (("--link", "object", "--finding", "opt-out"), "Name only one of PATTERN"),
    ],
)
def test_a_link_that_cannot_be_asked_for(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("when", EU, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_who_recorded_the_captures_is_named(run: Run, tmp_path: Path) -> None:
    """In text and for programs, with the collection and the licence; of own captures nothing is said."""
    things = "dates lists letters borrowings tickets photographs complaints payments".split()
    kept = [f"We keep the {thing} of your visits for as long as the club asks for it." for thing in things]
    texts = ["# Privacy Policy\n\n" + "\n\n".join([*kept, more]) for more in ("We sell no data.", TRAINS)]
    archive = str(tmp_path / "archive")
    run("--archive", archive, "import", "ota", recorded(tmp_path / "club-versions", *versions(*texts)))
    series = "quillmoor/privacy-policy"
    for asked in (("log", series), ("when", series, "notes")):
        told = json.loads(run("--archive", archive, *asked, "--format", "json").out)
        (recorder,) = told["recorded_by"]
        name, collection, licence = recorder.values()
        assert (name, licence) == ("Open Terms Archive contributors", "ODC-BY 1.0")
        assert collection.endswith("club-versions")
        line = f"Recorded by {name}, collection {collection}, database licence {licence}."
        assert run("--archive", archive, *asked).flat.count(line) == 1
    assert json.loads(run("log", EU, "--format", "json").out)["recorded_by"] == []
