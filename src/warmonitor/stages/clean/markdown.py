"""Markdown to plain lines: front matter read, marks of the syntax taken off, words left as they are."""

import re
from collections.abc import Mapping

import yaml

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SETEXT = re.compile(r"^(\S.*)\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_STEPS = (
    (re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.MULTILINE | re.DOTALL), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,500}\)"), r"\n\nCaption: \1\n\n"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,500}\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"^\s*\[[^\]\n]+\]:\s*\S+.*$", re.MULTILINE), ""),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>\n]*>"), ""),
    (re.compile(r"^\s{0,3}>\s?", re.MULTILINE), ""),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^\s{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"^(\s*)[*+-][ \t]+", re.MULTILINE), r"\1• "),
    (re.compile(r"(\*\*\*|___|\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_TITLE = re.compile(r"^\s{0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


def read_markdown(text: str) -> tuple[str, str | None, Mapping[str, str]]:
    """Return the plain text, the first heading of the first level, and the front matter's fields."""
    front = _FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    body = text[front.end() :] if front else text
    body = _SETEXT.sub(r"# \1", body)
    title = _TITLE.search(body)
    for pattern, with_ in _STEPS:
        body = pattern.sub(with_, body)
    return body, title.group(1) if title else None, fields


def _fields(front: str) -> Mapping[str, str]:
    """Return the fields of front matter as words; what is no YAML gives none."""
    try:
        loaded = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506  builds strings only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {str(k).casefold(): _words(v) for k, v in loaded.items() if isinstance(v, str | list)}


def _words(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
