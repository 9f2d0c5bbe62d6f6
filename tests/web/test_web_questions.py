"""Saved questions over the API, and their answers as feeds."""

from lxml import etree

from warmonitor.model import Answer, Question
from warmonitor.model import question as questions
from warmonitor.store.membership import Role
from warmonitor.store.questions import Questions
from web.asking import OWN, Office, error

ATOM = "{http://www.w3.org/2005/Atom}"
NAME = "towns near Orlen"


def full(office: Office, count: int = 3) -> None:
    kept = Questions(office.store.database)
    kept.add(
        Question(NAME, questions.Asked.NEW, words="ferry", webhook="https://hook.example/secret-path"), "k"
    )
    told = [
        Answer(NAME, f"key-{n}", "claims", f"claim-{n}", f"A new claim <b>]]>{n}</b>") for n in range(count)
    ]
    kept.ask(NAME, lambda *_: told, "2031-03-04T05:06:07+00:00")


def test_questions_and_answers_are_paged(office: Office) -> None:
    full(office)
    client = office.token(Role.READER)
    (shown,) = client.get("/api/1/questions").json()["items"]
    assert (shown["name"], shown["answers"]) == (NAME, 3)
    assert "secret-path" not in client.get("/api/1/questions").text
    assert client.get(f"/api/1/questions/{NAME}").json() == shown
    first = client.get(f"/api/1/questions/{NAME}/answers", params={"limit": 2}).json()
    rest = client.get(f"/api/1/questions/{NAME}/answers", params={"limit": 2, "after": first["next"]}).json()
    assert [one["number"] for one in first["items"] + rest["items"]] == [1, 2, 3]
    error(client.get("/api/1/questions/none"), 404, "not-found")


def test_a_feed_opens_by_a_token_in_its_address_that_opens_nothing_else(office: Office) -> None:
    full(office)
    shown = office.token(Role.READER, scope="feed").headers["Authorization"].removeprefix("Bearer ")
    answer = office.client().get(f"/api/1/feeds/{NAME}", params={"token": shown})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    entries = etree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == [
        f"A new claim <b>]]>{n}</b>" for n in (2, 1, 0)
    ]
    error(office.client().get("/api/1/questions", params={"token": shown}), 401, "not-logged-in")
    plain = office.token(Role.READER).headers["Authorization"].removeprefix("Bearer ")
    error(office.client().get(f"/api/1/feeds/{NAME}", params={"token": plain}), 401, "not-logged-in")
    error(office.client().get(f"/api/1/feeds/{NAME}"), 401, "not-logged-in")


def test_a_reviewer_removes_a_question(office: Office) -> None:
    full(office)
    path = f"/api/1/questions/{NAME}"
    error(office.session(Role.READER).delete(path, headers=OWN), 403, "role")
    assert office.session(Role.REVIEWER).delete(path, headers=OWN).status_code == 204
    error(office.token(Role.READER).get(path), 404, "not-found")


def test_a_reviewer_saves_a_question_whose_secret_is_shown_once(office: Office) -> None:
    client = office.session(Role.REVIEWER)
    asked = {"name": "new-tolls", "ask": "new", "words": "ferry", "webhook": "https://hook.example/a"}
    made = client.post("/api/1/questions", json=asked, headers=OWN).json()
    assert len(made["secret"]) == 64
    assert made["secret"] not in client.get("/api/1/questions").text
    error(client.post("/api/1/questions", json=asked, headers=OWN), 409, "question-known")
    error(
        client.post("/api/1/questions", json={"name": "a", "ask": "gossip"}, headers=OWN),
        400,
        "question-invalid",
    )
    error(office.session(Role.READER).post("/api/1/questions", json=asked, headers=OWN), 403, "role")
