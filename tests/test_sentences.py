"""Where sentences end."""

from __future__ import annotations

import doctest
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import sentences as module
from policydiff.sentences import ENDS, sentence_spans, sentence_starts, sentences
from tests.findings import LANGUAGES


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "One here. Two here.", 2),
        ("en", "The EU-U.S. Framework of the U.S. Department applies.", 1),
        ("en", "See e.g. Article six. It is short.", 2),
        ("en", "See art. 6 and No. 4 of the Act. We obey it.", 2),
        ("de", "Am 25. März gilt das.", 1),
        ("de", "Wir verarbeiten gem. Art. 13 Abs. 2 DSGVO Ihre Daten. Das gilt z. B. auch für Fotos.", 2),
        ("fr", "Selon l’art. 6 du règlement, M. Dupont peut agir. Il le fait.", 2),
        ("es", "Según el art. 6 núm. 2 tratamos datos. Lo hacemos bien.", 2),
        ("it", "Lo dice l'art. 16. Lo sanno tutti, p.es. Anna.", 1),
        ("it", "Il titolare, p.es. Lumora S.p.A. di Roma, tratta i dati. Gli interessati lo sanno.", 2),
        ("nl", "Wij verwerken gegevens volgens art. 14. Wij bewaren niets, bijv. Foto's.", 1),
        ("en", "Kept for 90 days after 2024. Then it goes.", 2),
        ("en", "See section 12. We keep data.", 1),  # a number of two digits may be that of a section
        ("en", "We began in 2024. We keep data.", 2),
        ("en", "Our plan B. We keep data.", 1),  # a letter may be that of a name
        ("en", "We keep it. we share it.", 1),  # no capital follows
        ("en", "We keep it? “Yes” is our answer.", 2),
        ("en", "We keep it. — • —", 1),  # what has no word is no sentence
        ("en", "We keep: • names • pictures", 3),
        ("en", "", 0),
        ("en", "...", 0),
        ("pl", "Dane usuwamy. Żadne nie zostają.", 2),
        ("ru", "Мы храним данные. Мы их удаляем. и так далее", 2),
        ("ja", "情報を収集します。第三者に提供しません。", 2),
        ("zh", "我们收集信息。（不出售。）您可以反对！", 3),
        ("hi", "हम डेटा रखते हैं। हम उसे नहीं बेचते।", 2),
        ("ar", "هل نبيع بياناتك؟ لا نبيعها. نحذفها.", 3),
        ("", "See art. 6 of the Act. We obey it.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, text: str, count: int) -> None:
    """Abbreviations, initials and dates end none; scripts without capitals or blanks are cut too."""
    assert len(sentences(text, language)) == count


@given(st.text(max_size=300), st.sampled_from(("", "xx", "ja", *LANGUAGES)))
def test_every_word_is_in_exactly_one_sentence(text: str, language: str) -> None:
    """Whatever the text, its sentences hold all its words in order, once."""
    spans = sentence_spans(text, language)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    assert not any(re.search(r"\w", text[a:b]) for a, b in zip(ends, starts, strict=True))


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_starts_part_the_text(text: str, language: str) -> None:
    """From 0 up to the end of the text, ascending."""
    starts = sentence_starts(text, language)
    assert starts[0] == 0
    assert starts[-1] == len(text)
    assert starts == sorted(starts)


@given(st.text(alphabet='aB1 .!?)"”«•▪\n', max_size=40))
def test_ends_of_sentences_are_those_of_the_plain_pattern(text: str) -> None:
    """The pattern that is fast to search for ends sentences where its plain form does."""
    plain = r"[.!?][\"')\]»”’]*\s+(?=[\"'(\[«“‘¿¡]*[A-ZÀ-ÞŒ0-9])|(?:^|(?<=\s))[•·▪]\s+"
    assert [m.span() for m in ENDS.finditer(text)] == [m.span() for m in re.finditer(plain, text)]


def test_the_examples_in_the_module_hold() -> None:
    """Its doctests."""
    assert doctest.testmod(module).failed == 0
