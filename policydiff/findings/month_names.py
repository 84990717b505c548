"""Names of months as the trained reader knows them, in the languages of its labels.

They are a part of its features, so they change with it and not with the files of the languages.
"""

from __future__ import annotations

MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    " januar februar märz juni juli oktober dezember".split()
)
