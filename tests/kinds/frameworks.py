"""Pages of documentation tools, site builders, publishers and large companies' systems, and what these put beside the text."""

from __future__ import annotations

from tests.kinds.base import (
    Policy,
    Visit,
    banner,
    below,
    bottom,
    items,
    kind,
    links,
    menu,
    page,
    prose,
    related,
    section,
)
from tests.kinds.platforms import anchored, anchors


@kind()
def union_component_library(policy: Policy, visit: Visit) -> str:
    """A union's component library: page header with type of page and day, contents of the page, share and feedback."""
    return page(
        f"""<div class="ecl-site-header">{menu(visit)}<div class="ecl-site-header__language"><a class="ecl-link" href="/lang">en English</a></div></div><div class="ecl-page-header"><div class="ecl-container"><nav class="ecl-breadcrumb"><ol>{links("Home,Legal notices")}</ol>
</nav><ul class="ecl-page-header__meta"><li class="ecl-page-header__meta-item">General publications</li></ul><h1 class="ecl-page-header__title">{policy.title}</h1></div></div><main class="ecl-u-pb-xl"><div class="ecl-container"><div class="ecl-row"><div
class="ecl-col-l-3"><nav class="ecl-inpage-navigation" aria-labelledby="t1"><div class="ecl-inpage-navigation__title" id="t1">Page contents</div><ul>{anchors(policy)}</ul></nav></div><div class="ecl-col-l-9"><div class="ecl"><p>{policy.date}</p>{anchored(policy)}
</div><div class="ecl-social-media-share"><p class="ecl-social-media-share__description">Share this page</p><ul>{links("X,Facebook,LinkedIn,E-mail")}</ul></div><div class="wt-feedback"><p>Is this page useful?</p><button>Yes</button><button>No</button></div></div></div>
</div></main><footer class="ecl-site-footer">{bottom(visit)}</footer>"""
    )


@kind()
def vitepress(policy: Policy, visit: Visit) -> str:
    """Documentation by VitePress: local navigation, marks behind headings, edit link, day, neighbours."""
    sections = "".join(
        section(one).replace(
            "</h2>",
            f' <a class="header-anchor" href="#s{n}" aria-label="Permalink to “{one.heading}”">&ZeroWidthSpace;</a></h2>',
        )
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="app"><div class="Layout"><span tabindex="-1"></span><a href="#VPContent" class="VPSkipLink visually-hidden">Skip to content</a><header class="VPNav">{menu(visit)}<button>Search <kbd>Ctrl K</kbd></button><label>Appearance</label></header><div
class="VPLocalNav"><button>Menu</button><div class="VPLocalNavOutlineDropdown"><button>On this page</button></div></div><aside class="VPSidebar"><nav><h2 class="text">Legal</h2>{links("Terms,Licences,Status", tag="div")}</nav></aside><div class="VPContent has-sidebar"
id="VPContent"><div class="VPDoc has-sidebar has-aside"><div class="container"><div class="aside"><nav class="VPDocAsideOutline"><div class="outline-title">On this page</div><ul>{anchors(policy)}</ul></nav></div><div class="content"><main class="main"><div
class="vp-doc _privacy"><div><h1 id="privacy" tabindex="-1">{policy.title} <a class="header-anchor" href="#privacy">&ZeroWidthSpace;</a></h1><p>{policy.date}</p>{sections}</div></div></main><footer class="VPDocFooter"><div class="edit-info"><a href="/edit">Edit this page on
GitHub</a><p class="VPLastUpdated">Last updated: <time datetime="2025-03-05">{visit.pick("3/5/25, 9:12 AM", "6/11/25, 4:40 PM")}</time></p></div><nav><a class="pager-link prev"><span class="desc">Previous page</span><span>Terms</span></a><a class="pager-link next"><span>Next
page</span><span>Licences</span></a></nav></footer></div></div></div></div><footer class="VPFooter"><p>Released under the MIT License.</p><p>Copyright © Tidewell Notes</p></footer></div></div>"""
    )


@kind(either=("Legal",))
def hashed_classes_with_select(policy: Policy, visit: Visit) -> str:
    """A static site with class names of a build, a choice of sections for phones, links of the same beside."""
    options = "".join(
        f'<option value="#section-{n}">{one.heading}</option>' for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="___gatsby"><div style="outline:none" tabindex="-1" id="gatsby-focus-wrapper"><div class="{visit.css("nav")}">{menu(visit)}</div><div class="{visit.css("hero")}"><span class="{visit.css("eyebrow")}">Legal</span><h1 class="{visit.css("h")}">{policy.title}</h1><p
class="{visit.css("sub")}">{policy.date}</p></div><div class="{visit.css("grid")}"><div class="{visit.css("toc")}"><label>Jump to section<select>{options}</select></label><div>{anchors(policy, "div")}</div></div><div class="{visit.css("text")}">{anchored(policy)}</div></div><div
class="{visit.css("cta")}"><div class="{visit.css("in")}"><h2>{visit.pick("Start writing today", "Your notes are waiting")}</h2><p>Free for {visit.pick("14", "30")} days, no card needed.</p><a href="/signup">Get started</a></div></div><div class="{visit.css("foot")}">{bottom(visit)}</div></div></div>
<div id="gatsby-announcer" aria-live="assertive">Navigated to Privacy Policy</div>"""
    )


