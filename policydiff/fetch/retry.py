"""When to ask again within one fetch, and what a server says about coming back.

urllib3 counts the attempts; this adds bounds. If a wait is longer than one run (Retry-After: 86400), or than
the time left for the fetch, there is no retry: the answer is returned and its Retry-After recorded.
"""

from __future__ import annotations

import re
import time
from email.utils import mktime_tz, parsedate_tz
from typing import TYPE_CHECKING, Any, Self

from urllib3.exceptions import MaxRetryError, ResponseError
from urllib3.util.retry import Retry

if TYPE_CHECKING:
    from policydiff.fetch.deadline import Deadline
    from policydiff.fetch.limits import Limits

STATUSES = frozenset({429, 500, 502, 503, 504})
"""Answers after which a second request may bring the page."""

LONGEST = 24 * 3600.0
"""Seconds. A server that asks for more has a wrong clock; believing it would mean that nobody looks at the
page for a year."""


def asked_to_wait(value: str | None, *, now: float) -> float | None:
    """Seconds that a Retry-After header asks for, at most a day; None if it asks for nothing readable.

    >>> asked_to_wait("86400", now=0)
    86400.0
    >>> asked_to_wait("Thu, 01 Jan 1970 00:01:00 GMT", now=0)
    60.0
    """
    if value is None:
        return None
    if re.fullmatch(r"\s*[0-9]+\s*", value):
        digits = value.strip().lstrip("0") or "0"
        return min(float(digits), LONGEST) if len(digits) < 12 else LONGEST
    moment = parsedate_tz(value[:100])
    if moment is None:
        return None
    try:
        return min(max(0.0, float(mktime_tz(moment)) - now), LONGEST)
    except (OverflowError, ValueError):
        return None


class BoundedRetry(Retry):
    """Retries that never outlast the deadline of a fetch, nor a Retry-After that is too long for it."""

    def __init__(self, *, bounds: tuple[Deadline, Limits], **settings: Any) -> None:
        self._deadline, self._limits = bounds
        self._bounds = bounds
        super().__init__(**settings)

    @classmethod
    def within(cls, deadline: Deadline, limits: Limits) -> Self:
        """The retries of one fetch. Redirects are not its business."""
        return cls(
            bounds=(deadline, limits),
            total=limits.retries,
            redirect=0,
            status_forcelist=STATUSES,
            allowed_methods={"GET"},
            raise_on_status=False,
        )

    def new(self, **changed: Any) -> Self:
        """The next attempt's retries."""
        return super().new(bounds=self._bounds, **changed)

    def increment(self, method: str | None = None, url: str | None = None, *rest: Any, **event: Any) -> Self:
        """Count an attempt, and give up where the next one would begin too late."""
        following = super().increment(method, url, *rest, **event)
        response = event.get("response")
        asked = response.headers.get("Retry-After") if response is not None else None
        wait = asked_to_wait(asked, now=time.time()) or following.get_backoff_time()
        too_late = self._deadline.expired or wait > self._deadline.remaining
        if too_late or wait > self._limits.longest_retry_after:
            pool: Any = event.get("_pool")
            raise MaxRetryError(pool, url or "", event.get("error") or ResponseError("asked to wait"))
        return following

    def get_backoff_time(self) -> float:
        """Seconds before the next attempt; urllib3 would ask at once the first time."""
        attempts = sum(1 for one in self.history if one.redirect_location is None)
        return float(self._limits.backoff_seconds * 2 ** max(0, attempts - 1)) if attempts else 0.0

    def parse_retry_after(self, retry_after: str) -> float:
        """Seconds to sleep; 0 for a value that cannot be read, for which urllib3 would raise an error."""
        return asked_to_wait(retry_after, now=time.time()) or 0.0
