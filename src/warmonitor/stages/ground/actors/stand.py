"""What words stand for, and where in a report they do: the small records of actor grounding."""

from dataclasses import dataclass, replace

from warmonitor.model import ActorKind
from warmonitor.reference.actors import ActorRegister, Entry, Holder, Period

ARMED = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)

FORCEFUL = ARMED | {
    ActorKind.STATE_FORCES,
    ActorKind.EXTERNAL,
    ActorKind.GOVERNMENT,
    ActorKind.UNKNOWN,
    ActorKind.PERSON,
}


@dataclass(frozen=True, slots=True)
class Stand:
    """An actor as one report has it; `key` is the same in every report that means the same.

    `parent` is the key of the actor it speaks or fights for; keys start with what they are: a register
    key after "reg:", "state:", "nation:" (a state the register lacks), "person:", "name:"
    (a new name), "generic:", "unit:", "unnamed:". `backers` are register keys; `day` is the last day that
    side and backers are those of, "" where they never changed.
    """

    key: str
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    side: str | None = None
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None
    because: str = ""
    backers: tuple[str, ...] = ()
    day: str = ""

    @property
    def state(self) -> bool:
        """Say whether it is a state as a whole."""
        return self.key.startswith(("state:", "nation:")) and "/" not in self.key

    @property
    def organisation(self) -> bool:
        """Say whether it is a named body: a state, an institution, a group, a monitor."""
        return self.key.startswith(("reg:", "state:", "nation:", "name:"))

    @property
    def forceful(self) -> bool:
        """Say whether it can have fighters: a state, an armed group, forces of either, a person who leads."""
        return self.state or self.kind in FORCEFUL

    @property
    def named_group(self) -> bool:
        """Say whether it is a named armed group that is no state."""
        return self.key.startswith(("reg:", "name:")) and self.kind in ARMED

    def why(self, because: str) -> "Stand":
        """Return the same with the reason given."""
        return replace(self, because=because)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (both included) of a report that stand for an actor.

    `name_first` is where the name itself starts, after titles; `gender` is "he", "she" or ""; `human`
    marks somebody without a name.
    """

    first: int
    last: int
    stand: Stand
    name_first: int
    plural: bool = False
    gender: str = ""
    speaks: bool = False
    subject: bool = False
    modifier: bool = False
    human: bool = False

    @property
    def person(self) -> bool:
        """Say whether it is a person."""
        return self.stand.kind is ActorKind.PERSON


@dataclass(frozen=True, slots=True)
class Asked:
    """Words `first` to `last` of a reading to resolve; `speaker` is whose quotation they stand in."""

    first: int
    last: int
    speaking: bool = False
    speaker: Stand | None = None


def entry_key(key: str) -> str:
    """Return the stand's key of a register key."""
    return key if key.startswith(("state:", "person:")) else f"reg:{key}"


def register_key(key: str) -> str:
    """Return the register's key of a stand's key."""
    return key.removeprefix("reg:")


def stand_of_entry(entry: Entry, because: str, period: Period | None = None) -> Stand:
    """Return what a register entry is to a report."""
    return Stand(
        entry_key(entry.key),
        entry.name,
        entry.kind,
        entry.side,
        entry.countries[0] if entry.countries else None,
        entry_key(entry.parent) if entry.parent else None,
        entry.wikidata,
        because,
        entry.backers,
        period.last if period is not None and entry.turns else "",
    )


def stand_of_holder(holder: Holder, because: str) -> Stand:
    """Return what an office holder of the register is to a report."""
    return Stand(
        holder.key,
        holder.name,
        ActorKind.PERSON,
        country=holder.country,
        parent=entry_key(holder.of),
        because=because,
    )


def look_up(register: ActorRegister, key: str, because: str) -> Stand | None:
    """Return the stand of a key that the register knows, None for any other."""
    plain = register_key(key)
    holder = register.holder(plain)
    if holder is not None:
        return stand_of_holder(holder, because)
    entry = register.entry(plain)
    return stand_of_entry(entry, because, register.period) if entry else None
