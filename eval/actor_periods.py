"""Score actors by day: whether a name leads to the actor that it meant on the day of its report.

The questions stand in `actor_periods.tsv`, which says how they were made. Each is asked as the speaker of one
sentence in a report on its country, dated that day. Right is the actor itself, known or found to be none of
the register's; open is no actor, a new one, or one that only belongs to the right one's body; else wrong.
`forced` is the share of names of nobody known that were given a registered actor all the same.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warmonitor.model import (
    Actor,
    ActorStatus,
    Attribution,
    Claim,
    ClaimKind,
    Dated,
    DatedHow,
    Named,
    Report,
    Span,
)
from warmonitor.reference.actors import fold_name, load_actors
from warmonitor.stages.ground.actors import actor_id, entry_key, ground_actors

DATA = ()
FLOORED = ("right", "held.right")
QUESTIONS = Path(__file__).parent / "actor_periods.tsv"
HELD = Path(__file__).parent / "actor_periods_held.tsv"
_NOBODY = "-"


@dataclass(frozen=True)
class Question:
    """Who `name` means in a report on `country` of a day; `key` is the register's, "-" for nobody known."""

    name: str
    country: str
    day: date
    key: str


def score(_: Path | None = None) -> dict[str, float]:
    """Return the shares right, wrong and open of all questions, and forced of those about nobody known.

    Those of the part held out stand under "held.".
    """
    return _shares(QUESTIONS) | {f"held.{name}": share for name, share in _shares(HELD).items()}


def _shares(table: Path) -> dict[str, float]:
    marks = [(question, mark) for question, mark, _ in marked(table)]
    unknown = [mark for question, mark in marks if question.key == _NOBODY]
    shares = {mark: sum(m == mark for _, m in marks) / len(marks) for mark in ("right", "wrong", "open")}
    return {**shares, "forced": unknown.count("wrong") / len(unknown), "names": float(len(marks))}


def questions(path: Path = QUESTIONS) -> list[Question]:
    """Read the table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Question(name, country, date.fromisoformat(day), key) for name, country, day, key in rows]


def marked(table: Path = QUESTIONS) -> Iterator[tuple[Question, str, Named]]:
    """Yield each question with its mark and the name as grounded."""
    for question in questions(table):
        text = f"In {question.country}, {question.name} said on Monday that the fighting had not stopped."
        start = text.index(question.name, len("In " + question.country))
        named = Named(question.name, Span(start, start + len(question.name)))
        dated = Dated(question.day, question.day, DatedHow.STATED)
        report = Report("report-a", "a", "0" * 64, text, dated=dated)
        claim = Claim("claim-a", report.id, ClaimKind.STATEMENT, named.span, (Attribution(named),))
        claims, actors = ground_actors([report], [claim], load_actors())
        found = claims[0].attribution[0].speaker
        yield question, _mark(question, found, {a.id: a for a in actors}), found


def _mark(question: Question, found: Named, by_id: dict[str, Actor]) -> str:
    actor = by_id.get(found.id or "")
    if question.key == _NOBODY:
        return "wrong" if actor is not None and actor.status is ActorStatus.KNOWN else "right"
    if actor is not None and actor.id == actor_id(_key(question.key)):
        return "right"
    return "wrong" if actor is not None and actor.status is ActorStatus.KNOWN else "open"


def _key(key: str) -> str:
    """Return the key of an actor; a person's name is folded as names are."""
    kind, _, name = key.partition(":")
    return f"person:{' '.join(fold_name(name))}" if kind == "person" else entry_key(key)


if __name__ == "__main__":
    if "--misses" in sys.argv:
        for asked, mark, name in marked():
            if mark != "right":
                print(
                    mark, asked.name, asked.country, asked.day, asked.key, name.name, name.because, sep=" | "
                )
    print(json.dumps({k: round(v, 3) for k, v in score().items()}))
