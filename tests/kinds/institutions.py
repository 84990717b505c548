"""Policies of institutions and of services that host policies: offices, banks, carriers, wikis, generators."""

from __future__ import annotations

from tests.kinds.base import (
    Policy,
    Section,
    Visit,
    banner,
    below,
    bottom,
    items,
    kind,
    links,
    menu,
    page,
    paragraphs,
    prose,
    related,
    section,
    table,
)


def _contents(policy: Policy) -> str:
    """Links to the sections."""
    return "".join(f'<li><a href="#s{n}">{one.heading}</a></li>' for n, one in enumerate(policy.sections))


@kind()
def public_office(policy: Policy, visit: Visit) -> str:
    """A site of a government: phase banner, contents list, print button, related content, a question below."""
    return page(
        f"""<div id="global-cookie-message" class="gem-c-cookie-banner govuk-cookie-banner" role="region" aria-label="Cookies">
<div class="govuk-cookie-banner__message"><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work,
and we would like to set others to understand how you use it.</p><button>Accept additional cookies</button><button>Reject
additional cookies</button><a href="/help/cookies">View cookies</a></div></div><a href="#content" class="gem-c-skip-link">Skip to
main content</a><header role="banner" class="gem-c-layout-super-navigation-header"><a href="/">Isles Services</a>{menu(visit)}
</header><div class="govuk-width-container"><div class="govuk-phase-banner"><p><strong class="govuk-tag">Beta</strong><span>This
is a new service. Your <a href="/feedback">feedback</a> will help us to improve it.</span></p></div><div
class="govuk-breadcrumbs"><ol>{links("Home,Government,Notes")}</ol></div><main role="main" id="content"><div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds"><span class="govuk-caption-xl"></span><h1 class="gem-c-title">{policy.title}</h1>
<div class="gem-c-metadata"><p>{policy.date}</p></div></div></div><div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds"><nav class="gem-c-contents-list" aria-label="Contents"><h2>Contents</h2><ol>
{_contents(policy)}</ol></nav><button class="gem-c-print-link__button">Print this page</button><div class="gem-c-govspeak">
{prose(policy)}</div></div><div class="govuk-grid-column-one-third"><aside class="gem-c-related-navigation" role="complementary">
<h2>Related content</h2>{related(visit)}</aside></div></div></main></div><div class="gem-c-feedback"><form><h3>Is this page
useful?</h3><button>Yes</button><button>No</button><button>Report a problem with this page</button></form></div>
<footer role="contentinfo">{bottom(visit)}</footer>"""
    )


@kind()
def bank(policy: Policy, visit: Visit) -> str:
    """Log-in box, warning of fraud, document to download, sticky contents, disclaimers of a deposit scheme."""
    sections = "".join(
        f'<section class="cmp-text" id="s{n}"><h2>{one.heading}</h2>{below(one)}'
        '<p class="cmp-back"><a href="#top">Back to top</a></p></section>'
        for n, one in enumerate(policy.sections, 1)
    )
    return page(
        f"""<div id="top"></div><header class="header-container"><div class="utility">{links("Personal,Business,Branches", tag="")}
</div><nav aria-label="Main">{menu(visit)}</nav><form class="login-box"><label>User name</label><input type="text"><label>Password
</label><input type="password"><button>Log on</button><p>Forgotten your details? We will never ask you for your full password.
</p></form></header><main id="main"><div class="hero"><h1>{policy.title}</h1><p>{policy.date}</p></div><div class="grid"><div
class="col-3"><nav class="anchor-navigation" aria-label="On this page"><ul>{_contents(policy)}</ul></nav></div><div class="col-9">
{sections}</div></div></main><div role="dialog" aria-modal="true" class="session-timeout" id="t{visit.token()}"><h2>Are you still
there?</h2><p>For your security we will log you off in two minutes unless you tell us that you want to stay signed in to your
account.</p><button>Stay signed in</button></div><footer><p>Deposits are protected up to eighty-five thousand by the deposit
guarantee scheme of the isles. Lending is subject to status, and your home may be at risk.</p>{bottom(visit)}</footer>
{banner(visit)}""",
        title="Privacy Policy | Tidewell Bank",
    )


