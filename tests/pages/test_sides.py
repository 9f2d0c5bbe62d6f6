"""The same side looks the same on the map page, in a situation report and on the account's page."""

import json
import re
from pathlib import Path

from lxml import etree
from playwright.sync_api import Browser
from typer.testing import CliRunner

from pages.conftest import EXAMPLES
from pages.test_map import DAY, ready
from pages.visiting import Room, visitor
from warmonitor.cli import app
from warmonitor.store.membership import Role

SVG = "{http://www.w3.org/2000/svg}"
_PAINTED = """names => names.map(name => {
  const entry = [...document.querySelectorAll('.legend li')].find(one => one.textContent.trim() === name);
  const canvas = entry.querySelector('canvas');
  const seen = canvas.getContext('2d').getImageData(canvas.width / 2 - 5, canvas.height / 2, 1, 1).data;
  return '#' + [...seen].slice(0, 3).map(one => one.toString(16).padStart(2, '0')).join('');
})"""


def told(room: Room) -> dict[str | None, str]:
    sides = room.office.session(Role.READER).get("/map/features").json()["sides"]
    assert sides[-1]["name"] is None
    return {one["name"]: one["colour"] for one in sides}


def test_a_side_has_one_colour_on_the_map_in_a_report_and_on_the_account_page(
    example: Room, tmp_path: Path
) -> None:
    sides = told(example)
    assert len(sides) > 2
    drawn = _legend(example)
    assert len(drawn) >= 2
    assert drawn == {name: sides[name] for name in drawn}
    made = CliRunner().invoke(app, ["account", str(EXAMPLES / "khan-sheikhoun"), "--out", str(tmp_path)])
    assert made.exit_code == 0
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    data = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert {one["name"]: one["colour"] for one in json.loads(data[1])["sides"]} == sides


def test_filters_of_the_map_change_no_side(example: Room) -> None:
    client = example.office.session(Role.READER)
    place = client.get("/map/features").json()["places"]["id"][0]
    narrow = client.get("/map/features", params={"place": place, "since": "2019-08-20"}).json()["sides"]
    assert narrow == client.get("/map/features").json()["sides"]


def test_the_legend_of_the_map_is_painted_in_these_colours(browser: Browser, example: Room) -> None:
    guest = visitor(browser, example, Role.READER)
    page = ready(guest.open(DAY))
    names = [
        name for name in told(example) if name and page.locator(f".legend li:has-text('{name}')").count()
    ]
    assert len(names) >= 2
    assert page.evaluate(_PAINTED, names) == [told(example)[name] for name in names]
    page.context.close()


def _legend(room: Room) -> dict[str | None, str]:
    """Return the colour of the disc before each name in the legend of a situation report's map."""
    client = room.office.session(Role.READER)
    pictures = client.get("/sitrep").json()["report"]["pictures"]
    tree = etree.fromstring(next(one["svg"] for one in pictures if one["id"] == "map").encode())
    every = [one for one in tree if one.tag in {f"{SVG}circle", f"{SVG}text"}]
    found: dict[str | None, str] = {}
    disc = ""
    for one in every:
        if one.tag == f"{SVG}circle":
            disc = str(one.get("fill"))
        elif one.text and one.get("x") == "30":
            found[str(one.text)] = disc
    return found
