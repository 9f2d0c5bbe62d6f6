"""Which places are cut off, by the rules of docs/stages/access.md, each on a land of a few places."""

import pytest
from lands import answered, on, roads, spell, town
from literal_claims import Paper, between
from literal_claims import at as named
from literal_claims import on as on_day

from warmonitor.model import Agreed, Change, ClaimKind, ControlStatus, Reach, Stance

ARU, BEL, CORT, DUN = town("Aru", (0, 0)), town("Bel", (1, 0)), town("Cort", (2, 0)), town("Dun", (1, 1))
ROW = roads(((0, 0), (1, 0), "R1"), ((1, 0), (2, 0), "R2"), gates=[("Korva Gate", (2, 0))])
DAY = "2024-03-10"


def test_own_ground_to_a_crossing_is_open() -> None:
    found = answered([ARU, BEL, CORT], [spell(n, "Army") for n in ("Aru", "Bel", "Cort")], ROW)
    one = on(found, "Aru", DAY)
    assert one.computed is Reach.OPEN
    assert one.way is not None
    assert (one.way.to, one.way.roads, one.way.through) == ("Korva Gate", ("R1", "R2"), ())
    assert one.way.km == pytest.approx(22.2, abs=0.2)
    assert one.claims == ("claim-Aru", "claim-Bel", "claim-Cort")
    assert (one.closures, one.agrees, one.when.latest) == ((), None, None)


def test_a_place_behind_the_other_side_is_cut_off_and_told_where() -> None:
    spells = [spell("Aru", "Army"), spell("Bel", "Army", end="2024-03-14"),
              spell("Bel", "Front", "2024-03-15", claims=("claim-fall",)), spell("Cort", "Army")]  # fmt: skip
    found = answered([ARU, BEL, CORT], spells, ROW)
    assert on(found, "Aru", "2024-03-14").computed is Reach.OPEN
    one = on(found, "Aru", "2024-03-15")
    assert (one.computed, str(one.when.earliest)) == (Reach.CUT_OFF, "2024-03-15")
    assert [(c.road, c.place, c.holder, c.claims) for c in one.closures] == [
        ("R1", "place-Bel", "Front", ("claim-fall",))
    ]
    assert one.because == "every road out is closed: R1 at Bel (Front)"
    assert one.way is not None
    assert one.way.through == ("Front",)
    assert one.claims == ("claim-Aru", "claim-fall")


def test_friends_are_own_and_strangers_are_through() -> None:
    def reach(holder: str) -> Reach:
        spells = [spell("Aru", "Army"), spell("Bel", holder), spell("Cort", "Army")]
        return on(answered([ARU, BEL, CORT], spells, ROW), "Aru", DAY).computed

    assert [reach(name) for name in ("Army", "Clans", "Front")] == [Reach.OPEN, Reach.THROUGH, Reach.CUT_OFF]


def test_who_took_ground_from_a_party_is_no_stranger() -> None:
    spells = [spell("Aru", "Army"), spell("Bel", "Clans", "2024-03-05"), spell("Cort", "Army"),
              spell("Bel", "Army", "2024-03-01", "2024-03-04")]  # fmt: skip
    assert on(answered([ARU, BEL, CORT], spells, ROW), "Aru", DAY).computed is Reach.CUT_OFF


def test_ground_that_nobody_is_said_to_hold_is_unknown_and_named() -> None:
    spells = [spell("Aru", "Army"), spell("Bel", "Front", end="2024-03-02"), spell("Cort", "Army")]
    one = on(answered([ARU, BEL, CORT], spells, ROW), "Aru", DAY)
    assert one.computed is Reach.UNKNOWN
    assert one.because == "nobody is said to hold the ground on the way out: Bel"
    assert one.way is not None
    assert one.way.through == (None,)


