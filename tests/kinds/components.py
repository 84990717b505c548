"""Pages made of elements of a framework's own, and text in unusual elements."""

from __future__ import annotations

from tests.kinds.base import (
    Policy,
    Visit,
    below,
    bottom,
    items,
    kind,
    links,
    menu,
    page,
    paragraphs,
    prose,
    table,
)


def _framed(policy: Policy, visit: Visit, text: str) -> str:
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1><p>{policy.date}</p>{text}</main><footer>{bottom(visit)}
</footer>"""
    )


@kind()
def custom_elements(policy: Policy, visit: Visit) -> str:
    """Unknown elements for headings and paragraphs, side by side without a blank."""
    text = "".join(
        f"<legal-heading>{one.heading}</legal-heading>{paragraphs(one, 'legal-text')}{items(one)}{table(one)}"
        for one in policy.sections
    )
    return _framed(policy, visit, text)


@kind()
def custom_elements_in_sentences(policy: Policy, visit: Visit) -> str:
    """Unknown elements around words in a sentence are part of it."""
    text = prose(policy)
    for word in ("personal data", "cookies", "Tidewell"):
        text = text.replace(word, f"<x-term>{word}</x-term>")
    return _framed(policy, visit, text)


@kind()
def material_panels(policy: Policy, visit: Visit) -> str:
    """Expansion panels of a component library."""
    text = "".join(
        f"""<mat-expansion-panel class="mat-expansion-panel ng-tns-{visit.css("n")}"><mat-expansion-panel-header role="button"
aria-expanded="false"><span class="mat-content"><mat-panel-title>{one.heading}</mat-panel-title></span><span
class="mat-expansion-indicator"></span></mat-expansion-panel-header><div class="mat-expansion-panel-content" role="region"
style="visibility: hidden;"><div class="mat-expansion-panel-body">{below(one)}</div></div></mat-expansion-panel>"""
        for one in policy.sections
    )
    return _framed(policy, visit, f"<mat-accordion>{text}</mat-accordion>")


@kind()
def anchors_that_open(policy: Policy, visit: Visit) -> str:
    """Links without an address open the sections."""
    text = "".join(
        f"""<div class="panel"><div class="panel-heading"><h4 class="panel-title"><a role="button" data-toggle="collapse" href="#p{n}"
aria-expanded="false">{one.heading}</a></h4></div><div id="p{n}" class="panel-collapse collapse">{below(one)}</div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return _framed(policy, visit, text)


@kind()
def script_links_that_open(policy: Policy, visit: Visit) -> str:
    """Links to a script open the sections."""
    text = "".join(
        f'<a href="javascript:void(0)" class="toggler">{one.heading}</a><div class="content">{below(one)}</div>'
        for one in policy.sections
    )
    return _framed(policy, visit, text)


@kind()
def consent_with_links(policy: Policy, visit: Visit) -> str:
    """A consent window without a name whose buttons are links, before the text, at one of two visits."""
    window = """<div class="z9"><p>We use cookies to make this site work, to count visits and to show you advertising. Our cookies and those of
our partners stay for up to two years.</p><a class="btn" href="#">Accept all</a><a class="btn" href="#">Reject all</a></div>"""
    return page(
        f"""{"" if visit.later else window}<div class="k2"><div>{menu(visit)}</div><div class="k3"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div><div>{bottom(visit)}</div></div>"""
    )


@kind()
def consent_buttons_in_text(policy: Policy, visit: Visit) -> str:
    """The section on cookies has buttons to accept and reject them."""
    text = "".join(
        f"<section><h2>{one.heading}</h2>{below(one)}"
        + (
            "<div><button>Accept all</button><button>Reject all</button></div>"
            if one.heading == "Cookies"
            else ""
        )
        + "</section>"
        for one in policy.sections
    )
    return _framed(policy, visit, text)


@kind()
def text_in_a_field(policy: Policy, visit: Visit) -> str:
    """The text in a field that can be read but not written."""
    text = "\n\n".join(policy.body)
    return page(
        f"""<div>{menu(visit)}</div><h1>{policy.title}</h1><p>{policy.date}</p><form><textarea readonly rows="40" cols="80">{text}</textarea>
<button>I agree</button></form><div>{bottom(visit)}</div>"""
    )


@kind()
def preformatted(policy: Policy, visit: Visit) -> str:
    """The text as typed."""
    text = "\n\n".join(policy.body)
    return page(f"<pre>{policy.title}\n\n{policy.date}\n\n{text}</pre>")


@kind()
def documents_in_tabs(policy: Policy, visit: Visit) -> str:
    """Tabs lead to the other documents; only one is in the page."""
    return page(
        f"""<div class="top">{menu(visit)}</div><ul class="nav nav-tabs" role="tablist"><li role="presentation"><a role="tab"
href="/terms">Terms</a></li><li role="presentation"><a role="tab" href="/privacy" aria-selected="true">Privacy</a></li><li><a role="tab"
href="/cookies">Cookies</a></li></ul><div class="tab-content"><div role="tabpanel"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div></div><div class="bottom">{bottom(visit)}</div>"""
    )


@kind()
def paragraph_numbers(policy: Policy, visit: Visit) -> str:
    """Sections in an ordered list, headings as its items."""
    text = "".join(f"<li><h3>{one.heading}</h3>{below(one)}</li>" for one in policy.sections)
    return _framed(policy, visit, f"<ol>{text}</ol>")


@kind()
def printed_layout(policy: Policy, visit: Visit) -> str:
    """A page saved from a word processor, with its own attributes and empty paragraphs."""
    text = "".join(
        f'<p class=MsoNormal><b><span lang=EN-GB style="font-size:14.0pt">{one.heading}<o:p></o:p></span></b></p>'
        + "".join(
            f"<p class=MsoNormal><span lang=EN-GB>{words}<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
            for words in one.paragraphs
        )
        + "".join(
            f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;"
            f"</span></span><![endif]><span lang=EN-GB>{words}<o:p></o:p></span></p>"
            for words in one.items
        )
        + table(one)
        for one in policy.sections
    )
    return page(
        f"""<div class=WordSection1><p class=MsoTitle>{policy.title}</p><p class=MsoNormal>{policy.date}<o:p></o:p></p>{text}</div>
<div style='mso-element:footer'>{links("Home,Help,Terms", tag="span")}</div>"""
    )
