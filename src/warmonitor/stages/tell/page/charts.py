"""The numbers that the page's plots draw, as one small tree; no report text in it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from warmonitor.model import Access, Claim, ControlSpell, Figure, Place, PlacePrecision, Reach, Toll, When
from warmonitor.model.sides import others, signs_of
from warmonitor.stages.tell import cut_off, words
from warmonitor.stages.tell.page.atlas import around, outlines
from warmonitor.stages.tell.page.evidence import Evidence

Tree = dict[str, Any]
PINPOINT = {PlacePrecision.EXACT}


def chart_data(evidence: Evidence) -> Tree:
    """Return what the script draws: figures, spells, events, places, outlines and copied passages."""
    account = evidence.book.account
    view = around(account, evidence.book)
    shown = [place for place in account.places if located(place)]
    spots = {place.id: number for number, place in enumerate(shown)}
    return {
        "figures": [_figure(figure, evidence) for figure in account.figures],
        "spells": [_spell(spell, spots, evidence) for spell in account.control],
        "sides": _sides(account.control),
        "roads": [_road(one, spots, evidence) for one in cut_off.parted(account.access)[0]],
        "lines": [[one.main, [[round(x, 3), round(y, 3)] for x, y in one.points]] for one in account.roads],
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
        "places": [_place(place, evidence) for place in shown],
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
        "earliest": _iso(when.earliest),
        "latest": _iso(when.latest),
        "when": words.when(when),
    }


def _sides(spells: Iterable[ControlSpell]) -> list[Tree]:
    """Return how sides are drawn; what stands under no name is for all others."""
    signs = signs_of(Counter(spell.holder for spell in spells if spell.holder))
    every = (*signs.items(), (None, others()))
    return [{"name": name, "colour": sign.colour, "strokes": sign.strokes} for name, sign in every]


def _spell(spell: ControlSpell, spots: dict[str, int], evidence: Evidence) -> Tree:
    return {
        "place": evidence.book.place_label(spell.place),
        "part": spell.part,
        "at": spots.get(spell.place),
        "holder": spell.holder,
        "by": spell.by,
        "status": spell.status,
        **_ends(spell.when),
        "stretches": [
            {"earliest": _iso(one.earliest), "latest": _iso(one.latest), "evidence": one.evidence}
            for one in spell.stretches
        ],
        "tokens": evidence.tokens(spell.claims),
        "words": words.spell_words(spell),
    }


def _road(one: Access, spots: dict[str, int], evidence: Evidence) -> Tree:
    return {
        "place": evidence.book.place_label(one.place),
        "at": spots.get(one.place),
        "cut": one.computed is Reach.CUT_OFF,
        **_ends(one.when),
        "tokens": evidence.tokens([*one.claims, *one.reported]),
        "words": f"computed: {cut_off.REACH[one.computed]}",
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
