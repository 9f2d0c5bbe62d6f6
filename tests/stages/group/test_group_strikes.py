"""Attacks told by several reports are one event; look-alikes are kept apart."""

from literal_claims import (
    Paper,
    actor,
    at,
    between,
    claims_of,
    on,
    place,
    reports_of,
    who,
)

from warmonitor.model import Event, Modality, PlacePrecision, Stance, When, WhenPrecision
from warmonitor.stages.group import group

PLACES = [
    place("Kharkiv", (49.99, 36.23), inside="Kharkiv Oblast"),
    place("Kharkiv Oblast", (49.6, 36.5), PlacePrecision.PROVINCE),
    place("Izium", (49.21, 37.25), inside="Kharkiv Oblast"),
    place("Lviv", (49.84, 24.03)),
]
ACTORS = [
    actor("Russia", "russia"),
    actor("Ukraine", "ukraine"),
    actor("Ukrainian Air Force", part_of="Ukraine"),
    actor("Russian defence ministry", part_of="Russia"),
]


def events(*papers: Paper) -> list[Event]:
    return group(claims_of(papers), reports_of(papers), PLACES, ACTORS).events


def strike(name: str, where: str | None, when: When, target: str | None = None) -> Paper:
    paper = Paper(name, "2024-05-27")
    aimed = who(target, known=False) if target else None
    paper.says(f"{name}: missiles hit it.").attack(
        target=aimed, where=[at(where)] if where else [], when=when, perpetrator="Russia"
    )
    return paper


def test_one_town_and_day_is_one_event() -> None:
    (event,) = events(strike("a", "Kharkiv", on("2024-05-25")), strike("b", "Kharkiv", on("2024-05-25")))
    assert len(event.claims) == 2
    assert event.place == "place-Kharkiv"
    assert event.because == "the same place and day"


def test_one_town_on_two_days_is_two_events() -> None:
    assert (
        len(events(strike("a", "Kharkiv", on("2024-05-25")), strike("b", "Kharkiv", on("2024-05-23")))) == 2
    )


def test_two_towns_on_one_day_are_two_events() -> None:
    assert len(events(strike("a", "Kharkiv", on("2024-05-25")), strike("b", "Izium", on("2024-05-25")))) == 2


def test_a_vague_day_joins_the_one_strike_that_it_can_mean() -> None:
    vague = When(on("2024-05-24").earliest, on("2024-05-26").earliest, "at the weekend", WhenPrecision.WEEK)
    both = events(strike("a", "Kharkiv", on("2024-05-25")), strike("b", "Kharkiv", vague))
    assert len(both) == 1
    assert both[0].when.earliest == both[0].when.latest == on("2024-05-25").earliest
    three = events(
        strike("a", "Kharkiv", on("2024-05-24")),
        strike("b", "Kharkiv", on("2024-05-26")),
        strike("c", "Kharkiv", vague),
    )
    assert len(three) == 3


def test_a_target_joins_a_report_that_names_no_town() -> None:
    found = events(
        strike("a", "Kharkiv", on("2024-05-25"), "hardware store"),
        strike("b", None, on("2024-05-25"), "a hardware superstore"),
        strike("c", "Lviv", on("2024-05-25"), "airfield"),
    )
    assert sorted(len(event.claims) for event in found) == [1, 2]


def test_two_sites_hit_on_one_day_in_one_town_stay_two() -> None:
    found = events(
        strike("a", "Kharkiv", on("2024-05-25"), "hardware store"),
        strike("b", "Kharkiv", on("2024-05-25"), "printing house"),
    )
    assert len(found) == 2


def test_two_accounts_of_one_strike_in_a_sentence_are_one_event() -> None:
    paper = Paper("c", "2024-05-27")
    sentence = paper.says("Ukraine said a strike hit a shop, while Russia said it hit a command post.")
    sentence.attack(target=who("shop", known=False), by=["Ukraine"], when=on("2024-05-25"),
                    words="a strike hit a shop")  # fmt: skip
    sentence.attack(target=who("command post", known=False), by=["Russia"], when=on("2024-05-25"),
                    words="it hit a command post")  # fmt: skip
    (event,) = events(paper)
    assert len(event.claims) == 2


