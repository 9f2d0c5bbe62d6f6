"""Roads for a map: near the places that somebody holds, in lines, main ones only where there are many."""

from lands import at, roads, spell, town

from warmonitor.model import PlaceIndex
from warmonitor.reference.roads import NO_ROADS, together
from warmonitor.stages.reconcile.access import shown

HERE = PlaceIndex.of([town("Kosta", (0, 0)), town("Velm", (1, 0))])
HELD = [spell("Kosta", "Army"), spell("Velm", "Front")]


def test_a_road_is_one_line_from_end_to_end() -> None:
    (line,) = shown(HELD, HERE, roads(((0, 0), (1, 0), "R1")))
    assert (line.name, line.main) == ("R1", False)
    assert {line.points[0], line.points[-1]} == {at((0, 0)), at((1, 0))}
    assert len(line.points) > 10  # pieces are shorter than a kilometre


def test_roads_far_from_every_place_are_left_out() -> None:
    network = roads(((0, 0), (1, 0), "R1"), ((30, 0), (31, 0), "R2"))
    assert {one.name for one in shown(HELD, HERE, network)} == {"R1"}


def test_a_fork_ends_a_line() -> None:
    network = roads(((0, 0), (1, 0), "R1"), ((0, 0), (0, 1), "R1"), ((0, 0), (-1, 0), "R1"))
    lines = shown(HELD, HERE, network)
    assert len(lines) == 3
    assert all(at((0, 0)) in {one.points[0], one.points[-1]} for one in lines)


def test_where_there_are_too_many_main_roads_stay() -> None:
    small = roads(((0, 0), (1, 0), "R1"), ((0, 0), (0, 1), "R2"))
    assert shown(HELD, HERE, small, most=15) == ()
    both = together([small, roads(((0, 0), (-1, 0), "M1"), main=True)])
    assert [one.main for one in shown(HELD, HERE, both, most=45)] == [True]


def test_nothing_is_drawn_without_roads_or_places() -> None:
    assert shown(HELD, HERE, NO_ROADS) == ()
    assert shown([], HERE, roads(((0, 0), (1, 0), "R1"))) == ()
