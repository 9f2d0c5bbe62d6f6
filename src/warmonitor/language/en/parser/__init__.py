"""A dependency parser for English news: tags, lemmas and trees, run with numpy alone."""

from warmonitor.language.en.parser.load import load_parser
from warmonitor.language.en.parser.parser import Parser
from warmonitor.language.en.parser.records import Parse

__all__ = ["Parse", "Parser", "load_parser"]
