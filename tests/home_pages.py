"""Home pages of fifty companies that do not exist, of the kinds that real ones are, each with what lies behind it.

A page is written in short: what stands in `<body>`; `POLICY` with a language is a policy in that language;
`{other}` is the server of a stranger, `{sister}` that of somebody who speaks for the company. `want` is the path
of the policy, "" where there is none to be found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

POLICIES: dict[str, tuple[str, str]] = {
    "en": ("Privacy Policy", "We collect the personal data that you give us when you open an account, such as your name and your address. We use this information to provide our services and to send what you ordered. We share personal data with carriers and with nobody else. We keep it for ten years. You have the right to access, correct and delete your personal data, and to object to its use. Contact our data protection officer with any question about this privacy policy."),
    "de": ("Datenschutzerklärung", "Wir verarbeiten personenbezogene Daten, die Sie uns geben, wenn Sie ein Konto eröffnen, etwa Ihren Namen und Ihre Anschrift. Wir nutzen diese Daten, um unsere Dienste zu erbringen und Ihre Bestellung zu liefern. Wir geben personenbezogene Daten an Paketdienste weiter und an niemanden sonst. Wir speichern die Daten zehn Jahre lang. Sie haben das Recht auf Auskunft, Berichtigung und Löschung Ihrer Daten und können der Verarbeitung widersprechen. Unser Datenschutzbeauftragter beantwortet Ihre Fragen zum Datenschutz."),
    "fr": ("Politique de confidentialité", "Nous collectons les données personnelles que vous nous donnez lorsque vous ouvrez un compte, comme votre nom et votre adresse. Nous utilisons ces données pour fournir nos services et livrer vos commandes. Nous partageons les données personnelles avec les transporteurs et avec personne d'autre. Nous les conservons pendant dix ans. Vous avez le droit d'accéder à vos données, de les rectifier, de les effacer et de vous opposer à leur traitement. Écrivez à notre délégué à la protection des données pour toute question."),
    "es": ("Política de privacidad", "Recogemos los datos personales que usted nos da cuando abre una cuenta, como su nombre y su dirección. Utilizamos esta información para prestar nuestros servicios y entregar sus pedidos. Compartimos los datos personales con los transportistas y con nadie más. Los conservamos durante diez años. Usted tiene derecho a acceder a sus datos, rectificarlos, suprimirlos y oponerse a su tratamiento. Escriba a nuestro delegado de protección de datos si tiene preguntas sobre la privacidad."),
    "it": ("Informativa sulla privacy", "Raccogliamo i dati personali che ci fornite quando aprite un conto, come il nome e l'indirizzo. Utilizziamo questi dati per fornire i nostri servizi e consegnare gli ordini. Condividiamo i dati personali con i corrieri e con nessun altro. Li conserviamo per dieci anni. Avete il diritto di accedere ai vostri dati, di rettificarli, di cancellarli e di opporvi al trattamento. Scrivete al nostro responsabile della protezione dei dati per qualsiasi domanda sulla privacy."),
    "nl": ("Privacybeleid", "Wij verzamelen de persoonsgegevens die u ons geeft wanneer u een account opent, zoals uw naam en uw adres. Wij gebruiken deze gegevens om onze diensten te leveren en uw bestelling te bezorgen. Wij delen persoonsgegevens met vervoerders en met niemand anders. Wij bewaren de gegevens tien jaar. U heeft het recht op inzage, correctie en verwijdering van uw gegevens en kunt bezwaar maken tegen de verwerking. Onze functionaris voor gegevensbescherming beantwoordt uw vragen over privacy."),
    "pt": ("Política de Privacidade", "Recolhemos os dados pessoais que você nos fornece quando abre uma conta, como o seu nome e o seu endereço. Usamos estas informações para prestar os nossos serviços e entregar as encomendas. Partilhamos os dados pessoais com as transportadoras e com mais ninguém. Guardamos os dados durante dez anos. Você tem o direito de acessar, corrigir e apagar os seus dados e de se opor ao tratamento. Escreva ao nosso encarregado da proteção de dados sobre a privacidade."),
    "pl": ("Polityka prywatności", "Zbieramy dane osobowe, które podają nam Państwo przy zakładaniu konta, takie jak imię, nazwisko i adres. Wykorzystujemy te dane, aby świadczyć nasze usługi i dostarczać zamówienia. Udostępniamy dane osobowe przewoźnikom i nikomu innemu. Przechowujemy dane przez dziesięć lat. Mają Państwo prawo dostępu do danych, ich sprostowania i usunięcia oraz sprzeciwu wobec przetwarzania. Nasz inspektor ochrony danych odpowiada na pytania dotyczące prywatności i przetwarzania danych osobowych."),
    "sv": ("Integritetspolicy", "Vi samlar in de personuppgifter som du ger oss när du öppnar ett konto, till exempel ditt namn och din adress. Vi använder uppgifterna för att tillhandahålla våra tjänster och leverera din beställning. Vi delar personuppgifter med transportörer och med ingen annan. Vi sparar uppgifterna i tio år. Du har rätt att få tillgång till dina personuppgifter, få dem rättade och raderade och att invända mot behandlingen. Vårt dataskyddsombud svarar på frågor om behandling av personuppgifter."),
    "da": ("Privatlivspolitik", "Vi indsamler de personoplysninger, som du giver os, når du opretter en konto, for eksempel dit navn og din adresse. Vi bruger oplysningerne til at levere vores tjenester og sende din bestilling. Vi deler personoplysninger med fragtmænd og med ingen andre. Vi gemmer oplysningerne i ti år. Du har ret til indsigt i dine personoplysninger, til at få dem rettet og slettet og til at gøre indsigelse mod behandlingen. Vores databeskyttelsesrådgiver svarer på spørgsmål om behandling af personoplysninger."),
    "fi": ("Tietosuojaseloste", "Keräämme henkilötietoja, jotka annat meille, kun avaat tilin, kuten nimesi ja osoitteesi. Käytämme tietoja palvelujemme tarjoamiseen ja tilaustesi toimittamiseen. Luovutamme henkilötietoja kuljetusyrityksille emmekä kenellekään muulle. Säilytämme tietoja kymmenen vuotta. Sinulla on oikeus saada pääsy omiin tietoihisi, oikaista ja poistaa ne sekä vastustaa henkilötietojen käsittelyä. Tietosuojavastaavamme vastaa kysymyksiin henkilötietojen käsittelystä ja tästä selosteesta. Ilmoitamme sinulle muutoksista sähköpostilla hyvissä ajoin ennen kuin ne tulevat voimaan, ja voit kysyä meiltä lisää."),
    "cs": ("Zásady ochrany osobních údajů", "Shromažďujeme osobní údaje, které nám poskytnete při založení účtu, například jméno a adresu. Tyto údaje používáme k poskytování našich služeb a k doručení objednávek. Osobní údaje sdílíme s dopravci a s nikým jiným. Údaje uchováváme po dobu deseti let. Máte právo na přístup k osobním údajům, na jejich opravu a výmaz a právo vznést námitku proti zpracování. Náš pověřenec pro ochranu osobních údajů odpoví na vaše otázky o zpracování osobních údajů."),
    "ru": ("Политика конфиденциальности", "Мы собираем персональные данные, которые вы сообщаете нам при открытии счёта, например ваше имя и адрес. Мы используем эти данные, чтобы предоставлять наши услуги и доставлять заказы. Мы передаём персональные данные перевозчикам и больше никому. Мы храним данные в течение десяти лет. Вы имеете право на доступ к своим персональным данным, на их исправление и удаление, а также можете возразить против обработки. На вопросы о конфиденциальности отвечает наш сотрудник по защите данных."),
    "ja": ("プライバシーポリシー", "当社は、お客様がアカウントを開設する際に提供する氏名や住所などの個人情報を収集します。当社は、サービスの提供およびご注文の商品の配送のために、この個人情報を利用します。当社は、配送業者を除き、個人情報を第三者に提供しません。当社は、個人情報を十年間保存します。お客様は、ご自身の個人情報の開示、訂正、削除を請求する権利があり、その利用の停止を求めることができます。本ポリシーに関するお問い合わせは、当社の個人情報保護管理者までご連絡ください。当社は、法令に基づき個人情報を適切に管理し、安全管理のために必要な措置を講じます。本ポリシーを変更する場合は、当社のウェブサイトでお知らせします。"),
    "ko": ("개인정보처리방침", "회사는 이용자가 계정을 만들 때 제공하는 이름과 주소 등의 개인정보를 수집합니다. 회사는 서비스를 제공하고 주문한 상품을 배송하기 위하여 개인정보를 이용합니다. 회사는 배송업체를 제외하고 개인정보를 제삼자에게 제공하지 않습니다. 회사는 개인정보를 십 년 동안 보관합니다. 이용자는 자신의 개인정보를 열람하고 정정하고 삭제할 권리가 있으며 처리에 동의하지 않을 수 있습니다. 개인정보 처리에 관한 문의는 회사의 개인정보 보호책임자에게 연락하시기 바랍니다. 회사는 관련 법령에 따라 개인정보를 안전하게 관리하며, 이 방침을 변경하는 경우 홈페이지에 알립니다."),
    "tr": ("Gizlilik Politikası", "Hesap açtığınızda bize verdiğiniz adınız ve adresiniz gibi kişisel verileri topluyoruz. Bu bilgileri hizmetlerimizi sunmak ve siparişlerinizi teslim etmek için kullanıyoruz. Kişisel verileri kargo şirketleri dışında kimseyle paylaşmıyoruz. Verileri on yıl boyunca saklıyoruz. Kişisel verilerinize erişme, bunları düzeltme ve silme hakkına sahipsiniz ve işlenmesine itiraz edebilirsiniz. Bu gizlilik politikası hakkındaki sorularınız için veri sorumlumuza yazabilirsiniz. Politikada değişiklik olursa size bildiririz ve değişiklikleri bu sayfada yayımlarız."),
    "no": ("Personvernerklæring", "Vi samler inn personopplysningene som du gir oss når du oppretter en konto, for eksempel navn og adresse. Vi bruker opplysningene til å levere tjenestene våre og sende det du har bestilt. Vi deler personopplysninger med transportører og med ingen andre. Vi lagrer opplysningene i ti år. Du har rett til innsyn, retting og sletting og til å protestere mot behandlingen. Vårt personvernombud svarer på spørsmål om personvern og behandling av personopplysninger."),
    "uk": ("Політика конфіденційності", "Ми збираємо персональні дані, які ви надаєте нам, коли відкриваєте рахунок, наприклад ваше ім'я та адресу. Ми використовуємо ці дані, щоб надавати наші послуги та доставляти замовлення. Ми передаємо персональні дані перевізникам і нікому більше. Ми зберігаємо дані протягом десяти років. Ви маєте право на доступ до своїх персональних даних, на їх виправлення та видалення, а також можете заперечити проти обробки. На запитання про конфіденційність відповідає наш фахівець із захисту даних."),
}  # fmt: skip


def policy(language: str = "en", name: str = "", times: int = 2) -> str:
    """The page of a policy."""
    title, text = POLICIES[language]
    company = f"<p>{name} Ltd., privacy@{name.lower()}.example. {name} is the controller.</p>" if name else ""
    parts = "".join(f"<h2>{number}.</h2><p>{text}</p>" for number in range(1, times + 1))
    return f'<html lang="{language}"><title>{title}</title><body><main><h1>{title}</h1>{company}{parts}</main></body></html>'


STRANGER = policy("en", "Captchaworks")
NEWS = "<h1>Privacy in 2025: what we learned</h1><p>" + "Our editors talked to many people about lamps. " * 30
SHOP = "<h2>Lamps for every room</h2><p>Choose among forty lamps, in brass, glass or wood.</p><a href='/lamps'>All lamps</a><a href='/cart'>Cart</a>"
WRONG = "<html lang=en><title>Oops</title><body><h1>Page not found</h1><p>We could not find this page.</p>"


@dataclass(frozen=True)
class Home:
    """A home page with what lies behind it."""

    kind: str
    body: str
    want: str
    pages: dict[str, str] = field(default_factory=dict)
    head: str = ""
    language: str = "en"

    def page(self) -> str:
        """The home page."""
        return f"<!doctype html><html lang={self.language}><head><title>Lumio | Lamps</title>{self.head}</head><body>{SHOP}{self.body}</body></html>"


def footer(*links: str) -> str:
    """A footer as most are."""
    return (
        f"<footer><p>© 2025 Lumio Ltd.</p><ul>{''.join(f'<li>{link}</li>' for link in links)}</ul></footer>"
    )


def link(words: str, path: str, more: str = "") -> str:
    return f'<a href="{path}" {more}>{words}</a>'


TERMS = link("Terms", "/terms")
OWN = link("Privacy Policy", "/p/1")
BEHIND = {"/p/1": policy()}
CAPTCHA = 'This site is protected by Captchaworks: <a href="{other}/privacy">Privacy Policy</a> and <a href="{other}/terms">Terms</a> apply.'

HOMES = [
    Home("a footer", footer(link("About", "/about"), OWN, TERMS), "/p/1", BEHIND),
    Home("the bare word", footer(link("Privacy", "/p/1"), TERMS), "/p/1", BEHIND),
    Home("with cookies", footer(link("Privacy &amp; Cookies", "/p/1")), "/p/1", BEHIND),
    Home("a notice", footer(link("Privacy Notice", "/p/1")), "/p/1", BEHIND),
    Home("a statement in capitals", footer(link("PRIVACY&nbsp;STATEMENT →", "/p/1")), "/p/1", BEHIND),
    Home("applicants first", footer(link("Applicant Privacy Notice", "/p/2"), link("Privacy Notice", "/p/1")), "/p/1",
         {**BEHIND, "/p/2": policy().replace("Privacy Policy", "Privacy notice for applicants")}),
    Home("settings first", footer(link("Privacy settings", "#"), link("Your Privacy Choices", "/choices"), OWN), "/p/1", BEHIND),
    Home("not for sale", footer(link("Do Not Sell My Personal Information", "/dns"), OWN), "/p/1", BEHIND),
    Home("an article first", "<nav>" + link("Privacy in 2025", "/blog/privacy") + "</nav>" + footer(link("Privacy", "/p/1")), "/p/1",
         {**BEHIND, "/blog/privacy": NEWS}),
    Home("privacy as goods", "<nav>" + link("Privacy screens", "/products/privacy") + link("Privacy film", "/film/privacy") + "</nav>" + footer(OWN),
         "/p/1", {**BEHIND, "/products/privacy": NEWS, "/film/privacy": NEWS}),
    Home("children beside all", footer(link("Children's Privacy", "/kids"), OWN), "/p/1", {**BEHIND, "/kids": policy()}),
    Home("a letter first", "<p>" + link("Privacy", "mailto:privacy@lumio.example") + "</p>" + footer(OWN), "/p/1", BEHIND),
    Home("a picture as link", footer('<a href="/p/1"><img src="/i.png" alt="Privacy Policy"></a>'), "/p/1", BEHIND),
    Home("a label", footer('<a href="/p/1" aria-label="Privacy policy"><svg></svg></a>'), "/p/1", BEHIND),
    Home("marked by the site", footer(link("The small print", "/p/1", 'rel="privacy-policy"'), link("Privacy", "/p/9")), "/p/1", BEHIND),
    Home("marked in the head", footer(TERMS), "/p/1", BEHIND, head='<link rel="privacy-policy" href="/p/1">'),
    Home("a base", footer(link("Privacy", "1")), "/p/1", BEHIND, head='<base href="/p/">'),
    Home("a query", footer(link("Privacy", "?page=privacy")), "/?page=privacy", {"/?page=privacy": policy()}),
    Home("twice", "<nav>" + link("Privacy", "/p/1#top") + "</nav>" + footer(OWN), "/p/1", BEHIND),
    Home("only the address says it", footer(link("How we treat what you tell us", "/privacy-policy")), "/privacy-policy", {"/privacy-policy": policy()}),
    Home("words run on", footer(link("Read our Privacy Policy", "/p/1")), "/p/1", BEHIND),
    Home("a stranger beside", footer(OWN) + f"<p>{CAPTCHA}</p>", "/p/1", BEHIND),
    Home("a stranger before", f"<form><p>{CAPTCHA}</p></form>" + footer(link("Privacy", "/p/1")), "/p/1", BEHIND),
    Home("a stranger alone", f"<p>{CAPTCHA}</p>" + footer(TERMS), ""),
    Home("a stranger's widget", '<div class="chat">Chat <a href="{other}/privacy">Privacy Policy</a></div>' + footer(TERMS), ""),
    Home("a stranger, and the usual place", f"<p>{CAPTCHA}</p>" + footer(TERMS), "/privacy", {"/privacy": policy()}),
    Home("kept by somebody else", footer(link("Privacy Policy", "{sister}/doc/77")), "{sister}/doc/77", {"{sister}/doc/77": policy("en", "Lumio")}),
    Home("of the parent company", footer(link("Privacy Policy", "{sister}/privacy")), "{sister}/privacy",
         {"{sister}/privacy": policy("en", "Candela").replace("<h2>1.", "<p>It holds for Lumio, for Lumio Kids and for the shops of Lumio.</p><h2>1.")}),
    Home("nothing", footer(TERMS, link("Jobs", "/jobs")), ""),
    Home("nothing but a page of wrong answers", footer(TERMS), "", {f"/{path}": WRONG for path in ("privacy", "privacy-policy", "legal/privacy")}),
    Home("the usual place", footer(TERMS), "/legal/privacy", {"/legal/privacy": policy()}),
    Home("the sitemap", footer(TERMS), "/company/paper/privacy-notice",
         {"/sitemap.xml": "<urlset><url><loc>{home}/lamps</loc></url><url><loc>{home}/company/paper/privacy-notice</loc></url></urlset>",
          "/company/paper/privacy-notice": policy()}),
    Home("the sitemap in German", footer(link("AGB", "/agb")), "/firma/datenschutz",
         {"/sitemap.xml": "<urlset><url><loc>{home}/firma/datenschutz</loc></url></urlset>", "/firma/datenschutz": policy("de")}, language="de"),
    Home("the first leads nowhere", footer(link("Privacy Policy", "/gone"), link("Privacy", "/p/1")), "/p/1", BEHIND),
    Home("the first is a page of wrong answers", footer(link("Privacy Policy", "/wrong"), link("Data protection", "/p/1")), "/p/1", {**BEHIND, "/wrong": WRONG}),
    Home("a page that lists documents", footer(link("Legal", "/legal")), "/p/1",
         {**BEHIND, "/legal": "<html lang=en><title>Legal</title><h1>Legal</h1>" + TERMS + OWN}),
    Home("a center of privacy", footer(link("Privacy Center", "/center")), "/p/1",
         {**BEHIND, "/center": "<html lang=en><title>Welcome</title><h1>You decide</h1><p>Find all about it.</p>" + OWN + TERMS}),
    Home("an icon", footer(link("<svg></svg>", "/p/1", 'title="Privacy policy"'), TERMS), "/p/1", BEHIND),
    Home("a button", "<footer><button onclick=\"location = '/p/1'\">Privacy Policy</button></footer>", "/privacy-policy", {"/privacy-policy": policy()}),
    Home("choices before it", footer(link("Your Privacy Choices", "/choices"), link("Consumer Health Data Privacy", "/health"), link("Privacy Notice", "/p/1")), "/p/1",
         {**BEHIND, "/choices": "<h1>Your privacy choices</h1><form><input type=checkbox>Opt out</form>",
          "/health": "<h1>Consumer health data</h1><p>" + "This page tells of lamps for sleep. " * 30}),
    Home("a product of that name", f"<nav>{link('Privacy', '/products/privacy')}</nav>" + footer(link("Privacy statement", "/about/statement")), "/about/statement",
         {"/about/statement": policy(), "/products/privacy": "<h1>Privacy by Lumio</h1><p>" + "Block trackers with our lamp, from 3 euros a month. " * 20}),
    Home("plain text", footer(link("Privacy Policy", "/privacy.txt")), "/privacy.txt", {"/privacy.txt": "Privacy Policy\n\n" + POLICIES["en"][1] * 2}),
    Home("an empty frame, and the usual place", "<script>build()</script>", "/privacy-policy", {"/privacy-policy": policy()}),
    *(
        Home(f"in {language}", footer(link(words, "/t"), link(POLICIES[language][0], "/p/1")), "/p/1", {"/p/1": policy(language)}, language=language)
        for language, words in (("de", "AGB"), ("fr", "CGU"), ("es", "Condiciones de uso"), ("it", "Termini e condizioni"), ("nl", "Voorwaarden"),
                                ("pt", "Termos de uso"), ("pl", "Regulamin"), ("sv", "Villkor"), ("da", "Vilkår"), ("no", "Vilkår"), ("uk", "Умови використання"), ("fi", "Käyttöehdot"),
                                ("cs", "Obchodní podmínky"), ("ru", "Условия использования"), ("ja", "利用規約"), ("ko", "이용약관"), ("tr", "Kullanım koşulları"))
    ),
]  # fmt: skip
