"""The address by which whoever starts the program on their own machine comes in without a password."""

from warmonitor.store.membership import Role
from warmonitor.web.desk import Desk


def entrance(desk: Desk, name: str) -> str:
    """Return the end of an address that lets a member in once; the first of a store is its administrator.

    Raises:
        MemberError: when a store that has members has none of this name, or the name is none.
    """
    if not desk.members.count():
        desk.members.add(name, Role.ADMINISTRATOR)
    return f"enter?key={desk.doors.key(desk.members.named(name).id, desk.now())}"
