"""The questions that every kind of claim asks of a sentence: who, what, which words."""

from warmonitor.model import Span
from warmonitor.stages.extract.tree import NOMINAL, RELATIVE, Tree

_SHARES = frozenset(
    (
        "one some several many most much all half part majority number rest whole remainder bulk entirety "
        "percent third fifth tenth two-third three-quarter one-third"
    ).split()
)
_ASKING = frozenset({"accuse", "suspect", "blame", "charge", "call", "appeal"})
_UNDERTAKINGS = frozenset("claim bid attempt plan effort decision promise vow pledge threat failure".split())
_JOINING = frozenset({"after", "before", "until", "since"})
_OUTSIDE = frozenset(
    {"acl:relcl", "appos", "parataxis", "punct", "acl", "advcl", "orphan", "list", "dep", "cc"}
)


class Sentence(Tree):
    """A sentence that can be asked for subjects, objects and whole phrases."""

    def _own_subject(self, verb: int) -> int | None:
        found = [
            c for c in self._children[verb] if self.rel(c) in {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}
        ]
        return found[0] if found else None

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """Return the head of who does it, or suffers it in the passive; shared subjects are followed."""
        own = self._own_subject(verb)
        head, rel = self.head(verb), self.rel(verb).split(":")[0]
        if own is not None:
            relative = self.low(own) in RELATIVE and head >= 0
            return head if relative and rel in {"acl", "advcl"} else own
        if depth == 0 and (before := self._just_before(verb)) is not None:
            return before
        if depth == 0 and (named := self._named_before(verb)) is not None:
            return named
        if head < 0 or depth > 6:
            return None
        if rel == "acl":
            return self._whose(verb, head, depth)
        if rel == "xcomp" or (rel == "advcl" and self.lemma(head) in _ASKING):
            return self._asked(verb, head, depth)
        if rel in {"conj", "advcl", "parataxis", "cop", "aux"} or (rel == "ccomp" and head < verb):
            return self.subject(head, depth + 1)
        return None

    def _named_before(self, verb: int) -> int | None:
        """Return the name before the comma of ", kidnapped last week by X," which a tree hung elsewhere."""
        bare = self.rel(verb) == "advcl" and self.is_past_participle(verb) and not self.children(verb, "aux")
        if not bare or verb < 2 or self.low(verb - 1) != "," or self.upos(verb - 2) != "PROPN":
            return None
        return None if verb - 2 in self.dated_tokens else verb - 2

    def _asked(self, verb: int, head: int, depth: int) -> int | None:
        """Return who is asked, accused or made to do it: "called on X to withdraw", else who asks."""
        asked = self.children(head, "obj") or [i for case, i in self.obliques(head) if case in {"on", "upon"}]
        if asked and self.lemma(asked[0]) in _UNDERTAKINGS:
            return self._whose(verb, asked[0], depth)
        return asked[0] if asked else self.subject(head, depth + 1)

    def _whose(self, verb: int, noun: int, depth: int) -> int | None:
        """Return who is to do what a noun's infinitive tells: "the army's claim to have seized"."""
        owners = self.children(noun, "nmod:poss")
        if not owners or not any(self.low(c) == "to" for c in self.children(verb, "mark")):
            return noun
        above = self.head(noun)
        own = self.upos(owners[0]) == "PRON" and above >= 0
        return (self.subject(above, depth + 1) if own else None) or owners[0]

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
        joined = self.case(i) in _JOINING and self.head(i) == verb  # "hours after the troops left"
        return i if self.is_nominal(i) and (joined or not self.case(i)) else None

    def object(self, verb: int) -> int | None:
        """Return the head of what it is done to: the object, in the passive the subject."""
        if self.is_passive(verb):
            return self.subject(verb)
        found = self.children(verb, "obj")
        found = [c for c in found if self.low(c) not in RELATIVE] or found
        if found:
            relative = self.low(found[0]) in RELATIVE and self.rel(verb) == "acl:relcl"
            return self.head(verb) if relative else found[0]
        own = self._own_subject(verb)
        relative = self.rel(verb) == "acl:relcl" and own is not None and self.low(own) not in RELATIVE
        return self.head(verb) if relative else None

    def conjuncts(self, i: int) -> list[int]:
        """Return i and the noun phrases joined to it by "and", "or", "as well as"."""
        found = [i, *(c for c in self.children(i, "conj") if self.upos(c) in NOMINAL)]
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
        """Return the first and last token of the noun phrase of i."""
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
                if rel == "conj" and self.upos(child) in NOMINAL and node == i and not joined:
                    continue
                kept.add(child)
                todo.append(child)
        return self._solid(i, kept)

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
        """Say whether the word just before a phrase belongs to it though a tree hung it elsewhere."""
        nominal = self.upos(i) in {"NOUN", "ADJ", "PROPN"} and self.upos(first) in {"NOUN", "PROPN", "ADJ"}
        own = self.rel(i) in {"compound", "amod", "nmod", "flat", "nummod"}
        return nominal and own and i not in self.dated_tokens and self.head(i) not in {i + 1, i - 1}

    def _bridge(self, i: int) -> bool:
        return self.word(i) in {"-", "–", "/", '"', "“", "”", "'", "’", "&", ".", ","} or self.low(i) in {
            "and",
            "or",
        }

    def content(self, i: int) -> int:
        """Return the noun that "one of the posts" or "most of the town" is about, else i itself."""
        if self.upos(i) in {"NUM", "PRON", "DET", "ADJ"} or self.lemma(i) in _SHARES:
            inner = [n for case, n in self.obliques(i) if case == "of" and n > i]
            return inner[0] if inner else i
        return i
