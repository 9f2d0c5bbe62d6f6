"""One speech in several wordings is one statement; other words of the speaker are not."""

import pytest
from literal_claims import Paper, actor, claims_of, copy_of, reports_of, strands_of

from warmonitor.model import ActorKind, Statement
from warmonitor.stages.reconcile import reconcile
from warmonitor.stages.reconcile.wording import Wording, same_speech

ACTORS = [
    actor("Burhan", part_of="Sudanese army", kind=ActorKind.PERSON),
    actor("Sudanese army"),
    actor("Hemedti", kind=ActorKind.PERSON),
]


def quoting(name: str, words: str, *speakers: str, dated: str = "2024-03-25") -> Paper:
    paper = Paper(name, dated)
    paper.says(f"“{words}” {speakers[0]} said.").statement(by=speakers)
    return paper


def statements(*papers: Paper) -> tuple[Statement, ...]:
    return reconcile(claims_of(papers), [], reports_of(papers), strands_of(papers), [], ACTORS).statements


ONE = "No talks with the rebels until they leave the houses of citizens and hand over their arms."
TWO = "No talks of any kind with rebels before they quit the houses of citizens and lay down arms."
OTHER = "Our soldiers are advancing on every front and the capital will soon be free of the rebels."


def test_two_translations_are_one_statement() -> None:
    (statement,) = statements(quoting("a", ONE, "Burhan"), quoting("b", TWO, "Burhan"))
    assert statement.speaker == "actor-Burhan"
    assert [quote.report for quote in statement.quotes] == ["report-a", "report-b"]


def test_the_quotes_are_the_words_between_the_marks() -> None:
    papers = [quoting("a", ONE, "Burhan"), quoting("b", TWO, "Burhan")]
    texts = {paper.id: paper.report().text for paper in papers}
    (statement,) = statements(*papers)
    assert [quote.span.of(texts[quote.report]) for quote in statement.quotes] == [ONE, TWO]


def test_other_words_of_one_speaker_are_no_statement() -> None:
    assert statements(quoting("a", ONE, "Burhan"), quoting("b", OTHER, "Burhan")) == ()


def test_the_same_words_of_two_speakers_are_no_statement() -> None:
    assert statements(quoting("a", ONE, "Burhan"), quoting("b", ONE, "Hemedti")) == ()


def test_a_like_speech_months_later_is_another() -> None:
    assert statements(quoting("a", ONE, "Burhan"), quoting("b", TWO, "Burhan", dated="2024-09-01")) == ()


def test_the_very_words_under_a_wrong_clock_are_one_statement() -> None:
    (statement,) = statements(quoting("a", ONE, "Burhan"), quoting("b", ONE, "Burhan", dated="2025-09-01"))
    assert len(statement.quotes) == 2


def test_copies_of_one_text_are_no_second_wording() -> None:
    paper = quoting("a", ONE, "Burhan")
    assert statements(paper, copy_of(paper, "b")) == ()


def test_the_person_speaks_not_the_office_that_passed_it_on() -> None:
    (statement,) = statements(
        quoting("a", ONE, "Burhan", "Sudanese army"), quoting("b", TWO, "Burhan", "Sudanese army")
    )
    assert statement.speaker == "actor-Burhan"


def test_one_report_alone_makes_no_statement() -> None:
    assert statements(quoting("a", ONE, "Burhan")) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("We shall hold the bridge and the river bank whatever the enemy sends against us.",
         "We will keep the bridge and the river bank, whatever the enemy may send against us.", True),
        ("the enemy sends men against the bridge of the river", "bridge river enemy men", False),
        ("We will not yield.", "We will not yield.", True),
        ("We will not yield.", "We will yield tomorrow.", False),
    ],
)  # fmt: skip
def test_wordings(one: str, other: str, same: bool) -> None:
    assert same_speech(Wording.of(one), Wording.of(other)) is same
