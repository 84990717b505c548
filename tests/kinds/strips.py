"""Strips, banners and dialogs: those that sell go, those that announce a change of the policy stay."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, bottom, kind, menu, page, prose, section

_NOTICE = "We are updating our Privacy Policy. The new version applies from 1 May 2025."


def _bare(policy: Policy, visit: Visit, strip: str, after: str = "") -> str:
    """The policy in the body itself, as on small sites."""
    return page(
        f"{strip}<h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}{after}<p>© {visit.pick('2025', '2026')} Tidewell Notes Limited</p>"
    )


def _boxed(policy: Policy, visit: Visit, strip: str, after: str = "") -> str:
    return page(
        f"""{strip}<div class="header">{menu(visit)}</div><div class="content"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div>{after}
<div class="footer">{bottom(visit)}</div>"""
    )


@kind()
def shipping_strip(policy: Policy, visit: Visit) -> str:
    """A shop's strip above a policy in the body itself, at the later visit only."""
    strip = '<div class="promo-bar"><p>Free delivery on orders above 40 crowns until Sunday</p></div>'
    return _bare(policy, visit, visit.pick("", strip))


@kind()
def strip_of_rotating_offers(policy: Policy, visit: Visit) -> str:
    """A slider of offers in plain divs, others at each visit."""
    offers = visit.pick(
        "<div>20% off all notebooks</div><div>Returns are free for 60 days</div>",
        "<div>Summer sale: up to half price</div><div>New: notebooks of cork</div><div>Free gift with every order</div>",
    )
    return _bare(policy, visit, f'<div id="announcement" class="slick-slider">{offers}</div>')


@kind()
def strip_with_a_code(policy: Policy, visit: Visit) -> str:
    """A strip with a discount code and a link, in a section with a hashed name."""
    code = visit.pick("SPRING15", "SUMMER20")
    return _boxed(
        policy,
        visit,
        f'<section class="{visit.css("bar")}"><p>Use code {code} at the checkout. <a href="/sale">Shop now</a></p></section>',
    )


@kind()
def countdown_strip(policy: Policy, visit: Visit) -> str:
    """A countdown to the end of a sale."""
    return _bare(
        policy,
        visit,
        f"""<div class="countdown-bar"><span>Sale ends in</span> <span>{visit.pick("02", "11")}</span>:<span>{visit.pick("14", "59")}</span></div>""",
    )


@kind()
def outage_strip(policy: Policy, visit: Visit) -> str:
    """A strip about the service, at one visit only: a planned break for maintenance."""
    strip = '<div class="alert alert-info" role="alert">Our support is closed on Monday for a public holiday.</div>'
    return _boxed(policy, visit, visit.pick(strip, ""))


@kind(lines=lambda policy: [_NOTICE, *policy.lines])
def notice_strip(policy: Policy, visit: Visit) -> str:
    """A strip that announces the next version of the policy."""
    return _boxed(policy, visit, f'<div class="announcement-bar"><p>{_NOTICE} <a href="/next"></a></p></div>')


@kind(lines=lambda policy: [_NOTICE, *policy.lines])
def notice_in_role_alert(policy: Policy, visit: Visit) -> str:
    """The same in an element with the role of an alert, between header and main."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><div role="alert" class="banner">{_NOTICE}</div><main><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


_TRAINING = "Important: from 1 May 2025 we will use public notes to train AI. Object here."


@kind(lines=lambda policy: [_TRAINING, *policy.lines])
def notice_without_the_word_policy(policy: Policy, visit: Visit) -> str:
    """It names no policy, but what happens to data from a day on, and how to object."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><aside class="top-notice" role="status"><p>Important: from 1 May 2025 we will use public notes to
train AI. <a href="/object">Object here</a>.</p></aside><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</main><footer>
{bottom(visit)}</footer>"""
    )


@kind(lines=lambda policy: [*policy.lines, "Our policy is changing", _NOTICE])
def notice_in_a_dialog(policy: Policy, visit: Visit) -> str:
    """A dialog behind the text announces the change."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</main><footer>{bottom(visit)}</footer>
