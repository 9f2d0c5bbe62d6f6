"""Finds what is described without a name (rebels, residents, a convoy) and marks who speaks and acts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from warmonitor.stages.ground.actors.newnames import describes
from warmonitor.stages.ground.actors.phrase import resolve
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.sources import is_bare, refer_source
from warmonitor.stages.ground.actors.stand import Asked, Mention, Stand

_LEFT = 5
_APPOSITION = 14
_SPEECH_REACH = 3
_ONE_OF = 4
_OWNING = frozenset({"its", "their"})
_PLURALS = frozenset({"media", "police", "opposition"})
_PARTICIPLES = frozenset(
    (
        "armed allied united suspected masked backed led combined unidentified uniformed organised "
        "organized unmanned disputed exiled ousted deposed mixed wounded injured armoured armored "
        "trained linked aligned"
    ).split()
)


def find_descriptions(reading: Reading) -> None:
    """Put unnamed sides, sources and units into the reading, then mark speakers and subjects."""
    _note_callings(reading)
    reading.mentions = [_marked(reading, m) for m in reading.mentions]
    found = (_at(reading, i) for i in range(len(reading.words)) if i not in reading.by_word)
    mentions = [*reading.mentions, *(m for m in found if m is not None)]
    reading.mentions = [_marked(reading, m) for m in sorted(mentions, key=lambda m: m.first)]
    for place, mention in enumerate(reading.mentions):
        reading.mentions[place] = _known_source(reading, mention)


def _known_source(reading: Reading, mention: Mention) -> Mention:
    """Return "the source" as the one told of before, where that has a body."""
    before = reading.words[mention.first - 1].folded if mention.first else ""
    if not is_bare(mention.stand) or before != "the" or mention.first != mention.last or not mention.human:
        return mention
    known = refer_source(reading, mention.first)
    return mention if known is None else replace(mention, stand=known)


def _note_callings(reading: Reading) -> None:
    """Keep by which words ("M23 rebels", "rebel group X") the report itself calls each group."""
    for mention in reading.mentions:
        if not mention.stand.named_group:
            continue
        for start, end in _beside(reading, mention):
            if describes(reading, start, end) is None:
                continue
            words = {w.folded for w in reading.words[start:end]}
            families = {g.name for w in words if (g := reading.lexicon.generics.get(w)) is not None}
            reading.called.setdefault(mention.stand.key, set()).update(families)


def _beside(reading: Reading, mention: Mention) -> Iterator[tuple[int, int]]:
    stops = reading.lexicon.stops
    end = mention.last + 1
    while end < min(len(reading.words), mention.last + 3) and not reading.words[end].broken:
        if reading.words[end].folded in stops:
            break
        end += 1
    yield mention.last + 1, end
    start = mention.first
    while start > max(0, mention.first - 3) and not reading.words[start].broken:
        if reading.words[start - 1].folded in stops:
            break
        start -= 1
    yield start, mention.first


def _at(reading: Reading, index: int) -> Mention | None:
    """Return the described actor whose head word ends at the word."""
    lexicon = reading.lexicon
    word = reading.words[index].folded
    if word in lexicon.stops or not (
        word in lexicon.units
        or word in lexicon.generics
        or word in lexicon.unnamed
        or word in lexicon.forces
        or word in lexicon.groups
        or word in reading.register.institution_words
        or _is_human(reading, index)
        or word.endswith(("ministry", "media"))
    ):
        return None
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if after is not None and not after.broken and _is_head(reading, after.folded):
        return None
    first = _left(reading, index)
    if (
        word in lexicon.groups
        and word != "ministry"
        and (first == 0 or reading.words[first - 1].folded != "the")
    ):
        return None
    human = _is_human(reading, index)
    if human and first and reading.words[first - 1].folded in _OWNING:
        first -= 1
    stand = resolve(reading, Asked(first, index, speaking=human))
    if stand is None:
        return None
    if human and is_bare(stand):
        stand = _placed(reading, first, index, stand)
    own = next(
        i for i in range(first, index + 1) if all(j not in reading.by_word for j in range(i, index + 1))
    )
    plural = not human and (word.endswith("s") or word in _PLURALS)
    return Mention(own, index, stand, own, plural=plural, human=human)


def _placed(reading: Reading, first: int, index: int, stand: Stand) -> Stand:
    """Return a source with the body that the words behind it place it at."""
    end = index
    while end + 1 < len(reading.words) and end - index < _APPOSITION and not reading.words[end + 1].broken:
        end += 1
    return resolve(reading, Asked(first, end, speaking=True)) or stand


def _is_human(reading: Reading, index: int) -> bool:
    """Say whether the word stands for one person: "a priest", "one of its commanders"."""
    word = reading.words[index].folded
    if word in reading.lexicon.humans:
        return True
    before = [w.folded for w in reading.words[max(0, index - _ONE_OF) : index]]
    one_of = ("one", "of") in pairwise(before)
    return one_of and word.removesuffix("s") in reading.lexicon.humans


def _is_head(reading: Reading, word: str) -> bool:
    lexicon = reading.lexicon
    return (
        word in lexicon.units or word in lexicon.generics or word in lexicon.unnamed or word in lexicon.forces
    )


def _left(reading: Reading, index: int) -> int:
    first = index
    while first > 0 and index - first < _LEFT and not reading.words[first].broken:
        before = reading.words[first - 1].folded
        named = reading.by_word.get(first - 1)
        if named is None and _is_verb(before):
            break
        if named is None and (before in reading.lexicon.stops or before in reading.lexicon.determiners):
            break
        first = named.first if named is not None else first - 1
    return first


def _is_verb(word: str) -> bool:
    """Say whether a lower-case word before a head is rather a past tense than a part of the phrase."""
    return word.endswith("ed") and word not in _PARTICIPLES


def _marked(reading: Reading, mention: Mention) -> Mention:
    speaks = _speaks_after(reading, mention) or _speaks_before(reading, mention)
    subject = reading.starts_sentence(mention.first) or (
        mention.first > 0 and reading.starts_sentence(mention.first - 1)
    )
    return replace(mention, speaks=speaks, subject=subject or speaks)


def _speaks_after(reading: Reading, mention: Mention) -> bool:
    """Say whether a word of speech follows, at once or after an apposition between commas."""
    start = mention.last + 1
    if start >= len(reading.words):
        return False
    if "," in reading.gaps[start]:
        closing = next(
            (
                i
                for i in range(start + 1, min(len(reading.words), start + _APPOSITION))
                if "," in reading.gaps[i]
            ),
            None,
        )
        start = closing if closing is not None else len(reading.words)
    for at in range(start, min(len(reading.words), start + _SPEECH_REACH)):
        if at > start and reading.words[at].broken:
            return False
        if (
            reading.words[at].folded in reading.lexicon.speech
            and reading.sentence[at] == reading.sentence[mention.last]
        ):
            return True
    return False


def _speaks_before(reading: Reading, mention: Mention) -> bool:
    """Say whether "according to" or a word of speech stands right before."""
    words = [w.folded for w in reading.words[max(0, mention.first - 4) : mention.first]]
    while words and words[-1] in reading.lexicon.determiners:
        words.pop()
    return words[-2:] == ["according", "to"] or (
        bool(words) and words[-1] in {"said", "says", "added", "warned"}
    )
