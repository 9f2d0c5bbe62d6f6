"""A town that everybody knows is not meant where the words beside its name put it into another country."""

from warmonitor.model import Claim, ClaimKind, Named, Report, Span
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.stages.ground.places import ground_places

SAID = "Militants attacked Palma in northern Mozambique on Wednesday. Mozambican troops are in Pemba."
BARE = "Mozambican police said militants took Palma. Mozambique sent more troops to Pemba."
SPAIN = "Spanish police closed the port of Palma on Friday. Fishermen in Palma protested, Spain's union said."


def claim(report: str, text: str) -> Claim:
    span = Span(text.index("Palma"), text.index("Palma") + 5)
    return Claim(report, report, ClaimKind.ATTACK, span, where=(Named("Palma", span),))


def located(**texts: str) -> dict[str, float | None]:
    reports = [Report(key, f"{key}.txt", "", text) for key, text in texts.items()]
    claims, places = ground_places(reports, [claim(r.id, r.text) for r in reports], load_gazetteer())
    by_id = {place.id: place.latitude for place in places}
    return {one.report: by_id[one.where[0].id or ""] for one in claims}


def test_the_words_beside_the_name_forbid_the_town_afar() -> None:
    assert located(said=SAID) == {"said": None}


def test_what_one_report_says_holds_for_another_on_the_same_country() -> None:
    assert located(said=SAID, bare=BARE) == {"said": None, "bare": None}


def test_a_report_on_its_own_country_keeps_the_town() -> None:
    assert round(located(said=SAID, spain=SPAIN)["spain"] or 0.0) == 40
