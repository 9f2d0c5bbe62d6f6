"""One report's text as it is compared, once stock and headline are set aside."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmonitor.model import Report
from warmonitor.model.memo import PAIRS, REPORTS, remembered
from warmonitor.stages.compare.hashes import Hashes, run_hashes, word_hashes
from warmonitor.stages.compare.headline import without_headline
from warmonitor.stages.compare.postings import TOKEN
from warmonitor.stages.compare.repeats import without_repeats
from warmonitor.stages.compare.stock import Stock, set_stock_aside, stock_places
from warmonitor.stages.compare.wording import Wording, read_words

OWN = 2  # runs of own words that two reports must share to be aligned
SPOKEN = 6  # runs of quoted words, where they share no others
EACH = 8  # words of the shorter text for each run of own words that is asked, if that is less


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A report's words, without stock (`whole`) and without headline and teaser too, and their runs.

    `own` and `said` are the hashes of runs of words that count and of quoted ones, sorted, each once.
    One reading is equal to itself alone, so that pairs of readings are quickly told apart.
    """

    whole: Wording
    wording: Wording
    own: Hashes
    said: Hashes


def read_text(report: Report, site: int, stock: Stock) -> Read:
    """Return a report's words where these runs are stock."""
    return _read(report, stock_places(_starts(report.text), site, stock) if stock else ())


@remembered(REPORTS)
def _hashes(text: str) -> Hashes:
    return word_hashes([text]).hashes


@remembered(REPORTS)
def _starts(text: str) -> tuple[int, ...]:
    """Return the runs that start at the words of a text, as stock is told by."""
    return tuple((run_hashes(_hashes(text)) & ~TOKEN).tolist())


@remembered(REPORTS)
def _read(report: Report, places: tuple[int, ...]) -> Read:
    """Return a report's words where the runs at these places are stock."""
    hashes = _hashes(report.text)
    whole = set_stock_aside(read_words(report), places)
    wording = without_headline(report, whole)
    return Read(
        whole, without_repeats(wording), _runs(hashes, wording.counted), _runs(hashes, wording.quoted)
    )


def _runs(hashes: Hashes, kept: tuple[bool, ...]) -> Hashes:
    mask: NDArray[np.bool_] = np.array(kept, bool)
    return np.unique(run_hashes(hashes[mask]))


@remembered(PAIRS)
def closeness(first: Read, second: Read) -> int:
    """Return how many runs two reports share, of own words or of quoted ones; 0 if too few to be aligned."""
    if first.wording.words == second.wording.words:
        return max(1, len(first.wording.words))
    own = _shared(first.own, second.own)
    least = min(OWN, max(1, min(len(first.own), len(second.own)) // EACH))
    said = _shared(first.said, second.said)
    return max(own if own >= least else 0, said if said >= SPOKEN else 0)


def _shared(first: Hashes, second: Hashes) -> int:
    return len(np.intersect1d(first, second, assume_unique=True))
