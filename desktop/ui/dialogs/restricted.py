"""What is asked before an export that restricted notes could be part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.ui.dialogs.buttons import ok_and_cancel
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable


class RestrictedDialog(QDialog):
    """Says how many notes stay behind; `answered(include)` when the export shall go on."""

    answered = Signal(bool)

    def __init__(
        self, count: int, total: int, deed: Callable[[bool], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told = QLabel(tr("%n of {total} notes are restricted.", n=count, total=total), self)
        hint = tr("They stay out of the document, with the words that they mark.")
        self._hint = QLabel(hint, self)
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.box = QCheckBox(tr("&Include restricted notes"), self)
        self._all = count == total
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for widget in (self._told, self._hint, self.box):
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addWidget(self._build_buttons())
        self.setMinimumWidth(400)
        self.answered.connect(deed)
        self.box.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def _build_buttons(self) -> QDialogButtonBox:
        self.buttons = ok_and_cancel(self, self._on_accepted)
        self._next = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._next.setText(tr("Export…"))
        return self.buttons

    @Slot(bool)
    def _on_toggled(self, include: bool) -> None:
        """Offer the export only while something is left to write."""
        self._next.setEnabled(include or not self._all)
        self._hint.setEnabled(not include)

    @Slot()
    def _on_accepted(self) -> None:
        include = self.box.isChecked()
        self.accept()
        self.answered.emit(include)
