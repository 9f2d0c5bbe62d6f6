"""What pronouns and descriptions refer to inside one report: by recency, who spoke last, kind and number."""

from collections.abc import Iterable

from warmonitor.model import ActorKind
from warmonitor.reference.actors import fold_name
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import ARMED, Asked, Mention, Stand, look_up

_REACH = 4
_AHEAD = 12
_BESIDE = 4
_TELLING = frozenset("coalition alliance network party council union command federation".split())
_IRREGULARS = frozenset({"fighters", "militants", "gunmen", "militiamen", "rebels", "men"})
_AGAINST_DISTANCE = 1.5
_FOR_SPEAKING = 2.5
_FOR_SUBJECT = 1.0
_FOR_SEVERAL = 1.2
_RELATIVE = frozenset({"that", "which", "where"})
_HAVERS = frozenset({"they", "it", "he", "she"})
_OBJECTS = frozenset({"them", "him"})
_FOR_OTHERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "delegate"})
_LEAST_FOR_CATAPHORA = frozenset(
    {"a", "an", "main", "largest", "biggest", "dominant", "strongest", "leading", "powerful"}
)


def refer_pronoun(reading: Reading, asked: Asked, pronoun: str, forces: str = "") -> Stand | None:
    """Return what a pronoun at a word refers to; "we" is the speaker of the quotation.

    With the word for its `forces` only what can have them: "its troops" are no monitor's, and
    "its fighters" rather a group's than a state's.
    """
    index, speaker = asked.first, asked.speaker
    said = reading.words[index].text
    if pronoun == "we":
        return speaker.why(f"“{said}” is said by {speaker.name}") if speaker is not None else None
    fits = [m for m in reading.mentions if m.last < index and _agrees(m, pronoun)]
    if forces:
        fits = [m for m in fits if m.stand.forceful]
    if forces in _IRREGULARS:
        fits = [m for m in fits if m.stand.kind in ARMED or m.person] or fits
    if forces and (own := _of_speaker(reading, asked, fits)) is not None:
        return own.why(f"“{said}” is said for {own.name}")
    near = [m for m in fits if reading.sentence[index] - reading.sentence[m.first] <= _REACH]
    if not near:
        return None
    if said.lower() in _OBJECTS:
        near = [m for m in near if not _acts_on(reading, m, index)] or near
    best = _had_it(reading, index, near) or max(
        near, key=lambda m: (_weight(reading, m, index, asked.speaking, pronoun), m.first)
    )
    if _only_a_title(reading, best.stand):
        return None
    return best.stand.why(f"“{said}” refers to “{reading.said(best.first, best.last)}” before it")


def _had_it(reading: Reading, index: int, near: Iterable[Mention]) -> Mention | None:
    """Return who does something to what the pronoun had: "X won, after Y gave up the town that they held"."""
    words = [word.folded for word in reading.words[max(0, index - 3) : index + 1]]
    relative = len(words) == 4 and words[0] == "the" and words[2] in _RELATIVE and words[3] in _HAVERS
    if not relative or words[1] in reading.lexicon.papers:
        return None  # "a report that its troops had left" is no relative clause
    here = [m for m in near if reading.sentence[m.first] == reading.sentence[index] and m.last < index - 2]
    return max(here, key=lambda m: m.last, default=None)


def refer_spokesman(reading: Reading, spokesman: Stand, index: int) -> Stand | None:
    """Return the body whose "our" a spokesman without a name says: his own, else the subject just before."""
    if spokesman.parent is not None:
        known = [m.stand for m in reading.mentions if m.stand.key == spokesman.parent]
        body = known[-1] if known else look_up(reading.register, spokesman.parent, "")
    else:
        fits = [m for m in reading.mentions if m.last < index and m.subject and m.stand.organisation]
        near = [m for m in fits if reading.sentence[index] - reading.sentence[m.first] <= 1]
        body = near[-1].stand if near and _only_a_title(reading, spokesman) else None
    if body is None or not body.forceful:
        return None
    return body.why(f"{spokesman.name} speaks for {body.name}")


