"""Which of two texts was there first, and what later ones say otherwise."""

from datetime import date

import pytest
from compare_texts import FERRY, MINE, report

from warmonitor.model import CopyKind, CopyLink, Report
from warmonitor.stages.compare import compare
from warmonitor.stages.compare.tolls import lead_toll, settle_tolls
from warmonitor.stages.compare.wording import read_words

PARAGRAPHS = FERRY.split("\n\n")
DAY = date(2023, 11, 7)
EARLY = """At least nine people were killed and thirty wounded when mortar bombs fell on the cattle yards \
of Kosta on Tuesday, a doctor said. He had no names yet, and the lines to the eastern quarters were cut \
for most of the day."""
LATE = """Mortar fire on the port of Kosta killed 17 people and wounded fifty on Tuesday, the district \
clinic said in the evening. Two of its own orderlies were among those hit, and the roof of the maternity \
ward had caved in."""


def link(*reports: Report) -> CopyLink:
    (found,) = [link for strand in compare(reports).strands for link in strand.links]
    return found


def states(early: date, late: date) -> tuple[Report, Report]:
    body = "\n\n".join(PARAGRAPHS[1:])
    return report(f"{EARLY}\n\n{body}", "early", early), report(f"{LATE}\n\n{body}", "late", late)


@pytest.mark.parametrize(
    ("early", "late"),
    [(DAY, DAY), (DAY, date(2023, 11, 8)), (date(2023, 11, 8), DAY)],
    ids=["same day", "day after", "printed a day late"],
)
def test_the_state_with_the_lower_toll_is_first(early: date, late: date) -> None:
    one, two = states(early, late)
    found = link(one, two)
    assert (found.copy, found.of, found.kind) == (two.id, one.id, CopyKind.REWRITE)


def test_days_between_beat_the_toll() -> None:
    one, two = states(date(2023, 11, 12), DAY)
    assert link(one, two).copy == one.id


def test_a_date_printed_over_the_text_beats_the_page() -> None:
    one = report(f"Published November 7 2023\n\n{FERRY}", "one", date(2023, 11, 9))
    two = report(FERRY.replace("nine dead", "nine bodies"), "two", date(2023, 11, 8))
    assert link(one, two).copy == two.id


def test_a_page_that_says_when_it_was_last_updated_is_no_correction() -> None:
    one = report(f"Last updated at noon\n\n{FERRY}", "one", DAY, byline=("Ada Okoth",))
    assert link(one, report(FERRY.replace("nine", "9"), "two", DAY)).of == one.id


LEADS = {
    "At least 22 people were killed on Monday": 22,
    "A bomber killed 30 people and injured 90 near the market": 30,
    "Twelve were wounded and five killed when a shell fell": 5,
    "October 4 2016 Fighters left the town": None,
    "11 civilians including three children were killed": 11,
    "The war has killed 300,000 people": None,
    "": None,
}


@pytest.mark.parametrize(("lead", "toll"), LEADS.items())
def test_the_toll_of_a_lead(lead: str, toll: int | None) -> None:
    assert lead_toll(read_words(report(lead)).words) == toll


def test_near_copies_have_the_toll_of_most_and_others_the_least_of_their_story() -> None:
    tolls = [12, 120, 12, 17, None, None]
    assert settle_tolls(tolls, [0, 0, 0, 3, 4, 5], [0, 0, 0, 0, 0, 5]) == [12, 12, 12, 17, 12, None]


def test_a_changed_figure_is_shown_with_both_places() -> None:
    first, copy = (
        report(FERRY, "first", DAY),
        report(FERRY.replace("forty", "fifty"), "copy", date(2023, 11, 8)),
    )
    (change,) = link(first, copy).changes
    assert (change.copy.of(copy.text), change.of.of(first.text)) == ("fifty", "forty")


def test_another_date_or_word_is_no_changed_figure() -> None:
    first = report(f"Posted on 7 November 2023. {FERRY}", "first", DAY)
    copy = report(f"Posted on 9 November 2023. {FERRY.replace('bakery', 'baker')}", "copy", date(2023, 11, 9))
    assert link(first, copy).changes == ()


def test_a_note_of_correction_shows_every_changed_word() -> None:
    first = report(FERRY, "first", DAY)
    text = f"{FERRY.replace('paramilitary hands', 'rebel hands')}\n\nCorrection: we named the wrong side."
    copy = report(text, "copy", date(2023, 11, 8))
    changes = link(first, copy).changes
    assert [(c.copy.of(copy.text), c.of.of(first.text)) for c in changes] == [("rebel", "paramilitary")]


def test_other_stories_take_no_part() -> None:
    one, two = states(DAY, DAY)
    found = compare([one, two, report(MINE, "mine", DAY)])
    assert sorted(len(strand.reports) for strand in found.strands) == [1, 2]
