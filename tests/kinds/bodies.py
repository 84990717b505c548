"""Pages of public bodies, schools, clubs, hospitals and old sites laid out in tables."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, below, bottom, kind, links, menu, page, prose


@kind()
def official_banner(policy: Policy, visit: Visit) -> str:
    """A design system of a state: a banner says how one knows an official website; a page date at the end."""
    return page(
        f"""<a class="usa-skipnav" href="#m">Skip to main content</a><section class="usa-banner" aria-label="Official website of the islands"><div class="usa-accordion"><header class="usa-banner__header"><div
class="usa-banner__inner"><div class="grid-col-fill"><p class="usa-banner__header-text">An official website of the government of the islands</p><p class="usa-banner__header-action">Here’s how you know</p></div></div>
</header><div class="usa-banner__content usa-accordion__content"><div class="usa-media-block__body"><p><strong>Official websites use .isl</strong><br>A .isl website belongs to an official government organization of the
islands.</p></div></div></div></section><header class="usa-header usa-header--extended"><nav class="usa-nav">{menu(visit)}</nav></header><main id="m"><div class="grid-container"><h1>{policy.title}</h1><p>{policy.date}</p>
{prose(policy)}</div></main><div class="usa-identifier"><section class="usa-identifier__section"><p>Looking for information and services of the islands?</p><a href="/x">Visit the portal</a></section></div><footer
class="usa-footer">{bottom(visit)}</footer>"""
    )


@kind(either=("Date modified:", "2025-03-03", "Date modified: 2025-03-03"))
def bilingual_state(policy: Policy, visit: Visit) -> str:
    """A state with two languages: language link, search, feedback form and date of change in the page details."""
    return page(
        f"""<nav><ul id="wb-tphp"><li class="wb-slc"><a class="wb-sl" href="#wb-cont">Skip to main content</a></li></ul></nav><header><div id="wb-bnr" class="container"><section id="wb-lng"><h2 class="wb-inv">Language
selection</h2><ul><li><a lang="fr" href="/fr">Français</a></li></ul></section></div><nav id="wb-bc" property="breadcrumb"><h2>You are here:</h2><ol class="breadcrumb"><li><a href="/">Home</a></li></ol></nav></header><main
property="mainContentOfPage" class="container"><h1 property="name" id="wb-cont">{policy.title}</h1><p>{policy.date}</p>{prose(policy)}<section class="pagedetails"><h2 class="wb-inv">Page details</h2><div
class="gc-pg-hlpfl"><details class="brdr-0"><summary class="btn btn-default text-center">Report a problem or mistake on this page</summary><form><fieldset><legend>Please select all that apply:</legend><label><input
type="checkbox"> A link is broken</label><label><input type="checkbox"> It has a spelling mistake</label></fieldset><button>Submit</button></form></details></div><dl id="wb-dtmd"><dt>Date modified:</dt><dd><time>2025-03-03
</time></dd></dl></section></main><footer id="wb-info">{bottom(visit)}</footer>"""
    )


@kind()
def french_state(policy: Policy, visit: Visit) -> str:
    """A design system of another state: notices, transparency link, follow us, modal for display settings."""
    return page(
        f"""<div class="fr-skiplinks"><nav class="fr-container"><ul><li><a class="fr-link" href="#c">Contenu</a></li></ul></nav></div><header role="banner" class="fr-header"><div class="fr-header__body"><p class="fr-logo">
