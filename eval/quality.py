"""docs/quality.md, made from what was measured and from the words of quality.yml."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "quality.yml"
NOT_MEASURED = "*absent*"
Shares = Mapping[str, float]


def words() -> dict[str, Any]:
    """Return the words of the page: of each set what is asked, to be reached, learned and reported on."""
    loaded: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return loaded


def page(results: Mapping[str, Shares]) -> str:
    """Return the page; a set or measure that was not measured is absent."""
    told = words()
    parts = [f"# {told['title']}", told["intro"].strip()]
    parts += [part for one in told["sets"] for part in _set(one, results)]
    parts += [f"## {told['wrong']['title']}", told["wrong"]["text"].strip(), told["end"].strip()]
    return "\n\n".join(parts) + "\n"


def _set(told: Mapping[str, Any], results: Mapping[str, Shares]) -> Iterator[str]:
    got = results.get(told["name"], {})
    yield f"## {told['title']}"
    yield f"`{told['command']}`. {told['about'].strip()}"
    if not got:
        yield "Absent: its data was not there when this page was made."
        return
    rows = [_row(row, got, told.get("of", 1)) for row in told["rows"]]
    aims = any(row.get("aim") for row in told["rows"])
    yield "\n".join([*_head(aims), *(_line(cells, aims) for cells in rows)])
    if after := told.get("after"):
        yield after.strip()


def _head(aims: bool) -> tuple[str, str]:
    return ("| question | got | to reach |", "|---|---|---|") if aims else ("| question | got |", "|---|---|")


def _row(row: Mapping[str, Any], got: Shares, whole: float) -> tuple[str, str, str]:
    """Return what is asked, what was got and what is to be reached; several measures stand side by side."""
    values = [_value(got.get(measure), whole) for measure in row["measures"]]
    return row["asks"], ", ".join(values), str(row.get("aim", ""))


def _value(share: float | None, whole: float) -> str:
    """Return a share in percent, with one digit after the point; `whole` is what a full share is."""
    return NOT_MEASURED if share is None else f"{100 * share / whole:.1f} %"


def _line(cells: tuple[str, str, str], aims: bool) -> str:
    return "| " + " | ".join(cells if aims else cells[:2]) + " |"
