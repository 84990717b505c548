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
        "not available in (?:your|most) (?:countr(?:y|ies)|regions?)", "unavailable in (?:your|most) ",
        "not available (?:to|for) (?:visitors|readers|users) (?:in|from)", "establishing a database connection",
        "(?:could not|unable to|can't|cannot) connect to (?:the )?(?:database|server)", "connection (?:was )?(?:refused|timed out)",
        "(?:page|file) you(?:'re| are| were)? (?:looking|searching|requested)", "(?:page|file) (?:may|might) have been (?:moved|removed|deleted)"
    ),
    "fr": (
        "page (?:introuvable|non trouv[ée]e|inexistante)",
        "(?:cette|la) page (?:demand[ée]e )?n'(?:existe (?:pas|plus)|est pas disponible)",
        "acc[èe]s (?:refus[ée]|interdit)", "service (?:temporairement )?indisponible",
        "erreur (?:interne|serveur)", "trop de requ[êe]tes", "connexion [àa] la base de donn[ée]es",
        "pas disponible dans votre (?:pays|r[ée]gion)"
    ),
    "de": (
        "seite (?:wurde )?(?:leider )?nicht gefunden", "seite existiert nicht",
        "zugriff (?:verweigert|nicht erlaubt)", "nicht verf[üu]gbar in ihre[mr]",
        "dienst (?:vor[üu]bergehend )?nicht verf[üu]gbar", "interner serverfehler", "zu viele anfragen",
        r"datenbank(?:verbindung|fehler|server)", "verbindung zur datenbank"
    ),
    "es": (
        "p[áa]gina no (?:encontrada|existe|disponible)",
        "no (?:se )?(?:pudo|ha podido|puede) encontrar la p[áa]gina", "acceso (?:denegado|prohibido)",
        "servicio no disponible", "error interno", "demasiadas solicitudes", "conexi[óo]n (?:con|a) la base de datos",
        "no (?:est[áa] )?disponible en tu (?:pa[íi]s|regi[óo]n)"
    ),
    "it": (
        "pagina (?:web )?non (?:[èe] )?(?:stata )?trovata", "pagina non (?:esiste|disponibile)", r"questa pagina non (?:c'[èe]|esiste)",
        "accesso (?:negato|vietato)", "servizio (?:temporaneamente )?non disponibile", "errore (?:interno|del server)", "troppe richieste",
        "connessione al database"
    ),
    "pt": (
        "p[áa]gina n[ãa]o (?:foi )?(?:encontrada|existe|dispon[íi]vel)", "acesso (?:negado|proibido)",
        "servi[çc]o (?:temporariamente )?indispon[íi]vel", "erro (?:interno|do servidor)", "liga[çc][ãa]o [àa] base de dados",
        "conex[ãa]o com o banco de dados"
    ),
    "nl": (
        "pagina (?:is |kon )?niet (?:worden )?gevonden", "pagina bestaat niet", "toegang geweigerd",
        "dienst (?:is )?(?:tijdelijk )?niet beschikbaar", "interne serverfout", "verbinding met de database"
    ),
    "pl": (
        "(?:nie znaleziono strony|strona nie (?:zosta[łl]a znaleziona|istnieje))", "nie mo[żz]na znale[źz][ćc] strony", "odmowa dost[ęe]pu",
        "us[łl]uga (?:jest )?(?:tymczasowo )?niedost[ęe]pna", "b[łl][ąa]d (?:wewn[ęe]trzny|serwera|po[łl][ąa]czenia)"
    ),
    "sv": (
        "sidan (?:kunde inte hittas|hittades inte|finns inte|saknas)", "[åa]tkomst nekad", "tj[äa]nsten [äa]r (?:tillf[äa]lligt )?otillg[äa]nglig",
        "internt serverfel"
    ),
    "da": (
        "siden (?:kunne ikke findes|blev ikke fundet|findes ikke)", "adgang n[æa]gtet", "tjenesten er (?:midlertidigt )?utilg[æa]ngelig",
        "intern serverfejl"
    ),
    "no": (
        "(?:siden|fant ikke siden) (?:ble ikke funnet|finnes ikke|eksisterer ikke)", "fant ikke siden", "ingen tilgang", "tilgang nektet",
        "tjenesten er (?:midlertidig )?utilgjengelig"
    ),
    "fi": (
        "sivua ei (?:l[öo]ydy|l[öo]ytynyt|ole)", "p[äa][äa]sy (?:kielletty|estetty)", "palvelu ei ole (?:juuri nyt )?k[äa]ytett[äa]viss[äa]", "palvelinvirhe"
    ),
    "cs": (
        "str[áa]nka (?:nebyla )?nenalezena", "str[áa]nka (?:nebyla nalezena|neexistuje)", "str[áa]nk[au] (?:se )?nepoda[řr]ilo", "p[řr][íi]stup (?:odep[řr]en|zam[íi]tnut)",
        "slu[žz]ba (?:je )?(?:do[čc]asn[ěe] )?nedostupn[áa]", "chyba serveru"
    ),
    "hu": (
        r"az oldal (?:nem tal[áa]lhat[óo]|nem l[ée]tezik)", "a keresett oldal", "hozz[áa]f[ée]r[ée]s megtagadva", "szolg[áa]ltat[áa]s (?:jelenleg )?nem [ée]rhet[őo] el",
        "szerverhiba"
    ),
    "ro": (
        "pagina (?:nu a fost g[ăa]sit[ăa]|nu exist[ăa])", "acces (?:interzis|refuzat)", "serviciu(?:l)? (?:este )?indisponibil", "eroare (?:intern[ăa]|de server)"
    ),
    "tr": (
        "sayfa bulunamad[ıi]", "b[öo]yle bir sayfa yok", "eri[şs]im (?:engellendi|reddedildi)", "hizmet (?:[şs]u anda )?kullan[ıi]lam[ıi]yor", "sunucu hatas[ıi]"
    ),
    "id": (
        "halaman tidak (?:ditemukan|tersedia)", "akses ditolak", "layanan tidak tersedia", "kesalahan (?:server|internal)"
    ),
    "vi": (
        "kh[ôo]ng t[ìi]m th[ấa]y trang", "trang (?:n[àa]y )?kh[ôo]ng t[ồo]n t[ạa]i", "truy c[ậa]p b[ịi] t[ừu] ch[ốo]i", "l[ỗo]i m[áa]y ch[ủu]"
    ),
    "el": (
        "η σελ[ίι]δα δεν (?:β[ρρ][έε]θηκε|υπ[άα]ρχει)", "δεν επιτρ[έε]πεται η πρ[όο]σβαση", "σφ[άα]λμα διακομιστ[ήη]"
    ),
    "ru": (
        "страница не (?:найдена|существует)", "страниц[аыу] не (?:найдена|удалось)", "доступ (?:запрещ[её]н|закрыт|ограничен)",
        "(?:сервис|служба|сайт) (?:временно )?недоступ\\w+", "(?:внутренняя )?ошибка (?:сервера|соединения|подключения)", "базе данных не удалось"
    ),
    "uk": (
        "сторінк[ауи] не (?:знайдено|існує)", "доступ заборонено", "сервіс (?:тимчасово )?недоступний", "помилка сервера"
    ),
    "ar": (
        "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "تعذر (?:العثور|تحميل|الوصول)", "تم رفض الوصول", "الخدمة غير متاحة", "خطأ في الخادم"
    ),
    "he": (
        "הדף (?:לא נמצא|אינו קיים|המבוקש)", "הגישה נדחתה", "השירות אינו זמין", "שגיאת שרת"
    ),
    "ja": (
        "ページが見つかりません", "ページは(?:存在しません|見つかりません|削除された)", "お探しのページ", "アクセスが(?:拒否|制限)", "サーバー?エラー", "サービスは利用できません", "データベースに?接続"
    ),
    "zh": (
        "(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到|已被删除|無法|无法)", "(?:找不到|未找到)(?:该|該|您|此|相关)?(?:请求的|訪問的|访问的)?(?:页面|頁面|网页|網頁)", "(?:访问|訪問)(?:被拒绝|被拒絕|受限|过于频繁|過於頻繁)",
        "服务(?:器)?(?:错误|暂时不可用|不可用)", "(?:服务器|伺服器)(?:内部)?(?:错误|錯誤|繁忙)", "数据库连接"
    ),
    "ko": (
        "페이지를 찾을 수 없", "존재하지 않는 페이지", "접근이 (?:거부|제한|차단)", "서버 (?:오류|에러)", "서비스를 이용할 수 없", "데이터베이스 연결"
    ),
    "th": (
        "ไม่พบหน้า", "ไม่พบเพจ", "การเข้าถึงถูกปฏิเสธ", "ไม่สามารถให้บริการ", "เซิร์ฟเวอร์ขัดข้อง", "ข้อผิดพลาดของเซิร์ฟเวอร์"
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
        "you must (?:log|sign) in", "forgot(?:ten)? (?:your )?password", "keep me (?:logged|signed) in", "stay signed in"
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
        "melde dich an, um", "melden sie sich an, um", "(?:passwort|kennwort) vergessen", "angemeldet bleiben"
    ),
    "es": (
        "(?:ha ocurrido|se ha producido|se produjo|ocurri[óo]) un error",
        "algo (?:sali[óo]|ha salido|fue) mal",
        "(?:vuelve a intentarlo|int[ée]ntalo de nuevo|int[ée]ntelo)", "tardando m[áa]s",
        "recarga(?:r)? la p[áa]gina", r"cargando\.{0,3}$",
        "(?:contenido|p[áa]gina|enlace) (?:ya )?no est[áa] disponible", "inicia sesi[óo]n para",
        "olvid(?:aste|ado|[óo]) (?:tu|su|la) contraseña"
    ),
    "it": (
        "(?:si [èe] verificato|c'[èe] stato) un (?:errore|problema)", "qualcosa [èe] andato storto", "riprova (?:pi[ùu] tardi|tra)", "(?:password|credenziali) dimenticat[ae]",
        "hai dimenticato la password", "accedi per (?:continuare|vedere)", "inserisci (?:la|la tua) password", "ricarica la pagina"
    ),
    "pt": (
        "ocorreu um (?:erro|problema)", "algo (?:correu|deu) (?:mal|errado)", "tente (?:novamente|de novo|mais tarde)", "(?:esqueceu|esqueci)(?:-se d)?[ae]? (?:a )?(?:sua |minha )?(?:palavra-passe|senha)",
        "(?:inicie sess[ãa]o|fa[çc]a login|entre) para", "recarregue a p[áa]gina"
    ),
    "nl": (
        "(?:er is|er ging) (?:iets )?(?:een fout opgetreden|mis|misgegaan)", "probeer het (?:later|opnieuw)", "wachtwoord vergeten", "(?:log|meld je) (?:eerst )?(?:in|aan) om",
        "vernieuw de pagina"
    ),
    "pl": (
        "wyst[ąa]pi[łl] (?:b[łl][ąa]d|problem)", "co[śs] posz[łl]o nie tak", "spr[óo]buj ponownie", "(?:nie pami[ęe]tasz|zapomnia[łl]e[śs]|zapomnia[łl]e[śs]/a[śs]) has[łl]a", "zaloguj si[ęe], aby",
        "od[śs]wie[żz] stron[ęe]"
    ),
    "sv": (
        "n[åa]got gick (?:fel|snett)", "ett fel (?:har )?(?:uppst[åa]tt|intr[äa]ffa(?:t|de))", "f[öo]rs[öo]k (?:igen|senare)", "gl[öo]mt (?:ditt )?l[öo]senord", "logga in f[öo]r att"
    ),
    "da": (
        "noget gik galt", "der (?:er )?(?:opst[åa]et|opstod|skete) en fejl", "pr[øo]v (?:igen|senere)", "glemt (?:din )?(?:adgangskode|kodeord)", "log ind for at"
    ),
    "no": (
        "noe gikk galt", "det (?:har )?(?:oppst[åa]tt|oppsto|oppstod) en feil", "pr[øo]v (?:igjen|p[åa] nytt)", "glemt passord", "logg inn for [åa]"
    ),
    "fi": (
        "jokin meni (?:pieleen|vikaan)", "tapahtui virhe", "yrit[äa] (?:my[öo]hemmin )?uudelleen", "unohditko salasanan", "kirjaudu sis[äa][äa]n (?:jatkaaksesi|n[äa]hd[äa]ksesi)"
    ),
    "cs": (
        "n[ěe]co se (?:pokazilo|nepovedlo)", "do[šs]lo k (?:chyb[ěe]|probl[ée]mu)", "zkuste to (?:pros[íi]m )?(?:znovu|pozd[ěe]ji)", "zapomn[ěe]li jste heslo", "zapomenut[ée] heslo", "p[řr]ihlaste se,? (?:abyste|pro)"
    ),
    "hu": (
        "valami (?:hiba t[öo]rt[ée]nt|elromlott)", "hiba t[öo]rt[ée]nt", "pr[óo]b[áa]lja (?:[úu]jra|meg)", "elfelejtett jelsz[óo]", "jelentkezz(?:en)? be"
    ),
    "ro": (
        "ceva nu a (?:mers|func[țt]ionat)", "a ap[ăa]rut o eroare", "[îi]ncerca[țt]i (?:din nou|mai t[âa]rziu)", "(?:a[țt]i|ai) uitat parola", "autentifica[țt]i-v[ăa]"
    ),
    "tr": (
        "bir [şs]eyler (?:ters|yanl[ıi][şs]) gitti", "bir hata (?:olu[şs]tu|meydana)", "(?:tekrar|yeniden) deneyin", "[şs]ifre(?:ni|nizi|mi) (?:mi )?unuttu", "devam etmek i[çc]in giri[şs]", "parolam[ıi] unuttum"
    ),
    "id": (
        "terjadi kesalahan", "coba lagi", "lupa (?:kata sandi|password)", "masuk untuk melanjutkan"
    ),
    "vi": (
        "[đd][ãa] x[ảa]y ra l[ỗo]i", "th[ửu] l[ạa]i", "qu[êe]n m[ậa]t kh[ẩa]u", "[đd][ăa]ng nh[ậa]p [đd][ểe]"
    ),
    "el": (
        "κ[άα]τι π[ήη]γε στραβ[άα]", "παρουσι[άα]στηκε σφ[άα]λμα", "δοκιμ[άα]στε (?:ξαν[άα]|αργ[όο]τερα)", "ξεχ[άα]σατε τον κωδικ[όο]"
    ),
    "ru": (
        "(?:произошла|возникла) ошибка", "что-то пошло не так", "(?:попробуйте|повторите) (?:ещ[её] раз|снова|позже|позднее|попытку)", "забыли (?:свой )?пароль", "войдите,? чтобы", "обновите страницу"
    ),
    "uk": (
        "(?:сталася|виникла) помилка", "щось пішло не так", "спробуйте (?:ще раз|пізніше)", "забули пароль", "увійдіть,? щоб"
    ),
    "ar": (
        "حدث خطأ", "يرجى المحاولة (?:مرة أخرى|لاحق)", "حاول مرة أخرى", "نسيت كلمة (?:المرور|السر)", "تسجيل الدخول للمتابعة"
    ),
    "he": (
        "משהו השתבש", "אירעה שגיאה", "נסו? שוב", "שכחת(?:ם)? (?:את ה)?סיסמ"
    ),
    "ja": (
        "エラーが発生", "問題が発生", "(?:もう一度|再度)お試し", "時間を(?:おいて|置いて)", "パスワードを(?:お忘れ|忘れた)", "ログインして(?:ください|続行)", "読み込み中"
    ),
    "zh": (
        "(?:出现|发生|發生)(?:了)?(?:错误|錯誤|异常)", "出错了", "請?请?(?:稍后|稍後)(?:再试|再試|重试)", "忘记密码", "忘記密碼", "(?:请|請)?(?:先)?登[录入錄]后", "(?:请|請)(?:输入|輸入)(?:您的|你的)?(?:密码|密碼|验证码|驗證碼)", "(?:正在)?(?:加载|載入)中"
    ),
    "ko": (
        "오류가 발생", "문제가 발생", "다시 (?:시도|확인)해", "비밀번호를? (?:찾기|잊으)", "아이디/비밀번호 찾기", "로그인(?:이 필요|해 주세요|하세요)"
    ),
    "th": (
        "เกิดข้อผิดพลาด", "ลองใหม่อีกครั้ง", "ลืมรหัสผ่าน", "กรุณาเข้าสู่ระบบ", "กำลังโหลด"
    ),
}  # fmt: skip
"""The application answered, but not with the page."""

