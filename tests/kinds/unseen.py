"""Kinds that were written after the rules, to see whether these carry over to pages they were not made for."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, below, bottom, kind, links, menu, page, prose


@kind()
def airline(policy: Policy, visit: Visit) -> str:
    """A booking bar, a strip on delays, tabs of other conditions, offers in a grid behind the text."""
    return page(
        f"""<div class="tripbar"><p>{visit.pick("Storm on Friday: look at your flight before you leave.", "All flights leave on time today.")}</p></div><div class="gnav">{menu(visit)}</div><div
class="shell"><div class="finder"><form><label>From</label><input type="text"><label>To</label><input type="text"><button>Search</button></form></div><div class="body-copy"><h1>{policy.title}</h1><div class="rev">
{policy.date}</div>{prose(policy)}</div><div class="deals"><h2>Deals from Port Maren</h2><div class="deal"><h3><a href="/d1">{visit.pick("Lisbon", "Oslo")}</a></h3><p>Return flights with hand luggage, seats for families and a warm meal, from
{visit.pick("89", "74")} crowns.</p></div><div class="deal"><h3><a href="/d2">Riga</a></h3><p>Walk along the old walls and eat smoked fish, three nights in a house by the river.</p></div></div></div><div class="gfoot">{bottom(visit)}</div>"""
    )


@kind()
def recipe_blog(policy: Policy, visit: Visit) -> str:
    """A food blog: advertisement placeholders, jump button, a bio box and an e-mail box around the page."""
    return page(
        f"""<div class="site-container"><ul class="genesis-skip-link"><li><a href="#c">Skip to primary navigation</a></li></ul><div class="nav-primary">{menu(visit)}</div><div class="site-inner"><div class="content-sidebar-wrap"><main
class="content"><article class="page type-page"><header class="entry-header"><h1 class="entry-title">{policy.title}</h1></header><div class="entry-content"><p>{policy.date}</p>{prose(policy)}</div></article></main><aside class="sidebar
sidebar-primary"><section class="widget"><h3>Hi, I’m Erin!</h3><p>I cook with what the garden gives and write down what came out well.</p></section><div class="adthrive-ad">{visit.pick("Pots and pans", "Knives that last")}</div></aside></div></div>
<div class="before-footer-widget"><h3>Get my {visit.pick("five", "seven")} best soups</h3><p>Leave your address and the letter comes to you on Sunday.</p><form><input type="email"></form></div><footer class="site-footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def museum(policy: Policy, visit: Visit) -> str:
    """Opening times on top, exhibitions as cards, text between, all children of one wrapper without landmarks."""
    return page(
        f"""<div class="wrapper"><div class="row row--top"><span>Open today until {visit.pick("17:00", "20:00")}</span><a href="/tickets">Tickets</a></div><div class="row row--nav">{menu(visit)}</div><div class="row row--text"><h1>{policy.title}</h1>
<p>{policy.date}</p>{prose(policy)}</div><div class="row row--cards"><h2>On view</h2><div class="card"><a href="/x1"><h3>{visit.pick("Letters from the sea", "A century of ink")}</h3></a><p>Two hundred letters that sailors wrote and nobody sent, shown for
the first time.</p></div><div class="card"><a href="/x2"><h3>Paper houses</h3></a><p>Models of houses by pupils of our town, made of nothing but old newspapers.</p></div></div><div class="row row--end">{bottom(visit)}</div></div>"""
    )


@kind()
def estate_agent(policy: Policy, visit: Visit) -> str:
    """A form to value one's home in a column, a call-back box, reviews with stars behind the text."""
    return page(
        f"""<div id="hd">{menu(visit)}</div><div id="bd"><div class="yui-main"><div class="yui-b"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><div class="yui-side"><h3>What is your home worth?</h3><form><label>Postcode</label>
<input type="text"><button>Value my home</button></form><p>An agent who knows your street comes to see you within two days.</p></div><div class="reviews"><h3>Rated 4.{visit.pick("8", "9")} out of 5</h3><p>They sold our house in a week and found us a
better one. {visit.pick("We are glad that we asked them.", "Thank you, Dan!")}</p></div></div><div id="ft">{bottom(visit)}</div>"""
    )


@kind()
def radio_station(policy: Policy, visit: Visit) -> str:
    """What is on air, a player bar, news from the region beside the text."""
    return page(
        f"""<div class="onair"><span>On air</span> {visit.pick("Morning with Ben", "Songs of the islands")}</div><div class="mainmenu">{menu(visit)}</div><div class="cols"><div class="col-a"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div
class="col-b"><h4>News from the region</h4><div><a href="/n1"><b>{visit.pick("Bridge opens again", "Ferry runs late")}</b></a><br>{visit.pick("After three months of work cars may pass the old bridge again.", "Fog keeps the morning ferry in port, says the harbour office.")}</div></div></div><div
class="player-bar"><button>Play</button><span>{visit.pick("Ada Moss - Tide", "Dan Holt - Rain")}</span></div><div class="bottom">{bottom(visit)}</div>"""
    )


