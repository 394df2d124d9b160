"""The pane of notes: what is noted here, written and edited in its cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.models.notes_model import Wanted
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.empty_state import EmptyState
from desktop.ui.views.note_filter import FilterButton, FilterChips
from desktop.ui.views.note_list import NoteList
from desktop.ui.views.scope_button import ScopeButton
from desktop.ui.views.search_field import SearchField
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QFocusEvent

    from db.model import Note


class NotesPane(QWidget):
    """Shows the notes of a place as cards and tells what a person does with them.

    `memo_requested` and `export_requested` carry uids in the order of the text: the selected
    notes when several are selected, else all in view.
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
    filter_changed = Signal(str)
    order_chosen = Signal(str)
    scope_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Notes"))
        self._scope = ""
        self._list = NoteList()
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
        self._pass_on()
        self._connect_signals()
        self._show_state()

    def _build_head(self) -> QVBoxLayout:
        title = QLabel(tr("Notes"))
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        self._scope_label = ScopeButton()
        self._filter = SearchField(words=tr("Filter notes"), icon="")
        self._sieve = FilterButton()
        self._chips = FilterChips()
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self._scope_label, 10, Qt.AlignmentFlag.AlignRight)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(8)
        fields = QHBoxLayout()
        fields.setSpacing(4)
        fields.addWidget(self._filter, 1)
        fields.addWidget(self._sieve)
        head.addLayout(row)
        head.addLayout(fields)
        head.addWidget(self._chips)
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

    def _pass_on(self) -> None:
        """Let the signals of the list be those of the pane."""
        cards = self._list
        cards.note_chosen.connect(self.note_chosen)
        cards.body_drafted.connect(self.body_drafted)
        cards.body_settled.connect(self.body_settled)
        cards.typing.connect(self.typing)
        cards.color_chosen.connect(self.color_chosen)
        cards.tags_changed.connect(self.tags_changed)
        cards.change_requested.connect(self.change_requested)
        cards.order_chosen.connect(self._on_order_chosen)
        cards.delete_requested.connect(self.delete_requested)
        cards.memo_requested.connect(self.memo_requested)
        cards.export_requested.connect(self.export_requested)

    def _connect_signals(self) -> None:
        self._filter.query_changed.connect(self._on_filter_changed)
        self._filter.moved.connect(self._on_moved)
        self._filter.opened.connect(self._on_opened)
        self._filter.left.connect(self._on_filter_left)
        self._sieve.wanted_changed.connect(self._on_wanted_changed)
        self._sieve.order_chosen.connect(self._on_order_chosen)
        self._chips.dropped.connect(self._on_chip_dropped)
        self._scope_label.scope_chosen.connect(self.scope_chosen)
        self._list.selectionModel().selectionChanged.connect(self._show_counts)
        self._memo.clicked.connect(self._on_memo_clicked)
        self._export.clicked.connect(self._on_export_clicked)

    # what is shown

    def show_notes(self, notes: Sequence[Note], scope: str) -> None:
        """Show the notes of a place, given in the order of the text; `scope` names the place.

        An open editor stays open while its note is among them; words being typed stay.
        """
        self._scope = scope
        self._list.set_notes(notes)
        self._sieve.show_notes(self._list.notes.notes, self._list.notes.order)
        self._show_state()

    def know_origins(self, origin_of: Callable[[Note], str]) -> None:
        """Say how to ask from where a note moved into this edition, '' when it did not."""
        self._list.know_origins(origin_of)

    def put_below_head(self, widget: QWidget) -> None:
        """Show a line between title and filter and the notes."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignLeft)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Set the tags that are offered while tags are typed."""
        self._list.set_tags(tags)

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Say in menus, chips and tooltips what the colors are called."""
        self._sieve.color_names = dict(names)
        self._list.show_color_names(names)
        self._chips.show_wanted(self._sieve.wanted, self._sieve.words)

    def know_author(self, name: str) -> None:
        """Say whose notes need no name on their cards."""
        self._list.know_author(name)

    def set_order(self, order: str) -> None:
        """Choose the order of the cards."""
        self._list.notes.set_order(order)
        self._sieve.show_notes(self._list.notes.notes, self._list.notes.order)

    def show_scope_choice(self, scope: str, here: str) -> None:
        """Check which notes are shown in the menu of scopes; `here` names the place."""
        self._scope_label.show_choice(scope, here)

    def select_note(self, uid: str) -> None:
        """Select a note and bring it into sight; a filter that hides it is cleared."""
        self._unhide(uid)
        self._list.select_uid(uid)

    def edit_note(self, uid: str) -> None:
        """Open the editor in a note's card, with the focus in it."""
        self._unhide(uid)
        self._list.edit_note(uid)

    def editing_uid(self) -> str | None:
        """Return the note whose editor is open, None when none is."""
        return self._list.editing_uid()

    def finish_editing(self) -> None:
        """Hand on everything that was typed and close the editor; nothing when none is open."""
        self._list.finish_editing()

    def mark_saved(self, uid: str) -> None:
        """Say “Saved” in the editor of a note: what was handed on is on the disk."""
        self._list.mark_saved(uid)

    def seen_words(self) -> str | None:
        """Return the words that the open editor knew before those that it told last."""
        return self._list.editor.body.seen if self._list.editor is not None else None

    def selected_uids(self) -> tuple[str, ...]:
        """Return the selected notes in the order of the text."""
        return self._list.selected_uids()

    def shown_uids(self) -> tuple[str, ...]:
        """Return the notes in view, those that fit the filter, in the order of the text."""
        return self._list.shown_uids()

    def _unhide(self, uid: str) -> None:
        known = self._list.notes.note(uid) is not None
        if known and not self._list.notes.index_of(uid).isValid():
            self._filter.clear()
            self._sieve.set_wanted(Wanted())

    def _deed_uids(self) -> tuple[str, ...]:
        """Return the notes that the buttons below act on."""
        selected = self.selected_uids()
        return selected if len(selected) > 1 else self.shown_uids()

    def _show_state(self) -> None:
        """Show cards, or say why there are none."""
        if self._list.notes.rows:
            self._stack.setCurrentWidget(self._list)
        else:
            self._stack.setCurrentWidget(self._empty)
            self._say_why_empty()
        self._show_counts()

    def _say_why_empty(self) -> None:
        if self._list.notes.notes:
            words = self._filter.text().strip()
            hint = tr("Fewer letters find more. Esc clears the filter.")
            if self._sieve.wanted != Wanted():
                hint = tr("Press a chip above to take a part of the filter away.")
                self._empty.say(tr("No note here fits the filter"), hint)
                return
            self._empty.say(tr("No note here fits “{words}”", words=words), hint)
            return
        hint = tr(
            "Select words in the text and press N to write a note, "
            "or 1–8 to highlight them in a color."
        )
        self._empty.say(tr("Nothing is noted here yet"), hint)

    @Slot()
    def _show_counts(self) -> None:
        """Show how many notes there are, and what the buttons would act on."""
        total, shown = len(self._list.notes.notes), len(self._list.notes.rows)
        count = tr("{shown} of {total}", shown=shown, total=total) if shown != total else str(total)
        parts = (self._scope, count if total else "")
        self._scope_label.show_words(" · ".join(p for p in parts if p))
        acted = len(self._deed_uids())
        self._memo.setText(tr("Add %n notes to memo", n=acted))
        for button in (self._memo, self._export):
            button.setVisible(acted > 0)

    # what a person does

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the cards; a focus proxy would hide the other controls from Tab."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        self._list.notes.set_filter(text)
        self._show_state()
        self.filter_changed.emit(text)

    @Slot(object)
    def _on_wanted_changed(self, wanted: Wanted) -> None:
        self._list.notes.set_wanted(wanted)
        self._chips.show_wanted(wanted, self._sieve.words)
        self._show_state()

    @Slot(str)
    def _on_chip_dropped(self, field: str) -> None:
        self._sieve.set_wanted(replace(self._sieve.wanted, **{field: ""}))
        self._filter.setFocus()

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        self.set_order(order)
        self.order_chosen.emit(order)

    @Slot()
    def _on_filter_left(self) -> None:
        """Clear the filter, or leave it when it is clear."""
        if self._filter.text():
            self._filter.clear()
        else:
            self._list.setFocus()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        self._list.step(step)

    @Slot()
    def _on_opened(self) -> None:
        """Go to the cards; the first one is selected when none is."""
        if not self.selected_uids():
            self._list.step(1)
        self._list.setFocus()

    @Slot()
    def _on_memo_clicked(self) -> None:
        self.memo_requested.emit(self._deed_uids())

    @Slot()
    def _on_export_clicked(self) -> None:
        self.export_requested.emit(self._deed_uids())
