"""The past of a page out of public archives: what comes in, what lies, and what a kill costs."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive, KnownOfCaptures
from policydiff.errors import FetchFailed, UnusableHistory
from policydiff.fetch import HttpFetcher
from policydiff.importers import (
    WantedPage,
    import_commoncrawl,
    import_memento,
    import_wayback,
    memento,
    service,
)
from policydiff.importers.memento import parse_timemap
from policydiff.models import Capture, Quality, Reason
from policydiff.saved_page import provenance
from tests.archiving import NAME
from tests.servers import policy
from tests.web_services import URL, Held, Reply, WebArchive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policydiff.importers import Imported
    from tests.commands import Run

PAGES = [policy(200, extra=f"<p>Version {number} of the policy.</p>") for number in range(6)]
WANTED = WantedPage(NAME, URL)
ROOT = Path(__file__).parent.parent


def fetcher() -> HttpFetcher:
    return HttpFetcher(
        user_agent="policydiff/test", environment={}, allow_loopback=True, limits=service.limits(pause=0)
    )


def days(*bodies: bytes, year: int = 2021) -> list[Held]:
    """A copy a day with these bodies."""
    start = datetime(year, 3, 1, 9, 30, tzinfo=UTC)
    return [Held(f"{start + timedelta(days=day):%Y%m%d%H%M%S}", body) for day, body in enumerate(bodies)]


def brought(
    tmp_path: Path, web: WebArchive, page: WantedPage = WANTED, **more: object
) -> tuple[Archive, Imported]:
    archive = Archive(tmp_path / "archive")
    done = import_wayback(archive, page, fetcher(), address=web.url, **more)  # type: ignore[arg-type]
    assert not archive.series() or not archive.verify().faults
    return archive, done


def story(archive: Archive) -> list[tuple[str, str]]:
    """What was seen when, in the order of time."""
    seen = sorted(archive.observations(NAME), key=lambda one: one.counts_from)
    return [(f"{one.at:%Y-%m-%d}", one.what) for one in seen]


# --- the Wayback Machine --------------------------------------------------------------------------


def test_all_copies_come_in_with_what_the_archive_says_of_them(tmp_path: Path) -> None:
    """Raw bytes, the time and headers of then, the address there; the same bytes are asked for once."""
    held = days(PAGES[0], PAGES[0], PAGES[1], PAGES[0], PAGES[1])
    with WebArchive(held) as web:
        archive, done = brought(tmp_path, web)
        assert web.copies_asked() == [held[0].timestamp, held[2].timestamp]
    assert (done.added, done.known, done.skipped, done.failed) == (5, 0, (), ())
    assert [what for _, what in story(archive)] == ["new", "unchanged", "new", "returned", "returned"]
    snapshot = archive.snapshots(NAME)[0]
    kept = archive.captures(snapshot)[0]
    assert (kept.body, kept.url, kept.final_url) == (PAGES[0], URL, URL)
    assert (kept.how, kept.status) == ("wayback", 200)
    assert kept.ref == f"{web.url}/web/{held[0].timestamp}id_/{URL}"
    assert ("etag", '"7"') in kept.headers
    assert kept.content_type == "text/html; charset=utf-8"
    assert dict(kept.details) == {"digest": held[0].listed, "bytes_have_digest": "yes"}
    assert snapshot.at == held[0].at


def test_the_second_import_asks_for_nothing_that_is_there(tmp_path: Path) -> None:
    """Nor for bytes that an earlier import brought under another date."""
    held = days(PAGES[0], PAGES[1], PAGES[0])
    with WebArchive(held[:2]) as web:
        brought(tmp_path, web)
        web.held = held
        web.asked.clear()
        archive, done = brought(tmp_path, web)
        assert (done.added, done.known) == (1, 2)
        assert web.copies_asked() == []
    assert [what for _, what in story(archive)] == ["new", "new", "returned"]


def test_only_copies_of_the_time_asked_for_come_in(tmp_path: Path) -> None:
    held = days(*PAGES)
    page = WantedPage(NAME, URL, datetime(2021, 3, 2, tzinfo=UTC), datetime(2021, 3, 4, tzinfo=UTC))
    with WebArchive(held) as web:
        archive, _ = brought(tmp_path, web, page)
    assert [day for day, _ in story(archive)] == ["2021-03-02", "2021-03-03"]


def test_a_long_list_comes_in_parts(tmp_path: Path) -> None:
    with WebArchive(days(*PAGES), page_size=2) as web:
        archive, _ = brought(tmp_path, web)
        assert len([path for path in web.asked if path.startswith("/cdx")]) == 3
    assert len(story(archive)) == 6


def test_copies_of_one_day_with_the_same_bytes_come_in_once(tmp_path: Path) -> None:
    """Some pages were copied every minute. Other bytes on the same day are another copy."""
    bodies = [PAGES[0], PAGES[0], PAGES[1], PAGES[0]]
    held = [Held(f"2021030110000{second}", body) for second, body in enumerate(bodies)]
    with WebArchive(held) as web:
        archive, _ = brought(tmp_path, web)
    assert [what for _, what in story(archive)] == ["new", "new", "returned"]


def test_redirects_and_errors_of_then_stay_out_and_revisits_count(tmp_path: Path) -> None:
    held = days(*PAGES[:3], PAGES[2])
    statuses = ["301", "404", "200", "-"]
    held = [Held(one.timestamp, one.body, status=status) for one, status in zip(held, statuses, strict=True)]
    with WebArchive(held) as web:
        archive, _ = brought(tmp_path, web)
    assert [what for _, what in story(archive)] == ["new", "unchanged"]


def test_pages_are_judged_before_they_come_in(tmp_path: Path) -> None:
    """What is no good capture is suspect and never what the policy said."""

    def read(series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
        bad = b"Version 1 " in captures[0].body
        return KnownOfCaptures(quality=Quality("bad", (Reason("challenge", "No"),)) if bad else Quality())

    with WebArchive(days(*PAGES[:3])) as web:
        archive, _ = brought(tmp_path, web, read=read)
    assert [what for _, what in story(archive)] == ["new", "suspect", "new"]
    assert len(archive.snapshots(NAME)) == 2


def test_no_copy_is_told_in_a_sentence(tmp_path: Path) -> None:
    with WebArchive([]) as web, pytest.raises(UnusableHistory, match="no copy of it"):
        brought(tmp_path, web)


# --- lists that lie, services that fail ----------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        f"20210301 {URL} 200 X", "x y z", f"99999999999999 {URL} 200 {'A' * 32}", "\x00\x01 \x02 \x03 \x04",
        f"20210301093000 https://other.example/privacy 200 {'A' * 32}",
        f"18200301093000 {URL} 200 {'A' * 32}", "<html> <body> <p> no",
    ],
)  # fmt: skip
def test_a_row_that_lies_is_left_out_and_named(tmp_path: Path, row: str) -> None:
    held = days(PAGES[0])[0]
    text = f"{row}\n{held.timestamp} {URL} 200 {held.listed}\n{row}\n"
    with WebArchive([held], {"/cdx": lambda _: Reply(text.encode())}) as web:
        archive, done = brought(tmp_path, web)
    assert len(story(archive)) == 1
    assert len(done.skipped) == 2


@pytest.mark.parametrize("text", [b"<html><h1>Sorry</h1></html>", b'[["urlkey"]]', b"a b c d\n"])
def test_what_is_no_list_is_told_in_a_sentence(tmp_path: Path, text: bytes) -> None:
    with WebArchive([], {"/cdx": lambda _: Reply(text)}) as web, pytest.raises(FetchFailed, match="CDX"):
        brought(tmp_path, web)


def test_a_list_without_end_ends(tmp_path: Path) -> None:
    """One that leads back to itself, and one whose keys are always others."""
    held = days(PAGES[0])[0]
    row = f"{held.timestamp} {URL} 200 {held.listed}\n"
    with WebArchive([held], {"/cdx": lambda _: Reply(f"{row}\nkey+1\n".encode())}) as web:
        assert brought(tmp_path, web)[1].added == 1
        assert len(web.asked) == 3


def test_a_list_of_more_copies_than_anybody_asks_for_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.importers.wayback.MOST_COPIES", 3)
    held = days(PAGES[0])[0]
    numbers = iter(range(10**6))
    row = f"{held.timestamp} {URL} 200 {held.listed}\n"
    with WebArchive([held], {"/cdx": lambda _: Reply(f"{row}\nkey+{next(numbers)}\n".encode())}) as web:
        done = brought(tmp_path, web)[1]
        assert len(web.asked) == 5
    assert "only the first 4 copies" in done.failed[0][1]


def test_a_digest_is_believed_only_where_the_bytes_have_it(tmp_path: Path) -> None:
    """A list that gives two pages one digest hides a change: each is asked for."""
    held = [Held(one.timestamp, one.body, digest="B" * 32) for one in days(PAGES[0], PAGES[1])]
    with WebArchive(held) as web:
        archive, _ = brought(tmp_path, web)
        assert len(web.copies_asked()) == 2
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == PAGES[:2]
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert dict(kept.details)["bytes_have_digest"].startswith("no")


def test_another_copy_in_the_place_of_the_one_listed_is_a_failed_check(tmp_path: Path) -> None:
    """Else a page of another time would stand under this date. It is not asked for again."""
    held = days(*PAGES[:2])
    with WebArchive(held, {"/cdx": lambda _: Reply(listing(held))}) as web:
        web.held = held[:1]
        archive, done = brought(tmp_path, web)
        assert [what for _, what in story(archive)] == ["new", "failed"]
        assert archive.observations(NAME)[1].kind == "bad-redirect"
        web.asked.clear()
        assert brought(tmp_path, web)[1].added == 0
        assert web.copies_asked() == []
    assert done.added == 2


def listing(held: list[Held]) -> bytes:
    return "".join(f"{one.timestamp} {one.original} {one.status} {one.listed}\n" for one in held).encode()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param(Reply(PAGES[1][:100], length=len(PAGES[1])), "truncated", id="truncated"),
        pytest.param(Reply(b"<p>Oops</p>", 500), "server-error", id="500"),
        pytest.param(Reply(b"<p>Blocked</p>", 403), "forbidden", id="403"),
        pytest.param(Reply(b"", 200), "empty", id="empty"),
        pytest.param(Reply(status=302, headers={"Location": "http://169.254.1.1/"}), "private", id="private"),
        pytest.param(Reply(status=302, headers={"Location": "ftp://x/"}), "bad-redirect", id="elsewhere"),
    ],
)
def test_a_copy_that_cannot_be_got_is_recorded_and_stops_no_other(
    tmp_path: Path, reply: Reply, kind: str
) -> None:
    """What may be better another day is asked for again by the next import, and recorded as failed once."""
    held = days(*PAGES[:3])
    with WebArchive(held, {held[1].timestamp: lambda _: reply}) as web:
        archive, done = brought(tmp_path, web)
        if kind == "private":
            assert [what for _, what in story(archive)] == ["new", "new"]
            assert "private network" in done.failed[0][1]
            return
        assert [what for _, what in story(archive)] == ["new", "failed", "new"]
        assert archive.observations(NAME)[1].kind == kind
        assert brought(tmp_path, web)[1].added == 0
        web.lies.clear()
        archive, done = brought(tmp_path, web)
    if kind in ("truncated", "server-error"):
        assert [archive.read_body(one) for one in archive.snapshots(NAME)] == PAGES[:3]
        assert done.added == 1
    else:
        assert done.added == 0


def test_a_service_that_asks_for_peace_is_left_alone(tmp_path: Path) -> None:
    """What came is kept, and the next run goes on."""
    held = days(*PAGES[:4])
    busy = Reply(b"", 429, {"Retry-After": "3600"})
    with WebArchive(held, {held[2].timestamp: lambda _: busy}) as web:
        archive, done = brought(tmp_path, web)
        assert web.copies_asked() == [one.timestamp for one in held[:3]]
        assert "run the same command again later" in done.failed[0][1]
        assert len(story(archive)) == 2
        web.lies.clear()
        archive, done = brought(tmp_path, web)
    assert (done.added, done.known, len(story(archive))) == (2, 2, 4)


def test_a_service_that_is_gone_is_left_after_three_attempts(tmp_path: Path) -> None:
    """Nothing is recorded of a page because our own network is down."""
    held = days(*PAGES)
    with WebArchive(held) as web:
        text = listing(held).replace(b"quillmoor.example/privacy", b"quillmoor.example/privacy")
        web.lies["/cdx"] = lambda _: Reply(text)
        web.lies["/web/"] = lambda _: Reply(status=302, headers={"Location": "http://127.0.0.1:9/"})
        archive, done = brought(tmp_path, web)
    assert story(archive) == []
    assert len(done.failed) == 3


def test_the_live_service_is_asked_at_most_24_times_a_minute() -> None:
    """By the pause between the end of a request and the next, whatever becomes of the first."""
    bounds = service.limits()
    assert 60 / bounds.pause_seconds <= 24
    assert bounds.retries == 0


def test_the_pause_is_kept_between_all_requests(tmp_path: Path) -> None:
    held = days(*PAGES[:3])
    slow = HttpFetcher(
        user_agent="policydiff/test", environment={}, allow_loopback=True, limits=service.limits(pause=0.2)
    )
    with WebArchive(held) as web:
        began = time.monotonic()
        import_wayback(Archive(tmp_path / "archive"), WANTED, slow, address=web.url)
        assert time.monotonic() - began >= 0.2 * 3
        assert len(web.asked) == 4


# --- kill -9 --------------------------------------------------------------------------------------

WORKER = """\
import sys
from policydiff.archive import Archive
from policydiff.importers import import_wayback
from tests.test_import_past import WANTED, fetcher
import_wayback(Archive(sys.argv[1]), WANTED, fetcher(), address=sys.argv[2],
               progress=lambda done, total: print(done, flush=True))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_killed_import_goes_on_without_loss_or_double(tmp_path: Path) -> None:
    """Again and again at random moments; `benchmarks.import_past` does it 20 times with 500 copies."""
    chance = random.Random(5)
    held = days(*(policy(60, extra=f"<p>{number}</p>") for number in range(40)))
    with WebArchive(held) as web:
        for _ in range(3):
            command = [sys.executable, "-c", WORKER, str(tmp_path / "archive"), web.url]
            with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as worker:
                assert worker.stdout is not None
                for _ in range(chance.randrange(1, 12)):
                    worker.stdout.readline()
                worker.send_signal(signal.SIGKILL)
            if (tmp_path / "archive").exists():
                assert not Archive(tmp_path / "archive").verify().faults
        archive, _ = brought(tmp_path, web)
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == [one.body for one in held]
    assert len({one.ref for one in archive.observations(NAME)}) == len(archive.observations(NAME)) == 40


