"""What bad captures say and what policies talk about, by language: data for `quality`.

Regular expressions without capturing groups, in lower case, for text in lower case with straight quotes;
a blank stands for any white space. Phrases are those of the kind of page, whoever wrote it: error pages
of web servers, challenge pages of content delivery networks, consent dialogs, messages of web applications.
"""

from __future__ import annotations

ERROR: dict[str, tuple[str, ...]] = {
    "": (
        r"\b(?:error|http|status)(?: code)?:? ?[45]\d\d\b", r"^(?:40[0-9]|410|429|50[0-9])\b",
        "reference #"
    ),
    "en": (
        "(?:page|file|url|document) (?:(?:could|can) ?n[o']t be|was not|not|you requested was not) found",
        "page not found", "not found on this server", "page (?:does not|doesn't|no longer) exists?",
        "access (?:is |to this page has been )?denied", "you do(?:n't| not) have (?:permission|access)",
        "^forbidden", "service (?:is )?(?:temporarily )?unavailable", "internal server error",
        "bad gateway", "gateway time-?out", "too many requests", "request (?:was )?(?:blocked|rejected)",
        "offline page", "you (?:are|seem to be) offline", "(?:we'll be|be right) back soon",
        "under maintenance", "not available in your (?:country|region)"
    ),
    "fr": (
        "page (?:introuvable|non trouv[ée]e|inexistante)",
        "(?:cette|la) page (?:demand[ée]e )?n'(?:existe (?:pas|plus)|est pas disponible)",
        "acc[èe]s (?:refus[ée]|interdit)", "service (?:temporairement )?indisponible",
        "erreur (?:interne|serveur)", "trop de requ[êe]tes", "en (?:cours de )?maintenance",
        "pas disponible dans votre (?:pays|r[ée]gion)"
    ),
    "de": (
        "seite (?:wurde )?(?:leider )?nicht gefunden", "seite existiert nicht",
        "zugriff (?:verweigert|nicht erlaubt)", "nicht verf[üu]gbar in ihre[mr]",
        "dienst (?:vor[üu]bergehend )?nicht verf[üu]gbar", "interner serverfehler", "zu viele anfragen",
        "wartungsarbeiten"
    ),
    "es": (
        "p[áa]gina no (?:encontrada|existe|disponible)",
        "no (?:se )?(?:pudo|ha podido|puede) encontrar la p[áa]gina", "acceso (?:denegado|prohibido)",
        "servicio no disponible", "error interno", "demasiadas solicitudes", "en mantenimiento",
        "no (?:est[áa] )?disponible en tu (?:pa[íi]s|regi[óo]n)"
    ),
}  # fmt: skip
"""The server did not give the page."""

SOFT_ERROR: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:page|content|link) (?:isn't|is not|is no longer) available",
        "(?:something|it looks like something|looks like something's) (?:went|has gone|gone) wrong",
        "(?:an|a technical|unexpected) error (?:has )?occurred", r"technical (?:error|difficult\w+)",
        "try (?:again|reloading)", "reload (?:the |this )?page", "taking (?:a while|longer than)",
        "we'(?:re|ll) (?:working on|have) it", "could(?:n't| not) (?:load|connect)",
        "failed to (?:load|fetch)", "unable to (?:load|connect)", r"loading\.{0,3}$",
        "refresh (?:the|this) page", "(?:log|sign) in to (?:continue|see|view)",
        "you must (?:log|sign) in", "forgot(?:ten)? (?:your )?password"
    ),
    "fr": (
        "erreur (?:est survenue|s'est produite|technique|inattendue)", "r[ée]essay(?:er|ez)",
        "plus de temps que pr[ée]vu", r"chargement(?: en cours)?\.{0,3}$",
        "impossible de (?:charger|se connecter)", "recharge[rz] la page",
        "(?:contenu|page|lien) (?:n'est )?(?:plus|pas) disponible",
        "connectez-vous pour (?:continuer|voir)", "mot de passe oubli[ée]"
    ),
    "de": (
        "(?:fehler|problem) (?:ist )?(?:aufgetreten|passiert)", "etwas ist schief ?gelaufen",
        "versuche?n? (?:sie )?es (?:erneut|noch ?mal|sp[äa]ter)", "l[äa]nger als erwartet",
        "seite neu laden", "wird geladen",
        "(?:inhalt|seite|link) (?:ist )?(?:derzeit |momentan )?nicht (?:mehr )?verf[üu]gbar",
        "melde dich an, um", "melden sie sich an, um", "passwort vergessen"
    ),
    "es": (
        "(?:ha ocurrido|se ha producido|se produjo|ocurri[óo]) un error",
        "algo (?:sali[óo]|ha salido|fue) mal",
        "(?:vuelve a intentarlo|int[ée]ntalo de nuevo|int[ée]ntelo)", "tardando m[áa]s",
        "recarga(?:r)? la p[áa]gina", r"cargando\.{0,3}$",
        "(?:contenido|p[áa]gina|enlace) (?:ya )?no est[áa] disponible", "inicia sesi[óo]n para",
        "olvid(?:aste|ado) (?:tu|su|la) contraseña"
    ),
}  # fmt: skip
"""The application answered, but not with the page."""

