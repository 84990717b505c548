"""What counts inside the policy: words struck out, buttons, forms, pictures in cells, marks on numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare, normalise
from policydiff.normaliser import mojibake

if TYPE_CHECKING:
    from policydiff.models import Document

PROSE = (
    "<p>We keep the letters of our guests for as long as the harbour office asks us to, and no longer.</p>"
    * 4
)


def _read(part: str, *, explain: bool = False) -> Document:
    page = f"<html><body><main><h1>Privacy Policy</h1>{PROSE}{part}{PROSE}</main></body></html>"
    return normalise(page.encode(), url="https://harbour.example/privacy", explain=explain)


def _lines(part: str) -> list[str]:
    """The clauses that a part of a page makes."""
    return [clause.text for clause in _read(part).clauses[5:-4]]


def _links(part: str) -> list[tuple[str, str]]:
    return [(link.text, link.target) for clause in _read(part).clauses for link in clause.links]


STRUCK = {
    "deleted words": ("<p>for <del>30</del><ins>180</ins> days</p>", ["for 180 days"]),
    "s": ("<p>We <s>never</s> sell it.</p>", ["We sell it."]),
    "strike": ("<p><strike>We never sell it.</strike></p><p>We may sell it.</p>", ["We may sell it."]),
    "several blocks": ("<del><p>One.</p><ul><li>Two.</li></ul></del><p>Three.</p>", ["Three."]),
    "its own style": ('<p>for <span style="text-decoration: line-through">30</span> 60 days</p>', ["for 60 days"]),
    "the style of an item": (
        '<ul><li style="text-decoration-line:line-through;color:red">names</li><li>notes</li></ul>', ["notes"],
    ),
    "a class of a tool kit": ('<p class="text-sm line-through">Gone.</p><p>There.</p>', ["There."]),
    "a class of the page": (
        "<style>p { color: red } .old, .gone { text-decoration: line-through }</style>"
        '<p><span class="old">Gone.</span> There.</p>', ["There."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("part", "lines"), STRUCK.values(), ids=STRUCK)
def test_what_is_struck_out_is_not_in_force(part: str, lines: list[str]) -> None:
    """However a page strikes it out; what was left out is told."""
    assert _lines(part) == lines
    assert "struck out" in {left.rule for left in _read(part, explain=True).left_out}


def test_a_cell_struck_out_is_a_cell() -> None:
    """The columns of its row stay where they are."""
    row = '<tr><td>Letters</td><td style="text-decoration:line-through">30 days</td><td>Yes</td></tr>'
    part = f"<table><tr><th>What</th><th>Before</th><th>Shared</th></tr>{row}<tr><td>a</td><td>b</td><td>c</td></tr></table>"
    shared = next(clause for clause in _read(part).clauses if clause.text == "Yes")
    assert shared.cell is not None
    assert shared.cell.column_heading == "Shared"


@pytest.mark.parametrize("explain", [False, True])
def test_markdown_strikes_out_with_tildes(explain: bool) -> None:
    """By both ways of reading; a tilde that means "about" strikes nothing out."""
    text = "# Privacy Policy\n\nWe keep it for ~~30~~ 180 days.\n\n~~We never sell it.~~\n\nAbout ~5 days or ~9 days, 3~6 weeks.\n"
    lines = ["Privacy Policy", "We keep it for 180 days.", "About ~5 days or ~9 days, 3~6 weeks."]
    assert normalise(text.encode(), content_type="text/markdown", explain=explain).text.split("\n") == lines


def test_a_promise_struck_out_is_gone() -> None:
    """Compared with the page on which it was in force, it is removed; with itself, nothing changed."""
    promise, struck = (
        "<p>We never sell letters to anybody.</p>",
        "<p><del>We never sell letters to anybody.</del></p>",
    )
    kinds = [change.kind for change in compare(_read(promise), _read(struck)).diff.changes]
    assert kinds.count("removed") == 1
    assert not compare(_read(struck), _read(struck)).diff.changes[5].rewords


HIDDEN = {
    "by its style": 'post<span style="display:none">X-{}</span>@harbour.example',
    "by an attribute": "post<span hidden>X-{}</span>@harbour.example",
    "by an attribute of bold type": "post<b hidden>X-{}</b>@harbour.example",
    "in small type": 'post<small style="display:none">X-{}</small>@harbour.example',
    "off the screen": 'post<span style="position:absolute; left:-9999px">X-{}</span>@harbour.example',
    "by its size": 'post<span style="font-size:0">X-{}</span>@harbour.example',
    "by a class of the page": "<style>.q7 {{ display: none; }}</style>post<span class='q7'>X-{}</span>@harbour.example",
}


@pytest.mark.parametrize("part", HIDDEN.values(), ids=HIDDEN)
def test_unseen_words_inside_an_address_are_no_words(part: str) -> None:
    """A trap for robots is another one at every visit."""
    assert _lines(f"<p>Write to {part.format(1)}.</p>") == ["Write to post@harbour.example."]


def test_a_hidden_sentence_is_opened_by_a_click() -> None:
    """It stays, as do the hidden parts of accordions."""
    hidden = (
        "<span style='display:none'>and with the harbour police where the law of the islands says so</span>"
    )
    assert "harbour police" in _lines(f"<p>We share it {hidden}.</p>")[0]


def test_words_off_the_screen_may_be_a_label() -> None:
    """They are the only words of a cell whose value is drawn."""
    value = '<span style="position:absolute; left:-9999px">Yes</span>'
    assert "Yes" in _lines(f"<table><tr><th>Sold</th><td>{value}</td></tr></table>")


BUTTONS = {
    "words of a sentence": ("<p>We do <button class=term>not sell</button> letters.</p>", ["We do not sell letters."]),
    "words that unfold": (
        "<p>We do not sell to <button aria-expanded=false>brokers</button>.</p>", ["We do not sell to brokers."],
    ),
    "in bold": ("<p>We do <b><button>not sell</button></b> letters.</p>", ["We do not sell letters."]),
    "a link without an address": ("<p>You can <a role=button>opt out here</a>.</p>", ["You can opt out here."]),
    "a sign that opens a note": ("<p>Your data <button>ⓘ</button> are kept.</p>", ["Your data are kept."]),
    "a choice": ("<p><button>Opt out of AI training</button></p>", ["Opt out of AI training"]),
    "another choice": ("<div><button><span>Request a copy of my data</span></button></div>", ["Request a copy of my data"]),
    "in German": ("<p><button>Widerspruch einlegen</button></p>", ["Widerspruch einlegen"]),
    "no to training": ("<p><button>Turn off AI training</button></p>", ["Turn off AI training"]),
    "no to training, in German": ("<p><button>KI-Training ablehnen</button></p>", ["KI-Training ablehnen"]),
    "in French": ("<p><button>Gérer mes cookies</button></p>", ["Gérer mes cookies"]),
    "in French, in Canada": ("<p><button>Gérer les témoins</button></p>", ["Gérer les témoins"]),
    "in Spanish": ("<p><button>Darse de baja</button></p>", ["Darse de baja"]),
    "a switch": ("<button role=switch aria-checked=true>Personal ads</button>", ["☑ Personal ads"]),
    "tools": ("<div><button>Print</button><button>Copy link</button><button>Sign up</button></div>", []),
    "votes": ("<p>Was this helpful? <button>Yes</button> <button>No</button></p>", []),
}  # fmt: skip


def test_a_heading_with_a_copy_for_screen_readers_is_read_once() -> None:
    """Its letters are drawn one by one, hidden from those who hear the page."""
    words = "How long we keep the letters that you write with us"
    copy = f"<span class=sr-only>{words}</span><span aria-hidden=true>{words}</span>"
    assert _lines(f"<h2>{copy}</h2><p>Three years.</p>") == [words, "Three years."]


@pytest.mark.parametrize(("part", "lines"), BUTTONS.values(), ids=BUTTONS)
def test_buttons_of_the_policy_are_text(part: str, lines: list[str]) -> None:
    """Within a sentence, and where they say a choice or a right; the tools of the page are not."""
    assert _lines(part) == lines


@pytest.mark.parametrize(
    "part",
    [
        "<a role=button href='/optout'>Opt out</a>",
        "<a class='btn cta' href='/optout'>Opt out</a>",
        "<div class=cta><a href='/optout'>Opt out</a></div>",
        "<button onclick=\"window.location.href='/optout'\">Opt out</button>",
        "<button data-href='/optout'>Opt out</button>",
        "<form action='/optout'><input type=text><button>Opt out</button></form>",
        "<form action='/optout'><input type=email><input type=submit value='Opt out'></form>",
    ],
)
def test_a_button_has_the_target_it_leads_to(part: str) -> None:
    """Whether it is a link, a script that leads on, or sends a form."""
    assert _links(part) == [("Opt out", "https://harbour.example/optout")]


FORM = (
    "<form action='/object'><h3>Object to the use of your letters</h3><div><label for=r>Your reason</label></div>"
    "<div><input id=r {}></div><div><label><input type=checkbox {}> Send me news</label></div>"
    "<div><input aria-label='Your name'></div><button>Send</button></form>"
)


def test_a_form_behind_which_a_right_lies_is_a_part_of_the_policy() -> None:
    """With its labels, what must be filled in, and what is ticked beforehand."""
    assert _lines(FORM.format("", "")) == [
        "Object to the use of your letters", "Your reason", "☐ Send me news", "Your name", "Send",
    ]  # fmt: skip
    assert _lines(FORM.format("required", "checked"))[1:3] == ["Your reason ✱", "☑ Send me news"]


def test_a_form_that_takes_a_file_is_content_whatever_it_is_called() -> None:
    """It wants something shown, as no form of a page's frame does."""
    form = "<form><p><label>Your answer <input required></label><p><label>Picture <input type=file required></label></form>"
    assert _lines(form) == ["Your answer ✱", "Picture ✱"]


