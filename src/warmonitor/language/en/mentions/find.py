"""The mentions of a text: each tree's words judged by the tagger, names by all their occurrences together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.mentions.features import Floats
from warmonitor.language.en.mentions.names import joint, name_key
from warmonitor.language.en.mentions.phrase import of_phrase, phrase, span_of
from warmonitor.language.en.mentions.records import Form, Kind, Mention
from warmonitor.language.en.mentions.states import acts
from warmonitor.language.en.mentions.tagger import CLASSES, Tagger
from warmonitor.language.en.names import as_told, is_capital
from warmonitor.language.en.parser.records import Parse
from warmonitor.language.en.tokens import Token

_COUNTED = ("civilians", "children", "women", "men", "soldiers")  # groups of people.yml
Known = Callable[[str], Kind | None]


@dataclass(frozen=True, slots=True)
class _Scored:
    words: Sequence[Token]
    parse: Parse
    chances: Mapping[int, Floats]
    people: frozenset[int]


def find_mentions(
    sentences: Sequence[tuple[Sequence[Token], Parse]], tagger: Tagger, known: Known | None = None
) -> list[tuple[Mention, ...]]:
    """Return the mentions of each sentence of one text, in order of their head words.

    Names of one text are judged together, so that all its sentences should be given at once. `known` may
    say what a name is known for; it weighs as much as all its occurrences.
    """
    scored = [_scored(words, parse, tagger) for words, parse in sentences]
    names = joint(
        (one.words[i].text, chances)
        for one in scored
        for i, chances in one.chances.items()
        if _form(one, i) is Form.NAME
    )
    names = {key: _informed(key, chances, known) for key, chances in names.items()}
    return [tuple(_marked(sorted(_mentions(one, names), key=lambda m: m.head))) for one in scored]


def _scored(words: Sequence[Token], parse: Parse, tagger: Tagger) -> _Scored:
    told = [as_told(word, seen) for word, seen in zip(words, parse.words, strict=True)]
    people = frozenset(i for i, word in enumerate(told) if tagger.shares(word.lower())[0] > 1 / 2)
    return _Scored(words, parse, tagger.scores(told, parse), people)


def _informed(name: str, chances: Floats, known: Known | None) -> Floats:
    kind = known(name) if known else None
    if kind not in CLASSES or kind is None:
        return chances
    told = chances.copy()
    told[CLASSES.index(kind)] += 1
    return told


def _mentions(one: _Scored, names: Mapping[str, Floats]) -> Iterator[Mention]:
    for i, own in one.chances.items():
        form = _form(one, i)
        chances = names[name_key(one.words[i].text)] if form is Form.NAME else own
        kind = CLASSES[int(chances.argmax())]
        if form is not Form.PRONOUN:
            kind = _usual(one, i, form) or kind
        if form is Form.PRONOUN:
            kind = _stands(one, i, kind)
        if kind is None:
            continue
        if form is Form.NAME and kind is Kind.PLACE and acts(one.parse, i):
            kind = Kind.ORGANISATION
        if kind is Kind.PERSON and form is Form.NAME and _marks_people(one, i):
            kind = Kind.NATIONALITY
        yield _mention(one, i, kind, form)
    yield from _peoples(one)


def _mention(one: _Scored, i: int, kind: Kind, form: Form) -> Mention:
    first, last = phrase(one.words, one.parse, i)
    named = of_phrase(one.parse, i) if kind is Kind.PLACE and form is Form.NOUN else None
    if named is not None and one.parse.upos[named] == "PROPN":
        last = max(last, phrase(one.words, one.parse, named)[1])
    return Mention(span_of(one.words, first, last), kind, form, i)


def _form(one: _Scored, i: int) -> Form:
    if one.parse.upos[i] == "PRON":
        return Form.PRONOUN
    capital = is_capital(one.words[i].text) and (i > 0 or one.parse.upos[i] == "PROPN")
    return Form.NAME if capital else Form.NOUN


def _usual(one: _Scored, i: int, form: Form) -> Kind | None:
    """Return the kind that a noun has in reports of war, whatever it is elsewhere: "the coalition"; that of
    the last word of a name: "Nyabarongo Bridge"."""
    low = one.words[i].text.lower()
    if form is Form.NAME:
        return _by_parts(low.split(" "))
    table = _nouns("nouns")
    return table.get(low) or table.get(one.parse.lemmas[i].lower())


def _by_parts(words: Sequence[str]) -> Kind | None:
    if len(words) == 1:
        return None
    return Kind.PERSON if words[0].rstrip(".") in _titles() else _nouns("last").get(words[-1])


def _stands(one: _Scored, i: int, kind: Kind | None) -> Kind | None:
    """Return the kind of a pronoun that stands for somebody of its own, not an owner's, not anybody's."""
    low = one.words[i].text.lower()
    if one.parse.deprels[i] in {"nmod:poss", "expl"}:
        return None
    if low in _pronouns():
        return kind
    if low == "it" and acts(one.parse, i, told=True):
        return Kind.ORGANISATION
    return Kind.PLACE if low in {"here", "there"} else None


def _marks_people(one: _Scored, i: int) -> bool:
    """Say whether a name before a noun is that of a people, as nouns go: "Somali troops"."""
    return one.parse.deprels[i] in {"amod", "compound"} and i in one.people


def _peoples(one: _Scored) -> Iterator[Mention]:
    """Yield capitalised adjectives, which tell a people, a faith or a country: "Kenyan troops"."""
    for i, word in enumerate(one.words):
        adjective = one.parse.upos[i] == "ADJ" and i not in one.chances
        if adjective and word.text[:1].isupper() and word.text.lower() not in _plain() and i > 0:
            yield Mention(span_of(one.words, i, i), Kind.NATIONALITY, Form.NAME, i)


def _marked(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mark each mention that stands inside another one."""
    for one in mentions:
        size = one.span.end - one.span.start
        inside = any(
            other.span.start <= one.span.start
            and one.span.end <= other.span.end
            and size < other.span.end - other.span.start
            for other in mentions
        )
        yield replace(one, inside=True) if inside else one


@lru_cache
def _pronouns() -> frozenset[str]:
    return frozenset(load_lexicon("mentions")["pronouns"])


@lru_cache
def _titles() -> frozenset[str]:
    return frozenset(load_lexicon("mentions")["titles"])


@lru_cache
def _plain() -> frozenset[str]:
    return frozenset(load_lexicon("mentions")["plain"])


@lru_cache
def _nouns(part: str) -> dict[str, Kind]:
    known = {noun: Kind(kind) for kind, nouns in load_lexicon("mentions")[part].items() for noun in nouns}
    people = load_lexicon("people")
    kinds = {*people["kinds"].split(), *(noun for group in _COUNTED for noun in people["groups"][group])}
    return {**dict.fromkeys(kinds if part == "nouns" else (), Kind.PERSON), **known}
