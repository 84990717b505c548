"""What stands inside the text of policies: lists of versions, notes, tables, and furniture in the middle."""

from __future__ import annotations

from tests.kinds.base import Policy, Visit, bottom, kind, links, menu, page, prose


def _page(
    policy: Policy, visit: Visit, before: str = "", middle: str = "", after: str = "", text: str = ""
) -> str:
    half = len(policy.sections) // 2
    start, end = Policy("", "", policy.sections[:half]), Policy("", "", policy.sections[half:])
    return page(
        f"""<header><nav>{menu(visit)}</nav></header><main><article><h1>{policy.title}</h1><p>{policy.date}</p>{before}
{text or prose(start) + middle + prose(end)}{after}</article></main><footer>{bottom(visit)}</footer>"""
    )


def _middle(policy: Policy, *lines: str) -> list[str]:
    half = len(policy.sections) // 2
    start = [line for one in policy.sections[:half] for line in one.lines]
    return [policy.title, policy.date, *start, *lines, *policy.body[len(start) :]]


@kind()
def newsletter_in_text(policy: Policy, visit: Visit) -> str:
    """A form for the newsletter between two sections."""
    return _page(
        policy,
        visit,
        middle="""<div class="newsletter-signup"><h3>Stay in the loop</h3><p>Get our best templates every month, free of charge.</p><form>
<label>E-mail address</label><input type="email"><button>Sign up</button></form></div>""",
    )


@kind()
def languages_in_text(policy: Policy, visit: Visit) -> str:
    """Links to the same text in other languages, in front of it, inside the article."""
    languages = links("English,Français,Deutsch,Español,Italiano" + visit.pick("", ",Polski"))
    return _page(policy, visit, before=f'<ul class="languages">{languages}</ul>')


@kind()
def tools_in_text(policy: Policy, visit: Visit) -> str:
    """Print, share, copy, back to top, reading time, tags, a byline."""
    return _page(
        policy,
        visit,
        before=f"""<div class="tools"><a href="javascript:window.print()">Print</a><a href="mailto:?subject=Privacy">Share by e-mail</a>
<button>Copy link</button></div><p class="reading-time">{visit.pick("6 min read", "7 min read")}</p>""",
        middle='<p><a href="#top">Back to top</a></p>',
        after='<div class="tags">Tags: <a href="/tag/legal">legal</a>, <a href="/tag/data">data</a></div><p><a href="#">Back to top ↑</a></p>',
    )


@kind(
    lines=lambda policy: [
        *policy.lines,
        "Previous versions",
        "1 May 2024",
        "12 January 2023",
        "30 June 2021",
        "25 May 2018",
    ]
)
def version_history(policy: Policy, visit: Visit) -> str:
    """Links to the earlier versions belong to the policy, though they are nothing but links."""
    versions = "".join(
        f'<li><a href="/privacy/{d.replace(" ", "-")}">{d}</a></li>'
        for d in ("1 May 2024", "12 January 2023", "30 June 2021", "25 May 2018")
    )
    return _page(
        policy,
        visit,
        after=f'<section class="versions"><h2>Previous versions</h2><ul>{versions}</ul></section>',
    )


@kind(
    lines=lambda policy: [
        *policy.lines[:2],
        "Version of 1 May 2024",
        "Version of 12 January 2023",
        "Version of 30 June 2021",
        *policy.body,
    ]
)
def version_links_above(policy: Policy, visit: Visit) -> str:
    """The same, in front of the text."""
    versions = "".join(
        f'<li><a href="/privacy/{n}">Version of {d}</a></li>'
        for n, d in enumerate(("1 May 2024", "12 January 2023", "30 June 2021"))
    )
    return _page(policy, visit, before=f"<ul>{versions}</ul>")


