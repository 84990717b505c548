"""What boxes around a policy say, and what policies speak of, by language: data for `boxes` and `titles`.

Regular expressions without capturing groups, in lower case, for text in lower case with straight quotes. Only
what all sites say is here, whatever they sell.
"""

from __future__ import annotations

SUBJECTS: dict[str, tuple[str, ...]] = {
    "en": (
        r"privacy", r"polic(?:y|ies)", r"personal(?:ly)?", r"data", r"information", r"cookies?", r"consent\w*", r"laws?", r"lawful\w*",
        r"legal\w*", r"legitimate", r"rights?", r"terms", r"agreements?", r"third[- ]part(?:y|ies)", r"process(?:es|ed|ing|ors?)", r"disclos\w+",
        r"liab\w+", r"retain\w*", r"retention", r"delete\w*", r"deletion", r"eras\w+", r"controllers?", r"compl(?:y|ies|iance)", r"applicable",
        r"pursuant", r"obligation\w*", r"regulat\w+", r"jurisdiction\w*", r"warrant\w+", r"licen[sc]\w+", r"copyright\w*", r"infring\w+",
        r"violat\w+", r"prohibit\w*", r"opt(?:ing)?[- ]?out", r"gdpr", r"ccpa", r"residents?", r"notices?", r"refunds?", r"terminat\w+",
        r"indemn\w+", r"arbitrat\w+", r"provisions?", r"addendum", r"accordance", r"authorit(?:y|ies)", r"request\w*", r"contracts?",
        r"shar(?:e|es|ed|ing)", r"collect\w*", r"protect\w*"
    ),
    "fr": (
        r"confidentialit\w+", r"politiques?", r"donn[ée]es", r"personnelles?", r"cookies?", r"consentement\w*", r"lois?", r"l[ée]ga\w+", r"droits?",
        r"conditions", r"tiers", r"trait\w+", r"divulg\w+", r"responsab\w+", r"conserv\w+", r"supprim\w+", r"effac\w+", r"applicables?", r"obligat\w+",
        r"r[èe]glement\w*", r"rgpd", r"contrats?", r"finalit\w+", r"autorit\w+", r"informations?", r"collect\w*", r"mentions"
    ),
    "de": (
        r"datenschutz\w*", r"daten\w*", r"personenbezogen\w*", r"cookies?", r"einwillig\w+", r"gesetz\w*", r"recht\w*", r"bedingungen",
        r"dritte\w*", r"verarbeit\w+", r"haft\w+", r"speicher\w+", r"gespeichert\w*", r"l[öo]sch\w+", r"gel[öo]scht", r"verantwortlich\w*", r"pflicht\w*", r"dsgvo", r"verordnung",
        r"vertr[aä]g\w*", r"zwecke?", r"beh[öo]rde\w*", r"widerspruch\w*", r"widerruf\w*", r"richtlinien?", r"erhob\w+", r"erheb\w+", r"abs\.?", r"art\.?"
    ),
    "es": (
        r"privacidad", r"pol[íi]ticas?", r"datos", r"personales", r"cookies?", r"consentimiento\w*", r"ley(?:es)?", r"legal\w*", r"derechos?",
        r"condiciones", r"t[ée]rminos", r"terceros", r"trata(?:r|mos|miento)\w*", r"divulg\w+", r"responsab\w+", r"conserv\w+", r"elimin\w+", r"suprim\w+",
        r"aplicables?", r"obligac\w+", r"reglamento\w*", r"rgpd", r"contratos?", r"finalidad\w*", r"autoridad\w*", r"informaci[óo]n"
    ),
    "it": (
        r"privacy", r"informativa", r"dati", r"personali", r"cookie", r"consenso", r"legg[ei]", r"legal\w+", r"diritt[oi]", r"condizioni", r"termini",
        r"terzi", r"trattament\w+", r"titolare", r"conserv\w+", r"cancell\w+", r"regolamento", r"gdpr", r"contratto", r"finalit[àa]"
    ),
    "nl": (
        r"privacy\w*", r"gegevens", r"persoons\w+", r"cookies?", r"toestemming", r"wet(?:telijk\w*)?", r"recht(?:en)?", r"voorwaarden", r"derden",
        r"verwerk\w+", r"bewaar\w*", r"bewaren", r"verwijder\w+", r"avg", r"overeenkomst\w*", r"doeleinden", r"beleid", r"verklaring"
    ),
    "pt": (
        r"privacidade", r"pol[íi]ticas?", r"dados", r"pessoais", r"cookies?", r"consentimento", r"leis?", r"legal\w*", r"lega[il]s", r"direitos?", r"condi[çc][õo]es",
        r"termos", r"terceiros", r"tratament\w+", r"conserv\w+", r"exclu\w+", r"regulament\w+", r"lgpd", r"rgpd", r"contratos?", r"finalidades?"
    ),
    "": (
        "プライバシー", "個人情報", "利用規約", "規約", "同意", "隐私", "隱私", "个人信息", "個人資料", "条款", "條款", "개인정보", "약관", "동의",
        r"персональн\w+", r"конфиденциальн\w+", r"согласи\w+", r"услови\w+", r"prywatno\w+", r"danych", r"dane", r"osobow\w+", r"regulamin\w*",
        r"personuppgifter\w*", r"integritets\w*", r"villkor\w*", r"personopplysninger\w*", r"personvern\w*", r"persondata", r"privatlivs\w*", r"vilk[åa]r\w*",
        r"tietosuoja\w*", r"henkil[öo]tie\w+", r"osobních", r"[úu]daj\w+", r"ki[şs]isel", r"gizlilik", r"verileri\w*", r"adatv[ée]del\w+", r"szem[ée]lyes"
    ),
}  # fmt: skip
"""What policies, terms and notices speak of and the boxes around them hardly do."""

