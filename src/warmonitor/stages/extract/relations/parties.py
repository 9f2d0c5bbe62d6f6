"""Who does what a verb or a noun tells: subjects, owners, those that it is done by."""

from collections.abc import Iterator

from warmonitor.language.en.mentions import Form, Kind, Mention
from warmonitor.language.en.names import is_capital
from warmonitor.stages.extract.relations.mentioned import PRONOUNS, Mentioned
from warmonitor.stages.extract.relations.words import words

_BY = "by"
_DEEP = 4
_THIRD = {"its", "their", "his", "her"}
_DURING = {"in", "during", "as part of"}
_WHICH = {"which", "that"}


class Parties(Mentioned):
    """A sentence and its mentions, asked who acts."""

    def actors(self, i: int | None) -> list[Mention]:
        """Return those that can act: what bears arms acts too, and a name that nobody knows."""
        s = self.sentence
        joined = [] if i is None else s.conjuncts(i)
        deeds = [j for j in joined if s.lemma(j) in words("fights", "nouns") and not is_capital(s.word(j))]
        found = [self.one(j) or self._bearer(j) for j in joined if j not in deeds]
        found += [m for j in deeds for m in self._behind_it(j)]
        return [m for m in found if m is not None and (m.acts or m.form is Form.NAME)]

    def _bearer(self, i: int) -> Mention | None:
        s = self.sentence
        named = s.upos(i) == "PROPN" or (i > 0 and is_capital(s.word(i)))
        if s.lemma(i) in words("fights", "bearers") or named or s.low(i) in PRONOUNS:
            return self.bare(i, Kind.ORGANISATION)
        inner = s.content(i)
        return self._bearer(inner) if inner != i else None

    def doers(self, verb: int, depth: int = 0) -> list[Mention]:
        """Return who does what a verb says; in the passive who it is done by, or by whose deed."""
        s = self.sentence
        if not s.is_passive(verb):
            subject = self._antecedent(s.subject(verb), verb)
            return self.actors(subject) or ([] if subject is None else self.owners(subject))
        for case, i in s.obliques(verb):
            if s.lemma(i) in words("fights", "nouns") and case in {_BY, "in", "during"} and depth < _DEEP:
                if found := self.behind(i, depth + 1):
                    return found
            elif case == _BY:
                return self.actors(i)
        joined = [c for c in s.children(verb, "conj") if s.is_passive(c)]
        return self.doers(joined[0], depth + 1) if joined and depth < _DEEP else []

    def _antecedent(self, subject: int | None, verb: int) -> int | None:
        """Return the noun before "which" where a tree takes it back to a person farther off."""
        s = self.sentence
        which = [c for c in s.children(verb, "nsubj") if s.low(c) in _WHICH]
        if subject is None or not which or (far := self.heads.get(subject)) is None:
            return subject
        near = [m.head for m in self.heads.values() if subject < m.head < which[0] and not m.inside]
        return near[-1] if near and far.kind is Kind.PERSON else subject

    def owners(self, noun: int) -> list[Mention]:
        """Return whose a noun is: "the army's attack", "army attacks", "their attack" for the subject's."""
        return [m for i in self._owning(noun) for m in self._owner(i)]

    def _owner(self, i: int) -> list[Mention]:
        if self.sentence.upos(i) != "PRON":
            return self.actors(i)
        meant = self._meant(i)
        return [m for m in self.at(meant) if m.acts] or [self.bare(i, Kind.ORGANISATION)]

    def _owning(self, noun: int) -> Iterator[int]:
        s = self.sentence
        for child in s.children(noun, "nmod:poss", "compound", "amod", "nmod"):
            if (
                child > noun
                or (s.rel(child) == "nmod" and s.case(child))
                or s.lemma(child) in words("fights", "means")
            ):
                continue
            yield child

    def _meant(self, pronoun: int) -> int:
        """Return the subject for "its" or "their", whoever is helped in theirs; else the pronoun itself."""
        s = self.sentence
        verb = self.verb_over(pronoun)
        if verb is None or s.low(pronoun) not in _THIRD:
            return pronoun
        helped = self._helped(verb, pronoun)
        meant = helped[-1] if helped else s.subject(verb)
        return pronoun if meant is None or meant >= pronoun else meant

    def _helped(self, verb: int, before: int) -> list[int]:
        """Return who is helped in what stands before a token: "support for the Malian army in its fight"."""
        helping = [i for i in range(before) if self.lemma(i) in words("fights", "helping")]
        if not helping or (helping[-1] < verb and not self.verbal(helping[-1])):
            return []
        inner = (m.head for m in self.heads.values() if helping[-1] < m.head < before)
        return [i for i in inner if self.heads[i].acts and not self.heads[i].inside]

    def behind(self, noun: int, depth: int = 0) -> list[Mention]:
        """Return who stands behind a deed that a noun tells: its owner, who it is "by", who does its verb."""
        if own := self._behind_it(noun):
            return own
        s = self.sentence
        for child in s.children(noun, "acl"):
            if found := self.doers(child, depth + 1):
                return found
        if s.children(noun, "cop") and (found := self.actors(s.subject(noun))):
            return found
        return self._by_verb(noun, depth)

    def _behind_it(self, noun: int) -> list[Mention]:
        by = [m for case, i in self.phrases(noun) if case == _BY for m in self.actors(i)]
        return self.owners(noun) + by

    def _by_verb(self, noun: int, depth: int) -> list[Mention]:
        """Return who carries out the deed, by a verb such as "launch" or one that it is the object of."""
        s = self.sentence
        verb = self.verb_over(noun)
        if verb is None or depth > _DEEP or self.lemma(verb) in words("fights", "telling"):
            return []
        if s.case(noun) in _DURING and (helped := self._helped(verb, noun)):
            return [self.heads[i] for i in helped]
        return self.doers(verb, depth + 1) or (
            self.actors(s.subject(verb)) if s.case(noun) in _DURING else []
        )