CLOSED: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:under|down for|undergoing|scheduled|site|system|planned) maintenance", "maintenance (?:mode|work|is in progress|in progress)", "(?:temporarily|currently) (?:closed|offline|down)",
        r"(?:you are|you're) (?:now )?in (?:the )?(?:line|queue|a queue)", "waiting room", "(?:estimated|expected) wait", r"your (?:place|number|position) in (?:the )?(?:line|queue)",
        "people (?:ahead of|in front of) you", "coming soon", "under construction"
    ),
    "fr": (
        "(?:en|cours de|maintenance) maintenance", "maintenance (?:en cours|programm[ée]e)", "nous revenons (?:tr[èe]s )?(?:vite|bient[ôo]t)", "file d'attente", "salle d'attente",
        "temps d'attente", "site (?:est )?(?:momentan[ée]ment )?ferm[ée]", "en (?:cours de )?construction"
    ),
    "de": (
        r"wartung(?:sarbeiten|smodus)?\b", "wegen wartung", "warteschlange", "warteraum", r"wartezeit\b", "(?:personen|besucher) vor (?:ihnen|dir)", "gleich wieder (?:da|f[üu]r)",
        "in k[üu]rze wieder", "im aufbau"
    ),
    "es": (
        "(?:en|tareas de|labores de|por) mantenimiento", "mantenimiento (?:programado|en curso)", "(?:est[áa]s?|se encuentra) en (?:la )?(?:cola|fila)", "sala de espera", "tiempo de espera",
        "volvemos (?:pronto|enseguida)", "en construcci[óo]n"
    ),
    "it": (
        "(?:in|per) manutenzione", "manutenzione (?:in corso|programmata|straordinaria)", r"(?:sei|sala|in) (?:in coda|d'attesa|coda)\b", "tempo di attesa", "torn(?:iamo|eremo) (?:presto|subito|online)", "in costruzione"
    ),
    "pt": (
        "(?:em|para) manuten[çc][ãa]o", "manuten[çc][ãa]o (?:programada|em curso)", "(?:est[áa]|sala|encontra-se) (?:na fila|de espera)", "tempo de espera", "voltamos (?:j[áa]|em breve|dentro)", "em constru[çc][ãa]o"
    ),
    "nl": (
        r"(?:in|wegens|voor) onderhoud\b", "onderhoudswerkzaamheden", "wachtrij", "wachtruimte", r"wachttijd\b", "(?:zo|snel|binnenkort) (?:weer )?terug", "in aanbouw"
    ),
    "pl": (
        "(?:prace|przerwa|trwaj[ąa] prace) (?:konserwacyjn|serwisow|technicz)\\w+", "przerwa techniczna", "w kolejce", "poczekalni\\w+", "czas oczekiwania", "wkr[óo]tce wr[óo]cimy", "w budowie"
    ),
    "sv": (
        r"underh[åa]ll(?:sarbete)?\b", r"(?:du st[åa]r|plats) i k[öo]n?\b", "v[äa]ntrum", r"v[äa]ntetid\b", "snart tillbaka"
    ),
    "da": (
        r"vedligehold(?:else)?\b", r"(?:du st[åa]r|plads) i k[øo]en?\b", "ventev[æa]relse", r"ventetid\b", "snart tilbage"
    ),
    "no": (
        r"vedlikehold(?:sarbeid)?\b", r"(?:du st[åa]r|plass) i k[øo]en?\b", "venterom", r"ventetid\b", "snart tilbake"
    ),
    "fi": (
        "huoltokatko", "huoltot[öo]i\\w+", r"jonossa\b", "odotushuone", "odotusaika", "palaamme pian"
    ),
    "cs": (
        "(?:prob[íi]h[áa]|pl[áa]novan[áa]) [úu]dr[žz]ba", "[úu]dr[žz]b[aouě]+ (?:webu|str[áa]nek|syst[ée]mu)", "jste ve front[ěe]", "[čc]ek[áa]rn[aě]", "doba [čc]ek[áa]n[íi]", "brzy (?:se vr[áa]t[íi]me|zp[ěe]t)"
    ),
    "hu": (
        "karbantart[áa]s\\w*", "v[áa]rakoz[áa]si (?:sor|id[őo])", "hamarosan visszat[ée]r"
    ),
    "ro": (
        "(?:[îi]n|lucr[ăa]ri de) mentenan[țt][ăa]", "[îi]ntre[țt]inere", "la coad[ăa]", "timp de a[șs]teptare", "revenim (?:[îi]n cur[âa]nd)"
    ),
    "tr": (
        r"bak[ıi]m (?:[çc]al[ıi][şs]mas[ıi]|nedeniyle|alt[ıi]nda)", "bak[ıi]mdayız", "s[ıi]radas[ıi]n[ıi]z", "bekleme (?:odas[ıi]|s[üu]resi)", "yak[ıi]nda geri", "yap[ıi]m a[şs]amas[ıi]nda"
    ),
    "id": (
        "(?:dalam|sedang) (?:pemeliharaan|perbaikan)", "ruang tunggu", "antrean", "waktu tunggu"
    ),
    "vi": (
        "b[ảa]o tr[ìi]", "ph[òo]ng ch[ờo]", "h[àa]ng [đd][ợo]i", "th[ờo]i gian ch[ờo]"
    ),
    "el": (
        "συντ[ήη]ρηση", "ουρ[άα] αναμον[ήη]ς", "χρ[όο]νος αναμον[ήη]ς"
    ),
    "ru": (
        "технически(?:е|х) работ\\w*", "(?:на|проводится) (?:техническ\\w+ )?обслуживани\\w+", "вы (?:находитесь )?в очереди", "(?:ваше|номер|место) (?:место )?в очереди", "время ожидания", "скоро вернёмся", "в разработке"
    ),
    "uk": (
        "технічн(?:і|их) робот\\w*", "обслуговування сайту", "ви (?:перебуваєте )?в черзі", "час очікування"
    ),
    "ar": (
        "(?:قيد|تحت|أعمال|لأعمال) الصيانة", "صيانة", "قائمة الانتظار", "غرفة الانتظار", "سنعود قريبا"
    ),
    "he": (
        "(?:עבודות )?תחזוקה", "(?:אתה|אתם|את|נמצאים) בתור", "זמן המתנה", "נחזור בקרוב"
    ),
    "ja": (
        "メンテナンス(?:中|のため|を実施|作業)", "システムメンテナンス", "(?:一時)?停止しております", "順番(?:に|を|待ち)", "待合室", "待ち時間", "準備中"
    ),
    "zh": (
        "(?:系统|系統|网站|網站|服务器)?(?:正在)?(?:维护|維護)(?:中|升级|升級|期间|期間)?", "(?:正在)?排[队隊]", "(?:等候|等待)(?:室|时间|時間|人数)", "(?:网站|網站)(?:建设|建設)中"
    ),
    "ko": (
        "(?:시스템|서버|정기|긴급) ?점검", "점검 (?:중|안내|시간)", "대기 ?(?:중|실|순번|인원|시간)", "준비 ?중"
    ),
    "th": (
        "ปิดปรับปรุง", "ปรับปรุงระบบ", "ปรับปรุงเว็บไซต์", "บำรุงรักษา", "อยู่ในคิว", "เวลารอ"
    ),
}  # fmt: skip
"""The site is closed for a while, or lets visitors in one after another."""

