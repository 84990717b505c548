"""What servers say wrongly of a page: of its packing, its length, its headers. By real sockets."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from typing import TYPE_CHECKING, cast

import pytest

from policydiff import normalise
from policydiff.models import RememberedCapture
from tests.servers import Server, answer, bomb, policy, raw, redirect
from tests.test_fetch import OK, SHORT, SLACK, failed, fetcher, source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.servers import Page

PAGE = policy()
ZIPPED = gzip.compress(PAGE)
BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(PAGE) + BARE.flush()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def said(body: bytes, *headers: bytes, length: int | None = None, before: bytes = b"") -> Page:
    """An answer with exactly these header lines; its length as announced, or the true one."""
    size = b"Content-Length: %d" % (len(body) if length is None else length)
    return raw(before + b"\r\n".join((b"HTTP/1.1 200 Fine", *headers, size)) + b"\r\n\r\n" + body)


# --- packing ---

PACKED: dict[str, Page] = {
    "a label that is none": said(PAGE, b"Content-Encoding: none"),
    "a charset as label": said(PAGE, b"Content-Encoding: UTF-8"),
    "a type as label": said(PAGE, b"Content-Encoding: text/html"),
    "identity": said(PAGE, b"Content-Encoding: identity"),
    "an empty label": said(PAGE, b"Content-Encoding:"),
    "what a store uploaded it with": said(ZIPPED, b"Content-Encoding: aws-chunked, gzip"),
    "no label": said(ZIPPED),
    "no label, the type of a file": said(ZIPPED, b"Content-Type: application/gzip"),
    "a label in capitals and quotes": said(ZIPPED, b'Content-Encoding: "GZIP"'),
    "the old name": said(ZIPPED, b"Content-Encoding: x-gzip"),
    "packed twice, said once": said(gzip.compress(ZIPPED), b"Content-Encoding: gzip"),
    "packed twice, said twice": said(gzip.compress(ZIPPED), b"Content-Encoding: gzip, gzip"),
    "packed once, said twice": said(ZIPPED, b"Content-Encoding: gzip", b"Content-Encoding: gzip"),
    "in two streams": said(gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), b"Content-Encoding: gzip"),
    "with padding behind it": said(ZIPPED + bytes(512), b"Content-Encoding: gzip"),
    "gzip called deflate": said(ZIPPED, b"Content-Encoding: deflate"),
    "deflate with its head": said(zlib.compress(PAGE), b"Content-Encoding: deflate"),
    "bare deflate": said(DEFLATED, b"Content-Encoding: deflate"),
    "byte by byte": raw(
        OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"1\r\n" + ZIPPED[at : at + 1] + b"\r\n" for at in range(len(ZIPPED))) + b"0\r\n\r\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", PACKED)
def test_a_page_is_unpacked_however_it_is_labelled(server: Server, how: str) -> None:
    """The bytes of the page come out, the same for every way."""
    server.pages["/page"] = PACKED[how]
    assert fetcher()(source(server.url("/page")), {})[0].body == PAGE


CUT: dict[str, tuple[Page, str]] = {
    "in the middle": (said(ZIPPED[: len(ZIPPED) * 7 // 10], b"Content-Encoding: gzip"), "truncated"),
    "before its last byte": (said(ZIPPED[:-1], b"Content-Encoding: gzip"), "truncated"),
    "in its head": (said(ZIPPED[:5], b"Content-Encoding: gzip"), "truncated"),
    "without a label": (said(ZIPPED[:-9]), "truncated"),
    "in chunks": (
        raw(OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + ZIPPED[:64]
            + b"\r\n0\r\n\r\n"), "truncated",
    ),
    "in the second stream": (said(ZIPPED + ZIPPED[:40], b"Content-Encoding: gzip"), "truncated"),
    "with the head of zlib": (said(zlib.compress(PAGE)[:-4], b"Content-Encoding: deflate"), "truncated"),
    "bare": (said(DEFLATED[:-4], b"Content-Encoding: deflate"), "truncated"),
    "in the inner layer": (said(gzip.compress(ZIPPED[:-9]), b"Content-Encoding: gzip"), "truncated"),
    "longer than announced": (said(PAGE, length=len(PAGE) - 60), "truncated"),
    "shorter than announced": (said(PAGE, length=len(PAGE) + 60), "truncated"),
    "with another byte in it": (
        said(ZIPPED[:60] + b"\0\0\0\0" + ZIPPED[64:], b"Content-Encoding: gzip"), "encoding",
    ),
    "not packed at all": (said(PAGE, b"Content-Encoding: gzip"), "encoding"),
    "as was not asked for": (said(PAGE, b"Content-Encoding: zstd"), "encoding"),
    "as was not asked for, and gzip": (said(ZIPPED, b"Content-Encoding: gzip, br"), "encoding"),
    "to a bomb in a bomb": (said(gzip.compress(bomb(90)), b"Content-Encoding: gzip"), "too-large"),
    "as empty streams without end": (
        said(gzip.compress(gzip.compress(b"") * 90_000), b"Content-Encoding: gzip"), "too-large",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", CUT)
def test_half_a_page_is_no_page(server: Server, how: str) -> None:
    """A stream without its end mark, a length that is not the true one: a failure, soon, with its kind."""
    server.pages["/page"], kind = CUT[how]
    began = time.monotonic()
    assert failed(fetcher(), source(server.url("/page"))).kind == kind
    assert time.monotonic() - began < SHORT.total_seconds + SLACK


def test_a_line_end_behind_the_page_is_nothing(server: Server) -> None:
    """Some servers send one more than they count."""
    server.pages["/page"] = said(PAGE + b"\r\n", length=len(PAGE))
    assert fetcher()(source(server.url("/page")), {})[0].body == PAGE


# --- before the page ---

HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"


@pytest.mark.parametrize("before", [HINTS, HINTS * 3, b"HTTP/1.1 102 Busy\r\n\r\n" + HINTS])
def test_preliminary_answers_are_not_the_answer(server: Server, before: bytes) -> None:
    """Their headers are none of the page's."""
    server.pages["/page"] = said(PAGE, b"X-Own: 1", before=before)
    (page,) = fetcher()(source(server.url("/page")), {})
    assert (page.status, page.body) == (200, PAGE)
    assert dict(page.headers).keys() == {"X-Own", "Content-Length"}