@kind(
    lines=lambda policy: [
        *policy.lines,
        "Related policies",
        "Terms of use",
        "Cookie policy",
        "Policy for job applicants",
        "List of processors",
    ],
    fails="links to a site's other policies look like any list of links",
)
def related_policies(policy: Policy, visit: Visit) -> str:
    """Links to the policies that go with this one."""
    return _page(
        policy,
        visit,
        after=f"<h2>Related policies</h2><ul>{links('Terms of use,Cookie policy,Policy for job applicants,List of processors')}</ul>",
    )


_TERMS = (
    ("Personal data", "All that says something about a person who can be named."),
    ("Partner", "A company that sends us data."),
)


@kind(lines=lambda policy: _middle(policy, *(line for pair in _TERMS for line in pair)))
def definition_list(policy: Policy, visit: Visit) -> str:
    """Terms and what they mean."""
    return _page(
        policy, visit, middle="<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in _TERMS) + "</dl>"
    )


@kind(
    lines=lambda policy: _middle(
        policy,
        "We may disclose data:",
        "to courts, if",
        "the law demands it, and",
        "we have no other way;",
        "to a buyer of our company.",
    )
)
def nested_lists(policy: Policy, visit: Visit) -> str:
    """Lists in lists with letters and roman numbers."""
    return _page(
        policy,
        visit,
        middle="""<p>We may disclose data:</p><ol type="a"><li>to courts, if<ol type="i"><li>the law demands it, and</li><li>we have no
other way;</li></ol></li><li>to a buyer of our company.</li></ol>""",
    )


@kind(
    lines=lambda policy: _middle(
        policy, "Category", "Examples", "Shared with", "Identifiers", "Name, address", "Hosting companies", "Number of the device", "Nobody",
        "Location", "Town", "Advertisers",
    )
)  # fmt: skip
def row_groups(policy: Policy, visit: Visit) -> str:
    """A table with several bodies, cells over several rows and a head without thead."""
    return _page(
        policy,
        visit,
        middle="""<div class="table-responsive"><table><tr><td><strong>Category</strong></td><td><strong>Examples</strong></td><td><strong>
Shared with</strong></td></tr><tbody><tr><th rowspan="2" scope="rowgroup">Identifiers</th><td>Name, address</td><td>Hosting companies</td>
</tr><tr><td>Number of the device</td><td>Nobody</td></tr></tbody><tbody><tr><th scope="rowgroup">Location</th><td>Town</td><td>
Advertisers</td></tr></tbody></table></div>""",
    )


@kind(
    lines=lambda policy: [
        *policy.lines,
        "Tidewell Notes Limited",
        "4 Quay Street",
        "Port Maren",
        "privacy@tidewell.example",
    ]
)
def address_block(policy: Policy, visit: Visit) -> str:
    """The address as one line each, in an address element."""
    return _page(
        policy,
        visit,
        after="""<address><div>Tidewell Notes Limited</div><div>4 Quay Street</div><div>Port Maren</div><div><a
href="mailto:privacy@tidewell.example">privacy@tidewell.example</a></div></address>""",
    )


@kind(
    lines=lambda policy: [
        *policy.lines,
        "Notes",
        "1 As the law of the islands has it.",
        "2 Except for notes that you share.",
    ]
)
def footnotes(policy: Policy, visit: Visit) -> str:
    """Footnotes with links back."""
    return _page(
        policy,
        visit,
        after="""<section class="footnotes"><h2>Notes</h2><p id="fn1"><sup>1</sup> As the law of the islands has it. <a href="#r1">↩</a></p><p
id="fn2"><sup>2</sup> Except for notes that you share. <a href="#r2">↩</a></p></section>""",
    )


@kind(
    lines=lambda policy: [
        *policy.lines[:2],
        "Contents",
        *(one.heading for one in policy.sections),
        *policy.body,
    ]
)
def contents_list(policy: Policy, visit: Visit) -> str:
    """A table of contents inside the text, of jumps inside the page: kept or left out, but always the same."""
    index = "".join(f'<li><a href="#{n}">{one.heading}</a></li>' for n, one in enumerate(policy.sections))
    return _page(policy, visit, before=f"<h2>Contents</h2><ul>{index}</ul>")
