"""The way back of one claim: outlet, agency, spokesman, organisation, each with the words it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warmonitor.language.speakers import MEDIA, climb, is_media, last_speakers
from warmonitor.language.unnamed import is_description, is_nameless, is_own_reporter, is_reporter
from warmonitor.model import (
    ActorIndex,
    ActorKind,
    Attribution,
    Claim,
    Named,
    OriginPath,
    Step,
    Tie,
    VoiceKind,
    fold,
)
from warmonitor.stages.reconcile.voices import Voices

NOBODY = "a person not named"


@dataclass(frozen=True)
class Paths:
    """Follows claims back through their attribution."""

    voices: Voices
    actors: ActorIndex

    def of(self, claim: Claim) -> tuple[OriginPath, ...]:
        """Return the ways back of a claim, one for each of those who speak together at the far end."""
        if claim.report not in self.voices.texts:
            return (OriginPath(claim.id, claim.report, VoiceKind.TEXT, ()),)
        text = self.voices.reports[claim.report].text
        others = tuple(link for link in claim.attribution if not self._prints(link.speaker))
        last = last_speakers(replace(claim, attribution=others or claim.attribution), text, self.actors)
        before = [*self.voices.steps(claim.report), *self._carriers(claim, last)]
        if not last:
            own = self.voices.texts[claim.report]
            return (OriginPath(claim.id, own.voice, own.kind, _tidy(before)),)
        before += [self._quoted(link, claim) for link in claim.attribution if self._between(link, last)]
        return tuple(self._to(link, claim, before) for link in last)

    def _between(self, link: Attribution, last: tuple[Attribution, ...]) -> bool:
        return link not in last and not self._prints(link.speaker)

    def _carriers(self, claim: Claim, last: tuple[Attribution, ...]) -> Iterator[Step]:
        """Yield the agencies and outlets that a claim came through, as the words name them."""
        for link in claim.attribution:
            if link not in last and self._prints(link.speaker):
                yield self._own(self._medium(link.speaker, claim), claim)
        for link in claim.attribution:
            if link.via and self._prints(link.via):
                yield self._own(self._medium(link.via, claim), claim)

    def _medium(self, named: Named, claim: Claim) -> Step:
        top = self.actors.known.get(climb(named, self.actors)[-1]) if named.id else None
        name = self._newsroom(named) or (top.name if top else named.name or named.said)
        kind = VoiceKind.AGENCY if top and top.kind is ActorKind.AGENCY else VoiceKind.OUTLET
        return Step(name, kind, Tie.QUOTES, named.id, claim.report, named.span)

    def _own(self, step: Step, claim: Claim) -> Step:
        """Name the newsroom that a text is by where it is called for short: "told the Chronicle"."""
        room = self.voices.newsroom(claim)
        return replace(step, name=room) if set(fold(step.name).split()) <= set(fold(room).split()) else step

    def _newsroom(self, named: Named) -> str | None:
        actor = self.actors.known.get(named.id or "")
        if actor and actor.kind not in {*MEDIA, ActorKind.UNKNOWN, ActorKind.UNNAMED}:
            return None
        return self.voices.newsrooms.named(named.said, named.name or named.said)

    def _quoted(self, link: Attribution, claim: Claim) -> Step:
        speaker = link.speaker
        actor = self.actors.known.get(speaker.id or "")
        tie = Tie.TOLD_BY if link.via and self._prints(link.via) else Tie.QUOTES
        name = actor.name if actor else speaker.name or speaker.said
        return Step(name, self._kind(speaker), tie, speaker.id, claim.report, speaker.span)

    def _kind(self, speaker: Named) -> VoiceKind:
        actor = self.actors.known.get(speaker.id or "")
        if actor is None:
            said = speaker.name or speaker.said
            unnamed = is_nameless(said) or is_description(said)
            return VoiceKind.UNNAMED if unnamed else VoiceKind.PERSON
        if actor.kind in {ActorKind.PERSON, ActorKind.UNNAMED}:
            return VoiceKind.PERSON if actor.kind is ActorKind.PERSON else VoiceKind.UNNAMED
        return VoiceKind.ORGANISATION

    def _to(self, link: Attribution, claim: Claim, before: list[Step]) -> OriginPath:
        speaker = link.speaker
        if is_own_reporter(speaker.said):
            room = self.voices.newsroom(claim)
            return OriginPath(claim.id, room, VoiceKind.OUTLET, _tidy([*before, _sent(link, claim)]))
        if self._prints(speaker):
            medium = self._medium(speaker, claim)
            sent = [_sent(link, claim)] if is_reporter(speaker.said) else []
            return OriginPath(claim.id, medium.name, medium.kind, _tidy([*before, medium, *sent]))
        if is_nameless(speaker.name or speaker.said):
            return self._nobody(link, claim, before)
        steps = _tidy([*before, self._quoted(link, claim), *self._above(speaker)])
        return OriginPath(claim.id, steps[-1].name, steps[-1].kind, steps)

    def _above(self, speaker: Named) -> Iterator[Step]:
        for step in climb(speaker, self.actors)[1:]:
            if actor := self.actors.known.get(step):
                above = Named(actor.name, speaker.span, actor.name, step)
                yield Step(actor.name, self._kind(above), Tie.SPEAKS_FOR, step, because=actor.because)

    def _prints(self, named: Named) -> bool:
        """Say whether a name is that of an agency or outlet, by the actors or else by the newsrooms known."""
        return is_media(named, self.actors) or self._newsroom(named) is not None

    def _nobody(self, link: Attribution, claim: Claim, before: list[Step]) -> OriginPath:
        text = self.voices.reports[claim.report]
        step = replace(self._quoted(link, claim), name=NOBODY, kind=VoiceKind.UNNAMED)
        origin = f"{NOBODY} in {text.strand or text.id}"
        return OriginPath(claim.id, origin, VoiceKind.UNNAMED, _tidy([*before, step]))


def _sent(link: Attribution, claim: Claim) -> Step:
    speaker = link.speaker
    return Step(speaker.said, VoiceKind.CORRESPONDENT, Tie.SENT, None, claim.report, speaker.span)


def _tidy(steps: list[Step]) -> tuple[Step, ...]:
    """Return the steps without those that repeat the voice before them."""
    kept: list[Step] = []
    for step in steps:
        if kept and _same_voice(kept[-1], step):
            continue
        kept.append(step)
    return tuple(kept)


def _same_voice(one: Step, other: Step) -> bool:
    if other.kind is VoiceKind.CORRESPONDENT:
        return False
    if one.actor and one.actor == other.actor:
        return True
    return fold(one.name) == fold(other.name)
