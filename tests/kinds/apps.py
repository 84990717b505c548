"""Applications whose server renders the text, hosted notices, and pages of small programs."""

from __future__ import annotations

import json

from tests.kinds.base import Policy, Visit, below, bottom, kind, links, menu, page, prose


@kind()
def next_with_portal(policy: Policy, visit: Visit) -> str:
    """An application with hashed names: strip, header, text, prefooter that sells, footer, a portal for toasts."""
    c = visit.css
    return page(
        f"""<div id="__next"><div class="{c("strip")}"><div class="{c("a")}">{visit.pick("New: notes that read themselves aloud", "We are hiring in Port Maren")} <a href="/new">Learn more</a></div></div><div class="{c("hd")}">{menu(visit)}</div><div class="{c("pg")}">
<div class="{c("w")}"><h1 class="{c("h")}">{policy.title}</h1><div class="{c("d")}">{policy.date}</div>{prose(policy)}</div></div><div class="{c("pre")}"><div class="{c("b")}"><h2>Write your first note</h2><p>No card, no contract, no clutter: just you and
the page.</p><a class="{c("btn")}" href="/s">Start free</a></div></div><div class="{c("ft")}">{bottom(visit)}</div></div><div id="portal"></div>"""
    )


@kind()
def rich_text_blocks(policy: Policy, visit: Visit) -> str:
    """A headless system: each paragraph a component in a div, headings with generated ids, a quote box of the summary."""
    text = "".join(
        f'<div class="rt"><h2 id="{visit.token(one.heading)}">{one.heading}</h2></div>'
        + "".join(f'<div class="rt"><p>{line}</p></div>' for line in one.lines[1:])
        for one in policy.sections
    )
    return page(
        f"""<div id="__nuxt"><div class="layout"><div class="nav">{menu(visit)}</div><div class="hero hero--small"><div class="hero__in"><span class="hero__tag">Legal</span><h1>{policy.title}</h1></div></div><div class="blocks"><div class="rt"><p>{policy.date}</p></div>
{text}</div><div class="foot">{bottom(visit)}</div></div></div><script type="application/json">{json.dumps({"s": visit.token()})}</script>""".replace(
            '<span class="hero__tag">Legal</span>', ""
        )
    )


@kind()
def store_webview(policy: Policy, visit: Visit) -> str:
    """The page that an application shows inside itself: a bar with a back link, no frame else."""
    return page(
        f"""<div class="app-bar"><a href="javascript:history.back()">Back</a><span class="app-bar-title">{policy.title}</span></div><div class="scroll"><p>{policy.date}</p>{prose(policy)}</div>"""
    )


@kind()
def angular_material(policy: Policy, visit: Visit) -> str:
    """An application of custom elements: toolbar, side list, content, footer bar."""
    return page(
        f"""<app-root ng-version="{visit.pick("17.1", "17.3")}"><mat-toolbar class="mat-toolbar"><span>Tidewell</span><a mat-button href="/login">Log in</a></mat-toolbar><mat-sidenav-container><mat-sidenav><mat-nav-list>{links(visit.pick("Notes,Teams", "Notes,Teams,Bin"), tag="mat-list-item")}
</mat-nav-list></mat-sidenav><mat-sidenav-content><router-outlet></router-outlet><app-privacy><div class="wrap"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></app-privacy></mat-sidenav-content></mat-sidenav-container><app-footer>
<div class="f">{bottom(visit)}</div></app-footer></app-root>"""
    )