def test_a_box_ticked_beforehand_is_a_change() -> None:
    """And so is a field that must be filled in."""
    plain = _read(FORM.format("", ""))
    for other in (("required", ""), ("", "checked")):
        assert compare(plain, _read(FORM.format(*other))).verdict != "identical"


@pytest.mark.parametrize(
    "form",
    [
        "<form role=search><input type=search placeholder='Search the site'><button>Search</button></form>",
        "<form><input type=email placeholder='Your address'><p>Unsubscribe at any time.</p><button>Subscribe to our newsletter</button></form>",
        "<form><input type=email><input type=password><button>Log in to change your settings</button></form>",
        "<form><p>Write to us</p><textarea></textarea><label><input type=checkbox> I consent to this.</label><button>Send</button></form>",
    ],
)
def test_other_forms_are_furniture(form: str) -> None:
    """To search, to log in, to get news, to write to the site."""
    assert _lines(form) == []


ICONS = {
    "alt": "<img src=/x.svg alt={}>",
    "aria-label": "<span role=img aria-label={}></span>",
    "title": "<i class=icon title={}></i>",
    "title of a drawing": "<svg><title>{}</title><path d=M0/></svg>",
    "inside a picture": "<picture><img alt={}></picture>",
    "label of the cell": None,
}
MARKS = {
    "name of the file": ("<img src=/icons/no.svg>", "<img src=/icons/yes.svg>"),
    "class": ("<i class='fa fa-times'></i>", "<i class='fa fa-check'></i>"),
    "use": ("<svg><use href='#icon-cross'/></svg>", "<svg><use href='#icon-check'/></svg>"),
    "words of an icon font": (
        "<i class='material-icons'>close no</i>",
        "<i class='material-icons'>check</i>",
    ),
}


