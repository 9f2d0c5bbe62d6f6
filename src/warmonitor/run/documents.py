"""One document read by itself: cleaned, dated by its own words, its claims extracted, placed among all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.parser import Parser, load_parser
from warmonitor.model import Claim, Issue, RawReport, Report, make_id
from warmonitor.reference.actors import load_actors
from warmonitor.reference.casing import name_speller
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.outlets import OutletRegister, load_outlets
from warmonitor.run.placing import placing_made
from warmonitor.run.references import open_look_ups
from warmonitor.run.versions import NO_OPTIONS, version_of
from warmonitor.stages.clean import clean
from warmonitor.stages.compare import compare
from warmonitor.stages.extract import extract_noting
from warmonitor.store.codec import decode, encode
from warmonitor.store.made import CLEAN, EXTRACT, Made
from warmonitor.store.store import sighting_id

Claims = tuple[Sequence[Claim], Sequence[Issue]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a document needs."""

    parser: Parser
    outlets: OutletRegister
    gazetteer: Gazetteer


def load_tools(references: Path | None) -> Tools:
    """Load what reading a document needs; `references` is the folder of look-ups that a user added."""
    return Tools(load_parser(), load_outlets(), open_look_ups(references).gazetteer)


def read_document(raw: RawReport, tools: Tools) -> list[Made]:
    """Return what clean and extract make of some bytes, the report standing by itself, and its placing."""
    cleaned = clean_made(raw, tools.outlets)
    report, _ = cleaned_of(cleaned)
    if report is None:
        return [cleaned, nothing_extracted(raw), placing_made(cleaned, None)]
    speller = name_speller(tools.gazetteer, load_actors())
    mixed = replace(report, text=fold_case(report.text, tools.parser, speller))
    (alone,) = compare([mixed]).reports
    return [cleaned, extract_made(alone, tools.parser), placing_made(cleaned, report, alone)]


def clean_made(raw: RawReport, outlets: OutletRegister) -> Made:
    """Return what clean makes of some bytes."""
    report, issues = clean(raw, outlets)
    content = encode((report, tuple(issues)))
    return Made(CLEAN, raw.report_id, sighting_id(raw), version_of(CLEAN), NO_OPTIONS, content)


def extract_made(report: Report, parser: Parser) -> Made:
    """Return what extract makes of a report as compare left it."""
    claims, issues = extract_noting(report, parser)
    return _extract_made(report.id, extract_input(report), encode((tuple(claims), tuple(issues))))


def nothing_extracted(raw: RawReport) -> Made:
    """Return what extract makes of bytes that hold no report."""
    return _extract_made(raw.report_id, "nothing", encode(((), ())))


def extract_input(report: Report) -> str:
    """Return what tells apart all that extract sees of a report: other input, other id."""
    dated = replace(report.dated, because="")
    return make_id("input", encode(replace(report, dated=dated, copy_of=None, strand=None)))


def cleaned_of(made: Made) -> tuple[Report | None, Sequence[Issue]]:
    """Return the report, None where the bytes hold none, and what was said of it."""
    report, issues = decode(made.content)
    return report, issues


def extracted_of(made: Made) -> Claims:
    """Return the claims, and what could not be read as it stands."""
    claims, issues = decode(made.content)
    return claims, issues


def _extract_made(unit: str, given: str, content: str) -> Made:
    return Made(EXTRACT, unit, given, version_of(EXTRACT), NO_OPTIONS, content)
