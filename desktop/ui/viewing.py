"""Viewing: theme, size of text, panes, full screen; how the window is, is kept as it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.actions import Actions
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
KEEP_MS = 400
FIRST_SIZE = (1366, 768)
PANES = "panes"


class Viewing(QObject):
    """How the window looks; `language_chosen(code)` asks for the window in another language."""

    language_chosen = Signal(str)

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._settings = desk.settings
        self._window = desk.window
        self._reading = reading
        self._actions: Actions | None = None
        self._zoom = 100
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.keep)
        self._connect_signals()

    def _connect_signals(self) -> None:
        window = self._window
        window.geometry_changed.connect(self._keep.start)
        window.narrow_changed.connect(self._on_narrow_changed)
        window.panes.splitterMoved.connect(self._keep.start)
        window.status.zoom_clicked.connect(self.zoom_normal)
        window.reader.zoom_requested.connect(self._on_zoom_requested)
        self._reading.place_moved.connect(self._keep.start)

    def show_choices(self, actions: Actions) -> None:
        """Check in the menus what was chosen."""
        self._actions = actions
        actions.check("theme", self._settings.get("theme", "system"))
        actions.check("language", self._settings.get("language", ""))
        self._check_notes()

    # what was

    def restore(self) -> None:
        """Give the window the place and the panes that it had, never larger than the screen."""
        self._window.setGeometry(self._fitting(self._settings.get("geometry", [])))
        if self._settings.get("maximized", False):
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
        sizes = _numbers(self._settings.get(PANES, []))
        if len(sizes) == 3:
            self._window.panes.setSizes(sizes)
        self._set_zoom(self._settings.get("zoom", 100))
        self._on_narrow_changed(self._window.is_narrow)

    def _fitting(self, kept: Sequence[object]) -> QRect:
        numbers = _numbers(kept)
        rect = QRect(*numbers) if len(numbers) == 4 else QRect()
        screen = QGuiApplication.screenAt(rect.center()) if rect.isValid() else None
        room = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        if screen is None:
            rect = QRect(0, 0, *FIRST_SIZE)
            rect.moveCenter(room.center())
        rect.setSize(rect.size().boundedTo(room.size()))
        rect.moveLeft(max(room.left(), min(rect.left(), room.right() - rect.width() + 1)))
        rect.moveTop(max(room.top(), min(rect.top(), room.bottom() - rect.height() + 1)))
        return rect

    @Slot()
    def keep(self) -> None:
        """Write down what the window is like now."""
        window, settings = self._window, self._settings
        settings.put("maximized", window.isMaximized())
        if not (window.isMaximized() or window.isFullScreen()):
            place = window.geometry()
            settings.put("geometry", [place.x(), place.y(), place.width(), place.height()])
        if all(window.panes.sizes()):
            settings.put(PANES, window.panes.sizes())
        if self._reading.spot is not None:
            settings.put("edition", str(self._reading.spot.edition))
            settings.put("place", self._reading.spot.path)
        settings.save()

    def close(self) -> None:
        """Write down the last state; the window goes now."""
        self.keep()
        self._keep.stop()

    # theme, language, size

    def choose_theme(self, choice: str) -> None:
        """Take the theme of the system, light or dark."""
        self._settings.put("theme", choice)
        theme.apply(choice)
        self._keep.start()

    def choose_language(self, code: str) -> None:
        """Ask for the window in another language; '' is the system's."""
        if code != self._settings.get("language", ""):
            self._settings.put("language", code)
            self.keep()
            self.language_chosen.emit(code)

    def zoom_in(self) -> None:
        """Make the text larger."""
        self._set_zoom(next((z for z in ZOOMS if z > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Make the text smaller."""
        self._set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), ZOOMS[0]))

    @Slot()
    def zoom_normal(self) -> None:
        """Give the text its normal size."""
        self._set_zoom(100)

    @Slot(int)
    def _on_zoom_requested(self, step: int) -> None:
        (self.zoom_in if step > 0 else self.zoom_out)()

    def _set_zoom(self, percent: int) -> None:
        self._zoom = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._window.reader.set_zoom(self._zoom)
        self._window.status.show_zoom(self._zoom)
        self._settings.put("zoom", self._zoom)
        self._keep.start()

    # panes

    def _notes_choice(self) -> str:
        return "notes_narrow" if self._window.is_narrow else "notes_wide"

    def show_notes_pane(self, shown: bool) -> None:
        """Show or fold the notes; wide and narrow windows remember their own choice."""
        self._settings.put(self._notes_choice(), shown)
        self._window.notes.setVisible(shown)
        self._check_notes()
        self._keep.start()

    @Slot(bool)
    def _on_narrow_changed(self, narrow: bool) -> None:
        shown = self._settings.get(self._notes_choice(), not narrow)
        self._window.notes.setVisible(shown)
        self._check_notes()

    @Slot()
    def _check_notes(self) -> None:
        if self._actions is not None:
            self._actions["view.notes"].setChecked(not self._window.notes.isHidden())

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen, or return to the window."""
        state = self._window.windowState()
        flag = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | flag if full else state & ~flag)

    def next_pane(self) -> None:
        """Carry the focus on: field, contents or results, text, notes."""
        window = self._window
        panes = [window.left.currentWidget(), window.middle.currentWidget(), window.notes]
        stops = [window.field, *(p for p in panes if p is not None and p.isVisible())]
        focused = QApplication.focusWidget()
        here = [
            i for i, w in enumerate(stops) if focused and (w is focused or w.isAncestorOf(focused))
        ]
        following = stops[(here[-1] + 1 if here else 0) % len(stops)]
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _numbers(kept: Sequence[object]) -> list[int]:
    """Return what was kept when it is whole numbers, else nothing."""
    numbers = [n for n in kept if isinstance(n, int)]
    return numbers if len(numbers) == len(kept) else []
