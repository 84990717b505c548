"""Policies on sites made with a content management system or a site builder."""

from __future__ import annotations

from tests.kinds.base import (
    Policy,
    Section,
    Visit,
    banner,
    below,
    bottom,
    kind,
    links,
    menu,
    page,
    prose,
    related,
)


@kind()
def wordpress_classic(policy: Policy, visit: Visit) -> str:
    """Entry header and footer, sharing, comments, a column of widgets."""
    return page(
        f"""<div id="page" class="hfeed site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header" role="banner"><div class="site-branding"><p class="site-title"><a href="/">Tidewell</a>
</p><p class="site-description">Notes for everyone</p></div><nav id="site-navigation" class="main-navigation">
<button class="menu-toggle">Menu</button><div class="menu-main-container">{menu(visit)}</div></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main" role="main">
<article id="post-3" class="post-3 page type-page status-publish hentry"><header class="entry-header">
<h1 class="entry-title">{policy.title}</h1></header><div class="entry-content"><p>{policy.date}</p>{prose(policy)}
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3>
<div class="sd-content"><ul><li class="share-twitter"><a href="https://t.example/s?u={visit.token()}"><span>Click to share on
Bird (Opens in new window)</span> Bird</a></li><li><a href="https://f.example/s">Face</a></li></ul></div></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3>{related(visit)}</div>
</div><footer class="entry-footer"><span class="edit-link"><a href="/wp-admin/post.php">Edit</a></span></footer></article>
<div id="comments" class="comments-area"><div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3>
<form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p><label>Comment</label>
<textarea></textarea><p><input type="submit" value="Post"></p></form></div></div></main></div>
<aside id="secondary" class="widget-area" role="complementary"><section class="widget widget_recent_entries"><h2>Recent Posts</h2>
{related(visit)}</section><section class="widget widget_archive"><h2>Archives</h2>{links("May 2025,April 2025,March 2025")}
</section></aside></div><footer id="colophon" class="site-footer" role="contentinfo">{bottom(visit)}</footer></div>{banner(visit)}"""
    )


@kind()
def wordpress_blocks(policy: Policy, visit: Visit) -> str:
    """Gutenberg: template parts, groups inside groups."""
    body = (
        prose(policy)
        .replace("<h2>", '<h2 class="wp-block-heading">')
        .replace("<ul>", '<ul class="wp-block-list">')
    )
    body = body.replace("<table>", '<figure class="wp-block-table"><table>').replace(
        "</table>", "</table></figure>"
    )
    return page(
        f"""<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group has-global-padding
is-layout-constrained"><p class="wp-block-site-title"><a href="/">Tidewell</a></p><nav class="wp-block-navigation">{menu(visit)}
</nav></div></header><main class="wp-block-group is-layout-flow" id="wp--skip-link--target"><div class="wp-block-group">
<h1 class="wp-block-post-title">{policy.title}</h1></div><div class="entry-content wp-block-post-content is-layout-constrained">
<p class="has-small-font-size">{policy.date}</p>{body}<div style="height:40px" aria-hidden="true" class="wp-block-spacer"></div>
</div></main><footer class="wp-block-template-part">{bottom(visit)}</footer></div><div class="cky-consent-container">
<div class="cky-consent-bar"><p class="cky-title">We value your privacy</p><div class="cky-notice-des"><p>We use cookies to
enhance your browsing experience, serve personalised ads or content, and analyse our traffic.</p></div></div></div>"""
    )


def _elementor(one: Section, visit: Visit) -> str:
    return f"""<div class="elementor-element elementor-element-{visit.css(one.heading)} elementor-widget elementor-widget-heading"
data-id="{visit.css(one.heading)}"><div class="elementor-widget-container"><h3 class="elementor-heading-title">{one.heading}</h3>
</div></div><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">
{below(one)}</div></div>"""


