"""How well trees agree with a treebank's."""

from collections import Counter
from collections.abc import Sequence

from training.words import Sentence
from warmonitor.language.en.parser import Parse, Parser
from warmonitor.language.en.tokens import tokens

# Universal relations that claims rest on, scored one by one.
WATCHED = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "ccomp",
    "conj",
    "appos",
    "parataxis",
    "acl:relcl",
)
# PUD does not mark agents of a passive.
_AS = {"obl:agent": "obl"}


def tree_scores(parser: Parser, sentences: Sequence[Sentence], *, upper: bool = False) -> dict[str, float]:
    """Return percentages over gold tokens: uas, las (universal relations), las_full, upos, lemma, feats."""
    words = [[w.form.upper() if upper else w.form for w in s.words] for s in sentences]
    count: Counter[str] = Counter()
    for sentence, parse in zip(sentences, parser.parse_words(words), strict=True):
        for i, gold in enumerate(sentence.words):
            count["words"] += 1
            head = parse.heads[i] == gold.head
            same = _universal(parse.deprels[i]) == _universal(gold.deprel)
            count["uas"] += head
            count["las"] += head and same
            count["las_full"] += head and parse.deprels[i] == gold.deprel
            count["upos"] += parse.upos[i] == gold.upos
            count["lemma"] += parse.lemmas[i].lower() == gold.lemma.lower()
            count["feats"] += parse.feats[i] == ("" if gold.feats == "_" else gold.feats)
    total = max(count.pop("words"), 1)
    return {name: 100 * count[name] / total for name in ("uas", "las", "las_full", "upos", "lemma", "feats")}


def own_token_scores(parser: Parser, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return F1, as percentages, over the program's own tokens of each sentence's text.

    A token counts where its characters are a gold word's; a head where its characters are the head's.
    """
    own = [tokens(s.text) for s in sentences]
    count: Counter[str] = Counter()
    for sentence, said, parse in zip(sentences, own, parser.parse_batch(own), strict=True):
        gold_spans = spans(sentence)
        place = {(t.start, t.end): i for i, t in enumerate(said)}
        count["words"] += len(said) + len(gold_spans)
        for word, span in zip(sentence.words, gold_spans, strict=True):
            i = place.get(span)
            if i is None:
                continue
            head = (said[parse.heads[i]].start, said[parse.heads[i]].end) if parse.heads[i] >= 0 else None
            same_head = head == (gold_spans[word.head] if word.head >= 0 else None)
            count["tokens"] += 1
            count["uas"] += same_head
            count["las"] += same_head and _universal(parse.deprels[i]) == _universal(word.deprel)
            count["upos"] += parse.upos[i] == word.upos
            count["lemma"] += parse.lemmas[i].lower() == word.lemma.lower()
    total = max(count.pop("words"), 1)
    return {name: 200 * count[name] / total for name in ("tokens", "uas", "las", "upos", "lemma")}


def spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where each word stands in the sentence's text, found from left to right."""
    found, at = [], 0
    for word in sentence.words:
        start = sentence.text.find(word.form, at)
        start = at if start < 0 else start
        at = start + len(word.form)
        found.append((start, at))
    return found


def relation_scores(parses: Sequence[Parse], sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return F1 of each watched relation, as a percentage: same word, same head, same relation."""
    right: Counter[str] = Counter()
    gold_count: Counter[str] = Counter()
    said_count: Counter[str] = Counter()
    for sentence, parse in zip(sentences, parses, strict=True):
        for i, gold in enumerate(sentence.words):
            wanted, said = (_AS.get(d, d) for d in (gold.deprel, parse.deprels[i]))
            gold_count[wanted] += 1
            said_count[said] += 1
            right[wanted] += wanted == said and gold.head == parse.heads[i]
    return {r: 200 * right[r] / max(gold_count[r] + said_count[r], 1) for r in WATCHED}


def _universal(deprel: str) -> str:
    return deprel.partition(":")[0]
