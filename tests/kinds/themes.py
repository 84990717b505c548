"""Pages of content systems, themes, shops, forums and wikis, after the markup that these programs write."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, below, bottom, kind, links, menu, page, prose


@kind()
def joomla(policy: Policy, visit: Visit) -> str:
    """Joomla: modules in containers, details of the article as a list of definitions."""
    return page(
        f"""<header class="header container-header"><div class="grid-child"><div class="navbar-brand"><a class="brand-logo" href="/">Tidewell</a></div></div><div
class="grid-child container-nav"><ul class="mod-menu mod-list nav">{links("Home,Notebooks,Help")}</ul></div></header><div class="site-grid"><div class="grid-child
container-sidebar-left"><div class="sidebar-left card"><h3 class="card-header">Log in</h3><div class="card-body"><form><label>User name</label><input type="text"><label>
Password</label><input type="password"><button>Log in</button><ul><li><a href="/remind">Forgot your user name?</a></li></ul></form></div></div></div><div class="grid-child
container-component"><nav class="mod-breadcrumbs__wrapper"><ol class="mod-breadcrumbs"><li>You are here: </li><li><a href="/">Home</a></li><li>Privacy</li></ol></nav><main>
<div class="com-content-article item-page"><div class="page-header"><h1>{policy.title}</h1></div><dl class="article-info text-muted"><dt class="article-info-term">Details</dt><dd
class="createdby">Written by <span>Erin Vale</span></dd><dd class="category-name">Category: <a href="/c">Legal</a></dd><dd class="hits">Hits: {visit.pick("1204", "1931")}</dd></dl><div
class="com-content-article__body"><p>{policy.date}</p>{prose(policy)}</div><nav class="pagenavigation"><a href="/prev">Prev</a><a href="/next">Next</a></nav></div></main></div></div><footer
class="container-footer">{bottom(visit)}</footer>"""
    )


@kind()
def contao(policy: Policy, visit: Visit) -> str:
    """Contao: modules and content elements, the title in a header strip above the wrapper."""
    elements = "".join(
        f'<div class="ce_text block"><h2>{one.heading}</h2>{below(one)}</div>' for one in policy.sections
    )
    return page(
        f"""<div id="wrapper"><header id="header"><div class="inside"><nav class="mod_navigation block">{menu(visit)}</nav></div></header><div class="mod_article header-title block"><div
class="ce_headline"><h1>{policy.title}</h1></div></div><div id="container"><main id="main"><div class="inside"><div class="mod_article block" id="legal"><div class="ce_text
block"><p>{policy.date}</p></div>{elements}<p class="toplink"><a href="#top">Nach oben</a></p></div></div></main></div><footer id="footer"><div class="inside">{bottom(visit)}</div></footer></div>"""
    )


@kind()
def plone(policy: Policy, visit: Visit) -> str:
    """Plone: portal columns, document actions, a byline."""
    return page(
        f"""<div id="visual-portal-wrapper"><div id="portal-top"><p class="hiddenStructure"><a accesskey="2" href="#content">Skip to content.</a></p><div id="portal-searchbox"><form><input
type="text"></form></div><ul id="portal-globalnav">{links("Home,News,Events,Members")}</ul></div><div id="portal-breadcrumbs"><span>You are here:</span> <a href="/">Home</a> ›
<span>Privacy</span></div><table id="portal-columns"><tr><td id="portal-column-one"><dl class="portlet portletNavigationTree"><dt class="portletHeader">Navigation</dt><dd><ul>
{links(visit.pick("About,Archive,Contact", "About,Archive,Press,Contact"))}</ul></dd></dl></td><td id="portal-column-content"><div id="content"><h1 class="documentFirstHeading">{policy.title}</h1>
<div class="documentByLine">by <a href="/author/e">Erin Vale</a></div><div id="content-core"><p>{policy.date}</p>{prose(policy)}</div><div class="documentActions"><ul><li><a
href="javascript:this.print();">Print this</a></li></ul></div></div></td></tr></table><div id="portal-footer">{bottom(visit)}</div></div>"""
    )


