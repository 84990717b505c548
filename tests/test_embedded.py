"""The text that a page without one brings as data for its scripts: the forms that are read, and when not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from policydiff import normalise

SHOPS = "Aarhus Bremen Coimbra Dijon Edam Fulda Ghent".split()
SECTIONS = [
    (
        f"{name} of your information",
        " ".join([text, *(f"In {shop} {name.lower()} follows the rules that {shop} has for it." for shop in SHOPS)]),
    )
    for name, text in (
        ("Collection", "We collect the name and the address that you give us when you open an account with us."),
        ("Use", "We use your information to send the parcels that you ordered, and to repair what is broken."),
        ("Sharing", "We share your address with carriers, and with nobody else unless a court orders us to."),
        ("Retention", "We keep your orders for ten years, because tax law obliges us to, and then delete them."),
        ("Rights", "You may ask for a copy of your personal data, have it corrected, and object to its use."),
        ("Contact", "Write to our data protection officer, who answers your question within one month of it."),
        ("Security", "We protect your personal data with encryption, and let few people of ours see any of it."),
        ("Changes", "We tell you of changes to this privacy policy by mail, thirty days before they take effect."),
        ("Children", "We do not knowingly collect personal data of children who are younger than sixteen years."),
        ("Transfers", "We transfer personal data to no country outside of the one in which you live and order."),
        ("Cookies", "We use no cookies but the one that remembers which parcels lie in your basket for a day."),
        ("Complaints", "You may complain to the authority that supervises how your personal data are treated."),
    )
]  # fmt: skip
HTML = "<h1>Privacy Policy</h1>" + "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in SECTIONS)
PAGE = '<!doctype html><html lang="en"><head><title>Lumio Privacy Policy</title></head><body>{}</body></html>'
TWIN = normalise(PAGE.format(f"<main>{HTML}</main>").encode()).text


def shell(script: str) -> bytes:
    return PAGE.format(f'<div id="root"></div>{script}').encode()


def data(value: Any, kind: str = 'id="__NEXT_DATA__" type="application/json"') -> bytes:
    return shell(f"<script {kind}>{json.dumps(value)}</script>")


def pushed(*rows: str) -> bytes:
    parts = "".join(f"<script>self.__next_f.push([1,{json.dumps(row)}])</script>" for row in rows)
    return shell(f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{parts}")


def contentful() -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = [
        {"nodeType": "heading-1", "content": [{"nodeType": "text", "value": "Privacy Policy", "marks": []}]}
    ]
    for name, text in SECTIONS:
        half = len(text) // 2
        runs = [{"nodeType": "text", "value": part, "marks": []} for part in (text[:half], text[half:])]
        blocks.append({"nodeType": "heading-2", "content": [{"nodeType": "text", "value": name}]})
        blocks.append({"nodeType": "paragraph", "content": runs})
    return blocks


def portable() -> list[dict[str, Any]]:
    def block(style: str, text: str) -> dict[str, Any]:
        return {"_type": "block", "style": style, "children": [{"_type": "span", "text": text}]}

    return [
        block("h1", "Privacy Policy"),
        *(one for name, text in SECTIONS for one in (block("h2", name), block("normal", text))),
    ]


def prose_mirror() -> dict[str, Any]:
    def block(kind: str, text: str, **more: Any) -> dict[str, Any]:
        return {"type": kind, **more, "content": [{"type": "text", "text": text}]}

    blocks = [block("heading", "Privacy Policy", attrs={"level": 1})]
    for name, text in SECTIONS:
        blocks += [block("heading", name, attrs={"level": 2}), block("paragraph", text)]
    return {"type": "doc", "content": blocks}


def react() -> list[Any]:
    parts: list[Any] = [["$", "h1", None, {"children": "Privacy Policy"}]]
    for name, text in SECTIONS:
        parts += [
            ["$", "h2", None, {"children": name}],
            ["$", "p", "k", {"className": "x", "children": ["", text]}],
        ]
    return ["$", "main", None, {"children": parts}]


MARKDOWN = "# Privacy Policy\n\n" + "\n\n".join(f"## {name}\n\n{text}" for name, text in SECTIONS)
FORMS = {
    "HTML in a string": data({"props": {"pageProps": {"title": "Privacy", "html": HTML}}}),
    "Markdown in a string": data({"page": {"body": MARKDOWN}}),
    "blocks by nodeType": data({"document": contentful()}, 'type="application/json"'),
    "blocks by style": data({"body": portable()}),
    "blocks by type": data({"state": {"doc": prose_mirror()}}),
    "data inside of data": data({"body": json.dumps({"a": contentful()})}),
    "an assignment": shell(f"<script>window.__STATE__ = {json.dumps({'html': HTML})};</script>"),
    "a parsed string": shell(f"<script>window.s=JSON.parse({json.dumps(json.dumps({'html': HTML}))})</script>"),
    "elements of React": pushed(f"0:{json.dumps(react())}\n"),
    "a row of text": pushed(
        '0:["$","div",null,{"dangerouslySetInnerHTML":{"__html":"$5"}}]\n', f"5:T{len(HTML):x},", HTML, "6:null\n"
    ),
    "a crashed page": PAGE.format(
        "<h2>Application error: a client-side exception has occurred</h2>"
        f'<script type="application/json">{json.dumps({"html": HTML})}</script>'
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_text_is_read_from_the_data(form: str) -> None:
    """As if the page had been built: words, headings, address, hash of the bytes as received."""
    read = normalise(FORMS[form], url="https://lumio.example/privacy")
    assert read.text == TWIN
    assert read.quality.level == "good"
    assert [one.text for one in read.clauses if one.kind == "heading"][1] == "Collection of your information"
    assert read.size == len(FORMS[form])
    assert read.url == "https://lumio.example/privacy"


def test_what_stands_beside_the_text_stays_out() -> None:
    """Messages of the program, other articles, texts of dialogs, code."""
    beside = {
        "messages": {
            "error": "Something went wrong while we loaded this page for you",
            "cookies": "We use cookies. " * 30,
        },
        "related": [{"title": "How we protect your personal data while you sleep"}],
        "code": "const {a: _b} = arguments[0]; function(x) { return _jsx(x, {}); }; " * 40,
        "article": {"html": HTML},
    }
    assert normalise(data(beside)).text == TWIN


GERMAN = "<h1>Datenschutz</h1>" + "".join(
    f"<h2>Abschnitt {number}</h2><p>Wir verarbeiten die Daten, die Sie uns geben, wenn Sie ein Konto bei uns "
    f"eröffnen, und löschen sie nach {number} Tagen, sofern nicht ein Gesetz uns zu mehr verpflichtet.</p>"
    for number in range(1, 40)
)
SILENT = {
    "two versions": data({"versions": [{"html": HTML}, {"html": HTML.replace("ten years", "six years")}]}),
    "two languages": data({"texts": [{"html": HTML}, {"html": GERMAN}]}),
    "messages of a program": data({f"message{n}": f"You have {n} new parcels waiting in your basket today" for n in range(99)}),
    "data for search engines": data({"articleBody": HTML}, 'type="application/ld+json"'),
    "a short text": data({"html": HTML[:900]}),
    "no JSON": shell("<script type='application/json'>{broken: </script><script>window.x = {a: b}</script>"),
    "an error page": data({"html": "<h1>404</h1><p>This page could not be found.</p>" * 80}),
}  # fmt: skip


@pytest.mark.parametrize("form", SILENT)
def test_other_data_is_no_text(form: str) -> None:
    """The page stays what it is, an empty frame."""
    read = normalise(SILENT[form])
    assert read.quality.level == "bad"
    assert "We collect" not in read.text


def test_a_page_with_a_text_is_left_alone() -> None:
    """Its data may hold another version."""
    page = PAGE.format(
        f"<main>{HTML}</main><script type='application/json'>{json.dumps({'html': GERMAN})}</script>"
    )
    assert normalise(page.encode()).text == TWIN


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "script",
    [
        "[" * 200_000,
        json.dumps({"a": [{"type": "paragraph", "content": []}] * 50_000}),
        '{"a":' * 900 + "1" + "}" * 900,
        "window.x = {" * 100_000,
        "self.__next_f.push([1," * 50_000,
        json.dumps("$5 " * 500_000),
    ],
    ids=["brackets", "blocks", "deep", "assignments", "pushes", "references"],
)
def test_hostile_data_ends_soon(script: str) -> None:
    """Whatever it is made to do."""
    for kind in ("<script type='application/json'>", "<script>"):
        assert normalise(shell(f"{kind}{script}</script>")).quality.level == "bad"