def _table(cell: str) -> str:
    head = "<tr><th>Kind</th><th>Shared?</th></tr><tr><td>Names</td><td>No</td></tr>"
    return f"<table>{head}<tr><td>Places</td>{cell}</tr></table>"


@pytest.mark.parametrize("icon", ICONS.values(), ids=ICONS)
def test_a_cell_whose_value_is_a_picture_has_that_value(icon: str | None) -> None:
    """The words that stand for the picture are the cell."""
    for word in ("No", "Yes"):
        cell = f"<td>{icon.format(word)}</td>" if icon else f"<td aria-label={word}></td>"
        assert _lines(_table(cell))[4:] == ["Places", word]


@pytest.mark.parametrize(("no", "yes"), MARKS.values(), ids=MARKS)
def test_a_tick_is_a_tick_by_its_name(no: str, yes: str) -> None:
    """Where no words stand for the picture."""
    assert _lines(_table(f"<td>{no}</td>"))[-1] == "✗"
    assert _lines(_table(f"<td>{yes}</td>"))[-1] == "✓"


def test_boxes_in_cells_are_ticked_or_not() -> None:
    """As they come from the server."""
    assert _lines(_table("<td><input type=checkbox disabled checked></td>"))[-1] == "☑"
    assert _lines(_table("<td><input type=checkbox disabled></td>"))[-1] == "☐"


def test_pictures_elsewhere_have_no_words() -> None:
    """In a text, beside words in a cell, and in a table that is layout."""
    assert _lines("<p>Text <img alt=Yes> here.</p>") == ["Text here."]
    assert _lines(_table("<td><img alt=Logo> with consent</td>"))[-1] == "with consent"
    assert _lines("<table><tr><td><img alt=Logo></td><td><p>Laid out.</p></td></tr></table>") == ["Laid out."]


