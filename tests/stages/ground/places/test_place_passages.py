"""What words of place mean in passages of our own: areas, namesakes, and names that are no places."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from place_passages import DESCRIPTIONS, NAMESAKES, NO_PLACES

from warmonitor.model import Claim, ClaimKind, Issue, Named, Place, Report, Span
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.stages.ground.places import find_place_names, ground_places_noting


def rows(table: str) -> Iterator[tuple[str, str]]:
    for line in table.strip().splitlines():
        passage, _, meant = line.rpartition(" = ")
        yield passage.replace(" // ", "\n\n"), meant


@cache
def grounded(passage: str) -> tuple[Named, Place | None, tuple[Issue, ...]]:
    found = re.search(r"\[(.*?)\]", passage)
    assert found is not None
    span = Span(found.start(), found.end() - 2)
    report = Report("r", "r.txt", "", passage.replace("[", "").replace("]", ""))
    claim = Claim("c", "r", ClaimKind.ATTACK, span, where=(Named(found.group(1), span),))
    claims, places, issues = ground_places_noting([report], [claim], load_gazetteer())
    named = claims[0].where[0]
    return named, next((one for one in places if one.id == named.id), None), tuple(issues)


def as_told(passage: str) -> str:
    named, place, _ = grounded(passage)
    if place is None:
        return "open"
    code = "unlocated" if place.latitude is None else str(place.where_prec)
    return f"{named.name}; {named.precision}; {code}"


@pytest.mark.parametrize(("passage", "meant"), list(rows(DESCRIPTIONS)))
def test_a_description_is_ground_of_its_own_or_open(passage: str, meant: str) -> None:
    assert as_told(passage) == meant
    assert grounded(passage)[0].because


@pytest.mark.parametrize(("passage", "meant"), list(rows(NAMESAKES)))
def test_a_name_of_many_places_is_told_or_left_open(passage: str, meant: str) -> None:
    named, place, issues = grounded(passage)
    assert place is not None
    if meant == "ambiguous":
        assert (place.latitude, [one.code for one in issues]) == (None, ["place-ambiguous"])
        return
    name, country, province = meant.split(";")
    assert (named.name, place.country, issues) == (name, country.strip(), ())
    assert province.strip() in {"", place.inside}


@pytest.mark.parametrize(("passage", "meant"), list(rows(NO_PLACES)))
def test_persons_bodies_and_words_are_no_places(passage: str, meant: str) -> None:
    found = [one.name for one in find_place_names(passage, load_gazetteer())]
    assert found == meant.split("; ")
