"""The library cannot be opened: what happened, and the choices; the only box that a start shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from db.errors import UserError


class TroubleBox(QMessageBox):
    """Says what is wrong with the library and offers another try, another folder, or the end."""

    def __init__(self, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Clausebook")
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(tr("The library could not be opened."))
        self.setInformativeText(sentence(error))
        roles = QMessageBox.ButtonRole
        self.again = self.addButton(tr("Try again"), roles.AcceptRole)
        self.other = self.addButton(tr("Choose another folder…"), roles.ActionRole)
        self.quit = self.addButton(tr("Quit"), roles.RejectRole)
        self.setDefaultButton(self.again)
        self.setEscapeButton(self.quit)


def ask_what_to_do(error: UserError, folder: Path) -> Path | None:
    """Return the folder to try now, the same or another one; None to quit."""
    box = TroubleBox(error)
    box.exec()
    if box.clickedButton() is box.again:
        return folder
    if box.clickedButton() is not box.other:
        return None
    chosen = QFileDialog.getExistingDirectory(None, tr("Choose a folder for the library"))
    return Path(chosen) if chosen else folder
