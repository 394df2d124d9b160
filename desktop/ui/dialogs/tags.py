"""All tags with their counts: rename one everywhere, merge it into another, take it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.names import LineDialog
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TAG = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """Lists what `tags` tells; `rename` and `remove` return a sentence when they cannot."""

    def __init__(
        self,
        tags: Callable[[], Sequence[tuple[str, int]]],
        rename: Callable[[str, str], str],
        remove: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tags, self._rename, self._remove = tags, rename, remove
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Tags"))
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(self._on_rename)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addLayout(self._build_buttons())
        self.resize(420, 420)
        self._fill()

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.rename_button = QPushButton(tr("&Rename or merge…"), self)
        self.remove_button = QPushButton(tr("&Take off all notes"), self)
        close = QPushButton(tr("Close"), self)
        close.setProperty("deed", "next")
        self.rename_button.clicked.connect(self._on_rename)
        self.remove_button.clicked.connect(self._on_remove)
        close.clicked.connect(self.accept)
        for button in (self.rename_button, self.remove_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        return row

    def _fill(self, chosen: str = "") -> None:
        """Show the tags as they are now and choose one."""
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        tags = self._tags()
        for tag, count in tags:
            item = QListWidgetItem(tr("{value}  ({count})", value=tag, count=count))
            item.setData(TAG, tag)
            self.list.addItem(item)
        names = [tag for tag, _ in tags]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else place)
        if self.list.currentRow() < 0 and names:
            self.list.setCurrentRow(len(names) - 1)
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(bool(names))
        self.hint.setText(
            tr("A name that is in use merges the two. “group/name” puts a tag into a group.")
            if names
            else tr("No note has a tag yet. Tags are written below a note, parted by commas.")
        )

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(TAG)) if item is not None else ""

    @Slot()
    def _on_rename(self) -> None:
        tag = self._chosen()
        if tag:
            LineDialog(
                tr("Rename or merge a tag"),
                tr("New name of “{tag}” in all notes", tag=tag),
                partial(self._try, tag),
                text=tag,
                known=[name for name, _ in self._tags() if name != tag],
                parent=self,
            ).open()

    def _try(self, old: str, new: str) -> str:
        trouble = self._rename(old, new)
        if not trouble:
            self._fill(new.strip())
        return trouble

    @Slot()
    def _on_remove(self) -> None:
        tag = self._chosen()
        trouble = self._remove(tag) if tag else ""
        self._fill()
        if trouble:
            self.hint.setText(trouble)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rename with F2 and take off with Delete, where the list has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deeds = {Qt.Key.Key_F2: self._on_rename, Qt.Key.Key_Delete: self._on_remove}
            deed = deeds.get(Qt.Key(event.key()))
            if deed is not None:
                deed()
                return True
        return super().eventFilter(watched, event)
