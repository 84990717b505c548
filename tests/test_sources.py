"""Source lists are read with all their faults at once, and appended to without touching what is there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import sources
from policydiff.archive import names
from policydiff.errors import (
    InvalidSources,
    UnknownSource,
    UnreadableFile,
    UnusableOption,
    UnwritableFile,
)
from policydiff.models import Source
from policydiff.sources import fields, terms

if TYPE_CHECKING:
    from pathlib import Path

MINIMAL = """\
[[source]]
platform = "Lumio"
terms_type = "Privacy Policy"
url = "https://lumio.example/privacy"
"""
FULL = """\
contact = "https://newsroom.example/archive"

[[source]]
platform = "Lumio"
document = "Privacy Policy"
variant = "EU"
terms_type = "terms of use"
urls = [
  "https://lumio.example/privacy#top",  # the first part
  "https://lumio.example/cookies",
]
region = "EU"
language = "en"
selectors = "main"
proxy_variable = "LUMIO_PROXY"
robots = "ignore"
keep = "all"

[source.headers]
Accept-Language = "en-IE"
"""


def faults(text: str) -> list[str]:
    """The faults of a source list as people see them."""
    with pytest.raises(InvalidSources) as caught:
        sources.parse(text, "sources.toml")
    return [str(fault) for fault in caught.value.faults]


def test_a_source_needs_three_lines() -> None:
    """Platform, type and address; names become the archive's."""
    listed = sources.parse(MINIMAL, "sources.toml")
    assert listed.sources == (
        Source("lumio", "privacy-policy", ("https://lumio.example/privacy",), terms_type="Privacy Policy"),
    )
    assert not listed.warnings


def test_every_key_arrives() -> None:
    """What is written is what the source says."""
    listed = sources.parse(FULL, "sources.toml")
    assert listed.contact == "https://newsroom.example/archive"
    assert listed.sources == (
        Source(
            platform="lumio",
            document="privacy-policy",
            urls=("https://lumio.example/privacy", "https://lumio.example/cookies"),
            variant="eu",
            terms_type="Terms of Service",
            region="EU",
            language="en",
            selectors=("main",),
            headers=(("Accept-Language", "en-IE"),),
            proxy_variable="LUMIO_PROXY",
            robots="ignore",
            keep="all",
        ),
    )


def test_all_faults_are_told_together_with_their_lines() -> None:
    """One run of the check shows everything there is to mend."""
    told = faults(
        "contcat = 1\n"  # 1
        "\n"
        "[[source]]\n"  # 3
        'platform = "Lumio"\n'
        'typ = "Privacy Policy"\n'  # 5
        'language = "english"\n'
        'region = "Europe"\n'
        "# a comment with [[source]] and language = 'x'\n"
        "[[source]]\n"  # 9
        "platform = 3\n"
        'terms_type = "Privacy Policy"\n'
        'url = "lumio.example/privacy"\n'
        "urls = []\n"
        '"headers" = { User-Agent = "Mozilla", X = "ä" }\n'
    )
    assert told == [
        'line 1: "contcat" is not known here. Did you mean "contact"?',
        'line 3: terms_type is missing. Write terms_type = "Privacy Policy"',
        'line 3: the source has no address. Write url = "https://...", or urls = [...] for several',
        'line 5: "typ" is not known. Did you mean "terms_type"?',
        (
            'line 6: language: "english" is no language code. '
            'Write two small letters such as "en" or "fr" (ISO 639-1)'
        ),
        'line 7: region: "Europe" is no region. Write capital letters such as "EU", "GB" or "US-CA"',
        'line 9: the source has both url and urls. Write url = "https://...", or urls = [...] for several',
        "line 10: platform: it is a number, not text. Put it between quotation marks",
        'line 12: url: "lumio.example/privacy" is no address on the web. Begin it with https://',
        'line 13: urls: it is an empty list. Write urls = ["https://...", "https://..."]',
        (
            'line 14: headers: "User-Agent" cannot be set. Take it out: policydiff says who it is; '
            'add who you are with "contact" at the top of the file'
        ),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('url = "https://me:secret@lumio.example/"', "holds a name or password"),
        ('url = "https://lumio.example/a b"', "no address"),
        ('url = "https://lumio.example:99999/"', "no address"),
        ('url = "file:///etc/passwd"', "no address on the web"),
        ('urls = ["https://a.example/", "https://a.example/#x"]', "stands in it twice"),
        ('url = "https://a.example/"\nvariant = "latest"', "reads as a moment in time"),
        ('url = "https://a.example/"\nvariant = "2024-05-01"', "reads as a moment in time"),
        ('url = "https://a.example/"\nvariant = "!"', "no letter or digit"),
        ('url = "https://a.example/"\ndocument = "Con"', "name of a folder"),
        ('url = "https://a.example/"\nlanguage = "en-GB"', 'region = "GB"'),
        ('url = "https://a.example/"\nhow = "carrier"', 'Write "auto" or "http" or "browser"'),
        ('url = "https://a.example/"\nkeep = true', "true or false is not known"),
        ('url = "https://a.example/"\nproxy_variable = "http://proxy:3128"', "environment variable"),
        ('url = "https://a.example/"\nheaders = { X = "a\\r\\nHost: b" }', "cannot be sent"),
        ('url = "https://a.example/"\nheaders = { "X:" = "a" }', "no name of a header"),
        ('url = "https://a.example/"\nselectors = []', "empty list"),
        ('url = "https://a.example/"\nselectors = ["main", "<<<"]', '"<<<" is no CSS selector'),
        ('url = "https://a.example/"\nselectors = "a|b"', "names a namespace"),
        ('url = "https://a.example/"\nselectors = "p:not(svg|p)"', "names a namespace"),
        ('url = "https://a.example/"\nselectors = "[xml|lang]"', "names a namespace"),
        ('url = "https://a.example/"\nregion = ""', "it is empty"),
    ],
)
def test_what_a_key_cannot_hold_is_refused(line: str, problem: str) -> None:
    """Each refusal says what is wrong with this value, and what to write instead."""
    (told,) = faults('[[source]]\nplatform = "A"\nterms_type = "Imprint"\n' + line)
    assert problem in told