def test_a_fought_over_place_lets_nobody_through_but_out_of_itself() -> None:
    spells = [spell("Aru", "Army"), spell("Bel", "Army", end="2024-03-04"), spell("Cort", "Army"),
              spell("Bel", None, "2024-03-05", status=ControlStatus.CONTESTED)]  # fmt: skip
    found = answered([ARU, BEL, CORT], spells, ROW)
    assert on(found, "Aru", DAY).computed is Reach.CUT_OFF
    assert [closure.holder for closure in on(found, "Aru", DAY).closures] == [None]
    assert on(found, "Bel", DAY).computed is Reach.OPEN
    assert on(found, "Bel", DAY).because.endswith("fought over, asked for who held it before")


def test_a_place_fought_over_from_the_first_word_is_asked_for_who_is_no_attacker_and_holds_it_after() -> None:
    paper = Paper("a", "2024-03-05")
    for who in ("Front", "Army"):
        paper.says(f"{who} came.").control(
            Change.ENTERED, who, where=[named("Bel")], when=on_day("2024-03-05")
        )
    front, army = (claim.id for claim in paper.claims)
    for attacker, reached in ((front, Reach.OPEN), (army, None)):
        fight = spell("Bel", None, "2024-03-05", "2024-03-14", ControlStatus.CONTESTED, (attacker,))
        spells = [spell("Aru", "Army"), spell("Cort", "Army"), spell("Bel", "Army", "2024-03-15"), fight]
        found = [
            one for one in answered([ARU, BEL, CORT], spells, ROW, paper.claims) if one.place == "place-Bel"
        ]
        on_that_day = [one for one in found if one.because.endswith("who holds it after the fight")]
        assert [one.computed for one in on_that_day] == ([reached] if reached else [])


def test_parts_decide_only_where_nothing_is_told_of_the_whole() -> None:
    part = spell("Bel", "Front", part="the northern quarters")
    rest = spell("Bel", "Army", part="the old town")
    others = [spell("Aru", "Army"), spell("Cort", "Army")]
    towns = [ARU, BEL, CORT]
    assert on(answered(towns, [*others, part, spell("Bel", "Army")], ROW), "Aru", DAY).computed is Reach.OPEN
    assert on(answered(towns, [*others, part, rest], ROW), "Aru", DAY).computed is Reach.CUT_OFF
    assert on(answered(towns, [*others, rest], ROW), "Aru", DAY).computed is Reach.OPEN


def test_firm_spells_count_before_what_is_only_claimed() -> None:
    claimed = spell("Bel", "Front", status=ControlStatus.CLAIMED)
    spells = [spell("Aru", "Army"), spell("Bel", "Army"), claimed, spell("Cort", "Army")]
    assert on(answered([ARU, BEL, CORT], spells, ROW), "Aru", DAY).computed is Reach.OPEN


def test_a_lone_claim_counts_and_is_told_of() -> None:
    spells = [spell("Aru", "Army", status=ControlStatus.CLAIMED), spell("Bel", "Army"), spell("Cort", "Army")]
    one = on(answered([ARU, BEL, CORT], spells, ROW), "Aru", DAY)
    assert one.because.endswith("that it holds the place is its own word")


def test_a_town_that_only_the_map_names_is_whose_it_lies_between() -> None:
    far = roads(
        ((0, 0), (1, 0), "R1"), ((1, 0), (2, 0), "R2"), ((2, 0), (3, 0), "R3"),
        gates=[("Korva Gate", (2, 0)), ("Lem Gate", (3, 0))], map_places=[("Bel", (1, 0)), ("Lem", (3, 0))],
    )  # fmt: skip
    both = answered([ARU, CORT], [spell("Aru", "Army"), spell("Cort", "Army")], far)
    assert on(both, "Aru", DAY).computed is Reach.OPEN
    other = answered([ARU, CORT], [spell("Aru", "Army"), spell("Cort", "Front")], far)
    assert on(other, "Aru", DAY).computed is Reach.CUT_OFF
    beyond = roads(((2, 0), (3, 0), "R3"), gates=[("Lem Gate", (3, 0))], map_places=[("Lem", (3, 0))])
    assert on(answered([CORT], [spell("Cort", "Army")], beyond), "Cort", DAY).computed is Reach.UNKNOWN


