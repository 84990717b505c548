"""How much of a policy is read for findings: no more than the changes ask for, and nothing twice."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.diff import compare_documents
from policydiff.findings import assess, statements
from policydiff.findings.document_statements import DocumentStatements
from policydiff.findings.facts import Facts, StatedAct, stated
from policydiff.findings.lexicon import Lexicon, languages_that_name, lexicon, read_languages
from policydiff.findings.phrases import split_words
from policydiff.findings.statements import Reader, reader
from policydiff.models import Cell, Clause, Document

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCES = (
    "We use your photos to train our models.",
    "We do not use your photos to train our models.",
    "We share your name with advertisers.",
    "We never share your name with advertisers.",
    "We keep your messages for 90 days.",
    "You can object to this use.",
    "Notes",
    "For people under 18",
    "We keep these for:",
    "Read more.",
)
_WORDS = st.sampled_from(("we", "share", "your", "name", "photos", "for", "people", "data", "ads", "never"))
_TEXTS = st.one_of(
    st.sampled_from(_SENTENCES),
    st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=3).map(" ".join),
    st.lists(_WORDS, min_size=1, max_size=6).map(" ".join),
)
_CLAUSES = st.builds(
    lambda kind, text, row: Clause(kind, text, cell=Cell(0, 1, 1, row) if row else None),
    st.sampled_from(("paragraph", "item", "heading")),
    _TEXTS,
    st.sampled_from(("", "", "Photos", "Names")),
)
_DOCUMENTS = st.lists(_CLAUSES, min_size=1, max_size=12).map(
    lambda clauses: Document(tuple(clauses), language="en")
)


def _english() -> Lexicon:
    found = lexicon("en")
    assert found is not None
    return found


def _side(document: Document) -> DocumentStatements:
    return DocumentStatements(document, Reader(_english()))


_KINDS = ("data.", "recipient.", "act.", "limit.not", "people.")


@given(_DOCUMENTS)
@settings(max_examples=50, deadline=None)
def test_what_words_rule_out_the_facts_do_not_hold(document: Document) -> None:
    """Asked kind by kind, a statement names what its facts hold, whether or not they were read for it."""
    side = _side(document)
    found = _all(side, document)
    for unit in found:
        concepts = unit.facts.concepts
        for kind in _KINDS:
            assert unit.named((kind,)) == {one for one in concepts if one.startswith(kind)}
        assert unit.denied == unit.facts.denied
        assert unit.names_all(concepts)
        for other in found:
            assert unit.names_all(other.facts.concepts) == (other.facts.concepts <= concepts)
            assert unit.has(*other.facts.concepts) == unit.facts.has(*other.facts.concepts)


@pytest.mark.parametrize(
    "text",
    [
        "We keep it for 30 days.",
        "Nous conservons votre nom pendant 30 jours.",
        "Wir speichern Ihren Namen 30 Tage lang.",
        "Cookies expire after 30 days.",
        "The keepers of the tower meet in May.",
    ],
)
def test_the_languages_that_name_a_concept_are_those_whose_lexicons_do(text: str) -> None:
    """Though only the phrases for that concept are looked for."""
    words = split_words(text)
    readers = {language: reader(language) for language in read_languages()}
    assert set(languages_that_name(words, "act.keep")) == {
        language for language, one in readers.items() if one and one.names(" ".join(words), "act.keep")
    }


def test_the_facts_of_what_names_nothing_are_not_read() -> None:
    """Its words are enough."""
    (unit,) = _side(Document((Clause("paragraph", "Read more."),), language="en")).statements(0)
    assert not unit.named(_KINDS)
    assert not unit.denied
    assert not unit.names_all(frozenset({"data.photos"}))
    assert not unit.has("data.photos", "act.train")
    assert unit.names_all(frozenset())
    assert "facts" not in vars(unit)


def test_of_known_facts_the_words_are_not_asked() -> None:
    """Whichever is known first, the answers are the same."""
    document = Document((Clause("paragraph", "We do not train models on your photos."),), language="en")
    (known,), (unknown,) = (_side(document).statements(0) for _ in range(2))
    assert known.facts.denied == {"train"}
    for unit in (known, unknown):
        assert unit.denied == {"train"}
        assert unit.has("data.content")
        assert not unit.has("data.location")
        assert unit.named(("data.",)) == {"data.content"}
        assert unit.names_all(frozenset({"data.content", "act.train"}))
    assert "opened" not in vars(known)
    assert "opened" in vars(unknown)


def _all(side: DocumentStatements, document: Document) -> list[statements.Statement]:
    return [unit for clause in range(len(document.clauses)) for unit in side.statements(clause)]


def test_a_sentence_knows_what_stands_above_it() -> None:
    """Lines that introduce a list count for its items, lines of scope for all up to the next heading."""
    clauses = (
        Clause("heading", "Photos"),
        Clause("paragraph", "For people under 18"),
        Clause(
            "paragraph",
            "We keep these for a long time, as every album of this kind has to be kept for years:",
        ),
        Clause("item", "albums"),
        Clause("paragraph", "They stay."),
        Clause("heading", "Names"),
        Clause("item", "first names"),
    )
    side = _side(Document(clauses, language="en"))
    album, stay, name = (side.statements(clause)[0].place for clause in (3, 4, 6))
    assert (album.lead, album.lines) == (clauses[2].text, (clauses[1].text, clauses[2].text))
    assert album.scope == stay.scope == {"people.minors"}
    assert (stay.lead, stay.lines) == ("", ())
    assert (name.lead, name.lines, name.scope) == ("", (), frozenset())


@settings(deadline=None)
@given(_DOCUMENTS)
def test_a_side_states_what_its_sentences_state(document: Document) -> None:
    """What is answered without reading all facts is what the facts of all sentences say."""
    side = _side(document)
    told = {act for unit in _all(_side(document), document) for act in unit.facts.acts}
    asked = told | {
        StatedAct("share", "recipient.advertisers"),
        StatedAct("share", "data.profile", denied=True),
        StatedAct("trains", "data.content"),
    }
    assert {act for act in asked if side.states(act)} == told


@settings(deadline=None)
@given(_DOCUMENTS, _DOCUMENTS)
def test_sentences_are_found_again_as_by_reading_all(document: Document, other: Document) -> None:
    """The same sentence, its rows, the line before it, lines by themselves: as in a reading of everything."""
    side = _side(document)
    units_ = _all(side, document)
    for unit in [*units_, *_all(_side(other), other)]:
        same = [one for one in units_ if one.key == unit.key]
        assert [side.statement(spot) for spot in side.alike(unit)] == same
        assert side.first_alike(unit) == next(((one.clause, one.number) for one in same), None)
        assert side.holds(unit.said) == any(f" {unit.said} " in f" {one.said} " for one in units_)
        assert side.rows(unit) == {one.place.row for one in same} - {""}
        alone = any(not one.start and len(one.words) <= 6 and one.key == unit.said for one in units_)
        assert side.loose(unit.said) == alone
    assert [side.before(unit) for unit in units_] == [None, *units_][: len(units_)]
    trained = {unit.clause for unit in units_ if unit.place.scope and unit.facts.trains_ai}
    assert side.trained_on == trained


def test_words_are_held_by_one_sentence_or_by_none() -> None:
    """Not by the end of one and the beginning of another; nor are parts of words."""
    side = _side(Document((Clause("paragraph", "We keep notes. Letters are burnt."),), language="en"))
    assert side.holds("keep notes")
    assert side.holds("letters")
    assert not side.holds("notes letters")
    assert not side.holds("burnt we")
    assert not side.holds("letter")
    assert not _side(Document(())).holds("")


def test_no_sentence_is_cut_where_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two recordings of one text cost no reading."""
    monkeypatch.setattr(Reader, "spans", None)
    policy = _policy(20)
    reader.cache_clear()
    assert assess(compare_documents(policy, policy), policy, policy).verdict == "identical"
    reader.cache_clear()


