"""Posts that somebody keeps: whose, where, how many, and how they stand."""

from functools import lru_cache

from warmonitor.model import ClaimKind, Modality, Named, Post, PostState, When
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import place_names, places_under, relative_place
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named


def find_post(sentence: Sentence, noun: int) -> Draft | None:
    """Return the claim of a post that a noun names, None where no place or no owner is told."""
    if sentence.lemma(noun) not in words("deals", "posts"):
        return None
    first, _ = sentence.phrase_tokens(noun)
    kinds = words("deals", "post_kinds")
    kind = [i for i in range(first, noun) if {sentence.lemma(i), sentence.low(i)} & kinds]
    if sentence.lemma(noun) in words("deals", "bare_posts") and not kind:
        return None
    if (many := _of_many(sentence, noun, kind)) is not None:
        return many
    top = _top(sentence, noun)
    owner, where = _owner(sentence, noun, top, first), _where(sentence, noun, top)
    if not where or owner is None:
        return None
    verb = _verb(sentence, top)
    state = _state(sentence, top, verb)
    negated = verb is not None and is_negated(sentence, verb)
    if negated and state is not PostState.EVACUATED:
        return None
    tokens = [noun, *(k for n in [owner, *where] for k in sentence.inside(n.span)), *([verb] if verb else [])]
    sort = sentence.words_of(sentence.span_of(kind[0], noun)) if kind else sentence.word(noun)
    return Draft(
        ClaimKind.POST,
        sentence,
        verb if verb is not None and state is not PostState.KEPT else noun,
        clause_span(sentence, *tokens),
        Post(
            (owner,), None, sort.lower(), PostState.KEPT if negated else state, _number(sentence, noun, top)
        ),
        tuple(where),
        standing=True,
        modality=Modality.ACTUAL if negated else None,
    )


def _of_many(sentence: Sentence, noun: int, kind: list[int]) -> Draft | None:
    """Return the posts of "an observation post, one of 12 that X set up around Y"."""
    last = sentence.phrase_tokens(noun)[1]
    after = [sentence.low(i) for i in range(last + 1, min(last + 4, len(sentence)))]
    if after != [",", "one", "of"]:
        return None
    counted = [q for q in sentence.quantities if sentence.inside(q.span)[:1] == [last + 4]]
    verbs = [i for i in range(last + 5, min(last + 12, len(sentence))) if sentence.is_verb(i)]
    verb = next((i for i in verbs if sentence.lemma(i) in words("deals", "keeping")), None)
    if not counted or verb is None:
        return None
    names = [i for i in range(last + 5, verb) if sentence.upos(i) in {"PROPN", "NOUN"}]
    where = places_under(sentence, verb)
    if not names or not where:
        return None
    owner = named(sentence, names[-1])
    tokens = [noun, verb, *(k for n in [owner, *where] for k in sentence.inside(n.span))]
    sort = sentence.words_of(sentence.span_of(kind[0], noun)).lower() if kind else sentence.low(noun)
    state = _states().get(sentence.lemma(verb), PostState.KEPT)
    detail = Post((owner,), None, sort, state, counted[0].quantity.best)
    when = When() if state is PostState.BUILT else None
    return Draft(
        ClaimKind.POST, sentence, verb, clause_span(sentence, *tokens), detail, tuple(where), when=when,
        standing=True,
    )  # fmt: skip


def _top(sentence: Sentence, noun: int) -> int:
    """Return "one" of "one of the outposts", else the noun."""
    head = sentence.head(noun)
    part = head >= 0 and sentence.lemma(head) in words("deals", "several")
    return head if part and sentence.case(noun) == "of" else noun


def _verb(sentence: Sentence, top: int) -> int | None:
    head = sentence.head(top)
    if head >= 0 and sentence.is_verb(head):
        return head
    described = [v for v in sentence.children(top, "acl", "acl:relcl") if sentence.is_verb(v)]
    return described[0] if described else None


_SUFFERED = frozenset({PostState.SHELLED, PostState.SURROUNDED})