@kind()
def wordpress_elementor(policy: Policy, visit: Visit) -> str:
    """Div soup of a page builder: header, page and footer are the same kind of element."""
    top = f"""<div data-elementor-type="header" class="elementor elementor-10 elementor-location-header"><div class="elementor-element
e-con"><div class="elementor-widget-nav-menu"><nav class="elementor-nav-menu--main">{menu(visit)}</nav><div
class="elementor-menu-toggle" role="button"><span class="elementor-screen-only">Menu</span></div></div></div></div>"""
    foot = f"""<div data-elementor-type="footer" class="elementor elementor-20 elementor-location-footer"><div
class="elementor-element e-con"><div class="elementor-widget-container">{bottom(visit)}</div></div></div>"""
    return page(
        f"""{top}<div data-elementor-type="wp-page" class="elementor elementor-3"><section class="elementor-section elementor-top-section">
<div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-widget
elementor-widget-heading"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{policy.title}</h1></div></div>
<div class="elementor-widget-container"><p>{policy.date}</p></div></div></div></div></section>
<section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column"><div
class="elementor-widget-wrap">{"".join(_elementor(one, visit) for one in policy.sections)}</div></div></div></section></div>{foot}
<div data-elementor-type="popup" class="elementor elementor-location-popup" role="dialog"><div><h2>Join our newsletter</h2>
<p>Get our best templates in your inbox every month, and a discount of ten percent on your first year.</p></div></div>""",
        title="Privacy Policy – Tidewell",
    )


@kind()
def squarespace(policy: Policy, visit: Visit) -> str:
    """Sections of blocks, one block a section of the text, headings as strong paragraphs in places."""
    blocks = "".join(
        f"""<div class="sqs-block html-block sqs-block-html" id="block-{visit.css(one.heading)}"><div class="sqs-block-content">
<div class="sqs-html-content">{f"<h4>{one.heading}</h4>"}{below(one)}</div></div></div>"""
        for one in policy.sections
    )
    return page(
        f"""<div id="siteWrapper" class="clearfix site-wrapper"><header id="header" class="black-bold header theme-col--primary">
<div class="header-announcement-bar-wrapper"><a href="/spring">{visit.pick("", "Spring offer: two months for free")}</a></div>
<div class="header-inner container--fluid">{menu(visit)}</div></header><main id="page" class="container" role="main">
<article class="sections" id="sections" data-page-sections="{visit.token()}"><section data-test="page-section"
class="page-section full-bleed-section layout-engine-section"><div class="content-wrapper"><div class="content"><div
class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12"><div class="sqs-block html-block">
<div class="sqs-html-content"><h1 style="text-align:center">{policy.title}</h1><p style="text-align:center">{policy.date}</p></div>
</div>{blocks}</div></div></div></div></div></section></article></main><footer class="sections" id="footer-sections"
data-footer-sections><section class="page-section"><div class="content-wrapper">{bottom(visit)}</div></section></footer></div>"""
    )


def _wix_text(words: str, visit: Visit, tag: str = "p") -> str:
    return (
        f'<{tag} class="font_8 wixui-rich-text__text" style="font-size:16px"><span style="font-size:16px" class="wixui-rich-text__text">'
        f'<span style="font-family:{visit.css("f")}">{words}</span></span></{tag}>'
    )


