"""Whose army "the army" is at a place in a report: by its seat, by the heading, else by the report."""

from bisect import bisect_right

from warmonitor.stages.ground.actors.reading import Reading

_LONGEST_HEADING = 4
_ABOUT = frozenset(
    "side sides forces army military government command claims reports statement the from".split()
)


def find_sections(reading: Reading) -> None:
    """Note where a digest's headings ("Russian side.", "Sudanese army:") begin, and the country of each."""
    reading.sections = []
    for index in range(len(reading.words)):
        if index == 0 or "\n" in reading.gaps[index]:
            end = _heading_end(reading, index)
            if end is not None:
                reading.sections.append((index, _country(reading, index, end)))


def _heading_end(reading: Reading, first: int) -> int | None:
    """Return the word after a heading that begins a line: a few words, closed by a full stop or a colon."""
    for index in range(first + 1, min(first + _LONGEST_HEADING + 1, len(reading.words))):
        gap = reading.gaps[index]
        if gap.lstrip("”\"'")[:1] in {".", ":"} or "\n" in gap:
            return index
    return None


def _country(reading: Reading, first: int, end: int) -> str | None:
    """Return the one country that a heading names; None where other words stand in it than of its side."""
    codes = set()
    for index in range(first, end):
        state = reading.register.state(reading.words[index].text)
        if state is not None:
            codes.add(state[0])
        elif reading.words[index].folded not in _ABOUT:
            return None
    return codes.pop() if len(codes) == 1 else None


def home_at(reading: Reading, first: int, last: int) -> str | None:
    """Return the country whose forces or ministries a phrase without an owner means, by its words."""
    return seat_of(reading, first, last) or heading_over(reading, last) or reading.theatre


def seat_of(reading: Reading, first: int, last: int) -> str | None:
    """Return the country of the capital that a phrase is put in, right after it or as its sentence opens."""
    return _seat_after(reading, last) or _seat_before(reading, first)


def _seat_before(reading: Reading, first: int) -> str | None:
    """Return the country of "In Kyiv, " right before a phrase: "In Kyiv, the defence ministry said …"."""
    end = first - 1
    if end >= 0 and reading.words[end].folded == "the":
        end -= 1
    for start in (end - 1, end):
        if start < 1 or reading.words[start - 1].folded != "in" or not reading.starts_sentence(start - 1):
            continue
        state = reading.register.state(" ".join(w.text for w in reading.words[start : end + 1]))
        if state is not None and state[1] == "capital":
            return state[0]
    return None


def _seat_after(reading: Reading, last: int) -> str | None:
    """Return the country of "in Kyiv" right after a phrase: "the defence ministry in Kyiv"."""
    if (
        last + 2 >= len(reading.words)
        or reading.words[last + 1].folded != "in"
        or reading.words[last + 1].broken
    ):
        return None
    for end in (last + 3, last + 2):
        name = " ".join(w.text for w in reading.words[last + 2 : end + 1])
        state = reading.register.state(name)
        if state is not None and state[1] == "capital":
            return state[0]
    return None


def heading_over(reading: Reading, index: int) -> str | None:
    """Return the country of the section that a word stands in."""
    at = bisect_right(reading.sections, index, key=lambda section: section[0]) - 1
    return reading.sections[at][1] if at >= 0 else None
