"""From tokens of a tree to the mentions that they stand for, and to the words that hang on them."""

from collections.abc import Sequence
from functools import lru_cache

from warmonitor.language.en.lexicon import known_form, load_lexicon
from warmonitor.language.en.mentions import Form, Kind, Mention
from warmonitor.stages.extract.relations.words import words
from warmonitor.stages.extract.sentence import Sentence

_CARRYING = {"of", "by"}
_CARRIED = {"by", "against"}
_NOUNS = {"NOUN", "PROPN"}
PRONOUNS = frozenset("it they them we us i he she him her our my your their its his".split())


class Mentioned:
    """A sentence and its mentions, asked what stands where."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.sentence = sentence
        self.heads = {m.head: m for m in mentions}

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

    def verb_over(self, i: int) -> int | None:
        """Return the nearest verb above a token."""
        return next((node for node in self.sentence.above(i) if self.verbal(node)), None)

    def one(self, i: int) -> Mention | None:
        """Return the mention that a token heads: "three of the soldiers" are soldiers, a title its name."""
        found = self.heads.get(i) or self.heads.get(self.sentence.content(i))
        if found is None or found.form is not Form.NOUN or found.kind is not Kind.PERSON:
            return found
        names = [
            self.heads[c] for c in self.sentence.children(found.head, "appos", "flat") if c in self.heads
        ]
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
        found = [self.one(j) or (self.bare(j, Kind.PLACE) if j in things else self._of(j)) for j in joined]
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
        if i is not None and s.low(i) in PRONOUNS and i not in self.heads:
            return [self.bare(i, Kind.ORGANISATION)]
        return self.at(i)

    def bare(self, i: int, kind: Kind) -> Mention:
        """Return a token's phrase as a mention of a kind that is taken for granted."""
        form = Form.PRONOUN if self.sentence.upos(i) == "PRON" else Form.NOUN
        return Mention(self.sentence.phrase(i), kind, form, i)

    def done_to(self, verb: int) -> list[Mention]:
        """Return what it is done to, be it anybody or anything."""
        return self.anything(self.sentence.object(verb))

    def by_case(self, i: int, cases: frozenset[str]) -> list[Mention]:
        """Return what stands in the prepositional phrases of a word, be it anybody or anything."""
        return [m for case, at in self.phrases(i) if case in cases for m in self.anything(at)]

    def phrases(self, i: int) -> list[tuple[str, int]]:
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
        beneath = [pair for case, at in own if case in _CARRYING for pair in s.obliques(at)]
        return own + [pair for pair in beneath if pair[0] in _CARRIED]

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


@lru_cache
def _things() -> frozenset[str]:
    """Return the nouns of what can be hit and is nobody."""
    return frozenset(load_lexicon("people")["things"].split()) - words("fights", "nouns") | words(
        "fights", "hit"
    )
