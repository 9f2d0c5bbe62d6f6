"""The situation report of the example: order, notes that lead to words, areas, and the same address again."""

import re

import pytest
from playwright.sync_api import Browser

from pages.sitrep_told import AUGUST, every, lines, text, told
from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role


def test_sections_come_in_the_order_of_ocha(example: Room) -> None:
    sections = told(example)["report"]["sections"]
    assert [one["title"] for one in sections] == [
        "Highlights", "Situation overview", "Humanitarian impact", "Access and control",
        "Agreements and breaches", "Disputed", "Gaps and method",
    ]  # fmt: skip
    assert [part["title"] for part in sections[2]["parts"]][:2] == ["Killed", "Injured"]
    assert [part["id"] for part in sections[3]["parts"]][2:4] == ["surrounded", "cut-off"]


def test_every_sentence_with_a_number_has_notes_and_every_note_its_sentence(example: Room) -> None:
    page = told(example)
    found = every(page)
    assert len(found) > 60
    for line in found:
        notes = [note for piece in line["pieces"] for note in piece["notes"]]
        numbers = [piece for piece in line["pieces"] if piece["kind"] == "number"]
        assert notes or not numbers, text(line)
        plain = "".join(piece["text"] for piece in line["pieces"] if piece["kind"] == "words")
        assert not re.search(r"\d", plain), plain
    used = {note for line in found for piece in line["pieces"] for note in piece["notes"]}
    assert used == {note["number"] for note in page["report"]["notes"]}
    client = example.office.session(Role.READER)
    reports: dict[str, str] = {}
    for note in page["report"]["notes"]:
        key = note["report"]
        reports[key] = reports.get(key) or client.get(f"/api/1/reports/{key}").json()["text"]
        assert reports[key][note["start"] : note["end"]] == note["quote"]


def test_figures_are_ranges_with_who_gives_each_end(example: Room) -> None:
    sections = told(example)["report"]["sections"]
    assert (
        "3 to 7 civilians killed in Maarat al-Numan, 19 August 2019: 3 according to Turkish defence "
        "ministry; Turkey; 7 according to rescue workers. Independent origins: Turkey; rescue workers."
    ) in [text(line) for line in sections[0]["lines"]]
    killed = sections[2]["parts"][0]["table"]
    assert killed["columns"] == ["Counted", "Number", "Who says so", "Independent origins", "Days", "Place"]
    assert [
        "civilians killed",
        "3 to 7",
        "3 according to Turkish defence ministry; Turkey; 7 according to rescue workers.",
        "Turkey; rescue workers",
        "19 August 2019",
        "Maarat al-Numan",
    ] in [[text(cell) for cell in row["cells"]] for row in killed["rows"]]


def test_disagreement_is_kept_and_denials_have_their_words(example: Room) -> None:
    disputed = [text(line) for line in lines(told(example)["report"]["sections"][5])]
    assert any("how many civilians were killed" in one and "; against " in one for one in disputed)
    assert any("; denied by Turkish defence ministry: “" in one for one in disputed)


def test_what_is_known_only_later_is_said_to_be_so(example: Room) -> None:
    page = told(example, "since=2019-08-01&until=2019-08-17")
    later = [note for note in page["report"]["notes"] if note["later"]]
    assert later
    assert any("Known only from reports written after the period." in text(line) for line in every(page))
    now = told(example)
    assert not any(note["later"] for note in now["report"]["notes"])


def test_an_area_takes_what_lies_in_it(example: Room) -> None:
    client = example.office.session(Role.READER)
    places = client.get("/api/1/places?limit=1000").json()["items"]
    province = next(one for one in places if one["name"] == "Hama" and one["precision"] == "province")
    page = told(example, f"{AUGUST}&place={province['id']}")
    assert page["report"]["area"] == "Hama and what lies in it"
    named = {
        piece["href"]
        for line in every(page)
        for piece in line["pieces"]
        if "/places/" in (piece["href"] or "")
    }
    inside = {one["id"] for one in places if one["inside"] == "Hama"}
    assert {href.rpartition("/")[2] for href in named} & inside
    assert not any("Maarat al-Numan, 19" in text(line) for line in every(page))
    country = told(example, f"{AUGUST}&country=sy")
    assert country["report"]["area"] == "Syria"
    assert len(country["report"]["notes"]) > len(page["report"]["notes"])
    assert told(example, f"{AUGUST}&country=FR")["report"]["notes"] == []


