"""How pages say when they were revised and since when they apply, by language: data for `stating`.

Regular expressions without capturing groups; a blank stands for any white space.
"""

from __future__ import annotations

UPDATED: dict[str, tuple[str, ...]] = {
    "en": (
        ("(?:(?:last|latest|most recent|most recently) )?(?:updated?|revised|revisions?|modified"
         "|amended|changed|edited)"),
        "(?:last|latest|most recent) (?:changes?|edite?d?|modifications?|amendments?|reviewed|review)",
        "update date", "updates? (?:made|posted|published)", "(?:revision|modification) date", "rev",
        "reviewed", "version", "current as of", "published", "publication date", "posted(?! by)",
        "release date",
        "released", "issued?", "date issued", "dated", "adopted"
    ),
    "fr": (
        "(?:derni[èe]re )?mise? [àa] jour", "mis(?:es)? [àa] jour", "m[àa]j",
        "derni[èe]res? (?:modification|r[ée]vision|actualisation|version)s?", "modifi[ée]e?s?",
        "date de (?:r[ée]vision|modification|publication|mise à jour)",
        "r[ée]vis[ée]e?s?", "actualis[ée]e?s?", "version", "publi[ée]e?s?"
    ),
    "de": (
        "stand",
        "(?:zuletzt |letztmals )?(?:aktualisiert|ge[äa]ndert|[üu]berarbeitet|bearbeitet|angepasst)",
        "letzte[nrs]? (?:aktualisierung|[äa]nderung|[üu]berarbeitung|bearbeitung|anpassung|update|stand)",
        "aktualisierung", "[äa]nderungsdatum", "fassung", "version", "ver[öo]ffentlicht"
    ),
    "es": (
        "[úu]ltima (?:actualizaci[óo]n|modificaci[óo]n|revisi[óo]n|versi[óo]n)", "actualizad[oa]s?",
        "actualizaci[óo]n", "modificad[oa]s?", "revisad[oa]s?", "revisi[óo]n",
        "fecha de (?:actualizaci[óo]n|revisi[óo]n|publicaci[óo]n|modificaci[óo]n)", "versi[óo]n",
        "publicad[oa]s?"
    ),
    "it": (
        "(?:data dell['’ ] ?)?ultim[oa] (?:aggiornamento|modifica|revisione|versione)",
        "aggiornat[oaie]", "aggiornamento", "modificat[oaie]", "revisione", "versione", "pubblicat[oaie]"
    ),
    "pt": (
        ("[úu]ltima (?:atualiza[çc][ãa]o|actualiza[çc][ãa]o|modifica[çc][ãa]o|revis[ãa]o"
         "|altera[çc][ãa]o|vers[ãa]o)"),
        "atualiza[çc][ãa]o", "a[c]?tualizad[oa]s?(?: pela [úu]ltima vez)?",
        "modificad[oa]s?", "revisad[oa]s?", "revis[ãa]o", "vers[ãa]o", "publicad[oa]s?"
    ),
    "nl": (
        "(?:laatst|voor het laatst|laatstelijk) (?:bijgewerkt|gewijzigd|aangepast|herzien|ge[üu]pdatet)",
        "laatste (?:update|wijziging|aanpassing|herziening|versie)", "bijgewerkt", "gewijzigd", "herzien",
        "aangepast", "versie", "gepubliceerd"
    ),
    "sv": (
        "senast (?:uppdaterad|uppdaterat|[äa]ndrad|reviderad)", "uppdaterad", "uppdaterades",
        "senaste (?:uppdatering|[äa]ndring)", "reviderad", "publicerad"
    ),
    "da": (
        "sidst (?:opdateret|[æa]ndret|revideret)", "opdateret", "seneste (?:opdatering|[æa]ndring)",
        "senest opdateret"
    ),
    "no": ("sist (?:oppdatert|endret|revidert)", "oppdatert", "siste (?:oppdatering|endring)"),
    "fi": (
        "(?:viimeksi )?p[äa]ivitetty", "viimeisin p[äa]ivitys", "viimeksi (?:muokattu|muutettu)",
        "p[äa]ivitetty viimeksi"
    ),
    "pl": (
        ("(?:data )?(?:ostatni(?:a|ej)|ostatnio) (?:aktualizacj[ai]|modyfikacj[ai]|zmian[ay]?"
         "|zaktualizowan[aoy]|zmienion[aoy])"),
        "zaktualizowan[aoy]", "aktualizacja", "wersja",
        "opublikowan[aoy]"
    ),
    "cs": (
        "(?:naposledy |posledn[íi] )(?:aktualizov[áa]n[oay]?|aktualizace|zm[ěe]na|[úu]prava|upraveno)",
        "aktualizov[áa]no", "verze"
    ),
    "sk": ("(?:naposledy |posledn[áa] )(?:aktualizovan[éáo]|aktualiz[áa]cia|zmena)", "aktualizovan[éáo]"),
    "hu": (
        "(?:utols[óo]|legut[óo]bbi) (?:friss[íi]t[ée]s|m[óo]dos[íi]t[áa]s)",
        "(?:utolj[áa]ra )?(?:friss[íi]tve|m[óo]dos[íi]tva)"
    ),
    "ro": ("ultima (?:actualizare|modificare|revizuire)", "actualizat[ăa]?", "versiunea"),
    "tr": (
        "son (?:g[üu]ncelleme|g[üu]ncellenme|de[ğg]i[şs]iklik)(?: tarihi)?", "g[üu]ncelleme tarihi",
        "g[üu]ncellendi", "g[üu]ncellenmi[şs]tir"
    ),
    "id": ("(?:terakhir )?(?:diperbarui|diperbaharui|diubah|direvisi)(?: terakhir)?", "pembaruan terakhir"),
    "ca": ("[úu]ltima (?:actualitzaci[óo]|modificaci[óo])", "actualitzad[ao]"),
    "vi": ("cập nhật(?: lần cuối| gần nhất| mới nhất)?", "sửa đổi lần cuối"),
    "el": ("τελευταία (?:ενημέρωση|τροποποίηση|αναθεώρηση)", "ενημερώθηκε"),
    "lt": ("(?:paskutin[įi] kart[ąa] )?atnaujint[aoi]s?", "paskutinis atnaujinimas"),
    "lv": ("(?:p[ēe]d[ēe]jo reizi )?atjaunin[āa]t[saoi]?",),
    "et": ("viimati (?:uuendatud|muudetud)",),
    "ru": (
        "(?:дата )?последн(?:ее|его|яя|ей) (?:обновлени[ея]|изменени[ея]|редакци[яи])", "обновлен[оаы]?",
        "дата обновления", "последний раз (?:обновлен|измен[её]н)[оаы]?",
        "(?:действующая )?редакция(?: от)?", "версия(?: от)?", "изменен[оаы]?", "опубликован[оаы]?"
    ),
    "uk": (
        "(?:дата )?останн(?:є|ього|я|ьої) (?:оновлення|зміни|редакції|редакція)", "оновлено",
        "редакція від", "версія від"
    ),
    "bg": ("последн[аоя]+ (?:актуализация|промяна)", "актуализиран[аоы]?"),
}  # fmt: skip
"""What announces the day of the last revision, in scripts that part words by blanks."""

