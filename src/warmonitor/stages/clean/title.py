"""The title of a text: chosen among the lines above the running text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from warmonitor.stages.clean.characters import folded, key
from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.label import Label, masthead
from warmonitor.stages.clean.lines import Line
from warmonitor.stages.clean.table import load_table

_LEAST_WORDS, _MOST_WORDS = 3, 30
_LEAD = 5  # paragraphs whose words a title repeats
_SHARED = 0.25  # share of a title's longer words that the text repeats


@lru_cache(maxsize=1)
def _glue() -> re.Pattern[str]:
    words = sorted(load_table("furniture.yml")["glued"], key=lambda w: (-len(w), w))
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words))})(?=[A-Z0-9\"“‘'])|\W*$)")


def unglued(text: str) -> str:
    """Return a title without the words of a page's markup that stick to its front."""
    return _glue().sub("", text, count=1).strip() or text


def choose_title(
    lines: Sequence[Line], labels: list[Label], first: int, end: int, draft: Draft
) -> int | None:
    """Set the draft's title and return the line that it stands in, None where it stands in none.

    Among the lines above the running text the first that shares its words with the text is taken; where
    none does, the first that is long enough. A title known before (from the page) only finds its line.
    """
    if draft.title:
        wanted = key(unglued(folded(draft.title)))
        return next((i for i in range(min(end, first + 3)) if key(unglued(lines[i].text)) == wanted), None)
    prose = [i for i in range(first, end) if labels[i] is Label.PROSE][:_LEAD]
    body = {word for i in prose for word in key(lines[i].text).split()}
    candidates = [i for i in range(min(first, end)) if _may_be_title(lines, labels, i)]
    shares = {i: _shared(lines[i].text, body) for i in candidates}
    sharing = [i for i in candidates if shares[i][0] >= 2 and shares[i][1] >= _SHARED]
    some = [i for i in candidates if shares[i][1] >= _SHARED and not masthead(lines[i].text)]
    others = [
        i for i in candidates if len(lines[i].text.split()) > _LEAST_WORDS and not masthead(lines[i].text)
    ]
    chosen = next(iter(sharing or some or others), None)
    if chosen is not None:
        draft.title = unglued(lines[chosen].text)
        labels[chosen] = Label.SHORT
        if chosen + 1 < end and key(lines[chosen + 1].text) == key(lines[chosen].text):
            labels[chosen + 1] = Label.FURNITURE
    return chosen


def _may_be_title(lines: Sequence[Line], labels: Sequence[Label], i: int) -> bool:
    text = lines[i].text
    doubled = labels[i] is Label.CAPTION and i + 1 < len(lines) and key(text) == key(lines[i + 1].text)
    if labels[i] is not Label.SHORT and not doubled:
        return False
    if text.endswith(".") and not text.endswith(".."):
        return False
    return _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS


def _shared(text: str, body: set[str]) -> tuple[int, float]:
    """Return how many of a line's longer words the text repeats, and which share of them."""
    words = [word for word in key(unglued(text)).split() if len(word) > 3]
    count = sum(word in body for word in words)
    return count, count / len(words) if words else 0.0
