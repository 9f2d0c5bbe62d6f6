"""Records too long for one page: each part says how much of what it is, and leads to all the others."""

from collections.abc import Iterator
from typing import Any

import lxml.html
import pytest
from shelved import shelve
from starlette.testclient import TestClient

from pages.test_entities_records import WHEN, report, row, toll
from pages.visiting import flat
from warmonitor.store.membership import Role
from warmonitor.store.shelf import Row
from warmonitor.store.store import open_store
from web.asking import Office

CLAIMS = [f"claim-{number:03}" for number in range(450)]
REPORTS = [f"report-{number:03}" for number in range(70)]
NOTES = "//main//p[@class='note']"
HTML = {"Accept": "text/html"}


def event() -> Row:
    last = CLAIMS[-1]
    hurt = {"measure": "killed", "low": 4, "high": 4, "claims": [last]}
    content = {
        "id": "event-long", "type": "Battles", "sub_type": None, "when": WHEN, "place": None, "actors": [],
        "claims": CLAIMS, "reports": ["report-Lamp"], "strands": [], "origins": [], "casualties": [hurt],
        "grade": None, "harm": None,
    }  # fmt: skip
    return row("events", content)


def strand() -> Row:
    link = {"kind": "reprint", "shared": 1.0, "changes": [], "because": "", "kind_because": ""}
    links = [{**link, "copy": one, "of": REPORTS[0]} for one in REPORTS[1:]]
    beside = [{**link, "kind": "stock", "copy": one, "of": REPORTS[1]} for one in REPORTS[2:]]
    return row("strands", {"id": "strand-long", "reports": REPORTS, "links": links, "beside": beside})


def copy(number: int) -> Row:
    return told_by(f"{number:03}", copy_of=REPORTS[0] if number else None)


def told_by(name: str, **more: Any) -> Row:
    made = report(name, "4 people were killed at Orlen")
    return row("reports", {**made.content, "agencies": [], "strand": "strand-long", "copy_of": None, **more})


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    dispute = {"id": "dispute-long", "kind": "figure", "about": "the dead of Orlen", "because": "",
               "claims": CLAIMS, "denials": []}  # fmt: skip
    telling = {"nearest": None, "sureness": 0.9, "because": "", "passage": False}
    tellings = [{**telling, "report": REPORTS[number % len(REPORTS)]} for number in range(250)]
    happening = {"id": "coverage-long", "events": [], "reports": tellings}
    claims = [toll(one.removeprefix("claim-"), "Lamp", 4) for one in CLAIMS]
    reports = [told_by("Lamp"), *map(copy, range(70))]
    records = [event(), strand(), row("disputes", dispute), row("coverage", happening)]
    with open_store(str(tmp_path_factory.mktemp("long") / "store"), None, create=True) as store:
        shelve(store, "one", [*reports, *claims, *records])
        yield Office(store).session(Role.READER)


def parts(client: TestClient, address: str) -> Iterator[tuple[str, Any]]:
    """Follow the way from part to part: what each says of itself, and its record."""
    while address:
        page = lxml.html.fromstring(client.get(address, headers=HTML).text)
        said = [flat(one.text_content()) for one in page.xpath(NOTES) if " of " in one.text_content()]
        yield " ".join(said), client.get(address).json()
        more = page.xpath("//main//nav/a[@rel='next']")
        path = address.partition("?")[0]
        href = more[0].get("href").partition("#")[0] if more else ""
        assert not href or href.startswith(path + "?")
        address = href


@pytest.mark.parametrize(("kind", "sizes"), [("events", [200, 200, 50]), ("disputes", [120, 120, 120, 90])])
def test_parts_hold_each_claim_once(client: TestClient, kind: str, sizes: list[int]) -> None:
    found = list(parts(client, f"/{kind}/{kind[:-1]}-long"))
    shown = [[one["claim"] for of in groups(page) for one in of["sentences"]] for _, page in found]
    assert [len(of) for of in shown] == sizes
    assert sorted(one for of in shown for one in of) == CLAIMS
    assert found[0][0].startswith(f"The first {sizes[0]} of 450 claims.")
    assert found[1][0].startswith(f"Further {sizes[1]} of 450 claims.")
    assert found[-1][0].startswith(f"The last {sizes[-1]} of 450 claims.")


def groups(page: Any) -> list[Any]:
    return list(page["by_origin"] if "by_origin" in page else page["sides"])


def test_counts_have_their_sentences_on_each_part(client: TestClient) -> None:
    for _, page in parts(client, "/events/event-long"):
        assert [one["claim"] for one in page["casualties"][0]["claims"]] == [CLAIMS[-1]]


def test_reports_of_a_happening_come_by_parts(client: TestClient) -> None:
    found = [len(page["reports"]) for _, page in parts(client, "/coverage/coverage-long")]
    assert found == [200, 50]


def test_a_strand_says_how_much_is_drawn_and_leads_to_all(client: TestClient) -> None:
    page = lxml.html.fromstring(client.get("/strands/strand-long", headers=HTML).text)
    note = next(one for one in page.xpath(NOTES) if "drawn" in one.text_content())
    assert flat(note.text_content()).startswith("The first 60 of 70 reports by day are drawn")
    address = note.xpath(".//a")[0].get("href")
    assert address == "/reports?strand=strand-long"


def test_what_is_shared_beside_copying_comes_by_parts(client: TestClient) -> None:
    found = [len(page["beside"]) for _, page in parts(client, "/strands/strand-long")]
    assert found == [50, 18]


def test_a_part_is_a_number_in_bounds(client: TestClient) -> None:
    assert client.get("/events/event-long?start=-1").status_code == 400
    assert client.get("/events/event-long?begin=3").status_code == 400
    assert client.get("/events/event-long?start=9000").json()["by_origin"] == []
