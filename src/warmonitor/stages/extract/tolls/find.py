"""The tolls of a sentence, with their people, parts and places."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Scope, Toll
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import Said
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.drafting import counted_draft, persons_draft
from warmonitor.stages.extract.tolls.found import Found
from warmonitor.stages.extract.tolls.gather import Gathered
from warmonitor.stages.extract.tolls.parts import led_in
from warmonitor.stages.extract.tolls.persons import Listed, named_of
from warmonitor.stages.extract.tolls.shares import Share, find_shares


def find_tolls(sentence: Sentence, said: Sequence[Said], before: Sequence[Draft]) -> list[Draft]:
    """Return the tolls of a sentence; a part names the total that it belongs to.

    People who speak are not counted; `before` are the tolls of the sentence before, for "among them".
    """
    speakers = [a.speaker.span for s in said for a in s.attributions]
    gathered = Gathered(sentence, speakers)
    gathered.relate(before)
    kept = [
        k for k, hit in enumerate(gathered.found) if hit and _happened(sentence, gathered.counted[k], hit)
    ]
    drafts = [_counted(gathered, k, hit, kept) for k in kept if (hit := gathered.found[k])]
    told = [one for one in gathered.listed if gathered.tells(one) and not _negated(sentence, one)]
    counted = [gathered.counted[k] for k in kept]
    persons = [persons_draft(sentence, one, _total_before(sentence, one, counted, drafts)) for one in told]
    shares = find_shares(sentence, gathered.counted, before)
    return [*drafts, *persons, *(d for one in shares if (d := _share(gathered, one, kept, drafts)))]


def _share(gathered: Gathered, share: Share, kept: list[int], drafts: list[Draft]) -> Draft | None:
    """Return the toll of a share: it counts for what its whole counts for."""
    base = kept.index(share.base) if share.base in kept else None
    whole = drafts[base] if base is not None else share.whole
    if whole is None or not isinstance(whole.detail, Toll):
        return None
    hit = Found(whole.detail.measure, share.one.last)
    draft = counted_draft(gathered.sentence, share.one, hit, base, (), Scope.SOME)
    return draft if base is not None else replace(draft, whole=(whole.sentence.index, whole.quote))


def _counted(gathered: Gathered, k: int, hit: Found, kept: list[int]) -> Draft:
    sentence, total = gathered.sentence, gathered.parts.get(k)
    one = gathered.people(k)
    part = kept.index(total) if total in kept else None
    names = named_of(sentence, gathered.names.get(k, ()))
    draft = counted_draft(sentence, one, hit, part, names, gathered.scope(k))
    if (like := gathered.likes.get(k)) and isinstance(like.detail, Toll) and isinstance(draft.detail, Toll):
        detail = replace(draft.detail, of=like.detail.of)
        return replace(draft, detail=detail, like=(like.sentence.index, like.quote))
    whole = gathered.wholes.get(k)
    return draft if whole is None else replace(draft, whole=(whole.sentence.index, whole.quote))


def _happened(sentence: Sentence, one: Counted, hit: Found) -> bool:
    """Say whether a count stands: what is negated does not, unless it is told that there were none."""
    return one.quantity.high == 0 or not is_negated(sentence, hit.trigger)


def _negated(sentence: Sentence, listed: Listed) -> bool:
    return is_negated(sentence, listed.zone.trigger)


def _total_before(
    sentence: Sentence, listed: Listed, counted: list[Counted], drafts: list[Draft]
) -> int | None:
    """Return the toll that persons are led in as a part of: "six people, including X"."""
    first = listed.ends()[0]
    if not led_in(sentence, listed.zone.first, first):
        return None
    fits = (
        k
        for k, (one, draft) in enumerate(zip(counted, drafts, strict=True))
        if one.last < first and draft.part is None and isinstance(draft.detail, Toll)
        and draft.detail.measure is listed.zone.measure
    )  # fmt: skip
    return max(fits, default=None)