def _of_speaker(reading: Reading, asked: Asked, fits: Iterable[Mention]) -> Stand | None:
    """Return the speaker's body, whose forces "its forces" are where no other body comes in between."""
    speaker, index = asked.speaker, asked.first
    if speaker is None:
        return None
    said = [m for m in reading.mentions if m.last < index and m.stand.key == speaker.key]
    if not said or reading.sentence[said[-1].first] != reading.sentence[index]:
        return None
    if any(m.first > said[-1].last for m in fits):
        return None
    body = speaker
    if speaker.kind in {ActorKind.PERSON, ActorKind.UNNAMED} and speaker.parent is not None:
        known = [m.stand for m in reading.mentions if m.stand.key == speaker.parent]
        body = known[-1] if known else look_up(reading.register, speaker.parent, "") or speaker
    group = body.organisation and body.forceful and "/" not in body.key
    return body if group else None


def _only_a_title(reading: Reading, stand: Stand) -> bool:
    """Say whether nothing is known of a source but a word such as "spokesman" or "commanders"."""
    word = stand.name.lower()
    unknown = stand.key.startswith("unnamed:") and stand.parent is None
    for_others = word.endswith("s") or word in _FOR_OTHERS or word in reading.lexicon.papers
    return unknown and for_others and word in reading.lexicon.speakers


def _agrees(mention: Mention, pronoun: str) -> bool:
    if mention.modifier:
        return False
    if pronoun in {"he", "she"}:
        return (mention.person or mention.human) and mention.gender in {"", pronoun}
    if pronoun == "it":
        described = mention.stand.key.startswith(("generic:", "unnamed:"))
        body = not described or mention.stand.key == "generic::government"
        return not mention.person and not mention.plural and body
    return not mention.person


def _acts_on(reading: Reading, mention: Mention, index: int) -> bool:
    """Say whether a mention is the subject of the word's sentence: not "them" of "drove them out"."""
    return mention.subject and reading.sentence[mention.first] == reading.sentence[index]


def _weight(reading: Reading, mention: Mention, index: int, speaking: bool, pronoun: str = "") -> float:
    """Return how well a mention fits: nearer, a subject, for a speaker one that spoke, for "they" several."""
    sentences = reading.sentence[index] - reading.sentence[mention.first]
    weight = -_AGAINST_DISTANCE * sentences - 0.01 * (index - mention.last)
    weight += _FOR_SUBJECT * mention.subject
    weight += _FOR_SPEAKING * (speaking and mention.speaks)
    weight += _FOR_SEVERAL * (pronoun == "they" and mention.plural)
    return weight


def refer_description(reading: Reading, index: int, phrase: str, speaking: bool) -> Stand | None:
    """Return what "the group" or "a war monitor" refers to: the last that fits, else the only one to come."""
    kinds = reading.lexicon.groups.get(phrase, ())
    said = phrase
    lead = {w.folded for w in reading.words[max(0, index - 1) : index + 2]}
    indefinite = bool(lead & {"a", "an"})
    fits = [m for m in reading.mentions if _is_kind(m, kinds)]
    if phrase in _TELLING:
        fits = [m for m in fits if _is_called(reading, m, phrase)]
        kinds = kinds or (ActorKind.UNKNOWN,)
    before = [
        m
        for m in fits
        if m.last < index and reading.sentence[index] - reading.sentence[m.first] <= 2 * _REACH
    ]
    if before and not indefinite:
        closest = _closest(before, kinds, phrase)
        best = max(closest, key=lambda m: (_weight(reading, m, index, speaking), m.first))
        if any(_rivals(reading, best, m) for m in closest):
            return None
        return best.stand.why(f"“{said}” refers to “{reading.said(best.first, best.last)}” before it")
    if not kinds or (indefinite and not speaking) or not lead & (_LEAST_FOR_CATAPHORA | {"the"}):
        return None
    if indefinite:
        fits = [m for m in fits if 0 <= reading.sentence[m.first] - reading.sentence[index] <= _AHEAD]
    speaking_ones = [m for m in fits if m.speaks] if indefinite else []
    registered = [m for m in speaking_ones if m.stand.key.startswith("reg:")]
    tried = (_only(ms, f"“{said}”") for ms in (fits, speaking_ones, registered))
    return next((one for one in tried if one is not None), None)


