"""What the counts of a sentence are for, and what they are parts of."""

from collections.abc import Sequence

from warmonitor.model import Scope, Span, Toll
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.before import counted_anew, looks_back, measure_said, whole_before
from warmonitor.stages.extract.tolls.counted import Counted, find_counted
from warmonitor.stages.extract.tolls.found import Found
from warmonitor.stages.extract.tolls.measure import direct, sure
from warmonitor.stages.extract.tolls.parts import (
    among,
    goes_on,
    named_people,
    related,
    spelt_out,
    whom_a_number_counts,
)
from warmonitor.stages.extract.tolls.persons import Listed, find_listed, named_of
from warmonitor.stages.extract.tolls.scope import scope_of
from warmonitor.stages.extract.tolls.unnumbered import find_unnumbered


class Gathered:
    """The counts of a sentence, by index: what each is for, its whole, here or before, and its names."""

    def __init__(self, sentence: Sentence, speakers: list[Span]) -> None:
        self.sentence = sentence
        self.speakers = speakers
        self.counted = [one for one in everybody_counted(sentence) if not self._aside(one)]
        self.found = [sure(sentence, one, direct(sentence, one)) for one in self.counted]
        self.listed = find_listed(sentence, self.counted)
        self.names: dict[int, list[int]] = {}
        self.parts: dict[int, int] = {}
        self.wholes: dict[int, Draft] = {}
        self.likes: dict[int, Draft] = {}
        self.scopes: dict[int, Scope] = {}
        self._lend()

    def _speaks(self, span: Span) -> bool:
        return any(span.meets(speaker) for speaker in self.speakers)

    def _aside(self, one: Counted) -> bool:
        """Say whether those counted only speak, fight ("between two clans") or are kin: "father of three"."""
        if self.sentence.low(one.first) == "between" and one.quantity.low == one.quantity.high:
            return True
        kin = one.first > 1 and self.sentence.low(one.first - 1) == "of"
        return self._speaks(one.span) or (kin and self.sentence.lemma(one.first - 2) in words("toll", "kin"))

    def _lend(self) -> None:
        """Give counts that stand among persons listed what those suffered."""
        for one in self.listed:
            for k, tokens in one.counted.items():
                if self.found[k] is None and self.counted[k].noun is not None:
                    self.found[k] = Found(one.zone.measure, one.zone.trigger)
                self.names[k] = tokens
            for k in one.described:
                self.found[k] = None

    def relate(self, before: Sequence[Draft]) -> None:
        """Find the whole of each part, and what counts are for that only their neighbours tell."""
        for k, hit in enumerate(self.found):
            if hit is not None:
                self.counted[k] = whom_a_number_counts(self.sentence, self.counted[k], hit)
        for k, one in enumerate(self.counted):
            self.found[k], total = related(self.sentence, self.counted, self.found, k, one)
            self.found[k] = self.found[k] or among(self.sentence, one, before)
            if total is None:
                total = self._by_list(k)
            if total is not None:
                self.parts[k] = total
            elif (whole := whole_before(self.sentence, one, before)) and isinstance(whole.detail, Toll):
                self.wholes[k] = whole
                self.found[k] = self.found[k] or Found(whole.detail.measure, one.last)
            elif self.found[k] is None and looks_back(self.sentence, one):
                measure = measure_said(self.sentence)
                self.found[k] = Found(measure, one.last) if measure else None
            elif (
                (hit := self.found[k])
                and not any(self.found[:k])
                and (like := counted_anew(self.sentence, one, hit, before))
            ):
                self._count_anew(k, hit, like)

    def _count_anew(self, k: int, hit: Found, like: Draft) -> None:
        if isinstance(like.detail, Toll):
            self.likes[k] = like
            self.found[k] = Found(like.detail.measure, hit.trigger)

    def _by_list(self, k: int) -> int | None:
        """Return the whole of a count that goes on a list of parts, or spells out the count before it."""
        if not k:
            return None
        before, one = self.counted[k - 1], self.counted[k]
        if k - 1 in self.parts and goes_on(self.sentence, before, one):
            self.found[k] = self.found[k - 1]
            return self.parts[k - 1]
        if self.found[k - 1] is not None and spelt_out(self.sentence, before, one):
            self.found[k] = self.found[k - 1]
            return k - 1
        return None

    def people(self, k: int) -> Counted:
        """Return count k with the people whom "of them" or a bare number counts."""
        total = self.parts.get(k)
        others = [c for j, c in enumerate(self.counted) if j not in self.parts or j == total]
        self.counted[k] = named_people(self.sentence, self.counted[k], others, total)
        return self.counted[k]

    def scope(self, k: int) -> Scope:
        """Return the scope of count k among those of its sentence; a part counts some."""
        own = self.found[k]
        if own is None or k in self.parts or k in self.wholes:
            return Scope.SOME
        before = [(j, hit) for j in range(k) if (hit := self.found[j]) is not None]
        alike = [j for j, hit in before if hit.measure is own.measure]
        known = [(self.counted[j], self.scopes.get(j, Scope.SOME)) for j in alike]
        self.scopes[k] = scope_of(self.sentence, self.counted[k], known, len(alike) < len(before))
        return self.scopes[k]

    def tells(self, listed: Listed) -> bool:
        """Say whether persons are listed by name or as kin, none of whom speaks."""
        return listed.count > 0 and not any(
            self._speaks(name.span) for name in named_of(self.sentence, listed.names)
        )


def everybody_counted(sentence: Sentence) -> list[Counted]:
    """Return the people counted in a sentence, with those told of without a number, in order."""
    numbered = find_counted(sentence)
    taken = {i for one in numbered for i in range(one.first, one.last + 1)}
    return sorted([*numbered, *find_unnumbered(sentence, taken)], key=lambda one: one.first)
