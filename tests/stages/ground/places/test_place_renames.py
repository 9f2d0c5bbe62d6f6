"""Towns called by an old name and a new one are one place, with the reason."""

import pytest

from warmonitor.model import Claim, ClaimKind, Named, Place, Report, Span
from warmonitor.reference.gazetteer import PlaceKind, load_gazetteer
from warmonitor.reference.renames import Rename, load_renames
from warmonitor.stages.ground.places import ground_places

PAIRS = """
Ukrainian officials said shells hit Bakhmut in Donetsk region. Artemivsk burned, Ukrainian media said.
Ukrainian officials said shells hit Dnipro. A rocket fell on Dnipropetrovsk, Ukraine's army said.
Ukrainian officials in Kherson said shells hit Oleshky. Mines lie in Tsiurupynsk, Ukraine's army said.
Kazakh police left Semey. Kazakh officials said shots were heard in Semipalatinsk.
Indian police left Prayagraj. Indian officials said shots were heard in Allahabad.
Bangladeshi police left Comilla. Bangladeshi officials said shots were heard in Cumilla.
Rwandan police left Butare. Rwandan officials in Kigali said shots were heard in Huye.
South African police left Gqeberha. South African media said shots were heard in Port Elizabeth.
Syrian activists said Kurdish forces left Ras al-Ayn. Syrian media said shells hit Serekaniye.
"""
NAMES = (
    ("Bakhmut", "Artemivsk"), ("Dnipro", "Dnipropetrovsk"), ("Oleshky", "Tsiurupynsk"),
    ("Semey", "Semipalatinsk"), ("Prayagraj", "Allahabad"), ("Comilla", "Cumilla"), ("Butare", "Huye"),
    ("Gqeberha", "Port Elizabeth"), ("Ras al-Ayn", "Serekaniye"),
)  # fmt: skip


def grounded(text: str, names: tuple[str, ...]) -> tuple[list[Named], list[Place]]:
    claims = []
    for name in names:
        start = text.index(name)
        span = Span(start, start + len(name))
        claims.append(Claim(name, "r", ClaimKind.ATTACK, span, where=(Named(name, span),)))
    made, places = ground_places([Report("r", "r.txt", "", text)], claims, load_gazetteer())
    return [claim.where[0] for claim in made], places


@pytest.mark.parametrize(("text", "names"), list(zip(PAIRS.strip().splitlines(), NAMES, strict=True)))
def test_an_old_name_and_a_new_one_are_one_place(text: str, names: tuple[str, str]) -> None:
    found, places = grounded(text, names)
    assert len({named.id for named in found}) == 1
    assert places[0].latitude is not None
    assert set(names) <= set(places[0].names_seen)


def test_the_reason_tells_of_the_year() -> None:
    assert Rename("XX", "Orvel", "Old Orvel", until=2016).because == (
        "“Old Orvel” was the name of Orvel until 2016"
    )
    assert "since 2006" in Rename("XX", "Orvel", "New Orvel", since=2006).because
    (named,), _ = grounded("Rwandan police in Kigali said shots were heard in Huye.", ("Huye",))
    assert "is the name of Butare since 2006" in named.because


def test_every_renamed_town_is_known_by_the_name_that_is_said_to_be_known() -> None:
    for listed in load_renames().values():
        for one in listed:
            entries = [found.entry for found in load_gazetteer().firm(one.known)]
            assert any(
                entry.kind is PlaceKind.TOWN and one.country in entry.countries for entry in entries
            ), one
