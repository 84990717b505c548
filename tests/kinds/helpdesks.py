"""Policies published as an article of a help centre."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, banner, bottom, kind, links, menu, page, prose, related


@kind()
def zendesk(policy: Policy, visit: Visit) -> str:
    """Breadcrumbs, a sidebar of the section's articles, votes, sharing, related articles, comments."""
    return page(
        f"""<a class="skip-navigation" tabindex="1" href="#main-content">Skip to main content</a>
<header class="header"><div class="logo"><a title="Home" href="/hc/en-us"><span>Tidewell Help Center</span></a></div>
<div class="nav-wrapper-desktop"><nav class="user-nav" id="user-nav">
<ul class="user-nav-list"><li><a class="submit-a-request" href="/hc/en-us/requests/new">Submit a request</a></li>
<li><a class="sign-in" href="/signin?token={visit.token()}">Sign in</a></li></ul></nav></div></header>
<main role="main"><div class="container-divider"></div><div class="container">
<div class="sub-nav"><nav aria-label="Current location"><ol class="breadcrumbs"><li><a href="/hc/en-us">Tidewell</a></li>
<li><a href="/hc/en-us/categories/1">Legal</a></li></ol></nav><div class="search-container">
<form role="search" class="search"><input type="search" placeholder="Search"></form></div></div>
<div class="article-container" id="article-container">
<aside class="article-sidebar" aria-labelledby="section-articles-title"><div class="collapsible-sidebar">
<h3 class="collapsible-sidebar-title">Articles in this section</h3><ul>{links("Terms of use,Imprint,Cookie policy")}</ul>
<a href="/hc/en-us/sections/2" class="article-sidebar-item">See more</a></div></aside>
<article id="main-content" class="article"><header class="article-header"><h1 title="{policy.title}" class="article-title">
{policy.title}</h1><div class="article-author"><div class="avatar article-avatar"><img src="/a.png" alt=""></div>
<div class="article-meta"><a href="/hc/en-us/profiles/3">{visit.pick("Ana Holm", "Piet Rood")}</a><ul class="meta-group">
<li class="meta-data"><time datetime="2025-03-0{visit.number + 1}">{visit.pick("2 months ago", "5 months ago")}</time></li>
<li class="meta-data">Updated</li></ul></div></div>
<button class="article-subscribe" aria-label="Follow Article">Follow</button></header>
<section class="article-info"><div class="article-content"><div class="article-body"><p>{policy.date}</p>{prose(policy)}</div>
<div class="article-attachments"><ul class="attachments"></ul></div></div></section>
<footer><div class="article-footer"><div class="article-share"><ul class="share"><li><a href="https://share.example/f"
class="share-facebook">Facebook</a></li></ul></div></div>
<div class="article-votes"><span class="article-votes-question">Was this article helpful?</span>
<div class="article-votes-controls"><button>Yes</button><button>No</button></div>
<small class="article-votes-count">{visit.pick("12", "15")} out of 30 found this helpful</small></div>
<div class="article-more-questions">Have more questions? <a href="/hc/en-us/requests/new">Submit a request</a></div>
<div class="article-return-to-top"><a href="#article-container">Return to top</a></div></footer>
<div class="article-relatives"><div data-recent-articles></div><section class="related-articles">
<h2 class="related-articles-title">Related articles</h2>{related(visit)}</section></div>
<div class="article-comments" id="article-comments"><section class="comments"><h2>Comments</h2>
<p class="comments-callout">{visit.pick("0 comments", "2 comments")}</p><p>Please <a href="/signin">sign in</a> to leave a comment.</p>
</section></div></article></div></div></main><footer class="footer"><div class="footer-inner">
<a title="Home" href="/hc/en-us">Tidewell Help Center</a></div></footer>"""
    )


