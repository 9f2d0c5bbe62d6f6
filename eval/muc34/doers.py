"""Who did an incident, and how sure that is (slots 8 to 11).

An organisation that no claim names as the doer, but that the incident's own sentences name, is taken for the
one that its described doers ("guerrillas") belong to; where nobody is described it is merely possible.
"""

import re
from collections.abc import Iterator

from eval.muc34.accounts import Read
from eval.muc34.incidents import Incident, Unit, is_band
from eval.muc34.keys import Fill
from eval.muc34.kinds import bare, holds, lexicon
from warmonitor.language.en.casing import spelled_out
from warmonitor.model import Attack, Blame, Modality, Named, Stance

_SURE = {
    Blame.FACT: "REPORTED AS FACT",
    Blame.CLAIMED: "CLAIMED OR ADMITTED",
    Blame.SUSPECTED: "SUSPECTED OR ACCUSED",
    Blame.BY_AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    Blame.POSSIBLE: "POSSIBLE",
    Blame.ACQUITTED: "ACQUITTED",
}
_RANK = [Blame.CLAIMED, Blame.BY_AUTHORITIES, Blame.SUSPECTED, Blame.FACT, Blame.POSSIBLE, Blame.ACQUITTED]
_OF = re.compile(
    r"^.*?\b(?:members?|guerrillas?|rebels?|terrorists?|units?|columns?|commandos?|elements|men|group|subversives|"
    r"leaders?|militants|cell|fighters|soldiers) (?:of|from|belonging to) (?:the )?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:guerrillas?|rebels?|members?|terrorists?|troops|soldiers|units?|commandos?|columns?|organization|group|"
    r"subversives|forces|militants|gunmen|fighters)$",
    re.IGNORECASE,
)


def doer_slots(incident: Incident, read: Read) -> dict[str, tuple[Fill, ...]]:
    """Return who did it: people and bands, organisations and how sure that is, and whether a state's."""
    named = [(u.doer, _blame(u)) for u in incident.units if u.doer is not None and not _is_pronoun(u.doer)]
    bands = [(doer, blame) for doer, blame in named if is_band(doer) and not is_state(doer.said)]
    sure: dict[str, Blame] = {}
    counted = {id(u.doer) for u in incident.units if u.toll is not None}
    for doer, blame in sorted(named, key=lambda pair: id(pair[0]) in counted):
        name = organisation(doer)
        if name and blame is not Blame.ACQUITTED and (id(doer) not in counted or name not in sure):
            sure[name] = min((blame, sure.get(name, blame)), key=_RANK.index)
    if not sure:
        kept = [blame for _, blame in bands]
        grade = min(kept, key=_RANK.index) if kept else Blame.POSSIBLE
        sure = dict.fromkeys(_mentioned(incident, read), grade)
    people = dict.fromkeys(bare(doer.said).upper() for doer, _ in bands)
    state = any(is_state(name) for name in sure) or any(is_state(d.said) for d, _ in named)
    filled = {
        "who": tuple(Fill((one,)) for one in people),
        "organisation": tuple(Fill((name.upper(),)) for name in sure),
        "how sure": tuple(Fill((_SURE[blame],), (name.upper(),)) for name, blame in sure.items()),
    }
    if sure or people:
        filled["category"] = (Fill(("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT",)),)
    return {slot: fills for slot, fills in filled.items() if fills}


def _blame(unit: Unit) -> Blame:
    """Return how sure a claim is of its doer; of a count of people, by how firmly it is told."""
    detail = unit.claim.detail
    if isinstance(detail, Attack) and detail.blame is not None:
        return detail.blame
    if unit.claim.modality is Modality.POSSIBLE:
        return Blame.POSSIBLE
    return Blame.SUSPECTED if unit.claim.stance is Stance.ALLEGED else Blame.FACT


def _is_pronoun(doer: Named) -> bool:
    return doer.said.lower().split()[0] in lexicon()["pointing"]


def is_state(said: str) -> bool:
    """Say whether a doer belongs to a government: army, police, soldiers."""
    return holds(said, "state")


def organisation(doer: Named) -> str:
    """Return the name of the organisation of a doer, "" where none is named: of "members of the X", the X."""
    said = re.sub(r"\s*[\[(].*|['’]s?$", "", _OF.sub("", bare(doer.said)))
    if is_state(said):
        return said
    said = _TAIL.sub("", said)
    plain = set(lexicon()["bands"]) | set(lexicon()["plain"])
    told = [w for w in re.findall(r"[^\W\d_][\w-]*", said) if w.lower() not in plain]
    named = any(w[0].isupper() for w in told) or (len(told) > 1 and " and " not in said)
    return said if told and named and not holds(said, "instruments") else ""


def _mentioned(incident: Incident, read: Read) -> Iterator[str]:
    """Yield the armed organisation that stands nearest to the incident, in its own sentences."""
    text = read.report.text
    first = min(u.claim.quote.start for u in incident.units)
    last = max(u.claim.quote.end for u in incident.units)
    first = max(text.rfind("\n", 0, first), text.rfind(". ", 0, first), 0)
    ends = [i for i in (text.find("\n", last), text.find(". ", last)) if i >= 0]
    stretch = text[first : min(ends, default=len(text))]
    known = armed(read)
    near = [name for _, name in sorted((stretch.find(name), name) for name in known if name in stretch)]
    if not near and any(is_band(doer) for doer in incident.doers()):
        near = sorted(known, key=lambda name: -text.count(name))
    yield from near[:1]


def armed(read: Read) -> list[str]:
    """Return the armed organisations that a message names: those spelled out, and those of its attacks."""
    text = read.report.text
    found = [short for short, span in spelled_out(text).items() if holds(span.of(text), "armed_heads")]
    claimed = (c.detail.perpetrator for c in read.claims if isinstance(c.detail, Attack))
    found += [name for one in claimed if one and (name := organisation(one)) and not is_state(name)]
    return list(dict.fromkeys(found))
