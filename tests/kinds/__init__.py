"""Pages of the kinds in which policies are published, each built from a policy of a fictional company.

A kind is a function from a `Policy` and a `Visit` to a page: the policy is what a reader came for, the visit
is everything that is new when the page is asked for again. What must come out is `Policy.lines`.
"""

from __future__ import annotations

from tests.kinds import (
    apps,
    article,
    bodies,
    builders,
    centres,
    classic,
    components,
    edges,
    frameworks,
    helpdesks,
    institutions,
    languages,
    notices,
    openings,
    panels,
    platforms,
    publishers,
    siblings,
    stories,
    strips,
    surroundings,
    themes,
    unseen,
)  # registers the kinds
from tests.kinds.base import EDITED, FIRST, KINDS, LATER, POLICY, Kind, Policy, Visit

__all__ = [
    "EDITED",
    "FIRST",
    "KINDS",
    "LATER",
    "POLICY",
    "Kind",
    "Policy",
    "Visit",
    "apps",
    "article",
    "bodies",
    "builders",
    "centres",
    "classic",
    "components",
    "edges",
    "frameworks",
    "helpdesks",
    "institutions",
    "languages",
    "notices",
    "openings",
    "panels",
    "platforms",
    "publishers",
    "siblings",
    "stories",
    "strips",
    "surroundings",
    "themes",
    "unseen",
]