NAMES: tuple[str, ...] = (
    "プライバシー", "個人情報", "利用規約", "規約", "隐私", "隱私", "条款", "條款", "服务协议", "개인정보", "이용약관", "약관", "처리방침",
    "конфиденциальн", "персональных данных", "пользовательское соглашение", "условия", "конфіденційн", "умови", "prywatności", "regulamin", "polityka",
    "integritets", "villkor", "personvern", "vilkår", "privatlivs", "persondata", "tietosuoja", "käyttöehdot", "rekisteriseloste", "osobních údajů", "podmínky",
    "zásady", "osobných údajov", "podmienky", "gizlilik", "koşullar", "kvkk", "aydınlatma metni", "confidenţialitate", "confidențialitate", "termeni", "adatvédelm", "adatkezel",
    "feltételek", "απορρήτου", "όροι", "الخصوصية", "الشروط", "פרטיות", "תנאי", "quyền riêng tư", "chính sách", "điều khoản", "kebijakan", "privasi",
    "ketentuan", "ความเป็นส่วนตัว", "गोपनीयता", "privatnosti", "zasebnost", "isikuandme", "privaatsus", "privātum", "privatumo", "поверителност",
)  # fmt: skip
"""What such documents are called in languages whose words are not told apart otherwise; parts of words."""