UPDATED_UNPARTED = (
    "最終更新", "最終改定", "最終改訂", "更新日", "改定日", "改訂日", "改定", "改訂", "改正", "更新",
    "一部変更", "最近更新", "最后更新", "最後更新", "更新日期", "更新时间", "更新時間", "更新于", "修订",
    "修訂", "发布日期", "發布日期", "版本日期", "版本更新", "发布", "發布", "최종 수정", "최종 업데이트",
    "최근 업데이트", "최종 개정", "개정일", "개정", "업데이트", "수정일", "변경일", "آخر تحديث",
    "تاريخ التحديث", "تم التحديث", "تم تحديث", "آخر تعديل", "آخرین به‌روزرسانی", "آخرین به روز رسانی",
    "آخرین بروزرسانی", "آخرین ویرایش", "به‌روزرسانی", "עודכן לאחרונה", "עודכנה לאחרונה", "עדכון אחרון",
    "תאריך עדכון", "עודכן", "עודכנה", "अंतिम अद्यतन", "अंतिम बार अद्यतन", "अंतिम अपडेट", "पिछला अपडेट",
    "आखिरी अपडेट", "पिछली बार अपडेट", "अंतिम संशोधन", "সর্বশেষ আপডেট", "সর্বশেষ হালনাগাদ",
    "ปรับปรุงล่าสุด", "อัปเดตล่าสุด", "อัพเดทล่าสุด", "แก้ไขล่าสุด", "ปรับปรุงเมื่อ",
    "ปรับปรุงครั้งล่าสุด"
)  # fmt: skip
"""The same in scripts that do not, or in which words take letters before or behind them."""

