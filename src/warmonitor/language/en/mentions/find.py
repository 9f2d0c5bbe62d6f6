"""The mentions of a text: each tree's words judged by the tagger, names by all their occurrences together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.language.en.mentions.features import Floats
from warmonitor.language.en.mentions.kinds import are_initials, is_people, of_name, of_noun, of_pronoun
from warmonitor.language.en.mentions.names import joint, name_key
from warmonitor.language.en.mentions.phrase import of_phrase, phrase, span_of
from warmonitor.language.en.mentions.records import Form, Kind, Mention
from warmonitor.language.en.mentions.states import acts
from warmonitor.language.en.mentions.tagger import CLASSES, Tagger
from warmonitor.language.en.names import as_told, is_capital
from warmonitor.language.en.parser.records import Parse
from warmonitor.language.en.tokens import Token

Known = Callable[[str], Kind | None]
_KNOWN = 0.6  # what is known of a name, beside the mean chance of its occurrences
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class _Scored:
    words: Sequence[Token]
    parse: Parse
    chances: Mapping[int, Floats]
    tagger: Tagger
    mixed: bool


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
    return _Scored(words, parse, tagger.scores(told, parse), tagger, any(w.text.islower() for w in words))


def _informed(name: str, chances: Floats, known: Known | None) -> Floats:
    kind = known(name) if known else None
    if kind not in CLASSES or kind is None:
        return chances
    told = chances.copy()
    told[CLASSES.index(kind)] += _KNOWN
    return told


def _mentions(one: _Scored, names: Mapping[str, Floats]) -> Iterator[Mention]:
    for i, own in one.chances.items():
        form = _form(one, i)
        chances = names[name_key(one.words[i].text)] if form is Form.NAME else own
        kind = _kind(one, i, form, CLASSES[int(chances.argmax())])
        if kind is not None:
            yield _mention(one, i, kind, form)
    yield from _peoples(one)


def _kind(one: _Scored, i: int, form: Form, guess: Kind | None) -> Kind | None:
    if form is Form.PRONOUN:
        return of_pronoun(one.parse, i, guess)
    word = one.words[i].text
    if form is Form.NOUN:
        return of_noun(word, one.parse.lemmas[i]) or guess
    before = one.words[i - 1].text if i else ""
    kind = of_name(word.split(" "), before, lambda people: one.tagger.shares(people)[0] > _MOSTLY) or guess
    if kind is None and are_initials(word, one.parse, i):
        return Kind.ORGANISATION
    if kind is Kind.PLACE and acts(one.parse, i):
        return Kind.ORGANISATION
    return Kind.NATIONALITY if kind is Kind.PERSON and _marks_people(one, i) else kind


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


def _marks_people(one: _Scored, i: int) -> bool:
    """Say whether a name before a noun is that of a people, as nouns go: "Somali troops"."""
    people = one.tagger.shares(one.words[i].text.lower())[0] > _MOSTLY
    return people and one.parse.deprels[i] in {"amod", "compound"}


def _peoples(one: _Scored) -> Iterator[Mention]:
    """Yield adjectives that tell a people, a faith or a country ("Kenyan troops"), and initials."""
    for i, word in enumerate(one.words):
        if i == 0 or i in one.chances:
            continue
        if one.parse.upos[i] == "ADJ" and is_people(word.text):
            yield Mention(span_of(one.words, i, i), Kind.NATIONALITY, Form.NAME, i)
        elif one.mixed and are_initials(word.text, one.parse, i):
            yield Mention(span_of(one.words, i, i), Kind.ORGANISATION, Form.NAME, i)


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
