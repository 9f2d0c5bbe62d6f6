"""Uses of force, in ACLED's event and sub-event types, with who did it, to whom, and by what means."""

from dataclasses import dataclass
from functools import lru_cache

from warmonitor.model import Attack, ClaimKind, Named
from warmonitor.stages.extract.attacks.blame import doer_of_noun, perpetrator_of, target_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import (
    can_be_place,
    clause_places,
    place_names,
    places_under,
    relative_place,
)
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table of attacks."""

    type: str
    sub_type: str


@lru_cache
def _by_noun() -> dict[str, Kind]:
    return {n: Kind(r["type"], r["sub_type"]) for r in reversed(table("attack", "kinds")) for n in r["nouns"]}


@lru_cache
def _by_verb() -> dict[str, Kind]:
    return {v: Kind(r["type"], r["sub_type"]) for r in reversed(table("attack", "kinds")) for v in r["verbs"]}


@lru_cache
def _bearers() -> dict[str, Kind]:
    return {b: Kind(r["type"], r["sub_type"]) for r in table("attack", "kinds") for b in r.get("bearers", ())}


def find_attacks(sentence: Sentence) -> list[Draft]:
    """Return the attacks of a sentence; a noun that is part of a verb's attack is not told twice."""
    found = _without_consequences([d for i in range(len(sentence)) if (d := _by_verb_at(sentence, i))])
    told = {k for d in found for k in sentence.below(d.token)}
    named = _args(sentence, found)
    found += [d for i in range(len(sentence)) if i not in named and (d := _by_noun_at(sentence, i, told))]
    return [d for d in found if not is_negated(sentence, d.token)]


def _without_consequences(drafts: list[Draft]) -> list[Draft]:
    """Drop the killing that a strike led to: "hit the market, killing 12" is one attack."""
    tokens = {d.token for d in drafts if d.sentence.lemma(d.token) not in words("attack", "killing")}

    def follows(draft: Draft) -> bool:
        kills = draft.sentence.lemma(draft.token) in words("attack", "killing")
        return kills and any(above in tokens for above in draft.sentence.above(draft.token))

    return [d for d in drafts if not follows(d)]


def _args(sentence: Sentence, drafts: list[Draft]) -> set[int]:
    """Return the nouns that a verb's attack already tells of: "an air strike targeted …"."""
    near: set[int] = set()
    for draft in drafts:
        near |= set(sentence.children(draft.token))
        subject = sentence.subject(draft.token)
        near |= {subject} if subject is not None else set()
        near |= {i for _, i in sentence.obliques(draft.token) if sentence.case(i) in {"with", "by", "in"}}
    return near


def _noun_kind(sentence: Sentence, i: int) -> Kind | None:
    lemma = sentence.lemma(i)
    two = f"{sentence.low(i - 1)} {lemma}" if i else ""
    three = f"{sentence.low(i - 2)} {two}" if i > 1 else ""
    return _by_noun().get(three) or _by_noun().get(two) or _by_noun().get(lemma)


def _by_verb_at(sentence: Sentence, verb: int) -> Draft | None:
    if not sentence.is_verb(verb) or sentence.rel(verb) in {"amod", "compound"}:
        return None
    lemma = sentence.lemma(verb)
    kind = _by_verb().get(lemma)
    means = _means(sentence, verb)
    brought = lemma in words("attack", "by_means") and means and sentence.rel(verb) != "acl"
    lands = lemma in words("attack", "landing") and means and means[0] == sentence.subject(verb)
    if kind is None and not brought and not lands:
        return None
    target = sentence.object(verb)
    if means and lemma in words("attack", "by_means") and means[0] == target:
        target = None
    goals = [i for case, i in sentence.obliques(verb) if case in words("attack", "aimed")]
    target = target if target is not None else next((i for i in goals if not can_be_place(sentence, i)), None)
    culprit = perpetrator_of(sentence, verb)
    if target is None and culprit is None and not means:
        return None
    if lemma in words("attack", "killing") and (culprit is None or target is None):
        return None  # deaths without a doer are a toll
    if target is not None and not _can_be_hit(sentence, target, lemma):
        return None
    kind = _kind_of(sentence, verb, kind, means)
    where = list(clause_places(sentence, verb))
    if target is not None and can_be_place(sentence, target) and sentence.upos(target) == "PROPN":
        where = [*place_names(sentence, target), *where]
    if means and culprit is None:
        culprit = doer_of_noun(sentence, means[0])
    return _draft(sentence, verb, kind, culprit, target_of(sentence, target), where, means)


def _can_be_hit(sentence: Sentence, i: int, verb: str = "") -> bool:
    if sentence.low(i) == "it":
        return verb in {"shell", "bomb", "bombard", "pound", "shoot", "burn"}
    return sentence.lemma(i) not in words("attack", "figures_of_speech")


def _means(sentence: Sentence, verb: int) -> list[int]:
    """Return the nouns that say by what attack: "an air strike hit …", "dropped barrel bombs"."""
    subject = sentence.subject(verb)
    near = [subject] if subject is not None else []
    near += sentence.children(verb, "obj")
    near += [i for case, i in sentence.obliques(verb) if case in {"by", "with", "in", "using"}]
    return [i for i in near if _noun_kind(sentence, i)]


