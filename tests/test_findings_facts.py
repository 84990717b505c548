"""What a sentence states, by the lexicon of its language."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policydiff import languages
from policydiff.findings.facts import Facts, stated
from policydiff.findings.lexicon import Lexicon, lexicon
from policydiff.findings.phrases import Phrases, split_words
from policydiff.text import fold
from tests.findings import LANGUAGES

_DONE_WITH_DATA = ("act.collect", "act.use", "act.share", "act.keep")


def _lexicon(language: str = "en") -> Lexicon:
    found = lexicon(language)
    assert found is not None
    return found


def _facts(sentence: str, language: str = "en") -> Facts:
    return stated(split_words(sentence), _lexicon(language))


@pytest.mark.parametrize(
    ("phrase", "sentence", "named"),
    [
        ("legitimate interest*", "our legitimate interests here", True),
        ("legitimate interest*", "interests that are legitimate", False),
        ("opt|opting out", "by opting out", True),
        ("train* ~ model*", "we train our new language models", True),
        ("train* ~ model*", "we train people who build very large models", False),
        ("do not _ sell", "we do not ever sell", True),
        ("do not _ sell", "we do not sell", False),
    ],
)
def test_the_notation_of_phrases(phrase: str, sentence: str, named: bool) -> None:
    """A star ends a beginning, a bar offers words, a tilde skips up to three, an underscore exactly one."""
    assert bool(Phrases({"x": [phrase]}).mentions(split_words(sentence))) is named


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("We use notes.", True),
        ("Lumora collects notes.", True),
        ("Notes are shared with printers.", True),
        ("You may use the notebook.", False),
        ("The notebook is made of paper.", False),
    ],
)
def test_somebody_acts_also_without_a_word_for_the_company(sentence: str, ours: bool) -> None:
    """A verb in the third person or the passive says that not the reader acts."""
    assert _facts(sentence).ours is ours


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("We share the information that we collect with couriers.", "share"),
        ("To improve the accuracy of the information we store about you.", ""),
        ("The information we collect is listed below.", "collect"),
        ("If you send messages, we may collect their length.", "collect"),
    ],
)
def test_a_clause_that_tells_data_apart_states_no_act(sentence: str, first: str) -> None:
    """Which information is meant ("that we store") is no act, except where nothing else is said of it."""
    stated_acts = (one.name for one in _facts(sentence).mentions if one.concept in _DONE_WITH_DATA)
    assert next(stated_acts, "") == first


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("We do not sell your data.", {"share"}),
        ("If you do not share your notes, we wait.", set()),
        ("Not all of our messages are used for research.", set()),
        ("We do not store calls, but we do keep their length.", {"keep"}),
        ("If you object, we will not use your posts.", set()),
    ],
)
def test_only_what_the_company_rules_out_is_denied(sentence: str, denied: set[str]) -> None:
    """A condition of the person, "not all" and the words behind "but" deny nothing."""
    assert _facts(sentence).denied == denied


def test_what_follows_but_is_affirmed() -> None:
    """A sentence can rule out one thing and state another."""
    assert "keep" in _facts("We do not store calls, but we do keep their length.").affirmed


@pytest.mark.parametrize(
    ("sentence", "language", "trains"),
    [
        ("We use posts to train our models.", "en", True),
        ("We train our staff every year.", "en", False),
        ("We use AI to answer you.", "en", False),
        ("We develop and improve artificial intelligence.", "en", True),
        ("You can use it to improve your AI pictures.", "en", False),
        ("Nous entraînons nos modèles avec vos photos.", "fr", True),
        ("Wir trainieren unsere Modelle mit deinen Fotos.", "de", True),
        ("Entrenamos nuestros modelos con tus fotos.", "es", True),
    ],
)
def test_training_is_told_from_use(sentence: str, language: str, trains: bool) -> None:
    """Training or developing AI is meant, not a feature that uses it."""
    assert _facts(sentence, language).trains_ai is trains


def test_what_a_person_does_is_not_what_the_company_does() -> None:
    """The words "when you use" are no use by the company."""
    assert not _facts("When you use the app, it is fun.").has("act.use")
    assert _facts("When you use the app, we use your name.").has("act.use")


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_facts_never_fail_and_never_differ(text: str, language: str) -> None:
    """Any text has facts, the same ones every time, with mentions inside the sentence."""
    first, second = _facts(text, language), _facts(text, language)
    assert first.mentions == second.mentions
    assert all(0 <= m.start < m.end <= len(split_words(text)) for m in first.mentions)


@pytest.mark.parametrize(
    ("phrase", "sentence", "end"),
    [
        ("use ~ data", "we use your data and more data", 4),
        ("use ~ ~ data", "use all of the very old data", 7),
        ("use ~ data|name", "use your name and data", 3),
        ("keep ~ for ~ days", "keep it for days or for ten days", 4),
        ("keep ~ for ten", "keep for two and for ten", 6),
    ],
)
def test_a_gap_ends_where_the_rest_first_fits(phrase: str, sentence: str, end: int) -> None:
    """Of several places where a phrase can go on the first one counts from which it reaches its end."""
    assert [mention.end for mention in Phrases({"x": [phrase]}).mentions(sentence.split())] == [end]


def _said(language: str) -> st.SearchStrategy[list[str]]:
    """Words of the kind that phrases are made of."""
    found = languages.find(language)
    assert found is not None
    said = " ".join(
        phrase for table in found.findings.concepts.values() for lines in table.values() for phrase in lines
    )
    return st.lists(
        st.sampled_from(sorted({word for word in split_words(said) if len(word) > 1})), max_size=12
    )


@pytest.mark.parametrize("before", [0, 300])
def test_words_that_no_phrase_knows_stand_for_each_other(before: int) -> None:
    """A number or a name in place of another one leaves what is named as it was; no other word does, and a
    long sentence, which is not remembered, is read alike."""
    phrases = Phrases({"period": ["keep ~ days"], "all": ["all days"], "act": ["keep*"]})
    said = [
        phrases.mentions(["so"] * before + line.split())
        for line in ("keep 30 days", "keep 90 days", "keep all days", "kept 90 days", "keep all 90 days")
    ]
    concepts = [sorted(one.concept for one in mentions) for mentions in said]
    assert said[0] == said[1] != said[2]
    assert concepts[1:] == [["act", "period"], ["act", "all", "period"], [], ["act", "period"]]
    assert {one.start for one in said[0]} == {before}


def test_a_beginning_may_be_of_any_length() -> None:
    """All words, those with the same first letter, and those with more in common."""
    phrases = Phrases({"any": ["_ bread"], "letter": ["r* bread"], "more": ["ry* bread"], "word": ["r"]})
    named = {
        word: {one.concept for one in phrases.mentions([word, "bread"])} for word in ("r", "ry", "rye", "oat")
    }
    assert named == {
        "r": {"any", "letter", "word"},
        "ry": {"any", "letter", "more"},
        "rye": {"any", "letter", "more"},
        "oat": {"any"},
    }


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("keep ten", True),
        ("keep keep ten", False),
        ("we keep ten", False),
        ("", False),
        ("put all of it off at noon", True),
        ("put all of it off too late", False),
    ],
)
def test_words_begin_with_a_phrase_at_the_first_of_them(sentence: str, begins: bool) -> None:
    """What stands further on is no beginning, even where the first word could begin the same phrase, and as
    many words are read as its longest phrase may take."""
    phrases = Phrases({"x": ["keep ten", "put ~ off at|by noon"]})
    assert phrases.begins(sentence.split(), "x") is begins


@settings(deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_one_concept_is_found_as_all_are(data: st.DataObject, language: str) -> None:
    """Asking for one concept, and for what a word can open, agrees with looking for all of them."""
    words, phrases = data.draw(_said(language)), _lexicon(language).phrases
    named = {mention.concept for mention in phrases.mentions(words)}
    opened = phrases.opened_by(words)
    assert named == {concept for concept in opened if phrases.names(words, concept)}
    assert all(phrases.may_name(" ".join(words), concept) for concept in named)


@given(st.text(alphabet="aB\u0301éÑßµ¹½ªœ’'-\u00ad\u200b 3f7[%2 \u00a0…", max_size=60))
@example("Nous GÉRONS l’été")
@example("gemäß § 3 große Straße")
@example("Re\u0301union de l’e\u0301quipe")
@example("in\u00adformation")
@example("[email protected]")
@example("token 0a1b2c3d4e5f60718293 and 1234")
@example("see%20the page")
def test_words_are_those_of_the_folded_text(text: str) -> None:
    """The fast ways to split a text find the words that the plain way finds."""
    assert split_words(text) == re.findall(r"\w+", fold(text).casefold())