def test_two_sources_of_one_name_are_a_fault() -> None:
    """Two series in one folder would be mixed up; the fault names the other line."""
    (told,) = faults(MINIMAL + "\n" + MINIMAL)
    assert told.startswith("line 6: lumio/privacy-policy is on line 1 too. ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[source]]\nplatform = Lumio\n", 2),
        ('source = "https://a.example"\n', 1),
        ("# x\nsource = [1]\n", 2),
        ("[source]\nplatform = 'x'\n", 1),
        ("a = " + "[" * 5000 + "]" * 5000, 0),
    ],
)
def test_a_file_of_another_form_is_a_fault_with_a_line(text: str, line: int) -> None:
    """What is no TOML, or no list of sources, says where."""
    with pytest.raises(InvalidSources) as caught:
        sources.parse(text, "sources.toml")
    assert caught.value.faults[0].line == line


def test_lines_are_right_behind_strings_over_several_lines() -> None:
    """Text that looks like keys and tables, inside strings and lists, moves no line."""
    text = (
        "contact = '''\n[[source]]\nplatform = 1\n'''\n"  # 1-4
        "[[source]]\n"  # 5
        'platform = "A" # """\n'
        'terms_type = """\nurl = 1"""\n'  # 7-8
        'selectors = [\n  "x = 1",\n  "[[source]]"\n]\n'  # 9-12
        "url = 4\n"  # 13
    )
    told = faults(text)
    assert [one.split(":")[0] for one in told] == ["line 1", "line 9", "line 13"]


@given(
    st.lists(st.sampled_from(['"', "'", '"""', "'''", "[", "]", "{", "#", "\\", "\n", "a = ", "[[source]]"]))
)
def test_finding_lines_never_fails(pieces: list[str]) -> None:
    """The scan is light, but no text breaks it."""
    sources.toml_lines.scan("".join(pieces))


@given(st.text(max_size=60))
def test_names_are_names_of_the_archive(written: str) -> None:
    """Whatever a source list accepts as a name, the archive accepts, and as the same."""
    try:
        name = fields.name(written)
    except fields.Refused:
        return
    assert name == names.slug(" ".join(written.split()))
    assert names.is_series(f"{name}/{name}")
    try:
        variant = fields.variant(written)
    except fields.Refused:
        return
    assert names.is_series(f"a/b@{variant}")


# --- the vocabulary of types ---


def test_the_vocabulary_is_the_published_one() -> None:
    """44 types, each its own name; aliases lead into it."""
    assert len(terms.TYPES) == len(set(terms.TYPES)) == 44
    assert all(terms.known(name) == name for name in terms.TYPES)
    assert all(target in terms.TYPES and alias not in terms.TYPES for alias, target in terms.ALIASES.items())
    assert terms.known("cookies  policy") == "Trackers Policy"


def test_an_unknown_type_is_kept_with_a_warning() -> None:
    """The vocabulary grows elsewhere: a new type does not stop anybody."""
    listed = sources.parse(MINIMAL.replace("Privacy Policy", "Privacy Polcy"), "sources.toml")
    assert listed.sources[0].terms_type == "Privacy Polcy"
    assert listed.sources[0].name == "lumio/privacy-polcy"
    (warning,) = listed.warnings
    assert warning.line == 3
    assert "Nearest are Privacy Policy" in warning.hint


# --- on the disk ---


def test_the_list_of_the_example_is_without_fault(root: Path) -> None:
    """The archive in this repository can be followed."""
    listed = sources.read_sources(root / "snapshots" / "sources.toml")
    assert listed.sources
    assert not listed.warnings


