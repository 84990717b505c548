"""Sources are followed: what came is judged, recorded, and one failure never stops the rest."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from policydiff import documents, pdf
from policydiff.archive import Archive
from policydiff.errors import FetchFailed, Stopped
from policydiff.fetch import Fetchers
from policydiff.models import Capture, RememberedCapture, Source
from policydiff.saved_page import SavedPage
from policydiff.workflows import fetching
from policydiff.workflows.appraisal.judging import judge_capture
from tests.servers import policy
from tests.test_pdf import pdf_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policydiff.errors import FailureKind
    from policydiff.workflows.fetching import Outcome

START = datetime(2024, 6, 26, 10, 15, 2, tzinfo=UTC)
ERROR_PAGE = (
    b"<html lang=en><title>Oops</title><body><p>Something went wrong. Try again later.</p></body></html>"
)
FRENCH = policy().replace(b"lang=en", b"lang=fr").replace(
    b"We keep the data that you give us for as long as your account is open and delete it when you ask.",
    "Nous gardons les données que vous nous donnez tant que votre compte est ouvert et les effaçons "
    "quand vous nous le demandez dans les pages de votre compte.".encode(),
)  # fmt: skip
Page = bytes | int | FetchFailed


def failure(kind: FailureKind, **told: object) -> FetchFailed:
    failed = FetchFailed(URL, "it cannot be had", "Wait")
    failed.kind = kind
    for name, value in told.items():
        setattr(failed, name, value)
    return failed


@dataclass
class Web:
    """Stands where the network would: by address, the answers of one visit after another."""

    answers: dict[str, list[Page]]
    now: datetime = START
    known: list[dict[str, RememberedCapture]] = field(default_factory=list)
    stopped: bool = False

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        self.known.append(dict(known))
        return tuple(self._capture(url) for url in source.urls)

    def stop(self) -> None:
        self.stopped = True

    def _capture(self, url: str) -> Capture:
        pages = self.answers[url]
        page = pages.pop(0) if len(pages) > 1 else pages[0]
        self.now += timedelta(seconds=1)
        if isinstance(page, FetchFailed):
            raise page
        kind = "application/pdf" if isinstance(page, bytes) and pdf.is_pdf(page) else "text/html"
        headers = (("Content-Type", kind), ("ETag", '"1"'))
        if isinstance(page, int):
            return Capture(url, self.now, b"", "http", page, url, headers=headers)
        return Capture(url, self.now, page, "http", 200, url, headers=headers)


follow = partial(fetching.follow, judge=judge_capture)
"""Captures are judged in this process: tests of the other one are in test_appraising.py."""
URL = "https://lumio.example/privacy"
LUMIO = Source("lumio", "privacy-policy", (URL,), language="en")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def once(archive: Archive, web: Web, source: Source = LUMIO) -> Outcome:
    """One run with one source."""
    (outcome,) = follow(archive, [source], Fetchers(web), clock=lambda: web.now)
    return outcome


def visits(archive: Archive, *answers: list[Page], source: Source = LUMIO) -> list[str]:
    """What each of several runs found, an hour apart."""
    web = Web({})
    found: list[str] = []
    for visit in answers:
        web.answers[URL] = list(visit)
        found.append(once(archive, web, source).what)
        web.now += timedelta(hours=1)
    return found


# --- what is recorded ---


def test_news_is_kept_and_no_news_is_recorded(archive: Archive) -> None:
    """New, unchanged, changed, and back to the text of before."""
    changed = policy(extra="<p>We also keep your photos.</p>")
    assert visits(archive, [policy()], [policy()], [304], [changed], [policy()]) == [
        "new", "unchanged", "unchanged", "new", "returned",
    ]  # fmt: skip
    assert len(archive.snapshots(LUMIO.name)) == 3
    assert len(archive.observations(LUMIO.name)) == 5
    assert not archive.verify().faults


def test_noise_is_no_news(archive: Archive) -> None:
    """Another token in a script changes the bytes and not what a reader sees."""
    noisy = policy().replace(b"<body>", b"<body><script>token='4f1c'</script>")
    assert visits(archive, [policy()], [noisy]) == ["new", "unchanged"]
    token = policy(extra="<p>Reference 4f1c2a9d8e7b6c5d4f1c</p>")
    other = replace(LUMIO, variant="b")
    assert visits(archive, [token], [token.replace(b"4f1c", b"9a8b")], source=other) == ["new", "unchanged"]
    assert visits(archive, [noisy + b" "], source=replace(LUMIO, keep="all")) == ["new"]


def test_conditions_are_recorded(archive: Archive, tmp_path: Path) -> None:
    """What headers do not show stands in the sidecar."""
    source = replace(LUMIO, region="IE", robots="ignore", proxy_variable="OUT", terms_type="Privacy Policy")
    once(archive, Web({URL: [policy()]}), source)
    (sidecar,) = tmp_path.rglob("2024*.json")
    text = sidecar.read_text()
    for told in ('"region": "IE"', '"robots": "ignored"', '"proxy_variable": "OUT"', '"Privacy Policy"'):
        assert told in text


def test_several_addresses_are_one_document(archive: Archive) -> None:
    """A change in the second part is news; a part that did not change stands for what is kept of it."""
    second = "https://lumio.example/more"
    source = replace(LUMIO, urls=(URL, second))
    web = Web({URL: [policy()], second: [b"<main><p>More words about what we keep.</p></main>"]})
    assert once(archive, web, source).what == "new"
    web.answers = {URL: [304], second: [b"<main><p>More words about what we sell.</p></main>"]}
    assert once(archive, web, source).what == "new"
    bodies = [archive.read_body(archive.snapshots(source.name)[-1], part) for part in (0, 1)]
    assert bodies == [policy(), b"<main><p>More words about what we sell.</p></main>"]


def test_a_failure_is_recorded_with_what_was_seen(archive: Archive) -> None:
    """Kind, sentence, status and when to come back are in the chain."""
    until = START + timedelta(days=1)
    answer = Capture(URL, START, b"", "http", 429, URL)
    failed = failure("rate-limited", answer=answer, retry_at=until)
    web = Web({URL: [failed]})
    outcome = once(archive, web)
    assert (outcome.what, outcome.got, outcome.advice) == ("failed", False, "Wait")
    (seen,) = archive.observations(LUMIO.name)
    assert (seen.what, seen.kind, seen.retry_at, seen.answers[0].status) == (
        "failed",
        "rate-limited",
        until,
        429,
    )


def test_whoever_asks_for_a_day_gets_it(archive: Archive) -> None:
    """Later runs do not ask before; they record nothing, since nothing was checked, and say so."""
    failed = failure("rate-limited", retry_at=START + timedelta(days=1))
    web = Web({URL: [failed]})
    once(archive, web)
    web.answers, web.now = {URL: [policy()]}, START + timedelta(hours=23)
    outcome = once(archive, web)
    assert (outcome.what, outcome.got, len(web.known)) == ("postponed", False, 1)
    assert len(archive.observations(LUMIO.name)) == 1
    web.now = START + timedelta(hours=25)
    assert once(archive, web).what == "new"


def test_one_failure_does_not_stop_the_others(archive: Archive) -> None:
    """Each source has its own outcome, a surprise of one included."""
    sources = [Source("lumio", f"part-{number}", (f"https://{number}.example/",)) for number in range(5)]
    web = Web({source.urls[0]: [policy()] for source in sources})
    web.answers["https://1.example/"] = [failure("dns")]
    web.answers["https://3.example/"] = [b"\x89PNG\r\n\x1a\n" + bytes(99)]
    outcomes = {outcome.source.document: outcome.what for outcome in follow(archive, sources, Fetchers(web))}
    assert outcomes == {
        "part-0": "new", "part-1": "failed", "part-2": "new", "part-3": "failed", "part-4": "new",
    }  # fmt: skip
    assert archive.observations("lumio/part-3")[0].kind == "unreadable"


def test_a_wrong_clock_is_not_believed_for_years(archive: Archive) -> None:
    """Older versions recorded what a server asked for; now it is a day."""
    web = Web({URL: [failure("rate-limited", retry_at=START + timedelta(days=4000))]})
    once(archive, web)
    web.answers, web.now = {URL: [policy()]}, START + timedelta(hours=23)
    assert once(archive, web).what == "postponed"
    web.now = START + timedelta(hours=25)
    assert once(archive, web).what == "new"


def test_damage_to_one_series_does_not_stop_the_others(archive: Archive, tmp_path: Path) -> None:
    """Nothing is written for lines that do not match their hashes, nor where a file is in the way."""
    once(archive, Web({URL: [policy()]}))
    path = tmp_path / "lumio" / "privacy-policy" / "observations.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"new"', b'"old"'))
    damaged = path.read_bytes()
    (tmp_path / "blocked").write_text("in the way")
    sources = [LUMIO, replace(LUMIO, platform="blocked"), replace(LUMIO, platform="whole")]
    outcomes = {
        outcome.source.platform: outcome
        for outcome in follow(archive, sources, Fetchers(Web({URL: [policy()]})))
    }
    assert {name: one.what for name, one in outcomes.items()} == {
        "lumio": "unkept", "blocked": "unkept", "whole": "new",
    }  # fmt: skip
    assert "observations.jsonl" in outcomes["lumio"].detail
    assert path.read_bytes() == damaged


def test_a_fault_of_ours_does_not_stop_the_others(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is recorded with its kind, at whatever step; the words of the fault stay out."""
    store = Archive.store

    def broken(self: Archive, name: str, *rest: object, **more: object) -> object:
        if name.startswith("odd"):
            raise ZeroDivisionError("words of the page")
        return store(self, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Archive, "store", broken)
    sources = [replace(LUMIO, platform="odd"), LUMIO]
    outcomes = {
        outcome.source.platform: outcome
        for outcome in follow(archive, sources, Fetchers(Web({URL: [policy()]})))
    }
    assert (outcomes["lumio"].what, outcomes["odd"].what) == ("new", "failed")
    (seen,) = archive.observations("odd/privacy-policy")
    assert (seen.kind, seen.problem) == ("internal", "policydiff broke down (ZeroDivisionError)")
    monkeypatch.setattr(Archive, "observations", broken)
    assert next(follow(archive, [sources[0]], Fetchers(Web({})))).detail.startswith("internal: ")


