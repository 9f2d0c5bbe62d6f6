"""A telex in capitals goes the whole way: it is no heading, it is read, and it is shown as it was written."""

from pathlib import Path

from warmonitor.model import Attack, Blame, ClaimKind, Toll
from warmonitor.run.account import make_account

TELEX = """\
REBELS SHELL VILLAGE IN NORTH

BRENNO, 3 MARCH 2021 (XYZ) - REBELS OF THE RED RIVER FRONT (RRF)
SHELLED THE VILLAGE OF KORDUN ON TUESDAY NIGHT, KILLING AT LEAST
12 CIVILIANS, THE INTERIOR MINISTRY SAID.

RESIDENTS SAID THAT HUNDREDS OF PEOPLE HAD FLED TO THE CAPITAL.
THE RRF CLAIMED RESPONSIBILITY FOR THE ATTACK.
"""


def test_a_telex_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "telex.txt").write_text(TELEX)
    account = make_account([str(tmp_path)])
    (report,) = account.reports
    assert report.text == report.text.upper()
    tolls = [c.detail for c in account.claims if isinstance(c.detail, Toll)]
    assert ("civilians", 12) in [(toll.of, toll.quantity.low) for toll in tolls]
    told = (c.detail for c in account.claims if c.kind is ClaimKind.ATTACK)
    names = [(a.perpetrator.name, a.blame) for a in told if isinstance(a, Attack) and a.perpetrator]
    assert ("Red River Front", Blame.FACT) in names
    assert ("Red River Front", Blame.CLAIMED) in names
    assert all(named.said == named.span.of(report.text) for claim in account.claims for named in claim.where)