@kind()
def liferay(policy: Policy, visit: Visit) -> str:
    """A portal: portlets in columns, the text in a journal article."""
    return page(
        f"""<div class="container-fluid" id="wrapper"><header id="banner" role="banner"><div id="heading"><a class="logo" href="/">Tidewell</a></div><nav id="navigation">{menu(visit)}</nav></header>
<section id="content"><h2 class="hide-accessible" role="heading">Privacy - Tidewell</h2><div class="columns-2" id="main-content" role="main"><div class="portlet-layout row"><div class="col-md-8
portlet-column" id="column-1"><div class="portlet-dropzone"><div class="portlet-boundary"><section class="portlet"><div class="portlet-content"><div class="autofit-float
portlet-header"></div><div class="portlet-body"><div class="journal-content-article"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div></div></section></div></div></div><div
class="col-md-4 portlet-column" id="column-2"><section class="portlet"><div class="portlet-body"><h3>Service</h3><ul>{links(visit.pick("Branches,Forms", "Branches,Forms,Fees"))}</ul></div></section>
</div></div></div></section><footer id="footer" role="contentinfo">{bottom(visit)}</footer></div>""",
    )


@kind()
def magento(policy: Policy, visit: Visit) -> str:
    """A shop's page: panel with a welcome, mini cart, compare box, newsletter block in the footer."""
    return page(
        f"""<div class="page-wrapper"><header class="page-header"><div class="panel wrapper"><div class="panel header"><a class="action skip contentarea" href="#m"><span>Skip to
Content</span></a><ul class="header links"><li class="greet welcome"><span>Welcome to our shop!</span></li><li class="authorization-link"><a href="/login">Sign In</a></li></ul></div></div><div
class="minicart-wrapper"><a class="action showcart" href="/cart"><span class="text">My Cart</span></a><div class="block block-minicart empty"><strong class="subtitle empty">You have no items
in your shopping cart.</strong></div></div></header><div class="sections nav-sections"><div class="section-item-content">{menu(visit)}</div></div><div class="breadcrumbs"><ul class="items"><li
class="item home"><a href="/">Home</a></li><li class="item cms_page"><strong>{policy.title}</strong></li></ul></div><main id="maincontent" class="page-main"><div class="page-title-wrapper"><h1
class="page-title"><span class="base">{policy.title}</span></h1></div><div class="page messages"><div data-placeholder="messages"></div></div><div class="columns"><div class="column main"><div
class="std"><p>{policy.date}</p>{prose(policy)}</div></div><div class="sidebar sidebar-additional"><div class="block block-compare"><div class="block-title"><strong>Compare Products</strong></div>
<div class="empty">You have no items to compare.</div></div></div></div></main><footer class="page-footer"><div class="footer content"><div class="block newsletter"><div class="content"><form
class="form subscribe"><label>Sign up for our newsletter:</label><input type="email"><button>Subscribe</button></form></div></div>{bottom(visit)}</div></footer></div>"""
    )


@kind()
def prestashop(policy: Policy, visit: Visit) -> str:
    """A shop: blocks of reassurance, newsletter and links to the account around a cms page."""
    return page(
        f"""<main><header id="header"><nav class="header-nav"><div id="contact-link"><a href="/contact">Contact us</a></div></nav><div class="header-top">{menu(visit)}</div></header><section
id="wrapper"><div class="container"><nav class="breadcrumb"><ol><li><a href="/"><span>Home</span></a></li><li><span>{policy.title}</span></li></ol></nav><div class="row"><div id="left-column"
class="col-xs-12 col-md-3"><div class="block-categories"><ul class="category-top-menu"><li><a class="h6" href="/2">Home</a></li><li><ul>{links(visit.pick("Pads,Pens", "Pads,Pens,Ink"))}</ul></li>
</ul></div></div><div id="content-wrapper" class="col-md-9"><section id="main"><header class="page-header"><h1>{policy.title}</h1></header><section id="content" class="page-content
page-cms page-cms-2"><p>{policy.date}</p>{prose(policy)}</section><footer class="page-footer"></footer></section></div></div></div></section><footer id="footer"><div
class="block_newsletter"><p>Get our latest news and special sales</p><form><input type="email"></form><p>You may unsubscribe at any moment. For that purpose, please find our contact info in the
legal notice.</p></div>{bottom(visit)}</footer></main>"""
    )


