"""What the learned reader of attributions adds to the rules: speakers that a tree hides, unlisted cues."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.language.en.attribution import Attributed, load_reader
from warmonitor.language.en.attribution.features import in_quotation
from warmonitor.language.en.attribution.records import CONTENT, CUE, SOURCE
from warmonitor.model import Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.bearers import speakers_of
from warmonitor.stages.extract.speech.rebuttal import is_rebuttal
from warmonitor.stages.extract.speech.said import Said, can_speak, says_nothing
from warmonitor.stages.extract.tree import RELATIVE

_KNOWN = 0.3  # how likely an attribution must be whose cue the lexicon has
_NEW = 0.55  # and one whose cue it has not
_MENDS = 0.5  # and one that takes the place of the speaker that a tree gave
_GAP = 2  # words between words of the content that belong to it too


def read_attributions(sentences: Sequence[Sentence], worth: Sequence[bool]) -> list[list[Attributed]]:
    """Return what the learned reader finds in each sentence that is worth it."""
    own = [s for s, w in zip(sentences, worth, strict=True) if w]
    quoted = [in_quotation(s.tokens, s.span, s.quotations) for s in own]
    found = iter(load_reader().read([s.parse for s in own], quoted))
    return [next(found) if w else [] for w in worth]


def with_learned(sentence: Sentence, said: Sequence[Said], found: Sequence[Attributed]) -> list[Said]:
    """Return what the rules found with speakers mended and attributions added, outermost first."""
    by_carrier = {one.carrier: one for one in found}
    mended = [
        _mended(sentence, one, by_carrier.get(one.verb)) if one.verb is not None else one for one in said
    ]
    known = {one.verb for one in said}
    added = [_added(sentence, one, mended) for one in found if one.carrier not in known]
    return sorted([*mended, *(one for one in added if one)], key=lambda s: (-len(s.content), s.verb or 0))


def _mended(sentence: Sentence, said: Said, one: Attributed | None) -> Said:
    """Give a verb of speech the speaker that the reader sees where the tree's is none of its words."""
    if one is None or one.likelihood < _MENDS or said.subject is None or said.attributions[0].via:
        return said
    source = one.tokens(SOURCE)
    spoken = {i for a in said.attributions for i in sentence.inside(a.speaker.span)}
    speaker = _speaker(sentence, one)
    if not source or source & spoken or speaker is None:
        return said
    cue = said.attributions[0].cue
    speakers = tuple(speakers_of(sentence, speaker, said.attributions[0].via, cue))
    return replace(said, attributions=speakers, subject=speaker)


def _added(sentence: Sentence, one: Attributed, said: Sequence[Said]) -> Said | None:
    """Return an attribution that no rule found, None where it is unsure or brings no words."""
    lemma = sentence.lemma(one.carrier)
    known = lemma in speech().stances or lemma == ":"
    speaker = _speaker(sentence, one)
    content = _filled(one.tokens(CONTENT)) - one.tokens(SOURCE) - one.tokens(CUE)
    least = _KNOWN if known else _NEW
    if one.likelihood < least or speaker is None or not content:
        return None
    brings = _fits_noun(sentence, one.carrier, speaker) if known else _brings_a_clause(sentence, one, content)
    if not brings or not _may_add(sentence, one.carrier, speaker) or _told(sentence, speaker, content, said):
        return None
    stance = speech().stances.get(lemma, Stance.ASSERTED)
    return Said(tuple(speakers_of(sentence, speaker, None, lemma)), content, stance, one.carrier, speaker)


def _may_add(sentence: Sentence, carrier: int, speaker: int) -> bool:
    """Say whether a cue is none of will or silence, no denial of what went before, no heading of a list."""
    lemma = sentence.lemma(carrier)
    if lemma in speech().modalities or lemma in words("speech", "silent"):
        return False
    if is_rebuttal(sentence, carrier) or says_nothing(sentence, carrier):
        return False
    return lemma != ":" or sentence.lemma(speaker) in words("speech", "heading")


def _fits_noun(sentence: Sentence, carrier: int, speaker: int) -> bool:
    """Say of a cue taken for a noun ("…, OCHA estimates.") whether its speaker stands right before it."""
    if sentence.upos(carrier) != "NOUN":
        return True
    ends = carrier + 1 == len(sentence) or sentence.upos(carrier + 1) in {"PUNCT", "ADP"}
    return speaker == carrier - 1 and ends


def _brings_a_clause(sentence: Sentence, one: Attributed, content: frozenset[int]) -> bool:
    """Say whether a verb that no lexicon has brings a clause; "according" always does."""
    if sentence.low(one.carrier) == "according":
        return True
    marks = [sentence.low(i) for i in content if sentence.rel(i) == "mark"]
    opened = not words("speech", "openers").isdisjoint(marks)
    return sentence.is_verb(one.carrier) and (opened or bool(sentence.children(one.carrier, "ccomp")))


def _speaker(sentence: Sentence, one: Attributed) -> int | None:
    """Return the noun that heads a source, or hangs on what heads it; None where none can speak.

    Of several, the one nearest to the cue; after "according" only what follows.
    """
    source = one.tokens(SOURCE)
    source = frozenset(i for i in source if i > one.carrier or sentence.low(one.carrier) != "according")
    heads = sorted((i for i in source if sentence.head(i) not in source), key=lambda i: abs(i - one.carrier))
    own = [c for i in heads for c in sentence.children(i, "compound", "appos") if c in source]
    return next((i for i in (*heads, *own) if _speaks(sentence, i)), None)


def _speaks(sentence: Sentence, i: int) -> bool:
    if sentence.upos(i) not in {"NOUN", "PROPN", "PRON"} or i in sentence.dated_tokens:
        return False
    if sentence.low(i) in RELATIVE or not can_speak(sentence, i):
        return False
    known = sentence.lemma(i) in words("speech", "heading") | words("people", "kinds")
    return known or load_reader().senses.speaks(sentence.lemma(i), sentence.upos(i))


def _filled(content: frozenset[int]) -> frozenset[int]:
    """Return the content with the few words that stand between its words."""
    own = sorted(content)
    return frozenset(i for a, b in pairwise(own) if b - a <= _GAP + 1 for i in range(a, b)) | content


def _told(sentence: Sentence, speaker: int, content: frozenset[int], said: Sequence[Said]) -> bool:
    """Say whether a rule already has the same speaker over the same words."""
    return any(
        speaker in sentence.inside(a.speaker.span) and one.content & content
        for one in said
        for a in one.attributions
    )
