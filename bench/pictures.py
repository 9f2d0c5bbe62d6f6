"""Pictures of every page of the reading room, at a desk and on a phone, to be looked at.

    python -m bench.pictures --out FOLDER [--store DIR] [--only PATH] [--print] [--forced] [--rtl] [--zoomed]

Each page is taken whole, 1280 and 360 pixels wide, or instead as it prints (PDF, A4), in the colours of the
reader's system, with its text from right to left, or twice as large. A line a page says what is wider than
the screen and what failed. A store that is given is copied; without one the room is empty.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.pictured import addresses
from bench.rooms_served import Office, served
from warmonitor.store.reader import Reader
from warmonitor.store.store import open_store

_DESK, _PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
VIEWS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": _DESK},
    "phone": {"viewport": _PHONE},
    "print": {"viewport": _DESK},
    "forced": {"viewport": _DESK, "forced_colors": "active"},
    "rtl": {"viewport": _DESK},
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}
_CHROMIUM = "/usr/bin/chromium"
_PAUSE = 400  # milliseconds until scripts have drawn
_OVER = "document.documentElement.scrollWidth - innerWidth"


def main() -> None:
    """Take a picture of each page in each view."""
    parser = argparse.ArgumentParser(prog="python -m bench.pictures", description="Pictures of every page.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--store", type=Path, help="store to be shown; an empty one if none is given")
    parser.add_argument("--only", default="", help="beginning of the addresses that are taken")
    parser.add_argument("--desk", dest="views", action="append_const", const="desk", help="1280 wide alone")
    parser.add_argument("--phone", dest="views", action="append_const", const="phone", help="360 wide alone")
    for view in ("print", "forced", "rtl", "zoomed"):
        parser.add_argument(f"--{view}", dest="views", action="append_const", const=view)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        for line in _taken(browser, given, Path(folder) / "store"):
            print(line, flush=True)


def _taken(browser: Browser, given: argparse.Namespace, at: Path) -> Iterator[str]:
    if given.store:
        shutil.copytree(given.store, at)
    with open_store(str(at), None, create=not given.store) as store:
        office = Office(store)
        asked = [one for one in addresses(Reader(store.database)) if one[1].startswith(given.only)]
        with served(office.app) as room:
            for view in given.views or ("desk", "phone"):
                page = _window(browser, view, office, room)
                for name, address in asked:
                    yield f"{_picture(page, room + address, given.out / f'{name}-{view}', view)} {address}"
                page.context.close()


def _window(browser: Browser, view: str, office: Office, room: str) -> Page:
    context = browser.new_context(**VIEWS[view])
    context.add_cookies([{"name": office.cookie, "value": office.session, "url": room}])
    return context.new_page()


def _picture(page: Page, address: str, out: Path, view: str) -> str:
    answer = page.goto(address)
    page.wait_for_timeout(_PAUSE)
    if view == "rtl":
        page.evaluate("document.documentElement.dir = 'rtl'")
    if view == "print":
        page.pdf(path=out.with_suffix(".pdf"), format="A4")
    else:
        page.screenshot(path=out.with_suffix(".png"), full_page=True)
    over, long = page.evaluate(_OVER), page.evaluate("document.documentElement.scrollHeight")
    said = f", {over} px too wide" if over > 0 else ""
    return f"{out.name}: {answer.status if answer else 'no answer'}, {long} px long{said}"


if __name__ == "__main__":
    main()
