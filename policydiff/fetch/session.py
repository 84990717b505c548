"""A session for one address: guarded against private networks, bounded in time, nothing from around it.

Each address has a session of its own, so no cookie of one platform meets another and every fetch begins
as a first visit. Nothing is taken from the surroundings (proxies, .netrc, CA variables): what a capture
depends on is in sources.toml, and only there.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, cast

from requests_hardened import Config, HTTPSession
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from policydiff.fetch.retry import BoundedRetry

if TYPE_CHECKING:
    import socket

    import requests
    from requests.adapters import HTTPAdapter

    from policydiff.fetch.deadline import Deadline
    from policydiff.fetch.limits import Limits

# The guard warns about what it refuses; here that is a recorded failure, told once.
logging.getLogger("requests_hardened").addHandler(logging.NullHandler())


class _Session(HTTPSession):  # type: ignore[misc]
    """A session that sees no redirect in any answer: whoever asks walks them.

    Else requests would prepare the next request even when told not to follow, and for that read the
    whole body of the redirect, however long it is.
    """

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """No target."""
        return None


def open_session(deadline: Deadline, limits: Limits, *, allow_loopback: bool, proxy: str) -> requests.Session:
    """A session whose connections end with the deadline.

    The guard asks for the address of a host itself and connects to what it checked, at every redirect
    anew. Behind a proxy it checks what this machine's resolver says of the host, though the proxy connects.
    """
    session: requests.Session = _Session(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=allow_loopback,
            never_redirect=True,
            default_timeout=(limits.connect_seconds, limits.silence_seconds),
        )
    )
    session.trust_env = False
    session.headers.clear()
    pools = _pools(deadline)
    for adapter in map(_http, session.adapters.values()):
        adapter.max_retries = BoundedRetry.within(deadline, limits)
        adapter.poolmanager.pool_classes_by_scheme = pools
        if proxy:
            # The manager made here is the one that the adapter finds again at each request.
            adapter.proxy_manager_for(proxy).pool_classes_by_scheme = pools
    if proxy:
        session.proxies = {"http": proxy, "https": proxy}
    return session


def _http(adapter: object) -> HTTPAdapter:
    return cast("HTTPAdapter", adapter)


def _pools(deadline: Deadline) -> dict[str, type[HTTPConnectionPool]]:
    """Pools whose connections are watched from their first moment, TLS handshake and headers included."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            connection = super()._new_conn()
            deadline.watch(connection)
            return connection

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            connection = super()._new_conn()
            deadline.watch(connection)
            return connection

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