ENTRY: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:are you|you must be|i am|you are|confirm (?:that )?you are) (?:over |at least |of )?(?:1[68]|21|legal)", "(?:1[68]|21) (?:years )?or older to (?:enter|visit|view|continue)", "legal (?:drinking|smoking|gambling) age",
        r"(?:verify|confirm|enter) your (?:age|date of birth)", "(?:choose|select|pick) (?:your|a) (?:country|region|location|language)", "subscribe to (?:continue|read|unlock|view)", "subscribers? only", "(?:already|not yet) a (?:subscriber|member)",
        "(?:free|remaining) articles", "exclusively for (?:subscribers|members)"
    ),
    "fr": (
        "(?:avez-vous|vous avez|j'ai|[êe]tre [âa]g[ée]+ de) plus de 1[68] ans", "(?:majeur|âge l[ée]gal)", "(?:date|ann[ée]e) de naissance (?:pour|avant)", "(?:choisissez|s[ée]lectionnez) (?:votre|un) (?:pays|r[ée]gion|langue)", "abonnez-vous pour",
        "r[ée]serv[ée] aux abonn[ée]s", "d[ée]j[àa] abonn[ée]", "article[s]? (?:gratuit|offert)s?"
    ),
    "de": (
        r"(?:sind sie|bist du|ich bin|sie m[üu]ssen) (?:bereits |schon |[üu]ber |mindestens |mind\. )*(?:1[68]|vollj[äa]hrig)", "alterspr[üu]fung", "best[äa]tigen sie ihr alter", "(?:w[äa]hlen sie|w[äa]hle) (?:ihr|dein|bitte ihr|ein) land",
        "(?:weiterlesen|zugang) mit abo", "nur f[üu]r abonnenten", "(?:bereits|schon) abonnent", "jetzt abonnieren"
    ),
    "es": (
        "(?:eres|es usted|tiene|tienes|soy) (?:mayor de|m[áa]s de) (?:edad|1[68])", "mayor(?:es)? de edad", "(?:elija|elige|seleccione|selecciona) (?:su|tu|un) (?:pa[íi]s|regi[óo]n|idioma)", "suscr[íi]b(?:ete|ase) para", "solo para suscriptores",
        "ya (?:eres|es) suscriptor"
    ),
    "it": (
        "(?:hai|sei|ha) (?:pi[ùu] di|compiuto|almeno) 1[68] anni", "maggiorenn[ei]", "(?:scegli|seleziona) (?:il tuo |un |la tua )?(?:paese|lingua|regione)", "abbonati per", "riservat[oa] agli abbonati", "sei gi[àa] abbonato"
    ),
    "pt": (
        "(?:tem|tens|voc[êe] tem) (?:mais de|pelo menos) 1[68] anos", "maior(?:es)? de (?:idade|1[68])", "(?:escolha|selecione) (?:o seu |seu |um )?(?:pa[íi]s|idioma|regi[ãa]o)", "assine para", "exclusivo para assinantes", "j[áa] [ée] assinante"
    ),
    "nl": (
        "(?:ben je|bent u|ik ben) (?:al |ouder dan )?1[68]", "1[68] jaar of ouder", "(?:kies|selecteer) (?:je|uw|een) (?:land|taal|regio)", "(?:neem een abonnement|abonneer je) om", "alleen voor abonnees", "al abonnee"
    ),
    "pl": (
        "(?:czy masz|masz|mam) (?:uko[ńn]czone )?1[68] lat", "pe[łl]noletni\\w*", "wybierz (?:sw[óo]j )?(?:kraj|j[ęe]zyk|region)", "tylko dla (?:subskrybent[óo]w|prenumerator[óo]w)", "(?:wykup|kup) (?:dost[ęe]p|subskrypcj[ęe])"
    ),
    "sv": (
        "(?:[äa]r du|jag [äa]r) (?:[öo]ver |fyllda )?(?:18|20)", "v[äa]lj (?:ditt )?(?:land|spr[åa]k|region)", "(?:bli|redan) prenumerant", "endast f[öo]r prenumeranter"
    ),
    "da": (
        "(?:er du|jeg er) (?:over |fyldt )?1[68]", "v[æa]lg (?:dit )?(?:land|sprog)", "(?:bliv|allerede) abonnent", "kun for abonnenter"
    ),
    "no": (
        "(?:er du|jeg er) (?:over |fylt )?(?:18|20)", "velg (?:ditt )?(?:land|spr[åa]k)", "(?:bli|allerede) abonnent", "kun for abonnenter"
    ),
    "fi": (
        "oletko (?:yli |t[äa]ytt[äa]nyt )?18", "valitse (?:maa|maasi|kieli)", "vain tilaajille", "tilaa (?:ja jatka|jatkaaksesi)"
    ),
    "cs": (
        "(?:je v[áa]m|bylo v[áa]m) (?:ji[žz] )?(?:v[íi]ce ne[žz] )?18", "vyberte (?:si )?(?:svou )?(?:zemi|jazyk|region)", "pouze pro p[řr]edplatitele", "jen pro p[řr]edplatitele"
    ),
    "hu": (
        "(?:elm[úu]lt(?:[áa]l)?|[öo]n) 18", "v[áa]lassz(?:on|a ki)? (?:orsz[áa]g|nyelv)\\w*", "csak el[őo]fizet[őo]k"
    ),
    "ro": (
        "(?:ai|ave[țt]i) (?:peste |cel pu[țt]in )?18 ani", "(?:alege[țt]i|selecta[țt]i) (?:[țt]ara|limba|regiunea)", "doar pentru abona[țt]i"
    ),
    "tr": (
        "1[68] ya[şs][ıi]ndan b[üu]y[üu]k", "[üu]lke(?:nizi|ni)? se[çc]in", "(?:abone olun|aboneler(?:imize)? [öo]zel)", "zaten abone mi"
    ),
    "id": (
        "(?:berusia|berumur) (?:di atas )?18", "pilih negara", "khusus pelanggan"
    ),
    "vi": (
        "(?:tr[êe]n|[đd][ủu]) 18 tu[ổo]i", "ch[ọo]n qu[ốo]c gia", "d[àa]nh ri[êe]ng cho"
    ),
    "el": (
        "(?:ε[ίι]στε|[άα]νω των) 18", "επιλ[έε]ξτε χ[ώω]ρα", "μ[όο]νο για συνδρομητ[έε]ς"
    ),
    "ru": (
        "(?:вам|мне) (?:уже |есть |больше |исполнилось )*(?:18|21)", "выберите (?:свою |вашу )?(?:страну|регион|город|язык)", "(?:оформите|купите) подписку", "только для подписчиков", "уже подписаны"
    ),
    "uk": (
        "(?:вам|мені) (?:вже |є |виповнилося )*(?:18|21)", "оберіть (?:свою )?(?:країну|регіон|мову)", "лише для передплатників"
    ),
    "ar": (
        "(?:هل عمرك|عمري|فوق|أكبر من) (?:أكثر من )?(?:18|١٨)", "اختر (?:بلدك|دولتك|البلد|الدولة|المنطقة|لغتك)", "للمشتركين فقط"
    ),
    "he": (
        "מעל גיל 18", "בחרו? (?:מדינה|ארץ|שפה)", "למנויים בלבד"
    ),
    "ja": (
        "(?:18|20|十八|二十)歳(?:以上|未満)(?:ですか|の方|であることを)", "年齢(?:確認|を確認)", "国(?:または地域)?を(?:お選び|選択)", "地域を選択", "会員限定", "続きを読むには", "有料(?:会員|記事)"
    ),
    "zh": (
        "(?:您|你|我)?(?:是否)?(?:已)?(?:年满|年滿|滿|满)(?:18|十八)", "(?:请|請)?(?:选择|選擇)(?:您的|你的|您所在的)?(?:国家|國家|地区|地區|语言|語言)", "(?:仅限|僅限)?(?:订阅|訂閱|会员|會員)(?:用户|用戶)?(?:后|後|专享|專享|可读|阅读)"
    ),
    "ko": (
        "만? ?(?:18|19|20)세 (?:이상|미만)", "(?:국가|지역|언어)(?:를|을)? ?(?:\\w+ )?선택", "(?:구독자|회원) 전용", "구독하고"
    ),
    "th": (
        "อายุ(?:ครบ|มากกว่า|เกิน) ?(?:18|20)", "เลือกประเทศ", "เลือกภูมิภาค", "เฉพาะสมาชิก"
    ),
}  # fmt: skip
"""The page wants to know something first, or to be paid: an age, a country, a subscription."""

