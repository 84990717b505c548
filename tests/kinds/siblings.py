"""Pages whose text stands in several places: documents as siblings, text beside the deepest container."""

from __future__ import annotations

from tests.kinds.base import Policy, Section, Visit, below, bottom, kind, menu, page, prose

_TERMS = (
    Section(
        "Using the service",
        (
            "You may use the service for your own notes and for the notes of people who asked you to. You may not"
            " use it to watch people, and you may not resell what it shows you.",
            "You answer for what you write. Please keep your password to yourself and tell us when you lose it.",
        ),
    ),
    Section(
        "Paying",
        (
            "The service is free for one notebook. For more notebooks we charge a fee each month, which you find in"
            " the settings. You can stop paying at the end of any month.",
        ),
    ),
    Section(
        "Ending the contract",
        (
            "You can end the contract at any time by closing your account. We can end it with notice of one month, or"
            " at once if you break these terms badly.",
            "When the contract ends you can take your notes with you for thirty days.",
        ),
    ),
)
"""Terms of use that some pages hold beside the policy."""
_TERMS_LINES = ["Terms of Use", *(line for one in _TERMS for line in one.lines)]
_TERMS_TEXT = "".join(f"<h3>{one.heading}</h3>{below(one)}" for one in _TERMS)


def _shell(visit: Visit, inside: str, *, title: str = "Privacy Policy - Tidewell Notes") -> str:
    return page(
        f'<div class="topbar">{menu(visit)}</div>{inside}<div class="bottombar">{bottom(visit)}</div>',
        title=title,
    )


@kind(lines=lambda policy: ["Legal information", *_TERMS_LINES, *policy.lines])
def terms_and_policy_as_articles(policy: Policy, visit: Visit) -> str:
    """Two documents, each an article, under one heading."""
    return _shell(
        visit,
        f"""<section class="legal"><h1>Legal information</h1><article id="terms"><h2>Terms of Use</h2><div class="text">{_TERMS_TEXT}</div>
</article><article id="privacy"><h2>{policy.title}</h2><p class="date">{policy.date}</p><div class="text">{prose(policy, level=3)}</div></article>
</section>""",
    )


@kind(lines=lambda policy: [*policy.lines, *_TERMS_LINES])
def policy_and_terms_as_mains_of_tabs(policy: Policy, visit: Visit) -> str:
    """Two documents in tab panels, both in the page; the tabs are buttons."""
    return _shell(
        visit,
        f"""<div class="tabs"><ul role="tablist" class="tab-list"><li role="presentation"><button role="tab" aria-selected="true">Privacy</button></li>
<li role="presentation"><button role="tab">Terms</button></li></ul><div role="tabpanel" id="p1" class="tab-panel"><h1>{policy.title}</h1>
<p>{policy.date}</p>{prose(policy)}</div><div role="tabpanel" id="p2" class="tab-panel" hidden><h1>Terms of Use</h1>{_TERMS_TEXT}</div></div>""",
    )


@kind(lines=lambda policy: [policy.title, policy.date, *policy.body, "Cookie Policy", *_COOKIES])
def small_document_behind_a_large_one(policy: Policy, visit: Visit) -> str:
    """The cookie policy is a sibling of a few lines."""
    return _shell(
        visit,
        f"""<div class="documents"><div class="document"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div>
<div class="document"><h1>Cookie Policy</h1>{"".join(f"<p>{line}</p>" for line in _COOKIES)}</div></div>""",
    )


_COOKIES: list[str] = [
    "This website uses four cookies. Two keep you signed in, one remembers your language and one counts visits.",
    "They are deleted when you close your browser.",
]


@kind(lines=lambda policy: ["Summary", *_SUMMARY, *policy.lines])
def summary_before_the_document(policy: Policy, visit: Visit) -> str:
    """A summary in a box of its own, in front of the box with the document."""
    return _shell(
        visit,
        f"""<div class="content-wrap"><div class="summary-card"><h2>Summary</h2><ul>{"".join(f"<li>{line}</li>" for line in _SUMMARY)}</ul></div>
<div class="full-text"><div class="rte"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div></div>""",
    )


