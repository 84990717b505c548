"""Pages of publishers, shops, offices and apps, written after the kinds in `platforms` and `frameworks` were read rightly."""

from __future__ import annotations

from dataclasses import replace

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
    section,
    table,
)


@kind()
def telecom_with_mega_menu(policy: Policy, visit: Visit) -> str:
    """A carrier: a menu with teasers in it, steps of a path, a chat that greets, legal notes with numbers below."""
    return page(
        f"""<div id="gnav"><div class="mega"><div class="col"><h3>Phones</h3>{menu(visit)}</div><div class="col promo"><h3>{visit.pick("Summer plan", "Winter plan")}</h3><p>Twice the data for the same price until the end of the month, for new and old customers.</p><a href="/o">See the offer</a></div></div></div>
<ol class="path"><li><a href="/">Home</a></li><li><a href="/legal">Legal</a></li><li>Privacy Policy</li></ol><section class="hero-small"><h1>{policy.title}</h1></section><section class="content-block"><div class="wrap"><p class="date">{policy.date}</p>{prose(policy)}</div></section>
<section class="legal-notes"><div class="wrap"><p><sup>1</sup> Offer for new customers, {visit.pick("24", "12")} months, one fee for the connection.</p></div></section><div class="globalfooter">{bottom(visit)}</div><div class="chat-launcher" role="complementary"><p>Hi, I am Tia. May I help you?</p></div>"""
    )


@kind(
    either=(
        "Office for digital matters",
        "Quay Street 1 Port Maren Phone 555 0100",
        "Open Monday to Friday, 9 to 12",
    )
)
def city_portal(policy: Policy, visit: Visit) -> str:
    """A town: alerts on top, a box to hear the page read, text sizes, contact card of the office, "was this useful"."""
    return page(
        f"""<div class="alert-strip"><strong>Notice:</strong> {visit.pick("The town hall is closed on Friday.", "Water is off in Quay Street on Monday.")}</div><div class="tools"><a href="#" class="rs">Listen</a> <span>A</span> <span>A+</span> <span>A++</span></div><header><a href="/">Town of Port Maren</a>{menu(visit)}</header><main
id="main"><div class="region-content"><h1 class="page-header">{policy.title}</h1><div class="field field--name-body"><p>{policy.date}</p>{prose(policy)}</div><div class="contact-card"><h2>Office for digital matters</h2><p>Quay Street 1<br>Port Maren<br><a href="tel:1">Phone 555 0100</a></p><p>Open Monday to Friday, 9 to 12</p></div><fieldset
class="useful"><legend>Was this page useful?</legend><label><input type="radio"> Yes</label><label><input type="radio"> No</label></fieldset></div></main><footer>{bottom(visit)}</footer>"""
    )


@kind(
    either=(
        "Port Maren Bank is a member of the deposit insurance. Investments may lose value and are not insured.",
    )
)
def bank_with_login_panel(policy: Policy, visit: Visit) -> str:
    """A bank: a panel to log in, a warning of fraud, a rate ticker, disclosures of the deposit insurance below."""
    return page(
        f"""<div class="ticker">Savings {visit.pick("3.10", "2.95")} % · Mortgage {visit.pick("4.20", "4.05")} %</div><div class="top"><div class="login-panel"><h2>Online banking</h2><form><label>User ID</label><input><label>Password</label><input type="password"><button>Log in</button><a href="/f">Forgot password?</a></form></div>{menu(visit)}</div><div
class="page-body"><div class="text-col"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy, level=3)}</div></div><div class="disclosures"><p>Port Maren Bank is a member of the deposit insurance. Investments may lose value and are not insured.</p></div><div class="ft">{bottom(visit)}</div>"""
    )


