"""How sure the text is that somebody did it, on the scale of MUC-4 (template documentation 2, slot 11).

Asked in this order: was it denied, does the doer say so himself, is any doubt put into words, and by whom.
"""

from collections.abc import Iterable, Sequence

from warmonitor.model import Attribution, Blame, Modality, Named, Stance
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence

_NEAR = 4  # words before or after a name among which "suspected" or "presumably" belongs to it
_SELVES = frozenset({"we", "us", "our", "i"})


def how_sure(
    sentence: Sentence,
    token: int,
    doer: Named | None,
    said: Sequence[Attribution],
    stance: Stance,
    modality: Modality,
) -> Blame | None:
    """Return how sure it is that `doer` did what the token tells; None where nobody is named."""
    if doer is None:
        return None
    if stance is Stance.DENIED:
        return Blame.ACQUITTED
    if doer.said.lower() in _SELVES or any(is_same(doer, one.speaker) for one in said):
        return Blame.CLAIMED
    if stance is Stance.ALLEGED or doubted(sentence, token, doer):
        return accused_by(one.speaker for one in said)
    return Blame.POSSIBLE if modality is Modality.POSSIBLE else Blame.FACT


def accused_by(speakers: Iterable[Named]) -> Blame:
    """Return the grade of a suspicion or an accusation: by authorities where one of the speakers is one."""
    return Blame.BY_AUTHORITIES if any(map(is_authority, speakers)) else Blame.SUSPECTED


def is_authority(speaker: Named) -> bool:
    """Say whether a speaker has the authority of a state: police, a court, an army, a government."""
    told = {_singular(word) for word in speaker.said.lower().replace("-", " ").split()}
    told |= {_singular(word) for word in (speaker.name or "").lower().split()}
    return bool(told & words("blame", "authorities")) and not told & words("blame", "no_authorities")


def _singular(word: str) -> str:
    bare = word.strip("'’.,").removesuffix("'s").removesuffix("’s")
    if bare.endswith("ies"):
        return f"{bare[:-3]}y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") and len(bare) > 4 else bare


def is_same(doer: Named, speaker: Named) -> bool:
    """Say whether who speaks is who did it: they share the words of a name, or are one actor."""
    if doer.id is not None and doer.id == speaker.id:
        return True
    one, other = _names(doer.said), _names(speaker.said)
    return bool(one & other)


def _names(said: str) -> set[str]:
    return {w.strip("'’.,") for w in said.split() if w[:1].isupper() and len(w) > 2 and w.lower() != "the"}


def doubted(sentence: Sentence, token: int, doer: Named) -> bool:
    """Say whether a word near the doer or the deed leaves it open who did it: "presumably", "suspected"."""
    inside = sentence.inside(doer.span)
    first = min(inside, default=token)
    near = {*inside, *range(max(0, first - _NEAR), first), *sentence.children(token, "advmod", "amod")}
    return any(sentence.low(i) in words("blame", "doubting") for i in near)