def test_a_name_of_several_places_is_asked_about(example: Room) -> None:
    page = told(example, f"{AUGUST}&place=Hama")
    assert page["report"] is None
    assert [one["name"] for one in page["choices"]] == ["Hama", "Hama"]
    assert all(f"&place={one['id']}" in one["href"] for one in page["choices"])
    one = told(example, f"{AUGUST}&place=morek")
    assert one["report"]["area"] == "Morek and what lies in it"
    assert told(example, "place=Nowhere+that+is")["choices"] == []


@pytest.mark.parametrize(
    "query",
    [
        "since=2019-09-01&until=2019-08-01",
        "until=2019-02-30",
        "since=2017-01-01&until=2019-01-01",
        "country=ZZ",
        "place=Morek&country=SY",
        "untill=2019-08-31",
    ],
)
def test_what_cannot_be_told_is_refused(example: Room, query: str) -> None:
    client = example.office.session(Role.READER)
    assert client.get(f"/sitrep?{query}").status_code == 400
    assert client.get(f"/sitrep.md?{query}").status_code == 400


def test_the_usual_period_ends_with_the_newest_report(example: Room) -> None:
    page = told(example, "")
    assert (page["since"], page["until"]) == ("2019-08-02", "2019-08-31")
    assert page["files"][0]["href"] == f"/sitrep.md?{AUGUST}"
    head = example.office.session(Role.READER).get("/api/1/state").json()["chain"]
    assert page["report"]["chain"] == head


def test_an_empty_store_says_what_would_stand_there(browser: Browser, empty: Room) -> None:
    guest = visitor(browser, empty, Role.READER)
    page = guest.open("/sitrep")
    assert "A situation report of a period and an area would stand here" in flat(page.inner_text("main"))
    page = guest.open(f"/sitrep?{AUGUST}")
    assert "No report is quoted" in flat(page.inner_text("main"))
    guest.quiet()
    guest.page.context.close()
    assert empty.office.session(Role.READER).get("/sitrep.md").status_code == 404
    assert empty.office.session(Role.READER).get(f"/sitrep.md?{AUGUST}").status_code == 200


def test_the_page_is_whole_at_both_widths(browser: Browser, example: Room, size: str) -> None:
    guest = visitor(browser, example, Role.READER, size)
    page = guest.open(f"/sitrep?{AUGUST}")
    assert guest.barriers() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    numbers = page.eval_on_selector_all("a.number", "all => all.map(one => one.getAttribute('href'))")
    assert all(one.startswith(("#note-", "/figures/")) for one in numbers)
    assert {one for one in numbers if one[0] == "#"} <= {
        f"#{one}"
        for one in page.eval_on_selector_all(".sentence:has(.quote)", "all => all.map(one => one.id)")
    }
    guest.quiet()
    guest.page.context.close()


def test_a_mark_leads_to_its_note_and_back_is_the_same_view(reader: Visitor) -> None:
    page = reader.open("/sitrep")
    page.fill("[name=until]", "2019-08-25")
    page.click("text=Show")
    page.wait_for_url("**until=2019-08-25**")
    first = page.locator("a.mark").first
    first.click()
    note = page.locator(".sentence:target")
    assert note.locator(".quote").count() == 1
    before = page.inner_text("main")
    page.reload()
    assert page.inner_text("main") == before
    assert page.locator(".sentence:target .quote").get_attribute("href").startswith("/reports/report-")  # type: ignore[union-attr]
    page.go_back()
    assert page.input_value("[name=until]") == "2019-08-25"
    reader.quiet()


def test_maps_and_plots_stand_on_the_page_with_words(reader: Visitor) -> None:
    page = reader.open(f"/sitrep?{AUGUST}")
    pictures = page.locator("figure.picture img")
    assert pictures.count() == 3
    assert page.eval_on_selector_all("figure.picture img", "all => all.every(one => one.naturalWidth > 0)")
    assert "Khan Sheikhoun: held Syrian government" in (pictures.first.get_attribute("alt") or "")
    reader.quiet()
