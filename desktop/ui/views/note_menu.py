"""The context menu of a note's card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from db.model import COLORS, SENSITIVITIES, STATUSES
from desktop.ui import theme
from desktop.ui.models.notes_model import BY_COLOR, BY_STATUS, CHANGED, IN_TEXT, NEWEST
from desktop.ui.note_words import color_words, sensitivity_words, status_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.model import Note


class NoteMenu(QMenu):
    """What can be done with the selected notes, and in which order all stand."""

    edit_chosen = Signal()
    change_chosen = Signal(str, str)
    memo_chosen = Signal()
    export_chosen = Signal()
    delete_chosen = Signal()
    order_chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        *,
        notes: Sequence[Note],
        order: str,
        color_names: Mapping[str, str],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = color_names
        if notes:
            self._add_deeds(notes)
            self.addSeparator()
        add_order(self, order).triggered.connect(self._on_order)

    def _add_deeds(self, notes: Sequence[Note]) -> None:
        edit = self._add(tr("&Edit note"), "Return")
        edit.setEnabled(len(notes) == 1)
        edit.triggered.connect(self.edit_chosen)
        color = partial(color_words, names=self._names)
        for field, words, values, worded in (
            ("color", tr("&Color"), COLORS, color),
            ("status", tr("&Status"), STATUSES, status_words),
            ("sensitivity", tr("Se&nsitivity"), SENSITIVITIES, sensitivity_words),
        ):
            held = {getattr(n, field) for n in notes}
            self._add_choices(field, words, [(v, worded(v)) for v in values], held)
        self.addSeparator()
        self._add(tr("Add to &memo")).triggered.connect(self.memo_chosen)
        self._add(tr("E&xport…")).triggered.connect(self.export_chosen)
        self.addSeparator()
        self._add(tr("&Delete"), "Del").triggered.connect(self.delete_chosen)

    def _add(self, words: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
        return action

    def _add_choices(
        self, field: str, words: str, choices: Sequence[tuple[str, str]], held: set[str]
    ) -> None:
        """Offer the values of a field; the one that all the notes have is checked."""
        menu = self.addMenu(words)
        group = QActionGroup(self)
        group.triggered.connect(self._on_change)
        for value, shown in choices:
            action = QAction(shown.replace("&", "&&"), self)
            if field == "color":
                action.setIcon(dot_icon(value))
            action.setCheckable(True)
            action.setChecked(held == {value})
            action.setData((field, value))
            group.addAction(action)
            menu.addAction(action)

    @Slot(QAction)
    def _on_change(self, action: QAction) -> None:
        self.change_chosen.emit(*action.data())

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(action.data())


def add_order(menu: QMenu, order: str) -> QActionGroup:
    """Offer the orders in a submenu; the actions carry them as data."""
    below = menu.addMenu(tr("&Order"))
    group = QActionGroup(menu)
    for value, words in (
        (NEWEST, tr("&Newest first")),
        (CHANGED, tr("Last changed &first")),
        (IN_TEXT, tr("As in the &text")),
        (BY_COLOR, tr("By c&olor")),
        (BY_STATUS, tr("By &status")),
    ):
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(value == order)
        action.setData(value)
        group.addAction(action)
        below.addAction(action)
    return group


def dot_icon(color: str) -> QIcon:
    """Return a dot in a color of the moment."""
    picture = QPixmap(QSize(16, 16))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens()
    painter.setPen(tokens.muted)
    painter.setBrush(tokens.marks[color])
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    return QIcon(picture)
