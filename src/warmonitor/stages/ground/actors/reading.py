"""One report as actor grounding reads it: words, sentences, countries, and the mentions found so far."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from warmonitor.model import Dated, Report
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.actors import ActorRegister, Hit, Lexicon, Period, Word, read_words
from warmonitor.stages.ground.actors.stand import Mention, Stand

_SENTENCE = re.compile(r"[.?!…]['’”\")\]]*\s|\n\s*\n|[.?!]['’”\"]?$")
_OPENERS = ('"', "“", "—", " – ", " - ", "--")
_WAR_WORDS = frozenset(
    {"government", "regime", "civil", "war", "conflict", "rebels", "opposition", "province", "junta"}
)
_DATELINE = 4
_BARE = 3
_STEPS = 12  # changes that a reading goes through, and as many questions asked of it
_INSIDE = frozenset({"in", "inside", "across", "throughout", "northern", "southern", "eastern", "western"})

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Reading:
    """A report while its actors are being found; `sentence[i]` is the number of word i's sentence.

    `register` tells actors as they were when the report was written; `hits` are its names in the text;
    `places` are folded names of its text that are those of places; `vocabulary` has its words as they are
    compared. A reading that is handed on is never changed: `after` changes a copy.
    """

    report: Report
    register: ActorRegister
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    sentence: tuple[int, ...]
    countries: Counter[str] = field(default_factory=Counter)
    theatre: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    short_names: dict[str, Stand] = field(default_factory=dict)
    by_word: dict[int, Mention] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    nation: Stand | None = None
    nations: dict[str, Stand] = field(default_factory=dict)
    sections: list[tuple[int, str | None]] = field(default_factory=list)
    places: frozenset[tuple[str, ...]] = frozenset()
    hits: tuple[Hit, ...] = ()
    vocabulary: frozenset[str] = frozenset()

    def copy(self) -> "Reading":
        """Return the same for itself, to be changed."""
        return replace(
            self,
            countries=self.countries.copy(),
            mentions=self.mentions.copy(),
            short_names=self.short_names.copy(),
            by_word=self.by_word.copy(),
            called={key: set(families) for key, families in self.called.items()},
            nations=self.nations.copy(),
            sections=self.sections.copy(),
        )

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.report.text

    @property
    def lexicon(self) -> Lexicon:
        """Return the describing words of the register."""
        return self.register.lexicon

    def said(self, first: int, last: int) -> str:
        """Return the words as written."""
        return self.text[self.words[first].start : self.words[last].end]

    def folded(self, first: int, last: int) -> str:
        """Return the words in the form that is compared."""
        return " ".join(w.folded for w in self.words[first : last + 1])

    def starts_sentence(self, index: int) -> bool:
        """Say whether a sentence, a paragraph or a quotation starts at the word."""
        if index == 0 or self.sentence[index] != self.sentence[index - 1]:
            return True
        return any(mark in self.gaps[index] for mark in _OPENERS)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Keep mentions whose words no mention has yet."""
        for mention in mentions:
            span = range(mention.first, mention.last + 1)
            if any(i in self.by_word for i in span):
                continue
            self.mentions.append(mention)
            self.by_word.update(dict.fromkeys(span, mention))
        self.mentions.sort(key=lambda m: m.first)

    def revise(self, change: Callable[[Stand], Stand]) -> None:
        """Change what the mentions stand for, each in its place."""
        for index, old in enumerate(self.mentions):
            if (stand := change(old.stand)) is not old.stand:
                new = replace(old, stand=stand)
                self.mentions[index] = new
                self.by_word.update({i: new for i, m in self.by_word.items() if m is old})

    def put(self, new: Mention) -> None:
        """Keep a mention in the place of all that it covers."""
        old = next((self.by_word[i] for i in range(new.first, new.last + 1) if i in self.by_word), None)
        if old is None:
            self.add([new])
        else:
            self.replace(old, new)

    def replace(self, old: Mention, new: Mention) -> None:
        """Put one mention in the place of another, and of all that it covers."""
        span = range(new.first, new.last + 1)
        gone = {self.by_word[i].first for i in span if i in self.by_word} | {old.first}
        self.mentions = [m for m in self.mentions if m.first not in gone]
        self.by_word = {i: m for i, m in self.by_word.items() if m.first not in gone}
        self.add([new])


