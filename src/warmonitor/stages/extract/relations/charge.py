"""Who is in charge of what: by verbs ("X controls Y") and by nouns of control ("under X's control")."""

from collections.abc import Iterator

from warmonitor.language.en.mentions import Mention
from warmonitor.stages.extract.relations.parties import Parties
from warmonitor.stages.extract.relations.words import words

Pair = tuple[Mention, Mention]
_OF = frozenset({"of", "for", "over"})


def by_verb(parties: Parties, verb: int) -> Iterator[Pair]:
    """Yield (who, what) of a verb of control: anything is led, only what is nobody is taken."""
    s = parties.sentence
    lemma, targets = parties.lemma(verb), parties.told(s.object(verb))
    if lemma in words("charge", "taking"):
        targets = [m for m in targets if not m.acts]
    elif lemma not in words("charge", "leading"):
        return
    if s.children(verb, "mark") and s.rel(verb) in {"xcomp", "advcl", "acl"}:
        return  # "tried to take", "to retake": not yet
    yield from ((a, b) for a in parties.doers(verb) for b in targets if a is not b)


def by_noun(parties: Parties, noun: int) -> Iterator[Pair]:
    """Yield (who, what) of "control of the town" and "the town is under their control"."""
    s = parties.sentence
    if s.lemma(noun) in words("charge", "takings"):
        yield from _taken(parties, noun)
    if s.lemma(noun) not in words("charge", "control"):
        return
    if _wielded(parties, noun):
        holders, held = [m for m in parties.held(noun) if m.acts], parties.bodies(noun, _OF)
    elif s.case(noun) in words("charge", "under"):
        holders = [*parties.owners(noun), *(m for m in parties.bodies(noun, frozenset({"of"})) if m.acts)]
        held = parties.held(noun)
    else:
        holders, held = parties.owners(noun) or _gaining(parties, noun), parties.bodies(noun, _OF)
    yield from ((a, b) for a in holders for b in held if a is not b)


def _taken(parties: Parties, noun: int) -> Iterator[Pair]:
    """Yield (who, what) of "the capture of the town by X", "X's capture of the town"."""
    places = [m for m in parties.by_case(noun, frozenset({"of"})) if not m.acts]
    takers = [*parties.owners(noun), *(m for m in parties.by_case(noun, frozenset({"by"})) if m.acts)]
    yield from ((a, b) for a in takers for b in places)


def _wielded(parties: Parties, noun: int) -> bool:
    """Say whether it is "in control of": who has it stands before it."""
    s = parties.sentence
    bare = not s.children(noun, "det", "nmod:poss", "compound")
    return s.case(noun) == "in" and bare and bool(parties.bodies(noun, frozenset({"of"})))


def _gaining(parties: Parties, noun: int) -> list[Mention]:
    """Return who takes, has or keeps it."""
    s = parties.sentence
    verb = s.head(noun)
    gains = verb >= 0 and s.lemma(verb) in words("charge", "gaining") and s.rel(noun) == "obj"
    return parties.doers(verb) if gains else []
