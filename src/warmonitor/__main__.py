"""`python -m warmonitor` is the same as `warmonitor`."""

from warmonitor.cli import main

main()
