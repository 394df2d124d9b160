"""About the program: version, where the library is, what it is made of; the log after a bug."""

from __future__ import annotations

import platform
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.words import tr

if TYPE_CHECKING:
    from pathlib import Path


class AboutDialog(QDialog):
    """What a person tells who asks for help."""

    def __init__(self, version: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Clausebook"))
        name = QLabel(f"Clausebook {version}", self)
        name.setObjectName("page_title")
        facts = QLabel(
            "\n".join(
                (
                    tr("An offline desk reference for policy plans and laws."),
                    "",
                    tr("Your library: {folder}", folder=folder),
                    f"Python {platform.python_version()}, Qt {qVersion()}, "
                    f"SQLite {sqlite3.sqlite_version}",
                    tr("MIT license; icons by Pictogrammers (Apache License 2.0)"),
                )
            ),
            self,
        )
        facts.setWordWrap(True)
        facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        _lay_out(self, name, facts, _closing(self))


class LogDialog(QDialog):
    """An unexpected error, or the log itself: a sentence first, the details to copy below."""

    def __init__(self, words: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Clausebook log"))
        said = QLabel(words, self)
        said.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("Details"))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = _closing(self)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(partial(_copy, self.details))
        _lay_out(self, said, self.details, buttons)
        self.resize(640, 360)


def _copy(details: QPlainTextEdit, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(details.toPlainText())


def _closing(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.reject)
    return buttons


def _lay_out(dialog: QDialog, *widgets: QWidget) -> None:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget)
    dialog.setMinimumWidth(420)
