"""The files of languages: each is whole or says what it lacks, and no module knows a language by its code."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from policydiff import languages
from policydiff.errors import InvalidLanguage
from policydiff.languages import LanguageWords, LawWords
from policydiff.languages.reading import read_language

PACKAGE = Path(__file__).parent.parent / "policydiff"
WHOLE = b"""
name = "Examplish"
[dates]
updated = '''
last changed
(?:re)?written
'''
short_months = "jan feb"
[dates.ordinals]
1 = "first"
"""


@pytest.mark.parametrize("code", languages.codes())
def test_every_file_can_be_read(code: str) -> None:
    """Each file is read without a fault; its expressions are expressions, in small letters."""
    found = languages.find(code)
    assert found is not None
    assert found.code == code
    for line in expressions(found):
        re.compile(line)
        said = re.sub(r"\\.", "", line)
        assert said == said.lower() or said == said.casefold(), line


def expressions(value: object) -> list[str]:
    """Every line of every list of a file."""
    if is_dataclass(value):
        return [line for field in fields(value) for line in expressions(getattr(value, field.name))]
    if isinstance(value, dict):
        return [line for one in value.values() for line in expressions(one)]
    return [line for line in value if isinstance(line, str)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("code", languages.codes())
def test_a_time_as_seen_from_today_is_known_by_its_mark(code: str) -> None:
    """Only texts with such a mark are searched for "2 hours ago"."""
    found = languages.find(code)
    assert found is not None
    marks = found.furniture.ago_marks
    assert all(any(mark in line for mark in marks) for line in found.furniture.ago if r"\d" in line)


def test_no_name_is_of_two_months() -> None:
    """Twelve lines in each calendar, and no form that two languages give to different months."""
    numbers: dict[str, int] = {}
    for one in languages.every():
        for months in (one.dates.months, one.dates.persian_months, one.dates.hijra_months):
            assert len(months) in (0, 12), one.code
            for number, forms in enumerate(months):
                for form in forms.split():
                    assert numbers.setdefault(form, number) == number, form


def test_laws_are_named_in_one_table() -> None:
    """A name is plain text, and stands in no other list of any language, nor in two regions."""
    homes: dict[str, set[str]] = {}
    for one in languages.every():
        for region, names in one.laws.names.items():
            for name in names:
                assert re.fullmatch(r"[\w -]+", name), name
                homes.setdefault(name, set()).add(region)
    assert not {name for name, regions in homes.items() if len(regions) > 1}
    elsewhere = {line for one in languages.every() for line in expressions(replace(one, laws=LawWords()))}
    # The trained reader knows its concepts by their words; a page may be called by a law alone.
    named = {line for one in languages.every() for line in expressions(one.findings.concepts)}
    named |= {line for one in languages.every() for line in expressions(one.identity.kinds)}
    assert not homes.keys() & (elsewhere - named)


def test_how_lists_and_words_are_written() -> None:
    """A list is text of several lines, words stand behind one another; the rest of a file may be missing."""
    found = read_language("xx", WHOLE, "xx.toml")
    assert found.dates.updated == ("last changed", "(?:re)?written")
    assert found.dates.short_months == {"jan", "feb"}
    assert found.dates.ordinals == {"1": {"first"}}
    assert not found.dates.months


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("name = ", "it is no TOML file", id="no toml"),
        pytest.param("\xff", "it is no TOML file", id="no utf-8"),
        pytest.param("[dates]", "the key name is missing", id="no name"),
        pytest.param(
            'name = "X"\n[dates]\nupdates = ""', "the key dates.updates is not known", id="misspelt"
        ),
        pytest.param('name = "X"\n[data]', "the key data is not known", id="no such section"),
        pytest.param('name = "X"\ndates = 1', "dates is no table", id="no section"),
        pytest.param(
            'name = "X"\n[dates]\nupdated = ["a"]',
            "the key dates.updated is not a list: text of several lines, one entry a line",
            id="another kind of list",
        ),
        pytest.param(
            'name = "X"\n[dates]\ncalendar = "lunar"',
            "the key dates.calendar is none of persian, hijra, buddhist",
            id="another word",
        ),
        pytest.param(
            'name = "X"\ncomplete = true\nlacks = "dates writing"',
            "the key recognition.function_words is missing, and lacks does not name it",
            id="not whole",
        ),
        pytest.param(
            'name = "X"\nlacks = "rules"', "lacks names rules, which is not known", id="lacks nonsense"
        ),
        pytest.param(
            'name = "X"\nlacks = "dates.tens"\n[dates]\ntens = {}',
            "lacks names dates.tens, which is there",
            id="lacks what it has",
        ),
    ],
)
def test_a_faulty_file_is_one_clear_sentence(text: str, problem: str) -> None:
    """The file and the key are named, and where to read on."""
    with pytest.raises(InvalidLanguage) as caught:
        read_language("xx", text.encode("latin-1"), "languages/xx.toml")
    assert caught.value.subject == "languages/xx.toml"
    assert caught.value.problem.startswith(problem)
    assert "docs/adding-a-language.md" in caught.value.advice


def test_a_language_without_a_file_is_none() -> None:
    """Whoever asks for a language that nobody described learns that; a path is no code."""
    assert languages.find("xx") is None
    assert languages.find("../languages/en") is None


def of_languages(tree: ast.AST) -> list[int]:
    """Lines that name languages: tables by their codes, and comparisons with one."""
    known = set(languages.codes())
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            if len(keys) > 1 and known.issuperset(keys):
                found.append(node.lineno)
        elif isinstance(node, ast.Compare):
            named = {
                one.value
                for side in (node.left, *node.comparators)
                for one in ast.walk(side)
                if isinstance(one, ast.Constant)
            }
            if named & known and re.search(r"lang|code|\bsaid\b|counted", ast.unparse(node)):
                found.append(node.lineno)
        elif isinstance(node, ast.Tuple | ast.Set):
            items = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            if len(items) > 1 and known.issuperset(items) and {"en", "de", "fr"} & set(items):
                found.append(node.lineno)
    return found


def test_no_module_knows_a_language() -> None:
    """What a language needs stands in its file: no table by codes, no comparison with a code."""
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if of_languages(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('if language == "de":\n    pass', 1),
        ('words = {"en": 1, "fr": 2}', 1),
        ('known = ("de", "en")', 1),
        ('if role == "menu" or node.get("id") == "it":\n    pass', 0),
        ('answer = {"no": False, "yes": True}', 0),
    ],
)
def test_the_check_sees_what_it_is_for(code: str, count: int) -> None:
    """A language that is compared or tabled is found; a word that happens to be a code is not."""
    assert len(of_languages(ast.parse(code))) == count


def test_the_page_names_every_key() -> None:
    """docs/adding-a-language.md has a row for each section and key."""
    page = (PACKAGE.parent / "docs" / "adding-a-language.md").read_text(encoding="utf-8")
    for field in fields(LanguageWords):
        assert f"`{field.name}`" in page or f"`[{field.name}]`" in page, field.name
        if is_dataclass(field.type):
            for key in fields(field.type):
                assert f"`{key.name}`" in page, f"{field.name}.{key.name}"