@kind()
def amp_page(policy: Policy, visit: Visit) -> str:
    """A page for phones in AMP: sidebar, sections in an accordion, advertisements between, consent at the end."""
    sections = "".join(
        f"""<section expanded><h2 class="acc">{one.heading}</h2><div>{below(one)}</div></section>"""
        + (
            "</amp-accordion><amp-ad width=300 height=250 type=doubleclick><div placeholder>Advertisement</div></amp-ad><amp-accordion>"
            if n == 2
            else ""
        )
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<amp-sidebar id="sidebar" layout="nodisplay" side="left"><div role="button" on="tap:sidebar.close">✕</div>{menu(visit)}</amp-sidebar><header class="headerbar"><div role="button" on="tap:sidebar.toggle">☰</div><a href="/">Tidewell Notes</a></header><div
class="content"><h1>{policy.title}</h1><div class="amp-meta">{policy.date}</div><amp-accordion>{sections}</amp-accordion></div><amp-user-notification layout="nodisplay" id="n"><p>This page uses cookies to count its visitors. <a href="/c">Learn more</a></p><button
on="tap:n.dismiss">I accept</button></amp-user-notification><amp-sticky-ad layout="nodisplay"><amp-ad width=320 height=50 type=doubleclick></amp-ad></amp-sticky-ad><footer>{bottom(visit)}<a href="#top">Back to top</a></footer>"""
    )


@kind()
def portal_of_tables(policy: Policy, visit: Visit) -> str:
    """An old portal: three columns of tables, boxes with coloured heads left and right, a counter at the bottom."""

    def box(head: str, body: str) -> str:
        return f"""<table width="150" border="0" cellpadding="2"><tr><td bgcolor="#336699"><font color="#ffffff" size="2"><b>{head}</b></font></td></tr><tr><td bgcolor="#eeeeee"><font size="1">{body}</font></td></tr></table><br>"""

    text = "".join(
        f"""<p><font size="3"><b>{one.heading}</b></font></p>"""
        + "".join(f'<p><font size="2">{words}</font></p>' for words in one.paragraphs)
        + items(one)
        + "".join(
            "<table border=1>"
            + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
            + "</table>"
            for rows in [one.table]
            if rows
        )
        for one in policy.sections
    )
    news = visit.pick("Fair in Port Maren on Saturday.", "We have moved to Quay Street.")
    return page(
        f"""<center><table width="780" border="0"><tr><td colspan="3"><img src="logo.gif" alt="Tidewell Notes"><br>{links("Home,Products,News,Guestbook,Links", tag="")}</td></tr><tr><td width="150" valign="top">{box("Menu", links("Paper,Pens,Ink", tag="") + "<br>" + links("Order form", tag=""))}
{box("Login", "<form>User: <input size=8><br>Password: <input type=password size=8><br><input type=submit value=Go></form>")}</td><td valign="top"><h1><font face="Arial" size="5">{policy.title}</font></h1><p><font size="2"><i>{policy.date}</i></font></p>{text}</td><td width="150" valign="top">
{box("News", news)}{box("Weather", visit.pick("12 °C, rain", "19 °C, sun"))}</td></tr><tr><td colspan="3" align="center"><font size="1">You are visitor number {visit.pick("12,345", "12,911")} <a href="mailto:web@tidewell.example">Webmaster</a></font></td></tr>
</table></center>"""
    )


@kind()
def scrollspy_with_ways_up(policy: Policy, visit: Visit) -> str:
    """Two columns: numbered contents that stay in view, and behind every section a link up."""
    numbered = "".join(
        f'<a class="nav-link" href="#section-{n}"><span class="num">{n + 1}</span> {one.heading}</a>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<nav class="navbar fixed-top">{menu(visit)}</nav><div class="container" data-bs-spy="scroll"><div class="row"><div class="col-lg-4"><div class="sticky-top"><p class="h6 text-uppercase">In this policy</p><div class="list-group">{numbered}</div><a class="btn btn-outline" href="/privacy.pdf">Download
as PDF</a></div></div><div class="col-lg-8"><h1 class="display-4">{policy.title}</h1><p class="text-muted">{policy.date}</p>{anchored(policy, '<p class="text-end"><a href="#top">Back to top ↑</a></p>')}</div></div></div><div class="bg-light py-5">{bottom(visit)}</div>"""
    )


