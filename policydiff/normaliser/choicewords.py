"""How buttons and fields say that a choice or a right lies behind them, by language.

Data for `buttons` and `walk`: regular expressions without capturing groups, for text in lower case. A button in
a policy is a tool of the page ("Print", "Sign up") unless its words are of this kind.
"""

from __future__ import annotations

import re

from policydiff.normaliser import phrases

_CHOICES: dict[str, tuple[str, ...]] = {
    "en": (r"opt(?:ing)?[ -]?(?:out|in)", r"object(?:ion|ing)?", "unsubscribe", "withdraw", "revoke", "consent", r"delet(?:e|ion)", r"eras(?:e|ure)", "deactivate", "close my account", r"(?:download|export|access|see|get|correct|transfer) (?:a copy of )?(?:my|your|the) (?:\w+ )?(?:data|information|account)",
           r"cop(?:y|ies) of (?:my|your)", r"(?:data|access|privacy|deletion|subject|erasure|rights?) requests?", "request form", r"(?:submit|make|send|file|start) (?:a|an|your|my|the) (?:\w+ )?(?:request|objection|complaint|appeal)", r"(?:my|your) (?:privacy )?(?:rights|choices)", r"privacy (?:choices|settings|rights|preferences|options|controls?|portal|center|centre)",
           r"(?:ads?|advertising|cookies?|consent|data|marketing|e-?mail|notification|tracking|account|sharing|training) (?:settings|preferences|choices|options|controls?)", r"(?:manage|change|review|update|adjust|set) (?:my |your |all )?(?:\w+ )?(?:settings|preferences|choices|consent|cookies|data|permissions)", r"do not (?:sell|share|track|train|use)", "don['’]t (?:sell|share|track|train|use)", r"limit (?:the )?use", "complain(?:t|ts)?", "appeal", "data protection", r"(?:turn|switch) (?:it )?(?:off|on)", "disable", "stop (?:using|sharing|selling|processing|training|tracking)", "report (?:a|an|this)", "contact (?:our|the) (?:dpo|data|privacy)"),
    "fr": (r"s['’]opposer|m['’]opposer|opposition", "désinscri(?:re|ption)", "désabonne(?:r|ment)", "retirer", "révoquer", "consentement", "supprimer|suppression|effacer|effacement", "désactiver", r"(?:télécharger|exporter|obtenir|consulter|rectifier) (?:une copie de )?(?:mes|vos) (?:données|informations)", r"demandes? d['’](?:accès|effacement|opposition)", r"(?:exercer|faire valoir) (?:mes|vos|ses) droits", r"(?:mes|vos) (?:droits|choix)", r"(?:paramètres|préférences|réglages|choix) (?:de |des |d['’]|en matière de )?(?:confidentialité|cookies|consentement|publicité|données)", r"(?:gérer|modifier|paramétrer) (?:mes|vos|les) (?:cookies|préférences|choix|consentements?|données|paramètres)", "ne pas vendre", "réclamation|plainte", "refuser (?:l['’]utilisation|le traitement)"),
    "de": (r"widersprechen|widerspruch|widerrufen|widerruf", "abmelden|abbestellen", "einwilligung(?:en)?", "löschen|löschung", "deaktivieren", r"(?:meine|deine|ihre) (?:daten|informationen) (?:herunterladen|exportieren|löschen|anfordern|einsehen|berichtigen)", r"(?:auskunft|datenkopie|kopie (?:meiner|deiner|ihrer) daten)(?:\w*)?", r"(?:meine|deine|ihre) (?:rechte|auswahl|wahlmöglichkeiten)", r"(?:datenschutz|cookie|werbe|privatsphäre)-?(?:einstellungen|präferenzen|anfrage)", r"(?:einstellungen|auswahl|präferenzen|cookies) (?:ändern|anpassen|verwalten)", "nicht verkaufen", "beschwerde", "antrag (?:stellen|senden|einreichen)", "ausschalten|abschalten"),
    "es": (r"oponer(?:se|me)|oposición", "darse de baja|darme de baja|cancelar (?:la )?suscripción", "retirar|revocar", "consentimiento", "eliminar|borrar|supresión|eliminación", "desactivar", r"(?:descargar|exportar|obtener|consultar|rectificar) (?:una copia de )?(?:mis|sus|tus) (?:datos|información)", r"solicitud(?:es)? (?:de )?(?:acceso|supresión|datos|privacidad|oposición)", r"ejercer (?:mis|sus|tus) derechos", r"(?:mis|sus|tus) (?:derechos|opciones)", r"(?:configuración|preferencias|ajustes|opciones) de (?:privacidad|cookies|consentimiento|publicidad|datos)", r"(?:gestionar|administrar|cambiar|modificar) (?:mis |sus |tus |las )?(?:cookies|preferencias|opciones|datos|ajustes)", "no vender", "reclamación|queja"),
}  # fmt: skip

CHOICE = re.compile(rf"\b(?:{phrases.any_of(line for group in _CHOICES.values() for line in group)})\b")

SUBSCRIBING = re.compile(
    r"\b(?:newsletters?|subscrib\w*|sign up|s['’]abonner|s['’]inscrire|abonnieren|anmelden|suscr[ií]b\w*|bolet[ií]n)\b"
)
"""What forms say that ask for an address to send news to."""
