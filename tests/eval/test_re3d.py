"""The set's layout, with texts of our own: what is counted, and what is not."""

import json
from pathlib import Path

import pytest

from eval.re3d import score

TEXT = "Kenyan troops took the port of Bor, 12 km away, from the rebels. They attacked the rebels."


def write(folder: Path, rows: dict[str, list[dict[str, object]]]) -> Path:
    home = folder / "re3d" / "Some Source"
    home.mkdir(parents=True)
    for name, lines in rows.items():
        (home / f"{name}.json").write_text("\n".join(json.dumps(row) for row in lines), encoding="utf-8")
    return folder


def mark(kind: str, words: str, confidence: float = 1.0) -> dict[str, object]:
    start = TEXT.index(words)
    end = start + len(words)
    return {
        "documentId": "d",
        "type": kind,
        "begin": start,
        "end": end,
        "value": words,
        "confidence": confidence,
    }


def tie(kind: str, source: str, target: str) -> dict[str, object]:
    a, b = TEXT.index(source), TEXT.rindex(target)
    ends = {"sourceBegin": a, "sourceEnd": a + len(source), "targetBegin": b, "targetEnd": b + len(target)}
    return {"documentId": "d", "type": kind, "confidence": 1.0, **ends}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "documents": [{"_id": "d", "text": TEXT}],
            "entities": [
                mark("Organisation", "Kenyan troops"),
                mark("Nationality", "Kenyan", 0.0),
                mark("Location", "the port of Bor"),
                mark("Organisation", "the rebels"),
                mark("Organisation", "They"),
                {
                    **mark("Organisation", "the rebels"),
                    "begin": TEXT.rindex("the rebels"),
                    "end": len(TEXT) - 1,
                },
                mark("Quantity", "12 km"),
            ],
            "relations": [
                tie("InChargeOf", "Kenyan troops", "the port of Bor"),
                tie("FightingAgainst", "They", "the rebels"),
            ],
        },
    )


def test_what_is_marked_is_found(data: Path) -> None:
    got = score(data)
    assert got["mentions"] == 1
    assert got["mentions_held"] == 1
    assert got["quantities"] == 1
    assert got["in_charge"] == 1
    assert got["fights"] > 0


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "re3d").mkdir()
    assert score(tmp_path) == {}
