"""What kinds of documents are called, whom they are for, and what is part of a company's name: data.

Regular expressions without capturing groups, in small letters, for small letters; those of the tables `..._INSIDE` are looked
for inside of runs of letters too, as in languages without blanks.
"""

from __future__ import annotations

KINDS: dict[str, tuple[str, ...]] = {
    "privacy": (
        "privacy", "data (?:protection|policy|use)", "personal (?:data|information)", r"datenschutz\w*", "confidentialit[ée]", "vie priv[ée]e", "utilisation des donn[ée]es", "donn[ée]es (?:personnelles|[àa] caract[èe]re)",
        "protection des donn[ée]es", "privacidad", "datos personales", "protecci[óo]n de datos", "privacidade", "dados pessoais", "dati personali", r"privacy\w*", "persoonsgegevens", r"prywatno[śs]ci\w*",
        "danych osobowych", "rodo", r"integritet\w*", r"personuppgift\w*", "dataskydd", r"privatliv\w*", r"person(?:data|oplysning)\w*", r"personvern\w*", r"tietosuoja\w*", r"yksityisyy\w*",
        r"osobn[íi]ch [úu]daj\w*", r"soukrom[íi]\w*", r"adatv[ée]del\w*", r"adatkezel\w*", r"confiden[țt]ialitat\w*", r"gizlili\w*", r"ki[şs]isel veri\w*", "kvkk", "privasi", "ri[êe]ng t[ưu]",
        r"απορρ[ήη]του", r"προσωπικ\w+", r"конфиденциальност\w+", r"персональн\w+", r"конфіденційн\w+", r"\w*خصوصية", r"\w*פרטיות", r"privatnost\w*", r"zasebnost\w*"
    ),
    "cookies": (
        "cookies?", r"cookie-?\w*", "traceurs", "trackers?", r"kak(?:or|policy)\w*", r"informasjonskapsler", r"ev[äa]ste\w*", r"s[üu]ti\w*", r"[çc]erez\w*", "ملفات تعريف الارتباط"
    ),
    "terms": (
        "terms", "conditions of (?:use|sale|service)", "(?:user|service|licen[sc]e|customer|subscriber) agreement", "eula", "agb", r"\w*nutzungsbedingungen", r"\w*gesch[äa]ftsbedingungen",
        r"\w*vertragsbedingungen", "cgu", "cgv", "conditions (?:g[ée]n[ée]rales|d'utilisation|de vente|particuli[èe]res)", "condiciones", "t[ée]rminos", "termos", "condi[çc][õo]es", "condizioni", "termini",
        r"\w*voorwaarden", r"regulamin\w*", "warunki", r"\w*villkor\w*", r"\w*vilk[åa]r\w*", r"\w*ehdot", "podm[íi]nky", r"felt[ée]telek\w*", r"termeni\w*", r"ko[şs]ullar\w*", r"[şs]artlar\w*",
        r"s[öo]zle[şs]me\w*", "ketentuan", "syarat", "[đd]i[ềe]u kho[ảa]n", "όροι", "условия", r"соглашени\w+", "оферта", "умови", "угода", r"\w*شروط", r"\w*أحكام", r"\w*תנאי", "תקנון"
    ),
    "rules": (
        "community (?:guidelines|standards|rules|principles)", "guidelines", "acceptable use", "code of conduct", r"(?:gemeinschafts|community)-?\s?(?:richtlinien|standards|regeln)", "verhaltenskodex",
        "r[èe]gles (?:de la|de notre) communaut[ée]", "charte de la communaut[ée]", "normas (?:de la|comunitarias)", "linee guida", r"richtlijnen", "diretrizes", r"правила"
    ),
    "imprint": (
        "imprint", "impressum", "anbieterkennzeichnung", "mentions l[ée]gales", "aviso legal", "note legali", "legal notice"
    ),
    "returns": (
        "refunds?", "returns?", "shipping", r"widerruf\w*", "r[ée]tractation", r"remboursement\w*", "devoluciones", "reembolsos?", "resi", "retourneren"
    ),
    "processing": (
        "(?:data )?processing (?:agreement|addendum|terms)", "dpa", r"auftragsverarbeitung\w*", "accord de traitement"
    ),
}  # fmt: skip
"""By kind; in the title of a document, or in a line over its text."""