BOX_HEADINGS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:our |the |see |browse )?(?:most |more )?(?:popular|trending|recommended|featured|related|recent|latest|similar|top)(?: now| today| this week)?(?: (?:\w+ ){0,2}(?:posts?|stories|articles?|reads?|news|"
        r"products?|topics?|pages?|courses?|videos?|content|resources?|guides?|searches|offers?|deals|collections?|recipes?|jobs?|events?|links?|questions?|categories|tags|picks|reviews|blogs?|updates|insights))?",
        r"(?:most|best) (?:read|viewed|shared|commented|recent|liked)", r"(?:you (?:may|might)(?: also)? (?:like|be interested in|enjoy)|people also (?:like|read|viewed|ask))(?: .{1,30})?",
        r"(?:recommended|picked|selected) for you", r"recently (?:viewed|added)(?: (?:items|products))?", r"(?:keep|continue|further) reading", r"read (?:next|more|also)", r"(?:what'?s|what is) (?:new|next|trending|hot)\??",
        r"(?:more|news|latest|stories|posts|updates|fresh) (?:from|on|in|about) .{1,40}", r"(?:from|on|in) (?:the|our) (?:blog|news|press|magazine|shop|archives?|journal|forum|community)", r"more (?:stories|articles|posts|news|help|resources|reading|like this|to explore|to read|information|topics)", r"(?:trending|popular|featured)",
        r"(?:explore|discover|see|find out|read|learn) more(?: .{1,30})?", r"(?:related|useful|quick|helpful|important|external) (?:links?|information|topics?|pages?|resources|content|documents)",
        r"(?:in (?:this|other) (?:section|category)|(?:in )?other news|elsewhere)", r"(?:next|previous|upcoming|coming)(?: up)?(?: (?:match|matches|events?|articles?|posts?|topic|courses?|games?|races|shows?))?", r"(?:recent|latest) (?:comments?|tweets?|photos?)",
        r"(?:sign|join|subscribe)[- ]?(?:up)?(?: (?:to|for|our|us|now|today|the))*(?: .{0,30})?", r"(?:our )?(?:e-?mail |monthly |weekly )?newsletters?(?: sign[- ]?up)?", r"(?:get|receive) (?:the|our|a|all|your|exclusive|new|more|\d).{0,50}",
        r"(?:stay|keep) (?:in (?:touch|the loop|the know)|connected|informed|tuned|up[- ]to[- ]date|updated)(?: .{0,30})?", r"(?:never|don'?t) miss .{1,40}", r"be the first to .{1,40}", r"join (?:us|the|our|over|more|\d).{0,50}",
        r"(?:follow|find|connect with|like) us(?: .{1,30})?", r"(?:connect|social media|socials?|let'?s connect)", r"share(?: (?:this|on|via|the).{0,30})?", r"spread the word",
        r"(?:still |do you )?(?:need|want)(?: (?:more|some|any|extra|further))? (?:help|assistance|support|answers|to (?:talk|chat|know more))(?: .{1,40})?\??", r"(?:have|got|any)(?: (?:any|more|a|other|further))* questions\?", r"still have questions\??", r"(?:can'?t|couldn'?t|didn'?t|did not|cannot) find .{1,50}",
        r"(?:was|is|did|does|how|rate) (?:this|that|the) (?:page|article|post|information|content|answer).{0,40}", r"(?:contact|talk to|ask|chat with|speak to) (?:sales|an expert|our (?:team|experts|sales team)|support)", r"(?:hello|hi)[!,]? ?(?:there)?[!,]? ?how can we help(?: you)?(?: today)?\??", r"how can we help(?: you)?(?: today)?\??",
        r"(?:are you )?ready to .{1,50}", r"(?:get|let'?s get) started(?: .{1,30})?[.!]?", r"start (?:your|a|for|today|now|building|writing|saving|using|growing|with).{0,50}", r"try (?:it|us|our|\w+)(?: \w+){0,3}(?: (?:for free|free|today|now))[.!]?", r"try (?!to )\w+(?: \w+){0,2}",
        r"(?:book|request|schedule|get|watch|see)(?: (?:a|your|our|the|free))* (?:demo|tour|call|consultation|quote|appointment|trial|callback|estimate|table)(?: .{1,20})?", r"(?:download|get) (?:the|our) (?:app|mobile app|free .{1,20})(?: .{1,20})?", r"(?:our|the) apps?",
        r"wait[,!.]* ?(?:before you go|don'?t go).{0,20}", r"(?:special|limited|exclusive|today'?s|current|our)(?: \w+)? (?:offers?|deals?|discounts?|promotions?)", r"(?:special )?offers?", r"(?:save|get|enjoy|take)(?: up to| an extra)? \d+ ?%.{0,40}", r"(?:shop|buy|order) (?:now|by .{1,20}|the .{1,20}|our .{1,20}|online)",
        r"(?:what|why)? ?(?:our )?(?:customers?|clients?|users?|people|readers?|guests?|patients?|members?|others)(?: are)?(?: say(?:ing)?| reviews?| love| think)(?: .{1,30})?", r"(?:our )?(?:testimonials?|reviews?|awards?|partners?|sponsors?|clients?|supporters|customers?|trusted by.{0,40})", r"(?:in the|our) (?:press|media|news)", r"as (?:seen|featured) (?:in|on).{0,20}",
        r"(?:our )?(?:opening|business|office|store|working) (?:hours|times)", r"(?:visit|find|our location|where to find)(?: us)?", r"(?:our )?(?:locations?|stores?|branches|offices)", r"(?:about|meet) (?:me|the (?:author|team))", r"(?:the )?weather", r"events?(?: calendar)?", r"calendar", r"(?:news|blog|archives?|blogroll|tags?|tag cloud|categories|recent|meta|search|menu|navigation|site ?map|pages|topics|sections|community|advertisements?|sponsored|ads?|poll|who'?s online|statistics)",
        r"(?:blog|post|news) archives?", r"(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply|review|response)", r"(?:no|\d+) (?:comments?|responses?|replies|thoughts on.{1,60})", r"(?:log|sign) ?in(?: .{1,30})?", r"welcome(?: back)?(?:!| to .{1,30})?", r"create (?:an|your|a free) account", r"(?:my |your )?(?:account|cart|basket|bag|wish ?list|shopping (?:cart|bag|basket))(?: is (?:currently )?empty)?",
        r"(?:choose|select|change)(?: your| a| another)? (?:country|region|language|location|currency|store)(?: .{1,20})?", r"(?:other|available|select|choose|more|official)(?: your)? languages?:?", r"(?:in other|read this in) languages?", r"(?:all |browse )?(?:departments|brands|popular brands|collections)", r"compare products", r"(?:explore|discover) .{1,40}", r"(?:on|in) this (?:site|page|site also)", r"need a .{1,40}\?",
        r"patient portal", r"rated \d.{0,30}", r"(?:key|press|media) contacts?", r"attachments?(?: \(\d+\))?", r"(?:make|plan|support|donate).{0,4} ?(?:a (?:donation|gift|visit)|your visit|us|our work|now|today)", r"(?:about (?:the|this) (?:author|site|blog|wiki))", r"page (?:details|tools|information|history|actions)", r"(?:user|page|site|personal) tools", r"views", r"toolbox", r"print/export", r"in other projects",
        r"report (?:a|an) (?:problem|issue|error|bug|mistake|abuse).{0,40}", r"(?:give|send|leave) (?:us )?(?:your )?feedback", r"feedback", r"copyright .{0,20}", r"powered by .{1,30}"
    ),
    "fr": (
        r"(?:nos |les |l')?(?:articles?|derni[èe]res?|derniers?|actualit[ée]s?|produits?|posts?|contenus?|vid[ée]os?|sujets?)(?: \w+){0,2} ?(?:populaires?|similaires?|r[ée]cents?|r[ée]centes?|associ[ée]s?|li[ée]s?|recommand[ée]s?|les plus (?:lus|vus))?",
        r"(?:les )?plus (?:lus|vus|consult[ée]s|populaires)", r"(?:à|a) (?:lire|voir|d[ée]couvrir)(?: aussi| [ée]galement)?", r"(?:vous (?:aimerez|pourriez)|cela pourrait).{1,40}", r"(?:inscri\w+|abonn\w+)(?:-vous)?.{0,50}", r"(?:notre |la )?(?:newsletter|lettre d'info\w*|infolettre).{0,30}",
        r"(?:suivez|retrouvez|rejoignez)[- ]nous.{0,30}", r"(?:rejoignez|d[ée]couvrez|explorez) .{1,40}", r"partage[rz].{0,30}", r"besoin d'(?:aide|un conseil|infos?).{0,20}\??", r"(?:restez|restons) .{1,30}", r"(?:liens|acc[èe]s) (?:utiles|rapides|externes)", r"en savoir plus.{0,20}", r"(?:nos )?(?:partenaires|horaires(?: d'ouverture)?|avis(?: clients?)?|t[ée]moignages|coordonn[ée]es bancaires|boutiques|magasins|r[ée]seaux sociaux|agenda|archives|cat[ée]gories|menu|recherche|mots-cl[ée]s|commentaires r[ée]cents|articles r[ée]cents)",
        r"(?:demandez|obtenez|r[ée]servez|t[ée]l[ée]chargez).{1,40}", r"param[èe]tres d'affichage", r"(?:autres|choisi\w+)(?: votre| la)? langues?.{0,10}", r"laisser un commentaire", r"cette page vous a-t-elle.{1,20}", r"(?:se connecter|connexion|mon compte|mon panier|votre panier.{0,20})", r"pr[êe]ts? (?:à|a) .{1,30}\??"
    ),
    "de": (
        r"(?:(?:weitere|[äa]hnliche|verwandte|beliebte|neueste|aktuelle|letzte|passende|interessante|unsere|empfohlene|meistgelesene)[nrs]? )+(?:artikel|beitr[äa]ge|themen|produkte|meldungen|seiten|news|informationen|angebote|inhalte|kommentare|videos?|kurse|veranstaltungen|nachrichten|fragen|kategorien|marken|tipps)(?: .{1,30})?",
        r"(?:das|dies|diese artikel)? ?k[öo]nnte (?:sie|dich|dir|ihnen) auch.{1,30}", r"meistgelesen|meist gelesen|beliebt|aktuelles|neuigkeiten|termine|veranstaltungen|schlagw[öo]rter|archiv|kategorien|suche|men[üu]|navigation|newsletter|werbung|anzeige|sponsoren|partner|unsere partner|bewertungen|kundenstimmen|das sagen unsere kunden|[öo]ffnungszeiten|standorte|anfahrt|service|kundenservice|soziale? (?:medien|netzwerke)|warenkorb|mein konto|anmelden|login|wetter|feedback",
        r"(?:zum |unser(?:en)? |jetzt )?newsletter.{0,40}", r"(?:folgen|besuchen|finden) sie uns.{0,30}|folge? uns.{0,30}", r"(?:seite |artikel |beitrag )?teilen.{0,20}", r"(?:haben sie|hast du|noch) (?:noch )?fragen\?", r"(?:brauchen sie|brauchst du|ben[öo]tigen sie) hilfe\??", r"jetzt .{1,40}", r"entdecke.{1,40}", r"mehr (?:erfahren|lesen|zum thema|von .{1,20}|aus .{1,20}).{0,20}", r"(?:bleib|bleiben sie) .{1,30}", r"weitere sprachen|andere sprachen|sprache (?:w[äa]hlen|ausw[äa]hlen)|sprachauswahl", r"bereit .{1,30}\??", r"schreibe? (?:einen|den ersten) kommentar.{0,20}", r"war (?:dieser|diese|das).{1,40}"
    ),
    "es": (
        r"(?:(?:art[íi]culos?|noticias|entradas|productos|contenidos?|temas|posts?|p[áa]ginas|v[íi]deos?|cursos) )(?:m[áa]s |relacionad[oa]s|recientes|populares|similares|recomendad[oa]s|destacad[oa]s|le[íi]d[oa]s|vist[oa]s| )+", r"(?:lo )?m[áa]s (?:le[íi]do|visto|popular)", r"(?:[úu]ltim[oa]s) (?:noticias|art[íi]culos|entradas|posts)", r"(?:tambi[ée]n )?te (?:puede|podr[íi]a) (?:interesar|gustar)", r"(?:suscr[íi]be|[úu]nete|reg[íi]strate|ap[úu]ntate|inscr[íi]bete).{0,50}",
        r"(?:nuestro |el )?(?:bolet[íi]n|newsletter).{0,30}", r"s[íi]gu[ae]nos.{0,30}|síguenos.{0,30}", r"compart(?:e|ir).{0,30}", r"¿?(?:necesitas?|necesita) (?:m[áa]s )?ayuda\??", r"¿?tiene?s? (?:alguna )?(?:pregunta|duda)s?\??", r"(?:enlaces|links) (?:de inter[ée]s|[úu]tiles|r[áa]pidos)", r"descubre.{1,40}", r"(?:archivos?|categor[íi]as|etiquetas|buscar|men[úu]|horarios?|publicidad|patrocinadores|nuestros clientes|testimonios|opiniones|mi cuenta|carrito|redes sociales|comentarios recientes|entradas recientes)", r"(?:otros|elige tu|seleccion[ae]) idiomas?", r"deja un(?:a)? (?:comentario|respuesta)", r"¿list[oa]s? para .{1,30}", r"m[áa]s (?:informaci[óo]n|noticias|sobre .{1,20})"
    ),
    "it": (
        r"articoli (?:correlati|recenti|simili|popolari)", r"(?:ultime|le ultime) (?:notizie|news)", r"(?:i )?pi[ùu] letti", r"potrebbe (?:anche )?(?:interessarti|piacerti).{0,10}", r"iscriviti.{0,40}", r"newsletter.{0,20}", r"seguici.{0,20}", r"condividi.{0,20}", r"hai bisogno di aiuto\??", r"link utili", r"orari(?: di apertura)?", r"categorie|archivi|cerca|carrello|il mio account|lascia un commento|scopri di pi[ùu].{0,20}"
    ),
    "nl": (
        r"(?:gerelateerde|recente|populaire|laatste|meer|andere) (?:artikelen|berichten|nieuws|producten|onderwerpen|pagina's|berichten)", r"meest gelezen", r"(?:misschien|dit) .{0,20}interessant.{0,20}", r"(?:meld je aan|schrijf je in|aanmelden|inschrijven).{0,40}", r"nieuwsbrief.{0,20}", r"volg ons.{0,20}", r"delen.{0,20}|deel dit.{0,20}", r"hulp nodig\??", r"heb je (?:nog )?(?:een )?vra(?:ag|gen)\??", r"openingstijden|categorie[ëe]n|archief|zoeken|winkelwagen|mijn account|laat een reactie achter|ontdek.{1,30}"
    ),
    "pt": (
        r"(?:artigos|posts|not[íi]cias|produtos) (?:relacionad[oa]s|recentes|populares|semelhantes)", r"mais (?:lidas|lidos|vistos|populares)", r"(?:[úu]ltimas) (?:not[íi]cias)", r"voc[êe] (?:tamb[ée]m )?(?:pode|vai) gostar.{0,20}", r"(?:inscreva-se|assine|cadastre-se|subscreva).{0,50}", r"newsletter.{0,20}", r"siga-nos.{0,20}", r"compartilh(?:e|ar).{0,20}|partilh(?:e|ar).{0,20}", r"precisa de ajuda\??", r"links [úu]teis", r"categorias|arquivos|pesquisar|carrinho|minha conta|deixe um coment[áa]rio|saiba mais.{0,20}|descubra.{1,30}"
    ),
}  # fmt: skip
"""Headings, and first lines, of boxes that stand around texts on all kinds of sites."""