def test_preliminary_answers_without_end_end(server: Server) -> None:
    """As everything does."""
    server.pages["/page"] = raw(pause=0.01, forever=HINTS)
    assert failed(fetcher(SHORT), source(server.url("/page"))).kind == "deadline"


def test_headers_are_read_as_browsers_read_them(server: Server) -> None:
    """Folded lines are one line, and a line that is no header costs nothing but itself."""
    server.pages["/page"] = said(
        ZIPPED, b"Content-Type: text/html;\r\n\tcharset=iso-8859-1", b"PHP Warning at line 3", b": nameless",
        b"Last-Modified:\r\n Mon, 01 Jan 2024 00:00:00 GMT", b"Content-Encoding:\r\n gzip",
    )  # fmt: skip
    (page,) = fetcher()(source(server.url("/page")), {})
    assert page.body == PAGE
    assert page.content_type == "text/html; charset=iso-8859-1"
    assert dict(page.headers)["Last-Modified"] == "Mon, 01 Jan 2024 00:00:00 GMT"


@pytest.mark.parametrize(
    ("etag", "modified", "sent"),
    [
        ('"a"', "", ["If-None-Match"]),
        ('\x01"a"', "Mon, 01 Jan 2024 00:00:00 GMT", ["If-Modified-Since"]),
        (' "a" ', "Mon,\r\n 01 Jan 2024", ["If-None-Match"]),
        ("\x85", "\x00", []),
        ('"ü"', "yesterday", ["If-Modified-Since"]),
    ],
)
def test_a_validator_that_cannot_be_sent_is_not_sent(
    server: Server, etag: str, modified: str, sent: list[str]
) -> None:
    """What an older version recorded as it came must not make every later check fail."""
    server.pages["/page"] = answer(PAGE)
    url = server.url("/page")
    (page,) = fetcher()(source(url), {url: RememberedCapture(url, 200, etag=etag, last_modified=modified)})
    assert page.body == PAGE
    asked = server.asked("/page")[0].headers
    assert [name for name in ("If-None-Match", "If-Modified-Since") if name in asked] == sent