# --- TimeMaps -------------------------------------------------------------------------------------


def test_the_copies_of_a_timemap_come_in(tmp_path: Path) -> None:
    """In all its parts, raw where the archive gives raw copies, one a day."""
    held = days(*PAGES)
    held.append(Held(held[0].timestamp[:8] + "235959", PAGES[5]))
    archive = Archive(tmp_path / "archive")
    with WebArchive(held, page_size=3) as web:
        done = import_memento(archive, WANTED, f"{web.url}/timemap/link/{URL}", fetcher())
        assert done.added == 6
        assert import_memento(archive, WANTED, f"{web.url}/timemap/link/{URL}", fetcher()).known == 6
        assert all("id_/" in path for path in web.asked if path.startswith("/web/"))
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == PAGES


def test_the_copies_of_an_archive_with_addresses_of_its_own(tmp_path: Path) -> None:
    """Its own word for the time must be that of the list, or it is another copy."""
    date, other = "Mon, 01 Mar 2021 09:30:00 GMT", "Tue, 02 Mar 2021 09:30:00 GMT"
    links = f'<{URL}>; rel="original", </c/1>; rel="first memento"; datetime="{date}"'
    links += f', </c/2>;rel=memento;datetime="{other}"'
    lies: dict[str, Callable[[str], Reply]] = {
        "/map": lambda _: Reply(links.encode()),
        "/c/": lambda _: Reply(PAGES[0], headers={"Memento-Datetime": date, "Content-Type": "text/html"}),
    }
    archive = Archive(tmp_path / "archive")
    with WebArchive([], lies) as web:
        import_memento(archive, WANTED, f"{web.url}/map", fetcher())
    assert [what for _, what in story(archive)] == ["new", "failed"]


