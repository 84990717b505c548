"""Web archives in files: what comes in, what goes out, and what was made to do damage."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest

from policydiff.archive import LARGEST, Archive, KnownOfCaptures
from policydiff.cli.group import run
from policydiff.errors import (
    UnknownReference,
    UnreadableFile,
    UnusableHistory,
    UnusableOption,
    UnwritableFile,
)
from policydiff.exporters import export_wacz, export_warc
from policydiff.importers import import_warc
from policydiff.importers.warc.message import parse_message
from policydiff.importers.warc.records import read_records
from policydiff.models import Capture, Quality, Reason, Redirect
from policydiff.workflows.exporting import text_reader
from tests.archiving import NAME, capture, tree
from tests.servers import policy
from tests.web_archives import URL, digest, http, packed, page, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policydiff.importers import Imported

START = "https://quillmoor.example/"
DEMO = Path(__file__).parent.parent / "snapshots"
AT = datetime(2023, 5, 1, 10, tzinfo=UTC)
PAGE, OTHER = policy(300), policy(340, extra="<p>We share it with advertisers.</p>")


def brought(tmp_path: Path, data: bytes, url: str = URL) -> tuple[Archive, Imported]:
    """An archive into which a file came, with what was said."""
    file = tmp_path / "pages.warc.gz"
    file.write_bytes(data)
    archive = Archive(tmp_path / "archive")
    done = import_warc(archive, str(file), {url: NAME})
    assert not archive.verify().faults
    return archive, done


def bodies(archive: Archive) -> list[bytes]:
    return [archive.read_body(one) for one in archive.snapshots(NAME)]


# --- out and in again -----------------------------------------------------------------------------


def eventful(folder: Path) -> Archive:
    """An archive with every kind of observation."""
    archive = Archive(folder)
    first = replace(capture("<p>one</p>", etag='"1"'), redirects=(Redirect(START, 301),))
    first = replace(first, request_headers=(("User-Agent", "policydiff/1"), ("X-Key", "secret")))
    packed_once = (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"), ("Set-Cookie", "id=1"))
    archive.store(NAME, replace(first, headers=(*first.headers, *packed_once)), text="one")
    archive.store(NAME, capture("<p>one</p>", hours=1), text="one")  # the same bytes
    archive.store(NAME, capture("<p>one</p><i>7</i>", hours=2), text="one")  # other bytes, the same text
    archive.store(NAME, capture("", hours=3, status=304))
    archive.store(NAME, capture("<p>two \N{SNOWMAN}</p>", hours=4), text="two", details={"region": "IE"})
    archive.store(NAME, capture("<p>one</p>", hours=5), text="one")  # returned
    bad = Quality("bad", (Reason("challenge", "It asks for a click"),))
    archive.store(NAME, capture("<p>click</p>", hours=6), text="click", quality=bad)
    archive.fail(NAME, "timeout", "nothing came", at=first.at + timedelta(hours=7, microseconds=5))
    archive.fail(
        NAME, "not-found", "gone", at=first.at + timedelta(hours=8), captures=[capture("", status=404)]
    )
    both = [capture("<p>a</p>", url="https://a.example/1"), capture("<p>b</p>", url="https://a.example/2")]
    archive.store("a/two-pages@eu", both, text="a b")
    still = replace(both[0], at=both[0].at + timedelta(days=1), status=304, body=b"")
    changed = capture("<p>c</p>", hours=24, url="https://a.example/2")
    archive.store("a/two-pages@eu", [still, changed], text="a c")
    with archive.writer("b/recorded") as writer:
        text = Capture("", first.at, b"# Terms", "ota", ref="c0ffee", media_type="text/markdown")
        writer.add([text], KnownOfCaptures(technical=True, details={"repository": "r", "path": "B/R.md"}))
        later = first.at + timedelta(days=2)
        writer.add([replace(text, ref="beef", body=b"# T2")], KnownOfCaptures(since=later))
        writer.add([replace(text, ref="cafe", at=later)], KnownOfCaptures(since=later))
    return archive


@pytest.mark.parametrize("name", ["archive.warc", "archive.warc.gz", "archive.wacz"])
@pytest.mark.parametrize("make", [pytest.param(lambda _: Archive(DEMO), id="demo"), eventful])
def test_an_exported_archive_comes_back_with_the_same_seal(
    tmp_path: Path, name: str, make: Callable[[Path], Archive]
) -> None:
    """Every line and every file: bodies, times, hashes, what failed and what was seen again."""
    archive = make(tmp_path / "first")
    write = export_wacz if name.endswith("wacz") else export_warc
    told = write(archive, str(tmp_path / name), text=text_reader(archive))
    again = Archive(tmp_path / "again")
    done = import_warc(again, str(tmp_path / name), {})
    assert (done.added, done.skipped, done.failed) == (told.observations, (), ())
    assert again.verify() == archive.verify()
    evidence = {name: data for name, data in tree(archive.path).items() if name.count("/") > 1}
    assert {name: data for name, data in tree(again.path).items() if "/" in name} == evidence
    for other in (again, archive):
        assert import_warc(other, str(tmp_path / name), {}).added == 0


def test_the_same_archive_gives_the_same_file(tmp_path: Path) -> None:
    """Ids and times come from the archive, not from chance and clock."""
    for name in ("archive.warc.gz", "archive.wacz"):
        write = export_wacz if name.endswith("wacz") else export_warc
        for folder in ("1", "2"):
            (tmp_path / folder).mkdir(exist_ok=True)
            write(Archive(DEMO), str(tmp_path / folder / name))
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_other_tools_find_the_digests_right(tmp_path: Path) -> None:
    """Warcio's own check of every record, of blocks and payloads."""
    archive = eventful(tmp_path / "first")
    export_warc(archive, str(tmp_path / "a.warc.gz"), text=text_reader(archive))
    script = [sys.executable, "-m", "warcio.cli", "check", "-v", str(tmp_path / "a.warc.gz")]
    told = subprocess.run(script, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "digest failed" not in told.stdout


def test_every_kind_of_record_is_written(tmp_path: Path) -> None:
    """Request, response, revisit of both profiles, resource, conversion, redirect; no secret in any."""
    from warcio.archiveiterator import ArchiveIterator

    archive = eventful(tmp_path / "first")
    export_warc(archive, str(tmp_path / "a.warc"), text=text_reader(archive))
    found = []
    with (tmp_path / "a.warc").open("rb") as file:
        for one in ArchiveIterator(file):
            profile = (one.rec_headers.get_header("WARC-Profile") or "").rpartition("/")[2]
            status = one.http_headers.get_statuscode() if one.http_headers else ""
            found.append((one.rec_type, profile, status, one.content_stream().read()))
    kinds = {(kind, profile, status) for kind, profile, status, _ in found if kind != "request"}
    assert kinds == {
        ("warcinfo", "", ""), ("metadata", "", ""), ("response", "", "301"), ("response", "", "200"),
        ("resource", "", ""), ("conversion", "", ""),
        ("revisit", "identical-payload-digest", "200"), ("revisit", "server-not-modified", "304"),
    }  # fmt: skip
    assert ("response", "", "200", "<p>two \N{SNOWMAN}</p>".encode()) in found
    data = (tmp_path / "a.warc").read_bytes()
    assert b"X-Archive-Orig-Content-Encoding: gzip\r\nX-Archive-Orig-Transfer-Encoding: chunked" in data
    assert b"\r\nContent-Encoding" not in data
    assert b"secret" not in data
    assert b"id=1" not in data


def test_a_wacz_names_what_it_holds(tmp_path: Path) -> None:
    """Its index leads to the records, its package to every file with its hash."""
    import hashlib

    export_wacz(eventful(tmp_path / "first"), str(tmp_path / "a.wacz"))
    with zipfile.ZipFile(tmp_path / "a.wacz") as packed_file:
        package = json.loads(packed_file.read("datapackage.json"))
        for one in package["resources"]:
            data = packed_file.read(one["path"])
            assert (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}") == (one["bytes"], one["hash"])
        index = packed_file.read("indexes/index.cdx").decode().splitlines()
        warc = packed_file.read("archive/data.warc.gz")
        pages = packed_file.read("pages/pages.jsonl").decode().splitlines()
    assert index == sorted(index)
    key, at, told = index[-1].split(" ", 2)
    entry = json.loads(told)
    lines = zlib.decompress(warc[int(entry["offset"]) :], 31).decode().splitlines()
    assert f"WARC-Target-URI: {entry['url']}" in lines
    assert key == "example,quillmoor)/privacy"
    assert len(at) == 14
    assert json.loads(pages[1])["url"].startswith("https://")


def test_an_export_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """A series that is not there leaves no file; a place that cannot be written is told in a sentence."""
    with pytest.raises(UnknownReference, match="no such series"):
        export_warc(Archive(DEMO), str(tmp_path / "a.warc"), ["no/such"])
    with pytest.raises(UnknownReference, match="empty"):
        export_warc(Archive(tmp_path), str(tmp_path / "a.warc"))
    with pytest.raises(UnwritableFile):
        export_warc(Archive(DEMO), str(tmp_path / "no" / "a.warc"))
    assert list(tmp_path.iterdir()) == []


def test_an_exported_file_that_was_changed_is_not_believed(tmp_path: Path) -> None:
    """A body that is not the one that the sidecar tells of stays out, and is named."""
    archive = eventful(tmp_path / "first")
    export_warc(archive, str(tmp_path / "a.warc"))
    data = (tmp_path / "a.warc").read_bytes()
    (tmp_path / "b.warc").write_bytes(data.replace(b"<p>two", b"<p>TWO"))
    again = Archive(tmp_path / "again")
    done = import_warc(again, str(tmp_path / "b.warc"), {})
    assert [problem for _, problem in done.failed if "not those that the archive kept" in problem]
    assert done.added == sum(map(len, map(archive.observations, archive.series()))) - 1
    assert not again.verify().faults
    (tmp_path / "c.warc").write_bytes(data.replace(b'"what":"new"', b'"what":"odd"'))
    assert import_warc(Archive(tmp_path / "c"), str(tmp_path / "c.warc"), {}).failed
    (tmp_path / "d.warc").write_bytes(data.replace(b'"series":"a/', b'"series":"../'))
    import_warc(Archive(tmp_path / "d" / "d"), str(tmp_path / "d.warc"), {})
    assert not (tmp_path / "d" / "two-pages@eu").exists()


# --- files of others ------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [packed, lambda *all_: b"".join(all_)])
def test_pages_of_an_address_come_in(tmp_path: Path, pack: Callable[..., bytes]) -> None:
    """With their times, headers and ids; other pages, pictures and requests stay out."""
    data = pack(
        record("warcinfo", b"software: other\r\n", url=""),
        record("request", b"GET /privacy HTTP/1.1\r\n\r\n", number=2),
        page(PAGE, number=3),
        page(b"<p>elsewhere</p>", url="https://quillmoor.example/terms", number=4),
        page(OTHER, number=5, date="2023-06-01T00:00:00.25Z", url="http://QUILLMOOR.example:80/privacy#top"),
    )
    archive, done = brought(tmp_path, data)
    assert (done.added, done.skipped, done.failed) == (2, (), ())
    assert bodies(archive) == [PAGE, OTHER]
    seen = archive.observations(NAME)
    assert seen[0].at == AT
    assert seen[1].at == datetime(2023, 6, 1, 0, 0, 0, 250_000, UTC)
    assert seen[0].ref == "urn:uuid:00000000-0000-4000-8000-000000000003"
    assert seen[0].how == "warc"
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert kept.content_type == "text/html; charset=utf-8"
    assert dict(kept.details)["file"] == "pages.warc.gz"
    assert brought(tmp_path, data)[1].known == 2


REVISIT = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


@pytest.mark.parametrize(
    ("lines", "block"),
    [
        pytest.param((f"WARC-Payload-Digest: {digest(PAGE)}",), http(b"", "X: y"), id="digest"),
        pytest.param((f"WARC-Payload-Digest: {digest(PAGE)}",), b"", id="no headers"),
        pytest.param(("WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000001>",), b"", id="id"),
        pytest.param(
            (f"WARC-Refers-To-Target-URI: {URL}", "WARC-Refers-To-Date: 2023-05-01T10:00:00Z"), b"", id="date"
        ),
        pytest.param((), http(b"", "ETag: 1", status="304 Not Modified"), id="not modified"),
    ],
)
def test_a_revisit_gets_the_bytes_that_it_refers_to(
    tmp_path: Path, lines: tuple[str, ...], block: bytes
) -> None:
    again = record("revisit", block, REVISIT, *lines, number=3, date="2023-07-01T00:00:00Z")
    archive, done = brought(tmp_path, packed(page(PAGE), again))
    assert (done.added, done.failed) == (2, ())
    assert [(seen.what, seen.answers[0].sha256) for seen in archive.observations(NAME)] == [
        ("new", archive.observations(NAME)[0].answers[0].sha256),
        ("unchanged", archive.observations(NAME)[0].answers[0].sha256),
    ]
    assert archive.snapshots(NAME)[0].seen_until == datetime(2023, 7, 1, tzinfo=UTC)


def test_a_revisit_of_what_is_not_there_is_a_failed_check(tmp_path: Path) -> None:
    """It says that the page was there, and nobody knows what it said."""
    other = record("revisit", b"", REVISIT, f"WARC-Payload-Digest: {digest(OTHER)}", number=3)
    archive, _ = brought(tmp_path, packed(page(PAGE), other))
    assert [seen.what for seen in archive.observations(NAME)] == ["new", "failed"]
    assert "does not hold" in archive.observations(NAME)[1].problem


def test_redirects_are_followed_inside_of_the_file(tmp_path: Path) -> None:
    """The page that answered is that of the address asked for; much later it is another story."""
    moved = http(b"", "Location: /legal/privacy", status="301 Moved")
    data = packed(
        record("response", moved),
        page(PAGE, url="https://quillmoor.example/legal/privacy", number=2, date="2023-05-01T10:00:09Z"),
        page(OTHER, url="https://quillmoor.example/legal/privacy", number=3, date="2023-09-01T10:00:09Z"),
        record("response", http(b"", "Location: http://[", status="302 Odd"), number=4),
        record("response", http(b"", status="302 Nowhere"), number=5),
    )
    archive, done = brought(tmp_path, data)
    assert bodies(archive) == [PAGE]
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert (kept.url, kept.final_url) == (URL, "https://quillmoor.example/legal/privacy")
    assert kept.redirects == (Redirect(URL, 301),)
    assert len(done.skipped) == 2


def test_a_resource_record_is_a_page_without_a_server(tmp_path: Path) -> None:
    archive, _ = brought(tmp_path, packed(record("resource", PAGE, "Content-Type: text/html")))
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert (kept.status, kept.media_type, kept.body) == (0, "text/html", PAGE)


def chunks(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end


CHUNKED, GZIP = "Transfer-Encoding: chunked", "Content-Encoding: gzip"
BROTLI = "Content-Encoding: br"


@pytest.mark.parametrize(
    ("sent", "lines"),
    [
        pytest.param(chunks(PAGE[:100], PAGE[100:]), (CHUNKED,), id="chunks"),
        pytest.param(gzip.compress(PAGE), (GZIP,), id="gzip"),
        pytest.param(gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), (GZIP,), id="gzip in two members"),
        pytest.param(chunks(gzip.compress(PAGE)), (CHUNKED, GZIP), id="gzip in chunks"),
        pytest.param(zlib.compress(PAGE), ("Content-Encoding: deflate",), id="deflate"),
        pytest.param(zlib.compress(PAGE)[2:-4], ("Content-Encoding: deflate",), id="bare deflate"),
        pytest.param(brotli.compress(PAGE), ("Content-Encoding: br",), id="brotli"),
        pytest.param(PAGE, (CHUNKED, GZIP), id="undone before, headers left"),
        pytest.param(PAGE, ("content-encoding: br",), id="brotli undone before"),
        pytest.param(PAGE, ("Content-Encoding: identity", "Folded: a\r\n b", "no colon"), id="odd headers"),
    ],
)
def test_encodings_of_http_are_undone(tmp_path: Path, sent: bytes, lines: tuple[str, ...]) -> None:
    archive, done = brought(tmp_path, packed(record("response", http(sent, *lines))))
    assert bodies(archive) == [PAGE], (done, archive.observations(NAME))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(page(PAGE, "WARC-Truncated: length"), "cut the page off", id="by its recorder"),
        pytest.param(page(PAGE)[:-900], "the file ends within", id="the file ends"),
        pytest.param(
            record("response", http(PAGE[:-50], f"Content-Length: {len(PAGE)}")),
            "50 bytes shorter",
            id="length",
        ),
        pytest.param(
            record("response", http(chunks(PAGE, end=b""), CHUNKED)), "before its last chunk", id="last chunk"
        ),
        pytest.param(record("response", http(gzip.compress(PAGE)[:-20], GZIP)), "before its end", id="gzip"),
        pytest.param(
            record("response", http(brotli.compress(PAGE)[:-3], "Content-Encoding: br")),
            "before its end",
            id="br",
        ),
    ],
)
def test_a_page_that_is_not_whole_is_suspect(tmp_path: Path, data: bytes, told: str) -> None:
    """Its bytes are kept as evidence, and it never follows a whole page."""
    whole = page(OTHER, number=9, date="2023-01-01T00:00:00Z")
    archive, _ = brought(tmp_path, whole + data)
    assert [seen.what for seen in archive.observations(NAME)] == ["new", "suspect"]
    reason = archive.observations(NAME)[1].quality.reasons[0]
    assert reason.code == "truncated"
    assert told in reason.sentence
    assert bodies(archive) == [OTHER]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        pytest.param(http(b"no", status="404 Not Found"), "not-found", id="404"),
        pytest.param(http(b"no", status="403 No"), "forbidden", id="403"),
        pytest.param(http(b"no", status="503 Busy"), "server-error", id="503"),
        pytest.param(http(b""), "empty", id="empty"),
        pytest.param(b"GIBBERISH\r\n\r\n<p>x</p>", "protocol", id="no HTTP"),
        pytest.param(http(b"\x00" * 50, "Content-Encoding: zstd"), "encoding", id="zstd"),
        pytest.param(http(b"\xff" * 99, BROTLI), "encoding", id="no brotli"),
    ],
)
def test_what_is_no_page_is_a_failed_check(tmp_path: Path, block: bytes, kind: str) -> None:
    """With its time, so that it is known that somebody looked."""
    archive, done = brought(tmp_path, packed(record("response", block)))
    assert [(seen.what, seen.kind, seen.at) for seen in archive.observations(NAME)] == [("failed", kind, AT)]
    assert (done.added, done.failed) == (1, ())


