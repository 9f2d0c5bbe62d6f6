"""How two reports depend on each other, asked for by their ids."""

from datetime import date

from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import CopyKind
from warmonitor.stages.compare import compare, links_between

DAY = date(2023, 11, 7)
CUT = "\n\n".join(FERRY.split("\n\n")[:3])


def test_a_link_of_the_strands_is_the_one_that_is_asked_for() -> None:
    whole, cut = report(FERRY, "whole", DAY), report(CUT, "cut", date(2023, 11, 8))
    others = [report(MINE, "mine", DAY), report(BRIDGE, "bridge", DAY)]
    (asked,) = links_between([whole, cut, *others], [(cut.id, whole.id)])
    assert [link for strand in compare([whole, cut, *others]).strands for link in strand.links] == [asked]
    assert asked is not None
    assert (asked.copy, asked.of, asked.kind) == (cut.id, whole.id, CopyKind.SHORTENED)


def test_it_does_not_matter_who_is_named_first() -> None:
    whole, cut = report(FERRY, "whole", DAY), report(CUT, "cut", date(2023, 11, 8))
    one, other = links_between([whole, cut], [(cut.id, whole.id), (whole.id, cut.id)])
    assert one == other is not None


def test_texts_of_one_strand_are_judged_by_themselves() -> None:
    paragraphs = FERRY.split("\n\n")
    later = date(2023, 11, 8)
    head = report("\n\n".join(paragraphs[:2]), "head", later)
    tail = report("\n\n".join(paragraphs[3:]), "tail", later)
    whole = report(FERRY, "whole", DAY)
    assert len(compare([head, tail, whole]).strands) == 1
    assert links_between([head, tail, whole], [(head.id, tail.id)]) == [None]


def test_the_very_same_texts_are_named_as_asked() -> None:
    one, two, cut = report(FERRY, "one", DAY), report(FERRY, "two", DAY), report(CUT, "cut", DAY)
    same, first, second = links_between(
        [one, two, cut], [(one.id, two.id), (one.id, cut.id), (two.id, cut.id)]
    )
    assert same is not None
    assert (same.kind, {same.copy, same.of}) == (CopyKind.REPRINT, {one.id, two.id})
    assert [{link.copy, link.of} for link in (first, second) if link] == [{one.id, cut.id}, {two.id, cut.id}]


def test_nothing_ties_unknown_reports_or_one_to_itself() -> None:
    one, mine = report(FERRY, "one", DAY), report(MINE, "mine", DAY)
    asked = [(one.id, "unknown"), (one.id, one.id), (one.id, mine.id)]
    assert links_between([one, mine], asked) == [None, None, None]
