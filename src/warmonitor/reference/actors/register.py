"""Look-up of known actors by their words: the register that grounding asks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from warmonitor.model import ActorKind
from warmonitor.reference.actors.records import Country, Entry, Holder, Institution, Lexicon
from warmonitor.reference.actors.words import Word, consonants, content, fold_name, skeleton

_SHORT = 5
_CONSONANTS_LEAST = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (both included) that name one of `keys`; `how` says by which rule."""

    first: int
    last: int
    keys: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class _Alias:
    keys: tuple[str, ...]
    capitals: bool


class ActorRegister:
    """Known actors, office holders, countries and describing words, read-only."""

    def __init__(
        self,
        entries: Iterable[Entry],
        holders: Iterable[Holder],
        countries: Iterable[Country],
        institutions: Iterable[Institution],
        lexicon: Lexicon,
        metonyms: Mapping[str, str],
    ) -> None:
        self.entries: dict[str, Entry] = {e.key: e for e in entries}
        self.holders: dict[str, Holder] = {h.key: h for h in holders}
        self.countries: dict[str, Country] = {c.code: c for c in countries}
        self.institutions: dict[str, Institution] = {i.key: i for i in institutions}
        self.lexicon = lexicon
        self._aliases: dict[tuple[str, ...], dict[str, bool]] = {}
        self._longest: dict[str, int] = {}
        self._skeletons: dict[str, set[str]] = {}
        self._states: dict[tuple[str, ...], tuple[str, str]] = {}
        self.offices: dict[str, str] = {o: i.key for i in self.institutions.values() for o in i.offices}
        self.institution_words: dict[str, str] = {
            w: i.key for i in self.institutions.values() for w in i.words
        }
        self._surnames: dict[str, tuple[Holder, ...]] = {}
        for holder in self.seats():
            last = fold_name(holder.name)[-1]
            self._surnames[last] = (*self._surnames.get(last, ()), holder)
        self._fill(metonyms)

    def _fill(self, metonyms: Mapping[str, str]) -> None:
        for entry in self.entries.values():
            for alias in (entry.name, *entry.aliases):
                self._add(alias, entry.key)
        for holder in self.holders.values():
            for alias in (holder.name, *holder.aliases):
                self._add(alias, holder.key)
        for alias, key in metonyms.items():
            self._add(alias, key)
        for country in self.countries.values():
            for how, words in (
                ("capital", country.capitals),
                ("adjective", country.adjectives),
                ("country", (country.name, *country.others)),
            ):
                for word in words:
                    self._add_state(word, country.code, how)

    def _add(self, alias: str, key: str) -> None:
        folded = fold_name(alias)
        capitals = len(alias) <= _SHORT and alias.isupper()
        known = self._aliases.setdefault(folded, {})
        known[key] = capitals and known.get(key, True)
        self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(folded))
        bones = skeleton(folded)
        if len(folded) > 1 and consonants(bones) >= _CONSONANTS_LEAST:
            self._skeletons.setdefault(bones, set()).add(key)

    def _add_state(self, word: str, code: str, how: str) -> None:
        folded = fold_name(word)
        if folded not in self._states or how == "country":
            self._states[folded] = (code, how)
        self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(folded))

    def named(self, name: str) -> tuple[str, ...]:
        """Return the keys of the actors that go by this name, by spelling first, then by its consonants."""
        folded = fold_name(name)
        if known := self._aliases.get(folded):
            return tuple(sorted(known))
        return self._by_sound(folded)

    def _by_sound(self, folded: tuple[str, ...]) -> tuple[str, ...]:
        bones = skeleton(folded) if len(folded) > 1 else ""
        if consonants(bones) < _CONSONANTS_LEAST:
            return ()
        return tuple(sorted(self._skeletons.get(bones, set())))

    def sounds_like(self, name: str) -> tuple[str, ...]:
        """Return the keys whose names have the same consonants in as many words."""
        return self._by_sound(fold_name(name))

    def state(self, name: str) -> tuple[str, str] | None:
        """Return (ISO code, "country" | "adjective" | "capital") for a word that stands for a state."""
        return self._states.get(fold_name(name))

    def scan(self, words: Sequence[Word]) -> tuple[Hit, ...]:
        """Return the longest known names in a text, from left to right, none overlapping."""
        return tuple(self._hits(words))

    def _hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        kept = content(words)
        at = 0
        while at < len(kept):
            hit, used = self._longest_at(words, kept, at)
            if hit is not None:
                yield hit
            at += used

    def _longest_at(self, words: Sequence[Word], kept: list[int], at: int) -> tuple[Hit | None, int]:
        first = words[kept[at]]
        for size in range(min(self._longest.get(first.folded, 0), len(kept) - at), 0, -1):
            chosen = kept[at : at + size]
            if any(words[i].broken for i in range(chosen[0] + 1, chosen[-1] + 1)):
                continue
            if any(words[i].possessive for i in chosen[:-1]) and size > 1 and not first.capital:
                continue
            hit = self._match(words, chosen)
            if hit is not None:
                return hit, size
        return None, 1

    def _match(self, words: Sequence[Word], chosen: list[int]) -> Hit | None:
        folded = tuple(words[i].folded for i in chosen)
        picked = [words[i] for i in chosen]
        if not any(w.capital for w in picked):
            return None
        if folded in self._aliases:
            keys = tuple(
                sorted(k for k, short in self._aliases[folded].items() if not short or picked[0].initials)
            )
            if keys:
                return Hit(chosen[0], chosen[-1], keys, "registered name")
        if folded in self._states and (len(folded[0]) > 3 or picked[0].initials or len(folded) > 1):
            code, how = self._states[folded]
            if picked[0].capital:
                return Hit(chosen[0], chosen[-1], (f"state:{code}",), how)
        return None

    def entry(self, key: str) -> Entry | None:
        """Return the actor of a key; states and their institutions are made from the countries table."""
        if key in self.entries:
            return self.entries[key]
        if not key.startswith("state:"):
            return None
        code, _, part = key.removeprefix("state:").partition("/")
        country = self.countries.get(code)
        if country is None:
            return None
        if part not in self.institutions:
            return Entry(key, country.name, ActorKind.GOVERNMENT, "government", (code,))
        institution = self.institutions[part]
        name = institution.name.format(adj=country.adjective)
        return Entry(key, name, institution.kind, "government", (code,), parent=f"state:{code}")

    def by_surname(self, surname: str) -> tuple[Holder, ...]:
        """Return the office holders whose folded name ends in this word, by key."""
        return self._surnames.get(surname, ())

    def seats(self) -> Iterator[Holder]:
        """Yield every office holder, in the order of their keys."""
        for key in sorted(self.holders):
            yield self.holders[key]
