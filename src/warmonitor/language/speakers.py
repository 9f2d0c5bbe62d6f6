"""Who stands behind a claim: the farthest speakers of its chain, climbed to their organisations."""

import re
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import ActorIndex, Attribution, Claim


def last_speakers(claim: Claim, text: str) -> tuple[Attribution, ...]:
    """Return the farthest speaker of the chain, and those who the text says speak together with it."""
    chain = claim.attribution
    first = len(chain) - 1
    while first > 0 and _together(text, chain[first - 1], chain[first]):
        first -= 1
    return chain[max(first, 0) :]


def speaker_roots(claim: Claim, text: str, actors: ActorIndex) -> tuple[str, ...]:
    """Return the organisations behind a claim, sorted; empty where the outlet speaks for itself."""
    return tuple(sorted({actors.root(link.speaker) for link in last_speakers(claim, text)}))


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
