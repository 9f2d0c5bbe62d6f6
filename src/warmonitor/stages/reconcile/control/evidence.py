"""Claims of control as tellings: what is said of a place and day, by how many independent origins."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from warmonitor.model import (
    Change,
    Claim,
    Control,
    Issue,
    Modality,
    Named,
    PlaceIndex,
    PlacePrecision,
    Stance,
    VoiceKind,
    fold,
)
from warmonitor.stages.reconcile.control.parties import Parties
from warmonitor.stages.reconcile.control.parts import part_key, part_of
from warmonitor.stages.reconcile.control.tables import days, pattern, weight
from warmonitor.stages.reconcile.origins import Origins

DAY = timedelta(days=1)
COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.COUNTRY})
_OURS = frozenset({"we", "us", "our", "ours", "our forces", "our troops", "our fighters"})
_Row = tuple[str, str, str, str, bool]
AHEAD = timedelta(days=7)  # how far past its report's day a claim of what happened may reach


class Sort(StrEnum):
    """What a telling says of a party and a place; `kept` is a loss denied, which by itself holds nothing."""

    HELD = "held"
    GAINED = "gained"
    LOST = "lost"
    ENTERED = "entered"
    CONTESTED = "contested"
    DENIED = "denied"
    KEPT = "kept"
    SURROUNDED = "surrounded"
    RELIEVED = "relieved"


_SORTS = {
    Change.HOLDS: Sort.HELD,
    Change.GAINED: Sort.GAINED,
    Change.LOST: Sort.LOST,
    Change.ENTERED: Sort.ENTERED,
    Change.CONTESTED: Sort.CONTESTED,
    Change.SURROUNDED: Sort.SURROUNDED,
    Change.CUT_OFF: Sort.SURROUNDED,
}
_KEEPING = frozenset({Sort.HELD, Sort.KEPT})
TURNING = frozenset({Sort.GAINED, Sort.LOST, Sort.ENTERED})


@dataclass
class Telling:
    """What one or more claims say alike of a place: of whom, against whom, from when to when, of which part.

    `strengths` holds, by origin, in hundredths, how much its word weighs; `own` says which of them are
    voices of who gains by it.
    """

    sort: Sort
    party: str | None
    first: date
    last: date
    part: str | None = None
    again: bool = False
    others: set[str] = field(default_factory=set)
    claims: list[Claim] = field(default_factory=list)
    strengths: dict[str, int] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    said_on: dict[str, date] = field(default_factory=dict)
    at: date | None = None

    @property
    def day(self) -> date:
        """Return the day on which it counts: of several open to a change, one that is told, or the middle."""
        if self.at is not None:
            return self.at
        turning = self.sort in TURNING and (self.last - self.first).days > 1
        return self.first + (self.last - self.first) // 2 if turning else self.last

    def weight(self) -> int:
        """Return what it weighs, in hundredths of one independent origin."""
        free = sum(strength for root, strength in self.strengths.items() if root not in self.own)
        own = max((self.strengths[root] for root in self.own), default=0)
        return min(free, weight("most")) + own

    def independent(self) -> set[str]:
        """Return the origins that are no voice of who gains by it."""
        return set(self.strengths) - self.own

    def named(self) -> Iterator[Named]:
        """Yield the names of parties in its claims."""
        for claim in self.claims:
            if isinstance(claim.detail, Control):
                yield from (one for one in (claim.detail.party, claim.detail.counterparty) if one)


@dataclass
class Evidence:
    """The tellings of each place and part, and what could not be used."""

    places: PlaceIndex
    parties: Parties
    origins: Origins
    told: dict[tuple[str, str | None], dict[_Row, Telling]] = field(default_factory=dict)
    words: dict[tuple[str, str | None], str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    _parts_of: dict[str, list[str | None]] = field(default_factory=dict)
    _part_words: dict[tuple[str | None, str, str | None], str | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls, claims: Iterable[Claim], places: PlaceIndex, parties: Parties, origins: Origins
    ) -> "Evidence":
        """Sort the claims by place, part and what they say; the same for any order of claims."""
        made = cls(places, parties, origins)
        for claim in sorted(claims, key=lambda one: (one.report, one.quote, one.id)):
            if isinstance(claim.detail, Control) and claim.modality is Modality.ACTUAL:
                made._add(claim, claim.detail)
        made._weigh_again()
        return made

    def of_place(self, place: str, part: str | None = None) -> list[Telling]:
        """Return the tellings of a place or a part of it, in the order of time."""
        found = self.told.get((place, part), {})
        return [found[key] for key in sorted(found)]

    def name(self, place: str, party: str) -> str | None:
        """Return the name that the claims on a place, else all, give a party."""
        here = [n for part in self._parts(place) for one in self.of_place(place, part) for n in one.named()]
        return self.parties.name(party, here)

    def _parts(self, place: str) -> list[str | None]:
        return self._parts_of.get(place, [])

    def _add(self, claim: Claim, detail: Control) -> None:
        moment = self._moment(claim)
        if moment is None:
            return
        for named in {one.id: one for one in claim.where if one.id}.values():
            part = self._part(named)
            sort, party, other = self._said(claim, detail)
            if self._means_nothing(named, sort, party, part):
                continue
            if sort in {Sort.SURROUNDED, Sort.RELIEVED}:
                part = None
            self._keep(claim, str(named.id), part, sort, party, other, moment)

    def _part(self, named: Named) -> str | None:
        words = named.id, named.said, named.precision
        if words not in self._part_words:
            self._part_words[words] = part_of(named, self.places)
        return self._part_words[words]

    def _said(self, claim: Claim, detail: Control) -> tuple[Sort, str | None, str | None]:
        """Return what a claim says, of whom, against whom; a loss denied is ground kept."""
        party, other = self.parties.key(detail.party), self.parties.key(detail.counterparty)
        if party == other:
            other = None
        sort = _SORTS.get(detail.change, Sort.RELIEVED)
        if claim.stance is Stance.DENIED:
            if sort is Sort.LOST:
                return Sort.KEPT, party, other
            return (Sort.RELIEVED if sort is Sort.SURROUNDED else Sort.DENIED), party, other
        return sort, party, other

    def _means_nothing(self, named: Named, sort: Sort, party: str | None, part: str | None) -> bool:
        """Say whether a telling moves no ground: of nobody, or of a part of a province."""
        known = self.places.known.get(named.id or "")
        coarse = known is not None and known.precision in COARSE
        if coarse and (part is not None or sort in {Sort.ENTERED, Sort.CONTESTED, Sort.LOST}):
            return True
        return party is None and sort in {Sort.HELD, Sort.GAINED, Sort.DENIED, Sort.KEPT}

    def _moment(self, claim: Claim) -> tuple[date, date] | None:
        """Return the days of a claim; of one without days, those of its report."""
        report = self.origins.reports.get(claim.report)
        written = report.dated.latest if report else None
        first, last = claim.when.earliest or claim.when.latest, claim.when.latest or claim.when.earliest
        first, last = first or written, last or written
        if first is None or last is None:
            return None
        if first > last or (written is not None and first > written + AHEAD):
            said = f"A claim of control gives days that cannot be ({first} to {last}); it moves no ground."
            self.issues.append(Issue("control-time", claim.report, said))
            return None
        return first, last

    def _keep(
        self, claim: Claim, place: str, part: str | None, sort: Sort, party: str | None, other: str | None,
        moment: tuple[date, date],
    ) -> None:  # fmt: skip
        first, last = moment
        if sort in TURNING and not claim.when.said:
            first = max(first, last - DAY)  # news without a day is of the last days
        again = sort is Sort.GAINED and self._again(claim)
        if again and other is None:
            other = self.parties.enemy(party or "")  # what is taken back was an enemy's; there is but one
        key = part_key(part)
        if (place, key) not in self.told:
            self._parts_of.setdefault(place, []).append(key)
        home = self.told.setdefault((place, key), {})
        self.words.setdefault((place, key), part or "")
        row = (first.isoformat(), last.isoformat(), str(sort), party or "", again)
        if row not in home:
            home[row] = Telling(sort, party, first, last, key, again)
        telling = home[row]
        telling.claims.append(claim)
        telling.others |= {other} if other else set()
        self._vote(telling, claim, other)

    def _vote(self, telling: Telling, claim: Claim, other: str | None) -> None:
        """Add who stands behind a claim: all voices of one side together, others one by one."""
        voice = self._voice(claim)
        report = self.origins.reports.get(claim.report)
        said = (report.dated.latest if report else None) or telling.last
        gains = telling.party if telling.sort not in {Sort.LOST, Sort.DENIED} else None
        rival = voice is not None and voice == (other or "") and telling.sort in {Sort.LOST, Sort.DENIED}
        own = voice is not None and (voice == gains or rival)
        own |= (
            voice is not None
            and telling.sort is Sort.LOST
            and voice != telling.party
            and not other
            and self._is_party(voice)
        )
        loses = voice is not None and not own and self._is_party(voice) and telling.sort is not Sort.CONTESTED
        strength = weight("own") if own else weight("against_own") if loses else weight("origin")
        if telling.sort is Sort.DENIED and voice is not None and voice != telling.party:
            own, strength = True, weight("own")
        if own and telling.sort in _KEEPING:
            strength = weight(f"own_{telling.sort}")
        if claim.stance is Stance.ALLEGED:
            strength = strength * weight("alleged") // 100
        if self._is_vague(claim, telling):
            strength = min(strength, weight("vague"))  # some day of many: it moves nothing by itself
        roots = (f"own {voice}",) if own or loses else self.origins.roots(claim)
        for root in roots:
            unnamed = self.origins.kinds.get(root) is VoiceKind.UNNAMED
            worth = min(strength, weight("unnamed")) if unnamed else strength
            telling.strengths[root] = max(telling.strengths.get(root, 0), worth)
            telling.said_on[root] = min(telling.said_on.get(root, said), said)
            if own:
                telling.own.add(root)

    def _is_vague(self, claim: Claim, telling: Telling) -> bool:
        """Say whether many days are open because nobody knows when the report was written."""
        report = self.origins.reports.get(claim.report)
        first, last = (report.dated.earliest, report.dated.latest) if report else (None, None)
        undated = first is None or last is None or (last - first).days >= days("narrow")
        return (undated or not claim.when.said) and (telling.last - telling.first).days >= days("narrow")

    def _voice(self, claim: Claim) -> str | None:
        detail = claim.detail
        if isinstance(detail, Control) and detail.party and fold(detail.party.said) in _OURS:
            return self.parties.key(detail.party)
        speakers = [link.speaker for link in claim.attribution[-1:]]
        return self.parties.voice(speakers[0]) if speakers else None

    def _is_party(self, voice: str) -> bool:
        return voice in self.parties.homes()

    def _again(self, claim: Claim) -> bool:
        report = self.origins.reports.get(claim.report)
        return report is not None and pattern("again").search(claim.quote.of(report.text)) is not None

    def _weigh_again(self) -> None:
        """Let an origin that says the same within days weigh less each further time."""
        for home in self.told.values():
            rows: dict[tuple[str, Sort, str | None], list[Telling]] = defaultdict(list)
            for telling in home.values():
                for root in telling.strengths:
                    rows[root, telling.sort, telling.party].append(telling)
            for (root, *_), told in rows.items():  # each row by itself: their order changes nothing
                if len(told) > 1:
                    _weigh_row(root, sorted(told, key=lambda one: (one.last, one.first)))


def _weigh_row(root: str, told: list[Telling]) -> None:
    counted: date | None = None
    for telling in told:
        if counted is not None and (telling.last - counted).days <= days("again"):
            telling.strengths[root] = telling.strengths[root] * weight("again") // 100
        else:
            counted = telling.last


def grouped(evidence: Evidence) -> Mapping[str, list[str | None]]:
    """Return, by place, its parts that are told of; None stands for the whole."""
    found: dict[str, list[str | None]] = defaultdict(list)
    for place, part in sorted(evidence.told, key=lambda key: (key[0], key[1] or "")):
        found[place].append(part)
    return found
