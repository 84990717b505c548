"""How long is data kept, and when is it deleted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule

if TYPE_CHECKING:
    from policydiff.findings.news import News


REASONS = "what data is kept for"
"""The detail of a claim on reasons for keeping data, where no period is named."""
_ALIKE = 0.5
"""Share of its words by which a sentence is said again."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    keeps = facts.has("act.keep") or news.unit.under("act.keep", last=2)
    if news.kind == "edited":
        assert news.old is not None
        assert news.new is not None
        before, after = news.old.periods, news.new.periods
        turned = "period.length" in news.touched_new & news.touched_old and bool(before)
        if before == after and before and keeps and news.put and not news.cut and _more_data(news):
            return Claim("widened", "more data", 1, "the period holds for more data", 2)
        if (before == after and not turned) or not (keeps or news.old.facts.has("act.keep")):
            return None
        told = f"{', '.join(sorted(before)) or 'no period'} -> {', '.join(sorted(after)) or 'no period'}"
        return Claim("changed", told, 2, "the period changed", 3)
    if "keep" not in facts.affirmed:
        return None
    lasting = facts.has("period.length") or (facts.has("period.vague") and facts.first_act == "keep")
    if not (news.unit.periods or lasting):
        return _reasons(news)
    if news.kind == "gone" and _restated(news):
        return None
    told = ", ".join(sorted(news.unit.periods)) or "period in words"
    return Claim("added" if news.kind == "new" else "removed", told, 2, "it says how long data is kept", 4)


def _more_data(news: News) -> bool:
    """Whether an edit put in words for data."""
    assert news.new is not None
    places = {at for start, end in news.put for at in range(start, end)}
    named = (m for m in news.new.facts.mentions if m.start in places)
    return any(m.concept.startswith(("data.", "form.data")) for m in named)


def _restated(news: News) -> bool:
    """Whether the nearest sentence of the other side names the same periods for keeping data."""
    near = news.elsewhere
    if near is None or news.share < _ALIKE:
        return False
    periods = news.unit.periods
    return bool(periods) and near.facts.has("act.keep") and periods <= near.periods


def _reasons(news: News) -> Claim | None:
    """A statement of what data is kept for, without a period."""
    facts = news.unit.facts
    about = facts.ours or facts.has("data.personal", "data.content")
    if facts.first_act != "keep" or not about or facts.denied or facts.has("right.any", "right.deletion"):
        return None
    if not (facts.named("purpose") or facts.named("basis")):
        return None
    return Claim("added" if news.kind == "new" else "removed", REASONS, 2, "it says why data is kept", 2)


RULE = Rule(
    "retention",
    "retention",
    "Periods for which data is kept and when it is deleted, old and new.",
    "Edited: “deleted after 6 months” becomes “deleted after 18 months”.",
    "Periods without a number (“as long as needed”) are told only when they are new or gone.",
    ask,
)
