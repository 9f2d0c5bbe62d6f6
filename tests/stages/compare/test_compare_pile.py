"""A pile grown one report at a time, in any order, tells what one made at once tells."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest
from compare_texts import BRIDGE, FERRY, MINE, report
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.model import Report
from warmonitor.stages.compare import pile as piles
from warmonitor.stages.compare import postings
from warmonitor.stages.compare.candidates import Held, shift
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.pile import Pile
from warmonitor.stages.compare.postings import CROWD, common, joined, once, shared, tied

SENTENCES = [s.strip() for text in (FERRY, BRIDGE, MINE) for s in text.replace("\n\n", " ").split(". ")]
FOOTER = "Write to the desk of this paper if you have seen what happened or know who did."
SITES = ("north.example", "south.example", None)


def told(pile: Pile) -> dict[str, Any]:
    """Return all that a pile says, by the ids of its reports."""
    ids = [one.id for one in pile.reports]

    def named(places: Any) -> frozenset[str]:
        return frozenset(ids[place] for place in places)

    return {
        "near": {
            (ids[a], ids[b]): n for a, others in enumerate(pile.neighbours.near) for b, n in others.items()
        },
        "texts": frozenset(named(places) for places in pile.neighbours.texts.members.values()),
        "weeks": {
            ids[at]: pile.neighbours.texts.week[text] for at, text in enumerate(pile.neighbours.texts.of)
        },
        "stock": pile.stock,
        "wordings": {ids[place]: pile.read(place).wording for place in range(len(ids))},
        "nearest": {ids[place]: named(top) for place, top in enumerate(pile.nearest)},
        "judged": {
            named(pair): found and (ids[found.first], found.kind, found.shared, found.extents)
            for pair, found in pile.judged.items()
        },
    }


def made(texts: list[list[str]], sites: list[str | None], weeks: list[int | None]) -> list[Report]:
    return [
        report(
            ". ".join(sentences),
            str(at),
            date(2023, 1, 1 + 14 * week) if week else None,
            url=f"https://{host}/{at}" if host else None,
        )
        for at, (sentences, host, week) in enumerate(zip(texts, sites, weeks, strict=True))
    ]


def reports(most: int) -> st.SearchStrategy[list[Report]]:
    one = st.tuples(
        st.lists(st.sampled_from([*SENTENCES, FOOTER]), min_size=1, max_size=9, unique=True),
        st.sampled_from(SITES),
        st.sampled_from([None, 0, 1, 2]),
    )
    rows = st.lists(one, min_size=1, max_size=most, unique_by=lambda row: (". ".join(row[0]), row[2]))
    return rows.map(lambda found: made(*(list(column) for column in zip(*found, strict=True))))


def both(found: list[Report], order: list[Report], at_once: int) -> None:
    whole, grown = Pile(CompareOptions()), Pile(CompareOptions())
    whole.add(found)
    grown.add(order[:at_once])
    grown.add(order[at_once:])
    assert told(whole) == told(grown)


@settings(max_examples=60)
@given(st.data())
def test_order_and_size_of_steps_never_matter(data: st.DataObject) -> None:
    found = data.draw(reports(12))
    both(found, data.draw(st.permutations(found)), data.draw(st.integers(0, 3)))


@settings(max_examples=15)
@given(st.data())
def test_nor_where_so_many_share_their_words_that_neighbours_part(data: st.DataObject) -> None:
    found = data.draw(reports(30).filter(lambda made: len(made) > CROWD))
    both(found, data.draw(st.permutations(found)), 1)


@settings(max_examples=25)
@given(st.data())
def test_nor_where_reports_have_one_token(data: st.DataObject) -> None:
    found = data.draw(reports(9))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(piles, "token_of", lambda name: len(name) % 3 + 1)
        both(found, data.draw(st.permutations(found)), 1)


@settings(max_examples=60)
@given(st.lists(st.sets(st.integers(0, 6)), max_size=40), st.randoms(use_true_random=False))
def test_ties_gained_and_lost_one_by_one_are_those_of_all(runs: list[set[int]], order: Any) -> None:
    keys = {at: np.array(sorted(run << 32 | at for run in has), np.uint64) for at, has in enumerate(runs)}
    held, found = Held(), Counter[int]()
    for at in order.sample(sorted(keys), len(keys)):
        change = shift(held, keys[at])
        held.add(keys[at])
        for other, ties in change.gained.items():
            found[min(at, other) << 32 | max(at, other)] += ties
        found.subtract(change.lost)
    codes, counts = tied(joined(list(keys.values())))
    assert +found == dict(zip(codes.tolist(), counts.tolist(), strict=True))


@given(st.lists(st.integers(0, 14).map(lambda n: (n // 3) << 32 | n % 3), max_size=30), st.integers(1, 4))
def test_keys_looked_at_in_blocks_are_those_looked_at_at_once(listed: list[int], block: int) -> None:
    keys = np.array(listed, np.uint64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "BLOCK", block)
        found = once(keys.copy())
        assert found.tolist() == sorted(set(listed))
        runs = Counter(key >> 32 for key in found.tolist())
        assert common(found).tolist() == [key for key in found.tolist() if runs[key >> 32] > 1]


@given(st.lists(st.integers(0, 2**64 - 1), max_size=60), st.integers(1, 7))
def test_keys_that_many_reports_share_are_found_in_parts(listed: list[int], part: int) -> None:
    listed += [key ^ 1 for key in listed[:9]] + listed[:5]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "BLOCK", 1)
        patch.setattr(postings, "PART", part)
        found = shared(np.array(listed, np.uint64))
        assert found.tolist() == sorted(set(found.tolist()) & set(listed))
        runs = Counter(key >> 32 for key in set(listed))
        assert common(found).tolist() == sorted(key for key in set(listed) if runs[key >> 32] > 1)
