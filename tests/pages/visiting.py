"""A visitor in a real browser, logged in, of whom everything is seen that the pages make it do."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, Page, Response

from warmonitor.store.membership import Role
from web.asking import Office
from web.served import Served

CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desk": (1280, 900), "phone": (360, 740)}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_DRAWN, _MAP = ".plot, #mapping", "#mapping"  # what scripts draw
SERIOUS = {"serious", "critical"}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "rules => axe.run(document, {runOnly: rules}).then(found => found.violations)"
# Refusals by the policy of our pages are events of the document; they reach the test by an attribute.
_WATCH = """document.addEventListener('securitypolicyviolation', event =>
  window.refused = [...(window.refused || []), event.violatedDirective + ' ' + event.blockedURI]);"""


@dataclass
class Room:
    """A served store and who may come in."""

    office: Office
    served: Served

    @property
    def address(self) -> str:
        return self.served.address


@dataclass
class Visitor:
    """One window of a browser; `asked` are addresses outside the room, `errors` what went wrong."""

    page: Page
    room: Room
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(_WATCH)
        self.page.on("request", lambda request: self._request(request.url))
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._ran)

    def _request(self, url: str) -> None:
        if not url.startswith((self.room.address + "/", "data:", "blob:")):
            self.asked.append(url)

    def _said(self, said: Any) -> None:
        # A browser that draws without a graphics card tells of its own speed.
        if said.type in {"error", "warning"} and "GL Driver Message" not in said.text:
            self.errors.append(said.text)

    def _ran(self, dialog: Any) -> None:
        self.errors.append("a script of the text ran")
        dialog.dismiss()

    def open(self, address: str, status: int = 200) -> Page:
        """Open a page by its address within the room, and see that it is there."""
        answer: Response | None = self.page.goto(self.room.address + address)
        assert answer is not None
        assert answer.status == status, f"{address}: {answer.status}"
        return self.page

    def see(self, address: str) -> Page:
        """Open a page and wait until what its scripts fetch and draw is there."""
        return settled(self.open(address))

    def quiet(self) -> None:
        """See that nothing was asked of others, refused by the policy, or went wrong."""
        refused = self.page.evaluate("window.refused || []")
        assert (self.asked, self.errors, refused) == ([], [], [])

    def barriers(self) -> list[str]:
        """Return what axe-core finds serious on the page that is open."""
        self.page.evaluate(AXE)
        found = self.page.evaluate(_RUN, _RULES)
        return [
            f"{one['id']}: {node['target']}"
            for one in found
            if one["impact"] in SERIOUS
            for node in one["nodes"]
        ]


def visitor(browser: Browser, room: Room, role: Role | None = Role.REVIEWER, size: str = "desk") -> Visitor:
    """Return a new window at a size; whoever has a role is logged in."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    if role is not None:
        shown = room.office.desk.sessions.begin(room.office.member(role))
        cookie = room.office.settings.cookie
        context.add_cookies([{"name": cookie, "value": shown, "url": room.address}])
    return Visitor(context.new_page(), room)


def settled(page: Page) -> Page:
    """Wait until what a page's scripts fetch and draw is there."""
    if page.query_selector(_DRAWN):
        page.wait_for_load_state("networkidle")
        if page.query_selector(".plot:empty"):
            page.wait_for_selector(".plot svg", state="attached")
        if page.query_selector(_MAP):
            page.wait_for_selector(f"{_MAP}[data-ready][data-listed]", state="attached", timeout=60_000)
    return page


def flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()
