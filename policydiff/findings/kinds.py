"""The kinds of findings, for people: what each looks for, an example, and what it misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.models import Category


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding: what it looks for, and what it misses."""

    id: str
    """Stable identifier, as in `Finding.rule`: the category, or "category/question" for a rule."""
    category: Category
    looks_for: str
    """What is reported, in one or two sentences for people."""
    example: str
    """A made-up change that is reported."""
    limits: str
    """What it misses."""


RULES = (
    Rule(
        "ai-training",
        "ai-training",
        "That personal data trains, develops or improves artificial intelligence, or does not.",
        "New: “We use public posts to train our models.”",
        "Few labelled changes are about training AI (25): read what is reported under purposes too.",
    ),
    Rule(
        "legal-basis",
        "legal-basis",
        "The legal basis claimed: legitimate interests, consent, contract, legal obligation.",
        "New: “We rely on our legitimate interests to improve the service.”",
        "A basis given only by the number of an article is seen where its sentence names the law.",
    ),
    Rule(
        "opt-out",
        "opt-out",
        "Objection, opt-out, consent and controls: a new way, one that is gone or works differently.",
        "New: “You can opt out in your settings.”",
        "Controls that are described without words of choice may be reported as a matter of collection.",
    ),
    Rule(
        "data-collection",
        "data-collection",
        "Kinds of data that are collected, or said not to be: biometric, location, payment, voice and so on.",
        "Edited: “We collect your text input, voice input and photos.”",
        "Kinds of data that few policies name are reported under the likeliest matter, which may be another.",
    ),
    Rule(
        "sharing",
        "sharing",
        "Recipients of data: advertisers, affiliates, providers, authorities, buyers; who inside may look.",
        "New: “We share your posts with our advertising partners.”",
        "Companies named without a word for their role are seen best in lists and beside others.",
    ),
    Rule(
        "purpose",
        "purpose",
        "Purposes: advertising, marketing, personalisation, research, safety, products, AI features.",
        "Edited: “To provide and develop products.”",
        "In a list without an introduction a purpose may be taken for a kind of data.",
    ),
    Rule(
        "retention",
        "retention",
        "Periods for which data is kept and when it is deleted, old and new.",
        "Edited: “deleted after 6 months” becomes “deleted after 18 months”.",
        "Periods without a number (“as long as needed”) are reported only when they are new or gone.",
    ),
    Rule(
        "rights",
        "rights",
        "Access, deletion, correction, portability, complaint, appeal, and how a request is made.",
        "New: “You may appeal our decision.”",
        "A route of request that is only a changed telephone number is seldom reported.",
    ),
    Rule(
        "transfers",
        "transfers",
        "Transfers abroad and their ground: a certification, contractual clauses, adequacy decisions.",
        "New: “We have certified that we adhere to the framework.”",
        "A mention of a framework that changes nothing may be reported.",
    ),
    Rule(
        "security",
        "security",
        "Measures that the company says it takes: encryption, access controls, notice of breaches.",
        "New: “We encrypt messages end to end.”",
        "Few labelled changes are about security (21): most are reported under another matter, or not.",
    ),
    Rule(
        "children",
        "children",
        "Age limits, consent of parents, accounts of minors.",
        "New: “You must be at least 16 years old.”",
        "Few labelled changes are about children (58).",
    ),
    Rule(
        "disputes",
        "disputes",
        "Arbitration, dispute bodies, governing law, prevailing language, limits of liability.",
        "New: “Disputes are settled by binding arbitration.”",
        "Few labelled changes are about disputes (27).",
    ),
    Rule(
        "controller-contact",
        "controller-contact",
        "Controller and processor, representative, data protection officer, postal address.",
        "Edited: another representative in the Union.",
        "A name that changes throughout is reported where it is plainest.",
    ),
    Rule(
        "change-notice",
        "change-notice",
        "Announced changes with their day, and promises to tell of changes beforehand.",
        "New: “These changes take effect on 1 March.”",
        "Few labelled changes are about notices (30).",
    ),
    Rule(
        "opt-out/link",
        "opt-out",
        "A link in a sentence on a choice (objecting, opting out) that leads elsewhere than before.",
        "No word changes, but “this form” leads to another form.",
        "Parameters that only say who visits are left out; where the old address led cannot be seen.",
    ),
    Rule(
        "rights/link",
        "rights",
        "A link in a sentence on a right (access, deletion, a request) that leads elsewhere than before.",
        "No word changes, but “contact us” leads to another page.",
        "As for opt-out/link; addresses of mail are left out, because pages mask them anew at every visit.",
    ),
    Rule(
        "rights/required-field",
        "rights",
        "A field of a form that must be filled in, and need not on the other side, or is not there.",
        "“Screenshot of the answer” need not be filled in any more.",
        "A field that is called otherwise than before is not reported, nor is one among 200 others.",
    ),
    Rule(
        "opt-out/box",
        "opt-out",
        "A box that both sides have and that is ticked beforehand on one alone.",
        "“Show me personalised adverts” is ticked beforehand now.",
        "Boxes with the same words are not told apart and not reported.",
    ),
    Rule(
        "effective-date",
        "effective-date",
        "The date of effect or revision that the page prints of itself.",
        "“Effective 3 March 2024” becomes “Effective 9 May 2025”.",
        "A date that changes alone is reported as a detail and makes no change of substance.",
    ),
)
"""Every kind of finding: those of the trained reader, then those found by rules."""
