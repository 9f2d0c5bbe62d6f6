"""Near-copies among made texts, beside other libraries, each in a process of its own.

    python -m bench.near_copies [--reports N] [--seed S] [--of NAME]

Texts have 400 words; a fifth are copies with 8 % other words. Every library cuts runs of three words and
signs them with 128 hashes in 32 bands; this program counts runs of six through sorted keys. Prints seconds
(elapsed, and of all cores), peak memory with the texts in it, and recall and precision of the pairs of one
origin that stand in one group.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence

from bench.made import near_copies
from bench.peers import PEERS
from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.neighbours import Neighbours, Text
from warmonitor.stages.compare.postings import token_of

MB = 1024  # ru_maxrss counts kilobytes on Linux
OWN = "warmonitor"

Grouping = Callable[[Sequence[str]], list[int]]


def groups_of(texts: Sequence[str]) -> list[int]:
    """Return the number of the group of near-copies that each text is in, as compare finds them."""
    found = Neighbours(lambda place: texts[place])
    found.add_all([Text(text, token_of(f"{text}\n{place}"), 0) for place, text in enumerate(texts)])
    return found.texts.of


def by_pairs(find: Callable[[Sequence[str]], list[tuple[int, int]]]) -> Grouping:
    """Return a function from texts to groups, from one to pairs."""
    return lambda texts: group(len(texts), find(texts))


def right(groups: Sequence[int], origins: Sequence[int]) -> tuple[float, float]:
    """Return the recall and the precision of pairs that stand in one group."""
    told, asked = Counter(groups), Counter(origins)
    both = Counter(zip(groups, origins, strict=True))
    found, wanted, agreed = (sum(n * (n - 1) // 2 for n in c.values()) for c in (told, asked, both))
    return agreed / max(1, wanted), agreed / max(1, found)


def measure(name: str, reports: int, seed: int) -> dict[str, float]:
    """Return what one library needs and finds."""
    texts, origins = near_copies(reports, seed)
    before = _peak()
    find = groups_of if name == OWN else by_pairs(PEERS[name]())
    start, busy = time.perf_counter(), time.process_time()
    groups = find(texts)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    recall, precision = right(groups, origins)
    told = (seconds, busy, before, _peak(), recall, precision)
    return dict(zip(("seconds", "busy", "texts", "peak", "recall", "precision"), told, strict=True))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB


def _apart(name: str, reports: int, seed: int) -> dict[str, float] | None:
    """Return what `measure` does in a process of its own, None where the library is not installed."""
    given = ["--of", name, "--reports", str(reports), "--seed", str(seed)]
    command = [sys.executable, "-m", "bench.near_copies", *given]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if "ModuleNotFoundError" in ran.stderr:
        return None
    ran.check_returncode()
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print one line a library; "times" is its seconds by those of this program."""
    parser = argparse.ArgumentParser(prog="python -m bench.near_copies", description="Near-copies.")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of", choices=[OWN, *PEERS])
    given = parser.parse_args()
    if given.of:
        print(json.dumps(measure(given.of, given.reports, given.seed)))
        return
    own = 0.0
    for name in (OWN, *PEERS):
        found = _apart(name, given.reports, given.seed)
        if found is None:
            print(f"{name:12} not installed: see the group `bench` in pyproject.toml", flush=True)
            continue
        own = own or found["seconds"]
        print(f"{name:12} {found['seconds'] / own:4.1f} times {_told(found)}", flush=True)


def _told(found: dict[str, float]) -> str:
    time_taken = f"{found['seconds']:6.1f} s ({found['busy']:.1f} s of cores)"
    memory = f"peak {found['peak']:.0f} MB (texts {found['texts']:.0f})"
    return f"{time_taken}  {memory}  recall {found['recall']:.4f}  precision {found['precision']:.4f}"


if __name__ == "__main__":
    main()
