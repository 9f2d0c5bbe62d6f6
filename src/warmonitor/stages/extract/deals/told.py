"""What a sentence tells of a deal: its act, its parts, its terms and times, as a draft."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.language.en.dates import resolve
from warmonitor.model import (
    CeasefireClass,
    ClaimKind,
    Dated,
    Deal,
    DealAct,
    DealKind,
    Modality,
    Named,
    ProvisionKind,
    Stance,
    When,
)
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.deals.acts import act_of, verbs_of
from warmonitor.stages.extract.deals.nouns import (
    class_of,
    is_deal_noun,
    is_figurative,
    kind_of,
    lasts,
    name_of,
    of_another_kind,
)
from warmonitor.stages.extract.deals.parties import Roles, phrases, roles_of
from warmonitor.stages.extract.deals.provisions import agreed_terms, clause_terms, outermost, provisions_of
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_DEFINITE = frozenset({"the", "this", "that", "their", "its"})
_BINDING = frozenset(ProvisionKind) - {ProvisionKind.OTHER, ProvisionKind.POLITICAL}
_OFFERED = frozenset({DealAct.PROPOSED, DealAct.REJECTED})
_CEASEFIRES = frozenset({DealKind.CEASEFIRE, DealKind.PAUSE})


def is_definite(sentence: Sentence, noun: int) -> bool:
    """Say whether a deal is spoken of as known: "the truce", "their agreement"."""
    return any(sentence.low(c) in _DEFINITE for c in sentence.children(noun, "det", "nmod:poss"))


def deal_words(sentence: Sentence, noun: int) -> str:
    """Return the words that name a deal."""
    first, last = sentence.phrase_tokens(noun)
    return sentence.words_of(sentence.span_of(first, last))


def deal_of(sentence: Sentence, noun: int, dated: Dated, *, known: bool) -> Draft | None:
    """Return what is told of the deal that a noun names."""
    if not is_deal_noun(sentence, noun):
        return None
    strong = sentence.lemma(noun) in words("deals", "strong")
    if (not strong and of_another_kind(sentence, noun)) or is_figurative(sentence, noun):
        return None
    verbs = verbs_of(sentence, noun)
    acts = [(act, verb) for verb in verbs if (act := act_of(sentence, noun, verb)) is not None]
    terms = provisions_of(sentence, noun, verbs, dated)
    act, token = acts[0] if acts else (DealAct.TOLD, noun)
    roles = roles_of(sentence, noun, [v for a, v in acts if a is act or a not in _OFFERED] or verbs, act)
    kind = kind_of(sentence, noun)
    if kind is None and terms:
        kind = DealKind(table("deals", "by_term").get(terms[0].kind.value, "other"))
    detail = Deal(
        tuple(roles.parties), deal_words(sentence, noun), act, kind or DealKind.OTHER,
        name_of(sentence, noun),
        tuple(roles.brokers), tuple(roles.guarantors), tuple(roles.monitors), terms,
        lasts=lasts(sentence, noun),
    )  # fmt: skip
    detail = _timed(sentence, noun, token, _classed(sentence, noun, detail), dated)
    if not _is_told(sentence, noun, detail, roles, acts=bool(acts), kinded=kind is not None, known=known):
        return None
    return _draft(sentence, noun, token, [v for _, v in acts], detail, roles, dated)


def _draft(
    sentence: Sentence, noun: int, token: int, verbs: list[int], detail: Deal, roles: Roles, dated: Dated
) -> Draft:
    where = _zone(sentence, noun, token, roles)
    spans = [*(n.span for n in roles.taken()), *(t.span for t in detail.provisions)]
    tokens = [noun, *verbs, *(k for span in spans for k in sentence.inside(span))]
    carrier = token if token != noun else _carrier(sentence, noun)
    rumour, doubt = _rumoured(sentence, noun), _speculated(sentence, token)
    refused = detail.act is DealAct.REJECTED
    speaker = None
    if rumour is Stance.DENIED:
        subject = sentence.subject(sentence.head(sentence.head(noun)))
        speaker = None if subject is None else named(sentence, subject)
    if speaker is not None:
        detail = replace(detail, parties=(speaker, *detail.parties))
    return Draft(
        ClaimKind.AGREEMENT, sentence, carrier, clause_span(sentence, *tokens), detail, tuple(where),
        stance=rumour or (Stance.ALLEGED if doubt else None),
        modality=Modality.POSSIBLE if doubt else Modality.ACTUAL if refused else None,
        when=When(None, dated.latest) if sentence.head(token) == noun else None, speaker=speaker,
    )  # fmt: skip


def _speculated(sentence: Sentence, token: int) -> bool:
    """Say whether a clause is what a rumour says: "speculation that they have reached a deal"."""
    clause = sentence.clause(token)
    above = sentence.head(clause)
    rumour = (
        above >= 0 and sentence.upos(above) == "NOUN" and sentence.lemma(above) in words("deals", "rumoured")
    )
    return rumour and sentence.rel(clause).split(":")[0] in {"acl", "ccomp", "appos", "parataxis"}


def _rumoured(sentence: Sentence, noun: int) -> Stance | None:
    """Return the stance of what is only "reports of a deal", and of such reports where they are denied."""
    head = sentence.head(noun)
    if head < 0 or sentence.is_verb(head) or sentence.lemma(head) not in words("deals", "rumours"):
        return None
    above = sentence.head(head)
    denied = above >= 0 and sentence.lemma(above) in words("speech", "denied") | {"reject", "dismiss"}
    return Stance.DENIED if denied else Stance.ALLEGED


def _zone(sentence: Sentence, noun: int, token: int, roles: Roles) -> list[Named]:
    """Return where a deal holds, or was made: the noun's own phrases of place, else its verb's."""
    at = sentence.tokens[noun].start
    wide = sentence.lemma(noun) in words("deals", "things")
    for i in dict.fromkeys((noun, token)):
        found = [w for w in places_under(sentence, i, wide=wide) if not w.span.start <= at < w.span.end]
        if kept := [w for w in found if not any(w.span.meets(p.span) for p in roles.taken())]:
            return kept
    return []


def _carrier(sentence: Sentence, noun: int) -> int:
    """Return the verb that the noun hangs on, as speech and doubt stand over verbs."""
    head = sentence.head(outermost(sentence, noun))
    return head if head >= 0 and sentence.is_verb(head) and not _speaks(sentence, head) else noun


def _speaks(sentence: Sentence, verb: int) -> bool:
    return sentence.lemma(verb) in words("speech", "denied") | words("speech", "asserted")


def _is_told(
    sentence: Sentence, noun: int, deal: Deal, roles: Roles, *, acts: bool, kinded: bool, known: bool
) -> bool:
    """Say whether the text tells of a deal of war rather than of talks, hopes, or another sort of deal."""
    lemma = sentence.lemma(noun)
    of_noun = sentence.head(noun) >= 0 and sentence.rel(noun) in {"compound", "nmod"}
    if of_noun and sentence.lemma(sentence.head(noun)) in words("deals", "made_of"):
        return False
    if lemma in words("deals", "things") and not (acts and kinded):
        return False
    war = kinded or (known and is_definite(sentence, noun)) or _fighters(sentence, roles)
    told = acts or bool(deal.provisions) or bool(roles.taken())
    return war and told


def _fighters(sentence: Sentence, roles: Roles) -> bool:
    """Say whether two parties are named of whom one fights by its words: "the army and the Front"."""
    heads = {sentence.lemma(i) for n in roles.parties for i in sentence.inside(n.span)}
    pair = any(n.said.lower() in words("other", "two_sides") for n in roles.parties)
    return pair or (len(roles.parties) > 1 and bool(heads & words("attack", "forces")))


def _classed(sentence: Sentence, noun: int, deal: Deal) -> Deal:
    """Give a ceasefire the class that its words or its terms give it, and no other."""
    if deal.kind not in _CEASEFIRES and deal.kind is not DealKind.PEACE:
        return deal
    terms = {term.kind.value for term in deal.provisions}
    by_terms = [name for name, kinds in table("deals", "class_terms").items() if terms & set(kinds)]
    if by_terms and deal.kind in _CEASEFIRES:
        return replace(deal, ceasefire=CeasefireClass(by_terms[-1]))
    return replace(deal, ceasefire=class_of(sentence, noun))


def _timed(sentence: Sentence, noun: int, token: int, deal: Deal, dated: Dated) -> Deal:
    """Give a deal its end ("until 20 May") and the time in its own name ("the 2018 deal")."""
    until = made = None
    for one in sentence.dates:
        at = sentence.at(one.span.start)
        if at is None:
            continue
        own = at in sentence.below(noun) and (at < noun or sentence.low(at - 1) == "of")
        lead = sentence.low(at) in {"until", "till"} or (at and sentence.low(at - 1) in {"until", "till"})
        if lead and (at in sentence.below(token) or at in sentence.below(noun)):
            when = resolve(one, dated, past=False, text=sentence.text)
            until = When(None, when.latest, when.said, when.precision)
        elif own:
            made = resolve(one, dated, text=sentence.text)
    made = made if made is not None and made.known() else None
    return replace(deal, until=until, made=made)


def further_terms(sentence: Sentence, dated: Dated, before: Sequence[Draft]) -> Draft | None:
    """Return what a sentence right after one on a deal lays down: "The army is to leave X by Friday"."""
    last = before[-1] if before else None
    if last is None or not isinstance(last.detail, Deal) or sentence.index - last.sentence.index != 1:
        return None
    deal = last.detail
    made = deal.act in {DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE} or bool(deal.provisions)
    if not made or deal.act is DealAct.BROKEN:
        return None
    root = next((i for i in range(len(sentence)) if sentence.head(i) < 0 and sentence.is_verb(i)), None)
    if root is None or not _is_to(sentence, root):
        return None
    terms = [t for t in clause_terms(sentence, root, dated) if t.kind in _BINDING]
    if not terms:
        return None
    quote = clause_span(sentence, *(k for t in terms for k in sentence.inside(t.span)))
    detail = Deal((), None, DealAct.TOLD, deal.kind, deal.name, provisions=tuple(terms))
    return Draft(ClaimKind.AGREEMENT, sentence, root, quote, detail, stance=last.stance)


def _is_to(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb tells what somebody is bound to do: "are to withdraw", "must release"."""
    aux = {sentence.low(c) for c in sentence.children(verb, "aux", "mark", "cop")}
    to_be = "to" in {sentence.low(c) for c in sentence.children(verb)} and aux & {"is", "are", "was", "were"}
    return bool(to_be) or bool(aux & {"must", "shall", "will", "should"})


