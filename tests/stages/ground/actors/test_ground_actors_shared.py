"""What reports of one set tell one another, and whose forces a possessive means."""

import pytest
from actor_texts import Told, acted, named, report, spoken

from warmonitor.model import Attribution, Change, Claim, ClaimKind, Control, Span
from warmonitor.reference.actors import load_actors
from warmonitor.stages.ground.actors import ground_actors

HEADLINE = (
    "Tavrin troops force Ombrian rebels out of Selk\n\nMarek Tavrin has vowed to retake all of Ombria as his "
    "forces advanced. Ombrian regime troops moved on the town, where Tavrin’s jets dropped bombs. Tavrin’s "
    "forces entered Lower Selk at noon."
)
SPEECH = (
    "Government troops of Ombria entered Selk, a gain for President Marek Tavrin’s forces. The Ombrian army "
    "said it held the town. “We go on,” Mr Tavrin said."
)


def named_chain(text: str, said: str) -> list[str]:
    of = report(text)
    told = Told([of], [(of, None, said)])
    return told.chain(told.actor())


@pytest.mark.parametrize("said", ["Tavrin’s jets", "Tavrin’s forces", "Tavrin troops"])
def test_forces_of_a_leader_are_those_of_the_state(said: str) -> None:
    first = report(HEADLINE, "report-a")
    second = report(SPEECH, "report-b")
    told = Told([first, second], [(first, None, said), (second, None, "The Ombrian army")])
    assert told.chain(told.actor(0)) == told.chain(told.actor(1)) == ["Ombrian government"]


def test_a_leader_is_one_actor_in_all_reports() -> None:
    first, second = report(HEADLINE, "report-a"), report(SPEECH, "report-b")
    told = Told([first, second], [(first, "Marek Tavrin", None), (second, "Mr Tavrin", None)])
    assert told.speaker(0).id == told.speaker(1).id is not None


def test_a_surname_with_forces_alone_is_the_leader_of_another_report() -> None:
    first = report("Ombrian government troops pulled back. Tavrin’s forces fled.", "report-a")
    second = report(SPEECH, "report-b")
    told = Told([first, second], [(first, None, "Tavrin’s forces")])
    assert told.chain(told.actor()) == ["Ombrian government"]


def test_a_registered_name_in_one_word_serves_the_surname() -> None:
    text = "Ahmed Alsharaa, Syria’s president, spoke in Damascus. Mr Alsharaa said the war was over."
    other = "Syria's President Ahmed al-Sharaa said in Damascus that the war was over."
    first, second = report(text, "report-a"), report(other, "report-b")
    told = Told([first, second], [(first, "Mr Alsharaa", None), (second, "Ahmed al-Sharaa", None)])
    assert told.speaker(0).id == told.speaker(1).id is not None


DAWN = (
    "The Eastern Front of Ombria, a jihadist group, held Selk in Ombria. The Ombrian army attacked. An EFO "
    "spokesman, meanwhile, denied its forces had withdrawn from Selk."
)


def test_initials_skip_small_words_and_its_is_the_speakers() -> None:
    of = report(DAWN)
    told = Told([of], [(of, "An EFO spokesman", "its forces")])
    assert told.chain(told.speaker())[1:] == told.chain(told.actor()) == ["Eastern Front of Ombria"]


def test_initials_of_another_reports_name_are_known() -> None:
    first = report(DAWN, "report-a")
    second = report("The Ombrian army left Selk. EFO fighters took it.", "report-b")
    told = Told([first, second], [(second, None, "EFO fighters")])
    assert told.chain(told.actor()) == ["Eastern Front of Ombria"]


def test_its_forces_of_another_state_are_not_the_speakers() -> None:
    text = "A Chadian spokesman said that Libya had moved its troops in Libya."
    assert acted(text, "its troops", "A Chadian spokesman") == ["Libya"]


@pytest.mark.parametrize(
    ("country", "backing"),
    [("Libya", None), ("Yemen", "al-Qaeda in the Arabian Peninsula"), ("Tunisia", None)],
)
def test_a_name_of_several_countries_is_that_of_the_war(country: str, backing: str | None) -> None:
    text = f"Ansar al-Sharia fighters attacked a base in {country} on Friday, {country}'s army said."
    of = report(text)
    told = Told([of], [(of, None, "Ansar al-Sharia fighters")])
    assert told.chain(told.actor()) == ["Ansar al-Sharia", *([backing] if backing else [])]
    actor = told.by_id[told.actor().id or ""]
    assert actor.country == {"Libya": "LY", "Yemen": "YE", "Tunisia": "TN"}[country]


@pytest.mark.parametrize(
    "text",
    [
        "In Ombria rebel forces led by Kesh Union fled. The Ombrian army said Kesh Union was beaten.",
        "In Ombria, the Kesh Union and other insurgent groups fled. The Ombrian army fired on Kesh Union.",
        "In Ombria, the Kesh Union, a militant group, fled. The Ombrian army fired on Kesh Union.",
    ],
)
def test_a_report_gives_a_new_group_its_side(text: str) -> None:
    of = report(text)
    told = Told([of], [(of, None, "Kesh Union#2")])
    assert told.by_id[told.actor().id or ""].side == "opposition"


