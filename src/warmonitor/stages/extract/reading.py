"""A report cut into sentences, with trees where something may be claimed."""

import re
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.dates import DateWords, find_dates
from warmonitor.language.en.lengths import LONGEST, within_bounds
from warmonitor.language.en.names import as_seen, join_names
from warmonitor.language.en.parser import Parse, Parser
from warmonitor.language.en.quantities import QuantityWords, find_quantities
from warmonitor.language.en.quotations import Quotation, find_quotations
from warmonitor.language.en.sentences import sentences as cut
from warmonitor.language.en.tokens import Token, tokens
from warmonitor.model import Issue, Report, Span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.carried import carried
from warmonitor.stages.extract.speech.learned import read_attributions, with_learned
from warmonitor.stages.extract.speech.said import Said
from warmonitor.stages.extract.speech.speakers import find_said
from warmonitor.stages.extract.triggers import everything, worth

_DATELINE = re.compile(
    r"""\s*[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}          # KYIV, Ukraine
        (?:,\ [^—–()\n]{1,40}?)?(?:\ \([^)\n]{2,40}\))?       # , 3 March (Agency)
        \s*(?:[—–]|--?)\s+(?=[\w“"'‘])""".replace("[ /]", r"[\ /]"),
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences of a report, who says what in each, and which lexicons' claims each may hold."""

    report: Report
    sentences: tuple[Sentence, ...]
    said: tuple[tuple[Said, ...], ...]
    quotations: tuple[Quotation, ...]
    claims: tuple[frozenset[str], ...]
    issues: tuple[Issue, ...] = ()


def read(report: Report, parser: Parser, *, whole: bool = False) -> Reading:
    """Return the report's sentences; those not worth parsing have no tree and no tokens.

    With `whole` every sentence is parsed and read for every claim, for measuring what is missed without.
    """
    report = replace(report, text=fold_case(report.text, parser))
    sentences = _after_dateline(cut(report.text), report.text)
    spans = within_bounds(report.text, sentences)
    quotations = find_quotations(report.text)
    quoted = _quoted(spans, quotations)
    worths = everything(spans) if whole else worth(report.text, spans, quoted)
    words = [
        join_names(tokens(s.of(report.text), s.start)) if w.parsed else []
        for s, w in zip(spans, worths, strict=True)
    ]
    trees = parser.parse_words([as_seen(ws) for ws in words])
    paragraphs = _paragraphs(report.text, spans)
    found = tuple(
        Sentence(
            index,
            paragraphs[index],
            report.text,
            span,
            tuple(words[index]),
            trees[index],
            _dates(span, report.text) if words[index] else (),
            _quantities(span, report.text) if words[index] else (),
            quoted[index],
        )
        for index, span in enumerate(spans)
    )
    learned = read_attributions(found, [bool(w.claims) for w in worths])
    said = carried(found, [with_learned(s, find_said(s), own) for s, own in zip(found, learned, strict=True)])
    return Reading(
        report,
        found,
        tuple(said),
        tuple(quotations),
        tuple(w.claims for w in worths),
        _issues(report, sentences, spans),
    )


def with_words(sentence: Sentence, own: list[Token], tree: Parse) -> Sentence:
    """Return a sentence that was passed over with its words, their tree, and what they count and date."""
    span, text = sentence.span, sentence.text
    dates, quantities = _dates(span, text), _quantities(span, text)
    return replace(sentence, tokens=tuple(own), parse=tree, dates=dates, quantities=quantities)


def _issues(report: Report, sentences: list[Span], spans: list[Span]) -> tuple[Issue, ...]:
    if len(sentences) == len(spans):
        return ()
    said = f"A sentence of more than {LONGEST} words was read in pieces; what joins them may be lost."
    return (Issue("long-sentence", report.source, said),)


def _after_dateline(spans: list[Span], text: str) -> list[Span]:
    """Start the first sentence after "KYIV, 3 March (Agency) -", which is no part of what it says."""
    if not spans or not (match := _DATELINE.match(text, spans[0].start, spans[0].end)):
        return spans
    rest = Span(match.end(), spans[0].end) if match.end() < spans[0].end else None
    return [rest, *spans[1:]] if rest else spans[1:]


def _quoted(spans: list[Span], quotations: list[Quotation]) -> list[tuple[Quotation, ...]]:
    """Return the quotations that each sentence meets; both come in the order of the text."""
    found, first = [], 0
    for span in spans:
        while first < len(quotations) and quotations[first].outer.end <= span.start:
            first += 1
        ahead = takewhile(lambda q: q.outer.start < span.end, islice(quotations, first, None))  # noqa: B023
        found.append(tuple(q for q in ahead if q.outer.meets(span)))
    return found


def _paragraphs(text: str, spans: list[Span]) -> list[int]:
    numbers, number, at = [], 0, 0
    for span in spans:
        number += text.count("\n\n", at, span.start)
        numbers.append(number)
        at = span.start
    return numbers


def _dates(span: Span, text: str) -> tuple[DateWords, ...]:
    return tuple(replace(d, span=_moved(d.span, span.start)) for d in find_dates(span.of(text)))


def _quantities(span: Span, text: str) -> tuple[QuantityWords, ...]:
    return tuple(replace(q, span=_moved(q.span, span.start)) for q in find_quantities(span.of(text)))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
