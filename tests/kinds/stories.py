"""Teasers, stories, promotions and advertisements around the text or in it."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, bottom, kind, links, menu, page, prose

_STORIES = (
    ("The robin that would not leave", "Ada Moss", "For three winters a robin came to the same kitchen window. Our reporter asked why it stayed."),
    ("A city of swifts", "Ben Alder", "In June the sky over the old mill fills with swifts, and engineers build walls for them."),
    ("Why we count", "Cleo Reed", "Ten thousand people counted birds on one weekend, and what came out surprised them all."),
    ("The owl in the tower", "Dan Holt", "At night an owl leaves the church tower for the meadows. Nobody knew until a child looked up."),
)  # fmt: skip
"""Headline, author and first sentences of stories."""


def _shown(visit: Visit) -> tuple[tuple[str, str, str], ...]:
    return _STORIES[1:] if visit.later else _STORIES[:3]


def _framed(policy: Policy, visit: Visit, after: str = "", before: str = "", beside: str = "") -> str:
    return page(
        f"""<div id="masthead"><a href="/">Tidewell</a>{menu(visit)}</div><div id="site">{before}<div class="static-page"><h1>{policy.title}</h1><p>
{policy.date}</p>{prose(policy)}{after}</div>{beside}</div><div id="colophon">{bottom(visit)}</div>"""
    )


def _middle(policy: Policy, visit: Visit, between: str) -> str:
    half = len(policy.sections) // 2
    start, end = Policy("", "", policy.sections[:half]), Policy("", "", policy.sections[half:])
    return page(
        f"""<div id="masthead"><a href="/">Tidewell</a>{menu(visit)}</div><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(start)}{between}
{prose(end)}</main><div id="colophon">{bottom(visit)}</div>"""
    )


@kind()
def popular_list(policy: Policy, visit: Visit) -> str:
    """A list of popular stories with headline, author and sentence behind the policy, in its container."""
    cards = "".join(
        f'<li><a href="/{n}"><h3>{title}</h3></a><p class="byline">{who}</p><p>{text}</p></li>'
        for n, (title, who, text) in enumerate(_shown(visit))
    )
    return _framed(policy, visit, f'<div class="popular-posts"><h2>Most read</h2><ol>{cards}</ol></div>')


@kind()
def story_cards_of_divs(policy: Policy, visit: Visit) -> str:
    """Cards as divs, headline in a link, no list and no article."""
    cards = "".join(
        f'<div class="teaser"><div class="teaser__img"></div><div class="teaser__title"><a href="/s/{n}">{title}</a></div><div class="teaser__text">{text}</div></div>'
        for n, (title, _, text) in enumerate(_shown(visit))
    )
    return _framed(
        policy, visit, f'<div class="more-stories"><div class="label">More stories</div>{cards}</div>'
    )


@kind()
def stories_in_a_side_column(policy: Policy, visit: Visit) -> str:
    """The same beside the text, in a column with a name of a grid."""
    cards = "".join(
        f'<div class="item"><h4><a href="/s/{n}">{title}</a></h4><p>{text}</p></div>'
        for n, (title, _, text) in enumerate(_shown(visit))
    )
    return _framed(policy, visit, beside=f'<div class="col-md-4"><h3>Trending now</h3>{cards}</div>')


@kind()
def blog_posts_in_a_footer_row(policy: Policy, visit: Visit) -> str:
    """Latest posts with dates in a row above the footer."""
    cards = "".join(
        f'<div class="post"><span class="post-date">{n + 3} {visit.pick("March", "April")} 2025</span><h5><a href="/s/{n}">{title}</a></h5><p>{text}</p><a href="/s/{n}">Read more</a></div>'
        for n, (title, _, text) in enumerate(_shown(visit))
    )
    return _framed(policy, visit, beside=f'<div class="row latest-news"><h3>From the blog</h3>{cards}</div>')


@kind()
def sponsored_links(policy: Policy, visit: Visit) -> str:
    """A widget of sponsored stories of other sites behind the text."""
    cards = "".join(
        f'<div class="trc_item"><a href="https://ads{n}.example/x"><span class="title">{title}</span><span class="branding">{who} | Sponsored</span></a></div>'
        for n, (title, who, _) in enumerate(_shown(visit))
    )
    return _framed(
        policy,
        visit,
        f'<div id="taboola-below-article" class="trc_related_container"><div class="trc_header">You may like</div>{cards}</div>',
    )


@kind()
def advertisement_in_text(policy: Policy, visit: Visit) -> str:
    """A slot for advertisements between two sections."""
    offer = visit.pick("Save 50% on notebooks today", "Pens that never run dry")
    return _middle(
        policy,
        visit,
        f'<div class="ad-slot" id="google_ads_{visit.token()}"><div>Advertisement</div><a href="https://ads.example/x">{offer}</a></div>',
    )


@kind()
def advertisement_by_wrapper(policy: Policy, visit: Visit) -> str:
    """The same with a name of another ad server, a label and a sentence."""
    offer = visit.pick(
        "The pen that writes for a year without ink. Now at half price.",
        "Ten thousand pages in your pocket, from nine crowns a month.",
    )
    return _middle(
        policy,
        visit,
        f'<aside class="advert advert--inline"><span class="advert__label">Advertisement</span><div id="div-gpt-ad-1"><p><a href="https://ads.example/x">{offer}</a></p></div></aside>',
    )


@kind()
def promotion_of_the_product(policy: Policy, visit: Visit) -> str:
    """A band that sells the product behind the text, with a hashed name."""
    return _framed(
        policy,
        visit,
        beside=f"""<div class="{visit.css("band")}"><h2>Ready to write more?</h2><p>{visit.pick("Two", "Three")} million people already keep their notes with us. Start for free, no card needed.</p>
