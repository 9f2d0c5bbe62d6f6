"""The mentions and relations of a whole report, from one reading of its sentences."""

from dataclasses import dataclass, replace

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.dates import DateWords, find_dates
from warmonitor.language.en.lengths import within_bounds
from warmonitor.language.en.mentions import Known, Mention, find_mentions, load_tagger
from warmonitor.language.en.names import as_seen, join_names
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.sentences import sentences as cut
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Report, Span
from warmonitor.stages.extract.relations.find import find_relations
from warmonitor.stages.extract.relations.records import Relation
from warmonitor.stages.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Relations:
    """Whom and what a report mentions, and how they stand to each other, in the order of the text."""

    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]


def read_relations(report: Report, parser: Parser, known: Known | None = None) -> Relations:
    """Return mentions and relations of all sentences of a report, also those in which nothing is claimed.

    `known` may say what a name is known for, as `reference.known.known_kind` does.
    """
    sentences = _sentences(report, parser)
    mentions = find_mentions([(s.tokens, s.parse) for s in sentences], load_tagger(), known)
    found = [r for s, of_one in zip(sentences, mentions, strict=True) for r in find_relations(s, of_one)]
    return Relations(tuple(m for of_one in mentions for m in of_one), tuple(found))


def _sentences(report: Report, parser: Parser) -> list[Sentence]:
    """Return every sentence with its tree; who says it is not asked."""
    text = fold_case(report.text, parser)
    spans = within_bounds(text, cut(text))
    words = [join_names(tokens(span.of(text), span.start)) for span in spans]
    trees = parser.parse_words([as_seen(one) for one in words])
    return [
        Sentence(i, 0, text, span, tuple(one), tree, _dates(span, text), (), ())
        for i, (span, one, tree) in enumerate(zip(spans, words, trees, strict=True))
    ]


def _dates(span: Span, text: str) -> tuple[DateWords, ...]:
    found = find_dates(span.of(text))
    return tuple(replace(d, span=Span(d.span.start + span.start, d.span.end + span.start)) for d in found)
