"""Attacks told by a verb: "shelled the market", "an air strike hit", "opened fire", "blew himself up"."""

from warmonitor.stages.extract.attacks.blame import doer_of_noun, is_force, perpetrator_of, target_of
from warmonitor.stages.extract.attacks.drafts import attack_draft
from warmonitor.stages.extract.attacks.kinds import (
    CLASH,
    SELVES,
    Kind,
    bearer_kind,
    is_harmless,
    is_suicide,
    noun_kind,
    settled,
    verb_kind,
)
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import (
    can_be_place,
    clause_places,
    is_place_noun,
    is_premises,
    place_names,
)
from warmonitor.stages.extract.sentence import Sentence

_MINES = frozenset({"hit", "strike", "trigger", "step", "drive", "run"})
_OVER = frozenset({"step", "drive", "run"})
_SUICIDE = Kind("Explosions/Remote violence", "Suicide bomb")


def by_verb(sentence: Sentence, verb: int) -> Draft | None:
    """Return the attack that a verb tells, None where it tells none."""
    if not sentence.is_verb(verb) or sentence.rel(verb) in {"amod", "compound"} or _with_what(sentence, verb):
        return None
    means = _means(sentence, verb)
    kind = _kind_at(sentence, verb, means)
    if kind is None or (sentence.lemma(verb) in _OVER and not means):
        return None
    target = _target(sentence, verb, means)
    mined = target is not None and target == sentence.subject(verb) and not sentence.is_passive(verb)
    culprit = None if mined else perpetrator_of(sentence, verb)
    if target is None and culprit is None and not means and kind is not _SUICIDE:
        return None
    if culprit is None and not means and _needs_doer(sentence, verb):
        return None
    downed = target is not None and sentence.lemma(target) in words("attack", "aircraft")
    if (
        sentence.lemma(verb) in words("attack", "killing")
        and not downed
        and (culprit is None or target is None)
    ):
        return None  # deaths without a doer are a toll
    if target is not None and not can_be_hit(sentence, target, sentence.lemma(verb)):
        return None
    if means and culprit is None:
        culprit = doer_of_noun(sentence, means[0])
    where = list(clause_places(sentence, verb))
    suffered = sentence.lemma(verb) in words("blame", "of_people")
    place = target is not None and can_be_place(sentence, target) and sentence.upos(target) == "PROPN"
    if place and target is not None and not suffered:
        where = [*place_names(sentence, target), *where]
    kind = settled(sentence, verb, kind, acting(sentence, verb), target)
    return attack_draft(sentence, verb, kind, (culprit, target_of(sentence, target)), where, means)


