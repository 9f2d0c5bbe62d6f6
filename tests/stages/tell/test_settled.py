"""Beside a figure: the other rules, how an origin's count changed, and numbers changed in copies."""

from dataclasses import replace
from datetime import date

from tell_sample import sample

from warmonitor.model import Account, Figure, History, Mark, Misprint, Rule, Settled, ToldCount
from warmonitor.stages.tell import tell


def told(account: Account) -> Account:
    figure = account.figures[0]
    hospital = History(
        "Tashkul hospital",
        (
            ToldCount("claim-15", date(2031, 3, 12), 20, 20, 20, Mark.FIRST),
            ToldCount("claim-17", date(2031, 3, 14), 34, 34, 34, Mark.RAISED),
        ),
        ("claim-17",),
    )
    army = History("Army", (ToldCount("claim-03", date(2031, 3, 12), 7, 7, 7, Mark.FIRST),), ("claim-03",))
    rules = (
        Settled(Rule.RANGE, 7, 34, ("Army", "Tashkul hospital")),
        Settled(Rule.MEDIAN, 20.5, 20.5, ("Army", "Tashkul hospital")),
        Settled(Rule.LATEST, 34, 34, ("Tashkul hospital",)),
    )
    changed = (Misprint("claim-18", "claim-17", "a copy says otherwise"),)
    full: Figure = replace(figure, history=(army, hospital), rules=rules, changed=changed)
    return replace(account, figures=(full, *account.figures[1:]))


def test_the_page_and_the_report_tell_rules_history_and_misprints() -> None:
    files = tell(told(sample()))
    sitrep = files["sitrep.md"].decode()
    assert "By other rules: median 20.5; majority none; latest 34." in sitrep
    assert "Tashkul hospital said 20 (12 March 2031), then 34 (raised 14 March 2031)." in sitrep
    assert "A copy prints " in sitrep
    page = files["index.html"].decode()
    assert "range of independent origins" in page
    assert "By other rules: median" in page
    table = files["tables/figures.csv"].decode()
    assert "2031-03-12 claim-15 first, 2031-03-14 claim-17 raised" in table
