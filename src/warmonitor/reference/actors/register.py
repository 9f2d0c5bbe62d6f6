"""Look-up of known actors by their words: the register that grounding asks."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum

from warmonitor.model import ActorKind
from warmonitor.reference.actors.periods import Period, entry_on, holder_on, in_office
from warmonitor.reference.actors.records import Entry, Holder, Spell, Tables
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


class Standing(StrEnum):
    """Whether an actor was there: not founded yet, there, or gone for longer than reports tell of it."""

    THERE = "there"
    NOT_YET = "not yet"
    GONE = "gone"


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
        held = {term.office for holder in tables.holders.values() for term in holder.terms}
        self.office_words = frozenset(
            office.partition(" ")[0] for office in (*self.offices, *held, "premier")
        )
        self.institution_words = {w: i.key for i in tables.institutions.values() for w in i.words}
        self._longest: dict[str, int] = {}
        for name in (*tables.aliases, *tables.states):
            first, size = name.partition(" ")[0], name.count(" ") + 1
            self._longest[first] = max(self._longest.get(first, 0), size)
        self.period: Period | None = None
        self._rebels: dict[str, list[str]] = {}
        for key, row in tables.entries.items():
            if row.kind is ActorKind.REBEL_GROUP and row.side not in {None, "government"}:
                self._rebels.setdefault(next(iter(row.countries), ""), []).append(key)
        self._seats: dict[tuple[str, str], list[Holder]] = {}
        for _, holder in sorted(tables.holders.items()):
            for term in holder.terms:
                self._seats.setdefault((term.of, term.office), []).append(holder)
        self._surnames: dict[str, tuple[Holder, ...]] = {}
        for key in sorted(tables.holders):
            last = key.rpartition(" ")[2]
            self._surnames[last] = (*self._surnames.get(last, ()), tables.holders[key])

    def on(self, period: Period | None) -> "ActorRegister":
        """Return the same register as of some days: actors and holders of offices are told as they were."""
        dated = copy(self)
        dated.period = period
        return dated

    def exists(self, key: str) -> Standing:
        """Say whether an actor was there on the days of the register; whoever has no period always was."""
        row = self.entries.get(key)
        if row is None or self.period is None:
            return Standing.THERE
        if not self.period.begun(row.since):
            return Standing.NOT_YET
        return Standing.GONE if self.period.long_over(row.until) else Standing.THERE

    def only_rebel_side(self, country: str) -> str | None:
        """Return the one side that all rebel groups at home in a country are on, None for several."""
        rebels = self._rebels.get(country, ())
        sides = {self.entries[key].side for key in rebels if self.exists(key) is Standing.THERE}
        return next(iter(sides)) if len(sides) == 1 else None

    def name_period(self, key: str, name: str) -> Spell | None:
        """Return when an actor had a name that it had for a time, None for its other names."""
        row, folded = self.entries.get(key), fold_name(name)
        called = row.called if row is not None else ()
        return next((spell for spell in called if fold_name(spell.value) == folded), None)

    def incumbent(self, of: str, office: str) -> Holder | None:
        """Return the one person who held an office on the days of the register; None without any days."""
        if self.period is None:
            return None
        sat = self._seats.get((of, office), ())
        held = {
            h.key: h for h in sat if any((t.of, t.office) == (of, office) for t in in_office(h, self.period))
        }
        return holder_on(next(iter(held.values())), self.period) if len(held) == 1 else None

    def sits(self, holder: Holder) -> bool:
        """Say whether a person held an office on the days of the register; False without any days."""
        return self.period is not None and bool(in_office(holder, self.period))

    def holder(self, key: str) -> Holder | None:
        """Return an office holder by key, in the office of the days of the register."""
        found = self.holders.get(key)
        return found if found is None or self.period is None else holder_on(found, self.period)

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
        if not any(w.capital or w.uncased for w in picked):
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
            found = self.entries[key]
            return found if self.period is None else entry_on(found, self.period)
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
        """Return the office holders whose folded name ends in this word, by key, in the offices of then."""
        found = self._surnames.get(surname, ())
        return found if self.period is None else tuple(holder_on(h, self.period) for h in found)
