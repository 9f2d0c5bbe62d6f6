"""The terms of a deal as its sentence words them: what kind, who must do it, by when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.language.en.dates import resolve
from warmonitor.model import Dated, Named, Provision, ProvisionKind, When
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.deals.acts import within
from warmonitor.stages.extract.deals.parties import binds
from warmonitor.stages.extract.deals.patterns import first_kind, held
from warmonitor.stages.extract.draft import clause_span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_BY = frozenset({"by", "until", "till", "within", "before"})
_ON = frozenset({"on", "for", "over", "of"})
_WITHIN = re.compile(r"\bwithin (?:[\w-]+ ){1,2}(?:hours?|days?|weeks?|months?|years?)\b")


@dataclass(frozen=True, slots=True)
class _Content:
    """The head of what is laid down, who is bound by it, and the verb that brings it."""

    head: int
    by: int | None = None
    carrier: int | None = None
    open: bool = False
    near: frozenset[int] = frozenset()


def provisions_of(sentence: Sentence, noun: int, verbs: Iterable[int], dated: Dated) -> tuple[Provision, ...]:
    """Return the terms that a sentence gives of the deal that a noun names."""
    contents = [*_complements(sentence, noun), *_carried(sentence, noun, verbs), *_under(sentence, noun)]
    return terms_in(sentence, contents, dated)


def agreed_terms(sentence: Sentence, verb: int, dated: Dated) -> tuple[Provision, ...]:
    """Return what two sides agree to do where no noun names the deal: "agreed to withdraw from X"."""
    below = sentence.children(verb, "xcomp", "ccomp")
    below += [i for case, i in sentence.obliques(verb) if case in {"to", "on"}]
    return terms_in(sentence, [_Content(i) for i in below], dated)


def clause_terms(sentence: Sentence, verb: int, dated: Dated) -> tuple[Provision, ...]:
    """Return what a whole clause lays down: "The army is to leave X by Friday"."""
    subject = None if sentence.is_passive(verb) else sentence.subject(verb)
    return terms_in(sentence, [_Content(verb, subject)], dated)


def terms_in(sentence: Sentence, contents: Iterable[_Content], dated: Dated) -> tuple[Provision, ...]:
    """Return the provisions of some contents, those joined by "and" apart, each stretch once."""
    found: list[Provision] = []
    for content in contents:
        for head, tokens in _parts(sentence, content.head):
            one = _provision(sentence, head, tokens, content, dated)
            if one is not None and not any(one.span.meets(k.span) for k in found):
                found.append(one)
    told = [one for one in found if one.kind is not ProvisionKind.OTHER] or found
    return tuple(sorted(told, key=lambda one: one.span))


def _provision(
    sentence: Sentence, head: int, tokens: frozenset[int], content: _Content, dated: Dated
) -> Provision | None:
    near = tokens | content.near | ({content.carrier} if content.carrier is not None else frozenset())
    kind = first_kind("terms", held(sentence, near))
    if kind is None and not content.open:
        return None
    span = clause_span(sentence, *tokens)
    by = _bound(sentence, head, content)
    return Provision(ProvisionKind(kind or "other"), span, by, deadline(sentence, tokens, dated))


def _parts(sentence: Sentence, head: int) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield each of the heads that "and" joins with the tokens that are its own."""
    joined = [
        head,
        *(c for c in sorted(sentence.below(head)) if c != head and _of_its_own(sentence, head, c)),
    ]
    whole = {one: sentence.below(one) for one in joined}
    for one in joined:
        against = [k for k in whole[one] if k != one and _set_against(sentence, k)]
        inner = [sentence.below(k) for k in (*joined, *against) if k != one and k in whole[one]]
        own = whole[one] - frozenset().union(*inner)
        yield one, frozenset(k for k in own if sentence.word(k) not in {",", ".", ";"}) or frozenset({one})


def _of_its_own(sentence: Sentence, head: int, i: int) -> bool:
    """Say whether what "and" joins is a term of its own, though a tree hung it deeper."""
    if sentence.rel(i) != "conj" or _set_against(sentence, i):
        return False
    return sentence.head(i) == head or first_kind("terms", held(sentence, sentence.below(i))) is not None


def _set_against(sentence: Sentence, i: int) -> bool:
    """Say whether a clause tells what came of it instead: "but that never happened"."""
    return any(
        sentence.low(c) in {"but", "although", "though", "yet"} for c in sentence.children(i, "cc", "mark")
    )


