from pathlib import Path

import pytest

from eval.polnear import annotated, marked, parts, score
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Span

TEXT = "The harbour guard said that two boats had sunk."
MARKS = """T1\tSource 0 17\tThe harbour guard
T2\tCue 18 22\tsaid
T3\tContent 23 27;28 46\tthat two boats had sunk
T4\tAttribution 18 22\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
#1\tAnnotatorNotes T2\tnone
"""


def folder(root: Path, part: str, marks: str) -> Path:
    own = root / "polnear" / part
    (own / "text").mkdir(parents=True)
    (own / "attributions").mkdir()
    (own / "text" / "a_1.txt").write_text(TEXT, encoding="utf-8")
    (own / "attributions" / "a_1_x.ann").write_text(marks, encoding="utf-8")
    return own


def test_standoff_is_read_by_kind_with_pieces(tmp_path: Path) -> None:
    (one,) = annotated(folder(tmp_path, "dev", MARKS))
    (attribution,) = one.attributions
    assert one.text == TEXT
    assert attribution == {
        "source": [Span(0, 17)],
        "cue": [Span(18, 22)],
        "content": [Span(23, 27), Span(28, 46)],
    }


def test_tokens_are_marked_where_they_share_a_character() -> None:
    assert marked(tokens(TEXT), [{"cue": [Span(20, 24)]}], "cue") == {3, 4}


def test_what_is_annotated_as_read_scores_one(tmp_path: Path) -> None:
    folder(tmp_path, "dev", MARKS)
    got = score(tmp_path)
    assert got["annotations"] == 1
    assert {got[f"{kind} F1"] for kind in ("source", "cue", "content")} == {1.0}


def test_what_is_annotated_otherwise_scores_by_its_tokens(tmp_path: Path) -> None:
    folder(tmp_path, "test", MARKS.replace("Cue 18 22", "Cue 18 27"))
    got = score(tmp_path)
    assert got["cue recall"] == pytest.approx(1 / 2)
    assert got["cue precision"] == 1.0
    assert got["cue F1"] == pytest.approx(2 / 3)


def test_the_part_for_learning_is_never_scored(tmp_path: Path) -> None:
    folder(tmp_path, "train", MARKS)
    assert parts(tmp_path) == []
    assert score(tmp_path) == {}
