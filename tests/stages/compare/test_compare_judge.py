"""From what two texts share to the kind of dependence."""

from dataclasses import replace

from warmonitor.model import CopyKind
from warmonitor.stages.compare.extent import Extent
from warmonitor.stages.compare.judge import is_dependent, kind_beside, kind_of
from warmonitor.stages.compare.options import CompareOptions

OPTIONS = CompareOptions()
TEXT = Extent(
    counted=300, shared=50, news=50, longest=18, own=200, said=0, stock=0, standing=15, left=0.6, fresh=180,
    lead=True, told=5, whole=50,
)  # fmt: skip
CUT = replace(TEXT, counted=100, news=90, whole=90, longest=60, own=0, left=0.1, fresh=0, lead=False)


def test_shared_words_all_over_two_texts_tie_them() -> None:
    assert is_dependent(TEXT, TEXT, OPTIONS)
    assert not is_dependent(TEXT, replace(TEXT, told=3), OPTIONS)
    assert not is_dependent(TEXT, replace(TEXT, news=44), OPTIONS)


def test_set_phrases_in_sentences_of_their_own_tie_nothing() -> None:
    phrases = replace(TEXT, counted=200, news=60, longest=14)
    assert is_dependent(phrases, phrases, OPTIONS)
    assert not is_dependent(phrases, replace(phrases, whole=29), OPTIONS)
    assert is_dependent(CUT, replace(CUT, whole=12), OPTIONS)
    assert not is_dependent(CUT, replace(CUT, whole=9), OPTIONS)


def test_one_that_adds_nothing_is_shortened() -> None:
    assert kind_of(TEXT, CUT, OPTIONS, apart=False) is CopyKind.SHORTENED
    assert kind_of(CUT, TEXT, OPTIONS, apart=True) is CopyKind.EXCERPT


def test_a_lead_of_its_own_makes_a_rewrite() -> None:
    assert kind_of(TEXT, replace(CUT, fresh=10, lead=True), OPTIONS, apart=False) is CopyKind.REWRITE
    assert kind_of(TEXT, replace(CUT, fresh=10), OPTIONS, apart=False) is CopyKind.SHORTENED


def test_reporting_of_some_length_makes_a_rewrite() -> None:
    assert kind_of(TEXT, replace(CUT, fresh=25), OPTIONS, apart=False) is CopyKind.REWRITE
    assert kind_of(TEXT, replace(CUT, counted=60, fresh=15), OPTIONS, apart=False) is CopyKind.SHORTENED


def test_one_text_is_a_reprint_though_its_lead_is_edited() -> None:
    edited = replace(CUT, left=0.2, fresh=15, lead=True)
    assert kind_of(edited, replace(CUT, left=0.2), OPTIONS, apart=False) is CopyKind.REPRINT


def test_what_two_texts_share_without_depending() -> None:
    few = replace(TEXT, news=10, stock=12)
    assert kind_beside(few, few) is None
    assert kind_beside(replace(few, said=14), replace(few, said=13)) is CopyKind.QUOTATION
    assert kind_beside(replace(few, standing=20), replace(few, standing=20)) is CopyKind.STOCK
    assert kind_beside(replace(few, stock=40), replace(few, stock=34)) is CopyKind.STOCK
