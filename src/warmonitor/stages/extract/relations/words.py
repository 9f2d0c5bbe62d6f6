"""The words of relations.yml, as sets."""

from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon


@lru_cache
def words(part: str, key: str) -> frozenset[str]:
    """Return the words of a list: `part` is "fights" or "charge"."""
    return frozenset(load_lexicon("relations")[part][key].split())
