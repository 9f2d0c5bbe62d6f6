"""The lexicons that claims are read with, as sets and tables."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import Modality, Stance


@lru_cache
def words(lexicon: str, key: str) -> frozenset[str]:
    """Return one list of a lexicon as a set of lemmas."""
    value = load_lexicon(lexicon)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@dataclass(frozen=True, slots=True)
class Speech:
    """What verbs of speech lend to the words that they bring."""

    stances: dict[str, Stance]
    modalities: dict[str, Modality]

    def verbs(self) -> frozenset[str]:
        """Return every verb of speech."""
        return frozenset(self.stances)


@lru_cache
def speech() -> Speech:
    """Return the stance of every verb of speech, and the modality of verbs of will and fear."""
    lexicon = load_lexicon("speech")
    stances = {lemma: Stance(stance) for stance in Stance for lemma in lexicon[stance.value]}
    modalities = {lemma: Modality(kind) for kind in ("planned", "possible") for lemma in lexicon[kind]}
    return Speech(stances, modalities)


@lru_cache
def table(lexicon: str, key: str) -> Any:
    """Return one part of a lexicon as it stands."""
    return load_lexicon(lexicon)[key]