@lru_cache
def _states() -> dict[str, PostState]:
    return {
        verb: PostState(state) for state, verbs in table("deals", "post_states").items() for verb in verbs
    }


def _state(sentence: Sentence, top: int, verb: int | None) -> PostState:
    """Return how the post stands by its verb, or by the noun that has it: "the shelling of the post"."""
    head = sentence.head(top)
    if verb is None:
        noun = sentence.lemma(head) if head >= 0 else ""
        return _states().get(noun, PostState.KEPT)
    sent = sentence.object(verb)
    if sent is not None and sentence.lemma(sent) in words("deals", "strengthening"):
        return PostState.REINFORCED
    lemma = sentence.lemma(verb)
    after = sentence.low(verb + 1) if verb + 1 < len(sentence) else ""
    found = _states().get(f"{lemma} {after}") or _states().get(lemma, PostState.KEPT)
    suffers = found in _SUFFERED and f"{lemma} {after}" not in _states()
    doer = sentence.subject(verb) == top and not sentence.is_passive(verb)
    return PostState.KEPT if suffers and doer else found


def _where(sentence: Sentence, noun: int, top: int) -> list[Named]:
    """Return where the post stands: its own phrase, what describes it, else its verb's."""
    for i in dict.fromkeys((noun, top)):
        found = places_under(sentence, i, wide=True)
        if found := [w for w in found if noun not in sentence.inside(w.span)]:
            return found
    described = sentence.children(noun, "acl", "acl:relcl")
    if found := [p for v in described for p in places_under(sentence, v)]:
        return found
    head = sentence.head(top)
    if head >= 0 and (found := places_under(sentence, head)):
        return found
    if head >= 0 and sentence.is_verb(head) and (found := relative_place(sentence, head)):
        return found
    if head >= 0 and (found := _named_where(sentence, head)):
        return found
    definite = any(
        sentence.low(c) in {"the", "this", "these", "those"} for c in sentence.children(noun, "det")
    )
    site = sentence.phrase(noun)
    return [Named(site.of(sentence.text), site)] if definite and top != noun else []


def _named_where(sentence: Sentence, verb: int) -> list[Named]:
    """Return X of "X, where they have posts", which a tree hung elsewhere."""
    for i in sentence.children(verb, "advmod"):
        before = i - 2 if i and sentence.low(i - 1) == "," else i - 1
        if sentence.low(i) == "where" and before >= 0 and sentence.upos(before) == "PROPN":
            return place_names(sentence, before)
    return []


def _number(sentence: Sentence, noun: int, top: int) -> int | None:
    if top != noun:
        return 1 if sentence.lemma(top) in {"one", "another"} else None
    for one in sentence.quantities:
        at = sentence.inside(one.span)
        if any(sentence.head(k) == noun for k in at) and max(at) < noun:
            return one.quantity.best
    return None


def _owner(sentence: Sentence, noun: int, top: int, first: int) -> Named | None:
    """Return whose post it is: by the words before it, or who keeps, builds, leaves or mans it."""
    for i in range(first, noun):
        nation = sentence.word(i)[:1].isupper() and sentence.upos(i) in {"ADJ", "PROPN"}
        if nation or sentence.lemma(i) in words("attack", "forces") - words("deals", "post_kinds"):
            span = sentence.span_of(i, i)
            return Named(span.of(sentence.text), span)
    head = sentence.head(top)
    if sentence.rel(top).split(":")[0] not in {"obj", "obl"} or head < 0:
        return None
    pronouns = [c for c in sentence.children(noun, "nmod:poss") if sentence.upos(c) == "PRON"]
    own = bool(pronouns)
    if own and _states().get(sentence.lemma(head)) in _SUFFERED:  # who shells a post is not its owner
        span = sentence.span_of(pronouns[0], pronouns[0])
        return Named(span.of(sentence.text), span)
    if not own and sentence.lemma(head) not in words("deals", "keeping"):
        return None
    subject = sentence.subject(head)
    keeps = subject is not None and (
        is_force(sentence, subject) or sentence.lemma(subject) in words("deals", "keepers")
    )
    return named(sentence, subject) if keeps and subject is not None else None
