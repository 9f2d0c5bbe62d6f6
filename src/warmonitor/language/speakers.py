"""Who stands behind a claim: the farthest speakers of its chain, climbed to their organisations."""

import re
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import ActorIndex, ActorKind, Attribution, Claim, Named

MEDIA = frozenset({ActorKind.AGENCY, ActorKind.OUTLET})


def last_speakers(claim: Claim, text: str, actors: ActorIndex) -> tuple[Attribution, ...]:
    """Return the farthest speaker of the chain, and those who the text says speak together with it.

    Agencies and outlets pass on what others say, wherever in the chain they stand: they are last only where
    nobody else speaks.
    """
    chain = [link for link in claim.attribution if not is_media(link.speaker, actors)] or claim.attribution
    first = len(chain) - 1
    while first > 0 and _together(text, chain[first - 1], chain[first]):
        first -= 1
    return tuple(chain[max(first, 0) :])


def speaker_roots(claim: Claim, text: str, actors: ActorIndex) -> tuple[str, ...]:
    """Return the organisations behind a claim, sorted; empty where the outlet speaks for itself."""
    return tuple(sorted({house(link.speaker, actors) for link in last_speakers(claim, text, actors)}))


def house(named: Named, actors: ActorIndex) -> str:
    """Return the id of the organisation that a name speaks for, or the folded name of an unknown one."""
    return climb(named, actors)[-1] if named.id else actors.root(named)


def climb(named: Named, actors: ActorIndex) -> tuple[str, ...]:
    """Return the ids from a speaker up to its organisation or government.

    The climb ends at an agency or outlet: who owns it does not speak through it.
    """
    steps = actors.lineage(named.id) if named.id else ()
    end = next((place for place, step in enumerate(steps, 1) if _kind(step, actors) in MEDIA), len(steps))
    return steps[:end]


def is_media(named: Named, actors: ActorIndex) -> bool:
    """Say whether a name is that of an agency or outlet, or of those who write for one."""
    steps = climb(named, actors)
    return bool(steps) and _kind(steps[-1], actors) in MEDIA


def _kind(actor: str, actors: ActorIndex) -> ActorKind | None:
    return actors.known[actor].kind if actor in actors.known else None


def _together(text: str, one: Attribution, other: Attribution) -> bool:
    first, second = sorted((one.speaker.span, other.speaker.span))
    between = text[first.end : second.start] if first.end <= second.start else ""
    return bool(_joint_pattern().fullmatch(between))


@lru_cache
def _joint_pattern() -> re.Pattern[str]:
    words = load_lexicon("speakers")
    joining = "|".join(re.escape(word) for word in words["joining"])
    fillers = "|".join(re.escape(word) for word in words["fillers"])
    return re.compile(rf"\s*,?\s*(?:{joining})\s+(?:(?:{fillers})\s+)*", re.IGNORECASE)


@lru_cache
def further_pattern() -> re.Pattern[str]:
    """Return the pattern of words that mark a further happening, such as "another"."""
    further = "|".join(re.escape(word) for word in load_lexicon("speakers")["further"])
    return re.compile(rf"\b(?:{further})\b", re.IGNORECASE)