def test_what_was_kept_can_be_asked_with(server: Server) -> None:
    """An odd ETag, a folded date: the second check is as good as the first."""
    server.pages["/page"] = said(PAGE, b'ETag: \x01"a"', b"Last-Modified: Mon,\r\n  01 Jan 2024 00:00:00 GMT")
    url = server.url("/page")
    (page,) = fetcher()(source(url), {})
    told = {name.lower(): value for name, value in page.headers}
    known = RememberedCapture(url, 200, etag=told["etag"], last_modified=told["last-modified"])
    assert fetcher()(source(url), {url: known})[0].body == PAGE


RUSSIAN = "Мы храним ваши данные, пока открыт ваш счёт, и удаляем их по вашей просьбе."
TYPES = {
    "as it should be": [b"Content-Type: text/html; charset=koi8-r"],
    "in quotes, with blanks": [b'Content-Type: text/html ; Charset = "KOI8-R" ;'],
    "in single quotes": [b"Content-Type: text/html; charset='koi8-r'"],
    "folded": [b"Content-Type: text/html;\r\n  charset=koi8-r"],
    "behind another": [b"Content-Type: text/html", b"Content-Type: text/html; charset=koi8-r"],
    "before another": [b"content-type: text/html; charset=koi8-r", b"Content-Type: text/html"],
    "twice in one": [b"Content-Type: text/html, text/html; charset=koi8-r"],
    "without the type": [b"Content-Type: charset=koi8-r"],
    "behind another parameter": [b"Content-Type: text/html; profile=x; charset=koi8-r"],
}


@pytest.mark.parametrize("how", TYPES)
def test_a_charset_is_found_where_servers_put_it(server: Server, how: str) -> None:
    """The bytes are kept as they came; what is said of them is enough to read them."""
    body = f"<html><main><h1>Политика</h1><p>{RUSSIAN}</p></main></html>".encode("koi8-r")
    server.pages["/page"] = said(body, *TYPES[how])
    (page,) = fetcher()(source(server.url("/page")), {})
    assert page.body == body
    assert RUSSIAN in normalise(page.body, url=page.url, content_type=page.content_type).text


# --- addresses ---

ASKED = {
    "/a/%7Euser": "/a/%7Euser",
    "/a%2fb": "/a%2fb",
    "/a%2e%2e/b": "/a%2e%2e/b",
    "//privacy": "//privacy",
    "/a//b": "/a//b",
    "/privacy?": "/privacy?",
    "/a;b=c?x=[1]&y=a|b": "/a;b=c?x=[1]&y=a|b",
    "/a?x=%zz&y=100%": "/a?x=%zz&y=100%",
    "/a?&copy=1&amp;x=2": "/a?&copy=1&amp;x=2",
    "/büro?q=ü": "/b%C3%BCro?q=%C3%BC",
    "/%E4": "/%E4",
    '/a?x="<y>"': "/a?x=%22%3Cy%3E%22",
    "/a?url=https://b.example/?c=d#e": "/a?url=https://b.example/?c=d",
    "/a\\b": "/a/b",
    "": "/",
    "?x=1": "/?x=1",
    "/#part": "/",
    "/a/../b": "/b",
}


