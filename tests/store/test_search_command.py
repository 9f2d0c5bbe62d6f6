"""`warmonitor search`, the way a user runs it."""

import json

from kept_documents import Place
from shelved import claim, shelve
from typer.testing import CliRunner, Result

from warmonitor.cli import app
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row


def search(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, ["search", *map(str, arguments)])
    assert done.exit_code == code, done.stderr or done.exception
    return done


def town(number: int, name: str, *seen: str) -> Row:
    content = {"id": f"place-{number}", "name": name, "names_seen": list(seen), "country": "XX"}
    return Row("places", f"place-{number}", content, rank((f"place-{number}",)))


def filled(place: Place) -> None:
    with place.open() as store:
        towns = [town(1, "Orlen", "Orlin"), town(2, "Maart"), town(3, "Maart"), town(4, "Orlen Gate")]
        shelve(store, "a", [*towns, *(claim(number, place=f"place-{number % 2}") for number in range(4))])


def test_what_is_found_is_a_line_each(place: Place) -> None:
    filled(place)
    told = search("harbour", '"of orlen"', *place.options, "--limit", 3)
    lines = told.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"claims claim-0000{n}" for n in (3, 2, 1)]
    assert "There is more: --after " in told.stderr
    after = told.stderr.split("--after ")[1].strip()
    assert search("harbour", *place.options, "--after", after).stdout.startswith("claims claim-00000: ")


def test_places_go_by_any_spelling(place: Place) -> None:
    filled(place)
    for said in ("orlin", "Órlen", "place-1"):
        told = search("killed", *place.options, "--place", said, "--json", "--kind", "claims")
        found = [json.loads(line) for line in told.stdout.splitlines()]
        assert [one["id"] for one in found] == ["claim-00003", "claim-00001"]
        assert [found[0]["text"][low:high] for low, high in found[0]["marks"]] == ["killed"]
    assert "place-unclear" in search("killed", *place.options, "--place", "maart", code=2).stderr
    assert "place-unknown" in search("killed", *place.options, "--place", "Norr", code=2).stderr
    assert "actor-unknown" in search("killed", *place.options, "--actor", "!", code=2).stderr


def test_filters_are_given_by_name(place: Place) -> None:
    filled(place)
    told = search("killed", *place.options, "--since", "2031-05-02", "--only", "until=2031-05-03")
    assert [line[7:18] for line in told.stdout.splitlines()] == ["claim-00002", "claim-00001"]
    assert "filter-unknown" in search("killed", *place.options, "--only", "colour=red", code=2).stderr
    assert search("barley", *place.options, code=2).stdout == ""
