"""The map as it is really drawn, at both widths; and the page where nothing stands yet."""

from playwright.sync_api import Browser, expect

from pages.test_map import DAY, listed, ready, told
from pages.visiting import Room, visitor
from warmonitor.store.membership import Role

# How many pixels of each sheet over the base map have a colour.
PAINTED = """() => [...document.querySelectorAll('canvas.features')].map(sheet => {
  const seen = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data;
  return seen.filter((one, at) => at % 4 === 3 && one).length;
})"""
WIDE = "document.documentElement.scrollWidth <= innerWidth"


def test_the_map_is_drawn_with_its_list_at_both_widths(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    page = ready(guest.open(DAY))
    assert all(count > 500 for count in page.evaluate(PAINTED))
    box = page.locator(".world").bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] > 300
    assert listed(page) == told(example, DAY) != set()
    assert page.locator("#list li").first.is_visible()
    assert page.locator(".legend canvas").count() > 5
    assert page.evaluate(WIDE)
    page.locator("#list .point").first.click()
    page.wait_for_selector(".chosen:not([hidden])")
    assert page.evaluate(WIDE)
    assert guest.barriers() == []
    guest.quiet()
    page.context.close()


def test_a_map_of_nothing_says_so_and_draws_nothing(browser: Browser, empty: Room, size: str) -> None:
    guest = visitor(browser, empty, Role.READER, size)
    page = guest.open("/map")
    assert "Nothing is known yet" in page.inner_text(".none")
    assert page.locator("canvas").count() == 0
    assert page.evaluate(WIDE)
    assert guest.barriers() == []
    guest.open("/map?place=&day=2031-05-01")
    guest.quiet()
    page.context.close()


# What lies over what: sheets of signs and names over the base map.
OVER = "[...document.querySelectorAll('.world canvas')].map(one => one.classList.contains('features'))"
NAMED = """() => {
  const sheet = [...document.querySelectorAll('canvas.features')].at(-1);
  const seen = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data;
  return seen.filter((one, at) => at % 4 === 3 && one).length;
}"""


def test_names_stand_over_all_signs_and_go_with_their_box(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    page = ready(guest.open(DAY))
    assert page.evaluate(OVER) == [False, True, True, True]
    assert page.evaluate(NAMED) > 1_000
    last = page.locator("canvas.features").last
    page.uncheck(".layers [name=names]")
    expect(last).to_be_hidden()
    page.check(".layers [name=names]")
    expect(last).to_be_visible()
    guest.quiet()
    page.context.close()
