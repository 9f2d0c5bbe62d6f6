"""Members and tokens over the API."""

from warmonitor.store.membership import Role
from web.asking import OWN, PASSWORD, Office, error


def test_an_administrator_adds_a_member_whose_password_is_shown_once(office: Office) -> None:
    client = office.session(Role.ADMINISTRATOR)
    answer = client.post("/api/1/members", json={"name": "Bela", "role": "reviewer"})
    assert answer.status_code == 201
    made = answer.json()
    log_in = {"name": "Bela", "password": made["password"]}
    assert office.client().post("/api/1/session", json=log_in).json()["member"] == made["member"]
    assert made["password"] not in client.get("/api/1/members").text
    error(client.post("/api/1/members", json={"name": "bela"}), 409, "member-refused")


def test_members_are_paged(office: Office) -> None:
    client = office.session(Role.ADMINISTRATOR)
    first = client.get("/api/1/members", params={"limit": 2}).json()
    second = client.get("/api/1/members", params={"limit": 2, "after": first["next"]}).json()
    assert len(first["items"]) == 2
    assert second["next"] is None
    names = {one["name"] for one in first["items"] + second["items"]}
    assert names == {"reader", "reviewer", "administrator"}


def test_who_is_disabled_is_out_at_once_by_session_and_token(office: Office) -> None:
    session, token = office.session(Role.READER), office.token(Role.READER)
    boss, who = office.session(Role.ADMINISTRATOR), office.people[Role.READER].id
    assert session.get("/api/1/session").status_code == token.get("/api/1/session").status_code == 200
    assert boss.patch(f"/api/1/members/{who}", json={"disabled": True}).json()["disabled"] is True
    error(session.get("/api/1/session"), 401, "not-logged-in")
    error(token.get("/api/1/session"), 401, "not-logged-in")
    log_in = {"name": "reader", "password": PASSWORD}
    error(office.client().post("/api/1/session", json=log_in), 401, "log-in-refused")
    assert boss.patch(f"/api/1/members/{who}", json={"disabled": False}).status_code == 200
    assert office.client().post("/api/1/session", json=log_in).status_code == 200


def test_another_role_holds_at_once(office: Office) -> None:
    token = office.token(Role.ADMINISTRATOR)
    assert token.get("/api/1/members").status_code == 200
    office.desk.members.set_role(office.member(Role.ADMINISTRATOR), Role.READER)
    error(token.get("/api/1/members"), 403, "role")


def test_an_administrator_cannot_shut_himself_out(office: Office) -> None:
    client, me = office.session(Role.ADMINISTRATOR), office.people[Role.ADMINISTRATOR].id
    error(client.patch(f"/api/1/members/{me}", json={"role": "reader"}), 409, "oneself")
    error(client.post(f"/api/1/members/{me}/password"), 409, "oneself")


def test_everyone_is_logged_out_at_once(office: Office) -> None:
    clients = [office.session(role) for role in Role]
    token = office.token(Role.READER)
    assert clients[-1].delete("/api/1/sessions", headers=OWN).status_code == 204
    for client in clients:
        error(client.get("/api/1/session"), 401, "not-logged-in")
    assert token.get("/api/1/session").status_code == 200
    boss = office.session(Role.ADMINISTRATOR)
    assert boss.delete("/api/1/sessions", params={"tokens": "true"}).status_code == 204
    error(token.get("/api/1/session"), 401, "not-logged-in")


def test_a_reset_password_is_another_and_ends_sessions(office: Office) -> None:
    session, boss = office.session(Role.READER), office.session(Role.ADMINISTRATOR)
    made = boss.post(f"/api/1/members/{office.people[Role.READER].id}/password").json()
    error(session.get("/api/1/session"), 401, "not-logged-in")
    log_in = {"name": "reader", "password": made["password"]}
    assert office.client().post("/api/1/session", json=log_in).status_code == 200


def test_a_token_is_shown_once_and_revoked_by_its_owner(office: Office) -> None:
    client = office.session(Role.REVIEWER)
    made = client.post("/api/1/tokens", json={"label": "map", "role": "reader", "days": 7}).json()
    assert made["secret"] not in client.get("/api/1/tokens").text
    program = office.client()
    program.headers["Authorization"] = f"Bearer {made['secret']}"
    assert program.get("/api/1/session").json() == {
        "member": client.get("/api/1/session").json()["member"] | {"role": "reader"},
        "by": "token",
    }
    other = office.session(Role.ADMINISTRATOR)
    error(other.delete(f"/api/1/tokens/{made['token']['id']}"), 404, "not-found")
    assert client.delete(f"/api/1/tokens/{made['token']['id']}").status_code == 204
    error(program.get("/api/1/session"), 401, "not-logged-in")


def test_a_token_has_no_more_than_its_makers_role_and_makes_no_other(office: Office) -> None:
    client = office.session(Role.REVIEWER)
    error(client.post("/api/1/tokens", json={"label": "a", "role": "administrator"}), 403, "role")
    error(office.token(Role.REVIEWER).post("/api/1/tokens", json={"label": "a"}), 403, "session-only")


def test_a_token_for_feeds_opens_nothing_else(office: Office) -> None:
    error(office.token(Role.READER, scope="feed").get("/api/1/session"), 401, "not-logged-in")


def test_a_bad_token_is_never_a_session(office: Office) -> None:
    client = office.session(Role.READER)
    error(client.get("/api/1/session", headers={"Authorization": "Bearer wm_x.y"}), 401, "not-logged-in")