def test_troops_of_an_unknown_state_are_its_convoy_just_named() -> None:
    text = (
        "Hembria’s defence ministry spoke. On Monday a Hembrian military convoy crossed into Libya. "
        "Hembria alleged an air strike had targeted its troops."
    )
    assert acted(text, "its troops", "Hembria") == acted(text, "a Hembrian military convoy")


def test_a_people_of_a_state_is_that_state() -> None:
    text = "Hemland’s defence ministry spoke. Hemlander troops crossed into Libya, the Libyan army said."
    assert acted(text, "Hemlander troops") == acted(text, "Hemland")


def test_one_of_its_commanders_speaks_for_the_group() -> None:
    text = "The Rapid Support Forces left Nyala in Sudan, said one of its commanders. He said nine men died."
    assert spoken(text, "He")[1:] == ["Rapid Support Forces"]


def test_he_stays_open_where_only_a_title_is_known() -> None:
    of = report("The town in Sudan fell, a spokesman said. He said that nine men died.")
    told = Told([of], [(of, "He", None)])
    assert told.speaker().id is None


def test_the_office_is_the_one_named_before() -> None:
    text = "At least 87 died in Sudan, the UN human rights office said. It was so, according to the office."
    assert spoken(text, "the office") == spoken(text, "the UN human rights office")


def test_fighters_of_the_group_are_the_groups() -> None:
    text = "Islamic State denied in Iraq that it fled. The group's fighters shot soldiers in Iraq."
    assert acted(text, "The group's fighters") == ["Islamic State"]


def test_its_spokesman_belongs_to_who_is_before() -> None:
    text = "In Myanmar the junta lost three towns, its spokesman Aung Tun said in Myanmar."
    assert spoken(text, "Aung Tun")[1:] == acted(text, "the junta")


def test_a_town_with_a_far_apposition_is_no_person() -> None:
    text = (
        "Troops in Yemen moved into parts of Bab Kesh, marking a gain for President Rashad al-Alimi in Yemen."
    )
    assert acted(text, "Bab Kesh") == ["Bab Kesh"]


def test_a_place_is_held_by_the_body_of_a_person() -> None:
    text = "In Myanmar army spokesman Aung Tun spoke in Myanmar. He denied that Kunlong had fallen."
    of = report(text)
    party = Control(Change.LOST, named(text, "He"))
    said = (Attribution(named(text, "He")),)
    (claim,), _ = ground_actors(
        [of], [Claim("c", of.id, ClaimKind.CONTROL, Span(0, 1), said, detail=party)], load_actors()
    )
    assert isinstance(claim.detail, Control)
    assert claim.detail.party is not None
    assert (claim.detail.party.name, claim.attribution[0].speaker.name) == ("Myanmar", "Aung Tun")


@pytest.mark.parametrize(
    ("text", "speaker", "holder"),
    [
        ("The Norta Liberation Army spoke. “Belen is in our hands,” a spokesman said.", "a spokesman",
         "Norta Liberation Army"),
        ("Hezbollah rejected the report. “The valley is in our hands,” its spokesman said.", "its spokesman",
         "Hezbollah"),
        ("Shells fell in Lebanon. “The valley is in our hands,” a Hezbollah spokesman said.",
         "a Hezbollah spokesman", "Hezbollah"),
        ("Hezbollah rejected it. Rain fell. Trade stopped. “It is in our hands,” a spokesman said.",
         "a spokesman", "spokesman"),
        ("Hezbollah rejected the report. “The valley is in our hands,” a resident said.",
         "a resident", "resident"),
    ],
)  # fmt: skip
def test_what_a_spokesman_calls_ours_is_held_by_whom_he_speaks_for(
    text: str, speaker: str, holder: str
) -> None:
    of = report(text)
    detail = Control(Change.HOLDS, named(text, "our"))
    said = Claim(
        "c", of.id, ClaimKind.CONTROL, Span(0, 1), (Attribution(named(text, speaker)),), detail=detail
    )
    (found,), _ = ground_actors([of], [said], load_actors())
    assert isinstance(found.detail, Control)
    assert found.detail.party is not None
    assert found.detail.party.name == holder


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ukraine's army said rebels shelled a town near Luhansk, Ukrainian media reported.", "russia"),
        ("Ukraine's army said separatists shelled a town near Luhansk, Ukrainian media said.", "russia"),
        ("Syria's army said rebels shelled a town near Hama, Syrian media reported.", "opposition"),
    ],
)
def test_rebels_are_on_the_one_side_that_a_country_s_rebel_groups_are_on(text: str, side: str) -> None:
    told = Told([report(text)], [(report(text), None, "rebels" if "rebels" in text else "separatists")])
    assert told.by_id[told.actor().id or ""].side == side


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian government forces took Velm after insurgents gave up the town that they had held.",
        "Ruritanian government forces moved on after insurgents left the hills, which they had mined.",
    ],
)
def test_who_gives_up_a_town_is_who_had_it(text: str) -> None:
    assert named_chain(text, "they") == ["rebels"]