def test_the_quality_of_a_page_is_asked_before_it_comes_in(tmp_path: Path) -> None:
    """A challenge page is suspect from the start, as in `fetch`."""
    file = tmp_path / "a.warc"
    challenge = (
        b"<title>Just a moment...</title><p>Checking your browser before accessing quillmoor.example</p>"
    )
    file.write_bytes(page(PAGE) + page(challenge, number=2, date="2023-06-01T00:00:00Z"))
    code = run(
        ["--archive", str(tmp_path / "x"), "import", "warc", str(file), "--series", NAME, "--url", URL]
    )
    seen = Archive(tmp_path / "x").observations(NAME)
    assert (code, [one.what for one in seen]) == (0, ["new", "suspect"])
    assert seen[0].text
    assert seen[0].normaliser


# --- files that are wrong, or were made to do damage ----------------------------------------------


BOMB_OF_LINES = gzip.compress(b"WARC/1.0\r\nX: " + b"a" * 40_000_000, mtime=0)
BOMB = gzip.compress(record("response", b"HTTP/1.1 200 OK\r\n\r\n" + b"\0" * 120_000_000), mtime=0)


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        pytest.param(b"GARBAGE GARBAGE\r\n\r\n", "damaged behind its record 1", id="garbage"),
        pytest.param(record("response", http(OTHER), number=2, length=40), "damaged behind", id="length"),
        pytest.param(BOMB_OF_LINES, "no end", id="a line without end"),
        pytest.param(b"WARC/1.0\r\n" + b"A: b\r\n" * 300_000 + b"\r\n", "no end", id="headers without end"),
        pytest.param(packed(page(OTHER, number=2))[:-30] + b"\xff" * 40, "damaged", id="damaged gzip"),
    ],
)
def test_what_came_before_the_damage_stands(tmp_path: Path, damaged: bytes, told: str) -> None:
    """And the damage is named with its place."""
    start = packed(page(PAGE)) if damaged[:2] == b"\x1f\x8b" else page(PAGE)
    end = page(OTHER, number=3) if start[:1] == b"W" else b""
    archive, done = brought(tmp_path, start + damaged + end)
    assert bodies(archive)[:1] == [PAGE]
    assert told in done.failed[0][1]
    with peak_below(60_000_000), pytest.raises(UnusableHistory, match=told):
        list(read_records(str(tmp_path / "pages.warc.gz"), lambda _: True))


