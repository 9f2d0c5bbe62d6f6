"""Who and what place a sentence speaks of: names, nouns and pronouns, with their kinds."""

from warmonitor.language.en.mentions.find import Known, find_mentions
from warmonitor.language.en.mentions.load import load_tagger
from warmonitor.language.en.mentions.read import read_mentions
from warmonitor.language.en.mentions.records import Form, Kind, Mention

__all__ = ["Form", "Kind", "Known", "Mention", "find_mentions", "load_tagger", "read_mentions"]
