"""Score casualties: the range of killed and injured of one incident beside the range that an analyst gave.

Each incident's narrative is read as one report of the incident's day. The program's answer is the range of
casualties of the report's lead event: the first told of those whose dead, or hurt, are counted. An end that
every source leaves open is taken for the highest number named, as the analysts do ("at least 5" is 5-5). Each
narrative is read twice: whole (`all`) and without its first paragraph, which says the analyst's own range
(`cut`). Rules were tuned on the half of the incidents whose code has an even hash; measures that start with
`held.` are those of the other half.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from warmonitor.language.en.parser import Parser, load_parser
from warmonitor.model import Casualties, Dated, DatedHow, Event, Measure, Report
from warmonitor.reference.actors import ActorRegister, load_actors
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.extract import extract
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

DATA = ("airwars_gaza.jsonl.gz",)
FLOORED = (
    "all.killed.range", "all.killed.upper", "all.injured.range", "all.injured.upper",
    "cut.killed.range", "cut.killed.upper", "cut.injured.range", "cut.injured.upper",
)  # fmt: skip
MEASURES = (Measure.KILLED, Measure.INJURED)
READINGS = {"all": 0, "cut": 1}  # paragraphs left out at the start


@dataclass(frozen=True)
class Reader:
    """What reading needs, loaded once."""

    parser: Parser
    gazetteer: Gazetteer
    actors: ActorRegister

    @classmethod
    def load(cls) -> "Reader":
        """Load the parser, the gazetteer and the register of actors."""
        return cls(load_parser(), load_gazetteer(), load_actors())

    def events(self, report: Report) -> list[Event]:
        """Return the events of an account of one report, in the order in which it tells of them."""
        claims, places = ground_places([report], extract(report, self.parser), self.gazetteer)
        claims, actors = ground_actors([report], claims, self.actors)
        grouped = group(claims, [report], places, actors)
        made = reconcile(grouped.claims, grouped.events, [report], [], places, actors).events
        start = {claim.id: claim.quote.start for claim in grouped.claims}
        return sorted(made, key=lambda event: min(start[claim] for claim in event.claims))


@dataclass(frozen=True)
class Answer:
    """One range of one incident: what the analyst gives, what the program gives."""

    code: str
    reading: str
    measure: Measure
    asked: tuple[int, int]
    got: tuple[int, int] | None

    @property
    def right(self) -> bool:
        """Say whether the whole range is the analyst's."""
        return self.got == self.asked

    @property
    def upper(self) -> bool:
        """Say whether the upper end is the analyst's."""
        return self.got is not None and self.got[1] == self.asked[1]


def score(data: Path) -> dict[str, float]:
    """Return the shares of incidents whose range, and whose upper end, is exactly the analyst's."""
    answers = list(read_answers(data))
    found: dict[str, float] = {"incidents": len({one.code for one in answers})}
    for prefix, kept in (("", answers), ("held.", [one for one in answers if not tuned_on(one.code)])):
        for reading in READINGS:
            for measure in MEASURES:
                mine = [one for one in kept if one.reading == reading and one.measure is measure]
                name = f"{prefix}{reading}.{measure}"
                found[f"{name}.range"] = sum(one.right for one in mine) / max(len(mine), 1)
                found[f"{name}.upper"] = sum(one.upper for one in mine) / max(len(mine), 1)
    return found


def tuned_on(code: str) -> bool:
    """Say whether an incident was looked at while rules were made: by the parity of its code's hash."""
    return int(hashlib.sha256(code.encode()).hexdigest(), 16) % 2 == 0


def read_answers(data: Path, reader: Reader | None = None) -> Iterator[Answer]:
    """Read every incident in both ways, and yield what was asked beside what was read."""
    reader = reader or Reader.load()
    for row in _rows(data):
        for reading, cut in READINGS.items():
            events = reader.events(_report(row, cut))
            for measure in MEASURES:
                if row[measure]:
                    low, high = row[measure]
                    yield Answer(row["code"], reading, measure, (low, high), casualties(events, measure))


def _rows(data: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(data / DATA[0], "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _report(row: dict[str, Any], cut: int) -> Report:
    day = date.fromisoformat(row["day"])
    dated = Dated(day, day, DatedHow.STATED, "the day of the incident")
    text = "\n\n".join(row["narrative"][cut:])
    return Report(f"report-{row['code']}-{cut}", row["code"], "", text, language="en", dated=dated)


def casualties(events: list[Event], measure: Measure) -> tuple[int, int] | None:
    """Return the range of the event that is told first among those that give one."""
    counted = (one for event in events for one in event.casualties if one.measure is measure)
    first = next(counted, None)
    return _closed(first) if first is not None else None


def _closed(found: Casualties) -> tuple[int, int] | None:
    ends = [end for end in (found.low, found.high) if end is not None]
    return (ends[0], ends[-1]) if ends else None


def main() -> None:
    """Print the measures; with `--misses`, the tuning half's wrong ranges by code."""
    parser = argparse.ArgumentParser(prog="python -m eval.airwars_gaza")
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    if given.misses:
        for one in read_answers(given.data):
            if tuned_on(one.code) and not one.right:
                print(one.code, one.reading, one.measure.value, "asked", one.asked, "got", one.got)
    else:
        print(json.dumps(score(given.data), indent=2))


if __name__ == "__main__":
    main()
