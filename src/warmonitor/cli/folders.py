"""Where the look-ups that a user added are kept."""

from pathlib import Path
from typing import Annotated

import typer

# One folder for every command, so that what was added once is used from then on.
ReferencesFolder = Annotated[
    Path,
    typer.Option(
        "--references",
        envvar="WARMONITOR_REFERENCES",
        help="Folder of the look-ups that you added.",
        show_default=False,
    ),
]


def references_folder() -> Path:
    """Return the folder that is used where none is named: `references` in the user's folder of settings."""
    return Path(typer.get_app_dir("warmonitor")) / "references"
