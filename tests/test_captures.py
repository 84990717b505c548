"""What servers give in place of a policy is no policy; short, odd and rewritten policies are."""

from __future__ import annotations

import re

import pytest

from policydiff import capture_check
from policydiff.comparability import identity
from policydiff.models import Clause, Document
from policydiff.normaliser import normalise, said
from policydiff.workflows.comparing import compare
from tests.captures import POLICIES, Case, cases, page

INSTEAD = cases("instead")
GOOD = cases("good")
OTHERS = cases("others")
NOT_COMPARED = ("broken-capture", "other-variant")


def language(case: Case) -> str:
    return case.name.split("-")[2]


@pytest.mark.parametrize("case", INSTEAD, ids=lambda case: case.name)
def test_what_servers_give_in_place_of_a_policy(case: Case) -> None:
    """In whatever language and length: two such captures are not compared, in no direction."""
    policy, other = page(case.old, language(case)), page(case.new, language(case))
    assert compare(policy, other).verdict == "broken-capture"
    assert compare(other, policy).verdict == "broken-capture"


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_new_versions_are_compared(case: Case) -> None:
    """However short, and however much was rewritten."""
    old, new = page(case.old, language(case)), page(case.new, language(case))
    assert normalise(new).quality.level == "good"
    assert compare(old, new).verdict not in NOT_COMPARED


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case.name)
def test_another_document(case: Case) -> None:
    """The company's other notice, its terms, another company's policy: no version of the text before."""
    policy, other = page(case.old, language(case)), page(case.new, language(case))
    for old, new in ((policy, other), (other, policy)):
        found = compare(old, new)
        assert (found.verdict, found.reasons[0].code, found.findings) == (
            "other-variant",
            "another-document",
            (),
        )


@pytest.mark.parametrize("code", ["de", "es", "it", "pl", "ja", "ko", "ru"])
def test_two_companies_are_named(code: str) -> None:
    """The policies of two companies in one language: the sentence says whose each is."""
    names = {
        "de": "Seeblick",
        "es": "Marea",
        "it": "Vela",
        "nl": "Duinen",
        "pl": "Sowa",
        "ja": "白波",
        "ko": "바람개비",
        "ru": "Волна",
    }
    forms = {
        "de": "{} AG",
        "es": "{} S.A.",
        "it": "{} S.p.A.",
        "nl": "{} N.V.",
        "pl": "{} S.A.",
        "ja": "株式会社{}",
        "ko": "주식회사 {}",
        "ru": "ООО «{}»",
    }
    company = forms[code].format(names[code])
    other = f"{POLICIES[code].splitlines()[0]}\n\n{company}: hello@{code}-hotel.example\n\n" + "\n\n".join(
        f"{company}, {number}." for number in range(40)
    )
    found = compare(page(POLICIES[code], code), page(other, code))
    assert found.verdict == "other-variant"
    assert names[code] in found.reasons[0].sentence


@pytest.mark.parametrize("code", POLICIES)
def test_policies_are_good_captures(code: str) -> None:
    """As a page and as Markdown."""
    assert normalise(page(POLICIES[code], code)).quality.level == "good"
    assert normalise(POLICIES[code].encode(), content_type="text/markdown").quality.level == "good"


@pytest.mark.parametrize("case", [*INSTEAD, *OTHERS, *GOOD], ids=lambda case: case.name)
def test_fetch_agrees(case: Case) -> None:
    """What a comparison calls no version of the policy never follows it in an archive; a new one does."""
    old, new = (normalise(page(text, language(case))) for text in (case.old, case.new))
    compared = compare(old, new)
    assert (capture_check.check_capture(new, compared).level == "bad") == (compared.verdict in NOT_COMPARED)


@pytest.mark.parametrize("code", POLICIES)
def test_titles_name_a_policy(code: str) -> None:
    """In every language, for the page alone and for pairs."""
    title = POLICIES[code].partition("\n")[0].removeprefix("# ")
    assert said.named(title.lower())
    assert identity(Document((Clause("heading", title),), title)).kinds == ("privacy",)


# --- bytes that end too early --------------------------------------------------------------------


@pytest.mark.parametrize("code", POLICIES)
def test_a_page_that_is_cut(code: str) -> None:
    """Within a word and within a tag it is broken, between two elements suspect; uncut it is good."""
    whole = page(POLICIES[code], code)
    places = [found.start() for found in re.finditer(rb"</p>", whole)]
    within = whole[: places[-2] - 12]
    for cut, level in (
        (within, "bad"),
        (whole[: places[-1] + 2], "bad"),
        (whole[: places[-2] + 4], "suspect"),
    ):
        found = normalise(cut).quality
        assert (found.level, found.reasons[0].code) == (level, "truncated"), cut[-40:]
    assert compare(whole, within).verdict == "broken-capture"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"<p>We keep your data, and we delete", id="a piece of a page"),
        pytest.param(b"<html><body><h1>Privacy</h1><p>We keep your data", id="no end tag has to be there"),
        pytest.param(b"<html><body><main><p>We keep your data.</p></main>", id="all that must be is closed"),
        pytest.param(b"<html><body><div><div><p>We keep your data.</p></div></body></html>", id="a slip"),
    ],
)
def test_end_tags_that_may_be_missing(source: bytes) -> None:
    """Authors leave out what they may leave out."""
    assert "truncated" not in {reason.code for reason in normalise(source).quality.reasons}