@kind()
def carrier(policy: Policy, visit: Visit) -> str:
    """A telephone company: shop menu, basket, offers, a chat window, accordions of buttons, ratings."""
    parts = "".join(
        f"""<div class="accordion__item"><h2 class="accordion__header"><button type="button" class="accordion__button"
aria-expanded="false" aria-controls="p{n}"><span>{one.heading}</span><span class="icon icon-plus" aria-hidden="true"></span>
</button></h2><div id="p{n}" class="accordion__panel" hidden>{below(one)}</div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div class="ribbon"><a href="/deals">{visit.pick("Winter deals: half price for a year", "Summer is here: roam for less")}
</a></div><header class="nav-global"><nav>{menu(visit)}<ul>{links("Phones,Plans,Broadband,Top up,Basket (0)")}</ul></nav></header>
<main class="content"><ol class="breadcrumb">{links("Home,Help,Legal")}</ol><h1>{policy.title}</h1><p class="date">{policy.date}</p>
<div class="accordion">{parts}</div></main><section class="promo-cards"><h2>You might also like</h2><div class="card"><h3><a
href="/sim">SIM only</a></h3><p>Keep your phone and save.</p><a class="btn" href="/sim">See plans</a></div><div class="card"><h3><a
href="/fibre">Fibre</a></h3><p>Faster than ever.</p><a class="btn" href="/fibre">Check address</a></div></section>
<div id="chat-widget" role="dialog" aria-label="Chat"><p>Hi, I am Tilly, your digital assistant. Ask me anything about your bill,
your plan or your phone, and I will do my best to help you today.</p><textarea placeholder="Type here"></textarea></div>
<footer>{bottom(visit)}</footer>{banner(visit)}"""
    )


@kind(either=("From Tidewell Wiki",))
def wiki(policy: Policy, visit: Visit) -> str:
    """MediaWiki: contents in a box, links to edit each section, languages, categories, tools."""
    sections = "".join(
        f"""<div class="mw-heading mw-heading2"><h2 id="s{n}">{one.heading}</h2><span class="mw-editsection"><span
class="mw-editsection-bracket">[</span><a href="/w/index.php?action=edit&amp;section={n}" title="Edit section: {one.heading}">
<span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>{below(one)}"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<a class="mw-jump-link" href="#bodyContent">Jump to content</a><div class="vector-header-container"><header
class="vector-header mw-header"><nav class="vector-main-menu-landmark" aria-label="Site">{menu(visit)}</nav></header></div>
<div class="mw-page-container"><div class="vector-sticky-pinned-container"><nav id="mw-panel-toc" aria-label="Contents"><ul>
{_contents(policy)}</ul></nav></div><div class="mw-content-container"><main id="content" class="mw-body"><header
class="mw-body-header vector-page-titlebar"><h1 id="firstHeading" class="firstHeading mw-first-heading">{policy.title}</h1></header>
<div class="vector-page-toolbar"><nav aria-label="Namespaces">{links("Page,Discussion", tag="")}</nav></div>
<div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Tidewell Wiki</div><div id="mw-content-text"
class="mw-body-content"><div class="mw-parser-output"><p>{policy.date}</p>{sections}</div></div><div id="catlinks" class="catlinks">
<div class="mw-normal-catlinks"><a href="/wiki/Special:Categories">Categories</a>: <ul>{links("Policies,Legal pages")}</ul></div></div>
</div></main></div></div><div class="mw-footer-container"><footer id="footer" class="mw-footer"><ul id="footer-info"><li
id="footer-info-lastmod">This page was last edited on {visit.pick("4 March 2025, at 10:12", "5 May 2025, at 16:40")}.</li></ul>
{bottom(visit)}</footer></div>"""
    )


