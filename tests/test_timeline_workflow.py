"""The history of a series, from an archive on disk to the story."""

from __future__ import annotations

import re
import shutil
import string
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import pattern_search, resolve
from policydiff.archive import Archive
from policydiff.archive.writer import KnownOfCaptures
from policydiff.cache import Cache
from policydiff.diff.link_changes import lead_elsewhere
from policydiff.errors import DamagedArchive, UnknownReference
from policydiff.findings import stances
from policydiff.models import Capture, Quality, Reason
from policydiff.report import timelines
from policydiff.workflows import comparing, timeline
from policydiff.workflows.timeline import (
    SeriesHistory,
    plain,
    readings,
    second_process,
    shared,
    stated_categories,
    work,
)
from tests.histories import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policydiff.history_models import Presence
    from policydiff.models import Comparison, Document, Stance
    from policydiff.saved_page import SavedPage

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
SERIES = "lumio/privacy-policy"
START = datetime(2024, 1, 1, tzinfo=UTC)


def policy(letters: str, *, form: str = "one", token: str = "x") -> str:
    """A policy in Markdown, one paragraph a letter, with a form to object and a link that rotates."""
    parts = ["# Privacy Policy", *(sentence(letter) for letter in letters)]
    parts.append(f"You may [object to this use](https://lumio.example/forms/{form}) at any time.")
    parts.append(f"Read our [help pages](https://lumio.example/help?token={token}).")
    return "\n\n".join(parts)


def recorded(folder: Path, *texts: str, days: int = 10) -> Path:
    """An archive in which a recorder kept these texts, so many days apart."""
    with Archive(folder).writer(SERIES) as writer:
        for number, text in enumerate(texts):
            at = START + timedelta(days=days * number)
            capture = Capture("", at, text.encode(), "ota", ref=f"{number:040x}", media_type="text/markdown")
            writer.add([capture], KnownOfCaptures())
    return folder


def saying(words: str) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
    """A search for literal words, which quotes them."""
    return lambda texts: {name: words for name, text in texts.items() if words in text}


def told(folder: Path, cache: Cache | None = None) -> list[tuple[int, int, str]]:
    """The changes of an archive: numbers of both captures, and the verdict."""
    timeline = SeriesHistory(folder, SERIES, cache or Cache(None)).timeline()
    return [(int(e.old.ref, 16), int(e.new.ref, 16), e.result.verdict) for e in timeline.entries]


def test_the_story_of_the_fictional_platform() -> None:
    """Announced, effective, paused, resumed, form swapped; the error page is passed over."""
    timeline = SeriesHistory(SNAPSHOTS, "quillmoor/privacy-policy@eu", Cache(None)).timeline()
    days = [(entry.after.date().isoformat(), entry.new.at.date().isoformat()) for entry in timeline.entries]
    assert days == [
        ("2024-03-11", "2024-05-22"),
        ("2024-05-22", "2024-06-26"),
        ("2024-06-26", "2024-06-28"),
        ("2024-06-28", "2025-04-14"),
        ("2025-04-14", "2025-04-15"),
    ]
    announced, _, paused, resumed, swapped = timeline.entries
    assert announced.notice == 35
    assert announced.checks == 2
    assert any(one.new and "We have paused" in one.new.text for one in paused.result.findings)
    assert resumed.notice == 43
    assert {finding.category for finding in swapped.result.findings} == {"opt-out"}
    assert [entry.confirmed for entry in timeline.entries] == [True] * 5
    assert [(aside.kind, aside.sightings) for aside in timeline.passed_over] == [("bad", 1)]
    assert [(one.entry, one.effective) for one in timeline.announced] == [(3, date(2025, 5, 27))]
    assert timeline.failures == 1
    assert timeline.not_seen is None


def test_a_page_that_died_has_a_day_and_a_kind() -> None:
    """The form to which the policy leads answers with status 404 from the last check on."""
    dead = SeriesHistory(SNAPSHOTS, "quillmoor/request-form", Cache(None)).timeline().not_seen
    assert dead is not None
    assert (dead.after.date().isoformat(), dead.since.date().isoformat()) == ("2025-04-28", "2025-05-14")
    assert (dead.kind, dead.checks) == ("not-found", 1)


