"""The language of the window: the system's unless another one was chosen; Qt's own words too."""

from __future__ import annotations

import logging
import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import paths

KNOWN = ("en", "zh_CN")


def wanted_language(choice: str = "") -> str:
    """Return the language to speak: the choice, else the environment's, else the system's."""
    wishes = [choice, os.environ.get("CLAUSEBOOK_LANGUAGE", ""), *QLocale.system().uiLanguages()]
    for wish in filter(None, wishes):
        language = wish.replace("-", "_").split("_")[0]
        for known in KNOWN:
            if known.split("_")[0] == language:
                return known
    return KNOWN[0]


def speak(choice: str = "") -> str:
    """Load the translations of a language and return its code."""
    app = QCoreApplication.instance()
    code = wanted_language(choice)
    QLocale.setDefault(QLocale(code))
    if app is None:
        return code
    _load(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if not _load(app, f"clausebook_{code}", str(paths.translations())):
        logging.getLogger("clausebook").warning("no translation for %s", code)
    return code


def silence() -> None:
    """Take the translations away: another language comes.

    Not done by `speak`: looking for children makes PySide build all of Qt's classes, 8 ms.
    """
    app = QCoreApplication.instance()
    for translator in app.findChildren(QTranslator) if app else ():
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


def _load(app: QCoreApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    return translator.load(name, folder) and app.installTranslator(translator)