@kind()
def woocommerce_notice(policy: Policy, visit: Visit) -> str:
    """A shop's theme: a notice of the demo store, a cart in the corner, products in a widget."""
    return page(
        f"""<p class="woocommerce-store-notice demo_store">This is a demo store for testing purposes: no orders shall be fulfilled. <a href="#">Dismiss</a></p><div id="page" class="hfeed
site"><header id="masthead" class="site-header"><div class="site-branding"><div class="site-title"><a href="/">Tidewell</a></div><p class="site-description">Paper for people who think</p></div>
<nav class="main-navigation">{menu(visit)}</nav><ul id="site-header-cart"><li><a href="/cart"><span>{visit.pick("0.00", "9.50")} kr</span> <span class="count">0 items</span></a></li></ul></header><div
id="content" class="site-content"><div class="col-full"><div class="woocommerce"></div><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-3"><header
class="entry-header"><h1 class="entry-title">{policy.title}</h1></header><div class="entry-content"><p>{policy.date}</p>{prose(policy)}</div></article></main></div><div id="secondary"
class="widget-area"><div class="widget woocommerce widget_products"><span class="gamma widget-title">Products</span><ul class="product_list_widget"><li><a href="/p"><span class="product-title">
{visit.pick("Cork notebook", "Brass clip")}</span></a><span class="amount">9.50</span></li></ul></div></div></div></div><footer id="colophon">{bottom(visit)}</footer></div>"""
    )


@kind()
def bigcommerce(policy: Policy, visit: Visit) -> str:
    """A shop: currency picker, quick search, a carousel, brands in the footer, all in divs."""
    return page(
        f"""<div class="body"><div class="container"><div class="page"><div class="banners" data-banner-location="top"><div class="banner"><div data-event-type="promotion"><p>
{visit.pick("Notebooks ship free this week", "Two pens for the price of one")}</p></div></div></div><h1 class="page-heading">{policy.title}</h1><div class="page-content
page-content--centered"><p>{policy.date}</p>{prose(policy)}</div></div></div><div id="modal" class="modal" data-reveal><a href="#" class="modal-close">×</a><div class="modal-content"></div></div></div>
<div class="footer" role="contentinfo"><div class="footer-info"><div class="footer-info-col"><h5>Popular Brands</h5>{links("Quillmark,Papyra,Inkwell", tag="span")}</div>{bottom(visit)}</div></div>"""
    )


@kind()
def blogger(policy: Policy, visit: Visit) -> str:
    """A blog host: everything is a widget, also the text; attribution, report abuse, archive."""
    return page(
        f"""<div class="content"><div class="content-outer"><header><div class="header section" id="header"><div class="widget Header"><div class="titlewrapper"><h1 class="title"><a href="/">Ink
by the sea</a></h1></div><div class="descriptionwrapper"><p class="description"><span>Notes on paper and ink</span></p></div></div></div></header><div class="main-outer"><div class="main section"
id="main"><div class="widget Blog"><div class="blog-posts hfeed"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{policy.title}</h3><div class="post-body
entry-content"><p>{policy.date}</p>{prose(policy)}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line">Posted by <span class="fn">Erin</span></div></div></div>
<div class="comments" id="comments"><h4>No comments:</h4><p class="comment-footer"><a href="/post">Post a Comment</a></p></div></div></div><div class="blog-pager"><a href="/">Home</a></div><div
class="post-feeds">Subscribe to: <a href="/feeds">Posts (Atom)</a></div></div></div><div class="column-right-inner"><aside><div class="widget BlogArchive"><h2>Blog Archive</h2><ul>
{links(visit.pick("2025 (4),2024 (31)", "2025 (5),2024 (31)"))}</ul></div><div class="widget PopularPosts"><h2>Popular Posts</h2><div class="item-title"><a href="/p">{visit.pick("Why blue fades", "A nib for life")}</a></div><div
class="item-snippet">I left a letter in the window for a year, and what remained of it was a pale shadow of the words I wrote.</div></div></aside></div></div><footer><div class="widget
Attribution">Powered by <a href="https://host.example">Bloghost</a>.</div></footer></div></div>""",
        title="Ink by the sea: Privacy Policy",
    )


