"""Places and actors judged to be one, or a mention judged to be another: ids joined and parted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from warmonitor.model import Actor, ActorStatus, Claim, Held, Judged, Named, Place, Verdict, make_id
from warmonitor.run.judged.finding import Find, finder, missing
from warmonitor.run.judged.pairs import joined
from warmonitor.run.judged.records import Minutes, shown
from warmonitor.run.walk import with_every

R = TypeVar("R", Place, Actor)

BECAUSE = "a reviewer judged them to be one"


class Names(Generic[R]):
    """Places, or actors, with the claims that name them, as reviewers judge them."""

    def __init__(
        self, claims: Sequence[Claim], records: Sequence[R], held: Sequence[Held], minutes: Minutes
    ) -> None:
        self.claims = list(claims)
        self.records: dict[str, R] = {one.id: one for one in records}
        self._held, self._minutes = held, minutes
        self.changed = False
        self.seen: dict[str, R] = {one.id: one for by in held for one in by.judgement.seen}  # type: ignore[misc]
        sets, self._against = joined(held)
        known = {one for by in held for one in (by.judgement.subject.id, by.judgement.subject.other) if one}
        groups: dict[str, list[str]] = {}
        for one in sorted(known):
            groups.setdefault(sets.home(one), []).append(one)
        self._head = {one: min(group, key=self._rank) for group in groups.values() for one in group}

    def head(self, one: str) -> str:
        """Return the id of the record that stands for an id."""
        return self._head.get(one, one)

    def _rank(self, one: str) -> tuple[bool, str]:
        """Return what stands for others is told by: known to the look-ups, then the least id."""
        seen = self.seen.get(one)
        known = (
            seen.gazetteer if isinstance(seen, Place) else getattr(seen, "status", None) is ActorStatus.KNOWN
        )
        return not known, one

    def judge(self, texts: Mapping[str, str]) -> None:
        """Join what is one, then take out single mentions; `texts` are those of the reports, as written."""
        self._join()
        find = finder(self.claims, texts)
        for one in self._held:
            if one.judgement.verdict is Verdict.DIFFERENT and one.judgement.subject.other is None:
                self._part(one, find, texts)

    def _join(self) -> None:
        there = set(self.records)
        for by in self._held:
            subject = by.judgement.subject
            pair = (subject.id, subject.other or "")
            met = sorted({self.head(one) for one in pair if one in there})
            if by in self._against and met:
                self._minutes.wait(by, subject.id, "other judgements say that the two are different")
            elif subject.other:
                self._minutes.bear(by, met, self._was(by))
        moved = {one for one in there if self.head(one) != one}
        self.changed = self.changed or bool(moved)
        for one in sorted(moved):
            self._merge(self.head(one), self.records.pop(one))
        if moved:
            self.claims = [with_every(claim, Named, self._renamed) for claim in self.claims]
            self.records = {key: self._pointed(one) for key, one in self.records.items()}

    def _was(self, by: Held) -> str:
        if by.judgement.verdict is not Verdict.SAME:
            return ""
        ids = (by.judgement.subject.id, by.judgement.subject.other or "")
        return " and ".join(self.seen[one].name for one in ids if one in self.seen)

    def _merge(self, head: str, one: R) -> None:
        base: R = self.records.get(head) or self.seen[head]
        names = tuple(sorted({*base.names_seen, *one.names_seen, one.name}))
        because = (
            base.because if BECAUSE in base.because else "; ".join(filter(None, (base.because, BECAUSE)))
        )
        self.records[head] = replace(base, names_seen=names, because=because)

    def _renamed(self, named: Named) -> Named:
        if named.id is None or self.head(named.id) == named.id:
            return named
        record = self.records[self.head(named.id)]
        return replace(named, id=record.id, name=record.name)

    def _pointed(self, one: R) -> R:
        """Return a record with what it names by id put to the record that stands for it."""
        if isinstance(one, Place):
            return replace(one, of=self.head(one.of)) if one.of else one
        return replace(one, part_of=self.head(one.part_of)) if one.part_of else one

    def _part(self, by: Held, find: Find, texts: Mapping[str, str]) -> None:
        subject = by.judgement.subject
        cited, whole = subject.cited[0], self.head(subject.id)
        claim = find(cited)
        at = next((n for n, one in enumerate(self.claims) if claim and one.id == claim.id), None)
        if at is None:
            if cited.report in texts:
                self._minutes.wait(by, cited.report, f"of {shown(cited)}, {missing(cited, texts)}")
            return
        other = self.head(make_id(subject.kind.value, "judged", subject.key))
        mentions: list[Named] = []

        def renamed(named: Named) -> Named:
            if named.id != whole:
                return named
            mentions.append(named)
            return replace(named, id=other, name=named.said, precision=None)

        self.claims[at] = with_every(self.claims[at], Named, renamed)
        if not mentions:
            self._minutes.wait(by, cited.report, f"the claim {shown(cited)} names it no more")
            return
        self.changed = True
        name = self.records[whole].name if whole in self.records else whole
        self.records.setdefault(other, self._fresh(other, mentions[0], name, subject.kind))
        self._minutes.bear(by, [whole, other], name)

    def _fresh(self, key: str, mention: Named, whole: str, kind: Judged) -> R:
        if key in self.seen:
            return self.seen[key]
        because = f"a reviewer judged that it is not {whole}"
        names = (mention.said,)
        if kind is Judged.PLACE:
            return Place(key, mention.said, names, because=because)  # type: ignore[return-value]
        return Actor(key, mention.said, names, because=because, status=ActorStatus.NEW)  # type: ignore[return-value]
