"""The font that is carried for machines without a Chinese one: there every sign would be a box."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase

from db.errors import UserError
from desktop import paths

FILE = "NotoSansSC-Clausebook.ttf"


def carry() -> bool:
    """Register the carried font when the system has none for Chinese; tell whether it was."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return False
    try:
        file = paths.resource("fonts", FILE)
    except UserError as error:
        logging.getLogger("clausebook").warning("%s", error)
        return False
    return QFontDatabase.addApplicationFont(str(file)) >= 0


def is_carried() -> bool:
    """Tell whether the carried font was registered, now or before."""
    return bool(QFontDatabase.applicationFontFamilies(0))
