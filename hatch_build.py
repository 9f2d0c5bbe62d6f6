"""The build hook: calls each job of `build_hooks/` and asks for what it needs only when it has to run."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_hooks import bundle, gazetteer

JOBS = (gazetteer, bundle)


class CustomBuildHook(BuildHookInterface[Any]):
    """Make the files that are in the wheel and not in the repository."""

    def dependencies(self) -> list[str]:
        """Return what the jobs need that are not done yet."""
        return sorted({need for job in JOBS for need in job.needs()})

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run every job; one whose output is fresh returns at once."""
        for job in JOBS:
            job.build()