@kind(lines=lambda policy: ["Data at Tidewell", policy.date, *policy.body])
def heading_in_own_words(policy: Policy, visit: Visit) -> str:
    """The title has none of the usual names, the site's name is a heading before it, the section on cookies is early."""
    return page(
        f"""<div class="brand"><h2><a href="/">Tidewell Notes</a></h2></div><div class="m">{menu(visit)}</div><div class="t"><h1>Data at Tidewell</h1><p>{policy.date}</p>{prose(policy)}</div><div class="f">{bottom(visit)}</div>""",
        title="Data at Tidewell | Tidewell Notes",
    )


@kind()
def course_platform(policy: Policy, visit: Visit) -> str:
    """A learning platform: drawer, breadcrumb bar, region-main, blocks of courses, a guest line in the footer."""
    return page(
        f"""<div id="page-wrapper"><div class="navbar fixed-top">{menu(visit)}</div><div id="page"><div id="page-header" class="header-maxwidth"><div class="d-flex"><div class="page-context-header"><div class="page-header-headings"><h1>Tidewell School</h1></div></div></div></div><div
id="page-content"><div id="region-main-box"><section id="region-main"><div role="main"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}</div></section></div><section data-region="blocks-column"><h5>My courses</h5><ul>{links(visit.pick("Ink 1,Paper 2", "Ink 1,Paper 2,Nibs"))}
</ul></section></div></div><footer id="page-footer"><div class="logininfo">You are currently using guest access (<a href="/login">Log in</a>)</div><div class="tool_dataprivacy"><a href="/dp">Data retention summary</a></div>{bottom(visit)}</footer></div>"""
    )


@kind()
def insurance(policy: Policy, visit: Visit) -> str:
    """Stage with a claim, quick links as tiles, legal lines in a strip before the footer."""
    return page(
        f"""<div class="stage"><div class="stage__claim">Safe by the sea since 1911</div></div><div class="metanav">{menu(visit)}</div><div class="module module--text"><div class="module__inner"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><div class="module
module--tiles"><h3>Quick links</h3><div class="tile"><a href="/c">Report a claim</a></div><div class="tile"><a href="/o">{visit.pick("Get an offer", "Change your address")}</a></div></div><div class="module module--call"><p>We are there for you on {visit.pick("workdays", "all days")} from eight to
six.</p><a class="btn" href="/call">Call us</a></div><div class="foot">{bottom(visit)}</div>"""
    )


@kind(lines=lambda policy: [_STRIP, *policy.lines])
def notice_over_shop(policy: Policy, visit: Visit) -> str:
    """Two strips, one that sells and one that announces new terms; only the second belongs to the document."""
    return page(
        f"""<div class="{visit.css("s")}"><p>{visit.pick("Two pens for the price of one", "Free delivery until Sunday")}</p></div><div class="{visit.css("n")}"><p>{_STRIP}</p></div><div class="mn">{menu(visit)}</div><div class="tx"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div
class="ft">{bottom(visit)}</div>"""
    )


_STRIP = "Our Terms of Service and Privacy Policy will change on 12 June 2025."


@kind(lines=lambda policy: [*policy.lines, *_PARTNERS])
def processors_behind(policy: Policy, visit: Visit) -> str:
    """A list of processors with what they do, in a band of its own behind the text."""
    rows = "".join(f"<li>{line}</li>" for line in _PARTNERS[1:])
    return page(
        f"""<div class="a">{menu(visit)}</div><div class="b"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="c"><h2>{_PARTNERS[0]}</h2><ul>{rows}</ul></div><div class="d">{bottom(visit)}</div>"""
    )


_PARTNERS: list[str] = [
    "Companies that process data for us",
    "Harbour Hosting in Port Maren keeps our servers and processes all data that you store with us.",
    "Quillmail sends our letters and processes your name and your address for as long as you receive them.",
    "Maren Savings Bank processes your payments under the law of the islands.",
]


@kind()
def intranet_wiki(policy: Policy, visit: Visit) -> str:
    """A wiki with watch and edit links, a tree at the side, attachments and page views below the text."""
    return page(
        f"""<div id="header">{menu(visit)}</div><div id="tree"><ul>{links(visit.pick("Start,Rules", "Start,Rules,Forms"))}</ul></div><div id="content"><div class="pagetools"><a href="/edit">Edit</a> <a href="/watch">Watch</a></div><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<div
class="attachments"><h3>Attachments</h3><p>No attachments</p></div><div class="views">{visit.pick("311", "356")} views</div></div><div id="foot">{bottom(visit)}</div>"""
    )


