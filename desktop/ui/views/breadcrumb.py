"""The breadcrumb over the text: each place on the way down is a link, the last is where we are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

GAP = 18
"""The room between two crumbs, where the sign stands."""


class Crumb(QPushButton):
    """One place of the trail; its words end in an ellipsis when there is no room."""

    def __init__(self, words: str, *, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.last = last
        self.setFlat(True)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setProperty("crumb", "last" if last else "link")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if last:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def wish(self) -> int:
        """The width that shows every word."""
        return self.fontMetrics().horizontalAdvance(self.words) + 6

    def fit(self, width: int) -> None:
        """Show as many words as fit into `width` pixels."""
        room = min(width, self.wish)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.words, mode, max(room - 4, 12))
        self.setText(shown.replace("&", "&&"))
        self.setFixedWidth(max(room, 16))


class Breadcrumb(QWidget):
    """Shows where the page is; `chosen(path)` when a place above was clicked.

    Where a document has several editions a button at the right says which one is read and offers
    the others: `edition_chosen(uid)`.
    """

    chosen = Signal(str)
    edition_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setAccessibleName(tr("Where you are"))
        self._crumbs: list[Crumb] = []
        self._shown: list[tuple[str, str]] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(28, 8, 28, 4)
        self._layout.setSpacing(GAP)
        self.edition = QPushButton(self)
        self.edition.setFlat(True)
        self.edition.setProperty("crumb", "link")
        self.edition.setCursor(Qt.CursorShape.PointingHandCursor)
        self.edition.hide()
        self._layout.addStretch(1)
        self._layout.addWidget(self.edition)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.signals().changed.connect(self.update)

    def show_trail(self, trail: Sequence[tuple[str, str]]) -> None:
        """Show (words, path) from the document down to the place."""
        if list(trail) == self._shown:
            return
        self._shown = list(trail)
        for crumb in self._crumbs:
            self._layout.removeWidget(crumb)
            crumb.deleteLater()
        self._crumbs = []
        for number, (words, path) in enumerate(trail, 1):
            crumb = Crumb(words, last=number == len(trail), parent=self)
            if not crumb.last:
                crumb.clicked.connect(partial(self.chosen.emit, path))
            self._crumbs.append(crumb)
            self._layout.insertWidget(number - 1, crumb)
        self._fit()
        self._layout.activate()  # the signs are painted where the crumbs stand now
        self.update()

    def show_editions(self, editions: Sequence[tuple[str, str]], current: str) -> None:
        """Show which edition is read, (uid, label) with the newest first; none hides the button."""
        labels = dict(editions)
        self.edition.setVisible(current in labels)
        if current in labels:
            is_newest = editions[0][0] == current
            label = labels[current]
            words = label if is_newest else tr("{edition} · older edition", edition=label)
            self.edition.setText(f"{words} ▾".replace("&", "&&"))
            self.edition.setAccessibleName(tr("Edition {edition}", edition=label))
            self.edition.setToolTip(tr("Read another edition of this document"))
            self.edition.setMenu(self._menu(editions, current))
        self._fit()

    def _menu(self, editions: Sequence[tuple[str, str]], current: str) -> QMenu:
        old = self.edition.menu()
        if old is not None:
            old.deleteLater()
        menu = QMenu(self)
        for uid, label in editions:
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(uid == current)
            action.triggered.connect(partial(self._on_edition, uid))
        return menu

    def _on_edition(self, uid: str, _checked: bool = False) -> None:
        self.edition_chosen.emit(uid)

    def words(self) -> list[str]:
        """Return the words of the crumbs, unshortened."""
        return [words for words, _path in self._shown]

    def sizeHint(self) -> QSize:
        """Return one line's height; the width is whatever there is."""
        return QSize(200, self.fontMetrics().height() + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each crumb its wish, or the same cap to all that wish for more."""
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - GAP * (len(self._crumbs) - 1)
        if self.edition.isVisibleTo(self):
            room -= self.edition.sizeHint().width() + GAP
        wishes = sorted(c.wish for c in self._crumbs)
        cap = room
        for number, wish in enumerate(wishes):
            cap = room // (len(wishes) - number)
            if wish > cap:
                break
            room -= wish
        for crumb in self._crumbs:
            crumb.fit(max(cap, 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs between the crumbs."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.tokens().muted)
        for crumb in self._crumbs[:-1]:
            box = crumb.geometry()
            painter.drawText(
                box.right() + 1,
                box.top(),
                GAP,
                box.height(),
                Qt.AlignmentFlag.AlignCenter,
                "›",
            )
        painter.end()