def _rivals(reading: Reading, best: Mention, other: Mention) -> bool:
    """Say whether another armed group is told of beside the best, as whom it fought: either may be meant."""
    groups = best.stand.named_group and other.stand.named_group and best.stand.key != other.stand.key
    together = reading.sentence[best.first] == reading.sentence[other.first]
    told_once = sum(m.stand.key == best.stand.key for m in reading.mentions) == 1
    return groups and together and told_once and not best.speaks


def _is_called(reading: Reading, mention: Mention, word: str) -> bool:
    """Say whether the word stands in the name, in the words of the mention or close after it."""
    end = min(len(reading.words), mention.last + 1 + _BESIDE)
    said = {w.folded for w in reading.words[mention.first : end]}
    return word in said or word in fold_name(mention.stand.name)


def refer_called(reading: Reading, index: int) -> Stand | None:
    """Return the last organisation before a word that was named with it ("the UN rights office")."""
    word = reading.words[index].folded
    for mention in reversed(reading.mentions):
        if mention.last >= index or not mention.stand.organisation or mention.stand.state:
            continue
        if any(w.folded == word for w in reading.words[mention.first : mention.last + 1]):
            return mention.stand.why(
                f"“the {word}” is “{reading.said(mention.first, mention.last)}” before it"
            )
    return None


def _closest(fits: list[Mention], kinds: tuple[ActorKind, ...], phrase: str) -> list[Mention]:
    """Keep those of the likeliest kind, and those in whose name the describing word stands."""
    first = [m for m in fits if kinds and m.stand.kind is kinds[0]] or fits
    word = phrase.rpartition(" ")[2]
    return [m for m in first if word in fold_name(m.stand.name)] or first


def _is_kind(mention: Mention, kinds: Iterable[ActorKind]) -> bool:
    wanted = tuple(kinds)
    part = mention.stand.key.endswith("-ministry") and ActorKind.GOVERNMENT in wanted
    if mention.modifier or not (part or mention.stand.key.startswith(("reg:", "name:"))):
        return False
    media = mention.stand.kind in {ActorKind.AGENCY, ActorKind.OUTLET}
    return mention.stand.kind in wanted if wanted else not media and not mention.stand.state


def _only(mentions: Iterable[Mention], said: str) -> Stand | None:
    """Return the one actor among the mentions, None where there are several."""
    stands = {m.stand.key: m.stand for m in mentions}
    if len(stands) != 1:
        return None
    stand = next(iter(stands.values()))
    return stand.why(f"{said} can only be {stand.name} in this report")


def refer_group(reading: Reading, index: int, phrase: str | None = None) -> Stand | None:
    """Return the one armed group that "the rebels" or "the insurgents' statement" can mean.

    With a phrase, only a group that the report itself calls by that word; without, one that speaks.
    """
    groups = [m for m in reading.mentions if m.stand.named_group and not m.modifier]
    if phrase is None:
        return _only([m for m in groups if m.speaks] or groups, "the statement")
    if len({m.stand.key for m in groups}) == 1 and not _speaks_of_sides(reading):
        return _only([m for m in groups if m.last < index], f"“the {phrase}”")
    family = reading.lexicon.generics.get(phrase)
    called = [
        m for m in groups if m.last < index and family and family.name in reading.called.get(m.stand.key, ())
    ]
    return _only(called, f"“the {phrase}”")


def _speaks_of_sides(reading: Reading) -> bool:
    """Say whether the report speaks of rebels or the like at large: not as "the rebels", not after a name."""
    for index, word in enumerate(reading.words):
        family = reading.lexicon.generics.get(word.folded)
        if family is None or family.kind is not ActorKind.REBEL_GROUP or index in reading.by_word:
            continue
        if index and reading.words[index - 1].folded != "the" and index - 1 not in reading.by_word:
            return True
    return False