République<br>des îles</p><p class="fr-header__service-title">Tidewell</p></div><div class="fr-header__menu fr-modal" id="menu"><nav class="fr-nav">{menu(visit)}</nav></div></header><main id="c"><div class="fr-container"><nav
role="navigation" class="fr-breadcrumb"><button class="fr-breadcrumb__button">Voir le fil d’Ariane</button><ol class="fr-breadcrumb__list"><li><a href="/">Accueil</a></li></ol></nav><h1 class="fr-h1">{policy.title}</h1><p>
{policy.date}</p>{prose(policy)}</div></main><div class="fr-follow"><div class="fr-container"><h2 class="fr-h5">Abonnez-vous à notre lettre</h2><p>Retrouvez chaque mois nos actualités et nos conseils pour mieux écrire au
quotidien.</p></div></div><footer class="fr-footer" role="contentinfo">{bottom(visit)}</footer><dialog id="theme" class="fr-modal"><div class="fr-modal__content"><h1>Paramètres d’affichage</h1><p>Choisissez un thème pour
personnaliser l’apparence du site.</p></div></dialog>"""
    )


@kind()
def union_site(policy: Policy, visit: Visit) -> str:
    """A union of states: a strip names the kind of site, a picker of 24 languages in an overlay."""
    languages = "".join(
        f'<li><a lang="x" href="/l{n}"><span>{name}</span></a></li>'
        for n, name in enumerate(
            "български,español,čeština,dansk,Deutsch,eesti,ελληνικά,English,français,Gaeilge,hrvatski,italiano".split(
                ","
            )
        )
    )
    return page(
        f"""<div class="dialog-off-canvas-main-canvas"><div class="ecl-globan"><div class="ecl-globan__container"><div class="ecl-globan__content">An official website of the Union of Islands</div><button>How do you
know?</button></div></div><header class="ecl-site-header"><div class="ecl-site-header__language-container"><div class="ecl-site-header__language-title">Select your language</div><div><div class="ecl-site-header__language-subtitle">
Official languages:</div><ul>{languages}</ul></div></div><nav class="ecl-menu">{menu(visit)}</nav></header><div class="ecl-page-header"><div class="ecl-container"><nav class="ecl-breadcrumb"><ol><li><a href="/">Home</a></li></ol></nav><ul
class="ecl-page-header__meta"><li>Legal notice</li></ul><h1 class="ecl-page-header__title">{policy.title}</h1></div></div><main class="ecl-u-pb-xl" id="main-content"><div class="ecl-container"><div class="ecl-row"><div
class="ecl-col-l-9"><div class="ecl"><p>{policy.date}</p>{prose(policy)}</div></div></div><div class="ecl-social-media-share"><p class="ecl-social-media-share__description">Share this page</p><ul>{links("Chirp,Pages,More")}</ul></div></div>
</main><footer class="ecl-site-footer">{bottom(visit)}</footer></div>""".replace("<li>Legal notice</li>", "")
    )


@kind()
def university(policy: Policy, visit: Visit) -> str:
    """A university: audience menu, a local menu with the heading of the section, a strip of emergency, quick links."""
    strip = '<div class="emergency-alert"><p>The library closes at six today because of the storm. <a href="/storm">Details</a></p></div>'
    return page(
        f"""{visit.pick(strip, "")}<div class="utility"><ul>{links("Students,Staff,Alumni")}</ul></div><div class="masthead"><a href="/">University of Port Maren</a>{menu(visit)}</div><div class="layout"><div class="local-nav"><h2><a
href="/legal">Legal Office</a></h2><ul>{links("People,Forms,Contracts,Records")}</ul></div><div class="main-col"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><div class="super-footer"><div class="col"><h3>Visit</h3><p>
Harbour Road 12, Port Maren. The campus is open from dawn to dusk.</p></div>{bottom(visit)}</div>"""
    )


@kind()
def hospital(policy: Policy, visit: Visit) -> str:
    """A hospital: emergency number, find a doctor, patient portal box, text in a column among boxes."""
    return page(
        f"""<div class="alert-bar"><span>In an emergency call 112.</span></div><div class="hdr">{menu(visit)}</div><div class="find"><form><label>Find a doctor</label><input type="search"></form></div><div class="wrap3"><div class="c1"><div
class="callout"><h3>Patient portal</h3><p>See your results, ask for a visit and write to your doctor, at any hour and from any place.</p><a class="btn" href="/portal">Sign in</a></div><div class="callout"><h3>Waiting times</h3><p>
{visit.pick("About 20 minutes at the moment", "About 45 minutes at the moment")}</p></div></div><div class="c2"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><div class="ftr">{bottom(visit)}</div>"""
    )


@kind()
def table_layout_small(policy: Policy, visit: Visit) -> str:
    """An old page: menu, text and news in the cells of one table, fonts for headings."""
    text = "".join(
        f'<p><font face="Arial" size="3"><b>{one.heading}</b></font></p>'
        + "".join(f'<p><font face="Arial" size="2">{line}</font></p>' for line in one.lines[1:])
        for one in policy.sections
    )
    return page(
        f"""<table width="760" border="0" cellpadding="0" align="center"><tr><td colspan="3" bgcolor="#003366"><font color="#ffffff" size="5">Tidewell Notes</font></td></tr><tr><td width="140" valign="top"><a href="/">Home</a><br><a