def read(report: Report, register: ActorRegister) -> Reading:
    """Cut a report into words and sentences.

    The register is asked as of the days on which the report was written.
    """
    words = read_words(report.text)
    ends = [0, *(w.end for w in words)]
    gaps = tuple(report.text[ends[i] : w.start] for i, w in enumerate(words))
    words = tuple(_owning(word, register) for word in words)
    dated = register.on(Period.of(report.dated.earliest, report.dated.latest))
    said = frozenset(w.folded for w in words)
    return Reading(report, dated, words, gaps, _sentences(words, gaps), vocabulary=said)


def own(report: Report) -> Report:
    """Return a report without what others tell of it but its day: a reading is made of that alone."""
    when = Dated(report.dated.earliest, report.dated.latest)
    return replace(report, dated=when, copy_of=None, strand=None)


@remembered(_STEPS * REPORTS)
def after(reading: Reading, change: Callable[..., None], *told: Hashable) -> Reading:
    """Return what a reading is after a change, the one given as it was; the same of the same is one reading.

    `told` is all that the change is told of other reports.
    """
    changed = reading.copy()
    change(changed, *told)
    return changed


@remembered(_STEPS * REPORTS)
def told_by(reading: Reading, question: Callable[..., T], *told: Hashable) -> T:
    """Return the answer of a reading to a question, asked once; nobody changes it."""
    return question(reading, *told)


def _owning(word: Word, register: ActorRegister) -> Word:
    """Return a word that lost the apostrophe of its possessive ("Syrias army") as if it had it."""
    bare = word.text[:-1]
    if word.possessive or word.text[-1:] != "s" or len(bare) < _BARE or not word.capital:
        return word
    if register.state(word.text) or register.named(word.text):
        return word
    state = register.state(bare)
    owner = bool(register.named(bare)) if state is None else state[1] != "adjective"
    if not owner:
        return word
    return replace(word, end=word.end - 1, text=bare, folded=word.folded[:-1], possessive=True)


def _sentences(words: tuple[Word, ...], gaps: tuple[str, ...]) -> tuple[int, ...]:
    numbers: list[int] = []
    number = 0
    for index, gap in enumerate(gaps):
        after_title = index > 0 and words[index - 1].folded in {
            "mr",
            "mrs",
            "ms",
            "dr",
            "gen",
            "lt",
            "col",
            "maj",
            "sgt",
        }
        if index and _SENTENCE.search(gap) and not after_title:
            number += 1
        numbers.append(number)
    return tuple(numbers)


def count_countries(reading: Reading, hits: Iterable[tuple[int, int, str]]) -> None:
    """Count how strongly the report is about each country; the strongest is the theatre.

    A country named counts one; "in" before it or a war word after it counts two more.
    """
    for first, last, code in hits:
        weight = 1
        if first and reading.words[first - 1].folded in _INSIDE:
            weight += 2
        if last < _DATELINE and _has_dateline(reading, last):
            weight += 3
        after = reading.words[last + 1].folded if last + 1 < len(reading.words) else ""
        if after in _WAR_WORDS:
            weight += 2
        reading.countries[code] += weight
    reading.theatre = strongest(reading.countries)


def _has_dateline(reading: Reading, last: int) -> bool:
    """Say whether the words up to a dateline's dash close soon after the word."""
    following = range(last + 1, min(len(reading.words), last + 6))
    return any(mark in reading.gaps[i] for i in following for mark in ("—", " – ", " - ", "--"))


def strongest(counts: Counter[str]) -> str | None:
    """Return the country counted most, the first in the alphabet of equals."""
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None
