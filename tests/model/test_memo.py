"""What is remembered is what would be said again, and no more of it than is allowed."""

from dataclasses import replace
from datetime import date

from warmonitor.model import Report
from warmonitor.model.memo import answers, forget, remembered

REPORT = Report("r1", "a.txt", "", "Shells fell on Velm.", title="Shelling", outlet="Velm Post")
asked: list[Report] = []


@remembered(3)
def described(report: Report) -> str:
    asked.append(report)
    return f"{report.outlet}, {report.stated_date}: {report.title}. {report.text}"


def test_the_same_is_asked_once() -> None:
    forget()
    asked.clear()
    assert described(REPORT) == described(replace(REPORT))
    assert len(asked) == 1


def test_what_has_changed_is_asked_anew() -> None:
    changes = ({"text": "Shells fell on Korr."}, {"outlet": "Korr Times"}, {"stated_date": date(2020, 1, 2)})
    for change in changes:
        forget()
        first, other = described(REPORT), described(replace(REPORT, **change))
        assert first != other
        assert other == described.__wrapped__(replace(REPORT, **change))  # type: ignore[attr-defined]


def test_no_more_is_kept_than_allowed() -> None:
    forget()
    kept, most = answers()
    assert kept == 0 < most
    for number in range(10):
        described(replace(REPORT, id=f"r{number}"))
    assert answers() == (3, most)


def test_the_longest_unused_goes_first() -> None:
    forget()
    asked.clear()
    for name in ("r1", "r2", "r3", "r1", "r4", "r1", "r2"):
        described(replace(REPORT, id=name))
    assert [one.id for one in asked] == ["r1", "r2", "r3", "r4", "r2"]