def _kind_of(sentence: Sentence, verb: int, kind: Kind | None, means: list[int]) -> Kind:
    for i in means:
        found = _noun_kind(sentence, i)
        if found is not None and not _general(found, sentence, i):
            return found
    subject = perpetrator_index(sentence, verb)
    if subject is not None:
        for i in sorted(sentence.below(subject)):
            if bearer := _bearers().get(sentence.lemma(i)):
                return bearer
    return kind or Kind("Battles", "Armed clash")


def perpetrator_index(sentence: Sentence, verb: int) -> int | None:
    """Return the token that heads who acts."""
    if sentence.is_passive(verb):
        return next((i for case, i in sentence.obliques(verb) if case == "by"), None)
    return sentence.subject(verb)


def _general(kind: Kind, sentence: Sentence, i: int) -> bool:
    general = next(row for row in table("attack", "kinds") if row.get("general"))
    return kind.type == general["type"] and sentence.lemma(i) in general["nouns"]


def _by_noun_at(sentence: Sentence, i: int, told: set[int]) -> Draft | None:
    kind = _noun_kind(sentence, i) if sentence.upos(i) in {"NOUN", "PROPN"} else None
    if kind is None or sentence.rel(i) == "compound" or _generic(sentence, i):
        return None
    culprit = doer_of_noun(sentence, i)
    aimed = [n for case, n in sentence.obliques(i) if case in {"on", "against", "of", "targeting"}]
    if sentence.rel(i) == "obj" and not aimed:  # a tree may hang "on the town" on the verb
        aimed = [n for case, n in sentence.obliques(sentence.head(i)) if case in {"on", "against"} and n > i]
    aimed = [n for n in aimed if n not in sentence.dated_tokens]
    places = [n for n in aimed if can_be_place(sentence, n)]
    sites = words("control", "sites")
    target = next(
        (n for n in aimed if (n not in places or sentence.lemma(n) in sites) and _can_be_hit(sentence, n)),
        None,
    )
    where = [p for n in places for p in place_names(sentence, n)] or _suffering(sentence, i)
    where = where or clause_places(sentence, i)
    governor = sentence.head(i)
    happens = governor >= 0 and sentence.lemma(governor) in words("attack", "happening")
    dated = any(sentence.at(d.span.start) in sentence.below(i) for d in sentence.dates)
    if not (happens or culprit or target is not None or places or dated):
        return None
    reported = governor >= 0 and sentence.lemma(governor) in words("attack", "renewed")
    there = reported and sentence.is_verb(governor) and bool(places_under(sentence, governor))
    own = bool(places_under(sentence, i)) or dated or places or there
    if sentence.lemma(i) in words("attack", "lasting") and not own:
        return None  # an offensive or a war goes on; it is told where or when, or not at all
    if sentence.lemma(i) in words("toll", "campaign") and not (
        culprit or target is not None or places or reported
    ):
        return None  # the long fight that the rest of the report is about, not one more attack
    if _general(kind, sentence, i) and culprit is None and not where and target is None:
        return None
    if i in told and not happens and culprit is None:
        return None
    return _draft(sentence, i, kind, culprit, target_of(sentence, target), where, [])


def _suffering(sentence: Sentence, i: int) -> list[Named]:
    """Return the place that was "subjected to" an attack, or "came under" it."""
    governor = sentence.head(i)
    if governor < 0 or sentence.lemma(governor) not in {"subject", "come", "suffer", "endure", "face", "see"}:
        return []
    subject = sentence.subject(governor)
    if subject is None or not can_be_place(sentence, subject):
        active = None if subject is None else sentence.object(governor)
        return place_names(sentence, active) if active is not None and can_be_place(sentence, active) else []
    return relative_place(sentence, governor) or place_names(sentence, subject)


def _generic(sentence: Sentence, i: int) -> bool:
    """Say whether a noun names attacks at large: "a wave of", "the threat of", after "no" or "any"."""
    dets = {sentence.low(c) for c in sentence.children(i, "det")}
    governor = sentence.head(i)
    return bool(dets & {"no", "any"}) or (
        governor >= 0
        and sentence.lemma(governor)
        in {"threat", "risk", "fear", "end", "halt", "possibility", "type", "kind", "defeat"}
    )


def _draft(
    sentence: Sentence,
    token: int,
    kind: Kind,
    culprit: Named | None,
    target: Named | None,
    where: list[Named],
    means: list[int],
) -> Draft:
    spans = [n.span for n in (culprit, target) if n is not None] + [n.span for n in where]
    near = [s for s in spans if abs(s.start - sentence.tokens[token].start) < 200 and sentence.span.covers(s)]
    tokens = [token, *means, *(k for s in near for k in sentence.inside(s))]
    exact = [i for i in means if (k := _noun_kind(sentence, i)) is not None and not _general(k, sentence, i)]
    weapon = sentence.words_of(sentence.phrase(exact[0])) if exact else None
    attack = Attack(kind.type, kind.sub_type, culprit, target, weapon)
    return Draft(ClaimKind.ATTACK, sentence, token, clause_span(sentence, *tokens), attack, tuple(where))
