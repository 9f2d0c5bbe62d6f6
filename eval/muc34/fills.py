"""An incident's slots, filled from what the program says of it (task documentation 1, section 7)."""

from collections.abc import Iterator
from datetime import date

from eval.muc34.accounts import Read
from eval.muc34.doers import doer_slots
from eval.muc34.incidents import Incident
from eval.muc34.keys import Fill, Template
from eval.muc34.kinds import holds, lexicon
from eval.muc34.things import thing_slots, weapon_slots
from eval.muc34.victims import victim_slots
from warmonitor.model import Place, PlacePrecision, When

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def template(incident: Incident, read: Read) -> Template:
    """Return the template of an incident."""
    slots = {
        "date": tuple(dates(incident, read)),
        "place": (Fill((place(incident, read),)),),
        "type": (Fill((incident.type,)),),
        "stage": (Fill((stage(incident),)),),
        **weapon_slots(incident),
        **doer_slots(incident, read),
        **thing_slots(incident),
        **victim_slots(incident, read),
    }
    return Template(read.message.id, {slot: fills for slot, fills in slots.items() if fills})


def stage(incident: Incident) -> str:
    """Return whether it was done or tried."""
    return "ATTEMPTED" if any(holds(u.words, "tried") for u in incident.units) else "ACCOMPLISHED"


def dates(incident: Incident, read: Read) -> Iterator[Fill]:
    """Yield the day, the span of days, or the day before which it was."""
    when, written = incident.dated(), read.report.dated.latest
    if when is None:
        if written is not None:
            yield Fill((f"- {_day(written)}",))
    elif (text := _span(when)) is not None:
        yield Fill((text,))


def _span(when: When) -> str | None:
    if when.latest is None:
        return None if when.earliest is None else _day(when.earliest)
    if when.earliest == when.latest:
        return _day(when.latest)
    return f"{_day(when.earliest)} - {_day(when.latest)}" if when.earliest else f"- {_day(when.latest)}"


def _day(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def place(incident: Incident, read: Read) -> str:
    """Return country and places from wide to narrow, the country of the dateline where none is told."""
    known = {one.id: one for one in read.places}
    told = [known[i] for i in incident.places() if i in known]
    inside = [p for p in told if p.precision is not PlacePrecision.COUNTRY]
    country = next((c for p in told if (c := _country(p))), None) or _home(read)
    chain = [country]
    if inside:
        narrow = inside[0]
        if narrow.inside and narrow.inside.upper() not in {country, narrow.name.upper()}:
            chain.append(narrow.inside.upper())
        chain.append(narrow.name.upper())
    return ": ".join(chain)


def _country(one: Place) -> str | None:
    return lexicon()["countries"].get(one.country, one.country) if one.country else None


def _home(read: Read) -> str:
    """Return the country that the report is about: that of most of its places, else the dateline's."""
    told = [c for p in read.places if (c := _country(p)) in lexicon()["countries"].values()]
    told.sort(key=lambda c: -told.count(c))
    for capital, country in lexicon()["capitals"].items():
        if read.message.place.startswith(capital):
            return str(country)
    return str(told[0]) if told else "-"
