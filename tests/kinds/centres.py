"""Policies in the privacy centres of large platforms."""

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
    table,
)


@kind()
def learn_more(policy: Policy, visit: Visit) -> str:
    """A statement in two panes: each section has a summary and a collapsed "Learn more" with the rest."""
    text, index = "", ""
    for number, one in enumerate(policy.sections):
        first, rest = Section("", one.paragraphs[:1]), Section("", one.paragraphs[1:], one.items, one.table)
        index += f'<li class="leftNavItem"><a class="mscom-link" href="#main{number}" aria-label="{one.heading}">{one.heading}</a></li>'
        text += f"""<div class="divModuleDescription"><span id="main{number}module"><h2 class="SectionTitle" id="main{number}">
{one.heading}</h2></span><div id="main{number}_ShortDescription" class="SectionDescription">{below(first)}</div><div
class="learnMoreSection"><a role="button" tabindex="0" aria-expanded="false" id="main{number}_LongDescription_button"
class="learnMoreLabel" href="#" data-labels="Learn more">Learn more<span class="sr-only"> about {one.heading}</span></a></div><div
id="main{number}_LongDescription" class="LongDescription printsummary" style="display:none">{below(rest)}</div><div
class="divTopOfPage"><a class="TopOfPageNavLink" href="#top">Top of page</a></div></div>"""
    return page(
        f"""<div id="headerArea" class="uhf" data-m='{{"cN":"{visit.token()}"}}'><div id="headerUniversalHeader"><a class="m-skip-to-main"
href="#mainContent" tabindex="0">Skip to main content</a><header class="c-uhfh" itemscope>{menu(visit)}</header></div></div>
<div id="primaryArea" class="template"><main id="mainContent" class="grid-row"><div class="col" id="pageTitle"><h1>{policy.title}</h1>
<div class="shareprint"><button>Expand All</button><a href="javascript:print()" class="mscom-link print">Print</a></div></div><div
class="privacyLastUpdated">{policy.date}</div><div class="privacyNav"><nav aria-label="Contents"><ul>{index}</ul></nav></div><div
class="privacyBody">{text}</div></main></div><div id="footerArea" class="uhf"><footer class="c-uhff">{bottom(visit)}</footer></div>
{banner(visit)}"""
    )


def _grid(one: Section, visit: Visit) -> str:
    rows = "".join(
        f'<div role="row" class="{visit.css("r")}">'
        + "".join(
            f'<div role="{"columnheader" if not n else "cell"}" class="{visit.css("c")}"><span>{c}</span></div>'
            for c in row
        )
        + "</div>"
        for n, row in enumerate(one.table)
    )
    return f'<div role="table" class="{visit.css("t")}">{rows}</div>' if one.table else ""


@kind()
def div_soup(policy: Policy, visit: Visit) -> str:
    """Nothing but divs with hashed classes: headings by role, panels that open, lists and tables by role."""
    text = ""
    for one in policy.sections:
        bullets = "".join(
            f'<div role="listitem" class="{visit.css("li")}"><div>{words}</div></div>' for words in one.items
        )
        bullets = f'<div role="list">{bullets}</div>' if bullets else ""
        text += f"""<div class="{visit.css("sec")}"><div role="button" tabindex="0" aria-expanded="false" class="{visit.css("b")}"><div
role="heading" aria-level="2"><span dir="auto">{one.heading}</span></div><i data-visualcompletion="css-img"></i></div><div
aria-hidden="true" class="{visit.css("p")}">{paragraphs(one, "div")}{bullets}{_grid(one, visit)}</div></div>"""
    side = "".join(
        f'<div role="button" tabindex="0"><span>{one.heading}</span></div>' for one in policy.sections
    )
    return page(
        f"""<div id="mount_0_0_{visit.css("m")}"><div class="{visit.css("x")}"><div role="banner" class="{visit.css("h")}">
{links("Home,Settings,Safety", tag="div")}<div role="button">Log in</div></div><div class="{visit.css("g")}"><div role="navigation"
aria-label="Privacy Centre">{side}</div><div role="main" class="{visit.css("k")}"><div class="{visit.css("l")}"><div role="heading"
aria-level="1"><span>{policy.title}</span></div><div><span>{policy.date}</span></div>{text}</div></div></div><div
role="contentinfo">{bottom(visit)}</div></div></div><script>requireLazy("{visit.token()}")</script>"""
    )


def _defined(policy: Policy) -> list[str]:
    return [line.replace("network address we", "network address we") for line in policy.lines]


