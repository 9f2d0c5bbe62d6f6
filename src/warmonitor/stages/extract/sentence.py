"""A sentence with its tree, and the questions that every kind of claim asks of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from warmonitor.language.en.dates import DateWords
from warmonitor.language.en.lexicon import irregular_verbs, known_form, known_lemmas
from warmonitor.language.en.parser import Parse
from warmonitor.language.en.quantities import QuantityWords
from warmonitor.language.en.quotations import Quotation
from warmonitor.language.en.tokens import Token
from warmonitor.model import Span

CLAUSES = frozenset(
    {"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "advcl:relcl"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "where", "whose"})
_SHARES = frozenset(
    {"one", "some", "several", "many", "most", "much", "all", "half", "part", "majority", "number", "rest"}
)
_OUTSIDE = frozenset(
    {"acl:relcl", "appos", "parataxis", "punct", "acl", "advcl", "orphan", "list", "dep", "cc"}
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a report: its span in the text, its tokens, its tree, what was found in it."""

    index: int
    paragraph: int
    text: str
    span: Span
    tokens: tuple[Token, ...]
    parse: Parse
    dates: tuple[DateWords, ...]
    quantities: tuple[QuantityWords, ...]
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return tuple(map(self._lemma, range(len(self.tokens))))

    def _lemma(self, i: int) -> str:
        low, guess = self.low(i), self.parse.lemmas[i].lower()
        if self.is_verb(i) and (base := irregular_verbs().get(low)):
            return base
        return guess if guess in known_lemmas() else known_form(low) or guess

    def lemma(self, i: int) -> str:
        return self._lemmas[i]

    def word(self, i: int) -> str:
        return self.tokens[i].text

    def low(self, i: int) -> str:
        return self.tokens[i].text.lower().replace("’", "'")

    def upos(self, i: int) -> str:
        return self.parse.upos[i]

    def head(self, i: int) -> int:
        return self.parse.heads[i]

    def rel(self, i: int) -> str:
        return self.parse.deprels[i]

    def feats(self, i: int) -> str:
        return self.parse.feats[i]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, head in enumerate(self.parse.heads):
            if head >= 0:
                below[head].append(i)
        return tuple(map(tuple, below))

    def children(self, i: int, *rels: str) -> list[int]:
        """Return the children of i, of these relations where any are named (subtypes count as their kind)."""
        return [
            c
            for c in self._children[i]
            if not rels or self.rel(c) in rels or self.rel(c).split(":")[0] in rels
        ]

    def below(self, i: int) -> frozenset[int]:
        """Return i and every token under it."""
        found, todo = {i}, [i]
        while todo:
            for child in self._children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return frozenset(found)

    def above(self, i: int) -> Iterator[int]:
        """Walk from i's head up to the root."""
        seen = {i}
        while (i := self.head(i)) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def clause(self, i: int) -> int:
        """Return the token that heads the clause in which i stands (i itself where it heads one)."""
        for node in (i, *self.above(i)):
            rel = self.rel(node)
            if rel in CLAUSES or (rel == "conj" and self.upos(node) in {"VERB", "AUX"}):
                return node
        return i

    def span_of(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last].end)

    def words_of(self, span: Span) -> str:
        return span.of(self.text)

    def at(self, offset: int) -> int | None:
        """Return the token that covers an offset of the report's text."""
        for i, token in enumerate(self.tokens):
            if token.start <= offset < token.end:
                return i
        return None

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that meet the span."""
        return [i for i, t in enumerate(self.tokens) if t.start < span.end and span.start < t.end]

    def is_verb(self, i: int) -> bool:
        return self.upos(i) in {"VERB", "AUX"}

    def is_passive(self, i: int) -> bool:
        """Say whether i is a verb in the passive, bare participles after a noun or before a clause included."""
        if self.children(i, "nsubj:pass") or self.children(i, "aux:pass"):
            return True
        if not self.is_past_participle(i):
            return False
        agent = any(case == "by" for case, _ in self.obliques(i))
        return self.rel(i).split(":")[0] in {"acl", "advcl", "amod"} or (
            agent and not self.children(i, "obj")
        )

    def is_past_participle(self, i: int) -> bool:
        feats = self.feats(i)
        if self.children(i, "aux") or self.children(i, "obj"):
            return False
        return ("VerbForm=Part" in feats and "Tense=Past" in feats) or (
            self.low(i).endswith(("ed", "en", "wn", "ught", "eld", "ost", "lt", "ung"))
            and "Tense=Pres" not in feats
        )

    def _own_subject(self, verb: int) -> int | None:
        found = [
            c for c in self._children[verb] if self.rel(c) in {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}
        ]
        return found[0] if found else None

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """Return the head of who does it, or suffers it in the passive; shared and implied subjects followed."""
        own = self._own_subject(verb)
        head, rel = self.head(verb), self.rel(verb).split(":")[0]
        if own is not None:
            relative = self.low(own) in _RELATIVE and head >= 0
            return head if relative and rel in {"acl", "advcl"} else own
        if depth == 0 and (before := self._just_before(verb)) is not None:
            return before
        if head < 0 or depth > 6:
            return None
        if rel == "acl":
            return head
        if rel == "xcomp":
            objects = self.children(head, "obj")
            return objects[0] if objects else self.subject(head, depth + 1)
        if rel in {"conj", "advcl", "parataxis", "ccomp", "cop", "aux"}:
            return self.subject(head, depth + 1)
        return None

    def _just_before(self, verb: int) -> int | None:
        """Return the noun that stands right before a finite verb which a tree left without a subject."""
        feats = self.feats(verb)
        auxiliaries = [c for c in self.children(verb, "aux") if c < verb and self.low(c) != "to"]
        finite = "VerbForm=Fin" in feats or bool(auxiliaries)
        if not finite or self.upos(verb) != "VERB" or self.rel(verb) in {"amod", "acl"}:
            return None
        i = min([verb, *auxiliaries]) - 1
        while i >= 0 and self.upos(i) in {"ADV", "AUX"}:
            i -= 1
        if i < 0 or self.upos(i) not in {"NOUN", "PROPN"} or i in self.dated_tokens:
            return None
        while (
            self.head(i) >= 0
            and self.head(i) < i
            and self.rel(i).split(":")[0] in {"nmod", "conj", "appos", "flat"}
        ):
            i = self.head(i)
        return i if self.is_nominal(i) and not self.case(i) else None

    def object(self, verb: int) -> int | None:
        """Return the head of what it is done to: the object, in the passive the subject."""
        if self.is_passive(verb):
            return self.subject(verb)
        if found := self.children(verb, "obj"):
            relative = self.low(found[0]) in _RELATIVE and self.rel(verb) == "acl:relcl"
            return self.head(verb) if relative else found[0]
        own = self._own_subject(verb)
        relative = self.rel(verb) == "acl:relcl" and own is not None and self.low(own) not in _RELATIVE
        return self.head(verb) if relative else None

    def case(self, i: int) -> str:
        """Return the preposition of a noun phrase, in one word or several: "from", "out of", "according to"."""
        own = [c for c in self.children(i, "case") if c < i]
        if not own and self.rel(i).split(":")[0] in {"obl", "nmod"}:
            own = [c for c in self.children(i, "mark") if c < i]
        words = []
        for child in own:
            words.append(self.low(child))
            words += [self.low(c) for c in self.children(child, "fixed")]
        return " ".join(words)

    def obliques(self, i: int) -> list[tuple[str, int]]:
        """Return the prepositional phrases of a verb or noun as (preposition, head of the phrase)."""
        found = []
        for child in self.children(i, "obl", "nmod", "advmod", "advcl"):
            preposition = self.case(child)
            if preposition and (self.upos(child) in _NOMINAL or self.rel(child).startswith(("obl", "nmod"))):
                found.append((preposition, child))
        return found

    def conjuncts(self, i: int) -> list[int]:
        """Return i and the noun phrases joined to it by "and", "or", "as well as"."""
        found = [i, *(c for c in self.children(i, "conj") if self.upos(c) in _NOMINAL)]
        first = self.phrase_tokens(i)[0]
        lead = [self.low(k) for k in range(max(0, first - 3), first)]
        if lead == ["as", "well", "as"] and first >= 4:
            before = first - 4
            while self.head(before) in range(before) and self.rel(before).split(":")[0] in {
                "nmod",
                "compound",
                "flat",
            }:
                before = self.head(before)
            found += [before] if self.is_nominal(before) and before not in found else []
        return found

    def phrase(self, i: int, *, joined: bool = False) -> Span:
        """Return the noun phrase of i without its preposition, relative clauses and appositions.

        With `joined` the phrases that "and" joins to it belong to it.
        """
        first, last = self.phrase_tokens(i, joined=joined)
        return self.span_of(first, last)

    def phrase_tokens(self, i: int, *, joined: bool = False) -> tuple[int, int]:
        kept = {i}
        todo = [i]
        while todo:
            node = todo.pop()
            for child in self._children[node]:
                rel = self.rel(child)
                if node == i and rel == "case" and child < i and not self._possessive(child):
                    continue
                if rel == "mark" or (rel in _OUTSIDE and not (joined and rel == "cc")):
                    continue
                if rel == "conj" and self.upos(child) in _NOMINAL and node == i and not joined:
                    continue
                kept.add(child)
                todo.append(child)
        return self._solid(i, kept)

    @cached_property
    def dated_tokens(self) -> frozenset[int]:
        """The tokens that tell a time."""
        return frozenset(i for d in self.dates for i in self.inside(d.span))

    def _glued(self, i: int, child: int) -> bool:
        """Say whether a name follows its title with nothing between, whatever the tree calls it."""
        between = range(min(i, child) + 1, max(i, child))
        return self.upos(child) == "PROPN" and child > i and all(self.upos(k) == "PROPN" for k in between)

    def _possessive_of(self, child: int, i: int) -> bool:
        """Say whether a time word comes before its noun: "Wednesday's clashes", "the 2017 attack"."""
        return child < i

    def _possessive(self, i: int) -> bool:
        return self.low(i) in {"'s", "'"}

    def _solid(self, i: int, kept: set[int]) -> tuple[int, int]:
        """Return the unbroken run of kept tokens round i; commas and hyphens inside a run do not break it."""
        first = last = i
        while first - 1 in kept or (first - 2 in kept and self._bridge(first - 1)):
            first -= 1
        while first > 0 and self._belongs(first - 1, first):
            first -= 1
        while last + 1 in kept or (last + 2 in kept and self._bridge(last + 1)):
            last += 1
        while last + 1 < len(self.tokens) and self._same_name(last):
            last += 1
        while last > i and last in self.dated_tokens:
            last -= 1
        while (
            last > i
            and self.upos(last) in {"ADP", "DET", "PUNCT", "CCONJ", "ADV", "INTJ"}
            and not self._possessive(last)
        ):
            last -= 1
        while first < i and self.upos(first) in {"CCONJ", "SCONJ", "PUNCT"}:
            first += 1
        return first, last

    def _same_name(self, last: int) -> bool:
        """Say whether the next word is the rest of a name that a tree tore apart: "Wad" and "Madani"."""
        names = self.upos(last) == "PROPN" == self.upos(last + 1)
        return names and last + 1 not in self.dated_tokens and self.head(last + 1) != self.head(last)

    def _belongs(self, i: int, first: int) -> bool:
        """Say whether the noun or adjective just before a phrase belongs to it though a tree hung it elsewhere."""
        nominal = self.upos(i) in {"NOUN", "ADJ", "PROPN"} and self.upos(first) in {"NOUN", "PROPN", "ADJ"}
        own = self.rel(i) in {"compound", "amod", "nmod", "flat", "nummod"}
        return nominal and own and i not in self.dated_tokens and self.head(i) not in {i + 1, i - 1}

    def _bridge(self, i: int) -> bool:
        return self.word(i) in {"-", "–", "/", '"', "“", "”", "'", "’", "&", ".", ","} or self.low(i) in {
            "and",
            "or",
        }

    def content(self, i: int) -> int:
        """Return the noun that "one of the posts" or "most of the town" is about, i itself for other phrases."""
        if self.upos(i) in {"NUM", "PRON", "DET", "ADJ"} or self.lemma(i) in _SHARES:
            inner = [n for case, n in self.obliques(i) if case == "of" and n > i]
            return inner[0] if inner else i
        return i

    def is_nominal(self, i: int) -> bool:
        return self.upos(i) in _NOMINAL
