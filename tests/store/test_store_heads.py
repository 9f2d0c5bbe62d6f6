"""Records without what is long in them, in the order asked for, whatever letters they hold."""

from kept_documents import Place
from shelved import shelve

from warmonitor.store.heads import heads
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row


def row(kind: str, name: str, **more: object) -> Row:
    return Row(kind, name, {"id": name, **more}, rank((name,)))


def test_long_parts_are_left_out_and_the_rest_is_as_it_was(place: Place) -> None:
    rows = [
        row("reports", "r1", outlet="The \0 Lamp \ud800", text="Shells fell.\0", captions=["A boat"]),
        row("reports", "r2", outlet=None, text="", captions=[]),
        row("claims", "c1", stance="denied", paths=[{"origin": "Orlen Press"}], restated=[]),
    ]
    with place.open() as store:
        shelve(store, "a", rows)
        found = store.database.read(
            lambda connection: heads(connection, "reports", ["r2", "none", "\ud800", "r1", "r2"])
        )
        assert list(found.items()) == [
            ("r2", {"id": "r2", "outlet": None}),
            ("r1", {"id": "r1", "outlet": "The \0 Lamp \ud800"}),
        ]
        claims = store.database.read(lambda connection: heads(connection, "claims", ["c1"]))
        assert claims == {"c1": {"id": "c1", "stance": "denied"}}
        assert store.database.read(lambda connection: heads(connection, "claims", [])) == {}