# --- when to ask conditionally ---


def test_it_asks_conditionally_only_of_what_it_has_seen_whole(archive: Archive) -> None:
    """Not the first time, not after a suspect capture, and not for longer than a week."""
    web = Web({URL: [policy()]})
    once(archive, web)
    once(archive, web)
    web.now += timedelta(days=8)
    once(archive, web)
    web.answers[URL] = [ERROR_PAGE]
    once(archive, web)
    once(archive, web)
    conditional = [bool(known) for known in web.known]
    assert conditional == [False, True, False, True, False, False, False]


# --- doubts ---


def test_an_error_page_never_follows_a_good_one(archive: Archive) -> None:
    """It is looked at twice, then kept as suspect; the latest snapshot stays the good one."""
    web = Web({URL: [policy()]})
    once(archive, web)
    web.answers[URL] = [ERROR_PAGE]
    outcome = once(archive, web)
    assert (outcome.what, outcome.got, len(web.known)) == ("suspect", False, 3)
    assert outcome.detail
    assert archive.read_body(archive.resolve(LUMIO.name)) == policy()
    web.answers[URL] = [policy()]
    assert once(archive, web).what == "unchanged"


def test_a_first_capture_that_is_no_policy_is_suspect(archive: Archive) -> None:
    """Nothing to compare it with, and no policy all the same; the first good one is new."""
    assert visits(archive, [ERROR_PAGE], [ERROR_PAGE], [policy()], [ERROR_PAGE]) == [
        "suspect", "suspect", "new", "suspect",
    ]  # fmt: skip
    assert [archive.read_body(one) for one in archive.snapshots(LUMIO.name)] == [policy()]
    seen = archive.observations(LUMIO.name)[0]
    assert seen.quality.level == "bad"
    assert seen.quality.reasons[0].code == "soft-error"


