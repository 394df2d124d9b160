"""The trash: everything that was deleted, to be restored or let go; it survives the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

from desktop.ui.days import day_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.model import Bookmark, Document, Memo, Note, SavedSearch
    from desktop.library.trashing import Trashed

KEY = Qt.ItemDataRole.UserRole


class TrashPage(QWidget):
    """`restore_requested(things)` asks for those back, `empty_requested(things)` to let them go."""

    restore_requested = Signal(object)
    empty_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(tr("Trash"), self)
        title.setObjectName("page_title")
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.list = self._build_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._build_buttons())
        self.setFocusProxy(self.list)

    def _build_list(self) -> QListWidget:
        rows = QListWidget(self)
        rows.setAccessibleName(tr("Deleted notes, memos and documents"))
        rows.setWordWrap(True)
        rows.setSpacing(2)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        rows.itemSelectionChanged.connect(self._on_selection_changed)
        rows.itemActivated.connect(self._on_restore)
        return rows

    def _build_buttons(self) -> QHBoxLayout:
        self.button = QPushButton(tr("Restore"), self)
        self.button.setProperty("deed", "next")
        self.button.clicked.connect(self._on_restore)
        self.delete = QPushButton(tr("Delete for ever…"), self)
        self.delete.clicked.connect(self._on_delete)
        self.empty = QPushButton(tr("Empty the trash…"), self)
        self.empty.clicked.connect(self._on_empty)
        below = QHBoxLayout()
        below.addWidget(self.empty)
        below.addStretch(1)
        below.addWidget(self.delete)
        below.addWidget(self.button)
        return below

    def show_trashed(self, things: Sequence[Trashed]) -> None:
        """Show what was deleted, in the order given."""
        self.list.clear()
        for trashed in things:
            words = WORDS[trashed.kind](trashed.thing)
            item = QListWidgetItem(f"{words} · {day_words(trashed.deleted)}", self.list)
            item.setData(KEY, trashed)
        self.hint.setText(
            tr("What was deleted stays here until you restore it or empty the trash.")
            if things
            else tr("Nothing here.")
        )
        for part in (self.list, self.button, self.delete, self.empty):
            part.setVisible(bool(things))
        if things:
            self.list.setCurrentRow(0)

    def _chosen(self) -> list[Trashed]:
        return [item.data(KEY) for item in self.list.selectedItems()]

    @Slot()
    def _on_selection_changed(self) -> None:
        for button in (self.button, self.delete):
            button.setEnabled(bool(self.list.selectedItems()))

    @Slot()
    def _on_restore(self) -> None:
        if chosen := self._chosen():
            self.restore_requested.emit(chosen)

    @Slot()
    def _on_delete(self) -> None:
        if chosen := self._chosen():
            self.empty_requested.emit(chosen)

    @Slot()
    def _on_empty(self) -> None:
        self.empty_requested.emit([self.list.item(at).data(KEY) for at in range(self.list.count())])


def _note_words(note: Note) -> str:
    """Return what was marked, what was noted on it and where, a line each."""
    quote = " ".join(note.anchor.quote.split()) if note.anchor else ""
    short = f"“{quote[:200]}…”" if len(quote) > 200 else f"“{quote}”" if quote else ""
    place = " · ".join(filter(None, (tr("Note"), note.document, note.path)))
    return "\n".join(filter(None, (short, note.body[:300], place)))


def _memo_words(memo: Memo) -> str:
    count = tr("%n paragraphs", n=len(memo.blocks))
    return f"{tr('Memo “{title}”', title=memo.title)}\n{count}"


def _document_words(document: Document) -> str:
    facts = (document.facts.number, document.facts.date, tr("%n notes", n=document.notes))
    return f"{document.facts.title}\n{' · '.join(filter(None, (tr('Document'), *facts)))}"


def _bookmark_words(bookmark: Bookmark) -> str:
    place = " · ".join(filter(None, (tr("Bookmark"), bookmark.document, bookmark.path)))
    return f"{bookmark.title}\n{place}"


def _search_words(search: SavedSearch) -> str:
    return f"{search.name}\n{tr('Search')} · {search.ask.query}"


WORDS: dict[str, Callable[[Any], str]] = {
    "note": _note_words,
    "memo": _memo_words,
    "document": _document_words,
    "bookmark": _bookmark_words,
    "search": _search_words,
}
