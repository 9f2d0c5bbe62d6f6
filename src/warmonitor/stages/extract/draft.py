"""A claim in the making: what a sentence says, before speaker, time and place are settled."""

from dataclasses import dataclass

from warmonitor.model import (
    Agreed,
    Alignment,
    Attack,
    ClaimKind,
    Control,
    Modality,
    Named,
    Span,
    Stance,
    Toll,
    When,
)
from warmonitor.stages.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found: `token` is the word that carries it, `quote` its stretch of text.

    `standing` marks states that hold at the time of writing, `total` counts that run up over a campaign,
    `part` the index of the draft of the same sentence that this is a part of, `whole` the sentence and quote
    of a draft before it that this is a part of, `like` those of a toll before it whose people it
    counts anew, `negated` what the text says did not happen, kept only as somebody's denial.
    `stance` and `modality` are those that a reader has already
    seen; where they are None the sentence decides. `unsure` marks a claim that holds only if the pronoun
    in it stands for forces; `speaker` is who says it by a verb that is none of speech ("recorded").
    """

    kind: ClaimKind
    sentence: Sentence
    token: int
    quote: Span
    detail: Toll | Control | Attack | Agreed | Alignment | None = None
    where: tuple[Named, ...] = ()
    when: When | None = None
    stance: Stance | None = None
    modality: Modality | None = None
    standing: bool = False
    total: bool = False
    part: int | None = None
    whole: tuple[int, Span] | None = None
    like: tuple[int, Span] | None = None
    negated: bool = False
    unsure: bool = False
    speaker: Named | None = None


def clause_span(sentence: Sentence, *tokens: int) -> Span:
    """Return the stretch from the first to the last of some tokens, marks at its ends left out."""
    first, last = min(tokens), max(tokens)
    while first < last and sentence.upos(first) in {"PUNCT", "CCONJ"}:
        first += 1
    while last > first and sentence.upos(last) in {"PUNCT", "CCONJ"}:
        last -= 1
    return sentence.span_of(first, last)
