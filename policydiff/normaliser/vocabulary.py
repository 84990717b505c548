"""What elements, roles and class names say about a part of a page.

Tables only. Landmarks come from the HTML and ARIA standards. Class names are compared as whole tokens,
because a policy's own text often stands in a class that merely contains "cookie", "header" or "toc".
"""

from __future__ import annotations

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

CONTAINERS = frozenset(
    "article aside body center dialog div fieldset figure footer form header hgroup main menu nav section"
    " details html search frameset".split()
)
"""Elements that hold blocks: each may turn out to be the policy, or furniture."""

BLOCKS = frozenset(
    "address blockquote caption dd dir dl dt figcaption hr legend p summary tbody tfoot thead".split()
)
"""Elements that only end the text before them and the text in them."""

SKIPPED = frozenset(
    "applet area audio base canvas colgroup datalist embed frame head iframe img input link map math meta noembed"
    " noframes noscript object optgroup option param picture progress script select source style svg template"
    " textarea title track video".split()
)
"""Elements without text of the policy. A `<template>` is not rendered, and the text of a declarative shadow
root is as a rule furniture of a widget."""

LANDMARKS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "header": "header",
    "dialog": "dialog",
    "search": "search",
}
ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
    "complementary": "aside",
    "banner": "header",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "search": "search",
    "tooltip": "dialog",
    "main": "",
    "article": "",
}

CONSENT_MANAGERS = frozenset(
    "onetrust-consent-sdk onetrust-banner-sdk onetrust-pc-sdk ot-sdk-container cybotcookiebotdialog"
    " usercentrics-root usercentrics-cmp-ui didomi-host didomi-popup didomi-notice qc-cmp2-container qc-cmp2-ui"
    " truste-consent-track osano-cm-window osano-cm-dialog cookieconsent cc-window cc-banner cc-revoke"
    " iubenda-cs-banner klaro cky-consent-container cky-consent-bar cky-modal cmplz-cookiebanner"
    " borlabsCookie borlabs-cookie cookie-law-info-bar cliSettingsPopup hs-eu-cookie-confirmation"
    " termly-code-snippet-support sp_message_container cmpbox cmpwrapper cc--main cc-main cookie-notice cookie-banner"
    " cookie-consent cookie-bar cookiebanner cookie-popup cookie-modal gdpr-banner consent-banner".lower().replace("_", "-").split()
)
"""Names (ids and classes) that consent managers give their own windows."""

FURNITURE_TOKENS = {
    "breadcrumb": "navigation",
    "breadcrumbs": "navigation",
    "navbar": "navigation",
    "navigation": "navigation",
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "site-footer": "footer",
    "page-footer": "footer",
    "modal": "dialog",
    "popup": "dialog",
    "lightbox": "dialog",
    "sidebar": "aside",
    "related": "related",
    "related-articles": "related",
    "related-posts": "related",
    "social-share": "share",
    "share-buttons": "share",
    "skip-link": "navigation",
    "article-votes": "feedback",
}

SCREEN_READER_TOKENS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only sr-text"
    " u-visually-hidden usa-sr-only".split()
)

ICON_TOKENS = frozenset(
    "material-icons material-icons-outlined material-icons-round material-symbols-outlined material-symbols-rounded"
    " material-symbols-sharp".split()
)
"""Icon fonts whose signs are written as words ("expand_more")."""
