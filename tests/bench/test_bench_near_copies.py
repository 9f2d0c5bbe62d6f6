"""What near-copies are measured by: texts with known origins, groups, and the share that is right."""

import numpy as np

from bench.made import Maker, near_copies
from bench.near_copies import OWN, groups_of, measure, right


def test_a_fifth_are_copies_and_all_are_found() -> None:
    texts, origins = near_copies(300, 1)
    copies = sum(origin != place for place, origin in enumerate(origins))
    assert 40 <= copies <= 80
    assert right(groups_of(texts), origins) == (1.0, 1.0)


def test_recall_and_precision_are_of_pairs() -> None:
    assert right([0, 0, 0, 3], [0, 0, 2, 2]) == (0.5, 1 / 3)


def test_what_is_measured_has_all_its_numbers() -> None:
    assert set(measure(OWN, 50, 2)) == {"seconds", "busy", "texts", "peak", "recall", "precision"}


def test_made_reports_are_the_same_for_a_seed() -> None:
    one, other = (list(Maker(np.random.default_rng(3)).reports(30)) for _ in range(2))
    assert one == other
    assert len({report.text for report in one}) == 30