@kind()
def wix(policy: Policy, visit: Visit) -> str:
    """Deep div soup with hashed ids; headings are paragraphs in bold spans; empty lines are paragraphs."""
    text = ""
    for one in policy.sections:
        bold = f'<span style="font-weight:bold" class="wixui-rich-text__text">{one.heading}</span>'
        text += _wix_text(bold, visit) + _wix_text('<span class="wixGuard">\u200b</span>', visit)
        text += "".join(_wix_text(words, visit) for words in one.paragraphs)
        if one.items:
            text += f"<ul class='font_8'>{''.join(f'<li>{_wix_text(words, visit)}</li>' for words in one.items)}</ul>"
        text += below(Section("", (), (), one.table))
    return page(
        f"""<div id="SITE_CONTAINER"><div id="main_MF" class="main_MF"><div id="SCROLL_TO_TOP" class="Vd6aQZ ignore-focus"
role="region" tabindex="-1" aria-label="top of page"><span class="mHZSwn">top of page</span></div><div id="site-root"><div
id="masterPage" class="mesh-layout masterPage css-editing-scope"><header id="SITE_HEADER" class="{visit.css("hd")}" tabindex="-1">
<div class="{visit.css("h")}"><nav id="comp-{visit.css("n")}" aria-label="Site">{menu(visit)}</nav></div></header>
<main id="PAGES_CONTAINER" tabindex="-1" data-main-content="true"><div id="SITE_PAGES"><div id="c1dmp" class="dBAkHi">
<div class="PFkO7r wixui-page" data-testid="page-bg"></div><div class="HT5ybB"><div id="Containerc1dmp"><div
data-mesh-id="Containerc1dmpinlineContent"><section id="comp-{visit.css("s")}" class="Oqnisf comp wixui-section"><div
id="bgLayers" data-hook="bgLayers"></div><div data-mesh-id="x" data-testid="inline-content"><div id="comp-{visit.css("t")}"
class="HcOXKn c9GqVL QxJLC3 wixui-rich-text" data-testid="richTextElement"><h1 class="font_2 wixui-rich-text__text">
<span>{policy.title}</span></h1></div><div id="comp-{visit.css("u")}" class="HcOXKn wixui-rich-text">{_wix_text(policy.date, visit)}
{text}</div></div></section></div></div></div></div></div></main><footer id="SITE_FOOTER" class="{visit.css("ft")}">{bottom(visit)}
</footer></div></div><div id="SCROLL_TO_BOTTOM" class="Vd6aQZ" role="region"><span class="mHZSwn">bottom of page</span></div></div>
<div id="pinnedChat"><iframe title="Chat"></iframe></div></div>"""
    )


@kind()
def webflow(policy: Policy, visit: Visit) -> str:
    """No landmarks at all: sections with names of the designer's choice."""
    return page(
        f"""<div class="page-wrapper"><div class="navbar_component w-nav" role="banner"><div class="navbar_container"><a href="/"
class="navbar_logo-link w-nav-brand">Tidewell</a><nav role="navigation" class="navbar_menu w-nav-menu">{menu(visit)}</nav></div></div>
<div class="main-wrapper"><div class="section_header"><div class="padding-global"><div class="container-large"><h1
class="heading-style-h1">{policy.title}</h1><div class="text-size-medium">{policy.date}</div></div></div></div><div
class="section_legal"><div class="padding-global"><div class="container-small"><div class="text-rich-text w-richtext">
{prose(policy, level=3)}</div></div></div></div><div class="section_cta"><div class="padding-global"><div class="container-large">
<h2 class="heading-style-h2">Start writing today</h2><p>Join two million people who keep their thoughts in one place.</p><a href="/go"
class="button w-button">Try it for free</a></div></div></div></div><div class="footer_component"><div class="padding-global">
{bottom(visit)}</div></div></div>"""
    )


@kind()
def shopify(policy: Policy, visit: Visit) -> str:
    """A shop's policy page: announcement bar, cart drawer, country picker."""
    countries = "".join(f'<li><a href="#" data-value="C{n}">Country {n} (EUR €)</a></li>' for n in range(120))
    return page(
        f"""<a class="skip-to-content-link button visually-hidden" href="#MainContent">Skip to content</a>
<cart-drawer class="drawer is-empty"><div id="CartDrawer" class="cart-drawer"><div class="drawer__inner" role="dialog"
aria-modal="true"><h2 class="cart__empty-text">Your cart is empty</h2><a href="/collections/all">Continue shopping</a></div></div>
</cart-drawer><div id="shopify-section-announcement-bar" class="shopify-section"><div class="announcement-bar" role="region"
aria-label="Announcement"><p class="announcement-bar__message h5">{visit.pick("Welcome to our store", "Free delivery in May")}</p>
</div></div><div id="shopify-section-header"><sticky-header class="header-wrapper"><header class="header">{menu(visit)}</header>
</sticky-header></div><main id="MainContent" class="content-for-layout focus-none" role="main" tabindex="-1"><div
class="shopify-policy__container"><div class="shopify-policy__title"><h1>{policy.title}</h1></div><div class="shopify-policy__body">
<div class="rte"><p>{policy.date}</p>{prose(policy)}</div></div></div></main><div id="shopify-section-footer"
class="shopify-section-group-footer-group"><footer class="footer"><div class="footer__content-top">{bottom(visit)}
<localization-form><form><h2>Country/region</h2><div class="disclosure"><button>Ireland (EUR €)</button><ul>{countries}</ul></div>
</form></localization-form></div></footer></div><ul hidden><li id="a11y-refresh-page-message">Choosing a selection results in a full
page refresh.</li><li id="a11y-new-window-message">Opens in a new window.</li></ul>"""
    )


