"""Whether the name of a place stands for those who rule it: "Georgia said", "talks with Armenia"."""

from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.parser.records import Parse


def acts(parse: Parse, i: int, *, told: bool = False) -> bool:
    """Say whether a name of a place does something, or has something done to it that only people have.

    With `told`, only what nobody but people can do counts: to say, to want, to order.
    """
    head, relation = parse.heads[i], parse.deprels[i]
    if head < 0:
        return False
    if told:
        return relation == "nsubj" and _lemma(parse, head) in _human()
    if relation == "nsubj":
        return parse.upos[head] == "VERB" and _lemma(parse, head) not in _still()
    if relation == "conj":
        return acts(parse, head) and not parse.children(i, "case")
    if relation in {"obj", "iobj", "obl", "obl:agent"}:
        case = " ".join(parse.words[c].lower() for c in parse.children(i, "case"))
        return (case, _lemma(parse, head)) in _dealt() or case == "by"
    return False


def _lemma(parse: Parse, i: int) -> str:
    return parse.lemmas[i].lower()


@lru_cache
def _still() -> frozenset[str]:
    return frozenset(load_lexicon("mentions")["still"])


@lru_cache
def _dealt() -> frozenset[tuple[str, str]]:
    words = load_lexicon("mentions")["dealt"]
    return frozenset((case, verb) for case, verbs in words.items() for verb in verbs)


@lru_cache
def _human() -> frozenset[str]:
    """Return the verbs whose subject is somebody."""
    return frozenset(load_lexicon("mentions")["human"])
