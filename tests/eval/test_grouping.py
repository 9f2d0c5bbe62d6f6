"""The adapters on grouping: what is read, refused and split, and the shares of a small set."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from eval import airwars_syria, ecbplus
from eval.grouping import Text, shares

FIRE = "A fire at the Brenik mill in Oldava killed the miller Dano Meliv on Tuesday, the fire service said."
WAIT = "One moment, please... Please wait while your request is being verified..."


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


def page(
    name: str, text: str, *incidents: str, kind: str = "news_article", script: str = "latin"
) -> dict[str, Any]:
    return {
        "source_id": name, "text": text, "incident_ids": list(incidents), "source_type": kind,
        "script": script, "original_url": f"https://{name}.example/1", "page_title": "",
        "publication_date": "", "publisher": name,
    }  # fmt: skip


def test_pages_are_read_grouped_and_scored(tmp_path: Path) -> None:
    rows = [
        page("a", f"{FIRE} Neighbours wept.", "one"),
        page("b", f"{FIRE} The mill had stood for ninety years.", "one", kind="ngo_report"),
        page("c", "Envoys of Karsia signed a treaty on grain with Torvan after weeks of talks.", "two"),
        page("d", WAIT, "one"),
        page("e", FIRE, "one", kind="public_x_post"),
        page("f", FIRE, "one", script="arabic"),
    ]  # fmt: skip
    write(tmp_path / airwars_syria.DATA[0], rows)
    got = airwars_syria.score(tmp_path)
    assert (got["pages"], got["read"]) == (4, 3)
    assert got["all.f1"] == got["web.all.f1"] == 1.0


def test_incidents_that_one_page_ties_together_fall_on_one_side(tmp_path: Path) -> None:
    rows = [page("a", FIRE, "x", "y"), page("b", FIRE, "y", "z"), page("c", FIRE, "z"), page("d", FIRE, "v")]
    write(tmp_path / airwars_syria.DATA[0], rows)
    topics = [text.topic for text in airwars_syria.read_texts(tmp_path)]
    assert topics == ["incident x"] * 3 + ["incident v"]


def test_documents_are_title_and_text_and_look_alikes_fall_on_one_side(tmp_path: Path) -> None:
    rows = [
        {"file": "1_1", "subtopic": "1one", "title": FIRE, "text": ""},
        {
            "file": "1_2",
            "subtopic": "1two",
            "title": "A quake.",
            "text": "A quake shook Karsia and felled a tower.",
        },
    ]
    write(tmp_path / ecbplus.DATA[0], rows)
    first, second = ecbplus.read_texts(tmp_path)
    assert first.content == FIRE
    assert first.topic == second.topic
    assert first.told != second.told
    assert ecbplus.score(tmp_path)["all.f1"] == 1.0


def test_a_text_that_was_not_read_is_not_scored() -> None:
    texts = [Text("a", "", frozenset({"x"}), "t"), Text("b", "", frozenset({"x"}), "t")]
    assert shares(texts, {"a": frozenset({"g"})})["all.f1"] == pytest.approx(1.0)
