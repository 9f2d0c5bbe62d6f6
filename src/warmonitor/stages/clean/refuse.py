"""Pages that are no report: logins, errors, gates, pages without an article, languages not read."""

import re
from functools import lru_cache

from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.table import load_table, phrases

_SHORT_PAGE = 120  # words: in a longer text a phrase of a login shell is part of an article
_LEAST_WORDS = 4
_FEW_WORDS = 25
_ENGLISH = 0.16  # share of such words that no other language reaches
_WORD = re.compile(r"[^\W\d_]+")


def refuse(draft: Draft, everything: str) -> bool:
    """Note why there is no report here, and say whether there is none.

    `everything` is all that the page shows; a gate or login is looked for where little text was found.
    """
    text = "\n\n".join(draft.paragraphs)
    words = len(text.split())
    gate = _gate(" ".join(everything.split()[: _SHORT_PAGE * 2]), words) if words < _SHORT_PAGE else None
    if gate:
        draft.wrong(gate, str(load_table("refusals.yml")["gates"][gate]["said"]), fatal=True)
    elif words < _LEAST_WORDS and _other_script(everything):
        draft.wrong(
            "language-not-read", "It is not in Latin letters; only English is read so far.", fatal=True
        )
    elif words < _LEAST_WORDS:
        draft.wrong("no-article", "No running text was found in it.", fatal=True)
    else:
        return _refuse_language(draft, text)
    return True


def _refuse_language(draft: Draft, text: str) -> bool:
    language = language_of(text)
    if language == "en":
        return False
    said = "It is not in English" if language is None else f'Its language is "{language}"'
    draft.wrong("language-not-read", f"{said}; only English is read so far.", fatal=True)
    return True


def _other_script(everything: str) -> bool:
    """Say whether most letters are of another script than Latin, address lines of the page aside."""
    letters = [c for c in everything[:20_000] if c.isalpha()]
    return sum(c > "\u024f" for c in letters) * 5 > len(letters) * 2


def _gate(shown: str, words: int) -> str | None:
    """Return which gate the words show: two signs of one are enough, one where nothing else is there."""
    for code in load_table("refusals.yml")["gates"]:
        signs = {
            match.group().casefold()
            for match in phrases("refusals.yml", "gates", code, "phrases").finditer(shown)
        }
        if len(signs) >= 2 or (signs and words < _FEW_WORDS):
            return str(code)
    return None


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(str(load_table("refusals.yml")["english"]).split())


def language_of(text: str) -> str | None:
    """Return the language as ISO 639-1: English by its small words, others by their letters' statistics."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return None
    if sum(word in _common() for word in words) >= _ENGLISH * len(words):
        return "en"
    return _classified(text[:5000])


@lru_cache(maxsize=256)
def _classified(text: str) -> str | None:
    import py3langid  # noqa: PLC0415  slow to load

    return str(py3langid.classify(text)[0])
