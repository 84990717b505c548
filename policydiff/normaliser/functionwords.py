"""Small words by language: data for `language`.

The most frequent words of each language that carry grammar and no subject. A word may stand in several
languages: it then counts for each of them, and the words that only one has decide.
"""

from __future__ import annotations

_WORDS = {
    "en": """
        the of and to in a that is for you your we our or with as this by on be are it from not may if at
        can have will an any us which they their when has these such other more how about use who""",
    "fr": """
        le la les de des du et à en un une que qui pour vous nous vos votre nos notre dans par sur est
        sont avec ces cette ce au aux ou ne pas plus peut être son ses leur d l qu s n afin si lorsque""",
    "de": """
        der die das und zu in den von mit für auf ist sie wir ihre ihrer ihren im dem des ein eine einer
        oder werden nicht sich bei wenn durch kann können als auch nach uns unsere dass zur zum haben hat""",
    "es": """
        el la los las de del y a en un una que para por con su sus se es son como o no al lo más puede
        usted nos nuestro nuestra nuestros nuestras esta este sobre si tu tus cuando también sin""",
    "it": """
        il lo la i gli le di del della dei delle e a in un una che per con su si è sono come o non al alla
        nel nella da dal questo questa dati tuoi suoi nostro nostri nostra può possono anche""",
    "nl": """
        de het een en van in te dat die voor met op is zijn we wij u uw je jouw aan of om niet door bij
        als ook kunnen kan worden wordt naar ons onze deze dit over uit wanneer""",
    "pt": """
        o a os as de do da dos das e em um uma que para por com seu sua seus suas se é são como ou não ao
        à no na nos nas mais pode você nosso nossa nossos nossas este esta sobre""",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _WORDS.items()
}
"""The small words of each language."""

LANGUAGES_OF_WORD: dict[str, tuple[str, ...]] = {
    word: tuple(language for language in FUNCTION_WORDS if word in FUNCTION_WORDS[language])
    for word in sorted(frozenset().union(*FUNCTION_WORDS.values()))
}
"""Each small word with the languages that have it."""
