"""Which letters the fonts of the PDF have not: they are shown as boxes there, which is said."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml

_SIGNS = {
    "MODIFIER",
    "MASCULINE",
    "FEMININE",
    "MICRO",
    "DOUBLE-STRUCK",
    "SCRIPT",
    "MATHEMATICAL",
    "FULLWIDTH",
}


@cache
def covered() -> frozenset[str]:
    """Return the scripts whose letters can be set, by the first word of their letters' names in Unicode."""
    found = files("warmonitor.exports.sitrep").joinpath("data", "scripts.yml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(found))


def boxed(texts: Iterable[str]) -> str | None:
    """Return a sentence on the letters that cannot be set, None where all can be."""
    letters = {letter for text in texts for letter in set(text) if letter.isalpha()}
    scripts = {_script(letter) for letter in letters} - covered() - _SIGNS
    if not scripts:
        return None
    told = ", ".join(sorted(one.capitalize() if one != "CJK" else "Chinese" for one in scripts))
    return f"This file has no letters of these scripts and shows boxes for them: {told}. The page has them."


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]