def test_a_second_look_that_is_good_counts(archive: Archive) -> None:
    """A page that was broken for a moment leaves no trace but its time."""
    web = Web({URL: [policy()]})
    once(archive, web)
    web.answers[URL] = [ERROR_PAGE, policy()]
    assert once(archive, web).what == "unchanged"


def test_a_second_look_that_fails_leaves_the_first(archive: Archive) -> None:
    """What was seen first was seen."""
    web = Web({URL: [policy()]})
    once(archive, web)
    web.answers[URL] = [ERROR_PAGE, failure("timeout")]
    assert once(archive, web).what == "suspect"


def page(body: bytes) -> SavedPage:
    """A page as it was received."""
    return SavedPage("lumio", body, URL, "text/html")


REWRITTEN = "".join(
    f"<p>Chapter {number}: whoever uses our services agrees that information about activities, devices and "
    "contacts may be processed for the purposes described hereunder.</p>"
    for number in range(30)
).encode()


@pytest.mark.parametrize(
    ("new", "doubtful"),
    [
        (policy(extra="<p>One more.</p>"), False),
        (policy(words=250), False),  # cut to two thirds
        (policy(words=40), True),  # cut to a tenth
        (b"<html lang=en><body><main>" + REWRITTEN + b"</main></body></html>", False),  # all new, as long
        (FRENCH, True),
    ],
    ids=["a paragraph more", "a third less", "most gone", "rewritten", "another language"],
)
def test_what_may_follow_a_good_capture(new: bytes, *, doubtful: bool) -> None:
    """A rewrite may; a page without most of its text, or in another language, may not."""
    quality = judge_capture(page(new), page(policy()), "en").quality
    assert (quality.level == "bad") is doubtful, quality


