"""How long is data kept, and when is it deleted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule

if TYPE_CHECKING:
    from policydiff.findings.news import News


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    keeps = facts.has("act.keep") or news.unit.under("act.keep", last=2)
    if news.kind == "edited":
        assert news.old is not None
        assert news.new is not None
        before, after = news.old.facts.quantities, news.new.facts.quantities
        turned = "period.length" in news.touched_new & news.touched_old and bool(before)
        if (before == after and not turned) or not (keeps or news.old.facts.has("act.keep")):
            return None
        told = f"{', '.join(sorted(before)) or 'no period'} -> {', '.join(sorted(after)) or 'no period'}"
        return Claim("changed", told, 2, "the period changed", 3)
    timed = facts.quantities or facts.has("period.length")
    if not ("keep" in facts.affirmed and timed):
        return None
    told = ", ".join(sorted(facts.quantities)) or "period in words"
    return Claim("added" if news.kind == "new" else "removed", told, 2, "it says how long data is kept", 4)


RULE = Rule(
    "retention",
    "retention",
    "Periods for which data is kept and when it is deleted, old and new.",
    "Edited: “deleted after 6 months” becomes “deleted after 18 months”.",
    "Periods without a number (“as long as needed”) are told only when they are new or gone.",
    ask,
)
