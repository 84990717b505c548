"""Names of months and words for the days of a month: data for the reader of dates.

Every form that stands in a date, in small letters; of names that two languages give to different months
(the `listopad` of Poland is November, that of Croatia October) only the more widely printed one is here.
"""

from __future__ import annotations

_NAMES = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
    "|october oct|november nov|december dec",
    "fr": "janvier janv|février fevrier févr fév fevr|mars|avril avr|mai|juin|juillet juil|août aout"
    "|septembre|octobre|novembre|décembre decembre déc",
    "de": "januar jänner jän jaenner|februar feber|märz maerz mär mrz|april|mai|juni|juli|august|september"
    "|oktober okt|november|dezember dez",
    "es": "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre"
    "|noviembre|diciembre dic",
    "it": "gennaio gen|febbraio febbr|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre sett"
    "|ottobre ott|novembre|dicembre",
    "pt": "janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro"
    "|dezembro",
    "nl": "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "no": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    "fi": "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu"
    "|toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu"
    "|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu",
    "pl": "stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja maj|czerwca czerwiec"
    "|lipca lipiec|sierpnia sierpień|września wrzesień|października październik|listopada listopad"
    "|grudnia grudzień",
    "cs": "ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec"
    "|srpna srpen|září|října říjen|listopadu|prosince prosinec",
    "sk": "januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl"
    "|augusta|septembra|októbra október|novembra|decembra",
    "hu": "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december",
    "ro": "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie"
    "|decembrie",
    "tr": "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
    "id": "januari|februari pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember",
    "ca": "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    "el": "ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου μαϊου μαίου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου"
    "|οκτωβρίου|νοεμβρίου|δεκεμβρίου",
    "lt": "sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio",
    "lv": "janvāris janvāra janvārī|februāris februāra|marts marta|aprīlis aprīļa|maijs maija|jūnijs jūnija"
    "|jūlijs jūlija|augusts augusta|septembris septembra|oktobris oktobra|novembris novembra"
    "|decembris decembra",
    "et": "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
    "ru": "января январь|февраля февраль|марта март|апреля апрель|мая май|июня июнь|июля июль"
    "|августа август|сентября сентябрь|октября октябрь|ноября ноябрь|декабря декабрь",
    "uk": "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень"
    "|липня липень|серпня серпень|вересня вересень|жовтня жовтень|листопада листопад|грудня грудень",
    "bg": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "ar": "يناير|فبراير|مارس|أبريل ابريل إبريل|مايو|يونيو يونيه|يوليو يوليه|أغسطس اغسطس|سبتمبر|أكتوبر اكتوبر"
    "|نوفمبر|ديسمبر",
    "ar-levant": "كانون_الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين_الأول|تشرين_الثاني"
    "|كانون_الأول",
    "he": "ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי"
    "|אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר",
    "hi": "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
    "bn": "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর"
    "|নভেম্বর|ডিসেম্বর",
    "th": "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม",
}  # fmt: skip
_PERSIAN = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
_HIJRA = (
    "محرم|صفر|ربيع_الأول|ربيع_الآخر ربيع_الثاني|جمادى_الأولى|جمادى_الآخرة|رجب|شعبان|رمضان|شوال|ذو_القعدة"
    "|ذو_الحجة"
)


def _numbered(row: str) -> dict[str, int]:
    """Each form, blanks in it as underscores, with the number of its month."""
    return {form: number for number, forms in enumerate(row.split("|"), 1) for form in forms.split()}


MONTHS = {form: number for row in _NAMES.values() for form, number in _numbered(row).items()}
"""Months of our own calendar."""
PERSIAN_MONTHS = _numbered(_PERSIAN)
HIJRA_MONTHS = _numbered(_HIJRA)

_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_GERMAN = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt"
    " sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst dreiundzwanzigst"
    " vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst achtundzwanzigst"
    " neunundzwanzigst dreißigst einunddreißigst"
).split()

ORDINALS = {
    **{word: number for number, word in enumerate(_ENGLISH, 1)},
    "thirtieth": 30,
    **{stem + end: number for number, stem in enumerate(_GERMAN, 1) for end in ("en", "er")},
    **dict.fromkeys(("premier", "primero", "primer", "primo", "primeiro"), 1),
}
"""Days of a month in words; "twenty" and "thirty" stand before one of the first nine."""
TENS = {"twenty": 20, "thirty": 30}

WORDS_TOO = frozenset(("ago", "set", "out", "mag", "gen", "mei", "mar", "dec", "art"))
"""Short names that are words elsewhere ("3 years ago 2024"): with a year alone they are no date."""
