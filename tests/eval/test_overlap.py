"""Spans that share a word, paired so that each is used once."""

from eval.overlap import Counts, count, outermost, pair, share_word
from warmonitor.model import Span

TEXT = "the old port, Bor"


def shares(one: Span, other: Span) -> bool:
    return share_word(one, other, TEXT)


def test_two_spans_share_a_word_or_not() -> None:
    assert shares(Span(0, 12), Span(8, 17))
    assert not shares(Span(0, 12), Span(14, 17))
    assert not shares(Span(0, 14), Span(12, 17))


def test_the_outermost_spans_stay() -> None:
    assert outermost([Span(4, 7), Span(0, 12), Span(14, 17)]) == [Span(0, 12), Span(14, 17)]


def test_as_many_pairs_as_there_can_be() -> None:
    found, gold = [Span(0, 12), Span(0, 3)], [Span(0, 7), Span(8, 12)]
    assert pair(found, gold, shares) == {0: 1, 1: 0}


def test_counts_and_f1() -> None:
    counts = count([Span(0, 12), Span(14, 17)], [Span(8, 12), Span(4, 7)], shares)
    assert counts == Counts(hits=1, extra=1, missed=1)
    assert counts.f1 == 0.5


def test_what_is_doubtful_is_neither_right_nor_wrong() -> None:
    counts = count([Span(0, 12), Span(14, 17)], [Span(8, 12)], shares, [Span(14, 17)])
    assert counts == Counts(hits=1, extra=0, missed=0)


def test_nothing_found_is_nothing() -> None:
    assert Counts().f1 == 0