@kind()
def drupal(policy: Policy, visit: Visit) -> str:
    """Regions and blocks, breadcrumb, tabs, the title in a block of its own."""
    return page(
        f"""<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a><div
class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div id="page-wrapper"><div id="page"><header id="header"
class="header" role="banner"><div class="section layout-container clearfix"><div class="region region-primary-menu"><div
role="navigation" id="block-main-menu" class="block block-menu navigation menu--main">{menu(visit)}</div></div></div></header>
<div class="highlighted"><aside class="layout-container section" role="complementary"><div class="region region-highlighted"><div
data-drupal-messages-fallback class="hidden"></div></div></aside></div><div id="main-wrapper" class="layout-main-wrapper"><div
id="main" class="layout-main"><div class="region region-breadcrumb"><nav class="breadcrumb" role="navigation"><h2
class="visually-hidden">Breadcrumb</h2><ol>{links("Home,Legal")}</ol></nav></div><main id="content" class="column main-content"
role="main"><section class="section"><a id="main-content" tabindex="-1"></a><div class="region region-content"><div
id="block-page-title" class="block block-core block-page-title-block"><div class="content"><h1 class="title page-title"><span
class="field field--name-title">{policy.title}</span></h1></div></div><div id="block-content" class="block block-system"><div
class="content"><article data-history-node-id="7" class="node node--type-page node--view-mode-full"><header></header><div
class="node__content"><div class="clearfix text-formatted field field--name-body field__item"><p>{policy.date}</p>{prose(policy)}
</div><div class="node__links"><ul class="links inline"><li class="print"><a href="/print/7">Printer-friendly version</a></li></ul>
</div></div></article></div></div></div></section></main></div></div><footer class="site-footer">{bottom(visit)}</footer></div></div>
</div>"""
    )


@kind()
def notion(policy: Policy, visit: Visit) -> str:
    """A published page: every block a div, list items as divs with a pseudo bullet."""
    text = ""
    for one in policy.sections:
        text += f"""<div data-block-id="{visit.token(one.heading)}" class="notion-selectable notion-header-block"><div><h2
spellcheck="true" placeholder="Heading 1" contenteditable="false">{one.heading}</h2></div></div>"""
        for words in one.paragraphs:
            text += f"""<div data-block-id="{visit.token(words)}" class="notion-selectable notion-text-block"><div><div><div
spellcheck="true" placeholder=" " data-content-editable-leaf="true" contenteditable="false">{words}</div></div></div></div>"""
        for words in one.items:
            text += f"""<div class="notion-selectable notion-bulleted_list-block"><div><div contenteditable="false" class="notion-list-item-box-left"
><div class="pseudoBefore" style="--pseudoBefore--content:'•'"></div></div><div><div><div
contenteditable="false">{words}</div></div></div></div></div>"""
        text += below(Section("", (), (), one.table))
    return page(
        f"""<div id="notion-app"><div class="notion-app-inner notion-light-theme"><div class="notion-cursor-listener"><header><div
class="notion-topbar"><div><a href="/">Legal</a><span>/</span><div class="notranslate">{policy.title}</div></div><div role="button">
Duplicate</div><div role="button">Try Notion</div></div></header><main class="notion-frame"><div class="notion-scroller vertical">
<div class="whenContentEditable" data-content-editable-root="true"><div class="layout layout-wide"><div><div
class="notion-selectable notion-page-block"><h1 spellcheck="true" placeholder="Untitled" contenteditable="false">{policy.title}</h1>
</div></div><div class="notion-page-content"><div class="notion-selectable notion-text-block"><div>{policy.date}</div></div>{text}
</div></div></div></div></main></div></div></div>""",
        title="Privacy Policy",
    )


def _google_span(words: str) -> str:
    half = len(words) // 2
    return f'<span class="c4">{words[:half]}</span><span class="c4">{words[half:]}</span>'