def test_markdown_recorded_from_a_page_that_was_cut() -> None:
    """The last paragraph alone does not end as the others do."""
    sentence = "We collect the personal data that you give us when you open an account with part {}."
    text = "# Privacy Policy\n\n" + "\n\n".join(sentence.format(number) for number in range(9))
    assert normalise(text.encode(), content_type="text/markdown").quality.level == "good"
    cut = text + "\n\nWhen you leave us we delete the personal data that you gave us, and those that we recei"
    found = normalise(cut.encode(), content_type="text/markdown").quality
    assert (found.level, found.reasons[0].code) == ("suspect", "truncated")


# --- words in a broken encoding ------------------------------------------------------------------


@pytest.mark.parametrize("wrong", ["cp1251", "mac_roman", "cp437"])
@pytest.mark.parametrize("code", [code for code in POLICIES if code not in ("en", "nl", "it")])
def test_a_page_encoded_twice(code: str, wrong: str) -> None:
    """UTF-8 that was read in another encoding and written again."""
    twice = "".join(_read(byte, wrong) for byte in page(POLICIES[code], code))
    found = normalise(twice.encode()).quality
    assert (found.level, found.reasons[0].code) == ("bad", "garbled")


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("code", [code for code in POLICIES if code not in ("en", "nl", "it")])
def test_a_page_encoded_twice_by_western_letters_is_read(code: str, wrong: str) -> None:
    """The most common of these mistakes can be taken back."""
    right = page(POLICIES[code], code)
    twice = normalise("".join(_read(byte, wrong) for byte in right).encode())
    mended = twice.text == normalise(right).text
    assert mended or [reason.code for reason in twice.quality.reasons] == ["garbled"]
    assert mended or code not in ("de", "fr", "es", "pt", "sv", "cs")


def _read(byte: int, charset: str) -> str:
    try:
        return bytes([byte]).decode(charset)
    except UnicodeDecodeError:
        return chr(byte)


WRONGLY_READ = {
    "ru": ("cp1251", "cp1252"), "zh": ("gb18030", "latin-1"),
    "ko": ("euc-kr", "latin-1"), "ar": ("cp1256", "latin-1"),
}  # fmt: skip


@pytest.mark.parametrize("code", WRONGLY_READ)
def test_a_page_read_in_the_wrong_encoding(code: str) -> None:
    """Each byte has become a western letter or a sign."""
    written, read = WRONGLY_READ[code]
    wrong = page(POLICIES[code], code).decode().encode(written, "replace").decode(read, "replace")
    assert normalise(wrong.encode()).quality.reasons[0].code == "garbled"


@pytest.mark.parametrize("sign", ["?", "\ufffd"])
@pytest.mark.parametrize("code", ["fr", "es", "pl", "cs", "sv", "de"])
def test_letters_that_were_lost(code: str, sign: str) -> None:
    """A question mark, or the sign for what cannot be read, in place of each letter that is no ASCII."""
    lost = re.sub(r"[^\x00-\x7f]", sign, POLICIES[code])
    assert normalise(page(lost, code)).quality.reasons[0].code == "garbled"


@pytest.mark.parametrize(
    "text",
    [
        "AS INFORMAÇÕES NÃO SÃO PARTILHADAS. A POLÍTICA DE PROTEÇÃO À PRIVACIDADE É «ESSENCIAL».",
        "Nous protégeons vos données, dit l'« ÉTAT ». La « CONFIDENTIALITÉ » vous est due, « À JAMAIS ».",
        "Große Maße: „Fuß“, „Gruß“, „Spaß“. Wir schützen Ihre persönlichen Daten – überall.",
        "Chúng tôi bảo vệ dữ liệu cá nhân của bạn và không bán thông tin cho bên thứ ba.",
        "Questions? Ask us: https://acme.example/?a=b&c=d?e or write. Why? When? Who? How? Where? What?",
        "Þetta er persónuverndarstefna. Við söfnum upplýsingum um þig þegar þú notar þjónustuna.",
    ],
)
def test_accents_that_belong_there(text: str) -> None:
    """Capitals with tildes, quotation marks behind them, questions."""
    found = normalise(f"<h1>Privacy</h1><p>{text}</p><p>{text}</p>".encode()).quality
    assert "garbled" not in {reason.code for reason in found.reasons}