PARKED: dict[str, tuple[str, ...]] = {
    "": (
        "domain (?:for sale|parking)", "parked (?:free|domain)"
    ),
    "en": (
        r"domain(?: name)?(?: [\w.-]+)? (?:is|may be|could be|has been) (?:for sale|parked|expired|listed|available)", "buy this domain", "(?:make an|submit your) offer", "related searches", "interested in this domain",
        "default (?:web ?)?(?:site|page)", "it works!", "future home of", "site is not (?:yet )?(?:published|configured)", "account (?:has been )?suspended", "domain (?:name )?registered"
    ),
    "fr": (
        "domaine (?:\\S+ )?(?:est|peut [êe]tre|serait) (?:[àa] vendre|en vente|expir[ée])", "acheter ce (?:nom de )?domaine", "recherches (?:associ[ée]es|connexes)"
    ),
    "de": (
        "domain (?:\\S+ )?(?:steht|ist|wurde|k[öo]nnte) (?:zum verkauf|zu verkaufen|geparkt|reserviert|registriert|erh[äa]ltlich)", "domain kaufen", "(?:verwandte|[äa]hnliche) suchanfragen", "(?:weiterf[üu]hrende|verwandte) links"
    ),
    "es": (
        "dominio (?:\\S+ )?(?:est[áa]|puede estar) (?:en|a la) venta", "comprar este dominio", "b[úu]squedas relacionadas"
    ),
    "it": (
        "dominio (?:\\S+ )?(?:[èe]|potrebbe essere) in vendita", "acquista(?:re)? questo dominio", "ricerche correlate"
    ),
    "pt": (
        "dom[íi]nio (?:\\S+ )?(?:est[áa]|pode estar) [àa] venda", "comprar este dom[íi]nio", "pesquisas relacionadas"
    ),
    "nl": (
        "domein(?:naam)? (?:\\S+ )?(?:is|staat|kan) (?:te koop|geparkeerd|gereserveerd)", "koop dit(?: domein|e domeinnaam)", "gerelateerde zoekopdrachten"
    ),
    "pl": (
        "domena (?:\\S+ )?(?:jest|zosta[łl]a) (?:wystawiona )?na sprzeda[żz]", "kup t[ęe] domen[ęe]", "podobne wyszukiwania"
    ),
    "sv": (
        "dom[äa]nen (?:\\S+ )?(?:[äa]r )?till salu", "k[öo]p (?:den h[äa]r )?dom[äa]nen", "relaterade s[öo]kningar"
    ),
    "da": ("dom[æa]net? (?:\\S+ )?(?:er )?til salg", "k[øo]b dette dom[æa]ne"),
    "no": ("domenet (?:\\S+ )?(?:er )?til salgs", "kj[øo]p dette domenet"),
    "fi": ("verkkotunnus (?:\\S+ )?(?:on )?myyt[äa]v[äa]n[äa]", "osta (?:t[äa]m[äa] )?verkkotunnus"),
    "cs": ("dom[ée]na (?:\\S+ )?je na prodej", "koupit (?:tuto )?dom[ée]nu", "souvisej[íi]c[íi] vyhled[áa]v[áa]n[íi]"),
    "hu": ("domain (?:\\S+ )?elad[óo]", "a domain elad[óo]"),
    "ro": ("domeniul? (?:\\S+ )?este de v[âa]nzare", "cump[ăa]r[ăa] acest domeniu"),
    "tr": ("alan ad[ıi] (?:\\S+ )?sat[ıi]l[ıi]kt[ıi]r", "(?:alan ad[ıi]|domain) sat[ıi]l[ıi]k", "bu alan ad[ıi]n[ıi] sat[ıi]n al"),
    "id": ("domain (?:ini )?(?:\\S+ )?dijual",),
    "vi": ("t[êe]n mi[ềe]n (?:n[àa]y )?[đd]ang [đd][ượo]+c b[áa]n",),
    "el": ("domain (?:\\S+ )?πωλε[ίι]ται",),
    "ru": ("домен (?:\\S+ )?(?:прода[её]тся|выставлен на продажу|припаркован)", "купить (?:этот )?домен", "похожие запросы"),
    "uk": ("домен (?:\\S+ )?(?:продається|припарковано)", "купити (?:цей )?домен"),
    "ar": ("(?:النطاق|الدومين) (?:\\S+ )?(?:معروض )?للبيع",),
    "he": ("הדומיין (?:\\S+ )?(?:הזה )?(?:עומד )?למכירה",),
    "ja": ("ドメイン(?:は|が)?(?:販売|売り出|売却|取得されて)", "関連検索"),
    "zh": ("(?:该|該|此|本)?(?:域名|網域)(?:\\S+)?(?:出售|正在出售|待售|转让|轉讓|可供购买)", "(?:购买|購買)(?:此|该)域名", "相关搜索"),
    "ko": ("도메인(?:은|이)? ?(?:\\S+ )?판매", "관련 검색"),
    "th": ("โดเมน(?:\\S+ )?(?:นี้)?(?:ประกาศ)?ขาย",),
}  # fmt: skip
"""Nobody's page yet, or no longer: the domain is for sale, or a server shows its own first page."""

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
    "it": ("(?:attiva|abilita)(?:re)? javascript", "browser non (?:[èe] )?(?:pi[ùu] )?supportato"),
    "pt": ("(?:ative|habilite) o? ?javascript", "navegador n[ãa]o (?:[ée] )?(?:compat[íi]vel|suportado)"),
    "nl": ("(?:schakel|zet) javascript (?:in|aan)", "browser wordt niet (?:meer )?ondersteund"),
    "pl": ("w[łl][ąa]cz (?:obs[łl]ug[ęe] )?javascript", "przegl[ąa]dark\\w+ nie jest (?:ju[żz] )?obs[łl]ugiwana"),
    "ru": ("включите (?:поддержку )?javascript", "браузер (?:больше )?не поддерживается"),
    "ja": ("javascriptを有効", "(?:対応していない|サポートされていない|非対応の)ブラウザ", "ブラウザは(?:サポート|対応)"),
    "zh": ("(?:启用|啟用|开启)(?: )?javascript", "(?:浏览器|瀏覽器)(?:版本过低|不支持|不支援|不受支持)"),
    "ko": ("javascript(?:를|을)? (?:활성화|사용)", "지원하지 않는 브라우저", "브라우저(?:를|로) (?:업데이트|업그레이드)"),
    "tr": ("javascript(?:'i)? etkinle[şs]tir", "taray[ıi]c[ıi](?:n[ıi]z)? desteklenmiyor"),
    "ar": ("تفعيل (?:جافا ?سكريبت|javascript)",),
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
    "it": ("(?:verrai|sarai|stai per essere) reindirizzat[oa]", "reindirizzamento (?:in corso|a)"),
    "pt": ("(?:ser[áa]|est[áa] a ser|sendo) redirecionad[oa]", "a? ?redirecionar"),
    "nl": ("(?:je wordt|u wordt) (?:automatisch )?doorgestuurd",),
    "pl": ("(?:nast[ąa]pi|trwa) przekierowanie", "zostaniesz przekierowan[ya]"),
    "ru": ("(?:вы будете|происходит|выполняется) (?:автоматически )?перенаправлен\\w+",),
    "ja": ("(?:自動的に)?(?:移動|転送|リダイレクト)(?:します|されます|中)",),
    "zh": ("(?:正在|自动|自動|即将|即將)(?:为您)?(?:跳转|跳轉|重定向|转到)",),
    "ko": ("(?:자동으로 )?이동(?:합니다|됩니다|중)",),
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
    "it": ("verifica(?:re)? (?:che|di sicurezza)", "non sono un robot", "traffico insolito"),
    "pt": ("verifica(?:r|[çc][ãa]o) (?:se|que|de seguran[çc]a)", "n[ãa]o sou um rob[ôo]", "tr[áa]fego (?:invulgar|incomum)"),
    "nl": ("(?:ik ben|je bent) geen robot", "controleer of je een mens bent", "beveiligingscontrole"),
    "pl": ("nie jestem robotem", "potwierd[źz],? [żz]e (?:jeste[śs]|nie jeste[śs])", "sprawdzanie (?:przegl[ąa]darki|zabezpiecze[ńn])"),
    "sv": ("jag [äa]r inte en robot", "s[äa]kerhetskontroll"),
    "tr": ("robot de[ğg]ilim", "insan oldu[ğg]unuzu do[ğg]rulay[ıi]n", "g[üu]venlik (?:kontrol[üu]|do[ğg]rulamas[ıi])"),
    "ru": ("я не робот", "подтвердите,? что (?:вы|запросы)", "проверка (?:браузера|безопасности)", "необычный трафик"),
    "ar": ("لست روبوت", "تأكد من أنك (?:إنسان|بشر)", "التحقق من الأمان"),
    "ja": ("ロボットではありません", "人間であること", "セキュリティ(?:チェック|確認)"),
    "zh": ("(?:我不是|非)机器人", "(?:安全|人机|人機)(?:验证|驗證|检查)", "(?:完成|进行|進行)(?:下方|下面的|以下)?(?:验证|驗證)"),
    "ko": ("로봇이 아닙니다", "보안 (?:확인|점검)", "자동 ?(?:입력|등록) ?방지"),
    "th": ("ฉันไม่ใช่โปรแกรมอัตโนมัติ", "ยืนยันว่าคุณเป็นมนุษย์"),
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
    "it": ("consens", "preferenze", "partner", "interesse legittimo"),
    "pt": ("consent", "prefer[êe]ncias", "parceiros", "interesse leg[íi]timo"),
    "nl": ("toestemming", "voorkeuren", "partners", "keuze"),
    "pl": ("zgod", "partner", "preferencj", "ciasteczk"),
    "sv": ("samtyck", "kakor", "partner", "inst[äa]llningar"),
    "da": ("samtykke", "partner", "indstillinger"),
    "no": ("samtykke", "informasjonskapsler", "partner", "innstillinger"),
    "fi": ("suostumus", "ev[äa]ste", "kumppan", "asetu"),
    "cs": ("souhlas", "partne[řr]", "nastaven"),
    "hu": ("hozz[áa]j[áa]rul", "s[üu]ti", "partner"),
    "ro": ("consim[țt]", "parteneri", "preferin"),
    "tr": ("[çc]erez", "r[ıi]za", "tercih", "ortaklar"),
    "ru": ("соглас", "куки", "файлы cookie", "партн[её]р", "настройк"),
    "ja": ("クッキー", "同意", "パートナー"),
    "zh": ("同意", "偏好", "合作伙伴"),
    "ko": ("쿠키", "동의", "파트너"),
    "th": ("คุกกี้", "ยินยอม"),
    "ar": ("ملفات تعريف الارتباط", "موافق", "شركا"),
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
    "it": ("(?:accetta|rifiuta|consenti|nega)(?: tutt[oi])?(?: e (?:continua|chiudi))?", "(?:gestisci|personalizza)(?: (?:le )?(?:preferenze|opzioni|scelte|cookie))?", "impostazioni(?: cookie)?", "continua senza accettare"),
    "pt": ("(?:aceitar|recusar|rejeitar|permitir)(?: tudo| todos)?(?: (?:os )?cookies)?", "(?:gerir|configurar|personalizar)(?: (?:as )?(?:op[çc][õo]es|prefer[êe]ncias|cookies))?"),
    "nl": ("(?:alle |alles )?(?:cookies )?(?:accepteren|weigeren|toestaan|afwijzen)", "(?:instellingen|voorkeuren)(?: (?:beheren|aanpassen|opslaan))?", "akkoord", "alleen noodzakelijke(?: cookies)?"),
    "pl": ("(?:za)?akceptuj(?:[ęe])?(?: wszystk(?:ie|o))?", "odrzu[ćc](?: wszystk(?:ie|o))?", "(?:zgadzam si[ęe]|ustawienia)(?: (?:zaawansowane|cookies|plik[óo]w cookie))?", "zarz[ąa]dzaj (?:opcjami|preferencjami)"),
    "sv": ("(?:acceptera|godk[äa]nn|till[åa]t|avvisa|neka)(?: alla)?(?: (?:kakor|cookies))?", "(?:hantera )?inst[äa]llningar", "endast n[öo]dv[äa]ndiga(?: kakor| cookies)?"),
    "da": ("(?:accept[ée]r|tillad|afvis|godkend)(?: alle)?(?: cookies)?", "(?:vis|tilpas )?indstillinger", "kun n[øo]dvendige(?: cookies)?"),
    "no": ("(?:godta|tillat|avvis|aksepter)(?: alle)?(?: (?:cookies|informasjonskapsler))?", "(?:tilpass )?innstillinger", "kun n[øo]dvendige"),
    "fi": ("(?:hyv[äa]ksy|hylk[äa][äa]|salli)(?: kaikki)?(?: ev[äa]steet)?", "(?:muokkaa )?asetuk(?:set|sia)", "vain v[äa]ltt[äa]m[äa]tt[öo]m[äa]t"),
    "cs": ("(?:p[řr]ijmout|odm[íi]tnout|povolit)(?: v[šs]e(?:chny)?)?(?: cookies)?", "(?:podrobn[ée] )?nastaven[íi]", "souhlas[íi]m"),
    "tr": ("(?:t[üu]m[üu]n[üu] )?(?:kabul et|reddet)", "(?:[çc]erez )?(?:ayarlar[ıi]?|tercihleri)"),
    "ru": ("(?:принять|отклонить|разрешить)(?: вс[её])?", "настро(?:ить|йки)(?: cookie)?", "согласен"),
    "ja": ("(?:すべて|全て)?(?:を)?(?:同意する|許可|拒否|受け入れる|承認)(?:する)?", "(?:cookie|クッキー)?の?設定"),
    "zh": ("(?:全部)?(?:接受|拒绝|拒絕|同意|允许)(?:全部|所有)?(?:cookie)?", "(?:cookie )?(?:设置|設定|偏好设置)"),
    "ko": ("(?:모두 )?(?:동의|허용|거부|수락)(?:하기|합니다)?", "(?:쿠키 )?설정"),
    "th": ("(?:ยอมรับ|ปฏิเสธ)(?:ทั้งหมด)?", "ตั้งค่าคุกกี้"),
    "ar": ("(?:قبول|رفض)(?: الكل)?", "الإعدادات"),
}  # fmt: skip
"""What is written on its buttons."""

