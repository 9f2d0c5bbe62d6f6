"""The draft of an attack: its stretch of text, its parties, places and weapon."""

from warmonitor.model import Attack, ClaimKind, Named
from warmonitor.stages.extract.attacks.kinds import Kind, noun_kind
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.sentence import Sentence

_FARTHEST = 200  # characters between an attack's word and the parties that its quote takes in


def attack_draft(
    sentence: Sentence,
    token: int,
    kind: Kind,
    parties: tuple[Named | None, Named | None],
    where: list[Named],
    means: list[int],
) -> Draft:
    """Return the draft of an attack told at `token`; `parties` are who did it and to whom."""
    spans = [n.span for n in parties if n is not None] + [n.span for n in where]
    at = sentence.tokens[token].start
    near = [s for s in spans if abs(s.start - at) < _FARTHEST and sentence.span.covers(s)]
    tokens = [token, *means, *(k for s in near for k in sentence.inside(s))]
    exact = [i for i in means if (k := noun_kind(sentence, i)) is not None and not k.general]
    weapon = sentence.words_of(sentence.phrase(exact[0])) if exact else None
    attack = Attack(kind.type, kind.sub_type, *parties, weapon)
    return Draft(ClaimKind.ATTACK, sentence, token, clause_span(sentence, *tokens), attack, tuple(where))
