"""An event: what, where and when, who was hurt, how well it is told, and every claim of it by origin."""

from collections.abc import Mapping, Sequence
from typing import Any

from warmonitor.model.spoken import range_words
from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.coverage import CoverageLine, coverage_lines
from warmonitor.web.pages.entities.judged import Bearing, bearings
from warmonitor.web.pages.entities.lines import (
    DisputeLine,
    FigureLine,
    Named,
    agreement_title,
    dispute_line,
    figure_line,
)
from warmonitor.web.pages.entities.origins import Origin, origins
from warmonitor.web.pages.entities.spells import Strips, strips
from warmonitor.web.pages.entities.ways import Way, review_of, ways
from warmonitor.web.pages.frame.more import InParts, part_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import MOST, Sentence, told
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.records import record_of

_SHOWN = 30


class Where(Part):
    """The place of an event and how surely it is that place; `where_prec` is UCDP's code."""

    id: str
    name: str
    said: list[str]
    precision: str | None
    where_prec: int | None
    geo_precision: int | None
    radius_km: float | None


class Who(Part):
    """An actor of an event; `inter` is ACLED's number of its kind."""

    id: str | None
    name: str
    kind: str | None
    inter: int | None


class Hurt(Part):
    """How many were killed or hurt, as a range, and the claims that count them."""

    measure: str
    said: str
    claims: list[Sentence]


class Marks(Part):
    """The Admiralty marks of source and information, each with its reason."""

    source: str
    source_because: list[Piece]
    information: str
    information_because: list[Piece]


class Harm(Part):
    """Airwars' grade of an attack in which people who do not fight were hurt, and its reason."""

    grade: str
    strike: str | None
    because: list[Piece]


class ByOrigin(Part):
    """The claims that go back to one origin, null where that is not known."""

    origin: Origin | None
    sentences: list[Sentence]


class Text(Part):
    """A text that several reports may share: a strand, and how many reports of it tell of the event."""

    id: str
    outlets: list[str]


class EventPage(Page):
    """An event; of its `total` claims up to 200 are shown, and those of its counts."""

    id: str
    type: str
    sub_type: str | None
    when: str
    when_said: str | None
    when_precision: str
    place: Where | None
    actors: list[Who]
    casualties: list[Hurt]
    grade: Marks | None
    harm: Harm | None
    origins: list[Origin]
    texts: list[Text]
    by_origin: list[ByOrigin]
    total: int
    part: InParts
    figures: list[FigureLine]
    disputes: list[DisputeLine]
    control: Strips
    agreements: list[Named]
    coverage: list[CoverageLine]
    judgements: list[Bearing]
    review: str | None
    ways: list[Way]


def event_page(reader: Reader, record: str, start: int = 0) -> EventPage:
    """Return the page of an event, with its claims from a place on.

    Raises:
        Trouble: 404 when it is not there.
    """
    event = record_of(reader, "events", record, "event")
    ids, part = part_of(event["claims"], start, MOST)
    counted = [claim for one in event["casualties"] for claim in one["claims"][:MOST]]
    found = {one["id"]: one for one in reader.some("claims", [*ids, *counted])}
    claims = [found[one] for one in ids if one in found]
    sentences = {one.claim: one for one in told(reader, list(found.values()))}
    known = origins(reader, event["origins"][:MOST])
    return EventPage(
        title=_title(event),
        id=record,
        **_terms(event),
        place=_where(reader, event["place"]),
        actors=_who(reader, event["actors"]),
        casualties=[_hurt(one, sentences) for one in event["casualties"]],
        origins=known,
        texts=_texts(reader, event),
        by_origin=_by_origin(claims, sentences, known),
        total=len(event["claims"]),
        part=part,
        **_beside(reader, event),
        judgements=bearings(event),
        review=review_of("events", record),
        ways=ways("events", id=record),
    )


def _title(event: Record) -> str:
    place = event["place"]
    return f"{words.event_words(event)}, {place['name']}" if place else words.event_words(event)


def _terms(event: Record) -> dict[str, Any]:
    time, grade, harm = event["when"], event["grade"], event["harm"]
    return {
        "type": event["type"],
        "sub_type": event["sub_type"],
        "when": words.when(time),
        "when_said": time["said"],
        "when_precision": time["precision"],
        "grade": grade and _marks(grade),
        "harm": harm and Harm(grade=harm["grade"], strike=harm["strike"], because=pieces(harm["because"])),
    }


def _marks(grade: Record) -> Marks:
    why = {name: pieces(grade[name]) for name in ("source_because", "information_because")}
    return Marks(source=grade["source"], information=grade["information"], **why)


def _where(reader: Reader, named: Record | None) -> Where | None:
    if named is None:
        return None
    place = reader.get("places", named["id"]) or {}
    known = {name: place.get(name) for name in ("precision", "where_prec", "geo_precision", "radius_km")}
    return Where(id=named["id"], name=named["name"], said=named["said"], **known)


def _who(reader: Reader, named: Sequence[Record]) -> list[Who]:
    known = {one["id"]: one for one in reader.some("actors", [one["id"] for one in named if one["id"]])}
    return [
        Who(
            id=one["id"],
            name=one["name"],
            **{name: known.get(one["id"], {}).get(name) for name in ("kind", "inter")},
        )
        for one in named
    ]


def _hurt(counted: Record, sentences: Mapping[str, Sentence]) -> Hurt:
    claims = [sentences[one] for one in counted["claims"] if one in sentences]
    return Hurt(measure=counted["measure"], said=range_words(counted["low"], counted["high"]), claims=claims)


def _texts(reader: Reader, event: Record) -> list[Text]:
    """Return the texts that the reports of an event go back to, each with its outlets among them."""
    reports = reader.some("reports", event["reports"][:MOST])
    found: dict[str, list[str]] = {one: [] for one in event["strands"][:MOST]}
    for one in reports:
        found.setdefault(one["strand"] or "", []).append(one["outlet"] or "outlet not known")
    return [Text(id=strand, outlets=sorted(set(them))) for strand, them in found.items() if strand]


def _by_origin(
    claims: Sequence[Record], sentences: Mapping[str, Sentence], known: Sequence[Origin]
) -> list[ByOrigin]:
    """Return the sentences under the first origin that each goes back to, the fullest origins first."""
    names = {one.name: one for one in known}
    groups: dict[str, list[Sentence]] = {}
    for claim in claims:
        if claim["id"] in sentences:
            first = next((one["origin"] for one in claim["paths"] if one["origin"] in names), "")
            groups.setdefault(first, []).append(sentences[claim["id"]])
    ordered = sorted(groups.items(), key=lambda one: (one[0] == "", -len(one[1]), one[0]))
    return [ByOrigin(origin=names.get(name), sentences=them) for name, them in ordered]


def _beside(reader: Reader, event: Record) -> dict[str, Any]:
    """Return what else rests on the claims of an event, and its coverage."""
    ids = event["claims"][:MOST]
    deals = reader.naming("agreements", "claim", ids, _SHOWN)
    coverage = list(reader.page("coverage", Filters(event=event["id"]), limit=_SHOWN).records)
    return {
        "figures": list(map(figure_line, reader.naming("figures", "claim", ids, _SHOWN))),
        "disputes": list(map(dispute_line, reader.naming("disputes", "claim", ids, _SHOWN))),
        "control": strips(reader.naming("control", "claim", ids, _SHOWN)),
        "agreements": [Named(id=one["id"], name=agreement_title(one)) for one in deals],
        "coverage": coverage_lines(reader, coverage),
    }
