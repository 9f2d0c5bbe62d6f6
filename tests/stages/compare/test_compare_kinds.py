"""How two texts depend on each other, and what they share without depending."""

from datetime import date

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import CopyKind, Report, Strand
from warmonitor.stages.compare import compare
from warmonitor.stages.compare.headline import without_headline
from warmonitor.stages.compare.wording import read_words

PARAGRAPHS = FERRY.split("\n\n")
DAY = date(2023, 11, 7)
OWN = """Our correspondent reached the port two days later and found the market half empty. Fishmongers \
said that nobody had told them which flag to fly, and a teacher was sweeping glass from her classroom \
with a palm branch."""
OTHER_OWN = """Fuel prices doubled in the capital within hours of the news. Economists at the university \
expect the central bank to sell dollars, as it did twice in the autumn, and lorry drivers have called a \
strike for Monday."""


def strands(*reports: Report) -> list[Strand]:
    return compare(reports).strands


def kind(first: str, second: str) -> CopyKind:
    links = [k for s in strands(report(first, "a", DAY), report(second, "b", DAY)) for k in s.links]
    (link,) = links
    return link.kind


CASES = {
    "one text": (FERRY, FERRY.replace("before dawn", "at night"), CopyKind.REPRINT),
    "a short addition": (FERRY, f"{FERRY}\n\nThe ferry is the only one for miles.", CopyKind.REPRINT),
    "cut to half": (FERRY, "\n\n".join(PARAGRAPHS[:3]), CopyKind.SHORTENED),
    "a long addition": ("\n\n".join(PARAGRAPHS[:2]), f"{FERRY}\n\n{OWN}", CopyKind.SHORTENED),
    "reporting in both": (f"{FERRY}\n\n{OWN}", f"{OTHER_OWN}\n\n{FERRY}", CopyKind.REWRITE),
    "an item of a page": (FERRY, f"{MINE}\n\n{FERRY}\n\n{MINE.replace('Luvenza', 'Dorn')}", CopyKind.EXCERPT),
}


@pytest.mark.parametrize(("first", "second", "expected"), CASES.values(), ids=CASES.keys())
def test_the_kind(first: str, second: str, expected: CopyKind) -> None:
    assert kind(first, second) is kind(second, first) is expected


def test_every_link_says_why_it_is_of_its_kind() -> None:
    (strand,) = strands(report(FERRY, "a", DAY), report("\n\n".join(PARAGRAPHS[:3]), "b", DAY))
    assert "one text without parts" in strand.links[0].kind_because


def test_an_item_goes_from_the_story_to_the_page_that_holds_it() -> None:
    page = report(f"{MINE}\n\n{FERRY}\n\n{MINE.replace('Luvenza', 'Dorn')}", "page", DAY)
    story = report(FERRY, "story", DAY)
    (strand,) = strands(page, story)
    assert [(k.copy, k.of) for k in strand.links] == [(page.id, story.id)]
    assert "holds other stories" in strand.links[0].because


def test_a_shared_quotation_is_shown_and_joins_nothing() -> None:
    speech = " ".join(PARAGRAPHS[1].split())
    one = report(f'{MINE}\n\n"{speech}" the colonel said.', "one", DAY)
    two = report(f'{OWN}\n\n{OTHER_OWN}\n\nThe colonel said: "{speech}"', "two", DAY)
    found = strands(one, two)
    assert [s.links for s in found] == [(), ()]
    (link,) = [link for s in found for link in s.beside]
    assert link.kind is CopyKind.QUOTATION
    assert not link.kind.dependent
    assert any(
        speech[:60] in p.copy.of(next(r.text for r in (one, two) if r.id == link.copy)) for p in link.passages
    )


BACKGROUND = """The uprising in the plain began in 2011 with marches against the price of bread and grew \
into a war that has cost tens of thousands of lives, according to a count by church groups. A truce \
signed in 2014 under the eyes of the regional bloc broke down within a year, and talks on a new one have \
led nowhere."""


