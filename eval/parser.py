"""How well the packaged parser reads treebanks that it has not learned from."""

import sys
from collections.abc import Sequence
from pathlib import Path

from training.scores import own_token_scores, relation_scores, tree_scores
from training.treebank import read
from training.words import Sentence
from warmonitor.language.en.parser import load_parser

PUD = "ud_english_pud/en_pud-ud-test.conllu"
EWT_DEV = "ud_english_ewt/en_ewt-ud-dev.conllu"
EWT_TEST = "ud_english_ewt/en_ewt-ud-test.conllu"
GUM_DEV = "learn/gum_open/dev.conllu"
DATA = (PUD, EWT_DEV, EWT_TEST, GUM_DEV)
FLOORED = ("pud.las", "pud_news.las", "ewt_dev.las", "gum_dev.las", "pud_upper.las")


def score(data: Path) -> dict[str, float]:
    """Return percentages by set and measure, such as "pud_news.las"; {} where the sets are not in `data`.

    "pud" and "pud_news" are scored with hyphenated words joined, as the program reads them; "pud_split"
    as the treebank has them; "pud_own" with the program's own tokens (F1); "pud_upper" in capitals.
    """
    if not (data / PUD).exists():
        return {}
    pud = read(data / PUD)
    news = [s for s in pud if s.document.startswith("n")]
    found = {
        "pud": tree_scores(load_parser(), pud),
        "pud_news": tree_scores(load_parser(), news),
        "pud_split": tree_scores(load_parser(), read(data / PUD, hyphens=False)),
        "pud_upper": tree_scores(load_parser(), pud, upper=True),
        "pud_own": own_token_scores(load_parser(), pud),
        "pud_relations": _relations(pud),
    }
    for name, path in (("ewt_dev", EWT_DEV), ("ewt_test", EWT_TEST), ("gum_dev", GUM_DEV)):
        if (data / path).exists():
            found[name] = tree_scores(load_parser(), read(data / path))
    return {f"{name}.{k}": round(v, 2) for name, scores in found.items() for k, v in scores.items()}


def _relations(sentences: Sequence[Sentence]) -> dict[str, float]:
    parses = load_parser().parse_words([[w.form for w in s.words] for s in sentences])
    return relation_scores(parses, sentences)


def main() -> None:
    """Print the scores: python -m eval.parser DATA."""
    scores = score(Path(sys.argv[1]))
    for name, value in scores.items():
        print(f"{name:32} {value:6.2f}")
    if not scores:
        print("the treebanks are not there")


if __name__ == "__main__":
    main()
