"""An index grown in any order, stopped and opened again, answers as one made at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Report, make_id
from warmonitor.run.index import ReportIndex
from warmonitor.stages.compare import Candidate
from warmonitor.store import library

FERRY = """Fighters left the river port of Kosta on Tuesday after army units crossed the Atbara at two \
points, residents said. Engineers laid a pontoon bridge near the sugar refinery before dawn and moved \
armoured vehicles into the grain market by noon. "We will not leave the port again, whatever the price may \
be for our units there," a spokesman said. A doctor counted nine dead and more than forty wounded, most of \
them hit by mortar fire near the cattle yards. Shops stayed shut and the bakery ran out of flour."""
MINE = """Separatists and soldiers traded fire round the Luvenza copper mine on Friday, the sixth clash \
there this month, a church network said. Two miners were hurt when a shell struck the smelter canteen. The \
company flew its foreign staff to the coast and told the union that pay would go on until the end of March. \
The army gave no comment."""


def report(text: str, source: str) -> Report:
    return Report(make_id("report", text, source), source, "", text)


SENTENCES = [s.strip() for text in (FERRY, MINE) for s in text.split(". ")]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True).map(". ".join)
PILES = st.lists(TEXTS, min_size=1, max_size=20, unique=True).map(
    lambda texts: [report(text, str(at)) for at, text in enumerate(texts)]
)
QUOTED = "We will not leave the port again, whatever the price may be for our units there"


def answers(folder: Path, reports: list[Report]) -> list[list[Candidate]]:
    with ReportIndex(folder) as index:
        assert len(index) == len(reports)
        return [index.candidates(one) for one in reports]


@settings(max_examples=25)
@given(st.data())
def test_order_steps_and_stops_never_matter(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    reports = data.draw(PILES)
    at_once, grown = tmp_path_factory.mktemp("once"), tmp_path_factory.mktemp("grown")
    with ReportIndex(at_once) as index:
        index.add_all(reports)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "WAITING", data.draw(st.integers(1, 6)))
        # Drawn before the index is open: a draw that is given up would leave its files open.
        stops = [(one, data.draw(st.booleans())) for one in data.draw(st.permutations(reports))]
        index = ReportIndex(grown)
        for one, stopped in stops:
            index.add(one)
            if stopped:
                index._library.close()  # as a process that is killed: nothing more is written
                index = ReportIndex(grown)
        index.close()
        assert answers(at_once, reports) == answers(grown, reports)


def test_copies_excerpts_and_quotations_are_told_of_earlier_reports(tmp_path: Path) -> None:
    copy = report(FERRY.replace("nine", "ten"), "copy")
    excerpt = report(f"{MINE}\n\n{SENTENCES[3]}\n\n{MINE.upper()}", "excerpt")
    quoting = report(f"Nothing was heard from the river. “{QUOTED}” a man had said.", "quoting")
    first = report(FERRY, "first")
    with ReportIndex(tmp_path) as index:
        assert index.add(first) == []
        assert index.add(report(MINE, "mine")) == []
        for other in (copy, excerpt, quoting):
            assert first.id in {one.id for one in index.add(other)}


def test_a_report_that_comes_twice_counts_once(tmp_path: Path) -> None:
    with ReportIndex(tmp_path) as index:
        index.add(report(FERRY, "first"))
        assert index.add(report(FERRY, "first")) == []
        assert len(index) == 1
        (twin,) = index.add(report(FERRY, "second"))
        assert twin.id == report(FERRY, "first").id


def test_a_text_without_words_is_kept(tmp_path: Path) -> None:
    with ReportIndex(tmp_path) as index:
        assert index.add(report("…", "dots")) == []
        assert index.add(report("Nothing new", "short")) == []
        assert [one.runs for one in index.add(report("Nothing, new!", "same"))] == [1]
        assert len(index) == 3
