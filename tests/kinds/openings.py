"""Pages on which the name of the policy is hard to tell from the lines around it."""

from __future__ import annotations

from tests.kinds.base import Policy, Section, Visit, banner, below, bottom, kind, menu, page, prose
from tests.kinds.languages import SPANISH


@kind()
def label_over_title(policy: Policy, visit: Visit) -> str:
    """A label of one or two words stands over the title, in the element of the text."""
    return page(
        f"""<div class="h">{menu(visit)}</div><main><div class="legal"><p class="eyebrow">{visit.pick("Legal", "Small print")}</p><h1>{policy.title}</h1><p class="d">{policy.date}</p>{prose(policy)}</div></main><footer>{bottom(visit)}</footer>"""
    )


def _toggle(one: Section, number: int) -> str:
    return f"""<div class="module toggle toggle_{number} toggle_close"><h5 class="toggle_title">{one.heading}</h5><div class="toggle_content">{below(one)}</div></div>"""


@kind(lines=lambda _: [SPANISH.title.upper(), *SPANISH.lines])
def name_in_two_lines_over_toggles(_: Policy, visit: Visit) -> str:
    """A page builder: the name is a line of the stage and a line over the text; all headings are those of sections that
    open at a click, and say "data" themselves."""
    toggles = "".join(_toggle(one, number) for number, one in enumerate(SPANISH.sections))
    return page(
        f"""<header>{menu(visit)}</header><article><div class="section section_0"><div class="row"><p style="text-align: center"><span></span></p><p><strong>{SPANISH.title.upper()}</strong></p></div></div><div class="section section_1"><div class="row"><div
class="module text"><p>{SPANISH.title}</p><p>{SPANISH.date}</p></div>{toggles}</div></div></article><footer>{bottom(visit)}</footer>{banner(visit)}"""
    )