@kind(either=("March 04, 2025 09:12", "Ana Holm"))
def zendesk_older(policy: Policy, visit: Visit) -> str:
    """The older theme, without landmarks inside the article."""
    return page(
        f"""<header class="header">{menu(visit)}</header><main role="main"><nav class="sub-nav">{links("Tidewell,Legal")}</nav>
<div class="article-wrapper"><article class="main-column"><header class="article-header"><h1>{policy.title}</h1>
<div class="article-info"><div class="article-avatar"></div><div class="article-meta"><strong class="article-author" title="">
Ana Holm</strong><div class="article-updated meta">March 04, 2025 09:12</div></div></div>
</header><div class="content article-content"><div class="article-body markdown"><p>{policy.date}</p>{prose(policy)}</div>
</div><footer class="article-footer clearfix"><div class="article-vote"><span class="article-vote-question">Was this article
helpful?</span><a rel="nofollow" role="button" href="#">Yes</a><a rel="nofollow" role="button" href="#">No</a>
<span class="article-vote-count">{visit.pick("0 out of 2", "1 out of 4")} found this helpful</span></div>
<div class="article-share"><p>Have more questions? <a href="/requests/new">Submit a request</a></p></div></footer>
<section class="article-comments"><h3>Comments</h3></section></article><aside class="article-sidebar side-column">
<section class="related-articles"><h3>Related articles</h3>{related(visit)}</section></aside></div></main>
<footer class="footer">{bottom(visit)}</footer>"""
    )


def _with_summary(policy: Policy) -> list[str]:
    return [policy.title, "What we do with the data of the people who use our service.", *policy.lines[1:]]


@kind(lines=_with_summary)
def intercom(policy: Policy, visit: Visit) -> str:
    """Hashed classes, an author line with a relative date, reactions, related articles, no main."""
    return page(
        f"""<div id="__next" data-build="{visit.token()}"><header class="header__lite"><div>{
            menu(visit)
        }</div></header>
<div class="z-3 flex shrink-0 grow basis-auto justify-center px-5 {
            visit.css("wrap")
        }"><section data-testid="main-content"
id="main-content" class="max-w-full w-240"><section data-testid="article-section" class="section section__article">
<div class="flex flex-row max-md:flex-wrap"><div class="breadcrumb pb-5"><a href="/en/">All Collections</a>
<div class="breadcrumb__separator"></div><a href="/en/collections/1-legal">Legal</a><div></div>
<div class="text-body-primary-color">{policy.title}</div></div></div>
<div class=""><div class="article intercom-force-break"><div class="mb-10 max-lg:mb-6"><div class="flex flex-col gap-4">
<div class="flex flex-col"><h1 class="mb-1 font-primary text-2xl font-bold">{
            policy.title
        }</h1><div class="text-md">
<p>What we do with the data of the people who use our service.</p></div></div><div class="avatar"><div class="avatar__photo">
<img src="/i/{
            visit.token()
        }.png" alt="Ana Holm avatar"></div><div class="avatar__info -mt-0.5 text-base"><span>
<div>Written by <span>Ana Holm</span></div> <!-- -->{
            visit.pick("Updated over a week ago", "Updated today")
        }</span></div></div>
</div></div><div class="jsx-{visit.token()}"><div class="article_body"><article class="jsx-{visit.token()}">
<div class="intercom-interblocks-paragraph no-margin intercom-interblocks-align-left"><p>{
            policy.date
        }</p></div>{prose(policy)}
<section class="jsx-{
            visit.token()
        } related_articles my-6"><hr><div class="mb-3 text-xl font-bold">Related Articles</div>
<section class="flex flex-col rounded-card border border-solid">{
            links("Is there a watch app?,Share a note,Old notes", tag="")
            if visit.later
            else links("Change my name,Write on paper,Old notes", tag="")
        }</section></section></article></div></div></div></div>
<div class="intercom-reaction-picker -mb-4 -ml-4 -mr-4 mt-6 rounded-card" role="group" aria-label="feedback form">
<div class="intercom-reaction-prompt">Did this answer your question?</div><button class="intercom-reaction"
aria-label="Disappointed Reaction"><span title="Disappointed">😞</span></button><button class="intercom-reaction">
<span title="Smiley">😃</span></button></div></section></section></div>
<footer id="footer" class="mt-24 shrink-0 bg-footer-bg px-0 py-12">{bottom(visit)}</footer></div>""",
        title=f"{policy.title} | Tidewell Help Center",
    )


