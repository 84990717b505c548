"""Gets pages over HTTP: politely, within bounds, and with a record of everything that happened.

Redirects are followed here and not in the library, because every hop is a request like the first: its host
may have its own robots.txt and its own pace, may be in a private network, and must not see the headers meant
for another host. Every way in which this can fail ends in a `FetchFailed`.
"""

from __future__ import annotations

import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from policydiff.errors import FetchFailed, Stopped
from policydiff.fetch import robots
from policydiff.fetch.body import ENCODINGS, read_beginning, read_body
from policydiff.fetch.deadline import Deadline
from policydiff.fetch.failures import BELOW, explain, failure
from policydiff.fetch.limits import Limits
from policydiff.fetch.pacing import Pace, TooLong
from policydiff.fetch.retry import LONGEST, asked_to_wait
from policydiff.fetch.session import Session, open_session
from policydiff.models import PUBLIC_HEADERS, Capture, Redirect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import requests

    from policydiff.models import RememberedCapture, Source

_ACCEPT = (
    "text/html,application/xhtml+xml,text/markdown;q=0.9,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = frozenset({200, 203})
_NO_HOST = frozenset(
    {"bad-address", "connection", "deadline", "dns", "private-address", "protocol", "proxy", "timeout", "tls"}
)
_MOST_HEADERS = 128 * 1024


@dataclass(slots=True)
class _Visit:
    """One address being fetched through redirects: the requests so far, and their answers."""

    source: Source
    url: str
    session: Session
    deadline: Deadline
    known: RememberedCapture | None = None
    hops: list[Redirect] = field(default_factory=list)


class HttpFetcher:
    """Fetches sources over HTTP, shared by all threads of one run: `fetcher(source, known)`."""

    def __init__(
        self,
        *,
        user_agent: str,
        environment: Mapping[str, str],
        allow_loopback: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """A fetcher.

        Args:
            user_agent: Who we say we are.
            environment: Where the variables are that sources name for their proxies.
            allow_loopback: Whether servers on this machine may be asked; other private networks never.
            limits: Bounds in time, bytes and frequency.
        """
        self._user_agent = user_agent
        self._environment = environment
        self._allow_loopback = allow_loopback
        self._limits = limits = limits or Limits()
        self._pace = Pace(limits.pause_seconds, limits.longest_turn)
        self._robots = robots.Robots()
        self._running: set[Deadline] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """Get every page of a source, in its order.

        Args:
            source: The source to fetch.
            known: By address, an earlier answer. If the page has not changed since, a capture with
                status 304 and without a body is returned.

        Raises:
            FetchFailed: a page could not be fetched; the other pages of this source are not kept either.
            Stopped: `stop` was called.
        """
        return tuple(self._page(source, url, known.get(url)) for url in source.urls)

    def stop(self) -> None:
        """End everything that is under way, soon."""
        self._stopped = True
        self._pace.stop()
        with self._lock:
            for deadline in self._running:
                deadline.end()

    def check_robots(self, source: Source, url: str) -> None:
        """Ask the host of an address whether it may be fetched, and how slowly.

        Raises:
            FetchFailed: its robots.txt disallows it, or cannot be read.
        """
        if source.robots != "obey":
            return
        rules = self._robots.rules(url, lambda place: self._rules(source, place))
        if rules.failed:
            raise failure(url, rules.failed, rules.problem)
        if not rules.allows(url):
            raise failure(url, "robots", f"the host's robots.txt disallows it for {robots.AGENT}")
        self._pace.slow_down(_host(url), rules.crawl_delay)

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """The turn to ask the host of an address, for other fetchers of this run.

        Raises:
            FetchFailed: the host asks to be left alone for longer than a run lasts.
            Stopped: `stop` was called.
        """
        try:
            with self._pace.turn(_host(url)):
                yield
        except TooLong as long:
            retry_at = datetime.now(UTC) + timedelta(seconds=min(long.seconds, LONGEST))
            problem = f"the host wants no request before {_shown(retry_at)}"
            raise failure(url, "postponed", problem, retry_at=retry_at) from long

    def proxy(self, source: Source, url: str) -> str:
        """Address of the proxy that a source names, "" if it names none.

        Raises:
            FetchFailed: the variable is not set.
        """
        variable = source.proxy_variable
        if not variable:
            return ""
        proxy = self._environment.get(variable, "")
        if not proxy:
            raise failure(url, "proxy", f"the environment variable {variable} is not set")
        return proxy if "://" in proxy else f"http://{proxy}"

    def _page(self, source: Source, url: str, known: RememberedCapture | None) -> Capture:
        with self._visit(source, url, known) as visit:
            answer = self._walk(visit, self._polite_request, self._limits.most_redirects)
            return self._judged(visit, answer)

    @contextmanager
    def _visit(self, source: Source, url: str, known: RememberedCapture | None = None) -> Iterator[_Visit]:
        """A session for one address; errors in it are raised as `FetchFailed`."""
        limits = self._limits
        deadline = Deadline(limits.total_seconds)
        visit: _Visit | None = None
        with self._lock:
            self._running.add(deadline)
        try:
            proxy = self.proxy(source, url)
            with open_session(deadline, limits, allow_loopback=self._allow_loopback, proxy=proxy) as session:
                visit = _Visit(source, url, session, deadline, known)
                yield visit
        except FetchFailed as failed:
            if failed.answer is None and visit is not None and visit.hops:
                failed.answer = _way(visit)
            raise
        except BELOW as error:
            if self._stopped:
                raise Stopped from error
            failure = _late(url, limits) if deadline.expired else explain(url, error)
            failure.answer = _way(visit) if visit is not None and visit.hops else None
            raise failure from error
        finally:
            with self._lock:
                self._running.discard(deadline)

    def _walk(self, visit: _Visit, request: Callable[[_Visit, str], Capture], most_redirects: int) -> Capture:
        """Follow redirects to an answer that does not redirect."""
        url = visit.url
        asked = [url]
        for _ in range(most_redirects + 1):
            answer = request(visit, url)
            target = _target(url, answer)
            if target is None:
                return answer
            visit.hops.append(Redirect(url, answer.status))
            # Twice is allowed: a page may set a cookie and send the reader back to itself.
            if asked.count(target) > 1:
                raise failure(
                    visit.url, "redirect-loop", f"it redirects in a circle to {target}", answer=answer
                )
            asked.append(target)
            url = target
        problem = f"it redirects more than {most_redirects} times"
        raise failure(visit.url, "too-many-redirects", problem, answer=answer)

    def _polite_request(self, visit: _Visit, url: str) -> Capture:
        """One request, if robots.txt allows it."""
        self.check_robots(visit.source, url)
        return self._request(visit, url, read_body, self._limits.most_bytes)

    def _rules(self, source: Source, place: str) -> robots.Rules:
        """Ask for a robots.txt."""
        bare = replace(source, headers=())
        try:
            with self._visit(bare, place) as visit:
                answer = self._walk(
                    visit,
                    lambda visit, url: self._request(visit, url, read_beginning, robots.MOST_BYTES),
                    most_redirects=5,
                )
        except FetchFailed as failed:
            if failed.kind == "postponed":
                raise
            # What keeps us from the host at all is reported as such, all else as rules that cannot be read.
            if failed.kind in _NO_HOST:
                return robots.Rules(failed.kind, failed.problem)
            return robots.Rules("robots-unreachable", f"robots.txt cannot be read: {failed.problem}")
        return robots.read_rules(answer)

    def _request(
        self, visit: _Visit, url: str, read: Callable[[requests.Response, int], bytes], most: int
    ) -> Capture:
        """One request when it is this host's turn; its body is read to the end before the next request
        begins."""
        headers = _headers(visit, url, self._user_agent)
        with self.turn(url), visit.deadline:
            visit.session.meant = url
            response = visit.session.get(url, headers=headers, stream=True, allow_redirects=False)
            with closing(response):
                self._hear(url, response)
                body = read(response, most) if response.status_code in _pages(visit.source) else b""
        if visit.deadline.expired:
            # An answer without a length ends when the connection does, and we may have ended it.
            raise Stopped if self._stopped else _late(url, self._limits)
        received = tuple((name, value) for name, value in response.raw.headers.items())
        if sum(len(name) + len(value) for name, value in received) > _MOST_HEADERS:
            raise failure(url, "too-large", f"its headers have more than {_MOST_HEADERS // 1024} KB")
        return Capture(
            url=visit.url,
            at=datetime.now(UTC),
            body=body,
            how="http",
            status=response.status_code,
            final_url=url,
            redirects=tuple(visit.hops),
            headers=received,
            request_headers=tuple((name, str(value)) for name, value in response.request.headers.items()),
        )

    def _hear(self, url: str, response: requests.Response) -> None:
        """Leave the host alone for as long as its Retry-After asks."""
        if response.status_code in (429, 503):
            wait = asked_to_wait(response.headers.get("Retry-After"), now=time.time())
            if wait:
                self._pace.leave_alone(_host(url), wait)

    def _judged(self, visit: _Visit, answer: Capture) -> Capture:
        """The answer if it holds a page; raises `FetchFailed` if not."""
        if answer.status in _pages(visit.source) and answer.body:
            return answer
        if answer.status == 304 and visit.known is not None and _validators(visit.known):
            return answer
        if answer.status in _pages(visit.source) or answer.status == 204:
            raise failure(visit.url, "empty", "the answer has no body", answer=answer)
        raise _refusal(visit.url, answer)


def _pages(source: Source) -> frozenset[int]:
    """The HTTP statuses of success: 206 too if a range of bytes was asked for."""
    return _PAGES | {206} if any(name.lower() == "range" for name, _ in source.headers) else _PAGES


def _late(url: str, limits: Limits) -> FetchFailed:
    return failure(url, "deadline", f"the answer was not complete after {limits.total_seconds:g} seconds")


def _way(visit: _Visit) -> Capture:
    """The redirects that led to a failure: they are part of what was seen."""
    return Capture(visit.url, datetime.now(UTC), b"", "http", redirects=tuple(visit.hops))


def _refusal(url: str, answer: Capture) -> FetchFailed:
    """The failure that an HTTP status without a page means."""
    header = next((value for name, value in answer.headers if name.lower() == "retry-after"), None)
    wait = asked_to_wait(header, now=answer.at.timestamp())
    if answer.status == 429 or (answer.status == 503 and wait):
        retry_at = answer.at + timedelta(seconds=wait) if wait else None
        problem = f"the host asks for fewer requests (status {answer.status}"
        problem += f", come back after {_shown(retry_at)})" if retry_at else ")"
        return failure(url, "rate-limited", problem, answer=answer, retry_at=retry_at)
    problem = f"the host answers with status {answer.status}"
    if answer.status in (401, 403, 451):
        return failure(url, "forbidden", problem, answer=answer)
    if answer.status in (404, 410):
        return failure(url, "not-found", problem, answer=answer)
    return failure(url, "server-error" if answer.status >= 500 else "status", problem, answer=answer)


def _target(url: str, answer: Capture) -> str | None:
    """The address that an answer redirects to; None if it does not redirect."""
    if answer.status not in _REDIRECTS:
        return None
    location = next((value for name, value in answer.headers if name.lower() == "location"), "").strip()
    if not location:
        raise failure(url, "bad-redirect", f"it redirects to nowhere (status {answer.status})", answer=answer)
    try:
        # http.client reads headers as Latin-1; what servers mean is UTF-8.
        target = urldefrag(urljoin(url, location.encode("latin-1").decode("utf-8", "replace"))).url
        parts = urlsplit(target)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        usable = False
    if not usable:
        shown = ascii(location[:200])
        raise failure(url, "bad-redirect", f"it redirects to {shown}, which is no web address", answer=answer)
    return target


def _headers(visit: _Visit, url: str, user_agent: str) -> dict[str, str]:
    source = visit.source
    headers = {"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS}
    if source.language:
        country = (
            f"{source.language}-{source.region}," if len(source.region) == 2 and source.region != "EU" else ""
        )
        headers["Accept-Language"] = country + source.language + (";q=0.9" if country else "")
    # A cookie or a key is for the very place that the source names: the same host on another port, or
    # without TLS, is somebody else.
    at_home = _origin(url) in {_origin(one) for one in source.urls}
    ours = {name: value for name, value in source.headers if at_home or name.lower() in PUBLIC_HEADERS}
    names = {name.lower() for name in ours}
    headers = {name: value for name, value in headers.items() if name.lower() not in names} | ours
    known = visit.known
    if known is not None and url == (known.final_url or known.url):
        # Cache validators belong to the address that gave them.
        headers |= _validators(known)
    return headers


def _validators(known: RememberedCapture) -> dict[str, str]:
    """The headers of a conditional request. A validator that cannot be sent exactly as it was received is
    left out."""
    validators = {"If-None-Match": known.etag.strip(), "If-Modified-Since": known.last_modified.strip()}
    return {
        name: value for name, value in validators.items() if value and value.isascii() and value.isprintable()
    }


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _origin(url: str) -> tuple[str, str, int | None]:
    """The origin of an address as browsers define it: scheme, host and port."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, _host(url), parts.port or {"http": 80, "https": 443}.get(scheme)


def _shown(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else ""
