import hashlib
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import RawReport
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.clean.characters import tidy
from warmonitor.stages.clean.dates import is_date_line, parse_date

MEDIA = ("text/plain", "text/markdown", "text/html")
LINES = st.sampled_from(
    [
        "Shells hit the river port of Tesna on Monday and killed nine dockers, he said.",
        "“We struck a depot,” a spokesman said.",
        "Home News World",
        "  • April 2025",
        "By Ana Costa, Associated Press",
        "Smoke over the port (Photo: AFP)",
        "Recent Posts",
        "",
        "Posted on July 3, 2020",
        "- River front -",
        "The governor's office said:",
        "• 22 people died at the quay",
        "The towns of the north, it says, are empty...",
        "(Reporting by Ana Costa; Editing by Max Roe)",
    ]
)


def raw(content: bytes, media: str) -> RawReport:
    return RawReport("a", media, content, hashlib.sha256(content).hexdigest())


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from(MEDIA))
def test_no_bytes_stop_it(content: bytes, media: str) -> None:
    report, issues = clean(raw(content, media), load_outlets())
    assert report is not None or any(issue.fatal for issue in issues)


@settings(max_examples=60)
@given(st.text(max_size=400), st.sampled_from(MEDIA))
def test_no_text_stops_it(text: str, media: str) -> None:
    report, issues = clean(raw(text.encode("utf-8", "surrogatepass"), media), load_outlets())
    assert report is not None or any(issue.fatal for issue in issues)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=14), st.sampled_from(("\n", "\n\n")))
def test_words_of_the_text_stand_in_the_source_in_their_order(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    report, _ = clean(raw(text.encode(), "text/plain"), load_outlets())
    given_words = iter(re.findall(r"\S+", text))
    assert report is None or all(word in given_words for word in report.text.split())


@settings(max_examples=60)
@given(st.lists(LINES.filter(lambda line: "•" not in line and not line.endswith(":")), max_size=14))
def test_what_is_clean_stays_clean(lines: list[str]) -> None:
    once, _ = clean(raw("\n\n".join(lines).encode(), "text/plain"), load_outlets())
    again = clean(raw(once.text.encode(), "text/plain"), load_outlets())[0] if once else None
    assert once is None or (again is not None and again.text == once.text)


@given(st.text(max_size=200))
def test_tidy_text_needs_no_more_tidying(text: str) -> None:
    tidied, _ = tidy(text)
    assert tidy(tidied) == (tidied, ())


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(("%Y-%m-%d", "%B %d, %Y", "%A, %d %b %Y"))
)
def test_dates_in_words_are_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day
    assert is_date_line(day.strftime(form))
