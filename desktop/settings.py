"""What the user chose on this computer: a small JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


class Settings:
    """Choices by name. What cannot be read counts as not chosen; nothing here ever stops a start.

    The file is small and only this program writes it; what another window wrote meanwhile is
    replaced, since a choice of window size is worth no lock.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.settings_file()
        self._chosen: dict[str, object] = _read(self._file)
        self._saved = dict(self._chosen)

    def get(self, name: str, default: T) -> T:
        """Return the choice, or `default` when there is none of the same type."""
        value = self._chosen.get(name, default)
        fits = type(value) is type(default)
        return value if fits else default  # type: ignore[return-value]  # the line above is the proof

    def put(self, name: str, value: object) -> None:
        """Take a choice; `save` writes it."""
        self._chosen[name] = value

    def save(self) -> None:
        """Write the choices when they changed; a disk that refuses is no reason to stop."""
        if self._chosen == self._saved:
            return
        draft = self._file.with_name(f".{self._file.name}.{os.getpid()}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(self._chosen, ensure_ascii=False, indent=1), "utf-8")
            draft.replace(self._file)
            self._saved = dict(self._chosen)


def login_name() -> str:
    """Return how the computer calls the person who is logged in, '' when it cannot say."""
    import getpass

    with suppress(Exception):  # what is raised differs by system and version (OSError, KeyError)
        return getpass.getuser()
    return ""


def _read(file: Path) -> dict[str, object]:
    try:
        chosen = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return chosen if isinstance(chosen, dict) else {}
