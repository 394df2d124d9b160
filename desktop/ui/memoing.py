"""Memoing: put clauses and notes into a memo, show it, name it, order it, delete it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import UserError
from db.model import PREAMBLE
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.model import Block, Memo, Node
    from desktop.changes import Change
    from desktop.ui.desk import Desk
    from desktop.ui.exporting import Exporting
    from desktop.ui.reading import Reading


class Memoing(QObject):
    """Turns what is asked in the text, the pane and the memo page into deeds on memos.

    What is put into "the memo" goes into the one that was opened or filled last; the first one is
    made without a question and says its name.
    """

    def __init__(self, desk: Desk, reading: Reading, exporting: Exporting) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._reading = reading
        self._exporting = exporting
        self._window = desk.window
        self._current = desk.settings.get("memo", "")
        self._page_wired = False
        self._before: tuple[Memo, str] | None = None
        self._window.reader.memo_requested.connect(self.add_to_memo)
        self._window.notes.memo_requested.connect(self.add_notes)
        self._window.navigator.memo_chosen.connect(self.show_memo)
        self._window.navigator.memos_chosen.connect(self._on_memos_chosen)

    # which memo

    def load(self) -> None:
        """Show the memos below the contents."""
        self._window.navigator.model.show_memos(self._library.memos())

    def on_change(self, change: Change) -> None:
        """Show what was changed, here or by another program."""
        if change.kind in ("memo", "library"):
            self.load()
        if change.kind in ("memo", "note", "library") and self._window.shows_memo:
            self._show_again()

    def _show_again(self) -> None:
        memo = next((m for m in self._library.memos() if m.uid == self._current), None)
        if memo is None:
            self.close_page()
        else:
            self._fill_page(memo)

    def _memo(self) -> Memo | None:
        """Return the memo that things are put into, a new one when there is none."""
        memos = self._library.memos()
        found = next((m for m in memos if m.uid == self._current), None)
        found = found or (memos[0] if memos else None)
        if found is None:
            title = tr("Memo of {date}", date=date.today().isoformat())
            found = self._desk.change(self._library.new_memo, title)
        if found is not None:
            self._keep(found.uid)
        return found

    def _keep(self, uid: str) -> None:
        self._current = uid
        self._desk.settings.put("memo", uid)

    # filling it

    @Slot()
    def add_to_memo(self) -> None:
        """Put the chosen words' clauses, or the place where we are, into the memo."""
        nodes = self._chosen_nodes()
        if not nodes:
            self._window.status.show_news(tr("There is no clause here to put into a memo"))
            return
        memo = self._memo()
        if memo and self._desk.change(self._library.add_clauses_to_memo, memo.uid, nodes):
            self._say_added(
                memo, tr("%n clauses added to “{title}”", n=len(nodes), title=memo.title)
            )

    def _chosen_nodes(self) -> list[Node]:
        unit, node = self._reading.unit, self._reading.node
        span = self._window.reader.selected_span()
        if unit is not None and span is not None:
            start, end = span
            chosen = [n for n in unit.nodes if n.is_clause and n.start < end and n.end > start]
            if chosen:
                return chosen
        return [node] if node is not None and node.path != PREAMBLE else []

    @Slot(object)
    def add_notes(self, uids: Sequence[str]) -> None:
        """Put notes with their quotes into the memo."""
        self._window.notes.finish_editing()
        memo = self._memo() if uids else None
        if memo and self._desk.change(self._library.add_notes_to_memo, memo.uid, uids):
            self._say_added(memo, tr("%n notes added to “{title}”", n=len(uids), title=memo.title))

    def _say_added(self, memo: Memo, words: str) -> None:
        self._window.messages.show_news(
            words, (tr("Open memo"), partial(self.show_memo, memo.uid)), (tr("Undo"), self._undo)
        )

    def _undo(self) -> None:
        self._desk.change(self._library.undo)

    # its page

    @Slot()
    def _on_memos_chosen(self) -> None:
        """Show the memo that was used last; passing by the row makes none."""
        if self._library.memos():
            self.open_memo()
        else:
            self._window.status.show_news(tr("There is no memo yet"))

    @Slot()
    def open_memo(self) -> None:
        """Open the memo that was used last; a new one when there is none."""
        memo = self._memo()
        if memo is not None:
            self.show_memo(memo.uid)

    @Slot(str)
    def show_memo(self, uid: str) -> None:
        """Show a memo in the place of the text."""
        memo = self._desk.read(self._library.memo, uid)
        if memo is None:
            return
        self._keep(memo.uid)
        self._wire_page()
        self._fill_page(memo)
        self._window.show_page(self._window.memo_page)
        self._window.navigator.show_kind("memo", memo.uid)

    @Slot(str, str, bool)
    def show_paragraph(self, uid: str, paragraph: str, opened: bool) -> None:
        """Show a memo at one of its paragraphs; the focus goes there when it was opened."""
        self.show_memo(uid)
        if self._window.shows_memo and self._window.memo_page.memo_uid == uid:
            self._window.memo_page.show_paragraph(paragraph)
            if opened:
                self._window.memo_page.setFocus()

    def _fill_page(self, memo: Memo) -> None:
        cited = {b.uid: self._cite(b) for b in memo.blocks if b.edition}
        colors = {b.uid: self._color(b.note) for b in memo.blocks if b.note}
        self._window.memo_page.show_memo(memo, cited, colors=colors)

    def _color(self, uid: str) -> str:
        try:
            return self._library.note(uid).color
        except UserError:
            return ""

    def _cite(self, block: Block) -> str:
        try:
            return self._library.cite_block(block)
        except UserError:
            return block.path

    def _wire_page(self) -> None:
        if self._page_wired:
            return
        self._page_wired = True
        page = self._window.memo_page
        page.renamed.connect(self._on_renamed)
        page.blocks_changed.connect(self._on_blocks_changed)
        page.text_added.connect(self._on_text_added)
        page.typing.connect(self._window.status.show_typing)
        page.settled.connect(self._settle)
        page.block_opened.connect(self._on_block_opened)
        page.export_requested.connect(self._exporting.export_memo_of)
        page.closed.connect(self.close_page)

    @Slot()
    def close_page(self) -> None:
        """Return from the memo to the text."""
        self._window.show_page(self._window.reading)
        self._window.reader.setFocus()

    @Slot(str, str)
    def _on_renamed(self, uid: str, title: str) -> None:
        if self._desk.change(self._library.rename_memo, uid, title) is None:
            self._show_again()

    @Slot(str, object, str)
    def _on_blocks_changed(self, uid: str, blocks: Sequence[Block], words: str) -> None:
        """Save the new blocks; while words are written all drafts of them are one step."""
        if not self._window.memo_page.is_writing:
            self._settle()
            self._save(uid, partial(self._library.set_blocks, uid, blocks, words))
            return
        if self._before is None:
            before = self._desk.read(self._library.memo, uid)
            self._before = (before, words) if before else None
        self._save(uid, partial(self._library.draft_blocks, uid, blocks))

    def _save(self, uid: str, deed: Callable[[], Memo]) -> None:
        """Save the memo; what is refused is tried again."""
        if self._desk.change(deed) is None:
            self._desk.unsaved.keep(uid, deed, self._on_saved_late)
        else:
            self._desk.unsaved.forget(uid)

    def _on_saved_late(self) -> None:
        if not self._window.memo_page.is_writing:
            self._settle()

    @Slot()
    def _settle(self) -> None:
        if self._before is not None and self._before[0].uid not in self._desk.unsaved:
            before, words = self._before
            self._before = None
            self._desk.read(self._library.settle_memo, before, words)

    def finish(self) -> None:
        """Hand on every word that is being typed: before undo, another page, the end."""
        if self._window.shows_memo:
            self._window.memo_page.finish_editing()

    @Slot(str, str)
    def _on_text_added(self, uid: str, text: str) -> None:
        self._save(uid, partial(self._library.add_text_to_memo, uid, text))

    @Slot(object)
    def _on_block_opened(self, block: Block) -> None:
        if block.edition is not None:
            span = (block.start, block.end) if block.end > block.start else (None, None)
            self._reading.open(block.edition, block.path, *span, flash=True)
            self._window.reader.setFocus()

    # titles

    def new_memo(self) -> None:
        """Ask for a title and open an empty memo."""
        from desktop.ui.dialogs.names import LineDialog

        LineDialog(
            tr("New memo"), tr("Title of the memo"), self._try_title, parent=self._window
        ).open()

    def _try_title(self, title: str) -> str:
        try:
            memo = self._library.new_memo(title)
        except UserError as error:
            return sentence(error)
        self.show_memo(memo.uid)
        return ""

    def delete_memo(self) -> None:
        """Delete the memo in view; a button offers it back."""
        if not self._window.shows_memo:
            self._window.status.show_news(tr("Open a memo first"))
            return
        memo = self._desk.read(self._library.memo, self._current)
        if memo is None or self._desk.change(self._deleted, memo.uid) is None:
            return
        self._window.messages.show_news(
            tr("Memo “{title}” deleted", title=memo.title), (tr("Undo"), self._undo)
        )

    def _deleted(self, uid: str) -> bool:
        self._library.delete_memo(uid)
        return True
