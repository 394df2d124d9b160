"""A line of tags, separated by commas, completed from the tags in use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.ui.views.own_keys import ENTER, claim, is_leaving
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

SEPARATORS = re.compile("[,;，、；\n]")
REST_MS = 800
"""A tag that is not finished by a comma or Return is saved after this rest."""


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line, each once, in the order typed."""
    pieces = (" ".join(piece.split()) for piece in SEPARATORS.split(text))
    return tuple(dict.fromkeys(p for p in pieces if p))


class TagsField(QLineEdit):
    """Tells the whole tuple of tags when one is finished: comma, Return, a rest, focus gone."""

    tags_changed = Signal(object)

    def __init__(self, tags: Sequence[str], known: Sequence[str] = ()) -> None:
        super().__init__(", ".join(tags))
        self._told = tuple(tags)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._completer = QCompleter(QStringListModel(list(known), self), self)
        self.setPlaceholderText(tr("Tags, separated by commas"))
        self.setAccessibleName(tr("Tags, separated by commas"))
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._on_completed)
        self._rest.timeout.connect(self.hand_on)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self.hand_on)

    def set_known(self, known: Sequence[str]) -> None:
        """Set the tags that are offered."""
        model = self._completer.model()
        if isinstance(model, QStringListModel) and model.stringList() != list(known):
            model.setStringList(list(known))

    def take(self, tags: Sequence[str]) -> None:
        """Show tags that were changed elsewhere; what is being typed stays."""
        if tuple(tags) != self._told and split_tags(self.text()) == self._told:
            self._told = tuple(tags)
            self.setText(", ".join(tags))

    @Slot()
    def hand_on(self) -> None:
        """Tell the tags as they stand, if they are not told yet."""
        self._rest.stop()
        tags = split_tags(self.text())
        if tags != self._told:
            self._told = tags
            self.tags_changed.emit(tags)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if SEPARATORS.search(text[-1:]):
            self._hide_offer()
            self.hand_on()
            return
        self._rest.start()
        self._offer()

    def _offer(self) -> None:
        """Offer known tags that hold what was typed after the last comma."""
        begun = SEPARATORS.split(self.text()[: self.cursorPosition()])[-1].strip()
        self._completer.setCompletionPrefix(begun)
        only_itself = self._completer.completionCount() == 1 and (
            self._completer.currentCompletion() == begun
        )
        if begun and self._completer.completionCount() and not only_itself:
            self._completer.complete()
        else:
            self._hide_offer()

    def _hide_offer(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    @Slot(str)
    def _on_completed(self, tag: str) -> None:
        """Put a chosen tag in the place of its beginning."""
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        pieces = SEPARATORS.split(before)
        kept = before[: len(before) - len(pieces[-1])]
        lead = " " if kept and not kept.endswith(" ") else ""
        done = f"{kept}{lead}{tag}, "
        self.setText(done + after.lstrip(" ,"))
        self.setCursorPosition(len(done))
        self.hand_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the list of known tags while it is open: it takes one of them."""
        popup = self._completer.popup()
        if event.key() in ENTER and popup is not None and popup.isVisible():
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what is there; the list of known tags only borrows the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hand_on()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Ctrl+Return from the shortcuts of the window: they leave the editor."""
        return claim(event, is_leaving) or super().event(event)
