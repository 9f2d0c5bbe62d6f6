"""Who says what, learned: cue, source and content of every attribution of a parsed sentence."""

from warmonitor.language.en.attribution.load import load_reader
from warmonitor.language.en.attribution.reader import AttributionReader
from warmonitor.language.en.attribution.records import Attributed

__all__ = ["Attributed", "AttributionReader", "load_reader"]
