"""The same in other languages and charsets."""

from __future__ import annotations

from tests.kinds.base import Policy, Section, Visit, kind, page, prose

FRENCH = Policy(
    "Politique de confidentialité",
    "Dernière mise à jour : 3 mars 2025",
    (
        Section("Qui sommes-nous ?", ("La société Marée Notes est responsable du traitement de vos données à caractère personnel.", "Cette politique s’applique à toutes les personnes qui utilisent notre service.")),
        Section("Données collectées", ("Nous collectons les données que vous nous donnez lors de l’ouverture de votre compte :",), ("Nom et adresse électronique", "Date de naissance")),
        Section("Durée de conservation", ("Nous conservons vos notes jusqu’à ce que vous les supprimiez, puis pendant trente jours.", "Nous conservons les factures pendant dix ans.")),
        Section("Vos droits", ("Vous pouvez demander une copie de vos données, les faire corriger ou effacer, et vous opposer à leur utilisation.",), ("Droit d’accès", "Droit à l’effacement")),
    ),
)  # fmt: skip
GERMAN = Policy(
    "Datenschutzerklärung",
    "Stand: 3. März 2025",
    (
        Section("Wer wir sind", ("Die Flutnotiz GmbH ist verantwortlich für die Verarbeitung Ihrer personenbezogenen Daten.", "Diese Erklärung gilt für alle, die unseren Dienst nutzen.")),
        Section("Welche Daten wir verarbeiten", ("Wir verarbeiten die Daten, die Sie uns bei der Anmeldung zu unserem Dienst geben:",), ("Name und E-Mail-Adresse", "Geburtsdatum")),
        Section("Speicherdauer", ("Wir speichern Ihre Notizen, bis Sie diese löschen, und danach noch dreißig Tage lang.", "Rechnungen bewahren wir zehn Jahre lang auf.")),
        Section("Ihre Rechte", ("Sie können eine Kopie Ihrer Daten verlangen, sie berichtigen oder löschen lassen und der Nutzung widersprechen.",), ("Recht auf Auskunft", "Recht auf Löschung")),
    ),
)  # fmt: skip
SPANISH = Policy(
    "Política de privacidad",
    "Última actualización: 3 de marzo de 2025",
    (
        Section("Quiénes somos", ("La empresa Notas de Marea es responsable del tratamiento de sus datos personales.", "Esta política se aplica a todas las personas que usan nuestro servicio.")),
        Section("Datos que recogemos", ("Recogemos los datos que usted nos da cuando abre una cuenta en nuestro servicio:",), ("Nombre y correo electrónico", "Fecha de nacimiento")),
        Section("Conservación", ("Conservamos sus notas hasta que usted las borra, y durante treinta días después de ello.", "Conservamos las facturas durante diez años.")),
        Section("Sus derechos", ("Puede pedir una copia de sus datos, hacer que se corrijan o se borren y oponerse a su uso en cualquier momento.",), ("Derecho de acceso", "Derecho de supresión")),
    ),
)  # fmt: skip
JAPANESE = Policy(
    "プライバシーポリシー",
    "最終更新日：2025年3月3日",
    (
        Section("当社について", ("タイドウェル株式会社は、お客様の個人情報の取扱いについて責任を負います。本ポリシーは、当社のサービスを利用するすべての方に適用されます。",)),
        Section("収集する情報", ("アカウントを開設される際に、次の情報をお預かりします。",), ("氏名およびメールアドレス", "生年月日")),
        Section("保存期間", ("お客様がノートを削除されるまで保存し、その後三十日間保存します。請求書は法律により十年間保存いたします。",)),
        Section("お客様の権利", ("お客様は、ご自身の情報の写しの請求、訂正、削除、および利用の停止をいつでも求めることができます。",), ("開示請求権", "削除請求権")),
    ),
)  # fmt: skip
ARABIC = Policy(
    "سياسة الخصوصية",
    "آخر تحديث: 3 مارس 2025",
    (
        Section("من نحن", ("شركة تايدويل مسؤولة عن معالجة بياناتك الشخصية، وتنطبق هذه السياسة على جميع من يستخدم خدمتنا.",)),
        Section("البيانات التي نجمعها", ("نجمع البيانات التي تقدمها لنا عند فتح حسابك وعند التحدث إلى فريق الدعم:",), ("الاسم والبريد الإلكتروني", "تاريخ الميلاد")),
        Section("مدة الاحتفاظ", ("نحتفظ بملاحظاتك إلى أن تحذفها، ثم لمدة ثلاثين يومًا بعد ذلك، ونحتفظ بالفواتير عشر سنوات.",)),
        Section("حقوقك", ("يمكنك أن تطلب نسخة من بياناتك أو تصحيحها أو حذفها أو الاعتراض على استخدامها في أي وقت.",), ("حق الوصول", "حق المحو")),
    ),
)  # fmt: skip