@settings(deadline=None)
@given(_DOCUMENTS, _DOCUMENTS)
def test_the_nearest_sentence_is_the_nearest_of_all(document: Document, other: Document) -> None:
    """An index of some words ranks sentences as one of all words does."""
    side = _side(document)
    units_, wanted = _all(side, document), _all(_side(other), other)
    index = side.index(wanted)
    for unit in wanted:
        sharing = [one for one in units_ if one.content & unit.content]
        ranked = sorted(sharing, key=lambda one: (-len(one.content & unit.content), one.clause, one.start))
        assert index.nearest(unit, most=len(units_)) == ranked


@settings(deadline=None)
@given(_DOCUMENTS, _DOCUMENTS)
def test_a_share_is_that_of_the_three_sentences_that_hold_most(document: Document, other: Document) -> None:
    """Not all windows of a side are looked at: none that is passed over holds more."""
    side = _side(document)
    contents = [unit.content for unit in _all(side, document)]
    windows = [frozenset[str]().union(*contents[at : at + 3]) for at in range(len(contents))]
    for unit in _all(_side(other), other):
        worth = {word: 1 / (1 + log1p(sum(word in held for held in contents))) for word in unit.content}
        held = max((sum(worth[word] for word in unit.content & words) for words in windows), default=0.0)
        assert side.share_said(unit) == pytest.approx(held / (sum(worth.values()) or 1))


