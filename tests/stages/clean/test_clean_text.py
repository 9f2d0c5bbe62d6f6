"""Plain texts that somebody copied whole from a page; every text here was written for these tests."""

import hashlib
from datetime import date

import pytest

from warmonitor.model import RawReport, Report
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean

LEAD = "Shells hit the river port of Tesna on Monday and killed nine dockers, the harbour master said."
SECOND = "The army denied firing at the port. “We struck a depot outside the town,” a spokesman said."
THIRD = "More than 300 families have left the quarter since the shelling began, according to aid workers."
FALLEN = "The shelling has left whole streets of the port in ruins"


def made(text: str, media: str = "text/plain", name: str = "a.txt", **hints: str) -> Report:
    content = text.encode()
    raw = RawReport(name, media, content, hashlib.sha256(content).hexdigest(), tuple(hints.items()))
    report, issues = clean(raw, load_outlets())
    assert report is not None, issues
    return report


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_menus_archives_and_footers_go() -> None:
    text = page(
        "Menu\n  • Home\n  • Garden Tools Sale\n  • Cheap Boots Outlet",
        "GardenDaily",
        "Shells kill nine dockers at river port",
        "Posted on July 3, 2021",
        LEAD,
        SECOND,
        THIRD,
        "Click Here: Garden Boots Store",
        "Recent Posts",
        "  • How to Prune a Rose\n  • Ten Best Spades",
        "Archives",
        "  • April 2025\n  • March 2025",
        "Meta",
        "  • Log in\n  • Entries feed\n©2025 GardenDaily | Theme by Someone",
    )
    report = made(text)
    assert report.text == page(LEAD, SECOND, THIRD)
    assert report.title == "Shells kill nine dockers at river port"
    assert report.stated_date == date(2021, 7, 3)
    assert report.outlet == "GardenDaily"


def test_login_lines_and_glued_titles() -> None:
    text = page(
        "Remember meForgot password?\n    Log in with Twitter",
        "article imageShells kill nine dockers at river port",
        "By Ana Maria Costa with Jon Ek in Lomna (AFP)     Mar 20, 2022 in World",
        LEAD,
        "- River front -",
        SECOND,
        "More about Tesna, Shelling, port\nLatest News\nTop News",
    )
    report = made(text)
    assert report.title == "Shells kill nine dockers at river port"
    assert report.byline == ("Ana Maria Costa", "Jon Ek")
    assert report.agencies == ("AFP",)
    assert report.stated_date == date(2022, 3, 20)
    assert report.text == page(LEAD, SECOND)


def test_outlet_breadcrumb_standfirst_and_byline() -> None:
    text = page(
        "The Irish Times",
        "Home News World",
        "Shells kill nine dockers at river port",
        "The attack is the heaviest since the truce ended, and has emptied the quarter by the water",
        "By Eva Lund, Associated Press",
        LEAD,
        "\nFrom The Irish Times",
    )
    report = made(text)
    assert report.outlet == "The Irish Times"
    assert report.title == "Shells kill nine dockers at river port"
    assert report.byline == ("Eva Lund",)
    assert report.agencies == ("AP",)
    assert report.text.startswith("The attack is the heaviest since the truce ended")


@pytest.mark.parametrize(
    ("lines", "caption"),
    [
        ("Smoke over the port of Tesna\nSmoke over the port of Tesna", "Smoke over the port of Tesna"),
        ("Smoke over the port - AFP\nSmoke over the port - AFP", "Smoke over the port - AFP"),
        (f"{FALLEN[:40]}...\n{FALLEN}\n-, AFP", FALLEN),
        ("Smoke over the port (Photo: AFP)", "Smoke over the port (Photo: AFP)"),
        ("Smoke over the port (Ana Costa/TASS via AFP)", "Smoke over the port (Ana Costa/TASS via AFP)"),
        ("Smoke over the port Credit:\nAFP", "Smoke over the port Credit: AFP"),
        ("Smoke over the port. Photograph: Ana Costa/AFP", "Smoke over the port. Photograph: Ana Costa/AFP"),
        ("FILE - Smoke over the port in 2021. (AFP)", "FILE - Smoke over the port in 2021. (AFP)"),
        ("Smoke over the port - QZP\nSmoke over the port - QZP", "Smoke over the port - QZP"),
    ],
)
def test_captions_stand_apart(lines: str, caption: str) -> None:
    report = made(page("Shells kill nine at river port", LEAD, lines, SECOND))
    assert report.captions == (caption,)
    assert report.text == page(LEAD, SECOND)
    assert ("AFP" in report.agencies) is ("AFP" in lines)