def test_links_that_rotate_are_no_changes_and_a_swapped_form_is(tmp_path: Path) -> None:
    """Five captures with another token each; in the fourth the form to object is another one."""
    archive = recorded(
        tmp_path,
        *(policy("abcdefgh", token=str(number), form="one" if number < 3 else "two") for number in range(5)),
    )
    assert told(archive) == [(2, 3, "substantive")]


def test_a_page_that_came_back_is_compared_with_the_last_good_one(tmp_path: Path) -> None:
    """Behind an error page the policy had changed: that is one change, from before to after."""
    page = "# Error\n\nSomething went wrong. Please try again later."
    archive = recorded(tmp_path, policy("abcdefgh"), page, policy("abcdefgi"))
    assert [(old, new) for old, new, _ in told(archive)] == [(0, 2)]


def test_a_check_that_found_nothing_new_narrows_the_date(tmp_path: Path) -> None:
    """Checked and unchanged is known; without such a check nothing is known in between."""
    archive = recorded(tmp_path, policy("abcdefgh"), policy("abcdefgh"), policy("abcdefgi"))
    (entry,) = SeriesHistory(archive, SERIES, Cache(None)).timeline().entries
    assert entry.after == START + timedelta(days=10)
    assert entry.checks == 1


def test_long_times_without_a_record_are_told(tmp_path: Path) -> None:
    archive = recorded(tmp_path, policy("abcdefgh"), policy("abcdefgi"), days=120)
    (gap,) = SeriesHistory(archive, SERIES, Cache(None)).timeline().gaps
    assert (gap.before - gap.after).days == 120


MENU = "\n".join(f"* [{label}](https://lumio.example/page)" for label in ("Plans", "Careers", "{}"))
FOOT = [
    "Home", "Templates", "Get started", "Site map", "Web hosting", "Careers", "Press room", "Contact us",
    "Deutsch, Español, Français, Italiano, Polski", "Student sites", "A place for...", "Meetups", "Sign in",
]  # fmt: skip
"""What stands at the foot of a page, where no links were recorded."""


def _listed(items: list[str]) -> str:
    return "\n".join(f"* {item}" for item in items)


NOISE: dict[str, tuple[str, str]] = {
    "an item of a menu that was captured with the text": (MENU.format("Blog"), MENU.format("Stories")),
    "a label at the foot of the page, without links": (_listed(FOOT), _listed([*FOOT[:4], *FOOT[5:]])),
    "the foot in another language": (_listed(FOOT), _listed([*FOOT[:9], "Sites d'étudiants", *FOOT[10:]])),
    "the year of the copyright": ("© 2019-2023 Lumio Ireland Limited", "© 2019-2024 Lumio Ireland Limited"),
    "a table of contents, which says the headings once more": (
        "## What we keep\n\nAll of it.\n\n## Your choice\n\nNone.",
        "* What we keep\n* Your choice\n\n## What we keep\n\nAll of it.\n\n## Your choice\n\nNone.",
    ),
    "another spelling of the same day": ("Effective 1 May 2023", "Effective May 1, 2023"),
    "a number that is glued to its clause": ("(a)We keep all of it.", "(a) We keep all of it."),
    "an address of mail that is hidden at one visit": (
        "Write to privacy@lumio.example about this.",
        "Write to [email protected] about this.",
    ),
    "two of these at once": (
        f"© 2023 Lumio\n\n{MENU.format('Blog')}",
        f"© 2024 Lumio\n\n{MENU.format('Stories')}",
    ),
    "the day of the visit as the day of effect": ("Effective 1 January 2024", "Effective 11 January 2024"),
    "the number of its own revision in an address": (
        "Printed from https://lumio.example/index.php?title=Policy&oldid=123456",
        "Printed from https://lumio.example/index.php?title=Policy&oldid=123999",
    ),
}


@pytest.mark.parametrize("case", NOISE)
def test_what_is_new_at_every_visit_is_no_change(tmp_path: Path, case: str) -> None:
    """It is not told; a change of the policy beside it is told all the same."""
    first, second = (f"{policy('abcdefgh')}\n\n{text}" for text in NOISE[case])
    archive = recorded(tmp_path / "alone", first, second)
    assert told(archive) == []
    both = recorded(tmp_path / "both", first, second.replace(sentence("h"), sentence("i")))
    assert [(old, new) for old, new, _ in told(both)] == [(0, 1)]


