"""The answers of a question as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from warmonitor.model import Answer, Question

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
# XML 1.0 has no sign for these, not even escaped.
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(question: Question, answers: Sequence[Answer], address: str = "") -> bytes:
    """Return a feed of answers, the newest first as they are given; `address` is where it is served.

    Everything is text: what a report says can be no markup in it.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    name = f"urn:warmonitor:question:{question.name}"
    _add(feed, "id", name)
    _add(feed, "title", question.name)
    _add(feed, "updated", _time(answers[0].noted) if answers else _NEVER)
    if address:
        _add(feed, "link", rel="self", href=address)
    _add(_add(feed, "author"), "name", "warmonitor")
    for answer in answers:
        _entry(feed, name, answer)
    told: bytes = etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return told


def _entry(feed: Any, name: str, answer: Answer) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"{name}:{answer.number}")
    _add(entry, "title", answer.said, type="text")
    _add(entry, "updated", _time(answer.noted))
    _add(entry, "category", term=answer.kind, label=answer.record)
    words = [f"“{one.text}” ({one.report}, {one.start} to {one.end})" for one in answer.words]
    _add(entry, "content", "\n".join([answer.said, f"{answer.kind} {answer.record}", *words]), type="text")


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    one = etree.SubElement(parent, f"{{{_ATOM}}}{name}", {k: _sayable(v) for k, v in attributes.items()})
    one.text = _sayable(text) if text is not None else None
    return one


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("\ufffd", text)


def _time(noted: str) -> str:
    return noted or _NEVER
