"""Look-up of known actors by their words: the register that grounding asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.model import ActorKind
from warmonitor.reference.actors.records import Entry, Holder, Tables
from warmonitor.reference.actors.words import Word, consonants, content, fold_name, skeleton

_SHORTEST = 3
CONSONANTS_LEAST = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (both included) that name one of `keys`; `how` says by which rule."""

    first: int
    last: int
    keys: tuple[str, ...]
    how: str


class ActorRegister:
    """Known actors, office holders, countries and describing words, read-only."""

    def __init__(self, tables: Tables) -> None:
        self.entries = tables.entries
        self.holders = tables.holders
        self.countries = tables.countries
        self.institutions = tables.institutions
        self.lexicon = tables.lexicon
        self._aliases = tables.aliases
        self._sounds = tables.sounds
        self._states = tables.states
        self.offices = {o: i.key for i in tables.institutions.values() for o in i.offices}
        self.institution_words = {w: i.key for i in tables.institutions.values() for w in i.words}
        self._longest: dict[str, int] = {}
        for name in (*tables.aliases, *tables.states):
            first, size = name.partition(" ")[0], name.count(" ") + 1
            self._longest[first] = max(self._longest.get(first, 0), size)
        self._surnames: dict[str, tuple[Holder, ...]] = {}
        for key in sorted(tables.holders):
            last = key.rpartition(" ")[2]
            self._surnames[last] = (*self._surnames.get(last, ()), tables.holders[key])

    def named(self, name: str) -> tuple[str, ...]:
        """Return the keys of the actors that go by this name, by spelling first, then by its sound."""
        folded = fold_name(name)
        known = self._aliases.get(" ".join(folded))
        return tuple(sorted(known)) if known else self._by_sound(folded)

    def _by_sound(self, folded: tuple[str, ...]) -> tuple[str, ...]:
        bones = skeleton(folded) if len(folded) > 1 else ""
        return tuple(self._sounds.get(bones, ())) if consonants(bones) >= CONSONANTS_LEAST else ()

    def sounds_like(self, name: str) -> tuple[str, ...]:
        """Return the keys whose names have the same consonants in as many words."""
        return self._by_sound(fold_name(name))

    def state(self, name: str) -> tuple[str, str] | None:
        """Return (ISO code, "country" | "adjective" | "capital") for a word that stands for a state."""
        return self._states.get(" ".join(fold_name(name)))

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
        folded = " ".join(words[i].folded for i in chosen)
        picked = [words[i] for i in chosen]
        if not any(w.capital for w in picked):
            return None
        if (aliases := self._aliases.get(folded)) is not None:
            keys = tuple(sorted(k for k, short in aliases.items() if not short or picked[0].initials))
            if keys:
                return Hit(chosen[0], chosen[-1], keys, "registered name")
        state = self._states.get(folded)
        if state is not None and picked[0].capital and (len(folded) > _SHORTEST or picked[0].initials):
            return Hit(chosen[0], chosen[-1], (f"state:{state[0]}",), state[1])
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

    def is_initials(self, word: str) -> bool:
        """Say whether a word is the initials that a known actor goes by, and no word of another name."""
        known = self._aliases.get(word.lower())
        return known is not None and bool(known) and all(known.values())

    def by_surname(self, surname: str) -> tuple[Holder, ...]:
        """Return the office holders whose folded name ends in this word, by key."""
        return self._surnames.get(surname, ())