def _with_what(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb only tells the means of the attack above it: "attacked the post using mortars"."""
    governor = sentence.head(verb)
    return sentence.low(verb) == "using" and governor >= 0 and verb_kind(sentence, governor) is not None


def _needs_doer(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb is no attack where nobody with force does it: "hit by resignations"."""
    if sentence.lemma(verb) in words("attack", "taking"):
        return True
    doer = acting(sentence, verb) if sentence.lemma(verb) in words("attack", "loose") else None
    return doer is not None and not is_force(sentence, doer)


def _kind_at(sentence: Sentence, verb: int, means: list[int]) -> Kind | None:
    """Return the kind of a verb: what its means tell, else itself; None where it is no attack."""
    lemma = sentence.lemma(verb)
    own = verb_kind(sentence, verb)
    if is_suicide(sentence, verb):
        return _SUICIDE
    if lemma == "set" and any(sentence.low(i) == "fire" for i in sentence.children(verb, "obj")):
        return None  # "set fire to" is told of property
    brought = lemma in words("attack", "by_means") and means and sentence.rel(verb) != "acl"
    lands = lemma in words("attack", "landing") and means and means[0] == sentence.subject(verb)
    borne = lemma in words("attack", "borne") and bearer_kind(sentence, acting(sentence, verb))
    lands = lands or (lemma in _OVER and bool(means))
    if own is None and not brought and not lands and not borne:
        return None
    named = [kind for i in means if (kind := noun_kind(sentence, i)) is not None]
    exact = next((kind for kind in named if not kind.general), None)
    if exact is None and (is_harmless(sentence, verb) or _goes_back(sentence, verb)):
        return None
    return exact or own or next(iter(named), None) or bearer_kind(sentence, acting(sentence, verb))


def _goes_back(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb is a figure: "struck back at", "hit out at"."""
    return (
        bool({sentence.low(i) for i in sentence.children(verb)} & {"back", "out"})
        and sentence.object(verb) is None
    )


def _target(sentence: Sentence, verb: int, means: list[int]) -> int | None:
    """Return what is hit: the object, else what it is aimed at; who drives onto a mine is hit by it."""
    target = sentence.object(verb)
    lemma = sentence.lemma(verb)
    if lemma in _MINES and means and not sentence.is_passive(verb) and means[0] != sentence.subject(verb):
        return sentence.subject(verb)
    if target is not None and {_counted(sentence, j) for j in sentence.conjuncts(target)} & set(means):
        target = None
    bomb = target is not None and sentence.lemma(target) in words("attack", "laden")
    if (
        lemma in words("attack", "with_fire")
        or bomb
        or (target is not None and sentence.low(target) in SELVES)
    ):
        target = None
    if target is not None:
        return target
    aimed = words("attack", "aimed") | ({"with"} if verb_is_clash(sentence, verb) else set())
    goals = [i for case, i in sentence.obliques(verb) if case in aimed and i not in sentence.dated_tokens]
    goals = [i for i in goals if i not in means]
    return next((i for i in goals if not can_be_place(sentence, i) or is_struck(sentence, i)), None)


def verb_is_clash(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb takes the other side after "with": "clashed with", "exchanged fire with"."""
    kind = verb_kind(sentence, verb)
    if kind is None or kind.sub_type != CLASH.sub_type:
        return False
    return not kind.general or sentence.lemma(verb) == "exchange"


def is_struck(sentence: Sentence, i: int) -> bool:
    """Say whether a word for a place is a site that can be a target itself: "the airport", "a checkpoint"."""
    if sentence.lemma(i) in words("control", "sites") or is_premises(sentence, i):
        return True
    return sentence.lemma(i) in words("attack", "civil") and not is_place_noun(sentence, i)


def acting(sentence: Sentence, verb: int) -> int | None:
    """Return the token that heads who acts."""
    if sentence.is_passive(verb):
        return next((i for case, i in sentence.obliques(verb) if case == "by"), None)
    return sentence.subject(verb)


def _counted(sentence: Sentence, i: int) -> int:
    """Return the noun that a number counts: the rockets of "dozens of rockets"."""
    if sentence.lemma(i) not in words("attack", "numbers"):
        return sentence.content(i)
    return next((n for case, n in sentence.obliques(i) if case == "of" and n > i), i)


def can_be_hit(sentence: Sentence, i: int, verb: str = "") -> bool:
    """Say whether a phrase can be what force is used against, and no figure of speech."""
    if sentence.low(i) == "it":
        return verb in {"shell", "bomb", "bombard", "pound", "shoot", "burn"}
    return sentence.lemma(i) not in words("attack", "figures_of_speech")


def _means(sentence: Sentence, verb: int) -> list[int]:
    """Return the nouns that say by what attack: "an air strike hit …", "dropped barrel bombs"."""
    subject = sentence.subject(verb)
    near = [subject] if subject is not None else []
    near += [j for i in sentence.children(verb, "obj") for j in sentence.conjuncts(i)]
    used = [c for c in sentence.children(verb, "advcl") if sentence.low(c) == "using"]
    near += [j for c in used for i in sentence.children(c, "obj") for j in sentence.conjuncts(i)]
    near += [i for case, i in sentence.obliques(verb) if case in words("attack", "instrumental")]
    near = [_counted(sentence, i) for i in near]
    if sentence.lemma(verb) in _MINES:
        near += [i for case, i in sentence.obliques(verb) if case in {"over", "on", "onto"}]
    return [i for i in near if noun_kind(sentence, i)]
