"""Explosions that nobody caused: a report of a boiler or a gas leak tells of no attack."""

from collections.abc import Iterable, Sequence

from warmonitor.model import Attack
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence

_BLASTS = "Remote explosive/landmine/IED"
_NEAR = 3  # sentences after an accident in which "the explosion" is still that one


def without_accidents(drafts: Iterable[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return the drafts without explosions that the sentences before, or their own, tell to be accidents."""
    accidents = [
        one.index for one in sentences if one.tokens and _has(one, "accident") and not _has(one, "deliberate")
    ]
    return [draft for draft in drafts if not _is_accident(draft, accidents)]


def _is_accident(draft: Draft, accidents: Sequence[int]) -> bool:
    detail = draft.detail
    if not isinstance(detail, Attack) or detail.sub_type != _BLASTS or _has(draft.sentence, "deliberate"):
        return False
    return any(0 <= draft.sentence.index - index <= _NEAR for index in accidents)


def _has(sentence: Sentence, key: str) -> bool:
    return any(sentence.lemma(i) in words("attack", key) for i in range(len(sentence)))
