"""The relations of a sentence: every verb and noun asked for what it ties together."""

from collections.abc import Callable, Iterator, Sequence

from warmonitor.language.en.mentions import Mention
from warmonitor.stages.extract.relations import charge, fights, offices
from warmonitor.stages.extract.relations.parties import Parties
from warmonitor.stages.extract.relations.records import Relation, RelationKind
from warmonitor.stages.extract.sentence import Sentence

Reader = Callable[[Parties, int], Iterator[tuple[Mention, Mention]]]
_NOUNS = {"NOUN", "PROPN"}
_OF_VERBS: tuple[tuple[RelationKind, Reader], ...] = (
    (RelationKind.FIGHTS, fights.by_verb),
    (RelationKind.IN_CHARGE, charge.by_verb),
)
_OF_NOUNS: tuple[tuple[RelationKind, Reader], ...] = (
    (RelationKind.FIGHTS, fights.by_noun),
    (RelationKind.IN_CHARGE, charge.by_noun),
    (RelationKind.IN_CHARGE, offices.by_office),
)


def find_relations(sentence: Sentence, mentions: Sequence[Mention]) -> list[Relation]:
    """Return who fights whom and who is in charge of what, in the order of the words that say so."""
    found: dict[tuple[object, ...], Relation] = {}
    for relation in _all(Parties(sentence, mentions)):
        found.setdefault((relation.kind, relation.source.span, relation.target.span), relation)
    return list(found.values())


def _all(parties: Parties) -> Iterator[Relation]:
    s = parties.sentence
    for i in range(len(s)):
        readers = _OF_VERBS if parties.verbal(i) else _OF_NOUNS if s.upos(i) in _NOUNS else ()
        for kind, reader in readers:
            for source, target in reader(parties, i):
                if source.span != target.span:
                    yield Relation(kind, source, target, s.span_of(i, i))