SCRIPT_ERROR = (
    "client-side exception", "application error: an? ", "uncaught (?:type|reference|syntax|range)?error",
    "see the browser console", "hydration failed", "minified react error", "chunkloaderror",
    "unhandled (?:runtime|promise) "
)  # fmt: skip
"""A script of the page crashed while it was built."""

NEEDS_SCRIPT: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:enable|turn on|activate) javascript",
        "javascript (?:is|must be|to be|has been) (?:required|disabled|enabled|turned)",
        "requires javascript", "without javascript", "browser (?:is not|isn't|is no longer) supported",
        "(?:upgrade|update) your browser"
    ),
    "fr": (
        "activ(?:er|ez) (?:le )?javascript",
        "javascript (?:est|doit [êe]tre) (?:requis|d[ée]sactiv[ée]|activ[ée]|n[ée]cessaire)",
        "navigateur n'est (?:pas|plus) (?:pris en charge|support[ée])"
    ),
    "de": (
        "javascript (?:ist )?(?:aktivieren|deaktiviert|erforderlich|ben[öo]tigt)",
        "aktivieren sie (?:bitte )?javascript", "browser wird nicht (?:mehr )?unterst[üu]tzt"
    ),
    "es": (
        "(?:activa|habilita|active|habilite)r? (?:el )?javascript",
        "javascript (?:est[áa] )?(?:desactivado|deshabilitado)", "(?:necesita|requiere) javascript"
    ),
}  # fmt: skip
"""The page was saved before, or without, its scripts."""

REDIRECT: dict[str, tuple[str, ...]] = {
    "en": (
        r"redirect(?:ing|ed) (?:you )?(?:to|quickly|automatically|shortly|in \d)",
        "you (?:should|will) be(?:ing)? redirected", "(?:you're|are) be(?:ing)? redirected", "being redirected",
        "(?:page|document|object|site) (?:has )?(?:been )?moved", "moved (?:permanently|temporarily)",
        "if (?:you are|you're) not redirected", "click here if you are not", "^redirecting"
    ),
    "fr": (
        "redirection (?:en cours|vers|automatique)", "vous (?:allez [êe]tre|serez|[êe]tes) redirig[ée]",
        "si vous n'[êe]tes pas redirig[ée]", "page a [ée]t[ée] d[ée]plac[ée]e"
    ),
    "de": (
        "(?:sie werden|du wirst) (?:automatisch |in k[üu]rze )?(?:weiter|um)geleitet",
        "weiterleitung (?:zu|auf|erfolgt)", "falls (?:sie|du) nicht (?:automatisch )?weitergeleitet",
        "seite (?:wurde|ist) (?:verschoben|umgezogen)"
    ),
    "es": (
        "(?:ser[áa]s?|est[áa]s? siendo) redirigid[oa]", "redirigiendo", "redireccionando",
        "si no (?:es|eres|ser[áa]) redirigid[oa]",
        "p[áa]gina (?:se ha|ha sido) (?:movid[oa]|trasladad[oa])"
    ),
}  # fmt: skip
"""The page only leads on to another."""

