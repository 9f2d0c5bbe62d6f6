"""Tolls of one happening go with the attack that they belong to; cumulative totals stay out."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from warmonitor.model import Claim, Measure, Span, Toll, When, fold
from warmonitor.stages.group.facts import Scene, campaign, load_families, order, sharp
from warmonitor.stages.group.strikes import NEXT_SENTENCES, Happening, Strike

OF_ONE_HAPPENING = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.DETAINED}
)


def attach_tolls(
    tolls: list[Claim], happenings: list[Happening], scene: Scene, copies: Iterable[tuple[Strike, int]] = ()
) -> dict[str, int]:
    """Return, for each toll of one happening, the number of the happening that it belongs to.

    `copies` are strikes of copied texts, each with the number of the happening of its first telling.
    """
    by_report: dict[str, list[tuple[Strike, int]]] = {}
    for number, happening in enumerate(happenings):
        for strike in happening.strikes:
            by_report.setdefault(strike.report, []).append((strike, number))
    for strike, number in copies:
        by_report.setdefault(strike.report, []).append((strike, number))
    found: dict[str, int] = {}
    for toll in sorted(tolls, key=order):
        near = [pair for pair in by_report.get(toll.report, ()) if not pair[0].campaign]
        if single(toll) or _of_one_strike(toll, near, scene):
            home = _home(toll, [pair for pair in near if _hurts(pair[0])] or near, happenings, scene)
            if home is not None:
                found[toll.id] = home
    return _with_parts(tolls, found)


def _home(
    toll: Claim, near: list[tuple[Strike, int]], happenings: list[Happening], scene: Scene
) -> int | None:
    """Return the happening told nearest to a toll, or the one that its report is about.

    The latter stands before a nearer one of which neither time nor place is known.
    """
    ranked = [(_distance(toll, one, scene), number) for one, number in near if _fits(toll, one, scene)]
    nearest = min(ranked)[1] if ranked and min(ranked)[0][0] <= NEXT_SENTENCES else None
    about = _about(toll, near, scene)
    if nearest is None or about is None:
        return about if nearest is None else nearest
    known = happenings[nearest].when.known() or happenings[nearest].spots
    return nearest if known else about


def _of_one_strike(toll: Claim, near: list[tuple[Strike, int]], scene: Scene) -> bool:
    """Say whether a toll of a longer time has it from one strike: "the strike last month killed 30"."""
    detail, sentence = toll.detail, scene.sentence(toll)
    if not isinstance(detail, Toll) or detail.measure not in OF_ONE_HAPPENING or toll.when.days() is None:
        return False
    return any(
        strike.sentence == sentence
        and (strike.when.earliest, strike.when.latest) == (toll.when.earliest, toll.when.latest)
        for strike, _ in near
    )


def _hurts(strike: Strike) -> bool:
    """Say whether people can be counted as hurt in a strike: not where damage alone is told."""
    return strike.family not in load_families()["harmless"]


def _about(toll: Claim, near: list[tuple[Strike, int]], scene: Scene) -> int | None:
    """Return the one happening that a report is about, where a toll without time or place can be of it."""
    told = Counter(number for _, number in near)
    if not told:
        return None
    sharpest = {number: (not strike.when.known(), strike.claim.quote)
                for strike, number in sorted(near, key=_place_in_text, reverse=True)}  # fmt: skip
    number = min(told, key=lambda one: (-told[one], sharpest[one], one))
    strikes = [strike for strike, home in near if home == number]
    when, area = _stated(toll), scene.area(toll)
    areas = {place for strike in strikes for place in (strike.spot, strike.area) if place}
    times = [strike.when for strike in strikes if strike.when.known()]
    fits = not when.known() or any(when.meets(time) for time in times)
    around = scene.places.around
    there = not area or not areas or any(area in {one, *around(one)} or one in around(area) for one in areas)
    return number if fits and there else None


def _place_in_text(pair: tuple[Strike, int]) -> tuple[bool, Span, int]:
    return not pair[0].when.known(), pair[0].claim.quote, pair[1]


def clashes(tolls: Iterable[Claim], taken: dict[str, int], scene: Scene) -> list[list[Claim]]:
    """Return the tolls of fighters on one day that no attack claim tells of: each list is one clash."""
    found: dict[tuple[Any, ...], list[Claim]] = {}
    for toll in sorted(tolls, key=order):
        if toll.id not in taken and single(toll) and sharp(toll.when) and _of_fighters(toll):
            speakers = scene.speakers(toll) or (toll.report,)
            found.setdefault((toll.when.earliest, scene.area(toll) or "", speakers), []).append(toll)
    return [found[key] for key in sorted(found, key=str)]


def single(toll: Claim) -> bool:
    """Say whether a toll counts the people of one happening, not of a campaign."""
    detail = toll.detail
    return isinstance(detail, Toll) and detail.measure in OF_ONE_HAPPENING and not campaign(_stated(toll))


def _stated(toll: Claim) -> When:
    return toll.when if toll.when.said else When()


def _distance(toll: Claim, strike: Strike, scene: Scene) -> tuple[int, int]:
    """Return sentences and characters between a toll and the attack; an attack told later is farther."""
    apart = scene.sentence(toll) - strike.sentence
    return abs(apart) + (apart < 0), abs(toll.quote.start - strike.claim.quote.start)


def _fits(toll: Claim, strike: Strike, scene: Scene) -> bool:
    """An attack told before the toll, or in its own sentence; a vague time fits only in one sentence."""
    spot, when = scene.spot(toll), _stated(toll)
    apart = scene.sentence(toll) - strike.sentence
    if apart not in range(NEXT_SENTENCES + 1):
        return False
    if spot and strike.spot and spot != strike.spot and _both_located(spot, strike.spot, scene):
        return False
    if not when.known() or not strike.when.known():
        return apart < NEXT_SENTENCES
    return when.meets(strike.when) and (apart == 0 or sharp(when) is sharp(strike.when))


def _both_located(here: str, there: str, scene: Scene) -> bool:
    """Say whether both places can be located: one that nobody can locate keeps no toll from an attack."""
    return scene.places.km(here, there) is not None


def _with_parts(tolls: list[Claim], found: dict[str, int]) -> dict[str, int]:
    whole_of = {toll.id: toll.detail.part_of for toll in tolls if isinstance(toll.detail, Toll)}
    for toll, whole in sorted(whole_of.items()):
        if whole in found and toll not in found:
            found[toll] = found[whole]
    return found


def _of_fighters(toll: Claim) -> bool:
    words = fold(toll.detail.of).split() if isinstance(toll.detail, Toll) else []
    fighters = load_families()["combatants"]
    return bool(words) and any(words[-1] in (word, f"{word}s") for word in fighters)
