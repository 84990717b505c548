"""Pages of platforms and frameworks that write most of the web's policies: what stands around and between their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    table,
)

if TYPE_CHECKING:
    from tests.kinds.base import Section


def anchors(policy: Policy, tag: str = "li") -> str:
    """Links to the sections."""
    return "".join(
        f'<{tag}><a href="#section-{n}">{one.heading}</a></{tag}>' for n, one in enumerate(policy.sections)
    )


def anchored(policy: Policy, after: str = "") -> str:
    """The sections with marks to jump to, and something after each."""
    return "".join(
        f'<div id="section-{n}">{section(one)}{after}</div>' for n, one in enumerate(policy.sections)
    )


@kind()
def astra_theme(policy: Policy, visit: Visit) -> str:
    """WordPress, theme Astra: meta line under the title, comment form and neighbours behind the text."""
    return page(
        f"""<a class="skip-link screen-reader-text" href="#content" title="Skip to content">Skip to content</a><div class="hfeed site" id="page"><header class="site-header ast-primary-submenu-animation-fade"><div
class="main-header-bar"><div class="site-branding"><span class="site-title"><a href="/">Tidewell Notes</a></span><p class="site-description">{visit.pick("Notes that stay", "Notes that travel")}</p></div>{menu(visit)}</div></header>
<div id="content" class="site-content"><div class="ast-container"><div id="primary" class="content-area"><main id="main" class="site-main"><article class="post-3 page ast-article-single"><header class="entry-header"><h1
class="entry-title">{policy.title}</h1><div class="entry-meta"><span class="comments-link"><a href="#respond">Leave a Comment</a></span> / By <span class="author-name">{visit.pick("anna", "editor")}</span></div></header>
<div class="entry-content clear"><p class="has-small-font-size">{policy.date}</p>{prose(policy)}</div></article><nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><a
href="/a">← Previous Page</a><a href="/b">Next Page →</a></div></nav><div id="comments" class="comments-area"><div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Comment <small><a href="#" rel="nofollow">Cancel
Reply</a></small></h3><form id="commentform"><p class="comment-notes">Your email address will not be published. Required fields are marked *</p><textarea placeholder="Type here.."></textarea><input placeholder="Name*"><input
placeholder="Email*"><p><input type="checkbox"><label>Save my name, email, and website in this browser for the next time I comment.</label></p><input type="submit" value="Post Comment »"></form></div></div></main></div>
<div id="secondary"><aside class="widget widget_recent_entries"><h2>Recent Posts</h2>{related(visit)}</aside></div></div></div><footer class="site-footer">{bottom(visit)}</footer><div id="ast-scroll-top">Scroll to Top</div></div>"""
    )


@kind()
def jetpack_between(policy: Policy, visit: Visit) -> str:
    """WordPress with a contents plugin, buttons to share and to like, and related posts, all inside the content."""
    return page(
        f"""<div id="page" class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Tidewell Notes</a></p>{menu(visit)}</header><main class="wp-block-group"><h1
class="wp-block-post-title">{policy.title}</h1><div class="entry-content wp-block-post-content is-layout-flow"><p>{policy.date}</p><div id="ez-toc-container" class="ez-toc-v2_0_69 counter-hierarchy ez-toc-grey"><div
class="ez-toc-title-container"><p class="ez-toc-title">Table of Contents</p><span class="ez-toc-title-toggle"><a href="#" aria-label="Toggle Table of Content">Toggle</a></span></div><nav><ul class="ez-toc-list">{anchors(policy)}</ul></nav></div>
{anchored(policy)}<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-facebook"><a
class="share-icon">Click to share on Facebook (Opens in new window) Facebook</a></li><li><a class="share-icon">Click to share on X (Opens in new window) X</a></li></ul></div></div></div><div class="sharedaddy sd-block sd-like
jetpack-likes-widget-wrapper"><h3 class="sd-title">Like this:</h3><div class="likes-widget-placeholder"><span class="button"><span>Like</span></span> <span class="loading">Loading...</span></div></div><div id="jp-relatedposts"
class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><p>{visit.pick("How we print our notebooks", "A walk through our new office")}</p></div></div></div></main>
<footer>{bottom(visit)}</footer></div>"""
    )


@kind()
def complianz_document(policy: Policy, visit: Visit) -> str:
    """A WordPress plugin's statement: each section a fold with an arrow, choices of consent inside the text."""
    folds = "".join(
        f"""<details class="cmplz-dropdown"><summary><div><h3>{one.heading}</h3></div></summary><div class="cmplz-description">{below(one)}</div></details>"""
        for one in policy.sections
    )
    return page(
        f"""<div class="elementor elementor-location-header">{menu(visit)}</div><main class="site-main"><div class="page-header"><h1 class="entry-title">{policy.title}</h1></div><div class="page-content"><!-- Legal document generated
by Complianz --><div id="cmplz-document" class="cmplz-document privacy-statement"><p><i>{policy.date}</i></p>{folds}</div></div></main><footer class="elementor-location-footer">{bottom(visit)}</footer><div
id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner cmplz-hidden banner-1" role="dialog"><div class="cmplz-header"><div class="cmplz-title">Manage Consent</div></div><div class="cmplz-message">To provide the best
experiences, we use technologies like cookies to store and access device information. Not consenting may adversely affect certain features.</div><div class="cmplz-categories"><details><summary>Functional
<span>Always active</span></summary><p>The technical storage or access is strictly necessary for the legitimate purpose of enabling the use of a specific service.</p></details></div><div class="cmplz-buttons"><button>Accept</button>
<button>Deny</button><button>View preferences</button></div></div></div><div id="cmplz-manage-consent"><button class="cmplz-manage-consent">Manage consent</button></div>"""
    )


