"""Movements, deals, posts and access: what moves, what was agreed, who keeps a post where, what is open."""

from warmonitor.model import Agreed, ClaimKind, Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, place_names, places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named


def find_others(sentence: Sentence) -> list[Draft]:
    """Return the claims of movement, agreement, post and access of a sentence."""
    found = []
    for i in range(len(sentence)):
        for reader in (_movement, _agreement, _post, _access):
            if draft := reader(sentence, i):
                found.append(draft)
                break
    return [d for d in found if not is_negated(sentence, d.token)]


def _movement(sentence: Sentence, verb: int) -> Draft | None:
    if not sentence.is_verb(verb) or sentence.lemma(verb) not in words("other", "moving"):
        return None
    subject = sentence.subject(verb)
    if subject is None or not (
        is_force(sentence, subject) or sentence.lemma(subject) in words("other", "movers")
    ):
        return None
    where = places_under(sentence, verb, wide=True)
    target = sentence.object(verb)
    where += place_names(sentence, target) if target is not None and can_be_place(sentence, target) else []
    if not where:
        return None
    who = named(sentence, subject, joined=True)
    quote = clause_span(sentence, verb, *(k for n in [who, *where] for k in sentence.inside(n.span)))
    return Draft(ClaimKind.MOVEMENT, sentence, verb, quote, Agreed((who,)), tuple(where))


def _agreement(sentence: Sentence, noun: int) -> Draft | None:
    if sentence.upos(noun) not in {"NOUN", "PROPN"} or sentence.lemma(noun) not in words("other", "deals"):
        return None
    near = {noun, sentence.head(noun), *sentence.children(noun, "acl", "acl:relcl")}
    made = [v for v in near if v >= 0 and sentence.lemma(v) in words("other", "making")]
    parties = _parties(sentence, noun, made)
    if not made or not parties:
        return None
    where = places_under(sentence, noun) or (places_under(sentence, made[0]) if made else [])
    where = [w for w in where if not any(w.span.meets(p.span) for p in parties)]
    tokens = [noun, *made, *(k for n in parties for k in sentence.inside(n.span) if n)]
    quote = clause_span(sentence, *tokens)
    first, last = sentence.phrase_tokens(noun)
    terms = sentence.words_of(sentence.span_of(first, last))
    return Draft(ClaimKind.AGREEMENT, sentence, made[0], quote, Agreed(tuple(parties), terms), tuple(where))


def _parties(sentence: Sentence, noun: int, made: list[int]) -> list[Named]:
    found: list[int] = [i for case, i in sentence.obliques(noun) if case in {"between", "with", "by"}]
    for verb in made:
        found += [i for case, i in sentence.obliques(verb) if case in {"between", "with", "by", "alongside"}]
        subject = None if sentence.is_passive(verb) else sentence.subject(verb)
        found += [subject] if subject is not None and subject != noun else []
    kept = [
        j
        for i in dict.fromkeys(found)
        for j in sentence.conjuncts(i)
        if sentence.upos(j) in {"PROPN", "NOUN", "PRON"}
    ]
    return [
        named(sentence, i)
        for i in kept
        if not any(d.span.start <= sentence.tokens[i].start < d.span.end for d in sentence.dates)
    ]


def _post(sentence: Sentence, noun: int) -> Draft | None:
    if sentence.lemma(noun) not in words("other", "posts"):
        return None
    first, _ = sentence.phrase_tokens(noun)
    kind = {sentence.lemma(i) for i in range(first, noun)}
    bare = sentence.lemma(noun) in {"post", "point"} and not kind & words("other", "post_kinds")
    owner = _owner(sentence, noun, first)
    where = places_under(sentence, noun, wide=True)
    where = where or [
        p for v in sentence.children(noun, "acl", "acl:relcl") for p in places_under(sentence, v)
    ]
    where = where or (places_under(sentence, sentence.head(noun)) if sentence.head(noun) >= 0 else [])
    if bare or not where or owner is None:
        return None
    tokens = [noun, *(k for n in [owner, *where] for k in sentence.inside(n.span))]
    return Draft(
        ClaimKind.POST,
        sentence,
        noun,
        clause_span(sentence, *tokens),
        Agreed((owner,)),
        tuple(where),
        standing=True,
    )


def _owner(sentence: Sentence, noun: int, first: int) -> Named | None:
    """Return whose post it is: by the words before it, or who keeps, builds or mans it."""
    for i in range(first, noun):
        nation = sentence.word(i)[:1].isupper() and sentence.upos(i) in {"ADJ", "PROPN"}
        if nation or sentence.lemma(i) in words("attack", "forces") - words("other", "post_kinds"):
            span = sentence.span_of(i, i)
            return Named(span.of(sentence.text), span)
    head = sentence.head(noun)
    if sentence.rel(noun) != "obj" or head < 0:
        return None
    own = any(sentence.upos(c) == "PRON" for c in sentence.children(noun, "nmod:poss"))
    if not own and sentence.lemma(head) not in words("other", "keeping"):
        return None
    subject = sentence.subject(head)
    return named(sentence, subject) if subject is not None and is_force(sentence, subject) else None


def _access(sentence: Sentence, verb: int) -> Draft | None:
    if not sentence.is_verb(verb) or sentence.lemma(verb) not in words("other", "opening"):
        return None
    subject, target = sentence.subject(verb), sentence.object(verb)
    thing = next(
        (i for i in (target, subject) if i is not None and _is_access(sentence, i)),
        None,
    )
    if thing is None:
        return None
    where = places_under(sentence, thing, wide=True) or places_under(sentence, verb, wide=True)
    names = [named(sentence, thing), *where]
    quote = clause_span(sentence, verb, thing, *(k for n in names for k in sentence.inside(n.span)))
    doer = subject if subject is not None and subject != thing and is_force(sentence, subject) else None
    who = (named(sentence, doer, joined=True),) if doer is not None else ()
    return Draft(
        ClaimKind.ACCESS, sentence, verb, quote, Agreed(who, named(sentence, thing).said), tuple(where)
    )


def _is_access(sentence: Sentence, i: int) -> bool:
    return any(sentence.lemma(k) in words("other", "ways") for k in sentence.conjuncts(i)) or (
        any(sentence.lemma(k) in {"aid", "humanitarian", "relief"} for k in sentence.below(i))
    )
