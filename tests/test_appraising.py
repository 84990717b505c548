"""Captures are judged in a process of its own, which may break, hang or fill up without harm to anybody."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from policydiff.errors import Stopped, UnsupportedInput
from policydiff.saved_page import SavedPage
from policydiff.workflows.appraisal import Appraiser, Judgement
from policydiff.workflows.appraisal.judging import judge_capture
from tests.servers import policy
from tests.test_pdf import pdf_of

if TYPE_CHECKING:
    from collections.abc import Iterator

URL = "https://lumio.example/privacy"
HEAVY = policy(words=3_000_000)
"""Fifteen megabytes: some seconds to read, and some hundred megabytes."""


def page(body: bytes, *more: bytes) -> SavedPage:
    others = tuple(SavedPage("lumio", one, URL, "text/html") for one in more)
    return SavedPage("lumio", body, URL, "text/html", more=others)


@pytest.fixture(scope="module")
def appraiser() -> Iterator[Appraiser]:
    with Appraiser() as appraiser:
        yield appraiser


def test_it_says_what_is_said_in_this_process(appraiser: Appraiser) -> None:
    """Of one page, of several that make up a document, of a PDF, with and without a capture before."""
    longer = policy(extra="<p>We also keep your photos.</p>")
    for new in (page(longer), page(policy(), longer), page(pdf_of(["We keep your name."])), page(b"")):
        for before in (None, page(policy())):
            assert appraiser(new, before, "en") == judge_capture(new, before, "en")


def test_what_is_no_page_is_told_as_ever(appraiser: Appraiser) -> None:
    """The error comes through, and the process goes on."""
    for _ in range(2):
        with pytest.raises(UnsupportedInput, match="picture"):
            appraiser(page(b"\x89PNG\r\n\x1a\n" + bytes(99)), None, "")
    assert appraiser(page(policy()), None, "").quality.level == "good"


def test_a_page_that_takes_too_long_is_not_waited_for() -> None:
    """The process is ended; the next page gets another."""
    with Appraiser(seconds=0.5) as appraiser:
        judgement = appraiser(page(HEAVY), None, "")
        assert not_read(judgement)
        assert "0.5 seconds" in judgement.quality.reasons[0].sentence
    with Appraiser(seconds=30) as appraiser:
        assert appraiser(page(policy()), None, "").text


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="limits of POSIX")
def test_a_page_that_takes_too_much_memory_ends_its_reader_alone() -> None:
    """By the system's limit; a small page is read by the next process."""
    with Appraiser(memory=120 * 2**20) as appraiser:
        assert not_read(appraiser(page(HEAVY), None, ""))
        assert appraiser(page(policy()), page(policy()), "").same


def test_a_capture_before_that_cannot_be_read_does_not_count() -> None:
    """The new one is judged alone then: it is good, and news."""
    with Appraiser(memory=120 * 2**20) as appraiser:
        judgement = appraiser(page(policy()), page(HEAVY), "")
    assert (judgement.quality.level, judgement.same) == ("good", False)
    assert judgement.text


def test_whoever_waits_can_be_stopped() -> None:
    """No judgement then, and none later."""
    with Appraiser() as appraiser:
        threading.Timer(1, appraiser.stop).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            appraiser(page(HEAVY), page(HEAVY), "")
        assert time.monotonic() - began < 10
        with pytest.raises(Stopped):
            appraiser(page(policy()), None, "")


def not_read(judgement: Judgement) -> bool:
    return judgement.text is None and [one.code for one in judgement.quality.reasons] == ["not-read"]
