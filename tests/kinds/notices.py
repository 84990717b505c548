"""Hosted notices, and policies in places whose names say furniture."""

from __future__ import annotations

from tests.kinds.base import Policy, Section, Visit, banner, below, bottom, kind, links, menu, page, prose


@kind()
def accordion_notice(policy: Policy, visit: Visit) -> str:
    """A notice that a consent manager hosts: its own menu, sections that open, and its window on top."""
    sections = "".join(
        f"""<section class="otnotice-section" id="otnotice-section-{visit.token(one.heading)}"><h2 class="otnotice-section-header">
{one.heading}</h2><div class="otnotice-section-content" aria-hidden="true">{below(one)}</div></section>"""
        for one in policy.sections
    )
    index = "".join(
        f'<li class="otnotice-menu-item"><a href="#{n}">{one.heading}</a></li>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<header class="site-header">{menu(visit)}</header><div id="otnotice-{visit.token()}" class="otnotice"><div
class="otnotice-content" id="otnotice-content"><div class="otnotice-header"><h1 class="otnotice-title">{policy.title}</h1><div
class="otnotice-date">{policy.date}</div></div><div class="otnotice-menu"><ul class="otnotice-menu-list">{index}</ul></div><div
class="otnotice-sections">{sections}</div></div></div><footer class="footer">{bottom(visit)}</footer>{banner(visit)}"""
    )


@kind()
def generated_spans(policy: Policy, visit: Visit) -> str:
    """A generator's output: unknown elements, spans with data attributes, headings as bold spans, br in between."""

    def text(words: str) -> str:
        return (
            f'<div class="MsoNormal" style="line-height:1.5"><bdt class="block-component"></bdt><span style="font-size:15px"><span '
            f'data-custom-class="body_text">{words}<bdt class="statement-end-if-in-editor"></bdt></span></span></div><div><br></div>'
        )

    body = ""
    for one in policy.sections:
        body += (
            f'<div style="line-height:1.5" id="{visit.css(one.heading)}"><strong><span data-custom-class="heading_1"><span>{one.heading}</span>'
            "</span></strong></div>" + "<div><br></div>" + "".join(map(text, one.paragraphs))
        )
        body += "".join(
            f'<ul><li data-custom-class="body_text" style="line-height:1.5"><span style="font-size:15px"><bdt class="forloop-component"></bdt>'
            f"{words}</span></li></ul><div><bdt class='forloop-component'></bdt></div>"
            for words in one.items
        )
        body += below(Section("", (), (), one.table))
    return page(
        f"""<nav>{menu(visit)}</nav><div name="termly-embed" class="policy"><style>[data-custom-class='body']{{color:#595959}}</style><span
style="display:block;margin:0 auto"></span><div data-custom-class="body"><div><strong><span style="font-size:26px"><span
data-custom-class="title"><bdt class="block-component"></bdt><bdt class="question"><h1>{policy.title}</h1></bdt></span></span></strong>
</div><div><br></div><div><strong><span data-custom-class="subtitle">{policy.date}</span></strong></div><div><br></div>{body}</div></div>
<footer>{bottom(visit)}</footer><a href="#" class="termly-display-preferences">Consent Preferences</a>"""
    )


@kind()
def service_cards(policy: Policy, visit: Visit) -> str:
    """A notice of boxes that expand, with the link of the generator at the end."""
    boxes = "".join(
        f"""<div class="one_line_col"><div class="box_primary box_10 expand"><h2 class="expand-click w_icon_24 policyicon_purpose_{n}">
{one.heading}</h2><div class="expand-content">{below(one)}</div></div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="iubenda_policy" class="iubenda_fluid_policy iubpolicy"><div id="wbars_all"><div class="iub_container iub_base_container">
<div id="wbars"><div class="iub_content legal_pp"><div class="iub_header"><h1>{policy.title}</h1><p>{policy.date}</p></div>{boxes}</div>
</div></div></div><div class="iub_footer"><div class="iub_links">{links("Show the complete policy,Report", tag="")}</div></div></div>
<script src="/{visit.token()}.js"></script>"""
    )


def _with_cookies(policy: Policy) -> list[str]:
    return [
        *policy.lines,
        "Necessary",
        "Name",
        "Provider",
        "Expiry",
        "session_id",
        "Tidewell",
        "Session",
        "theme_choice",
        "Tidewell",
        "1 year",
    ]


@kind(lines=_with_cookies)
def cookie_declaration(policy: Policy, visit: Visit) -> str:
    """A cookie policy in elements named after cookies, with the consent manager's list of cookies."""
    rows = "".join(
        f"<tr><td>{n}</td><td>Tidewell</td><td>{t}</td></tr>"
        for n, t in (("session_id", "Session"), ("theme_choice", "1 year"))
    )
    return page(
        f"""<header>{menu(visit)}</header><div class="cookie-policy cookie-policy-content" id="cookie-policy"><h1>{policy.title}</h1><p>
{policy.date}</p>{prose(policy)}<div class="CookieDeclaration" id="CookieDeclarationRoot"><h3
class="CookieDeclarationTypeHeader">Necessary</h3><table class="CookieDeclarationTable"><thead><tr><th>Name</th><th>Provider</th><th>
Expiry</th></tr></thead><tbody>{rows}</tbody></table></div></div><footer>{bottom(visit)}</footer><div id="CybotCookiebotDialog"
role="dialog"><h2>This website uses cookies</h2><p>We use cookies to personalise content and ads, to provide social media features
and to analyse our traffic.</p></div>"""
    )


@kind()
def cookie_notice_class(policy: Policy, visit: Visit) -> str:
    """A policy in an element whose class is that of a consent window, next to a real one."""
    return page(
        f"""<div class="top">{menu(visit)}</div><div class="cookie-notice privacy"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div><div class="cookie-bar"><p>This site uses cookies so that it works as you expect. <a href="/cookies">Read more</a>
</p><button>OK</button></div><div class="end">{bottom(visit)}</div>"""
    )


@kind()
def modal_page(policy: Policy, visit: Visit) -> str:
    """The policy in a dialog over the home page."""
    return page(
        f"""<header>{menu(visit)}</header><main><h1>Write it down</h1><p>Notes that stay with you wherever you are, on every device.</p>
<p>Try it for thirty days, and keep it if you like it as much as we do.</p></main><footer>{bottom(visit)}</footer><section
role="dialog" class="modal" aria-labelledby="t" aria-modal="true"><div class="modal-dialog"><div class="modal-header"><h2 id="t">
{policy.title}</h2><button aria-label="Close">×</button></div><div class="modal-body"><p>{policy.date}</p>{prose(policy, level=3)}</div>
</div></section>"""
    )


@kind()
def in_an_aside(policy: Policy, visit: Visit) -> str:
    """The policy in an aside beside an empty main."""
    return page(
        f"""<header>{menu(visit)}</header><main></main><aside class="panel"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}
</aside><footer>{bottom(visit)}</footer>"""
    )


@kind()
def in_a_sidebar_class(policy: Policy, visit: Visit) -> str:
    """The policy in elements named sidebar and modal by a theme."""
    return page(
        f"""<div class="header">{menu(visit)}</div><div class="sidebar modal"><div class="popup"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div></div><div class="footer">{bottom(visit)}</div>"""
    )


@kind()
def windows_and_pickers(policy: Policy, visit: Visit) -> str:
    """A chat window, a log-in window, a picker with hundreds of countries, a newsletter window."""
    countries = "".join(f"<li><button>Country {n}</button></li>" for n in range(240))
    regions = "".join(f'<a href="/{n}/privacy">Region {n}</a>' for n in range(240))
    return page(
        f"""<div class="locale-picker"><ul>{countries}</ul></div><header class="header">{menu(visit)}</header><div class="content">
<h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="region-list">{regions}</div><footer>{bottom(visit)}</footer>
<div class="modal fade" id="login" tabindex="-1"><div class="modal-dialog"><h4>Sign in to Tidewell</h4><form><label>E-mail address
</label><input><label>Password</label><a href="/forgot">Forgot your password?</a></form><p>New here? Create an account, it takes less
than a minute and costs nothing at all.</p></div></div><div id="chat-widget" role="complementary"><div>Hi there! Ask us anything
about Tidewell, we usually answer within {visit.pick("five", "ten")} minutes.</div></div><div class="newsletter-popup popup"><h3>Before
you go</h3><p>Leave your address and get a template every month, free of charge and without any obligation.</p></div>{banner(visit)}"""
    )


@kind()
def whole_page_form(policy: Policy, visit: Visit) -> str:
    """A whole page inside one form, as some servers write it, with validation messages."""
    return page(
        f"""<form name="aspnetForm" method="post" action="./Privacy.aspx?{visit.token()}" id="aspnetForm"><div class="aspNetHidden"><input
type="hidden" name="__EVENTTARGET" value=""></div><div id="ctl00_header">{menu(visit)}</div><div id="ctl00_cph_content"><h1>
{policy.title}</h1><span id="ctl00_lblDate">{policy.date}</span><div id="ctl00_cph_pnl">{prose(policy)}</div></div><div
id="ctl00_footer">{bottom(visit)}</div></form>"""
    )


@kind()
def trust_centre(policy: Policy, visit: Visit) -> str:
    """Sections that open with buttons, controls to open all, and a box to search."""
    sections = "".join(
        f"""<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button"
data-bs-toggle="collapse" data-bs-target="#c{n}" aria-expanded="false">{one.heading}</button></h2><div id="c{n}"
class="accordion-collapse collapse"><div class="accordion-body">{below(one)}</div></div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<nav class="navbar">{menu(visit)}</nav><div class="container"><div class="search-box"><form role="search"><label>Search
the trust centre</label><input></form></div><h1>{policy.title}</h1><p class="lead">{policy.date}</p><div class="controls"><button>
Expand all</button><button>Collapse all</button></div><div class="accordion">{sections}</div></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def details_and_tabs(policy: Policy, visit: Visit) -> str:
    """Sections in `<details>`, tab panels that are hidden."""
    half = len(policy.sections) // 2
    opened = "".join(
        f"<details><summary><h2>{one.heading}</h2></summary>{below(one)}</details>"
        for one in policy.sections[:half]
    )
    panels = "".join(
        f'<div role="tabpanel" hidden aria-labelledby="t{n}"><h2>{one.heading}</h2>{below(one)}</div>'
        for n, one in enumerate(policy.sections[half:])
    )
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{opened}<div class="tabs">{panels}</div></main>
<footer>{bottom(visit)}</footer>"""
    )