<div role="dialog" aria-modal="true" class="modal"><h2>Our policy is changing</h2><p>{_NOTICE}</p><button>Got it</button></div>"""
    )


@kind(lines=lambda policy: [_NOTICE, *policy.lines])
def notice_in_the_site_header(policy: Policy, visit: Visit) -> str:
    """The strip stands in the site's header, above the menu."""
    return page(
        f"""<header class="site-header"><div class="site-header__notice">{_NOTICE}</div><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1><p>
{policy.date}</p>{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


_CARRIER = "Parcels with printed notes are handed to the carrier together with the number of your door."


def _explained(policy: Policy) -> list[str]:
    place = policy.lines.index(policy.sections[len(policy.sections) // 2].heading)
    return [*policy.lines[:place], "More on parcels", _CARRIER, *policy.lines[place:]]


@kind(lines=_explained)
def statement_in_an_open_dialog(policy: Policy, visit: Visit) -> str:
    """An open dialog in the text says more of it, in words that any text may have."""
    dialog = f"""<dialog open class="{visit.css("d")}"><h3>More on parcels</h3><p>{_CARRIER}</p><button>Close</button></dialog>"""
    return _amid(policy, visit, dialog)


@kind()
def questions_in_an_open_dialog(policy: Policy, visit: Visit) -> str:
    """Dialogs in the text that ask, sell or lead to another country are none of it."""
    asked = visit.pick(
        "<p>It looks like you are in Iceland. Choose your country to see our offers there.</p>",
        "<h3>Join our newsletter</h3><p>Get 10% off your first order.</p><form><input type=email></form>",
    )
    return _amid(policy, visit, f"<dialog open>{asked}<button>Continue</button></dialog>")


def _amid(policy: Policy, visit: Visit, part: str) -> str:
    """The policy with a part between two of its sections."""
    heading = f"<h2>{policy.sections[len(policy.sections) // 2].heading}</h2>"
    text = prose(policy).replace(heading, part + heading)
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1><p>{policy.date}</p>{text}</main><footer>{bottom(visit)}
</footer>"""
    )


_GERMAN = "Wir ändern unsere Datenschutzerklärung zum 1. Mai 2025."


@kind(lines=lambda policy: [_GERMAN, *policy.lines])
def notice_in_german(policy: Policy, visit: Visit) -> str:
    """A notice in another language than the text."""
    return _boxed(policy, visit, f'<div class="hinweis">{_GERMAN}</div>')


@kind()
def reveal_dialogs(policy: Policy, visit: Visit) -> str:
    """Dialogs of a front-end framework, behind the text, to ask for a call and to sign in."""
    dialogs = """<div id="call" class="reveal" data-reveal><h3>Ask for a call</h3><p>Leave us your number and somebody from our team will call you back within
one working day.</p><form><input type="tel" placeholder="Number"></form><button class="close-button" data-close>×</button></div>"""
    later = """<div id="login" class="reveal-modal small"><h3>Welcome back</h3><p>Sign in with your name and your password to go on where you left off the
last time.</p><form><input type="password"></form><a class="close-reveal-modal">×</a></div>"""
    return _boxed(policy, visit, "", dialogs + visit.pick("", later))


@kind()
def bootstrap_modals(policy: Policy, visit: Visit) -> str:
    """Modals as the framework names them, one of them without its role."""
    return _boxed(
        policy,
        visit,
        "",
        f"""<div class="modal fade" id="m1" tabindex="-1"><div class="modal-dialog modal-lg"><div class="modal-content"><div class="modal-header"><h5
class="modal-title">Choose your region</h5></div><div class="modal-body"><p>We ship to nineteen countries. Prices and times of delivery depend on
where you live.</p></div></div></div></div><div class="mfp-hide white-popup" id="m2"><h4>Get {visit.pick("10", "15")}% off your first order</h4><p>Sign up for our
letters and we send you a code that you can use once. You can leave the list at any time.</p></div>""",
    )


@kind()
def exit_popup(policy: Policy, visit: Visit) -> str:
    """A window that opens when one leaves, without a telling name, at the later visit."""
    window = f"""<div id="{visit.css("ex")}"><div class="{visit.css("in")}"><div class="{visit.css("pic")}"></div><h2>Wait, before you go!</h2><p>Join forty thousand
readers and get our guide to better notes for free, straight to your inbox.</p><form><input type="email" placeholder="you@example.org"><button>Send
me the guide</button></form><a href="#">No, thank you</a></div></div>"""
    return _boxed(policy, visit, "", visit.pick("", window))


@kind()
def app_strip(policy: Policy, visit: Visit) -> str:
    """A strip that offers the application, in the body itself."""
    return _bare(
        policy,
        visit,
        f"""<div class="smartbanner"><div class="smartbanner-info"><strong>Tidewell Notes</strong><span>{visit.pick("4.7", "4.8")} stars, free in the
store</span></div><a class="smartbanner-button" href="https://store.example/app">View</a></div>""",
    )


@kind()
def signed_out_strip(policy: Policy, visit: Visit) -> str:
    """A bar at the foot that asks to sign up."""
    return _boxed(
        policy,
        visit,
        "",
        f"""<div class="sticky-signup"><p>Tidewell is where {visit.pick("two", "three")} million people keep their notes. Join them and never lose a thought again.</p>
<a class="btn" href="/signup">Sign up</a></div>""",
    )