@kind()
def streaming_help(policy: Policy, visit: Visit) -> str:
    """A streaming service: account strip, sections each in a card with a link to copy, other legal documents as tabs."""
    cards = "".join(
        f"""<div class="card" id="c{n}"><div class="card-head"><h2>{one.heading}</h2><button aria-label="Copy link to section">🔗</button></div>{below(one)}</div>"""
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<div class="account-strip">{visit.pick("Sign in", "Hi, Anna")}</div><div class="tabs" role="tablist">{"".join(f'<a role="tab" href="/{w}">{w.title()}</a>' for w in ("terms", "privacy", "cookies", "corporate"))}</div><div class="layout"><div class="legal-doc"><h1>{policy.title}</h1><p>{policy.date}</p>{cards}</div></div><div class="links-row">{links("FAQ,Help Center,Terms of Use,Privacy,Cookie Preferences,Corporate Information", tag="span")}</div>
<div class="contact-us"><p>Questions? Call 555-0100</p></div>{banner(visit)}"""
    )


@kind()
def react_without_tags(policy: Policy, visit: Visit) -> str:
    """An application whose every line is a div with a class of a build, the title repeated in a bar that sticks."""
    c = visit.css
    lines = "".join(
        f'<div class="{c("h")}">{one.heading}</div>'
        + "".join(f'<div class="{c("p")}">{words}</div>' for words in one.paragraphs)
        + items(one)
        + table(one)
        for one in policy.sections
    )
    return page(
        f"""<div id="root"><div class="{c("bar")}"><div class="{c("logo")}">Tidewell</div><div class="{c("nav")}">{links("Product,Pricing,Docs,Sign in", tag="div")}</div></div><div class="{c("stick")}"><div>{policy.title}</div></div><div class="{c("doc")}"><h1 class="{c("t")}">{policy.title}</h1><div class="{c("d")}">{policy.date}</div>{lines}</div><div class="{c("f")}"><div
class="{c("g")}">{links("Privacy,Terms,Status,Careers", tag="div")}</div><div class="{c("c")}">© {visit.pick("2025", "2026")} Tidewell Notes Limited</div></div></div>"""
    )


@kind()
def university_department(policy: Policy, visit: Visit) -> str:
    """A university: quick links, a column with other rules of the house, last modified by a name at the end."""
    return page(
        f"""<div id="quicklinks"><h2>Quick Links</h2>{links("Students,Staff,Library,Webmail")}</div><div id="banner"><a href="/">University of Port Maren</a></div>{menu(visit)}<div id="container"><div id="leftcol"><h3>Policies</h3><ul>{links("Accessibility,Copyright,Information security,Records")}</ul></div><div id="maincol"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}<hr><p class="small">Page maintained by <a href="mailto:web@u.example">Web Services</a> | <a href="/feedback">Feedback on this page</a></p></div></div><div id="foot">{bottom(visit)}</div>"""
    )


@kind(either=("“It simply works, on the train and at sea.”", "Erin, sailor"))
def webflow_rich_text(policy: Policy, visit: Visit) -> str:
    """A site builder's rich text beside a list of sections made by a script, a band that asks for a demo, a review quote."""
    toc = "".join(
        f'<a href="#h{n}" class="toc-item w-inline-block"><div>{one.heading}</div></a>'
        for n, one in enumerate(policy.sections)
    )
    body = "".join(section(one).replace("<h2>", f'<h2 id="h{n}">') for n, one in enumerate(policy.sections))
    return page(
        f"""<div class="page-wrapper"><div class="navbar w-nav" role="banner">{menu(visit)}</div><main class="main-wrapper"><header class="section_hero"><div class="padding-global"><h1 class="heading-style-h1">{policy.title}</h1><div class="text-size-medium">{policy.date}</div></div></header><section class="section_content"><div class="content-grid"><div class="toc">{toc}</div><div
class="text-rich-text w-richtext">{body}</div></div></section><section class="section_testimonial"><blockquote>“It simply works, on the train and at sea.”</blockquote><div>Erin, sailor</div></section><section class="section_cta"><h2>Ready to write?</h2><p>Start today, pay when you like it.</p><a href="/d" class="button w-button">Book a
demo</a></section></main><footer class="footer">{bottom(visit)}</footer></div>"""
    )