@contextmanager
def peak_below(most: int) -> Iterator[None]:
    """Whatever is done inside takes fewer bytes than this at any moment."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def test_a_file_that_unpacks_to_no_end_is_left(tmp_path: Path) -> None:
    """More than two hundred times its size: nobody packs pages so."""
    with pytest.raises(UnusableHistory, match="two hundred times"):
        brought(tmp_path, BOMB)
    bomb = http(brotli.compress(b"<p>" + b"\0" * 300_000_000, quality=1), "Content-Encoding: br")
    with peak_below(250_000_000):
        assert len(parse_message(bomb).body) > LARGEST
    archive, _ = brought(tmp_path, page(PAGE, number=8) + record("response", bomb) + page(OTHER, number=9))
    assert [seen.what for seen in archive.observations(NAME)] == ["new", "failed", "new"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no web archive"),
        (b"\0" * 1000, "no web archive"),
        (b"<p>a page</p>", "no web archive"),
        (b"[[source]] a b c d\n" * 9, "no web archive"),
        (gzip.compress(b"<p>a page</p>", mtime=0), "damaged at its beginning"),
        (gzip.compress(page(PAGE) + page(OTHER, url="https://x.example/", number=2)), "damaged behind"),
        (b"PK\x03\x04 no zip", "damaged WACZ"),
        (page(PAGE, url="https://other.example/p"), "it does hold https://other.example/p"),
        (record("response", http(PAGE), url=""), "no page"),
    ],
)
def test_a_file_without_a_page_for_us_is_told_in_a_sentence(tmp_path: Path, data: bytes, told: str) -> None:
    if told == "damaged behind":
        assert told in str(brought(tmp_path, data)[1].failed)
        return
    with pytest.raises(UnusableHistory, match=re.escape(told)):
        brought(tmp_path, data)


def test_a_wacz_of_another_tool(tmp_path: Path) -> None:
    """All WARC files in it count, whatever else it holds."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("archive/a.warc.gz", packed(page(PAGE)))
        zipped.writestr("archive/b.warc", page(OTHER, number=2, date="2023-08-01T00:00:00Z"))
        zipped.writestr("pages/pages.jsonl", b"{}")
    archive, _ = brought(tmp_path, file.getvalue())
    assert bodies(archive) == [PAGE, OTHER]
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as zipped:
        zipped.writestr("datapackage.json", b"{}")
    with pytest.raises(UnusableHistory, match="no WARC file"):
        brought(tmp_path, empty.getvalue())


