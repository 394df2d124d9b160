"""What a view says when it has nothing to show: one sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A heading and a muted sentence, wrapped, where the eye begins to read."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = _label()
        font = QFont(self._heading.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(font)
        self._hint = _label()
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._hint)
        self._column.addStretch()
        self.set_inset(16)

    def set_inset(self, inset: int, top: int = 20) -> None:
        """Set where the words begin, from the left and the upper edge."""
        self._column.setContentsMargins(inset, top, 16, 16)

    def say(self, heading: str, hint: str) -> None:
        """Show these words."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self.setAccessibleName(f"{heading}. {hint}")

    @property
    def words(self) -> str:
        """What is said now."""
        return f"{self._heading.text()}\n{self._hint.text()}"


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return label
