"""Exporting: memos and the notes in view, as Word documents, where the user says."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Slot

from db.errors import UserError
from db.model import RESTRICTED
from desktop.ui.opening import open_outside
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.desk import Desk
    from desktop.ui.main_window import MainWindow

UNFIT = '<>:"/\\|?*'
"""Signs that a file name cannot have on one system or the other."""


class Exporting(QObject):
    """Asks for a file, writes it, and offers to open it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._library = desk.library
        self._window = desk.window
        self._window.notes.export_requested.connect(self.export_notes)

    def export_view(self) -> None:
        """Export what is shown: the memo, else the notes in the pane."""
        if self._window.shows_memo:
            self.export_memo()
        else:
            self.export_notes(self._window.notes.shown_uids())

    def export_memo(self) -> None:
        """Export the memo that is open or was used last."""
        memos = self._library.memos()
        last = self._desk.settings.get("memo", "")
        memo = next((m for m in memos if m.uid == last), memos[0] if memos else None)
        if memo is None:
            self._window.status.show_news(tr("There is no memo yet"))
        else:
            self.export_memo_of(memo.uid)

    @Slot(str)
    def export_memo_of(self, uid: str) -> None:
        """Export this memo."""
        memo = self._desk.read(self._library.memo, uid)
        if memo is None:
            return
        if not memo.blocks:
            self._desk.fail(UserError("memo-empty", title=memo.title))
            return
        restricted = self._library.count_restricted(memo.blocks)
        total = sum(b.kind == "note" for b in memo.blocks)
        write = partial(self._library.export_memo, memo.uid)
        self._ask_first(restricted, total, partial(self._export, memo.title, write))

    @Slot(object)
    def export_notes(self, uids: Sequence[str] | None = None) -> None:
        """Export notes, those in view unless others are named."""
        self._window.notes.finish_editing()
        kept = self._window.notes.shown_uids() if uids is None else uids
        if not kept:
            self._desk.fail(UserError("notes-none"))
            return
        title = tr("Notes on {place}", place=" › ".join(self._window.breadcrumb.words()[-2:]))
        restricted = sum(self._library.note(n).sensitivity == RESTRICTED for n in kept)
        write = partial(self._write_notes, tuple(kept), title)
        self._ask_first(restricted, len(kept), partial(self._export, title, write))

    def _write_notes(self, uids: Sequence[str], title: str, file: Path, **choices: Any) -> int:  # noqa: ANN401 - those of the deed
        return self._library.export_notes(uids, file, title, **choices)

    def _ask_first(self, restricted: int, total: int, export: Callable[[bool], None]) -> None:
        """Export at once, or ask what shall become of restricted notes when there are some."""
        if not restricted:
            export(False)
            return
        from desktop.ui.dialogs.restricted import RestrictedDialog

        RestrictedDialog(restricted, total, export, self._window).open()

    def _export(self, title: str, write: Callable[..., int], include: bool) -> None:
        file = ask_file(self._window, self._folder() / f"{fit_name(title)}.docx")
        if file is None:
            return
        left = self._desk.read(
            write,
            file,
            language=QLocale().name()[:2],
            include_restricted=include,
            by=self._desk.settings.get("author", ""),
        )
        if left is None:
            return
        self._desk.settings.put("export_folder", str(file.parent))
        told = tr("Exported to {file}", file=file)
        said = tr("%n restricted notes were left out", n=left) if left else ""
        self._window.messages.show_news(
            " · ".join(filter(None, (told, said))),
            (tr("Open"), partial(open_outside, file)),
            (tr("Show in folder"), partial(open_outside, file.parent)),
        )

    def _folder(self) -> Path:
        """Return where the last export went, else the documents."""
        last = Path(self._desk.settings.get("export_folder", ""))
        if last.is_absolute() and last.is_dir():
            return last
        from PySide6.QtCore import QStandardPaths

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))


def ask_file(window: MainWindow, suggestion: Path) -> Path | None:
    """Ask where to write a Word document; None when the question was left."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _kind = QFileDialog.getSaveFileName(
        window, tr("Export"), str(suggestion), tr("Word document (*.docx)")
    )
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix.lower() == ".docx" else file.with_name(f"{file.name}.docx")


def fit_name(title: str) -> str:
    """Return a title as a file name that every system accepts."""
    kept = "".join(" " if c in UNFIT or ord(c) < 32 else c for c in title)
    return " ".join(kept.split())[:80].rstrip(". ") or "Clausebook"