CHALLENGE: dict[str, tuple[str, ...]] = {
    "": (
        "captcha", "ray id", "ddos protection", "incident id", "cf-browser"
    ),
    "en": (
        "checking (?:your browser|if the site connection)",
        "verif(?:y|ying) (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:robot|bot))",
        "(?:are you|i'm) (?:a |not a )?(?:human|robot)",
        "confirm (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)",
        "just a moment", "unusual (?:traffic|activity)", "automated (?:access|requests|queries)",
        "enable (?:javascript and )?cookies to continue", "press (?:&|and) hold",
        "security (?:check|verification)", "needs to review the security", "you have been blocked",
        "please stand by"
    ),
    "fr": (
        "v[ée]rifi(?:er|ez|ons|cation) (?:que )?(?:vous [êe]tes|de (?:s[ée]curit[ée]|votre navigateur))",
        "(?:ê|e)tes-vous un (?:humain|robot)", "je ne suis pas un robot", "un instant",
        "trafic (?:inhabituel|suspect)", "vous avez [ée]t[ée] bloqu[ée]"
    ),
    "de": (
        "sicherheits[üu]berpr[üu]fung", "(?:sind sie|bist du) ein (?:mensch|roboter)",
        r"best[äa]tige\w* (?:sie )?,? dass (?:sie|du) ein mensch", "ich bin kein roboter",
        r"ungew[öo]hnliche\w* (?:datenverkehr|aktivit[äa]t\w*)",
        "browser wird (?:gepr[üu]ft|[üu]berpr[üu]ft)", "einen moment"
    ),
    "es": (
        "verifi(?:ca|que|car|cando|quemos) (?:que )?(?:eres|es|si es|usted es) (?:un )?(?:humano|ser humano)",
        "no soy un robot", "comprobando (?:su|tu) navegador", "tr[áa]fico inusual", "un momento",
        "verificaci[óo]n de seguridad", "has sido bloqueado"
    ),
}  # fmt: skip
"""Somebody wants proof that the reader is a person."""

CONSENT_TOPIC: dict[str, tuple[str, ...]] = {
    "": (
        "cookie", "gdpr", "tracking technolog"
    ),
    "en": (
        "consent", "your privacy", "preferences", "legitimate interest", "partners", "personali[sz]e"
    ),
    "fr": (
        "consent", "votre vie priv[ée]e", "traceurs", "pr[ée]f[ée]rences", "partenaires",
        "int[ée]r[êe]t l[ée]gitime"
    ),
    "de": (
        "einwillig", "privatsph[äa]re", "einstellungen", "zustimm", "partner",
        r"berechtigte\w* interesse"
    ),
    "es": (
        "consent", "tu privacidad", "su privacidad", "preferencias", "socios", "inter[ée]s leg[íi]timo"
    ),
}  # fmt: skip
"""What a consent dialog talks about."""

CONSENT_BUTTON: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:accept|allow|agree to)(?: all| only)?(?: (?:optional|essential|necessary))?(?: cookies)?",
        "(?:reject|decline|deny|refuse|block)(?: all)?(?: (?:optional|non-essential))?(?: cookies)?",
        "accept (?:and|&) (?:continue|close)", "i (?:accept|agree|consent)", "agree",
        "(?:manage|customi[sz]e|change|more)(?: (?:my|your|cookie|data|consent|privacy)){0,3} settings",
        "(?:manage|customi[sz]e|change|more)(?: (?:my|your|cookie|data|consent|privacy)){0,3} preferences",
        "(?:manage|customi[sz]e|change)(?: (?:my|your|cookie|data|consent|privacy)){0,3} (?:choices|options)",
        "more (?:choices|options)",
        "(?:cookie|data|privacy) (?:settings|preferences|choices|options)",
        "only (?:necessary|essential)(?: cookies)?", "save (?:my )?(?:settings|preferences|choices)",
        "(?:necessary|essential)(?: cookies)? only", "continue without (?:accepting|agreeing)"
    ),
    "fr": (
        "(?:accepter|autoriser|refuser)(?: tou(?:t|te|tes|s))?(?: et (?:fermer|continuer)| les cookies)?",
        "tout (?:accepter|refuser)", "continuer sans accepter", "j'accepte",
        "(?:param[ée]trer|g[ée]rer|personnaliser)(?: (?:les|mes|vos) (?:cookies|choix|pr[ée]f[ée]rences))?",
        "(?:param[èe]tres|pr[ée]f[ée]rences)(?: des cookies)?", "en savoir plus"
    ),
    "de": (
        "(?:alle )?(?:cookies )?(?:akzeptieren|annehmen|zulassen|ablehnen|erlauben)",
        "alle(?:s)? (?:akzeptieren|ablehnen|annehmen|zulassen)",
        "(?:ich )?(?:stimme zu|zustimmen|einverstanden)",
        "nur (?:notwendige|erforderliche|essenzielle)(?: cookies)?(?: akzeptieren| zulassen)?",
        r"(?:cookie-?|datenschutz-?)?\s?einstellungen(?: (?:verwalten|anpassen|speichern))?",
        "auswahl (?:best[äa]tigen|speichern)"
    ),
    "es": (
        "(?:aceptar|permitir|rechazar|denegar)(?: tod[oa]s?)?(?: y (?:continuar|cerrar)| las cookies)?",
        "acepto",
        "(?:configurar|gestionar|personalizar|administrar)(?: (?:las )?(?:cookies|opciones|preferencias))?",
        "continuar sin aceptar", "(?:configuraci[óo]n|preferencias)(?: de (?:las )?cookies)?",
        "solo (?:las )?(?:necesarias|esenciales)"
    ),
}  # fmt: skip
"""What is written on its buttons."""

