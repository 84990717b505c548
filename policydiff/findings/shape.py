"""The shape of a piece of news, as all rules read it: what was gained and lost, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.facts import stem
from policydiff.findings.rule import Claim

if TYPE_CHECKING:
    from policydiff.findings.facts import Facts
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_OBJECT = 8
"""Words behind a denied act that can be its object."""
_LOOSE = frozenset({"data.personal", "recipient.third-parties"})
NAMES = {"ai-interactions": "interactions with AI", "opt-out": "opting out", "dpo": "data protection officer"}


def names(concepts: frozenset[str] | set[str]) -> str:
    """Concepts as words for people: "posts, precise location"."""
    plain = sorted({c.split(".", 1)[-1] for c in concepts})
    return ", ".join(NAMES.get(name, name.replace("-", " ")) for name in plain)


def of_kind(concepts: frozenset[str], *kinds: str) -> frozenset[str]:
    """The concepts of some kinds."""
    return frozenset(c for c in concepts if c.split(".", 1)[0] in kinds)


def gained(news: News, *kinds: str) -> frozenset[str]:
    """Concepts of some kinds that only the new side names."""
    return of_kind(news.gained, *kinds)


def lost(news: News, *kinds: str) -> frozenset[str]:
    """Concepts of some kinds that only the old side names."""
    return of_kind(news.lost, *kinds)


def facts(news: News) -> Facts:
    """The facts of the sentence to look at."""
    return news.unit.facts


def still_stated(news: News, act: str, *kinds: str) -> bool:
    """Whether the other side still states of everything of some kinds what a gone sentence did."""
    things = of_kind(news.unit.facts.concepts, *kinds) - {
        "data.personal",
        "data.content",
        "recipient.third-parties",
    }
    return news.kind == "gone" and all(f"{act} {thing}" in news.kept for thing in things)


def grown(news: News) -> bool:
    """Whether a new sentence extends one that was there."""
    return news.kind == "new" and news.share >= 0.5


def limited(news: News) -> bool:
    """Whether an edit put a condition on the company that was not there."""
    return bool(news.touched_new & {"limit.only-if"}) and "limit.only-if" in news.gained


def freed(news: News) -> bool:
    """Whether an edit took a condition on the company away."""
    return bool(news.touched_old & {"limit.only-if"}) and "limit.only-if" in news.lost


def denies(one: Facts | None, *acts: str) -> bool:
    """Whether the sentence says that the company does not do one of the acts."""
    return one is not None and bool(one.denied.intersection(acts))


def denial_turn(news: News, *acts: str) -> Direction | None:
    """What a denial did: "narrowed" where one came, "removed" where one went, "widened" where it shrank."""
    before = denies(news.old.facts if news.old else None, *acts)
    after = denies(news.new.facts if news.new else None, *acts)
    if news.kind == "new":
        return "narrowed" if after else None
    if news.kind == "gone":
        return "removed" if before else None
    if before and after:
        return shrink(news, *acts)
    if before:
        return "widened"
    return "narrowed" if after else None


def shrink(news: News, *acts: str) -> Direction | None:
    """An edited denial of these acts: words taken out widen what is allowed, words put in narrow it."""
    concepts = ("act", "data", "people", "purpose", "recipient")
    came, went = (of_kind(side, *concepts) - _LOOSE for side in (news.touched_new, news.touched_old))
    own = {f"act.{act}" for act in acts}
    # What came or went with a denial of its own ("never sell, and do not train") leaves this one as it was.
    if any(c.startswith("act.") for c in went) and not of_kind(went, "act") & own:
        went = frozenset()
    if any(c.startswith("act.") for c in came) and not of_kind(came, "act") & own:
        came = frozenset()
    if "data.personal" in news.lost and any(c.startswith("data.") for c in came):
        return "widened"  # "your data" became "the content of your chats": the rest is no longer covered
    exception = {"limit.only-if", "limit.but"} & news.gained
    if (went and not came) or exception:
        return "widened"
    if came and not went:
        return "narrowed"
    return "changed" if came and went else _object(news)


def _object(news: News) -> Direction | None:
    """What an edit did to the object of a denial in words that no concept names.

    The words behind the denied act count, up to where the sentence turns: "we never sell drawings" that
    becomes "we never sell recipes" is another denial.
    """
    if news.old is None or news.new is None:
        return None
    came = _meant(news.new, news.put, news.old)
    went = _meant(news.old, news.cut, news.new)
    return "changed" if came and went else None


def _meant(unit: Unit, runs: tuple[tuple[int, int], ...], other: Unit) -> bool:
    """Whether runs of words hold an object of what is denied that the other side does not have."""
    facts = unit.facts
    acts = [m.end for m in facts.mentions if m.concept.startswith("act.") and m.concept[4:] in facts.denied]
    turns = [m.start for m in facts.mentions if m.concept in ("limit.but", "limit.condition", "form.aim")]
    ends = [(end, min([t for t in turns if t >= end], default=len(unit.words))) for end in acts]
    places = {at for start, end in runs for at in range(start, end)}
    within = {at for start, end in ends for at in range(start, min(end, start + _OBJECT)) if at in places}
    return any(stem(unit.words[at]) in unit.content - other.content for at in within)


def edit_direction(news: News, *kinds: str, but: frozenset[str] = frozenset()) -> Direction | None:
    """Direction of an edit by what its words of some kinds gained and lost."""
    if limited(news):
        return "narrowed"
    if freed(news):
        return "widened"
    more, less = (of_kind(side, *kinds) - but for side in (news.gained, news.lost))
    if more and not less:
        return "widened"
    if less and not more:
        return "narrowed"
    if more and less:
        return "widened" if len(more) > len(less) else "changed"
    return None


def topic(news: News, concepts: tuple[str, ...], weight: int, why: str, strength: int) -> Claim | None:
    """The plain claim on a matter of its own: a statement on it is new, gone or edited."""
    facts = news.unit.facts
    if not facts.has(*concepts):
        return None
    detail = names(facts.concepts & set(concepts))
    if news.kind == "edited":
        touched = (news.gained | news.lost) & set(concepts)
        return Claim("changed", names(touched), weight, why, strength) if touched else None
    return Claim("added" if news.kind == "new" else "removed", detail, weight, why, strength)
