"""How pages say when they were revised and since when they apply, by language: data for `dates`.

Regular expressions without capturing groups; a blank stands for any white space. Months are prefixes of
what may be written: "sept" covers "Sept." and "September".
"""

from __future__ import annotations

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
        "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"
    ),
    "fr": (
        "janv(?:ier)?", "f[ée]v(?:r(?:ier)?)?", "mars", "avr(?:il)?", "mai", "juin", "juil(?:let)?",
        "ao[ûu]t", "sept(?:embre)?", "oct(?:obre)?", "nov(?:embre)?", "d[ée]c(?:embre)?"
    ),
    "de": (
        "j[äa]n(?:uar|ner)?", "feb(?:ruar|er)?", "m(?:ä|ae)rz", "apr(?:il)?", "mai", "juni?", "juli?",
        "aug(?:ust)?", "sept?(?:ember)?", "okt(?:ober)?", "nov(?:ember)?", "dez(?:ember)?"
    ),
    "es": (
        "ene(?:ro)?", "feb(?:rero)?", "mar(?:zo)?", "abr(?:il)?", "may(?:o)?", "jun(?:io)?",
        "jul(?:io)?", "ago(?:sto)?", "sep?t?(?:iembre)?", "oct(?:ubre)?", "nov(?:iembre)?",
        "dic(?:iembre)?"
    ),
}  # fmt: skip

UPDATED: dict[str, tuple[str, ...]] = {
    "en": (
        "last updated?", "updated", "update date", "(?:date of )?(?:the )?last revision",
        "(?:last )?revised", "revision date", "last reviewed", "(?:last )?modified", "(?:last )?amended",
        "last (?:change|edit)e?d?", "version", "published", "publication date", "posted", "release date",
        "issued?"
    ),
    "fr": (
        "(?:derni[èe]re )?mise? [àa] jour", "mis(?:es)? [àa] jour",
        "derni[èe]res? (?:modification|r[ée]vision|actualisation)s?", "modifi[ée]e?s?",
        "r[ée]vis[ée]e?s?", "actualis[ée]e?s?", "version", "publi[ée]e?s?", "date de publication"
    ),
    "de": (
        "stand", "(?:zuletzt |letztmals )?(?:aktualisiert|ge[äa]ndert|[üu]berarbeitet|bearbeitet)",
        "letzten? (?:aktualisierung|[äa]nderung|[üu]berarbeitung|bearbeitung)", "fassung", "version",
        "ver[öo]ffentlicht"
    ),
    "es": (
        "[úu]ltima (?:actualizaci[óo]n|modificaci[óo]n|revisi[óo]n)", "actualizad[oa]s?",
        "modificad[oa]s?", "revisad[oa]s?", "fecha de (?:actualizaci[óo]n|revisi[óo]n|publicaci[óo]n)",
        "versi[óo]n", "publicad[oa]s?"
    ),
}  # fmt: skip
"""What announces the day of the last revision."""

WEAK = (
    "version", "fassung", "versi[óo]n"
)  # fmt: skip
"""What announces a day of revision only where nothing behind the day says otherwise, as in "Diese
Fassung tritt am 1. Mai 2024 in Kraft"."""

EFFECTIVE: dict[str, tuple[str, ...]] = {
    "en": (
        "effective", "updating", "with effect", "in(?:to)? effect", "tak(?:es?|ing) effect",
        "in(?:to)? force", "(?:applies|apply|applicable|valid) (?:as of|as from|from|since|on|starting)"
    ),
    "fr": (
        "en vigueur", "prise d['’ ]effet", "pren(?:d|dra|nent|dront|ant) effet", "date d['’ ]effet",
        "effectif", "effective", "[àa] compter d[ue]",
        "applicables? (?:[àa] (?:compter|partir)|au|depuis|d[èe]s|le)",
        "valables? (?:[àa] partir|depuis|au)"
    ),
    "de": (
        "in kraft", "inkrafttreten", "(?:g[üu]ltig|wirksam|g[ie]lte?n?|geltung) (?:ab|seit|zum|am|vom)",
        "g[üu]ltig", "mit wirkung", "g[üu]ltigkeitsdatum", "wirksam"
    ),
    "es": (
        "en vigor", "vigentes?(?: desde| a partir)?", "vigencia", "efectiv[oa]s?", "fecha de efecto",
        "surt(?:e|ir[áa]n?) efecto", "aplicables? (?:desde|a partir)",
        "v[áa]lid[oa]s? (?:desde|a partir)"
    ),
}  # fmt: skip
"""What announces the day from which the text applies."""

UNTIL = (
    "until", "till", "up to", "before", "prior to", "through", "bis", "bis zum", "vor dem",
    "jusqu['’ ]au", "avant le", "hasta", "hasta el", "antes del"
)  # fmt: skip
"""What stands before a day on which something ends."""

RANGE = (
    "until", "till", "to", "through", "bis", "jusqu['’ ]au", "au", "hasta", "al"
)  # fmt: skip
"""What stands between the two days of a period that is over: a list of older versions."""

OLDER = (
    "previous", "prior", "old(?:er)?", "earlier", "former", "superseded", "archived",
    "pr[ée]c[ée]dente?s?", "anciennes?", "ant[ée]rieure?s?", "vorherigen?", "vorigen?", "fr[üu]heren?",
    "alten?", "ersetzt", "anterior(?:es)?", "antigu[oa]s?"
)  # fmt: skip
"""What says that another version is meant than this one."""

LAW = (
    "acts?", "laws?", "regulations?", "directives?", "ordinance", "statute", "bill", "gdpr", "ccpa",
    "cpra", "lois?", "r[èe]glements?", "d[ée]crets?", "ordonnance", "gesetz(?:es)?", "verordnung",
    "dsgvo", "rgpd", "ley(?:es)?", "reglamento", "decreto", "court", "tribunal", "gericht", "decision",
    "d[ée]cision", "addendum", "founded", "incorporated", "born"
)  # fmt: skip
"""What has a date of its own that is not the document's."""

DOCUMENT = (
    "policy", "policies", "notice", "statement", "terms", "agreement", "conditions", "guidelines",
    "rules", "document", "version", "changes?", "updates?", "amendments?", "politiques?",
    "d[ée]claration", "charte", "avis", "contrat", "modifications?", "texte", r"\w*richtlinien?",
    r"\w*erkl[äa]rung", r"\w*bestimmungen", r"\w*bedingungen", r"\w*hinweise?", r"\w*vereinbarung",
    "[äa]nderungen", "fassung", "pol[íi]ticas?", "aviso", "t[ée]rminos", "condiciones", "declaraci[óo]n",
    "acuerdo", "cambios", "versi[óo]n"
)  # fmt: skip
"""What a long sentence must name for its date to be the document's."""