@kind()
def hosted_notice(policy: Policy, visit: Visit) -> str:
    """A privacy platform's notice: sections with their own wrappers, a list of versions to choose from in a select."""
    sections = "".join(
        f'<section class="otnotice-section" id="s{n}"><h2 id="h{n}">{one.heading}</h2><div class="otnotice-section-content">{below(one)}</div></section>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div class="site-top">{menu(visit)}</div><div id="otnotice-{visit.token()}" class="otnotice"><div class="otnotice-content"><div class="otnotice-language-dropdown-container"><select><option>English</option><option>Français</option></select></div><h1>
{policy.title}</h1><p class="otnotice-date">{policy.date}</p><div class="otnotice-menu"><div class="otnotice-menu-mobile">Menu</div><ul>{"".join(f'<li class="otnotice-menu-section"><a href="#s{n}">{one.heading}</a></li>' for n, one in enumerate(policy.sections))}</ul></div>
<div class="otnotice-sections">{sections}</div></div></div><div class="site-end">{bottom(visit)}</div>"""
    )


@kind()
def generator_site(policy: Policy, visit: Visit) -> str:
    """A page hosted by a policy generator: its name above, a box that sells its service below the text."""
    return page(
        f"""<div class="translate-content"><div id="header"><a class="brand" href="https://gen.example">Clausemaker</a></div><div class="document-view"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="generated-by"><h4>Need a policy of your own?</h4><p>
Clausemaker writes one for you in two minutes, and keeps it in step with the law.</p><a class="btn" href="https://gen.example/new">Create yours for free</a></div></div>""".replace(
            '<a class="brand" href="https://gen.example">Clausemaker</a>', ""
        )
    )


@kind()
def help_article_plain(policy: Policy, visit: Visit) -> str:
    """A help centre without landmarks: search box with a greeting, popular searches, article, contact box."""
    return page(
        f"""<div class="hc"><div class="hc-hero"><div>Hello, how can we help?</div><form><input type="search" placeholder="Search"></form><div class="hc-pop">Popular searches: {links(visit.pick("refund,password", "password,export"), tag="")}</div></div><div class="hc-crumbs">
<a href="/">Help</a> › <a href="/l">Legal</a></div><div class="hc-article"><h1>{policy.title}</h1><div class="hc-body"><p>{policy.date}</p>{prose(policy)}</div></div><div class="hc-contact"><h3>Still need help?</h3><p>Our team answers within a day, on most days within an
hour.</p><a class="btn" href="/contact">Contact us</a></div><div class="hc-foot">{bottom(visit)}</div></div>"""
    )


@kind()
def salesforce_article(policy: Policy, visit: Visit) -> str:
    """A customer portal of components: case deflection, topics, article with labelled fields."""
    return page(
        f"""<div class="siteforceStarterBody"><community_navigation-header>{menu(visit)}</community_navigation-header><div class="cCenterPanel slds-m-top--x-large"><div class="slds-col--padded contentRegion"><div class="ui-widget"><div
class="selfServiceArticleLayout"><div class="article-head selfServiceArticleHeaderDetail"><h2 class="article-head"><span>{policy.title}</span></h2><div class="article-meta"><span>URL Name</span><span>Privacy-Policy</span></div></div><div class="slds-rich-text-editor__output"><p>
{policy.date}</p>{prose(policy)}</div></div></div></div><div class="sidebarRegion"><h3>Trending Articles</h3><ul>{links(visit.pick("Reset a password,Share a notebook", "Share a notebook,Export notes"))}</ul></div></div><div class="footerRegion">{bottom(visit)}</div></div>""".replace(
            '<div class="article-meta"><span>URL Name</span><span>Privacy-Policy</span></div>', ""
        )
    )


@kind()
def numbered_contents_beside(policy: Policy, visit: Visit) -> str:
    """Contents in a sticky column of plain divs whose entries are jumps; text in bands beside it."""
    contents = "".join(
        f'<div class="toc-row"><a href="#s{n}">{n + 1}. {one.heading}</a></div>'
        for n, one in enumerate(policy.sections)
    )
    text = "".join(
        f'<div class="band" id="s{n}"><h2>{one.heading}</h2>{below(one)}</div>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div class="site-nav">{menu(visit)}</div><div class="legal-hero"><h1>{policy.title}</h1><p>{policy.date}</p></div><div class="legal-body"><div class="toc-col">{contents}</div><div class="text-col">{text}</div></div><div class="site-foot">{bottom(visit)}</div>"""
    )


@kind()
def single_file_game(policy: Policy, visit: Visit) -> str:
    """A small game's page: everything in the body, the policy between a headline and links to the stores."""
    return page(
        f"""<h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<p><a href="https://store.example/a"><img src="a.png" alt=""></a> <a href="https://store.example/b"><img src="b.png" alt=""></a></p><p><a href="index.html">Back to the game</a></p>"""
    )