def _with_cookies(policy: Policy) -> list[str]:
    return [*policy.lines, *_COOKIES]


_COOKIES = (
    "Strictly Necessary Cookies",
    "These cookies are necessary for the website to function and cannot be switched off in our systems.",
    "Cookie Subgroup",
    "Cookies",
    "Cookies used",
    "Lifespan",
    "tidewell.example",
    "tw_session",
    "First Party",
    "30 minutes",
    "Targeting Cookies",
    "These cookies may be set through our site by our advertising partners.",
    "Cookie Subgroup",
    "Cookies",
    "Cookies used",
    "Lifespan",
    "adsmill.example",
    "am_id",
    "Third Party",
    "390 days",
)


@kind(lines=_with_cookies, either=("Cookie Settings",))
def cookie_list_of_a_manager(policy: Policy, visit: Visit) -> str:
    """The list of cookies that a consent manager writes into the policy, with its button, is text; its window is not."""

    def group(at: int) -> str:
        name, says, *cells = _COOKIES[at : at + 10]
        head, row = (
            "".join(f"<{tag} scope='col'>{cell}</{tag}>" for cell in part)
            for tag, part in (("th", cells[:4]), ("td", cells[4:]))
        )
        return f"""<section class="ot-sdk-subgroup"><h4 class="ot-sdk-cookie-policy-group">{name}</h4><p class="ot-sdk-cookie-policy-group-desc">{says}</p><table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table></section>"""

    return page(
        f"""<header>{menu(visit)}</header><main><article><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<button id="ot-sdk-btn" class="ot-sdk-show-settings">Cookie Settings</button><div id="ot-sdk-cookie-policy" class="ot-sdk-cookie-policy ot-sdk-container">{group(0)}{group(10)}</div></article>
</main><footer>{bottom(visit)}</footer>{banner(visit)}<div id="onetrust-pc-sdk" class="otPcCenter ot-hide" role="dialog"><h2 id="ot-pc-title">Privacy Preference Center</h2><div>When you visit any website, it may store or retrieve information on your browser, mostly in the form of cookies.</div><h3>Manage
Consent Preferences</h3><button>Confirm My Choices</button></div>"""
    )


