"""How the store stands."""

from fastapi import Request

from warmonitor import __version__
from warmonitor.store.nodes import stale
from warmonitor.store.reader import Reader
from warmonitor.store.sightings import holdings
from warmonitor.web.desk import desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.shapes import State

router = guarded("service")


@router.get("/api/1/state")
def state(request: Request) -> State:
    """Say where the chain ends, what the store holds, and how far the account is behind it."""
    desk = desk_of(request)
    stand, (kept, records) = Reader(desk.store.database).head(), holdings(desk.store)
    return State(
        version=__version__,
        chain=str(stand.chain),
        account=stand.number,
        kept=kept,
        records=records,
        stale=desk.store.database.read(lambda connection: len(stale(connection))),
        read_only=desk.settings.read_only,
    )
