"""Pages of older make, and pages whose parts stand in unusual places."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, banner, below, bottom, kind, links, menu, page, prose


def _brs(policy: Policy) -> str:
    text = ""
    for one in policy.sections:
        text += f'<font size="3"><b>{one.heading}</b></font><br><br>' + "".join(
            f"{words}<br><br>" for words in one.paragraphs
        )
        if one.items:
            text += "<br>".join(f"&bull; {words}" for words in one.items) + "<br><br>"
        text += below(type(one)("", (), (), one.table))
    return text


@kind()
def font_and_tables(policy: Policy, visit: Visit) -> str:
    """Tables for layout, font and center, double line breaks for paragraphs, no title but a bold line."""
    cells = links("Home,Products,Download,Support", tag="td")
    return (
        f'<HTML><HEAD><TITLE>Privacy Policy</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><TABLE WIDTH="780" BORDER="0"><TR>{cells}'
        f'{"<td><a href=/new>New</a></td>" if visit.later else ""}</TR></TABLE><TABLE WIDTH="780"><TR><TD WIDTH="150" VALIGN="top"><FONT'
        f' SIZE="1"><A HREF="/a">News</A><BR><A HREF="/b">Forum</A><BR><A HREF="/c">Links</A><BR></FONT></TD><TD><FONT FACE="Arial"'
        f' SIZE="2"><H1>{policy.title}</H1>{policy.date}<BR><BR>{_brs(policy)}</FONT></TD></TR></TABLE><FONT SIZE="1">'
        f"Copyright {visit.pick('2005', '2006')} Tidewell Notes. All rights reserved.</FONT></CENTER></BODY></HTML>"
    )


@kind()
def noframes_and_body_text(policy: Policy, visit: Visit) -> str:
    """Bare text in the body with rules between the parts."""
    parts = "<hr>".join(
        f"<h2>{one.heading}</h2>"
        + "<p>".join(one.paragraphs)
        + below(type(one)("", (), one.items, one.table))
        for one in policy.sections
    )
    return f"<html><head><title>Privacy Policy</title></head><body><h1>{policy.title}</h1>{policy.date}<hr>{parts}</body></html>"


@kind()
def title_outside_main(policy: Policy, visit: Visit) -> str:
    """The title in a hero above the main element."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><div class="hero"><div class="hero-inner"><h1>{policy.title}</h1><p>{policy.date}</p></div>
</div><main>{prose(policy)}</main><footer>{bottom(visit)}</footer>"""
    )


@kind()
def header_in_article(policy: Policy, visit: Visit) -> str:
    """Title and date in a header inside the article."""
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><article><header><h1>{policy.title}</h1><p class="date"><time datetime="2025-03-03">
{policy.date}</time></p></header>{prose(policy)}</article><footer>{bottom(visit)}</footer>"""
    )


@kind()
def articles_for_sections(policy: Policy, visit: Visit) -> str:
    """Every section an article of its own, without a main element."""
    parts = "".join(
        f"<article><header><h2>{one.heading}</h2></header>{below(one)}</article>" for one in policy.sections
    )
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><div class="wrap"><h1>{policy.title}</h1><p>{policy.date}</p>{parts}</div>
<footer>{bottom(visit)}</footer>"""
    )


@kind()
def headers_for_sections(policy: Policy, visit: Visit) -> str:
    """Every section with its heading in a header element, in plain divs, without a main element."""
    parts = "".join(
        f'<div class="block"><header><h2>{one.heading}</h2></header><div>{below(one)}</div></div>'
        for one in policy.sections
    )
    return page(
        f"""<div class="nav">{menu(visit)}</div><div class="wrap"><header><h1>{policy.title}</h1></header><p>{policy.date}</p>{parts}</div>
<div class="footer">{bottom(visit)}</div>"""
    )


@kind()
def no_landmarks(policy: Policy, visit: Visit) -> str:
    """Divs with meaningless names only: menu, text and footer differ by what is in them."""
    return page(
        f"""<div class="a">{menu(visit)}</div><div class="b"><div class="c"><h1>{policy.title}</h1><div>{policy.date}</div>{prose(policy)}
</div></div><div class="d">{bottom(visit)}</div>{banner(visit)}"""
    )


@kind()
def sections_as_siblings(policy: Policy, visit: Visit) -> str:
    """Sections of the text as full-width bands, siblings of header and footer."""
    bands = "".join(
        f'<section class="band band-{n % 2}"><div class="inner"><h2>{one.heading}</h2>{below(one)}</div></section>'
        for n, one in enumerate(policy.sections)
    )
    return page(
        f"""<header>{menu(visit)}</header><section class="band hero"><div class="inner"><h1>{policy.title}</h1><p>{policy.date}</p></div>
</section>{bands}<footer>{bottom(visit)}</footer>"""
    )


@kind()
def two_mains(policy: Policy, visit: Visit) -> str:
    """The text over two main elements: the title in one, the rest in another."""
    half = len(policy.sections) // 2
    start, end = Policy("", "", policy.sections[:half]), Policy("", "", policy.sections[half:])
    return page(
        f"""<header>{menu(visit)}</header><main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(start)}</main><main>{prose(end)}</main>
<footer>{bottom(visit)}</footer>"""
    )


@kind()
def fragment(policy: Policy, visit: Visit) -> str:
    """A part of a page as an archive records it, without html and body."""
    return f'<div class="{visit.css("x")}"><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</div>'


@kind()
def utf16(policy: Policy, visit: Visit) -> bytes:
    """Two bytes a character, with a mark."""
    return page(f"<main><h1>{policy.title}</h1><p>{policy.date}</p>{prose(policy)}</main>").encode("utf-16")


@kind()
def menu_in_brackets(policy: Policy, visit: Visit) -> str:
    """A page of the year 2000: a menu in brackets between the title and the text, which is all in one paragraph."""
    text = "<br><br>".join(
        f"<b><u>{one.heading}</u></b><br><br>{'<br><br>'.join(one.lines[1:])}" for one in policy.sections
    )
    return page(
        f"""<h3 align="center"><font color="#800000">{policy.title}</font></h3><hr width="75%"><p align="center"><small>[ <a href="index.htm">Home</a> ] [ <a href="pens.htm">{visit.pick("Pens", "Pens and ink")}</a> ] [ <a href="mail.htm">Contact</a> ]</small></p><p>{policy.date}</p><p>{text}</p><p align="center"><a
href="#top"><img src="up.gif" alt="Top"></a></p>"""
    )