PARTNERS = [
    "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple",
    "Nettle", "Oak", "Poplar",
]  # fmt: skip
CHANGES: dict[str, tuple[str, str]] = {
    "a short sentence": ("We never share it.", "We sometimes share it."),
    "a heading": ("## What we keep", "## What we sell"),
    "an item of a list of data": (
        "* Your photos and posts,\n* your precise place.",
        "* Your photos and posts.",
    ),
    "another day of effect than that of the visit": ("Effective 1 May 2024", "Effective 1 June 2024"),
    "another address of mail": ("Write to privacy@lumio.example.", "Write to legal@lumio.example."),
    "an entry of a list of partners": (
        "We share it with:\n\n* Quillmoor\n* Nightjar",
        "We share it with:\n\n* Quillmoor\n* Nightjar\n* Brambling Networks",
    ),
    "an entry of a long list of partners at the end": (
        "We share it with:\n\n" + _listed([f"{name} Networks" for name in PARTNERS]),
        "We share it with:\n\n" + _listed([f"{name} Networks" for name in PARTNERS[1:]]),
    ),
    "a number at the beginning": ("13 years is the least age.", "16 years is the least age."),
    "a number in the text": ("We keep it for 30 days.", "We keep it for 90 days."),
}


@pytest.mark.parametrize("case", CHANGES)
def test_small_changes_of_the_policy_itself_are_told(tmp_path: Path, case: str) -> None:
    archive = recorded(tmp_path, *(f"{policy('abcdefgh')}\n\n{text}" for text in CHANGES[case]))
    assert [(old, new) for old, new, _ in told(archive)] == [(0, 1)]


def test_a_capture_that_its_recorder_reads_anew_is_no_change(tmp_path: Path) -> None:
    """Within a day it is the same capture; weeks later it may be another text, and is told with a mark."""
    for days, expected in ((0, []), (30, [True])):
        folder = tmp_path / str(days)
        with Archive(folder).writer(SERIES) as writer:
            for number, letters in enumerate(("abcdefgh", "abcdefgi")):
                at = START + timedelta(days=days * number, minutes=number)
                body = policy(letters).encode()
                capture = Capture("", at, body, "ota", ref=f"{number:040x}", media_type="text/markdown")
                writer.add([capture], KnownOfCaptures(technical=number == 1))
        timeline = SeriesHistory(folder, SERIES, Cache(None)).timeline()
        assert [entry.technical for entry in timeline.entries] == expected


def test_what_is_announced_is_the_latest_day_that_lies_ahead(tmp_path: Path) -> None:
    """A day that was put off is announced no more, nor one that has come."""
    days = ("1 January 2024", "1 March 2024", "1 June 2024")
    texts = [
        f"Effective {day}\n\n{policy(letters)}"
        for day, letters in zip(days, ("abc", "abd", "abe"), strict=True)
    ]
    ahead = SeriesHistory(recorded(tmp_path / "ahead", *texts), SERIES, Cache(None)).timeline()
    assert [(one.entry, one.effective) for one in ahead.announced] == [(1, date(2024, 6, 1))]
    come = SeriesHistory(recorded(tmp_path / "come", *texts, days=120), SERIES, Cache(None)).timeline()
    assert come.announced == ()


def test_since_when(tmp_path: Path) -> None:
    """Links count by their words; what a bad capture says does not count."""
    page = "# Error\n\nSomething went wrong. We sell your data."
    archive = recorded(tmp_path, policy("abc"), policy("abcd"), page, policy("abce"))
    history = SeriesHistory(archive, SERIES, Cache(None))
    found = history.presence("d", saying(sentence("d")))
    assert [(run.first.ref[-1], run.last.ref[-1]) for run in found.runs] == [("1", "1")]
    assert (found.present_from_start, [aside.sightings for aside in found.passed_over]) == (False, [1])
    assert (
        {run.quote_first for run in found.runs} == {run.quote_last for run in found.runs} == {sentence("d")}
    )
    links = history.presence("links", saying("may object to this use at"))
    assert links.present_from_start
    assert not history.presence("sell", saying("We sell")).runs


