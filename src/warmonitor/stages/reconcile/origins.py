"""Independent origins: who stands at the far end of each claim, counted once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from warmonitor.language.speakers import last_speakers
from warmonitor.language.unnamed import MOST_WORDS, telling_words
from warmonitor.model import (
    ActorIndex,
    Attribution,
    Circle,
    Claim,
    OriginPath,
    Report,
    Stance,
    Strand,
    VoiceKind,
    fold,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.reconcile.circles import far_ends
from warmonitor.stages.reconcile.newsrooms import NO_OUTLETS, Newsrooms
from warmonitor.stages.reconcile.paths import NOBODY, Paths
from warmonitor.stages.reconcile.voices import Voices

PRINTED = frozenset({VoiceKind.OUTLET, VoiceKind.AGENCY, VoiceKind.TEXT})


@dataclass
class Origins:
    """The origins of claims: root speakers by name, or the text that a report goes back to.

    A copied text is one origin however often it is printed, and so is a speaker whoever quotes it.
    """

    reports: dict[str, Report]
    actors: ActorIndex
    voices: Voices
    circles: dict[str, Circle] = field(default_factory=dict)
    kinds: dict[str, VoiceKind] = field(default_factory=dict)
    actor_of: dict[str, str] = field(default_factory=dict)
    _kept: dict[str, tuple[OriginPath, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reports: Iterable[Report],
        strands: Iterable[Strand],
        actors: ActorIndex,
        outlets: OutletRegister = NO_OUTLETS,
    ) -> "Origins":
        """Name the voice of each report: the agency, the outlet or else the strand that it goes back to."""
        known = {report.id: report for report in reports}
        newsrooms = Newsrooms.of(known.values(), outlets)
        return cls(known, actors, Voices.of(known.values(), strands, newsrooms))

    def paths(self, claim: Claim) -> tuple[OriginPath, ...]:
        """Return the ways back of one claim."""
        if claim.id not in self._kept:
            found = Paths(self.voices, self.actors).of(claim)
            self._kept[claim.id] = tuple(sorted(found, key=lambda path: path.origin))
            for path in found:
                self._note(path)
        return self._kept[claim.id]

    def _note(self, path: OriginPath) -> None:
        """Keep an origin's kind and actor, the same for any order of claims."""
        origin = path.origin
        self.kinds[origin] = min(self.kinds.get(origin, path.kind), path.kind)
        for actor in (step.actor for step in path.steps[-1:] if step.actor):
            self.actor_of[origin] = min(self.actor_of.get(origin, actor), actor)

    def speakers(self, claim: Claim) -> tuple[Attribution, ...]:
        """Return who speaks at the far end of a claim."""
        report = self.reports.get(claim.report)
        return last_speakers(claim, report.text if report else "", self.actors)

    def behind(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the independent origins that say so: who denies it stands behind it only where all do."""
        told = list(claims)
        return self.of_all([one for one in told if one.stance is not Stance.DENIED] or told)

    def follow(self, claims: Iterable[Claim]) -> tuple[OriginPath, ...]:
        """Return the ways back of all claims, by report, place in it and origin."""
        told = sorted(claims, key=lambda claim: (claim.report, claim.quote, claim.id))
        return tuple(path for claim in told for path in self.paths(claim))

    def roots(self, claim: Claim) -> tuple[str, ...]:
        """Return the origins of one claim: names, sorted."""
        return tuple(sorted({path.origin for path in self.paths(claim)}))

    def of_all(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the independent origins of several claims: sorted, each once.

        An outlet that is quoted and only quotes others is none; those that only quote one another are one.
        Unnamed sources that nothing tells apart are one.
        """
        found = [path for claim in claims for path in self.paths(claim)]
        quoting: dict[str, set[str]] = {}
        for path in found:
            for voice in self._passing_on(path):
                quoting.setdefault(voice, set()).add(path.origin)
        graph = {one: frozenset(others) for one, others in quoting.items()}
        ends, circles = far_ends(graph, {path.origin for path in found})
        return tuple(sorted({*self._told_apart(ends), *map(self._circle, circles)}))

    def _passing_on(self, path: OriginPath) -> set[str]:
        """Return the newsrooms that a path comes through, the origin only where it speaks itself."""
        reports = [step.report for step in path.steps[:1] if step.report]
        own = {self.voices.texts[report].voice for report in reports}
        through = {step.name for step in path.steps if step.kind in PRINTED and step.name != path.origin}
        seen = {path.origin for step in path.steps[-1:] if step.kind is VoiceKind.CORRESPONDENT}
        return own | through | seen

    def _told_apart(self, ends: frozenset[str]) -> set[str]:
        """Return the origins without the unnamed sources that may be another of them."""
        unnamed = {one for one in ends if self.kinds.get(one) is VoiceKind.UNNAMED}
        nobody = sorted(one for one in unnamed if one.startswith(NOBODY))
        words = {telling_words(one): one for one in sorted(unnamed - set(nobody), reverse=True)}
        less = {part for whole in words for part in _parts(whole)}
        kept = ends - unnamed - self._short(ends) | {one for said, one in words.items() if said not in less}
        return set(kept) or set(nobody[:1])

    def _short(self, ends: frozenset[str]) -> set[str]:
        """Return the outlets that no register knows and whose name may be short for another of them."""
        printed = {one for one in ends if self.kinds.get(one) in PRINTED}
        words = {one: frozenset(sorted(fold(one).split())[:MOST_WORDS]) for one in sorted(printed)}
        short = {part for whole in words.values() for part in _parts(whole)}
        known = self.voices.newsrooms.registered
        return {one for one, said in words.items() if said in short and known(one) is None}

    def _circle(self, voices: tuple[str, ...]) -> str:
        name = f"{' and '.join(voices)}, who quote one another"
        self.circles[name] = Circle(name, voices)
        self.kinds[name] = VoiceKind.CIRCLE
        return name

    def named(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the origins in words: a text with no known outlet is "a report"."""
        found = self.of_all(claims)
        return tuple(sorted({"a report" if self.kinds[one] is VoiceKind.TEXT else one for one in found}))


def _parts(whole: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every set of some of the words, but not all."""
    for size in range(len(whole)):
        yield from map(frozenset, combinations(sorted(whole), size))
