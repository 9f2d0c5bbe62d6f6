"""Score copies: which articles of `text_reuse` go back to one text, of what kind, and which was first.

    python -m eval.copies DATA [--misses]

The pairs and their labels stand in `copies_labels.tsv`; docs/copies-guideline.md says how they were labelled.
Half of them ("held") is kept from tuning: `--misses` lists those of the other half ("tune") alone.
"""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.copies_draw import TABLE, read_articles
from eval.copies_found import DEPENDENT, Found, look_up, read_reports

DATA = (TABLE,)
JUDGED = ("link_f1", "kind_f1", "accuracy", "dependence", "first")
HALVES = ("tune", "held")
FLOORED = tuple(f"{half}.{name}" for half in HALVES for name in JUDGED)
LABELS = Path(__file__).parent / "copies_labels.tsv"


@dataclass(frozen=True, slots=True)
class Label:
    """What the reader saw in two articles; `first` is an id, "both", "?" or "-", `band` runs from 0 to 3."""

    a: str
    b: str
    band: int
    half: str
    kind: str
    first: str
    doubt: bool

    @property
    def dependent(self) -> bool:
        """Say whether words of one text reached the other, or of a third text both."""
        return self.kind in DEPENDENT

    @property
    def first_known(self) -> bool:
        """Say whether the reader could tell which of the two texts was there first."""
        return self.first in {self.a, self.b}


Row = tuple[Label, Found]


def read_labels(path: Path = LABELS) -> list[Label]:
    """Return the labels in the file's order."""
    with path.open(encoding="utf-8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        return [
            Label(r["a"], r["b"], int(r["band"]), r["half"], r["kind"], r["first"], r["doubt"] == "1")
            for r in csv.DictReader(told, delimiter="\t")
        ]


def rows_of(data: Path) -> list[Row]:
    """Return each label with what the program finds among all articles of the set in `data`."""
    labels = read_labels()
    found = look_up([(x.a, x.b) for x in labels], read_reports(read_articles(data)))
    return list(zip(labels, found, strict=True))


def score(data: Path) -> dict[str, float]:
    """Return shares (0 to 1) and counts of each half, such as "held.link_f1".

    `link_precision`, `link_recall`, `link_f1`: pairs in one strand against pairs labelled dependent. Of the
    two texts judged by themselves: `kind_f1`, micro-F1 over the kinds of dependence; `accuracy` over all
    seven kinds; `dependence`, the share right as dependent or not; `kind`, the share of right kinds where
    both say dependent. `first`: the first text right, of those known, where the two are in one strand or
    judged dependent. `pairs`, `dependent`, `first_known`: how many were asked.
    """
    rows = rows_of(data)
    return {
        f"{half}.{name}": value
        for half in HALVES
        for name, value in shares([row for row in rows if row[0].half == half]).items()
    }


def shares(rows: Sequence[Row]) -> dict[str, float]:
    """Return the measures over some pairs; what nothing was asked of is left out."""
    dependent = sum(label.dependent for label, _ in rows)
    linked = sum(found.linked for _, found in rows)
    both = sum(label.dependent and found.linked for label, found in rows)
    judged = [(label, found) for label, found in rows if found.dependent]
    agreed = [(label, found) for label, found in judged if label.dependent]
    kinds = sum(label.kind == found.kind for label, found in agreed)
    known = [(x, found) for x, found in rows if x.first_known and (found.linked or found.dependent)]
    parts = {
        "link_precision": (both, linked),
        "link_recall": (both, dependent),
        "link_f1": (2 * both, linked + dependent),
        "kind_f1": (2 * kinds, len(judged) + dependent),
        "kind": (kinds, len(agreed)),
        "accuracy": (sum(label.kind == found.kind for label, found in rows), len(rows)),
        "dependence": (sum(label.dependent == found.dependent for label, found in rows), len(rows)),
        "first": (sum(label.first == found.first for label, found in known), len(known)),
    }
    asked = {"pairs": len(rows), "dependent": dependent, "first_known": sum(x.first_known for x, _ in rows)}
    return {**{name: right / of for name, (right, of) in parts.items() if of}, **asked}


def misses(rows: Sequence[Row]) -> list[str]:
    """Return a line for each pair that is not right: what is wrong, ids, label, answer."""
    told = []
    for label, found in rows:
        said = f"{label.a} {label.b} band {label.band} {label.kind}{' (doubt)' * label.doubt}"
        if label.dependent != found.linked:
            told.append(f"{'missed' if label.dependent else 'false'}: {said}")
        if label.kind != found.kind:
            told.append(f"kind: {said}, {found.kind} {found.shared:.2f}")
        if label.first_known and (found.linked or found.dependent) and label.first != found.first:
            told.append(f"first: {said}")
    return sorted(told)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if "--misses" in sys.argv:
        print(*misses([row for row in rows_of(folder) if row[0].half == "tune"]), sep="\n")
    else:
        print(json.dumps({name: round(value, 3) for name, value in score(folder).items()}, indent=2))