@kind(either=("Modified on Tue, 4 Mar, 2025 at 3:12 PM",))
def freshdesk(policy: Policy, visit: Visit) -> str:
    """A page of sections, with the feedback form's sentences below the article."""
    return page(
        f"""<header class="banner"><div class="banner-wrapper page">{menu(visit)}</div></header>
<div class="page"><section class="content main-content" id="page-content"><section class="breadcrumb">
{links("Solution home,Legal,Our policies", tag="")}</section><section class="main content rounded-6 min-height-on-desktop
fc-article-show" id="article-show-7"><h1 class="heading">{policy.title}<a href="javascript:print();" class="icon-print
solution-print--icon print--remove" title="Print this Article"><span class="text-print">Print</span></a></h1>
<p>Modified on Tue, 4 Mar, 2025 at 3:12 PM</p><hr>
<article class="article-body" id="article-body" rel="image-enlarge"><p>{policy.date}</p>{prose(policy)}</article><hr>
<div class="solution-file-list"></div><p class="article-vote" id="voting-container">Was this article helpful?
<span data-href="/support/articles/7/thumbs_up" class="vote-up a-link"><a href="javascript:void(0)">Yes</a></span>
<span class="vote-down a-link"><a href="javascript:void(0)">No</a></span></p>
<p class="article-vote hide" id="thanks">That’s Great!</p><p>Thank you for your feedback</p>
<form id="feedback"><p>Sorry! We couldn't be helpful</p><p>Let us know how can we improve this article!</p>
<label>Need more information</label><label>Difficult to understand</label><input type="submit" value="Send feedback"></form>
</section><section class="sidebar content rounded-6 fc-related-articles" id="related_articles"><h3 class="heading">
Articles in this folder</h3>{related(visit)}</section></section></div><footer class="footer rounded-6">{bottom(visit)}</footer>"""
    )


@kind(either=("Last updated on March 4, 2025",))
def helpscout(policy: Policy, visit: Visit) -> str:
    """Article foot with a date of its own, a print link, related articles, a column of categories."""
    return page(
        f"""<header id="mainNav" class="navbar"><div class="navbar-inner"><div class="container-fluid">{menu(visit)}</div></div>
</header><section id="contentArea" class="container-fluid"><div class="row-fluid">
<section id="main-content" class="span9"><div class="contentWrapper"><article id="fullArticle"><h1 class="title">
{policy.title}</h1><a href="javascript:window.print()" class="printArticle" title="Print this article"
aria-label="Print this Article"><i class="icon-print"></i></a><p>{policy.date}</p>{prose(policy)}</article>
<section class="articleFoot"><i class="icon-contact"></i><p class="help">Still need help?
<a id="sbContact" href="#" class="contactUs">Contact Us</a><a href="#" class="contactUs">Contact Us</a></p>
<time class="lu" datetime="2025-03-04">Last updated on March 4, 2025</time></section>
<section class="related"><h3>Related Articles</h3>{related(visit)}</section></div></section>
<aside id="sidebar" class="span3"><form action="/search" method="GET" id="searchBar" class="sm"><input type="text">
<span class="sr-only">Toggle Search</span></form><h3>Categories</h3><ul class="nav nav-list">{links("First steps,Legal,Billing")}
</ul></aside></div></section><footer><p>© <a href="https://www.tidewell.example">Tidewell</a> {visit.pick("2025", "2026")}.
<span>Powered by a help desk</span></p></footer>"""
    )