def unnamed_deal(sentence: Sentence, verb: int, dated: Dated) -> Draft | None:
    """Return the deal of two sides that "agreed to withdraw", where no noun names it."""
    if not sentence.is_verb(verb) or sentence.lemma(verb) != "agree":
        return None
    if any(is_deal_noun(sentence, i) and verb in verbs_of(sentence, i) for i in range(len(sentence))):
        return None
    subject = sentence.subject(verb)
    parties = phrases(sentence, subject) if subject is not None else []
    parties += [n for case, i in sentence.obliques(verb) if case == "with" for n in phrases(sentence, i)]
    both = len(parties) > 1 or any(p.said.lower() in words("other", "two_sides") for p in parties)
    plural = subject is not None and any(
        sentence.lemma(c) in {"two", "both"} for c in sentence.children(subject)
    )
    terms = agreed_terms(sentence, verb, dated)
    if not (both or plural) or not terms:
        return None
    kind = DealKind(table("deals", "by_term").get(terms[0].kind.value, "other"))
    tokens = [verb, *(k for t in terms for k in sentence.inside(t.span))]
    tokens += [k for n in parties for k in sentence.inside(n.span)]
    quote = clause_span(sentence, *tokens)
    detail = Deal(tuple(parties), quote.of(sentence.text), DealAct.SIGNED, kind, provisions=terms)
    return Draft(ClaimKind.AGREEMENT, sentence, verb, quote, detail)
