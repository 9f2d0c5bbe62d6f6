"""The numbers that the page's plots draw, as one small tree; no report text in it."""

from typing import Any

from warmonitor.model import Claim, Figure, Place, PlacePrecision, Toll, When
from warmonitor.stages.tell import words
from warmonitor.stages.tell.page.atlas import around, outlines
from warmonitor.stages.tell.page.evidence import Evidence

Tree = dict[str, Any]
PINPOINT = {PlacePrecision.EXACT}


def chart_data(evidence: Evidence) -> Tree:
    """Return what the script draws: figures, spells, events, places, outlines and copied passages."""
    account = evidence.book.account
    view = around(account, evidence.book)
    return {
        "figures": [_figure(figure, evidence) for figure in account.figures],
        "spells": [
            {
                "place": evidence.book.place_label(spell.place),
                "holder": spell.holder,
                "status": spell.status,
                **_ends(spell.when),
                "tokens": evidence.tokens(spell.claims),
                "words": words.spell_words(spell),
            }
            for spell in account.control
        ],
        "events": [
            {
                "type": event.type,
                "label": event.sub_type or event.type,
                "place": evidence.book.place_label(event.place),
                **_ends(event.when),
                "tokens": evidence.tokens(event.claims),
            }
            for event in account.events
        ],
        "places": [_place(place, evidence) for place in account.places if located(place)],
        "view": view,
        "outlines": outlines(view),
        "links": [
            {
                "copy": evidence.book.report_numbers.get(link.copy),
                "of": evidence.book.report_numbers.get(link.of),
                "passages": [[p.copy.start, p.copy.end, p.of.start, p.of.end] for p in link.passages],
            }
            for link in (*evidence.book.copied, *evidence.book.beside)
        ],
    }


def located(place: Place) -> bool:
    """Say whether a place has coordinates."""
    return place.latitude is not None and place.longitude is not None


def _ends(when: When) -> Tree:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "when": words.when(when),
    }


def _figure(figure: Figure, evidence: Evidence) -> Tree:
    rows = [_row(claim, evidence) for claim in evidence.book.known(figure.claims)]
    unit = words.counted_words(figure.of, figure.measure)
    return {
        "unit": unit,
        "median": figure.median if len(figure.claims) > 1 else None,
        "rows": [row for row in rows if row],
    }


def _row(claim: Claim, evidence: Evidence) -> Tree | None:
    if not isinstance(claim.detail, Toll):
        return None
    count = claim.detail.quantity
    number = evidence.book.report_numbers.get(claim.report)
    report = evidence.book.reports.get(claim.report)
    copied = ", a copy" if report and report.copy_of else ""
    return {
        "who": f"{words.chain_words(claim, evidence.book)} · R{number}{copied}",
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "approximate": count.approximate,
        "doubt": words.doubt_words(claim),
        "words": words.quantity_words(count),
        "tokens": evidence.tokens((claim.id,)),
    }


def _place(place: Place, evidence: Evidence) -> Tree:
    named = [c.id for c in evidence.book.account.claims if any(w.id == place.id for w in c.where)]
    return {
        "name": evidence.book.place_label(place.id),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius": place.radius_km,
        "exact": place.precision in PINPOINT,
        "precision": place.precision,
        "tokens": evidence.tokens(named),
        "claims": len(named),
    }
