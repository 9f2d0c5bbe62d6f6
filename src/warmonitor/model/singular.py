"""The singular of words for people, as they stand after the number one."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


def one_of(people: str) -> str:
    """Return the singular of who is counted, such as "aid worker" of "aid workers"; what is none stays."""
    if set(people.split()) & set(_forms()["joins"]):
        return people
    for mark in _forms()["ends_before"]:
        head, found, rest = people.partition(f" {mark} ")
        if found:
            return f"{_singular(head)}{found}{rest}"
    return _singular(people)


def _singular(people: str) -> str:
    before, space, last = people.rpartition(" ")
    forms, word = _forms(), last.lower()
    if word in forms["same"]:
        return people
    if word in forms["irregular"]:
        one = str(forms["irregular"][word])
        return f"{before}{space}{one.capitalize() if last[:1].isupper() else one}"
    for many, one in forms["endings"]:
        if word.endswith(many) and len(word) > len(many) + 1:
            return f"{before}{space}{last[: len(last) - len(many)]}{one}"
    return people


@lru_cache(maxsize=1)
def _forms() -> dict[str, Any]:
    text = files("warmonitor.model").joinpath("data", "people.yml").read_text(encoding="utf-8")
    forms: dict[str, Any] = yaml.safe_load(text)
    return forms
