"""What policies talk about, and what home pages talk about, by language: data for `quality`.

Written like the tables of `qualitywords`: regular expressions without capturing groups, in lower case.
"""

from __future__ import annotations

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
    "it": (
        "privacy", "informativa", r"dat[oi]", r"personal[ei]", r"informazion[ei]", r"raccogli\w+", r"raccolt\w+",
        r"tratta\w+", r"consens\w+", r"diritt[oi]", r"condizion[ei]", "termini", r"legg[ei]", r"titolare", r"terz[ie]",
        "cookie", r"serviz[io]+", r"utilizz\w+", r"us(?:o|iamo)", r"conserv\w+", r"finalit[àa]", r"richie\w+", r"sicurezza",
        r"obblig\w+", r"contratt\w+", r"responsab\w+", r"cancell\w+", r"contatt\w+"
    ),
    "pt": (
        "privacidade", r"pol[íi]ticas?", "dados", "pessoa(?:l|is)", r"informa[çc][õoãa]\w*", r"recolh\w+", r"colet\w+", r"trata\w+",
        r"consent\w+", "direitos?", r"condi[çc][õo]es", "termos", r"leis?", r"lega\w+", r"terceiros", "cookies?", r"servi[çc]os?",
        r"utiliz\w+", "uso", r"conserv\w+", r"finalidades?", r"solicit\w+", r"seguran[çc]a", r"obriga\w+", r"contrat\w+",
        r"respons[áa]v\w+", r"apag\w+", r"contat?o"
    ),
    "nl": (
        r"privacy\w*", r"\w*beleid", r"\w*gegevens", r"informatie", r"verzamel\w+", r"verwerk\w+", r"toestemming", r"recht(?:en)?",
        r"\w*voorwaarden", r"wet\w*", r"wettelijk\w*", r"derden", r"cookies?", r"dienst\w*", r"gebruik\w*", r"bewa\w+",
        r"doel\w*", r"verzoek\w*", r"beveilig\w+", r"overeenkomst\w*", r"verantwoordelijk\w*", r"contact", r"delen", r"wissen"
    ),
    "pl": (
        r"prywatno\w+", r"polity\w+", r"dan(?:e|ych|ymi)", r"osobow\w+", r"informacj\w+", r"zbiera\w+", r"przetwarza\w+", r"zgod\w+",
        r"praw\w*", r"warunk\w+", r"regulamin\w*", r"ustaw\w+", r"os[óo]b\w* trzeci\w+", r"cookies?", r"us[łl]ug\w*",
        r"wykorzyst\w+", r"u[żz]y\w+", r"przechowyw\w+", r"cel\w*", r"administrator\w*", r"bezpiecz\w+", r"umow\w+", r"usun\w+"
    ),
    "sv": (
        r"integritet\w*", r"policy\w*", r"\w*uppgift\w*", r"personuppgift\w*", r"information\w*", r"saml\w+", r"behandl\w+", r"samtyck\w+",
        r"r[äa]ttighet\w*", r"villkor\w*", r"lag\w*", r"tredje ?part\w*", r"cookies?", r"kakor", r"tj[äa]nst\w*", r"anv[äa]nd\w+", r"lagra\w*",
        r"[äa]ndam[åa]l\w*", r"ansvarig\w*", r"s[äa]kerhet\w*", r"avtal\w*", r"kontakta?", r"rader\w+", r"dela\w*"
    ),
    "da": (
        r"privatliv\w*", r"\w*politik\w*", r"\w*oplysninger\w*", r"personoplysning\w*", r"indsaml\w+", r"behandl\w+", r"samtykke\w*",
        r"rettighed\w*", r"vilk[åa]r\w*", r"lov\w*", r"tredjepart\w*", r"cookies?", r"tjenest\w*", r"brug\w*", r"opbevar\w+", r"form[åa]l\w*",
        r"ansvarlig\w*", r"sikkerhed\w*", r"aftale\w*", r"kontakt\w*", r"slet\w+", r"del(?:e|er)"
    ),
    "no": (
        r"personvern\w*", r"\w*opplysninger\w*", r"informasjon\w*", r"saml\w+", r"behandl\w+", r"samtykke\w*", r"rettighet\w*", r"vilk[åa]r\w*",
        r"lov\w*", r"tredjepart\w*", r"cookies?", r"informasjonskapsler", r"tjenest\w*", r"bruk\w*", r"lagr\w+", r"form[åa]l\w*",
        r"ansvarlig\w*", r"sikkerhet\w*", r"avtale\w*", r"kontakt\w*", r"slett\w+", r"del(?:e|er)"
    ),
    "fi": (
        r"tietosuoja\w*", r"yksityisyy\w*", r"tieto\w*", r"tietoj\w+", r"tiedot", r"henkil[öo]tie\w+", r"ker[äa]\w+", r"k[äa]sittel\w+",
        r"suostum\w+", r"oike\w+", r"ehdot", r"ehto\w*", r"lak\w+", r"kolman\w+", r"ev[äa]ste\w*", r"palvelu\w*", r"k[äa]yt\w+",
        r"s[äa]ilyt\w+", r"tarkoitu\w+", r"rekisterinpit[äa]j\w+", r"turvalli\w+", r"sopimu\w+", r"poist\w+"
    ),
    "cs": (
        r"soukrom\w+", r"z[áa]sad\w*", r"[úu]daj\w*", r"osobn[íi]\w*", r"informac\w+", r"shroma\w+", r"zpracov\w+", r"souhlas\w*", r"pr[áa]v\w*",
        r"podm[íi]n\w+", r"z[áa]kon\w*", r"t[řr]et[íi]\w*", r"cookies?", r"slu[žz]b\w*", r"pou[žz][íi]\w+", r"uchov\w+", r"[úu][čc]el\w*",
        r"spr[áa]vc\w+", r"bezpe[čc]\w+", r"smlouv\w+", r"vymaz\w+", r"ochran\w+"
    ),
    "hu": (
        r"adatv[ée]del\w+", r"adat\w*", r"szem[ée]lyes\w*", r"t[áa]j[ée]koztat\w+", r"gy[űu]jt\w+", r"kezel\w+", r"hozz[áa]j[áa]rul\w+", r"jog\w*",
        r"felt[ée]tel\w*", r"t[öo]rv[ée]ny\w*", r"harmadik", r"s[üu]ti\w*", r"szolg[áa]ltat\w+", r"haszn[áa]l\w+", r"t[áa]rol\w+", r"c[ée]l\w*",
        r"biztons[áa]g\w*", r"szerz[őo]d[ée]s\w*", r"t[öo]r[öo]l\w+"
    ),
    "ro": (
        r"confiden[țt]ialitat\w+", r"politic\w+", r"date\w*", r"personal\w*", r"informa[țt]i\w+", r"colect\w+", r"prelucr\w+", r"consim[țt][ăa]m\w+",
        r"drept\w*", r"condi[țt]i\w+", r"termen\w*", r"leg\w+", r"ter[țt]\w*", r"cookie\w*", r"servici\w+", r"utiliz\w+", r"folosi\w+", r"p[ăa]str\w+",
        r"scop\w*", r"securit\w+", r"contract\w*", r"[șs]terge\w*"
    ),
    "tr": (
        r"gizlilik\w*", r"politika\w*", r"veri\w*", r"ki[şs]isel\w*", r"bilgi\w*", r"topla\w+", r"i[şs]le\w+", r"r[ıi]za\w*", r"hak\w*", r"ko[şs]ul\w*",
        r"yasa\w*", r"kanun\w*", r"[üu]ç[üu]nc[üu]\w*", r"[çc]erez\w*", r"hizmet\w*", r"kullan\w+", r"sakla\w+", r"ama[çc]\w*", r"sorumlu\w*", r"g[üu]venli\w+",
        r"s[öo]zle[şs]me\w*", r"sil\w+"
    ),
    "id": (
        r"privasi", r"kebijakan", r"data", r"pribadi", r"informasi\w*", r"\w*kumpul\w*", r"\w*proses\w*", r"persetujuan\w*", r"hak", r"ketentuan", r"syarat",
        r"hukum", r"ketiga", r"cookie", r"layanan\w*", r"\w*guna\w*", r"\w*simpan\w*", r"tujuan", r"keamanan", r"perjanjian", r"hapus", r"menghapus"
    ),
    "vi": (
        r"b[ảa]o m[ậa]t", r"quy[ềe]n ri[êe]ng t[ưu]", r"d[ữu] li[ệe]u", r"c[áa] nh[âa]n", r"th[ôo]ng tin", r"thu th[ậa]p", r"x[ửu] l[ýy]", r"[đd][ồo]ng [ýy]",
        r"quy[ềe]n", r"[đd]i[ềe]u kho[ảa]n", r"ph[áa]p lu[ậa]t", r"b[êe]n th[ứu] ba", r"cookie", r"d[ịi]ch v[ụu]", r"s[ửu] d[ụu]ng", r"l[ưu]u tr[ữu]", r"m[ụu]c [đd][íi]ch",
        r"x[óo]a"
    ),
    "el": (
        r"απορρ[ήη]τ\w+", r"πολιτικ\w+", r"δεδομ[έε]ν\w+", r"προσωπικ\w+", r"πληροφορ\w+", r"συλλ[έε]γ\w+", r"επεξεργ\w+", r"συγκατ[άα]θεσ\w+", r"δικαι[ώω]μ\w+",
        r"[όο]ρο\w+", r"ν[όο]μ\w+", r"τρ[ίι]τ\w+", r"cookies?", r"υπηρεσ\w+", r"χρησιμοποι\w+", r"χρ[ήη]σ\w+", r"σκοπ\w+", r"ασφ[άα]λει\w+", r"διαγραφ\w+"
    ),
    "ru": (
        r"конфиденциальност\w+", r"политик\w+", r"данн\w+", r"персональн\w+", r"информаци\w+", r"сведени\w+", r"собира\w+", r"сбор\w*", r"обраб\w+",
        r"согласи\w+", r"прав\w*", r"услови\w+", r"соглашени\w+", r"закон\w*", r"треть\w+", r"cookies?", r"услуг\w*", r"сервис\w*", r"использ\w+", r"хран\w+",
        r"цел\w+", r"оператор\w*", r"безопасност\w+", r"договор\w*", r"удал\w+"
    ),
    "uk": (
        r"конфіденційн\w+", r"політик\w+", r"дан\w+", r"персональн\w+", r"інформаці\w+", r"збира\w+", r"обробл?\w+", r"згод\w+", r"прав\w*", r"умов\w*", r"закон\w*",
        r"трет\w+", r"cookies?", r"послуг\w*", r"викорис\w+", r"зберіга\w+", r"мет\w+", r"безпек\w+", r"видал\w+"
    ),
    "ar": (
        r"\w*خصوصية", r"سياسة", r"\w*بيانات\w*", r"\w*شخصية", r"\w*معلومات\w*", r"نجمع\w*", r"جمع", r"معالجة\w*", r"\w*موافق\w*", r"\w*حق\w*", r"\w*شروط", r"\w*قانون\w*",
        r"\w*طرف\w*", r"\w*أطراف", r"\w*خدم\w+", r"\w*استخدام\w*", r"\w*نستخدم\w*", r"\w*احتفاظ", r"\w*أغراض", r"\w*أمن", r"\w*حذف\w*", r"\w*اعتراض"
    ),
    "he": (
        r"\w*פרטיות", r"\w*מדיניות", r"\w*נתונים", r"\w*מידע", r"\w*אישי\w*", r"אוספים", r"\w*איסוף", r"\w*עיבוד", r"\w*הסכמ\w*", r"\w*זכו\w+", r"\w*תנאי\w*", r"\w*חוק\w*", r"\w*שירות\w*",
        r"\w*שימוש", r"\w*מטר\w+", r"\w*אבטח\w+", r"\w*מחיק\w+"
    ),
    "ja": (
        "個人情報", "プライバシー", "情報", "取得", "収集", "利用", "同意", "権利", "規約", "法令", "法律", "第三者", "提供", "クッキー", "cookie", "サービス", "保存", "保管", "目的",
        "開示", "訂正", "削除", "管理", "安全", "契約", "お客様", "当社", "義務", "責任"
    ),
    "zh": (
        "个人信息", "個人資料", "隐私", "隱私", "信息", "资料", "資料", "数据", "數據", "收集", "处理", "處理", "同意", "权利", "權利", "条款", "條款", "法律", "法规", "第三方", "共享", "服务",
        "服務", "使用", "保存", "存储", "目的", "删除", "刪除", "更正", "安全", "协议", "協議", "我们", "我們", "责任", "責任", "cookie"
    ),
    "ko": (
        "개인정보", "정보", "처리", "수집", "이용", "동의", "권리", "약관", "법률", "법령", "제3자", "제공", "쿠키", "서비스", "보관", "보유", "목적", "열람", "정정", "삭제", "안전", "계약", "회사",
        "책임", "의무"
    ),
    "th": (
        "ข้อมูล", "ส่วนบุคคล", "ความเป็นส่วนตัว", "นโยบาย", "เก็บรวบรวม", "ประมวลผล", "ยินยอม", "สิทธิ", "เงื่อนไข", "ข้อกำหนด", "กฎหมาย", "บุคคลที่สาม", "คุกกี้", "บริการ", "ใช้",
        "วัตถุประสงค์", "จัดเก็บ", "ลบ", "แก้ไข", "คัดค้าน", "ปลอดภัย", "สัญญา", "ควบคุม"
    ),
}  # fmt: skip
"""What documents of our kind talk about, whatever they are called: one word in ten to forty."""

UNBOUND = frozenset(("ja", "ko", "th", "zh"))
"""Languages whose words are not parted by blanks, or end in particles: looked for inside of runs of letters."""

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