@pytest.mark.parametrize("text", ["", "no links", "<a", "<a>; rel=" + '"' * 9, "<>;,<>,", ", ," * 50])
def test_what_is_no_timemap_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    archive = Archive(tmp_path / "archive")
    lies = {"/map": lambda _: Reply(text.encode() or b" ")}
    with WebArchive([], lies) as web, pytest.raises(UnusableHistory):
        import_memento(archive, WANTED, f"{web.url}/map", fetcher())


def test_a_timemap_of_a_million_entries_is_read_in_time_and_bounded(tmp_path: Path) -> None:
    """So many of its copies are looked at, which is told; no request is made for copies of another time."""
    link = '<https://a.example/c/{}>; rel="memento"; datetime="Mon, 01 Mar 2021 09:30:00 GMT",\n'
    text = "".join(link.format(number) for number in range(10**6))[: 58 * 2**20].encode()
    answer = Reply(PAGES[0], headers={"Memento-Datetime": "Mon, 01 Mar 2021 09:30:00 GMT"})
    fetch = fetcher()
    with WebArchive([], {"/map": lambda _: Reply(text.replace(b"https://a.example", web.url.encode())),
                         "/c/": lambda _: answer}) as web:  # fmt: skip
        done = import_memento(Archive(tmp_path / "archive"), WANTED, f"{web.url}/map", fetch)
        assert len(web.asked) == 2
    assert "only its first 200000 copies" in done.failed[0][1]
    links = list(islice(parse_timemap(text.decode()), 3))
    assert [link.at for link in links] == [datetime(2021, 3, 1, 9, 30, tzinfo=UTC)] * 3