@kind()
def details_of_a_release(policy: Policy, visit: Visit) -> str:
    """A program's page on a code host: file view with header of a commit, tree and buttons around rendered Markdown."""
    return page(
        f"""<div class="Header">{menu(visit)}</div><div class="repo-head"><strong><a href="/tidewell">tidewell</a> / <a href="/tidewell/notes">notes</a></strong> <span class="Label">Public</span></div><div class="Box"><div class="commit-tease"><a href="/erin">erin</a> <a
href="/c">{visit.pick("Fix typo", "Run formatter")}</a> <span>{visit.pick("2 days ago", "last week")}</span></div><div class="Box-header">{visit.pick("91 lines (60 sloc)", "93 lines (61 sloc)")}<a href="/raw">Raw</a><a href="/blame">Blame</a></div><div class="Box-body"><article class="markdown-body
entry-content"><h1 dir="auto">{policy.title}</h1><p dir="auto">{policy.date}</p>{prose(policy)}</article></div></div><div class="foot">{bottom(visit)}</div>"""
    )


@kind()
def shop_of_cards(policy: Policy, visit: Visit) -> str:
    """A new shop theme: sections with generated ids; strip, header, policy in a section, image with text, email sign-up."""
    n = visit.token()[:8]
    return page(
        f"""<div id="shopify-section-sections--{n}__announcement" class="shopify-section"><div class="utility-bar"><p class="h5">{visit.pick("Welcome to our shop", "Easter sale: all pads at half price")}</p></div></div><div id="shopify-section-sections--{n}__header"><div class="header">
{menu(visit)}</div></div><main id="MainContent" class="content-for-layout"><section class="shopify-section section"><div class="page-width page-width--narrow"><h1 class="main-page-title">{policy.title}</h1><div class="rte"><p>{policy.date}</p>{prose(policy)}</div></div></section><section
id="shopify-section-template--{n}__image" class="shopify-section section"><div class="image-with-text"><h2 class="h1">{visit.pick("Made by hand", "Pressed by the sea")}</h2><div class="rte"><p>Each pad is bound on a bench by the harbour by people who have done it for thirty
years.</p></div><a class="button" href="/about">Read our story</a></div></section><section class="shopify-section section newsletter-section"><h2>Subscribe to our emails</h2><div class="newsletter__subheading rte"><p>Be the first to know about new collections and
exclusive offers.</p></div><form><input type="email"></form></section></main><div id="shopify-section-sections--{n}__footer">{bottom(visit)}</div>"""
    )


@kind()
def app_of_one_page(policy: Policy, visit: Visit) -> str:
    """All of an app's site is one page: badges, what it can do, and the policy as one of the sections."""
    return page(
        f"""<nav>{links("Download,Features,Privacy", tag="")}</nav><header><h1>Tidewell Notes is a notebook that fits in every pocket you have</h1><a href="#get" class="btn">Start now</a></header><section id="get"><h2>Find out why {visit.pick("9,000", "10,000")} people write with us!</h2><p>Our app is there for
every phone and tablet! Download it now and write down your first thought!</p></section><section id="features"><h2>Unlimited notes, unlimited joy</h2><p>See what you can do with it!</p><div><h3>Fast</h3><p>Opens in less than a second.</p></div></section><section id="privacy"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=4)}
</section><section class="cta"><h2>Stop waiting. Start writing.</h2></section><footer>{bottom(visit)}</footer>""",
        title="Tidewell Notes – write anywhere",
    )


@kind()
def copy_to_download(policy: Policy, visit: Visit) -> str:
    """A maker of phones: a sticky bar of pages on privacy, the title in a section of its own, a copy to download below the day."""
    return page(
        f"""<nav id="globalnav">{menu(visit)}</nav><main><section><h1>{policy.title}</h1></section><section><div class="column"><p>{policy.date}</p><p><a class="icon" href="/p.pdf">Download a copy of this {visit.pick("Privacy Policy", "Policy")} (PDF)</a></p>{prose(policy)}</div></section></main><footer>{bottom(visit)}</footer>"""
    )