@kind()
def ghost(policy: Policy, visit: Visit) -> str:
    """A publication: viewport, header with members' links, a page with content, call to sign up, footer."""
    return page(
        f"""<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation"><div class="gh-navigation-inner"><div class="gh-navigation-brand"><a href="/">Tidewell</a></div><nav>
{menu(visit)}</nav><div class="gh-navigation-actions"><a href="#/portal/signin">Sign in</a><a href="#/portal/signup">Subscribe</a></div></div></header><main class="gh-main"><article class="gh-article
page"><header class="gh-article-header gh-canvas"><h1 class="gh-article-title">{policy.title}</h1></header><section class="gh-content gh-canvas"><p>{policy.date}</p>{prose(policy)}</section></article>
</main><section class="gh-cta gh-canvas"><div class="gh-cta-content"><h2>Never miss a letter</h2><p>Subscribe and get every new story in your inbox the day it is printed.</p></div></section><footer
class="gh-footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def weebly(policy: Policy, visit: Visit) -> str:
    """A site builder: banner wrap, paragraphs as divs with line breaks, headings as fonts in bold."""
    text = "".join(
        f'<h2 class="wsite-content-title"><font size="4">{one.heading}</font></h2><div class="paragraph" style="text-align:left;">{"<br /><br />".join(one.lines[1:])}</div>'
        for one in policy.sections
    )
    return page(
        f"""<div class="wrapper"><div class="cento-header"><div class="container"><div class="logo"><span class="wsite-logo"><a href="/"><span id="wsite-title">Tidewell</span></a></span></div><div
class="nav"><ul class="wsite-menu-default">{links(visit.pick("Home,Shop,Blog", "Home,Shop,Blog,Gifts"))}</ul></div></div></div><div class="banner-wrap"><div class="container"><div class="banner"><h2><span
class="wsite-text wsite-headline">{policy.title}</span></h2></div></div></div><div class="main-wrap"><div id="wsite-content" class="wsite-elements wsite-not-footer"><div class="wsite-section-wrap"><div
class="wsite-section wsite-body-section"><div class="wsite-section-content"><div class="container"><div class="wsite-section-elements"><div class="paragraph">{policy.date}</div>{text}</div></div></div></div>
</div></div></div><div class="footer-wrap"><div class="container"><div class="footer"><div id="wsite-footer">{bottom(visit)}</div></div></div></div></div>"""
    )


@kind()
def website_wizard(policy: Policy, visit: Visit) -> str:
    """A hoster's site builder: every widget a section with data attributes, text in div with role article."""
    parts = "".join(
        f'<div data-ux="ContentCard" class="c1"><h4 role="heading" data-ux="ContentHeading">{one.heading}</h4><div data-ux="ContentText"><div>{below(one)}</div></div></div>'
        for one in policy.sections
    )
    return page(
        f"""<div id="layout" class="layout"><div id="page-1"><div id="w1" class="widget widget-header"><div data-ux="Header"><section data-ux="Section"><div data-ux="PromoBanner"><p>
{visit.pick("Order by noon and it leaves today", "We are on holiday until 14 August")}</p></div><nav data-ux="Nav">{menu(visit)}</nav></section></div></div><div id="w2" class="widget widget-content"><div
data-ux="Widget"><section data-ux="Section"><h1 data-ux="SectionHeading"><span>{policy.title}</span></h1><div data-ux="Text"><p>{policy.date}</p></div><div data-ux="Grid">{parts}</div></section></div></div>
<div id="w3" class="widget widget-footer"><div data-ux="Widget">{bottom(visit)}<p>Powered by <a href="https://host.example">Sitewizard</a></p></div></div><div id="w4" class="widget widget-cookie-banner"><div
data-ux="Group"><h4>This website uses cookies.</h4><p>We use cookies to analyze website traffic and optimize your website experience. By accepting our use of cookies, your data will be aggregated with all
other user data.</p><a data-ux="ButtonPrimary" href="#">Accept</a></div></div></div></div>"""
    )


@kind(either=("legal/privacy.txt · Last modified: 2025/03/03 by erin",))
def dokuwiki(policy: Policy, visit: Visit) -> str:
    """A wiki: page tools, trace of pages, contents box, levels in divs, last change at the foot."""
    contents = "".join(
        f'<li class="level1"><div class="li"><a href="#s{n}">{one.heading}</a></div></li>'
        for n, one in enumerate(policy.sections)
    )
    text = "".join(
        f'<h2 class="sectionedit{n}" id="s{n}">{one.heading}</h2><div class="level2">{below(one)}</div>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="dokuwiki__site"><div id="dokuwiki__top"><div id="dokuwiki__header"><div class="headings group"><ul class="a11y skip"><li><a href="#c">skip to content</a></li></ul><h1
class="logo"><a href="/">Tidewell Wiki</a></h1></div><div class="tools group"><div id="dokuwiki__usertools"><h3 class="a11y">User Tools</h3><ul><li><a href="/login">Log In</a></li></ul></div></div><div
class="breadcrumbs"><div class="trace"><span class="bchead">Trace:</span> <bdi><a href="/x">{visit.pick("privacy", "imprint")}</a></bdi></div></div></div><div class="wrapper group"><div
id="dokuwiki__content"><div class="pageId"><span>legal:privacy</span></div><div class="page group"><div id="dw__toc" class="dw__toc"><h3 class="toggle">Table of Contents</h3><div><ul class="toc">{contents}</ul>
</div></div><h1 class="sectionedit1">{policy.title}</h1><div class="level1"><p>{policy.date}</p></div>{text}</div><div class="docInfo"><bdi>legal/privacy.txt</bdi> · Last modified: 2025/03/03 by
<bdi>erin</bdi></div></div><div id="dokuwiki__pagetools"><h3 class="a11y">Page Tools</h3><div class="tools"><ul><li class="edit"><a href="/e"><span>Show pagesource</span></a></li><li><a href="/r"><span>Old
revisions</span></a></li></ul></div></div></div><div id="dokuwiki__footer">{bottom(visit)}</div></div></div>"""
    )


@kind()
def wiki_with_translations(policy: Policy, visit: Visit) -> str:
    """MediaWiki with translated pages: tagline, redirect note, jump links, list of languages, box of related pages."""
    languages = "".join(
        f"<li><a href='/{name}'>{name}</a></li>"
        for name in visit.pick(
            "Deutsch,English,español,français,polski,日本語",
            "Deutsch,English,español,français,italiano,polski,日本語",
        ).split(",")
    )
    return page(
        f"""<div class="mw-page-container"><header class="mw-body-header vector-page-titlebar"><h1 id="firstHeading" class="firstHeading mw-first-heading">Policy:{policy.title}</h1><div
id="p-lang-btn"><span>Add languages</span></div></header><div class="vector-page-toolbar"><ul>{links("Policy page,Discussion,Read,View source,View history")}</ul></div><div id="bodyContent"
class="vector-body"><div id="siteSub" class="noprint">From Tidewell, the notes project</div><div id="contentSub"><div id="mw-content-subtitle"><span class="mw-redirectedfrom">(Redirected from <a
href="/p">Privacy</a>)</span></div></div><a class="mw-jump-link" href="#n">Jump to search</a><div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output"><div
class="mw-pt-translate-header noprint nomobile"><a href="/t">Translate this page</a></div><div class="mw-pt-languages noprint"><div class="mw-pt-languages-label">Other languages:</div><ul
class="mw-pt-languages-list">{languages}</ul></div><p>{policy.date}</p>{prose(policy)}<table class="navbox"><tbody><tr><th class="navbox-title" colspan="2">Privacy-related pages</th></tr><tr><th>Policies
</th><td><ul>{links("Cookie statement,Access to data,Terms of Use")}</ul></td></tr></tbody></table></div></div><div class="printfooter">Retrieved from "<a href="/index">https://wiki.tidewell.example/index.php?oldid={visit.pick("10", "11")}</a>"
</div><div id="catlinks" class="catlinks"><a href="/c">Category</a>: <ul>{links("Policies,Legal")}</ul></div></div></div><footer id="footer" class="mw-footer"><ul><li>This page was last edited on 3 March 2025, at
10:02.</li></ul>{bottom(visit)}</footer>""",
        title="Policy:Privacy Policy - Tidewell",
    ).replace("Policy:Privacy Policy", "Privacy Policy")


@kind(either=("Last modified by Erin on 2025/03/03",))
def xwiki(policy: Policy, visit: Visit) -> str:
    """A wiki for companies: panels at the sides, tabs for comments and history below the text."""
    return page(
        f"""<div id="xwikimaincontainer"><div id="headerglobal"><div id="companylogo"></div><div class="navbar navbar-default actionmenu">{menu(visit)}</div></div><div class="content"><div
id="contentcontainer"><div id="leftPanels" class="panels left"><div class="panel expanded"><h1 class="xwikipaneltitle">Applications</h1><div class="xwikipanelcontents"><ul>{links("Blog,Help,People")}</ul></div>
</div></div><div id="contentcolumn"><div class="main layoutsubsection"><div id="mainContentArea"><div id="document-title"><h1>{policy.title}</h1></div><div class="xdocLastModification">Last modified by <a
href="/u">Erin</a> on 2025/03/03</div><div id="xwikicontent"><p>{policy.date}</p>{prose(policy)}</div><div class="doc-tags" id="xdocTags">Tags: <span class="tag"><a href="/t">legal</a></span></div><div
id="docextrapanes"><ul id="docExtraTabs"><li><a href="#Comments">Comments ({visit.pick("0", "2")})</a></li><li><a href="#History">History</a></li></ul><p class="noitems">No comments for this page</p></div></div></div></div>
</div></div><div id="footerglobal">{bottom(visit)}</div></div>"""
    )


@kind()
def discourse(policy: Policy, visit: Visit) -> str:
    """A forum: the view for readers without scripts, tabs of static pages above the text."""
    return page(
        f"""<div id="main"><div id="noscript-wrap"><header class="d-header" id="d-header"><div class="container"><div class="d-header__contents"><div class="title"><a href="/" id="site-logo"><h2>Tidewell
Forum</h2></a></div><div class="auth-buttons"><a href="/login" class="btn">Log In</a></div></div></div></header><div id="main-outlet" class="wrap" role="main"><ul class="nav-pills" role="navigation"><li
class="nav-item-about"><a href="/about">About</a></li><li class="nav-item-faq"><a href="/faq">FAQ</a></li><li class="nav-item-tos"><a href="/tos">Terms of Service</a></li><li class="nav-item-privacy"><a
href="/privacy" class="active">Privacy</a></li></ul><div id="static-page" class="body-page"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><footer class="container wrap"><nav
class="crawler-nav"><ul>{links("Home,Categories,Guidelines")}</ul></nav><p class="powered-by-link">Powered by <a href="https://forum.example">Threadbox</a>, best viewed with JavaScript enabled</p></footer></div></div>"""
    )


@kind()
def phpbb(policy: Policy, visit: Visit) -> str:
    """A bulletin board: quick links, panel with rounded corners, time zone line in the footer."""
    return page(
        f"""<div id="wrap" class="wrap"><a id="top" class="top-anchor" accesskey="t"></a><div id="page-header"><div class="headerbar" role="banner"><div class="inner"><div id="site-description"
class="site-description"><a id="logo" class="logo" href="/"></a><h1>Tidewell Board</h1><p>Talk about notes</p><p class="skiplink"><a href="#start_here">Skip to content</a></p></div></div></div><div
class="navbar" role="navigation"><ul id="nav-main" class="nav-main linklist">{links(visit.pick("FAQ,Register,Login", "FAQ,Rules,Register,Login"))}</ul></div></div><a id="start_here"></a><div id="page-body"
class="page-body" role="main"><div class="panel"><div class="inner"><div class="content"><h2 class="sitename-title">Tidewell Board - {policy.title}</h2><div class="agreement"><p>{policy.date}</p>{prose(policy)}</div>
</div></div></div></div><div id="page-footer" class="page-footer" role="contentinfo"><div class="navbar"><ul><li>All times are <span>UTC</span></li><li><a href="/d">Delete cookies</a></li></ul></div><div
class="copyright"><p>Powered by <a href="https://board.example/">Boardware</a>® Forum Software © Boardware Limited</p></div></div></div>""".replace(
            "Tidewell Board - ", ""
        )
    )


@kind()
def xenforo(policy: Policy, visit: Visit) -> str:
    """A forum: off-canvas menu twice, notices, breadcrumb twice, share icons."""
    crumbs = '<ul class="p-breadcrumbs"><li><a href="/"><span>Home</span></a></li><li><a href="/help"><span>Help</span></a></li></ul>'
    return page(
        f"""<div class="p-pageWrapper" id="top"><div class="p-navSticky"><nav class="p-nav"><div class="p-nav-inner">{menu(visit)}</div></nav></div><div class="offCanvasMenu offCanvasMenu--nav"><div
class="offCanvasMenu-header">Menu</div>{menu(visit)}</div><div class="p-body"><div class="p-body-inner"><ul class="notices notices--block"><li class="notice"><div class="notice-content">
{visit.pick("Welcome, guest! Sign up to write in our forum and to see fewer pictures of pens.", "The yearly meeting takes place in the old mill. Tell us if you come.")}</div></li></ul>{crumbs}<div class="p-body-header"><div
class="p-title"><h1 class="p-title-value">{policy.title}</h1></div></div><div class="p-body-main"><div class="p-body-content"><div class="p-body-pageContent"><div class="block"><div class="block-container"><div
class="block-body block-row"><p>{policy.date}</p>{prose(policy)}</div></div></div></div></div></div>{crumbs}</div></div><footer class="p-footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def mkdocs(policy: Policy, visit: Visit) -> str:
    """A generator of documentation: tree at the left, contents at the right, edit button, date of the source below."""
    contents = "".join(
        f'<li class="md-nav__item"><a class="md-nav__link" href="#{n}"><span class="md-ellipsis">{one.heading}</span></a></li>'
        for n, one in enumerate(policy.sections)
    )
    text = "".join(
        f'<h2 id="{n}">{one.heading}<a class="headerlink" href="#{n}" title="Permanent link">¶</a></h2>{below(one)}'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div data-md-component="skip"><a class="md-skip" href="#p">Skip to content</a></div><div data-md-component="announce"></div><header class="md-header"><nav class="md-header__inner"><div
class="md-header__title"><div class="md-header__topic"><span class="md-ellipsis">Tidewell Docs</span></div><div class="md-header__topic"><span class="md-ellipsis">{policy.title}</span></div></div></nav></header><div
class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-sidebar md-sidebar--primary"><nav class="md-nav md-nav--primary">{menu(visit)}</nav></div><div class="md-sidebar
md-sidebar--secondary"><nav class="md-nav md-nav--secondary"><label class="md-nav__title">Table of contents</label><ul class="md-nav__list">{contents}</ul></nav></div><div class="md-content"><article
class="md-content__inner md-typeset"><a href="https://git.example/edit" title="Edit this page" class="md-content__button md-icon"></a><h1>{policy.title}</h1><p>{policy.date}</p>{text}<aside
class="md-source-file"><span class="md-source-file__fact"><span class="git-revision-date-localized-plugin">{visit.pick("2 weeks ago", "3 months ago")}</span></span></aside><form class="md-feedback"
name="feedback"><fieldset><legend class="md-feedback__title">Was this page helpful?</legend><div class="md-feedback__inner"><button>Yes</button><div class="md-feedback__note">Thanks for your
feedback!</div></div></fieldset></form></article></div></div></main><footer class="md-footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def sphinx(policy: Policy, visit: Visit) -> str:
    """An older generator of documentation: related bars on top and below, sidebar with search, sections in sections."""
    bar = f'<div class="related" role="navigation" aria-label="related navigation"><h3>Navigation</h3><ul><li class="right"><a href="/i">index</a></li><li class="nav-item nav-item-0"><a href="/">Tidewell {visit.pick("4.1", "4.2")} documentation</a> »</li></ul></div>'
    text = "".join(
        f'<section id="s{n}"><h2>{one.heading}<a class="headerlink" href="#s{n}">¶</a></h2>{below(one)}</section>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""{bar}<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main"><section id="p"><h1>{policy.title}<a class="headerlink" href="#p">¶</a></h1><p>{policy.date}</p>
{text}</section><div class="clearer"></div></div></div></div><div class="sphinxsidebar" role="navigation" aria-label="main navigation"><div class="sphinxsidebarwrapper"><div><h4>Previous topic</h4><p
class="topless"><a href="/prev">{visit.pick("Imprint", "Terms")}</a></p></div><div role="note" aria-label="source link"><h3>This Page</h3><ul class="this-page-menu"><li><a href="/s">Show Source</a></li></ul></div><div
id="searchbox"><h3>Quick search</h3><form><input type="text"><input type="submit" value="Go"></form></div></div></div><div class="clearer"></div></div>{bar}<div class="footer">© Copyright 2025, Tidewell. Created
using Docmaker {visit.pick("7.2", "7.4")}.</div>"""
    )


@kind()
def jekyll_minima(policy: Policy, visit: Visit) -> str:
    """A static site's default theme: post header, page content, a footer with contact list and description."""
    return page(
        f"""<header class="site-header"><div class="wrapper"><a class="site-title" rel="author" href="/">Tidewell</a><nav class="site-nav"><div class="trigger">{links(visit.pick("About,Blog", "About,Blog,Shop"), tag="")}</div></nav></div>
</header><main class="page-content" aria-label="Content"><div class="wrapper"><article class="post"><header class="post-header"><h1 class="post-title">{policy.title}</h1></header><div class="post-content"><p>{policy.date}
</p>{prose(policy)}</div></article></div></main><footer class="site-footer h-card"><div class="wrapper"><div class="footer-col-wrapper"><div class="footer-col"><p>A place for notes by the sea, kept by three people and a cat
since the year of the great storm.</p></div></div></div></footer>"""
    )


@kind()
def mintlify(policy: Policy, visit: Visit) -> str:
    """A modern documentation host: utility classes, a banner, eyebrow, contents column, page turner, assistant bar."""
    return page(
        f"""<div id="banner" class="bg-primary">{visit.pick("We raised our series A! Read the story.", "Version 5 is here. See what is new.")}</div><div id="navbar" class="sticky">{menu(visit)}</div><div class="flex"><div id="sidebar-content"
class="fixed"><ul>{links("Quickstart,Guides,API reference")}</ul></div><div id="content-area" class="grow"><header id="header" class="relative"><div class="eyebrow h-5">Legal</div><div class="flex"><h1
id="page-title">{policy.title}</h1></div></header><div class="mdx-content prose"><p>{policy.date}</p>{prose(policy)}</div><div class="feedback-toolbar pb-16"><p>Was this page helpful?</p><button>Yes</button><button>No
</button></div><div id="pagination" class="flex"><a href="/a">{visit.pick("Imprint", "Terms")}</a></div></div><div id="table-of-contents"><button>On this page</button></div></div><div class="chat-assistant"><textarea
placeholder="Ask a question..."></textarea></div><footer id="footer">{bottom(visit)}</footer>"""
    )


@kind(either=("Pubblicato: 24 Maggio 2018",))
def joomla_in_italian(policy: Policy, visit: Visit) -> str:
    """An older Joomla with Italian labels: a title of the second level, details of the article with a day among them."""
    return page(
        f"""<header class="header">{menu(visit)}</header><main><div class="item-page"><div class="page-header"><h2>{policy.title}</h2></div><dl class="article-info muted"><dt class="article-info-term">Dettagli</dt><dd class="createdby">Scritto da <span>Super User</span></dd><dd
class="category-name">Categoria: <a href="/x">Pagine</a></dd><dd class="published"><time>Pubblicato: 24 Maggio 2018</time></dd><dd class="hits">Visite: {visit.pick("4213", "4890")}</dd></dl><div><p>{policy.date}</p>{prose(policy, level=3)}</div></div></main><div class="span3"><h3>Chi è online</h3><p>Abbiamo {visit.pick("43", "12")} visitatori</p></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def shop_with_column_behind(policy: Policy, visit: Visit) -> str:
    """A shop's system puts lists of products to compare and of wishes, both empty, in a column behind the text, within main."""
    return page(
        f"""<div class="page-wrapper"><header class="page-header">{menu(visit)}</header><main id="maincontent"><div class="page-title-wrapper"><h1><span class="base">{policy.title}</span></h1></div><div class="columns"><div class="column main"><p>{policy.date}</p>{prose(policy)}</div><div class="sidebar sidebar-additional"><div class="block">
<strong>Compare</strong><div class="empty">You have {visit.pick("no", "one")} thing to compare.</div></div><div class="block"><strong>Wishes</strong><div class="empty">There are no things on your list of wishes.</div></div></div></div></main><footer class="page-footer">{bottom(visit)}</footer></div>"""
    )