def _page(policy: Policy, visit: Visit, lang: str, words: dict[str, str]) -> str:
    return page(
        f"""<header><nav><ul><li><a href="/">{words["home"]}</a></li><li><a href="/p">{words["prices"]}</a></li></ul></nav></header><main><div
class="wrap"><h1>{policy.title}</h1><p>{policy.date}</p><div class="by">{words["ago"].format(visit.pick("3", "4"))}</div>{prose(policy)}</div><div
class="vote"><p>{words["helpful"]}</p><button>{words["yes"]}</button></div><div><h3>{words["related"]}</h3><ul><li><a href="/1">{words["home"]}</a>
</li><li><a href="/2">{words["prices"]}{visit.pick("", " 2")}</a></li><li><a href="/3">{words["top"]}</a></li></ul></div><p><a href="#top">
{words["top"]}</a></p></main><footer><p>© {visit.pick("2025", "2026")} Tidewell. {words["rights"]}</p></footer>""",
        lang=lang,
        title=f"{policy.title} | Tidewell",
    )


_FRENCH = {"home": "Accueil", "prices": "Nos tarifs", "ago": "Mis à jour il y a {} mois", "helpful": "Cet article vous a-t-il été utile ?", "yes": "Oui",
           "related": "Articles associés", "top": "Retour en haut", "rights": "Tous droits réservés."}  # fmt: skip
_GERMAN = {"home": "Startseite", "prices": "Preise", "ago": "Aktualisiert vor {} Monaten", "helpful": "War dieser Beitrag hilfreich?", "yes": "Ja",
           "related": "Verwandte Beiträge", "top": "Nach oben", "rights": "Alle Rechte vorbehalten."}  # fmt: skip
_SPANISH = {"home": "Inicio", "prices": "Precios", "ago": "Actualizado hace {} meses", "helpful": "¿Fue útil este artículo?", "yes": "Sí",
            "related": "Artículos relacionados", "top": "Volver arriba", "rights": "Todos los derechos reservados."}  # fmt: skip
_JAPANESE = {
    "home": "ホーム",
    "prices": "料金",
    "ago": "",
    "helpful": "",
    "yes": "はい",
    "related": "関連記事",
    "top": "トップへ",
    "rights": "",
}
_ARABIC = {
    "home": "الرئيسية",
    "prices": "الأسعار",
    "ago": "",
    "helpful": "",
    "yes": "نعم",
    "related": "مقالات ذات صلة",
    "top": "إلى الأعلى",
    "rights": "",
}


@kind(lines=lambda _: FRENCH.lines)
def french(_: Policy, visit: Visit) -> str:
    """A page in French with its furniture."""
    return _page(FRENCH, visit, "fr", _FRENCH)


@kind(lines=lambda _: GERMAN.lines)
def german(_: Policy, visit: Visit) -> str:
    """A page in German."""
    return _page(GERMAN, visit, "de", _GERMAN)


@kind(lines=lambda _: SPANISH.lines)
def spanish(_: Policy, visit: Visit) -> str:
    """A page in Spanish."""
    return _page(SPANISH, visit, "es", _SPANISH)


@kind(lines=lambda _: JAPANESE.lines)
def japanese(_: Policy, visit: Visit) -> str:
    """A page in Japanese: no blanks between words, hardly a sentence of sixty signs."""
    return _page(JAPANESE, visit, "ja", _JAPANESE)


@kind(lines=lambda _: ARABIC.lines)
def arabic(_: Policy, visit: Visit) -> str:
    """A page that is written from right to left."""
    return _page(ARABIC, visit, "ar", _ARABIC).replace("<html", '<html dir="rtl"')


@kind(lines=lambda _: JAPANESE.lines)
def shift_jis(_: Policy, visit: Visit) -> bytes:
    """Japanese in the charset of its older pages."""
    return (
        _page(JAPANESE, visit, "ja", _JAPANESE)
        .replace('charset="utf-8"', 'charset="Shift_JIS"')
        .encode("shift_jis", "xmlcharrefreplace")
    )


@kind(lines=lambda _: FRENCH.lines)
def windows_1252(_: Policy, visit: Visit) -> bytes:
    """French in the charset of older pages, with curly quotes."""
    return (
        _page(FRENCH, visit, "fr", _FRENCH)
        .replace('charset="utf-8"', 'charset="iso-8859-1"')
        .encode("cp1252")
    )


@kind(lines=lambda _: JAPANESE.lines)
def japanese_without_landmarks(_: Policy, visit: Visit) -> str:
    """The same in plain divs."""
    text = _page(JAPANESE, visit, "ja", _JAPANESE)
    for tag in ("main", "header", "nav", "footer"):
        text = text.replace(f"<{tag}>", "<div>").replace(f"</{tag}>", "</div>")
    return text


@kind(lines=lambda _: ARABIC.lines)
def arabic_without_landmarks(_: Policy, visit: Visit) -> str:
    """The same from right to left."""
    text = _page(ARABIC, visit, "ar", _ARABIC)
    for tag in ("main", "header", "nav", "footer"):
        text = text.replace(f"<{tag}>", "<div>").replace(f"</{tag}>", "</div>")
    return text
