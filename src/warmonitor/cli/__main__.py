"""`python -m warmonitor.cli` is the same as `warmonitor`."""

from warmonitor.cli import main

main()
