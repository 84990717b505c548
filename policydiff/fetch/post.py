"""Sends a few bytes to a service and takes its answer, within the bounds of every fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policydiff.fetch.body import read_body
from policydiff.fetch.deadline import Deadline
from policydiff.fetch.failures import BELOW, explain, failure
from policydiff.fetch.limits import Limits
from policydiff.fetch.session import open_session

if TYPE_CHECKING:
    from requests import Response

_MOST_BYTES: Final = 1024 * 1024


def post(url: str, body: bytes, content_type: str, *, user_agent: str, allow_loopback: bool = False) -> bytes:
    """The body of the answer to a POST; redirects are not followed, nothing is asked twice.

    Raises:
        FetchFailed: there is no good answer.
    """
    limits = Limits(retries=0)
    deadline = Deadline(limits.total_seconds)
    headers = {"User-Agent": user_agent, "Content-Type": content_type}
    try:
        with open_session(deadline, limits, allow_loopback=allow_loopback, proxy="") as session, deadline:
            session.meant = url
            response: Response = session.post(
                url, data=body, headers=headers, stream=True, allow_redirects=False
            )
            if response.status_code != 200:
                problem = f"the service answers with status {response.status_code}"
                raise failure(url, "status", problem)
            return read_body(response, _MOST_BYTES)
    except BELOW as error:
        raise explain(url, error) from error
