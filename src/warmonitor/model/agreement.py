"""Deals: what a report says of one, and what the reports together tell of it, its posts and its breaches."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from warmonitor.model.claim import Agreed, Named
from warmonitor.model.span import Quote, Span
from warmonitor.model.when import When


class DealAct(StrEnum):
    """What is told of a deal; `told` is where it is only referred to, or its terms are given."""

    PROPOSED = "proposed"
    REJECTED = "rejected"
    SIGNED = "signed"
    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    KEPT = "kept"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    ENDED = "ended"
    BROKEN = "broken"
    TOLD = "told"


class DealKind(StrEnum):
    """What a deal is about."""

    CEASEFIRE = "ceasefire"
    PAUSE = "humanitarian pause"
    ZONE = "de-escalation zone"
    CORRIDOR = "corridor"
    PRISONERS = "prisoner exchange"
    EVACUATION = "evacuation"
    SURRENDER = "surrender"
    WITHDRAWAL = "withdrawal"
    DISENGAGEMENT = "disengagement"
    EXPORT = "export corridor"
    PEACE = "peace"
    OTHER = "other"


class CeasefireClass(StrEnum):
    """How far a ceasefire goes: no more than a stop, one with a way to see to it, one that settles."""

    CESSATION = "cessation of hostilities"
    PRELIMINARY = "preliminary"
    DEFINITIVE = "definitive"


class ProvisionKind(StrEnum):
    """What a term of a deal lays down."""

    CESSATION = "cessation of hostilities"
    HEAVY_WEAPONS = "withdrawal of heavy weapons"
    FORCES = "withdrawal of forces"
    ZONE = "demilitarised zone"
    PRISONERS = "prisoners"
    ACCESS = "access"
    EVACUATION = "evacuation"
    MONITORING = "monitoring"
    DISARMAMENT = "disarmament"
    GROUND = "handover of ground"
    RETURN = "return of the displaced"
    EXPORTS = "exports"
    POLITICAL = "political steps"
    OTHER = "other"


class PostState(StrEnum):
    """How a post stands, as one claim tells it."""

    KEPT = "kept"
    BUILT = "built"
    REINFORCED = "reinforced"
    SURROUNDED = "surrounded"
    SHELLED = "shelled"
    EVACUATED = "evacuated"


@dataclass(frozen=True, slots=True)
class Provision:
    """One term as a report words it: the stretch of text, who must do it, by when."""

    kind: ProvisionKind
    span: Span
    by: Named | None = None
    until: When | None = None


@dataclass(frozen=True, slots=True)
class Deal(Agreed):
    """What a claim says of a deal; for `broken` the parties are those said to have broken it.

    `provisions` are terms laid down, or for `broken` the deeds said to break it, each by the kind of term
    that it breaks; `lasts` are the words for how long it runs; `count` is a number of breaches told.
    """

    act: DealAct = DealAct.TOLD
    kind: DealKind = DealKind.OTHER
    name: str | None = None
    brokers: tuple[Named, ...] = ()
    guarantors: tuple[Named, ...] = ()
    monitors: tuple[Named, ...] = ()
    provisions: tuple[Provision, ...] = ()
    ceasefire: CeasefireClass | None = None
    lasts: str | None = None
    until: When | None = None
    made: When | None = None
    count: int | None = None

    def names(self) -> tuple[Named, ...]:
        """Return parties, brokers, guarantors, monitors, then who must do what."""
        bound = (term.by for term in self.provisions if term.by is not None)
        return (*self.parties, *self.brokers, *self.guarantors, *self.monitors, *bound)

    def renamed(self, names: Sequence[Named]) -> "Deal":
        """Return the same with other names for everybody."""
        given = iter(names)
        roles = [tuple(islice(given, len(part))) for part in self._roles()]
        terms = tuple(replace(term, by=term.by and next(given)) for term in self.provisions)
        return replace(
            self,
            parties=roles[0],
            brokers=roles[1],
            guarantors=roles[2],
            monitors=roles[3],
            provisions=terms,
        )

    def _roles(self) -> tuple[tuple[Named, ...], ...]:
        return self.parties, self.brokers, self.guarantors, self.monitors


@dataclass(frozen=True, slots=True)
class Post(Agreed):
    """A post that somebody keeps (the party), what sort of post, how it stands, how many they are."""

    sort: str = ""
    state: PostState = PostState.KEPT
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a deal with every wording of it; `by` are those who must do it."""

    kind: ProvisionKind
    quotes: tuple[Quote, ...]
    by: tuple[str, ...] = ()
    until: When | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """What became of a deal at one time, by which claims, and which claims deny it."""

    act: DealAct
    when: When
    claims: tuple[str, ...]
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach that somebody tells of: by whom, of which term, by which claims, and who denies it.

    `deeds` are claims of force, ground or access made by the same words; `count` is the number of breaches
    told; `because` says what ties it to the term. A breach that is only denied has no claims.
    """

    id: str
    by: tuple[str, ...]
    term: ProvisionKind | None
    when: When
    place: str | None = None
    claims: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    count: int | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class PostTelling:
    """How a post stood at one time, by which claims, and which claims deny it."""

    state: PostState
    when: When
    claims: tuple[str, ...]
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPost:
    """The posts of one owner at one place over time; `state` is the last told, None where all is denied.

    `owner` is an Actor id or the words of the text; `agreement` the one deal that it is kept under.
    """

    id: str
    place: str
    owner: str
    sort: str
    number: int | None
    state: PostState | None
    tellings: tuple[PostTelling, ...]
    agreement: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A deal as the reports tell of it; posts and violations are claim ids.

    `when` is when it was made; `state` the last thing told of it, `disputed` whether claims deny that it
    was made; `violations` are the claims that say it was broken; `because` says why the claims
    are of one deal.
    """

    id: str
    parties: tuple[str, ...]
    when: When
    guarantors: tuple[str, ...] = ()
    zone: str | None = None
    terms: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    kind: DealKind = DealKind.OTHER
    names: tuple[str, ...] = ()
    brokers: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    ceasefire: CeasefireClass | None = None
    in_force: When | None = None
    until: When | None = None
    lasts: tuple[str, ...] = ()
    provisions: tuple[Term, ...] = ()
    breaches: tuple[Breach, ...] = ()
    phases: tuple[Phase, ...] = field(default_factory=tuple)
    state: DealAct = DealAct.TOLD
    disputed: bool = False
    because: str = ""
