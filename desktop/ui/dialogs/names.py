"""One line of words asked for: a place to go to, the title of a memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.dialogs.buttons import ok_and_cancel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class LineDialog(QDialog):
    """Asks for a line and hands it to `deed`, which returns a sentence when it cannot be done.

    The sentence stands below the field and the dialog stays, so that nothing is typed twice.
    """

    def __init__(
        self,
        title: str,
        label: str,
        deed: Callable[[str], str],
        *,
        text: str = "",
        hint: str = "",
        known: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._deed = deed
        self.field = QLineEdit(text, self)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(hint)
        self.field.selectAll()
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        named = QLabel(label, self)
        named.setBuddy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        for widget in (named, self.field, self.trouble, ok_and_cancel(self, self._on_accepted)):
            layout.addWidget(widget)
        self.setMinimumWidth(380)
        if known:
            self._complete(known)

    def _complete(self, known: Sequence[str]) -> None:
        from PySide6.QtWidgets import QCompleter

        completer = QCompleter(list(known), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)

    @Slot()
    def _on_accepted(self) -> None:
        trouble = self._deed(self.field.text())
        if not trouble:
            self.accept()
            return
        self.trouble.setText(trouble)
        self.trouble.show()
        self.field.setFocus()
        self.field.selectAll()
