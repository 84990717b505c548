"""What the tools around a text say, by language: whole short lines and names of buttons.

Data for `furniture` and `blocks`. Each is a regular expression for all of a line, without capturing groups,
in lower case, for lines in lower case (comparing without regard to case takes three times as long), and with the signs that may stand around it. Only what every site says about its own pages is here:
a line that could be a sentence of a policy is not.
"""

from __future__ import annotations

import re

from policydiff.normaliser import phrases

TOOLS: dict[str, tuple[str, ...]] = {
    "en": (r"(?:back|return|go|jump|scroll) to (?:the )?top(?: of (?:the )?page)?", "(?:top|bottom) of (?:the )?page",
           r"print(?: (?:this )?(?:page|article|version|policy))?", "printer[- ]friendly(?: version)?",
           r"(?:share|e-?mail|tweet|bookmark) (?:this )?(?:page|article|post)(?: on| via| by)?", r"share(?: this)?:?", "share by e-?mail",
           r"copy(?: the)?(?: page| section)? (?:link|url)(?: to (?:this )?(?:section|heading|clipboard))?", "(?:link|url) copied!?",
           r"(?:expand|collapse|open|close|show|hide) all(?: sections)?", r"skip to (?:the )?(?:main )?content", r"jump to:? (?:navigation|content)(?:, search)?",
           r"edit(?: source| this (?:page|section))?",
           r"\d+ min(?:ute)?s?\.? (?:read|reading time)", r"(?:estimated )?reading time:? \d+ min(?:ute)?s?",
           r"(?:no|\d+) comments?", "leave a (?:comment|reply)", "(?:please )?(?:sign|log) in to (?:leave|post|add) a (?:comment|reply)",
           "be the first to like this", "no labels", "report abuse", r"tags?: .{1,80}", r"written by (?:[^\W\d_][\w.'-]* ?){1,4}",
           r"(?:was|is) this (?:page|article|post|information|content|section)? ?(?:helpful|useful)(?: to you)?",
           r"(?:did|does) this (?:page|article|post|content)? ?(?:help(?: you)?|answer your questions?)",
           r"did you find (?:this|it)(?: page| article)? (?:helpful|useful)", r"\d+ out of \d+ found this (?:helpful|useful)",
           r"(?:thank you|thanks) for your feedback[.!]?", r"hits:? \d[\d.,]*", r"\d[\d.,]* (?:page )?views?", "details", r"category: .{1,40}", r"no comments(?: (?:for this page|yet))?", r"comments \(\d+\)",
           r"translate this page", r"(?:other|available|in other) languages:?", r"(?:add|choose|select) (?:your )?languages?", r"\(?redirected from .{1,40}\)?", "advertisement", "(?:last |article )?(?:updated|modified|edited):?"),
    "fr": (r"(?:retour(?:ner)?|revenir|aller|remonter) (?:en |au |vers le )?haut(?: de (?:la )?page)?", r"haut de (?:la )?page",
           r"imprimer(?: cette page| cet article)?", r"version imprimable", r"partager(?: (?:cette page|cet article))?(?: sur| par)?:?",
           r"copier (?:le )?lien", r"lien copié ?!?", r"(?:tout (?:développer|déplier|réduire|replier|afficher|masquer|ouvrir|fermer)|(?:développer|déplier|réduire|replier|afficher|masquer|ouvrir|fermer) tout)",
           r"modifier(?: le (?:code|wikicode))?", r"(?:aller|passer|accéder) (?:directement )?au contenu(?: principal)?", r"\d+ min(?:utes?)? de lecture", r"temps de lecture ?:? \d+ min(?:utes?)?",
           r"\d+ commentaires?", r"laisser un commentaire", r"(?:cette page|cet article|ce contenu) vous a-t-(?:il|elle) été utile",
           r"(?:cela|ceci|cette page|cet article) vous a-t-(?:il|elle) aidée?", r"merci pour votre (?:avis|retour|commentaire)[.!]?"),
    "de": (r"(?:zurück )?nach oben", r"zum (?:seiten)?anfang", "zum inhalt(?: springen)?", r"(?:quelltext )?bearbeiten", r"(?:seite|artikel|beitrag) (?:drucken|teilen|weiterempfehlen)",
           r"drucken|druckversion|druckansicht", r"teilen(?: (?:auf|per|über))?:?", r"link kopieren|link kopiert!?",
           r"alle(?:s)? (?:öffnen|schließen|ausklappen|einklappen|aufklappen|zuklappen|anzeigen)", r"\d+ min(?:uten?)?\.? (?:lesezeit|lesedauer)",
           r"(?:lesezeit|lesedauer):? (?:ca\. )?\d+ min(?:uten?)?\.?", r"(?:keine|\d+) kommentare?", "kommentar (?:schreiben|hinterlassen)",
           r"war (?:dieser|diese|dieses|der) (?:artikel|beitrag|seite|inhalt) (?:für sie |für dich )?(?:hilfreich|nützlich)",
           r"hat (?:ihnen|dir) (?:dieser|der|diese|die) (?:artikel|beitrag|seite) geholfen", r"(?:vielen )?dank für (?:ihr|dein)e? (?:feedback|rückmeldung)[.!]?"),
    "es": (r"(?:volver|ir|subir|regresar) (?:hacia |al |a la parte )?(?:arriba|inicio|superior)", r"imprimir(?: esta página| este artículo)?",
           r"versión para imprimir", r"compartir(?: (?:esta página|este artículo))?(?: en| por)?:?", r"copiar (?:el )?enlace|enlace copiado!?",
           r"editar(?: código)?", r"(?:expandir|contraer|mostrar|ocultar|abrir|cerrar) todo", r"(?:ir|saltar) al contenido(?: principal)?",
           r"\d+ min(?:utos?)? de lectura", r"tiempo de lectura:? \d+ min(?:utos?)?", r"\d+ comentarios?", r"deja(?:r)? un comentario",
           r"¿(?:te|le)? ?(?:fue|ha sido|resultó) (?:de utilidad |útil )?(?:este|esta)? ?(?:artículo|página|contenido)(?: útil)?", r"¿fue útil (?:este artículo|esta página)",
           r"gracias por (?:tus|sus) comentarios[.!]?"),
}  # fmt: skip
"""Lines that offer a tool for reading the page, ask how it was, or count its readers."""

