"""Agencies that a credit names: those of the register, and others by the form of their names."""

import re
from functools import lru_cache

from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.clean.table import load_table

_PART = re.compile(r"\s*[/,;|()\[\]©]\s*|\s*\b(?:via|by|for|and)\b\s*|\s[-–—]+\s|^[\s\W]+", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:file |handout )?(?:photos?|images?|pictures?|credits?|photograph|video|source)\W+", re.IGNORECASE
)
_SHORT = re.compile(r"[A-Z]{2,5}")


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_table("credits.yml")["agency_words"])
    return re.compile(rf"(?:[A-Z][\w.’'-]* ){{1,4}}(?:{words})")


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    return frozenset(str(word) for word in load_table("credits.yml")["not_agencies"])


def credited(words: str, outlets: OutletRegister) -> tuple[str, ...]:
    """Return the agencies that a credit names, in their order.

    A name that the register does not know counts where it is a part of the credit of its own: two to five
    capitals ("Name/XYZ via XYY"), or a name that ends as agencies' names do ("Somewhere News Agency").
    """
    found: list[str] = []
    for part in (_LABEL.sub("", part).strip(" .:") for part in _PART.split(words) if part):
        known = outlets.agencies_in(part)
        found.extend(known)
        if not known and _is_unknown_agency(part, outlets):
            found.append(part)
    return tuple(dict.fromkeys(found))


def _is_unknown_agency(part: str, outlets: OutletRegister) -> bool:
    if outlets.named(part) or part in _others():
        return False
    return bool(_SHORT.fullmatch(part) or _ending().fullmatch(part))