def test_a_record_without_a_date_is_left_out_and_named(tmp_path: Path) -> None:
    data = page(PAGE) + page(OTHER, date="", number=2) + page(OTHER, date="yesterday", number=3)
    _, done = brought(tmp_path, data + page(OTHER, date="0001-01-01T00:00:00Z", number=4))
    assert (done.added, len(done.skipped)) == (1, 3)


def test_an_old_arc_file_is_read_too(tmp_path: Path) -> None:
    block = http(PAGE)
    head = b"filedesc://a.arc 0.0.0.0 20080101000000 text/plain 69\n1 0 Other\n"
    head += b"URL IP-address Archive-date Content-type Archive-length\n\n"
    line = f"{URL} 10.0.0.1 20080430204825 text/html {len(block)}\n".encode()
    archive, _ = brought(tmp_path, head + line + block + b"\n")
    assert bodies(archive) == [PAGE]
    assert archive.observations(NAME)[0].at == datetime(2008, 4, 30, 20, 48, 25, tzinfo=UTC)


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        import_warc(Archive(tmp_path / "a"), str(tmp_path / "no.warc"), {})
    with pytest.raises(UnreadableFile):
        import_warc(Archive(tmp_path / "a"), str(tmp_path), {})


# --- the commands ---------------------------------------------------------------------------------


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Out and in by the command line; the sources of an archive say what of a foreign file belongs to it."""
    file, fresh = str(tmp_path / "demo.wacz"), str(tmp_path / "fresh")
    assert run(["--archive", str(DEMO), "export", "wacz", file, "quillmoor/privacy-policy@eu"]) == 0
    assert "of 1 series" in capsys.readouterr().out
    assert run(["--archive", fresh, "import", "warc", file]) == 0
    assert "added to 1 series" in capsys.readouterr().out
    Path(fresh, "sources.toml").write_text(
        f'[[source]]\nplatform = "Quillmoor"\nterms_type = "Privacy Policy"\nurl = "{URL}"\n', "utf-8"
    )
    Path(tmp_path, "other.warc").write_bytes(page(PAGE))
    assert run(["--archive", fresh, "import", "warc", str(tmp_path / "other.warc")]) == 0
    assert Archive(fresh).observations(NAME)[0].how == "warc"
    with pytest.raises(UnusableOption, match="Give both"):
        run(["--archive", fresh, "import", "warc", file, "--series", NAME])
    with pytest.raises(UnwritableFile, match="which are evidence"):
        run(["--archive", fresh, "export", "warc", str(Path(fresh, "a", "b.warc"))])


def test_nothing_of_a_file_is_written_to_the_terminal_as_it_is(tmp_path: Path) -> None:
    """The library warns of an address with blanks by printing it, control characters and all."""
    file = tmp_path / "pages.warc"
    file.write_bytes(page(http(PAGE)).replace(URL.encode(), URL.encode() + b"a b\x1b[31m"))
    program = (
        "import sys; from policydiff.importers.warc.framing import frames;"
        "print(len(list(frames(open(sys.argv[1], 'rb'), 1 << 20, 1 << 14))))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (b"1", b"")