@kind()
def podcast(policy: Policy, visit: Visit) -> str:
    """Episodes with dates and texts under the policy in the same article."""
    return page(
        f"""<div class="hdr">{menu(visit)}</div><article><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<section><h2>Latest episodes</h2><div><h3><a href="/e9">{visit.pick("9: The last inkwell", "10: A desk in the wind")}</a></h3><p>Ben meets the woman who fills
the last inkwells of the islands, drop by drop.</p></div><div><h3><a href="/e8">8: Blotting</a></h3><p>Why nobody throws away a blotter, and what can be read in them.</p></div></section></article><div class="ftr">{bottom(visit)}</div>"""
    )


@kind()
def charity(policy: Policy, visit: Visit) -> str:
    """A donation box with amounts beside the text, an appeal in a strip, charity number at the end."""
    return page(
        f"""<div class="appeal"><p>The storm took {visit.pick("forty", "fifty")} roofs. <a href="/give">Give what you can</a></p></div><div class="top">{menu(visit)}</div><div class="grid"><div class="g8"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="g4"><h3>Donate today</h3><form><label>Amount</label><input
type="text"><button>Give</button></form><p>Your gift puts a roof over a family.</p></div></div><div class="base">{bottom(visit)}</div>"""
    )


@kind()
def software_vendor(policy: Policy, visit: Visit) -> str:
    """A vendor's page: announcement of a webinar, sticky contents, a band with a demo, logos of customers, chat greeting."""
    contents = "".join(f'<a href="#s{n}">{one.heading}</a>' for n, one in enumerate(policy.sections))
    text = "".join(f'<h2 id="s{n}">{one.heading}</h2>{below(one)}' for n, one in enumerate(policy.sections))
    return page(
        f"""<a class="eyebrow-bar" href="/webinar">Webinar on {visit.pick("3 April", "9 May")}: notes for large teams. Save your seat</a><div class="nav-v2">{menu(visit)}</div><div class="legal-page"><div class="legal-page__side">{contents}</div><div class="legal-page__main"><h1>{policy.title}</h1><p>{policy.date}</p>{text}</div></div><div
class="{visit.css("cta")}"><h2>See Tidewell at work</h2><p>Half an hour with one of our people, made for your team.</p><a href="/demo">Book a demo</a></div><div class="logos"><p>Trusted by {visit.pick("900", "1,100")} teams</p></div><div class="{visit.css("ft")}">{bottom(visit)}</div><div class="{visit.css("drift")}">Hi!
Questions about pricing? Ask me.</div>"""
    )


@kind()
def game_studio(policy: Policy, visit: Visit) -> str:
    """An age gate in the page, a trailer box, community links, the policy in the third of four bands."""
    return page(
        f"""<div class="agegate"><h2>Enter your date of birth</h2><form><input type="text"><button>Enter</button></form></div><div class="band">{menu(visit)}</div><div class="band"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="band"><h3>Join the community</h3><p>Talk with {visit.pick("60,000", "70,000")} players
about maps, mods and tides.</p><a href="/chat">Join now</a></div><div class="band">{bottom(visit)}</div>"""
    )


@kind()
def law_firm(policy: Policy, visit: Visit) -> str:
    """A firm's page: people with portraits beside the text, insights behind it, an attorney advertising line."""
    return page(
        f"""<div class="hd">{menu(visit)}</div><div class="in"><div class="cn"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="sb"><h4>Key contacts</h4><p>Erin Vale<br>Partner, Port Maren</p></div></div><div class="ins"><h3>Latest insights</h3><div><a href="/i1"><h4>{visit.pick("Leases after the storm", "Who owns the shore?")}</h4></a><p>Our
colleagues look at what landlords and tenants may expect in the months to come.</p></div><div><a href="/i2"><h4>New rules for ferries</h4></a><p>From autumn on ferries carry more people; we say what that means.</p></div></div><div class="ft">{bottom(visit)}<p>Attorney advertising.</p></div>"""
    )


@kind()
def photo_portfolio(policy: Policy, visit: Visit) -> str:
    """A photographer's site of one column: big name, menu of words, captions of pictures below the policy."""
    return page(
        f"""<div class="name">ERIN VALE</div><div class="words">{links("Work,About,Contact", tag="")}</div><div class="col"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}</div><div class="strip3"><figure><img src="a.jpg"><figcaption>{visit.pick("Harbour at dawn, 2024", "Nets, 2025")}</figcaption></figure></div><div class="end">©
{visit.pick("2025", "2026")} Erin Vale</div>"""
    )
