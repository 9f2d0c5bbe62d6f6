"""The headline where it stands again at the head of the text: not words by which copies are judged."""

from warmonitor.model import Report
from warmonitor.stages.compare.wording import WORD, Wording, fold, uncount

HEAD = 25  # words of a text before which its headline starts again
SAME = 0.8  # share of the headline's words that stand there, in their order
LEAST = 3  # words of a headline


def without_headline(report: Report, wording: Wording) -> Wording:
    """Return the wording with its headline, and what stands before it, not counted.

    A text of which the headline is half or more keeps it.
    """
    title = [fold(match.group()) for match in WORD.finditer(report.title or "")]
    if len(title) < LEAST or 2 * len(title) > len(wording.words):
        return wording
    for start in range(min(HEAD, len(wording.words))):
        here = wording.words[start : start + len(title)]
        if sum(a == b for a, b in zip(title, here, strict=False)) >= SAME * len(title):
            return uncount(wording, [(0, start + len(here))])
    return wording
