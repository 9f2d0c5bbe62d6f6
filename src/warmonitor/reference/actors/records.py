"""What the register holds: actors, offices, countries and the words that describe actors."""

from dataclasses import dataclass, field

from warmonitor.model import ActorKind


@dataclass(frozen=True, slots=True)
class Spell:
    """What held from `since` to `until`, both ISO years, months or days and included; None is an open end."""

    value: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor; `parent` is the key of the actor that it belongs to, `backers` of those who back it.

    `since` and `until` are ISO years, months or days; `countries` are ISO 3166-1 alpha-2 codes of the
    theatres that it acts in, the first its home. Kind, side, parent and backers are the last of their
    periods (`kinds`, `sides`, `parents`, `sponsors`). `names` are by language (ISO 639-1), `called` names
    that it had for a time; `split_from` and `merged_into` are keys with the day of it.
    """

    key: str
    name: str
    kind: ActorKind
    side: str | None = None
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    parent: str | None = None
    backers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    called: tuple[Spell, ...] = ()
    kinds: tuple[Spell, ...] = ()
    sides: tuple[Spell, ...] = ()
    parents: tuple[Spell, ...] = ()
    sponsors: tuple[Spell, ...] = ()
    split_from: tuple[Spell, ...] = ()
    merged_into: tuple[Spell, ...] = ()

    @property
    def turns(self) -> bool:
        """Say whether kind, side, parent or backers were others at other times."""
        spells = (*self.kinds, *self.sides, *self.parents, *self.sponsors)
        return any(spell.since or spell.until for spell in spells)

    def kind_of(self, word: str | None) -> ActorKind:
        """Return the kind of a word, the actor's own where there is none."""
        return self.kind if word is None else ActorKind(word)


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office: `of` is the key of the actor that the office speaks for."""

    office: str
    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a public office, by the last of the `terms` served in one or several."""

    key: str
    name: str
    office: str
    of: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its names, adjectives and the metonyms that its government is called by."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        """Return the adjective that names are made with, the country's name where it has none."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class Institution:
    """A part of a state that speaks or acts as itself; `offices` are the titles of who heads it."""

    key: str
    name: str
    kind: ActorKind
    words: tuple[str, ...]
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generic:
    """A side without a name: "rebels" and what else it is called."""

    name: str
    side: str | None
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that head descriptions, each folded and joined by single spaces.

    `bounds` end a noun phrase on its left, `not_names` start no name, `common` are no part of one.
    """

    forces: frozenset[str]
    state_forces: frozenset[str]
    government: frozenset[str]
    government_words: frozenset[str]
    pro_government: frozenset[str]
    loyalists: frozenset[str]
    unnamed: frozenset[str]
    speakers: frozenset[str]
    reporters: frozenset[str]
    papers: frozenset[str]
    channels: frozenset[str]
    units: frozenset[str]
    speech: frozenset[str]
    stops: frozenset[str]
    determiners: frozenset[str]
    titles: frozenset[str]
    organisation_words: frozenset[str]
    peoples: frozenset[str]
    civilians: frozenset[str]
    humans: frozenset[str]
    generics: dict[str, Generic] = field(default_factory=dict)
    groups: dict[str, tuple[ActorKind, ...]] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)
    name_kinds: dict[str, ActorKind] = field(default_factory=dict)
    bounds: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tables:
    """All that a register holds; `aliases` maps folded names to keys, 1 where capitals are needed.

    `sounds` maps skeletons to keys, `states` folded names to (ISO code, "country" | "adjective" | "capital").
    """

    entries: dict[str, Entry]
    holders: dict[str, Holder]
    countries: dict[str, Country]
    institutions: dict[str, Institution]
    lexicon: Lexicon
    aliases: dict[str, dict[str, int]]
    sounds: dict[str, list[str]]
    states: dict[str, tuple[str, str]]