def test_parts_of_a_timemap_that_lead_in_circles_end(tmp_path: Path) -> None:
    date = b'datetime="Mon, 01 Mar 2021 09:30:00 GMT"'
    text = b'</map>; rel="timemap", </map2>; rel="timemap", <ftp://x/>; rel="memento"; ' + date
    with WebArchive([], {"/map": lambda _: Reply(text)}) as web:
        with pytest.raises(UnusableHistory):
            import_memento(Archive(tmp_path / "archive"), WANTED, f"{web.url}/map", fetcher())
        assert web.asked == ["/map", "/map2"]


def test_a_list_of_parts_without_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand parts, all gone: the copy comes in, and so many parts are asked for."""
    monkeypatch.setattr(memento, "_MOST_PARTS", 20)
    parts = "".join(f'</part/{number}>; rel="timemap", ' for number in range(100_000))
    date = "Mon, 01 Mar 2021 09:30:00 GMT"
    text = f'{parts}<https://a.example/c>; rel="memento"; datetime="{date}"'
    with WebArchive([], {"/c": lambda _: Reply(PAGES[0], headers={"Memento-Datetime": date})}) as web:
        web.lies["/map"] = lambda _: Reply(text.replace("https://a.example", web.url).encode())
        done = import_memento(Archive(tmp_path / "archive"), WANTED, f"{web.url}/map", fetcher())
        assert len(web.asked) == 21
    assert done.added == 1
    assert len(done.failed) == 20


# --- Common Crawl ---------------------------------------------------------------------------------


def test_the_captures_of_common_crawl_come_in(tmp_path: Path) -> None:
    """Out of all crawls, each by the range of its record; a crawl without the page is none."""
    held = [*days(*PAGES[:2], year=2019), *days(PAGES[2], PAGES[2], year=2021)]
    archive = Archive(tmp_path / "archive")
    with WebArchive(held) as web:
        done = import_commoncrawl(archive, WANTED, fetcher(), index=web.url, data=web.url)
        assert (done.added, done.failed) == (4, ())
        web.asked.clear()
        assert import_commoncrawl(archive, WANTED, fetcher(), index=web.url, data=web.url).known == 4
        assert not [path for path in web.asked if path.startswith("/crawl-data")]
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == PAGES[:3]
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert (kept.at, kept.how, kept.status) == (held[0].at, "warc", 200)
    assert dict(kept.details)["file"] == "2019.warc.gz"


@pytest.mark.parametrize(
    ("path", "reply", "kind"),
    [
        ("/crawl-data", Reply(b"\x1f\x8b nothing", 206), "unreadable"),
        ("/crawl-data", Reply(b"nothing", 206), "unreadable"),
        ("/crawl-data", Reply(b"everything", 200), "status"),
        ("/crawl-data", Reply(b"", 416), "status"),
    ],
)
def test_a_range_that_holds_no_record_is_a_failed_check(
    tmp_path: Path, path: str, reply: Reply, kind: str
) -> None:
    archive = Archive(tmp_path / "archive")
    with WebArchive(days(PAGES[0]), {path: lambda _: reply}) as web:
        import_commoncrawl(archive, WANTED, fetcher(), index=web.url, data=web.url)
    assert [(one.what, one.kind) for one in archive.observations(NAME)] == [("failed", kind)]


def test_an_index_that_leads_to_another_record_is_not_believed(tmp_path: Path) -> None:
    """The record's own address and time decide."""
    held = days(PAGES[0], PAGES[1])
    archive = Archive(tmp_path / "archive")
    with WebArchive(held) as web:
        index = web.crawl("2021").body.split(b"\n")
        web.lies["-index"] = lambda _: Reply(index[1].replace(held[1].timestamp.encode(), b"20210509000000"))
        import_commoncrawl(archive, WANTED, fetcher(), index=web.url, data=web.url)
        assert archive.observations(NAME)[0].kind == "bad-redirect"
        web.lies["-index"] = lambda _: Reply(b'{"x": 1}\nno json\n' + b"[" * 10**5)
        with pytest.raises(UnusableHistory, match="no crawl has it"):
            import_commoncrawl(Archive(tmp_path / "b"), WANTED, fetcher(), index=web.url, data=web.url)
        web.lies["-index"] = lambda _: Reply(b"", 500)
        done = import_commoncrawl(Archive(tmp_path / "c"), WANTED, fetcher(), index=web.url, data=web.url)
        assert done.failed
        web.lies["/collinfo"] = lambda _: Reply(b'{"no": "list"}')
        with pytest.raises(FetchFailed, match="does not list crawls"):
            import_commoncrawl(Archive(tmp_path / "d"), WANTED, fetcher(), index=web.url, data=web.url)