KINDS_INSIDE: dict[str, tuple[str, ...]] = {
    "privacy": ("プライバシー", "個人情報", "隐私", "隱私", "个人信息", "個人資料", "개인정보", "ความเป็นส่วนตัว", "ข้อมูลส่วนบุคคล"),
    "cookies": ("クッキー", "cookie", "쿠키", "คุกกี้"),
    "terms": ("規約", "条款", "條款", "协议", "協議", "約款", "약관", "ข้อกำหนด", "เงื่อนไข"),
    "rules": ("ガイドライン", "准则", "準則", "规范", "가이드라인"),
    "imprint": ("特定商取引", "会社概要"),
}  # fmt: skip

AUDIENCES: dict[str, tuple[str, ...]] = {
    "applicants": (
        "applicants?", "candidates?", r"recruit\w+", "careers?", "job", r"\w*bewerb\w*", "candidats?", "candidatures?", "recrutement", "candidatos?", "selecci[óo]n de personal", "candidati", r"sollicitant\w*", r"kandydat\w*",
        "rekrutacj\\w*", r"s[öo]kande\w*", r"rekrytering\w*", r"ans[øo]ger\w*", r"s[øo]ker\w*", r"соискател\w+", r"кандидат\w*"
    ),
    "employees": (
        "employees?", "staff", "workforce", "workers?", "contractors?", r"besch[äa]ftigte\w*", r"mitarbeiter\w*", "salari[ée]s", "empleados", "dipendenti", "funcion[áa]rios", "medewerkers", r"pracownik\w*"
    ),
    "children": (
        "child(?:ren)?(?:'s)?", "kids'?", "teens?", "youth", "minors?", "students?", "pupils?", r"kinder\w*", r"jugend\w*", "enfants?", "mineurs?", "ni[ñn]os", "menores", "bambini", "minori", "crian[çc]as", "kinderen", r"dzieci\w*",
        r"barn\w*", r"дет\w+"
    ),
    "one state": (
        "california\\w*", "ccpa", "cpra", "colorado", "connecticut", "nevada", "texas", "virginia", "utah", "oregon", "washington", "(?:us|u\\.s\\.|united states) (?:state\\w*|regional|privacy|residents|supplement\\w*)", "state (?:privacy|specific)", "kalifornien", "californie",
        "consumer health"
    ),
    "business partners": (
        "suppliers?", "vendors?", "business (?:partners?|customers?|contacts?)", "investors?", "shareholders?", "partners", r"lieferant\w*", r"gesch[äa]ftspartner\w*", "fournisseurs?", "proveedores", "fornitori", "leveranciers", "whistle-?blow\\w*"
    ),
}  # fmt: skip
"""Whom a notice is for, where it is not for everybody."""

AUDIENCES_INSIDE: dict[str, tuple[str, ...]] = {
    "applicants": ("採用", "応募", "应聘", "招聘", "채용", "지원자", "สมัครงาน"),
    "employees": ("従業員", "员工", "임직원"),
    "children": ("子ども", "子供", "お子様", "儿童", "兒童", "未成年", "어린이", "아동", "เด็ก"),
}  # fmt: skip

SUBJECT = (
    r"data\w*", "information", r"\w*daten", "informationen", "donn[ée]es", "informations", "datos", "informaci[óo]n", "dati", "dados", r"informa[çc]\w+", r"\w*gegevens", "dan(?:e|ych)", r"\w*uppgifter\w*",
    r"\w*opplysninger\w*", r"\w*oplysninger\w*", r"tiet\w+", r"[úu]daj\w+", r"adat\w*", "date", "datele", r"veri\w*", r"данн\w+", "дані", "даних", r"\w*بيانات\w*", r"\w*معلومات\w*", r"\w*מידע", "rights?", "rechte?", "droits?", "derechos"
)  # fmt: skip
SUBJECT_INSIDE = ("情報", "信息", "資料", "资料", "数据", "정보", "ข้อมูล")
"""What policies speak of in every other sentence."""