href="/news">News</a><br><a href="/order">Order</a><br>{visit.pick("", '<a href="/sale">Sale</a><br>')}<a href="/contact">Contact</a></td><td width="480" valign="top"><p align="center"><font size="4"><b>{policy.title}</b></font></p><p><font
size="2">{policy.date}</font></p>{text}</td><td width="140" valign="top"><b>News</b><br><font size="1">{visit.pick("Our new catalogue is out. Ask for it by post.", "We move to Quay Street in May. Come and see us.")}</font></td></tr><tr><td
colspan="3" align="center"><font size="1">Copyright 2003 - {visit.pick("2025", "2026")} Tidewell Notes Limited</font></td></tr></table>"""
    )


@kind()
def small_policy_on_an_old_page(policy: Policy, visit: Visit) -> str:
    """A policy of three sections on a page with a long menu of sentences and a news ticker."""
    entries = "".join(
        f'<tr><td class="navcell"><a href="/{n}.htm">{name}</a></td></tr>'
        for n, name in enumerate(
            "Home page of our house,All about our notebooks,Where to buy them near you,Letters from our readers,History of the company,How to find us".split(
                ","
            )
        )
    )
    return page(
        f"""<table class="frame"><tr><td class="left"><table>{entries}</table><p class="ticker">{visit.pick("12 May: the shop in Quay Street is closed for repairs until noon.", "3 June: come to the open day and make your own notebook.")}</p></td><td
class="right"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}<hr><p><a href="/">Home</a> | <a href="/map">Site map</a> | <a href="/mail">Mail us</a></p></td></tr></table>"""
    )


@kind()
def pipes_for_menus(policy: Policy, visit: Visit) -> str:
    """A text page: menus are links between pipes above and below, rules between the parts."""
    row = " | ".join(
        f'<a href="/{name}">{name}</a>'
        for name in visit.pick("Home,Products,Support,Company", "Home,Products,Support,Jobs,Company").split(
            ","
        )
    )
    return page(
        f"""<center><img src="logo.gif" alt="Tidewell"></center><p align="center">[ {row} ]</p><hr><h1 align="center">{policy.title}</h1><p align="center"><i>{policy.date}</i></p>{prose(policy)}<hr><p align="center"><small>{row}</small></p><p
align="center"><small>Copyright © {visit.pick("2025", "2026")} by Tidewell Notes Limited. All rights reserved.</small></p>"""
    )


@kind()
def site_name_as_heading(policy: Policy, visit: Visit) -> str:
    """The site's name is the heading of level one and the title; the policy's name is a heading of level two."""
    return page(
        f"""<h1>Tidewell Magazine</h1><ul class="mainmenu">{links(visit.pick("Home,Stories,Shop", "Home,Stories,Letters,Shop"))}</ul><div class="page"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}</div><div
class="foot">{bottom(visit)}</div>""",
        title="Tidewell Magazine",
    )


@kind()
def logo_as_heading(policy: Policy, visit: Visit) -> str:
    """The logo is a heading of level one in a div, the tagline one of level two, the title one of level one again."""
    return page(
        f"""<div id="head"><div id="logo"><h1><a href="/">Tidewell Notes</a></h1><h2>Notes for people who think</h2></div><div id="menu">{links(visit.pick("Home,Blog", "Home,Blog,Shop"), tag="")}</div></div><div id="body"><div