OPENERS: dict[str, tuple[str, ...]] = {
    "en": ("learn more", "(?:read|see|show|view) (?:more|less|all|details)", "expand", "collapse", "close", "open", "toggle(?: .{1,40})?", "menu", "more"),
    "fr": ("en savoir (?:plus|moins)", "(?:lire|voir|afficher) (?:plus|moins|la suite|tout)", "développer", "déplier", "replier", "réduire", "fermer", "ouvrir"),
    "de": ("mehr (?:erfahren|anzeigen|lesen)?", "weniger(?: anzeigen)?", "weiterlesen", "(?:auf|zu|aus|ein)klappen", "öffnen", "schließen", "details(?: anzeigen)?"),
    "es": ("(?:más|menos) información", "(?:leer|ver|mostrar|saber) (?:más|menos|todo)", "expandir", "contraer", "abrir", "cerrar"),
}  # fmt: skip
"""What buttons say that open a section without naming it."""

CONSENTS: dict[str, tuple[str, ...]] = {
    "en": (r"(?:i )?(?:accept|allow|agree(?: to)?|reject|decline|deny|refuse)(?: (?:all|only|optional|essential|necessary|non-essential|cookies|and (?:close|continue)))*",
           r"(?:manage|customi[sz]e|cookie|privacy) (?:cookies|settings|preferences|choices|options)", r"(?:only )?(?:necessary|essential)(?: cookies)?(?: only)?", "got it"),
    "fr": (r"(?:tout )?(?:j'accepte|accepter|autoriser|refuser)(?: tou(?:t|s|tes))?(?: (?:les )?cookies)?", "continuer sans accepter", "(?:paramétrer|personnaliser|gérer)(?: .{1,20})?"),
    "de": (r"(?:alle(?:s)? )?(?:cookies )?(?:akzeptieren|annehmen|zulassen|ablehnen|erlauben)", "nur (?:notwendige|erforderliche)(?: cookies)?.{0,14}", "(?:cookie-?)?einstellungen.{0,12}"),
    "es": (r"(?:aceptar|permitir|rechazar|denegar)(?: tod[oa]s?)?(?: (?:las )?cookies)?", "(?:configurar|gestionar|personalizar)(?: .{1,20})?", "solo (?:las )?(?:necesarias|esenciales)"),
}  # fmt: skip
"""What the buttons of a consent window say."""

BACKLINKS = frozenset("↩↵↑⤴⏎^⬆")
"""Signs of links that lead from a note back to its place in the text."""


def _compiled(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    lines = phrases.any_of(line for group in table.values() for line in group)
    return re.compile(rf"\W{{0,3}}(?:{lines})\W{{0,4}}")


TOOL = _compiled(TOOLS)
CONSENT = _compiled(CONSENTS)
OPENER = _compiled(OPENERS)
