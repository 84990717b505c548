"""Legal forms of companies in many countries ("Ltd", "GmbH"): a company's name is found in a text by them."""

from __future__ import annotations

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
"""Names with a legal form in other scripts, each after a part of it that is found at once; the group holds
the name."""

FORMS = frozenset("inc llc ltd limited gmbh ag se corp corporation co kg sa sas bv nv plc pte pty".split())
"""The same as parts of names, which do not tell one company from another."""
