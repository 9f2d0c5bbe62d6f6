"""Every measurement of speed and memory, each in a process of its own, on one core.

python -m bench [--pages DIR] [--reports N]
"""

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run every bench one after the other."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Speed and memory.")
    parser.add_argument("--pages", type=Path, help="folder of saved pages for bench.reading")
    parser.add_argument("--reports", default="10000", help="made reports for bench.memory")
    given = parser.parse_args()
    _run("bench.reading", *(("--pages", str(given.pages)) if given.pages else ()))
    _run("bench.memory", "--reports", given.reports)
    _run("bench.account")
    _run("bench.again")
    _run("bench.near_copies")
    _run("bench.growth")
    _run("bench.store")
    _run("bench.shelf", "--claims", "30000")
    _run("bench.placing", "--most", "10000")
    _run("bench.encirclement")
    _run("bench.control")
    _run("bench.watch")
    _run("bench.exports")
    _run("bench.sitrep", "--reports", "5000")


def _run(module: str, *arguments: str) -> None:
    print(f"\n{module}", flush=True)
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
