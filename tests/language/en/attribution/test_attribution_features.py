from warmonitor.language.en.attribution.features import STEPS, in_quotation, seen_from, ways
from warmonitor.language.en.parser import Parse
from warmonitor.language.en.quotations import find_quotations
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Span

# "The mayor said shells fell": said is the root, shells hangs on fell
PARSE = Parse(
    words=("The", "mayor", "said", "shells", "fell"),
    heads=(1, 2, -1, 4, 2),
    deprels=("det", "nsubj", "root", "nsubj", "ccomp"),
)
RELATIONS = {"det": 0, "nsubj": 1, "root": 2, "ccomp": 3}


def test_words_are_seen_from_the_cue_by_step_way_and_relation() -> None:
    quoted = in_quotation(tokens("The mayor said shells fell"), Span(0, 26), [])
    seen = seen_from(PARSE, 2, quoted, RELATIONS)
    assert seen[:, 0].tolist() == [8, 9, 10, 11, 12]
    assert seen[:, 1].tolist() == [3, 3, 0, 5, 5]  # below nsubj twice, itself, below ccomp twice
    assert seen[:, 2].tolist() == [0, 1, 2, 1, 3]
    assert seen[:, 3].tolist() == [0, 0, 0, 0, 0]


def test_the_way_up_is_told_from_the_way_down() -> None:
    quoted = in_quotation(tokens("The mayor said shells fell"), Span(0, 26), [])
    way = seen_from(PARSE, 4, quoted, RELATIONS)[:, 1].tolist()
    assert way == [8, 8, 6, 3, 0]  # one step up and down by nsubj, one step up, below nsubj, itself
    assert max(way) < ways(len(RELATIONS))


def test_far_words_share_a_step() -> None:
    words = " ".join(["far"] * 60)
    parse = Parse(words=("far",) * 60, heads=(-1, *([0] * 59)), deprels=("root", *(["det"] * 59)))
    steps = seen_from(parse, 0, in_quotation(tokens(words), Span(0, len(words)), []), RELATIONS)[:, 0]
    assert steps[-1] == steps[-2] == STEPS // 2 + 9


def test_quotation_marks_say_whether_they_reach_over_the_sentence() -> None:
    text = 'He said: "We left the town at dawn with our people. Nobody was hurt."'
    words, span = tokens(text), Span(0, 51)
    marks = in_quotation([w for w in words if w.end <= span.end], span, find_quotations(text))
    assert marks[0].tolist() == [0, 0, 0]
    assert marks[-1].tolist() == [1, 1, 1]


def test_a_tree_with_a_ring_does_not_hang() -> None:
    ring = Parse(words=("a", "b", "c"), heads=(1, 0, -1), deprels=("det", "det", "root"))
    assert len(seen_from(ring, 2, in_quotation(tokens("a b c"), Span(0, 5), []), RELATIONS)) == 3
