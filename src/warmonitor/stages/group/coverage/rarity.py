"""How rare a word is: among the reports at hand, and, where they are few, in English at large."""

import math
from collections import Counter

STEP = 4  # counts are taken in powers of this, so that one more report seldom moves a weight
BACKGROUND = 50  # reports in plain English that are thought beside those at hand
KEY_LEVEL = 2  # words in fewer than STEP ** (this + 1) reports lead to reports that may tell the same
SCALE = 1.5
LEAST = 0.05


def level(count: int) -> int:
    """Return the power of STEP that a count has reached."""
    reached = 0
    while count >= STEP:
        count //= STEP
        reached += 1
    return reached


class Rarity:
    """Counts of the reports that have each word; weights rest on their levels alone."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.reports = 0

    def add(self, words: dict[str, int]) -> set[str]:
        """Count one more report; return the words whose level it raised."""
        self.reports += 1
        raised = set()
        for word in words:
            self.counts[word] += 1
            if self.counts[word] > 1 and level(self.counts[word]) > level(self.counts[word] - 1):
                raised.add(word)
        return raised

    @property
    def level(self) -> int:
        """Return the level that the number of reports has reached."""
        return level(self.reports)

    def of(self, word: str, halvings: int) -> float:
        """Return a word's weight: how many tenfolds rarer than every report's it is, scaled."""
        chance = BACKGROUND * 0.5**halvings
        share = (STEP ** level(self.counts[word]) + chance) / (STEP ** level(self.reports) + BACKGROUND)
        return max(LEAST, -SCALE * math.log10(min(1.0, share)))

    def leads(self, word: str) -> bool:
        """Say whether a word is rare enough to look up the reports that have it."""
        return level(self.counts[word]) <= KEY_LEVEL
