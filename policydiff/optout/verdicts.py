"""The verdict on a way after its pages were opened. Pure, so that a verdict can be worked out again from the
archive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policydiff.optout import obstacles
from policydiff.optout_models import Obstacle, WayVerdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import PageForm
    from policydiff.optout_models import Look, Right, WayPage

_DEAD = frozenset(("not-found", "dns", "redirect-loop", "too-many-redirects", "bad-address", "bad-redirect"))
"""Failures that show that there is nothing; all others may be temporary."""
_ACTS = re.compile(
    r"(?:unsubscribe|opt-?out|confirm|delete|revoke|withdraw)[^?#]{0,200}\?[^#]{0,500}=[\w.~%-]{20,}",
    re.IGNORECASE,
)
"""An address that names an act and carries a token for one person, as links in letters do: one click acts."""
MOST_STEPS = 4
"""Pages that are opened one after another, the first one included."""


def unasked(target: str) -> WayVerdict | None:
    """The verdict on a target that is no page of the web; None for one that can be opened."""
    scheme = target.partition(":")[0].lower()
    if scheme == "mailto":
        return WayVerdict(
            "cannot-tell", "It is an e-mail address: only a message would show whether somebody answers"
        )
    if scheme == "tel":
        return WayVerdict(
            "cannot-tell", "It is a telephone number: only a call would show whether somebody answers"
        )
    if scheme not in ("http", "https"):
        return WayVerdict("cannot-tell", "It has no address on the web: the page's own address is not known")
    if _ACTS.search(target):
        return WayVerdict(
            "cannot-tell", "Opening this address might already act for the person it was made for"
        )
    return None


def next_step(look: Look, right: Right, seen: Sequence[str]) -> str:
    """Where a page without a form leads on to for the same right, "" for nowhere new."""
    if look.page is None or request_form(look.page.forms) is not None or _at_home(look):
        return ""
    if any(map(obstacles.is_login, look.page.forms)):
        return ""
    for way in look.page.ways:
        if way.right == right and unasked(way.target) is None and _bare(way.target) not in map(_bare, seen):
            return way.target
    return ""


def request_form(forms: Sequence[PageForm]) -> PageForm | None:
    """The form with which somebody may ask for something: the one with most fields that is no search and no
    login, None if there is none."""
    fit = [form for form in forms if not obstacles.is_login(form) and _asks(form)]
    return max(fit, key=lambda form: len(form.fields), default=None)


def _asks(form: PageForm) -> bool:
    """Whether a form asks for more than a word to search for or an address to send news to."""
    written = [field for field in form.fields if field.kind != "search"]
    # One text field is a search or a newsletter ("Your e-mail address"); one box to tick may be the objection
    # itself.
    if len(form.fields) == 1:
        return written[:1] != [] and written[0].kind in ("textarea", "file", "checkbox", "radio", "select")
    return bool(written)


def judged(looks: Sequence[Look], right: Right) -> WayVerdict:
    """The verdict on a way.

    Args:
        looks: the pages that were opened, in order: never empty.
        right: what the way is for.
    """
    last = looks[-1]
    verdict = _judged(last)
    if len(looks) > 1 and last.page is not None and verdict.state in ("cannot-tell", "leads-elsewhere"):
        # The pages before were no dead ends, and what they lead to may be no part of the way.
        verdict = _judged(looks[0])
    found = list(verdict.obstacles)
    if len(looks) > obstacles.MANY_STEPS and request_form(last.page.forms if last.page else ()):
        found.append(Obstacle("steps", f"{len(looks)} pages have to be opened"))
    return WayVerdict(verdict.state, verdict.because, tuple(found), len(looks))


def _judged(look: Look) -> WayVerdict:
    if look.page is None:
        return _without_page(look)
    if any(map(obstacles.is_login, look.page.forms)) and request_form(look.page.forms) is None:
        found = Obstacle("login", f"a field for a password at {look.answer.final_url}")
        return WayVerdict("needs-login", f"It ends at a login: {found.evidence}", (found,))
    if _at_home(look):
        found = Obstacle("elsewhere", f"{look.answer.asked} leads to {look.answer.final_url}")
        return WayVerdict(
            "leads-elsewhere", f"It ends at the home page of a site: {found.evidence}", (found,)
        )
    form = request_form(look.page.forms)
    if form is not None:
        return _of_form(form, look.page)
    # A page of a login whose form only a script builds shows itself by its address: "/signin?next=...".
    if _elsewhere(look) and obstacles.leads_to_login(look.answer.final_url):
        found = Obstacle("login", look.answer.final_url)
        return WayVerdict("needs-login", f"It ends at the address of a login: {found.evidence}", (found,))
    if not look.page.text.strip():
        return WayVerdict(
            "cannot-tell", "A page came without words and without a form: a script may not have answered"
        )
    return WayVerdict(
        "cannot-tell",
        "A page without a form answers: whether the steps that it describes work cannot be seen from outside",
        tuple(obstacles.of_page(look.page)),
    )


def _of_form(form: PageForm, page: WayPage) -> WayVerdict:
    found = (*obstacles.of_form(form), *obstacles.of_page(page))
    codes = {one.code for one in found}
    needed = sum(field.required for field in form.fields)
    counted = f"{len(form.fields)} fields, {needed} of them required"
    # The heaviest demand gives the verdict; the others stand with it as obstacles.
    if codes & {"proof", "identity"}:
        return WayVerdict("demands-proof", f"A form answers that demands a proof ({counted})", found)
    if "reason" in codes:
        return WayVerdict("demands-reason", f"A form answers that demands a reason ({counted})", found)
    return WayVerdict("works", f"A form answers ({counted}); it was not sent", found)


def _without_page(look: Look) -> WayVerdict:
    answer = look.answer
    # "Not found" stays; a timeout or a status 503 may be gone tomorrow, and is no verdict on the company.
    if answer.failure in _DEAD:
        found = Obstacle("dead", answer.problem)
        return WayVerdict("dead", f"Nothing is there: {answer.problem}", (found,))
    # 401 asks for a login; 403 mostly means that the server turns programs away, which shows nothing.
    if answer.failure == "forbidden" and answer.status == 401:
        found = Obstacle("login", "status 401")
        return WayVerdict("needs-login", f"The server asks for a login: {found.evidence}", (found,))
    return WayVerdict("cannot-tell", f"It could not be looked at: {answer.problem or 'no page came'}")


def _at_home(look: Look) -> bool:
    """Whether a target that is no home page ended at one."""
    asked, final = urlsplit(look.answer.asked), urlsplit(look.answer.final_url)
    return _is_home(final.path, final.query) and not _is_home(asked.path, asked.query) and _elsewhere(look)


def _is_home(path: str, query: str) -> bool:
    parts = [part for part in path.split("/") if part]
    # "/", "/de" and "/en-us" are home pages. Wrong for a page with a name of two or five letters ("/legal").
    return not query and (not parts or (len(parts) == 1 and len(parts[0]) in (2, 5)))


def _elsewhere(look: Look) -> bool:
    return _bare(look.answer.asked) != _bare(look.answer.final_url or look.answer.asked)


def _bare(url: str) -> str:
    """An address without what does not lead anywhere else."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
