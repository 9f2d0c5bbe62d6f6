"""A thousand reports on one day's events, none of which copies another, are hardly ever taken for copies."""

from collections import Counter
from random import Random

from made_reports import FOOTERS, SPEECH, made

from warmonitor.model import CopyKind
from warmonitor.stages.compare import compare

REPORTS = 1000
MOST = 10  # reports taken for copies: one in a hundred


def test_false_copies_are_fewer_than_one_in_a_hundred() -> None:
    random = Random(7)
    reports = [made(random, number) for number in range(REPORTS)]
    found = compare(reports)
    sizes = Counter(one.strand for one in found.reports)
    assert sum(sizes[one.strand] > 1 for one in found.reports) < MOST
    kinds = {link.kind for strand in found.strands for link in strand.beside}
    assert kinds <= {CopyKind.QUOTATION, CopyKind.STOCK}
    assert sum(SPEECH in one.text for one in reports) > MOST
    assert sum(FOOTERS[0] in one.text for one in reports) > MOST