@kind()
def google_docs(policy: Policy, visit: Visit) -> str:
    """A published document: text broken into spans, lists as lists of one item with hashed classes."""
    text = ""
    for one in policy.sections:
        text += f'<h2 class="c7" id="h.{visit.css(one.heading)}"><span class="c1">{one.heading}</span></h2>'
        text += "".join(
            f'<p class="c2">{_google_span(words)}</p><p class="c2 c9"><span class="c4"></span></p>'
            for words in one.paragraphs
        )
        text += "".join(
            f'<ul class="c8 lst-kix_{visit.css("k")}-0"><li class="c3 li-bullet-0">{_google_span(words)}</li></ul>'
            for words in one.items
        )
        text += below(Section("", (), (), one.table))
    return page(
        f"""<div id="banners"><div id="publish-banner"><div id="title-banner"><div id="title">Privacy Policy (public)</div></div><div
id="publish-banner-buttons"><a href="https://support.example/abuse?{visit.token()}" class="publish-banner-button">Report abuse</a>
<span>Learn more</span></div><div id="updated-banner"><span>Updated automatically every 5 minutes</span></div></div></div><div
id="contents"><style type="text/css">.c1{{color:#000}}</style><div class="c10 doc-content"><p class="c5 title"><span class="c6">
{policy.title}</span></p><p class="c2"><span class="c4">{policy.date}</span></p>{text}</div></div>""",
        title="Privacy Policy (public)",
    )


@kind()
def google_sites(policy: Policy, visit: Visit) -> str:
    """Hashed classes, sections in sections, the menu twice, a button to report abuse."""
    return page(
        f"""<div class="{visit.css("a")}" jscontroller="x"><div class="{visit.css("b")}"><header id="atIdViewHeader"><div role="banner"
class="{visit.css("c")}"><div>Search this site</div><div>Embedded Files</div><nav role="navigation" jsname="ihoMLd">{menu(visit)}</nav>
</div></header><div role="main" tabindex="-1" class="UtePc RCETm" dir="ltr"><section id="h.{visit.css("d")}" class="yaqOZd"><div
class="Nu95r"><div class="mYVXT"><div class="LS81yb"><div class="tyJCtd mGzaTb baZpAe"><h1 id="h.p" dir="ltr"
class="CDt4Ke zfr3Q duRjpb" style="text-align: center;">{policy.title}</h1></div></div></div></div></section><section class="yaqOZd">
<div class="LS81yb"><div class="hJDwNd-AhqUyc-uQSCkd"><div class="tyJCtd mGzaTb baZpAe"><p dir="ltr" class="CDt4Ke zfr3Q">
<span class="C9DxTc">{policy.date}</span></p>{prose(policy, level=3)}</div></div></div></section></div><div class="Xpil1b xgQ6eb"></div>
<footer jsname="yePe5c"></footer><div class="dZA9kd ynRLnc"><span>Google Sites</span></div><div><div role="button">Report abuse</div>
</div><div role="dialog"><div>Page details</div><div>Page updated</div></div></div></div>"""
    )


@kind()
def sharepoint(policy: Policy, visit: Visit) -> str:
    """The whole page in a form with hidden fields; zones of web parts; div paragraphs."""
    text = prose(policy).replace("<p>", "<div>").replace("</p>", "</div>")
    return page(
        f"""<form method="post" action="./privacy.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE"
value="{visit.token()}"><div id="s4-ribbonrow"><div id="globalNavBox">{menu(visit)}</div></div><div id="s4-workspace"><div
id="s4-bodyContainer"><div id="s4-titlerow"><h1 id="pageTitle" class="ms-core-pageTitle"><span id="DeltaPlaceHolderPageTitleInTitleArea">
{policy.title}</span></h1></div><div id="contentRow"><div id="sideNavBox" class="ms-dialogHidden"><div
class="ms-core-sideNavBox-removeLeftMargin"><ul>{links("Home,Documents,Recent")}</ul></div></div><div id="contentBox" role="main">
<div id="DeltaPlaceHolderMain"><div class="article article-body"><div class="article-content"><div id="ctl00_x__ControlWrapper_RichHtmlField"
class="ms-rtestate-field"><div>{policy.date}</div>{text}</div></div></div></div></div></div></div></div>
<div id="DeltaFormDigest"></div><footer>{bottom(visit)}</footer></form>"""
    )
