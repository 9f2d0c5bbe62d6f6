"""Copy reports and gold with every place, group, person, date and number changed.

    python -m eval.rename TEXTS GOLD MAP --out DIR

Writes DIR/reports and DIR/gold.json. The account of the copy should score as the first does: where it
does not, the reading hangs on names that it knows. MAP is a YAML file like those in eval/renames.
"""

import argparse
import calendar
import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from eval.renaming.renamer import Renamer, read_renamer

REPORT_OR_FACT = re.compile(r"\d{3}(-[a-z]\d+)?")
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def rename_gold(value: Any, renamer: Renamer) -> Any:
    """Return gold content with everything changed as in the texts; ids of reports and facts stay."""
    if isinstance(value, str):
        return rename_string(value, renamer)
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, str) and ISO_DATE.fullmatch(v) for v in value):
            return move_pair(value, renamer)
        return [rename_gold(item, renamer) for item in value]
    if isinstance(value, dict):
        renamed = {rename_string(k, renamer): rename_gold(v, renamer) for k, v in value.items()}
        if "measure" in value and renamer.counts(value["text"]):
            bounds = {k: value[k] for k in ("low", "high") if value.get(k) is not None}
            renamed |= {k: renamer.number(bound) for k, bound in bounds.items()}
        return renamed
    return value


def rename_string(words: str, renamer: Renamer) -> str:
    """Return one string of the gold, changed unless it is an id."""
    return words if REPORT_OR_FACT.fullmatch(words) else renamer.text(words)


def move_pair(pair: list[str], renamer: Renamer) -> list[str]:
    """Return an interval moved; a whole year stays whole years, a whole month whole months."""
    first, last = (date.fromisoformat(day) for day in pair)
    move = timedelta(days=renamer.days)
    ends = [first + move, last + move]
    if first != last and (first.month, first.day) == (1, 1):
        ends[0] = date((date(first.year, 7, 1) + move).year, 1, 1)
    elif first != last and first.day == 1:
        ends[0] = (first.replace(day=15) + move).replace(day=1)
    if first != last and (last.month, last.day) == (12, 31):
        ends[1] = date((date(last.year, 7, 1) + move).year, 12, 31)
    elif first != last and last.day == calendar.monthrange(last.year, last.month)[1]:
        middle = last.replace(day=15) + move
        ends[1] = middle.replace(day=calendar.monthrange(middle.year, middle.month)[1])
    return [str(end) for end in ends]


def rename_case(texts: Path, gold: Path, renamer: Renamer, out: Path) -> None:
    """Write the changed copy of a case to `out`."""
    (out / "reports").mkdir(parents=True, exist_ok=True)
    for path in sorted(texts.iterdir()):
        changed = renamer.text(path.read_text(encoding="utf-8"))
        (out / "reports" / path.name).write_text(changed, encoding="utf-8")
    content = rename_gold(json.loads(gold.read_text(encoding="utf-8")), renamer)
    (out / "gold.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Write the copy; return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.rename", description="Change every name and number."
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("map", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    rename_case(given.texts, given.gold, read_renamer(given.map), given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
