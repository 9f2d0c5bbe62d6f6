"""MUC-4's scorer on a message and a key of our own: what is read, what pairs, what counts."""

from datetime import date
from pathlib import Path

import pytest

from eval.muc34.align import Points, may_pair, pair, points
from eval.muc34.credit import as_date, as_number, as_place, as_string, credit
from eval.muc34.keys import Fill, Template, read_keys
from eval.muc34.messages import read_messages
from eval.muc34.score import Tally, count, score
from eval.muc34.victims import Victim, is_same

KEY = """\
;;; a note
0.  MESSAGE: ID                     TST3-MUC4-0001 (NOSC)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (03 MAR 90) / (- 05 MAR 90)
3.  INCIDENT: LOCATION              PERU: BRENNO (CITY)
4.  INCIDENT: TYPE                  BOMBING
10. PERP: ORGANIZATION ID           "RED RIVER FRONT" / "RRF"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED: "RED RIVER FRONT" / "RRF"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "GUARDS"
                                    ? "CASHIER"
21. HUM TGT: NUMBER                 2: "GUARDS"
                                    1: "CASHIER"

0.  MESSAGE: ID                     TST3-MUC4-0002 (NOSC)
1.  MESSAGE: TEMPLATE               *
"""
TEXT = """\
TST3-MUC4-0001

   LIMA, 5 MAR 90 (XYZ) -- [TEXT] A BOMB EXPLODED IN A BANK IN BRENNO ON
SATURDAY, KILLING TWO GUARDS.  THE RED RIVER FRONT (RRF) CLAIMED
RESPONSIBILITY FOR THE ATTACK.

TST3-MUC4-0002

   LIMA, 6 MAR (XYZ) -- [TEXT] THE MINISTER OF FINANCE SPOKE ABOUT PRICES
AND THE BUDGET OF THE YEAR.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    part = tmp_path / "muc34" / "tst3"
    part.mkdir(parents=True)
    (part / "key-tst3.v1").write_text(KEY)
    (part / "tst3-muc4").write_text(TEXT)
    return tmp_path


def test_a_key_is_read_with_its_alternatives(data: Path) -> None:
    keys = read_keys([data / "muc34" / "tst3" / "key-tst3.v1"])
    (one,) = keys["TST3-MUC4-0001"]
    assert one.optional
    assert one.slots["date"] == (Fill(("03 MAR 90", "- 05 MAR 90")),)
    assert one.slots["how sure"] == (Fill(("CLAIMED OR ADMITTED",), ("RED RIVER FRONT", "RRF")),)
    assert one.slots["victims: description"] == (Fill(("GUARDS",)), Fill(("CASHIER",), (), True))
    assert keys["TST3-MUC4-0002"] == []


def test_a_message_is_a_report_in_mixed_case(data: Path) -> None:
    found = read_messages([data / "muc34" / "tst3" / "tst3-muc4"])
    one, other = found["TST3-MUC4-0001"], found["TST3-MUC4-0002"]
    assert one.place == "LIMA"
    assert one.report.dated.latest == date(1990, 3, 5)
    assert one.report.text.startswith("A bomb exploded in a bank in Brenno on Saturday, killing two guards.")
    assert other.report.dated.latest == date(1990, 3, 6)


@pytest.mark.parametrize(
    ("judge", "given", "right", "worth"),
    [
        (as_date, "03 MAR 90", "03 MAR 90", 1.0),
        (as_date, "03 MAR 90", "- 05 MAR 90", 0.5),
        (as_date, "03 MAR 90", "01 APR 90", 0.0),
        (as_place, "PERU: BRENNO", "PERU: NORTH (DEPARTMENT): BRENNO (CITY)", 1.0),
        (as_place, "PERU", "PERU: BRENNO (CITY)", 0.5),
        (as_number, "2", "2", 1.0),
        (as_number, "~20", "20", 0.5),
        (as_number, "3", "PLURAL", 0.5),
        (as_number, "1", "PLURAL", 0.0),
        (as_string, "TWO BANK GUARDS", "GUARDS", 1.0),
        (as_string, "GUARD DOG", "BANK GUARD", 0.5),
        (as_string, "CASHIER", "GUARDS", 0.0),
    ],
)
def test_what_a_fill_is_worth(judge: object, given: str, right: str, worth: float) -> None:
    assert callable(judge)
    assert judge(given, right) == worth


def test_a_neighbour_in_a_list_is_half() -> None:
    key = Fill(("SUSPECTED OR ACCUSED BY AUTHORITIES",))
    assert credit("how sure", "SUSPECTED OR ACCUSED", key) == 0.5
    assert credit("type", "ATTACK", Fill(("BOMBING",))) == 0.5
    assert credit("type", "ARSON", Fill(("BOMBING",))) == 0.0


def template(**slots: tuple[Fill, ...]) -> Template:
    return Template("m", {"type": (Fill(("BOMBING",)),), **slots})


def test_fills_pair_once_and_optional_ones_need_not_be_found() -> None:
    key = [Fill(("GUARDS",)), Fill(("CASHIER",), (), True)]
    assert points("things", [Fill(("GUARDS",)), Fill(("GUARDS",))], key) == Points(1, 2, 1.0)


def test_incidents_pair_by_what_they_share() -> None:
    one = template(things=(Fill(("BANK",)),))
    assert may_pair(one, template(things=(Fill(("A BANK",)),)))
    assert not may_pair(one, template(things=(Fill(("BRIDGE",)),)))
    assert len(pair([one, one], [one])) == 1


def test_the_dead_and_the_hurt_are_told_apart_but_not_what_befell_one_named() -> None:
    dead, hurt = Victim("", "PEASANTS", "2", "DEATH"), Victim("", "PEASANTS", "3", "INJURY")
    assert not is_same(dead, hurt)
    assert is_same(dead, Victim("", "PEASANTS", "PLURAL", ""))
    assert is_same(Victim("EVA MALA", "", "1", "INJURY"), Victim("MALA", "", "1", "DEATH"))


def test_messages_without_an_incident_count_against_precision() -> None:
    tally = Tally()
    one = template(things=(Fill(("BANK",)),))
    for response, key in (([one], [one]), ([one], []), ([], [one]), ([], [])):
        count(tally, response, key)
    assert (tally.relevance.recall, tally.relevance.precision) == (0.5, 0.5)
    assert tally.matched["things"] == Points(1, 1, 1.0)
    assert tally.total["things"] == Points(2, 2, 1.0)


def test_the_parts_that_are_there_are_measured(data: Path) -> None:
    found = score(data)
    assert found
    assert all(name.startswith("tst3 ") for name in found)
    assert all(0 <= share <= 1 for share in found.values())


def test_without_data_there_is_nothing(tmp_path: Path) -> None:
    assert score(tmp_path) == {}
