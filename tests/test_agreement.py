"""`fetch`, `compare`, `log`, `when` say the same of one capture: what one calls broken is no other's news."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from policydiff import compare, pattern_search
from policydiff.archive import Archive
from policydiff.cache import Cache
from policydiff.fetch import Fetchers
from policydiff.models import Source
from policydiff.workflows.appraisal.judging import judge_capture
from policydiff.workflows.fetching import follow
from policydiff.workflows.timeline import SeriesHistory
from tests.servers import policy
from tests.test_fetching_workflow import ERROR_PAGE, FRENCH, URL, Web

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.history_models import Timeline
    from policydiff.models import Comparison

SUBJECTS = "your name|the photos you post|where you are|who your friends are|what you buy".split("|")
VERBS = "keep|share|delete|read|copy|sell".split("|")
ENDS = "for as long as your account is open|until you ask us to stop|with our partners".split("|")
BROKEN = {
    "an error page": ERROR_PAGE,
    "an empty shell": b"<html lang=en><title>Lumio</title><body><div id=root></div><script>load()</script>",
    "a challenge": (
        b"<html lang=en><title>Just a moment...</title><body><h1>Checking your browser before you go on</h1>"
        b"<p>Please enable JavaScript and cookies to continue.</p></body></html>"
    ),
    "nothing of the text": b"<html lang=en><title>Lumio Privacy Policy</title><main><h1>Privacy Policy</h1>",
    "another language": FRENCH,
}  # fmt: skip


def text(seed: int, sentences: int = 60) -> list[str]:
    """The sentences of one company's policy."""
    chance = random.Random(seed)
    return [
        f"In case {number} we {chance.choice(VERBS)} {chance.choice(SUBJECTS)} {chance.choice(ENDS)}."
        for number in range(sentences)
    ]


def page(said: list[str], *, link: str = "object/1", token: str = "a1") -> bytes:
    """A page that says these sentences."""
    form = f'<p>You can <a href="https://lumio.example/{link}">object to this</a> at any time.</p>'
    extra = "".join(f"<p>{one}</p>" for one in said) + form + f"<script>token = '{token}'</script>"
    return policy(words=60, extra=extra)


def captures(seed: int) -> list[bytes]:
    """A history by chance: versions, noise, other forms behind a right, and captures that are broken."""
    chance = random.Random(seed)
    said = text(seed)
    bodies = [page(said)]
    link = "object/1"
    for number in range(7):
        what = chance.choice(["words", "noise", "link", "same", "broken", "cut"])
        if what == "words":
            said = [*said]
            new = f"We now {chance.choice(VERBS)} {chance.choice(SUBJECTS)} {number} times."
            said[chance.randrange(len(said))] = new
        if what == "link":
            link = f"request/{number}"
        if what == "broken":
            bodies.append(chance.choice(list(BROKEN.values())))
        elif what == "cut":
            bodies.append(page(said[: chance.randrange(0, 8)], link=link))
        else:
            bodies.append(page(said, link=link, token=f"{what}{number}" if what == "noise" else "a1"))
    return [*bodies, page(said, link=link)]


@pytest.mark.parametrize("seed", range(12))
def test_what_one_calls_broken_is_no_news_for_another(tmp_path: Path, seed: int) -> None:
    """What `fetch` keeps as news `compare` tells, and what it suspects none of them tells."""
    archive, source = Archive(tmp_path), Source("lumio", "privacy-policy", (URL,))
    web = Web({})
    good: bytes | None = None
    suspects: set[str] = set()
    for body in captures(seed):
        web.answers[URL] = [body]
        (outcome,) = follow(archive, [source], Fetchers(web), judge=judge_capture, clock=lambda: web.now)
        web.now += timedelta(days=3)
        compared = compare(good, body) if good else None
        assert outcome.observation
        if outcome.what == "suspect":
            assert compared is None or not tells_change(compared), "suspect, and news for compare"
            suspects.add(outcome.observation.snapshot)
            continue
        assert compared is None or compared.verdict != "broken-capture", "news, and broken for compare"
        if compared:
            assert (outcome.what == "unchanged") is not has_news(compared)
        good = body
    timeline = SeriesHistory(tmp_path, source.name, Cache(None)).timeline()
    assert not told_of(timeline) & suspects, "suspect, and a change in the history"
    search = partial(pattern_search.search, pattern_search.of_words("object to this"))
    answer = SeriesHistory(tmp_path, source.name, Cache(None)).presence("object", search)
    ends = {run.ended_by.body for run in answer.runs if run.ended_by}
    assert not ends & suspects, "suspect, and the day on which a promise went"


def tells_change(compared: Comparison) -> bool:
    return compared.verdict in ("editorial", "substantive")


def has_news(compared: Comparison) -> bool:
    links = (link for change in compared.diff.changes for link in change.links)
    return compared.verdict not in ("identical", "cosmetic") or any(link.matters for link in links)


def told_of(timeline: Timeline) -> set[str]:
    """The snapshots between which changes are told."""
    return {side.body for entry in timeline.entries for side in (entry.old, entry.new)}
