"""Sentences that update an earlier toll tell which of two states of a story is the earlier."""

from datetime import date

from compare_texts import FERRY, report

from warmonitor.stages.compare import compare

DAY = date(2023, 11, 7)
BEFORE = (
    "Seven traders were also killed by shells that fell on the cattle yards of Rufaa, the committee said."
)
AFTER = (
    "Eleven traders were also killed in mortar attacks on the cattle yards of Rufaa, the committee said, "
    "updating an earlier toll."
)


def first_of(one: tuple[str, date], two: tuple[str, date]) -> tuple[str, str]:
    reports = [report(f"{FERRY}\n\n{text}", name, day) for (text, day), name in ((one, "one"), (two, "two"))]
    found = compare(reports)
    (link,) = [link for strand in found.strands for link in strand.links]
    return next(r.source for r in reports if r.id == link.of), link.because


def test_the_lower_figure_is_the_earlier_state_though_posted_later() -> None:
    first, because = first_of((AFTER, DAY), (BEFORE, date(2023, 11, 9)))
    assert first == "two"
    assert "updates a toll" in because


def test_without_a_word_of_an_update_the_day_tells() -> None:
    plain = AFTER.replace(", updating an earlier toll", "")
    assert first_of((plain, DAY), (BEFORE, date(2023, 11, 9)))[0] == "one"


def test_an_update_of_another_toll_tells_nothing() -> None:
    other = "Seven goats were lost on the road to the salt pans beyond the last customs post, drivers said."
    assert first_of((AFTER, DAY), (other, date(2023, 11, 9)))[0] == "one"


def test_a_copy_of_the_update_is_no_earlier_state() -> None:
    assert first_of((AFTER, DAY), (AFTER.replace("Rufaa", "Sennar"), date(2023, 11, 9)))[0] == "one"