def test_teasers_after_the_article_go() -> None:
    teasers = (
        "img\nA state visit to the north and what it means for the price of grain\nThe lakes before the war"
    )
    report = made(page("Shells kill nine at river port", LEAD, SECOND, "[Sources: ITX, The Post]", teasers))
    assert report.text == page(LEAD, SECOND)


def test_lists_that_a_colon_leads_up_to_are_kept() -> None:
    items = "• 22 people died at the quay\n• nine were hurt in the market"
    report = made(
        page(LEAD, "The governor's office said:", items, "Related stories", "• Ten spades for spring")
    )
    assert report.text == page(
        LEAD, "The governor's office said:", "22 people died at the quay", "nine were hurt in the market"
    )


def test_lines_broken_by_a_width_are_joined() -> None:
    text = (
        "Shells hit the river port of Tesna on Monday and killed nine dockers, the\n"
        "harbour master said, in the third such attack on the town since the truce\n"
        "was signed in the spring.\n\n" + SECOND
    )
    assert "nine dockers, the harbour master said" in made(text).text


@pytest.mark.parametrize(
    ("start", "agencies", "stated"),
    [
        ("TESNA, March 3 (Reuters) - ", ("Reuters",), None),
        ("TESNA, Lomna, March 3, 2022 (Reuters) — ", ("Reuters",), date(2022, 3, 3)),
        ("TESNA (AP) — ", ("AP",), None),
        ("TESNA (AP) Nov. 4, 2021: ", ("AP",), date(2021, 11, 4)),
        ("TESNA/LOMNA (Two Lakes Wire), Nov 8, 2021 - ", ("Two Lakes Wire",), date(2021, 11, 8)),
        ("Tesna, SANA- ", ("SANA",), None),
        ("(AFP) - ", ("AFP",), None),
        ("TESNA, September 1, 2018 - ", (), date(2018, 9, 1)),
        ("TESNA (the capital) - ", (), None),
    ],
)
def test_datelines(start: str, agencies: tuple[str, ...], stated: date | None) -> None:
    report = made(page("Shells kill nine at river port", start + LEAD, SECOND))
    assert report.agencies == agencies
    assert report.stated_date == stated
    assert report.text.startswith(start)


def test_credits_at_the_end() -> None:
    credit = "(Reporting by Ana Costa and Jon Ek in Lomna; Editing by Max Roe)"
    report = made(page(LEAD, f"{SECOND} {credit}"))
    assert report.text == page(LEAD, SECOND)
    assert report.byline == ("Ana Costa", "Jon Ek")
    assert made(page(LEAD, SECOND, "Ana Costa contributed to this report.")).byline == ("Ana Costa",)
    assert made(page(LEAD, f"{SECOND} (AFP)")).agencies == ("AFP",)


def test_an_agency_that_was_told_something_is_no_credit() -> None:
    assert (
        made(page(LEAD, "“Nobody warned us,” the harbour master told AFP on the telephone.")).agencies == ()
    )


def test_a_sentence_that_starts_with_by_is_no_byline() -> None:
    report = made(page(LEAD, "By Tuesday evening the fire was out."))
    assert report.byline == ()
    assert report.text.endswith("By Tuesday evening the fire was out.")


def test_header_lines_somebody_put_on_top() -> None:
    head = "Title: Nine die at port\nSource: Kyiv Post\nDate: 3 May 2024\nAuthor: Ana Costa"
    text = page(head, LEAD, SECOND)
    report = made(text)
    assert (report.title, report.outlet, report.stated_date) == (
        "Nine die at port",
        "Kyiv Post",
        date(2024, 5, 3),
    )
    assert report.byline == ("Ana Costa",)
    assert report.text == page(LEAD, SECOND)


def test_markdown() -> None:
    marked = LEAD.replace("nine", "**nine**").replace("Tesna", "[Tesna](https://x.org)")
    head = "---\ndate: 2024-07-09\nauthor: Ana Costa\n---\n# Nine die at port\n\n![Quay (AFP)](q.jpg)"
    text = f"{head}\n\n{marked}\n\n## Later\n\n> {SECOND}\n"
    report = made(text, "text/markdown")
    assert report.text == page(LEAD, SECOND)
    assert (report.title, report.stated_date, report.byline) == (
        "Nine die at port",
        date(2024, 7, 9),
        ("Ana Costa",),
    )
    assert report.captions == ("Quay (AFP)",)


