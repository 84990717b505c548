"""How languages write about spans of time: names of units, and what tells a span from a price or an age.

Data for `periods`, by language: regular expressions without capturing groups, for text in any case.
"""

from __future__ import annotations

from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "working day", "week", "month", "year"]

UNITS: dict[str, tuple[tuple[Unit, str, int], ...]] = {
    "en": (
        ("second", "seconds", 1), ("minute", "minutes?", 1), ("hour", "hours?|hrs?", 1),
        ("working day", r"(?:business|working|trading|banking)[ -]days?", 1), ("day", "days?", 1),
        ("day", "fortnights?", 14), ("week", "weeks?", 1), ("month", "months?", 1),
        ("year", "years?|yrs?", 1), ("year", "decades?", 10),
    ),
    "fr": (
        ("second", "secondes", 1), ("minute", "minutes?", 1), ("hour", "heures?", 1),
        ("working day", r"jours?\s+(?:ouvrés?|ouvrables?)", 1), ("day", "jours?", 1),
        ("week", "semaines?", 1), ("month", "trimestres?", 3), ("month", "semestres?", 6),
        ("month", "mois", 1), ("year", "ans?|années?", 1), ("year", "décennies?", 10),
    ),
    "de": (
        ("second", "sekunden", 1), ("minute", "minuten?", 1), ("hour", "stunden?", 1),
        ("working day", "(?:werk|arbeits|bankarbeits|geschäfts)tag(?:en?|e?s)?", 1),
        ("day", "(?:kalender)?tag(?:en?|e?s)?", 1), ("week", "wochen?", 1),
        ("month", "(?:kalender)?monat(?:en?|e?s)?", 1), ("month", "quartale?[ns]?", 3),
        ("year", "(?:kalender)?jahr(?:en?|e?s)?", 1), ("year", "jahrzehnte?n?", 10),
    ),
    "es": (
        ("second", "segundos", 1), ("minute", "minutos?", 1), ("hour", "horas?", 1),
        ("working day", r"d[ií]as?\s+(?:h[aá]bil(?:es)?|laborables?)", 1), ("day", "d[ií]as?", 1),
        ("week", "semanas?", 1), ("month", "trimestres?", 3), ("month", "semestres?", 6),
        ("month", "mes(?:es)?", 1), ("year", "años?", 1), ("year", "décadas?", 10),
    ),
}  # fmt: skip
"""What a unit is called, and how many of it the name stands for. The first that fits counts."""

GLUED: tuple[tuple[Unit, str], ...] = (
    ("hour", "stündig(?:e[nmrs]?)?"), ("day", "tägig(?:e[nmrs]?)?"), ("week", "wöchig(?:e[nmrs]?)?"),
    ("month", "monatig(?:e[nmrs]?)?|monatsfrist"), ("year", "jährig(?:e[nmrs]?)?|jahresfrist"),
)  # fmt: skip
"""Endings that German glues to a number: "zwölfmonatig", "30-tägig"."""

FILLERS = {
    "en": (
        "calendar consecutive full complete whole additional further more rolling successive continuous".split()
    ),
    "fr": "derniers dernières prochains premiers".split(),
    "de": (
        "voll volle voller vollen ganze ganzen weitere weiteren aufeinanderfolgende aufeinanderfolgenden"
        " zusätzliche zusätzlichen".split()
    ),
    "es": "últimos primeros".split(),
}
"""Words between a number and its unit that change nothing."""

ARTICLES = {
    "en": frozenset(("one", "a", "an")),
    "fr": frozenset(("un", "une")),
    "de": frozenset(("ein", "eine", "einem", "einen", "einer", "eines")),
    "es": frozenset(("un", "una", "uno")),
}
"""Words for one that often are no number: "one day we may", "eines Tages"."""

CUES = {
    "en": "for|within|after|of|than|to|over|least|most|every|in|period|maximum|minimum|only|about|until|exceeding",
    "fr": "pendant|après|dans|sous|d|de|durant|à|moins|plus|maximum|minimum|délai|environ|en",
    "de": (
        "nach|für|innerhalb|binnen|von|bis|zu|mindestens|höchstens|maximal|längstens|spätestens|als|während"
        "|über|in|ab|rund|etwa|nur"
    ),
    "es": "durante|después|tras|en|de|hasta|menos|más|dentro|máximo|mínimo|por|a|pasado|transcurrido",
}
"""Words in front of such a word that make it one."""

RATES = {
    "en": r"(?:per|an?|each|every)\s+|/\s?",
    "fr": r"(?:par|chaque|sur)\s+|/\s?",
    "de": r"(?:pro|je|in\s+der|die|im|am)\s+|/\s?",
    "es": r"(?:por|al|a\s+la|cada|los)\s+|/\s?",
}
"""What stands between a number of units and another unit where both say how often: "7 days a week"."""

AGES_BEHIND = {
    "en": r"[\s-]olds?\b|\s+of\s+age\b|\s+(?:or|and)\s+(?:older|over|above|younger)\b",
    "fr": r"\s+(?:d['’]âge|révolus?)\b",
    "de": r"\s+(?:alt\b|alte|(?:oder|und)\s+(?:älter|jünger))",
    "es": r"\s+de\s+edad\b|\s+cumplidos\b",
}
AGES_BEFORE = {
    "en": r"\b(?:aged?|ages|under|are|am|turn(?:ed|s)?|minors?|children|persons|anyone)(?:\s+(?:of|at\s+least|over|than|under|is|are))*\s+$",
    "fr": r"\b(?:âgée?s?|âge|(?:enfants?|mineure?s?|personnes?|jeunes?)(?:\s+(?:de|ayant))?(?:\s+(?:moins|plus))?)(?:\s+(?:d['’]au\s+moins|de))*\s+$",
    "de": r"\b(?:unter|alter(?:\s+von)?|alters?grenze(?:\s+von)?|(?:kinder|jugendliche|personen)(?:\s+(?:ab|über|von))?)\s+$",
    "es": r"\b(?:edad|menores|mayores|niños)(?:\s+de)+\s+$",
}
"""What behind or in front of a number of years says that it is somebody's age."""

HALF = {"en": r"\s+and\s+(?:a|one)[\s-]half\s*$"}
"""What adds a half in front of the unit."""
HALF_BEHIND = {"fr": r"\s+et\s+demie?\b", "es": r"\s+y\s+medi[oa]\b"}
"""What adds a half behind it."""

MONEY = r"(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|cad|aud))\s*$"
PRICE = r"(?:[$€£¥₹]\s?[\d.,]+|[\d.,]+\s?(?:[$€£¥₹%]|(?:euros?|dollars?|pounds?|cents?|eur|usd|gbp|chf)\b))\s+(?:\w+\s+)?$"
NAMED = (
    r"(?:\b(?:sections?|articles?|artikel|art[ií]culos?|secci[oó]n|abschnitte?|ziffer|kapitel|chapters?|chapitres?"
    r"|cap[ií]tulos?|clauses?|cl[aá]usulas?|paragraphs?|paragraphes?|párrafos?|absatz|pages?|seiten?|páginas?"
    r"|anne?x(?:es?)?|anhang|anexos?|versions?|versión|no|nr|núm|art|abs|sec|ch|pp?|pág|s)\.?|§+|n[°º]|#)\s*$"
)
"""What a number names that counts nothing: a section, a page."""
