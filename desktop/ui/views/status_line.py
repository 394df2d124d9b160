"""The line at the bottom: whether all is saved, where we are, what is there, the size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

POINT = "  ·  "


class StatusLine(QWidget):
    """`zoom_clicked()` asks for the normal size of text."""

    zoom_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = QLabel(self)
        self.saved.setAccessibleName(tr("State of your changes"))
        self.facts = QLabel(self)
        self.facts.setAccessibleName(tr("Where you are and what is here"))
        for label in (self.saved, self.facts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom = QPushButton(self)
        self.zoom.setFlat(True)
        self.zoom.setToolTip(tr("Normal text size (Ctrl+0)"))
        self.zoom.clicked.connect(self.zoom_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(0)
        layout.addWidget(self.saved, 2)
        layout.addWidget(self.facts, 3)
        layout.addWidget(self.zoom)
        self.setFixedHeight(self.fontMetrics().height() + 10)

    def show_saved(self) -> None:
        """Say that the library has returned from every change: all of it is on the disk."""
        self._show_state(tr("All changes saved"), "saved")

    @Slot(bool)
    def show_typing(self, typing: bool) -> None:
        """Say that words are being typed that the library has not got yet, or that it has."""
        if typing:
            self._show_state(tr("Saving…"), "writing")
        elif self.saved.property("state") == "writing":
            self.show_saved()

    def show_unsaved(self) -> None:
        """Say that the last change was refused."""
        self._show_state(tr("The last change was not saved"), "unsaved")

    def show_news(self, words: str) -> None:
        """Say what was done; every change that it tells of is saved."""
        self._show_state(words, "saved")

    def _show_state(self, words: str, state: str) -> None:
        self.saved.setText(words)
        self.saved.setToolTip(words)
        if self.saved.property("state") != state:
            self.saved.setProperty("state", state)
            theme.dress(self.saved)

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show place, clauses and notes; empty ones are left out."""
        self.facts.setText(POINT.join([*filter(None, facts), ""]).rstrip(" ") + "  ")

    def show_zoom(self, percent: int) -> None:
        """Show the size of text."""
        words = tr("{percent} %", percent=percent)
        self.zoom.setText(words)
        self.zoom.setAccessibleName(tr("Text size {percent} %", percent=percent))