def test_main_roads_that_the_map_cuts_off_lead_out_but_not_from_a_place() -> None:
    edge = roads(((0, 0), (1, 0), "R1"), ((1, 0), (3, 0), "R2"), main=True)
    one = on(answered([ARU, BEL], [spell("Aru", "Army"), spell("Bel", "Army")], edge), "Aru", DAY)
    assert one.way is not None
    assert (one.computed, one.way.to) == (Reach.OPEN, "the edge of the roads known")
    inside = roads(((0, 0), (1, 0), "R1"), main=True)
    two = on(answered([ARU, BEL], [spell("Aru", "Army"), spell("Bel", "Army")], inside), "Aru", DAY)
    assert (two.computed, two.because) == (Reach.CUT_OFF, "no road leads out")


def test_a_place_far_from_every_road_is_not_called_cut_off() -> None:
    lost = town("Lost", (5, 5))
    paper = Paper("a", "2024-03-10")
    paper.says("Lost is besieged.").control(Change.SURROUNDED, None, where=[named("Lost")], when=on_day(DAY))
    spells = [spell("Aru", "Army"), spell("Cort", "Army"), spell("Lost", "Army")]
    assert {one.place for one in answered([ARU, CORT, lost], spells, ROW)} == {"place-Aru", "place-Cort"}
    found = answered([ARU, CORT, lost], spells, ROW, paper.claims, [paper.report()])
    one = on(found, "Lost", DAY)
    assert (one.computed, one.agrees) == (Reach.UNKNOWN, None)
    assert one.because == "no road of those given is near it; reported as cut off"


def test_without_roads_only_what_is_reported_is_listed() -> None:
    paper = Paper("a", "2024-03-10")
    paper.says("Aru is besieged.").control(Change.SURROUNDED, None, where=[named("Aru")], when=on_day(DAY))
    found = answered(
        [ARU, BEL], [spell("Aru", "Army"), spell("Bel", "Army")], roads(), paper.claims, [paper.report()]
    )
    assert [(one.place, one.computed) for one in found] == [("place-Aru", Reach.UNKNOWN)]
    assert found[0].because.startswith("no roads were given")


def besieged(stance: Stance = Stance.ASSERTED, party: str | None = "Front") -> Paper:
    paper = Paper("a", "2024-03-10")
    said = paper.says("Aru is besieged by the Front.")
    said.control(Change.SURROUNDED, party, where=[named("Aru")], when=on_day(DAY), stance=stance)
    return paper


@pytest.mark.parametrize(
    ("bel", "stance", "agrees", "words"),
    [
        ("Front", Stance.ASSERTED, True, "reported as cut off too"),
        ("Army", Stance.ASSERTED, False, "but reported as cut off"),
        ("Front", Stance.DENIED, False, "but reported as not cut off"),
        ("Army", Stance.DENIED, True, "reported as not cut off too"),
    ],
)
def test_reported_and_computed_stand_side_by_side(bel: str, stance: Stance, agrees: bool, words: str) -> None:
    paper = besieged(stance)
    spells = [spell("Aru", "Army"), spell("Bel", bel), spell("Cort", "Army")]
    one = on(answered([ARU, BEL, CORT], spells, ROW, paper.claims, [paper.report()]), "Aru", DAY)
    assert one.reported == (paper.claims[0].id,)
    assert one.agrees is agrees
    assert one.because.endswith(words)


def test_reports_that_differ_neither_agree_nor_disagree() -> None:
    one, other = besieged(), besieged(Stance.DENIED)
    other.name = "b"
    claims = [
        *one.claims,
        *[type(c)(**{f: getattr(c, f) for f in c.__slots__} | {"id": "z"}) for c in other.claims],
    ]
    spells = [spell("Aru", "Army"), spell("Bel", "Front"), spell("Cort", "Army")]
    found = on(answered([ARU, BEL, CORT], spells, ROW, claims, [one.report(), other.report()]), "Aru", DAY)
    assert found.agrees is None
    assert found.because.endswith("reports say both that it is cut off and that it is not")


