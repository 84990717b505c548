"""A session for one address: no private networks, bounded in time, independent of the environment.

Each address has a session of its own, so no platform gets another's cookies and every fetch is a first visit.
Nothing is read from the environment (proxies, .netrc, CA variables): a capture depends on sources.toml alone.
"""

from __future__ import annotations

import ipaddress
import logging
import re
import string
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from policydiff.fetch.networks import may_be_asked
from policydiff.fetch.retry import BoundedRetry
from policydiff.fetch.wire import HttpAnswer

if TYPE_CHECKING:
    import socket

    import requests

    from policydiff.fetch.deadline import Deadline
    from policydiff.fetch.limits import Limits

_Connection = TypeVar("_Connection", bound=HTTPConnection)

_AS_IT_STANDS = "".join(sorted({*string.punctuation} - {*'"<>`{}'}))

# The guard warns about what it refuses; here that is a recorded failure, reported once.
logging.getLogger("requests_hardened").addHandler(logging.NullHandler())


class Session(HTTPSession):  # type: ignore[misc]
    """A session that follows no redirects: the caller does.

    Else requests would prepare the next request even when told not to follow, and for that read the
    whole body of the redirect, however long it is.
    """

    meant: str
    """The address of the next request exactly as it was given; requests and urllib3 would rewrite it."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """No target."""
        return None


class _Adapter(IPFilterAdapter):  # type: ignore[misc]
    """Connects to public addresses only.

    The guard below knows the networks that are private, and lets pass what is reserved for other ends: a
    private IPv4 address in one of the old IPv6 wrappings (`::a.b.c.d`, `::ffff:0:a.b.c.d`), the networks
    of one site (`fec0::`). So here the other way round: of IPv6 only what is given out to the public.
    """

    def build_connection_pool_key_attributes(self, *request: Any, **settings: Any) -> Any:
        """Where to connect to.

        Raises:
            InvalidIPAddress: it is no public address.
        """
        where, how = super().build_connection_pool_key_attributes(*request, **settings)
        address = ipaddress.ip_address(where["host"].strip("[]"))
        if not may_be_asked(address, allow_loopback=self._allow_loopback):
            raise InvalidIPAddress(address)
        return where, how


def open_session(deadline: Deadline, limits: Limits, *, allow_loopback: bool, proxy: str) -> Session:
    """A session whose connections end with the deadline.

    The guard asks for the address of a host itself and connects to what it checked, at every redirect
    anew. Behind a proxy it checks what this machine's resolver says of the host, though the proxy connects.
    """
    session = Session(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=allow_loopback,
            never_redirect=True,
            default_timeout=(limits.connect_seconds, limits.silence_seconds),
        )
    )
    session.trust_env = False
    session.headers.clear()
    pools = _pools(deadline, session)
    for scheme in ("http", "https"):
        adapter = _Adapter(is_https_proto=scheme == "https", allow_loopback=allow_loopback)
        session.mount(f"{scheme}://", adapter)
        adapter.max_retries = BoundedRetry.within(deadline, limits)
        adapter.poolmanager.pool_classes_by_scheme = pools
        if proxy:
            # The manager made here is the one that the adapter finds again at each request.
            adapter.proxy_manager_for(proxy).pool_classes_by_scheme = pools
    if proxy:
        session.proxies = {"http": proxy, "https": proxy}
    return session


def _target(address: str) -> str:
    """What a browser asks a host for: the address after the host as it is written, with the signs encoded
    that may not stand there.

    >>> _target("https://lumio.example/%7Ea/b?x=[1]#part")
    '/%7Ea/b?x=[1]'
    """
    behind = address.partition("#")[0].partition("://")[2]
    target = behind[len(re.split(r"[/?\\]", behind, maxsplit=1)[0]) :].replace("\\", "/")
    return quote(target if target.startswith("/") else f"/{target}", safe=_AS_IT_STANDS)


def _asked(url: str, address: str) -> str:
    """The target of a request as the address spells it, with "." and ".." in its path resolved."""
    target = _target(address)
    if "/." in target.partition("?")[0]:
        return url
    place = re.match(r"https?://[^/?]*", url)  # to a proxy the whole address
    return (place[0] if place else "") + target


def _pools(deadline: Deadline, session: Session) -> dict[str, type[HTTPConnectionPool]]:
    """Pools whose connections are watched from their first moment, TLS handshake and headers included."""

    def watched(kind: type[_Connection]) -> type[_Connection]:
        class Watched(kind):  # type: ignore[misc, valid-type]
            response_class = HttpAnswer

            def putrequest(self, method: str, url: str, *settings: Any, **more: Any) -> None:
                super().putrequest(method, _asked(url, session.meant), *settings, **more)

            def _new_conn(self) -> socket.socket:
                connection: socket.socket = super()._new_conn()
                deadline.watch(connection)
                return connection

        return Watched

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = watched(HTTPConnection)

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = watched(HTTPSConnection)

    return {"http": PlainPool, "https": SecurePool}
