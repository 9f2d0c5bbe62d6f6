"""Control spells and roads out to what account.json holds of them."""

from dataclasses import asdict
from typing import Any

from warmonitor.model import Access, Agreed, Claim, ControlSpell, RoadState
from warmonitor.reference.roads.wording import one_road
from warmonitor.stages.tell.book import Book

Tree = dict[str, Any]


def place_tree(place: str | None, book: Book) -> Tree | None:
    """Return a place by id and name, with the names that the reports use."""
    if place is None:
        return None
    known = book.places.get(place)
    return {
        "id": place,
        "name": known.name if known else place,
        "said": known.names_seen if known else (),
    }


def spell_tree(spell: ControlSpell, book: Book) -> Tree:
    """Return one spell of control."""
    return {
        "id": spell.id,
        "place": place_tree(spell.place, book),
        "part": spell.part,
        "holder": spell.holder,
        "status": spell.status,
        "by": spell.by,
        "earliest": spell.when.earliest,
        "latest": spell.when.latest,
        "claimed": spell.claimed,
        "confirmed": spell.confirmed,
        "lag_days": spell.lag_days,
        "stretches": [asdict(one) for one in spell.stretches],
        "claims": spell.claims,
        "because": spell.because,
    }


def road_tree(claim: Claim, book: Book) -> Tree:
    """Return what a claim of access says of one road, by its own words."""
    terms = claim.detail.terms or "" if isinstance(claim.detail, Agreed) else ""
    shut = one_road(f"{book.words(claim.report, claim.quote)} {terms}")
    return {"road": None if shut is None else RoadState.SHUT if shut else RoadState.OPEN}


def access_tree(one: Access, book: Book) -> Tree:
    """Return whether a place had a road out."""
    return {
        "id": one.id,
        "place": place_tree(one.place, book),
        "holder": one.holder,
        "earliest": one.when.earliest,
        "latest": one.when.latest,
        "computed": one.computed,
        "way": asdict(one.way) if one.way else None,
        "closures": [
            {"road": c.road, "place": place_tree(c.place, book), "holder": c.holder, "claims": c.claims}
            for c in one.closures
        ],
        "claims": one.claims,
        "reported": one.reported,
        "agrees": one.agrees,
        "because": one.because,
    }
