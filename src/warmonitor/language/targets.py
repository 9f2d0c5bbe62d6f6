"""The words by which the target of an attack is told from others, in a form that survives other wordings."""

import re
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import ActorIndex, Named, fold

STEM = 4  # "Turkish" and "Turkey", "hospital" and "hospitals"
SHORT = 2  # shorter words count only as capitals: "UN"


def target_stems(target: Named | None, actors: ActorIndex) -> frozenset[str]:
    """Return the first letters of the words that tell this target from others; empty for no target."""
    if target is None:
        return frozenset()
    above = actors.root_name(target) if target.id else ""
    words = re.findall(r"\w+", f"{target.name or ''} {target.said} {above}")
    generic = load_generic()
    telling = (word for word in words if fold(word) not in generic)
    return frozenset(fold(word)[:STEM] for word in telling if len(word) > SHORT or word.isupper())


@lru_cache
def load_generic() -> frozenset[str]:
    """Return the words that many targets share, such as "positions"."""
    return frozenset(str(word) for word in load_lexicon("targets")["generic"])
