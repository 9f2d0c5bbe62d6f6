"""A sentence with its tree: what stands where, what hangs on what."""

from bisect import bisect_left, bisect_right
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
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})
RELATIVE = frozenset({"which", "that", "who", "whom", "where", "whose"})


@dataclass(frozen=True)
class Tree:
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
        """Return the base form of token i, in lower case."""
        return self._lemmas[i]

    def word(self, i: int) -> str:
        """Return token i as written."""
        return self.tokens[i].text

    def low(self, i: int) -> str:
        """Return token i in lower case."""
        return self._lows[i]

    @cached_property
    def _lows(self) -> tuple[str, ...]:
        return tuple(token.text.lower().replace("’", "'") for token in self.tokens)

    def upos(self, i: int) -> str:
        """Return the part of speech of token i (Universal Dependencies)."""
        return self._tags[i]

    @cached_property
    def _tags(self) -> tuple[str, ...]:
        """The parts of speech, with a bare capital word inside running text as a name: "captured Sake"."""
        capitals = sum(t.text[:1].isupper() for t in self.tokens)
        if capitals * 2 > len(self.tokens):
            return self.parse.upos
        return tuple("PROPN" if self._is_bare_name(i) else tag for i, tag in enumerate(self.parse.upos))

    def _is_bare_name(self, i: int) -> bool:
        word = self.word(i)
        after_word = i > 0 and self.word(i - 1)[-1:].isalnum()
        named = self.parse.upos[i] == "NOUN" and word[:1].isupper() and word[1:].islower()
        return named and after_word and not self.children(i, "det", "nummod", "amod", "nmod:poss", "compound")

    def head(self, i: int) -> int:
        """Return the token on which i hangs, -1 for the root."""
        return self.parse.heads[i]

    def rel(self, i: int) -> str:
        """Return the relation by which i hangs on its head."""
        return self.parse.deprels[i]

    def feats(self, i: int) -> str:
        """Return the morphological features of token i as in CoNLL-U."""
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
        found = self._children[i]
        if not rels:
            return list(found)
        if not found:
            return []
        own, kinds = self.parse.deprels, self._kinds
        return [c for c in found if own[c] in rels or kinds[c] in rels]

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        return tuple(rel.split(":")[0] for rel in self.parse.deprels)

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
        """Return the stretch of text from one token to another."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def words_of(self, span: Span) -> str:
        """Return the words of a stretch of text."""
        return span.of(self.text)

    def at(self, offset: int) -> int | None:
        """Return the token that covers an offset of the report's text."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [t.end for t in self.tokens]

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that meet the span."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return list(range(first, last))

    def is_verb(self, i: int) -> bool:
        """Say whether token i is a verb or an auxiliary."""
        return self.parse.upos[i] in {"VERB", "AUX"}

    def is_passive(self, i: int) -> bool:
        """Say whether i is a verb in the passive, bare participles after a noun included."""
        if self.children(i, "nsubj:pass") or self.children(i, "aux:pass"):
            return True
        own = [c for c in self.children(i, "nsubj") if self.low(c) not in RELATIVE]
        if not self.is_past_participle(i) or (own and self.rel(i) == "acl:relcl"):
            return False  # "the districts it held"
        agent = any(case == "by" for case, _ in self.obliques(i))
        return self.rel(i).split(":")[0] in {"acl", "advcl", "amod"} or (
            agent and not self.children(i, "obj")
        )

    def is_past_participle(self, i: int) -> bool:
        """Say whether token i is a past participle without auxiliary or object."""
        feats = self.feats(i)
        if self.children(i, "aux") or self.children(i, "obj"):
            return False
        return ("VerbForm=Part" in feats and "Tense=Past" in feats) or (
            self.low(i).endswith(("ed", "en", "wn", "ught", "eld", "ost", "lt", "ung"))
            and "Tense=Pres" not in feats
        )

    def case(self, i: int) -> str:
        """Return the preposition of a noun phrase, in one word or several: "from", "out of"."""
        if i not in self._cases:
            self._cases[i] = self._case(i)
        return self._cases[i]

    @cached_property
    def _cases(self) -> dict[int, str]:
        return {}

    def _case(self, i: int) -> str:
        own = [c for c in self.children(i, "case") if c < i]
        if not own and self._kinds[i] in {"obl", "nmod"}:
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
            if preposition and (self.upos(child) in NOMINAL or self.rel(child).startswith(("obl", "nmod"))):
                found.append((preposition, child))
        return found

    @cached_property
    def dated_tokens(self) -> frozenset[int]:
        """The tokens that tell a time."""
        return frozenset(i for d in self.dates for i in self.inside(d.span))

    def is_nominal(self, i: int) -> bool:
        """Say whether token i can head a noun phrase."""
        return self.upos(i) in NOMINAL