@kind()
def forty_languages(policy: Policy, visit: Visit) -> str:
    """A choice of many languages in a window and of two above the text."""
    names = "Dansk,Deutsch,English,Español,Français,Hrvatski,Italiano,Magyar,Nederlands,Norsk,Polski,Português,Suomi,Svenska,Türkçe,Ελληνικά,Русский,العربية,日本語,한국어"
    return page(
        f"""<div class="global-nav">{menu(visit)}<button>English ▾</button></div><div class="modal" id="langs" role="dialog" aria-hidden="true"><h3>Choose your language</h3><ul>{links(names)}</ul></div><div class="legal-wrap"><div class="legal-lang"><a hreflang="de" href="/de">Deutsch</a> | <a
hreflang="fr" href="/fr">Français</a></div><h1>{policy.title}</h1><p class="rev-date">{policy.date}</p>{prose(policy)}</div><div
class="ft">{bottom(visit)}</div>"""
    )


@kind()
def help_article_with_tools(policy: Policy, visit: Visit) -> str:
    """A help centre: who wrote it and how long ago, minutes to read, tools to print and to download, above the text."""
    return page(
        f"""<div class="hc-top">{menu(visit)}</div><div class="hc-body"><div class="hc-crumbs">{links("All collections,Legal", tag="span")}</div><article class="hc-article"><h1>{policy.title}</h1><div class="hc-meta"><img alt="Anna Quist" src="a.png"><div><div>Written by <span>Anna Quist</span></div><div>Updated
{visit.pick("over 3 months ago", "yesterday")}</div></div><div>{visit.pick("6", "7")} min read</div></div><div class="hc-tools"><a href="/p.pdf">Download PDF</a><a href="#" onclick="print()">Print</a><a href="#">Copy link</a></div><p>{policy.date}</p>{prose(policy)}<p><a href="/p.pdf">Download
PDF</a></p><div class="hc-ask">Did this answer your question? <span>😞</span><span>😐</span><span>😃</span></div></article><div class="hc-rel"><h3>Related articles</h3>{related(visit)}</div></div><div class="hc-foot">{bottom(visit)}</div>"""
    )


@kind(
    lines=lambda policy: [*policy.lines, "Previous versions", "1 February 2024", "12 May 2022", "25 May 2018"]
)
def legal_centre(policy: Policy, visit: Visit) -> str:
    """A centre of legal documents: choice of region and of a version, link to the changes, other documents beside."""
    return page(
        f"""<div class="lc-head">{menu(visit)}</div><div class="lc"><div class="lc-nav"><div class="lc-nav-title">Legal Center</div>{links("Terms of Service,Acceptable Use,Data Processing Addendum,Subprocessors,Cookie Notice", tag="div")}</div><div class="lc-main"><div class="lc-bar"><label>Your location:
<select><option>European Economic Area</option><option>United States</option></select></label><a href="/archive">View previous versions</a><a href="/diff">See what changed</a><button>Print or save as PDF</button></div><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<div class="lc-archive"><h4>Previous
versions</h4><ul>{links("1 February 2024,12 May 2022,25 May 2018")}</ul></div></div></div><div class="lc-foot">{bottom(visit)}</div>"""
    )


@kind()
def marketing_modules(policy: Policy, visit: Visit) -> str:
    """A marketing system: modules in rows, a form to subscribe and one to talk to sales, a chat's greeting."""
    return page(
        f"""<div class="body-wrapper hs-content-path-privacy"><div data-global-resource-path="header.html"><header class="header">{menu(visit)}</header></div><main id="main-content" class="body-container-wrapper"><div class="container-fluid body-container"><div class="row-fluid-wrapper dnd-section"><div
class="span12 widget-span widget-type-cell dnd-column"><div class="widget-type-custom_widget dnd-module"><div id="hs_cos_wrapper_1" class="hs_cos_wrapper hs_cos_wrapper_widget" data-hs-cos-type="module"><h1>{policy.title}</h1></div></div></div></div><div class="row-fluid-wrapper dnd-section"><div class="dnd-module">
<span id="hs_cos_wrapper_2_" class="hs_cos_wrapper hs_cos_wrapper_type_rich_text"><p><em>{policy.date}</em></p>{prose(policy)}</span></div></div><div class="row-fluid-wrapper dnd-section"><div class="dnd-module"><h3 class="form-title">{visit.pick("Talk to our team", "See it at work")}</h3><div class="hs_cos_wrapper_type_form"><form
class="hs-form"><label>First name*</label><input><label>Work email*</label><input><p class="legal-consent-container">Tidewell needs the contact information you provide to us to contact you about our products. You may unsubscribe at any time.</p><input type="submit" value="Book a demo"></form></div></div></div></div></main>
<div data-global-resource-path="footer.html">{bottom(visit)}</div></div><div id="hubspot-messages-iframe-container">Hi there! How can we help?</div>"""
    )