@kind(lines=_defined)
def definitions(policy: Policy, visit: Visit) -> str:
    """Side navigation, and definitions that open over the words they define."""
    text = prose(policy).replace(
        "network address. From",
        '<a class="g1mG8c" href="privacy#definitions" data-name="address">network address</a>. From',
    )
    return page(
        f"""<div class="uPNGBb"><header class="N0SMec" role="banner"><div class="Wnb61d"><a class="hoCWQd" href="/">Privacy & Terms</a>
</div><nav class="KDKiAc" aria-label="Main menu">{menu(visit)}</nav></header><div class="nrAB0c"><div class="BR3svc"><div
class="RaVJ9b" role="navigation"><ul>{"".join(f'<li><a href="#{n}">{s.heading}</a></li>' for n, s in enumerate(policy.sections))}</ul>
</div></div><c-wiz jsrenderer="{visit.css("w")}"><main role="main" class="NSkGN"><div class="sfUUMc"><div class="JGYbaf"><h1>
{policy.title}</h1><div class="PSpCMe"><p class="PSpCMe">{policy.date}</p></div>{text}</div></div></main></c-wiz></div><div
class="MfMjvd" role="dialog" aria-label="Definition"><p>An address is a number that your device is given so that it can be reached.</p>
</div><footer class="lhLbod">{bottom(visit)}</footer></div>"""
    )


def _with_notes(policy: Policy) -> list[str]:
    return [*policy.lines, "The islands are all islands of the bay, large and small."]


@kind(lines=_with_notes)
def countries_and_footnotes(policy: Policy, visit: Visit) -> str:
    """A local menu, a list of country versions behind the text, footnotes."""
    countries = links(
        "Armenia,Belgium,Canada,Denmark,Estonia,France,Germany,Hungary,Iceland,Japan,Kenya,Latvia"
        + visit.pick("", ",Malta")
    )
    return page(
        f"""<div id="globalnav-wrapper"><nav id="globalnav" aria-label="Global">{menu(visit)}</nav></div><nav id="ac-localnav" class="css-sticky"
lang="en-US"><div class="ac-ln-content"><a href="/legal/">Legal</a><div class="ac-ln-menu">{links("Hardware,Software,More")}</div></div>
</nav><main id="main" class="main" role="main"><section class="section section-hero"><div class="section-content"><h1
class="typography-headline">{policy.title}</h1><p>{policy.date}</p></div></section><section class="section section-body"><div
class="section-content row"><div class="column large-9">{prose(policy).replace("outside the islands", "outside the islands")}
<ol class="footnotes"><li id="footnote-1">The islands are all islands of the bay, large and small.</li></ol></div></div></section>
<section class="section section-other"><div class="section-content"><h2>Other versions</h2><ul class="countries">{countries}</ul></div>
</section></main><footer id="globalfooter" class="css-sticky" role="contentinfo"><nav aria-label="Breadcrumbs">{links("Legal,Privacy")}
</nav>{bottom(visit)}</footer>"""
    )


@kind()
def region_tabs(policy: Policy, visit: Visit) -> str:
    """An article under tabs for regions, in an application made by a bundler."""
    tabs = "".join(
        f'<div role="tab" class="tab-{visit.css(r)}" aria-selected="false"><a href="/legal/{r}">{r}</a></div>'
        for r in ("US", "EEA", "Other")
    )
    return page(
        f"""<div id="root"><div class="ttwp-layout {visit.css("l")}"><div class="header-{visit.css("h")}"><div>{menu(visit)}</div></div><div
class="content-{visit.css("c")}"><div class="side-{visit.css("s")}">{links("Terms,Privacy,Cookies", tag="div")}</div><div
class="article-{visit.css("a")}"><div role="tablist">{tabs}</div><article class="rich-{visit.css("r")}"><h1>{policy.title}</h1><p><em>
{policy.date}</em></p>{prose(policy)}</article></div></div><div class="footer-{visit.css("f")}">{bottom(visit)}</div></div></div>"""
    )


@kind()
def parsys(policy: Policy, visit: Visit) -> str:
    """A paragraph system: every heading and paragraph a component in divs of its own, plus a side column."""
    parts = "".join(
        f'<div class="twtr-component-space--sm"><div class="c01-rich-text-editor text parbase section"><div class="is-table-default">'
        f"<h2><b>{one.heading}</b></h2></div></div></div>"
        + "".join(
            f'<div class="ct06__section"><div class="column column-6"><div class="c01-rich-text-editor">{part}</div></div></div>'
            for part in (paragraphs(one), items(one), table(one))
            if part
        )
        for one in policy.sections
    )
    return page(
        f"""<div class="root responsivegrid"><div class="aem-Grid aem-Grid--12"><div class="u01-nav iparsys parsys"><div class="section">
<div class="new">{menu(visit)}</div></div></div><div class="hero parbase"><div class="hero__content"><h1>{policy.title}</h1></div></div>
<div class="par parsys"><div class="text parbase section"><p>{policy.date}</p></div><div class="layout parsys">{parts}</div></div><div
class="u02-footer iparsys parsys"><div class="section">{bottom(visit)}</div></div></div></div>"""
    )


def _with_summaries(policy: Policy) -> list[str]:
    found = [policy.title, policy.date]
    for one in policy.sections:
        found += [
            one.heading,
            *one.lines[1:],
            f"In short: {one.heading.lower()}, said in one plain sentence for you.",
        ]
    return found


