"""Reads literal sentences and gives their claims as plain rows, so that a test is one line of a table."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from warmonitor.language.en.parser import load_parser
from warmonitor.model import (
    Agreed,
    Attack,
    Claim,
    ClaimKind,
    Control,
    Dated,
    DatedHow,
    Modality,
    Named,
    Report,
    Stance,
    Toll,
)
from warmonitor.stages.extract import extract

WRITTEN = date(2021, 6, 9)  # a Wednesday


def report(text: str, first: date | None = WRITTEN, last: date | None = None) -> Report:
    dated = Dated(first, last or first, DatedHow.STATED if first else DatedHow.UNKNOWN)
    return Report(id="report-a", source="report-a", sha256="0" * 64, text=text, dated=dated)


@cache
def read(text: str, first: date | None = WRITTEN, last: date | None = None) -> tuple[Claim, ...]:
    return tuple(extract(report(text, first, last), load_parser()))


def of_kind(text: str, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in read(text) if claim.kind is kind]


def only(text: str, kind: ClaimKind) -> Claim:
    """The one claim of a kind; fails where there are none or several."""
    (claim,) = of_kind(text, kind)
    return claim


def words(name: Named | None) -> str | None:
    return None if name is None else name.said


def tolls(text: str) -> list[tuple[str, str, int | None, int | None, int | None, bool]]:
    """Rows of measure, people, low, best, high, approximate."""
    rows = []
    for claim in of_kind(text, ClaimKind.TOLL):
        assert isinstance(claim.detail, Toll)
        q = claim.detail.quantity
        row = (claim.detail.measure.value, claim.detail.of, q.low, q.best, q.high, q.approximate)
        rows.append(row)
    return rows


def part_of(text: str) -> dict[int | None, int | None]:
    """The number of each part, and that of its total."""
    counts = {c.id: c.detail for c in read(text) if isinstance(c.detail, Toll)}
    return {one.quantity.best: counts[one.part_of].quantity.best for one in counts.values() if one.part_of}


def controls(text: str) -> list[tuple[str, str | None, list[str], str | None]]:
    """Rows of change, party, places, counterparty."""
    rows = []
    for claim in of_kind(text, ClaimKind.CONTROL):
        assert isinstance(claim.detail, Control)
        other = words(claim.detail.counterparty)
        row = (claim.detail.change.value, words(claim.detail.party), places(claim), other)
        rows.append(row)
    return rows


def control_rows(text: str) -> list[str]:
    """The claims of control as rows of a table; stance and modality only where they are not the usual."""
    rows = []
    for claim in of_kind(text, ClaimKind.CONTROL):
        assert isinstance(claim.detail, Control)
        party, other = words(claim.detail.party) or "-", words(claim.detail.counterparty) or "-"
        row = [claim.detail.change.value, party, ";".join(places(claim)), other]
        usual = (claim.stance, claim.modality) == (Stance.ASSERTED, Modality.ACTUAL)
        rows.append(" | ".join(row if usual else [*row, claim.stance.value, claim.modality.value]))
    return rows


def sentences_of(table: str) -> list[tuple[str, list[str]]]:
    """The sentences of a table, each with the indented rows under it."""
    found: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


def attacks(text: str) -> list[tuple[str, str | None, str | None]]:
    """Rows of sub-type, perpetrator, target."""
    rows = []
    for claim in of_kind(text, ClaimKind.ATTACK):
        assert isinstance(claim.detail, Attack)
        rows.append((claim.detail.sub_type, words(claim.detail.perpetrator), words(claim.detail.target)))
    return rows


def agreed(text: str, kind: ClaimKind) -> list[tuple[list[str], list[str]]]:
    """Rows of parties and places."""
    rows = []
    for claim in of_kind(text, kind):
        assert isinstance(claim.detail, Agreed)
        rows.append(([party.said for party in claim.detail.parties], places(claim)))
    return rows


def places(claim: Claim) -> list[str]:
    return [name.said for name in claim.where]


def speakers(claim: Claim) -> list[str]:
    return [link.speaker.said for link in claim.attribution]


def names_of(claim: Claim) -> Iterator[Named]:
    """Every name of a claim: speakers, those told, places, parties."""
    for link in claim.attribution:
        yield link.speaker
        if link.via is not None:
            yield link.via
    yield from claim.where
    detail = claim.detail
    if isinstance(detail, Agreed):
        yield from detail.parties
    for field in ("perpetrator", "target", "party", "counterparty"):
        name = getattr(detail, field, None)
        if name is not None:
            yield name