@kind()
def docs_site(policy: Policy, visit: Visit) -> str:
    """A site of documentation: tree of pages at the left, contents at the right, pages before and behind."""
    return page(
        f"""<div role="region" aria-label="Skip to main content"><a class="skipToContent_{visit.css("s")}" href="#c">Skip to main
content</a></div><nav aria-label="Main" class="navbar navbar--fixed-top">{menu(visit)}</nav>
<div id="__docusaurus_skipToContent_fallback" class="main-wrapper"><div class="docsWrapper_{visit.css("d")}">
<aside class="theme-doc-sidebar-container"><nav class="menu thin-scrollbar"><ul class="theme-doc-sidebar-menu menu__list">
{links("Start,Install,Legal,Privacy policy")}</ul></nav></aside><main class="docMainContainer_{visit.css("m")}">
<div class="container padding-top--md"><div class="row"><div class="col docItemCol"><div class="docItemContainer"><article>
<nav class="theme-doc-breadcrumbs" aria-label="Breadcrumbs"><ul class="breadcrumbs"><li>{links("Legal", tag="span")}</li>
<li><span>{policy.title}</span></li></ul></nav><div class="tocCollapsible theme-doc-toc-mobile"><button type="button">On this
page</button></div><div class="theme-doc-markdown markdown"><header><h1>{policy.title}</h1></header><p>{policy.date}</p>
{prose(policy).replace("</h2>", '<a href="#x" class="hash-link" aria-label="Direct link" title="Direct link">&#8203;</a></h2>')}
</div><footer class="theme-doc-footer docusaurus-mt-lg"><div class="row"><div class="col"><a href="https://git.example/e"
class="theme-edit-this-page">Edit this page</a></div><div class="col lastUpdated_{visit.css("l")}"><span>Last updated on <b>
<time>Mar 4, 2025</time></b> by <b>anaholm</b></span></div></div></footer></article>
<nav class="pagination-nav" aria-label="Docs pages"><a class="pagination-nav__link" href="/docs/imprint"><div>Previous</div>
<div class="pagination-nav__label">Imprint</div></a></nav></div></div><div class="col col--3"><div class="tableOfContents">
<ul class="table-of-contents">{"".join(f'<li><a href="#{n}">{s.heading}</a></li>' for n, s in enumerate(policy.sections))}
</ul></div></div></div></div></main></div></div><footer class="footer">{bottom(visit)}</footer>{banner(visit)}"""
    )


@kind()
def gitbook(policy: Policy, visit: Visit) -> str:
    """Utility classes, a contents column, feedback and a time of the last change below the text."""
    return page(
        f"""<header id="site-header" class="flex flex-row">{menu(visit)}</header><div class="scroll-nojump {visit.css("x")}">
<div class="flex flex-col lg:flex-row"><aside data-testid="table-of-contents" id="table-of-contents" class="toc-none:hidden">
<ul>{links("Start,Install,Legal")}</ul></aside><div class="flex-1 flex flex-row"><aside class="group/aside">
<div>On this page</div><ul>{"".join(f'<li><a href="#{n}">{s.heading}</a></li>' for n, s in enumerate(policy.sections))}</ul>
</aside><main class="flex-1 max-w-screen-lg relative py-8"><header class="max-w-3xl mx-auto mb-6"><nav aria-label="Breadcrumb">
<ol><li><a href="/legal">Legal</a></li></ol></nav><div class="flex"><h1 class="text-4xl font-bold">{policy.title}</h1>
<div><button><span>Copy</span></button></div></div></header><div class="whitespace-pre-wrap"><p>{policy.date}</p>{prose(policy)}</div>
<div class="flex flex-col md:flex-row mt-6"><a class="group" href="/legal/terms"><span><span>Previous</span><span>Terms</span></span>
</a></div><div class="flex flex-row mt-6"><p class="text-sm">Last updated {visit.pick("2 months ago", "3 months ago")}</p><div>
<form><div class="flex"><p>Was this helpful?</p><div><button type="button" aria-label="Bad"></button></div></div></form></div>
</div></main></div></div></div>"""
    )


