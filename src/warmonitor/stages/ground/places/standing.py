"""How a name stands in its sentence: as a place where things happen, or only in passing."""

import re
from functools import lru_cache

from warmonitor.model import Span
from warmonitor.stages.ground.places.words import load_words

_NOUN = r"(?:city|town|village|capital)\s+(?:of\s+)?"
_FILL = rf"(?:the\s+|[\w’'-]+\s+{_NOUN}|{_NOUN})*"
_BEARING = re.compile(
    r"(?:\b(?:north|south|east|west)(?:[ -]?(?:east|west))?\s+of"
    r"|\b(?:km|kilomet(?:re|er)s?|miles?|hours?(?:['’]?\s+drive)?)\b[^.\n]{0,25}?\b(?:of|from|outside))"
    rf"\s+{_FILL}$",
    re.I,
)
_DATELINE = re.compile(
    r"(?m)^[^\W\d_a-z][^.\n]{0,60}?(?:\([^()\n]{2,30}\)\s*[—–-]{0,2}|(?<=[A-Z,\d])\s*[—–-]{1,2})\s"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[“\"‘']?[^\W\d_a-z])|\n\s*")
_LATER = r"(?:,?\s+(?:on\s+\w+day|also|later|again|has|have|had|yesterday|earlier|then|meanwhile))*"


@lru_cache(maxsize=1)
def _seat() -> tuple[re.Pattern[str], re.Pattern[str]]:
    offices, verbs = "|".join(sorted(load_words().offices)), "|".join(sorted(load_words().person_verbs))
    before = re.compile(rf"\b(?:{offices})\s+(?:[\w’'-]+\s+){{0,2}}?(?:in|at|from)\s+(?:the\s+)?$", re.I)
    return before, re.compile(rf"^(?:[’']s\s+[\w ]{{3,20}})?{_LATER}\s+(?:{verbs})\b", re.I)


def bears_direction(text: str, span: Span) -> bool:
    """Say whether a place only tells where another lies: "northeast of X", "100 km from X"."""
    return _BEARING.search(text[max(0, span.start - 90) : span.start]) is not None


def is_seat(text: str, span: Span) -> bool:
    """Say whether a place is where somebody speaks: "the ministry in X said", "officials in X have said"."""
    before, after = _seat()
    office = before.search(text[max(0, span.start - 60) : span.start])
    speaks = after.match(text[span.end : span.end + 60])
    inside = re.search(r"\bin\s+$", text[max(0, span.start - 6) : span.start], re.I)
    return bool(speaks and (office or inside))


def is_dateline(text: str, span: Span) -> bool:
    """Say whether a name stands in the line that tells where a report was written."""
    line = text.rfind("\n", 0, span.start) + 1
    found = _DATELINE.match(text, line)
    return found is not None and span.end <= found.end()


def is_passing(text: str, span: Span) -> bool:
    """Say whether a name is there for another's sake: a bearing, a speaker's seat or a dateline."""
    office, _ = _seat()
    seat = office.search(text[max(0, span.start - 60) : span.start]) is not None
    return seat or bears_direction(text, span) or is_seat(text, span) or is_dateline(text, span)


def is_object(text: str, span: Span) -> bool:
    """Say whether a verb of taking, holding or attacking goes with the name."""
    words = load_words()
    before = re.search(
        r"([\w-]+)\s+(?:(?:the|town|city|village|of|key|strategic)\s+)*$",
        text[max(0, span.start - 50) : span.start],
    )
    after = re.match(
        r"\s+(?:(?:has|have|had|was|is|were|been|being|also)\s+)*([\w-]+)", text[span.end : span.end + 40]
    )
    return bool(
        (before and before.group(1).casefold() in words.takes)
        or (after and after.group(1).casefold() in words.taken)
    )


def sentences_between(text: str, first: int, last: int) -> int:
    """Return how many ends of sentences lie between two offsets."""
    return len(_SENTENCE_END.findall(text[first:last]))


def is_topic(text: str, span: Span) -> bool:
    """Say whether a sentence begins with the place as what it is about: "The village of X lies …"."""
    before = re.search(
        r"(?:^|[.!?][”\"’']?\s+|\n\s*)(?:The\s+(?:[\w-]+\s+){1,3}of\s+)?$", text[: span.start][-70:]
    )
    return before is not None and text[span.end : span.end + 1] == " "


def opens_sentence(text: str, span: Span) -> bool:
    """Say whether a sentence is set in the place from its first word: "In X, the army …"."""
    return re.search(r"(?:^|[.!?][”\"’']?\s+|\n\s*)(?:In|At)\s+$", text[: span.start][-40:]) is not None