def test_adding_keeps_every_byte_that_was_there(tmp_path: Path) -> None:
    """Comments, order and blank lines are people's; a missing line end is supplied."""
    path = tmp_path / "sources.toml"
    before = "# ours: do not sort\n\n" + MINIMAL.rstrip() + "  # the big one"
    path.write_text(before, encoding="utf-8")
    entry: dict[str, str | list[str] | dict[str, str]] = {
        "platform": 'The "Nightjar" \\ Group',
        "terms_type": "Terms of Service",
        "urls": ["https://nightjar.example/a", "https://nightjar.example/b"],
        "headers": {"Accept-Language": "de"},
    }
    listed = sources.add(path, entry)
    assert path.read_text(encoding="utf-8").startswith(before + "\n\n[[source]]\n")
    assert sources.read_sources(path) == listed
    assert listed.sources[1].name == "the-nightjar-group/terms-of-service"
    assert listed.sources[1].headers == (("Accept-Language", "de"),)


def test_adding_what_would_be_a_fault_writes_nothing(tmp_path: Path) -> None:
    """The second source of a name is refused before the file is touched."""
    path = tmp_path / "sources.toml"
    path.write_text(MINIMAL)
    again = {"platform": "lumio", "terms_type": "Privacy Policy", "url": "https://lumio.example/other"}
    with pytest.raises(UnusableOption, match="a source of this name"):
        sources.add(path, again)
    assert path.read_text() == MINIMAL


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "9" * 5000,
        MINIMAL + "keep = " + "9" * 5000,
        f"[{'.'.join('a' * 50_000)}]",
        f"{'.'.join('a' * 50_000)} = 1",
        MINIMAL + f"[source.{' . '.join('a' * 50_000)}]",
        "x = { " + ".".join(["'a'"] * 50_000) + " = 1 }",
        "x = " + "[" * 5000 + "]" * 5000,
        "x = " + "{a=" * 3000 + "1" + "}" * 3000,
    ],
    ids=["digits", "digits of a key", "table", "key", "table of a source", "inline", "lists", "tables"],
)
def test_a_list_made_to_break_its_reader_has_faults(text: str) -> None:
    """Numbers of thousands of digits, keys of thousands of parts: one sentence, and at once."""
    began = time.process_time()
    assert faults(text)
    assert time.process_time() - began < 2


def test_dots_in_texts_and_comments_are_no_parts_of_keys() -> None:
    """A line of dots, an address with many."""
    dotted = MINIMAL.replace("/privacy", "/" + "a." * 50) + "# " + "." * 80 + "\n"
    assert sources.parse(dotted, "sources.toml").sources[0].urls == ("https://lumio.example/" + "a." * 50,)


def test_a_file_from_another_system_stays_one(tmp_path: Path) -> None:
    """A byte order mark and carriage returns are read, and appended to in kind."""
    path = tmp_path / "sources.toml"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    entry = {"platform": "B", "terms_type": "Imprint", "url": "https://b.example/"}
    assert len(sources.add(path, entry).sources) == 2
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_new_archive_gets_a_list_once(tmp_path: Path) -> None:
    """The template is a valid list without sources; a list that is there is not touched."""
    path = tmp_path / "new" / "snapshots" / "sources.toml"
    sources.create(path)
    assert sources.read_sources(path) == sources.SourceList(())
    path.write_text(MINIMAL)
    sources.create(path)
    assert path.read_text() == MINIMAL
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFile):
        sources.create(tmp_path / "file" / "sources.toml")
    with pytest.raises(UnwritableFile):
        sources.create(tmp_path)


def test_a_list_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    """Missing, a folder, not UTF-8: one sentence each, and what to do."""
    with pytest.raises(UnreadableFile, match="policydiff init"):
        sources.read_sources(tmp_path / "sources.toml")
    with pytest.raises(UnreadableFile):
        sources.read_sources(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b"# \n# caf\xe9\n")
    with pytest.raises(InvalidSources, match="line 2: it is not UTF-8"):
        sources.read_sources(tmp_path / "latin.toml")


def test_sources_are_chosen_by_name() -> None:
    """A document's name stands for its variants; an unknown one is told with the nearest."""
    text = MINIMAL + "".join(
        '[[source]]\nplatform = "Lumio"\nterms_type = "Imprint"\n'
        f'variant = "{variant}"\nurl = "https://lumio.example/{variant}"\n'
        for variant in ("eu", "us")
    )
    listed = sources.parse(text, "sources.toml")
    assert listed.select(()) == listed.sources
    assert [one.name for one in listed.select(("lumio/imprint", "lumio/imprint@us"))] == [
        "lumio/imprint@eu",
        "lumio/imprint@us",
    ]
    with pytest.raises(UnknownSource, match="Did you mean lumio/privacy-policy"):
        listed.select(("lumio/privacy",))