def test_a_siege_by_the_holder_is_of_others() -> None:
    paper = besieged(party="Army")
    spells = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    assert (
        on(answered([ARU, BEL, CORT], spells, ROW, paper.claims, [paper.report()]), "Aru", DAY).reported == ()
    )


RING = roads(
    ((0, 0), (1, 0), "R1"), ((1, 0), (2, 0), "R2"), ((0, 0), (1, 1), "R3"), ((1, 1), (2, 0), "R4"),
    gates=[("Korva Gate", (2, 0))],
)  # fmt: skip
ALL = [spell(name, "Army") for name in ("Aru", "Bel", "Cort", "Dun")]


def told(*sentences: tuple[str, str, tuple[str, ...], str]) -> Paper:
    """Return a paper of claims of access: the words, what is shut or open, places, and the day."""
    paper = Paper("a", "2024-03-20")
    for text, thing, places, when in sentences:
        paper.says(text)._claim(
            ClaimKind.ACCESS, Agreed((), thing), {"where": [named(p) for p in places], "when": on_day(when)}
        )
    return paper


def test_roads_said_to_be_shut_are_shut_until_said_to_be_open() -> None:
    paper = told(
        (
            "The road between Aru and Bel was closed.",
            "The road between Aru and Bel",
            ("Aru", "Bel"),
            "2024-03-05",
        ),
        ("The R3 was cut at Dun.", "The R3", ("Dun",), "2024-03-06"),
        ("The R3 to Dun has reopened.", "The R3", ("Dun",), "2024-03-12"),
    )
    found = answered([ARU, BEL, CORT, DUN], ALL, RING, paper.claims, [paper.report()])
    answers = [on(found, "Aru", f"2024-03-{n}").computed for n in ("04", "05", "06", "11", "12")]
    assert answers == [Reach.OPEN, Reach.OPEN, Reach.CUT_OFF, Reach.CUT_OFF, Reach.OPEN]
    cut = on(found, "Aru", "2024-03-08")
    assert [(c.road, c.claims) for c in cut.closures] == [
        ("R1", (paper.claims[0].id,)), ("R3", (paper.claims[1].id,))
    ]  # fmt: skip


def test_a_road_counts_as_shut_for_a_week() -> None:
    paper = told(("The road between Aru and Bel was closed.", "The road", ("Aru", "Bel"), "2024-03-05"))
    row = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    found = answered([ARU, BEL, CORT], row, ROW, paper.claims, [paper.report()])
    assert [on(found, "Aru", text).computed for text in ("2024-03-12", "2024-03-13")] == [
        Reach.CUT_OFF,
        Reach.OPEN,
    ]


def test_a_crossing_said_to_be_shut_is_no_way_out() -> None:
    paper = told(("The Korva Gate crossing was closed.", "The Korva Gate crossing", (), "2024-03-05"))
    row = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    found = answered([ARU, BEL, CORT], row, ROW, paper.claims, [paper.report()])
    assert [on(found, "Aru", text).computed for text in ("2024-03-04", "2024-03-05")] == [
        Reach.OPEN,
        Reach.CUT_OFF,
    ]


def test_a_bridge_that_was_destroyed_parts_a_place_from_its_road() -> None:
    short = town("Aru", (0, 0))
    pairs = [((0, 0), (0.15, 0), "R1"), ((0.15, 0), (0.18, 0), "R1"), ((0.18, 0), (1, 0), "R1")]
    network = roads(*pairs, gates=[("Korva Gate", (1, 0))], bridges=[1])
    paper = Paper("a", "2024-03-10")
    strike = paper.says("An air strike destroyed the bridge at Aru.")
    strike.attack(target=named("the bridge"), where=[named("Aru")], when=on_day("2024-03-05"))
    held = [spell("Aru", "Army"), spell("Bel", "Army")]
    found = answered([short, BEL], held, network, paper.claims, [paper.report()])
    assert on(found, "Aru", "2024-03-04").computed is Reach.OPEN
    one = on(found, "Aru", "2024-03-06")
    assert one.computed is Reach.CUT_OFF
    assert [(c.road, c.place, c.holder, c.claims) for c in one.closures] == [
        ("R1", "place-Aru", None, (paper.claims[0].id,))
    ]
    assert on(found, "Bel", "2024-03-06").computed is Reach.OPEN


