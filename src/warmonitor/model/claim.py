"""Who says that what: the claim, with its speaker, stance, numbers, time and place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from warmonitor.model.span import Span
from warmonitor.model.when import When


class ClaimKind(StrEnum):
    """What a claim is about."""

    TOLL = "toll"
    CONTROL = "control"
    ATTACK = "attack"
    MOVEMENT = "movement"
    AGREEMENT = "agreement"
    POST = "post"
    ACCESS = "access"
    STATEMENT = "statement"
    EVENT = "event"
    ALLIANCE = "alliance"


class Stance(StrEnum):
    """How the speaker stands to it; `alleged` is where the outlet distances itself."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ALLEGED = "alleged"


class Modality(StrEnum):
    """Whether it happened, is meant to happen, or may."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Blame(StrEnum):
    """How sure a text is that somebody did it, as MUC-4 grades it.

    `CLAIMED` is where they say so themselves, `POSSIBLE` where they are named but not blamed, `ACQUITTED`
    where it is denied that it was them.
    """

    FACT = "reported as fact"
    CLAIMED = "claimed or admitted"
    SUSPECTED = "suspected or accused"
    BY_AUTHORITIES = "suspected or accused by authorities"
    POSSIBLE = "possible"
    ACQUITTED = "acquitted"


class Measure(StrEnum):
    """What a toll counts people for."""

    KILLED = "killed"
    INJURED = "injured"
    DISPLACED = "displaced"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    REMAINING = "remaining"
    POPULATION = "population"


class Scope(StrEnum):
    """What a count stands for among all people hit: everybody, some, more of them, or what was thought first.

    `some` is a group, a share or people named; `added` comes on top of those counted before ("another
    three"); `replaced` is a count that the text itself says has since changed ("initially", "up from 9").
    """

    TOTAL = "total"
    SOME = "some"
    ADDED = "added"
    REPLACED = "replaced"


class Change(StrEnum):
    """What happens to the control of a place, seen from the party named; `relieved` ends a siege."""

    HOLDS = "holds"
    GAINED = "gained"
    LOST = "lost"
    ENTERED = "entered"
    CONTESTED = "contested"
    SURROUNDED = "surrounded"
    CUT_OFF = "cut_off"
    RELIEVED = "relieved"


@dataclass(frozen=True, slots=True)
class Named:
    """A name or a description as written, and, once grounded, what it stands for.

    `said` are the words in the text at `span`; `name` is the resolved name; `id` that of a Place or an
    Actor; `precision` is a PlacePrecision's word, for places; `because` is the reason, in one clause.
    """

    said: str
    span: Span
    name: str | None = None
    id: str | None = None
    precision: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker in the chain of a claim; `via` is the agency or outlet that was told."""

    speaker: Named
    via: Named | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of people: bounds that the words give; None is an end left open, never zero."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    approximate: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people were killed, hurt, driven out; `of` are the people counted, in plain words.

    `named` are those of them whom the text names; `scope` says whether the number is a running total.
    """

    measure: Measure
    of: str
    quantity: Quantity
    perpetrator: Named | None = None
    part_of: str | None = None
    named: tuple[Named, ...] = ()
    scope: Scope = Scope.TOTAL


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds, gains, loses or surrounds a place; `counterparty` is the other side of it."""

    change: Change
    party: Named | None = None
    counterparty: Named | None = None


@dataclass(frozen=True, slots=True)
class Attack:
    """A happening in ACLED's event and sub-event types: who did it, to whom or what, by what means.

    Claims of kind attack tell of a use of force, those of kind event of anything else that ACLED codes:
    protests, arrests, weapons found, property destroyed, changes to a group. `blame` says how sure it is
    that the perpetrator of an attack did it; None where none is named.
    """

    type: str
    sub_type: str
    perpetrator: Named | None = None
    target: Named | None = None
    weapon: str | None = None
    blame: Blame | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Parties with what they agreed, keep, move or open; deals and posts say more (`Deal`, `Post`)."""

    parties: tuple[Named, ...] = ()
    terms: str | None = None

    def names(self) -> tuple[Named, ...]:
        """Return everybody named, in the order that `renamed` takes them."""
        return self.parties

    def renamed(self, names: Sequence[Named]) -> "Agreed":
        """Return the same with other names for everybody."""
        return replace(self, parties=tuple(names))


class Bond(StrEnum):
    """How a party stands to its counterparty: backed by it, allied with it, part of it, split from it.

    `formerly` is where the counterparty is the name that the party had before, `affiliate` where it counts
    itself to a wider body, `pledged` where it has sworn allegiance to one.
    """

    BACKED = "backed by"
    ARMED = "armed by"
    ALLIED = "allied with"
    JOINED = "joined"
    SPLIT = "split from"
    FORMERLY = "formerly"
    AFFILIATE = "affiliate of"
    PLEDGED = "pledged allegiance to"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How one actor stands to another, as somebody tells it; read "party, bond, counterparty".

    `means` are the words for what it is backed or armed with; `ended` is where the bond is said to be over.
    """

    bond: Bond
    party: Named
    counterparty: Named
    means: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a report says, or says that somebody says.

    `quote` is the stretch of the report's text that says it; `attribution` is empty where the outlet
    speaks in its own voice, else nearest speaker first; `restated` are further stretches of the same
    report in which the same speaker says the same again. `detail` fits the kind: Toll, Control, Attack
    (attack and event), Agreed (agreement and post), Alignment (alliance), else None.
    """

    id: str
    report: str
    kind: ClaimKind
    quote: Span
    attribution: tuple[Attribution, ...] = ()
    stance: Stance = Stance.ASSERTED
    modality: Modality = Modality.ACTUAL
    when: When = field(default_factory=When)
    where: tuple[Named, ...] = ()
    detail: Toll | Control | Attack | Agreed | Alignment | None = None
    restated: tuple[Span, ...] = ()
