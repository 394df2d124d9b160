"""The trash: deleted notes and memos, to be restored; it survives the session."""

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

from desktop.ui.days import day_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Document, Memo, Note

KEY = Qt.ItemDataRole.UserRole
NOTE, MEMO, DOCUMENT = "note", "memo", "document"


class TrashPage(QWidget):
    """`restore_requested(notes, memos, documents)` asks for those with these uids back."""

    restore_requested = Signal(object, object, object)

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
        self.list.setAccessibleName(tr("Deleted notes, memos and documents"))
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

    def show_deleted(
        self, notes: Sequence[Note], memos: Sequence[Memo], documents: Sequence[Document] = ()
    ) -> None:
        """Show what was deleted: documents, then the rest, the last first."""
        rows: list[tuple[str, str, str, str]] = []
        rows += [(n.deleted, NOTE, n.uid, _note_words(n)) for n in notes]
        rows += [(m.deleted, MEMO, m.uid, _memo_words(m)) for m in memos]
        self.list.clear()
        rows.sort(reverse=True)
        rows[:0] = [("", DOCUMENT, d.uid, _document_words(d)) for d in documents]
        for _when, kind, uid, words in rows:
            item = QListWidgetItem(words, self.list)
            item.setData(KEY, (kind, uid))
        self.hint.setText(
            tr("What was deleted stays here until you restore it.") if rows else tr("Nothing here.")
        )
        self.list.setVisible(bool(rows))
        self.button.setVisible(bool(rows))
        if rows:
            self.list.setCurrentRow(0)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.button.setEnabled(bool(self.list.selectedItems()))

    @Slot()
    def _on_restore(self) -> None:
        chosen = [item.data(KEY) for item in self.list.selectedItems()]
        notes = tuple(uid for kind, uid in chosen if kind == NOTE)
        memos = tuple(uid for kind, uid in chosen if kind == MEMO)
        documents = tuple(uid for kind, uid in chosen if kind == DOCUMENT)
        if chosen:
            self.restore_requested.emit(notes, memos, documents)


def _note_words(note: Note) -> str:
    """Return what was marked, what was noted on it and where, a line each."""
    quote = " ".join(note.anchor.quote.split()) if note.anchor else ""
    short = f"“{quote[:200]}…”" if len(quote) > 200 else f"“{quote}”" if quote else ""
    place = " · ".join(filter(None, (note.document, note.path, day_words(note.deleted))))
    return "\n".join(filter(None, (short, note.body[:300], place)))


def _memo_words(memo: Memo) -> str:
    count = tr("%n paragraphs", n=len(memo.blocks))
    return f"{tr('Memo “{title}”', title=memo.title)}\n{count} · {day_words(memo.deleted)}"


def _document_words(document: Document) -> str:
    facts = (document.facts.number, document.facts.date, tr("%n notes", n=document.notes))
    return f"{document.facts.title}\n{' · '.join(filter(None, facts))}"
