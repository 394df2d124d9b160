"""The pane of notes: what is noted here, written and edited in its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.models.notes_model import NotesModel
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card_list import CardList
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.empty_state import EmptyState
from desktop.ui.views.note_card import NoteCard
from desktop.ui.views.note_editor import NoteEditor
from desktop.ui.views.notes_menu import NotesMenu
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Note


class NotesPane(QWidget):
    """Shows the notes of a place as cards and tells what a person does with them.

    `memo_requested` and `export_requested` carry uids in the order of the text: the selected
    notes when several are selected, else all in view.
    """

    note_chosen = Signal(str)
    body_drafted = Signal(str, str)
    body_settled = Signal(str)
    color_chosen = Signal(str, str)
    tags_changed = Signal(str, object)
    delete_requested = Signal(object)
    memo_requested = Signal(object)
    export_requested = Signal(object)
    filter_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Notes"))
        self._scope = ""
        self._tags: tuple[str, ...] = ()
        self._editor: NoteEditor | None = None
        self._unsettled = False
        self._model = NotesModel()
        self._card = NoteCard()
        self._list = CardList(self._card)
        self._menu = NotesMenu(self)
        self._build()
        self._connect_signals()
        self._show_state()

    # building

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(tr("Notes"))
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(8)
        column.addLayout(self._build_head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._build_foot())

    def _build_head(self) -> QVBoxLayout:
        title = QLabel(tr("Notes"))
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        self._scope_label = QLabel()
        self._scope_label.setTextFormat(Qt.TextFormat.PlainText)
        self._scope_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("Filter notes"))
        self._filter.setAccessibleName(tr("Filter notes"))
        self._filter.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self._scope_label)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(10)
        head.addLayout(row)
        head.addWidget(self._filter)
        return head

    def _build_foot(self) -> QVBoxLayout:
        self._export = DeedButton(tr("Export these notes…"))
        self._export.setToolTip(tr("Write these notes to a Word document (Ctrl+E)"))
        self._memo = DeedButton(filled=True)
        self._memo.setToolTip(tr("Quote these notes in a memo, in the order of the text"))
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.setSpacing(4)
        foot.addWidget(self._export)
        foot.addWidget(self._memo)
        return foot

    def _connect_signals(self) -> None:
        self._filter.textChanged.connect(self._on_filter_changed)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._list.delete_pressed.connect(self._on_delete_pressed)
        self._list.menu_asked.connect(self._on_menu_asked)
        self._list.selectionModel().selectionChanged.connect(self._show_counts)
        self._memo.clicked.connect(self._on_memo_clicked)
        self._export.clicked.connect(self._on_export_clicked)
        self._menu.edit_chosen.connect(self._on_edit_chosen)
        self._menu.color_chosen.connect(self._on_menu_color)
        self._menu.memo_chosen.connect(self._on_memo_of_selected)
        self._menu.export_chosen.connect(self._on_export_of_selected)
        self._menu.delete_chosen.connect(self._on_delete_pressed)
        self._menu.order_chosen.connect(self._on_order_chosen)

    # what is shown

    def show_notes(self, notes: Sequence[Note], scope: str) -> None:
        """Show the notes of a place, given in the order of the text; `scope` names the place.

        An open editor stays open while its note is among them; words being typed stay.
        """
        editor = self._editor
        if editor is not None and all(n.uid != editor.uid for n in notes):
            self.finish_editing()
        self._scope = scope
        self._card.name_documents(len({n.document for n in notes}) > 1)
        self._model.set_notes(notes)
        if self._editor is not None:
            note = self._model.note(self._editor.uid)
            if note is not None:
                self._editor.take(note)
        self._show_state()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Set the tags that are offered while tags are typed."""
        self._tags = tuple(tags)
        if self._editor is not None:
            self._editor.tags.set_known(self._tags)

    def select_note(self, uid: str) -> None:
        """Select a note and bring it into sight; a filter that hides it is cleared."""
        index = self._index_of(uid)
        if index.isValid():
            self._list.select(index)

    def selected_uids(self) -> tuple[str, ...]:
        """Return the selected notes in the order of the text."""
        chosen = {i.data(ROW_ROLE).uid for i in self._list.selectedIndexes()}
        return self._model.in_text_order(chosen)

    def shown_uids(self) -> tuple[str, ...]:
        """Return the notes in view in the order of the text: those that fit the filter."""
        return self._model.in_text_order({n.uid for n in self._model.rows})

    def _index_of(self, uid: str) -> QModelIndex:
        index = self._model.index_of(uid)
        if not index.isValid() and self._model.note(uid) is not None:
            self._filter.clear()
            index = self._model.index_of(uid)
        return index

    def _deed_uids(self) -> tuple[str, ...]:
        """Return the notes that the buttons below act on."""
        selected = self.selected_uids()
        return selected if len(selected) > 1 else self.shown_uids()

    def _show_state(self) -> None:
        """Show cards or say why there are none."""
        if self._model.rows:
            self._stack.setCurrentWidget(self._list)
        else:
            self._stack.setCurrentWidget(self._empty)
            self._say_why_empty()
        self._show_counts()

    def _say_why_empty(self) -> None:
        if self._model.notes:
            hint = tr("Fewer letters find more; Esc clears the filter.")
            self._empty.say(tr("No note fits “{words}”", words=self._filter.text().strip()), hint)
            return
        self._empty.say(
            tr("Nothing is noted here yet"),
            tr(
                "Select words in the text and press N to write a note, "
                "or 1–8 to highlight them in a color."
            ),
        )

    @Slot()
    def _show_counts(self) -> None:
        """Show how many notes there are, and what the buttons would act on."""
        total, shown = len(self._model.notes), len(self._model.rows)
        count = str(total) if shown == total else tr("{n} of {total}", n=shown, total=total)
        self._scope_label.setText(" · ".join(p for p in (self._scope, count if total else "") if p))
        acted = len(self._deed_uids())
        self._memo.setText(tr("Add %n notes to memo", n=acted))
        for button in (self._memo, self._export):
            button.setVisible(acted > 0)

    # editing

    def editing_uid(self) -> str | None:
        """Return the note whose editor is open, None when none is."""
        return self._editor.uid if self._editor is not None else None

    def edit_note(self, uid: str) -> None:
        """Open the editor in a note's card, with the focus in it."""
        if self._editor is not None and self._editor.uid == uid:
            self._editor.body.setFocus()
            return
        self.finish_editing()
        index = self._index_of(uid)
        if not index.isValid():
            return
        self._list.select(index)
        self._model.kept = uid
        self._unsettled = False
        self._editor = self._new_editor(index.data(ROW_ROLE))
        self._list.open_editor(index, self._editor)
        self._editor.body.moveCursor(self._editor.body.textCursor().MoveOperation.End)
        self._editor.body.setFocus()
        self._keep_editor_in_sight()

    def _new_editor(self, note: Note) -> NoteEditor:
        editor = NoteEditor(note, self._tags)
        editor.body_drafted.connect(self._on_body_drafted)
        editor.color_chosen.connect(self._on_color_chosen)
        editor.tags_changed.connect(self._on_tags_changed)
        editor.grown.connect(self._keep_editor_in_sight)
        editor.left.connect(self._on_editor_left)
        editor.abandoned.connect(self._on_editor_abandoned, Qt.ConnectionType.QueuedConnection)
        return editor

    def finish_editing(self) -> None:
        """Hand on everything that was typed and close the editor; nothing when none is open."""
        editor = self._editor
        if editor is None:
            return
        editor.finish()
        self._settle()
        self._editor = None
        self._model.kept = ""
        self._list.close_editor()
        self.body_settled.emit(editor.uid)

    def mark_saved(self, uid: str) -> None:
        """Say “Saved” in the editor of a note: what was handed on is on the disk."""
        if self._editor is not None and self._editor.uid == uid:
            self._editor.mark_saved()