NAMES: dict[str, tuple[str, ...]] = {
    "en": (
        "privacy", "polic(?:y|ies)", "terms", "conditions", "cookies?", "notices?", "statement",
        "guidelines?", "rules", "standards?", "principles", "agreements?", r"licen[sc]e\w*", "legal",
        "imprint", "disclaimer", "copyright", "trademarks?", "accessibility", "code of conduct",
        "data (?:protection|processing|use|retention|subject)", "compliance", "consent", "addendum",
        "gdpr", "ccpa", "dmca", "dsa", r"(?:digital services|consumer \w+) act", "transparency",
        "refunds?", "returns?", "complaints?", "appeals?", "pricing", "prices", "fees", "subprocessors?",
        "requirements", "safety", "disclosures?", "restricted", "prohibited", "warranty", "commitments?",
        "charter"
    ),
    "fr": (
        "confidentialit[ée]", "vie priv[ée]e", "politiques?", "conditions", "cgu", "cgv", "mentions",
        "l[ée]gales?", "cookies?", "traceurs", "charte", "r[èe]gles", "r[èe]glement", "donn[ée]es",
        "avis", "accord", "contrat", "licence", "accessibilit[ée]", "droits?", "engagements?",
        "protection", "consentement", "rgpd", "tarifs?", "prix", "r[ée]tractation", r"remboursement\w*",
        "r[ée]clamations?", "s[ée]curit[ée]", "lignes directrices", "transparence", "d[ée]claration",
        "principes"
    ),
    "de": (
        r"datenschutz\w*", r"\w*richtlinien?", r"\w*bedingungen", "agb", r"\w*vereinbarung(?:en)?",
        "impressum", "anbieterkennzeichnung", r"\w*erkl[äa]rung(?:en)?", r"rechtliche\w*",
        r"\w*hinweise?", "cookies?", "nutzung", r"\w*regeln", "lizenz(?:en)?", r"barrierefreiheit\w*",
        r"widerruf\w*", r"\w*vertrag", "dsgvo", "urheberrecht", r"haftung\w*", "grunds[äa]tze", "preise",
        r"preis\w+", "geb[üu]hren", "beschwerden?", r"jugendschutz\w*", r"transparenz\w*", "k[üu]ndigung"
    ),
    "es": (
        "privacidad", "pol[íi]ticas?", "condiciones", "t[ée]rminos", "cookies?", "aviso", "legal(?:es)?",
        "normas", "reglas", "acuerdo", "contrato", "licencia", "accesibilidad", "derechos?",
        "declaraci[óo]n", "protecci[óo]n", "datos", "consentimiento", "rgpd", "tarifas?", "precios",
        "reembolsos?", "reclamaciones", "directrices", "transparencia", "seguridad", "principios"
    ),
    "it": (
        "privacy", "informativa", "condizioni", "termini", "cookie", "note legali", "linee guida"
    ),
    "nl": (
        r"privacy\w*", "voorwaarden", r"cookie\w*", "beleid", r"\w*verklaring", "richtlijnen"
    ),
    "pt": (
        "privacidade", "pol[íi]ticas?", "termos", "condi[çc][õo]es", "cookies?", "aviso", "diretrizes"
    ),
}  # fmt: skip
"""What documents of our kind are called: privacy, terms, cookies, guidelines, imprint, prices ..."""