def _bound(sentence: Sentence, head: int, content: _Content) -> Named | None:
    """Return who must do it: its own subject, who is required to, or "by X" behind it."""
    own = sentence.children(head, "nsubj")
    if sentence.is_verb(head) and not sentence.is_passive(head) and own:
        return named(sentence, own[0], joined=True) if binds(sentence, own[0]) else None
    agents = [i for case, i in sentence.obliques(head) if case == "by" and i not in sentence.dated_tokens]
    if agents:
        return named(sentence, agents[0], joined=True)
    who = content.by
    return named(sentence, who, joined=True) if who is not None and binds(sentence, who) else None


def _complements(sentence: Sentence, noun: int) -> Iterator[_Content]:
    """Yield what a deal is to do or is on: "a deal to exchange prisoners", "an accord on withdrawal"."""
    for verb in sentence.children(noun, "acl", "acl:relcl"):
        marks = {sentence.low(c) for c in sentence.children(verb, "mark")}
        if "to" in marks or "under which" in _lead(sentence, verb):
            yield _Content(verb)
    for case, i in sentence.obliques(noun):
        if case.split()[-1] in _ON:
            yield _Content(i)
    head = sentence.head(noun)
    if head >= 0 and sentence.is_verb(head) and sentence.object(head) == noun:
        aims = [v for v in sentence.children(head, "advcl", "xcomp") if v > noun]
        yield from (
            _Content(v) for v in aims if "to" in {sentence.low(c) for c in sentence.children(v, "mark")}
        )


def _lead(sentence: Sentence, verb: int) -> str:
    first = min(sentence.below(verb))
    return " ".join(sentence.low(i) for i in range(first, min(first + 3, verb)))


def _carried(sentence: Sentence, noun: int, verbs: Iterable[int]) -> Iterator[_Content]:
    """Yield what a deal calls for, provides for, requires, stipulates."""
    for verb in dict.fromkeys([*verbs, *sentence.children(noun, "acl:relcl")]):
        if sentence.lemma(verb) not in words("deals", "carriers") or sentence.is_passive(verb):
            continue
        subject = sentence.subject(verb)
        if subject is None or not within(sentence, subject, noun, verb):
            continue
        target = next(iter(sentence.children(verb, "obj")), None)
        clauses = sentence.children(verb, "ccomp", "xcomp", "advcl")
        if clauses and target is not None and clauses[0] > target:
            yield _Content(clauses[0], target, verb)
            continue
        firm = sentence.lemma(verb) in words("deals", "laying_down")
        things = [*clauses, *([target] if target is not None else [])]
        things += [i for case, i in sentence.obliques(verb) if case in {"for", "on"}]
        yield from (_Content(i, None, verb, firm) for i in things)


def _under(sentence: Sentence, noun: int) -> Iterator[_Content]:
    """Yield the clause that tells what is to be done "under the deal", "as part of the truce"."""
    top = outermost(sentence, noun)
    part = top != noun or sentence.lemma(top) in words("deals", "parts")
    if sentence.case(top) not in words("deals", "under") and not (part and sentence.case(top) == "as"):
        return
    head = sentence.head(top)
    if head >= 0 and sentence.is_verb(head):
        subject = sentence.subject(head)
        near = sentence.below(subject) if sentence.is_passive(head) and subject is not None else frozenset()
        yield _Content(
            head, None if sentence.is_passive(head) else subject, None, near=near - sentence.below(top)
        )


def outermost(sentence: Sentence, noun: int) -> int:
    """Return "terms" of "under the terms of the truce", else the noun itself."""
    top = noun
    while (
        sentence.rel(top).split(":")[0] == "nmod"
        and sentence.head(top) >= 0
        and sentence.lemma(sentence.head(top)) in words("deals", "parts")
    ):
        top = sentence.head(top)
    return top


def deadline(sentence: Sentence, tokens: Iterable[int], dated: Dated) -> When | None:
    """Return the day by which it is to be done, with its words: "by 15 June", "within 30 days"."""
    inside = set(tokens)
    for one in sentence.dates:
        at = sentence.at(one.span.start)
        if at is None or not (at in inside or at - 1 in inside):
            continue
        lead = at - 1 if at and sentence.low(at - 1) in _BY else at
        if sentence.low(lead) not in _BY:
            continue
        when = resolve(one, dated, past=False, text=sentence.text)
        said = sentence.text[sentence.tokens[lead].start : one.span.end]
        return When(None, when.latest, said, when.precision)
    if length := _WITHIN.search(sentence.words_of(clause_span(sentence, *inside))):
        return When(None, None, length.group(0))
    return None
