"""Words of place in small reports of several wars, written for these tests."""

import re
from collections.abc import Sequence

import pytest

from warmonitor.model import Claim, ClaimKind, Named, Place, PlacePrecision, Report, Span
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.stages.ground.places import ground_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def claims_on(report: Report, *phrases: str) -> list[Claim]:
    """One claim for each phrase, at the first place after the last phrase where it stands."""
    made, start = [], 0
    for number, phrase in enumerate(phrases):
        found = re.search(rf"{re.escape(phrase)}\b", report.text[start:])
        assert found is not None, phrase
        span = Span(start + found.start(), start + found.end())
        start = span.end
        where = (Named(phrase, span),)
        made.append(Claim(f"{report.id}-{number}", report.id, ClaimKind.CONTROL, span, where=where))
    return made


def ground(gazetteer: Gazetteer, text: str, *phrases: str) -> tuple[list[Named], dict[str, Place]]:
    report = Report("r", "r.txt", "", text)
    claims, places = ground_places([report], claims_on(report, *phrases), gazetteer)
    return [claim.where[0] for claim in claims], {place.id: place for place in places}


def grounded(gazetteer: Gazetteer, texts: Sequence[str], *phrases: str) -> tuple[list[Claim], list[Place]]:
    reports = [Report(f"r{i}", f"r{i}.txt", "", text) for i, text in enumerate(texts)]
    claims = [
        claim
        for report in reports
        for claim in claims_on(
            report, *(phrase for phrase in phrases if re.search(rf"{re.escape(phrase)}\b", report.text))
        )
    ]
    return ground_places(reports, claims, gazetteer)


UKRAINE = (
    "Russian troops entered northern parts of Chasiv Yar on Monday, Ukraine's army said. "
    "Defenders still held areas south of the town. Kherson region was shelled, and "
    "so was the city of Kherson."
)


def test_a_part_hangs_on_its_town(gazetteer: Gazetteer) -> None:
    (part, around), places = ground(
        gazetteer, UKRAINE, "northern parts of Chasiv Yar", "areas south of the town"
    )
    assert (part.name, around.name) == ("Chasiv Yar", "the area south of Chasiv Yar")
    assert places[around.id or ""].of == part.id
    assert (part.precision, around.precision) == ("near", "near")
    place = places[part.id or ""]
    assert (place.country, place.inside) == ("UA", "Donetsk")
    assert place.latitude == pytest.approx(48.59, abs=0.05)


def test_town_and_region_of_one_name_are_two_places(gazetteer: Gazetteer) -> None:
    (region, city), places = ground(gazetteer, UKRAINE, "Kherson region", "the city of Kherson")
    assert region.id != city.id
    assert (region.precision, city.precision) == ("province", "exact")
    assert {places[one.id or ""].precision for one in (region, city)} == {
        PlacePrecision.PROVINCE,
        PlacePrecision.EXACT,
    }


SUDAN = (
    "Drones hit El Fasher, the capital of North Darfur, on Sunday. The city is besieged. "
    "Residents of the village of Umm Qarada fled to Kassala. The village was burned, and the province has no "
    "hospital left. The country is at war, Sudanese doctors said."
)


def test_descriptions_go_to_the_place_that_fits(gazetteer: Gazetteer) -> None:
    phrases = ("The city", "The village", "the province", "The country")
    (city, village, province, country), _ = ground(gazetteer, SUDAN, *phrases)
    assert city.name == "El Fasher"
    assert village.name == "Umm Qarada"
    assert province.name == "North Darfur"
    assert (country.name, country.precision) == ("Sudan", "country")
    assert "named before it" in city.because


def test_a_place_that_nobody_knows_has_no_coordinates(gazetteer: Gazetteer) -> None:
    (village,), places = ground(gazetteer, SUDAN, "the village of Umm Qarada")
    place = places[village.id or ""]
    assert (place.latitude, place.longitude, place.gazetteer) == (None, None, None)
    assert (place.precision, place.country) == (PlacePrecision.UNKNOWN, "SD")
    assert "no gazetteer entry" in place.because


def test_nothing_before_it_stays_open(gazetteer: Gazetteer) -> None:
    (town, border), places = ground(
        gazetteer, "The town was shelled near the border, witnesses said.", "The town", "the border"
    )
    assert (town.id, town.name) == (None, None)
    assert border.id is None
    assert places == {}


def test_the_report_decides_between_places_of_one_name(gazetteer: Gazetteer) -> None:
    lebanon = "Clashes broke out in Tripoli, in northern Lebanon, and in Akkar, Lebanese police said."
    libya = "Clashes broke out in Tripoli, and militias from Misrata moved in, Libyan officials said."
    countries = []
    for text in (lebanon, libya):
        (named,), places = ground(gazetteer, text, "Tripoli")
        countries.append(places[named.id or ""].country)
    assert countries == ["LB", "LY"]


def test_a_name_known_only_far_away_is_no_pin(gazetteer: Gazetteer) -> None:
    text = "In Yemen's Taiz province, Houthi fighters took the village of Springfield, Yemeni officials said."
    (named,), places = ground(gazetteer, text, "the village of Springfield")
    assert named.name == "Springfield"
    assert places[named.id or ""].latitude is None
    assert "only elsewhere" in named.because