def test_since_when_of_a_kind_of_finding() -> None:
    """AI training: stated while it was announced and in force, not while it was paused, then again."""
    found = SeriesHistory(SNAPSHOTS, "quillmoor/privacy-policy@eu", Cache(None)).presence_of("ai-training")
    for run in found.runs:
        assert "develop and improve artificial intelligence" in run.quote_first or "train" in run.quote_first
        assert "develop and improve artificial intelligence" in run.quote_last or "train" in run.quote_last
    assert [(run.first.at.date().isoformat(), run.last.at.date().isoformat()) for run in found.runs] == [
        ("2024-05-22", "2024-06-26"),
        ("2025-04-14", "2025-05-14"),
    ]


def test_the_text_that_is_searched() -> None:
    r"""Links by their words, no Markdown, straight signs, one line: as the scorer of histories cleans it."""
    text = "We **never** [sell](https://a.example/x)\n* your\u00a0“data” – \\#1 \u200bhere |"
    assert plain(text) == 'We never sell your "data" - 1 here'


# --- the cache ---------------------------------------------------------------------------------


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes every document that is read from its bytes."""
    read, seen = comparing.document, list[str]()

    def document(page: SavedPage) -> Document:
        seen.append("read")
        return read(page)

    monkeypatch.setattr(comparing, "document", document)
    work.forget_documents()
    return seen


def test_a_second_run_reads_nothing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a body nor a comparison; and a new capture costs one body and one comparison."""
    texts = [policy("abcdefgh"), policy("abcdefgi"), policy("abcdefgj")]
    archive = recorded(tmp_path / "archive", *texts[:2])
    with Cache(tmp_path / "cache.sqlite") as cache:
        first = SeriesHistory(archive, SERIES, cache).timeline()
        seen = counted(monkeypatch)
        assert SeriesHistory(archive, SERIES, cache).timeline() == first
        assert seen == []
        capture = Capture(
            "",
            START + timedelta(days=30),
            texts[2].encode(),
            "ota",
            ref=f"{2:040x}",
            media_type="text/markdown",
        )
        with Archive(archive).writer(SERIES) as writer:
            writer.add([capture], KnownOfCaptures())
        assert [(old, new) for old, new, _ in told(archive, cache)] == [(0, 1), (1, 2)]
        assert len(seen) == 2  # the new body, and the one before it to compare it with


def test_a_run_that_was_stopped_goes_on_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before Ctrl-C came is not read again; likewise what was compared."""
    archive = recorded(tmp_path / "archive", *(policy("abcdefg" + last) for last in "hijklm"))
    seen = counted(monkeypatch)
    monkeypatch.setattr(readings, "_PART", 1)
    monkeypatch.setattr(second_process, "_ALONE", 100)

    def stop_at(stage: str, done: int) -> None:
        def progress(what: str, count: int, _: int) -> None:
            if (what, count) == (stage, done):
                raise KeyboardInterrupt

        seen.clear()
        work.forget_documents()
        with Cache(tmp_path / "cache.sqlite") as cache, pytest.raises(KeyboardInterrupt):
            SeriesHistory(archive, SERIES, cache, progress).timeline()

    stop_at("reading", 4)
    assert len(seen) == 4
    stop_at("comparing", 3)
    assert len(seen) == 2 + 4  # the rest of the six, and four documents for three comparisons
    seen.clear()
    work.forget_documents()
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert len(told(archive, cache)) == 5
    assert len(seen) == 3


@pytest.mark.parametrize(("clauses", "read"), [(1000, 7), (1, 14)])
def test_documents_of_a_short_series_are_read_once(
    clauses: int, read: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told in outline and then compared, they are kept between; large ones are not, but for the last few."""
    archive = recorded(tmp_path, *(policy("abcdefg" + last) for last in "hijklmn"))
    monkeypatch.setattr(work, "_CLAUSES", clauses)
    seen = counted(monkeypatch)
    assert len(told(archive, Cache(None))) == 6
    assert len(seen) == read


