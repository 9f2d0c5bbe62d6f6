"""Builds literal reports and claims whose names are found by their words."""

import re
from collections.abc import Sequence

from warmonitor.model import Actor, Attack, Attribution, Claim, ClaimKind, Named, Report, Span
from warmonitor.reference.actors import load_actors
from warmonitor.stages.ground.actors import ground_actors


def report(text: str, key: str = "report-a") -> Report:
    return Report(id=key, source=key, sha256="0" * 64, text=text)


def named(text: str, said: str) -> Named:
    """The first place where the words stand; "words#2" asks for the second."""
    words, _, number = said.partition("#")
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    start = found[int(number or 1) - 1]
    return Named(words, Span(start, start + len(words)))


def claim(of: Report, speaker: str | None, actor: str | None) -> Claim:
    chain = (Attribution(named(of.text, speaker)),) if speaker else ()
    perpetrator = named(of.text, actor) if actor else None
    attack = Attack("Battles", "Armed clash", perpetrator) if actor else None
    return Claim(f"{speaker}|{actor}", of.id, ClaimKind.ATTACK, Span(0, 1), chain, detail=attack)


class Told:
    """The claims of some reports, grounded."""

    def __init__(
        self, reports: Sequence[Report], asked: Sequence[tuple[Report, str | None, str | None]]
    ) -> None:
        self.claims, self.actors = ground_actors(reports, [claim(*a) for a in asked], load_actors())
        self.by_id = {a.id: a for a in self.actors}

    def speaker(self, at: int = 0) -> Named:
        return self.claims[at].attribution[0].speaker

    def actor(self, at: int = 0) -> Named:
        detail = self.claims[at].detail
        assert isinstance(detail, Attack)
        assert detail.perpetrator is not None
        return detail.perpetrator

    def chain(self, of: Named) -> list[str]:
        """The actor's name and those of all that it is part of."""
        names: list[str] = []
        found: Actor | None = self.by_id.get(of.id or "")
        while found is not None:
            names.append(found.name)
            found = self.by_id.get(found.part_of or "")
        return names


def spoken(text: str, said: str) -> list[str]:
    """The chain of names behind a speaker's words."""
    of = report(text)
    told = Told([of], [(of, said, None)])
    return told.chain(told.speaker())


def acted(text: str, said: str, speaker: str | None = None) -> list[str]:
    """The chain of names behind the words for who acts."""
    of = report(text)
    told = Told([of], [(of, speaker, said)])
    return told.chain(told.actor())