LEGAL_FORM = (
    r"Inc\b\.?|LLC\b|L\.L\.C\.|Ltd\b\.?|Limited\b|GmbH\b|AG\b|SE\b|KG\b|S\.à\.? ?r\.l\.|S\.A\.S\.|SAS\b|SARL\b|SA\b|SpA\b"
    r"|S\.A\.(?!\w)|B\.V\.|BV\b|N\.V\.|NV\b|ApS\b|A/S\b|AS\b|AB\b|Oy\b|Oyj\b|plc\b|PLC\b|Corp\b\.?|Corporation\b"
    r"|Unlimited Company|Pte\b\.?|K\.K\.|S\.L\.|SL\b|Pty\b|S\.p\.A\.|S\.r\.l\.|Srl\b|Lda\b\.?|Ltda\b\.?|A\.Ş\.|s\.r\.o\.|sp\. z o\.o\.|S\.A\.U\.|Kft\b\.?|d\.o\.o\.|e\.V\."
)
"""Behind a name."""

FORMS_INSIDE = (
    ("株式会社", r"株式会社\s?([^\s、。,(（「]{2,20}?)(?:[（(「、。は\s]|の|が|を)"),
    ("株式会社", r"([^\s、。,(（「]{2,20}?)株式会社"),
    ("有限公司", r"([\u4e00-\u9fff]{2,20}?)(?:股份|科技|信息|技术|網絡|网络|书信|出行)?(?:股份)?有限公司"),
    ("주식회사", r"주식회사\s?([^\s(,.]{2,20})"), ("주식회사", r"([^\s(,.]{2,20})\s?주식회사"),
    ("บริษัท", r"บริษัท\s?([^\s]{2,30}(?:\s[^\s]{2,20})?)\s?จำกัด"),
    ("О", r"(?:ООО|АО|ПАО|ЗАО)\s?[«\"]([^»\"]{2,40})[»\"]"), ("شركة", r"شركة\s((?:\w+\s?){1,3})"),
    ("Tbk", r"PT\.?\s([A-Z]\w+(?:\s[A-Z]\w+){0,2})\sTbk"),
)  # fmt: skip
"""Names with a legal form in other scripts, each behind a part of it that is found at once; the group holds the name."""

GENERIC = frozenset(
    "the a an and of for in on by de der die das du la le les el los y e et und group groupe gruppe grupo international technologies technology services service solutions systems company europe european ireland "
    "uk us usa emea global holding holdings online media labs lab software digital network networks platforms platform entertainment studios games communications information data privacy policy notice statement "
    "center centre legal help support your our we you us website site web app apps application mobile terms conditions cookie cookies use user users general protection personal version updated effective "
    "datenschutz datenschutzerklärung erklärung hinweise politique confidentialité vie privée données personnelles conditions générales política privacidad datos protección informativa privacyverklaring inc llc ltd "
    "limited gmbh ag se corp corporation co kg sa sas bv nv plc pte pty deutschland france españa italia nederland germany spain italy america american www com home welcome about page new how what this".split()
)
"""Parts of names, and of titles, that do not tell one company from another."""

ONCE = (
    r"(?:formerly|previously|until recently) (?:known as |called |named )?", r"\b(?:f/k/a|fka|now (?:known as|called)) ", "ehemals ", "vormals ", r"fr[üu]her ", "anciennement ", r"ex-", "antes ", "anteriormente ", "già ", "voorheen ", "dawniej ",
    "qui a absorbé ", r"merged with ", r"the successor (?:of|to) ", r"rebranded (?:from|as) ", r"acquired "
)  # fmt: skip
"""Before the name that a company once had, or took."""
