"""Score kinds of event: weighted F1 over ACLED's sub-event types on snippets of news.

    python -m eval.case2021 DIR [--misses]

Each snippet is read as a report of its own, from text to events. What it is told to be is the sub-type of
its main event: the one that ACLED's rules rank first, then the one told first. Classes outside ACLED
(diplomacy, disasters, crime, who is behind it) count as "none": an event told there is a false positive of
its sub-type. The file has no training part: rules were tuned on it, so it is a dev set.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Claim, Event, Report, make_id
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.stages.extract import extract
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places
from warmonitor.stages.group import group
from warmonitor.stages.group.happenings import rank

DATA = ("case2021_task2.tsv",)
FLOORED = ("weighted_f1", "macro_f1")
NONE = "none"
# What a snippet about who takes it on is about, in this set's own class for it, which ACLED does not have.
_RESPONSIBLE = re.compile(r"\bclaim\w*( \w+)? responsibility\b")
ACLED = {
    "ARMED_CLASH": "Armed clash",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "CHEM_WEAP": "Chemical weapon",
    "AIR_STRIKE": "Air/drone strike",
    "SUIC_BOMB": "Suicide bomb",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "GRENADE": "Grenade",
    "SEX_VIOL": "Sexual violence",
    "ATTACK": "Attack",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "PEACE_PROTEST": "Peaceful protest",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MOB_VIOL": "Mob violence",
    "AGREEMENT": "Agreement",
    "ARREST": "Arrests",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "DISR_WEAP": "Disrupted weapons use",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One snippet: what it is said to be, what the program told, and its number in the file."""

    number: str
    gold: str
    told: str


def score(data: Path) -> dict[str, float]:
    """Return weighted and macro F1 over ACLED's sub-types in `case2021_task2.tsv`, and each one's F1."""
    read = list(_read(data))
    by_type = {kind: _f1(kind, read) for kind in sorted(set(ACLED.values()))}
    support = Counter(one.gold for one in read if one.gold != NONE)
    asked = [kind for kind in by_type if support[kind]]
    weighted = sum(by_type[kind] * support[kind] for kind in asked) / support.total()
    return {
        "weighted_f1": weighted,
        "macro_f1": sum(by_type[kind] for kind in asked) / len(asked),
        **{f"f1 {kind}": by_type[kind] for kind in asked},
        "snippets": float(len(read)),
    }


def main_sub_type(text: str, key: str) -> str:
    """Return the sub-type of the main event that the program reads in a text, "none" where it reads none."""
    report = Report(make_id("report", key), key, key, text, language="en")
    claims = extract(report, load_parser())
    starts = {claim.id: claim.quote.start for claim in claims}
    events = _grouped(report, claims)
    first = {event.id: min(starts.get(claim, len(text)) for claim in event.claims) for event in events}
    main = min(events, key=lambda one: (rank(one.sub_type or ""), first[one.id], one.id), default=None)
    return NONE if main is None or _RESPONSIBLE.search(text) else main.sub_type or NONE


def _grouped(report: Report, claims: list[Claim]) -> list[Event]:
    claims, places = ground_places([report], claims, load_gazetteer())
    claims, actors = ground_actors([report], claims, load_actors())
    return group(claims, [report], places, actors).events


@cache
def _read(data: Path) -> tuple[Told, ...]:
    return tuple(
        Told(row["id"], ACLED.get(row["SubType"], NONE), main_sub_type(row["EventSnippet"], row["id"]))
        for row in _rows(data)
    )


def _rows(data: Path) -> Iterator[dict[str, str]]:
    with (data / DATA[0]).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _f1(kind: str, read: list[Told]) -> float:
    hits = sum(one.gold == one.told == kind for one in read)
    named = sum(one.gold == kind for one in read) + sum(one.told == kind for one in read)
    return 2 * hits / named if named else 0.0


def main() -> None:
    """Print the measures, and with `--misses` which kinds are taken for which, with the snippets' numbers."""
    parser = argparse.ArgumentParser(prog="python -m eval.case2021")
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    for measure, value in score(given.data).items():
        print(f"{measure:42} {value:8.4f}")
    if given.misses:
        wrong: dict[tuple[str, str], list[str]] = {}
        for one in _read(given.data):
            if one.gold != one.told:
                wrong.setdefault((one.gold, one.told), []).append(one.number)
        for (gold, told), numbers in sorted(wrong.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            print(f"{len(numbers):3} {gold} told as {told}: {' '.join(numbers)}")


if __name__ == "__main__":
    main()
