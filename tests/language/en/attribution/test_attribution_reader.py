import numpy as np
import pytest

from warmonitor.language.en.attribution import Attributed, load_reader
from warmonitor.language.en.attribution.features import in_quotation
from warmonitor.language.en.attribution.records import CONTENT, CUE, SOURCE
from warmonitor.language.en.parser import load_parser
from warmonitor.language.en.quotations import find_quotations
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Span


def read(*texts: str) -> list[list[Attributed]]:
    words = [tokens(text) for text in texts]
    quoted = [
        in_quotation(ws, Span(0, len(text)), find_quotations(text))
        for ws, text in zip(words, texts, strict=True)
    ]
    return load_reader().read(load_parser().parse_batch(words), quoted)


def said(text: str, kind: int) -> str:
    words = tokens(text)
    surest = max(read(text)[0], key=lambda one: one.likelihood)
    return " ".join(words[i].text for i in sorted(surest.tokens(kind)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour guard said that two boats had sunk.",
            "The harbour guard",
            "said",
            "that two boats had sunk",
        ),
        ("Villagers feared that the dam would burst.", "Villagers", "feared", "that the dam would burst"),
        (
            "Two boats sank, according to the harbour guard.",
            "the harbour guard",
            "according to",
            "Two boats sank",
        ),
        ("Two boats sank, a fisherman told reporters.", "a fisherman", "told", "Two boats sank"),
    ],
)
def test_source_cue_and_content_are_told_apart(text: str, source: str, cue: str, content: str) -> None:
    assert said(text, SOURCE) == source
    assert said(text, CUE) == cue
    assert said(text, CONTENT).strip(" ,") == content


def test_a_sentence_in_which_nobody_speaks_has_nothing_sure() -> None:
    assert all(one.likelihood < 0.5 for one in read("Two boats sank off the northern pier at noon.")[0])


def test_a_sentence_is_read_the_same_beside_others() -> None:
    texts = (
        "Villagers feared that the dam would burst.",
        "He left.",
        "The guard said two boats had sunk at noon.",
    )
    together = read(*texts)
    for text, found in zip(texts, together, strict=True):
        alone = read(text)[0]
        assert [one.carrier for one in alone] == [one.carrier for one in found]
        for one, other in zip(alone, found, strict=True):
            np.testing.assert_allclose(one.marks, other.marks, atol=1e-4)


def test_no_words_have_no_attributions() -> None:
    assert read("") == [[]]
    assert load_reader().read([], []) == []
