"""The virtual environment in `.venv`: made once, mended when broken, renewed when old."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = "clausebook.json"


class Stamp(NamedTuple):
    """What an environment was made from; when it changes, pip has to look again."""

    project: str
    root: str
    python: str
    extras: tuple[str, ...]

    def covers(self, wanted: Stamp) -> bool:
        """Tell whether an environment with this stamp has all that is wanted."""
        return self[:3] == wanted[:3] and set(wanted.extras) <= set(self.extras)


def prepare(extras: Collection[str] = ()) -> Path:
    """Return the environment's Python with the project and these extras installed in it."""
    python = python_of(FOLDER)
    have = read_stamp(FOLDER)
    if have and have.covers(stamp_for(ROOT, FOLDER, extras)) and _works(python, "-c", "pass"):
        return python
    if not _works(python, "-m", "pip", "--version"):
        _make(FOLDER)
        have = None
    kept = have.extras if have else ()  # what was set up before stays set up
    _install(python, stamp_for(ROOT, FOLDER, [*extras, *kept]))
    return python


def python_of(folder: Path) -> Path:
    """Return where the Python of an environment lies on this system."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_for(root: Path, folder: Path, extras: Iterable[str]) -> Stamp:
    """Return the stamp that an environment of this checkout must have."""
    project = sha256((root / "pyproject.toml").read_bytes()).hexdigest()
    return Stamp(project, str(root), _version_in(folder), tuple(sorted(set(extras))))


def _version_in(folder: Path) -> str:
    """Return the version of the Python that an environment was made with."""
    try:
        lines = (folder / "pyvenv.cfg").read_text("utf-8").splitlines()
    except OSError:
        return ""
    pairs = (line.partition("=") for line in lines)
    return next((value.strip() for key, _, value in pairs if key.strip() == "version"), "")


def read_stamp(folder: Path) -> Stamp | None:
    """Return the stamp of an environment; None when there is none or it cannot be read."""
    try:
        stored = json.loads((folder / STAMP).read_text("utf-8"))
        return Stamp(stored["project"], stored["root"], stored["python"], tuple(stored["extras"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _works(python: Path, *arguments: str) -> bool:
    """Tell whether the environment's Python starts: it does not when it was left half made."""
    if not python.exists():
        return False
    try:
        done = subprocess.run([python, *arguments], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _make(folder: Path) -> None:
    print(f"Making the virtual environment {folder}", flush=True)
    if folder.exists():
        shutil.rmtree(folder)
    done = subprocess.run([sys.executable, "-m", "venv", folder], check=False)
    if done.returncode:
        sys.exit("The virtual environment could not be made; the lines above say why.")


def _install(python: Path, wanted: Stamp) -> None:
    """Install the checkout itself, editable: what runs is what lies here."""
    (FOLDER / STAMP).unlink(missing_ok=True)
    print("Installing what Clausebook needs; the first time downloads about 100 MB", flush=True)
    what = f".[{','.join(wanted.extras)}]" if wanted.extras else "."
    quiet = ["--quiet", "--disable-pip-version-check"]
    command = [str(python), "-m", "pip", "install", *quiet, "--editable", what]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(
            "Not everything could be installed; the lines above say why. The first time needs a "
            "network. Repeat the command when there is one."
        )
    (FOLDER / STAMP).write_text(json.dumps(wanted._asdict(), indent=1), "utf-8")
