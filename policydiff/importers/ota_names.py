"""The series that files of Open Terms Archive belong to, in its repositories and its datasets alike."""

from __future__ import annotations

from collections import Counter

from policydiff.archive import names


class SeriesNames:
    """Series by service and terms type. Two services or documents that would get one name (they differ in
    punctuation) get a number: the first that is asked for has the plain name.

    Args:
        variant: of all series, "" for none.
    """

    def __init__(self, variant: str) -> None:
        self._variant = names.slug(variant)
        self._owners: dict[tuple[str, str], str] = {}
        self._numbers = Counter[str]()

    def of(self, service: str, terms: str) -> str:
        """The name of the series; "" if these words cannot make a name.

        Args:
            service: as the recorder writes it ("Instagram").
            terms: as the recorder writes it ("Privacy Policy").
        """
        owner = service, terms
        if owner not in self._owners:
            plain = "/".join(map(names.slug, owner))
            self._numbers[plain] += 1
            number = self._numbers[plain]
            self._owners[owner] = plain if number == 1 else f"{plain}-{number}"
        found = self._owners[owner]
        full = f"{found}@{self._variant}" if self._variant else found
        return full if names.is_series(full) else ""