def test_an_answer_from_the_cache_stands_on_an_undamaged_archive(tmp_path: Path) -> None:
    """A body that was changed after it was read stops what is told of it, as it stops everything else."""
    archive = recorded(tmp_path / "archive", policy("abcdefgh"), policy("abcdefgi"))
    files = sorted(path for path in (archive / SERIES).iterdir() if path.name.startswith("2024"))
    assert len(files) == 4
    with Cache(tmp_path / "cache.sqlite") as cache:
        first = SeriesHistory(archive, SERIES, cache)
        first.timeline()
        first.presence("c", saying(sentence("c")))
        for file in files:
            whole = file.read_bytes()
            file.write_bytes(whole[:-1] + b"!")
            with pytest.raises(DamagedArchive, match=f"{file.name}.*was changed since it was stored"):
                SeriesHistory(archive, SERIES, cache)
            file.unlink()
            with pytest.raises(DamagedArchive, match=f"{file.name}.*is missing"):
                SeriesHistory(archive, SERIES, cache)
            file.write_bytes(whole)
        assert [(old, new) for old, new, _ in told(archive, cache)] == [(0, 1)]


def test_results_of_another_version_are_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule changed, or the normaliser: everything is worked out anew."""
    archive = recorded(tmp_path / "archive", policy("abcdefgh"), policy("abcdefgi"))
    with Cache(tmp_path / "cache.sqlite") as cache:
        told(archive, cache)
        seen = counted(monkeypatch)
        monkeypatch.setattr(timeline, "VERSIONS", "another")
        assert [(old, new) for old, new, _ in told(archive, cache)] == [(0, 1)]
        assert len(seen) >= 2


def test_a_damaged_cache_changes_nothing(tmp_path: Path) -> None:
    archive, place = (
        recorded(tmp_path / "archive", policy("abcdefgh"), policy("abcdefgi")),
        tmp_path / "c.sqlite",
    )
    with Cache(place) as cache:
        told(archive, cache)
    data = bytearray(place.read_bytes())
    for at in range(100, len(data), 97):
        data[at] ^= 0xFF
    place.write_bytes(data)
    with Cache(place) as cache:
        assert [(old, new) for old, new, _ in told(archive, cache)] == [(0, 1)]


def test_two_processes_tell_the_same_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of results does not depend on which process is ready first."""
    letters = "abcdefghijklmnopqrst"
    archive = recorded(tmp_path, *(policy(letters[:10] + letters[10 + number :]) for number in range(10)))
    alone = SeriesHistory(archive, SERIES, Cache(None)).timeline()
    monkeypatch.setattr(readings, "_PART", 2)
    assert SeriesHistory(archive, SERIES, Cache(None)).timeline() == alone


# --- what can go wrong -------------------------------------------------------------------------


def test_an_unknown_series_names_what_there_is() -> None:
    with pytest.raises(UnknownReference, match=r"privacy-policy@eu and quillmoor/privacy-policy@us"):
        SeriesHistory(SNAPSHOTS, "quillmoor/privacy-policy", Cache(None))


def test_a_damaged_archive_stops_everything(tmp_path: Path) -> None:
    """A body that is not what was stored is no history."""
    archive = tmp_path / "archive"
    shutil.copytree(SNAPSHOTS, archive)
    body = next(archive.glob("quillmoor/privacy-policy@eu/2024-05-22*.gz"))
    body.write_bytes(body.read_bytes()[:-9] + b"tampered!")
    with pytest.raises(DamagedArchive, match="2024-05-22"):
        SeriesHistory(archive, "quillmoor/privacy-policy@eu", Cache(None)).timeline()


def test_a_body_that_nobody_can_read_is_passed_over(tmp_path: Path) -> None:
    """A picture in place of the page: the rest of the history is told, and the picture is named."""
    with Archive(tmp_path).writer(SERIES) as writer:
        for number, body in enumerate(
            (policy("abcdefgh").encode(), b"\x89PNG\r\n\x1a\n" + bytes(200), policy("abcdefgi").encode())
        ):
            at = START + timedelta(days=number)
            capture = Capture(
                "", at, body, "ota", ref=f"{number:040x}", media_type="text/markdown" if number != 1 else ""
            )
            quality = Quality("bad", (Reason("not-read", "no page"),)) if number == 1 else Quality()
            writer.add([capture], KnownOfCaptures(quality=quality))
    timeline = SeriesHistory(tmp_path, SERIES, Cache(None)).timeline()
    assert [aside.kind for aside in timeline.passed_over] == ["bad"]
    assert [(entry.old.ref[-1], entry.new.ref[-1]) for entry in timeline.entries] == [("0", "2")]


