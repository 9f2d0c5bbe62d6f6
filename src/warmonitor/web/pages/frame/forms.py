"""What a form sends: fields of text, each once."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from warmonitor.web.trouble import Trouble

_TYPE = "application/x-www-form-urlencoded"
_FIELDS = 64


async def _fields(request: Request) -> dict[str, str]:
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != _TYPE:
        raise Trouble(415, "not-a-form", "The body is to be that of a form.", "content-type")
    try:
        pairs = parse_qsl(
            (await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS
        )
    except ValueError as error:
        raise Trouble(400, "bad-form", "The form cannot be read.") from error
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise Trouble(400, "bad-form", "A field of the form is there twice.")
    return fields


Form = Annotated[dict[str, str], Depends(_fields)]


def field(form: dict[str, str], name: str, most: int = 4_000) -> str:
    """Return a field of a form, "" where it is not there.

    Raises:
        Trouble: 400 when it is too long.
    """
    found = form.get(name, "")
    if len(found) > most:
        raise Trouble(400, "bad-field", f"This has more than {most} characters.", name)
    return found
