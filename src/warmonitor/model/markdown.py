"""Text from outside in Markdown: nothing in it becomes a heading, a link, HTML or emphasis."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINKS = re.compile(r":(?=//)|(?<=www)\.|@", re.IGNORECASE)  # what many readers make a link of by themselves
_LISTS = re.compile(r"^(\d{1,9})(?=[.)])|^(?=[+=-])")  # what begins a list at the start of a line
_BREAKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return text on one line with every character escaped that Markdown could read as markup."""
    return _LISTS.sub(r"\1\\", escaped(text).strip())


def escaped(text: str) -> str:
    """Return a part of a line, not its start, with every character escaped that could be read as markup."""
    return _LINKS.sub(r"\\\g<0>", _MARKUP.sub(r"\\\1", _BREAKS.sub(" ", text)))
