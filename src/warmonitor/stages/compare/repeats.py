"""Words at the head of a text that come again below: a teaser, which counts once."""

from collections import defaultdict

from warmonitor.stages.compare.wording import Wording, leave_out

RUN = 8  # words that come again in the same order
HEAD = 80  # words in which a teaser starts, and those after it in which its words come again


def without_repeats(wording: Wording) -> Wording:
    """Return the wording without words of its head that come again soon after it; the later ones stay."""
    words = wording.words[: 2 * HEAD]
    last: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for at in range(len(words) - RUN + 1):
        last[words[at : at + RUN]] = at
    again = {
        place
        for at in range(min(HEAD, len(words) - RUN + 1))
        if last[words[at : at + RUN]] >= at + RUN
        for place in range(at, at + RUN)
    }
    return leave_out(wording, again) if again else wording
