"""Near-copies of which one prints another number: one origin, the number shown beside that of the text."""

from pathlib import Path

from warmonitor.run.account import make_account

TEXT = """Shell hits mill of Izium

VARDIK, March 3 (Mill Valley Press) - A shell hit the flour mill of Izium on Sunday, killing {number}
people and wounding 30, the hospital said on Monday.

Rescue workers searched the ruins through the night. The mill had been turned into a shelter for families
from the villages around the town, residents told Mill Valley Press.

The council called for a day of mourning and asked neighbouring towns to send blood and bandages.

"We heard three explosions and then the roof came down," said a baker who lives across the road.
"""


def test_a_number_changed_in_one_copy_is_shown_and_is_no_rival(tmp_path: Path) -> None:
    for place in range(6):
        text = TEXT.format(number=120 if place == 3 else 12)
        (tmp_path / f"{place}.txt").write_text(f"{text}\nPage {place} of the site\n", encoding="utf-8")
    account = make_account([str(tmp_path)])
    (figure,) = [one for one in account.figures if one.measure == "killed"]
    assert (figure.low, figure.high, len(figure.origins), len(figure.claims)) == (12, 12, 1, 6)
    (changed,) = figure.changed
    quotes = {claim.id: claim for claim in account.claims}
    texts = {report.id: report.text for report in account.reports}
    said = {key: quotes[key].quote.of(texts[quotes[key].report]) for key in (changed.claim, changed.of)}
    assert "120" in said[changed.claim]
    assert "12" in said[changed.of].split()
    assert [one.kind for one in account.disputes] == []
    (issue,) = [one for one in account.issues if one.code == "changed-in-copy"]
    assert issue.item.endswith("3.txt")
