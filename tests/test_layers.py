"""The direction of imports, read from the source: an arrow that runs back up fails here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "warmonitor"
MODULES = sorted(SOURCE.rglob("*.py"))

MAY_IMPORT = {
    "model": set(),
    "language": {"model"},
    "reference": {"model", "language"},
    "stages": {"model", "language", "reference"},
    "flow": set(),
    "store": {"model"},
    "exports": {"model"},
    "web": {"model", "store", "exports"},
    "run": {"model", "language", "stages", "reference", "flow", "store", "exports"},
    "cli": {"model", "run", "reference", "flow", "store", "exports", "web"},
    "__main__": {"cli"},
}
# Optional or slow libraries that a command loads only when it needs them.
HEAVY = {"trafilatura", "htmldate", "feedparser", "warcio", "py3langid", "rich", "charset_normalizer", "lxml"}
NETWORK = {"socket", "ssl", "urllib.request", "http.client", "httpcore2", "httpx", "httpx2"}
DATABASE = {"sqlite3", "sqlalchemy"}


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_run_down(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for _, name in imports(ast.parse(path.read_text())):
        parts = name.split(".")
        if parts[0] != "warmonitor" or len(parts) == 1 or parts[1] == "__version__":
            continue
        allowed = MAY_IMPORT[here] | {here}
        assert parts[1] in allowed, f"{path}: {here} must not import {name}"
        if here == "stages" == parts[1]:
            own = path.relative_to(SOURCE).parts[1]
            assert len(parts) < 3 or parts[2] == own, f"{path}: stages never import each other ({name})"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_edges_touch_network_or_database(path: Path) -> None:
    parts = path.relative_to(SOURCE).parts
    named = {name for _, name in imports(ast.parse(path.read_text()))}
    if parts[:3] != ("stages", "archive", "fetch") and parts[0] != "web":
        assert not named & NETWORK
    if parts[0] not in {"store", "reference", "cli"}:
        assert not named & DATABASE


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_import_inside_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text())
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            late = {name.split(".")[0] for _, name in imports(function)}
            assert late <= HEAVY | ({"warmonitor"} if path.parts[-2] == "cli" else set()), path


def test_no_import_cycle() -> None:
    known = {".".join(("warmonitor", *p.relative_to(SOURCE).with_suffix("").parts)): p for p in MODULES}
    arrows = {
        name: {
            target for _, target in imports(ast.parse(path.read_text())) if target in known and target != name
        }
        for name, path in known.items()
    }
    settled: set[str] = set()
    while free := {name for name, targets in arrows.items() if name not in settled and targets <= settled}:
        settled |= free
    assert settled == set(known), f"in a cycle: {sorted(set(known) - settled)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_over_500_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 500
