"""Writing notes: what is typed and chosen in a note's open card becomes deeds, as it is done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Slot

from db.model import COLORS, Note
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.library.noting import Wishes
    from desktop.ui.desk import Desk


class NoteWriting(QObject):
    """Saves what an editor hands on, and makes steps of it.

    A note that is begun on a clause is a sketch until its first words: an editor that is left
    empty leaves nothing behind.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._pane = desk.window.notes
        self._color = desk.settings.get("color", COLORS[0])
        self._sketch: Note | None = None
        self._before: dict[str, Note] = {}
        self._new: set[str] = set()
        self._soon = QTimer(self, singleShot=True)
        pane = self._pane
        pane.body_drafted.connect(self._on_body_drafted)
        pane.body_settled.connect(self._on_body_settled)
        pane.typing.connect(desk.window.status.show_typing)
        pane.color_chosen.connect(self._on_color_chosen)
        pane.tags_changed.connect(self._on_tags_changed)
        pane.change_requested.connect(self._on_change_requested)

    def _is_sketch(self, uid: str) -> bool:
        return self._sketch is not None and self._sketch.uid == uid

    def _keep_color(self, color: str) -> None:
        """Remember the color chosen last: H takes it again."""
        if color:
            self._color = color
            self._desk.settings.put("color", color)

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

    @Slot(object, str, str)
    def _on_change_requested(self, uids: Sequence[str], field: str, value: str) -> None:
        """Change one field of notes, as one step."""
        if field == "color":
            self._keep_color(value)
        if self._sketch is not None and self._sketch.uid in uids:
            facts: dict[str, Any] = {field: value}
            self._sketch = replace(self._sketch, **facts)
            self._start_sketch()
            return
        for uid in uids:
            self._settle(uid)
        self._desk.change(self._changed, uids, cast("Wishes", {field: value}))

    def _changed(self, uids: Sequence[str], wish: Wishes) -> bool:
        self._library.change_notes(uids, **wish)
        return True

    @Slot(str, str)
    def _on_body_drafted(self, uid: str, body: str) -> None:
        """Save the words so far; the step of the history is made when the editor is left."""
        if self._sketch is not None and self._sketch.uid == uid:
            self._sketch = replace(self._sketch, body=body)
            self._start_sketch()
            return
        if uid not in self._new and uid not in self._before:
            self._before[uid] = self._library.note(uid)
        draft = partial(self._library.draft_note, uid, body, seen=self._pane.seen_words())
        saved = self._desk.change(draft)
        if saved is None:
            self._desk.unsaved.keep(uid, draft, partial(self._on_saved_late, uid))
            return
        self._desk.unsaved.forget(uid)
        self._pane.mark_saved(uid)
        if saved.body != body:
            told = tr("The note was changed elsewhere at the same time; both versions are in it.")
            self._desk.window.messages.show_news(told)

    def _start_sketch(self) -> None:
        sketch = self._sketch
        if sketch is None or not (sketch.body.strip() or sketch.color or sketch.tags):
            return
        self._sketch = None
        if self._desk.change(self._library.start_note, sketch) is None:
            self._sketch = sketch
            start = partial(self._library.start_note, sketch)
            self._desk.unsaved.keep(sketch.uid, start, partial(self._on_started_late, sketch.uid))
            return
        self._desk.unsaved.forget(sketch.uid)
        self._new.add(sketch.uid)
        self._pane.mark_saved(sketch.uid)

    def _on_started_late(self, uid: str) -> None:
        if self._is_sketch(uid):
            self._sketch = None
        self._new.add(uid)
        self._on_saved_late(uid)

    def _on_saved_late(self, uid: str) -> None:
        """Go on as if the words had been saved at once."""
        self._pane.mark_saved(uid)
        if self._pane.editing_uid() != uid:
            self._settle(uid)

    @Slot(str)
    def _on_body_settled(self, uid: str) -> None:
        self._sketch = None
        self._settle(uid)
        self._soon.start()  # after the pane has closed its editor

    def _settle(self, uid: str) -> None:
        """Make one step of everything that was written since the editor was opened."""
        if uid in self._desk.unsaved:
            return
        before = self._before.pop(uid, None)
        if uid in self._new:
            self._new.discard(uid)
            self._desk.read(self._library.settle_new_note, uid)
        elif before is not None:
            self._desk.read(self._library.settle_note, before)

    def finish(self) -> None:
        """Hand on every word that is being typed: before undo, another page, the end."""
        self._pane.finish_editing()
