"""Events judged to be one happening, or claims judged to tell of another: joined and parted after group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from warmonitor.model import Cited, Claim, Event, Held, Verdict, When, make_id
from warmonitor.run.judged.finding import Find, missing
from warmonitor.run.judged.records import Minutes, shown
from warmonitor.stages.group import Grouped
from warmonitor.stages.group.events import make_events
from warmonitor.stages.group.facts import Scene

ONE = "a reviewer judged them to be one happening"
ANOTHER = "a reviewer judged that it is another happening"


class Events:
    """The events of some claims, as reviewers judge them, with the groups of reports that tell of them."""

    def __init__(
        self, grouped: Grouped, scene: Scene, texts: Mapping[str, str], find: Find, minutes: Minutes
    ) -> None:
        self._events = {event.id: event for event in grouped.events}
        self._claims = {claim.id: claim for claim in grouped.claims}
        self._moved: dict[str, list[str]] = {}
        self._grouped, self._scene, self._texts = grouped, scene, texts
        self._find, self._minutes = find, minutes

    def judge(self, held: Iterable[Held]) -> Grouped:
        """Return what group made, with events joined and parted in the order of the judgements."""
        for one in held:
            sides = [self._told(side) for side in (one.judgement.subject.cited, one.judgement.subject.others)]
            if all(sides):
                self._judge(one, *sides)
            elif self._all_here(one):
                self._wait(one)
        if not self._moved:
            return self._grouped
        coverage = [replace(one, events=self._now(one.events)) for one in self._grouped.coverage]
        events = sorted(
            self._events.values(), key=lambda one: (str(one.when.earliest), str(one.when.latest), one.id)
        )
        return replace(self._grouped, events=events, coverage=coverage)

    def _told(self, side: Sequence[Cited]) -> list[Claim]:
        """Return the claims of one side that tell of an event."""
        told = {claim for event in self._events.values() for claim in event.claims}
        found = [claim for cited in side if (claim := self._find(cited))]
        return [claim for claim in found if claim.id in told]

    def _all_here(self, one: Held) -> bool:
        subject = one.judgement.subject
        return all(any(c.report in self._texts for c in side) for side in (subject.cited, subject.others))

    def _wait(self, one: Held) -> None:
        cited = [*one.judgement.subject.cited, *one.judgement.subject.others]
        lost = next((c for c in cited if c.report in self._texts and not self._find(c)), cited[0])
        why = missing(lost, self._texts) if not self._find(lost) else "it tells of no happening now"
        self._minutes.wait(one, lost.report, f"of {shown(lost)}, {why}")

    def _judge(self, one: Held, here: list[Claim], there: list[Claim]) -> None:
        if one.judgement.verdict is Verdict.SAME:
            first, other = self._home(here), self._home(there)
            made = first if first.id == other.id else self._join(first, other)
            self._minutes.bear(one, [made.id], f"{_called(first)} and {_called(other)}")
            return
        for event in [self._events[key] for key in sorted(self._events)]:
            if {claim.id for claim in here} & set(event.claims):
                self._part(one, event, there)

    def _home(self, claims: Sequence[Claim]) -> Event:
        """Return the event that most of some claims tell of."""
        ids = {claim.id for claim in claims}
        return min(self._events.values(), key=lambda event: (-len(ids & set(event.claims)), event.id))

    def _join(self, first: Event, other: Event) -> Event:
        main, more = sorted((first, other), key=lambda event: (-len(event.claims), event.id))
        claims = tuple(sorted({*main.claims, *more.claims}))
        when = _within(main.when, more.when)
        made = replace(
            main,
            id=make_id("event", main.type, main.sub_type, when.earliest, when.latest, *claims),
            place=main.place or more.place,
            when=when,
            actors=tuple(sorted({*main.actors, *more.actors})),
            claims=claims,
            because="; ".join(filter(None, (main.because, ONE))),
        )
        self._put([main.id, more.id], [made])
        return made

    def _part(self, one: Held, event: Event, there: Sequence[Claim]) -> None:
        """Take claims out of an event, and those of other reports in the same words with them."""
        words = {self._words(claim) for claim in there}
        leaving = [c for key in event.claims if (c := self._claims.get(key)) and self._words(c) in words]
        staying = tuple(key for key in event.claims if key not in {claim.id for claim in leaving})
        if not leaving:
            self._minutes.bear(one, [event.id])
            return
        if not staying:
            why = "all claims of the event are in the same words"
            self._minutes.wait(one, leaving[0].report, why)
            return
        apart = self._apart(event, leaving)
        kind = (event.type, event.sub_type, event.when.earliest, event.when.latest)
        rest = replace(event, id=make_id("event", *kind, *staying), claims=staying)
        self._put([event.id], [rest, *apart])
        self._minutes.bear(one, [rest.id, *(made.id for made in apart)], _called(event))

    def _apart(self, event: Event, leaving: list[Claim]) -> list[Event]:
        """Return the happenings that claims tell of by themselves, one at least."""
        made = make_events(leaving, self._scene)
        left = tuple(sorted({claim.id for claim in leaving} - {key for one in made for key in one.claims}))
        if left:
            key = make_id("event", event.type, event.sub_type, *left)
            made.append(replace(event, id=key, claims=left, because=""))
        return [replace(one, because="; ".join(filter(None, (one.because, ANOTHER)))) for one in made]

    def _words(self, claim: Claim) -> tuple[str, str]:
        return claim.kind, claim.quote.of(self._texts.get(claim.report, ""))

    def _put(self, gone: Iterable[str], made: Sequence[Event]) -> None:
        for key in gone:
            self._events.pop(key, None)
            self._moved[key] = [one.id for one in made]
        self._events.update({one.id: one for one in made})

    def _now(self, events: Iterable[str]) -> tuple[str, ...]:
        """Return the ids that events have now, whatever happened to them in turn."""
        found: list[str] = []
        for key in events:
            found += self._now(self._moved[key]) if key in self._moved and key not in self._events else [key]
        return tuple(dict.fromkeys(found))


def _within(one: When, other: When) -> When:
    """Return the days that both allow, those of the first where they share none."""
    if not one.known() or not one.meets(other):
        return one if one.known() else other
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return replace(one, earliest=max(starts, default=None), latest=min(ends, default=None))


def _called(event: Event) -> str:
    return f"{event.sub_type or event.type} ({event.when.earliest or 'day not known'}, {event.id})"