@pytest.mark.parametrize("given", ASKED)
def test_an_address_is_asked_for_as_it_is_written(server: Server, given: str) -> None:
    """As browsers ask: what is coded stays coded, what is not stays so, unless it has to be."""
    server.pages[ASKED[given]] = answer(PAGE)
    assert fetcher()(source(server.url(given), robots="ignore"), {})[0].body == PAGE
    if given and not given.startswith(("?", "//")) and not given.endswith("?"):
        server.pages["/old"] = raw(
            b"HTTP/1.1 302 Found\r\nLocation: " + given.encode() + b"\r\nContent-Length: 0\r\n\r\n"
        )
        assert fetcher()(source(server.url("/old"), robots="ignore"), {})[0].body == PAGE


# --- who sees what ---


def test_secrets_go_to_the_very_place_they_are_meant_for(server: Server) -> None:
    """Another port of the same machine is somebody else's; what tells nobody apart goes along."""
    with Server() as other:
        server.pages["/away"] = redirect(other.url("/there"))
        other.pages["/there"] = answer(PAGE)
        headers = (("Authorization", "Bearer hush"), ("X-Auth-Token", "hush"), ("Accept-Language", "de"))
        fetcher()(source(server.url("/away"), headers=headers), {})
    here, there = server.asked("/away")[0].headers, other.asked("/there")[0].headers
    assert [here[name] for name, _ in headers] == [value for _, value in headers]
    assert "hush" not in str(there)
    assert there["Accept-Language"] == "de"
    assert "hush" not in str(server.asked("/robots.txt")[0].headers)


def test_secrets_do_not_leave_tls() -> None:
    """The same host and page without TLS is another origin: told by scheme and by port."""
    from policydiff.fetch.http import _origin

    assert _origin("https://lumio.example/a") == _origin("HTTPS://Lumio.example:443/b")
    apart = ("http://lumio.example/", "https://lumio.example:8443/", "https://www.lumio.example/")
    assert all(_origin(one) != _origin("https://lumio.example/") for one in apart)


@pytest.mark.parametrize(
    "host",
    [
        "[fec0::1]", "[feff::7]", "[::10.0.0.1]", "[::192.168.1.1]", "[::ffff:0:10.0.0.1]",
        "[::ffff:10.1.1.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::a00:1]", "[2002:a00:1::1]", "[2001::1]",
        "[100::1]", "[fd00::1]", "[fe80::1]", "[ff02::1]", "[4000::1]", "[2001:db8::1]", "[3fff::1]", "[::]",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "100.64.0.1", "0.1.2.3",
    ],
)  # fmt: skip
def test_only_public_addresses_are_asked(host: str) -> None:
    """However a private address is wrapped, and whatever is reserved for other ends; this machine allowed."""
    error = failed(fetcher(), source(f"http://{host}/", robots="ignore"))
    assert error.kind == "private-address"


@pytest.mark.parametrize(
    "host",
    [
        "127.1", "0x7f.1", "0177.0.0.1", "017700000001", "0x7f000001", "10.1", "192.168.257", "0xA9FEA9FE",
        "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]", "%31%32%37.0.0.1", "%31%30.1",
    ],
)  # fmt: skip
def test_private_addresses_are_private_however_they_are_written(host: str) -> None:
    """Short, octal, hexadecimal, mapped and escaped: what the system would take for an address."""
    error = failed(fetcher(allow_loopback=False), source(f"http://{host}/", robots="ignore"))
    assert error.kind == "private-address"


def test_the_address_that_was_judged_is_the_one_that_is_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is looked up once for a connection, so that a second answer cannot lead elsewhere."""
    port = int(server.url("/").rsplit(":", 1)[1].strip("/"))
    server.pages["/"] = answer(policy())
    asked: list[str] = []
    answers = ["127.0.0.1", "10.0.0.1"]

    def resolve(host: str, *args: object, **more: object) -> list[object]:
        if host != "rebinding.example":
            return list(real(host, *args, **more))
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[len(asked) > 1], port))]

    real = cast("Callable[..., list[object]]", socket.getaddrinfo)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    declared = source(f"http://rebinding.example:{port}/", robots="ignore")
    assert fetcher()(declared, {})
    assert len(asked) == 1
    assert failed(fetcher(), declared).kind == "private-address"
