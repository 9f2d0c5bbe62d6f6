"""Two reports side by side: passages, changed figures, what one has alone; by keyboard, on a phone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from pages.visiting import Room, Visitor, flat, visitor
from warmonitor.store.membership import Role
from warmonitor.web.pages.sources.aligned import shared_runs, sides

ONE = "Old lead. Shells killed four people at the ferry landing of Orlen, the harbour master said."
OTHER = "Shells killed seven people at the ferry landing of Orlen, the master said. It rained."


def pair(room: Room) -> str:
    client = room.office.session(Role.READER)
    (strand, *_) = client.get("/strands?status=several").json()["strands"]
    link = client.get(f"/strands/{strand['id']}").json()["links"][0]
    return f"/compare?one={link['of']['id']}&other={link['report']['id']}"


def test_words_are_joined_and_what_differs_is_marked() -> None:
    start, begin = ONE.index("Shells"), 0
    passage = (start, len(ONE), begin, OTHER.index(" It"))
    figure = (ONE.index("four"), ONE.index("four") + 4, OTHER.index("seven"), OTHER.index("seven") + 5)
    laid = sides(ONE, OTHER, [passage], [figure])
    assert [(one.how, one.text) for one in laid.one][:3] == [
        ("alone", "Old lead. "),
        ("same", "Shells killed "),
        ("figure", "four "),
    ]
    assert [(one.one, one.other, one.figure) for one in laid.differences] == [
        ("four", "seven", True),
        ("harbour", "", False),
    ]
    assert laid.other[-1].text == " It rained."
    assert {one.passage for one in laid.other} == {"A", ""}


def test_digits_that_differ_are_figures() -> None:
    first, second = "They buried 12 men on Friday.", "They buried 15 men on Friday."
    laid = sides(first, second, [(0, len(first), 0, len(second))])
    assert [(one.one, one.other, one.figure) for one in laid.differences] == [("12", "15", True)]


@given(st.data())
@settings(max_examples=60)
def test_pieces_are_the_whole_text_whatever_the_passages(data: st.DataObject) -> None:
    texts = [data.draw(st.text(st.sampled_from("ab 1.\n"), max_size=40)) for _ in range(2)]
    spans = [
        st.tuples(*(st.integers(0, len(text)) for _ in range(2))).map(lambda ends: (min(ends), max(ends)))
        for text in texts
    ]
    passages = data.draw(st.lists(st.tuples(*spans).map(lambda one: (*one[0], *one[1])), max_size=4))
    laid = sides(texts[0], texts[1], passages)
    assert ["".join(one.text for one in side) for side in (laid.one, laid.other)] == texts
    letters = [{one.passage for one in side if one.begins} for side in (laid.one, laid.other)]
    assert letters[0] == letters[1]


def test_words_in_a_row_are_found_where_no_link_is() -> None:
    ((start, end, begin, close),) = shared_runs(f"Now: {ONE}", ONE.replace("Old lead", "A new one"))
    assert (
        f"Now: {ONE}"[start:end]
        == "Shells killed four people at the ferry landing of Orlen, the harbour master said"
    )
    assert (begin, close) == (11, 11 + end - start)
    assert shared_runs(ONE, "Nothing of it.") == []


def test_a_letter_leads_to_the_passage_of_the_other(browser: Browser, example: Room, size: str) -> None:
    seen = visitor(browser, example, Role.READER, size)
    page = seen.open(pair(example))
    assert page.locator(".side").count() == 2
    assert "has a reprint of" in flat(page.inner_text("main"))
    letters = page.locator("#one-text .letter")
    assert letters.all_inner_texts() == page.locator("#other-text .letter").all_inner_texts()
    letters.last.focus()
    page.keyboard.press("Enter")
    letter = letters.last.inner_text()
    expect(page.locator(f"#other-{letter}")).to_be_focused()
    assert page.url.endswith(f"#other-{letter}")
    assert page.locator(f"#other-{letter}").is_visible()
    assert (
        page.locator(".joins path").count() == 0
        if size == "phone"
        else page.locator(".joins path").count() > 0
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.barriers() == []
    seen.quiet()
    page.context.close()


def test_without_two_reports_they_are_asked_for(browser: Browser, empty: Room, reader: Visitor) -> None:
    page = reader.open("/compare")
    page.get_by_role("button", name="Lay side by side").click()
    assert "one=" in page.url
    reader.open("/compare?one=report-none", 404)
    nobody = visitor(browser, empty, Role.READER)
    assert "There are no reports yet" in nobody.open("/compare").inner_text("main")
    nobody.quiet()
    nobody.page.context.close()