@pytest.mark.parametrize("error", [ValueError, RecursionError, MemoryError])
def test_a_capture_on_which_reading_fails_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """A mistake of ours on one hostile page ends no history; it is named, and not kept as if known."""
    archive = recorded(tmp_path / "archive", policy("abcdefgh"), policy("abcdevil"), policy("abcdefgi"))
    sound = comparing.document

    def document(page: SavedPage) -> Document:
        if sentence("v").encode() in page.data:
            raise error
        return sound(page)

    with Cache(tmp_path / "cache.sqlite") as cache:
        monkeypatch.setattr(comparing, "document", document)
        work.forget_documents()
        timeline = SeriesHistory(archive, SERIES, cache).timeline()
        presence = SeriesHistory(archive, SERIES, cache).presence_of("opt-out")
        monkeypatch.undo()
        work.forget_documents()
        assert len(SeriesHistory(archive, SERIES, cache).timeline().entries) == 2
    (aside,) = timeline.passed_over
    assert aside.kind == "bad"
    assert f"failed inside policydiff ({error.__name__})" in aside.reason
    assert [(entry.old.ref[-1], entry.new.ref[-1]) for entry in timeline.entries] == [("0", "2")]
    assert presence.passed_over == timeline.passed_over
    assert [(run.first.ref[-1], run.last.ref[-1]) for run in presence.runs] == [("0", "2")]


def test_a_question_that_fails_on_one_capture_passes_it_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can say what it states, it neither says it nor lacks it."""
    archive = recorded(tmp_path, policy("abcdefgh"), policy("abcdevil"), policy("abcdefgi"))
    sound = stated_categories.categories

    def categories(document: Document) -> tuple[str, ...]:
        if sentence("v").rstrip(".") in document.text:
            raise IndexError
        return sound(document)

    monkeypatch.setattr(work, "categories", categories)
    presence = SeriesHistory(archive, SERIES, Cache(None)).presence_of("opt-out")
    assert [aside.reason for aside in presence.passed_over] == [
        "Reading it failed inside policydiff (IndexError), which is a mistake to be reported"
    ]
    assert [(run.first.ref[-1], run.last.ref[-1]) for run in presence.runs] == [("0", "2")]


def test_what_cannot_be_compared_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never silence: the change stands in the log, without findings, and the others are told as ever."""
    archive = recorded(tmp_path / "archive", *(policy(f"abcdefg{last}") for last in "hij"))
    sound, calls = comparing.compare, list[object]()

    def compare(old: Document, new: Document) -> Comparison:
        calls.append(new)
        if len(calls) == 1:
            raise ZeroDivisionError
        return sound(old, new)

    monkeypatch.setattr(comparing, "compare", compare)
    with Cache(tmp_path / "cache.sqlite") as cache:
        timeline = SeriesHistory(archive, SERIES, cache).timeline()
        assert len(timeline.entries) == 2
        assert [reason.code for reason in timeline.entries[0].result.reasons] == ["not-compared"]
        again = SeriesHistory(archive, SERIES, cache).timeline()
    assert not any(reason.code == "not-compared" for one in again.entries for reason in one.result.reasons)


# --- what it costs -----------------------------------------------------------------------------


def test_a_question_reads_each_body_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the judgement of captures and for the answer; a capture that is bad is not asked."""
    error = "# Error\n\nSomething went wrong. Please try again later."
    archive = recorded(tmp_path, *(policy(f"abcdefg{last}") for last in "hijklmno"), error, policy("abcd"))
    seen = counted(monkeypatch)
    assert SeriesHistory(archive, SERIES, Cache(None)).presence_of("opt-out").runs
    assert len(seen) == 10


def test_what_a_passage_states_is_worked_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty versions in which one paragraph is new each time: the questions are put to what is new."""
    asked = list[int]()
    sound = stances

    def counted_(document: Document) -> tuple[Stance, ...]:
        asked.append(len(document.clauses))
        return sound(document)

    monkeypatch.setattr(stated_categories, "stances", counted_)
    stated_categories._stances.cache_clear()
    letters = string.ascii_lowercase
    texts = [policy(letters[:8] + letters[8 + number]) for number in range(15)]
    presence = SeriesHistory(recorded(tmp_path, *texts), SERIES, Cache(None)).presence_of("opt-out")
    assert [(run.first.ref[-1], run.ended_by) for run in presence.runs] == [("0", None)]
    assert sum(asked) <= 12 + 15


