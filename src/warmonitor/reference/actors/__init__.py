"""The actor register: states, armed groups, monitors, organisations and public offices."""

from warmonitor.reference.actors.load import load_actors, make_register
from warmonitor.reference.actors.periods import Period
from warmonitor.reference.actors.records import Country, Entry, Generic, Holder, Institution, Lexicon
from warmonitor.reference.actors.register import ActorRegister, Hit, Standing
from warmonitor.reference.actors.words import Word, consonants, content, fold, fold_name, read_words, skeleton

__all__ = [
    "ActorRegister",
    "Country",
    "Entry",
    "Generic",
    "Hit",
    "Holder",
    "Institution",
    "Lexicon",
    "Period",
    "Standing",
    "Word",
    "consonants",
    "content",
    "fold",
    "fold_name",
    "load_actors",
    "make_register",
    "read_words",
    "skeleton",
]  # fmt: skip