@kind()
def shop_policy_page(policy: Policy, visit: Visit) -> str:
    """A shop's page made by the platform: strip, cart and search as drawers, choice of country with currencies."""
    return page(
        f"""<a class="skip-to-content-link button visually-hidden" href="#MainContent">Skip to content</a><cart-drawer class="drawer is-empty"><div class="drawer__inner"><h2 class="cart__empty-text">Your cart is empty</h2><a
href="/collections/all" class="button">Continue shopping</a><p class="cart__login-title h3">Have an account?</p><p><a href="/account/login">Log in</a> to check out faster.</p></div></cart-drawer><div class="shopify-section-group-header-group
announcement-bar-section"><div class="announcement-bar" role="region" aria-label="Announcement"><p class="announcement-bar__message h5"><span>{visit.pick("Free shipping from 50 crowns", "New: pocket notebooks in green")}</span></p></div></div>
<sticky-header><header class="header">{menu(visit)}<details-modal><div class="search-modal" role="dialog" aria-label="Search"><form><label>Search</label><input type="search"><button>Reset search term</button></form></div></details-modal>
</header></sticky-header><main id="MainContent"><div class="shopify-policy__container"><div class="shopify-policy__title"><h1>{policy.title}</h1></div><div class="shopify-policy__body"><div class="rte"><p>{policy.date}</p>{prose(policy)}</div>
</div></div></main><footer class="footer"><div class="footer__localization"><form><h2 class="caption-large text-body">Country/region</h2><button>Denmark | DKK kr.</button><ul role="list">{links("Austria EUR €,Belgium EUR €,Denmark DKK kr.,Norway NOK kr")}</ul>
</form></div><ul class="list-payment"><li><svg aria-labelledby="pi-visa"><title id="pi-visa">Visa</title></svg></li></ul>{bottom(visit)}</footer><ul hidden><li id="a11y-refresh-page-message">Choosing a selection results in a full page
refresh.</li><li>Opens in a new window.</li></ul>"""
    )


def _field(name: str, value: str) -> str:
    return f"""<div class="slds-form-element"><span class="test-id__field-label">{name}</span><div class="slds-form-element__control"><span class="test-id__field-value">{value}</span></div></div>"""


@kind(
    either=(
        "Mar 4, 2025",
        "Knowledge",
        "Article Number",
        "000004711",
        "Content",
        "URL Name",
        "privacy-policy",
    )
)
def knowledge_article(policy: Policy, visit: Visit) -> str:
    """A customer community: the article's record with fields and labels, votes, files and trending articles."""
    return page(
        f"""<div class="siteforceStarterBody"><div class="cHeader">{menu(visit)}<div class="search"><input placeholder="Search..."></div></div><div class="cCenterPanel slds-m-top--x-large"><div class="siteforceContentArea"><nav
aria-label="Breadcrumbs"><ol><li><a href="/s">Home</a></li><li><a href="/s/topic">Legal</a></li></ol></nav><div class="forceCommunityKnowledgeArticle"><article class="content"><div class="selfServiceArticleHeaderDetail"><h1
class="article-head selfServiceArticleHeader">{policy.title}</h1><div class="meta"><div class="uiOutputDate">Mar 4, 2025</div><div>Knowledge</div></div></div>{_field("Article Number", "000004711")}
<div class="slds-form-element"><span class="test-id__field-label">Content</span><div class="slds-rich-text-editor__output uiOutputRichText"><p>{policy.date}</p>{prose(policy, level=3)}</div></div>{_field("URL Name", "privacy-policy")}
</article><div class="forceCommunityArticleVoting"><span>Did this article solve your issue?</span><span>Let us know so we can improve!</span><button>Yes</button><button>No</button></div></div><div class="sidebar"><h2>Trending Articles</h2>
{related(visit)}<h2>Related Topics</h2>{links("Billing,Accounts")}</div></div></div><footer class="cFooter">{bottom(visit)}</footer></div>"""
    )