@kind()
def wiki_older(policy: Policy, visit: Visit) -> str:
    """An older MediaWiki: the link to edit a section stands in its heading, the contents in a table."""
    sections = "".join(
        f"""<h2><span class="mw-headline" id="s{n}">{one.heading}</span><span class="mw-editsection"><span
class="mw-editsection-bracket">[</span><a href="/w/index.php?section={n}">edit</a><span class="mw-editsection-bracket">]</span></span>
</h2>{below(one)}"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="globalWrapper"><div id="column-content"><div id="content"><a id="top"></a><h1 class="firstHeading">{policy.title}
</h1><div id="bodyContent"><div id="jump-to-nav">Jump to: <a href="#column-one">navigation</a>, <a href="#searchInput">search</a></div>
<p>{policy.date}</p>{sections}</div></div></div><div id="column-one"><div id="p-cactions" class="portlet"><h5>Views</h5>
<ul>{links("Page,Discussion,View source,History")}</ul></div><div class="portlet"><h5>Navigation</h5>{menu(visit)}</div></div>
<div id="footer">{bottom(visit)}</div></div>"""
    )


@kind()
def generator_embed(policy: Policy, visit: Visit) -> str:
    """The output of a policy generator put into a page: spans with styles, bold spans for headings."""
    style = "font-size: 15px; font-family: Arial; color: rgb(89, 89, 89);"
    blocks = "".join(
        f"""<div style="line-height: 1.5;" id="s{n}"><span style="color: rgb(0, 0, 0);"><span style="{style}"><strong><span
data-custom-class="heading_1"><h2>{one.heading}</h2></span></strong></span></span></div>"""
        + "".join(
            f"""<div style="line-height: 1.5;"><span style="{style}"><span data-custom-class="body_text">{words}<bdt
class="block-component"></bdt></span></span></div><div style="line-height: 1.5;"><br></div>"""
            for words in one.paragraphs
        )
        + items(one)
        + table(one)
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<header class="site-header">{menu(visit)}</header><div class="page-wrap"><div name="termly-embed" data-id="{visit.token()}">
<style>[data-custom-class='body'], [data-custom-class='body'] * {{ background: transparent !important; }}</style>
<div data-custom-class="body"><div><strong><span style="font-size: 26px;"><span data-custom-class="title"><h1>{policy.title}</h1>
</span></span></strong></div><div><span style="{style}"><span data-custom-class="subtitle">{policy.date}</span></span></div>
<div><br></div>{blocks}<style>ul {{ list-style-type: square; }}</style></div></div></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def hosted_policy(policy: Policy, visit: Visit) -> str:
    """A page of a service that hosts policies: boxes that expand, a print link, the service's own footer."""
    boxes = "".join(
        f"""<div class="one_line_col"><div class="box_primary expand"><h3 class="expand-click w_icon_24">{one.heading}</h3>
<div class="expand-content">{below(one)}</div></div></div>"""
        for one in policy.sections
    )
    return page(
        f"""<div id="wbars_all"><div class="iub_base_container"><div id="wbars"><div class="iub_content legal_pp"><div class="iub_header">
<h1>{policy.title}</h1><p>{policy.date}</p></div>{boxes}<div class="iub_footer"><p class="policy_nav"><a href="#"
onclick="window.print()">Print</a></p></div></div></div></div></div><footer class="iub-powered"><a href="https://host.example">
This policy is hosted by Clausebox</a><p>Clausebox hosts this content and only collects the personal data strictly necessary for it
to be provided.</p><a href="https://host.example/{visit.token()}">Show the complete policy</a></footer>"""
    )


@kind()
def divi(policy: Policy, visit: Visit) -> str:
    """A page builder with modules in rows in sections; toggles hold the sections of the text."""
    toggles = "".join(
        f"""<div class="et_pb_module et_pb_toggle et_pb_toggle_{n} et_pb_toggle_item et_pb_toggle_close"><h5
class="et_pb_toggle_title">{one.heading}</h5><div class="et_pb_toggle_content clearfix">{below(one)}</div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="page-container"><div id="et-boc" class="et-boc"><header class="et-l et-l--header"><div class="et_pb_section"><div
class="et_pb_menu">{menu(visit)}<button type="button" class="et_pb_menu__icon et_pb_menu__search-button"></button></div></div></header>
<div id="et-main-area"><div id="main-content"><article id="post-9" class="page type-page"><div class="entry-content"><div
class="et-l et-l--post"><div class="et_builder_inner_content et_pb_gutters3"><div class="et_pb_section et_pb_section_0
et_section_regular"><div class="et_pb_row"><div class="et_pb_column et_pb_column_4_4"><div class="et_pb_module et_pb_text"><div
class="et_pb_text_inner"><h1>{policy.title}</h1><p>{policy.date}</p></div></div>{toggles}</div></div></div><div
class="et_pb_section et_pb_with_background"><div class="et_pb_row"><div class="et_pb_module et_pb_cta_0 et_pb_promo
et_pb_bg_layout_dark"><div class="et_pb_promo_description"><h2 class="et_pb_module_header">Ready to write?</h2><div><p>Start today
and write your first note in a minute.</p></div></div><div class="et_pb_button_wrapper"><a class="et_pb_button et_pb_promo_button"
href="/start">Start now</a></div></div></div></div></div></div></div></article></div><footer class="et-l et-l--footer">{bottom(visit)}
</footer></div></div></div>""",
        title="Privacy Policy | Tidewell Notes",
    )


@kind()
def marketing_cms(policy: Policy, visit: Visit) -> str:
    """A marketing platform's page: wrappers of its modules, a form to subscribe, a bar above everything."""
    modules = "".join(
        f"""<div class="row-fluid-wrapper row-depth-1 row-number-{n} dnd-section"><div class="row-fluid"><div class="span12
widget-span widget-type-cell dnd-column"><div class="span12 widget-span widget-type-custom_widget dnd-module"><div
id="hs_cos_wrapper_m{n}" class="hs_cos_wrapper hs_cos_wrapper_widget hs_cos_wrapper_type_module"><span
class="hs_cos_wrapper hs_cos_wrapper_type_rich_text"><h2>{one.heading}</h2>{below(one)}</span></div></div></div></div></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div class="body-wrapper hs-content-id-{visit.token()} hs-site-page page"><div data-global-resource-path="t/header.html">
<header class="header"><div class="header__navigation">{menu(visit)}</div></header></div><main id="main-content"
class="body-container-wrapper"><div class="container-fluid body-container body-container--page"><div class="row-fluid-wrapper"><h1>
{policy.title}</h1><p>{policy.date}</p></div>{modules}<div class="row-fluid-wrapper"><div class="hs_cos_wrapper
hs_cos_wrapper_type_form"><h3 class="form-title">Subscribe to our newsletter</h3><form class="hs-form"><label>E-mail<span>*</span>
</label><input type="email"><input type="submit" value="Subscribe"></form></div></div></div></main><div
data-global-resource-path="t/footer.html"><footer class="footer">{bottom(visit)}</footer></div></div>
<div id="hs-eu-cookie-confirmation" class="{visit.css("h")}"><div id="hs-eu-cookie-confirmation-inner"><p>This website stores cookies
on your computer. They are used to improve your website experience and to give you more personalised services.</p></div></div>"""
    )


@kind()
def classic_cms(policy: Policy, visit: Visit) -> str:
    """TYPO3: every paragraph group is a content element with an anchor, a link to the top behind each."""
    elements = "".join(
        f"""<div id="c{n + 210}" class="frame frame-default frame-type-text frame-layout-0"><a id="c{n + 840}"></a><header><h2>
{one.heading}</h2></header>{below(one)}<p class="csc-linkToTop"><a href="#">Nach oben</a></p></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<ul class="skiplinks"><li><a href="#content">Zum Inhalt springen</a></li></ul><div id="header"><div id="logo"><a href="/">
Tidewell</a></div><div id="nav">{menu(visit)}</div></div><div id="rootline">Sie sind hier: {links("Start,Service", tag="")}</div>
<div id="content"><!--TYPO3SEARCH_begin--><h1>{policy.title}</h1><p class="stand">{policy.date}</p>{elements}<!--TYPO3SEARCH_end-->
</div><div id="right"><div class="box"><h3>Kontakt</h3><p>Tel. 0555 1234</p></div></div><div id="footer">{bottom(visit)}</div>"""
    )


@kind()
def blog_platform(policy: Policy, visit: Visit) -> str:
    """A publication platform: a byline with follow and clap buttons, a subscription box, posts to read next."""
    return page(
        f"""<div class="site-wrapper"><nav class="gh-head">{menu(visit)}</nav><main id="site-main" class="site-main"><article
class="article post page"><header class="article-header gh-canvas"><h1 class="article-title">{policy.title}</h1><div
class="article-byline"><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><a
class="author-avatar" href="/author/ana"><img src="/a.png" alt="Ana Holm"></a></li></ul><div><h4 class="author-name"><a
href="/author/ana">Ana Holm</a></h4><div class="byline-meta-content"><span class="byline-reading-time">{visit.pick("4", "5")} min read
</span></div></div></section></div></header><section class="gh-content gh-canvas"><p>{policy.date}</p>{prose(policy)}</section>
</article><section class="footer-cta"><h2 class="footer-cta-title">Sign up for more like this.</h2><a class="footer-cta-button"
href="#/portal"><div>Enter your email</div><span>Subscribe</span></a></section><aside class="read-more-wrap"><div class="read-more">
<article class="post-card"><a href="/a"><h2 class="post-card-title">{visit.pick("Ten ways to take notes", "Notes for the summer")}</h2>
</a><div class="post-card-excerpt">How people keep their minds free.</div></article><article class="post-card"><a href="/b"><h2
class="post-card-title">Why paper is not dead</h2></a><div class="post-card-excerpt">A visit to a mill.</div></article></div></aside>
</main><footer class="site-footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def design_tool(policy: Policy, visit: Visit) -> str:
    """A site drawn in a design tool: hashed names, every text a paragraph in boxes, headings by looks only."""

    def box(words: str, tag: str) -> str:
        return (
            f'<div class="framer-{visit.css(tag)}" data-framer-component-type="RichTextContainer" style="outline:none">'
            f'<{tag} class="framer-text" style="--framer-line-height:1.4em">{words}</{tag}></div>'
        )

    def drawn(one: Section) -> str:
        rows = [box(cell, "p") for row in one.table for cell in row]
        listed = [
            f'<ul class="framer-text"><li class="framer-text"><p class="framer-text">{item}</p></li></ul>'
            for item in one.items
        ]
        return "".join(
            [box(one.heading, "h3"), *(box(words, "p") for words in one.paragraphs), *listed, *rows]
        )

    return page(
        f"""<div id="main" data-framer-hydrate-v2="{visit.token()}"><div class="framer-{visit.css("root")}" style="min-height:100vh">
<div class="framer-nav-container"><nav class="framer-{visit.css("n")}">{menu(visit)}</nav></div><section
class="framer-{visit.css("s")}" data-framer-name="Content">{box(policy.title, "h1")}{box(policy.date, "p")}
{"".join(map(drawn, policy.sections))}</section><div class="framer-footer-container"><footer>{bottom(visit)}</footer></div></div>
<div id="overlay"></div></div>"""
    )


@kind()
def saved_frameset(policy: Policy, visit: Visit) -> str:
    """A page saved by a browser from the main frame of an old site: scripts gone, addresses local, a table for layout."""
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN">\n<!-- saved from url=(0041)https://www.tidewell.example/privacy'
        f'.htm -->\n<HTML><HEAD><TITLE>{policy.title}</TITLE><META http-equiv=Content-Type content="text/html; charset=utf-8">'
        '<LINK href="privacy_files/style.css" type=text/css rel=stylesheet></HEAD><BODY bgColor=#ffffff topMargin=0>'
        '<TABLE cellSpacing=0 cellPadding=0 width=760 border=0><TBODY><TR><TD colSpan=2><A href="https://www.tidewell.example/">'
        '<IMG src="privacy_files/logo.gif" border=0></A></TD></TR><TR><TD vAlign=top width=140><FONT face=Verdana size=1>'
        + "<BR>".join(
            f'<A href="https://www.tidewell.example/{name.lower()}.htm">{name}</A>'
            for name in ("Home", "Products", "Shop", "Support", visit.pick("Jobs", "Careers"))
        )
        + f"</FONT></TD><TD vAlign=top width=620><H1>{policy.title}</H1><P><FONT size=1>{policy.date}</FONT></P>"
        + prose(policy).replace("<table>", "<TABLE border=1>").replace("<p>", "<P><FONT face=Verdana size=2>")
        + "</TD></TR><TR><TD colSpan=2 align=middle><FONT face=Verdana size=1><A href='https://www.tidewell.example/terms.htm'>Terms"
        "</A> | <A href='https://www.tidewell.example/contact.htm'>Contact</A> | <A href='https://www.tidewell.example/map.htm'>Site"
        f" map</A><BR>© {visit.pick('2025', '2026')} Tidewell Notes Limited</FONT></TD></TR></TBODY></TABLE></BODY></HTML>"
    )


@kind()
def app_with_data_island(policy: Policy, visit: Visit) -> str:
    """A rendered application: the text once as HTML, once more as data in scripts; a spinner and a router's announcer."""
    told = prose(policy).replace('"', '\\"').replace("</", "<\\/")
    return page(
        f"""<div hidden><!--$--><!--/$--></div><div id="__next"><div class="{visit.css("app")}"><header>{menu(visit)}</header>
<main class="{visit.css("main")}"><div class="prose lg:prose-xl dark:prose-invert"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div></main><footer>{bottom(visit)}</footer></div></div><div class="{visit.css("spin")}" aria-busy="true"><span
class="sr-only">Loading...</span></div><next-route-announcer><p aria-live="assertive" id="__next-route-announcer__" role="alert">
{policy.title} - Tidewell Notes</p></next-route-announcer><script id="__NEXT_DATA__" type="application/json">{{"props":
{{"html":"{told}"}},"buildId":"{visit.token()}"}}</script><script>self.__next_f.push([1,"{told[:400]}"])</script>"""
    )


@kind()
def forum_page(policy: Policy, visit: Visit) -> str:
    """A static page of a forum program: a crawler's view without landmarks of the text, log-in links, powered by."""
    return page(
        f"""<header><a href="/">Tidewell Community</a></header><div id="main-outlet" class="wrap" role="main"><ul class="nav-pills">
{links("About,FAQ,Terms,Privacy")}</ul><div class="contents clearfix body-page"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div></div><footer class="container wrap"><nav class="crawler-nav"><ul><li itemscope><span itemprop="name"><a href="/"
itemprop="url">Home</a></span></li>{links("Categories,Guidelines,Terms of Service,Privacy Policy")}</ul></nav><p
class="powered-by-link">Powered by <a href="https://forum.example">Parley</a>, best viewed with JavaScript enabled</p></footer>
<noscript><p>{visit.token()}</p></noscript>"""
    )


@kind()
def marked_changes(policy: Policy, visit: Visit) -> str:
    """A court's or a registrar's page: numbered lines, a letterhead, a signature, an index of files at the side."""
    body = "".join(
        f'<div class="chapter"><p class="chapter-title"><b>{one.heading}</b></p>{paragraphs(one)}{items(one)}{table(one)}</div>'
        for one in policy.sections
    )
    return page(
        f"""<div id="wrap"><div id="head"><a href="/"><img alt="Arms" src="/arms.png"></a><div id="search"><form><input type="text">
<input type="submit" value="Search"></form></div></div><div id="left">{menu(visit)}</div><div id="mid"><div class="docpanel"><h1>
{policy.title}</h1><p>{policy.date}</p>{body}</div></div><div id="foot">{bottom(visit)}</div></div>"""
    )


@kind(lines=lambda policy: [*policy.lines, "Read our personal information charter."])
def sentence_set_as_call(policy: Policy, visit: Visit) -> str:
    """An agency sets the sentence that refers to a further document in a box that is named like an advertisement."""
    return page(
        f"""<header role="banner">{menu(visit)}</header><main id="content"><h1>{policy.title}</h1><p>{policy.date}</p><div class="govspeak">{prose(policy)}<div class="call-to-action"><p>Read our <a href="/charter">personal information charter</a>.</p></div></div></main><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: ["14 June 2022", policy.title, *policy.body])
def day_over_title(policy: Policy, visit: Visit) -> str:
    """An institution's head of the page stands over its main: the kind of page, its day, then the title."""
    return page(
        f"""<header role="banner">{menu(visit)}</header><div class="page-head"><nav><ol><li><a href="/">Home</a></li><li>Privacy</li></ol></nav><ul class="meta"><li>GENERAL PAGE</li><li>14 June 2022</li></ul><div class="title-box"><h1>{policy.title}</h1></div></div><main id="main-content">{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def tools_behind_text(policy: Policy, visit: Visit) -> str:
    """A French university: below the day at the end a list of links to print, to send and to share."""
    return page(
        f"""<div id="head">{menu(visit)}</div><div id="page"><div id="text"><h1>{policy.title}</h1><div>{policy.date}</div>{prose(policy)}<div class="fiche"><ul><li><a href="#">Imprimer</a></li><li><a href="#">Envoyer à un ami</a></li><li><a href="#">Partager sur {visit.pick("Facebook", "LinkedIn")}</a></li></ul></div></div></div><div id="foot">{bottom(visit)}</div>"""
    )


@kind(lines=lambda policy: [policy.title, _STRAP, *policy.lines[1:]])
def office_with_hours(policy: Policy, visit: Visit) -> str:
    """A canton's page: a line of words below the title, further reading, an office with its hours, and a question on the page, each in a box behind the text."""
    return page(
        f"""<header>{menu(visit)}</header><main><article><div class="page-top"><nav><ol><li><a href="/">Start</a></li><li>Privacy</li></ol></nav><h1>{policy.title}</h1><p class="strap">{_STRAP}</p></div><nav class="anchornav"><h2>On this page</h2><ol><li><a href="#1">Children</a></li></ol></nav><div class="richtext"><p>{policy.date}</p>
{prose(policy)}</div><div class="mdl-contact"><h2>Contact</h2><p>Chancellery, web desk</p><p>4 Lake Street, Port Maren</p><p>Open from Monday to Friday<br>8 to {visit.pick("12", "11")} am</p></div><div class="mdl-feedback"><h2>Please tell us</h2><p>Is this page easy to read?</p><button>Yes</button></div></article></main><footer>{bottom(visit)}</footer>"""
    )


_STRAP = "How the canton looks after what it knows about you"


_DESK: list[str] = ["Our desk", "4 Quay Street, Port Maren", "Telephone 555 0142, 8.30 to 17.00"]


@kind(lines=lambda policy: [*policy.lines, *_DESK])
def hours_in_section(policy: Policy, visit: Visit) -> str:
    """Each section is an element of its own, and the last one tells when somebody answers the telephone."""
    parts = "".join(f"<section>{section(one)}</section>" for one in policy.sections)
    head, *lines = _DESK
    return page(
        f"""<header>{menu(visit)}</header><main><div class="top"><h1>{policy.title}</h1><p>{policy.date}</p></div>{parts}<section><h2>{head}</h2>{"".join(f"<p>{line}</p>" for line in lines)}</section></main><footer>{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [*policy.lines, *_DESK])
def hours_amid_text(policy: Policy, visit: Visit) -> str:
    """The same section, in the element of all others."""
    head, *lines = _DESK
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<h2>{head}</h2>{"".join(f"<p>{line}</p>" for line in lines)}</main><footer>{bottom(visit)}</footer>"""
    )
