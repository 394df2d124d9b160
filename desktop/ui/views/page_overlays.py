"""What floats over the page: the bar of a selection and the card that explains; when they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.views.hover_card import HoverCard
from desktop.ui.views.selection_bar import SelectionBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.views.page_spots import Spot
    from desktop.ui.views.page_text import PageText

BAR_MS = 250
"""The rest after which a selection made by keys gets its bar."""
TERM_MS = 700
"""The rest after which the caret on a term explains it."""


class TopEdge(QWidget):
    """The hairline under which the page goes when it is scrolled down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.signals().changed.connect(self.update)
        self.hide()

    def stand(self, width: int, shown: bool) -> None:
        """Stand at the top of the page, while there is something above it."""
        self.setGeometry(0, 0, width, theme.tokens().border)
        self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(event.rect(), theme.tokens().line)


class PageOverlays(QObject):
    """Shows bar and card over a page, keeps them beside their words, and takes them away."""

    def __init__(self, text: PageText) -> None:
        super().__init__(text)
        self._text = text
        self._wants_bar = False
        self._edge = TopEdge(text)
        self.bar = SelectionBar(text)
        self.card = HoverCard(text)
        self._bar_timer = QTimer(self, singleShot=True, interval=BAR_MS)
        self._card_timer = QTimer(self, singleShot=True, interval=TERM_MS)
        self._bar_timer.timeout.connect(self._on_selection_rested)
        self._card_timer.timeout.connect(self._on_caret_rested)
        text.selectionChanged.connect(self._on_selection_changed)
        text.words_dragged.connect(self.show_bar)
        text.caret_walked.connect(self._on_caret_walked)
        text.explained.connect(self._on_explained)
        text.escape_pressed.connect(self.close_one)
        text.laid_out.connect(self._on_moved)
        text.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.bar.left.connect(self.close_one)

    # the bar

    @Slot()
    def _on_selection_changed(self) -> None:
        if self._text.textCursor().hasSelection():
            self._bar_timer.start()
            self._place_bar()
        else:
            self._bar_timer.stop()
            self._wants_bar = False
            self._hide_bar()

    @Slot()
    def _on_selection_rested(self) -> None:
        """Show the bar for a selection made by keys; one made by a drag waits for its end."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._bar_timer.start()
        elif self._text.hasFocus():
            self.show_bar()

    @Slot()
    def show_bar(self) -> None:
        """Show the bar beside the selected words, until it is left or the selection goes."""
        self._wants_bar = True
        self._place_bar()

    def _place_bar(self) -> None:
        """Put the bar that is wanted beside the selected words; hide it while they are not seen."""
        words, sight = self._text.selected_rect(), self._text.viewport().rect()
        if not self._wants_bar or words is None or not words.intersects(sight):
            self._hide_bar()
            return
        self._hide_card()
        self.bar.show_at(self._in_text(words.intersected(sight)), self._in_text(sight))
        self._tell_escape()

    def _hide_bar(self) -> None:
        if self.bar.isVisible():
            if self.bar.isAncestorOf(self._text.window().focusWidget() or self._text):
                self._text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bar.hide()
        self._tell_escape()

    def _in_text(self, rect: QRect) -> QRect:
        return rect.translated(self._text.viewport().pos())

    # the card

    @Slot(object)
    def _on_explained(self, spot: Spot | None) -> None:
        if spot is None:
            self._hide_card()
        else:
            self._show_card(spot)

    @Slot()
    def _on_caret_walked(self) -> None:
        self._hide_card()
        self._card_timer.start()

    @Slot()
    def _on_caret_rested(self) -> None:
        """Explain the term that the caret came to by keys."""
        spot = self._text.caret_spot()
        if self._text.hasFocus() and not self._text.textCursor().hasSelection() and spot.explains:
            self._show_card(spot)

    def _show_card(self, spot: Spot) -> None:
        page = self._text.page
        if page is None or self.bar.isVisible():
            return
        words = self._text.in_viewport(spot.rect).toAlignedRect()
        sight = self._text.viewport().rect()
        self.card.explain(spot, page.words)
        self.card.show_at(self._in_text(words), self._in_text(sight))
        self._tell_escape()

    def _hide_card(self) -> None:
        self._card_timer.stop()
        self.card.hide()
        self._tell_escape()

    # both

    @Slot()
    def _on_moved(self) -> None:
        """Follow the words when the page is scrolled or laid out anew."""
        self._edge.stand(self._text.viewport().width(), self._text.top > 0)
        self._hide_card()
        self._place_bar()

    @Slot()
    def close_one(self) -> None:
        """Close what is on top: the card, then the bar, then the selection itself."""
        if self.card.isVisible():
            self._hide_card()
        elif self.bar.isVisible():
            self._wants_bar = False
            self._hide_bar()
        else:
            self._text.drop_selection()

    def _tell_escape(self) -> None:
        """Tell the text whether Esc has something to close."""
        open_now = self.bar.isVisible() or self.card.isVisible()
        self._text.takes_escape = open_now or self._text.textCursor().hasSelection()
