"""What came on some days: reports once, however often they are seen again."""

from dataclasses import replace
from datetime import date

from kept_documents import NOW, Place, made_of, raw_report
from shelved import claim, shelve

from warmonitor.store.came import Came, counted_in, reports_in

FIRST, SECOND = date(2031, 3, 4), date(2031, 3, 5)
LATER = replace(NOW, received="2031-03-05T00:00:00+00:00")


def test_a_report_comes_once_on_the_day_that_it_came_first(place: Place) -> None:
    one, other = raw_report(1), raw_report(2)
    again = replace(one, hints=(("outlet", "Other Lamp"),))
    with place.open() as store:
        store.keep(one, made_of(one), NOW)
        for raw in (again, other):
            store.keep(raw, made_of(raw), LATER)
        row = claim(1)
        shelve(store, "a", [replace(row, links=(("report", other.report_id),))])
        read = store.database.read
        assert [one.report for one in read(lambda c: reports_in(c, FIRST, FIRST))] == [one.report_id]
        both: list[Came] = read(lambda c: reports_in(c, FIRST, SECOND))
        assert [(came.report, came.received[:10]) for came in both] == [
            (other.report_id, "2031-03-05"),
            (one.report_id, "2031-03-04"),
        ]
        assert read(lambda c: reports_in(c, FIRST, SECOND, both[0].seq)) == both[1:]
        assert read(lambda c: counted_in(c, SECOND, SECOND)) == {"reports": 1, "claims": 1, "judgements": 0}
        assert read(lambda c: counted_in(c, FIRST, FIRST)) == {"reports": 1, "claims": 0, "judgements": 0}
