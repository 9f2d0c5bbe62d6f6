"""The measurements measure what they say; how fast anything is is no matter of these tests."""

from pathlib import Path

from bench import memory, pages, reading, watch
from warmonitor.language.en.parser import load_parser
from warmonitor.stages.extract import extract


def test_made_pages_hold_our_reports_in_furniture() -> None:
    made = pages.pages(None)
    assert made
    assert all(len(page) > 50_000 for page in made)
    assert "<article>" in made[0]


def test_no_two_made_reports_are_alike() -> None:
    texts = {memory.made(number).text for number in range(200)}
    assert len(texts) == 200
    assert len(extract(memory.made(3), load_parser())) > 2


def test_memory_is_told_on_the_way() -> None:
    assert [read for read, _ in memory.measure(10)] == [1, 5, 10]


def test_the_table_sets_each_cost_beside_extraction() -> None:
    cost = reading.Cost(extraction=2.0, claims=3.0, whole=8.0, reports=4, found=5)
    assert cost.to_extraction == 1.5
    assert "1.50 x extraction" in cost.table().splitlines()[1]
    assert "4.00 x extraction" in cost.table().splitlines()[2]


def test_a_flood_is_served_and_fetched(tmp_path: Path) -> None:
    with watch.served(5) as port:
        first, second = (watch.passed(tmp_path, port, 5) for _ in range(2))
    assert (first.new, first.issues, len(first.memory)) == (5, 0, 3)
    assert (second.new, second.issues) == (0, 0)
