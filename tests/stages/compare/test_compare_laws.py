"""Laws: order never matters, a copy never adds a strand, passages are the same words in both texts."""

from datetime import date

from compare_texts import BRIDGE, FERRY, MINE, report
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Report
from warmonitor.stages.compare import compare
from warmonitor.stages.compare.wording import read_words

PARAGRAPHS = [*FERRY.split("\n\n"), *BRIDGE.split("\n\n"), *MINE.split("\n\n")]
DATES = st.one_of(st.none(), st.dates(date(2023, 11, 1), date(2024, 12, 31)))
TEXTS = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=7, unique=True).map("\n\n".join)
REPORTS = st.lists(
    st.builds(report, TEXTS, st.sampled_from("abcdef"), DATES), max_size=6, unique_by=lambda one: one.id
)


@settings(max_examples=60)
@given(REPORTS.flatmap(lambda reports: st.tuples(st.just(reports), st.permutations(reports))))
def test_order_never_matters(orders: tuple[list[Report], list[Report]]) -> None:
    assert compare(orders[0]) == compare(orders[1])


@settings(max_examples=60)
@given(REPORTS.filter(bool))
def test_a_copy_never_adds_a_strand(reports: list[Report]) -> None:
    copied = reports[0]
    copy = report(copied.text, "the copy", copied.stated_date)
    assert len(compare([*reports, copy]).strands) <= len(compare(reports).strands)


@settings(max_examples=60)
@given(REPORTS)
def test_every_report_is_in_one_strand_and_goes_back_inside_it(reports: list[Report]) -> None:
    found = compare(reports)
    members = [member for strand in found.strands for member in strand.reports]
    assert sorted(members) == sorted(one.id for one in reports)
    strand_of = {member: strand.id for strand in found.strands for member in strand.reports}
    for one in found.reports:
        assert one.strand == strand_of[one.id]
        assert one.copy_of is None or strand_of[one.copy_of] == one.strand
    for strand in found.strands:
        firsts = {one.id for one in found.reports if one.strand == strand.id and one.copy_of is None}
        assert len(firsts) == 1


@settings(max_examples=40)
@given(REPORTS)
def test_passages_are_the_same_words_in_both_texts_and_changes_are_not(reports: list[Report]) -> None:
    found = compare(reports)
    text = {one.id: one.text for one in found.reports}
    for link in (link for strand in found.strands for link in (*strand.links, *strand.beside)):
        for passage in link.passages:
            mine, theirs = passage.copy.of(text[link.copy]), passage.of.of(text[link.of])
            assert read_words(report(mine)).words == read_words(report(theirs)).words != ()
        for change in link.changes:
            assert change.copy.of(text[link.copy]) != change.of.of(text[link.of])
        assert 0 <= link.shared <= 1
        assert link.because
        assert link.kind_because


@settings(max_examples=40)
@given(REPORTS)
def test_links_join_strands_and_what_is_beside_does_not(reports: list[Report]) -> None:
    found = compare(reports)
    strand_of = {one.id: one.strand for one in found.reports}
    for strand in found.strands:
        assert all(strand_of[link.copy] == strand_of[link.of] == strand.id for link in strand.links)
        assert all(link.kind.dependent for link in strand.links)
        assert all(strand_of[link.copy] == strand.id for link in strand.beside)
        assert all(strand_of[link.of] != strand.id for link in strand.beside)


@settings(max_examples=40)
@given(st.lists(st.builds(report, st.text(max_size=300), st.sampled_from("ab"), DATES), max_size=4))
def test_no_text_breaks_it(reports: list[Report]) -> None:
    found = compare(reports)
    assert len(found.reports) == len({one.id for one in reports})
    for one in found.reports:
        assert one.dated.because
