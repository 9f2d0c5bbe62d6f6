"""How firmly a clause stands: denied, alleged, planned, possible, negated."""

from warmonitor.model import Modality, Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.distance import kept_at_a_distance
from warmonitor.stages.extract.speech.said import Said, says_nothing

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_PURPOSE = frozenset({"to", "in order", "so that"})
_WEIGHT = {Stance.ASSERTED: 0, Stance.ALLEGED: 1, Stance.DENIED: 2}


def stance_of(sentence: Sentence, token: int, said: list[Said]) -> Stance:
    """Return the stance in which the text gives the clause of a token: the weakest of those over it."""
    stances = [s.stance for s in said if token in s.content]
    if kept_at_a_distance(sentence, token):
        stances.append(Stance.ALLEGED)
    return max(stances, key=_WEIGHT.__getitem__, default=Stance.ASSERTED)


def modality_of(sentence: Sentence, token: int) -> Modality:
    """Return whether the clause of a token tells what happened, what is meant to happen or what may."""
    node = sentence.clause(token)
    for _ in range(8):
        if own := _own_modality(sentence, node):
            return Modality.POSSIBLE if _feared(sentence, node) else own
        head, rel = sentence.head(node), sentence.rel(node).split(":")[0]
        if head < 0:
            return Modality.ACTUAL
        passed = _passed_down(sentence, node, head, rel)
        if passed is not None:
            return passed
        node = sentence.clause(head) if not sentence.is_verb(head) else head
    return Modality.ACTUAL


def _opens_campaign(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb begins a fight, so that an infinitive is its aim: "began a push to take"."""
    return any(sentence.lemma(i) in words("toll", "campaign") for i in sentence.children(verb, "obj"))


def _feared(sentence: Sentence, node: int) -> bool:
    """Say whether a clause is what somebody fears or expects: "fear that they will enter"."""
    above = sentence.head(node)
    lent = speech().modalities.get(sentence.lemma(above)) if above >= 0 else None
    return sentence.rel(node) == "ccomp" and lent is Modality.POSSIBLE


def _feared_deed(sentence: Sentence, node: int, lent: Modality) -> bool:
    """Say whether a gerund is what somebody fears: "fear losing the town"."""
    return lent is Modality.POSSIBLE and sentence.low(node).endswith("ing")


def _own_modality(sentence: Sentence, node: int) -> Modality | None:
    subjects = sentence.children(node, "nsubj") or sentence.children(node, "csubj")
    if any(sentence.lemma(i) in words("modality", "planned") for i in subjects if sentence.upos(i) == "NOUN"):
        return Modality.PLANNED
    own = sentence.children(node)
    if any(sentence.low(c) == "to" for c in own) and any(
        sentence.low(c) in {"are", "is", "was", "were"} for c in own
    ):
        return Modality.PLANNED  # "are to withdraw"
    for child in sentence.children(node, "aux", "mark", "advmod"):
        low = sentence.low(child)
        if low in _CONDITIONS:
            return Modality.POSSIBLE
        if low in {"until", "till"} and not _in_past(sentence, node):
            return Modality.PLANNED
        if sentence.rel(child).startswith("aux") and sentence.lemma(child) in {
            "will",
            "would",
            "shall",
            "'ll",
            "'d",
        }:
            if sentence.lemma(child) in {"'d"}:
                continue
            return Modality.PLANNED
        if sentence.rel(child).startswith("aux") and low in {
            "may",
            "might",
            "could",
            "can",
            "should",
            "must",
            "ca",
        }:
            return Modality.POSSIBLE
        if low in {"possibly", "perhaps", "maybe", "probably", "likely"}:
            return Modality.POSSIBLE
    return None


def _left_open(sentence: Sentence, head: int) -> bool:
    """Read "it was possible that", "never said that", "neither confirmed that", "was unable to verify"."""
    lemma = sentence.lemma(head)
    if lemma in words("speech", "unsure") or (lemma in speech().stances and says_nothing(sentence, head)):
        return True
    if lemma not in words("speech", "checking"):
        return False
    above = max(sentence.head(head), 0)
    around = {sentence.low(c) for i in (head, above) for c in sentence.children(i)}
    return bool(around & words("modality", "negation")) or sentence.lemma(above) in words("speech", "unable")


def _in_past(sentence: Sentence, node: int) -> bool:
    near = [node, *sentence.children(node, "aux", "cop")]
    return any("Tense=Past" in sentence.feats(i) and "VerbForm=Fin" in sentence.feats(i) for i in near)


def _passed_down(sentence: Sentence, node: int, head: int, rel: str) -> Modality | None:
    """Return the modality that a governing word lends, ACTUAL where the climb ends, None to climb on."""
    lemma = sentence.lemma(head)
    infinitive = any(sentence.low(c) == "to" for c in sentence.children(node, "mark", "aux"))
    if rel in {"xcomp", "acl", "ccomp", "advcl", "csubj"} and (rel != "advcl" or infinitive):
        lent = speech().modalities.get(lemma)
        if lent is not None and (infinitive or rel == "ccomp" or _feared_deed(sentence, node, lent)):
            return lent
        if infinitive and lemma in words("modality", "planned"):
            return Modality.PLANNED
        if infinitive and lemma in words("modality", "possible"):
            return Modality.POSSIBLE
    if infinitive and lemma == "be":
        return Modality.PLANNED  # "are to withdraw"
    if rel == "ccomp" or (rel == "csubj" and lemma in words("speech", "unsure")):
        return Modality.POSSIBLE if _left_open(sentence, head) else Modality.ACTUAL
    done = infinitive and any(sentence.lemma(c) == "have" for c in sentence.children(node, "aux"))
    aimed = lemma not in words("modality", "serious") or _opens_campaign(sentence, head)
    if infinitive and not done and rel in {"advcl", "acl"} and aimed:
        return Modality.PLANNED
    if rel in {"acl", "advcl", "parataxis"} and not infinitive:
        return Modality.ACTUAL
    return None


def is_negated(sentence: Sentence, token: int) -> bool:
    """Say whether the clause says that it did not happen: "not", "no one", "had yet to", "failed to"."""
    node = token
    before = [sentence.low(i) for i in range(max(0, token - 4), token)]
    if "yet" in before and "to" in before[before.index("yet") :]:
        return True
    for _ in range(4):
        if _negated_here(sentence, node):
            return True
        head, rel = sentence.head(node), sentence.rel(node).split(":")[0]
        kept_from = rel in {"advcl", "obl"} and any(
            sentence.low(c) == "from" for c in sentence.children(node, "mark", "case")
        )
        if head >= 0 and kept_from and sentence.lemma(head) in words("modality", "undone"):
            return True
        if head < 0 or rel not in {"xcomp", "conj", "cop"}:
            return False
        if rel == "xcomp" and sentence.lemma(head) in words("modality", "undone"):
            return True
        if rel == "conj":
            return False
        node = head
    return False


def _negated_here(sentence: Sentence, node: int) -> bool:
    negation = words("modality", "negation")
    if any(
        sentence.low(c) in negation | {"longer"}
        for c in sentence.children(node, "advmod", "det", "mark", "case")
    ):
        return True
    return any(
        sentence.low(c) == "no"
        for n in sentence.children(node, "nsubj", "obj")
        for c in sentence.children(n, "det")
    )