@pytest.mark.parametrize("explain", [False, True])
def test_pictures_in_cells_of_markdown(explain: bool) -> None:
    """By both ways of reading."""
    text = '# Policy\n\n| Kind | Shared |\n| --- | --- |\n| Names | ![No](x.svg) |\n| Places | ![](/i/check.png) |\n| Age | <img alt="Yes"> |\n'
    document = normalise(text.encode(), content_type="text/markdown", explain=explain)
    assert [clause.text for clause in document.clauses[3:]] == ["Names", "No", "Places", "✓", "Age", "Yes"]


def test_a_raised_mark_is_no_digit() -> None:
    """A footnote on a number changes neither the number nor the clause."""
    assert _lines("<p>for 13<sup>1</sup> months</p>") == ["for 13¹ months"]
    assert _lines("<p>for 13<sup><a href='#n'>[1]</a></sup> months</p>") == ["for 13¹ months"]
    assert _lines("<p>the 1<sup>st</sup> of May</p>") == ["the 1st of May"]
    assert _lines("<p>for 13<a href='#n1'>1</a> months</p>") == ["for 13¹ months"]
    assert _lines("<p>for 13<span class='footnote-ref'>1</span> months</p>") == ["for 13¹ months"]
    assert _lines("<p>see part <a href='#n1'>1</a> and 1<span class='sup'>st</span> of all</p>") == [
        "see part 1 and 1st of all"
    ]
    compared = compare(_read("<p>for 13 months</p>"), _read("<p>for 13<sup>2</sup> months</p>"))
    assert [change.kind for change in compared.diff.changes if change.rewords] == []


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("media", ["text/html", "text/markdown", "text/plain"])
@pytest.mark.parametrize("mark", ["\0", "\0a", "\0b", "\0z", "\ue02a", "&#xe02a;", "&#57386;", "&#0;"])
def test_marks_of_our_own_cannot_come_from_outside(mark: str, media: str, explain: bool) -> None:
    """They are left out, or are what they are, and both ways of reading agree."""
    start = "We keep your letters in a box. " * 200
    text = f"<p>{start}</p><p>do {mark}not sell \\*x\\* it</p>"
    if media != "text/html":
        text = f"{start}\n\ndo {mark}not sell \\*x\\* it\n"
    read = normalise(text.encode(), content_type=media, explain=explain)
    other = normalise(text.encode(), content_type=media, explain=not explain)
    assert read.clauses == other.clauses
    said = (
        mark if media == "text/plain" and mark[0] == "&" else mark.strip("\0\ue02a") if mark[0] != "&" else ""
    )
    assert read.clauses[-1].text.replace("\\", "").replace("\ufffd", "") == f"do {said}not sell *x* it"


TWICE = [
    "Politique de confidentialité : vos données « personnelles » – jamais l’ouvrage, 5 € à l’œuvre",
    "Datenschutzerklärung für Größe, Übermittlung und Änderung „Auskunft“",
    "Мы храним ваши данные",
    "プライバシーポリシーと個人情報",
]


@pytest.mark.parametrize("text", TWICE)
def test_what_was_encoded_twice_is_put_right(text: str) -> None:
    """Once or twice too often; the document says that it was."""
    wrong = text.encode().decode("latin-1")
    for bytes_received in (wrong.encode(), wrong.encode().decode("latin-1").encode()):
        document = normalise(f"<p>{'a'}</p><p>".encode() + bytes_received + b"</p>", content_type="text/html")
        assert document.clauses[-1].text == text
        assert document.charset_reason.endswith("encoded twice")


@pytest.mark.parametrize(
    "text", ["CAFÉ® CAFÉ® CAFÉ®", "NÃO, SÃO, AÇÃO", "« à » É™ ÎLE Â", "“Ä“ “Ö“", "donnÃ©es"]
)
def test_letters_with_marks_are_left_alone(text: str) -> None:
    """Brands, capitals, and one word alone that may be an example."""
    assert not mojibake.is_likely(text.encode()) or mojibake.righted(text) is text


@pytest.mark.parametrize("letters", [0, 10, 49, 50, 500])
def test_few_signs_of_a_text_encoded_twice_are_found_behind_many_letters(letters: int) -> None:
    """Three signs tell, however many letters begin with the same byte before, between and behind them."""
    before, wrong = "é" * letters, "donnÃ©es"
    assert mojibake.is_likely(f"{before} {wrong} é {wrong} {wrong} {before}".encode())
    assert not mojibake.is_likely(f"{before} {wrong} é {wrong} {before}".encode())