@kind()
def service_desk_article(policy: Policy, visit: Visit) -> str:
    """A portal of a service desk: number, author, age, views and stars above, helpful and comments below."""
    return page(
        f"""<div class="sp-page-root"><header>{menu(visit)}</header><section class="page"><div class="kb-wrapper"><sp-panel><div class="kb-number-info"><span class="kb-number">KB0010123</span><span class="latest-version">Latest
Version</span></div><h1 class="kb-title-header">{policy.title}</h1><div class="kb-end-title-info"><span class="author">Revised by Anna Quist</span><span>•</span><span class="published">{visit.pick("3mo ago", "5mo ago")}</span><span>•</span><span
class="kb-view-count">{visit.pick("425", "611")} Views</span><span>•</span><span class="sr-only">Average rating: 4 stars</span><span>★★★★☆</span></div><section class="kb-article-content"><div>{policy.date}</div>{prose(policy)}</section><button
class="btn">Copy Permalink</button><div class="kb-feedback"><span>Helpful?</span><button>Yes</button><button>No</button><p>Rate this article</p></div></sp-panel><div class="kb-side"><h3>Most viewed</h3>{related(visit)}</div></div></section>
<footer>{bottom(visit)}</footer></div>"""
    )


def _with_contents(policy: Policy) -> list[str]:
    return [*policy.lines[:2], "TABLE OF CONTENTS", *(one.heading for one in policy.sections), *policy.body]


@kind(lines=_with_contents)
def generator_with_key_points(policy: Policy, visit: Visit) -> str:
    """A generator's embed inside a shop page: everything bold spans, contents as a list of links without a list."""
    style = "font-family: Arial; font-size: 15px; color: rgb(89, 89, 89);"

    def heading(n: int, one: Section) -> str:
        return f"""<div id="section-{n}" style="line-height: 1.5;"><span style="color: rgb(0, 0, 0);"><strong><span data-custom-class="heading_1">{one.heading}</span></strong></span></div>"""

    body = "".join(
        heading(n, one)
        + "".join(
            f"""<div style="line-height: 1.5;"><br></div><div><span style="{style}"><span data-custom-class="body_text">{words}</span></span></div>"""
            for words in one.paragraphs
        )
        + items(one)
        + table(one)
        for n, one in enumerate(policy.sections)
    )
    contents = "".join(
        f"""<div style="line-height: 1.5;"><span style="font-size: 15px;"><a data-custom-class="link" href="#section-{n}"><span style="color: rgb(0, 58, 250);">{one.heading}</span></a></span></div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="app"><nav>{menu(visit)}</nav><div class="legal-embed"><style>[data-custom-class='body'] {{ background: transparent !important; }}</style><div data-custom-class="body"><div><strong><span style="font-size: 26px;"><span
data-custom-class="title"><bdt class="block-component"></bdt><h1>{policy.title}</h1></span></span></strong></div><div><span style="{style}"><strong><span data-custom-class="subtitle">{policy.date}</span></strong></span></div><div><br></div>
<div style="line-height: 1.5;"><span style="font-size: 15px;"><span style="color: rgb(0, 0, 0);"><strong><span data-custom-class="heading_1"><h2>TABLE OF CONTENTS</h2></span></strong></span></span></div>{contents}{body}</div></div>
<footer>{bottom(visit)}</footer></div>{banner(visit)}""",
    )


@kind(
    either=(
        "Policymill hosts this content and only collects the Personal Data strictly necessary for it to be provided.",
        "Show the complete version",
    )
)
def hosted_by_a_generator(policy: Policy, visit: Visit) -> str:
    """A policy on the generator's own site: logo, language, print button, boxes that expand, a line of the host."""
    boxes = "".join(
        f"""<div class="box_primary box_10 expand"><h3 class="expand-click w_icon_24 icon_people">{one.heading}</h3><div class="expand-content">{below(one)}</div></div>"""
        if n % 3 == 2
        else f"""<div class="one_line_col"><h2>{one.heading}</h2>{below(one)}</div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div id="wrapper"><header id="header"><a class="logo" href="/">Tidewell Notes</a><div class="languages">{links("English,Italiano,Deutsch", tag="")}</div><a class="btn print" href="javascript:window.print()">Print</a></header><div id="wbars_all"><div
class="container_block"><div id="wbars"><div class="iub_content legal_pp"><div class="iub_header"><h1>{policy.title}</h1><p>{policy.date}</p></div>{boxes}<div class="iub_footer"></div></div></div></div></div><div id="host"><p>Policymill hosts this content and
only collects <a href="/host">the Personal Data strictly necessary</a> for it to be provided.</p><a href="/full" class="show_comp_link">Show the complete version</a></div></div>"""
    )


