"""Histories written in letters: every letter is a sentence, every line a capture.

    2024-03-01 abcdefgh
    2024-03-09 abcdefgi  technical

`€`, `£` and `$` are sentences on the law of the EU, the UK and the US, `#` is another page of a hundred
sentences and `%` one of sixty.
Behind the letters may stand: `technical`; `bad`, for a page that is no policy by itself; a language, such
as `fr`; `link=2`, another state of the links that lead to a right; `by=Lumio_Ireland_Limited`, the company.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from policydiff.history import fingerprint, judge_sightings
from policydiff.history_models import Fingerprint, History, Sighting
from policydiff.models import Clause, Document, Quality, Reason

_REGIONS = {
    "€": "The General Data Protection Regulation gives you rights in the European Union",
    "£": "The Information Commissioner answers people in the United Kingdom about this",
    "$": "People in California have rights under the CCPA as this notice explains",
}
_SEEN = date(2024, 1, 1)
_PAGES = {"#": 100, "%": 60}
_WORDS = "we may keep the {0} of your {1} for as long as the {2} of {3} asks for it"


def sentence(letter: str, number: int = 0) -> str:
    """The sentence that a letter stands for: 17 words that no other letter shares in full."""
    if letter in _REGIONS:
        return f"{_REGIONS[letter]}."
    sign = letter if letter.islower() else f"great{letter}"  # capitals are no difference in a text
    names = (f"{sign}{name}{number}x" for name in ("kind", "thing", "purpose", "record"))
    return _WORDS.format(*names).capitalize() + "."


@cache
def outline(letters: str, language: str = "en", company: str = "", *, good: bool = True) -> Fingerprint:
    """The fingerprint of a text of these letters."""
    texts = [sentence(letter, number) for letter in letters for number in range(_PAGES.get(letter, 1))]
    texts += [f"{company} is the controller."] if company else []
    quality = (
        Quality()
        if good
        else Quality("bad", (Reason("error-page", "The server answered with an error page"),))
    )
    clauses = tuple(Clause("paragraph", text) for text in texts)
    return fingerprint(Document(clauses, language=language, quality=quality), _SEEN)


def sightings(written: str) -> list[Sighting]:
    """The captures that lines of letters stand for, named by their number from 0."""
    found = []
    for number, line in enumerate(one for one in written.strip().splitlines() if one.strip()):
        day, letters, *flags = line.split()
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        company = next((flag[3:].replace("_", " ") for flag in flags if flag.startswith("by=")), "")
        language = next((flag for flag in flags if len(flag) == 2), "en")
        link = next((int(flag[5:]) for flag in flags if flag.startswith("link=")), 1)
        seen = outline(letters, language, company, good="bad" not in flags)
        body = f"{letters} {company} {link}"
        found.append(
            Sighting(str(number), f"a/b@{number}", at, body, seen, link, technical="technical" in flags)
        )
    return found


def history(written: str) -> History:
    """The same, judged."""
    return judge_sightings(sightings(written))


def passed_over(judged: History) -> dict[int, str]:
    """Number and kind of each capture that was passed over."""
    return {int(one.sighting.ref): one.passed_over for one in judged.judged if one.passed_over}


def says(judged: History, letter: str) -> list[bool]:
    """Which captures have a letter."""
    return [letter in one.sighting.body.split(" ")[0] for one in judged.judged]


def renumbered(seen: list[Sighting]) -> list[Sighting]:
    """The same captures, named by their place."""
    return [replace(one, ref=str(number)) for number, one in enumerate(seen)]