CONSENT_HEADINGS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:manage |your |our )?(?:cookies?|consent|privacy)(?: (?:and|&) (?:cookies?|privacy|consent))? (?:settings|preferences?|choices|options|cent(?:er|re)|overview|consent|manager|control)(?: (?:cent(?:er|re)|panel))?",
        r"manage (?:your )?(?:cookies?|consent|privacy)(?: .{1,20})?", r"(?:this|our) (?:web)?site uses cookies", r"we (?:use|value|respect|care about).{0,25}(?:cookies|privacy)", r"we and our .{1,20}partners.{0,40}", r"your privacy(?: matters.{0,10})?", r"privacy preference cent(?:er|re)", r"cookies\?", r"accept cookies\?"
    ),
    "fr": (r"(?:g[ée]rer|param[èe]tres|pr[ée]f[ée]rences|gestion)(?: (?:des|les|mes|vos|de))*(?: (?:cookies|consentements?|confidentialit[ée]|vie priv[ée]e)).{0,20}", r"(?:ce|notre) site utilise des cookies.{0,20}", r"nous (?:respectons|utilisons).{0,30}(?:cookies|vie priv[ée]e)"),
    "de": (r"(?:cookie|datenschutz|privatsph[äa]re)-?(?: ?und cookie-)?\s?(?:einstellungen|pr[äa]ferenzen|zustimmung|hinweis)(?: .{1,20})?", r"(?:diese|unsere) (?:web)?seite (?:verwendet|nutzt) cookies", r"wir (?:verwenden|nutzen|sch[äa]tzen|respektieren).{0,30}(?:cookies|privatsph[äa]re)"),
    "es": (r"(?:gestionar|configuraci[óo]n|preferencias|gesti[óo]n)(?: (?:de|las|la|tus|sus|el))*(?: (?:cookies|privacidad|consentimiento)).{0,20}", r"(?:este|nuestro) sitio (?:web )?(?:utiliza|usa) cookies", r"(?:valoramos|respetamos) (?:tu|su) privacidad"),
}  # fmt: skip
"""Headings of consent windows, whole."""

