"""The bench of encirclement asks the program and networkx the same, and says where they differ."""

from bench.encirclement import measure


def test_both_answer_alike_on_a_small_land() -> None:
    told = measure(800, 30, 3)
    assert told[0].startswith("800 pieces, 30 places")
    assert len(told) == 4
    assert all("same answers" in line and "networkx" in line for line in told[1:])
