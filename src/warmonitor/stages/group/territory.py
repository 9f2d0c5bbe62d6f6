"""Who takes ground, and how, in ACLED's terms: the government's side or another, by force or without."""

import re
from collections.abc import Iterable
from functools import lru_cache

from warmonitor.model import ActorKind, Claim, Named
from warmonitor.stages.group.facts import Scene, load_families

STATE = frozenset({ActorKind.STATE_FORCES, ActorKind.GOVERNMENT})


def is_state(named: Named, scene: Scene) -> bool:
    """Say whether a party is of the government's side: by its side, its kind, or the words that name it."""
    side = scene.actors.side(named)
    if side is not None:
        return side == "government"
    known = scene.actors.known.get(named.id or "")
    if known is not None and known.kind in STATE:
        return True
    words = set(re.findall(r"[\w-]+", named.said.lower()))
    unknown = known is None or known.kind is ActorKind.UNKNOWN
    return unknown and bool(words & _words("state_words")) and not words & _words("rebel_words")


def is_outsider(named: Named, scene: Scene) -> bool:
    """Say whether a party is a state that fights on another's soil."""
    top = scene.actors.known.get(scene.actors.root(named))
    return top is not None and top.kind is ActorKind.EXTERNAL


def told_with(claims: Iterable[Claim], key: str, scene: Scene) -> bool:
    """Say whether the words of the claims hold one of a list: verbs of force, of taking back, of peace."""
    pattern = _pattern(key)
    return any(pattern.search(claim.quote.of(scene.text(claim.report))) for claim in claims)


def told_beside(claims: Iterable[Claim], key: str, scene: Scene) -> bool:
    """Say whether the sentences of the claims hold one of a list."""
    return any(_pattern(key).search(scene.sentence_text(claim)) for claim in claims)


@lru_cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_families()[key])


@lru_cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(_words(key), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