INVITATIONS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:learn|read|see|find out|discover|explore|show|view|watch)(?: \w+){0,2} (?:more|now|details|all|video|story|stories|our story)(?: .{1,20})?", r"learn more.{0,20}", r"(?:get|let'?s get) started(?: .{1,20})?", r"(?:start|try|begin)(?: \w+){0,4}", r"(?:sign|log)[- ]?(?:up|in|on)(?: .{1,20})?", r"(?:subscribe|register|join|enrol+|donate|apply|order|buy|shop|book|reserve|play|install|view|add to (?:cart|basket|bag))(?: \w+){0,3}",
        r"download(?: (?:the|our))?(?: free)?(?: app| now| today)", r"(?:request|schedule|get|watch|see|claim|redeem)(?: (?:a|an|your|the|our|my|free))* \w+(?: \w+)?", r"take the tour", r"(?:call|e-?mail|message) us(?: (?:now|today))?", r"create (?:an account|yours.{0,20})", r"(?:contact|talk to) (?:us|sales|our team)", r"(?:yes|no),? .{1,20}", r"not now", r"no,? thank(?:s| you)", r"(?:stay|continue) here", r"go to .{1,20}", r"visit .{1,25}", r"(?:read|tell me|see) (?:it|why|how)"
    ),
    "fr": (r"en savoir plus", r"(?:d[ée]couvr\w+|lire|voir|essay\w+|commenc\w+|inscri\w+|s'inscrire|abonn\w+|s'abonner|acheter|commander|r[ée]server|t[ée]l[ée]charg\w+|se connecter|rejoin\w+)(?: \w+){0,3}", r"je m'(?:inscris|abonne)", r"non,? merci"),
    "de": (r"mehr (?:erfahren|lesen|dazu|infos?)", r"jetzt \w+(?: \w+){0,3}", r"(?:weiterlesen|anmelden|registrieren|abonnieren|bestellen|kaufen|buchen|herunterladen|entdecken|zum (?:shop|artikel|angebot)|kostenlos testen|los geht'?s|termin vereinbaren)", r"nein,? danke"),
    "es": (r"(?:m[áa]s|ver|leer|saber|descubrir?|descubre)(?: (?:m[áa]s|informaci[óo]n|todo|todas|ahora))+", r"(?:suscr[íi]b\w+|reg[íi]str\w+|comprar?|reservar?|descargar?|empezar|empieza|[úu]nete|prueba)(?: \w+){0,3}", r"no,? gracias"),
    "it": (r"scopri(?: di pi[ùu]| \w+){0,2}", r"leggi (?:di pi[ùu]|tutto)", r"(?:iscriviti|registrati|acquista|prenota|scarica|prova)(?: \w+){0,2}"),
    "nl": (r"(?:lees|meer)(?: (?:meer|lezen|weten|informatie))+", r"(?:aanmelden|inschrijven|bestellen|bekijk|ontdek|download)(?: \w+){0,2}"),
    "pt": (r"(?:saiba|leia|ver|veja) mais", r"(?:inscreva-se|assine|compre|reserve|baixe|descubra|experimente)(?: \w+){0,2}"),
}  # fmt: skip
"""What links and buttons say that lead to another page of the site or sell something."""

