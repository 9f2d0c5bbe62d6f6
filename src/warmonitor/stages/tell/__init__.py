"""All of it, written: account.json and its schema, the page, the situation report and the tables."""

from warmonitor.model import Account
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.brief import brief
from warmonitor.stages.tell.document import AccountError, account_json, account_schema
from warmonitor.stages.tell.page import page_html
from warmonitor.stages.tell.sitrep import sitrep_markdown
from warmonitor.stages.tell.tables import tables

NAME = "tell"
VERSION = "1"

__all__ = ["AccountError", "account_json", "account_schema", "tell"]


def tell(account: Account) -> dict[str, bytes]:
    """Return every file of the account by its path below the output folder.

    Raises:
        AccountError: when a value of the account breaks the published schema.
    """
    book = Book(account)
    sections = brief(book)
    return {
        "account.json": account_json(account),
        "account.schema.json": account_schema(),
        "index.html": page_html(book, sections),
        "sitrep.md": sitrep_markdown(book, sections),
        **tables(book),
    }