def test_hints_of_the_container_stand_first() -> None:
    report = made(
        page("Other title of the page here", LEAD), url="https://www.bbc.co.uk/n/1", published="2020-01-05"
    )
    assert (report.outlet, report.stated_date) == ("BBC", date(2020, 1, 5))
    assert report.url == "https://www.bbc.co.uk/n/1"


def test_the_id_follows_content_and_name_not_folder() -> None:
    one, two = made(LEAD, name="/home/a/x.txt"), made(LEAD, name="/srv/b/x.txt")
    assert one.id == two.id
    assert made(LEAD, name="/home/a/y.txt").id != one.id
    assert made(LEAD, name="y", url="https://x.org/1").id == made(LEAD, name="z", url="https://x.org/1").id


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Posted on July 3, 2020", date(2020, 7, 3)),
        ("Published: 14:05 GMT, Tuesday 12 March 2024", date(2024, 3, 12)),
        ("Published 3 May 2021, updated 9 May 2021", date(2021, 5, 3)),
        ("Updated 9 May 2021", None),
        ("03/04/2019", None),
        ("13/04/2019", date(2019, 4, 13)),
        ("December 5, 20231:15 PM GMT+1Updated a year ago", date(2023, 12, 5)),
        ("31 February 2020", None),
        ("Lomna, Thursday 6 February 2025", date(2025, 2, 6)),
        ("Situation update 4 | 17 February 2025", date(2025, 2, 17)),
        ("Covering 8–14 September 2018", date(2018, 9, 14)),
        ("Reporting period: 28 August - 3 September 2018", date(2018, 9, 3)),
        ("Reporting period: 1-4 November 2021", date(2021, 11, 4)),
        ("Period covered: November 1-4, 2021", date(2021, 11, 4)),
        ("Last updated at 16:05 on 4 November 2021", date(2021, 11, 4)),
        ("as of 4 November 2021", date(2021, 11, 4)),
        ("Relief brief No. 9 (4 November 2021)", date(2021, 11, 4)),
        ("TESNA: RELIEF BRIEF No. 9 FOR THE RIVER PORTS (as of 4 November 2021)", date(2021, 11, 4)),
        ("What the town lost in the shelling (see page 4)", None),
        ("As of 4 November 2021 the port is shut to all", None),
        ("What the town lost on 3 May 2021", None),
    ],
)
def test_dates_are_read_only_where_they_are_plain(words: str, wanted: date | None) -> None:
    assert made(page("Shells kill nine at river port", words, LEAD, SECOND)).stated_date == wanted


def test_a_date_line_joins_no_neighbour() -> None:
    head = "PRESS SERVICE OF THE MINISTRY OF WATERS\n10 March 2022, 11:00"
    report = made(page(head, LEAD, SECOND))
    assert report.title == "PRESS SERVICE OF THE MINISTRY OF WATERS"
    assert report.stated_date == date(2022, 3, 10)
    assert report.text == page(LEAD, SECOND)


def test_a_change_only_dates_a_page_that_gives_no_other_day() -> None:
    lines = ("Last updated on 9 May 2021", "Published 3 May 2021")
    assert made(page("Shells kill nine at river port", *lines, LEAD)).stated_date == date(2021, 5, 3)


def test_dates_of_the_story_are_no_publication_date() -> None:
    report = made(page("Nine dead after shelling of port", "The truce was signed on 3 May 2021.", LEAD))
    assert report.stated_date is None


def test_agencies_and_outlets_that_the_register_does_not_know() -> None:
    text = page(
        "The Tesna Courier", "Shells kill nine dockers at river port", "By Ana Costa, Lomna News Agency", LEAD
    )
    report = made(text)
    assert report.outlet == "The Tesna Courier"
    assert report.title == "Shells kill nine dockers at river port"
    assert report.agencies == ("Lomna News Agency",)
    assert made(page(f"TESNA, May 3, 2021 (QZP) - {LEAD}")).agencies == ("QZP",)
    assert made(page(LEAD, "Smoke over the port (Photo: US Army)")).agencies == ()
    assert made(page("Shells kill nine at port", "Top News", LEAD)).outlet is None


def test_an_agency_on_a_line_of_its_own_is_credited() -> None:
    head = ("The Tesna Courier", "Shells kill nine dockers at river port", "Two Lakes News Agency")
    report = made(page(*head, "Thursday 6 May 2021", LEAD, SECOND))
    assert report.agencies == ("Two Lakes News Agency",)
    assert report.outlet == "The Tesna Courier"
    assert report.byline == ()
