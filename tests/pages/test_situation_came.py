"""What came in, by the clock of the server: on the first page, and as a list."""

from datetime import UTC, datetime
from pathlib import Path

from kept_documents import NOW, made_of, raw_report

from pages.visiting import Room, Visitor, flat
from warmonitor.store.membership import Role
from warmonitor.store.store import open_store
from web.asking import OWN, Office

HTML = {"Accept": "text/html"}


def test_the_first_page_counts_what_came_and_leads_to_it(reader: Visitor) -> None:
    today = datetime.now(UTC).date().isoformat()
    page = reader.open(f"/?today={today}")
    row = page.query_selector("[aria-labelledby=came] tbody tr")
    assert row is not None
    assert flat(row.inner_text()) == "Reports 14 14"
    page.click("[aria-labelledby=came] tbody tr >> nth=0 >> a >> nth=0")
    assert page.locator("tbody tr").count() == 14
    came = page.locator("tbody td time").first
    assert (came.get_attribute("datetime") or "").startswith(today[:4])
    reader.quiet()


def test_nothing_came_on_other_days(example: Room) -> None:
    client = example.office.session(Role.READER)
    assert client.get("/came?since=2001-01-01&until=2001-01-02").json()["lines"] == []
    came = client.get("/?today=2001-01-02").json()["came"]
    assert [[one["said"] for one in counts] for _, counts in came["rows"]] == [["0", "0"]] * 3
    assert client.get("/came?since=2001-01-02&until=2001-01-01").status_code == 400


def test_judgements_lead_to_those_of_the_same_days(own_example: Room) -> None:
    client = own_example.office.session(Role.REVIEWER)
    claim = client.get("/api/1/claims?limit=1").json()["items"][0]
    given = {"of": {"kind": "claim", "id": claim["id"]}, "verdict": "accept", "why": "as the words say"}
    answer = client.post("/api/1/judgements", json=given, headers=OWN | {"If-Match": '"0"'})
    assert answer.status_code == 201
    today = own_example.office.desk.now().date().isoformat()
    name, counts = client.get(f"/?today={today}").json()["came"]["rows"][2]
    assert (name, [one["said"] for one in counts]) == ("Judgements", ["1", "1"])
    assert len(client.get(counts[0]["href"]).json()["judgements"]) == 1
    assert client.get("/judgements?until=2001-01-01").json()["judgements"] == []


def test_pages_of_what_came_lead_on(example: Room) -> None:
    client = example.office.session(Role.READER)
    asked = "/came?since=2000-01-01&until=2099-12-31"
    lines = client.get(asked).json()["lines"]
    assert [one["received"] for one in lines] == sorted((one["received"] for one in lines), reverse=True)
    chain = {one["report"]: client.get(f"/api/1/reports/{one['report']}/custody").json() for one in lines}
    first = min(seen["seq"] for seen in chain[lines[0]["report"]]["sightings"])
    assert client.get(f"{asked}&after={first}").json()["lines"] == lines[1:]


def test_what_came_is_told_before_there_is_an_account(tmp_path: Path) -> None:
    raw = raw_report(1)
    with open_store(str(tmp_path / "store"), None, create=True) as store:
        client = Office(store).session(Role.READER)
        assert "What is new" not in client.get("/", headers=HTML).text
        store.keep(raw, made_of(raw), NOW)
        assert "What is new" in client.get("/?today=2031-03-04", headers=HTML).text
