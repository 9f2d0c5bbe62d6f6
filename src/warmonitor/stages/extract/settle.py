"""From drafts to claims: speaker, stance, modality, time and place of each, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.language.en.quotations import Quotation
from warmonitor.model import (
    Agreed,
    Alignment,
    Attack,
    Attribution,
    Change,
    Claim,
    ClaimKind,
    Control,
    Measure,
    Named,
    Report,
    Span,
    Stance,
    Toll,
    When,
    make_id,
)
from warmonitor.stages.extract.answers import answered
from warmonitor.stages.extract.attacks.sureness import how_sure
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.denials import rebutted
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import clause_places, sentence_places
from warmonitor.stages.extract.reading import Reading
from warmonitor.stages.extract.reference.places import LENDING, lent_places, struck_place, with_sites
from warmonitor.stages.extract.reference.sections import find_frames, find_sections, place_over
from warmonitor.stages.extract.reference.sides import sure, with_sides
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import modality_of, stance_of
from warmonitor.stages.extract.speech.said import Said, chain, goes_on, shifted
from warmonitor.stages.extract.speech.statements import speaker_of
from warmonitor.stages.extract.timing import Campaign, campaigns, dates_of, is_open_past, news, now

_NEAR_SENTENCES = 2
Detail = Toll | Control | Attack | Agreed | Alignment | None


class Settler:
    """What the sentences of one report lend to each other: campaigns, the last day and place told of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.report = reading.report
        self.sentences = reading.sentences
        self.campaigns = campaigns(list(reading.sentences), reading.report.dated)
        self.sections = find_sections(reading.report.text, reading.sentences)
        self.frames = find_frames(reading.sentences)
        self._places: dict[int, tuple[Named, ...]] = {}
        self.quoted = {q.outer: speaker_of(q, reading.sentences, reading.said) for q in reading.quotations}

    def attribution(self, draft: Draft) -> tuple[Attribution, ...]:
        """Return who says it, nearest speaker first; who records it comes before who tells of that."""
        told = self._told_by(draft)
        if draft.speaker is None or any(a.speaker.span.meets(draft.speaker.span) for a in told):
            return told
        return (Attribution(draft.speaker, None, draft.sentence.lemma(draft.token)), *told)

    def _told_by(self, draft: Draft) -> tuple[Attribution, ...]:
        said: Sequence[Said] = self.reading.said[draft.sentence.index]
        quotation = self._around(draft)
        own = [] if quotation is None else list(self.quoted[quotation.outer])
        taken = {a.speaker.span for a in own}
        rest = [a for a in chain(list(said), draft.token) if a.speaker.span not in taken]
        inner = [a for a in rest if quotation is not None and quotation.outer.covers(a.speaker.span)]
        outer = [a for a in rest if a not in inner]
        if quotation is None and not outer:
            return self._going_on(draft)
        return (*inner, *(own or outer)) if quotation is not None else tuple(outer)

    def _going_on(self, draft: Draft) -> tuple[Attribution, ...]:
        """Take the speaker of the sentence before where reported speech goes on: "It had also said …"."""
        sentence = draft.sentence
        if sentence.index == 0 or not goes_on(sentence, draft.token):
            return ()
        before = self.sentences[sentence.index - 1]
        if before.paragraph != sentence.paragraph or not before.tokens:
            return ()
        return tuple(
            shifted(a, "the words of the speaker before go on")
            for one in self.reading.said[before.index][:1]
            for a in one.attributions
        )

    def _around(self, draft: Draft) -> Quotation | None:
        at = draft.sentence.tokens[draft.token]
        span = Span(at.start, at.end)
        return next(
            (q for q in draft.sentence.quotations if q.outer.covers(span) and q.is_speech(self.report.text)),
            None,
        )

    def when(self, draft: Draft) -> When:
        """Return when it happened: its own words, else those of the campaign or of the sentence before."""
        dated = self.report.dated
        own = dates_of(draft.sentence, draft.token, dated)
        if own is not None:
            return own
        if draft.when is not None:
            return draft.when
        if is_open_past(draft.sentence, draft.token):
            return When(None, dated.latest)
        if campaign := self._campaign(draft):
            return campaign.when
        if draft.standing:
            return now(dated)
        return self._carried(draft) or news(dated)

    def as_before(self, draft: Draft, claim: Claim, before: Claim) -> Claim:
        """Give a figure that counts another's people anew its time and place, unless it has its own."""
        own = dates_of(draft.sentence, draft.token, self.report.dated)
        when = before.when if own is None else claim.when
        return replace(claim, when=when, where=draft.where or before.where)

    def _campaign(self, draft: Draft) -> Campaign | None:
        """Return the campaign whose whole length a toll runs over: "the fighting has displaced …"."""
        if draft.kind is not ClaimKind.TOLL or not _runs_up(draft):
            return None
        nouns = [draft.sentence.lemma(i) for i in range(len(draft.sentence))]
        named = [c for c in self.campaigns if c.noun in nouns]
        before = [c for c in (named or self.campaigns) if c.sentence <= draft.sentence.index]
        return before[-1] if before else (named[0] if named else None)

    def _carried(self, draft: Draft) -> When | None:
        """Take the day of the sentence before, in the same paragraph or the next, for what follows on."""
        for sentence in reversed(
            self.sentences[max(0, draft.sentence.index - _NEAR_SENTENCES) : draft.sentence.index]
        ):
            back = any(draft.sentence.low(c) == "had" for c in draft.sentence.children(draft.token, "aux"))
            if not sentence.tokens or draft.sentence.paragraph - sentence.paragraph > int(back):
                continue
            for found in sentence.dates:
                at = sentence.at(found.span.start)
                when = dates_of(sentence, sentence.clause(at), self.report.dated) if at is not None else None
                if when is not None and (when.days() or 99) <= 2:
                    return when
        return None

    def where(self, draft: Draft) -> tuple[Named, ...]:
        """Return where it happened: its own words, else its campaign's, else its sentence's."""
        found = draft.where or tuple(clause_places(draft.sentence, draft.token))
        if not found and (campaign := self._campaign(draft)):
            found = tuple(
                replace(n, because=f"where the {campaign.noun} is fought") for n in campaign.place[:1]
            )
        speakers = [
            a.speaker.span for said in self.reading.said[draft.sentence.index] for a in said.attributions
        ]
        if draft.kind in {ClaimKind.CONTROL, ClaimKind.POST}:
            return with_sites(self.sentences, draft.sentence, draft.where)
        found = tuple(n for n in found if not any(n.span.meets(s) for s in speakers)) or struck_place(draft)
        if not found and draft.kind in LENDING:
            found = self._anywhere(draft.sentence, speakers) or self._set_before(draft.sentence)
        return found

    def _set_before(self, sentence: Sentence) -> tuple[Named, ...]:
        """Return the place that the opening of the paragraph sets, else the heading over it."""
        frame = self.frames.get(sentence.index)
        return (frame,) if frame is not None else place_over(self.sections, sentence)

    def _anywhere(self, sentence: Sentence, speakers: list[Span]) -> tuple[Named, ...]:
        """Return the places of a whole sentence, those of its speakers only where there are no others."""
        if sentence.index not in self._places:
            found = sentence_places(sentence, speakers) or sentence_places(sentence, [])
            self._places[sentence.index] = tuple(found)
        return self._places[sentence.index]


