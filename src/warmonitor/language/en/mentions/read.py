"""The mentions of a text: who and what places it speaks of, in every sentence, with offsets and kinds."""

from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.lengths import within_bounds
from warmonitor.language.en.mentions.find import Known, find_mentions
from warmonitor.language.en.mentions.load import load_tagger
from warmonitor.language.en.mentions.records import Mention
from warmonitor.language.en.names import as_seen, join_names
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.sentences import sentences
from warmonitor.language.en.tokens import tokens


def read_mentions(text: str, parser: Parser, known: Known | None = None) -> list[Mention]:
    """Return every mention of an actor or a place in a text, in the order of their head words.

    All sentences are parsed, also those in which nothing is claimed; `head` counts in its own sentence.
    `known` may say what a name is known for, as `reference.known.known_kind` does.
    """
    text = fold_case(text, parser)
    words = [join_names(tokens(s.of(text), s.start)) for s in within_bounds(text, sentences(text))]
    trees = parser.parse_words([as_seen(one) for one in words])
    found = find_mentions(list(zip(words, trees, strict=True)), load_tagger(), known)
    return [mention for one in found for mention in one]