SELLING: dict[str, tuple[str, ...]] = {
    "en": (
        r"free (?:shipping|delivery|returns?|gift|trial|samples?)", r"(?:\d+ ?%|half) (?:off|price)", r"\d+ ?% off", r"\d+ ?% discount", r"(?:flash |spring |summer |autumn |winter |easter |black friday |clearance )?sale", r"discounts?", r"(?:promo|discount|voucher|coupon)(?: code)?s?", r"use (?:the )?code", r"at (?:the )?checkout", r"shop now", r"orders? (?:over|above|of|before)", r"order (?:now|today|before|by)", r"limited (?:time|edition)", r"while stocks? lasts?",
        r"(?:ends|ending) (?:in|soon|tonight|today)", r"(?:sign up|subscribe)", r"inbox", r"newsletter", r"for free", r"no (?:credit )?card", r"join (?:us|the|our|them|over|\d)", r"(?:million|thousand)s?(?: of)? (?:people|users|customers|readers|members|writers)", r"trial", r"exclusive(?: offers?)?", r"new collections?", r"best (?:sellers?|prices?)", r"crowns a month|per month|/month|a month", r"(?:our|the) (?:app|newsletter) (?:store|now)", r"stars?", r"hiring", r"we(?:'re| are) (?:on holiday|closed)", r"back in stock", r"pre-?order",
        r"buy (?:one|now|online)", r"two for", r"for the price of", r"add to (?:cart|basket|bag)", r"in your (?:cart|basket|bag)", r"enrol+", r"followers", r"likes", r"(?:your )?(?:browser|javascript)", r"out-?(?:of-?)?dated?", r"upgrade", r"sponsored", r"advertisement", r"trusted by", r"no attachments", r"discover", r"now open", r"book (?:now|online|direct\w*|a|your)", r"reserve", r"offer(?:s|ed)?"
    ),
    "fr": (r"livraison (?:offerte|gratuite)", r"soldes?", r"-? ?\d+ ?%", r"promotions?", r"code promo", r"offres?", r"newsletter", r"gratuit\w*", r"d[ée]couvrez", r"inscrivez-vous", r"abonnez-vous", r"boutique", r"profitez", r"commandez"),
    "de": (r"versandkostenfrei\w*", r"kostenlose\w* (?:versand|lieferung|r[üu]ckgabe)", r"rabatt\w*", r"gutschein\w*", r"\d+ ?% ?(?:rabatt|sparen|auf)?", r"sparen sie", r"angebote?", r"newsletter", r"jetzt (?:kaufen|bestellen|sichern|anmelden|entdecken|buchen)", r"gratis", r"kostenlos testen", r"entdecken"),
    "es": (r"env[íi]os? gratis", r"descuentos?", r"rebajas", r"ofertas?", r"c[óo]digo", r"suscr[íi]bete", r"gratis", r"compra(?:r)? (?:ahora|ya)", r"descubre", r"newsletter", r"bolet[íi]n"),
    "it": (r"spedizione gratuita", r"sconto|sconti", r"saldi", r"offert[ae]", r"iscriviti", r"scopri", r"acquista"),
    "nl": (r"gratis (?:verzending|retour\w*)", r"korting", r"aanbieding\w*", r"schrijf je in", r"bestel(?: nu)?", r"ontdek"),
    "pt": (r"frete gr[áa]tis", r"portes gr[áa]tis", r"desconto", r"ofertas?", r"inscreva-se", r"compre", r"descubra"),
}  # fmt: skip
"""What strips and boxes say that sell something, or speak of the site's own business."""

