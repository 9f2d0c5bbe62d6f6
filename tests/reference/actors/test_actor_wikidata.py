import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from warmonitor.reference.actors.wikidata.__main__ import main

Claims = dict[str, list[Any]]


def entity(key: str, label: str, claims: Claims | None = None, **further: Any) -> dict[str, Any]:
    names = {"en": label, **further.get("names", {})}
    labels = {code: {"language": code, "value": name} for code, name in names.items()}
    also = {"en": [{"language": "en", "value": one} for one in further.get("also", ())]}
    rows = {of: [_statement(value) for value in values] for of, values in (claims or {}).items()}
    return {"id": key, "type": "item", "labels": labels, "aliases": also, "claims": rows}


def _statement(value: Any) -> dict[str, Any]:
    main, *qualifiers = value if isinstance(value, tuple) else (value,)
    found: dict[str, Any] = {"mainsnak": _snak(main), "rank": "normal"}
    if qualifiers:
        found["qualifiers"] = {
            of: [_snak(day)] for of, day in zip(("P580", "P582"), qualifiers, strict=False)
        }
    return found


def _snak(value: str) -> dict[str, Any]:
    if value.startswith("Q"):
        return {"datavalue": {"value": {"id": value}}}
    if value[:1].isdigit():
        time = {4: f"+{value}-00-00T00:00:00Z", 7: f"+{value}-00T00:00:00Z", 10: f"+{value}T00:00:00Z"}[
            len(value)
        ]
        return {"datavalue": {"value": {"time": time, "precision": {4: 9, 7: 10, 10: 11}[len(value)]}}}
    return {"datavalue": {"value": value}}


DUMP = [
    entity("Q901", "rebel group", {"P279": ["Q900"]}),
    entity("Q902", "football club", {"P279": ["Q900"]}),
    entity("Q903", "Kenya", {"P297": ["KE"]}),
    entity("Q904", "Mali", {"P297": ["ML"]}),
    entity("Q905", "president of Kenya"),
    entity("Q906", "minister of defence of Mali"),
    entity("Q10", "Orvan Liberation Front", {"P31": ["Q901"], "P17": ["Q903"], "P571": ["2014-03"],
           "P859": ["Q17"], "P576": ["2019-06-02"]}, also=["OLFR"],
           names={"fr": "Front de libération d'Orvan", "xx": "no"}),
    entity("Q11", "Ansar Dine", {"P31": ["Q901"], "P17": ["Q904"], "P571": ["2011"]},
           also=["Helpers of Dine"]),
    entity("Q12", "Orvan United", {"P31": ["Q902"], "P17": ["Q903"]}),
    entity("Q41053", "Another label", {"P31": ["Q901"]}, names={"ar": "حزب الله"}),
    entity("Q13", "Ada Vell", {"P39": [("Q905", "2001-02", "2005-01"), ("Q906", "1999")]}),
    entity("Q14", "Mwai Kibaki", {"P39": [("Q905", "2002-12-30", "2013-04-09")]}),
    entity("Q15", "Sudan Liberation Movement", {"P31": ["Q901"]}),
]  # fmt: skip


def lines(rows: list[dict[str, Any]]) -> bytes:
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{body}\n]\n".encode()


def made(folder: Path, data: bytes, name: str = "dump.json") -> tuple[int, dict[str, Any], str]:
    dump, out = folder / name, folder / "out.yml"
    dump.write_bytes(data)
    code = main([str(dump), "--out", str(out)])
    text = out.read_text(encoding="utf-8") if out.exists() else ""
    return code, yaml.safe_load(text) or {}, text


def test_a_new_group_is_a_row_with_what_the_dump_knows(tmp_path: Path) -> None:
    code, found, _ = made(tmp_path, lines(DUMP))
    (row,) = [row for row in found["new"] if row["wikidata"] == "Q10"]
    assert code == 0
    assert row == {
        "key": "orvan-liberation-front", "name": "Orvan Liberation Front", "kind": "rebel group",
        "in": ["KE"], "also": ["OLFR"], "names": {"fr": ["Front de libération d'Orvan"]}, "since": "2014-03",
        "until": "2019-06-02", "wikidata": "Q10", "ties": {"backers": ["Q17"]},
    }  # fmt: skip


def test_a_known_group_is_given_only_what_its_row_lacks(tmp_path: Path) -> None:
    _, found, _ = made(tmp_path, lines(DUMP))
    rows = {row["key"]: row["add"] for row in found["known"]}
    assert rows["ansar-dine"] == {"also": ["Helpers of Dine"], "wikidata": "Q11"}
    assert rows["hezbollah"] == {"also": ["Another label"]}


def test_what_is_no_armed_body_is_left_out(tmp_path: Path) -> None:
    assert "Orvan United" not in made(tmp_path, lines(DUMP))[2]


def test_holders_of_offices_that_the_register_lacks_have_their_terms(tmp_path: Path) -> None:
    assert made(tmp_path, lines(DUMP))[1]["offices"] == [
        ["Ada Vell", "president", "state:KE", "2001-02", "2005-01"],
        ["Ada Vell", "defence minister", "state:ML/defence-ministry", "1999", None],
    ]


def test_the_same_dump_gives_the_same_in_any_order_and_packing(tmp_path: Path) -> None:
    plain = lines(DUMP)
    texts = {
        made(tmp_path, data)[2]
        for data in (plain, lines(DUMP[::-1]), gzip.compress(plain), bz2.compress(plain))
    }
    assert len(texts) == 1


def test_a_broken_line_is_told_with_its_number_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = lines(DUMP).splitlines()
    rows.insert(3, b'{"id": "Q77", "claims": {"P31": "Q901"')
    rows.insert(5, b'{"id": 7, "labels": "Q901"}')
    code, found, _ = made(tmp_path, b"\n".join(rows))
    said = capsys.readouterr().err.splitlines()
    assert code == 3
    assert [line.split(": ")[1] for line in said] == ["dump.json:4", "dump.json:6"]
    assert found["new"]


def test_strange_values_are_no_reason_to_stop(tmp_path: Path) -> None:
    odd = {
        "id": "Q78",
        "labels": {"en": 4},
        "aliases": [],
        "claims": {"P31": [{"mainsnak": None}, "Q901"], "P571": 3},
    }
    code, found, _ = made(tmp_path, lines([*DUMP, odd]))
    assert code == 0
    assert "Q78" not in {row["wikidata"] for row in found["new"]}


@pytest.mark.parametrize("data", [None, gzip.compress(lines(DUMP), mtime=0)[:-40]])
def test_a_dump_that_is_not_there_or_breaks_off_is_refused(
    tmp_path: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = tmp_path / "dump.json.gz"
    if data is not None:
        dump.write_bytes(data)
    assert main([str(dump), "--out", str(tmp_path / "out.yml")]) == 2
    assert capsys.readouterr().err.startswith("dump-unreadable: The dump dump.json.gz cannot be read")
    assert not (tmp_path / "out.yml").exists()
