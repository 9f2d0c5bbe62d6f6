"""Every page of the reading room is asked for over a made account."""

from pathlib import Path

from bench.rooms import made
from bench.rooms_asked import Asked
from bench.rooms_served import Office


def test_no_page_is_left_out(tmp_path: Path) -> None:
    with made(tmp_path, 600) as store:
        families = dict(Asked(store, Office(store).app).families())
    assert [path for path, asked in families.items() if not asked] == []
    assert {"/compare", "/outlets/one", "/sources/quotes", "/review/{kind}/{id}", "/judgements/{id}"} <= set(
        families
    )