def _runs_up(draft: Draft) -> bool:
    """Say whether a toll is a total over a campaign rather than the count of one happening."""
    if not isinstance(draft.detail, Toll) or draft.detail.measure in {Measure.POPULATION, Measure.REMAINING}:
        return False
    sentence, token = draft.sentence, draft.token
    subject = sentence.subject(token) if sentence.is_verb(token) else None
    long_fight = subject is not None and sentence.lemma(subject) in words("toll", "campaign")
    lowered = {sentence.low(i) for i in range(len(sentence))}
    perfect = any(sentence.lemma(c) == "have" for c in sentence.children(token, "aux"))
    return (
        long_fight
        or "since" in lowered
        or (perfect and any(sentence.lemma(i) in words("toll", "campaign") for i in range(len(sentence))))
    )


def settle(reading: Reading, drafts: list[Draft]) -> list[Claim]:
    """Return the claims of a report in the order of its text."""
    settler = Settler(reading)
    claims: list[Claim] = []
    by_sentence: dict[int, list[str]] = {}
    wholes: dict[tuple[int, Span] | None, str] = {}
    tolls: dict[tuple[int, Span] | None, Claim] = {}
    drafts = [d for d in drafts if not d.negated or settler.attribution(d)]
    drafts = sure(drafts, settler.sentences)
    for draft in drafts:
        claim = _claim(settler, draft)
        row = by_sentence.setdefault(draft.sentence.index, [])
        if draft.part is not None and isinstance(claim.detail, Toll) and draft.part < len(row):
            claim = replace(claim, detail=replace(claim.detail, part_of=row[draft.part]))
        if draft.whole in wholes and isinstance(claim.detail, Toll):
            claim = replace(claim, detail=replace(claim.detail, part_of=wholes[draft.whole]))
        if draft.like in tolls:
            claim = settler.as_before(draft, claim, tolls[draft.like])
        if isinstance(claim.detail, Toll):
            tolls.setdefault((draft.sentence.index, draft.quote), claim)
            row.append(claim.id)
            wholes.setdefault((draft.sentence.index, draft.quote), claim.id)
        claims.append(claim)
    claims = [
        with_sides(c, d, settler.sentences) for c, d in zip(lent_places(claims, drafts), drafts, strict=True)
    ]
    answers = answered(claims, drafts, settler.sentences)
    claims, beside = answers[: len(claims)], answers[len(claims) :]
    claims += rebutted(claims, drafts, settler.sentences) + beside
    claims = [c for c in claims if c.where or c.kind is not ClaimKind.CONTROL]
    # One count read twice from the same words is one claim.
    once = {claim.id: claim for claim in reversed(_statements(settler, reading.report) + claims)}
    return sorted(once.values(), key=lambda c: (c.quote, c.kind, c.id))