@kind()
def readme_docs(policy: Policy, visit: Visit) -> str:
    """A hub of documentation: article with header, feedback and an updated line of its own."""
    return page(
        f"""<div class="rm-Container rm-Container_flex"><header class="rm-Header"><div class="rm-Header-top">{menu(visit)}</div>
</header><main class="rm-Guides" id="Explorer"><div class="rm-Guides-container" id="content"><nav class="rm-Sidebar hub-sidebar"
role="navigation"><div>{links("Start,Keys,Legal", tag="div")}</div></nav><article class="rm-Article">
<header id="content-head"><div class="row clearfix"><div class="col-xs-9"><h1>{policy.title}</h1></div><div class="col-xs-3">
<a class="suggestEdits" href="/edit/privacy">Suggest Edits</a></div></div></header><div class="content-body grid-100">
<div class="rm-Markdown markdown-body" data-testid="RDMD"><p>{policy.date}</p>{prose(policy)}</div></div>
<div class="rm-Pagination clearfix"><a href="/docs/imprint"><i class="icon-chevron-leftward"></i>Imprint</a></div>
<div class="DateLine {visit.css("d")}"><i></i>Updated <!-- -->{visit.pick("about 1 month ago", "3 months ago")}</div>
<div class="PageThumbs"><div class="PageThumbs-helpful">Did this page help you?</div><div><button>Yes</button></div></div>
</article><section class="content-toc grid-25"><nav><ul class="toc-list"><li><a class="tocHeader" href="#">Table of
Contents</a></li></ul></nav></section></div></main></div>"""
    )


@kind(either=("Created by Ana Holm, last modified on Mar 04, 2025",))
def confluence(policy: Policy, visit: Visit) -> str:
    """A page of a wiki: space tree, byline, likes, labels, comments."""
    return page(
        f"""<div id="page"><div id="full-height-container"><header id="header" role="banner"><nav class="aui-header"
role="navigation">{menu(visit)}</nav></header><div class="ia-splitter"><div class="ia-fixed-sidebar" role="complementary">
<div class="acs-side-bar"><ul>{links("Pages,Blog,Legal")}</ul></div></div><div id="main" class="aui-page-panel">
<div id="main-header"><div id="navigation" class="content-navigation"><ul class="ajs-menu-bar">{links("Save for later,Watch,Share")}
</ul></div><div id="title-heading" class="pagetitle with-breadcrumbs"><h1 id="title-text" class="with-breadcrumbs"><a
href="/display/LEG/Privacy">{policy.title}</a></h1></div></div>
<div id="content" class="page view"><div class="page-metadata"><ul><li class="page-metadata-modification-info">Created by
<a href="/~ana">Ana Holm</a>, last modified on <a href="/diff?{visit.token()}">Mar 04, 2025</a>
</li></ul></div><div id="main-content" class="wiki-content"><p>{policy.date}</p>
{prose(policy).replace("<table>", '<div class="table-wrap"><table class="confluenceTable">').replace("</table>", "</table></div>")}
</div><div id="likes-and-labels-container"><div id="likes-section" class="no-print"><button>Like</button><span>Be the first to like
this</span></div><div id="labels-section" class="pageSection"><div class="labels-section-content">No labels</div></div></div>
<div id="comments-section" class="pageSection"><h2 id="comments-section-title">{visit.pick("0", "1")} Comments</h2></div></div>
<div id="footer" role="contentinfo"><section class="footer-body"><ul><li>Powered by a wiki</li></ul></section></div></div></div>
</div></div>"""
    )


@kind()
def numbered_article(policy: Policy, visit: Visit) -> str:
    """A portal that shows the number of each article below its title, and trending ones beside it."""
    return page(
        f"""<div class="portal-nav"><ul>{links("Home,Topics,Ask us")}</ul></div><div class="portal"><div class="portal-main"><div class="record-head"><h2>{policy.title}</h2><div class="record-meta"><span>Article Number</span>
<span>000{visit.pick("41877", "41878")}</span></div></div><div class="record-text"><p>{policy.date}</p>{prose(policy, level=3)}</div><div class="voting"><p>Did this article help you?</p><button>Yes</button><button>No</button></div></div><div class="portal-side"><h2>Trending Articles</h2>{menu(visit)}</div></div>"""
    )
