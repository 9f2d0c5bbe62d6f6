"""What speaks for an event or a figure and what against it, in independent origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.model import Claim, ClaimKind, Dispute, DisputeKind, Modality, Stance, VoiceKind
from warmonitor.stages.reconcile.grading.admission import admits
from warmonitor.stages.reconcile.grading.parties import Parties
from warmonitor.stages.reconcile.origins import Origins

NAMED = frozenset({VoiceKind.ORGANISATION, VoiceKind.PERSON, VoiceKind.AGENCY, VoiceKind.OUTLET})
OF_HAPPENING = frozenset({DisputeKind.DENIAL, DisputeKind.CONTROL})
OF_NUMBER = frozenset({DisputeKind.DENIAL, DisputeKind.FIGURE})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Origins for and against it.

    `doubted` are those from whose words a report keeps its distance, `named` the others that are known by
    name, on so many `sides`; `opposed` are the claims of those against it; `differ` is where numbers exclude
    each other; `admitted` owns up to it.
    """

    told: tuple[Claim, ...]
    support: tuple[str, ...]
    doubted: frozenset[str]
    named: tuple[str, ...]
    sides: frozenset[str]
    against: tuple[str, ...]
    opposed: tuple[Claim, ...]
    differ: bool
    admitted: str | None


@dataclass(frozen=True)
class Gathering:
    """Gathers the evidence of events and figures."""

    known: Mapping[str, Claim]
    origins: Origins
    parties: Parties
    disputes: Mapping[str, tuple[Dispute, ...]]
    denied: Mapping[tuple[str, str], tuple[Claim, ...]]

    @classmethod
    def of(cls, known: Mapping[str, Claim], origins: Origins, disputes: Iterable[Dispute]) -> "Gathering":
        """Index the disputes by claim."""
        by_claim: dict[str, list[Dispute]] = {}
        for dispute in disputes:
            for claim in dispute.claims:
                by_claim.setdefault(claim, []).append(dispute)
        parties = Parties(origins, origins.actors)
        found = {claim: tuple(told) for claim, told in by_claim.items()}
        return cls(known, origins, parties, found, _denials(known.values(), origins))

    def taken_back(self, origin: str, told: Iterable[Claim]) -> bool:
        """Say whether an origin denies at the same place and time, in a later report, what it told."""
        own = [one for one in told if origin in self.origins.roots(one)]
        return bool(own) and all(
            any(
                denial.when.meets(one.when) and self._written(denial) > self._written(one)
                for place in one.where
                for denial in self.denied.get((origin, place.id or ""), ())
            )
            for one in own
        )

    def _written(self, claim: Claim) -> date:
        report = self.origins.reports.get(claim.report)
        return (report.dated.earliest if report else None) or date.min

    def evidence(self, ids: Sequence[str], kinds: frozenset[DisputeKind]) -> Evidence:
        """Return what speaks for and against what the claims say, counting disputes of the kinds."""
        claims = [self.known[key] for key in ids if key in self.known]
        told = [one for one in claims if one.stance is not Stance.DENIED and one.modality is Modality.ACTUAL]
        told = told or claims
        disputed = {one.id: one for claim in told for one in self.disputes.get(claim.id, ())}
        counted = [disputed[key] for key in sorted(disputed) if disputed[key].kind in kinds]
        opposed = self._opposed(claims, told, counted)
        against = self.origins.of_all(opposed)
        said = self.origins.of_all(told)
        support = tuple(one for one in said if one not in against) or said
        alleged = (one for one in told if one.stance is Stance.ALLEGED)
        doubted = frozenset(root for one in alleged for root in self.origins.roots(one))
        named = tuple(one for one in support if self.origins.kinds[one] in NAMED and one not in doubted)
        owned = min((self._doer(one) for one in told if admits(one, self.parties)), default=None)
        return Evidence(
            told=tuple(told),
            support=support,
            doubted=doubted,
            named=named,
            sides=frozenset(self.parties.of_origin(one) for one in named),
            against=against,
            opposed=opposed,
            differ=any(one.kind is DisputeKind.FIGURE for one in counted),
            admitted=owned,
        )

    def _doer(self, claim: Claim) -> str:
        doer = self.parties.blamed(claim)
        return self.origins.actors.root_name(doer) if doer else ""

    def _opposed(self, claims: list[Claim], told: list[Claim], disputes: list[Dispute]) -> tuple[Claim, ...]:
        """Return the claims that deny it, and those that name another holder of the place."""
        own = {claim.id for claim in told}
        found = {claim.id: claim for claim in claims if claim.stance is Stance.DENIED and claim.id not in own}
        for dispute in disputes:
            for key in dispute.claims:
                claim = self.known.get(key)
                if claim is None or key in own or dispute.kind is DisputeKind.FIGURE:
                    continue
                if dispute.kind is DisputeKind.CONTROL or claim.stance is Stance.DENIED:
                    found[key] = claim
        return tuple(found[key] for key in sorted(found))


def _denials(claims: Iterable[Claim], origins: Origins) -> dict[tuple[str, str], tuple[Claim, ...]]:
    """Return the denied claims of attacks and tolls by who denies and place."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.stance is Stance.DENIED and claim.kind in {ClaimKind.ATTACK, ClaimKind.TOLL}:
            for root in origins.roots(claim):
                for place in sorted({named.id for named in claim.where if named.id}):
                    found.setdefault((root, place), []).append(claim)
    return {key: tuple(told) for key, told in found.items()}