def test_a_sentence_that_lists_two_strikes_in_one_voice_tells_of_two() -> None:
    paper = Paper("c", "2024-05-27")
    sentence = paper.says("Strikes hit a school and a power plant on Saturday.")
    for target in ("school", "power plant"):
        sentence.attack(target=who(target, known=False), words=target, when=on("2024-05-25"))
    assert len(events(paper)) == 2


def test_a_campaign_is_not_one_of_its_strikes() -> None:
    months = between("2024-03-22", "2024-05-27", "since March")
    assert len(events(strike("a", "Kharkiv", months), strike("b", "Kharkiv", on("2024-05-25")))) == 2


def test_tolls_go_with_the_attack_and_cumulative_totals_do_not() -> None:
    paper = Paper("a", "2024-05-27")
    sentence = paper.says("A strike on Kharkiv on Saturday killed 18 people.")
    attack = sentence.attack(where=[at("Kharkiv")], when=on("2024-05-25"), words="A strike on Kharkiv")
    toll = sentence.toll(18, "people", when=on("2024-05-25"), words="killed 18 people")
    hurt = paper.says("Dozens were hurt, among them a girl of 12.").toll(1, "girl", words="a girl")
    total = paper.says("Strikes on the region have killed 200 people since March.").toll(
        200, "people", when=between("2024-03-01", "2024-05-27", "since March")
    )
    (event,) = events(paper)
    assert {attack.id, toll.id, hurt.id} == set(event.claims)
    assert total.id not in event.claims


def test_a_place_that_nobody_can_locate_keeps_no_toll_from_its_attack() -> None:
    paper = Paper("a", "2024-05-27")
    sentence = paper.says("In Izium on Saturday six people died in a strike on the Horak house.")
    day = on("2024-05-25")
    attack = sentence.attack(where=[at("Horak house")], when=day, words="a strike on the Horak house")
    toll = sentence.toll(6, "people", where=[at("Izium")], when=day, words="six people died")
    found = group(claims_of([paper]), reports_of([paper]), [*PLACES, place("Horak house")], ACTORS).events
    assert [set(event.claims) for event in found] == [{attack.id, toll.id}]


def test_fighters_killed_on_a_day_make_a_clash() -> None:
    paper = Paper("a", "2024-05-27")
    sentence = paper.says("The staff said 30 soldiers and 12 insurgents died on Sunday.")
    sentence.toll(30, "soldiers", by=["The staff"], when=on("2024-05-26"), words="30 soldiers")
    sentence.toll(12, "insurgents", by=["The staff"], when=on("2024-05-26"), words="12 insurgents")
    (event,) = events(paper)
    assert (event.type, event.sub_type) == ("Battles", "Armed clash")
    assert len(event.claims) == 2


def test_what_is_denied_or_planned_is_no_event() -> None:
    paper = Paper("a", "2024-05-27")
    paper.says("Russia denied a strike on Lviv.").attack(where=[at("Lviv")], stance=Stance.DENIED)
    paper.says("Russia may strike Lviv.").attack(where=[at("Lviv")], modality=Modality.POSSIBLE)
    assert events(paper) == []


def test_one_speaker_quoted_twice_without_a_town_is_one_event() -> None:
    papers = []
    for name in "ab":
        paper = Paper(name, "2024-05-27")
        paper.says(f"The air force said in {name} that a raid took place on Saturday.").attack(
            by=["Ukrainian Air Force"], when=on("2024-05-25"), perpetrator="Russia"
        )
        papers.append(paper)
    (event,) = events(*papers)
    assert event.because == "one speaker on one day, quoted again"