WEAK = (
    "version", "fassung", "versi[óo]n", "versione", "vers[ãa]o", "versie", "rev", "dated", "issued?",
    "stand"
)  # fmt: skip
"""What announces a day of revision only where nothing behind the day says otherwise, as in "Diese
Fassung tritt am 1. Mai 2024 in Kraft"."""

NUMBERED = (
    "version", "versi[óo]n", "versione", "vers[ãa]o", "versie", "rev"
)  # fmt: skip
"""What stands before numbers that are no days."""

BESIDE_COPYRIGHT = (
    "version", "published", "posted", "issued?", "released", "release date", "adopted", "dated",
    "publi[ée]e?s?", "ver[öo]ffentlicht", "publicad[oa]s?", "pubblicat[oaie]"
)  # fmt: skip
"""What says of a copyright line since when the right exists."""

EFFECTIVE: dict[str, tuple[str, ...]] = {
    "en": (
        "effective", "updating", "with effect", "in(?:to)? effect", "tak(?:es?|ing) effect", "took effect",
        "in(?:to)? force",
        "(?:applies|apply|applicable|valid) (?:as of|as from|from|since|on|starting|beginning)"
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
    "it": ("in vigore", "decorrenza", "efficac[ei](?: dal)?", "valid[oa] dal", "entrata in vigore"),
    "pt": (
        "em vigor", "vigente", "vig[êe]ncia", "efetiv[oa]", "entra(?:da)? em vigor",
        "v[áa]lid[oa] a partir"
    ),
    "nl": (
        "van kracht", "ingangsdatum", "geldig vanaf", "geldt vanaf", "in werking", "van toepassing vanaf"
    ),
    "sv": ("g[äa]ller fr[åa]n", "tr[äa]der i kraft", "g[äa]llande fr[åa]n", "giltig fr[åa]n", "i kraft"),
    "da": ("g[æa]lder fra", "tr[æa]der i kraft", "g[æa]ldende fra", "i kraft"),
    "no": ("gjelder fra", "trer i kraft", "gjeldende fra", "i kraft"),
    "fi": ("voimassa", "voimaan", "voimaantulo"),
    "pl": ("obowi[ąa]zuj(?:e|[ąa]ca|[ąa]cy)(?: od)?", "wchodzi w [żz]ycie", "w mocy od", "ważna od"),
    "cs": ("[úu]činn[éáoý]+(?: od)?", "platn[éáoý]+(?: od)?", "nab[ýy]v[áa] [úu]činnosti", "účinnost"),
    "sk": ("[úu]činn[éáoý]+(?: od)?", "platn[éáoý]+(?: od)?", "nadob[úu]da [úu]činnosť"),
    "hu": ("hat[áa]lyos", "hat[áa]lyba l[ée]p", "[ée]rv[ée]nyes", "hat[áa]lybal[ée]p[ée]s"),
    "ro": ("[îi]n vigoare", "valabil[ăa]? (?:de la|din)", "aplicabil[ăa]? (?:de la|din)"),
    "tr": (
        "y[üu]r[üu]rl[üu]k(?:te|l[üu][ğg]e girer|l[üu][ğg]e girmi[şs]tir)?(?: tarihi)?",
        "ge[çc]erlilik tarihi"
    ),
    "id": ("berlaku (?:efektif |sejak |mulai |pada )?", "tanggal efektif", "tanggal berlaku"),
    "ca": ("en vigor", "vigent"),
    "vi": ("có hiệu lực", "ngày hiệu lực", "hiệu lực"),
    "el": ("σε ισχύ", "ισχύει από", "έναρξη ισχύος"),
    "lt": ("[įi]sigalioja", "galioja nuo"),
    "lv": ("sp[ēe]k[āa] no", "st[āa]jas sp[ēe]k[āa]"),
    "et": ("kehtib alates", "j[õo]ustu[nb]"),
    "ru": ("вступа(?:ет|ют) в силу", "вступил[аио]? в силу", "действует с", "действительна с", "в силе"),
    "uk": ("набува(?:є|ють) чинності", "набрал[аио] чинності", "діє з", "чинна з"),
    "bg": ("в сила", "влиза в сила"),
}  # fmt: skip
"""What announces the day from which the text applies."""

EFFECTIVE_UNPARTED = (
    "施行日", "施行", "発効日", "発効", "適用開始", "生效日期", "生效", "起生效", "施行日期", "실행일",
    "시행일자", "시행일", "시행", "적용일", "발효", "تاريخ السريان", "سارية المفعول", "ساري المفعول",
    "تاريخ النفاذ", "يسري", "تسري", "نافذ", "تاریخ اجرا", "לתוקף", "בתוקף", "प्रभावी", "लागू", "কার্যকর",
    "มีผลบังคับใช้", "มีผลใช้บังคับ", "มีผลตั้งแต่"
)  # fmt: skip

OTHERWISE_UNPARTED = (
    "制定", "策定", "設立", "公布", "成立", "제정", "공포"
)  # fmt: skip
"""What says that a day is another one than that of the last revision: that of the first text, of a law."""

UNTIL = (
    "until", "till", "up to", "before", "prior to", "through", "by", "expires?(?: on)?", "bis", "bis zum",
    "vor dem", "jusqu['’ ]au", "avant le", "hasta", "hasta el", "antes del?", "fino al", "prima del",
    "at[ée]", "tot", "do dnia"
)  # fmt: skip
"""What stands before a day on which something ends."""

RANGE = (
    "until", "till", "to", "through", "bis", "jusqu['’ ]au", "au", "hasta", "al", "fino al", "at[ée]", "tot"
)  # fmt: skip
"""What stands between the two days of a period that is over: a list of older versions."""

OLDER = (
    "previous", "prior", "old(?:er)?", "earlier", "former(?:ly)?", "superseded", "archived?", "history",
    "original(?:ly)?", "pr[ée]c[ée]dente?s?", "anciennes?", "ant[ée]rieure?s?", "vorherigen?", "vorigen?",
    "fr[üu]heren?", "alten?", "ersetzt", "anterior(?:es)?", "antigu[oa]s?", "precedent[ei]", "vorige",
    "eerdere"
)  # fmt: skip
"""What says that another version is meant than this one."""

LAW = (
    "acts?", "laws?", "regulations?", "directives?", "ordinances?", "statutes?", "bill", "gdpr", "ccpa",
    "decrees?", "cpra", "lois?", "r[èe]glements?", "d[ée]crets?", "ordonnances?", "arr[êe]t[ée]s?",
    r"\w*gesetz(?:es)?", r"\w*verordnung", "dsgvo", "rgpd", "ley(?:es)?", "reglamento", "decretos?",
    "court", "tribunal", "gericht", "decisions?", "official journal", "d[ée]cision", "addendum", "founded",
    "incorporated", "born", "legge", "decreto(?: legislativo)?", "regolamento", r"d\.? ?lgs\.?", "lei",
    "portaria", "wet", "besluit", "verordening", "ustaw[ay]", "rozporządzen(?:ie|ia)", "lag(?:en)?", "lov",
    "закон(?:а|у)?", "указ(?:а)?", "постановлени[ея]", "framework", "code", "standard", "treaty",
    "convention", "guidelines", "amtsblatt"
)  # fmt: skip
"""What has a date of its own that is not the document's."""

THINGS = (
    "certificates?", "certifications?", "certified", "licen[cs]es?", "registrations?", "registered",
    "prices?", "rates?", "fees?", "tariffs?", "offers?", "promotions?", "apps?", "software", "browsers?",
    "cookies?", "contracts?", "subscriptions?", "memberships?", "accounts?", "press", "articles?",
    "report", "study", "survey", "photos?", "list", "features?", "products?", "orders?", "merger",
    "tests?", "zertifikate?", "preise?", "tarife?", r"\w*vertr[aä]ge?", "konto", "prix", "tarifs?",
    "contrats?", "certificats?", "precios?", "tarifas?", "certificados?", "contratos?", "prezzi",
    "certificato"
)  # fmt: skip
"""Other things of a company that have days of revision and effect too."""

DOCUMENT = (
    "policy", "policies", "notice", "statement", "terms", "agreement", "conditions", "document", "page",
    "text", "addenda", "politiques?", "d[ée]claration", "charte", "avis", "texte", "conditions", "notice",
    r"\w*richtlinien?", r"\w*erkl[äa]rung", r"\w*bestimmungen", r"\w*bedingungen", r"\w*hinweise?",
    r"\w*vereinbarung", "fassung", "pol[íi]ticas?", "aviso", "t[ée]rminos", "condiciones",
    "declaraci[óo]n", "acuerdo", "informativa", "privacyverklaring", "verklaring", "beleid", "polityk[ai]",
    "integritetspolicy", "политик[аи]", "termos"
)  # fmt: skip
"""What a page of this kind calls itself."""

ABOUT = (
    "of", "on", "for", "about", "de", "des", "du", "sur", "relatives? aux?", "zu", "zur", "f[üu]r",
    "[üu]ber", "sobre", "del", "su", "sui", "per", "do", "dos"
)  # fmt: skip
"""What joins the name of a document and its matter ("politique relative aux cookies")."""

CHANGES = (
    "version", "changes?", "updates?", "amendments?", "guidelines", "rules", "modifications?",
    "[äa]nderungen", "contrat", "cambios", "versi[óo]n"
)  # fmt: skip
"""What else a long sentence may name for its date to be the document's."""

KINDS: dict[str, str] = {
    "cookies": r"cookies?[ -](?:policy|notice|statement|richtlinie)|politique (?:de |relative aux )cookies"
    r"|pol[íi]tica de cookies",
    "terms": r"terms (?:of|and|&)|user agreement|\bagb\b|nutzungsbedingungen|conditions g[ée]n[ée]rales"
    r"|\bcg[uv]\b|t[ée]rminos y condiciones|condiciones (?:generales|de uso)|termini (?:di|e)",
    "privacy": r"privacy|datenschutz|confidentialit[ée]|vie priv[ée]e|privacidad|privacidade|personal data"
    r"|personenbezogene",
}
"""By what a page or a sentence tells which document it means."""

EXAMPLE = (
    "for example", "for instance", r"e\.g\.", "examples?", "if you", "if your", "when you", "zum beispiel",
    r"z\. ?b\.", "beispiel", "wenn sie", "wenn ihr", "par exemple", "exemple", "si vous", "por ejemplo",
    "ejemplo", "si usted", "ad esempio", "imagine", "suppose"
)  # fmt: skip
"""What makes of a date a supposed one."""

DAY_FIRST_IN = frozenset((
    "AU", "BE", "BR", "CH", "CY", "ES", "FR", "DE", "GB", "GH", "HK", "ID", "IE", "IN", "IT", "JM", "KE",
    "LK", "MT", "MX", "NG", "NL", "NZ", "PK", "PT", "SG", "TT", "TZ", "UG", "UK", "ZM", "ZW"
))  # fmt: skip
MONTH_FIRST_IN = frozenset(("US", "PH"))
"""Countries by how they write days in figures (Unicode CLDR 46, `dateFormats/short`)."""
NOT_DAY_FIRST = frozenset(("", "en", "zh", "ja", "ko", "hu", "lt"))
"""Languages in which figures with the year last may stand in either order."""
