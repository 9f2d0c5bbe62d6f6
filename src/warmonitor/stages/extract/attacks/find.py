"""Uses of force, in ACLED's event and sub-event types, with who did it, to whom, and by what means."""

from warmonitor.stages.extract.attacks.nouns import by_noun
from warmonitor.stages.extract.attacks.phrases import by_phrase
from warmonitor.stages.extract.attacks.verbs import by_verb
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated


def find_attacks(sentence: Sentence) -> list[Draft]:
    """Return the attacks of a sentence; a noun that is part of a verb's attack is not told twice."""
    found = _without_consequences(
        [d for i in range(len(sentence)) if (d := by_phrase(sentence, i) or by_verb(sentence, i))]
    )
    told = {k for d in found for k in sentence.below(d.token)}
    named = _args(sentence, found)
    found += [d for i in range(len(sentence)) if i not in named and (d := by_noun(sentence, i, told))]
    return [d for d in found if not is_negated(sentence, d.token)]


def _without_consequences(drafts: list[Draft]) -> list[Draft]:
    """Drop the killing that a strike led to: "hit the market, killing 12" is one attack."""
    tokens = {d.token for d in drafts if d.sentence.lemma(d.token) not in words("attack", "killing")}

    def follows(draft: Draft) -> bool:
        kills = draft.sentence.lemma(draft.token) in words("attack", "killing")
        return kills and any(above in tokens for above in draft.sentence.above(draft.token))

    return [d for d in drafts if not follows(d)]


def _args(sentence: Sentence, drafts: list[Draft]) -> set[int]:
    """Return the nouns that a verb's attack already tells of: "an air strike targeted …"."""
    near: set[int] = set()
    for draft in drafts:
        near |= set(sentence.children(draft.token))
        subject = sentence.subject(draft.token)
        near |= {subject} if subject is not None else set()
        near |= {i for _, i in sentence.obliques(draft.token) if sentence.case(i) in {"with", "by", "in"}}
    return near
