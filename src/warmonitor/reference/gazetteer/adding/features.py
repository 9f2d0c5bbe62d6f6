"""What kind of place a row tells of: GeoNames' feature codes, and words in files of one's own."""

from functools import lru_cache

from warmonitor.reference.gazetteer.adding.rows import knowledge
from warmonitor.reference.gazetteer.entry import PlaceKind


@lru_cache(maxsize=1024)
def kind_of_feature(feature_class: str, code: str) -> PlaceKind | None:
    """Return the kind of a feature, None for what no report means by its name."""
    table = knowledge("features.yml")
    kind = table["codes"].get(code) or table["classes"].get(feature_class, "none")
    return None if kind == "none" else PlaceKind(kind)


@lru_cache(maxsize=1024)
def kind_of_word(word: str) -> PlaceKind | None:
    """Return the kind that a word such as "hamlet" stands for, None where it says nothing."""
    said = word.casefold().strip()
    for kind, words in knowledge("features.yml")["words"].items():
        if said in words.split():
            return PlaceKind(kind)
    return None


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Return the marks of alternate names that are links and codes."""
    return frozenset(knowledge("features.yml")["no_names"].split())


def without_type(name: str) -> str:
    """Return the name of a division without the words that say what it is: "Kivu Province" is Kivu."""
    types = _type_words()
    kept = [word for word in name.split() if word.casefold().strip("’") not in types]
    return " ".join(kept) or name


@lru_cache(maxsize=1)
def _type_words() -> frozenset[str]:
    return frozenset(knowledge("features.yml")["type_words"].split())