@kind()
def variants_for_screens(policy: Policy, visit: Visit) -> str:
    """A design tool that writes each part once for every width of screen and hides all but one by its style."""
    return page(
        f"""<div id="main" data-framer-hydrate-v2><div class="framer-{visit.css("root")}" style="min-height:100vh;width:auto"><div class="ssr-variant hidden-72rtr7 hidden-rb3vru"><div class="framer-nav" data-framer-name="Desktop"><div class="framer-text">{links("Product,Pricing,Blog,Sign up", tag="p")}</div></div></div><div
class="ssr-variant hidden-nd3e36"><div class="framer-nav" data-framer-name="Phone"><p class="framer-text">Menu</p></div></div><div class="framer-x" data-framer-name="Content"><div data-framer-component-type="RichTextContainer" style="outline:none"><h1 class="framer-text">{policy.title}</h1></div><div
data-framer-component-type="RichTextContainer"><p class="framer-text">{policy.date}</p></div><div class="framer-y" data-framer-name="Text" data-framer-component-type="RichTextContainer">{prose(policy).replace("<p>", '<p class="framer-text">')}</div></div><div class="framer-foot" data-framer-name="Footer">
{"".join(f'<div data-framer-component-type="RichTextContainer"><p class="framer-text"><a href="/{word}">{word}</a></p></div>' for word in ("Home", "Privacy", "Terms", visit.pick("Twitter", "X")))}<div><p class="framer-text">© {visit.pick("2025", "2026")} Tidewell. Made with care in Port Maren.</p></div></div></div></div>"""
    )


@kind()
def newspaper_with_cut_ins(policy: Policy, visit: Visit) -> str:
    """A newspaper: byline, share row, advertisement labels, and an invitation to a letter inside the text."""
    parts = [section(one) for one in policy.sections]
    parts.insert(2, '<div class="ad-container"><span class="ad-label">Advertisement</span></div>')
    parts.insert(
        4,
        f"""<div class="newsletter-inline"><h4>{visit.pick("The Morning Letter", "The Evening Letter")}</h4><p>Stories from the islands, in your inbox every day.</p><form><input placeholder="Enter your email"><button>Sign up</button></form><p>By signing up you agree to our terms.</p></div>""",
    )
    return page(
        f"""<div class="masthead"><span class="today">{visit.pick("Monday, 3 March 2025", "Friday, 13 June 2025")}</span><a href="/">The Port Maren Courier</a><a href="/subscribe">Subscribe for 1 crown</a></div>{menu(visit)}<main class="article-page"><div class="headline-block"><h1 class="headline">{policy.title}</h1><div
class="byline">By <a href="/staff">Courier Staff</a></div><div class="timestamp">{policy.date}</div><div class="share-bar">{links("Facebook,X,E-mail,Comment", tag="span")}</div></div><div class="article-body">{"".join(parts)}</div></main><div class="right-rail"><h3>Most Read</h3>{related(visit)}</div><div
class="bottom-stories"><h3>More from the Courier</h3><div class="card"><h4><a href="/s1">{visit.pick("Harbour closed for the storm", "Ferry gets a new captain")}</a></h4><p>The council met on Tuesday and talked for three hours about what to do next.</p></div></div><footer>{bottom(visit)}</footer>""",
        title="Privacy Policy | The Port Maren Courier",
    )


