"""Alliances beside all other claims: their sentences are read for them alone, and change no other claim."""

from dataclasses import replace

from warmonitor.language.en.names import as_seen, join_names
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.tokens import tokens
from warmonitor.model import Alignment, Attribution, Claim, Stance
from warmonitor.stages.extract.alliances.find import find_alliances, may_tell
from warmonitor.stages.extract.reading import Reading, with_words
from warmonitor.stages.extract.settle import settle_alone
from warmonitor.stages.extract.speech.learned import read_attributions, with_learned
from warmonitor.stages.extract.speech.speakers import find_said


def with_alliances(reading: Reading, parser: Parser, claims: list[Claim]) -> list[Claim]:
    """Return the claims with those of alliance, in the order of the text."""
    seen = [i for i, one in enumerate(reading.sentences) if may_tell(one.span.of(reading.report.text))]
    whole = _read_further(reading, parser, [i for i in seen if not reading.sentences[i].tokens])
    drafts = [draft for i in seen for draft in find_alliances(whole.sentences[i])]
    found = [_spoken(claim) for claim in settle_alone(whole, drafts)]
    return sorted([*claims, *found], key=lambda c: (c.quote, c.kind, c.id)) if found else claims


def _spoken(claim: Claim) -> Claim:
    """Give a denial without a speaker to the backer named before it: "X denies backing Y" is X's own."""
    detail = claim.detail
    if claim.stance is not Stance.DENIED or claim.attribution or not isinstance(detail, Alignment):
        return claim
    named = min((detail.party, detail.counterparty), key=lambda one: one.span.start)
    return replace(claim, attribution=(Attribution(named),))


def _read_further(reading: Reading, parser: Parser, wanted: list[int]) -> Reading:
    """Return the reading with further sentences parsed, and who says what in them."""
    if not wanted:
        return reading
    text = reading.report.text
    words = [
        join_names(tokens(reading.sentences[i].span.of(text), reading.sentences[i].span.start))
        for i in wanted
    ]
    trees = parser.parse_words([as_seen(one) for one in words])
    read = [
        with_words(reading.sentences[i], one, tree) for i, one, tree in zip(wanted, words, trees, strict=True)
    ]
    learned = read_attributions(read, [True] * len(read))
    sentences, said = list(reading.sentences), list(reading.said)
    for i, one, own in zip(wanted, read, learned, strict=True):
        sentences[i], said[i] = one, tuple(with_learned(one, find_said(one), own))
    return replace(reading, sentences=tuple(sentences), said=tuple(said))
