"""Offices and who holds them: "Z, head of Y", "Y's leader Z", "Z was named commander of Y"."""

from collections.abc import Iterator

from warmonitor.language.en.mentions import Form, Mention
from warmonitor.stages.extract.relations.parties import Parties
from warmonitor.stages.extract.relations.words import words

Pair = tuple[Mention, Mention]
_OF = frozenset({"of", "for", "over"})
_AS = "as"


def by_office(parties: Parties, noun: int) -> Iterator[Pair]:
    """Yield (who, what) of an office: its holder where named, else the words of the office themselves."""
    s = parties.sentence
    if s.lemma(noun).rsplit("-", 1)[-1] not in words("charge", "offices") or _lesser(parties, noun):
        return
    bodies = [m for m in _bodies(parties, noun) if s.lemma(m.head) not in words("charge", "ranks")]
    holder = _holder(parties, noun)
    if holder is not None:
        yield from ((holder, body) for body in bodies if body is not holder)


def _lesser(parties: Parties, noun: int) -> bool:
    """Say whether an office is a deputy's or one that is over."""
    s = parties.sentence
    return any(s.low(c) in words("charge", "lesser") for c in s.children(noun, "amod", "compound"))


def _bodies(parties: Parties, noun: int) -> Iterator[Mention]:
    s = parties.sentence
    over = s.lemma(noun) not in words("charge", "bodily")
    yield from (m for m in parties.bodies(noun, _OF) if m.acts or over)
    for child in s.children(noun, "nmod:poss", "compound"):
        if child < noun and s.upos(child) != "PRON":
            yield from parties.at(child)


def _holder(parties: Parties, noun: int) -> Mention | None:
    """Return who holds an office: a name beside it, whoever is said to be it, else its own words."""
    s = parties.sentence
    near = s.children(noun, "appos", "flat", "nsubj")
    if s.rel(noun).split(":")[0] in {"appos", "compound", "flat", "nmod"} and not s.case(noun):
        near.append(s.head(noun))
    near += _named_as(parties, noun)
    found = [m for i in near if (m := parties.one(i)) is not None and m.acts]
    named = [m for m in found if m.form is Form.NAME]
    own = parties.one(noun)
    return named[0] if named else own or (found[0] if found else None)


def _named_as(parties: Parties, noun: int) -> list[int]:
    """Return who is called it: "was described as leader", "appointed him commander"."""
    s = parties.sentence
    verb = s.head(noun)
    if verb < 0 or not s.is_verb(verb) or s.rel(noun) == "nsubj":
        return []
    called = s.case(noun) == _AS or s.lemma(verb) in words("charge", "naming")
    who = s.object(verb) if called else None
    return [who] if who is not None and who != noun else []
