"""What elements, roles and class names say about a part of a page.

Tables only. Landmarks come from the HTML and ARIA standards. Class names are compared as whole tokens,
because a policy's own text often stands in a class that merely contains "cookie", "header" or "toc".
"""

from __future__ import annotations

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

CONTAINERS = frozenset(
    "article aside body center details dialog div fieldset figure footer form frameset header hgroup html"
    " main menu nav search section".split()
)
"""Elements that hold blocks: each may turn out to be the policy, or furniture."""

BLOCKS = frozenset(
    "address blockquote caption dd dir dl dt figcaption hr legend p summary tbody tfoot thead".split()
)
"""Elements that only end the text before them and the text in them."""

SKIPPED = frozenset(
    "applet area audio base canvas colgroup datalist embed frame head iframe img input link map math meta"
    " noembed noframes noscript object optgroup option param picture progress script select source style svg"
    " textarea title track video".split()
)
"""Elements without text of the policy."""

LANDMARKS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "header": "header",
    "dialog": "dialog",
    "search": "search",
    "template": "shadow",
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
    "borlabs-cookie borlabscookie cc--main cc-banner cc-revoke cc-window cky-consent-bar"
    " cky-consent-container cky-modal clisettingspopup cmpbox cmplz-cookiebanner cmpwrapper"
    " cookie-law-info-bar cookiebanner cookiedeclarationuserstatuslabel cybotcookiebotdialog"
    " didomi-host didomi-notice didomi-popup"
    " hs-eu-cookie-confirmation iubenda-cs-banner klaro onetrust-banner-sdk onetrust-consent-sdk"
    " onetrust-pc-sdk osano-cm-dialog osano-cm-window qc-cmp2-container qc-cmp2-ui"
    " sp-message-container termly-code-snippet-support truste-consent-track usercentrics-cmp-ui"
    " usercentrics-root -brlbs-content-blocker brlbs-cmpnt-content-blocker cmplz-blocked-content-container"
    " cookieconsent-optout-marketing".split()
)
"""Names (ids and classes, lower case, hyphens only) that consent managers give their own windows, to what
stands in the place of content until a visitor consents, and to what they print of the visitor's choice."""

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
    "cookie-notice": "consent",
    "cookie-consent": "consent",
    "cookieconsent": "consent",
    "social-share": "share",
    "share-buttons": "share",
    "skip-link": "navigation",
    "article-votes": "feedback",
    **dict.fromkeys(
        "breadcrumb-trail main-nav mainnav mobile-menu mobile-nav nav-menu navmenu pagenavigation"
        " pagination post-navigation primary-menu quick-links sitemap skiplinks skip-links sub-menu"
        " submenu top-menu topnav catlinks contentsub printfooter sitesub mw-jump-link"
        " mw-redirectedfrom mw-pt-languages mw-pt-translate-header language-list language-picker"
        " language-selector language-switcher lang-switcher navbox noprint no-print hidden-print"
        " d-print-none hide-for-print print-hide pageid".split(),
        "navigation",
    ),
    **dict.fromkeys(
        "colophon footerbar page-foot sitefooter site-foot page-bottom fusszeile pie-de-pagina pied"
        " pied-de-page rodape stopka voettekst".split(),
        "footer",
    ),
    **dict.fromkeys(
        "modal-dialog mfp-hide reveal reveal-modal popup-overlay overlay-popup remodal pum"
        " pum-overlay fancybox-content micromodal uk-modal uk-modal-dialog off-canvas offcanvas".split(),
        "dialog",
    ),
    **dict.fromkeys(
        "announcement announcement-bar announcement-banner announcebar notification-bar promo-bar"
        " promobar promo-banner topbar-promo store-notice woocommerce-store-notice utility-bar"
        " smartbanner smart-banner app-banner browserupgrade browsehappy emergency-alert alert-bar"
        " site-alert site-banner notices site-notice sitenotice marketing-banner hello-bar countdown-bar"
        " sticky-bar geo-strip".split(),
        "strip",
    ),
    **dict.fromkeys(
        "ad ads adv advert adverts advertisement advertising ad-slot adslot ad-unit ad-container"
        " ad-wrapper ad-banner ad-placeholder banner-ad google-ad google-ads adsbygoogle div-gpt-ad"
        " dfp-ad sponsored sponsored-content outbrain taboola trc-related-container".split(),
        "advertisement",
    ),
    **dict.fromkeys(
        "most-popular most-read popular-posts popular-stories trending trending-stories latest-news"
        " latest-posts latest-stories more-stories recently-viewed recent-posts recommended-stories"
        " you-may-like also-like".split(),
        "related",
    ),
    **dict.fromkeys(
        "chat-widget chat-window chatbot livechat live-chat survey-invite".split(),
        "dialog",
    ),
    **dict.fromkeys(
        "entry-meta docinfo page-metadata".split(),
        "byline",
    ),
}

SCREEN_READER_TOKENS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only sr-text"
    " u-visually-hidden usa-sr-only".split()
)

NOTE_TOKENS = frozenset(
    "endnote-ref fn fn-ref fnref footnote footnote-mark footnote-ref footnote-reference footnotes-link"
    " noteref note-ref reference sup superscript".split()
)
"""Class names of footnote marks, where digits stand right after a word or a number."""
ICON_TOKENS = frozenset(
    "material-icons material-icons-outlined material-icons-round material-symbols-outlined"
    " material-symbols-rounded material-symbols-sharp".split()
)
"""Icon fonts whose signs are written as words ("expand_more")."""

TOOL_TOKENS = frozenset(("mw-editsection", "rich-snippet-hidden"))
"""Names of what wikis put beside a heading (a link to edit the section), and of what themes put into the
text for machines, unseen (the author and the moment of a page)."""
