"""Words behind which a link leads to a right. Data, by language.

A target that changes behind such words is news even if no word changes: the form for objections, the
address of the data protection officer, the page with earlier versions. What is listed are kinds of words
as policies use them, in small letters and without punctuation; `~` stands for any ending.

What this gets wrong: in a language whose words are not here every link is noise, and so is a right under a
name that no policy at hand gave it ("take control").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policydiff.text import compared

_RIGHTS = {
    "en": (
        "object~; right to object; objection~; opt out; optout; opting out; unsubscribe; withdraw~ consent; "
        "withdraw~ your consent; revoke~ consent; delete~ account; delete~ your account; delete~ data; "
        "delete~ your data; delete~ your information; deletion; erasure; erase~; deactivat~; close your "
        "account; download~ your data; download~ your information; download a copy; copy of your data; "
        "export your data; access your data; access your information; access request~; subject request~; "
        "subject access; data request~; privacy request~; request form; rights request~; submit a request; "
        "submit your request; make a request; request portal; privacy portal; portability; rectif~; correct "
        "your; restrict~ processing; exercise your; exercise these; exercising your; your rights; privacy "
        "rights; data protection officer; dpo; privacy officer; data protection authority; data protection "
        "authorities; supervisory authority; supervisory authorities; complaint~; complain; appeal~; do not "
        "sell; do not share; limit the use; previous version~; prior version~; earlier version~; previous "
        "polic~; archived version~; past version~; version history; cookie settings; cookie preferences; "
        "consent preferences; manage consent; privacy settings; contact us; contact form; representative"
    ),
    "fr": (
        "oppos~; droit d'opposition; vous opposer; désinscri~; désabonn~; retirer votre consentement; "
        "retrait du consentement; retirer le consentement; supprim~ votre compte; supprimer le compte; "
        "supprimer vos données; suppression; effacement; effacer vos données; télécharger vos données; "
        "télécharger vos informations; copie de vos données; accéder à vos données; demande d'accès; droit "
        "d'accès; portabilité; rectif~; limitation du traitement; exercer vos droits; exercer ces droits; "
        "exercer mes droits; vos droits; formulaire de demande; formulaire de contact; délégué à la "
        "protection des données; dpo; dpd; autorité de contrôle; autorité de protection; cnil; plainte~; "
        "réclamation~; versions précédentes; version précédente; versions antérieures; version antérieure; "
        "anciennes versions; gérer mes cookies; gérer les cookies; paramètres des cookies; paramétrer; nous "
        "contacter; contactez~; paramètres de confidentialité"
    ),
    "de": (
        "widersprech~; widerspruch~; abmelden; abbestell~; einwilligung widerrufen; widerruf~; konto "
        "löschen; ihr konto löschen; dein konto löschen; daten löschen; löschung; löschen; herunterladen "
        "ihrer daten; daten herunterladen; kopie ihrer daten; auskunft~; übertragbarkeit; "
        "datenübertragbarkeit; berichtig~; einschränkung der verarbeitung; rechte ausüben; ihre rechte; "
        "deine rechte; antragsformular; kontaktformular; datenschutzbeauftragt~; aufsichtsbehörde~; "
        "datenschutzbehörde~; beschwerde~; frühere version~; frühere fassung~; vorherige version~; vorige "
        "version~; ältere version~; frühere richtlinie~; cookie-einstellungen; datenschutzeinstellungen; "
        "privatsphäre-einstellungen; kontaktieren sie uns; kontaktiere uns; kontakt"
    ),
    "es": (
        "oponer~; oposición; derecho de oposición; darse de baja; darte de baja; cancelar la suscripción; "
        "retirar su consentimiento; retirar tu consentimiento; revocar~; eliminar tu cuenta; eliminar su "
        "cuenta; eliminar la cuenta; borrar tu cuenta; suprimir; supresión; eliminar tus datos; eliminar "
        "sus datos; descargar tus datos; descargar sus datos; descargar tu información; copia de tus datos; "
        "copia de sus datos; acceder a tus datos; acceder a sus datos; solicitud de acceso; portabilidad; "
        "rectifica~; limitación del tratamiento; ejercer tus derechos; ejercer sus derechos; tus derechos; "
        "sus derechos; formulario de solicitud; formulario de contacto; delegado de protección de datos; "
        "dpd; dpo; autoridad de control; autoridad de protección; reclamación~; queja~; versiones "
        "anteriores; versión anterior; configuración de cookies; configuración de privacidad; contacta~; "
        "contáct~; ponerse en contacto"
    ),
}
_POINTERS = {
    "en": (
        "here; this form; form; online form; web form; webform; this link; link; click here; this page; "
        "page; website; follow this link; using this form; contact; email; e-mail; email us; portal; "
        "settings; learn how; see here; account settings; tool; this tool"
    ),
    "fr": (
        "ici; ce formulaire; formulaire; ce lien; lien; cliquez ici; cliquant ici; cette page; page; site; "
        "contact; e-mail; portail; paramètres; lien suivant; ce lien suivant; formulaire en ligne"
    ),
    "de": (
        "hier; dieses formular; formular; online-formular; diesen link; link; hier klicken; diese seite; "
        "seite; kontakt; e-mail; portal; einstellungen; folgenden link; webseite"
    ),
    "es": (
        "aquí; este formulario; formulario; este enlace; enlace; haga clic aquí; haz clic aquí; esta "
        "página; página; contacto; correo electrónico; portal; ajustes; configuración; siguiente enlace"
    ),
}
_LEADING = {
    "en": (
        "use; using; fill in; fill out; complete; completing; submit; submitting; open; visit; via; through; "
        "click; click on; go to; follow; at; on; our; the; this; an; a; following; online; dedicated; web"
    ),
    "fr": "utilisez; utiliser; remplir; remplissez; compléter; complétez; via; par; sur; notre; le; la; ce; cette; en ligne",
    "de": "nutzen sie; nutze; verwenden sie; füllen sie; über; unser; unsere; das; dieses; diese; die",
    "es": "use; usa; utilice; utiliza; rellene; rellena; complete; completa; mediante; nuestro; nuestra; el; la; este; esta",
}
"""What may stand in front of a word that only points: "fill in this form"."""
_IN_ADDRESS = re.compile(
    r"opt-?out|unsubscribe|objection|right-to-object|delete[-_]?(?:my[-_])?(?:account|data)|account[-_/]?delet|erasure"
    r"|subject-?(?:access-?)?request|dsar|privacy-?request|data-?request|download-?your|complaint|do-not-sell|dpo@",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.\w{2,}(?:/\S*)?")


def _pattern(listed: dict[str, str]) -> re.Pattern[str]:
    phrases = {
        compared(phrase) + r"\w*" * phrase.endswith("~")
        for line in listed.values()
        for phrase in line.split("; ")
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases))})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    pointers, leading = _pattern(_POINTERS).pattern, _pattern(_LEADING).pattern
    return _pattern(_RIGHTS), re.compile(rf"(?:{leading} ){{0,4}}{pointers}")


@lru_cache(maxsize=4096)
def points(anchor: str) -> bool:
    """Whether the text of a link only points to what the sentence around it says."""
    _, pointers = _patterns()
    return (pointers.fullmatch(compared(anchor)) or _ITSELF.fullmatch(anchor.strip())) is not None


@lru_cache(maxsize=4096)
def behind(anchor: str, sentence: str, target: str) -> str:
    """The words that say that a link leads to a right, "" where nothing does.

    Args:
        anchor: the text of the link.
        sentence: the sentence around it, which counts where the text of the link only points ("here").
        target: its address.
    """
    rights, _ = _patterns()
    found = rights.search(compared(anchor))
    if found is None and sentence and points(anchor):
        found = rights.search(compared(sentence))
    if found is None:
        found = _IN_ADDRESS.search(target)
    return found.group() if found else ""
