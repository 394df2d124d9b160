"""Where things are, and nobody else knows: in a checkout, installed, frozen or on a stick."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from db.errors import UserError

PORTABLE = "clausebook-portable.txt"
"""Beside the program, this file keeps everything that is written in `data/` next to it."""


@cache
def resources() -> Path:
    """Return the folder of what is carried: plans, icons, styles, translations sources."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    house = Path(__file__).resolve().parent
    installed = house / "_resources"
    return installed if installed.is_dir() else house.parent / "resources"


def resource(*parts: str) -> Path:
    """Return a carried file; a missing one is a `UserError`."""
    file = resources().joinpath(*parts)
    if not file.exists():
        raise UserError("resource-missing", file=file)
    return file


def plans() -> tuple[Path, ...]:
    """Return the metadata files of the plans that are shipped with the program."""
    return tuple(sorted((resources() / "plans").glob("*.json")))


def translations() -> Path:
    """Return the folder of the compiled translations, which may be missing in a checkout."""
    shipped = resources() / "translations"
    if any(shipped.glob("*.qm")):
        return shipped
    return resources().parent / "out" / "translations"


def program_folder() -> Path:
    """Return the folder that the program was started from: the executable's, else the checkout."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def is_portable() -> bool:
    """Tell whether everything is kept beside the program."""
    return (program_folder() / PORTABLE).exists()


@cache
def data_folder() -> Path:
    """Return the user's library folder: local to this computer, never roaming.

    A chosen one that is not there, on a stick that is not plugged in say, is a `UserError`: an
    empty library in another place would look like a lost one.
    """
    if is_portable():
        return program_folder() / "data"
    with suppress(OSError, ValueError):
        chosen = Path(_choice_file().read_text("utf-8").strip())
        if not chosen.is_dir():
            raise UserError("library-missing", folder=chosen)
        return chosen.resolve()
    import platformdirs

    return Path(platformdirs.user_data_dir("Clausebook", appauthor=False, roaming=False))


def choose_data_folder(folder: Path) -> None:
    """Keep the library in `folder` from now on, for the window and the command line alike.

    On a stick the library stays beside the program, whatever folder is opened for once.
    """
    if is_portable():
        return
    draft = _choice_file().with_name(f".library-folder.{os.getpid()}.part")
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text(f"{folder.resolve()}\n", "utf-8")
    draft.replace(_choice_file())
    data_folder.cache_clear()


def _choice_file() -> Path:
    return settings_file().with_name("library-folder.txt")


SETTINGS = "CLAUSEBOOK_SETTINGS"
"""This variable names another file for the choices; the log then stands beside it."""


@cache
def settings_file() -> Path:
    """Return where the choices of this user on this computer are kept."""
    chosen = os.environ.get(SETTINGS)
    if chosen:
        return Path(chosen)
    if is_portable():
        return program_folder() / "data" / "settings.json"
    import platformdirs

    folder = platformdirs.user_config_dir("Clausebook", appauthor=False, roaming=False)
    return Path(folder) / "settings.json"


@cache
def log_file() -> Path:
    """Return the file that unexpected errors are written to; it never leaves the computer."""
    if is_portable():
        return program_folder() / "data" / "clausebook.log"
    if os.environ.get(SETTINGS):
        return settings_file().with_name("clausebook.log")
    import platformdirs

    folder = platformdirs.user_log_dir("Clausebook", appauthor=False)
    return Path(folder) / "clausebook.log"
