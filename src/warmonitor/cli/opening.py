"""A page opened in the browser of whoever sits there."""

import os
import sys
import webbrowser

import typer


def open_in_browser(address: str) -> None:
    """Open an address where there is a screen to show it on; elsewhere say where it is."""
    screen = sys.platform in {"darwin", "win32"} or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    if not (screen and webbrowser.open(address)):
        typer.echo(f"Open {address} in a browser.")
