"""The words of a sentence with their right answers, as learning and scoring see them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: head is an index into the sentence, -1 for the root; space: white space follows."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence with its document's id and its text as written."""

    words: tuple[Word, ...]
    document: str
    text: str
