"""The door to the window: makes the application, opens the library, builds the house on it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.errors import UserError
from desktop import __version__, paths
from desktop.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.library import Library
    from desktop.ui.instance import Instance

SIZE = (1366, 768)


def make_application() -> QApplication:
    """Return the application, dressed and speaking; the one that is there is taken as it is."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    QGuiApplication.setDesktopFileName("clausebook")
    # Not setStyle(): what it returns makes PySide build all of QStyle, 8 ms of a start-up.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Clausebook")
    app.setApplicationVersion(__version__)
    return app


def run_window(folder: Path | None) -> int:
    """Open the window on a library and return when it was closed."""
    hurry()
    from desktop.ui import theme
    from desktop.ui.house import Program
    from desktop.ui.language import speak

    app = make_application()
    settings = Settings()
    speak(settings.get("language", ""))
    theme.apply(settings.get("theme", "system"))
    found = open_library(folder or paths.data_folder())
    if isinstance(found, int):
        return found
    library, instance = found
    program = Program(library, settings, instance, reopen)
    try:
        return app.exec()
    finally:
        program.close()
        program.library.close()


def hurry() -> None:
    """Leave out what would make the start longer by a fifth; `Program` turns it on again.

    No garbage is looked for before the first paint: there is none yet. And PySide reads the source
    of every module that is imported after it, to see whether it asks for `__feature__`; ours do
    not (shibokensupport/feature.py; a PySide that works otherwise is left alone).
    """
    gc.disable()
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = bool  # type: ignore[union-attr]  # every module counts as one


def open_library(folder: Path) -> tuple[Library, Instance] | int:
    """Open the library, asking what to do as long as that fails; an exit code ends the program."""
    from desktop.library import Library
    from desktop.ui.instance import Instance

    wish: Path | None = folder
    while wish is not None:
        instance = Instance(wish)
        if not instance.claim() and instance.call_first():
            return 0
        try:
            library = Library.open(wish, plans=paths.plans())
        except UserError as error:
            from desktop.ui.dialogs.trouble import ask_what_to_do

            instance.release()
            wish = ask_what_to_do(error, wish)
            continue
        if wish != folder:
            paths.choose_data_folder(wish)
        instance.claim()  # again: on a fresh machine the folder did not exist before
        return library, instance
    return 1


def reopen(folder: Path) -> Library | None:
    """Open a library that was closed a moment ago; None when the person gives up."""
    from desktop.library import Library

    wish: Path | None = folder
    while wish is not None:
        try:
            return Library.open(wish)
        except UserError as error:
            from desktop.ui.dialogs.trouble import ask_what_to_do

            wish = ask_what_to_do(error, wish)
    return None


def paint_once(library: Library) -> str:
    """Build the whole window, paint it and look at the picture; raise when something is missing."""
    from desktop.ui import theme
    from desktop.ui.house import House
    from desktop.ui.looking import look_at

    app = make_application()
    theme.apply("light")
    house = House(library, Settings(library.facts().folder / "settings-of-self-test.json"))
    try:
        house.window.resize(*SIZE)
        house.window.show()
        app.processEvents()
        return look_at(house.window, house.actions)
    finally:
        house.close()
        app.processEvents()
