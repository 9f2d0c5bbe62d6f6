"""A report cut into sentences, with trees where something may be claimed."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.dates import DateWords, find_dates
from warmonitor.language.en.lexicon import irregular_verbs, load_lexicon
from warmonitor.language.en.names import join_names
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.quantities import QuantityWords, find_quantities
from warmonitor.language.en.quotations import Quotation, find_quotations
from warmonitor.language.en.sentences import sentences as cut
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Report, Span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import Said
from warmonitor.stages.extract.speech.speakers import find_said

_LEAST_STEM = 3
_DATELINE = re.compile(
    r"""\s*[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}          # KYIV, Ukraine
        (?:,\ [^—–()\n]{1,40}?)?(?:\ \([^)\n]{2,40}\))?       # , 3 March (Agency)
        \s*(?:[—–]|--?)\s+(?=[\w“"'‘])""".replace("[ /]", r"[\ /]"),
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All sentences of a report that hold a trigger or speech, with who says what in each."""

    report: Report
    sentences: tuple[Sentence, ...]
    said: tuple[tuple[Said, ...], ...]
    quotations: tuple[Quotation, ...]


def read(report: Report, parser: Parser) -> Reading:
    """Return the report's sentences; those without a trigger have no tree and no tokens."""
    report = replace(report, text=fold_case(report.text, parser))
    spans = _after_dateline(cut(report.text), report.text)
    quotations = find_quotations(report.text)
    triggers = _triggers()
    worth = [bool(triggers.search(s.of(report.text))) for s in spans]
    near = [w or _touches(quotations, s) for w, s in zip(worth, spans, strict=True)]
    words = [
        join_names(tokens(s.of(report.text), s.start)) if n else [] for s, n in zip(spans, near, strict=True)
    ]
    trees = parser.parse_words([[w.text.rsplit(" ", 1)[-1] for w in ws] for ws in words])
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
            tuple(q for q in quotations if q.outer.meets(span)),
        )
        for index, span in enumerate(spans)
    )
    return Reading(report, found, tuple(tuple(find_said(s)) for s in found), tuple(quotations))


def _after_dateline(spans: list[Span], text: str) -> list[Span]:
    """Start the first sentence after "KYIV, 3 March (Agency) -", which is no part of what it says."""
    if not spans or not (match := _DATELINE.match(text, spans[0].start, spans[0].end)):
        return spans
    rest = Span(match.end(), spans[0].end) if match.end() < spans[0].end else None
    return [rest, *spans[1:]] if rest else spans[1:]


def _touches(quotations: list[Quotation], span: Span) -> bool:
    return any(q.outer.meets(span) for q in quotations)


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


@lru_cache
def _triggers() -> re.Pattern[str]:
    """Return a pattern that meets any sentence in which a claim may stand: the stems of all triggers."""
    words = set()
    toll = load_lexicon("toll")
    for key in ("killed", "injured", "displaced", "missing", "detained", "abducted", "remaining"):
        for forms in toll[key].values():
            words |= {form.split()[0] for form in forms}
    for key in ("campaign", "home", "population", "lives", "claiming", "living", "tolls"):
        words |= set(toll[key])
    control = load_lexicon("control")
    for frame in control["frames"]:
        words |= set(frame.get("seen", frame["verbs"]))
    words |= (
        set(control["under"])
        | set(control["nouns"])
        | {
            "held",
            "lost",
            "fell",
            "took",
            "siege",
            "withdrew",
            "drove",
            "hand",
        }
    )
    for kind in load_lexicon("attack")["kinds"]:
        words |= {form.split()[0] for form in (*kind["nouns"], *kind["verbs"])}
    words |= _of_happenings()
    other = load_lexicon("other")
    words |= set(other["deals"]) | set(other["posts"]) | set(other["moving"]) | set(other["opening"])
    words |= {form for form, base in irregular_verbs().items() if base in words}
    stems = sorted({w[:-1] if w.endswith(("e", "y")) and len(w) > _LEAST_STEM + 1 else w for w in words})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)


def _of_happenings() -> set[str]:
    """Return the words by which happenings without force are found: of each frame, the rarer of its lists."""
    lexicon = load_lexicon("happening")
    found = {
        word
        for frame in lexicon["frames"]
        for word in (*frame["nouns"], *(b.split()[0] for b in frame["bare"]))
    }
    for frame in lexicon["frames"]:
        found |= set(frame["verbs"] if frame["cue"] == "verbs" else lexicon["things"][frame["things"]])
    crowd = lexicon["demonstration"]
    return found | {
        word.split()[0] for key in ("nouns", "verbs", "crowd_control", "walking") for word in crowd[key]
    }
