"""docs/architecture.md names every file of the source once, with its purpose, and none that is gone."""

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "warmonitor"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PARTS = re.findall(r"^### `([^`]+)`\n(.*?)(?=^#|\Z)", PAGE, flags=re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^- `([^`]+\.py)`: (\S.*)$", re.MULTILINE)


def folder(heading: str) -> str:
    return "" if heading == "warmonitor/" else heading


NAMED = Counter(folder(heading) + name for heading, body in PARTS for name, _ in ROW.findall(body))


def modules() -> set[str]:
    return {p.relative_to(SOURCE).as_posix() for p in SOURCE.rglob("*.py") if p.name != "__init__.py"}


def faces() -> set[str]:
    """Packages that say in their `__init__.py` what they are for."""
    return {
        f"{p.parent.relative_to(SOURCE).as_posix()}/".removeprefix("./")
        for p in SOURCE.rglob("__init__.py")
        if ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))
    }


def test_every_module_is_named() -> None:
    assert sorted(modules() - set(NAMED)) == []


def test_every_module_named_exists_and_is_named_once() -> None:
    assert sorted(set(NAMED) - modules()) == []
    assert [name for name, times in NAMED.items() if times > 1] == []


def test_every_package_has_a_heading() -> None:
    assert sorted(faces() - {folder(heading) for heading, _ in PARTS}) == []


def test_stages_stand_in_the_order_of_the_flow() -> None:
    stages = [heading for heading, _ in PARTS if heading.startswith("stages/")]
    assert stages == sorted(stages)
