"""What a situation report of the example says, taken out of its record."""

from typing import Any

from pages.visiting import Room
from warmonitor.store.membership import Role

AUGUST = "since=2019-08-02&until=2019-08-31"


def told(room: Room, query: str = AUGUST) -> dict[str, Any]:
    answer = room.office.session(Role.READER).get(f"/sitrep?{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def lines(section: dict[str, Any]) -> list[dict[str, Any]]:
    rows = section["table"]["rows"] if section["table"] else []
    told = [*section["lines"], *({"pieces": joined(row), "id": row["id"]} for row in rows)]
    return [*told, *(line for part in section["parts"] for line in lines(part))]


def joined(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [piece for cell in row["cells"] for piece in cell["pieces"]]


def cells(page: dict[str, Any]) -> list[str]:
    parts = [part for one in page["report"]["sections"] for part in (one, *one["parts"])]
    rows = [row for part in parts if part["table"] for row in part["table"]["rows"]]
    told = [text(line) for part in parts for line in part["lines"]]
    return [*told, *(text(cell) for row in rows for cell in row["cells"])]


def every(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for section in page["report"]["sections"] for line in lines(section)]


def text(line: dict[str, Any]) -> str:
    return "".join(piece["text"] for piece in line["pieces"])
