"""What announcements of a change say, in English, French, German and Spanish: data for `announcements`.

Regular expressions without capturing groups, in lower case, for text in lower case with straight quotes.
"""

from __future__ import annotations

DAY = (
    r"\b\d{1,2}(?:st|nd|rd|th|er|º)?\.? (?:of |de |d')?(?:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|ma[iy]|jun|juin|jul|juil|aug|ao[ûu]t|ago|sep|o[ck]t|nov|dec|d[ée]c|dez|dic|ene)[a-zäéûû]*\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20\d\d-\d\d-\d\d\b"
)  # fmt: skip
"""A day, with or without its year."""

POLICY = (
    r"\b(?:(?:privacy|cookies?|data|user|usage|acceptable use|return|refund) (?:policy|policies|notice|statement|rules)|policy|policies|terms(?: (?:of|and) \w+)?|(?:user|service|customer|licen[cs]e) agreement|community (?:guidelines|standards)"
    r"|(?:politique|charte) de (?:confidentialit[ée]|protection)\w*|conditions (?:g[ée]n[ée]rales|d.utilisation|de service)|cgu|cgv|datenschutz\w*|nutzungsbedingungen|agb|gesch[äa]ftsbedingungen"
    r"|(?:pol[íi]tica|aviso) de (?:privacidad|cookies)|t[ée]rminos (?:de|y) \w+|condiciones (?:de|generales)\w*|informativa|termini|privacy ?verklaring|voorwaarden|pol[íi]tica de privacidade|termos)\b"
)  # fmt: skip
"""What a document of our kind is called."""

CHANGE = (
    r"\b(?:updat|chang|revis|amend|replac|new (?:version|terms|policy|privacy)|(?:takes?|comes? into|in) (?:effect|force)|effective|mise? à jour|mett(?:ons|rons) à jour|modifi|chang|nouvelle version|entr(?:e|ent|era|eront) en vigueur|[äa]nder|ge[äa]ndert"
    r"|aktualisier|neue (?:fassung|version|datenschutz)|in kraft|actualiz|cambi|modific|nueva versi[óo]n|entra(?:r[áa]n?)? en vigor|aggiorn|wijzig|bijgewerkt|atualiz|altera)"
)  # fmt: skip
"""That it changes."""

WILL = (
    r"\b(?:we|we'll|they|\w+) (?:will|shall|are going to|plan to|intend to|may)(?: also| now| soon| start(?: to)?| begin(?: to)?)* (?:use|share|process|collect|train|transfer|sell|combine|store|keep|analy[sz]e|show|receive|disclose|start|begin|stop|delete|change|become)"
    r"|\bwe'll (?:use|share|process|collect|train|start|begin|transfer|combine)|\b(?:we are|we're|is|are|be) (?:using|sharing|training|collecting|starting|processing|used|shared|transferred|processed|collected)"
    r"|\b(?:utiliserons|partagerons|traiterons|collecterons|(?:seront|sera) (?:utilis|partag|trait|transf[ée]r|collect)\w+|allons \w+r)\b"
    r"|\b(?:werden (?:wir )?.{0,80}(?:nutzen|verwenden|verarbeiten|teilen|erheben|weitergeben|trainieren|übermitteln)|(?:nutzen|verwenden|verarbeiten|teilen|erheben) wir|wir (?:nutzen|verwenden|verarbeiten|teilen|erheben))\b"
    r"|\b(?:utilizaremos|usaremos|compartiremos|trataremos|recopilaremos|vamos a \w+r|ser[áa]n? (?:utilizad|usad|compartid|tratad|transferid)\w+)\b"
)  # fmt: skip
"""What somebody will do, or does from some day on."""

WHAT = (
    r"\b(?:data|information|content|posts?|photos?|pictures?|messages?|notes|files|conversations|chats|activity|interactions|recordings?|documents|ai|artificial intelligence|models?|advertis\w+|ads|partners|account"
    r"|donn[ée]es|contenus?|publications|messages|photos|ia|intelligence artificielle|publicit\w+|daten\w*|inhalte\w*|beitr[äa]ge\w*|nachrichten|fotos|ki|künstliche\w* intelligenz|werbung"
    r"|datos|contenidos?|publicaciones|mensajes|fotos|inteligencia artificial|publicidad)\b"
)  # fmt: skip
"""What is done with that matters to readers."""

UPDATED = (
    r"\bwe(?:'ve| have|'re| are)?(?: \w+)? (?:updat|chang|revis|amend)\w* (?:\w+ ){0,4}(?:polic(?:y|ies)|notice|statement|terms|agreement|guidelines)\b"
    r"|\bnous (?:avons mis|mettons) à jour (?:\w+ ){0,4}(?:politique|conditions|charte|cgu)"
    r"|\bwir (?:haben|werden) (?:\w+ ){0,4}(?:datenschutz\w*|nutzungsbedingungen|agb|richtlinien?) (?:aktualisier|ge[äa]nder|ändern)"
    r"|\b(?:hemos (?:actualizado|cambiado|modificado)|actualizamos|actualizaremos) (?:\w+ ){0,4}(?:pol[íi]tica|t[ée]rminos|condiciones|aviso)"
)  # fmt: skip
"""That "we" changed a document: whoever says so announces it, with or without a day."""
