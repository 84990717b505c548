"""Public archives on this machine: the Wayback Machine's CDX server and copies, TimeMaps, Common Crawl.

They answer as their documentation says, and can be told to lie about single things.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.web_archives import digest, packed, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

URL = "https://quillmoor.example/privacy"


@dataclass(frozen=True)
class Held:
    """One copy that an archive has."""

    timestamp: str
    body: bytes
    original: str = URL
    status: str = "200"
    digest: str = ""
    """What the list says, where it lies."""

    @property
    def listed(self) -> str:
        return self.digest or digest(self.body).removeprefix("sha1:")

    @property
    def at(self) -> datetime:
        return datetime.strptime(self.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)

    @property
    def http_date(self) -> str:
        return f"{self.at:%a, %d %b %Y %H:%M:%S} GMT"


@dataclass
class Reply:
    """What is answered."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """What is announced, where that is a lie."""


@dataclass
class WebArchive:
    """All services at one address: `with WebArchive([Held(...)]) as archive: archive.url`."""

    held: list[Held]
    lies: dict[str, Callable[[str], Reply]] = field(default_factory=dict)
    """By a pattern of the path: what to answer instead."""
    page_size: int = 5_000
    asked: list[str] = field(default_factory=list)
    """Paths in the order in which they were asked for."""

    def __enter__(self) -> Self:
        archive = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                archive.asked.append(self.path)
                lie = next((tell for path, tell in archive.lies.items() if re.search(path, self.path)), None)
                reply = lie(self.path) if lie else archive.reply(self.path, self.headers.get("Range", ""))
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                length = len(reply.body) if reply.length is None else reply.length
                self.send_header("Content-Length", str(length))
                self.end_headers()
                with contextlib.suppress(OSError):  # a client that was killed hung up
                    self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def copies_asked(self) -> list[str]:
        """The copies asked for, by their times."""
        return [found[1] for path in self.asked if (found := re.match(r"/web/(\d{14})id_/", path))]

    def reply(self, path: str, span: str) -> Reply:
        """As the services answer."""
        place = urlsplit(path)
        query = dict(parse_qsl(place.query))
        if place.path == "/cdx/search/cdx":
            return self.cdx(query)
        if found := re.match(r"/web/(\d{1,14})(?:id_)?/(.+)", path):
            return self.copy(found[1], unquote(found[2]))
        if found := re.match(r"/timemap/link/(?:(\d+)/)?(.+)", path):
            return self.timemap(int(found[1] or 1), found[2])
        if place.path == "/collinfo.json":
            crawls = sorted({f"CC-MAIN-{one.timestamp[:4]}-10" for one in self.held})
            return Reply(json.dumps([{"id": one, "cdx-api": "x"} for one in crawls]).encode())
        if found := re.match(r"/CC-MAIN-(\d{4})-10-index", path):
            return self.crawl(found[1])
        if found := re.match(r"/crawl-data/(\d{4})\.warc\.gz", path):
            return self.file(found[1], span)
        return Reply(status=404)

    def cdx(self, query: dict[str, str]) -> Reply:
        """github.com/internetarchive/wayback, wayback-cdx-server-webapp/README.md."""
        rows = sorted((one for one in self.held if self._matches(one, query)), key=lambda one: one.timestamp)
        start = int(query.get("resumeKey", "key 0").split()[1])
        size = min(int(query.get("limit", "1000")), self.page_size)
        lines = [
            " ".join({"timestamp": one.timestamp, "original": one.original, "statuscode": one.status,
                      "digest": one.listed}[name] for name in query["fl"].split(","))
            for one in rows[start : start + size]
        ]  # fmt: skip
        text = "".join(f"{line}\n" for line in lines)
        if query.get("showResumeKey") == "true" and start + size < len(rows):
            text += f"\nkey+{start + size}\n"
        return Reply(text.encode(), headers={"Content-Type": "text/plain"})

    def _matches(self, one: Held, query: dict[str, str]) -> bool:
        wanted = query["url"].partition("://")[2].removeprefix("www.").rstrip("/")
        mine = one.original.partition("://")[2].removeprefix("www.").rstrip("/")
        name, _, pattern = query.get("filter", "statuscode:.*").partition(":")
        assert name == "statuscode"
        in_time = query.get("from", "0") <= one.timestamp <= query.get("to", "9")
        return wanted == mine and in_time and re.fullmatch(pattern, one.status) is not None

    def copy(self, timestamp: str, original: str) -> Reply:
        """The copy, or a redirect to the nearest one."""
        mine = [one for one in self.held if one.original == original]
        if not mine:
            return Reply(b"<p>Not archived</p>", 404)
        one = min(mine, key=lambda held: abs(int(held.timestamp) - int(timestamp.ljust(14, "0"))))
        if one.timestamp != timestamp:
            return Reply(status=302, headers={"Location": f"/web/{one.timestamp}id_/{original}"})
        headers = {"Content-Type": "text/html; charset=utf-8", "Memento-Datetime": one.http_date}
        headers |= {"x-archive-orig-date": one.http_date, "x-archive-orig-etag": '"7"'}
        return Reply(one.body, headers=headers)

    def timemap(self, part: int, original: str) -> Reply:
        """RFC 7089, section 5, in parts of `page_size`."""
        mine = [one for one in self.held if one.original == original]
        start = (part - 1) * self.page_size
        here = f"{self.url}/timemap/link"
        links = [f'<{original}>; rel="original"', f'<{here}/{part}/{original}>; rel="self timemap"']
        links += [
            f'<{self.url}/web/{one.timestamp}/{original}>; rel="memento"; datetime="{one.http_date}"'
            for one in mine[start : start + self.page_size]
        ]
        if start + self.page_size < len(mine):
            links.append(f'<{here}/{part + 1}/{original}>; rel="timemap"; type="application/link-format"')
        return Reply(",\n".join(links).encode() + b"\n", headers={"Content-Type": "application/link-format"})

    # --- Common Crawl ---

    def _records(self, year: str) -> Iterator[tuple[Held, bytes]]:
        for number, one in enumerate(self.held, 1):
            if one.timestamp.startswith(year):
                date = f"{one.at:%Y-%m-%dT%H:%M:%SZ}"
                yield one, packed(page(one.body, url=one.original, date=date, number=number))

    def crawl(self, year: str) -> Reply:
        """The index of one crawl: a JSON object a line."""
        lines, offset = [], 0
        for one, record in self._records(year):
            told = {
                "urlkey": "example,quillmoor)/privacy", "timestamp": one.timestamp, "url": one.original,
                "mime": "text/html", "status": one.status, "digest": one.listed, "length": str(len(record)),
                "offset": str(offset), "filename": f"crawl-data/{year}.warc.gz",
            }  # fmt: skip
            lines.append(json.dumps(told))
            offset += len(record)
        return Reply("\n".join(lines).encode()) if lines else Reply(b'{"message": "No Captures found"}', 404)

    def file(self, year: str, span: str) -> Reply:
        """The part of the file that was asked for."""
        data = b"".join(record for _, record in self._records(year))
        first, last = map(int, span.removeprefix("bytes=").split("-"))
        headers = {"Content-Range": f"bytes {first}-{last}/{len(data)}", "Content-Type": "x/y"}
        return Reply(data[first : last + 1], 206, headers)