@kind()
def privacy_manager_notice(policy: Policy, visit: Visit) -> str:
    """A privacy manager's notice: a menu of sections beside the text, one version line, sections as boxes."""
    entries = "".join(
        f"""<li class="otnotice-menu-section"><a href="#otnotice-section-{visit.token(one.heading)}">{one.heading}</a></li>"""
        for one in policy.sections
    )
    sections = "".join(
        f"""<div class="otnotice-section" id="otnotice-section-{visit.token(one.heading)}"><div class="otnotice-section-header"><h2>{one.heading}</h2></div><div class="otnotice-section-content">{below(one)}</div></div>"""
        for one in policy.sections
    )
    return page(
        f"""<div class="root responsivegrid">{menu(visit)}<div class="cmp-container"><div id="otnotice-{visit.token()}" class="otnotice"><div class="otnotice-content"><div class="otnotice-menu-mobile" id="otnotice-menu-mobile-container"
aria-label="Choose section"></div><ul class="otnotice-menu" id="otnotice-menu">{entries}</ul><div class="otnotice-sections"><h1>{policy.title}</h1><div class="otnotice-version">{policy.date}</div>{sections}</div></div></div></div>
<div class="footer">{bottom(visit)}</div></div>{banner(visit)}"""
    )


@kind()
def ministry_bilingual(policy: Policy, visit: Visit) -> str:
    """A national portal: its name and the language switch on top, share and feedback forms, a day at the end."""
    return page(
        f"""<nav><ul id="wb-tphp"><li class="wb-slc"><a class="wb-sl" href="#wb-cont">Skip to main content</a></li><li><a class="wb-sl" href="#wb-info">Skip to "About government"</a></li></ul></nav><header><div id="wb-bnr" class="container"><section
id="wb-lng"><h2 class="wb-inv">Language selection</h2><ul class="list-inline"><li><a lang="fr" href="/fr">Français</a></li></ul></section><div class="brand"><a href="/">Government of the Isles / <span lang="fr">Gouvernement des Îles</span></a></div>
<section id="wb-srch"><h2>Search</h2><form><input placeholder="Search the portal"><button>Search</button></form></section></div><nav id="wb-bc" property="breadcrumb"><h2>You are here:</h2><ol><li><a href="/">Home</a></li><li><a href="/t">Transparency</a></li>
</ol></nav></header><main class="container" property="mainContentOfPage"><h1 id="wb-cont" property="name">{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<div class="pagedetails"><div class="row"><div class="col-sm-8"><details class="brdr-0"><summary
class="btn btn-default">Report a problem or mistake on this page</summary><form><fieldset><legend>Please select all that apply:</legend><label><input type="checkbox"> A link, button or video is not working</label><label><input type="checkbox">
It has a spelling mistake</label><label><input type="checkbox"> Information is missing</label></fieldset><button>Submit</button></form></details></div><div class="wb-share"><h3>Share this page</h3></div></div><dl id="wb-dtmd"><dt>Date
modified:</dt><dd><time property="dateModified">{visit.pick("2025-03-04", "2025-06-11")}</time></dd></dl></div></main><footer id="wb-info"><h2>About this site</h2>{bottom(visit)}</footer>"""
    )


@kind()
def view_inside_an_app(policy: Policy, visit: Visit) -> str:
    """What an app shows in its own window: no frame at all, lines parted by breaks, a bar to go back and to agree."""
    lines = "".join(
        f"""<div class="t">{one.heading}</div><div class="c">{"<br><br>".join(one.paragraphs)}{items(one)}{table(one)}</div>"""
        for one in policy.sections
    )
    return page(
        f"""<div id="app"><div class="bar"><span class="back">‹ Back</span><span class="name">{visit.pick("Tidewell", "Tidewell Notes")}</span></div><div class="pp"><div class="title">{policy.title}</div><div class="d">{policy.date}</div>{lines}</div><div class="actions"><button>Disagree</button><button>Agree and continue</button></div></div>""",
        title="Privacy Policy",
    )


@kind()
def button_that_subscribes(policy: Policy, visit: Visit) -> str:
    """A letter's site: at the end of the text, in its own element, a link that looks like a button and subscribes."""
    return page(
        f"""<header class="head">{menu(visit)}</header><main><article><header><h1>{policy.title}</h1></header><section class="content"><p>{policy.date}</p>{prose(policy)}<div class="card-button"><a href="#/portal/signup" class="kg-btn">Subscribe {visit.pick("now", "today")}</a></div></section></article></main><footer>{bottom(visit)}</footer>"""
    )