<a class="button" href="/signup">Get started</a><a class="button" href="/tour">Take the tour</a></div>""",
    )


@kind()
def promotion_in_a_column(policy: Policy, visit: Visit) -> str:
    """A box beside the text with an offer and a button."""
    return _framed(
        policy,
        visit,
        beside=f"""<div class="rail"><div class="box"><h3>Try Tidewell Plus</h3><p>Unlimited notebooks, offline copies and a searchable archive for {visit.pick("four", "five")} crowns a
month.</p><a class="btn" href="/plus">Start your trial</a></div><div class="box"><h3>Get the newsletter</h3><p>Hints for better notes, once a month and never more often than
that.</p><form><input type="email"><button>Subscribe</button></form></div></div>""",
    )


@kind()
def recommendation_of_courses(policy: Policy, visit: Visit) -> str:
    """A school's page: courses with a price each behind the text."""
    first = ("Writing for beginners,120", "Notes at work,90", "Shorthand in a week,150")
    later = ("Shorthand in a week,150", "Drawing plans,80", "Letters that work,60")
    cards = "".join(
        f'<div class="course"><h4><a href="/c">{name}</a></h4><span class="price">{price} crowns</span><a class="btn" href="/c">Enrol</a></div>'
        for name, price in (one.split(",") for one in (later if visit.later else first))
    )
    return _framed(
        policy,
        visit,
        beside=f'<section class="courses"><h2>Popular courses</h2><div class="grid">{cards}</div></section>',
    )


@kind()
def products_seen(policy: Policy, visit: Visit) -> str:
    """A shop's carousel of products that one looked at."""
    names = visit.pick("Cork notebook,Lined pad,Fountain pen", "Fountain pen,Blotter,Brass clip").split(",")
    cards = "".join(
        f'<li class="product"><a href="/p/{n}"><span class="name">{name}</span><span class="price">{n + 9},00</span></a><button>Add to basket</button></li>'
        for n, name in enumerate(names)
    )
    return _framed(
        policy,
        visit,
        f'<div class="recently-viewed"><h2>Recently viewed</h2><ul class="products">{cards}</ul></div>',
    )


@kind()
def testimonials(policy: Policy, visit: Visit) -> str:
    """What customers say, in quotations, behind the text."""
    said = visit.pick(
        "I have not lost a single thought since I write with Tidewell, and my desk is empty.",
        "Our whole office writes with it. Nobody asks any longer where something stands.",
    )
    return _framed(
        policy,
        visit,
        beside=f'<div class="testimonials-slider"><h3>What our customers say</h3><blockquote><p>{said}</p><cite>Erin Vale, teacher</cite></blockquote></div>',
    )


@kind()
def figures_of_social_media(policy: Policy, visit: Visit) -> str:
    """Follow us, counters and a stream of posts behind the text."""
    return _framed(
        policy,
        visit,
        beside=f"""<div class="social-wall"><h3>Follow us</h3>{links("Chirp,Pictures,Videos", tag="span")}<p>{visit.pick("12,402", "12,777")} followers</p><div class="post"><p>
{visit.pick("Look what we found in our archive: a notebook from 1911, every page full.", "Our new office has windows to the sea. Come and write with us on Thursday.")}</p></div></div>""",
    )


