"""Whose document a text is, and whether two sides are two moments of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff.comparability import identity, judge_documents, judge_pair, side
from policydiff.models import Document, Identity
from policydiff.normaliser import normalise

POLICY = """# Privacy Policy

Last updated: 3 March 2025

Larkfield Tools Ltd collects the name and the address that you give when you order a chisel.

Write to privacy@larkfield.example about any of this, or send a letter to the address below.

We use them to send what you ordered. We keep orders for six years. We do not sell them to anybody.

You may ask for a copy of your personal data, and object to what we do with them, at any time."""


def read(text: str) -> Document:
    return normalise(text.encode(), content_type="text/markdown")


def reason(old: str, new: str) -> str:
    answer = judge_pair(side(read(old)), side(read(new)))
    return answer[1].code if answer else ""


@pytest.mark.parametrize(
    ("title", "kinds", "audience"),
    [
        ("Privacy and Cookie Policy", ("privacy", "cookies"), ()),
        ("Terms of Service", ("terms",), ()),
        ("Datenschutzhinweise für Bewerberinnen und Bewerber", ("privacy",), ("applicants",)),
        ("Política de cookies", ("cookies",), ()),
        ("Conditions générales d'utilisation", ("terms",), ()),
        ("Children's Privacy Notice", ("privacy",), ("children",)),
        ("California Privacy Notice", ("privacy",), ("one state",)),
        ("子ども向けプライバシーポリシー", ("privacy",), ("children",)),
        ("用户协议", ("terms",), ()),
        ("Our story", (), ()),
    ],
)
def test_what_a_document_is_called(title: str, kinds: tuple[str, ...], audience: tuple[str, ...]) -> None:
    """Its kind, and whom it is for, by the name over the text."""
    found = identity(read(f"# {title}\n\nLarkfield."))
    assert (found.kinds, found.audience) == (kinds, audience)


def test_a_way_to_the_notice_of_one_state_is_no_name_of_the_policy() -> None:
    """It may stand in the first line, as the label of a tab: the text is for people elsewhere, too."""
    general = "The GDPR gives people in the European Economic Area these rights. " * 2
    assert identity(read(f"California Privacy Notice\n\n{general}\n\nLarkfield.")).audience == ()
    assert identity(read("California Privacy Notice\n\nThe GDPR says so, too.")).audience == ("one state",)


@pytest.mark.parametrize(
    ("text", "names", "company"),
    [
        ("Larkfield Tools Ltd answers: hello@larkfield.example.", ("larkfield", "tools"), "Larkfield Tools"),
        ("Verantwortlich ist die Lerchenfeld Beil GmbH.", ("lerchenfeld", "beil"), "Lerchenfeld Beil"),
        ("Partners: Copperhill Inc., Copperhill Inc. Mail data@larkfield.co.uk.", ("larkfield",), ""),
        ("株式会社若草便り(以下「当社」)は、個人情報を守ります。", ("若草便り",), "若草便り"),
        ("Оператор: ООО «Берёзовая почта».", ("берёзовая", "почта"), "Берёзовая почта"),
        ("We keep your data.", (), ""),
    ],
)  # fmt: skip
def test_whose_document_it_is(text: str, names: tuple[str, ...], company: str) -> None:
    """By the legal form behind a name, the address of mail, the title; a partner of the company is not it."""
    padding = "\n\n".join(f"This is sentence {number} of many that name nobody." for number in range(90))
    found = identity(
        read(f"# Privacy\n\n{padding}\n\n{text}" if "Copperhill" in text else f"# Privacy\n\n{text}")
    )
    assert (found.names, found.company) == (names, company)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Larkfield Tools (Europe) S.à r.l. (“we”, “us”) runs this site.",
            "Larkfield Tools (Europe) S.à r.l.",
        ),
        ('The site is run by Larkfield, Inc. and our subsidiaries ("we," "our").', "Larkfield, Inc."),
        ("Le site est édité par Larkfield SAS (« nous »).", "Larkfield SAS"),
        ("Write to the office (we are there on Mondays).", ""),
    ],
)
def test_whom_a_text_calls_we(text: str, party: str) -> None:
    """The legal entity, with its form, where the text says whom it means."""
    assert identity(read(f"# Privacy Policy\n\n{text}")).party == party


def test_two_entities_of_one_company() -> None:
    """The statement for one continent in place of that for another: little is the same, and “we” is another.

    An entity that changes in a text that is kept is news of this text.
    """
    american = "# Privacy Statement\n\nLarkfield, Inc. (“we”) runs this site.\n\n"
    european = "# Privacy Statement\n\nLarkfield (Europe) S.A. (“we”) runs this site.\n\n"
    there = "\n\n".join(f"We keep record {number} of chisels for our shop." for number in range(40))
    here = "\n\n".join(f"Larkfield stores letter {number} about planes with care." for number in range(40))
    assert reason(american + there, european + here) == "another-document"
    assert reason(american + there, european + there) == ""
    assert reason(american + there, american + here) == ""


def test_a_text_that_was_cut() -> None:
    """It ends in half a sentence, before much that the other side has; a new last sentence is a change."""
    cut = POLICY[: POLICY.index("six years")]
    assert reason(POLICY, cut) == reason(cut, POLICY) == "truncated"
    assert reason(POLICY, f"{POLICY} Complaints go to the authority.") == ""
    assert reason(POLICY, POLICY.replace("at any time.", "whenever you like, in writing.")) == ""


def test_a_short_text_may_grow() -> None:
    """It stands in the longer one. A few other words in place of a text are no version of it."""
    short = "# Privacy\n\nWe keep the address that you give us, and give it to nobody."
    long = (
        short
        + "\n\n"
        + "\n\n".join(f"Order {n} is kept for {n} months after we sent it to you." for n in range(9))
    )
    assert reason(short, long) == ""
    assert reason(long, "# Privacy\n\nSee the new page of this site on that, please.") == "policy-missing"


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("", ""),
        ("\n\nYou may ask us by letter, too.", ""),
        ("\n\nYou may do so by letter, too, or call", "truncated"),
    ],
)
def test_most_of_it_the_same_is_not_asked_further(end: str, code: str) -> None:
    """The quick answer is the same as the long one, also where the last line is another: then it matters
    whether it breaks off."""
    more = "\n\nYou may do so by letter, too, or call us. We answer within one month, and we tell you so"
    more += " where it takes longer than that."
    old, new = read(POLICY + more), read(POLICY.replace("3 March", "4 April") + (end or more))
    answer = judge_documents(old, new)
    assert answer == judge_pair(side(old), side(new))
    assert (answer[1].code if answer else "") == code


def test_half_of_it_the_same_is_not_asked_whose_it_is() -> None:
    """Names are read only where little is kept: that takes longer than everything else here."""

    def unasked() -> Identity:
        raise AssertionError("nobody need know whose document it is")

    old, new = (
        replace(side(read(text)), identify=unasked)
        for text in (POLICY, POLICY.replace("six years", "ten years"))
    )
    assert judge_pair(old, new) is None


def test_an_empty_document() -> None:
    """Nothing to compare is no good capture, and no error."""
    answer = judge_documents(Document(()), read(POLICY))
    assert answer is not None


@pytest.mark.parametrize("unit", ["Aa Bb ", "A", "A Ltd ", "a@b.c ", "株式会社", "formerly ", "a.", "@"])
def test_hostile_repetition_stays_cheap(unit: str) -> None:
    """A megabyte of one trick is read at once (the test would hang)."""
    assert side(read("# Privacy Policy\n\n" + unit * (1_000_000 // len(unit)))).identity
