"""The door to the window: makes the application, opens the library, builds the house on it."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.errors import UserError
from desktop import __version__, paths
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from pathlib import Path

    from desktop.library import Library
    from desktop.ui.instance import Instance

SIZE = (1366, 768)


def make_application() -> QApplication:
    """Return the application, dressed and speaking; the one that is there is taken as it is."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    choose_input_method(os.environ)
    QGuiApplication.setDesktopFileName("clausebook")
    # Not setStyle(): what it returns makes PySide build all of QStyle, 8 ms of a start-up.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Clausebook")
    app.setApplicationVersion(__version__)
    return app


def choose_input_method(environment: MutableMapping[str, str]) -> None:
    """Speak to fcitx the way that it shares with ibus: Qt's wheels bring no plugin of its own.

    A plugin of the system cannot be loaded into another Qt. Called before Qt starts.
    """
    if environment.get("QT_IM_MODULE", "").lower().startswith("fcitx"):
        environment["QT_IM_MODULE"] = "ibus"
    if "QT_IM_MODULES" in environment:  # Qt 6.7 and later look here first
        names = environment["QT_IM_MODULES"].split(";")
        others = ["ibus" if n.lower().startswith("fcitx") else n for n in names]
        environment["QT_IM_MODULES"] = ";".join(dict.fromkeys(others))


def run_window(folder: Path | None, files: Sequence[Path] = ()) -> int:
    """Open the window on a library, offer files for import, and return when it was closed."""
    hurry()
    from desktop.ui import fonts, theme
    from desktop.ui.house import Program
    from desktop.ui.language import speak

    app = make_application()
    settings = Settings()
    speak(settings.get("language", ""))
    fonts.carry()
    theme.apply(settings.get("theme", "system"))
    folder = folder or find_folder()
    if folder is None:
        return 1
    found = open_library(folder, files)
    if isinstance(found, int):
        return found
    library, instance = found
    program = Program(library, settings, instance, reopen, files)
    try:
        return app.exec()
    finally:
        program.close()
        program.library.close()


def find_folder() -> Path | None:
    """Return the folder of the library; asked when the chosen one is not there, None to quit."""
    while True:
        try:
            return paths.data_folder()
        except UserError as error:
            from desktop.ui.dialogs.trouble import ask_what_to_do

            wish = ask_what_to_do(error, error.values["folder"])  # type: ignore[arg-type]  # a path
            if wish is None:
                return None
            if wish.is_dir():
                paths.choose_data_folder(wish)


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


def open_library(folder: Path, files: Sequence[Path] = ()) -> tuple[Library, Instance] | int:
    """Open the library, asking what to do as long as that fails; an exit code ends the program."""
    from desktop.library import Library
    from desktop.ui.instance import Instance

    wish: Path | None = folder
    while wish is not None:
        instance = Instance(wish)
        if not instance.claim() and instance.call_first(files):
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
    from desktop.ui import fonts, theme
    from desktop.ui.house import House
    from desktop.ui.looking import look_at

    app = make_application()
    fonts.carry()
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


def draw_characters() -> str:
    """Draw characters with the program's fonts; raise when they cannot be told apart."""
    from desktop.ui.looking import look_at_fonts

    return look_at_fonts(_dress())


def load_plugins() -> str:
    """Load the plugins of Qt that the window needs; raise when one cannot be loaded."""
    from desktop.ui.looking import look_at_plugins

    make_application()
    return look_at_plugins()


def write_pdf(file: Path, lines: Sequence[str]) -> None:
    """Write lines as a PDF."""
    from desktop.ui.looking import write_pages

    _dress()
    write_pages(file, lines)


def _dress() -> bool:
    """Make the application with its fonts; tell whether the carried font was needed."""
    from desktop.ui import fonts, theme

    make_application()
    carried = fonts.carry() or fonts.is_carried()
    theme.apply("light")
    return carried