@kind()
def newsletter_band(policy: Policy, visit: Visit) -> str:
    """A band for the newsletter with a consent text below its field, with names of a form service."""
    return _framed(
        policy,
        visit,
        beside=f"""<div class="klaviyo-form-{visit.token()}"><h3>Join the club</h3><p>Be the first to hear of new notebooks and get {visit.pick("ten", "twelve")} percent off your first order.</p><form><input
type="email"><button>Join</button></form><p class="small">By signing up you agree to receive letters from us. You can leave the list whenever you like.</p></div>""",
    )


@kind()
def events_in_a_column(policy: Policy, visit: Visit) -> str:
    """A town's page: dates of events beside the text."""
    events = visit.pick(
        "3 May 2025|Market day,9 May 2025|Open library", "9 May 2025|Open library,17 May 2025|Boat race"
    ).split(",")
    listed = "".join(
        f'<li><time>{day}</time><a href="/e/{n}">{name}</a></li>'
        for n, (day, name) in enumerate(one.split("|") for one in events)
    )
    return _framed(
        policy,
        visit,
        beside=f'<div class="right-col"><h2>Events</h2><ul>{listed}</ul><a href="/events">All events</a></div>',
    )


@kind()
def tag_cloud_and_archive(policy: Policy, visit: Visit) -> str:
    """A blog's column: about the author, archive of months, tags."""
    return _framed(
        policy,
        visit,
        beside=f"""<div class="column-right"><div class="widget"><h4>About me</h4><p>I am Erin, I teach at a school by the sea and write about paper, ink and all that goes
with them.</p></div><div class="widget"><h4>Archive</h4><ul>{links(visit.pick("March 2025,February 2025", "April 2025,March 2025,February 2025"))}</ul></div><div class="widget"><h4>
Tags</h4>{links("ink,paper,pens,school", tag="")}</div></div>""",
    )


@kind()
def prose_menu(policy: Policy, visit: Visit) -> str:
    """A mega menu of plain divs: each entry with a sentence of its own."""
    entries = (
        ("Notes", "Write down what matters on every device that you own."),
        ("Teams", "Share notebooks with the people you work with, near and far."),
        ("Schools", "A quiet place for pupils to write, free for teachers."),
        ("Archive", "Keep old letters for as long as you want, and find them."),
    )[: 3 if visit.later else 4]
    text = "".join(
        f'<div class="mm-item"><a href="/{name.lower()}"><div class="mm-title">{name}</div><div class="mm-text">{said}</div></a></div>'
        for name, said in entries
    )
    return page(
        f"""<div class="mm"><div class="mm-panel">{text}</div></div><div class="legal-page"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div
class="bottom">{bottom(visit)}</div>"""
    )


@kind()
def divs_for_menus(policy: Policy, visit: Visit) -> str:
    """Menus as divs of divs, text and menu in one container, nothing named."""
    entries = "".join(
        f"<div><a href='/{n}'>{name}</a></div>"
        for n, name in enumerate(
            visit.pick("Home,Shop,Stories,Basket", "Home,Shop,Gifts,Stories,Basket").split(",")
        )
    )
    more = "".join(
        f"<div><a href='/{n}'>{name}</a></div>"
        for n, name in enumerate(("Imprint", "Terms", "Returns", "Jobs"))
    )
    return page(
        f"""<div><div>{entries}</div><div><div><h1>{policy.title}</h1></div><div>{policy.date}</div>{prose(policy)}</div><div>{more}</div><div>Tidewell Notes Limited, all
rights reserved</div></div>"""
    )


@kind()
def spans_for_menus(policy: Policy, visit: Visit) -> str:
    """Entries of a menu that are spans with scripts, without addresses."""
    names = visit.pick("Home,Features,Pricing,Sign in", "Home,Features,Customers,Pricing,Sign in").split(",")
    entries = "".join(
        f'<div class="nav-item" onclick="go({n})"><span>{name}</span></div>' for n, name in enumerate(names)
    )
    return page(
        f"""<div id="app"><div class="top-nav">{entries}</div><div class="policy-view"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="app-foot"><span>About</span>
<span>Jobs</span><span>Help</span><span>© {visit.pick("2025", "2026")} Tidewell</span></div></div>"""
    )
