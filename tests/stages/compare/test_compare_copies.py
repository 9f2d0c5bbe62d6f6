"""Which texts depend on each other, how, and which was first."""

from collections.abc import Callable
from datetime import date

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import CopyKind, Report
from warmonitor.stages.compare import compare

PARAGRAPHS = FERRY.split("\n\n")


def links(*reports: Report) -> set[tuple[str, str, CopyKind]]:
    found = compare(reports)
    source = {one.id: one.source for one in reports}
    return {(source[k.copy], source[k.of], k.kind) for strand in found.strands for k in strand.links}


def lookalike(text: str) -> str:
    return text.translate(str.maketrans("aeo", "аео"))


EDITS: list[Callable[[str], str]] = [
    lambda text: text.replace('"', "”").replace("'", "’").replace(" - ", " – "),
    lambda text: "\n\n".join(reversed(text.split("\n\n"))),
    lambda text: text.replace("\n\n", "\n\nAdvertisement\n\n"),
    lambda text: text.replace("nine dead", "eleven dead"),
    lambda text: text + "\n\n" + MINE.split("\n\n")[2],
    lambda text: text.replace("port", "po\u200brt").replace("river", "ri\u00adver"),
    lookalike,
    lambda text: text.replace("said", "told reporters").replace("main", "chief").replace("after", "once"),
    str.upper,
    lambda text: "\n".join(text.split()),
]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_reprint_is_found(edit: Callable[[str], str]) -> None:
    first = report(FERRY, "first", date(2023, 11, 7))
    found = links(first, report(edit(FERRY), "second", date(2023, 11, 8)), report(MINE, "other"))
    assert found == {("second", "first", CopyKind.REPRINT)}


def test_a_cut_text_is_shortened() -> None:
    first = report(FERRY, "first", date(2023, 11, 7))
    cut = report("\n\n".join(PARAGRAPHS[:2]), "cut", date(2023, 11, 7))
    assert links(first, cut) == {("cut", "first", CopyKind.SHORTENED)}


def test_own_words_round_a_copied_part_are_a_rewrite() -> None:
    first = report(FERRY, "first", date(2023, 11, 7))
    added = report("\n\n".join([*MINE.split("\n\n"), *PARAGRAPHS[:2]]), "added", date(2023, 11, 8))
    assert links(first, added) == {("added", "first", CopyKind.REWRITE)}


def test_two_reports_of_one_happening_are_no_copies() -> None:
    found = compare([report(FERRY, "a"), report(BRIDGE, "b")])
    assert [strand.links for strand in found.strands] == [(), ()]
    assert all(one.copy_of is None for one in found.reports)


def test_a_statement_that_both_quote_is_no_copying() -> None:
    speech = '"' + " ".join(PARAGRAPHS[1].split()) + '" the colonel said at a briefing in the capital.'
    own = [f"{MINE}\n\n{speech}", f"{PARAGRAPHS[3]}\n\n{PARAGRAPHS[4]}\n\n{speech}"]
    assert links(report(own[0], "a"), report(own[1], "b")) == set()


def test_stock_of_a_site_is_no_copying() -> None:
    stock = " ".join(f"Readers can reach desk {n} of the newsroom at any hour of the day." for n in range(5))
    texts = [FERRY, BRIDGE, MINE]
    pages = [report(f"{text}\n\n{stock}", str(n), outlet="The Courier") for n, text in enumerate(texts)]
    assert links(*pages) == set()


def test_a_digest_joins_no_two_stories() -> None:
    digest = report(f"{MINE}\n\n{FERRY}", "digest")
    reports = [report(FERRY, "ferry"), report(MINE, "mine"), digest]
    found = compare(reports)
    strand = {one.source: one.strand for one in found.reports}
    assert strand["ferry"] != strand["mine"]
    assert strand["digest"] in {strand["ferry"], strand["mine"]}
    assert [issue.code for issue in found.issues] == ["copied-from-two"]


def test_excerpts_of_one_long_text_hang_on_it() -> None:
    whole = report(FERRY, "whole", date(2023, 11, 7))
    parts = [
        report("\n\n".join(PARAGRAPHS[:2]), "head", date(2023, 11, 8)),
        report("\n\n".join(PARAGRAPHS[3:]), "tail", date(2023, 11, 9)),
    ]
    found = compare([whole, *parts])
    assert len(found.strands) == 1
    assert {one.copy_of for one in found.reports if one.source != "whole"} == {whole.id}


def test_the_fuller_text_is_first_where_no_date_tells() -> None:
    first, cut = report(FERRY, "first"), report("\n\n".join(PARAGRAPHS[:4]), "cut")
    (strand,) = compare([cut, first]).strands
    assert [(link.copy, link.because) for link in strand.links] == [(cut.id, "the other is more complete")]


def test_a_tie_says_so() -> None:
    (strand,) = compare([report(FERRY, "one"), report(FERRY, "two")]).strands
    assert "tie" in strand.links[0].because


def test_a_note_of_correction_comes_second() -> None:
    corrected = report(f"{FERRY}\n\nThis story corrects the number of dead in paragraph four.", "corrected")
    assert links(report(FERRY, "first"), corrected) == {("corrected", "first", CopyKind.REPRINT)}


def test_fifty_copies_are_one_strand() -> None:
    copies = [report(f"Posted on site {n}.\n\n{FERRY}", f"{n}") for n in range(50)]
    found = compare([*copies, report(MINE, "other")])
    assert sorted(len(strand.reports) for strand in found.strands) == [1, 50]


def test_nothing_and_empty_texts_are_taken() -> None:
    assert compare([]).strands == []
    found = compare([report("", "a"), report("", "b"), report("Photo.", "c"), report("Photo.", "d")])
    assert [len(strand.reports) for strand in found.strands] == [1, 1, 1, 1]
