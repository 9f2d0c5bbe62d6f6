"""How much two quotations share, in any wording or translation of one speech."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import fold

STEM = 5
LEAST_SHARED = 4
LEAST_DICE = 0.5
LEAST_PART = 0.75  # of the shorter quotation's words, where one report cut it
LONG = 6
VERBATIM_DICE = 0.8
LEAST_ORDER = 0.6  # of the shared words stand in the same order


@dataclass(frozen=True)
class Wording:
    """The words of a quotation that carry its meaning, cut to their first letters, in order."""

    stems: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Wording":
        """Return the stems of a quotation without its function words."""
        function_words = load_function_words()
        return cls(tuple(word[:STEM] for word in fold(text).split() if word not in function_words))


@lru_cache
def load_function_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return frozenset(str(word) for word in load_lexicon("function_words")["function_words"])


def same_speech(one: Wording, other: Wording) -> bool:
    """Say whether two quotations give one speech: enough words in common, mostly in one order."""
    first, second = set(one.stems), set(other.stems)
    shared = len(first & second)
    if one.stems == other.stems and one.stems:
        return True
    if shared < LEAST_SHARED:
        return False
    dice = 2 * shared / (len(first) + len(second))
    part = shared / min(len(first), len(second))
    in_order = LCSseq.similarity(one.stems, other.stems) / shared
    return (dice >= LEAST_DICE or part >= LEAST_PART) and in_order >= LEAST_ORDER


def word_for_word(one: Wording, other: Wording) -> bool:
    """Say whether two quotations are so long and so alike that a distance in time is a wrong clock."""
    first, second = set(one.stems), set(other.stems)
    shared = len(first & second)
    return shared >= LONG and 2 * shared / (len(first) + len(second)) >= VERBATIM_DICE
