"""Sentences of situation reports keep to what they can tell."""

from datetime import date
from typing import Any

from warmonitor.web.sitrep.gathered import Gathered
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.scope import Scope
from warmonitor.web.sitrep.tolls import groups_of


def claim(name: str, kind: str, **more: object) -> dict[str, Any]:
    return {"id": name, "kind": kind, "stance": "asserted", "perpetrator": None, **more}


def notebook(*claims: dict[str, Any], reports: tuple[dict[str, Any], ...] = ()) -> Notebook:
    scope = Scope(date(2031, 5, 1), date(2031, 5, 31))
    return Notebook(
        Gathered(scope, {}, {one["id"]: one for one in claims}, {one["id"]: one for one in reports})
    )


def test_a_claim_that_counts_nothing_gives_a_figure_no_number() -> None:
    counted = claim("claim-1", "toll", low=4, best=4, high=4, approximate=False, of="people")
    book = notebook(counted, claim("claim-2", "control", party="Ellani Front"))
    found = groups_of({"history": [], "claims": ["claim-1", "claim-2"]}, book)
    assert list(found.values()) == [["claim-1"]]


def test_a_text_goes_by_the_outlet_of_its_first_report() -> None:
    first, second = (
        {"id": f"report-{one}", "strand": "strand-0a1", "outlet": f"The {one}", "title": None} for one in "AB"
    )
    book = notebook(reports=(first, second))
    assert book.origin("Ellani Press in strand-0a1") == "Ellani Press in the text of The A"
    assert book.origin("strand-0b2") == "strand-0b2"
    assert book.origin("Ellani Press") == "Ellani Press"