SPELLINGS = (
    "Government forces took Kafr Sunduq on Friday, Syrian media said. Kafr Sunduq is in Idlib province.",
    "Rebels left Kafr Sundouq, activists in the Syrian province of Idlib said.",
    "Syrian troops combed Kafr Sunduk for mines. Buses leave from Kafr Sundq for Aleppo.",
)


def test_spellings_of_an_unknown_town_are_one_place(gazetteer: Gazetteer) -> None:
    names = ("Kafr Sunduq", "Kafr Sundouq", "Kafr Sunduk", "Kafr Sundq")
    claims, places = grounded(gazetteer, SPELLINGS, *names)
    assert len(claims) == 4
    assert len({claim.where[0].id for claim in claims}) == 1
    assert len(places) == 1
    assert places[0].names_seen == tuple(sorted(names))
    assert places[0].name == "Kafr Sunduq"
    assert places[0].latitude is None


def test_a_misspelling_joins_the_known_town(gazetteer: Gazetteer) -> None:
    texts = (
        "Ukrainian troops withdrew from Bakhmut in Donetsk region.",
        "Shells fell on Bakhmuth, Ukrainian officials said.",
    )
    _, places = grounded(gazetteer, texts, "Bakhmut", "Bakhmuth")
    assert [place.names_seen for place in places] == [("Bakhmut", "Bakhmuth")]
    assert places[0].gazetteer is not None


def test_two_known_towns_of_like_names_stay_two(gazetteer: Gazetteer) -> None:
    texts = ("In Ukraine, Zolochiv in Kharkiv region was hit.", "Ukraine's Sumy and Zolotonosha were hit.")
    _, places = grounded(gazetteer, texts, "Zolochiv", "Sumy", "Zolotonosha")
    assert len(places) == 3


def test_a_town_without_a_name_is_the_one_named_next(gazetteer: Gazetteer) -> None:
    text = "Rebels left a key town as Sudan's army advanced. Troops entered the town of Umm Qarada on Monday."
    (unnamed, named), _ = ground(gazetteer, text, "a key town", "the town of Umm Qarada")
    assert unnamed.id == named.id
    assert "named after it" in unnamed.because


def test_a_neighbouring_country_is_not_the_one_named_next(gazetteer: Gazetteer) -> None:
    text = "Militias left a neighbouring country. The country of Sudan was calm on Monday, and Kassala too."
    (unnamed, named), _ = ground(gazetteer, text, "a neighbouring country", "Sudan")
    assert named.precision == "country"
    assert unnamed.id is None


def test_a_stronghold_goes_only_to_a_place_called_so(gazetteer: Gazetteer) -> None:
    text = "Sudan's army retook Kassala. The group lost its last stronghold this year."
    (held, lost), _ = ground(gazetteer, text, "Kassala", "its last stronghold")
    assert held.name == "Kassala"
    assert lost.id is None


def test_a_country_that_is_named_in_passing_stays_a_country(gazetteer: Gazetteer) -> None:
    text = "Iranian aid reached Taiz in Yemen, Yemeni officials said. The group is also seen in Iraq."
    (named,), places = ground(gazetteer, text, "Iraq")
    assert places[named.id or ""].gazetteer == "iso:IQ"
    assert named.precision == "country"


def test_invented_countries_do_not_break_the_joining(gazetteer: Gazetteer) -> None:
    texts = (
        "Troops took Tor Vendrissa in Ruritania. Ruritanian guards said Tor Vendrissa is quiet.",
        "The group is a threat in Iraq. It left Tor Vendrisa, monitors said, and the town is quiet.",
    )
    claims, places = grounded(gazetteer, texts, "Tor Vendrissa", "Tor Vendrisa", "the town")
    assert len({claim.where[0].id for claim in claims}) == 1
    assert [place.names_seen for place in places] == [("Tor Vendrisa", "Tor Vendrissa")]


def test_compass_words_tell_places_apart(gazetteer: Gazetteer) -> None:
    texts = (
        "In Sudan, the village of East Karbino was hit, the village of West Karbino was not, police said.",
    )
    claims, _ = grounded(gazetteer, texts, "the village of East Karbino", "the village of West Karbino")
    assert claims[0].where[0].id != claims[1].where[0].id


def test_the_order_of_reports_changes_nothing(gazetteer: Gazetteer) -> None:
    reports = [Report(f"r{i}", f"r{i}.txt", "", text) for i, text in enumerate((*SPELLINGS, UKRAINE, SUDAN))]
    claims = [
        claim
        for report in reports[:3]
        for claim in claims_on(report, re.findall("Kafr Sund\\w+", report.text)[0])
    ]
    forward = ground_places(reports, claims, gazetteer)
    backward = ground_places(reports[::-1], claims[::-1], gazetteer)
    assert forward[0] == backward[0][::-1]
    assert forward[1] == backward[1]


def test_a_place_seen_only_in_text_is_not_listed(gazetteer: Gazetteer) -> None:
    _, places = ground(gazetteer, UKRAINE, "the city of Kherson")
    assert [place.name for place in places.values()] == ["Kherson"]
