"""The form by which a record is judged: what can be said of it, and what was sent as a judgement."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, get_args, get_type_hints

from warmonitor.model import Amended, ClaimKind, Judged, Judgement, JudgementError, Rule, Subject, Verdict
from warmonitor.model.spoken import range_words
from warmonitor.store.drafting import Drafts
from warmonitor.store.judgeable import claims_of
from warmonitor.store.judgement_faults import ACTORS, amendable, clearable
from warmonitor.store.judgements import standing
from warmonitor.store.reader import Reader, Record
from warmonitor.web.desk import Desk
from warmonitor.web.judging import Finder, moment
from warmonitor.web.pages.frame.forms import field
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.review.told import Told, told
from warmonitor.web.pages.wording import words
from warmonitor.web.reviewing import Of

_HINTS = get_type_hints(Amended)
_RULES = {rule.name.lower(): rule.value for rule in Rule}
_DAYS, _COUNTS = {"earliest", "latest"}, {"low", "best", "high"}
_WHY, _FIELD = 4_000, 200  # letters
LEFT = "open_"  # begins the name of the box that leaves a field open


class Choice(Part):
    """One of several: its value, its words, and the key that chooses it."""

    value: str
    said: str
    key: str | None = None


class FieldPart(Part):
    """A field of a claim: as it is read now, what is given for it, whether it can be left open, and is."""

    name: str
    said: str
    now: str
    given: str
    options: list[Choice]
    form: str
    clears: bool
    cleared: bool


class FormPart(Part):
    """What is judged, by its key, and how: `version` is the one that is shown, `stands` what holds of it."""

    subject: str
    action: str
    about: str
    version: int
    verdicts: list[Choice]
    chosen: str
    why: str
    fields: list[FieldPart]
    rules: list[Choice]
    rule: str
    claims: list[Choice]
    claim: str
    stands: list[Told]


def form_of(desk: Desk, of: Of, about: str, action: str, record: Record, sent: Mapping[str, str]) -> FormPart:
    """Return the form for a subject; fields are read from `record`, `sent` is what was filled in before."""
    subject = Finder(desk).subject(of).key
    version, stands = standing(desk.store, subject)
    verdicts = _verdicts(of)
    claims = _claims(desk, record) if of.kind is Judged.FIGURE else []
    return FormPart(
        subject=subject,
        action=action,
        about=about,
        version=version,
        verdicts=verdicts,
        chosen=sent.get("verdict", verdicts[0].value if len(verdicts) == 1 else ""),
        why=sent.get("why", ""),
        fields=list(_fields(record, sent)) if of.kind is Judged.CLAIM else [],
        rules=_rules(record) if of.kind is Judged.FIGURE else [],
        rule=sent.get("rule", ""),
        claims=claims,
        claim=sent.get("claim", ""),
        stands=[told(one) for one in stands],
    )


def _verdicts(of: Of) -> list[Choice]:
    accept = Choice(value="accept", said="Accept: it is read rightly", key="a")
    stays = Choice(value="accept", said="Accept: it stays as it is", key="a")
    reject = Choice(value="reject", said="Reject: it is shown as rejected and counts nowhere", key="r")
    amend = Choice(value="amend", said="Amend: give fields otherwise", key="m")
    same = Choice(value="same", said="Same: the two are one", key="s")
    match of.kind:
        case Judged.CLAIM:
            return [accept, reject, amend]
        case Judged.FIGURE:
            return [stays, Choice(value="rule", said="Show it by the rule chosen", key="m")]
    if of.other is not None:
        return [same, Choice(value="different", said="Different: the two are not one", key="d")]
    if of.kind in {Judged.PLACE, Judged.ACTOR} and not of.claims:
        return [stays]
    leave = "These claims are another happening" if of.kind is Judged.EVENT else "This claim names another"
    return [Choice(value="different", said=f"Different: {leave[0].lower()}{leave[1:]}", key="d")]


def _rules(figure: Record) -> list[Choice]:
    gives = {one["rule"]: range_words(one["low"], one["high"]) for one in figure["rules"]}
    return [
        Choice(value=name, said=f"{said}: {gives[said]}" if said in gives else said)
        for name, said in _RULES.items()
    ]


def _claims(desk: Desk, figure: Record) -> list[Choice]:
    found = claims_of(Reader(desk.store.database), figure)
    return [
        Choice(value=one["id"], said=f"{words.quantity(one)}: {words.shortened(one['quote']['text'], 60)}")
        for one in found
        if one["kind"] == "toll"
    ]


def _fields(claim: Record, sent: Mapping[str, str]) -> Iterator[FieldPart]:
    kind = ClaimKind(claim["kind"])
    clears = clearable(kind)
    for name in amendable(kind):
        options = _options(name)
        yield FieldPart(
            name=name,
            said=name.replace("_", "-"),
            now=_now(claim, name),
            given=sent.get(name, ""),
            options=options,
            form="date" if name in _DAYS else "number" if name in _COUNTS else "text",
            clears=name in clears,
            cleared=bool(sent.get(f"{LEFT}{name}")),
        )


def _options(name: str) -> list[Choice]:
    hint = next(one for one in get_args(_HINTS[name]) if one is not type(None))
    if hint is bool:
        return [Choice(value=one, said=one) for one in ("yes", "no")]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [Choice(value=str(one.value), said=str(one.value).replace("_", " ")) for one in hint]
    return []


def _now(claim: Record, name: str) -> str:
    """Return a field as it is read now, in words."""
    if name in _DAYS:
        return words.day(claim["when"][name]) if claim["when"][name] else "open"
    if name == "place":
        return ", ".join(where["name"] or where["said"] for where in claim["where"]) or "open"
    if name == "speaker":
        return words.speakers(claim, None) if claim["attribution"] else "nobody named"
    value: Any = claim.get(name)
    if name in ACTORS:
        return words.called(value) or "open"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "open" if value is None else str(value)


def judgement_sent(desk: Desk, of: Of, form: dict[str, str], by: str) -> Judgement:
    """Return the judgement that a form says.

    Raises:
        JudgementError, QueryError, Trouble: when it is not whole, or names what is not there.
    """
    finder, drafts, verdict = Finder(desk), Drafts(desk.store), _verdict(form)
    subject, seen = finder.subject(of), finder.seen(of, None)
    amended, ruled = None, None
    if verdict is Verdict.AMEND:
        amended, named = drafts.amended(_given(subject, form))
        seen = (*seen, *named)
    if verdict is Verdict.RULE:
        rule, claim = field(form, "rule", _FIELD), field(form, "claim", _FIELD)
        ruled = drafts.rule(rule, claim if rule == "claim" and claim else None)
    why = field(form, "why", _WHY)
    return Judgement(subject, verdict, by, moment(desk), why, version_seen(form), amended, ruled, seen=seen)


def _verdict(form: dict[str, str]) -> Verdict:
    said = field(form, "verdict", _FIELD)
    if said not in set(Verdict) - {Verdict.UNDO}:
        raise JudgementError("verdict-missing", "Choose what you say of it first.")
    return Verdict(said)


def _given(subject: Subject, form: dict[str, str]) -> dict[str, str]:
    names = amendable(subject.cited[0].kind)
    given = {name: said for name in names if (said := field(form, name, _FIELD).strip())}
    return given | {name: "" for name in names if form.get(f"{LEFT}{name}")}


def version_seen(form: dict[str, str]) -> int:
    """Return the version that the form was filled in for.

    Raises:
        JudgementError: when it is none.
    """
    said = field(form, "version", 9)
    if not (said.isascii() and said.isdecimal()):
        raise JudgementError("version-missing", "The version that was seen is missing: open the page again.")
    return int(said)
