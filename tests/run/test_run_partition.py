"""Reports to blocks: each report once, in any order the same, and one more moves few."""

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Placing
from warmonitor.run.partition import partition
from warmonitor.store.families import families_of, home_of
from warmonitor.store.tree import path_of

MOST = 3


def sketched(rows: list[int]) -> tuple[int, ...]:
    return tuple(at << 57 | row << 38 | row << 19 | row for at, row in enumerate(rows))


PLACING = st.builds(
    Placing,
    st.sampled_from(["", "QA", "QB"]),
    st.none() | st.integers(0, 800).map(lambda day: date(2031, 1, 1) + timedelta(day)),
    st.lists(st.integers(0, 3), max_size=4).map(sketched),
)
PILES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), PLACING, max_size=30)


def test_a_small_pile_is_one_block() -> None:
    placings = {"b": Placing("QA", date(2031, 1, 1)), "a": Placing("QB", date(2019, 1, 1))}
    assert partition(placings) == {"all": ("a", "b")}
    assert partition({}) == {}


def test_reports_are_parted_by_country_and_time() -> None:
    first, second, later = date(2031, 1, 1), date(2031, 1, 2), date(2032, 7, 7)
    days = {"a": first, "b": first, "c": second, "d": later}
    placings = {name: Placing("QA", day, (ord(name),)) for name, day in days.items()}
    placings["e"] = Placing("QB", later, (9,))
    assert partition(placings, 1) == {
        "QA/2031-01-01": ("a", "b"),
        "QA/2031-01-02": ("c",),
        "QA/2032": ("d",),
        "QB": ("e",),
    }


def test_a_copy_of_a_false_date_lives_with_the_first() -> None:
    placings = {
        "a": Placing("QA", date(2032, 1, 1), (1, 2)),
        "b": Placing("QB", date(2031, 1, 1), (1, 3)),
        "c": Placing("QA", date(2032, 1, 1), (4, 5)),
        "d": Placing("QB", None, (6, 2)),
    }
    assert partition(placings, 1)["QB/2031-01-01"] == ("a", "b", "d")


def test_a_band_alone_makes_no_near_copies() -> None:
    alike = {"a": Placing(bands=sketched([1, 1, 1, 2])), "b": Placing(bands=sketched([1, 1, 3, 3]))}
    unlike = {"a": Placing(bands=sketched([1, 2, 2, 2])), "b": Placing(bands=sketched([1, 3, 3, 3]))}
    assert families_of(alike) == [["a", "b"]]
    assert families_of(unlike) == [["a"], ["b"]]


@settings(max_examples=200)
@given(PILES, st.randoms(use_true_random=False))
def test_every_report_is_in_one_block_in_any_order(pile: dict[str, Placing], chance: random.Random) -> None:
    made = partition(pile, MOST)
    assert sorted(report for block in made.values() for report in block) == sorted(pile)
    order = list(pile)
    chance.shuffle(order)
    assert partition({report: pile[report] for report in order}, MOST) == made


@settings(max_examples=200)
@given(PILES)
def test_families_are_what_hangs_together(pile: dict[str, Placing]) -> None:
    families = families_of(pile)
    of = {report: at for at, family in enumerate(families) for report in family}
    for report, placing in pile.items():
        assert {of[other] for other in pile if placing.near(pile[other])} <= {of[report]}
        mates = families[of[report]]
        assert len(mates) == 1 or any(placing.near(pile[other]) for other in mates if other != report)


@settings(max_examples=200)
@given(PILES, PLACING)
def test_one_more_touches_its_family_and_what_it_splits(pile: dict[str, Placing], placing: Placing) -> None:
    whole = {**pile, "z": placing}
    before, after = partition(pile, MOST), partition(whole, MOST)
    family = next(one for one in families_of(whole) if "z" in one)
    touched = {block for block, ids in after.items() if before.get(block) != ids}
    for block in touched:
        moved = {*family} & {*after[block], *before.get(block, ())}
        split = any(above in before and above not in after for above in above_of(block, whole))
        joined = any(block in above_of(other, pile) for other in before if other not in after)
        assert moved or split or joined


def above_of(block: str, pile: dict[str, Placing]) -> set[str]:
    """The nodes above a block."""
    paths = (path_of(home_of(family, pile)[1]) for family in families_of(pile))
    return {node for path in paths if block in path for node in path[: path.index(block)]}
