"""Who takes, refuses or is given responsibility for an attack that other words tell of.

"The X claimed responsibility", "police blamed X for the attack", "the bombing was attributed to X".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.model import Blame, Modality, Named, Stance
from warmonitor.stages.extract.attacks.blame import is_attack_noun
from warmonitor.stages.extract.attacks.sureness import accused_by
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated, modality_of
from warmonitor.stages.extract.speech.said import named


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody who is said to have done it: `verb` carries it, `deed` is the noun of the attack, if any.

    `speaker` is who says so: the party itself where it takes or refuses responsibility, else the accuser,
    None where the report does not name one.
    """

    sentence: Sentence
    verb: int
    party: Named
    speaker: Named | None
    blame: Blame
    stance: Stance
    deed: int | None


def find_answers(sentence: Sentence) -> list[Answer]:
    """Return who a sentence says did it, took it on, refused it or was blamed for it."""
    found = [
        one for i in range(len(sentence)) for one in _at(sentence, i) if one.party.said.lower() not in _NOBODY
    ]
    return [one for one in found if modality_of(sentence, one.verb) is not Modality.PLANNED]


_NOBODY = frozenset({"nobody", "none", "one", "no one", "it", "anyone", "this", "that", "which", "there"})


def _at(sentence: Sentence, i: int) -> Iterator[Answer]:
    lemma = sentence.lemma(i)
    if sentence.is_verb(i) and lemma in words("blame", "taking") | words("blame", "refusing"):
        yield from _taken(sentence, i)
    elif sentence.is_verb(i) and lemma in words("blame", "accusing") | {"hold"}:
        yield from _accused(sentence, i)
    elif sentence.is_verb(i) and lemma in words("blame", "ascribing"):
        yield from _ascribed(sentence, i)
    elif lemma in words("blame", "responsible") and not sentence.is_verb(i):
        yield from _responsible(sentence, i)
    elif lemma in words("blame", "work") and sentence.children(i, "cop"):
        yield from _work_of(sentence, i)


def _taken(sentence: Sentence, verb: int) -> Iterator[Answer]:
    """Read "X claimed responsibility for the attack" and "responsibility was denied by X"."""
    burden = sentence.object(verb)
    if burden is None or sentence.lemma(burden) not in words("blame", "burden"):
        return
    by = next((n for case, n in sentence.obliques(verb) if case == "by"), None)
    party = by if sentence.is_passive(verb) else sentence.subject(verb)
    if party is None or _is_nobody(sentence, party):
        return
    refused = sentence.lemma(verb) in words("blame", "refusing") or is_negated(sentence, verb)
    who = _name(sentence, party)
    blame, stance = (Blame.ACQUITTED, Stance.DENIED) if refused else (Blame.CLAIMED, Stance.ASSERTED)
    yield Answer(sentence, verb, who, who, blame, stance, _deed(sentence, burden, verb))


def _accused(sentence: Sentence, verb: int) -> Iterator[Answer]:
    """Read "police blamed X for the attack" and "X was accused of the killing"."""
    party = sentence.object(verb)
    deed = _deed(sentence, verb)
    held = sentence.lemma(verb) == "hold"
    if party is None or _is_nobody(sentence, party) or is_negated(sentence, verb):
        return
    near = sentence.children(verb, "xcomp", "obj", "advmod", "amod", "obl")
    if held and not any(sentence.lemma(i) in words("blame", "responsible") for i in near):
        return
    if deed is None:
        deed = next((d for i in near if held and (d := _deed(sentence, i)) is not None), None)
    if deed is None:
        return
    by = next((n for case, n in sentence.obliques(verb) if case == "by"), None)
    speaker = by if sentence.is_passive(verb) else sentence.subject(verb)
    yield _blamed(sentence, verb, party, speaker, deed)


def _ascribed(sentence: Sentence, verb: int) -> Iterator[Answer]:
    """Read "the bombing was attributed to X" and "police attribute the murder to X"."""
    deed = sentence.object(verb)
    party = next((n for case, n in sentence.obliques(verb) if case in {"to", "with"}), None)
    if deed is None or party is None or not _is_deed(sentence, deed):
        return
    by = next((n for case, n in sentence.obliques(verb) if case == "by"), None)
    speaker = by if sentence.is_passive(verb) else sentence.subject(verb)
    yield _blamed(sentence, verb, party, speaker, deed)


def _responsible(sentence: Sentence, adjective: int) -> Iterator[Answer]:
    """Read "X is responsible for the bombing" and "X was behind the attack"."""
    if not sentence.children(adjective, "cop"):
        return
    party = sentence.subject(adjective)
    deed = _deed(sentence, adjective)
    if party is None or deed is None or _is_nobody(sentence, party) or _is_deed(sentence, party):
        return
    if is_negated(sentence, adjective):
        yield Answer(sentence, adjective, _name(sentence, party), None, Blame.ACQUITTED, Stance.DENIED, deed)
        return
    open_ = modality_of(sentence, adjective) is Modality.POSSIBLE
    blame = Blame.POSSIBLE if open_ else Blame.FACT
    yield Answer(sentence, adjective, _name(sentence, party), None, blame, Stance.ASSERTED, deed)


def _work_of(sentence: Sentence, noun: int) -> Iterator[Answer]:
    """Read "the attack was the work of X"."""
    deed = sentence.subject(noun)
    party = next((n for case, n in sentence.obliques(noun) if case == "of"), None)
    if deed is None or party is None or not _is_deed(sentence, deed) or is_negated(sentence, noun):
        return
    open_ = modality_of(sentence, noun) is Modality.POSSIBLE
    blame = Blame.POSSIBLE if open_ else Blame.FACT
    yield Answer(sentence, noun, _name(sentence, party), None, blame, Stance.ASSERTED, deed)


def _blamed(sentence: Sentence, verb: int, party: int, speaker: int | None, deed: int) -> Answer:
    accuser = None if speaker is None or speaker == party else named(sentence, speaker)
    blame = accused_by([] if accuser is None else [accuser])
    return Answer(sentence, verb, _name(sentence, party), accuser, blame, Stance.ALLEGED, deed)


def _name(sentence: Sentence, i: int) -> Named:
    """Return who is meant, by name where the text puts one beside a description: "a group, the X"."""
    beside = [c for c in sentence.children(i, "appos") if sentence.upos(c) == "PROPN" and c > i]
    return named(sentence, beside[0] if beside and sentence.upos(i) != "PROPN" else i)


def _deed(sentence: Sentence, *nodes: int) -> int | None:
    """Return the noun of the attack that hangs on one of the words: "for the attack", "of the murder"."""
    for node in nodes:
        for case, n in sentence.obliques(node):
            if case.split()[-1] in words("blame", "accused_of") and _is_deed(sentence, n):
                return n
    return None


def _is_deed(sentence: Sentence, i: int) -> bool:
    return sentence.lemma(i) in words("blame", "deed") or is_attack_noun(sentence, i)


def _is_nobody(sentence: Sentence, i: int) -> bool:
    negated = any(
        sentence.low(c) in {"no", "neither", "any"} for c in sentence.children(i, "det", "cc:preconj")
    )
    return negated or sentence.low(i) in _NOBODY or sentence.low(max(i - 1, 0)) == "no"
