"""What the colors mean: a name for each, which stands in menus, tooltips and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from db.model import COLORS
from desktop.ui.dialogs.buttons import ok_and_cancel
from desktop.ui.note_words import color_words
from desktop.ui.views.note_menu import dot_icon
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class ColorNamesDialog(QDialog):
    """Asks for the names and hands all of them to `deed`."""

    def __init__(
        self,
        names: Mapping[str, str],
        deed: Callable[[Mapping[str, str]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Names of the colors"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._deed = deed
        self.fields: dict[str, QLineEdit] = {}
        hint = QLabel(tr("Say what each color means to you. Exports explain the colors in use."))
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addLayout(self._build_fields(names))
        layout.addWidget(ok_and_cancel(self, self._on_accepted))
        self.setMinimumWidth(420)

    def _build_fields(self, names: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, color in enumerate(COLORS):
            dot = QLabel()
            dot.setPixmap(dot_icon(color).pixmap(QSize(16, 16)))
            field = QLineEdit(names.get(color, ""))
            field.setMaxLength(60)
            named = QLabel(color_words(color))
            named.setBuddy(field)
            field.setAccessibleName(color_words(color))
            for column, widget in enumerate((dot, named, field)):
                grid.addWidget(widget, row, column)
            self.fields[color] = field
        return grid

    @Slot()
    def _on_accepted(self) -> None:
        names = {color: field.text() for color, field in self.fields.items()}
        self.accept()
        self._deed(names)
