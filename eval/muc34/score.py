"""Messages of MUC-3 and MUC-4 against their keys: relevance, then each slot on the incidents that match."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.muc34.accounts import Read, read
from eval.muc34.align import Points, pair, points
from eval.muc34.fills import template
from eval.muc34.incidents import incidents
from eval.muc34.keys import SLOTS, Template, read_keys
from eval.muc34.messages import read_messages
from eval.muc34.relevance import is_relevant, whom_of

PARTS = ("tst2", "tst3", "tst4")  # dev and tst1 were learned from


@dataclass(slots=True)
class Tally:
    """Counts over the messages of one part."""

    relevance: Points = field(default_factory=Points)
    strict: Points = field(default_factory=Points)
    templates: Points = field(default_factory=Points)
    matched: dict[str, Points] = field(default_factory=dict)
    total: dict[str, Points] = field(default_factory=dict)

    def measures(self) -> dict[str, float]:
        """Return the shares, recall and precision, by name."""
        found = {"messages: F1": _f1(self.relevance), **_both("messages", self.relevance)}
        found["messages without optional: F1"] = _f1(self.strict)
        found |= _both("incidents", self.templates)
        for slot, counts in self.matched.items():
            found |= _both(slot, counts)
        for slot, counts in self.total.items():
            found |= _both(f"{slot}, all incidents", counts)
        return found


def _both(name: str, counts: Points) -> dict[str, float]:
    return {f"{name}: recall": counts.recall, f"{name}: precision": counts.precision}


def _f1(counts: Points) -> float:
    both = counts.recall + counts.precision
    return 2 * counts.recall * counts.precision / both if both else 0.0


def score(data: Path) -> dict[str, float]:
    """Return the measures of every test part found in `data`/muc34; {} where there is none."""
    found: dict[str, float] = {}
    for part in PARTS:
        folder = data / "muc34" / part
        texts, keys = sorted(folder.glob(f"{part}-muc[34]*")), sorted(folder.glob(f"key-{part}*"))
        if texts and keys:
            tally = measured(texts, keys)
            found |= {f"{part} {name}": share for name, share in tally.measures().items()}
    return found


def measured(texts: list[Path], keys: list[Path]) -> Tally:
    """Return the counts of one part."""
    tally, key = Tally(), read_keys(keys)
    for number, message in sorted(read_messages(texts).items()):
        if number in key:
            count(tally, responses(read(message)), key[number])
    return tally


def responses(found: Read) -> list[Template]:
    """Return the templates of a message: none where it is not relevant, else those of its incidents."""
    if not is_relevant(found):
        return []
    told = incidents(found)
    kept = [one for one in told if {whom_of(u) for u in one.units} - {"fighters", "forces", "nobody"}]
    return [template(one, found) for one in (kept or told)]


def count(tally: Tally, response: Sequence[Template], key: Sequence[Template]) -> None:
    """Add what one message gives."""
    firm = [one for one in key if not one.optional]
    tally.relevance += Points(int(bool(key)), int(bool(response)), float(bool(key) and bool(response)))
    if firm or not key:
        tally.strict += Points(int(bool(firm)), int(bool(response)), float(bool(firm) and bool(response)))
    pairs = pair(response, key)
    taken = [id(one) for two in pairs for one in two]
    missed = [one for one in firm if id(one) not in taken]
    spare = [one for one in response if id(one) not in taken]
    tally.templates += Points(len(pairs) + len(missed), len(response), float(len(pairs)))
    for slot in SLOTS.values():
        here = sum((points(slot, a.slots.get(slot, ()), b.slots.get(slot, ())) for a, b in pairs), Points())
        away = Points(
            sum(not fill.optional for one in missed for fill in one.slots.get(slot, ())),
            sum(len(one.slots.get(slot, ())) for one in spare),
        )
        tally.matched[slot] = tally.matched.get(slot, Points()) + here
        tally.total[slot] = tally.total.get(slot, Points()) + here + away


if __name__ == "__main__":
    for measure, share in score(Path(sys.argv[1])).items():
        print(f"{measure:52} {share:.3f}")
