"""Pages in which furniture looks like text, or text like furniture."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, banner, below, bottom, kind, links, menu, page, prose, related


def _framed(policy: Policy, visit: Visit, after: str, before: str = "", text: str = "") -> str:
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main>{before}<div class="text"><h1>{policy.title}</h1><p>{policy.date}</p>
{text or prose(policy)}</div>{after}</main><footer>{bottom(visit)}</footer>{banner(visit)}"""
    )


@kind()
def plain_button_accordion(policy: Policy, visit: Visit) -> str:
    """Buttons that open the panel behind them, and say so by nothing but their class."""
    text = "".join(
        f'<button class="accordion">{one.heading}</button><div class="panel">{below(one)}</div>'
        for one in policy.sections
    )
    return _framed(policy, visit, "", text=text)


@kind()
def checkbox_accordion(policy: Policy, visit: Visit) -> str:
    """Labels of hidden boxes open the panels."""
    text = "".join(
        f'<div class="tab"><input type="checkbox" id="t{n}"><label class="tab-label" for="t{n}">{one.heading}</label><div class="tab-content">'
        f"{below(one)}</div></div>"
        for n, one in enumerate(policy.sections)
    )
    return _framed(policy, visit, "", text=text)


@kind()
def linked_headings(policy: Policy, visit: Visit) -> str:
    """Headings that link to themselves, each with a sign, a hint and a button to copy the link."""
    text = "".join(
        f"""<h2 id="s{n}"><a href="#s{n}">{one.heading}</a><a class="anchor" href="#s{n}" aria-label="Link to this heading">#</a><button>Copy
link</button></h2>{below(one)}"""
        for n, one in enumerate(policy.sections)
    )
    return _framed(policy, visit, "", text=text)


def _cards(visit: Visit) -> str:
    first = (("Ten ways to write", "A good note is short, has a title and says when it was written; nine more hints."),
             ("Meet the team", "Four people from our office tell how they came to the islands and what they write."))  # fmt: skip
    later = (
        (
            "Paper or screen",
            "We asked two thousand people on what they write, and the answer surprised all of us.",
        ),
    )
    return "".join(
        f'<article class="card"><a href="/blog/{n}"><h3>{title}</h3></a><p>{text}</p><span>3 min read</span></article>'
        for n, (title, text) in enumerate((visit.pick("", "x") and (*later, first[0])) or first)
    )


@kind()
def teasers_below(policy: Policy, visit: Visit) -> str:
    """Cards of other articles below the text, each with a sentence of its own."""
    return _framed(
        policy,
        visit,
        f'<section class="latest"><h2>Latest from our blog</h2><div class="cards">{_cards(visit)}</div></section>',
    )


@kind()
def teasers_in_related(policy: Policy, visit: Visit) -> str:
    """The same with an honest class name."""
    return _framed(
        policy,
        visit,
        f'<section class="related-posts"><h2>You might also like</h2><div>{_cards(visit)}</div></section>',
    )


@kind()
def call_to_action(policy: Policy, visit: Visit) -> str:
    """A box of advertising below the text."""
    return _framed(
        policy,
        visit,
        """<section class="cta"><h2>Start writing today</h2><p>Join two million people who keep their thoughts in one place.</p><a
href="/go">Try it for free</a></section>""",
    )


@kind()
def contact_form_below(policy: Policy, visit: Visit) -> str:
    """A form to get in touch below the text."""
    return _framed(
        policy,
        visit,
        """<section class="contact"><h2>Get in touch</h2><form><label>Your name</label><input><label>Your message</label><textarea>
</textarea><p>We will use your address to answer you and for nothing else whatsoever, I promise.</p><button>Send</button></form></section>""",
    )


@kind()
def main_without_text(policy: Policy, visit: Visit) -> str:
    """A main element that holds the hero only, the text behind it."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main class="hero"><h1>{policy.title}</h1></main><div class="legal"><p>{policy.date}</p>
{prose(policy)}</div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def menu_inside_main(policy: Policy, visit: Visit) -> str:
    """The site's whole menu and footer inside main, as plain lists."""
    return page(
        f"""<main><div class="x">{menu(visit)}</div><div class="y"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div
class="z">{bottom(visit)}</div></main>"""
    )


@kind()
def hub_of_documents(policy: Policy, visit: Visit) -> str:
    """A legal hub: a column of all documents beside the one that is open."""
    documents = "".join(
        f'<li><a href="/legal/{n}">Document {n} of our terms and policies</a></li>' for n in range(40)
    )
    return page(
        f"""<div id="root"><div class="top">{menu(visit)}</div><div class="hub"><div class="column"><h3>Legal documents</h3><ul>{documents}</ul>
</div><div class="pane"><h1>{policy.title}</h1><div>{policy.date}</div>{prose(policy)}</div></div><div class="end">{bottom(visit)}</div></div>"""
    )


