"""What word lists say of a mention's kind, above what the tagger says: usual nouns, titles, pronouns."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.mentions.records import Kind
from warmonitor.language.en.mentions.states import acts
from warmonitor.language.en.parser.records import Parse

_COUNTED = ("civilians", "children", "women", "men", "soldiers")  # groups of people.yml
_LONGEST_INITIALS = 6
_ARGUMENTS = {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod:poss", "conj"}


def of_noun(word: str, lemma: str) -> Kind | None:
    """Return the kind that a noun has in reports of war, whatever it is elsewhere: "the coalition"."""
    return _nouns("nouns").get(word.lower()) or _nouns("nouns").get(lemma.lower())


def of_name(words: Sequence[str], before: str, peoples: Callable[[str], bool]) -> Kind | None:
    """Return the kind that a name's own words tell, or the word before it: "Mr X", "X Bridge", "Kenyans"."""
    first, last = words[0].lower(), words[-1].lower()
    if _is_title(before) or (len(words) > 1 and _is_title(first)):
        return Kind.PERSON
    if len(words) > 1:
        return _nouns("last").get(last)
    return Kind.PERSON if last.endswith("s") and peoples(last[:-1]) else None


def of_pronoun(parse: Parse, i: int, kind: Kind | None) -> Kind | None:
    """Return the kind of a pronoun that stands for somebody of its own, not an owner's, not anybody's."""
    low = parse.words[i].lower()
    if parse.deprels[i] in {"nmod:poss", "expl"}:
        return None
    if low in _listed("pronouns"):
        return kind
    if low == "it" and acts(parse, i, told=True):
        return Kind.ORGANISATION
    return Kind.PLACE if low in {"here", "there"} else None


def are_initials(word: str, parse: Parse, i: int) -> bool:
    """Say whether a word that no tagger knows stands in capitals where a name stands: "told ABC"."""
    capitals = word.isalpha() and word.isupper() and 1 < len(word) <= _LONGEST_INITIALS
    return capitals and parse.deprels[i] in _ARGUMENTS and parse.upos[i] not in {"PRON", "NUM"}


def is_people(word: str) -> bool:
    """Say whether a capitalised adjective may tell a people, a faith or a country."""
    return word[:1].isupper() and word.lower() not in _listed("plain")


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in _listed("titles")


@lru_cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("mentions")[key])


@lru_cache
def _nouns(part: str) -> dict[str, Kind]:
    known = {noun: Kind(kind) for kind, nouns in load_lexicon("mentions")[part].items() for noun in nouns}
    people = load_lexicon("people")
    kinds = {*people["kinds"].split(), *(noun for group in _COUNTED for noun in people["groups"][group])}
    return {**dict.fromkeys(kinds if part == "nouns" else (), Kind.PERSON), **known}