# --- the commands ---------------------------------------------------------------------------------


def test_the_commands(run: Run, tmp_path: Path) -> None:
    """By options; the addresses of the services can come from the environment too."""
    held = days(*PAGES[:3])
    here = ("--allow-loopback", "--from", "2021-03-01", "--to", "2021-03-02")
    with WebArchive(held) as web:
        done = run("--archive", "a", "import", "wayback", NAME, URL, *here, "--wayback", web.url)
        assert (done.code, "2 observations added to 1 series" in done.out) == (0, True), done
        lines = done.out.splitlines()
        assert f"{NAME}: 2 texts, from 2021-03-01 to 2021-03-02." in lines
        assert (
            f"    policydiff --archive a compare {NAME}@2021-03-01T093000Z {NAME}@2021-03-02T093000Z" in lines
        )
        assert lines[-1] == f"    policydiff --archive a log {NAME}"
        again = run("--archive", "a", "import", "wayback", NAME, URL, *here, "--wayback", web.url)
        assert again.out.endswith("2 were there already.\n"), "nothing is told of a series that did not grow"
        done = run("--archive", "b", "import", "memento", NAME, f"{web.url}/timemap/link/{URL}", *here)
        assert (done.code, "2 observations" in done.out) == (0, True), done
        crawl = ("--index", web.url, "--data", web.url)
        done = run("--archive", "c", "import", "commoncrawl", NAME, URL, *here, *crawl)
        assert (done.code, "2 observations" in done.out) == (0, True), done
        done = run("--archive", "d", "import", "wayback", "no", URL, *here, "--wayback", web.url)
        assert (done.code, "no name of a series" in done.err) == (2, True), done
        for url in ("privacy", f"{URL}@2024", f"https://web.archive.org/web/20240501000000/{URL}"):
            done = run("--archive", "e", "import", "wayback", NAME, url, "--wayback", web.url)
            assert (done.code, "no address of a page" in done.err) == (2, True), done


@pytest.mark.parametrize(
    ("copy", "recorder"),
    [
        (f"https://web.archive.org/web/20210301093000id_/{URL}", "Internet Archive, Wayback Machine"),
        (f"https://fern-archive.example/wayback/20210301093000id_/{URL}", "fern-archive.example"),
        ("https://[fern", "Internet Archive, Wayback Machine"),  # no address: what is usual is said
    ],
)
def test_a_report_names_the_web_archive_that_recorded(copy: str, recorder: str) -> None:
    """Not every archive that answers as the Wayback Machine does is the Wayback Machine."""
    assert provenance("wayback", copy, {}).recorder == recorder