TOPICS: dict[str, tuple[str, ...]] = {
    "en": (
        "privacy", "polic(?:y|ies)", "personal", "data", "information", r"collect\w*", r"process\w*",
        r"consent\w*", "rights?", "terms", r"agree\w*", "shall", "must", "may", "laws?", r"legal\w*",
        r"liab\w+", r"disclos\w+", "third", "part(?:y|ies)", "cookies?", r"servic\w+", "guidelines?",
        "rules?", "prohibited", r"violat\w+", "comply", "compliance", "applicable", "accordance",
        "pursuant", r"retain\w*", "retention", "requests?", r"accessib\w+", r"trademark\w*", "brand",
        r"licen[sc]\w+", "content", "contact", "copyright", "notice", r"obligation\w*", "use", "users?",
        "account", r"secur\w+", r"protect\w+"
    ),
    "fr": (
        r"confidentialit\w+", "politique", r"donn\w+es?", "personnelles?", "informations?",
        r"collect\w*", r"trait\w+", r"consent\w*", "droits?", "conditions", r"accept\w*", "doit", "peut",
        "peuvent", "lois?", r"l[ée]ga\w+", "juridique", r"responsab\w+", r"divulg\w+", "tiers",
        "partenaires", "cookies?", "services?", r"utilis\w+", r"r[èe]gle\w*", r"interdit\w*",
        r"applicab\w+", r"conform\w+", r"conserv\w+", "dur[ée]e", "demande", r"accessib\w+", "marque",
        "licence", r"contenu\w*", r"contact\w*", r"contrat\w*", r"finalit\w+", r"obligat\w+", "compte",
        r"s[ée]curit\w+", r"prot[ée]\w+"
    ),
    "de": (
        r"datenschutz\w*", "richtlinien?", "daten", r"personenbezogen\w*", "informationen", r"erheb\w+",
        r"verarbeit\w+", r"einwillig\w+", "rechte?", r"rechtliche\w*", "bedingungen", r"nutzung\w*",
        "m[üu]ss(?:en|t)?", "muss", "d[üu]rfen", "darf", "kann", "k[öo]nnen", r"gesetz\w*", r"haft\w+",
        r"dritte\w*", "cookies?", r"dienste?\w*", "regeln", "verboten", "unzul[äa]ssig", "gem[äa]ß",
        r"anwendbar\w*", r"speicher\w*", "anfrage", r"barriere\w*", r"marke\w*", r"lizenz\w*",
        r"inhalte?\w*", r"kontakt\w*", r"vertrag\w*", r"zweck\w*", r"widerruf\w*", r"pflicht\w*",
        "konto", r"nutzer\w*", "sicherheit", "schutz", r"zustimm\w+", r"verst[öo][ßs]\w*"
    ),
    "es": (
        "privacidad", "pol[íi]tica", "datos", "personales", "informaci[óo]n", r"recop\w+", r"trata\w+",
        r"consent\w*", "derechos?", "condiciones", "t[ée]rminos", r"acept\w*", r"debe\w*", r"puede\w*",
        "ley(?:es)?", r"legal\w*", r"responsab\w+", r"divulg\w+", "terceros", "cookies?", "servicios?",
        "uso", "usuarios?", "normas", r"prohib\w+", "aplicable", r"conform\w+", r"conserv\w+",
        r"solicit\w+", r"accesib\w+", "marca", "licencia", r"contenido\w*", r"contact\w*", "contrato",
        r"finalidad\w*", r"obligac\w+", "cuenta", r"segur\w+", r"protec\w+"
    ),
}  # fmt: skip
"""What documents of our kind talk about, whatever they are called: one word in ten to forty."""

MARKETING: dict[str, tuple[str, ...]] = {
    "en": (
        "discover", "sign ?up", "free", "try", "get started", "download", "join", "love", "best",
        "build", "powerful", "eas(?:y|ily)", "explore", "create", "start", "today", "more than",
        "millions?", "fast", "simple", "new", "find", "meet", "shop", "buy", "book", "play", "watch",
        "trusted", "smart", "beautiful", "amazing", "perfect", "enjoy", "fun", "demo", "customers",
        "teams", "world"
    ),
    "fr": (
        "d[ée]couvrez", r"inscri\w+", r"gratuit\w*", r"essay\w+", r"commenc\w+", r"t[ée]l[ée]charg\w+",
        r"rejoign\w+", r"meilleur\w*", r"facile\w*", "simple", r"rencontr\w+", r"trouv\w+",
        r"nouveau\w*", "aujourd'hui", "profitez", "cr[ée]ez", "achetez"
    ),
    "de": (
        r"entdeck\w+", r"kostenlos\w*", "jetzt", r"registrier\w+", "herunterladen", "anmelden",
        r"beste\w*", r"einfach\w*", r"finde\w*", r"kennenlern\w*", r"neue\w*", "heute", r"erleb\w+",
        r"genieß\w+", "millionen", "starten", "kaufen"
    ),
    "es": (
        "descubre", "gratis", "reg[íi]strate", "[úu]nete", r"descarga\w*", r"mejor\w*", r"f[áa]cil\w*",
        "encuentra", r"nuev\w+", "hoy", r"disfruta\w*", "empieza", "crea", "compra"
    ),
}  # fmt: skip
"""What home pages and advertisements talk about."""
