"""How are disputes settled, and which text prevails?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import topic

if TYPE_CHECKING:
    from policydiff.findings.news import News


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    return topic(news, ("topic.disputes-firm",), 1, "it says how disputes are settled", 4)


RULE = Rule(
    "disputes",
    "disputes",
    "Arbitration, dispute bodies, governing law, prevailing language, limits of liability.",
    "New: “Disputes are settled by binding arbitration.”",
    "Liability in the sense of “we are responsible for” is not told.",
    ask,
)
