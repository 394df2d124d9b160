"""The editor inside a note's card: words, color, tags, facts; all is saved as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.views.card import paint_field
from desktop.ui.views.color_row import ColorRow
from desktop.ui.views.note_facts import NoteFacts
from desktop.ui.views.own_keys import claim, is_leaving
from desktop.ui.views.tags_field import TagsField
from desktop.ui.views.text_box import TextBox
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from db.model import Note


class NoteEditor(QWidget):
    """Edits one note. `left` by Esc or Ctrl+Return, `abandoned` when the focus went elsewhere.

    Before anything else is told, the typed words are: `body_drafted` comes first.
    """

    body_drafted = Signal(str)
    color_chosen = Signal(str)
    tags_changed = Signal(object)
    fact_changed = Signal(str, str)
    grown = Signal()
    left = Signal()
    abandoned = Signal()

    def __init__(self, note: Note, known_tags: Sequence[str] = ()) -> None:
        super().__init__()
        self.uid = note.uid
        self.body = TextBox(note.body)
        self.colors = ColorRow(note.color)
        self.tags = TagsField(note.tags, known_tags)
        self.facts = NoteFacts(note)
        self._saved = QLabel()
        self._hint = QLabel(tr("Esc leaves the note"))
        self._build(note)
        self._connect_signals()

    def _build(self, note: Note) -> None:
        quote = note.anchor.quote if note.anchor else ""
        short = " ".join(quote.split())[:80]
        self.setAccessibleName(tr("Edit note"))
        self.body.setAccessibleName(tr("Note on “{quote}”", quote=short) if short else tr("Note"))
        self.body.setPlaceholderText(tr("Your note…"))
        self._saved.setAccessibleName(tr("State of the note"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(8)
        column.addWidget(self.body)
        column.addWidget(self.colors)
        column.addWidget(self.tags)
        column.addWidget(self.facts)
        column.addLayout(self._build_foot())
        self.setFocusProxy(self.body)

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        font = self._hint.font()
        font.setPointSizeF(max(font.pointSizeF() - 1, 6.0))
        for label in (self._hint, self._saved):
            label.setFont(font)
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            label.setTextFormat(Qt.TextFormat.PlainText)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._saved)
        return foot

    def _connect_signals(self) -> None:
        self.body.drafted.connect(self.body_drafted)
        self.body.textChanged.connect(self._on_typed)
        self.body.grown.connect(self.grown)
        self.body.left.connect(self.left)
        self.colors.color_chosen.connect(self._on_color_chosen)
        self.tags.tags_changed.connect(self._on_tags_changed)
        self.facts.fact_changed.connect(self._on_fact_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def take(self, note: Note) -> None:
        """Show what was changed elsewhere; words that are being typed here stay."""
        self.body.take(note.body)
        self.colors.show_color(note.color)
        self.tags.take(note.tags)
        self.facts.take(note)

    def mark_saved(self) -> None:
        """Say “Saved”, unless words were typed that are not even handed on."""
        if not self.body.pending:
            self._saved.setText(tr("Saved"))

    @property
    def state(self) -> str:
        """What the note says of itself: “Saved” or nothing."""
        return self._saved.text()

    def stand_after(self, widget: QWidget) -> None:
        """Come after a widget when Tab walks, the fields in the order in which they are seen."""
        for stop in (self.body, *self.colors.dots, self.tags, *self.facts.stops):
            QWidget.setTabOrder(widget, stop)
            widget = stop

    def holds_focus(self) -> bool:
        """Whether the focus is in one of the fields."""
        return self.isAncestorOf(QApplication.focusWidget() or self.window())

    def finish(self) -> None:
        """Hand on everything that was typed, now."""
        self.body.finish()
        self.tags.hand_on()
        self.facts.hand_on()

    @Slot()
    def _on_typed(self) -> None:
        if self.body.pending:
            self._saved.clear()
        self.update()

    @Slot(str)
    def _on_color_chosen(self, color: str) -> None:
        self.body.hand_on()
        self.color_chosen.emit(color)

    @Slot(object)
    def _on_tags_changed(self, tags: tuple[str, ...]) -> None:
        self.body.hand_on()
        self.tags_changed.emit(tags)

    @Slot(str, str)
    def _on_fact_changed(self, name: str, value: str) -> None:
        self.body.hand_on()
        self.fact_changed.emit(name, value)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Hand on when the focus leaves a field; leave when it leaves the editor."""
        if old is None or not self.isAncestorOf(old):
            return
        self.finish()
        self.update()
        if new is not None and not self.isAncestorOf(new) and new is not self:
            self.abandoned.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that leave the editor from the shortcuts of the window."""
        return claim(event, is_leaving) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Ctrl+Return from any field; no key reaches the list around."""
        if is_leaving(event):
            self.left.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of the words, as the style sheet paints that of the tags."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.body.geometry()).adjusted(-2, -2, 2, 2)
        paint_field(painter, box, theme.tokens(), ring=self.body.hasFocus())

    def sizeHint(self) -> QSize:
        """Return the room that the words ask for now."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()