LABELS: tuple[str, ...] = (
    r"home(?: ?page)?", r"(?:no )?comments(?: \(\d+\)| for this page)?", r"about(?: us)?", r"(?:our )?(?:company|team|story|mission|products?|services?|features|solutions|customers|partners|clients)", r"contact(?: us)?", r"careers?", r"jobs?", r"blog", r"news(?:room)?", r"press", r"media", r"help(?: cent(?:er|re))?", r"support", r"faqs?", r"(?:log|sign) ?(?:in|up|out)", r"register", r"search", r"menu", r"shop", r"store", r"cart", r"basket", r"checkout", r"my account", r"account", r"pricing", r"plans", r"developers?", r"docs", r"documentation", r"api", r"status", r"investors?", r"legal", r"imprint", r"terms(?: of (?:use|service))?", r"privacy(?: policy)?", r"cookies?(?: settings)?", r"site ?map", r"accessibility", r"download(?:s)?", r"newsletter", r"events", r"gallery", r"videos?", r"community", r"forums?", r"feedback", r"donate", r"languages?", r"english|français|deutsch|español|italiano|português|polski|日本語|nederlands|русский|中文|한국어",
    r"facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|github|discord|mastodon|threads|bluesky|telegram|whatsapp|reddit|snapchat|vimeo|rss",
    r"accueil", r"à propos", r"nous contacter", r"aide", r"actualités", r"boutique", r"mentions légales", r"connexion", r"startseite", r"über uns", r"kontakt", r"hilfe", r"impressum", r"datenschutz", r"agb", r"karriere", r"presse", r"anmelden", r"inicio", r"contacto", r"ayuda", r"aviso legal", r"(?:next|prev(?:ious)?|back|close|open|go|more|print|share|follow|edit|history|source|discussion|talk|top|×|✕|›|»|«|\|)",
)  # fmt: skip
"""Entries of menus and footers, whole."""