def test_one_rare_word_may_be_worth_more_than_two_common_ones() -> None:
    """So a window with fewer words than another one may be the one that holds most."""
    texts = [*["Cedar and maple."] * 20, *["Read more."] * 3, "Quartz."]
    side = _side(Document(tuple(Clause("paragraph", text) for text in texts), language="en"))
    asked = Document((Clause("paragraph", "Cedar, maple, quartz."),), language="en")
    (unit,) = _all(_side(asked), asked)
    rare, common = (1 / (1 + log1p(places)) for places in (1, 20))
    assert rare > 2 * common
    assert side.share_said(unit) == pytest.approx(rare / (rare + 2 * common))


def _policy(paragraphs: int, edited: Sequence[int] = ()) -> Document:
    """A long policy in which every paragraph states something."""
    texts = [
        f"Part {n}: in room {n * 7} we share your name and photos with advertisers and keep letter {n}."
        for n in range(paragraphs)
    ]
    for n in edited:
        texts[n] = f"Part {n}: in room {n * 7} we use your location to train our models, says letter {n}."
    return Document(tuple(Clause("paragraph", text) for text in texts), language="en")


def _read(monkeypatch: pytest.MonkeyPatch, old: Document, new: Document) -> int:
    """For how many sentences facts are worked out to compare two versions."""
    worked = []

    def counted(words: Sequence[str], known: Lexicon) -> Facts:
        worked.append(words)
        return stated(words, known)

    monkeypatch.setattr(statements, "stated", counted)
    assert assess(compare_documents(old, new), old, new).findings
    return len(worked)


def test_facts_are_read_of_what_changed_and_not_of_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three edits cost the reading of a few sentences, in a policy of 200 paragraphs as of 800."""
    reader.cache_clear()
    few = _read(monkeypatch, _policy(200), _policy(200, (50, 100, 150)))
    reader.cache_clear()
    assert few == _read(monkeypatch, _policy(800), _policy(800, (50, 100, 150))) <= 20


def test_the_next_version_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a series facts are worked out once for each sentence, whatever number of versions holds it."""
    reader.cache_clear()
    versions = [_policy(100, range(n)) for n in range(4)]
    assert _read(monkeypatch, versions[0], versions[1]) > 0
    again = _read(monkeypatch, versions[0], versions[1])
    assert again == 0
    assert _read(monkeypatch, versions[1], versions[2]) <= 4


def test_what_was_read_before_has_no_say() -> None:
    """The same findings whether other policies were read before or none."""
    pairs = [(_policy(20), _policy(20, (n, n + 3))) for n in range(5)]
    told = []
    for old, new in pairs:
        reader.cache_clear()
        told.append(assess(compare_documents(old, new), old, new))
    assert told == [assess(compare_documents(old, new), old, new) for old, new in pairs]


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither many texts nor long ones fill the memory, and forgetting changes no finding."""
    old, new = _policy(30), _policy(30, (3, 20))
    told = assess(compare_documents(old, new), old, new)
    monkeypatch.setattr(statements, "_KEPT", 1)
    monkeypatch.setattr(statements, "_KEPT_FACTS", 1)
    small = Reader(_english())
    first = small.content("we share your name")
    assert small.content("we share your name") is first
    assert small.content("we keep your name") is not None
    assert small.content("we share your name") is not first
    long = "we share your name " * 200
    assert small.content(long) == first * 200
    assert small.content(long) is not small.content(long)
    reader.cache_clear()
    assert assess(compare_documents(old, new), old, new) == told
    reader.cache_clear()


def test_a_clause_as_long_as_a_book_is_read_in_part() -> None:
    """What is read of one clause has a bound, so that no page makes the work quadratic."""
    words = "we share your data with advertisers and train ai models on it unless you object. " * 4_000
    read = _side(Document((Clause("paragraph", words.strip()), Clause("paragraph", "data " * 40_000))))
    assert sum(len(unit.text) for unit in read.statements(0)) <= 40_000
    assert len(read.statements(1)[0].text) <= 8_000
