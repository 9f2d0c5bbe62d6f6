"""The words of a mention: its head with what stands before it, without clauses and appositions."""

from collections.abc import Sequence

from warmonitor.language.en.parser.records import Parse
from warmonitor.language.en.tokens import Token
from warmonitor.model import Span

_OUTSIDE = frozenset(
    {
        "acl", "advcl", "appos", "parataxis", "punct", "conj", "cc", "case", "cop", "nsubj", "csubj", "mark",
        "obl", "aux", "advmod", "orphan", "list", "dep", "obj", "xcomp", "ccomp", "discourse", "vocative",
    }
)  # fmt: skip
_OWNED = frozenset({"'s", "’s", "'", "’"})
_BRIDGES = frozenset({"-", "–", "/", '"', "“", "”", "&", ","})
_OF = "of"


def phrase(words: Sequence[Token], parse: Parse, head: int) -> tuple[int, int]:
    """Return the first and last token of the mention that token `head` heads."""
    kept = _kept(parse, head)
    first = last = head
    while first - 1 in kept or (first - 2 in kept and words[first - 1].text in _BRIDGES):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and words[last + 1].text in _BRIDGES):
        last += 1
    while first < head and words[first].text in _BRIDGES:
        first += 1
    return first, last


def _kept(parse: Parse, head: int) -> set[int]:
    kept, todo = {head}, [head]
    while todo:
        node = todo.pop()
        for child in parse.children(node):
            if child not in kept and _belongs(parse, node, child, head):
                kept.add(child)
                todo.append(child)
    return kept


def _belongs(parse: Parse, node: int, child: int, head: int) -> bool:
    relation = parse.deprels[child]
    if relation == "nmod:poss":
        return child < node
    if relation.split(":")[0] == "nmod":
        return child < node and node != head and not parse.children(child, "case")
    if relation == "case":
        return parse.words[child] in _OWNED and node != head
    if relation == "conj":
        return node != head and child < head
    if relation in {"cc", "punct", "advmod"}:
        return min(child, node) < child < head and node != head
    return relation.split(":")[0] not in _OUTSIDE


def of_phrase(parse: Parse, head: int) -> int | None:
    """Return the noun after "of" that hangs on the head: the town of X."""
    for child in parse.children(head, "nmod"):
        if child > head and [parse.words[c].lower() for c in parse.children(child, "case")] == [_OF]:
            return child
    return None


def span_of(words: Sequence[Token], first: int, last: int) -> Span:
    """Return the stretch of text from one token to another."""
    return Span(words[first].start, words[last].end)
