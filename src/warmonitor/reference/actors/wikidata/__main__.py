"""Candidates from a dump: `python -m warmonitor.reference.actors.wikidata DUMP --out FILE`."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from warmonitor.model import Issue
from warmonitor.reference.actors.compile import DATA
from warmonitor.reference.actors.load import load_actors
from warmonitor.reference.actors.wikidata.candidates import make_candidates
from warmonitor.reference.actors.wikidata.dump import DumpError, read_dump
from warmonitor.reference.actors.wikidata.known import Known

READ, REFUSED_SOME, REFUSED = 0, 3, 2
_WIDTH = 110
_ITEM = re.compile(rb'"(Q\d+)"')
_HEAD = (
    "# Candidates for the register of actors, from {}. Nothing here counts until somebody puts it there.\n"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the candidates of a dump; return 0, 3 where lines were not read, 2 where the dump was not."""
    parser = argparse.ArgumentParser(prog="python -m warmonitor.reference.actors.wikidata")
    parser.add_argument("dump", type=Path, help="a JSON dump of Wikidata, plain, gzip or bzip2")
    parser.add_argument("--out", type=Path, required=True, help="the YAML file to write")
    given = parser.parse_args(arguments)
    issues: list[Issue] = []
    try:
        written = candidates_of(given.dump, issues)
    except DumpError as refused:
        sys.stderr.write(f"{refused.code}: {refused}\n")
        return REFUSED
    given.out.write_text(written, encoding="utf-8")
    for issue in issues:
        sys.stderr.write(f"{issue.code}: {issue.item}: {issue.said}\n")
    return REFUSED_SOME if issues else READ


def candidates_of(dump: Path, issues: list[Issue]) -> str:
    """Return the YAML of a dump's candidates, the same for the same dump.

    The dump is read twice: first for classes, countries and offices, then for who is an instance or a holder
    of one. Only those are held.

    Raises:
        DumpError: when the dump cannot be read.
    """
    known = Known(yaml.safe_load((DATA / "wikidata.yml").read_text(encoding="utf-8")))
    for entity in read_dump(dump, known.wanted, []):
        known.learn(entity)
    sought = frozenset(one.encode() for one in (*known.classes, *known.offices))
    entities = read_dump(dump, lambda line: _mentions(line, sought), issues)
    tree = make_candidates(entities, known, load_actors()).tree()
    return _HEAD.format(dump.name) + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _mentions(line: bytes, sought: frozenset[bytes]) -> bool:
    """Say whether a line names a class or an office, or is cut short, so that it is read and told of."""
    whole = line.startswith(b"{") and line.endswith(b"}")
    return not whole or not sought.isdisjoint(_ITEM.findall(line))


if __name__ == "__main__":
    sys.exit(main())