@kind(lines=_with_summaries)
def summary_column(policy: Policy, visit: Visit) -> str:
    """The text at the left, a summary in plain words at the right: both are the policy."""
    rows = "".join(
        f"""<section class="component-section"><div class="content__main"><h2>{one.heading}</h2>{below(one)}</div><aside
class="content__summary"><p>In short: {one.heading.lower()}, said in one plain sentence for you.</p></aside></section>"""
        for one in policy.sections
    )
    return page(
        f"""<header class="header" role="banner">{menu(visit)}</header><main class="legal"><div class="hero"><h1>{policy.title}</h1><p>
{policy.date}</p></div><div class="legal__body">{rows}</div></main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def shadow_roots(policy: Policy, visit: Visit) -> str:
    """Web components whose text stands in declarative shadow roots, as a server sends them."""
    sections = "".join(
        f"""<legal-section><template shadowrootmode="open"><style>:host{{display:block}}</style><h2>{one.heading}</h2><div>{below(one)}
</div></template></legal-section>"""
        for one in policy.sections
    )
    return page(
        f"""<site-app><template shadowrootmode="open"><link rel="stylesheet" href="/{visit.token()}.css"><header><nav>{menu(visit)}</nav>
</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{sections}</main><footer>{bottom(visit)}</footer></template></site-app>"""
    )


@kind()
def shadow_slots(policy: Policy, visit: Visit) -> str:
    """The frame in a declarative shadow root, the text in the light tree that fills its slot."""
    return page(
        f"""<site-frame><template shadowrootmode="open"><header><nav>{menu(visit)}</nav></header><slot></slot><footer>{bottom(visit)}
</footer></template><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</main></site-frame>"""
    )


@kind(either=("Mar 04, 2025",))
def newsletter_platform(policy: Policy, visit: Visit) -> str:
    """A post: byline, counters, subscription boxes in the middle and at the end, comments."""
    half = len(policy.sections) // 2
    start, end = Policy("", "", policy.sections[:half]), Policy("", "", policy.sections[half:])
    box = """<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p
class="cta-caption">Tidewell Letters is written for readers. Subscribe for free to receive new posts.</p></div><form
class="subscription-widget-subscribe"><input type="email" placeholder="Type your email…"><button>Subscribe</button></form></div></div>"""
    return page(
        f"""<div id="entry"><div id="main" class="main typography"><div data-testid="navbar" class="main-menu">{menu(visit)}</div><div
aria-label="Main content" role="main" class="single-post-container"><div class="single-post"><article class="typography newsletter-post
post"><div role="region" aria-label="Post header" class="post-header"><h1 dir="auto" class="post-title published">{policy.title}</h1><div
class="byline-wrapper"><div class="pencraft">Ana Holm</div><div class="pencraft">Mar 04, 2025</div></div><div class="post-ufi"><a
role="button" href="javascript:void(0)" class="like-button">{visit.pick("12", "19")}</a><button>Share</button></div></div><div
class="available-content"><div dir="auto" class="body markup"><p>{policy.date}</p>{prose(start, level=3)}{box}{prose(end, level=3)}</div>
</div><div class="visibility-check"></div></article></div><div class="single-post-section comments-section"><h4>Discussion about this
post</h4><div class="tabs"><button>Comments</button></div></div></div><div class="footer-wrap publication-footer">{bottom(visit)}</div>
</div></div>"""
    )


@kind()
def server_rendered_app(policy: Policy, visit: Visit) -> str:
    """An application whose server sends the text in the page, and once more as data for its scripts."""
    data = "\\n".join(policy.body)
    return page(
        f"""<div id="__nuxt" data-v-{visit.css("v")}><div class="layout" data-v-{visit.css("l")}><header data-v-{visit.css("v")}
class="site-head">{menu(visit)}</header><div class="page" data-v-{visit.css("p")}><h1 data-v-{visit.css("p")}>{policy.title}</h1><p>
{policy.date}</p><div class="markdown">{prose(policy)}</div></div><footer>{bottom(visit)}</footer></div></div><div id="teleports"></div>
<app-root ng-version="17.{visit.number}" _nghost-ng-c{visit.css("n")}></app-root><script>window.__NUXT__={{"text":"{data}"}}</script>"""
    )


@kind()
def knowledge_base(policy: Policy, visit: Visit) -> str:
    """A knowledge base: below the title a list with the time to read, tools and a switch of colours."""
    return page(
        f"""<div class="top"><a href="/">Tidewell Docs</a><span>Ctrl K</span></div><div class="site-body"><div class="left-panel">{menu(visit)}</div><div class="content-panel"><div class="head"><h1>{policy.title}</h1><ul class="text"><li>{visit.pick("6", "7")} Minutes to read</li><li>Print</li><li>Share</li><li>Dark / Light</li></ul></div><div
id="content"><p>{policy.date}</p>{prose(policy)}</div><div class="article-feedback"><p>Was this article helpful?</p></div></div></div><footer>{bottom(visit)}</footer>"""
    )