_SUMMARY: list[str] = [
    "We collect what you write and what your device tells us, and nothing else.",
    "We do not sell data, and we share them only with companies that work for us.",
    "You can have everything deleted at any time.",
]


@kind()
def opening_beside_the_rest(policy: Policy, visit: Visit) -> str:
    """The first section stands in the parent, all others in a box behind it."""
    first, rest = policy.sections[0], Policy("", "", policy.sections[1:])
    return _shell(
        visit,
        f"""<div id="subhead"><div class="inside"><h1>{policy.title}</h1></div></div><div id="container"><div class="mod_article block"><div
class="ce_text block"><p>{policy.date}</p><h2>{first.heading}</h2>{below(first)}<div class="legal-list">{prose(rest)}</div></div></div></div>""",
    )


@kind()
def opening_in_a_lead_component(policy: Policy, visit: Visit) -> str:
    """Title and date in one component, the first section in a lead component, the rest in a rich text component."""
    first, rest = policy.sections[0], Policy("", "", policy.sections[1:])
    return _shell(
        visit,
        f"""<div class="root responsivegrid"><div class="title aem-GridColumn"><h1 class="cmp-title__text">{policy.title}</h1></div><div
class="text aem-GridColumn"><div class="cmp-text"><p>{policy.date}</p></div></div><div class="lead aem-GridColumn"><div class="cmp-lead"><h2>
{first.heading}</h2>{below(first)}</div></div><div class="text aem-GridColumn"><div class="cmp-text">{prose(rest)}</div></div></div>""",
    )


@kind()
def last_sections_beside_the_rest(policy: Policy, visit: Visit) -> str:
    """The contact section stands in a box of its own behind the text."""
    last, rest = policy.sections[-1], Policy("", "", policy.sections[:-1])
    return _shell(
        visit,
        f"""<div class="page-body"><div class="col-wide"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(rest)}</div><div class="box-grey">
<h2>{last.heading}</h2>{below(last)}</div></div>""",
    )


@kind(lines=lambda policy: [policy.title, policy.date, _LEAD, *policy.body])
def header_of_the_body(policy: Policy, visit: Visit) -> str:
    """A page of nothing but the policy: header with date, title and lead, then bare sections."""
    return page(
        f"""<header><h1>{policy.title}</h1><p class="meta">{policy.date}</p><p>{_LEAD}</p></header>{prose(policy)}<footer><p>© {visit.pick("2025", "2026")}
Tidewell Notes Limited</p></footer>"""
    )


_LEAD = (
    "This page says what happens to what you tell us. It holds for the application, for the website and for the"
    " letters that you send us, wherever you live."
)