@kind()
def experience_fragments(policy: Policy, visit: Visit) -> str:
    """A large company's system: grids in grids, fragments for header and footer, accordions, a choice of country."""
    panels = "".join(
        f"""<div class="cmp-accordion__item" data-cmp-hook-accordion="item"><h3 class="cmp-accordion__header"><button class="cmp-accordion__button"><span class="cmp-accordion__title">{one.heading}</span><span class="cmp-accordion__icon"></span></button></h3><div class="cmp-accordion__panel cmp-accordion__panel--hidden"
role="region"><div class="text"><div class="cmp-text">{below(one)}</div></div></div></div>"""
        for one in policy.sections
    )
    return page(
        f"""<div class="root container responsivegrid"><div class="aem-Grid aem-Grid--12"><div class="experiencefragment aem-GridColumn"><div class="cmp-experiencefragment cmp-experiencefragment--header">{menu(visit)}<div class="country-modal"><h2>Select your country</h2><p>You are visiting the site for Denmark.</p>
{links("Denmark,Norway,Sweden")}</div></div></div><div class="title aem-GridColumn"><div class="cmp-title"><h1 class="cmp-title__text">{policy.title}</h1></div></div><div class="text aem-GridColumn"><div class="cmp-text"><p><b>{policy.date}</b></p></div></div><div class="accordion panelcontainer aem-GridColumn"><div
class="expand-row"><button>Expand all</button><button>Collapse all</button></div><div class="cmp-accordion">{panels}</div></div><div class="experiencefragment"><div class="cmp-experiencefragment--teaser"><div class="cmp-teaser"><h2 class="cmp-teaser__title">{visit.pick("Paper that lasts", "The new pocket size")}</h2><div
class="cmp-teaser__description"><p>Look at what our makers have thought of for this {visit.pick("spring", "summer")}.</p></div><a class="cmp-teaser__action-link" href="/t">Discover more</a></div></div></div><div class="experiencefragment"><div class="cmp-experiencefragment--footer">{bottom(visit)}</div></div></div></div>"""
    )


@kind(lines=lambda policy: [policy.title, _SUBTITLE, *policy.lines[1:]])
def docs_with_subtitle(policy: Policy, visit: Visit) -> str:
    """Documentation: below the title, in its header, some words on the page; the text in an element of its own."""
    return page(
        f"""<div><aside>{menu(visit)}</aside><main><header class="mx-auto"><nav><ol><li><a href="/l">Legal</a></li></ol></nav><h1>{policy.title}</h1><p class="text-lg">{_SUBTITLE}</p></header><div class="grid"><p>{policy.date}</p>{prose(policy)}</div><div class="flex"><a href="/t"><span>Previous</span><span>{visit.pick("Terms", "Rules")}</span></a></div></main></div>"""
    )


_SUBTITLE = "What Tidewell keeps about people who write"


@kind(
    lines=lambda policy: [
        policy.title,
        "How Tidewell treats your data",
        *policy.lines[1:],
        "TIP",
        _PLAYGROUND,
    ]
)
def docs_with_tip(policy: Policy, visit: Visit) -> str:
    """Documentation without main: a few words below the title, in the header, and a tip that speaks of the browser at the end."""
    return page(
        f"""<div id="navbar">{menu(visit)}</div><div id="area"><header id="header"><div class="eyebrow">Legal</div><div class="flex"><h1>{policy.title}</h1><div><button>Copy page</button></div></div><div class="prose"><p>How Tidewell treats your data</p></div></header><div class="vp-doc"><p>{policy.date}</p>{prose(policy)}<div class="tip custom-block"><p
class="custom-block-title">TIP</p><p>{_PLAYGROUND}</p></div></div><footer>{bottom(visit)}</footer></div>"""
    )


_PLAYGROUND = "The playground runs in your browser and sends nothing to us."