@pytest.mark.parametrize("name", ["quillmoor/privacy-policy@eu", "quillmoor/privacy-policy@us"])
def test_passages_state_what_the_whole_states(name: str) -> None:
    """A document asked passage by passage answers as when it is asked whole; no clause is lost."""
    archive = Archive(SNAPSHOTS)
    for snapshot in archive.kept(name).values():
        document = comparing.document(resolve.page(archive, snapshot, resolve.selectors(archive, name)))
        whole = stances(document)
        stated_all = stated_categories.statements(document)
        assert {(one.category, one.quote.text) for one in whole} <= {
            (one.category, one.quote.text) for one in stated_all
        }
        assert all(one.quote.text in document.clauses[one.quote.clause].text for one in stated_all)
        stated = {one.category for one in whole if one.kind == "stated"}
        assert stated_categories.categories(document) == tuple(sorted(stated))
        texts = [
            clause.text for passage in stated_categories.passages(document.clauses) for clause in passage
        ]
        assert texts == [clause.text for clause in document.clauses]


def test_links_that_lead_elsewhere_every_day_cost_what_they_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form to object is another one in each of sixty captures: each is told, and none asked of all."""
    names = [a + b for a in "bdfgklmn" for b in "aeiouy"]
    archive = recorded(tmp_path, *(policy("abcdefgh", form=f"{name}ntel{name}") for name in names))
    asked = list[bool]()

    def elsewhere(*sides: Any) -> bool:
        asked.append(True)
        return lead_elsewhere(*sides)

    monkeypatch.setattr(shared, "lead_elsewhere", elsewhere)
    timeline = SeriesHistory(archive, SERIES, Cache(None)).timeline()
    assert len(timeline.entries) == len(names) - 1
    assert len(asked) <= shared._LATEST * len(names)


# --- notice, silence, and one change told once ---------------------------------------------------

UPDATED = "We updated our policy on 1 March 2024. View our previous policy."
DATED = "Effective 1 March 2024"


@pytest.mark.parametrize(
    "telling",
    [
        UPDATED,
        "Policy updated on Mar 1, 2024.",
        "Other updates We have changed this notice.",
        "Wir haben unsere Datenschutzerklärung am 1. März 2024 geändert.",
    ],
)
def test_an_update_is_told_once(tmp_path: Path, telling: str) -> None:
    """The line that tells of it stands for weeks and then goes: that is no second change."""
    archive = recorded(
        tmp_path,
        policy("abcdefgh"),
        f"{telling}\n\n{DATED}\n\n{policy('abcdefgi')}",
        f"{DATED}\n\n{policy('abcdefgi')}",
        f"{DATED}\n\n{policy('abcdefgj')}",
    )
    assert [(old, new) for old, new, _ in told(archive)] == [(0, 1), (2, 3)]


def test_an_update_that_is_told_late_is_told_once(tmp_path: Path) -> None:
    """The text changed, and days later the page says so, with the day that was printed already."""
    texts = f"{DATED}\n\n{policy('abcdefgi')}", f"{UPDATED}\n\n{DATED}\n\n{policy('abcdefgi')}"
    assert [(old, new) for old, new, _ in told(recorded(tmp_path, policy("abc"), *texts))] == [(0, 1)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "We updated our policy on 1 May 2024."),  # of which nothing else on the page knows
        ("We are updating this policy on 1 May 2024.", ""),  # it did not come
        ("We updated our policy. Continue, and you agree to it.", ""),
        ("", "We have updated our policy."),
    ],
)
def test_a_telling_that_is_news_is_told(tmp_path: Path, before: str, after: str) -> None:
    archive = recorded(tmp_path, *(f"{one}\n\n{DATED}\n\n{policy('abcdefgh')}" for one in (before, after)))
    assert [(old, new) for old, new, _ in told(archive)] == [(0, 1)]


def test_an_announcement_is_no_silent_change(tmp_path: Path) -> None:
    """On 11 January the page says what it does from 26 February on: 46 days of notice, as `compare` says."""
    keeps = "We keep your notes for 30 days.", "We keep your notes for 180 days."
    archive = recorded(
        tmp_path,
        f"{DATED.replace('2024', '2023')}\n\n{policy('abcdefgh')}\n\n{keeps[0]}",
        f"On 26 February we are updating our policy.\n\n{DATED.replace('2024', '2023')}\n\n"
        f"{policy('abcdefgh')}\n\n{keeps[1]}",
    )
    timeline = SeriesHistory(archive, SERIES, Cache(None)).timeline()
    (entry,) = timeline.entries
    assert entry.notice == 46
    assert "silent-change" not in [reason.code for reason in entry.result.reasons]
    assert timelines.silent(entry) is False
    assert [(one.entry, one.effective) for one in timeline.announced] == [(0, date(2024, 2, 26))]


def test_what_was_announced_and_taken_back_is_not_announced(tmp_path: Path) -> None:
    """The last text no longer says so; a day that came before the last check is in force."""
    announced = f"This policy changes on 1 June 2024.\n\n{policy('abcdefgi')}"
    back = recorded(tmp_path / "back", policy("abcdefgh"), announced, policy("abcdefgk"))
    timeline = SeriesHistory(back, SERIES, Cache(None)).timeline()
    assert [entry.notice for entry in timeline.entries] == [142, None]
    assert timeline.announced == ()
    came = recorded(tmp_path / "came", policy("abcdefgh"), announced, announced, days=80)
    assert SeriesHistory(came, SERIES, Cache(None)).timeline().announced == ()


# --- comparisons and quotes of an answer -----------------------------------------------------------


def pairs(found: Presence) -> list[tuple[str, str]]:
    """The comparisons that an answer names, by the numbers of their captures."""
    both = [pair for run in found.runs for pair in (run.came, run.went) if pair]
    return [(old.ref[-1], new.ref[-1]) for old, new in both]


def test_comparisons_that_are_named_show_what_was_asked(tmp_path: Path) -> None:
    """A page that alternates between two languages: each is compared with itself, never with the other."""
    lines = (f"Nous gardons les données de la liste {sign} de votre club pour vous." for sign in "abcdefgh")
    french = "\n\n".join(["# Politique", *lines])
    archive = recorded(
        tmp_path,
        policy("abcdefgh"),
        french,
        policy("abcdefgx"),
        french.replace("club", "cercle"),
        policy("abcdefgh"),
    )
    asked = SeriesHistory(archive, SERIES, Cache(None))
    assert pairs(asked.presence("x", saying(sentence("x").rstrip(".")))) == [("0", "2"), ("2", "4")]
    assert pairs(asked.presence("cercle", saying("votre cercle"))) == [("1", "3")]
    assert pairs(asked.presence("from the start", saying(sentence("a").rstrip(".")))) == []


def test_no_comparison_is_named_that_does_not_show_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the two cannot be compared, or their comparison fails, none is named; the days are told."""
    archive = recorded(tmp_path, policy("abcdefgh"), policy("abcdefgx"))

    def fails(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(comparing, "compare", fails)
    answer = SeriesHistory(archive, SERIES, Cache(None)).presence("x", saying(sentence("x").rstrip(".")))
    assert answer.runs[0].not_before is not None
    assert pairs(answer) == []


MARKED = (
    "# Privacy Policy\n\nYour data\n=========\n\n| What | Why |\n| --- | --- |\n| **Your** _address_ | "
    "to [write](https://lumio.example/w) to you<br>by post |\n\n"
    "1.  We keep \\*notes\\* ![a bell](b.png) for `30` days."
)


@pytest.mark.parametrize(
    ("asked", "quote"),
    [("address", "Your address"), ("by post", "by post"), ("days", "for 30 days"), ("data", "Your data")],
)
def test_quotes_hold_no_markdown(tmp_path: Path, asked: str, quote: str) -> None:
    """Neither lines under headings nor bars, marks, pictures or breaks: words as a reader sees them."""
    archive = recorded(tmp_path, f"{MARKED}\n\n{policy('abcdefgh')}")
    found = SeriesHistory(archive, SERIES, Cache(None)).presence(
        asked, lambda texts: pattern_search.search(re.escape(asked), texts)
    )
    (run,) = found.runs
    assert quote in run.quote_first
    assert not re.search(r"[|=\\<>`_*]|---|!\w|https?:", run.quote_first)