def test_background_at_the_end_of_two_stories_joins_nothing() -> None:
    one, two = f"{BRIDGE}\n\n{BACKGROUND}", f"{OWN}\n\n{OTHER_OWN}\n\n{BACKGROUND}"
    found = strands(report(one, "one", DAY), report(two, "two", date(2023, 12, 20)))
    assert [s.links for s in found] == [(), ()]
    assert [link.kind for s in found for link in s.beside] == [CopyKind.STOCK]


def test_the_same_paragraph_as_news_of_the_day_is_a_rewrite() -> None:
    news = (
        BACKGROUND.replace("in 2011", "on Monday").replace("in 2014", "on Tuesday").replace("a year", "hours")
    )
    found = strands(
        report(f"{BRIDGE}\n\n{news}", "one", DAY), report(f"{OWN}\n\n{OTHER_OWN}\n\n{news}", "two", DAY)
    )
    assert [link.kind for s in found for link in s.links] == [CopyKind.REWRITE]


def test_one_long_paragraph_in_two_long_texts_is_a_rewrite() -> None:
    passage = " ".join(PARAGRAPHS[1].split())
    filler = " ".join(
        f"Clause {n} of the treaty speaks of wells, roads and herds in district {n}." for n in range(25)
    )
    found = strands(
        report(f"{passage}\n\n{filler}", "one", DAY),
        report(f"{OWN}\n\n{OTHER_OWN}\n\n{MINE}\n\n{passage}", "two", DAY),
    )
    assert [link.kind for s in found for link in s.links] == [CopyKind.REWRITE]


def test_a_headline_in_the_text_does_not_count() -> None:
    title = "Fighters leave river port"
    one = report(f"Tuesday {title}. {MINE}", title=title)
    wording = without_headline(one, read_words(one))
    assert wording.counted[:6] == (False, False, False, False, False, True)


def test_a_text_that_is_hardly_more_than_its_headline_keeps_it() -> None:
    one = report("Fighters leave river port. More soon.", title="Fighters leave river port")
    assert all(without_headline(one, read_words(one)).counted)


LOCAL = """The port was last shelled in the week of the spring market and a bridge upstream has been closed \
since April, after rains that the elders call the worst of their lives; a school for river pilots stood \
there until late in June."""


def test_a_month_makes_background_of_what_stories_on_other_things_share() -> None:
    one, two = f"{BRIDGE}\n\n{LOCAL}", f"{OWN}\n\n{OTHER_OWN}\n\n{LOCAL}"
    found = strands(report(one, "one", DAY), report(two, "two", DAY))
    assert [link.kind for s in found for link in s.beside] == [CopyKind.STOCK]


def test_what_befell_the_place_before_ties_two_stories_on_one_happening() -> None:
    other = " ".join(reversed(BRIDGE.split(". ")))
    found = strands(report(f"{FERRY}\n\n{LOCAL}", "one", DAY), report(f"{other}\n\n{LOCAL}", "two", DAY))
    assert [link.kind for s in found for link in s.links] == [CopyKind.REWRITE]


def test_another_lead_over_one_text_is_a_rewrite() -> None:
    lead = "Army engineers held the market of a river port by Tuesday noon and let no trader past the scales."
    state = "\n\n".join([lead, *PARAGRAPHS[1:4]])
    assert kind(FERRY, f"{state}\n\n{OWN}") is CopyKind.REWRITE
    assert kind(FERRY, "\n\n".join(PARAGRAPHS[:3])) is CopyKind.SHORTENED


def test_set_phrases_are_no_stock() -> None:
    phrase = "a source at the police command of the province told this agency that several shells fell on"
    one = f"In Kosta {phrase} the grain market. {OTHER_OWN}"
    two = f"On the quay of Rufaa, {phrase} two barges. {OWN}"
    found = strands(report(one, "one", DAY), report(two, "two", DAY))
    assert [s.beside for s in found] == [(), ()]