def test_the_language_of_the_last_good_capture_is_expected() -> None:
    """Where the source does not say its language; without either nothing is expected."""
    assert judge_capture(page(FRENCH), page(policy()), "").quality.level == "bad"
    assert judge_capture(page(FRENCH), None, "").quality.level != "bad"
    assert judge_capture(page(FRENCH), None, "en").quality.reasons[0].code == "other-language"


# --- PDF ---


def test_a_pdf_is_kept_as_it_is_and_read(archive: Archive, tmp_path: Path) -> None:
    """The archive holds the PDF, and its text decides what is new."""
    first, second = pdf_of(["We keep your name."]), pdf_of(["We keep your name and your photos."])
    assert visits(archive, [first], [first + b"\n% other bytes"], [second]) == ["new", "unchanged", "new"]
    assert len(list(tmp_path.rglob("*.pdf.gz"))) == 2
    assert "photos" in documents.read_document(archive.read_body(archive.resolve(LUMIO.name))).text


def test_a_pdf_that_cannot_be_read_is_evidence_all_the_same(archive: Archive) -> None:
    """It is kept, with the reason why nobody read it."""
    broken = b"%PDF-1.7\nnothing of a PDF"
    web = Web({URL: [broken]})
    outcome = once(archive, web)
    assert outcome.what == "suspect"
    assert "damaged PDF" in outcome.detail
    assert outcome.observation
    assert archive.read_body(archive.resolve(f"{LUMIO.name}@{outcome.observation.snapshot}")) == broken
    web.answers[URL] = [pdf_of(["We keep your name."])]
    assert once(archive, web).what == "new"


def test_a_page_that_breaks_the_reader_is_kept(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours costs neither the evidence nor the other sources."""

    def broken(data: bytes, **_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(documents, "normalise", broken)
    web = Web({URL: [policy()]})
    outcome = once(archive, web)
    assert (outcome.what, len(web.known)) == ("suspect", 1), "a second look would end as the first"
    assert "RecursionError" in outcome.detail
    assert outcome.observation
    assert archive.read_body(archive.resolve(f"{LUMIO.name}@{outcome.observation.snapshot}")) == policy()


# --- order ---


def test_hosts_are_asked_side_by_side_and_their_sources_in_turn(archive: Archive) -> None:
    """Never two sources of one host at once; of a host what was checked longest ago goes first."""
    running: list[str] = []
    order: list[str] = []
    together: list[int] = []
    lock = threading.Lock()

    class Slow(Web):
        def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
            with lock:
                assert source.platform not in running
                running.append(source.platform)
                order.append(source.name)
                together.append(len(running))
            time.sleep(0.1)
            with lock:
                running.remove(source.platform)
            return super().__call__(source, known)

    sources = [Source(host, f"part-{n}", (f"https://{host}.example/{n}",)) for n in range(3) for host in "ab"]
    web = Slow({source.urls[0]: [policy()] for source in sources})
    list(follow(archive, [sources[4]], Fetchers(web)))
    order.clear()
    assert len(list(follow(archive, sources, Fetchers(web)))) == 6
    assert max(together) == 2
    assert [name for name in order if name.startswith("a")] == ["a/part-0", "a/part-1", "a/part-2"]
    assert [name for name in order if name.startswith("b")] == ["b/part-0", "b/part-1", "b/part-2"]
    order.clear()
    list(follow(archive, [sources[0], sources[2], Source("a", "new", sources[4].urls)], Fetchers(web)))
    assert order[0] == "a/new"


def test_leaving_early_stops_what_is_under_way(archive: Archive) -> None:
    """Ctrl-C in a run does not wait for slow servers, and records nothing of them."""
    gone = threading.Event()

    class Hanging(Web):
        def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
            if source.platform == "slow":
                assert gone.wait(10)
                raise Stopped
            return super().__call__(source, known)

        def stop(self) -> None:
            gone.set()

    sources = [LUMIO, Source("slow", "policy", ("https://slow.example/",))]
    outcomes = follow(archive, sources, Fetchers(Hanging({URL: [policy()]})))
    assert next(outcomes).what == "new"
    outcomes.close()
    assert gone.is_set()
    assert not archive.observations("slow/policy")
