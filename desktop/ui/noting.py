"""Noting: highlight, write, change and delete notes; keep text, pane and tree in step with them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from db.model import PREAMBLE, Note
from desktop.ui.models.notes_model import NEWEST
from desktop.ui.models.outline_model import AROUND
from desktop.ui.note_writing import NoteWriting
from desktop.ui.views.scope_button import DOCUMENT, HERE
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Anchor, EditionUid, Node, Unit
    from desktop.changes import Change
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading

SCOPES: dict[str, str] = {
    "preamble": mark("the preamble"),
    "region": mark("this region"),
    "section": mark("this section"),
    "task": mark("this task"),
    "measure": mark("this measure"),
    "part": mark("this part"),
    "chapter": mark("this chapter"),
    "article": mark("this article"),
}
SOMEWHERE = mark("this place")


class Noting(NoteWriting):
    """Turns what is asked in the text and in the pane into deeds on notes.

    Signal: `notes_shown()` after the pane was filled.
    """

    notes_shown = Signal()

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk)
        self._reading = reading
        self._reader = desk.window.reader
        self._scope = desk.settings.get("notes_scope", HERE)
        self._pane.set_order(desk.settings.get("notes_order", NEWEST))
        self._counted: set[EditionUid] = set()
        self._page_notes: tuple[Note, ...] = ()
        self._all: tuple[Note, ...] = ()
        self._connect_signals()

    def _connect_signals(self) -> None:
        reader, pane = self._reader, self._pane
        reader.highlight_requested.connect(self.highlight)
        reader.note_requested.connect(self.add_note)
        reader.note_clicked.connect(self.show_note)
        pane.note_chosen.connect(self._on_note_chosen)
        pane.scope_chosen.connect(self.choose_scope)
        pane.order_chosen.connect(self._on_order_chosen)
        pane.delete_requested.connect(self.delete)
        self._soon.timeout.connect(self.show_scope)
        self._reading.page_opened.connect(self.load)
        self._reading.place_moved.connect(self.show_scope)

    # showing

    @Slot()
    def load(self) -> None:
        """Read the notes of the page and show them in the text and in the pane."""
        unit = self._reading.unit
        if unit is None:
            return
        self._page_notes = notes_on(unit, self._library.notes(unit.edition, unit.start, unit.end))
        self._reader.set_notes(self._page_notes)
        if self._scope != HERE:
            self._all = self._library.notes(unit.edition if self._scope == DOCUMENT else None)
        self._leave_deleted()
        self.show_scope()

    def _leave_deleted(self) -> None:
        """Close the editor of a note that was deleted elsewhere; its last words are kept in it."""
        uid = self._pane.editing_uid()
        if uid is None or self._is_sketch(uid) or not self._library.note(uid).deleted:
            return
        self._pane.finish_editing()
        back = partial(self._desk.change, self._library.restore_notes, [uid])
        self._desk.window.messages.show_news(
            tr("The note was moved to the trash elsewhere; your last words are in it."),
            (tr("Restore"), back),
        )

    @Slot(str)
    def choose_scope(self, scope: str) -> None:
        """Show the notes of the place, of the document or of the library."""
        self._pane.finish_editing()
        self._scope = scope
        self._desk.settings.put("notes_scope", scope)
        self.load()

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        self._desk.settings.put("notes_order", order)

    @Slot()
    def show_scope(self) -> None:
        """Show in the pane what is noted under the heading where we are.

        While a note is being written its heading stays: the text may be scrolled meanwhile.
        """
        uid = self._pane.editing_uid()
        notes, scope = self._scoped()
        if uid is not None and all(n.uid != uid for n in notes):
            return
        heading = self._reading.heading()
        here = tr(SCOPES.get(heading.kind, SOMEWHERE)) if heading else tr("this page")
        self._pane.show_scope_choice(self._scope, here)
        self._pane.show_notes(notes, scope)
        self.notes_shown.emit()

    def _scoped(self) -> tuple[list[Note], str]:
        """Return the notes of the pane and the words for where they are."""
        sketch = [self._sketch] if self._sketch else []
        if self._scope != HERE:
            words = tr("this document") if self._scope == DOCUMENT else tr("whole library")
            return [*self._all, *sketch], words
        heading = self._reading.heading()
        notes = [*self._page_notes, *sketch]
        if heading is None:
            return notes, tr("this page")
        start, end = self._reading.extent(heading)
        here = [n for n in notes if n.anchor and n.anchor.start < end and n.anchor.end > start]
        return here, tr(SCOPES.get(heading.kind, SOMEWHERE))

    def facts(self) -> list[str]:
        """Return what the status line tells: the place, its clauses, its notes."""
        heading = self._reading.heading()
        clauses = self._reading.clauses_below(heading)
        notes = len(self._page_notes) if self._scope != HERE else len(self._scoped()[0])
        return [
            heading.path if heading and heading.path != PREAMBLE else "",
            tr("%n clauses", n=clauses) if clauses else "",
            tr("%n notes", n=notes) if notes else "",
        ]

    def load_counts(self) -> None:
        """Read the numbers of notes and show them in the tree."""
        model = self._desk.window.navigator.model
        noted = self._library.noted_editions()
        for edition in {*noted, *self._counted}:  # a thousand documents are not read for one note
            model.show_counts(edition, self._library.note_counts(edition))
        self._counted = set(noted)

    def load_tags(self) -> None:
        """Read the tags in use, which the pane offers while one is typed."""
        self._pane.set_tags([tag for tag, _count in self._library.tags()])

    def on_change(self, change: Change) -> None:
        """Show what was changed, here or by another program."""
        if change.kind in ("note", "library"):
            self.load()
            self.load_counts()
            self.load_tags()

    @Slot(str)
    def show_note(self, uid: str) -> None:
        """Select a note in the pane; its heading is shown if the pane speaks about another."""
        note = next((n for n in self._page_notes if n.uid == uid), None)
        if note is None:
            return
        if note.anchor and all(n.uid != uid for n in self._scoped()[0]):
            self._reader.go_to(note.anchor.start)
        self._desk.window.notes.show()
        self._pane.select_note(uid)

    @Slot(str, bool)
    def show_found(self, uid: str, opened: bool) -> None:
        """Select a note that a search found; folded notes unfold only when it is opened."""
        if opened or self._pane.isVisible():
            self.show_note(uid)

    @Slot(str)
    def _on_note_chosen(self, uid: str) -> None:
        note = next((n for n in self._scoped()[0] if n.uid == uid), None)
        if note is None or note.anchor is None:
            return
        anchor = note.anchor
        self._desk.window.show_page(self._desk.window.reading)
        if any(n.uid == uid for n in self._page_notes) or self._is_sketch(uid):
            self._reader.go_to(anchor.start, anchor.end, flash=True)
        elif anchor.kind == "document":
            if self._reading.spot is None or self._reading.spot.edition != anchor.edition:
                self._reading.open(anchor.edition, "")
        else:
            path = note.path or AROUND
            self._reading.open(anchor.edition, path, anchor.start, anchor.end, flash=True)

    # deeds

    @Slot(str)
    def highlight(self, color: str = "") -> None:
        """Mark the chosen words; the same words marked in the same color are unmarked."""
        anchor = self._chosen_anchor()
        if anchor is None:
            self._desk.window.status.show_news(tr("Select some words first"))
            return
        self._keep_color(color)
        same = self._note_on(anchor)
        if same is None:
            self._desk.change(self._library.add_note, anchor, color=self._color)
        elif same.color != self._color:
            self._desk.change(self._library.change_note, same.uid, color=self._color)
        elif same.is_highlight and not same.tags:
            self._desk.change(self._library.delete_notes, [same.uid])
        self._reader.clear_selection()

    def _chosen_anchor(self) -> Anchor | None:
        span, unit = self._reader.selected_span(), self._reading.unit
        if span is None or unit is None:
            return None
        return self._desk.read(self._library.anchor, unit.edition, *span)

    def _note_on(self, anchor: Anchor) -> Note | None:
        """Return the note on the same words; a whole document may have many, each for itself."""
        span = (anchor.start, anchor.end)
        for note in self._page_notes if anchor.kind != "document" else ():
            if note.anchor and (note.anchor.start, note.anchor.end) == span:
                return note
        return None

    @Slot()
    def add_note(self) -> None:
        """Open an editor for a note on the chosen words, else on the clause where we are."""
        self._pane.finish_editing()
        self._note_with(self._chosen_anchor() or self._node_anchor(self._reading.node))

    def add_heading_note(self) -> None:
        """Open an editor for a note on the heading where we are: a task, an article."""
        self._add_on(self._reading.heading())

    def add_region_note(self) -> None:
        """Open an editor for a note on the region where we are, else on its part or chapter."""
        above = self._reading.headings()
        regions = [n for n in above if n.kind == "region"]
        self._add_on(regions[-1] if regions else above[0] if above else None)

    def _add_on(self, node: Node | None) -> None:
        self._pane.finish_editing()
        if node is not None and self._scope == HERE and node is not self._reading.heading():
            self._reading.open_here(node.path)
        self._note_with(self._node_anchor(node))

    def add_document_note(self) -> None:
        """Open an editor for a note on the whole document, among all its notes."""
        self._pane.finish_editing()
        spot = self._reading.spot
        if spot is None:
            return
        if self._scope == HERE:
            self.choose_scope(DOCUMENT)
        self._note_with(self._desk.read(self._library.anchor_on_document, spot.edition))

    def _note_with(self, anchor: Anchor | None) -> None:
        """Open an editor for the note on these words or this place, else for a new one."""
        if anchor is None:
            self._desk.window.status.show_news(tr("There is no clause here to note on"))
            return
        note = self._note_on(anchor) or self._begin(anchor)
        if note is not None:
            self._reader.clear_selection()
            self.load()
            self._desk.window.notes.show()
            self._pane.edit_note(note.uid)

    def _node_anchor(self, node: Node | None) -> Anchor | None:
        if node is None or node.start == node.end:
            return None
        return self._desk.read(self._library.anchor_on, node)

    def _begin(self, anchor: Anchor) -> Note | None:
        """Save a passage at once, as the highlight that it is; a clause waits for its words."""
        color = self._color if anchor.kind == "passage" else ""
        sketch = self._library.sketch_note(anchor, color=color)
        if anchor.kind == "passage":
            started = self._desk.change(self._library.start_note, sketch)
            if started is not None:
                self._new.add(started.uid)
            return started
        path = self._library.node(anchor.first).path if anchor.first else ""
        self._sketch = replace(sketch, path=path)
        return self._sketch

    def delete_note(self) -> None:
        """Delete the notes that are selected in the pane."""
        self.delete(self._pane.selected_uids())

    @Slot(object)
    def delete(self, uids: Sequence[str]) -> None:
        """Move notes to the trash; a button offers them back."""
        self._pane.finish_editing()
        kept = [uid for uid in uids if not self._is_sketch(uid)]
        if not kept or self._desk.change(self._deleted, kept) is None:
            return
        self._desk.window.messages.show_news(
            tr("%n notes moved to the trash", n=len(kept)), (tr("Undo"), self._undo)
        )

    def _deleted(self, uids: Sequence[str]) -> bool:
        self._library.delete_notes(uids)
        return True

    def _undo(self) -> None:
        self._desk.change(self._library.undo)


def notes_on(unit: Unit, notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes that hang on words of the page: around the text it has gaps."""
    if unit.nodes or not unit.zones:
        return tuple(notes)
    return tuple(
        n
        for n in notes
        if n.anchor and any(n.anchor.start < z.end and n.anchor.end > z.start for z in unit.zones)
    )
