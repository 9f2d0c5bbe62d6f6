"""What the sets on grouping have in common: texts read as the account reads them, grouped, and scored."""

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.bcubed import bcubed
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Actor, Claim, Place, RawReport, Report
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.compare import compare
from warmonitor.stages.extract import extract
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places
from warmonitor.stages.group import group

HALVES = ("tune", "held", "all")


@dataclass(frozen=True)
class Text:
    """One text of a set: what it tells of by the set's own ids, and the topic by whose hash it is split."""

    id: str
    content: str
    told: frozenset[str]
    topic: str
    hints: tuple[tuple[str, str], ...] = ()

    @property
    def tuned_on(self) -> bool:
        """Say whether weights may be learned on it: by the parity of its topic's hash."""
        return int(hashlib.sha256(self.topic.encode()).hexdigest(), 16) % 2 == 0


@dataclass(frozen=True)
class Reading:
    """What the program made of the texts that it takes for reports, and the report of each such text."""

    reports: list[Report]
    claims: list[Claim]
    places: list[Place]
    actors: list[Actor]
    report_of: dict[str, str]


def read(texts: Iterable[Text]) -> Reading:
    """Read the texts as the account does, up to grounded claims; pages that are no report are left out."""
    outlets, parser = load_outlets(), load_parser()
    report_of: dict[str, str] = {}
    cleaned: dict[str, Report] = {}
    for text in texts:
        content = text.content.encode()
        digest = hashlib.sha256(content).hexdigest()
        report, _ = clean(RawReport(text.id, "text/plain", content, digest, text.hints), outlets)
        if report is not None:
            report_of[text.id] = report.id
            cleaned[report.id] = report
    reports = compare(sorted(cleaned.values(), key=lambda r: r.id)).reports
    claims = [claim for report in reports for claim in extract(report, parser)]
    claims, places = ground_places(reports, claims, load_gazetteer())
    claims, actors = ground_actors(reports, claims, load_actors())
    return Reading(reports, claims, places, actors, report_of)


def shares(texts: Iterable[Text], groups: dict[str, frozenset[str]]) -> dict[str, float]:
    """Return B-cubed F1, precision and recall on each half and on all, of the texts that have `groups`."""
    read_ = [text for text in texts if text.id in groups]
    found: dict[str, float] = {}
    for half in HALVES:
        mine = [text for text in read_ if half == "all" or text.tuned_on == (half == "tune")]
        got = bcubed([text.told for text in mine], [groups[text.id] for text in mine])
        found |= {f"{half}.f1": got.f1, f"{half}.precision": got.precision, f"{half}.recall": got.recall}
    return found


def grouped(texts: Iterable[Text]) -> dict[str, frozenset[str]]:
    """Return for each text that the program takes for a report the group of what it mainly tells of."""
    reading = read(texts)
    found = group(reading.claims, reading.reports, reading.places, reading.actors).coverage
    holders: dict[str, set[str]] = {}
    for one in found:
        for telling in one.reports:
            if not telling.passage:
                holders.setdefault(telling.report, set()).add(one.id)
    return {text: frozenset(holders[report]) for text, report in reading.report_of.items()}


def main_of(about: str | None, score: Callable[[Path], dict[str, float]]) -> None:
    """Print the measures of a set for the folder given on the command line."""
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    print(json.dumps(score(parser.parse_args().data), indent=2))
