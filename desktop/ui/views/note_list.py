"""The cards of the notes pane: choosing, editing in the card, the deeds of keys and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView

from desktop.ui.models.notes_model import NotesModel
from desktop.ui.models.row_list import ROW_ROLE
from desktop.ui.views.card_list import CardList
from desktop.ui.views.note_card import NoteCard
from desktop.ui.views.note_editor import NoteEditor
from desktop.ui.views.note_menu import NoteMenu
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.model import Note

ABOVE_EDITOR = 110
"""Pixels of an open card above its editor, and around it: three marked lines, the edges."""


class NoteList(CardList):
    """Notes as cards, one of which may be open for editing; tells what a person does with them.

    Words are told with `body_drafted` while they are typed and settled with `body_settled`: when
    the editor closes, and before anything else of the same note is told. `change_requested` names
    the notes, the field and its value.
    """

    note_chosen = Signal(str)
    body_drafted = Signal(str, str)
    body_settled = Signal(str)
    typing = Signal(bool)
    color_chosen = Signal(str, str)
    tags_changed = Signal(str, object)
    change_requested = Signal(object, str, str)
    delete_requested = Signal(object)
    memo_requested = Signal(object)
    export_requested = Signal(object)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.notes = NotesModel()
        self._notes_card = NoteCard()
        super().__init__(self._notes_card, parent)
        self._tags: tuple[str, ...] = ()
        self._color_names: Mapping[str, str] = {}
        self._editor: NoteEditor | None = None
        self._drafted = False
        self.setModel(self.notes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Notes"))
        self.chosen.connect(self._on_chosen)
        self.opened.connect(self._on_opened)
        self.delete_pressed.connect(self._on_delete)
        self.menu_asked.connect(self._on_menu_asked)

    # what is shown

    def know_origins(self, origin_of: Callable[[Note], str]) -> None:
        """Say how to ask from where a note moved into this edition, '' when it did not."""
        self._notes_card.know_origins(origin_of)

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes, given in the order of the text; an open editor stays if it can."""
        uid = self.editing_uid()
        if uid is not None and all(n.uid != uid for n in notes):
            self.finish_editing()
        self._notes_card.name_documents(len({n.document for n in notes}) > 1)
        self.notes.set_notes(notes)
        note = self.notes.note(uid) if uid is not None else None
        if self._editor is not None and note is not None:
            self._editor.take(note)
        if self.hasFocus():
            self.select_current()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Set the tags that are offered while tags are typed."""
        self._tags = tuple(tags)
        if self._editor is not None:
            self._editor.tags.set_known(self._tags)

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Say in menu and editor what the colors are called."""
        self._color_names = dict(names)
        if self._editor is not None:
            self._editor.colors.show_names(names)

    def know_author(self, name: str) -> None:
        """Say whose notes need no name on their cards."""
        self._notes_card.know_author(name)
        self.scheduleDelayedItemsLayout()

    def select_uid(self, uid: str) -> None:
        """Select a note and bring it into sight."""
        index = self.notes.index_of(uid)
        if index.isValid():
            self.select(index)

    def selected_uids(self) -> tuple[str, ...]:
        """Return the selected notes in the order of the text."""
        return self.notes.in_text_order({i.data(ROW_ROLE).uid for i in self.selectedIndexes()})

    def shown_uids(self) -> tuple[str, ...]:
        """Return the notes in view in the order of the text."""
        return self.notes.in_text_order({n.uid for n in self.notes.rows})

    # editing

    @property
    def editor(self) -> NoteEditor | None:
        """The open editor."""
        return self._editor

    def editing_uid(self) -> str | None:
        """Return the note whose editor is open, None when none is."""
        return self._editor.uid if self._editor is not None else None

    def edit_note(self, uid: str) -> None:
        """Open the editor in a note's card, with the focus in it."""
        if self._editor is not None and self._editor.uid == uid:
            self._editor.body.setFocus()
            return
        self.finish_editing()
        index = self.notes.index_of(uid)
        if not index.isValid():
            return
        self.select(index)
        self.notes.kept = uid
        self._drafted = False
        self._editor = self._new_editor(index.data(ROW_ROLE))
        self._limit(self._editor)
        self.open_editor(index, self._editor)
        self._editor.stand_after(self)
        self._editor.body.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.body.setFocus()

    def _new_editor(self, note: Note) -> NoteEditor:
        editor = NoteEditor(note, self._tags)
        editor.body_drafted.connect(self._on_body_drafted)
        editor.color_chosen.connect(self._on_color_chosen)
        editor.tags_changed.connect(self._on_tags_changed)
        editor.fact_changed.connect(self._on_fact_changed)
        editor.colors.show_names(self._color_names)
        editor.body.textChanged.connect(self._on_typed)
        editor.grown.connect(self.fit_editor)
        editor.left.connect(self._on_editor_left)
        # Queued: a press on another card must find the cards where they were when it was made.
        editor.abandoned.connect(self._on_abandoned, Qt.ConnectionType.QueuedConnection)
        return editor

    def _limit(self, editor: NoteEditor) -> None:
        """Let the words grow as long as the whole card can be in sight."""
        line = editor.body.fontMetrics().lineSpacing()
        beside = editor.sizeHint().height() - editor.body.sizeHint().height() + ABOVE_EDITOR
        lines = (self.viewport().height() - beside) // line
        editor.body.set_lines(2, min(max(lines, 4), 16))

    def finish_editing(self) -> None:
        """Hand on everything that was typed and close the editor; nothing when none is open."""
        editor = self._editor
        if editor is None:
            return
        editor.finish()
        self._editor = None
        self.notes.kept = ""
        self.close_editor()
        self.body_settled.emit(editor.uid)

    def mark_saved(self, uid: str) -> None:
        """Say “Saved” in the editor of a note: what was handed on is on the disk."""
        if self._editor is not None and self._editor.uid == uid:
            self._editor.mark_saved()

    @Slot()
    def _on_typed(self) -> None:
        if self._editor is not None:
            self.typing.emit(self._editor.body.pending)

    @Slot(str)
    def _on_body_drafted(self, body: str) -> None:
        if self._editor is not None:
            self._drafted = True
            self.body_drafted.emit(self._editor.uid, body)

    def _settle(self) -> None:
        """Settle the words before another change, so that each is a step of its own."""
        if self._drafted and self._editor is not None:
            self._drafted = False
            self.body_settled.emit(self._editor.uid)

    @Slot(str)
    def _on_color_chosen(self, color: str) -> None:
        if self._editor is not None:
            self._settle()
            self.color_chosen.emit(self._editor.uid, color)

    @Slot(object)
    def _on_tags_changed(self, tags: tuple[str, ...]) -> None:
        if self._editor is not None:
            self._settle()
            self.tags_changed.emit(self._editor.uid, tags)

    @Slot(str, str)
    def _on_fact_changed(self, field: str, value: str) -> None:
        if self._editor is not None:
            self._settle()
            self.change_requested.emit((self._editor.uid,), field, value)

    @Slot()
    def _on_editor_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish_editing()

    @Slot()
    def _on_abandoned(self) -> None:
        """Close the editor that lost the focus, unless it has got it back meanwhile."""
        editor = self._editor
        if editor is self.sender() and editor is not None and not editor.holds_focus():
            self.finish_editing()

    # the deeds of keys, mouse and menu

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.note_chosen.emit(index.data(ROW_ROLE).uid)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.edit_note(index.data(ROW_ROLE).uid)

    @Slot()
    def _on_delete(self) -> None:
        if self.selected_uids():
            self.delete_requested.emit(self.selected_uids())

    @Slot(QPoint)
    def _on_menu_asked(self, place: QPoint) -> None:
        chosen = self.selected_uids()
        notes = [n for n in map(self.notes.note, chosen) if n is not None]
        menu = NoteMenu(self, notes=notes, order=self.notes.order, color_names=self._color_names)
        menu.edit_chosen.connect(self._on_menu_edit)
        menu.change_chosen.connect(self._on_menu_change)
        menu.memo_chosen.connect(self._on_menu_memo)
        menu.export_chosen.connect(self._on_menu_export)
        menu.delete_chosen.connect(self._on_delete)
        menu.order_chosen.connect(self.order_chosen)
        menu.popup(place)

    @Slot()
    def _on_menu_edit(self) -> None:
        self.edit_note(self.selected_uids()[0])

    @Slot(str, str)
    def _on_menu_change(self, field: str, value: str) -> None:
        self.change_requested.emit(self.selected_uids(), field, value)

    @Slot()
    def _on_menu_memo(self) -> None:
        self.memo_requested.emit(self.selected_uids())

    @Slot()
    def _on_menu_export(self) -> None:
        self.export_requested.emit(self.selected_uids())
