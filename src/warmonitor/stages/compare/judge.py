"""From shared passages to the kind of dependence, or to none."""

from dataclasses import dataclass

from warmonitor.model import CopyKind
from warmonitor.model.memo import remembered
from warmonitor.stages.compare.align import Shared, Tile
from warmonitor.stages.compare.extent import Extent
from warmonitor.stages.compare.options import CompareOptions

SMALL = 15  # shared words below which only twins are linked
WHOLE = 10  # of them in sentences that stand in both for the better part
SCATTERED = 4  # sentences in which shared words are more than set phrases
SHORT_SHARE = 0.4  # share asked of texts too short for `rewrite_words`
QUOTED = 12  # words of speech from which texts without dependence are still shown side by side
STOCK = 34  # words of stock and background that are more than set phrases
SPANS = 2048  # sets of places in passages that are kept
STANDING = 20  # words in a row that are a standing sentence

REASONS = {
    CopyKind.REPRINT: "one text, {less:.0%} and {more:.0%} of either are left out of the other",
    CopyKind.SHORTENED: "one text without parts: {more:.0%} of the fuller one are left out",
    CopyKind.REWRITE: "shared passages; {fewer:.0%} and {fresh:.0%} of either are sentences told anew{lead}",
    CopyKind.EXCERPT: "the one stands in the other as an item beside something else",
    CopyKind.QUOTATION: "the words shared are quoted speech",
    CopyKind.STOCK: "the words shared are standing sentences or background",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by their places in the list, and what they share; which copied is not said yet."""

    first: int
    second: int
    shared: Shared
    extents: tuple[Extent, Extent]
    kind: CopyKind

    def share_of(self, place: int) -> float:
        """Return the share of one report's own words that stand in the other."""
        return self.shared.of_first if place == self.first else self.shared.of_second

    def other(self, place: int) -> int:
        """Return the report that the pair ties this one to."""
        return self.second if place == self.first else self.first

    def extent_of(self, place: int) -> Extent:
        """Return how far one of the two reports stands in the other."""
        return self.extents[0] if place == self.first else self.extents[1]

    def spans(self, place: int) -> frozenset[int]:
        """Return the places of one report's words that lie in a passage."""
        return _spans(self.shared.tiles, place == self.first)

    def fuller(self) -> int:
        """Return the report that has more of its own besides what is shared."""
        mine, theirs = self.extents
        return self.first if (mine.own_share, mine.own) > (theirs.own_share, theirs.own) else self.second

    def why(self) -> str:
        """Return why the pair is of its kind."""
        less, more = sorted(side.left for side in self.extents)
        fewer, fresh = sorted(side.fresh_share for side in self.extents)
        lead = ", the first of both among them" if all(side.lead for side in self.extents) else ""
        return REASONS[self.kind].format(less=less, more=more, fewer=fewer, fresh=fresh, lead=lead)


@remembered(SPANS)
def _spans(tiles: tuple[Tile, ...], of_first: bool) -> frozenset[int]:
    starts = [(tile.first if of_first else tile.second, tile.length) for tile in tiles]
    return frozenset(at for start, length in starts for at in range(start, start + length))


def is_dependent(first: Extent, second: Extent, options: CompareOptions) -> bool:
    """Say whether so much is shared that one text must go back to the other or both to a third.

    Words of sentences that stand in the other for the better part count; set phrases in others do not.
    """
    words, most = min(first.news, second.news), max(first.share, second.share)
    whole = min(first.whole, second.whole)
    if whole < options.rewrite_words or words < options.rewrite_words:
        return words >= SMALL and whole >= WHOLE and most >= max(SHORT_SHARE, options.rewrite)
    if most >= options.rewrite or min(first.longest, second.longest) >= options.paragraph:
        return True
    scattered = min(first.told, second.told) >= SCATTERED and words >= options.scattered_words
    return scattered and most >= options.scattered


def kind_of(first: Extent, second: Extent, options: CompareOptions, *, apart: bool) -> CopyKind:
    """Return the kind of dependence between two texts, whichever copied.

    `apart` says that the fuller text holds the other as one item beside something else.
    """
    less = min((first, second), key=lambda side: (side.fresh_share, side.fresh))
    if max(first.left, second.left) < options.cut and less.fresh_share < options.reported:
        return CopyKind.REPRINT
    if _told_anew(less, options):
        return CopyKind.REWRITE
    return CopyKind.EXCERPT if apart else CopyKind.SHORTENED


def _told_anew(less: Extent, options: CompareOptions) -> bool:
    """Say whether the text that has less of its own still has its own lead, or reporting of some length."""
    if less.lead and less.fresh_share >= options.relead:
        return True
    return less.fresh_share >= options.reported and less.fresh >= options.reported_words


def kind_beside(first: Extent, second: Extent) -> CopyKind | None:
    """Return what two texts share that do not depend on each other, None where it is set phrases at most."""
    said, stock = min(first.said, second.said), min(first.stock, second.stock)
    if said >= max(QUOTED, stock):
        return CopyKind.QUOTATION
    return CopyKind.STOCK if stock >= STOCK or first.standing >= STANDING else None
