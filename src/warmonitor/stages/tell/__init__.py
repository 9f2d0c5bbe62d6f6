"""All of it, written: account.json and its schema, the page, the situation report and the tables."""

from warmonitor.model import Account
from warmonitor.stages.tell.document import AccountError, account_json, account_schema

NAME = "tell"
VERSION = "1"

__all__ = ["AccountError", "account_json", "account_schema", "tell"]


def tell(account: Account) -> dict[str, bytes]:
    """Return every file of the account by its path below the output folder.

    Raises:
        AccountError: when a value of the account breaks the published schema.
    """
    return {
        "account.json": account_json(account),
        "account.schema.json": account_schema(),
    }
