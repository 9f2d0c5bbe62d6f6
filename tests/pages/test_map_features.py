"""What the map draws, as the server sends it: the bytes are the documented record."""

from pages.visiting import Room
from warmonitor.store.membership import Role
from warmonitor.web.pages.map.features import Features

ADDRESS = "/map/features"


def test_the_bytes_are_the_documented_record(example: Room, empty: Room) -> None:
    for room in (example, empty):
        answer = room.office.session(Role.READER).get(ADDRESS)
        assert answer.headers["content-type"] == "application/json"
        sent = answer.json()
        assert Features.model_validate(sent, strict=True).model_dump(mode="json") == sent


def test_every_column_has_a_word_or_place_for_each_record(example: Room) -> None:
    sent = example.office.session(Role.READER).get(ADDRESS).json()
    rows = len(sent["id"])
    assert rows == len(set(sent["id"])) == len(sent["first"]) == len(sent["last"]) > 0
    assert {len(column) for column in sent["columns"].values()} == {rows}
    assert set(sent["columns"]) == {"look", "place", "name", "part", "stretches"}
    for look, place, name in zip(*(sent["columns"][one] for one in ("look", "place", "name")), strict=True):
        assert all(sent["words"][one][look] is not None for one in ("kind", "status", "side", "said"))
        assert place < 0 or sent["words"]["name"][name] == ""
        assert place < len(sent["places"]["id"])


def test_who_has_it_is_told_so(example: Room) -> None:
    client = example.office.session(Role.READER)
    tag = client.get(ADDRESS).headers["etag"]
    assert client.get(ADDRESS, headers={"If-None-Match": tag}).status_code == 304
    assert "/map" in client.get(ADDRESS, headers={"Accept": "text/html"}).text
