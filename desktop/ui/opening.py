"""Files handed to other programs, in an environment that is the system's and not the bundle's."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BUNDLED = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "PYTHONHOME")


def open_outside(file: Path) -> bool:
    """Open a file or folder with the program that the system has for it."""
    if sys.platform == "linux" and getattr(sys, "frozen", False):
        return _open_clean(file)
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(file))


def _open_clean(file: Path) -> bool:
    from PySide6.QtCore import QProcess, QProcessEnvironment

    environment = QProcessEnvironment()
    for name, value in clean_environment(os.environ).items():
        environment.insert(name, value)
    opener = QProcess()
    opener.setProgram("xdg-open")
    opener.setArguments([str(file)])
    opener.setProcessEnvironment(environment)
    opener.setStandardOutputFile(QProcess.nullDevice())
    opener.setStandardErrorFile(QProcess.nullDevice())
    started: object = opener.startDetached()  # the stubs say (started, pid), PySide gives started
    return bool(started[0] if isinstance(started, tuple) else started)


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment as it was before PyInstaller's starter put its libraries first."""
    clean = dict(environment)
    for name in BUNDLED:
        clean.pop(name, None)
        before = clean.pop(f"{name}_ORIG", "")
        if before:
            clean[name] = before
    return clean
