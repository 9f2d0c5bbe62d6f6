"""On whose side an origin stands: a state with its forces and media, an armed side, else itself."""

from dataclasses import dataclass

from warmonitor.model import ActorIndex, Attack, Blame, Claim, Modality, Named, Span, Stance, Toll, fold
from warmonitor.model.names import STATE
from warmonitor.reference.outlets import Owner
from warmonitor.reference.ownership import voice_of
from warmonitor.stages.reconcile.origins import Origins

NOT_BLAMED = frozenset({Blame.ACQUITTED, Blame.POSSIBLE})


@dataclass(frozen=True)
class Parties:
    """Sides of origins and of those who are said to have done something."""

    origins: Origins
    actors: ActorIndex

    def of_origin(self, origin: str) -> str:
        """Return the side that an origin stands on; two on one side do not confirm each other."""
        if actor := self.origins.actor_of.get(origin):
            return self.actors.party(Named(origin, Span(0, 0), origin, actor))
        known = self.origins.voices.newsrooms.registered(origin)
        if known and known.owner is Owner.STATE:
            return f"government {known.country}"
        if known and (party := voice_of(known.owned)):
            return self._of_name(party)
        return origin

    def _of_name(self, name: str) -> str:
        """Return the side of the actor of that name, where these reports name it."""
        same = sorted(actor.id for actor in self.actors.known.values() if fold(actor.name) == fold(name))
        return self.actors.party(Named(name, Span(0, 0), name, same[0])) if same else name

    def of(self, named: Named) -> str:
        """Return a key for who somebody is: for a state's forces and offices the state."""
        state = any(self.actors.known[step].kind in STATE for step in self._steps(named))
        return self.actors.party(named) if state else self.actors.root(named)

    def _steps(self, named: Named) -> list[str]:
        steps = self.actors.lineage(named.id) if named.id else ()
        return [step for step in steps if step in self.actors.known]

    def blamed(self, claim: Claim) -> Named | None:
        """Return who a claim says did it, None where it names nobody or denies that it was them."""
        if claim.stance is Stance.DENIED or claim.modality is not Modality.ACTUAL:
            return None
        if isinstance(claim.detail, Attack):
            return None if claim.detail.blame in NOT_BLAMED else claim.detail.perpetrator
        return claim.detail.perpetrator if isinstance(claim.detail, Toll) else None

    def speaks_of_itself(self, claim: Claim) -> bool:
        """Say whether those who are said to have done it are those who say so."""
        doer = self.blamed(claim)
        if doer is None or claim.stance is not Stance.ASSERTED:
            return False
        speakers = self.origins.speakers(claim)
        return any(self.of(link.speaker) == self.of(doer) for link in speakers)
