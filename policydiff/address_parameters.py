"""What the parameters of an address are for, told by their names ("?utm_source=mail&id=4418").

A parameter names a page or describes the visit. Only its name tells which, so this module lists the names,
grouped by what may be done with them:

- `TRACKING` counts visitors and never names a page. It is dropped from the target of a link.
- `SESSIONS` are treated the same if their value looks random; "?sid=privacy" may be a page.
- `ARRIVALS`, `SIGNATURES`, `LANGUAGES` and `VERSIONS` may be part of what a page shows on some site: they
  stay in the target, but two targets that differ in nothing else lead to the same page.

What this gets wrong: a site may call the number of a form "ref" or "source", and then a form that took the
place of another is taken for the same. Addresses that note where the reader came from are far more common.
"""

from __future__ import annotations

import re

_KEPT_BY_OTHERS = frozenset(
    """
    __hsfp __hssc __hstc __s __twitter_impression _ga _gl _hsenc _openstat action_object_map action_ref_map
    action_type_map ceneo_spo cmpid dclid echobox fb_action_ids fb_action_types fb_ref fb_source fbclid gclid
    gs_l hsctatracking mc_cid mc_eid mc_tc mkt_tok ml_subscriber ml_subscriber_hash msclkid oly_anon_id
    oly_enc_id os_ehash rb_clickid s_cid spm srsltid tracking_source twclid vero_conv vero_id wickedid
    wt_mc wt_zmc wtrid yclid
    """.split()
)
"""The names that two public collections give for every site: the general rules of ClearURLs, and the list by
which Firefox strips addresses. Names that they give for one site alone are not taken."""

_ADDED = frozenset(
    """
    __cft__ __tn__ __xts__ _bta_c _bta_tid _gac _gid _hsmi _ke _kx ad_id adgroupid adid adset_id ctm_id dm_i
    ef_id epik gad_source gbraid gclsrc gdffi gdfms gdftrk helpref igsh igshid irclickid li_fat_id mkcid mkevt
    mkrid piwik_campaign piwik_kwd rdt_cid s_kwcid sc_campaign sc_cid scid sjid ssp_iabi tblci trk
    trkcampaign trkemail trkinfo ttclid twsrc unicorn_click_id vgo_ee visit_id wbraid ymclid ysclid
    """.split()
)
"""Ours: further counters of clicks and campaigns, found in the links of recorded policies."""

TRACKING = _KEPT_BY_OTHERS | _ADDED
TRACKING_PREFIXES = (
    "utm_", "ga_", "hmb_", "itm_", "otm_", "vn_",  # as the collections have them
    "mtm_", "matomo_", "pk_", "hsa_", "at_custom", "__cft__[", "__xts__[",  # ours
)  # fmt: skip

SESSIONS = frozenset(
    """
    asp.net_sessionid aspsessionid cfid cftoken jsessionid oscsid phpsessid session_id sessionid sid zenid
    """.split()
)
ARRIVALS = frozenset(
    "campaign cid entry entry_point icid ref ref_ refid referer referrer refsrc source src tracking".split()
)
"""Where a visitor comes from: "?ref=footer"."""
SIGNATURES = frozenset(
    """
    _ _nc_x cb clickid code_challenge h hash nonce rev s sa session sig signature state t timestamp token ts
    uid usg ust ved zanpid
    """.split()
)
"""What a server puts in to know its own links again, or to get past a cache: new at every request."""
LANGUAGES = frozenset("cc country gl hl lang language lc locale locale2 region setlang".split())
VERSIONS = frozenset("build date revision v ver version".split())

_TOKEN = re.compile(r"(?=[\w-]*\d)[\w-]{12,}")
"""A value that looks random: twelve characters or more, a digit among them."""


def is_tracking(name: str, value: str) -> bool:
    """Whether a parameter tracks a visitor instead of naming a page. A parameter without a name does.

    >>> is_tracking("UTM_medium", "mail"), is_tracking("sid", "privacy"), is_tracking("sid", "a0b1c2d3e4f5")
    (True, False, True)
    """
    name = name.lower()
    if name in TRACKING or name.startswith(TRACKING_PREFIXES) or not (name or value):
        return True
    return name in SESSIONS and _TOKEN.fullmatch(value) is not None


def says_visit(name: str) -> bool:
    """Whether a parameter describes the visit: who comes, from where, in which session.

    >>> says_visit("ref"), says_visit("utm_source"), says_visit("refund")
    (True, True, False)
    """
    name = name.lower()
    known = name in ARRIVALS or name in SIGNATURES or name in SESSIONS
    return known or is_tracking(name, "")
