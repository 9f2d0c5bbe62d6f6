"""What a copy says otherwise: figures changed inside a passage, and any words under a note of correction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warmonitor.language.en.numerals import find_numerals
from warmonitor.language.en.sentences import sentences
from warmonitor.model import Altered, CopyKind, Issue, Report, Span, Strand
from warmonitor.stages.compare.align import Shared
from warmonitor.stages.compare.passages import BRIDGE, passages
from warmonitor.stages.compare.tolls import is_date_word
from warmonitor.stages.compare.wording import Wording

ONE_TEXT = {CopyKind.REPRINT, CopyKind.SHORTENED}


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its words."""

    report: Report
    wording: Wording


@dataclass(frozen=True, slots=True, order=True)
class _Gap:
    """Words of either text between the same words: first and last place (not included) in each."""

    first: int
    first_end: int
    second: int
    second_end: int


def _gaps(first: Wording, second: Wording, shared: Shared) -> Iterator[_Gap]:
    """Yield where a few words of one text stand for a few of the other, inside passages or at the ends."""
    for run in passages(shared.tiles):
        ends = [(0, 0), *((tile.first + tile.length, tile.second + tile.length) for tile in run)]
        starts = [*((tile.first, tile.second) for tile in run), (len(first.words), len(second.words))]
        for (a, b), (a_end, b_end) in zip(ends, starts, strict=True):
            short = 0 < a_end - a <= BRIDGE and 0 < b_end - b <= BRIDGE
            if short and first.words[a:a_end] != second.words[b:b_end]:
                yield _trim(first, second, _Gap(a, a_end, b, b_end))


def _trim(first: Wording, second: Wording, gap: _Gap) -> _Gap:
    """Leave out the words that both sides of a gap begin or end with, but for the last one."""
    mine = first.words[gap.first : gap.first_end]
    theirs = second.words[gap.second : gap.second_end]
    most = min(len(mine), len(theirs)) - 1
    head = next((n for n in range(most) if mine[n] != theirs[n]), most)
    most -= head
    tail = next((n for n in range(most) if mine[-1 - n] != theirs[-1 - n]), most)
    return _Gap(gap.first + head, gap.first_end - tail, gap.second + head, gap.second_end - tail)


def _figures(text: Text, start: int, end: int) -> list[int]:
    """Return the numbers among these words, none where they are a date."""
    around = text.wording.words[max(0, start - 1) : end + 1]
    if any(is_date_word(word) for word in around):
        return []
    return sorted(n.value for n in find_numerals(_span(text, start, end).of(text.report.text)))


def _span(text: Text, start: int, end: int) -> Span:
    return text.wording.span(start, end - start)


def changes(first: Text, second: Text, shared: Shared, *, corrected: bool) -> tuple[Altered, ...]:
    """Return what the first text (the copy) says otherwise than the second between the same words.

    With `corrected` every such change counts, else only those in which the figures differ.
    """
    found = set()
    for gap in _gaps(first.wording, second.wording, shared):
        mine = _figures(first, gap.first, gap.first_end)
        theirs = _figures(second, gap.second, gap.second_end)
        if corrected or (mine and theirs and mine != theirs):
            copy, of = _span(first, gap.first, gap.first_end), _span(second, gap.second, gap.second_end)
            found.add(Altered(copy, of))
    return tuple(sorted(found))


def changed_figures(strands: Sequence[Strand], texts: Mapping[str, str]) -> Iterator[Issue]:
    """Yield an issue for each copy that has another figure than most copies of its text, by strand.

    It gives a sentence of either side.
    """
    for strand in strands:
        said: defaultdict[tuple[str, ...], dict[str, dict[str, str]]] = defaultdict(dict)
        for link in strand.links:
            for change in link.changes if link.kind in ONE_TEXT else ():
                mine, theirs = change.copy.of(texts[link.copy]), change.of.of(texts[link.of])
                # The copy's words come first, so that of two texts alone the later is told.
                sides = said[tuple(sorted((mine, theirs)))]
                sides.setdefault(mine, {})[link.copy] = _sentence(texts[link.copy], change.copy)
                sides.setdefault(theirs, {})[link.of] = _sentence(texts[link.of], change.of)
        for sides in said.values():
            yield from _of_fewer(sides)


def _sentence(text: str, span: Span) -> str:
    """Return the sentence that a change begins in."""
    around = (one.of(text) for one in sentences(text) if one.start <= span.start < one.end)
    return " ".join(next(around, span.of(text)).split())


def _of_fewer(sides: Mapping[str, Mapping[str, str]]) -> Iterator[Issue]:
    """Yield an issue for each report of the side that has fewer; of two as large, the one put first."""
    fewer, more = sorted(sides, key=lambda words: len(sides[words]))
    first, *others = sorted(sides[more])
    who = f"{first} and {len(others)} more of the same text say" if others else f"{first} says"
    for report in sorted(sides[fewer].keys() - sides[more].keys()):
        said = f'It says "{fewer}" where {who} "{more}".'
        yield Issue("changed-in-copy", report, f"{said} {sides[fewer][report]} / {sides[more][first]}")
