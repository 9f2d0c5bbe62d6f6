"""Lists of figures stay in the text; headings above them and sources in them are no credits."""

import pytest
from test_clean_text import LEAD, SECOND, THIRD, made, page

BRIEF = "TESNA: RELIEF BRIEF No. 4\n6 March 2022"


def test_key_figures_stay_and_their_heading_is_no_byline() -> None:
    figures = "KEY FIGURES\n• 33,410 people displaced since 17 February (QRX)\n• 2 aid workers injured"
    report = made(page(BRIEF, figures, f"SITUATION\n{LEAD}", SECOND))
    assert report.text == page(
        "33,410 people displaced since 17 February (QRX)", "2 aid workers injured", LEAD, SECOND
    )
    assert report.byline == ()
    assert report.agencies == ()


@pytest.mark.parametrize(
    "items",
    [
        ("12 civilians killed", "40 wounded"),
        ("At least 12 civilians killed (QRX)", "Up to 3,000 families displaced (Relief Board)"),
        ("Nine dockers dead", "The ferry port is shut", "Dozens missing"),
        ("33,410 people have been displaced since 17 February (QRX).", "2 staff were hurt (QRX)."),
    ],
)
def test_items_that_count_stay_under_prose(items: tuple[str, ...]) -> None:
    bullets = "\n".join(f"- {item}" for item in items)
    report = made(page("Shells kill nine at river port", LEAD, bullets, SECOND))
    assert report.text == page(LEAD, *items, SECOND)
    assert report.captions == report.agencies == ()


def test_lines_of_figures_without_bullets_stay() -> None:
    report = made(page(BRIEF, "KEY FIGURES\n33,410 people displaced (QRX)\n2 aid workers injured", LEAD))
    assert report.text == page("33,410 people displaced (QRX)", "2 aid workers injured", LEAD)
    assert made(page(LEAD, "12 civilians killed", "40 wounded", SECOND)).text == page(
        LEAD, "12 civilians killed", "40 wounded", SECOND
    )


def test_a_sentence_that_cites_who_counted_is_no_caption() -> None:
    cited = "Since 17 February 33,410 people have been driven from their homes (QRX)."
    report = made(page("Shells kill nine at river port", LEAD, cited, THIRD))
    assert report.text == page(LEAD, cited, THIRD)
    assert report.captions == report.agencies == ()


def test_menus_and_names_in_capitals_are_as_before() -> None:
    menu = "• Ten Women Who Changed The Game\n• Top 10 tools for spring\n• 5 ways to prune a rose"
    report = made(page(menu, "Shells kill nine at river port", "ANA COSTA\n6 March 2022", LEAD, SECOND))
    assert report.text == page(LEAD, SECOND)
    assert report.byline == ("Ana Costa",)
