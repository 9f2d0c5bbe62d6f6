"""Where a claim is meant to have happened, as the text names it."""

from warmonitor.model import Named, Span
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence


def is_place_noun(sentence: Sentence, i: int) -> bool:
    """Say whether a common noun is a word for a place: town, province, outskirts."""
    return sentence.lemma(i) in words("control", "places") or sentence.lemma(i) in words("control", "parts")


def can_be_place(sentence: Sentence, i: int) -> bool:
    """Say whether a noun phrase can name a place: a proper name, or a word for a place."""
    if any(d.span.start <= sentence.tokens[i].start < d.span.end for d in sentence.dates):
        return False
    if sentence.lemma(i) in words("control", "not_places") or _is_medium(sentence, i):
        return False
    return sentence.upos(i) == "PROPN" or is_place_noun(sentence, i) or _named_inside(sentence, i)


def _is_medium(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase names where words were put, not where things happen: "a Facebook post"."""
    media = words("place", "media")
    return any(sentence.low(k) in media for k in (i, *sentence.children(i, "compound", "nmod", "amod")))


def _named_inside(sentence: Sentence, i: int) -> bool:
    """Say whether the phrase holds a named place below a word for a part: "parts of X", "the road into X"."""
    below = [n for case, n in sentence.obliques(i) if case in {"of", "in", "around", "near"}]
    return any(sentence.upos(n) == "PROPN" for n in below) and is_place_noun(sentence, i)


def place_names(sentence: Sentence, i: int) -> list[Named]:
    """Return the places that a noun phrase names, one for each part that "and" joins."""
    found: list[Named] = []
    for one in sentence.conjuncts(i):
        if can_be_place(sentence, one) or (one != i and can_be_place(sentence, i)):
            span = _place_span(sentence, one)
            found.append(Named(span.of(sentence.text), span))
    return found


def _place_span(sentence: Sentence, i: int) -> Span:
    first, last = sentence.phrase_tokens(i)
    cut = [k for k in range(i + 1, last + 1) if sentence.low(k) in words("place", "ends") and k > first]
    last = cut[0] - 1 if cut else last
    inner = [c for c in sentence.children(i, "appos") if sentence.upos(c) == "PROPN" and c == last + 1]
    if inner:  # "the town of X" may come as "the town X"
        last = max(last, sentence.phrase_tokens(inner[0])[1])
    return sentence.span_of(first, last)


def places_under(sentence: Sentence, i: int, *, wide: bool = False) -> list[Named]:
    """Return the places that the prepositional phrases of a verb or noun name, nearest first."""
    cases = words("place", "locative") if wide else words("place", "plain_locative")
    found: list[Named] = []
    for case, n in sentence.obliques(i):
        last = case.split()[-1] if case else ""
        if (case in cases or last in cases or _directed(case)) and can_be_place(sentence, n):
            found += _with_direction(sentence, n)
    return _distinct(found)


def _directed(case: str) -> bool:
    return any(word in words("place", "directions") for word in case.split())


def _with_direction(sentence: Sentence, i: int) -> list[Named]:
    """Take "areas north of X" and "just outside X" whole, so that they are not read as X itself."""
    names = place_names(sentence, i)
    first, _ = sentence.phrase_tokens(i)
    lead = first - 1
    if (
        names
        and lead >= 1
        and sentence.low(lead) == "of"
        and sentence.low(lead - 1) in words("place", "directions")
    ):
        span = Span(sentence.tokens[lead - 1].start, names[0].span.end)
        return [Named(span.of(sentence.text), span), *names[1:]]
    return names


def _distinct(names: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for name in names:
        if not any(name.span.meets(k.span) for k in kept):
            kept.append(name)
    return kept


def deep_places(sentence: Sentence, i: int) -> list[Named]:
    """Return the proper-named places anywhere below a phrase: "a post in the nearby town of X"."""
    found: list[Named] = []
    for node in sorted(sentence.below(i)):
        case = sentence.case(node)
        if (
            case
            and sentence.upos(node) in {"PROPN", "NOUN"}
            and node != i
            and case.split()[-1] in words("place", "locative")
        ):
            found += [n for n in place_names(sentence, node) if any(c.isupper() for c in n.said)]
    return _distinct(found)


def clause_places(sentence: Sentence, token: int) -> list[Named]:
    """Return where the clause of a token happens, the narrowest place first.

    Its own phrases of place come first, then those of its subject and object, of the clauses that hang on it
    and of those above it.
    """
    clause = sentence.clause(token)
    found: list[Named] = []
    for node in dict.fromkeys(
        [token, clause, *_arguments(sentence, clause), *sentence.children(clause, "advcl")]
    ):
        found += places_under(sentence, node) + _struck_it(sentence, node)
    for node in (clause, *sentence.above(clause)):
        if sentence.rel(node) == "acl:relcl":
            found = found or relative_place(sentence, node)
            break
        if node != clause and sentence.is_verb(node) and not _speaks(sentence, node):
            for part in (node, *_arguments(sentence, node)):
                found += places_under(sentence, part)
            found += _struck_it(sentence, node)
    return _narrowest_first(sentence, _distinct(found))


def _struck_it(sentence: Sentence, verb: int) -> list[Named]:
    """Return "it" where a verb says that a place was struck: "have subjected it to bombardment"."""
    target = sentence.object(verb) if sentence.is_verb(verb) else None
    if (
        target is None
        or sentence.low(target) != "it"
        or sentence.lemma(verb) not in words("place", "strikes_ground")
    ):
        return []
    span = sentence.span_of(target, target)
    return [Named(span.of(sentence.text), span)]


def _arguments(sentence: Sentence, verb: int) -> list[int]:
    return sentence.children(verb, "nsubj", "obj") if sentence.is_verb(verb) else []


def _speaks(sentence: Sentence, verb: int) -> bool:
    return sentence.lemma(verb) in speech().stances


def _narrowest_first(sentence: Sentence, names: list[Named]) -> list[Named]:
    def broad(name: Named) -> bool:
        return any(sentence.lemma(i) in words("place", "broad") for i in sentence.inside(name.span))

    return [n for n in names if not broad(n)] + [n for n in names if broad(n)]


def sentence_places(sentence: Sentence, avoided: list[Span]) -> list[Named]:
    """Return the proper-named places of a whole sentence, those inside the avoided spans left out."""
    found: list[Named] = []
    for i in range(len(sentence)):
        if can_be_place(sentence, i) and _tells_where(sentence, i):
            found += [n for n in _with_direction(sentence, i) if any(c.isupper() for c in n.said)]
    free = [n for n in _distinct(found) if not any(n.span.meets(s) for s in avoided)]
    return _narrowest_first(sentence, free)


def _tells_where(sentence: Sentence, i: int) -> bool:
    """Say whether a phrase stands after "in", "near", …, in "the city of X" or "the battle for X"."""
    last = sentence.case(i).split()[-1:]
    if not last or last[0] in words("place", "plain_locative"):
        return bool(last)
    governor = sentence.head(i)
    fought = (
        last[0] in {"for", "of"} and governor >= 0 and sentence.lemma(governor) in words("toll", "campaign")
    )
    return fought or (
        last[0] == "of" and governor >= 0 and sentence.lemma(governor) in words("control", "places")
    )


def relative_place(sentence: Sentence, verb: int) -> list[Named]:
    """Return the place that "where" stands for, or that a passive "that has been hit" tells of."""
    head = sentence.head(verb)
    if sentence.rel(verb) != "acl:relcl":
        return []
    where = any(sentence.low(c) in {"where", "wherein"} for c in sentence.children(verb, "advmod", "mark"))
    suffers = sentence.is_passive(verb) and sentence.subject(verb) == head
    if head < 0 or not (where or suffers) or not can_be_place(sentence, head):
        return []
    head = _off_the_road(sentence, head)
    host = sentence.head(head)
    if sentence.rel(head) == "appos" and host >= 0 and can_be_place(sentence, host):
        return place_names(sentence, host)[:1] or place_names(sentence, head)
    before = _name_before(sentence, head)
    return [before] if before is not None else place_names(sentence, head)


def _off_the_road(sentence: Sentence, head: int) -> int:
    """Return the town of "a town on the highway that was bombed": what suffers is the town, not its road."""
    above = sentence.head(head)
    road = sentence.lemma(head) in words("control", "roads") and sentence.rel(head) == "nmod"
    return above if road and above >= 0 and is_place_noun(sentence, above) else head


def _name_before(sentence: Sentence, head: int) -> Named | None:
    """Return the name that stands before ", a town where": a tree may hang the apposition elsewhere."""
    first, _ = sentence.phrase_tokens(head)
    if first < 2 or sentence.word(first - 1) != "," or sentence.upos(first - 2) != "PROPN":
        return None
    start = first - 2
    while start > 0 and sentence.upos(start - 1) == "PROPN":
        start -= 1
    span = sentence.span_of(start, first - 2)
    return Named(span.of(sentence.text), span)


def unnamed_site(sentence: Sentence, name: Named) -> str | None:
    """Return the noun of a site that its phrase gives no place for: "outpost" of "one of the outposts"."""
    tokens = sentence.inside(name.span)
    sites = [i for i in tokens if sentence.lemma(i) in words("control", "sites")]
    if not sites or any(sentence.upos(i) == "PROPN" and sentence.case(i) for i in tokens):
        return None
    return sentence.lemma(sites[-1])


def premises_place(sentence: Sentence, noun: int) -> list[Named]:
    """Return where struck premises stand: "the market of X", "a school in X", "the X market"."""
    for case, n in sentence.obliques(noun):
        if case not in {"on", "against", "of", "at", "in", "targeting"}:
            continue
        if not is_premises(sentence, n):
            continue
        below = [p for at, p in sentence.obliques(n) if at in {"of", "in", "at", "near"}]
        if named := [p for k in below if sentence.upos(k) == "PROPN" for p in place_names(sentence, k)]:
            return named
        if any(sentence.upos(k) == "PROPN" for k in sentence.children(n, "compound")):
            return [Named(sentence.phrase(n).of(sentence.text), sentence.phrase(n))]
    return []


def is_premises(sentence: Sentence, i: int) -> bool:
    """Say whether a noun names premises that can be struck: "a market", "the detention centre"."""
    used = sentence.lemma(i) in words("place", "used") and any(
        sentence.upos(k) == "NOUN" for k in sentence.children(i, "compound")
    )
    return used or sentence.lemma(i) in words("place", "premises")


def site_place(sentence: Sentence, lemma: str) -> Named | None:
    """Return the named place at which a sentence puts a site: "the outpost at X"."""
    for i in range(len(sentence)):
        if sentence.lemma(i) != lemma:
            continue
        for case, n in sentence.obliques(i):
            if case.split()[-1] in {"at", "in", "near", "outside", "of"} and sentence.upos(n) == "PROPN":
                return place_names(sentence, n)[0]
    return None
