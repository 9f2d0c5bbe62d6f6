"""From tokens of a tree to the mentions that they stand for: subjects, objects, owners, conjuncts."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from warmonitor.language.en.lexicon import known_form, load_lexicon
from warmonitor.language.en.mentions import Form, Kind, Mention
from warmonitor.language.en.names import is_capital
from warmonitor.stages.extract.relations.words import words
from warmonitor.stages.extract.sentence import Sentence

_BY = "by"
_DEEP = 4
_THIRD = {"its", "their", "his", "her"}
_DURING = {"in", "during", "as part of"}
_NOUNS = {"NOUN", "PROPN"}
_WHICH = {"which", "that"}
_THING = frozenset("it they them we us i he she him her our my your their its his".split())


class Parties:
    """A sentence and its mentions, asked who stands where."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.sentence = sentence
        self._at = {m.head: m for m in mentions}

    def verbal(self, i: int) -> bool:
        """Say whether a token is a verb, whatever a tree takes it for: one with an object or a subject."""
        s = self.sentence
        if s.is_verb(i) or s.upos(i) != "NOUN":
            return s.is_verb(i)
        if s.low(i).endswith("ing"):
            return bool(s.children(i, "obj"))
        return bool(s.children(i, "nsubj")) and not s.children(i, "cop", "det", "amod", "case", "nmod:poss")

    def lemma(self, i: int) -> str:
        """Return the base of a word, of a verb also where a tree takes it for a noun: "fighting"."""
        s = self.sentence
        known = s.lemma(i) in words("fights", "fighting") or not s.low(i).endswith(("ing", "s"))
        if known or not self.verbal(i):
            return s.lemma(i)
        return known_form(s.low(i)) or s.lemma(i)

    def one(self, i: int) -> Mention | None:
        """Return the mention that a token heads: "three of the soldiers" are soldiers, a title its name."""
        found = self._at.get(i) or self._at.get(self.sentence.content(i))
        if found is None or found.form is not Form.NOUN or found.kind is not Kind.PERSON:
            return found
        names = [self._at[c] for c in self.sentence.children(found.head, "appos", "flat") if c in self._at]
        return next((m for m in names if m.form is Form.NAME and m.acts), found)

    def at(self, i: int | None) -> list[Mention]:
        """Return the mentions that a token and those joined to it stand for; [] for none."""
        joined = [] if i is None else self.sentence.conjuncts(i)
        return [m for one in joined if (m := self.one(one)) is not None]

    def anything(self, i: int | None) -> list[Mention]:
        """Return them also where they are no mention of anybody: "the bridges", "two trucks"; no deeds."""
        s = self.sentence
        joined = [] if i is None else s.conjuncts(i)
        things = {j for j in joined if s.upos(j) in _NOUNS and s.lemma(j) in _things()}
        found = [self.one(j) or (self._bare(j, Kind.PLACE) if j in things else self._of(j)) for j in joined]
        return [m for m in found if m is not None]

    def _of(self, i: int) -> Mention | None:
        """Return whom a noun such as "threat" or "scourge" is of."""
        s = self.sentence
        if s.lemma(i) in words("fights", "nouns"):
            return None
        of = [at for case, at in s.obliques(i) if case == "of" and at > i]
        found = self.one(of[0]) if of else None
        return found if found is not None and found.acts and found.form is Form.NAME else None

    def told(self, i: int | None) -> list[Mention]:
        """Return them with "it" and "they", of whatever kind."""
        s = self.sentence
        if i is not None and s.low(i) in _THING and i not in self._at:
            return [self._bare(i, Kind.ORGANISATION)]
        return self.at(i)

    def _bare(self, i: int, kind: Kind) -> Mention:
        form = Form.PRONOUN if self.sentence.upos(i) == "PRON" else Form.NOUN
        return Mention(self.sentence.phrase(i), kind, form, i)

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
        if s.lemma(i) in words("fights", "bearers") or named or s.low(i) in _THING:
            return self._bare(i, Kind.ORGANISATION)
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
        if subject is None or not which or (far := self._at.get(subject)) is None:
            return subject
        near = [m.head for m in self._at.values() if subject < m.head < which[0] and not m.inside]
        return near[-1] if near and far.kind is Kind.PERSON else subject

    def done_to(self, verb: int) -> list[Mention]:
        """Return what it is done to, be it anybody or anything."""
        return self.anything(self.sentence.object(verb))

    def by_case(self, i: int, cases: frozenset[str]) -> list[Mention]:
        """Return what stands in the prepositional phrases of a word, be it anybody or anything."""
        return [m for case, at in self._phrases(i) if case in cases for m in self.anything(at)]

    def _phrases(self, i: int) -> list[tuple[str, int]]:
        """Return a word's prepositional phrases; a noun's also where a tree hangs them elsewhere.

        "condemned the attacks by X against Y", "the killing of workers by X".
        """
        s = self.sentence
        own = s.obliques(i)
        verb = s.head(i)
        if self.verbal(i) or verb < 0:
            return own
        if self.verbal(verb) and s.rel(i) in {"obj", "nsubj", "nsubj:pass"}:
            own += [(case, at) for case, at in s.obliques(verb) if at > i and not i < verb < at]
        return own + [(case, at) for of, k in own if of == "of" for case, at in s.obliques(k) if case == _BY]

    def bodies(self, i: int, cases: frozenset[str]) -> list[Mention]:
        """Return those of them that are mentions of actors or places."""
        return [m for case, at in self.sentence.obliques(i) if case in cases for m in self.at(at)]

    def held(self, noun: int) -> list[Mention]:
        """Return what is "under" a noun: the noun before it, or the subject of its clause."""
        s = self.sentence
        above = s.head(noun)
        if above >= 0 and s.is_nominal(above) and not self.verbal(above):
            return self.anything(above)
        return self.anything(s.subject(noun if above < 0 or s.children(noun, "cop") else above))

    def owners(self, noun: int) -> list[Mention]:
        """Return whose a noun is: "the army's attack", "army attacks", "their attack" for the subject's."""
        return [m for i in self._owning(noun) for m in self.actors(i)]

    def _owning(self, noun: int) -> Iterator[int]:
        s = self.sentence
        for child in s.children(noun, "nmod:poss", "compound", "amod", "nmod"):
            if child > noun or (s.rel(child) == "nmod" and s.case(child)) or s.lemma(child) in _means():
                continue
            yield child if s.upos(child) != "PRON" else self._meant(child)

    def _meant(self, pronoun: int) -> int:
        """Return the subject for "its" or "their", whoever is helped in theirs; else the pronoun itself."""
        s = self.sentence
        verb = self._verb_over(pronoun)
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
        inner = (m.head for m in self._at.values() if helping[-1] < m.head < before)
        return [i for i in inner if self._at[i].acts and not self._at[i].inside]

    def _verb_over(self, i: int) -> int | None:
        s = self.sentence
        return next((node for node in s.above(i) if self.verbal(node)), None)

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
        by = [m for case, i in self._phrases(noun) if case == _BY for m in self.actors(i)]
        return self.owners(noun) + by

    def _by_verb(self, noun: int, depth: int) -> list[Mention]:
        """Return who carries out the deed, by a verb such as "launch" or one that it is the object of."""
        s = self.sentence
        verb = self._verb_over(noun)
        if verb is None or depth > _DEEP or self.lemma(verb) in words("fights", "telling"):
            return []
        if s.case(noun) in _DURING and (helped := self._helped(verb, noun)):
            return [self._at[i] for i in helped]
        return self.doers(verb, depth + 1) or (
            self.actors(s.subject(verb)) if s.case(noun) in _DURING else []
        )


def _means() -> frozenset[str]:
    return words("fights", "means")


@lru_cache
def _things() -> frozenset[str]:
    """Return the nouns of what can be hit and is nobody."""
    return frozenset(load_lexicon("people")["things"].split()) - words("fights", "nouns") | words(
        "fights", "hit"
    )
