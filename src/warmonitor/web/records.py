"""A record of the account by its list and id, or that it is not there."""

from warmonitor.store.reader import Reader, Record
from warmonitor.web.trouble import not_found


def record_of(reader: Reader, kind: str, record: str, what: str = "record") -> Record:
    """Return a record of a list, `what` being the word for it where it is missed.

    Raises:
        Trouble: 404 when it is not there.
    """
    found = reader.get(kind, record)
    if found is None:
        raise not_found(what)
    return found
