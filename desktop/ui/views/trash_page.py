"""The trash: deleted notes with their quotes, to be restored; it survives the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Note

UID = Qt.ItemDataRole.UserRole


class TrashPage(QWidget):
    """`restore_requested(uids)` asks for the chosen notes back; `closed()` on Esc."""

    restore_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(tr("Trash"), self)
        title.setObjectName("page_title")
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Deleted notes"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self.list.itemActivated.connect(self._on_restore)
        self.button = QPushButton(tr("Restore"), self)
        self.button.setProperty("deed", "next")
        self.button.clicked.connect(self._on_restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 16)
        layout.setSpacing(12)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.button)
        layout.addWidget(title)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.setFocusProxy(self.list)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these deleted notes, the one deleted last first."""
        self.list.clear()
        for note in sorted(notes, key=_deleted, reverse=True):
            item = QListWidgetItem(_words(note), self.list)
            item.setData(UID, note.uid)
        self.hint.setText(
            tr("Deleted notes stay here until you restore them.") if notes else tr("Nothing here.")
        )
        self.list.setVisible(bool(notes))
        self.button.setVisible(bool(notes))
        if notes:
            self.list.setCurrentRow(0)

    @Slot()
    def _on_selection_changed(self) -> None:
        count = len(self.list.selectedItems())
        self.button.setEnabled(bool(count))
        self.button.setText(tr("Restore %n notes", n=count) if count else tr("Restore"))

    @Slot()
    def _on_restore(self) -> None:
        uids = tuple(item.data(UID) for item in self.list.selectedItems())
        if uids:
            self.restore_requested.emit(uids)


def _deleted(note: Note) -> str:
    return note.deleted


def _words(note: Note) -> str:
    """Return what was marked, what was noted on it and where, a line each."""
    quote = " ".join(note.anchor.quote.split()) if note.anchor else ""
    short = f"“{quote[:200]}…”" if len(quote) > 200 else f"“{quote}”" if quote else ""
    body = note.body[:300]
    place = " · ".join(filter(None, (note.document, note.path, note.deleted[:10])))
    return "\n".join(filter(None, (short, body, place)))