@kind()
def app_download(policy: Policy, visit: Visit) -> str:
    """A banner for the application on top, badges of stores, ratings."""
    return page(
        f"""<div class="smart-banner"><div>Tidewell: write and keep</div><div>{visit.pick("4.7", "4.8")} ★ 12,{visit.pick("301", "417")} ratings</div>
<a href="https://store.example/app">Open in app</a></div><header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</main><div class="badges"><a href="https://store.example/a">Download on the store</a></div><footer>{bottom(visit)}</footer>"""
    )


@kind()
def login_state(policy: Policy, visit: Visit) -> str:
    """A strip on top that depends on whether one is known, and a survey over the page."""
    known = (
        "<div>Welcome back</div>"
        if visit.later
        else '<div><a href="/login">Log in</a> <a href="/join">Create account</a></div>'
    )
    survey = (
        ""
        if visit.later
        else '<div class="survey" role="dialog"><p>How likely are you to recommend Tidewell to a friend?</p></div>'
    )
    return page(f"""{known}<div class="m">{menu(visit)}</div><div class="t"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div>{survey}
<div class="b">{bottom(visit)}</div>""")


@kind()
def sections_in_grids(policy: Policy, visit: Visit) -> str:
    """Headings in one column, text in the other, every section a grid."""
    text = "".join(
        f'<div class="grid"><div class="left"><h3>{one.heading}</h3></div><div class="right">{below(one)}</div></div>'
        for one in policy.sections
    )
    return page(
        f"""<div class="nav-wrap"><div>{menu(visit)}</div></div><div class="hero"><h1>{policy.title}</h1></div><div class="meta"><div>{policy.date}
</div></div><div class="body">{text}</div><div class="foot">{bottom(visit)}</div>"""
    )


@kind()
def unnamed_consent(policy: Policy, visit: Visit) -> str:
    """A window for consent with hashed names, a sibling of the text, at one of two visits."""
    window = """<div class="q8x"><div><h2>Before you continue</h2><p>We use cookies and data to deliver our services and to measure how they are
used. If you choose to accept all cookies, we will also use them for advertising.</p><p>You can change your choice about cookies at any time.
</p><button>Accept all</button><button>Reject all</button></div></div>"""
    return page(
        f"""{"" if visit.later else window}<div class="k2"><div>{menu(visit)}</div><div class="k3"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div><div>{bottom(visit)}</div></div>"""
    )


@kind()
def feedback_in_main(policy: Policy, visit: Visit) -> str:
    """A question whether the page helped, and links to share it, in main behind the text."""
    return _framed(
        policy,
        visit,
        f"""<div class="fb"><p>Was this page helpful?</p><button>Yes</button><button>No</button></div><div class="sh"><span>Share this page</span>
<a href="https://f.example/s?u={visit.token()}">Face</a><a href="https://t.example/s">Bird</a></div><div><h3>Related articles</h3>{related(visit)}
</div><p><a href="#top">Back to top</a></p>""",
    )


@kind()
def definition_tooltips(policy: Policy, visit: Visit) -> str:
    """Words with a tooltip each."""
    text = prose(policy).replace(
        "legal basis.",
        '<span class="term">legal basis<span role="tooltip">What the law allows us to do.</span></span>.',
    )
    return _framed(policy, visit, "", text=text)


@kind()
def widget_templates(policy: Policy, visit: Visit) -> str:
    """Widgets with shadow roots and templates that are furniture beside plain text."""
    widget = f"""<chat-widget><template shadowrootmode="open"><div>Hi! How can we help you today? We usually answer in {visit.pick("two", "five")}
minutes, day and night, in seven languages.</div></template></chat-widget><template id="row"><p>A row of the list that scripts
will fill in later with what they find on the server.</p></template>"""
    return _framed(policy, visit, "", before=widget)


@kind()
def links_in_sections(policy: Policy, visit: Visit) -> str:
    """Sections that end in lists of links to settings."""
    text = "".join(f"<section><h2>{one.heading}</h2>{below(one)}</section>" for one in policy.sections)
    return _framed(
        policy,
        visit,
        "",
        text=text.replace("Your rights", "Your rights"),
        before=f'<ul class="crumbs">{links("Home,Legal")}</ul>',
    )


def _component(name: str) -> None:
    def component(policy: Policy, visit: Visit) -> str:
        """Every section in a component whose class name is that of furniture."""
        text = "".join(
            f'<div class="{name}"><h2>{one.heading}</h2>{below(one)}</div>' for one in policy.sections
        )
        return _framed(policy, visit, "", text=text)

    component.__name__ = f"sections_named_{name}"
    kind()(component)


for _name in ("menu", "modal", "cta", "sidebar", "newsletter", "related", "nav"):
    _component(_name)
