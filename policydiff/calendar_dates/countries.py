"""Countries by how they write days in figures (Unicode CLDR 46, `dateFormats/short`)."""

from __future__ import annotations

DAY_FIRST_IN = frozenset((
    "AU", "BE", "BR", "CH", "CY", "ES", "FR", "DE", "GB", "GH", "HK", "ID", "IE", "IN", "IT", "JM", "KE",
    "LK", "MT", "MX", "NG", "NL", "NZ", "PK", "PT", "SG", "TT", "TZ", "UG", "UK", "ZM", "ZW"
))  # fmt: skip
MONTH_FIRST_IN = frozenset(("US", "PH"))
