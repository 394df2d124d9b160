"""The fields for what is known about a document: title, number, date, issuers and so on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from db.model import DocumentFacts

FIELDS: tuple[tuple[str, str, int, int, int], ...] = (
    ("title", mark("Title"), 0, 0, 4),
    ("name", mark("Short name"), 0, 4, 2),
    ("number", mark("Number"), 1, 0, 1),
    ("date", mark("Date"), 1, 1, 1),
    ("issuers", mark("Issued by"), 1, 2, 2),
    ("region", mark("Region"), 1, 4, 1),
    ("source", mark("Source"), 1, 5, 1),
)
"""Field, its word, row, column and the columns that it takes."""
BETWEEN = "; "


class FactsForm(QWidget):
    """Labeled fields in two lines; `changed()` at every key in one of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self._facts: DocumentFacts | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for name, words, row, column, wide in FIELDS:
            self._add(grid, name, tr(words), (row, column, wide))
        for column in range(6):
            grid.setColumnStretch(column, 1)

    def _add(self, grid: QGridLayout, name: str, words: str, place: tuple[int, int, int]) -> None:
        row, column, wide = place
        label = QLabel(words, self)
        label.setObjectName("muted")
        field = QLineEdit(self)
        field.setAccessibleName(words)
        field.textEdited.connect(self.changed)
        label.setBuddy(field)
        grid.addWidget(label, 2 * row, column, 1, wide)
        grid.addWidget(field, 2 * row + 1, column, 1, wide)
        self.fields[name] = field

    def show_facts(self, facts: DocumentFacts) -> None:
        """Fill the fields."""
        self._facts = facts
        for name, field in self.fields.items():
            known = getattr(facts, name)
            field.setText(BETWEEN.join(known) if name == "issuers" else known)
            field.setCursorPosition(0)
            field.setToolTip(field.text())

    def facts(self) -> DocumentFacts:
        """Return what stands in the fields."""
        assert self._facts is not None
        words = {n: " ".join(f.text().split()) for n, f in self.fields.items()}
        issuers = words.pop("issuers").replace("；", ";").split(";")
        return replace(self._facts, issuers=tuple(i.strip() for i in issuers if i.strip()), **words)
