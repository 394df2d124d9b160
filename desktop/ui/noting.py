"""Noting: highlight, write, change and delete notes; keep text, pane and tree in step with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.model import COLORS, PREAMBLE, Note
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.model import Anchor, EditionUid, Unit
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


class Noting(QObject):
    """Turns what is asked in the text and in the pane into deeds on notes.

    A note that is begun on a clause is a sketch until its first words: an editor that is left
    empty leaves nothing behind. Signal: `notes_shown()` after the pane was filled.
    """

    notes_shown = Signal()

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._reader = desk.window.reader
        self._pane = desk.window.notes
        self._color = desk.settings.get("color", COLORS[0])
        self._sketch: Note | None = None
        self._before: dict[str, Note] = {}
        self._counted: set[EditionUid] = set()
        self._new: set[str] = set()
        self._page_notes: tuple[Note, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_scope)
        self._connect_signals()

    def _connect_signals(self) -> None:
        reader, pane = self._reader, self._pane
        reader.highlight_requested.connect(self.highlight)
        reader.note_requested.connect(self.add_note)
        reader.note_clicked.connect(self.show_note)
        pane.note_chosen.connect(self._on_note_chosen)
        pane.body_drafted.connect(self._on_body_drafted)
        pane.body_settled.connect(self._on_body_settled)
        pane.typing.connect(self._desk.window.status.show_typing)
        pane.color_chosen.connect(self._on_color_chosen)
        pane.tags_changed.connect(self._on_tags_changed)
        pane.delete_requested.connect(self.delete)
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
        self.show_scope()

    @Slot()
    def show_scope(self) -> None:
        """Show in the pane what is noted under the heading where we are.

        While a note is being written its heading stays: the text may be scrolled meanwhile.
        """
        uid = self._pane.editing_uid()
        notes, scope = self._scoped()
        if uid is not None and all(n.uid != uid for n in notes):
            return
        self._pane.show_notes(notes, scope)
        self.notes_shown.emit()

    def _scoped(self) -> tuple[list[Note], str]:
        heading = self._reading.heading()
        notes = [*self._page_notes, *([self._sketch] if self._sketch else [])]
        if heading is None:
            return notes, tr("this page")
        start, end = self._reading.extent(heading)
        here = [n for n in notes if n.anchor and n.anchor.start < end and n.anchor.end > start]
        return here, tr(SCOPES.get(heading.kind, SOMEWHERE))

    def facts(self) -> list[str]:
        """Return what the status line tells: the place, its clauses, its notes."""
        heading = self._reading.heading()
        clauses = self._reading.clauses_below(heading)
        notes = len(self._scoped()[0])
        return [
            heading.path if heading and heading.path != PREAMBLE else "",
            tr("%n clauses", n=clauses) if clauses else "",
            tr("%n notes", n=notes) if notes else "",
        ]

    def load_counts(self) -> None:
        """Read the numbers of notes and show them in the tree."""
        model = self._desk.window.navigator.model
        for document in self._library.documents():
            if not document.notes and document.edition not in self._counted:
                continue  # a thousand documents are not counted for one note
            self._counted.add(document.edition)
            model.show_counts(document.edition, self._library.note_counts(document.edition))

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

    @Slot(str)
    def _on_note_chosen(self, uid: str) -> None:
        note = next((n for n in self._scoped()[0] if n.uid == uid), None)
        if note is not None and note.anchor is not None:
            self._desk.window.show_page(self._desk.window.reading)
            self._reader.go_to(note.anchor.start, note.anchor.end, flash=True)

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

    def _keep_color(self, color: str) -> None:
        """Remember the color chosen last: H takes it again."""
        if color:
            self._color = color
            self._desk.settings.put("color", color)

    def _chosen_anchor(self) -> Anchor | None:
        span, unit = self._reader.selected_span(), self._reading.unit
        if span is None or unit is None:
            return None
        return self._desk.read(self._library.anchor, unit.edition, *span)

    def _note_on(self, anchor: Anchor) -> Note | None:
        span = (anchor.start, anchor.end)
        for note in self._page_notes:
            if note.anchor and (note.anchor.start, note.anchor.end) == span:
                return note
        return None

    @Slot()
    def add_note(self) -> None:
        """Open an editor for a note on the chosen words, else on the clause where we are."""
        self._pane.finish_editing()
        anchor = self._chosen_anchor() or self._clause_anchor()
        if anchor is None:
            self._desk.window.status.show_news(tr("There is no clause here to note on"))
            return
        note = self._note_on(anchor) or self._begin(anchor)
        if note is not None:
            self._reader.clear_selection()
            self.load()
            self._desk.window.notes.show()
            self._pane.edit_note(note.uid)

    def _clause_anchor(self) -> Anchor | None:
        node = self._reading.node
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
        node = self._reading.node
        self._sketch = replace(sketch, path=node.path if node else "")
        return self._sketch

    def delete_note(self) -> None:
        """Delete the notes that are selected in the pane."""
        self.delete(self._pane.selected_uids())

    @Slot(object)
    def delete(self, uids: Sequence[str]) -> None:
        """Move notes to the trash; a button offers them back."""
        self._pane.finish_editing()
        kept = [uid for uid in uids if self._is_saved(uid)]
        if not kept or self._desk.change(self._deleted, kept) is None:
            return
        self._desk.window.messages.show_news(
            tr("%n notes moved to the trash", n=len(kept)), (tr("Undo"), self._undo)
        )

    def _is_saved(self, uid: str) -> bool:
        return any(n.uid == uid for n in self._page_notes)

    def _deleted(self, uids: Sequence[str]) -> bool:
        self._library.delete_notes(uids)
        return True

    def _undo(self) -> None:
        self._desk.change(self._library.undo)

    @Slot(str, str)
    def _on_color_chosen(self, uid: str, color: str) -> None:
        self._keep_color(color)
        if self._sketch is not None and self._sketch.uid == uid:
            self._sketch = replace(self._sketch, color=color)
            self._start_sketch()
            return
        self._settle(uid)  # words first: each step must find the note as it left it
        self._desk.change(self._library.change_note, uid, color=color)

    @Slot(str, object)
    def _on_tags_changed(self, uid: str, tags: Sequence[str]) -> None:
        if self._sketch is not None and self._sketch.uid == uid:
            self._sketch = replace(self._sketch, tags=tuple(tags))
            self._start_sketch()
            return
        self._settle(uid)
        self._desk.change(self._library.change_note, uid, tags=tags)

    # writing

    @Slot(str, str)
    def _on_body_drafted(self, uid: str, body: str) -> None:
        """Save the words so far; the step of the history is made when the editor is left."""
        if self._sketch is not None and self._sketch.uid == uid:
            self._sketch = replace(self._sketch, body=body)
            self._start_sketch()
            return
        if uid not in self._new and uid not in self._before:
            self._before[uid] = self._library.note(uid)
        if self._desk.change(self._library.draft_note, uid, body) is not None:
            self._pane.mark_saved(uid)

    def _start_sketch(self) -> None:
        sketch = self._sketch
        if sketch is None or not (sketch.body.strip() or sketch.color or sketch.tags):
            return
        self._sketch = None
        if self._desk.change(self._library.start_note, sketch) is None:
            self._sketch = sketch
            return
        self._new.add(sketch.uid)
        self._pane.mark_saved(sketch.uid)

    @Slot(str)
    def _on_body_settled(self, uid: str) -> None:
        self._sketch = None
        self._settle(uid)
        self._soon.start()  # after the pane has closed its editor

    def _settle(self, uid: str) -> None:
        """Make one step of everything that was written since the editor was opened."""
        before = self._before.pop(uid, None)
        if uid in self._new:
            self._new.discard(uid)
            self._desk.read(self._library.settle_new_note, uid)
        elif before is not None:
            self._desk.read(self._library.settle_note, before)

    def finish(self) -> None:
        """Hand on every word that is being typed: before undo, another page, the end."""
        self._pane.finish_editing()


def notes_on(unit: Unit, notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes that hang on words of the page: around the text it has gaps."""
    if unit.nodes or not unit.zones:
        return tuple(notes)
    return tuple(
        n
        for n in notes
        if n.anchor and any(n.anchor.start < z.end and n.anchor.end > z.start for z in unit.zones)
    )
