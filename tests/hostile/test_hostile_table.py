"""docs/hostile.md has a row for each kind of hostile input, and every test that it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hostile.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


def test_every_kind_has_its_row() -> None:
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == list(range(1, 45))


def test_every_test_that_is_named_is_there() -> None:
    there = {}
    for name in {file for file, _ in NAMED}:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        there[name] = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert [(file, test) for file, test in NAMED if test not in there[file]] == []
    assert len(NAMED) > 50
