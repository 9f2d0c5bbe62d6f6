"""Claims for a whole country, spells without a known start, sieges of which nobody says by whom."""

from datetime import date

from literal_claims import Paper, actor, at, claims_of, on, place, reports_of, strands_of

from warmonitor.model import ActorKind, Change, ControlStatus, Evidence, PlacePrecision
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [
    place("Varenia", (10.0, 20.0), PlacePrecision.COUNTRY),
    place("Orvane", (10.1, 20.1), inside="Varenia"),
]
ACTORS = [
    actor("army", "government", kind=ActorKind.STATE_FORCES),
    actor("Harl Front", "opposition", kind=ActorKind.REBEL_GROUP),
    actor("Ostra League", "league", kind=ActorKind.REBEL_GROUP),
]


def made(*papers: Paper) -> Reconciled:
    told = [*papers]
    claims, reports, strands = claims_of(told), reports_of(told), strands_of(told)
    grouped = group(claims, reports, PLACES, ACTORS)
    return reconcile(grouped.claims, grouped.events, reports, strands, PLACES, ACTORS)


def told(name: str, day: str, change: Change, who: str | None, where: str = "Orvane") -> Paper:
    one = Paper(name, day)
    precision = "country" if where == "Varenia" else "exact"
    one.says(f"The {name} tells of it.").control(change, who, where=[at(where, precision)], when=on(day))
    return one


def test_a_claim_for_a_whole_country_is_an_issue_and_gives_no_place_inside_it() -> None:
    result = made(
        told("a", "2031-03-01", Change.HOLDS, "army"),
        told("b", "2031-03-05", Change.GAINED, "Harl Front", "Varenia"),
    )
    (issue,) = result.issues
    assert (issue.code, issue.item) == ("control-wide", "report-b")
    assert "Varenia" in issue.said
    inside = {one.holder for one in result.control if one.place == "place-Orvane" and one.holder}
    assert inside == {"army"}


def test_a_spell_without_a_known_start_says_what_its_days_rest_on_and_ends() -> None:
    paper = Paper("a", "2031-03-05")
    paper.says("The army holds it.").control(Change.HOLDS, "army", where=[at("Orvane")])
    held, unknown = made(paper).control
    assert (held.status, held.when.earliest, held.told_until) == (ControlStatus.HELD, None, date(2031, 3, 5))
    assert [one.evidence for one in held.stretches] == [Evidence.CARRIED, Evidence.TOLD, Evidence.CARRIED]
    assert held.when.latest is not None
    assert (unknown.status, unknown.holder) == (ControlStatus.UNKNOWN, None)


def test_who_rings_a_place_is_the_one_other_that_takes_ground() -> None:
    papers = [told("a", "2031-03-01", Change.HOLDS, "army"), told("b", "2031-03-05", Change.SURROUNDED, None)]
    papers.append(told("c", "2031-02-01", Change.GAINED, "Harl Front"))
    (siege,) = [one for one in made(*papers).control if one.status is ControlStatus.SURROUNDED]
    assert (siege.by, siege.holder) == ("Harl Front", "army")
    assert "by whom is not said" in siege.because


def test_who_rings_a_place_is_left_open_where_two_others_take_ground() -> None:
    papers = [told("a", "2031-03-01", Change.HOLDS, "army"), told("b", "2031-03-05", Change.SURROUNDED, None)]
    papers += [told("c", "2031-02-01", Change.GAINED, "Harl Front"),
               told("d", "2031-02-05", Change.GAINED, "Ostra League")]  # fmt: skip
    (siege,) = [one for one in made(*papers).control if one.status is ControlStatus.SURROUNDED]
    assert (siege.by, siege.because) == (None, "surrounded")
