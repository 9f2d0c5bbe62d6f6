"""The ways out of places over all blocks: which ground a road crosses is told of in any of them."""

from warmonitor.model import Account, Maker
from warmonitor.run.across import whole
from warmonitor.run.ingest import custody
from warmonitor.run.references import LookUps
from warmonitor.run.shelving import rows_over
from warmonitor.store.called import called
from warmonitor.store.codec import decode
from warmonitor.store.database import Transaction
from warmonitor.store.made import BLOCK
from warmonitor.store.nodes import settled, stale
from warmonitor.store.placed import hold
from warmonitor.store.shelf import put
from warmonitor.store.store import WAYS, Store


def put_ways(store: Store, look_ups: LookUps) -> None:
    """Put the ways out on the shelf anew, by the spells of all blocks at once; none without roads."""
    mark = store.database.read(lambda connection: stale(connection)[WAYS].number)
    account = _whole(store, look_ups) if look_ups.roads.pieces else Account(Maker("", ""))

    def work(connection: Transaction) -> None:
        hold(connection)
        rows = called(connection, rows_over({WAYS: account.access}, connection)[WAYS])
        put(connection, WAYS, rows, custody().received)
        settled(connection, WAYS, mark)

    store.database.write(work)


def _whole(store: Store, look_ups: LookUps) -> Account:
    parts: dict[str, Account] = {unit: decode(made.content) for unit, made in store.made(BLOCK).items()}
    return whole(parts, look_ups)