def test_one_of_several_bridges_is_not_guessed() -> None:
    pairs = [
        ((0, 0), (0.15, 0), "R1"),
        ((0.15, 0), (1, 0), "R1"),
        ((0, 0), (0, 0.15), "R2"),
        ((0, 0.15), (1, 0), "R2"),
    ]
    network = roads(*pairs, gates=[("Korva Gate", (1, 0))], bridges=[0, 2])
    paper = Paper("a", "2024-03-10")
    strike = paper.says("An air strike destroyed the bridge at Aru.")
    strike.attack(target=named("the bridge"), where=[named("Aru")], when=on_day("2024-03-05"))
    held = [spell("Aru", "Army"), spell("Bel", "Army")]
    found = answered([ARU, BEL], held, network, paper.claims, [paper.report()])
    assert {one.computed for one in found} == {Reach.OPEN}


def test_days_that_tell_nothing_new_are_one_record() -> None:
    spells = [spell("Aru", "Army"), spell("Cort", "Army"), spell("Bel", "Army", end="2024-03-09"),
              spell("Bel", "Army", "2024-03-10", claims=("claim-again",))]  # fmt: skip
    found = [one for one in answered([ARU, BEL, CORT], spells, ROW) if one.place == "place-Aru"]
    assert [(str(one.when.earliest), one.when.latest) for one in found] == [("2024-03-01", None)]
    assert set(found[0].claims) == {"claim-Aru", "claim-Bel", "claim-Cort", "claim-again"}


def test_all_roads_cut_is_a_report_of_the_place_not_of_a_road() -> None:
    paper = told(("All roads out of Aru are cut.", "All roads out of Aru", ("Aru",), "2024-03-05"))
    row = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    one = on(answered([ARU, BEL, CORT], row, ROW, paper.claims, [paper.report()]), "Aru", "2024-03-05")
    assert (one.computed, one.agrees, one.reported) == (Reach.OPEN, False, (paper.claims[0].id,))


def test_a_place_without_coordinates_takes_the_spot_of_its_one_name_on_the_map() -> None:
    unlocated = town("Bel", (1, 0))
    bare = type(unlocated)(unlocated.id, "Bel", ("Bel",))
    network = roads(
        ((0, 0), (1, 0), "R1"),
        ((1, 0), (2, 0), "R2"),
        gates=[("Korva Gate", (2, 0))],
        map_places=[("Bel", (1, 0))],
    )
    spells = [spell("Aru", "Army"), spell("Bel", "Front"), spell("Cort", "Army")]
    assert on(answered([ARU, bare, CORT], spells, network), "Aru", DAY).computed is Reach.CUT_OFF


def test_a_window_of_days_counts_from_its_last() -> None:
    paper = Paper("a", "2024-03-20")
    paper.says("The road between Aru and Bel was closed.")._claim(
        ClaimKind.ACCESS, Agreed((), "The road"),
        {"where": [named("Aru"), named("Bel")], "when": between("2024-03-14", "2024-03-20", "")},
    )  # fmt: skip
    row = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    found = answered([ARU, BEL, CORT], row, ROW, paper.claims, [paper.report()])
    assert on(found, "Aru", "2024-03-14").computed is Reach.CUT_OFF  # a span is dated by its start


def test_a_siege_that_was_lifted_is_reported_as_not_cut_off() -> None:
    paper = Paper("a", "2024-03-10")
    said = paper.says("The siege of Aru was lifted.")
    said.control(Change.RELIEVED, None, where=[named("Aru")], when=on_day(DAY))
    row = [spell(name, "Army") for name in ("Aru", "Bel", "Cort")]
    one = on(answered([ARU, BEL, CORT], row, ROW, paper.claims, [paper.report()]), "Aru", DAY)
    assert (one.agrees, one.reported) == (True, (paper.claims[0].id,))