@kind()
def app_store_listing_style(policy: Policy, visit: Visit) -> str:
    """A small game's page: screenshots, badges of shops, the policy below "Privacy Policy", more games of the maker."""
    return page(
        f"""<div class="hero"><img alt="Icon" src="i.png"><div class="appname">Tide Puzzle</div><a href="/ios"><img alt="Download on the App Store"></a><a href="/gp"><img alt="Get it on Google Play"></a></div><div class="doc"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="more-games"><h2>More games</h2><div class="game"><a
href="/g1">{visit.pick("Harbour Hop", "Gull Run")}</a></div><div class="game"><a href="/g2">Knots</a></div></div><div class="cr">© {visit.pick("2025", "2026")} Tidewell Games</div>"""
    )


@kind()
def hospital_with_notice(policy: Policy, visit: Visit) -> str:
    """A clinic: "Skip", phone on top, search for doctors, printable versions in languages above the text, locations below."""
    return page(
        f"""<div class="eyebrow"><a href="tel:5550100">Call 555-0100</a><a href="/mychart">MyChart</a><a href="/pay">Pay a bill</a></div><header>{menu(visit)}<form role="search"><input placeholder="Search for doctors"></form></header><div class="main-content"><h1>{policy.title}</h1><div class="downloads"><p>Download a printable copy: <a href="/en.pdf">English</a> | <a
href="/es.pdf">Español</a></p></div><p>{policy.date}</p>{prose(policy)}<div class="locations"><h2>Our locations</h2><div class="loc"><a href="/l1">{visit.pick("Harbour Clinic", "Hill Clinic")}</a></div><div class="loc"><a href="/l2">Quay Hospital</a></div></div></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def forum_announcement(policy: Policy, visit: Visit) -> str:
    """A forum: the policy as the first post, with author, rank, number of posts, signature and reactions; a reply box."""
    return page(
        f"""<div class="p-nav">{menu(visit)}</div><div class="p-body"><h1 class="p-title-value">{policy.title}</h1><div class="block-outer"><a href="/prev">Prev</a> <a href="/next">Next</a></div><article class="message"><div class="message-cell message-cell--user"><h4 class="message-name">Skipper</h4><h5 class="userTitle">Administrator</h5><dl><dt>Messages</dt><dd>{visit.pick("1,204", "1,377")}</dd><dt>Reaction
score</dt><dd>{visit.pick("311", "350")}</dd></dl></div><div class="message-cell message-cell--main"><ul class="message-attribution"><li><a href="#post-1">#1</a></li></ul><div class="message-content"><div class="bbWrapper"><p>{policy.date}</p>{prose(policy, level=3)}</div></div><div class="reactionsBar">Reactions: <a href="/r">{visit.pick("Mara and 3 others", "Mara, Ola and 7 others")}</a></div></div></article><div
class="block-outer-opposite">You must log in or register to reply here.</div></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def hotel_booking(policy: Policy, visit: Visit) -> str:
    """A hotel: booking bar with dates, gallery captions, the text in a fold of "Read more", awards and newsletter below."""
    return page(
        f"""<div class="bookbar"><form><label>Arrival</label><input type="date"><label>Departure</label><input type="date"><button>Check availability</button></form></div><div class="nav">{menu(visit)}</div><div class="gallery"><figure><img src="a.jpg" alt=""><figcaption>{visit.pick("The lobby at night", "The pier in summer")}</figcaption></figure></div><div class="txt"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div><div class="awards"><h3>Awards</h3><p>House of the year {visit.pick("2024", "2025")}</p></div><div class="nl"><h3>Letters from the sea</h3><p>News and rates, four times a year.</p><form><input type="email"><button>Subscribe</button></form></div><div class="bot">{bottom(visit)}</div>"""
    )


@kind()
def marketplace_seller_pages(policy: Policy, visit: Visit) -> str:
    """A marketplace's rules: a tree of articles, "In this article", notes in boxes, the next article, votes with counts."""
    jumps = "".join(f'<li><a href="#a{n}">{one.heading}</a></li>' for n, one in enumerate(policy.sections))
    body = "".join(f'<div id="a{n}">{section(one)}</div>' for n, one in enumerate(policy.sections))
    return page(
        f"""<div class="top">{menu(visit)}</div><div class="cols"><div class="tree"><details open><summary>Rules</summary><ul>{links("Listings,Fees,Returns")}</ul></details></div><div class="article"><h1>{policy.title}</h1><div class="sub">{policy.date}</div><div class="in-article"><strong>In this article</strong><ul>{jumps}</ul></div><div class="copy">{body}</div><div class="pager"><a href="/n">Next:
{visit.pick("Fees", "Returns")}</a></div><div class="votes"><span>Helpful ({visit.pick("12", "31")})</span><span>Not helpful ({visit.pick("3", "4")})</span></div></div></div><div class="bottom">{bottom(visit)}</div>"""
    )


@kind()
def letter_for_subscribers(policy: Policy, visit: Visit) -> str:
    """A newspaper's page: by which desk, and amid the text an offer of a letter, which readers who are signed in get by a click."""
    half = len(policy.sections) // 2
    before, after = (
        replace(policy, sections=policy.sections[:half]),
        replace(policy, sections=policy.sections[half:]),
    )
    return page(
        f"""<header>{menu(visit)}</header><main><article><header><h1>{policy.title}</h1><div class="{visit.css("b")}"><p>By <span>The Legal Desk</span></p></div><div>{policy.date}</div></header><section><div>{prose(before)}</div><div role="complementary"><h2>The {visit.pick("Morning", "Evening")} Sheet</h2><p>Make sense of the news of the
day. Delivered to your inbox.</p><form><button>Sign up</button></form></div><div>{prose(after)}</div></section></article></main><footer>{bottom(visit)}</footer>"""
    )


@kind(
    lines=lambda policy: [policy.title, "What we know about readers", *policy.lines[1:]],
    either=("Jun 4, 2021",),
)
def platform_with_counts(policy: Policy, visit: Visit) -> str:
    """A platform for writers with hashed classes: a second line of the title, the author's name, a day, how many liked it."""
    return page(
        f"""<div class="a b"><div class="d"><a href="https://app.example">Open in app</a><div><button>Sign up</button></div></div><article><section><div class="gs"><h1 class="hy">{policy.title}</h1><h2 class="ix">What we know about readers</h2><div class="jh"><div><p><a class="af" href="/@tidewell">Tidewell Notes</a></p><p><button>Follow</button></p>
<span>Jun 4, 2021</span></div><div><div><button>--</button></div><p class="be">{visit.pick("48", "1204")}</p></div></div><p>{policy.date}</p>{prose(policy)}</div></section></article><div class="foot">{bottom(visit)}</div></div>"""
    )


@kind()
def paper_with_closed_comments(policy: Policy, visit: Visit) -> str:
    """A German paper: "Von" and the desk below the day, and in a box with a name of two words a sentence that comments are closed."""
    return page(
        f"""<header>{menu(visit)}</header><main><article class="story"><h1 class="storyHeadline">{policy.title}</h1><p>{policy.date}</p><p class="storyNames">Von: <a href="/autor/red"><span>Redaktion</span></a></p>{prose(policy)}</article><section class="storyTeasers"><h2>Auch interessant</h2><div><a href="/a"><h3>{visit.pick("Fähre bleibt im Hafen", "Nebel über der Bucht")}</h3><p>Der Nebel hält sich länger als gedacht.</p></a></div></section><section
class="storyComments"><h2>Kommentare</h2><p>Liebe Leserinnen, liebe Leser, die Funktion für Kommentare ist geschlossen.</p></section></main><footer>{bottom(visit)}</footer>"""
    )
