"""Sets that would fool a count of sources: nothing is dropped, and what is odd is said."""

from datetime import date

from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import CopyKind, Report
from warmonitor.stages.compare import Compared, compare

PARAGRAPHS = FERRY.split("\n\n")
OTHERS = MINE.split("\n\n")


def strand_of(found: Compared) -> dict[str, str | None]:
    return {one.source: one.strand for one in found.reports}


def dated(text: str) -> str:
    return text.replace("on Tuesday after", "on Tuesday, November 7, after")


def test_a_set_of_nothing_but_copies_is_one_strand_with_one_first() -> None:
    cuts = ["\n\n".join(p for at, p in enumerate(PARAGRAPHS) if at != left) for left in range(5)]
    copies = [report(text, f"{n}-{at}") for at, text in enumerate(cuts) for n in range(4)]
    found = compare(copies)
    assert len(set(strand_of(found).values())) == 1
    assert len([one for one in found.reports if one.copy_of is None]) == 1
    assert len(found.reports) == 20


def test_a_text_from_two_stands_in_one_strand_and_shows_the_other() -> None:
    both = report("\n\n".join([*PARAGRAPHS[:3], *OTHERS]), "both", date(2023, 11, 12))
    sources = [report(FERRY, "ferry", date(2023, 11, 7)), report(MINE, "mine", date(2023, 11, 10))]
    found = compare([*sources, both])
    strand = strand_of(found)
    assert strand["ferry"] != strand["mine"]
    assert strand["both"] in {strand["ferry"], strand["mine"]}
    (own,) = [one for one in found.strands if both.id in one.reports]
    tied = {(link.copy, link.of) for link in (*own.links, *own.beside)}
    assert tied == {(both.id, source.id) for source in sources}
    assert [(issue.code, issue.item) for issue in found.issues] == [("copied-from-two", both.id)]


def test_two_that_quote_each_other_are_two_sources() -> None:
    ours = (
        "The port will be opened to every ship that carries food before the month is out, whatever it takes."
    )
    theirs = "No ship has asked us for leave to land in Kosta since the first day of June, not one of them."
    one = report(f'{OTHERS[0]}\n\n"{ours}" the ministry said. The army had told a paper: "{theirs}"', "one")
    two = report(f'{PARAGRAPHS[3]}\n\n"{theirs}" the army said. A ministry had said: "{ours}"', "two")
    found = compare([one, two])
    assert len(found.strands) == 2
    assert all(strand.links == () for strand in found.strands)
    assert [link.kind for strand in found.strands for link in strand.beside] == [CopyKind.QUOTATION]


def test_a_clock_a_year_slow_makes_no_first() -> None:
    first = report(dated(FERRY), "first", date(2023, 11, 7), byline=("Ada Okoth",))
    copy = report(dated(FERRY), "copy", date(2022, 11, 8))
    found = compare([first, copy, report(BRIDGE, "bridge", date(2023, 11, 8))])
    assert {one.source: one.copy_of for one in found.reports} == {
        "first": None,
        "copy": first.id,
        "bridge": None,
    }
    (late,) = [one for one in found.reports if one.source == "copy"]
    assert late.dated.earliest is not None
    assert late.dated.earliest.year == 2023


def test_a_clock_a_year_fast_makes_a_copy() -> None:
    first = report(dated(FERRY), "first", date(2023, 11, 7))
    found = compare([first, report(dated(FERRY), "copy", date(2024, 11, 8))])
    assert {one.source: one.copy_of for one in found.reports} == {"first": None, "copy": first.id}


def near_copies() -> list[Report]:
    text = FERRY.replace("nine dead", "12 dead")
    wrong = text.replace("12 dead", "120 dead")
    towns = [f"{a}{b}" for a in ("North", "South", "East", "West", "New") for b in "abcdefghij"]
    return [
        report(f"{wrong if n % 20 == 7 else text}\n\nThe {town} Post", town) for n, town in enumerate(towns)
    ]


def test_a_figure_changed_in_three_of_fifty_copies_is_one_origin_and_shown() -> None:
    copies = near_copies()
    found = compare(copies)
    assert len(found.strands) == 1
    text = {one.id: one.text for one in found.reports}
    wrong = {one.id for one in copies if "120" in one.text}
    (strand,) = found.strands
    shown = [(link, change) for link in strand.links for change in link.changes if link.copy in wrong]
    assert {link.copy for link, _ in shown} == wrong
    assert {(c.copy.of(text[k.copy]), c.of.of(text[k.of])) for k, c in shown} == {("120", "12")}
    assert next(one.id for one in found.reports if one.copy_of is None) not in wrong
    issues = [issue for issue in found.issues if issue.code == "changed-in-copy"]
    assert {issue.item for issue in issues} == wrong
    for issue in issues:
        assert 'It says "120" where' in issue.said
        assert "counted 120 dead and more than forty wounded" in issue.said
        assert "counted 12 dead and more than forty wounded" in issue.said
