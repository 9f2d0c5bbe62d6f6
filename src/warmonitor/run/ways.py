"""The ways out of places over all blocks: which ground a road crosses is told of in any of them."""

from warmonitor.model import Account
from warmonitor.run.across import whole
from warmonitor.run.ingest import custody
from warmonitor.run.references import LookUps
from warmonitor.run.shelving import rows_over
from warmonitor.store.called import called
from warmonitor.store.codec import decode
from warmonitor.store.database import Transaction
from warmonitor.store.made import BLOCK
from warmonitor.store.placed import hold
from warmonitor.store.shelf import put
from warmonitor.store.store import Store

UNIT = "ways:"


def put_ways(store: Store, look_ups: LookUps) -> None:
    """Put the ways out on the shelf anew, by the spells of all blocks at once."""
    parts: dict[str, Account] = {unit: decode(made.content) for unit, made in store.made(BLOCK).items()}
    account = whole(parts, look_ups)

    def work(connection: Transaction) -> None:
        hold(connection)
        rows = called(connection, rows_over({UNIT: account.access}, connection)[UNIT])
        put(connection, UNIT, rows, custody().received)

    store.database.write(work)
