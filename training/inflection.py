"""Forms of regular English verbs and nouns, for the sentences of our own."""

_VOWELS = "aeiou"
_DOUBLING = frozenset({"admit", "overrun", "trap", "stop"})


def past(lemma: str) -> str:
    """Return the past form: "seized", "carried", "trapped"."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def present_participle(lemma: str) -> str:
    """Return the form in "-ing": "seizing", "fleeing", "hitting"."""
    silent = lemma.endswith("e") and not lemma.endswith("ee")
    return (lemma[:-1] if silent else _doubled(lemma)) + "ing"


def with_s(lemma: str) -> str:
    """Return the plural, or the third person: "clashes", "armies"."""
    if lemma.endswith(("s", "x", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _doubled(lemma: str) -> str:
    short = len(lemma) == 3 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS
    return lemma + lemma[-1] if short or lemma in _DOUBLING else lemma
