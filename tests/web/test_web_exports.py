"""The account in other forms over the API."""

import json
import threading

import pytest

from warmonitor.store.membership import Role
from warmonitor.web import spool
from web.asking import Office, error


def test_every_file_of_every_form_is_there(office: Office) -> None:
    client = office.token(Role.READER)
    shapes = {one["name"]: one["files"] for one in client.get("/api/1/exports").json()["items"]}
    assert set(shapes) == {"acled", "ucdp", "hxl", "parquet", "geojson", "ftm"}
    for shape, files in shapes.items():
        for name in files:
            answer = client.get(f"/api/1/exports/{shape}/{name}")
            assert answer.status_code == 200
            assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
            assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_map_layer_is_geojson_and_names_the_head_of_the_chain(office: Office) -> None:
    client = office.token(Role.READER)
    (name, *_) = next(
        one["files"] for one in client.get("/api/1/exports").json()["items"] if one["name"] == "geojson"
    )
    answer = client.get(f"/api/1/exports/geojson/{name}", params={"since": "2031-01-01"})
    assert json.loads(answer.content)["type"] == "FeatureCollection"


def test_what_is_not_there_and_what_is_no_day_is_told(office: Office) -> None:
    client = office.token(Role.READER)
    error(client.get("/api/1/exports/stix/a.csv"), 404, "not-found")
    error(client.get("/api/1/exports/acled/..%2fsecret"), 404, "not-found")
    error(client.get("/api/1/exports/acled/secret"), 404, "not-found")
    error(client.get("/api/1/exports/acled/acled.csv", params={"since": "2031-02-31"}), 400, "day-invalid")


def test_no_more_than_two_are_made_at_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_turns", threading.BoundedSemaphore(1))
    name = office.token(Role.READER).get("/api/1/exports").json()["items"][0]["files"][0]
    spool._turns.acquire()
    answer = office.token(Role.READER).get(f"/api/1/exports/acled/{name}")
    error(answer, 429, "too-many-exports")
    spool._turns.release()
    assert office.token(Role.READER).get(f"/api/1/exports/acled/{name}").status_code == 200


def test_a_full_disk_is_told_and_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        closed = False

        def writelines(self, _: object) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            self.closed = True

    full = Full()
    monkeypatch.setattr("tempfile.TemporaryFile", lambda: full)
    name = office.token(Role.READER).get("/api/1/exports").json()["items"][0]["files"][0]
    error(office.token(Role.READER).get(f"/api/1/exports/acled/{name}"), 503, "no-room")
    assert full.closed