COOKIE_DOCUMENT = (
    r"cookies? (?:and [\w ]+ )?(?:policy|notice|statement|declaration)", r"politique (?:\S+ )*cookies", r"cookie-?\s?(?:richtlinie|erkl[äa]rung|hinweise?)",
    r"pol[íi]tica (?:\S+ )*cookies", r"informativa (?:\S+ )*cookie", r"cookie-?\s?(?:beleid|verklaring|policy|politik)", r"polityka (?:\S+ )*cookies?"
)  # fmt: skip
"""Names of documents on cookies, whose text is as a dialog's and may end in its buttons."""

TO_FILL = (
    "your", "insert", "enter", "company", "website", "business", "organi[sz]ation", "app name", "legal name", "contact e?-?mail", "date of", "add",
    "name (?:of|des|der|de)", "nom (?:de|du)", "nombre (?:de|del)", "firma", "firmenname", "ihr(?:e|en)? ", "unternehmen", "votre", "soci[ée]t[ée]", "raison sociale",
    "empresa", "razón social", "fecha", "nome (?:del|da)", "azienda", "bedrijfsnaam", "naam van"
)  # fmt: skip
"""What stands in brackets where an author was to fill in something."""

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
    "pl": (
        r"prywatno[śs]ci\w*", r"polityk\w+", r"regulamin\w*", r"warunki", r"zasady", "cookies?", r"ochron\w+ danych", r"o[śs]wiadczenie", "umowa", "rodo"
    ),
    "sv": (
        r"integritet\w*", r"\w*policy\w*", r"\w*villkor\w*", r"cookies?", "kakor", "dataskydd", r"\w*avtal", "regler", "riktlinjer"
    ),
    "da": (
        r"privatliv\w*", r"\w*politik", r"\w*vilk[åa]r", "cookies?", r"databeskyttelse\w*", "persondata", r"\w*aftale", "regler", "retningslinjer"
    ),
    "no": (
        r"personvern\w*", r"\w*vilk[åa]r", "cookies?", "informasjonskapsler", r"\\w*erkl[æa]ring", r"\w*avtale", "regler", "retningslinjer"
    ),
    "fi": (
        r"tietosuoja\w*", r"yksityisyy\w*", r"\w*ehdot", r"ev[äa]ste\w*", r"\w*seloste", "s[äa][äa]nn[öo]t"
    ),
    "cs": (
        r"soukrom[íi]\w*", r"z[áa]sady", r"podm[íi]nky", r"osobn[íi]ch [úu]daj[ůu]", "cookies?", "prohl[áa][šs]en[íi]", "smlouva", "gdpr"
    ),
    "hu": (
        r"adatv[ée]del\w+", r"adatkezel\w+", "t[áa]j[ée]koztat[óo]", r"felt[ée]tel\w*", r"s[üu]ti\w*", "szab[áa]lyzat"
    ),
    "ro": (
        r"confiden[țt]ialitat\w+", r"politic[aă]", r"termeni\w*", r"condi[țt]ii\w*", r"cookie\w*", "gdpr", "prelucrarea datelor"
    ),
    "tr": (
        r"gizlilik", r"politikas[ıi]", r"ko[şs]ullar[ıi]?", r"[şs]artlar[ıi]?", r"[çc]erez\w*", "ayd[ıi]nlatma", "kvkk", r"s[öo]zle[şs]me\w*", "ki[şs]isel veri"
    ),
    "id": (
        "privasi", "kebijakan", "ketentuan", "syarat"
    ),
    "vi": (
        "quy[ềe]n ri[êe]ng t[ưu]", "ch[íi]nh s[áa]ch", "[đd]i[ềe]u kho[ảa]n", "b[ảa]o m[ậa]t"
    ),
    "el": (
        r"απορρ[ήη]του", r"πολιτικ[ήη]", r"[όο]ροι", r"δεδομ[έε]ν\w+", "cookies?"
    ),
    "ru": (
        r"конфиденциальност\w+", r"политика", r"соглашение", r"условия", r"правила", r"персональны\w+", "cookies?", "оферта"
    ),
    "uk": (
        r"конфіденційн\w+", r"політика", r"угода", r"умови", r"правила", r"персональн\w+"
    ),
    "ar": (
        r"\w*خصوصية", r"سياسة", r"\w*شروط", r"\w*أحكام", "ملفات تعريف الارتباط", "اتفاقية"
    ),
    "he": (
        r"\w*פרטיות", r"מדיניות", r"\w*תנאי", "תקנון"
    ),
    "ja": (
        "プライバシー", "個人情報", "規約", "ポリシー", "クッキー", "cookie", "ガイドライン", "特定商取引", "方針", "契約"
    ),
    "zh": (
        "隐私", "隱私", "个人信息", "個人資料", "条款", "條款", "协议", "協議", "政策", "规则", "規則", "cookie", "声明", "聲明"
    ),
    "ko": (
        "개인정보", "처리방침", "약관", "정책", "쿠키", "방침", "규정"
    ),
    "th": (
        "ความเป็นส่วนตัว", "นโยบาย", "ข้อกำหนด", "เงื่อนไข", "คุกกี้", "ข้อมูลส่วนบุคคล"
    ),
}  # fmt: skip
"""What documents of our kind are called: privacy, terms, cookies, guidelines, imprint, prices ..."""