id="text"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div></div><div id="foot">{bottom(visit)}</div>"""
    )


@kind()
def title_in_capitals_as_paragraph(policy: Policy, visit: Visit) -> str:
    """No headings at all: title and sections are bold paragraphs, the site's name is a heading."""
    text = "".join(f"<p><strong>{one.heading}</strong></p>{below(one)}" for one in policy.sections)
    return page(
        f"""<div class="site"><div class="brand"><h1>Tidewell</h1></div><div class="m">{menu(visit)}</div><div class="t"><p class="big"><strong>{policy.title}</strong></p><p>{policy.date}</p>{text}</div><div class="b">
{bottom(visit)}</div></div>"""
    )


@kind()
def boxes_named_sidebar(policy: Policy, visit: Visit) -> str:
    """A theme in which the text stands in boxes of a class sidebar-box among others; a real side column beside it."""
    boxes = "".join(
        f'<div class="sidebar box"><h3>{one.heading}</h3>{below(one)}</div>' for one in policy.sections
    )
    return page(
        f"""<div class="top">{menu(visit)}</div><div class="row"><div class="left"><h1>{policy.title}</h1><p>{policy.date}</p>{boxes}</div><div class="right"><ul>{links(visit.pick("Support,Status", "Support,Status,Blog"))}</ul></div></div>
<div class="end">{bottom(visit)}</div>"""
    )


@kind()
def content_named_popup(policy: Policy, visit: Visit) -> str:
    """A page made to be opened in a window of its own: everything in a class popup, a close link."""
    return page(
        f"""<div class="popup"><div class="popup-head"><span class="popup-title">{policy.title}</span><a href="javascript:window.close()">Close window</a></div><div class="popup-content"><p>{policy.date}</p>{prose(policy)}</div><a
href="javascript:window.close()">Close window</a></div>"""
    )


@kind()
def club(policy: Policy, visit: Visit) -> str:
    """A club's page: next match, sponsors, table of the league in a column of a table layout."""
    return page(
        f"""<div id="pagewrap"><div id="topnav">{menu(visit)}</div><div id="main3"><div id="colA"><h2>Next match</h2><p>{visit.pick("Saturday, 15:00: Port Maren against Quay Town, at home", "Sunday, 11:00: Hill Rovers against Port Maren")}</p><table><tr><th>
Team</th><th>Points</th></tr><tr><td>Port Maren</td><td>{visit.pick("31", "34")}</td></tr><tr><td>Quay Town</td><td>30</td></tr></table></div><div id="colB"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div id="colC"><h2>Our
sponsors</h2><p>{visit.pick("Harbour Bakery", "Maren Savings Bank")}</p></div></div><div id="bot">{bottom(visit)}</div></div>"""
    )


@kind()
def hotel(policy: Policy, visit: Visit) -> str:
    """A hotel: booking form, offers and a weather line around the text, in one container."""
    return page(
        f"""<div class="page"><div class="nav-wrap">{menu(visit)}</div><div class="book"><form><label>Arrival</label><input type="text"><label>Departure</label><input type="text"><button>Book now</button></form><p>Best price when you book
with us directly.</p></div><div class="txt"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div><div class="offers"><h2>Offers</h2><div class="offer"><h3>{visit.pick("Three nights by the sea", "Autumn walks")}</h3><p>{visit.pick("Stay three nights and pay for two, with breakfast and a boat trip.", "Five nights with half board and a map of our best paths.")}</p><a
href="/o">Book</a></div></div><div class="weather">Port Maren: {visit.pick("14", "19")} °C</div><div class="foot">{bottom(visit)}</div></div>"""
    )


@kind()
def restaurant(policy: Policy, visit: Visit) -> str:
    """A restaurant: opening hours, a window for reservations, a footer of columns, on one level of the body."""
    return page(
        f"""<div class="opening">Open today from 12 to {visit.pick("22", "23")}</div><ul class="m">{links("Menu,Wine,Gallery")}</ul><div class="legal"><h2>{policy.title}</h2><p>{policy.date}</p>{prose(policy, level=3)}</div><div id="reserve" class="lightbox-wrap"><div><h3>
Reserve a table</h3><p>For more than eight people please call us, so that we can put the tables together.</p><form><input type="text"><input type="tel"><button>Reserve</button></form></div></div><div class="hours"><h4>Opening hours</h4><p>Tuesday to
Sunday from noon, kitchen until ten in the evening.</p></div><div class="f">{bottom(visit)}</div>"""
    )
