"""The backups of a library with dates and counts: make one, put one in the library's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.days import day_words, local_time
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.library.keeping import Backup

KEY = Qt.ItemDataRole.UserRole
REASONS: dict[str, str] = {
    "start": mark("At the start"),
    "hour": mark("While working"),
    "hand": mark("By hand"),
    "migration": mark("Before an update of the library"),
    "import": mark("Before an import"),
    "merge": mark("Before a merge"),
    "restore": mark("Before a restore"),
    "trash": mark("Before the trash was emptied"),
    "rescue": mark("Before a rescue"),
}
COLUMNS = (
    mark("Made"),
    mark("Occasion"),
    mark("Documents"),
    mark("Notes"),
    mark("Memos"),
    mark("Size"),
)


class BackupsDialog(QDialog):
    """`restore_chosen(Backup)` once the question is answered, `backup_requested()` for another."""

    restore_chosen = Signal(object)
    backup_requested = Signal()

    def __init__(self, *, may_make: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Backups"))
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.list = self._build_list()
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        for widget in (self.hint, self.list, self.trouble, self._build_buttons(may_make)):
            layout.addWidget(widget)
        self.resize(760, 420)
        self._on_selection_changed()

    def _build_list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(tr("Backups, the last made first"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHeaderLabels([tr(words) for words in COLUMNS])
        for column in range(2, len(COLUMNS)):
            tree.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(92)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        tree.itemSelectionChanged.connect(self._on_selection_changed)
        tree.itemActivated.connect(self._on_restore)
        return tree

    def _build_buttons(self, may_make: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.restore = QPushButton(tr("Restore…"), self)
        self.restore.setProperty("deed", "next")
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._on_restore)
        self.make = QPushButton(tr("Back up now"), self)
        self.make.setAutoDefault(False)
        self.make.clicked.connect(self._on_make)
        self.make.setVisible(False)
        if may_make:  # the box shows whatever is in it
            buttons.addButton(self.make, roles.ActionRole)
        buttons.addButton(self.restore, roles.ActionRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show the backups in the order given; the first one is chosen."""
        self.list.clear()
        rows = [_row(b) for b in backups]
        self.list.addTopLevelItems(rows)
        self.hint.setText(
            tr(
                "A backup is made when you start, every hour while something changes, and before "
                "anything large. Some of each hour, day and week are kept."
            )
            if backups
            else tr("There is no backup yet. The first is made soon after something has changed.")
        )
        if rows:
            self.list.setCurrentItem(rows[0])
        self.list.setFocus()
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """Say that a backup is being made."""
        self.make.setEnabled(not busy)
        self.make.setText(tr("Backing up…") if busy else tr("Back up now"))
        self.trouble.hide()

    def show_trouble(self, words: str) -> None:
        """Say why no backup could be made."""
        self.show_busy(busy=False)
        self.trouble.setText(words)
        self.trouble.show()

    def chosen(self) -> Backup | None:
        """Return the chosen backup."""
        items = self.list.selectedItems()
        found: Backup | None = items[0].data(0, KEY) if items else None
        return found

    @Slot()
    def _on_selection_changed(self) -> None:
        self.restore.setEnabled(self.chosen() is not None)

    @Slot()
    def _on_make(self) -> None:
        self.show_busy(busy=True)
        self.backup_requested.emit()

    @Slot()
    def _on_restore(self) -> None:
        backup = self.chosen()
        if backup is not None and self._is_sure(backup):
            self.restore_chosen.emit(backup)
            self.accept()

    def _is_sure(self, backup: Backup) -> bool:
        """Ask once, and say that it can be undone."""
        box = QMessageBox(self)
        box.setWindowTitle(tr("Restore a backup"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Put the library back to {moment}?", moment=when_words(backup.made)))
        box.setInformativeText(
            tr("What is in the library now is kept as a backup first: you can undo this.")
        )
        roles = QMessageBox.ButtonRole
        restore = box.addButton(tr("Restore"), roles.AcceptRole)
        cancel = box.addButton(tr("Cancel"), roles.RejectRole)
        box.setDefaultButton(restore)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is restore


def _row(backup: Backup) -> QTreeWidgetItem:
    locale = QLocale()
    reason = REASONS.get(backup.reason)
    item = QTreeWidgetItem(
        [
            when_words(backup.made),
            tr(reason) if reason else backup.reason,
            locale.toString(backup.documents),
            locale.toString(backup.notes),
            locale.toString(backup.memos),
            locale.formattedDataSize(backup.size, 0),
        ]
    )
    item.setData(0, KEY, backup)
    item.setSizeHint(0, QSize(150, 28))
    for column in range(2, len(COLUMNS)):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def when_words(moment: str) -> str:
    """Return day and time of a moment, `today, 10:03`."""
    stamp = local_time(moment)
    time = stamp.strftime("%H:%M") if stamp else ""
    return tr("{day}, {time}", day=day_words(moment), time=time)
