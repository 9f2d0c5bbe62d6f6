"""What reviewers judge: by whom, when and why; it is added to what was read, and changes none of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warmonitor.model.claim import Change, ClaimKind, Measure, Modality, Scope, Stance
from warmonitor.model.figure import Rule
from warmonitor.model.names import Actor, Place


class Judged(StrEnum):
    """What can be judged."""

    REPORT = "report"
    CLAIM = "claim"
    PLACE = "place"
    ACTOR = "actor"
    EVENT = "event"
    FIGURE = "figure"


class Verdict(StrEnum):
    """What a reviewer says of it."""

    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    RULE = "rule"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """A claim as the reviewer saw it: by what it is found again once its report is read anew.

    `words` are those of its quote, at code points `start` to `end`; `tells` is what it told there, for claims
    of one kind that stand in the same words.
    """

    report: str
    kind: ClaimKind
    words: str
    start: int
    end: int
    claim: str = ""
    tells: str = ""


@dataclass(frozen=True, slots=True)
class CountedAs:
    """A figure as the reviewer saw it: its measure, people, Place id, and days."""

    measure: str
    of: str
    place: str | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: one record by its id in the account, or a pair of them.

    `cited` are claims by which it is found again: the claim itself; the claim in which a place or an actor is
    named; claims of an event or a figure. `others` are those of `other`; of one event alone, those that are
    to leave it.
    """

    kind: Judged
    id: str
    other: str | None = None
    cited: tuple[Cited, ...] = ()
    others: tuple[Cited, ...] = ()
    figure: CountedAs | None = None

    @property
    def key(self) -> str:
        """Return what tells it from other subjects, whichever of a pair is named first."""
        pair = sorted(filter(None, (self.id, self.other)))
        if self.other is None and self.kind in {Judged.PLACE, Judged.ACTOR, Judged.EVENT}:
            claims = self.others if self.kind is Judged.EVENT else self.cited
            pair += [one.claim for one in claims[:1]]
        return ":".join((self.kind.value, *pair))


@dataclass(frozen=True, slots=True)
class Amended:
    """Fields of a claim given otherwise; None leaves one as it was read, `cleared` names those left open.

    `place` is a Place id; `speaker`, `party`, `counterparty`, `perpetrator` and `target` are Actor ids.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    approximate: bool | None = None
    measure: Measure | None = None
    of: str | None = None
    scope: Scope | None = None
    stance: Stance | None = None
    modality: Modality | None = None
    earliest: date | None = None
    latest: date | None = None
    place: str | None = None
    speaker: str | None = None
    party: str | None = None
    counterparty: str | None = None
    perpetrator: str | None = None
    target: str | None = None
    change: Change | None = None
    type: str | None = None
    sub_type: str | None = None
    cleared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rule by which a figure is shown; `claim` is the one that counts where it is one claim."""

    rule: Rule
    claim: Cited | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that a reviewer says of a subject: by whom, when (UTC, ISO 8601) and why.

    `version` is that of the subject which the reviewer saw: how many judgements of it there were. `seen` are
    the places and actors that it speaks of, as they stood. `undoes` is the id of the judgement of the same
    subject that is taken back.
    """

    subject: Subject
    verdict: Verdict
    by: str
    when: str
    why: str = ""
    version: int = 0
    amended: Amended | None = None
    ruled: Ruled | None = None
    undoes: str | None = None
    seen: tuple[Place | Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A judgement that was kept, by its id; `version` is that of the subject once it was."""

    id: str
    judgement: Judgement
    version: int
    in_force: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Bearing:
    """A judgement that bears on a record of the account: by whom, when, of which subject by its key.

    `version` is that of the subject once it was judged so; `was` is what the record gave before where the
    judgement changed it, in words.
    """

    kind: Judged
    record: str
    subject: str
    version: int
    judgement: str
    verdict: Verdict
    by: str
    when: str
    was: str = ""
