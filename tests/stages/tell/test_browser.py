"""The page in a real browser: it opens from disk, asks nobody, and every number opens its sentence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, Page, sync_playwright
from tell_poison import PAYLOADS, poisoned
from tell_sample import sample

from warmonitor.stages.tell import tell

CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desk": (1280, 900), "phone": (360, 740)}


class Watched:
    """A page and all that it did beside showing itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._ran)

    def _ran(self, dialog: object) -> None:
        self.errors.append("a script of the text ran")
        dialog.dismiss()  # type: ignore[attr-defined]

    def open(self, content: bytes, folder: Path) -> Page:
        path = folder / "index.html"
        path.write_bytes(content)
        self.page.goto(path.as_uri())
        for plot in self.page.query_selector_all(".plot"):
            plot.scroll_into_view_if_needed()
            plot.wait_for_selector("svg, p", state="attached", timeout=20_000)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: the page is tested in a real browser (apt-get install chromium)")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield made
        made.close()


@pytest.fixture
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    width, height = SIZES[getattr(request, "param", "desk")]
    page = browser.new_page(viewport={"width": width, "height": height})
    yield Watched(page)
    page.close()


def panel_of(page: Page) -> ElementHandle:
    found = page.query_selector("#panel:not([hidden])")
    assert found is not None
    return found


def flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


@pytest.mark.parametrize("watched", SIZES, indirect=True)
def test_opens_from_disk_and_asks_nobody(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    assert watched.asked == [(tmp_path / "index.html").as_uri()]
    assert watched.errors == []
    assert len(page.query_selector_all(".plot svg")) >= 4


@pytest.mark.parametrize("watched", ["phone"], indirect=True)
def test_no_sideways_scrolling_on_a_phone(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    page.eval_on_selector_all("[data-compare]", "all => all.forEach(one => one.click())")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_every_number_opens_its_sentence(watched: Watched, tmp_path: Path) -> None:
    # Narrow enough for the panel to lie over the page, so that no plot is drawn anew at a click.
    watched.page.set_viewport_size({"width": 900, "height": 900})
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    claims = {str(number): claim for number, claim in enumerate(sample().claims, 1)}
    texts = {report.id: report.text for report in sample().reports}
    clicked = 0
    for shown in page.query_selector_all("main [data-c]"):
        tokens = (shown.get_attribute("data-c") or "").split()
        shown.dispatch_event("click")
        panel = panel_of(page)
        marked = [flat(one.text_content()) for one in panel.query_selector_all("blockquote mark")]
        assert len(panel.query_selector_all(".card")) == len(tokens)
        for token in tokens:
            claim = claims.get(token)
            if claim:
                words = flat(claim.quote.of(texts[claim.report]))
                assert any(words.startswith(one) for one in marked)
        clicked += 1
    assert clicked > 100


def test_marks_of_the_plots_open_too(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    for plot, words in (
        ("figure", "at least 34 civilians killed"),
        ("control", "Orven, since"),
        ("days", "Orven: surrounded"),
        ("map", "Tashkul ("),
        ("timeline", "11 March 2031"),
    ):
        shown = page.query_selector(f"[data-plot={plot}] svg [data-c][aria-label*='{words}']")
        assert shown is not None
        shown.focus()
        page.keyboard.press("Enter")
        assert words in flat(panel_of(page).text_content())
        page.keyboard.press("Escape")
        assert page.query_selector("#panel:not([hidden])") is None
        page.wait_for_timeout(300)
        label = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert label is not None
        assert words in label


def test_slider_shows_who_held_what_on_each_day(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)

    def shown() -> tuple[str, list[str]]:
        items = [flat(one.text_content()) for one in page.query_selector_all(".onday li")]
        return flat(page.text_content(".slide output")), items

    slider = page.locator(".slide input")
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(200):
        if shown()[0] == "12 March 2031":
            break
        page.keyboard.press("ArrowRight")
    day, items = shown()
    assert day == "12 March 2031"
    assert items == [
        "Korva: not known who holds it",
        "Orven: surrounded, Highland Front inside, by Army",
        "Tashkul: contested",
        "Tashkul: held by Highland Front (northern quarter)",
        "Orven: computed: no road out",
    ]
    assert slider.get_attribute("aria-valuetext") == "12 March 2031"
    page.click("text=next change")
    day, items = shown()
    assert day == "13 March 2031"
    assert "Tashkul: claimed by Army" in items
    assert "Orven: computed: a road out, through the ground of others" in items
    page.click("text=next change")
    assert "Tashkul: claimed by Army, not told since" in shown()[1]
    page.click(".onday li:has-text('claimed by Army') a")
    assert "full control of Tashkul" in flat(panel_of(page).text_content())


def test_number_is_reached_and_opened_by_keyboard(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.focus("#figures .headline .proof")
    page.keyboard.press("Enter")
    assert "At least 34 civilians" in flat(panel_of(page).text_content())
    assert page.evaluate("document.activeElement.className") == "close"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "7 to 40 or more"


def test_panel_leads_to_the_marked_article(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.click("#figures .headline .proof")
    page.click("#panel .card a")
    assert page.evaluate("location.hash") == "#c3"
    box = page.locator(".text .flash").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900


def test_copies_stand_side_by_side_with_their_passages(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.click("[data-compare]")
    copy, of = (
        [flat(p.text_content()) for p in half.query_selector_all(".passage")]
        for half in page.query_selector_all(".half")
    )
    assert copy == of
    assert copy[0] == "1 Army troops entered Tashkul on Tuesday after ten days of shelling, residents said."


def test_words_shared_without_a_copy_stand_side_by_side_too(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.click("h3:has-text('Shared words that make no copy') ~ .copy [data-compare]")
    assert [flat(p.text_content()) for p in page.query_selector_all(".passage")] == ["1 have n", "1 have n"]


def test_speaker_and_stance_show_on_focus(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    page.focus("#r1 .text a.k-attack >> text=firing on homes")
    assert "Army denied" in flat(page.text_content("#tip:not([hidden])"))


def test_every_text_has_contrast_enough(watched: Watched, tmp_path: Path) -> None:
    page = watched.open(tell(sample())["index.html"], tmp_path)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("payload", [" ".join(PAYLOADS[n::5]) for n in range(5)], ids=range(5))
def test_hostile_text_stays_text(watched: Watched, tmp_path: Path, payload: str) -> None:
    page = watched.open(tell(poisoned(sample(), payload))["index.html"], tmp_path)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    page.eval_on_selector_all("main [data-c], [data-compare]", PRESS_ALL)
    page.hover("#r1 .text .mark")
    assert watched.asked == [(tmp_path / "index.html").as_uri()]
    assert watched.errors == []
    assert not page.query_selector_all("main script, #panel script, iframe, object, embed, img, form, base")


PRESS_ALL = (
    "all => all.forEach(one => one.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})))"
)

# WCAG 2.2, 1.4.3: every text against the first painted background behind it.
CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const e of document.querySelectorAll("body *:not(script):not(style)")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || e.closest("svg")) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) weak.push(e.outerHTML.slice(0, 120));
  }
  return weak;
}"""