def settle_alone(reading: Reading, drafts: Sequence[Draft]) -> list[Claim]:
    """Return the claims of drafts that neither lend to others nor borrow from them, and have no place."""
    settler = Settler(reading) if drafts else None
    if settler is None:
        return []
    kept = [d for d in drafts if not d.negated or settler.attribution(d)]
    return [replace(_claim(settler, draft), where=()) for draft in kept]


def _claim(settler: Settler, draft: Draft) -> Claim:
    said = list(settler.reading.said[draft.sentence.index])
    stance = draft.stance or stance_of(draft.sentence, draft.token, said)
    attribution = settler.attribution(draft)
    modality = draft.modality or modality_of(draft.sentence, draft.token)
    detail = _with_loser(draft, stance, attribution)
    if isinstance(detail, Attack) and draft.kind is ClaimKind.ATTACK:
        grade = how_sure(draft.sentence, draft.token, detail.perpetrator, attribution, stance, modality)
        detail = replace(detail, blame=grade)
    identity = make_id(
        "claim", settler.report.id, draft.kind, draft.quote.start, draft.quote.end, _tag(draft)
    )
    return Claim(
        identity,
        settler.report.id,
        draft.kind,
        draft.quote,
        attribution,
        stance,
        modality,
        settler.when(draft),
        settler.where(draft),
        detail,
    )


def _with_loser(draft: Draft, stance: Stance, attribution: tuple[Attribution, ...]) -> Detail:
    """Take who denies that a place has fallen for the one who would have lost it."""
    detail = draft.detail
    open_loss = isinstance(detail, Control) and detail.change is Change.LOST and detail.party is None
    if isinstance(detail, Control) and open_loss and stance is Stance.DENIED and attribution:
        return replace(detail, party=attribution[0].speaker)
    return detail


def _tag(draft: Draft) -> str:
    detail = draft.detail
    if isinstance(detail, Toll):
        return f"{detail.measure} {detail.of} {detail.quantity.said}"
    if isinstance(detail, Control):
        return f"{detail.change} {draft.token}"
    if isinstance(detail, Attack) and draft.kind is ClaimKind.EVENT:
        return f"{draft.token} {detail.sub_type}"
    if isinstance(detail, Alignment):
        return f"{detail.bond} {draft.token}"
    if isinstance(detail, Attack | Agreed):
        return f"{draft.token}"
    return ""


def _statements(settler: Settler, report: Report) -> list[Claim]:
    """Return a claim of kind statement for each quotation with a known speaker."""
    found = []
    for quotation in settler.reading.quotations:
        speakers = settler.quoted[quotation.outer]
        if quotation.is_speech(report.text) and speakers:
            found.append(
                Claim(
                    make_id(
                        "claim", report.id, ClaimKind.STATEMENT, quotation.span.start, quotation.span.end
                    ),
                    report.id,
                    ClaimKind.STATEMENT,
                    quotation.span,
                    speakers,
                    Stance.ASSERTED,
                    when=news(report.dated),
                )
            )
    return found
