"""How the outlet keeps its distance without naming who says it: "allegedly", "is said to", "claims that"."""

from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence

_STEPS = 6


def kept_at_a_distance(sentence: Sentence, token: int) -> bool:
    """Say whether the clause of a token, or one over it, is given as what is said, believed or rumoured."""
    heads = {token, sentence.clause(token)}
    near = [sentence.low(c) for h in heads for c in sentence.children(h, "advmod", "amod")]
    if not words("speech", "distance").isdisjoint(near) or not words("speech", "purported").isdisjoint(near):
        return True
    node = sentence.clause(token)
    for _ in range(_STEPS):
        head = sentence.head(node)
        if head < 0 or _has_teller(sentence, head):
            return False
        if _hearsay(sentence, node, head) or _believed(sentence, node, head):
            return True
        node = head
    return False


def _has_teller(sentence: Sentence, head: int) -> bool:
    known = sentence.lemma(head) in speech().stances and sentence.is_verb(head)
    return known and not sentence.is_passive(head)


def _hearsay(sentence: Sentence, node: int, head: int) -> bool:
    """Read "claims that the town had fallen", "there were reports that …", where nobody claims or reports."""
    rel = sentence.rel(node).split(":")[0]
    if rel not in {"acl", "ccomp"} or sentence.upos(head) != "NOUN" or sentence.children(head, "nmod:poss"):
        return False
    if sentence.lemma(head) in words("speech", "hearsay"):
        return True
    unsure = any(sentence.low(c) in words("speech", "unproved") for c in sentence.children(head, "amod"))
    there = any(sentence.low(c) == "there" for c in sentence.children(head)) or any(
        sentence.low(c) == "there" for c in sentence.children(max(sentence.head(head), 0), "expl")
    )
    return sentence.lemma(head) in words("speech", "rebutted") and (unsure or there)


def _believed(sentence: Sentence, node: int, head: int) -> bool:
    """Read "is believed to have shelled", "it was reported that", where nobody is named who believes."""
    if sentence.rel(node).split(":")[0] not in {"xcomp", "ccomp", "csubj"} or not sentence.is_passive(head):
        return False
    held = sentence.lemma(head) in words("speech", "held")
    return held and not any(case == "by" for case, _ in sentence.obliques(head))
