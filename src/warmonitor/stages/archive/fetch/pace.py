"""When to look again: schedules and back-off, as functions of what happened and when."""

import hashlib
from email.utils import parsedate_to_datetime

from warmonitor.model import Outcome

MINUTE, DAY = 60.0, 86_400.0
_FIRST_WAIT, _LONGEST_WAIT = MINUTE, DAY
_LONGEST_QUIET = 32 * DAY


def back_off(failures: int, seed: str) -> float:
    """Return the seconds to wait after so many failures in a row: doubling from a minute to a day.

    The jitter, half the wait up to the whole of it, depends on the seed and the count alone.
    """
    wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(max(failures, 1) - 1, 20))
    return wait * (0.5 + 0.5 * _share(f"{seed}\n{failures}"))


def retry_after(header: str, now: float) -> float:
    """Return the seconds that a Retry-After header asks for (RFC 9110), at most a day, 0 for none."""
    if header.strip().isdecimal():
        return float(min(int(header.strip()[:12]), int(_LONGEST_WAIT)))
    try:
        asked = parsedate_to_datetime(header).timestamp() - now
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return min(max(0.0, asked), _LONGEST_WAIT)


def wait_after(
    outcome: Outcome, failures: int, quiet: int, every: float, seed: str, asked: float = 0.0
) -> float:
    """Return the seconds until a page is looked at again.

    `every` is its usual interval. A page that stays the same, or is gone, is looked at ever more rarely, down
    to once in 32 days; `asked` is what a Retry-After header asks for.
    """
    if outcome in {Outcome.BLOCKED, Outcome.FAILED}:
        return max(back_off(failures, seed), asked)
    if outcome is Outcome.DENIED:
        return min(DAY * 2.0 ** min(max(failures, 1) - 1, 20), _LONGEST_QUIET)
    return max(every, min(every * 2.0 ** min(quiet, 20), _LONGEST_QUIET))


def _share(seed: str) -> float:
    """Return a number from 0 to 1, not 1, that the seed decides."""
    return int.from_bytes(hashlib.sha256(seed.encode("utf-8", "replace")).digest()[:6], "big") / 2**48
