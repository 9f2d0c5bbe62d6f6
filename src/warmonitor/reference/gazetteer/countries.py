"""Countries by name, adjective, capital and code."""

from collections.abc import Iterable, Iterator

from warmonitor.reference.gazetteer.entry import Country
from warmonitor.reference.gazetteer.spelling import plain


class Countries:
    """Look-up of countries; the words of more than one country (Congolese) give them all, sorted by code."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self._by_iso = {one.iso: one for one in sorted(countries, key=lambda one: one.iso)}
        self._by_name = _index((one, one.names) for one in self)
        self._by_demonym = _index((one, one.people) for one in self)
        self._by_capital = _index((one, one.capitals) for one in self)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._by_iso.values())

    def get(self, iso: str) -> Country | None:
        """Return the country with an ISO 3166-1 alpha-2 code."""
        return self._by_iso.get(iso)

    def by_name(self, name: str) -> Country | None:
        """Return the country with this English name, "the" or not."""
        found = self._by_name.get(plain(name)) or self._by_name.get(plain(name).removeprefix("the "))
        return found[0] if found else None

    def by_demonym(self, word: str) -> tuple[Country, ...]:
        """Return the countries whose adjective or people this is: Syrian, Turks, Congolese."""
        return self._by_demonym.get(plain(word), ())

    def by_capital(self, name: str) -> tuple[Country, ...]:
        """Return the countries whose government the name of a capital stands for."""
        return self._by_capital.get(plain(name), ())


def _index(pairs: Iterable[tuple[Country, tuple[str, ...]]]) -> dict[str, tuple[Country, ...]]:
    found: dict[str, tuple[Country, ...]] = {}
    for one, names in pairs:
        for key in dict.fromkeys(plain(name) for name in names):
            found[key] = (*found.get(key, ()), one)
    return found
