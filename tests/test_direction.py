"""Which way a change points: cases in words of our own, and the law that both ends of reading agree."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policydiff.findings.direction import Context, denies_of_all, direction, mirrored
from policydiff.findings.likeness import counterparts, likeness
from policydiff.findings.sentence_form import differ_in_meaning, leans
from policydiff.models import Category

if TYPE_CHECKING:
    from pathlib import Path

CATEGORIES = get_args(Category)


class Case(NamedTuple):
    why: str
    category: str
    old: str | None
    new: str | None
    right: str
    context: Context = Context("en")


FR, DE, ES = Context("fr"), Context("de"), Context("es")
NEVER = Context("en", lead="We are a small bakery. We never share:")
LISTS = [
    Case("a new statement", "purpose", None, "We plan our ovens with your orders.", "added"),
    Case("a gone statement", "purpose", "We plan our ovens with your orders.", None, "removed"),
    Case("a longer list", "data-collection", "We keep names.", "We keep names and shoe sizes.", "widened"),
    Case("a shorter list", "data-collection", "We keep names and shoe sizes.", "We keep names.", "narrowed"),
    Case(
        "longer, French",
        "sharing",
        "Nous informons nos filiales.",
        "Nous informons nos filiales et nos banques.",
        "widened",
        FR,
    ),
    Case(
        "longer, German",
        "sharing",
        "Wir informieren Banken.",
        "Wir informieren Banken und Makler.",
        "widened",
        DE,
    ),
    Case(
        "longer, Spanish",
        "sharing",
        "Informamos a bancos.",
        "Informamos a bancos y corredores.",
        "widened",
        ES,
    ),
    Case(
        "a wider right",
        "rights",
        "You can ask for a copy.",
        "You can ask for a copy and for a correction.",
        "widened",
    ),
    Case("a new measure", "security", "We lock doors.", "We lock doors and count the keys.", "added"),
    Case("a measure gone", "security", "We lock doors and count the keys.", "We lock doors.", "removed"),
]
LIMITS = [
    Case("only", "sharing", "We send it to couriers.", "We only send it to couriers.", "narrowed"),
    Case("a deleted limit", "sharing", "We only send it to couriers.", "We send it to couriers.", "widened"),
    Case("a condition", "purpose", "We send recipes.", "We send recipes if you agree.", "narrowed"),
    Case("a condition gone", "purpose", "We send recipes with your consent.", "We send recipes.", "widened"),
    Case(
        "a qualifier",
        "data-collection",
        "We hear from partners.",
        "We hear from baking partners.",
        "narrowed",
    ),
    Case(
        "a qualifier gone",
        "data-collection",
        "We hear from baking partners.",
        "We hear from partners.",
        "widened",
    ),
    Case(
        "as the law asks",
        "sharing",
        "We show it to banks, as required by law.",
        "We show it to banks.",
        "widened",
    ),
    Case("who", "sharing", "We tell couriers who drive for us.", "We tell couriers.", "widened"),
    Case(
        "only, French",
        "sharing",
        "Nous informons vos voisins.",
        "Nous informons uniquement vos voisins.",
        "narrowed",
        FR,
    ),
    Case(
        "condition, French",
        "purpose",
        "Nous envoyons des recettes.",
        "Nous envoyons des recettes si vous y consentez.",
        "narrowed",
        FR,
    ),
    Case(
        "only, German",
        "sharing",
        "Wir senden es an Kuriere.",
        "Wir senden es nur an Kuriere.",
        "narrowed",
        DE,
    ),
    Case(
        "condition, German",
        "purpose",
        "Wir senden Rezepte.",
        "Wir senden Rezepte, wenn Sie zustimmen.",
        "narrowed",
        DE,
    ),
    Case(
        "only, Spanish",
        "sharing",
        "Lo enviamos a mensajeros.",
        "Lo enviamos solo a mensajeros.",
        "narrowed",
        ES,
    ),
    Case(
        "you may have", "rights", "You have a right to a copy.", "You may have a right to a copy.", "narrowed"
    ),
    Case(
        "a condition that opened the sentence is gone",
        "sharing",
        "If you order by post, we may show your orders to the mill, to plan its week.",
        "We may show your orders to the mill, to plan its week.",
        "widened",
    ),
    Case(
        "a term is defined",
        "sharing",
        "We tell couriers.",
        "We tell couriers as defined under the harbour rules of the old town.",
        "narrowed",
    ),
    Case(
        "a clause with which is no wider choice",
        "opt-out",
        "You can also bake in the quiet room.",
        "You can also bake in the quiet room, which helps keep your cakes from others who use the oven.",
        "narrowed",
    ),
    Case(
        "proof asked for",
        "rights",
        "Ask us for a copy.",
        "Ask us for a copy with proof of identity.",
        "narrowed",
    ),
]
DENIALS = [
    Case("only, with ß", "sharing", "Wir senden es.", "Wir senden es ausschließlich.", "narrowed", DE),
    Case("a new denial", "sharing", None, "We do not sell your recipes.", "narrowed"),
    Case("a gone denial", "sharing", "We do not sell your recipes.", None, "widened"),
    Case("never", "ai-training", None, "Your recipes are never used to train anything.", "narrowed"),
    Case("a new denial, French", "sharing", None, "Nous ne vendons pas vos recettes.", "narrowed", FR),
    Case("a new denial, German", "sharing", None, "Wir verkaufen Ihre Rezepte nicht.", "narrowed", DE),
    Case("a new denial, Spanish", "sharing", None, "Nunca vendemos sus recetas.", "narrowed", ES),
    Case("the person does not", "purpose", None, "If you do not want recipes, we send you stamps.", "added"),
    Case("not only", "sharing", None, "This is not limited to couriers and banks.", "added"),
    Case("a denial taken back", "sharing", "We do not sell recipes.", "We sell recipes.", "widened"),
    Case("a denial for a word", "sharing", "We always tell banks.", "We never tell banks.", "narrowed"),
    Case("a denial put in", "sharing", "We sell recipes.", "We do not sell recipes.", "narrowed"),
    Case(
        "no data, then no letters",
        "purpose",
        "We don't use your data to plan our ovens.",
        "We don't use the contents of any of your letters or orders to plan our ovens.",
        "widened",
    ),
    Case(
        "no data, then no letters, French",
        "sharing",
        "Nous ne vendons jamais vos données.",
        "Nous ne vendons jamais le contenu de vos lettres.",
        "widened",
        FR,
    ),
    Case(
        "no data, then no letters, German",
        "sharing",
        "Wir verkaufen keine Daten.",
        "Wir verkaufen keine Inhalte von Briefen.",
        "widened",
        DE,
    ),
    Case(
        "no data, then no letters, Spanish",
        "sharing",
        "Nunca vendemos sus datos.",
        "Nunca vendemos el contenido de sus cartas.",
        "widened",
        ES,
    ),
    Case("a new thing never shared", "sharing", None, "your photos", "narrowed", NEVER),
    Case(
        "a list of what is never shared grew",
        "sharing",
        "your photos",
        "your photos and drawings",
        "narrowed",
        NEVER,
    ),
    Case("a right is no reach", "rights", None, "We do not charge for copies.", "added"),
]
VALUES = [
    Case(
        "another date", "effective-date", "In force from 1 May 2031.", "In force from 2 June 2032.", "changed"
    ),
    Case("a date where none was", "effective-date", None, "In force from 2 June 2032.", "added"),
    Case(
        "a date anew",
        "effective-date",
        None,
        "In force from 2 June 2032.",
        "changed",
        Context("en", counterpart="As of May 2031."),
    ),
    Case("another address", "controller-contact", "1 Mill Lane, Oxbow", "7 Dove Street, Oxbow", "changed"),
    Case(
        "an address anew",
        "controller-contact",
        None,
        "Oxbow Bakers, 7 Dove Street, Oxbow",
        "changed",
        Context("en", counterpart="Oxbow Bakers, 1 Mill Lane, Oxbow"),
    ),
    Case("an address where none was", "controller-contact", None, "7 Dove Street, Oxbow", "added"),
    Case("kept for longer", "retention", "We keep it for 30 days.", "We keep it for 6 months.", "widened"),
    Case(
        "kept for less",
        "retention",
        "Wir speichern sie 2 Jahre.",
        "Wir speichern sie 90 Tage.",
        "narrowed",
        DE,
    ),
    Case("a higher age", "children", "No ads under 13.", "No ads under 16.", "narrowed"),
    Case("a lower age", "children", "Not for children under 16.", "Not for children under 13.", "widened"),
    Case("another form", "rights", "Write to help@oxbow.com.", "Use our form.", "changed"),
    Case(
        "grown elsewhere",
        "sharing",
        None,
        "We tell couriers, banks and mills of orders.",
        "widened",
        Context("en", counterpart="We tell couriers of orders."),
    ),
]
SILENT = [
    Case(
        "grounds that stand elsewhere",
        "sharing",
        "We show it to the guild if a fire is near, if a thief is seen or to keep apprentices from harm.",
        "We show it to the guild in accordance with Section 4.",
        "changed",
    ),
    Case("nothing at all", "sharing", None, None, "changed"),
    Case("the same", "sharing", "We tell couriers.", "We tell couriers.", "changed"),
    Case("signs", "sharing", "We tell couriers.", "We tell couriers!", "changed"),
    Case("one for one", "purpose", "We bake bread.", "We bake cake.", "changed"),
    Case("numbers alone", "purpose", "2031 7", "2031 8", "changed"),
]
CASES = LISTS + LIMITS + DENIALS + VALUES + SILENT


def named(case: Case) -> str:
    return case.why


@pytest.mark.parametrize("case", CASES, ids=named)
def test_direction(case: Case) -> None:
    assert direction(case.old, case.new, case.category, case.context).direction == case.right


@pytest.mark.parametrize("case", CASES, ids=named)
def test_from_the_other_end_every_case_is_mirrored(case: Case) -> None:
    there = direction(case.old, case.new, case.category, case.context)
    back = direction(case.new, case.old, case.category, case.context)
    assert back == (mirrored(there.direction), there.sure)


@pytest.mark.parametrize("case", SILENT, ids=named)
def test_what_the_words_do_not_say_is_not_sure(case: Case) -> None:
    assert not direction(case.old, case.new, case.category, case.context).sure


@pytest.mark.parametrize("case", LIMITS, ids=named)
def test_a_language_that_is_not_known_is_read_by_all(case: Case) -> None:
    assert direction(case.old, case.new, case.category, Context()).direction == case.right


def test_a_clear_edit_is_sure_and_a_thin_one_is_not() -> None:
    clear = direction(
        "We keep names.", "We keep names, shoe sizes, songs and maps.", "data-collection", Context("en")
    )
    thin = direction("We keep old names.", "We keep new long names.", "data-collection", Context("en"))
    assert clear == ("widened", True)
    assert not thin.sure


WORDS = [
    *"we you not never only unless except if when some all certain including such as may will must".split(),
    *"can with your consent limited to and or , . ; : ( ) partners minors adults under 13 16 30".split(),
    *"days 2 years don't nor without that who nous ne pas seulement si wir nicht nur wenn no solo".split(),
    *"y @ https www share data \u00df \u0130 \u4f60 \U0001f600 _ \u2019".split(),
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
SIDES = st.none() | SENTENCES | st.text(max_size=60)
CONTEXTS = st.builds(
    Context,
    st.sampled_from(["", "en", "fr", "de", "es", "xx"]),
    SENTENCES,
    st.just(()),
    SIDES,
    SIDES,
)


@settings(deadline=None)
@given(SIDES, SIDES, st.sampled_from(CATEGORIES), CONTEXTS)
def test_the_mirror_law(old: str | None, new: str | None, category: str, context: Context) -> None:
    there = direction(old, new, category, context)
    back = direction(new, old, category, context)
    assert back == (mirrored(there.direction), there.sure)
    assert there.direction == mirrored(mirrored(there.direction))


FEW = st.lists(
    st.sampled_from(["bread", "cake", "banks", ",", "and", "only", "who", "if", "not"]),
    min_size=3,
    max_size=8,
).map(" ".join)


@given(FEW, FEW)
@example("old if cake", "if old maps")
def test_the_mirror_law_where_the_same_words_change_places(old: str, new: str) -> None:
    there = direction(old, new, "sharing", Context("en"))
    back = direction(new, old, "sharing", Context("en"))
    assert back == (mirrored(there.direction), there.sure)


@pytest.mark.corpus
def test_the_mirror_law_on_every_real_statement(corpus: Path) -> None:
    lines = (corpus / "statements" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    seen = 0
    for pair in map(json.loads, lines):
        for item in pair["items"]:
            context = Context(pair["language"], item["lead"] or "", tuple(item["path"]), item["nearest"])
            for category in ("sharing", "rights"):
                there = direction(item["old"], item["new"], category, context)
                back = direction(item["new"], item["old"], category, context)
                assert back == (mirrored(there.direction), there.sure), item["id"]
            seen += 1
    assert seen > 5000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "7" * 100_000,
        "we may share, " * 7_000,
        "ब" * 100_000,
        "(" * 100_000,
        "not only " * 10_000,
        "a b " * 25_000,
    ],
    ids=["empty", "one sign", "digits", "a list", "another script", "brackets", "denials", "two words"],
)
@pytest.mark.timeout(60)
def test_any_text_is_read_in_little_time(text: str) -> None:
    for old, new in ((None, text), (text, "We share."), (text, text[::-1]), (text, text + " and more")):
        direction(old, new, "sharing", Context("en"))


def test_the_same_input_has_the_same_answer() -> None:
    answers = {
        direction("We tell banks.", "We tell banks and mills.", "sharing", Context("en")) for _ in range(20)
    }
    assert len(answers) == 1


def test_counterparts_are_the_most_alike_of_the_other_side() -> None:
    gone = ["Oxbow Bakers, 1 Mill Lane", "We keep songs.", "Last changed in May 2031"]
    new = ["Oxbow Bakers, 7 Dove Street", "Last changed in June 2032", "Nothing alike"]
    assert counterparts(new, gone) == [gone[0], gone[2], None]
    assert counterparts(new, []) == [None, None, None]


@pytest.mark.timeout(60)
def test_counterparts_of_a_crowd_take_little_time() -> None:
    names = ["".join(letters) for letters in itertools.product("bdfglm", "aeiou", "nprst", "aeo", "klt")]
    new = [f"We share item {at % 7} of the list with {name}." for at, name in enumerate(names)]
    found = counterparts(new, [text.replace("share", "sell") for text in new])
    assert found[5] == f"We sell item 5 of the list with {names[5]}."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We never sell your data.", "We never sell your information."),
        ("We never sell your data.", "We never sell your data to mills."),
        ("We never sell your letters.", "We never sell your orders."),
        ("We sell your data.", "We sell your letters."),
    ],
)
def test_what_denies_neither_more_nor_less_of_a_person(old: str, new: str) -> None:
    """All that is known by another name, one thing for another, no denial at all."""
    assert denies_of_all(old, new, "en") == denies_of_all(new, old, "en") == 0


def test_likeness_of_numbers_and_order() -> None:
    assert likeness("Changed in May 2031", "changed: May 2032") == 100
    assert likeness("bread", "stones") == 0
    assert likeness("", "stones") == 0


@pytest.mark.parametrize(
    ("language", "without", "exception"),
    [
        ("en", "We show your drawings to our printers", ", except for those of children"),
        ("en", "We show your drawings to our printers", ", excluding unfinished ones"),
        ("fr", "Nous montrons vos dessins à nos imprimeurs", ", sauf ceux des enfants"),
        ("de", "Wir zeigen Ihre Zeichnungen unseren Druckereien", ", ausgenommen die der Kinder"),
        ("es", "Mostramos sus dibujos a nuestras imprentas", ", salvo los de los niños"),
    ],
)
def test_an_exception_that_goes_widens(language: str, without: str, exception: str) -> None:
    """Words went, and yet the company may do more."""
    context = Context(language)
    assert direction(f"{without}{exception}.", f"{without}.", "sharing", context).direction == "widened"
    assert direction(f"{without}.", f"{without}{exception}.", "sharing", context).direction == "narrowed"


@pytest.mark.parametrize(
    ("limited", "free"),
    [
        ("Partners: If you choose a plan with adverts, we may share some data with partners and with banks.",
         "Partners: We may share some data with partners."),
        ("We share data only with mills and with banks.", "We share data with mills."),
    ],
)  # fmt: skip
def test_a_limit_that_was_taken_out_never_narrows(limited: str, free: str) -> None:
    """Whatever else went with it; nor does one that was put in widen."""
    assert direction(limited, free, "sharing", Context("en")).direction in ("widened", "changed")
    assert direction(free, limited, "sharing", Context("en")).direction in ("narrowed", "changed")


@pytest.mark.parametrize(
    ("language", "text", "leaning"),
    [
        ("en", "This includes your photos.", True),
        ("en", "For example, we keep notes.", True),
        ("en", "We keep notes, for example.", False),
        ("fr", "Cela comprend vos photos.", True),
        ("de", "Dies umfasst Ihre Fotos.", True),
        ("es", "Además, esto incluye sus fotos.", True),
        ("es", "Además, guardamos notas.", False),
        ("en", "However, they keep notes.", True),
        ("en", "However, we keep notes.", False),
        ("en", "", False),
    ],
)
def test_a_statement_that_leans_on_the_one_before(language: str, text: str, leaning: bool) -> None:
    """Quoted alone it says less."""
    assert leans(text, language) is leaning


@pytest.mark.parametrize(
    ("language", "without", "word", "behind"),
    [
        ("en", "We do not train", "third-party", "models with your letters"),
        ("en", "Your letters will never be sold to", "unknown", "printers"),
        ("de", "Wir verkaufen Ihre Briefe nicht an", "fremde", "Druckereien"),
    ],
)
def test_a_promise_with_a_qualifier_promises_less(
    language: str, without: str, word: str, behind: str
) -> None:
    """The promise "We do not train models" keeps more from it than "third-party models"."""
    there = direction(f"{without} {behind}.", f"{without} {word} {behind}.", "ai-training", Context(language))
    back = direction(f"{without} {word} {behind}.", f"{without} {behind}.", "ai-training", Context(language))
    assert (there.direction, back.direction) == ("widened", "narrowed")


def test_articles_and_pronouns_mean_nothing() -> None:
    """Nor does punctuation; a word that allows or denies does."""
    assert not differ_in_meaning("The apps we offer.", "Those apps, which we offer.", "en")
    assert differ_in_meaning("The apps we offer.", "The apps we may offer.", "en")
    assert differ_in_meaning("Apps we offer.", "Apps we do not offer.", "en")
