"""Whether an actor was there when a report was written, and what it was called then."""

from warmonitor.reference.actors import Standing
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Stand, look_up


def is_absent(reading: Reading, key: str, words: str) -> bool:
    """Say whether no report of that day means the actor by the words: not there, or not called so yet."""
    register = reading.register
    if register.exists(key) is not Standing.THERE:
        return True
    called = register.name_period(key, words)
    return called is not None and register.period is not None and not register.period.begun(called.since)


def stand_on(reading: Reading, key: str, words: str, because: str) -> Stand | None:
    """Return what a key stands for, with what its periods say against or for it.

    None where nothing else has the name, it was not there on the day of the report, and its countries are
    none that the report is about: then the name is that of somebody else.
    """
    entry, standing = reading.register.entry(key), reading.register.exists(key)
    if entry is None or standing is Standing.THERE:
        return look_up(reading.register, key, because + _called(reading, key, words))
    if not any(code in reading.countries for code in entry.countries):
        return None
    since, until = entry.since, entry.until
    against = f"founded in {since}" if standing is Standing.NOT_YET else f"gone since {until}"
    return look_up(reading.register, key, f"{because}, though {against}, as nobody else is known by the name")


def _called(reading: Reading, key: str, words: str) -> str:
    """Return the words for a name that the actor had for a time."""
    called = reading.register.name_period(key, words)
    if called is None:
        return ""
    name = reading.register.entries[key].name
    times = [f"{word} {day}" for word, day in (("from", called.since), ("until", called.until)) if day]
    return f"; {name} was called so {' '.join(times)}"
