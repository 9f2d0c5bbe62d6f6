"""The mentions and relations of a whole report, from one reading of its sentences."""

from dataclasses import dataclass

from warmonitor.language.en.mentions import Known, Mention, find_mentions, load_tagger
from warmonitor.language.en.parser import Parser
from warmonitor.model import Report
from warmonitor.stages.extract.reading import read
from warmonitor.stages.extract.relations.find import find_relations
from warmonitor.stages.extract.relations.records import Relation


@dataclass(frozen=True, slots=True)
class Relations:
    """Whom and what a report mentions, and how they stand to each other, in the order of the text."""

    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]


def read_relations(report: Report, parser: Parser, known: Known | None = None) -> Relations:
    """Return mentions and relations of all sentences of a report, also those in which nothing is claimed.

    `known` may say what a name is known for, as `reference.known.known_kind` does.
    """
    sentences = read(report, parser, whole=True).sentences
    mentions = find_mentions([(s.tokens, s.parse) for s in sentences], load_tagger(), known)
    found = [r for s, of_one in zip(sentences, mentions, strict=True) for r in find_relations(s, of_one)]
    return Relations(tuple(m for of_one in mentions for m in of_one), tuple(found))
