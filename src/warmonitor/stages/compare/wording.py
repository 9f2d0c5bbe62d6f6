"""A report's words as they are compared: folded, with their places, quotations and stock marked."""

import re
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from warmonitor.language.en.quotations import find_quotations
from warmonitor.model import Report, Span
from warmonitor.model.memo import REPORTS, remembered

SENTENCE = 5  # words from which a sentence is not an abbreviation or a heading
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
WORD = re.compile(rf"\d+(?:[.,]\d+)*|[^\W_](?:[{HIDDEN}'’ʼ‘]*[^\W_])*")
DROPPED = str.maketrans("", "", HIDDEN + "'’ʼ‘,")
END = re.compile(r"[.!?…][^\w\s]*\s|\n")
# Cyrillic and Greek letters that pass for Latin ones inside a Latin word.
LOOK_ALIKE = str.maketrans("асԁеһіјӏорԛѕυνԝхуαοικ", "acdehijlopqsuvwxyaoik")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one report; `quoted` are those of quotations, `counted` those neither quoted nor stock.

    `starts` and `ends` are code points of the text; `heads` the places of words that begin a sentence.
    """

    id: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    counted: tuple[bool, ...]
    quoted: tuple[bool, ...]
    heads: tuple[int, ...] = ()

    def span(self, first: int, length: int) -> Span:
        """Return the text range of a run of words."""
        return Span(self.starts[first], self.ends[first + length - 1])

    def own(self) -> int:
        """Return how many words count."""
        return sum(self.counted)

    def sentences(self) -> list[tuple[int, int]]:
        """Return the first word of each sentence and the one after its last; short ones go with the next."""
        ends = [*self.heads[1:], len(self.words)]
        found, start = [], 0
        for end in ends:
            if end - start >= SENTENCE:
                found.append((start, end))
                start = end
        return [*found, (start, len(self.words))] if start < len(self.words) else found


def fold(word: str) -> str:
    """Return a word as it is compared: no case, apostrophes, hidden characters or look-alike letters."""
    plain = unicodedata.normalize("NFKC", word).casefold().translate(DROPPED)
    if plain.isascii():
        return plain
    latin = any("a" <= letter <= "z" for letter in plain)
    plain = plain.translate(LOOK_ALIKE) if latin else plain
    bare = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)) or plain


def read_words(report: Report) -> Wording:
    """Return the words of a report's text, those between quotation marks not counted."""
    text = report.text
    matches = [match for match in WORD.finditer(text) if fold(match.group())]
    starts = [match.start() for match in matches]
    speech = [quote.span for quote in find_quotations(text) if quote.closed and quote.is_speech(text)]
    quoted, at = [], 0
    for start in starts:
        while at < len(speech) and speech[at].end <= start:
            at += 1
        quoted.append(at < len(speech) and speech[at].start <= start)
    return Wording(
        id=report.id,
        words=tuple(fold(match.group()) for match in matches),
        starts=tuple(starts),
        ends=tuple(match.end() for match in matches),
        counted=tuple(not words for words in quoted),
        quoted=tuple(quoted),
        heads=_heads(text, matches),
    )


def _heads(text: str, matches: Sequence[re.Match[str]]) -> tuple[int, ...]:
    """Return the places of words before which a sentence, a heading or a line ends, roughly."""
    gaps = ((at, text[a.end() : b.start()]) for at, (a, b) in enumerate(pairwise(matches), 1))
    return (0, *(at for at, gap in gaps if gap != " " and END.search(gap))) if matches else ()


def uncount(wording: Wording, ranges: list[tuple[int, int]]) -> Wording:
    """Return the wording with the words of these ranges neither counted nor taken for quoted."""
    counted, quoted = list(wording.counted), list(wording.quoted)
    for first, last in ranges:
        counted[first:last] = quoted[first:last] = [False] * (last - first)
    return replace(wording, counted=tuple(counted), quoted=tuple(quoted))


def leave_out(wording: Wording, places: Set[int]) -> Wording:
    """Return the wording without the words at these places."""
    kept = [at for at in range(len(wording.words)) if at not in places]
    where = {at: new for new, at in enumerate(kept)}
    heads = (
        next((where[at] for at in range(head, len(wording.words)) if at in where), -1)
        for head in wording.heads
    )
    return Wording(
        id=wording.id,
        words=tuple(wording.words[at] for at in kept),
        starts=tuple(wording.starts[at] for at in kept),
        ends=tuple(wording.ends[at] for at in kept),
        counted=tuple(wording.counted[at] for at in kept),
        quoted=tuple(wording.quoted[at] for at in kept),
        heads=tuple(sorted({head for head in heads if head >= 0})),
    )


@remembered(REPORTS)
def with_captions(report: Report, wording: Wording) -> Wording:
    """Return the words of the text, marked as given, and of the captions; their places count in no text."""
    if not report.captions:
        return wording
    whole = read_words(replace(report, text="\n\n".join((report.text, *report.captions))))
    known = len(wording.words)
    return replace(
        whole,
        counted=wording.counted + whole.counted[known:],
        quoted=wording.quoted + whole.quoted[known:],
    )
