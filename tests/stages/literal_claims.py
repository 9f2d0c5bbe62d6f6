"""Short ways to write literal records: a report from its sentences, claims from words that stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypedDict, Unpack

from warmonitor.model import (
    Actor,
    ActorKind,
    Agreed,
    Attack,
    Attribution,
    Change,
    Claim,
    ClaimKind,
    Control,
    CopyKind,
    CopyLink,
    Dated,
    DatedHow,
    Deal,
    DealAct,
    DealKind,
    Measure,
    Modality,
    Named,
    Place,
    PlacePrecision,
    Post,
    PostState,
    Provision,
    ProvisionKind,
    Quantity,
    Report,
    Span,
    Stance,
    Strand,
    Toll,
    When,
    WhenPrecision,
    make_id,
)

ACLED = {
    "air": ("Explosions/Remote violence", "Air/drone strike"),
    "shelling": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "clash": ("Battles", "Armed clash"),
    "attack": ("Violence against civilians", "Attack"),
}


def day(text: str) -> date:
    return date.fromisoformat(text)


def on(text: str) -> When:
    return When(day(text), day(text), f"on {text}", WhenPrecision.DAY)


def between(start: str, end: str, said: str = "in those days") -> When:
    return When(day(start), day(end), said, WhenPrecision.SPAN)


def since(start: str, end: str) -> When:
    return between(start, end, f"since {start}")


def place(
    name: str,
    at: tuple[float, float] | None = None,
    precision: PlacePrecision = PlacePrecision.EXACT,
    inside: str | None = None,
) -> Place:
    latitude, longitude = at or (None, None)
    return Place(f"place-{name}", name, (name,), latitude, longitude, precision=precision, inside=inside)


def actor(
    name: str,
    side: str | None = None,
    part_of: str | None = None,
    kind: ActorKind = ActorKind.UNKNOWN,
    country: str | None = None,
) -> Actor:
    above = f"actor-{part_of}" if part_of else None
    return Actor(f"actor-{name}", name, (name,), kind, side, country=country, part_of=above)


def who(name: str, *, known: bool = True) -> Named:
    return Named(name, Span(0, 0), name, f"actor-{name}" if known else None)


def at(name: str, precision: str = "exact") -> Named:
    return Named(name, Span(0, 0), name, f"place-{name}", precision)


@dataclass
class Paper:
    """A report that is written sentence by sentence, each sentence with its claims."""

    name: str
    dated: str
    outlet: str | None = None
    strand: str | None = None
    copy_of: str | None = None
    agencies: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    url: str | None = None
    sentences: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"report-{self.name}"

    def report(self) -> Report:
        written = Dated(day(self.dated), day(self.dated), DatedHow.STATED)
        return Report(
            self.id,
            self.name,
            make_id("sha", self.name),
            " ".join(self.sentences),
            outlet=self.outlet,
            byline=self.byline,
            agencies=self.agencies,
            url=self.url,
            dated=written,
            copy_of=self.copy_of,
            strand=self.strand or f"strand-{self.name}",
        )

    def says(self, sentence: str) -> "Sentence":
        start = sum(len(one) + 1 for one in self.sentences)
        self.sentences.append(sentence)
        return Sentence(self, sentence, start)


class Telling(TypedDict, total=False):
    """How a sentence tells it: the words, the speakers as they stand in it, places, time, stance."""

    words: str
    by: Sequence[str]
    where: Iterable[Named]
    when: When
    stance: Stance
    modality: Modality


@dataclass
class Sentence:
    """One sentence of a paper; each method adds a claim that its words make."""

    paper: Paper
    text: str
    start: int

    def _claim(
        self, kind: ClaimKind, detail: Toll | Control | Attack | Agreed | None, telling: "Telling"
    ) -> Claim:
        quoted = telling.get("words") or self.text
        offset = self.start + self.text.index(quoted)
        claim = Claim(
            id=make_id("claim", self.paper.name, len(self.paper.claims), offset),
            report=self.paper.id,
            kind=kind,
            quote=Span(offset, offset + len(quoted)),
            attribution=tuple(self._speaker(name) for name in telling.get("by", ())),
            stance=telling.get("stance", Stance.ASSERTED),
            modality=telling.get("modality", Modality.ACTUAL),
            when=telling.get("when", When(latest=day(self.paper.dated))),
            where=tuple(telling.get("where", ())),
            detail=detail,
        )
        self.paper.claims.append(claim)
        return claim

    def _speaker(self, name: str) -> Attribution:
        offset = self.text.find(name)
        span = Span(self.start + offset, self.start + offset + len(name)) if offset >= 0 else Span(0, 0)
        return Attribution(Named(name, span, name, f"actor-{name}"))

    def toll(
        self,
        count: int | tuple[int | None, int | None],
        of: str,
        measure: Measure = Measure.KILLED,
        *,
        about: bool = False,
        part_of: Claim | None = None,
        **telling: Unpack[Telling],
    ) -> Claim:
        quantity = (
            Quantity(count, count, count, about)
            if isinstance(count, int)
            else Quantity(count[0], None, count[1], about)
        )
        detail = Toll(measure, of, quantity, None, part_of.id if part_of else None)
        return self._claim(ClaimKind.TOLL, detail, telling)

    def control(
        self, change: Change, party: str | None, other: str | None = None, **telling: Unpack[Telling]
    ) -> Claim:
        detail = Control(change, who(party) if party else None, who(other) if other else None)
        return self._claim(ClaimKind.CONTROL, detail, telling)

    def attack(
        self,
        kind: str = "air",
        target: Named | None = None,
        perpetrator: str | None = None,
        **telling: Unpack[Telling],
    ) -> Claim:
        detail = Attack(*ACLED[kind], who(perpetrator) if perpetrator else None, target)
        return self._claim(ClaimKind.ATTACK, detail, telling)

    def deal(
        self,
        *parties: str,
        terms: str | None = None,
        act: DealAct = DealAct.SIGNED,
        kind: DealKind = DealKind.OTHER,
        name: str | None = None,
        brokers: Sequence[str] = (),
        lays_down: Sequence[tuple[ProvisionKind, str]] = (),
        count: int | None = None,
        **telling: Unpack[Telling],
    ) -> Claim:
        """A claim of a deal; `lays_down` are its terms (deeds, of a breach) with their words."""
        detail = Deal(
            tuple(who(one) for one in parties),
            terms,
            act,
            kind,
            name,
            brokers=tuple(who(one) for one in brokers),
            provisions=tuple(Provision(kind, self._span(words)) for kind, words in lays_down),
            count=count,
        )
        return self._claim(ClaimKind.AGREEMENT, detail, telling)

    def post(
        self,
        keeper: str,
        state: PostState = PostState.KEPT,
        sort: str = "observation post",
        number: int | None = None,
        **telling: Unpack[Telling],
    ) -> Claim:
        return self._claim(ClaimKind.POST, Post((who(keeper),), None, sort, state, number), telling)

    def _span(self, words: str) -> Span:
        offset = self.start + self.text.index(words)
        return Span(offset, offset + len(words))

    def statement(self, **telling: Unpack[Telling]) -> Claim:
        return self._claim(ClaimKind.STATEMENT, None, telling)


def reports_of(papers: Iterable[Paper]) -> list[Report]:
    return [paper.report() for paper in papers]


def claims_of(papers: Iterable[Paper]) -> list[Claim]:
    return [claim for paper in papers for claim in paper.claims]


def strands_of(papers: Iterable[Paper]) -> list[Strand]:
    members: dict[str, list[Paper]] = {}
    for paper in papers:
        members.setdefault(paper.strand or f"strand-{paper.name}", []).append(paper)
    return [
        Strand(name, tuple(sorted(paper.id for paper in told)), tuple(_links(told)))
        for name, told in sorted(members.items())
    ]


def _links(told: list[Paper]) -> Iterable[CopyLink]:
    for paper in told:
        if paper.copy_of:
            yield CopyLink(paper.id, paper.copy_of, CopyKind.REPRINT, 1.0)


def copy_of(paper: Paper, name: str, outlet: str | None = None) -> Paper:
    """Print a paper's text again under another name, with its claims."""
    strand = paper.strand or f"strand-{paper.name}"
    again = Paper(name, paper.dated, outlet, strand, paper.id, sentences=list(paper.sentences))
    renamed = {claim.id: make_id("claim", name, claim.id) for claim in paper.claims}
    for claim in paper.claims:
        detail = claim.detail
        if isinstance(detail, Toll) and detail.part_of in renamed:
            detail = replace(detail, part_of=renamed[detail.part_of])
        again.claims.append(replace(claim, id=renamed[claim.id], report=again.id, detail=detail))
    return again