@kind(lines=lambda policy: [*policy.lines[:3], *_more(policy)])
def dialog_with_definitions(policy: Policy, visit: Visit) -> str:
    """Buttons open dialogs that say more about words of the text, in the text."""
    one = policy.sections[0]
    rest = Policy("", "", policy.sections[1:])
    first, *others = one.paragraphs
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><h1>{policy.title}</h1><p>{policy.date}</p><h2>{one.heading}</h2><p>{first}</p><button
aria-haspopup="dialog">More</button><div role="dialog" class="definition"><p>{_DEFINITION}</p></div>{"".join(f"<p>{line}</p>" for line in others)}
{"<ul>" if one.items else ""}{"".join(f"<li>{line}</li>" for line in one.items)}{"</ul>" if one.items else ""}{prose(rest)}</main><footer>{bottom(visit)}</footer>"""
    )


_DEFINITION = (
    "Personal data are all that says something about a person who can be named, such as a name, an address or the"
    " number of a device."
)


def _more(policy: Policy) -> list[str]:
    one = policy.sections[0]
    first, *others = one.lines[1:]
    rest = [line for section in policy.sections[1:] for line in section.lines]
    return [first, _DEFINITION, *others, *rest]


@kind()
def chat_and_survey(policy: Policy, visit: Visit) -> str:
    """A chat window with a greeting and a survey, as plain divs behind the text."""
    return _boxed(
        policy,
        visit,
        "",
        f"""<div id="chat-widget" class="chat"><div>Hi there! I am {visit.pick("Ada", "Ben")}, and I answer questions about our plans. What would you like to know?
</div><div><textarea placeholder="Your question"></textarea></div></div><div class="survey-invite"><p>Would you answer four questions about this website? It
takes two minutes and helps us a lot.</p><a href="/survey">Yes, gladly</a> <a href="#">Not now</a></div>""",
    )


@kind()
def warning_of_browser(policy: Policy, visit: Visit) -> str:
    """A strip that says that the browser is old, and one that scripts are off."""
    return _bare(
        policy,
        visit,
        """<!--[if lt IE 9]><p class="browserupgrade">x</p><![endif]--><p class="browserupgrade">You are using an <strong>outdated</strong> browser. Please
<a href="https://browser.example/">upgrade your browser</a> to improve your experience.</p><noscript><p>Please enable JavaScript to view this
site.</p></noscript>""",
    )


@kind()
def country_strip(policy: Policy, visit: Visit) -> str:
    """A strip that proposes the shop of another country."""
    return _boxed(
        policy,
        visit,
        f"""<div class="geo-strip"><p>It looks like you are in {visit.pick("Norway", "Portugal")}. Would you like to visit our local site?</p><a href="/x">Yes, take me
there</a><a href="#">Stay here</a></div>""",
    )


@kind()
def bar_of_jumps(policy: Policy, visit: Visit) -> str:
    """A bar over the text jumps to its sections; its entries touch one another."""
    jumps = "".join(f'<a href="#{n}">{one.heading}</a>' for n, one in enumerate(policy.sections))
    text = "".join(f'<div id="{n}">{section(one)}</div>' for n, one in enumerate(policy.sections))
    return page(
        f"""<div class="head">{menu(visit)}</div><div class="wrap"><h1>{policy.title}</h1><p>{policy.date}</p><div class="bar">{jumps}</div>{text}</div><div class="foot">{bottom(visit)}</div>"""
    )


@kind()
def switch_of_versions(policy: Policy, visit: Visit) -> str:
    """Below the title a choice between this text and the one before it."""
    return page(
        f"""<div class="head">{menu(visit)}</div><div class="wrap"><h1>{policy.title}</h1><div>{policy.date}</div><div class="switch"><a href="?v=2" class="now">Current version</a> <a href="?v=1">Previous version</a></div>{prose(policy)}</div><div class="foot">{bottom(visit)}</div>"""
    )


@kind()
def notice_on_cookies_below(policy: Policy, visit: Visit) -> str:
    """A forum's notice that it uses cookies, at the very end, in an element named after notices."""
    return page(
        f"""<div class="head">{menu(visit)}</div><div class="wrap"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="foot">{bottom(visit)}</div><div class="fixer"><ul class="notices"><li><div class="notices">This site uses cookies to help personalise content and to keep you logged in if you register.
By continuing to use this site, you are consenting to our use of cookies.</div><a class="button" href="/cookies">Learn {visit.pick("more…", "more")}</a></li></ul></div>"""
    )


@kind()
def trail_and_version(policy: Policy, visit: Visit) -> str:
    """Above the title a line from the home page to this one, with no name; behind the text a link to what it said before."""
    return page(
        f"""<div class="m">{menu(visit)}</div><div class="grid"><div class="two-thirds"><p class="where"><a href="/">Home</a> / <a href="/about">About us</a> / {policy.title}</p><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<p><a href="/privacy/before">View previous version</a></p></div></div><div class="f">{bottom(visit)}</div>"""
    )


@kind(lines=lambda policy: [*policy.lines[:2], _TONGUES, *policy.body])
def note_on_languages(policy: Policy, visit: Visit) -> str:
    """Below the day a line with links to the page in other languages; a sentence on languages is one of the policy."""
    return page(
        f"""<div class="m">{menu(visit)}</div><main><h1>{policy.title}</h1><p>{policy.date}</p><p>This policy is also available in <a href="/de">Deutsch</a>, <a href="/fr">Français</a> and <a href="/nl">Nederlands</a>.</p><p>{_TONGUES}</p>{prose(policy)}</main><div class="f">{bottom(visit)}</div>"""
    )


_TONGUES = "Where this policy is available in German as well, the German text is the one that binds us."
