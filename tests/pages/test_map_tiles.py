"""A user's own tiles: served by ranges to members alone, drawn under the map, with their credit."""

from pathlib import Path

from playwright.sync_api import Browser

from pages.test_map import DAY, ready
from pages.tile_file import write_tiles
from pages.visiting import Room, visitor
from warmonitor.store.membership import Role
from web.asking import Office
from web.served import served


def test_tiles_come_by_ranges(example: Room, tmp_path: Path) -> None:
    file = tmp_path / "own.pmtiles"
    file.write_bytes(bytes(range(256)) * 4)
    office: Office = example.office.set(tiles=file)
    client = office.session(Role.READER)
    answer = client.get("/tiles/map.pmtiles", headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, bytes(range(10, 20)))
    assert client.get("/tiles/map.pmtiles", headers={"Range": "bytes=9000-"}).status_code == 416
    assert office.client().get("/tiles/map.pmtiles").status_code == 401
    assert client.get("/map").json()["tiles"] == "/tiles/map.pmtiles"


def test_tiles_are_drawn_and_credited(browser: Browser, example: Room, tmp_path: Path) -> None:
    file = tmp_path / "own.pmtiles"
    write_tiles(file, 'Survey of <a href="https://evil.example/">Orlen</a><img src=x onerror=alert(1)>')
    office = example.office.set(tiles=file)
    with served(office.app) as at:
        guest = visitor(browser, Room(office, at), Role.READER)
        ranges: list[int] = []
        guest.page.on("response", lambda one: ranges.append(one.status) if "pmtiles" in one.url else None)
        page = ready(guest.open(DAY))
        assert "Survey of Orlen" in page.inner_text(".credit")
        assert page.locator(".credit img, .credit a").count() == 0
        assert set(ranges) == {206}
        guest.quiet()
        page.context.close()