@kind(lines=lambda policy: [policy.title, policy.date, _LEAD, *policy.body])
def hero_header_with_lead(policy: Policy, visit: Visit) -> str:
    """The site's header with the menu, then a hero header with title, date and lead."""
    return page(
        f"""<header class="site-header"><a class="logo" href="/">Tidewell</a><nav>{menu(visit)}</nav></header><header class="hero"><div class="wrap"><h1>
{policy.title}</h1><p class="hero__date">{policy.date}</p><p class="hero__lead">{_LEAD}</p></div></header><div class="wrap">{prose(policy)}</div>
<footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [policy.title, policy.date, _LEAD, *policy.body])
def jumbotron_with_lead(policy: Policy, visit: Visit) -> str:
    """Bootstrap: a jumbotron with title, date and lead above the container with the text."""
    return page(
        f"""<nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="/">Tidewell</a>{menu(visit)}</nav><div class="jumbotron jumbotron-fluid"><div
class="container"><h1 class="display-4">{policy.title}</h1><small>{policy.date}</small><p class="lead">{_LEAD}</p></div></div><div class="container">
<div class="row"><div class="col-md-10 offset-md-1">{prose(policy)}</div></div></div><footer class="footer mt-auto">{bottom(visit)}</footer>"""
    )


@kind()
def sections_of_uneven_boxes(policy: Policy, visit: Visit) -> str:
    """Each section a white card; menu, cards and footer are siblings."""
    cards = "".join(
        f'<div class="card"><div class="card-body"><h3 class="card-title">{one.heading}</h3>{below(one)}</div></div>'
        for one in policy.sections
    )
    return page(
        f"""<div class="navstrip">{menu(visit)}</div><div class="title-strip"><h1>{policy.title}</h1><span>{policy.date}</span></div>{cards}<div class="foot">
{bottom(visit)}</div>"""
    )


@kind()
def word_export(policy: Policy, visit: Visit) -> str:
    """Saved from a word processor: title and date are paragraphs in front of the part with the text."""
    text = "".join(
        f'<p class=MsoNormal><b><span style="font-size:14.0pt">{one.heading}<o:p></o:p></span></b></p>'
        + "".join(
            f"<p class=MsoNormal><span lang=EN-GB>{line}<o:p></o:p></span></p>" for line in one.lines[1:]
        )
        for one in policy.sections
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal{{margin:0}}</style></head><body lang=EN-GB><p class=MsoTitle>{policy.title}</p><p class=MsoSubtitle>{policy.date}</p><div
class=WordSection1>{text}<p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"""


@kind(lines=lambda policy: [policy.title, policy.date, *policy.body, *_ANNEX])
def annex_in_its_own_box(policy: Policy, visit: Visit) -> str:
    """An addendum for one region in a box behind the article, in the same column."""
    return _shell(
        visit,
        f"""<div class="column"><article class="entry"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</article><div class="addendum"><h2>
{_ANNEX[0]}</h2><p>{_ANNEX[1]}</p><ul><li>{_ANNEX[2]}</li><li>{_ANNEX[3]}</li></ul></div></div>""",
    )


_ANNEX: list[str] = [
    "Addendum for residents of the northern islands",
    "If you live on the northern islands you have these rights on top of those named above, and you can use them through anyone whom you name.",
    "To know to whom we gave data",
    "To limit the use of sensitive data",
]


@kind(lines=lambda policy: [*policy.lines, "Questions?", _CONTACT])
def contact_in_side_column(policy: Policy, visit: Visit) -> str:
    """A side column that says whom to write to about the policy, and links to no other page."""
    return _shell(
        visit,
        f"""<main><div class="grid"><div class="grid__main"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="grid__side"><h3>
Questions?</h3><p>{_CONTACT}</p></div></div></main>""",
    )


_CONTACT = "Write to our data protection officer at privacy@tidewell.example if anything on this page is unclear, and we answer within a week."


@kind()
def two_columns_of_sections(policy: Policy, visit: Visit) -> str:
    """Sections over two columns of a grid, half of them in each."""
    half = len(policy.sections) // 2
    left, right = (Policy("", "", policy.sections[:half]), Policy("", "", policy.sections[half:]))
    return _shell(
        visit,
        f"""<div class="wp-block-group"><h1>{policy.title}</h1><p>{policy.date}</p></div><div class="wp-block-columns"><div class="wp-block-column">
{prose(left)}</div><div class="wp-block-column">{prose(right)}</div></div>""",
    )


@kind(
    lines=lambda policy: [policy.title, policy.date, *policy.body, "Politique de confidentialité", *_FRENCH]
)
def second_language_behind(policy: Policy, visit: Visit) -> str:
    """The same text in a second language, shorter, in a box of its own."""
    return _shell(
        visit,
        f"""<main><div lang="en"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div lang="fr"><h1>Politique de confidentialité</h1>
{"".join(f"<p>{line}</p>" for line in _FRENCH)}</div></main>""",
    )


_FRENCH: list[str] = [
    "Nous conservons vos notes jusqu’à ce que vous les supprimiez, et les sauvegardes pendant trente jours ensuite.",
    "Vous pouvez vous opposer à l’utilisation de vos données et demander leur effacement à tout moment, en nous écrivant.",
]


@kind(lines=lambda policy: [policy.title, policy.date, *policy.body, *_TERMS_LINES])
def documents_on_anchors(policy: Policy, visit: Visit) -> str:
    """One page with all documents, each in a band with an id."""
    return page(
        f"""<div id="top">{menu(visit)}</div><section id="privacy"
class="band"><div class="in"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}</div></section><section id="terms" class="band band--dark">
<div class="in"><h2>Terms of Use</h2>{_TERMS_TEXT}</div></section><section class="band band--foot">{bottom(visit)}</section>"""
    )
