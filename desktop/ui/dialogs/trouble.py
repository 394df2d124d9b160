"""The library cannot be opened: what happened, and the choices; the only box that a start shows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from desktop.ui.words import mark, sentence, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.library.keeping import Backup, Rescue

AGAIN, RESTORE, RESCUE, EMPTY, OTHER, QUIT = "again", "restore", "rescue", "empty", "other", "quit"
WORDS: dict[str, tuple[str, str]] = {
    RESTORE: (
        mark("Restore a backup…"),
        mark("The library as it was; the damaged file is kept beside it."),
    ),
    RESCUE: (
        mark("Rescue what can be read"),
        mark("A new library of every note and text that is still whole."),
    ),
    EMPTY: (
        mark("Start an empty library, keep the damaged file"),
        mark("The damaged file goes into a folder beside it, as it is."),
    ),
    AGAIN: (mark("Try again"), ""),
    OTHER: (mark("Choose another folder…"), ""),
    QUIT: (mark("Quit"), ""),
}
MENDED: dict[str, str] = {
    "documents": mark("%n documents have lost their entry"),
    "pieces": mark("%n stretches of text are lost and shown as �"),
    "memos": mark("%n memos have lost their title"),
    "notes": mark("%n notes have lost their words and are kept as highlights"),
    "places": mark("%n notes have lost their document and carry their quotation"),
}
HARMED = ("library-damaged",)
REPLACEABLE = ("library-damaged", "library-newer")


def choices_for(error: UserError, *, has_backups: bool) -> tuple[str, ...]:
    """Return what can be done about an error, the most helpful first."""
    return (
        *([RESTORE] if has_backups and error.code in REPLACEABLE else []),
        *([RESCUE, EMPTY] if error.code in HARMED else []),
        *(AGAIN, OTHER, QUIT),
    )


class TroubleBox(QDialog):
    """Says what is wrong with the library and offers what can be done; `choice` is the answer."""

    def __init__(
        self,
        error: UserError,
        parent: QWidget | None = None,
        *,
        choices: Sequence[str] = (AGAIN, OTHER, QUIT),
    ) -> None:
        super().__init__(parent)
        self.choice = QUIT
        self.setWindowTitle("Clausebook")
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(4)
        layout.addLayout(self._build_words(error))
        layout.addSpacing(12)
        for choice in choices:
            self._add_choice(layout, choice)
        self.buttons[choices[0]].setDefault(True)
        self.buttons[choices[0]].setFocus()
        self.setMinimumWidth(520)

    def _build_words(self, error: UserError) -> QHBoxLayout:
        sign = QLabel(self)
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        sign.setPixmap(icon.pixmap(40, 40))
        title = QLabel(tr("The library could not be opened."), self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        said = QLabel(sentence(error), self)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(title)
        words.addWidget(said)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _add_choice(self, layout: QVBoxLayout, choice: str) -> None:
        words, about = WORDS[choice]
        button = QPushButton(tr(words), self)
        button.setStyleSheet("text-align: left; padding: 8px 12px;")
        button.clicked.connect(partial(self._on_clicked, choice))
        self.buttons[choice] = button
        layout.addWidget(button)
        if about:
            button.setAccessibleDescription(tr(about))
            told = QLabel(tr(about), self)
            told.setObjectName("muted")
            told.setContentsMargins(12, 0, 12, 6)
            layout.addWidget(told)

    @Slot()
    def _on_clicked(self, choice: str, _checked: bool = False) -> None:
        self.choice = choice
        self.accept()


def ask_what_to_do(error: UserError, folder: Path) -> Path | None:
    """Do what is chosen and return the folder to try then; None to quit."""
    from desktop.library import keeping

    backups = keeping.backups(folder)
    box = TroubleBox(error, choices=choices_for(error, has_backups=bool(backups)))
    box.exec()
    box.deleteLater()
    if box.choice == QUIT:
        return None
    if box.choice == OTHER:
        chosen = QFileDialog.getExistingDirectory(None, tr("Choose a folder for the library"))
        return Path(chosen) if chosen else folder
    try:
        if box.choice == RESTORE:
            _restore(folder, backups)
        elif box.choice == RESCUE:
            _rescue(folder)
        elif box.choice == EMPTY:
            keeping.put_aside(folder)
    except UserError as failed:
        return ask_what_to_do(failed, folder)
    return folder


def _restore(folder: Path, backups: Sequence[Backup]) -> None:
    from desktop.library import keeping
    from desktop.ui.dialogs.waiting import wait_for

    for backup in _chosen(backups):
        wait_for(tr("Restoring the backup…"), partial(keeping.restore, folder, backup))


def _rescue(folder: Path) -> None:
    from desktop.library import keeping
    from desktop.ui.dialogs.waiting import wait_for

    found = wait_for(tr("Rescuing what can be read…"), partial(keeping.rescue, folder))
    box = QMessageBox(QMessageBox.Icon.Information, "Clausebook", rescue_words(found))
    box.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def rescue_words(found: Rescue) -> str:
    """Return what was saved, what was not, and where the damaged file lies."""
    counts = QLocale().createSeparatedList(
        [
            tr("%n documents", n=found.documents),
            tr("%n notes", n=found.notes),
            tr("%n memos", n=found.memos),
        ]
    )
    lost = [
        tr(words, n=found.mended[kind]) for kind, words in MENDED.items() if kind in found.mended
    ]
    kept = tr("The damaged library was kept in {folder}.", folder=found.kept)
    return "\n".join((tr("Saved: {counts}.", counts=counts), *lost, kept))


def _chosen(backups: Sequence[Backup]) -> Iterator[Backup]:
    """Let one of the backups be chosen, or none."""
    from desktop.ui.dialogs.backups import BackupsDialog

    chosen: list[Backup] = []
    dialog = BackupsDialog(may_make=False)
    dialog.restore_chosen.connect(chosen.append)
    dialog.show_backups(backups)
    dialog.exec()
    yield from chosen
