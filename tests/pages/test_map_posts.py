"""A post's page has the sentences of each telling, in its order, however many tellings there are."""

from pages.visiting import Room
from warmonitor.store.membership import Role


def test_each_telling_has_its_own_sentences_and_denials(example: Room) -> None:
    client = example.office.session(Role.READER)
    for post in client.get("/api/1/posts").json()["items"]:
        told = client.get(f"/posts/{post['id']}").json()["tellings"]
        for side, claims in (("sentences", "claims"), ("denials", "denials")):
            assert [[one["claim"] for one in telling[side]] for telling in told] == [
                telling[claims] for telling in post["tellings"]
            ]
