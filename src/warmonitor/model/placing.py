"""Where a report belongs among all others, by its own words: country, day and a sketch of its text."""

from dataclasses import dataclass
from datetime import date

ROWS, ROW_BITS = 3, 19  # a band holds three rows of the sketch, each some bits of a least hash
LIKE = 0.375  # share of equal rows from which two sketches are those of near copies

_MASKS = tuple((1 << ROW_BITS) - 1 << row * ROW_BITS for row in range(ROWS))


@dataclass(frozen=True, slots=True)
class Placing:
    """The country (ISO 3166-1) that a report is about, "" where nothing tells; the day; the sketch.

    `bands` are the keys of a banded MinHash sketch (Broder 1997), each the number of a band over its rows.
    """

    theatre: str = ""
    day: date | None = None
    bands: tuple[int, ...] = ()

    def near(self, other: "Placing") -> bool:
        """Say whether two reports are near copies: they share a band, and enough rows besides.

        A band alone would tie texts that have no more in common than what a site puts under each.
        """
        if set(self.bands).isdisjoint(other.bands):
            return False
        apart = [mine ^ theirs for mine, theirs in zip(self.bands, other.bands, strict=False)]
        equal = sum(not bits & row for bits in apart for row in _MASKS)
        return equal >= LIKE * ROWS * max(len(self.bands), len(other.bands))
