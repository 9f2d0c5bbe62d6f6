"""From shared passages to the kind of dependence, or to none."""

from dataclasses import dataclass

from warmonitor.model import CopyKind
from warmonitor.stages.compare.align import Shared
from warmonitor.stages.compare.options import CompareOptions

SMALL = 15  # shared words below which only twins are linked
SHORT_SHARE = 0.4  # share asked of texts too short for `rewrite_words`


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by their places in the list, and what they share; which copied is not said yet."""

    first: int
    second: int
    shared: Shared

    def share_of(self, place: int) -> float:
        """Return the share of one report's own words that stand in the other."""
        return self.shared.of_first if place == self.first else self.shared.of_second

    def other(self, place: int) -> int:
        """Return the report that the pair ties this one to."""
        return self.second if place == self.first else self.first


def is_dependent(shared: Shared, options: CompareOptions) -> bool:
    """Say whether so much is shared that one text must go back to the other or both to a third."""
    most = max(shared.of_first, shared.of_second)
    if shared.words >= options.rewrite_words:
        return most >= options.rewrite
    return most >= max(SHORT_SHARE, options.rewrite) and shared.words >= SMALL


def kind_of(copy: float, of: float, options: CompareOptions) -> CopyKind:
    """Return the kind of copying from the shares of the copy's words and of the other's words."""
    if copy >= options.reprint and of >= options.reprint:
        return CopyKind.REPRINT
    return CopyKind.EXCERPT if copy >= options.excerpt else CopyKind.REWRITE
