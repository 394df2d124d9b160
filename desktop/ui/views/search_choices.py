"""How a search is meant: where it looks, in which order it answers, what counts as a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.views.card import sized
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from db.model import Ask

BOX = 15
SCOPES = {
    "all": mark("All"),
    "clauses": mark("Clauses"),
    "notes": mark("Notes"),
    "memos": mark("Memos"),
}
ORDERS = {"best": mark("Best first"), "text": mark("As in the text")}
SWITCHES = {
    "related": (
        mark("Match related words"),
        mark("“cooperate” also finds “cooperation”; exact words come first"),
    ),
    "glossary": (
        mark("Glossary readings"),
        mark("“Qinghai” or 青海 also finds the words that a translation put in its place"),
    ),
    "around": (
        mark("Text around the plan"),
        mark("Also look in news lede, circular and page chrome"),
    ),
}


class Tab(QPushButton):
    """One of several, the chosen one underlined."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(words)
        theme.signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of the words in bold, so that choosing moves nothing."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 14, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a letter or two."""
        return QSize(28, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, muted until they are chosen."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.underMouse()
        painter.setPen(tokens.text if strong else tokens.muted)
        painter.setFont(self.font())
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 10
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if self.isChecked():
            bottom = self.height() - 1.0
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawLine(QPointF(6, bottom), QPointF(self.width() - 6, bottom))
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -3), 5, 5)


class ScopeTabs(QWidget):
    """All, clauses, notes or memos; `chosen(scope)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Where to search"))
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Tab] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 0, 0, 0)
        line.setSpacing(0)
        for scope, words in SCOPES.items():
            tab = Tab(tr(words), self)
            tab.setAccessibleName(tr("Search in: {scope}", scope=tr(words)))
            tab.setProperty("scope", scope)
            self._group.addButton(tab)
            self.tabs[scope] = tab
            line.addWidget(tab)
        line.addStretch()
        self.tabs["all"].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_scope(self, scope: str) -> None:
        """Underline a scope."""
        self.tabs.get(scope, self.tabs["all"]).setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, tab: QAbstractButton) -> None:
        self.chosen.emit(tab.property("scope"))


class OrderButton(QPushButton):
    """Says in which order the hits stand and offers the other; `chosen(order)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = "best"
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))
        for order, words in ORDERS.items():
            action = self.menu().addAction(tr(words))
            action.setData(order)
            action.setCheckable(True)
        self.menu().triggered.connect(self._on_triggered)
        self.show_order("best")

    def show_order(self, order: str) -> None:
        """Say an order."""
        self.order = order if order in ORDERS else "best"
        words = tr(ORDERS[self.order])
        self.setText(words)
        self.setAccessibleName(tr("Order of the hits: {order}", order=words))
        self.setToolTip(tr("Change the order of the hits"))
        for action in self.menu().actions():
            action.setChecked(action.data() == self.order)

    @Slot(object)
    def _on_triggered(self, action: object) -> None:
        order = action.data()  # type: ignore[attr-defined]
        self.show_order(order)
        self.chosen.emit(order)


class Switch(QCheckBox):
    """A check box in the colors of the theme, seen as well in the dark."""

    def sizeHint(self) -> QSize:
        """Return the room of box and words."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text())
        return QSize(wide + BOX + 12, max(metrics.height(), BOX) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the room of box and a few letters."""
        return QSize(60, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        """Answer to the words too."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, check and words."""
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - BOX) // 2 + 0.5, BOX - 1, BOX - 1)
        on = self.isChecked()
        painter.setPen(QPen(tokens.accent if on else tokens.muted, tokens.border))
        painter.setBrush(tokens.accent if on else tokens.page)
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(tokens.on_accent, 1.8))
            corners = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.drawPolyline(
                [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in corners]
            )
        painter.setPen(tokens.text)
        painter.setFont(self.font())
        room = self.rect().adjusted(BOX + 6, 0, 0, 0)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 4, 4)


class Switches(QWidget):
    """What counts as a hit besides the words themselves; `switched(name, on)`."""

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("switches")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 8, 8)
        column.setSpacing(1)
        for name, (words, about) in SWITCHES.items():
            box = Switch(tr(words), self)
            box.setFont(sized(QFont(box.font()), -1))
            box.setToolTip(tr(about))
            box.setAccessibleDescription(tr(about))
            box.setProperty("switch", name)
            box.clicked.connect(self._on_clicked)
            self.boxes[name] = box
            column.addWidget(box)

    def show_ask(self, ask: Ask) -> None:
        """Check what a search asks for."""
        for name, box in self.boxes.items():
            box.setChecked(bool(getattr(ask, name)))

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:
        self.switched.emit(self.sender().property("switch"), on)
