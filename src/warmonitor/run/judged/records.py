"""Judgements in force, by their subjects, and the minutes of applying them: what they bear on, what waits."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from warmonitor.model import Bearing, Cited, Held, Issue, Judged, Verdict

_SHOWN = 80  # characters of words shown


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements that stand, in the order in which they were made."""

    held: tuple[Held, ...] = ()

    def of(self, kind: Judged) -> list[list[Held]]:
        """Return those of one kind of subject, a list for each subject, by when it was last judged."""
        found: dict[str, list[Held]] = {}
        for one in self.held:
            if one.judgement.subject.kind is kind:
                found[one.judgement.subject.key] = [*found.pop(one.judgement.subject.key, []), one]
        return list(found.values())

    def last(self, kind: Judged) -> list[Held]:
        """Return the last of each subject of one kind that changes it, in the order of the chain."""
        changing = (
            [one for one in told if one.judgement.verdict is not Verdict.ACCEPT] for told in self.of(kind)
        )
        return [told[-1] for told in changing if told]


NONE = Judgements()


@dataclass(slots=True)
class Minutes:
    """What judgements bear on in one account, and those that wait to be made again."""

    bearings: list[Bearing] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def bear(self, held: Held, records: Iterable[str], was: str = "") -> None:
        """Note that a judgement bears on some records of the kind that it is of."""
        made = held.judgement
        self.bearings += [
            Bearing(*_of(held, one), held.id, made.verdict, made.by, made.when, was) for one in records
        ]

    def wait(self, held: Held, item: str, why: str) -> None:
        """Note that a judgement cannot be applied, and is asked for again."""
        made = held.judgement
        said = f"A judgement by {made.by} ({made.verdict}, {held.id}) waits to be made again: {why}."
        self.issues.append(Issue("judgement-open", item, said))


def _of(held: Held, record: str) -> tuple[Judged, str, str, int]:
    subject = held.judgement.subject
    return subject.kind, record, subject.key, held.version


def shown(cited: Cited) -> str:
    """Return the words of a claim as a sentence shows them."""
    words = " ".join(cited.words.split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[:_SHOWN].rstrip()} …”"
