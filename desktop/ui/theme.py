"""How everything looks: tokens of color, fonts and icons, in light, dark and high contrast.

`tokens()` is what a painter asks at paint time; `signals().changed` says when to paint again.
"""

from __future__ import annotations

import sys
import weakref
from dataclasses import dataclass, fields
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from db.model import COLORS
from desktop import paths
from desktop.ui.icons import drawn_icon, drawn_swatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon
    from PySide6.QtWidgets import QAbstractButton, QWidget

CHOICES = ("system", "light", "dark")

LIGHT = {
    "window": "#F6F5F2",
    "page": "#FFFFFF",
    "side": "#F0EEEA",
    "line": "#DEDAD3",
    "text": "#1F2328",
    "muted": "#656C76",
    "accent": "#0B5FA5",
    "on_accent": "#FFFFFF",
    "selection": "#DCEAF7",
    "selection_text": "#0B3D66",
    "mark_text": "#1F2328",
}
DARK = {
    "window": "#1B1D20",
    "page": "#212428",
    "side": "#1B1D20",
    "line": "#34383E",
    "text": "#E4E6E9",
    "muted": "#9AA1AB",
    "accent": "#6CB2F2",
    "on_accent": "#101418",
    "selection": "#26405A",
    "selection_text": "#E9F3FD",
    "mark_text": "#E4E6E9",
}
LIGHT_MARKS = (
    "#FFF1B8",
    "#CFEBD6",
    "#FAD7DC",
    "#CFE3FA",
    "#E5D8F5",
    "#FFDDBF",
    "#CDEDEB",
    "#E3E3E3",
)
DARK_MARKS = (
    "#5B4E1A",
    "#234A33",
    "#5A2C36",
    "#23405F",
    "#43325E",
    "#5E3D1F",
    "#1F4A4A",
    "#45484D",
)

SERIFS = {
    "win32": ("Cambria", "Georgia", "SimSun", "NSimSun"),
    "darwin": ("Charter", "Georgia", "Songti SC"),
}
FREE_SANS = ("Source Sans 3", "Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC")
"""Taken where Linux names no font of its own and fontconfig falls back to DejaVu."""
INTERFACE_POINTS = 10
FREE_SERIFS = (
    "Source Serif 4",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)


@dataclass(frozen=True)
class Tokens:
    """The colors of the moment; `marks` by color name of the model, `mark_text` for words on them.

    `dark` tells which side it is; `border` is the width of lines in pixels (2 in high contrast).
    """

    window: QColor
    page: QColor
    side: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    selection_text: QColor
    mark_text: QColor
    marks: dict[str, QColor]
    dark: bool = False
    border: int = 1


class Theme(QObject):
    """The one theme of the program; `changed` says that every picture must be painted again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.tokens = _own_tokens(dark=False)
        self.page_family = ""
        self.page_points = 12
        self._watching = False

    def apply(self, choice: str = "") -> None:
        """Take `choice` (system, light, dark; '' keeps it) and dress the application in it."""
        self.choice = choice if choice in CHOICES else self.choice
        self._watch_system()
        self.tokens = _system_tokens() if _high_contrast() else _own_tokens(dark=self._is_dark())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.tokens))
            app.setFont(_interface_font(app.font()))
            app.setStyleSheet(_style_sheet(self.tokens))
        self.changed.emit()

    def _watch_system(self) -> None:
        if not self._watching:
            self._watching = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @Slot()
    def _on_system_changed(self) -> None:
        if self.choice == "system":
            self.apply()

    def _is_dark(self) -> bool:
        if self.choice != "system":
            return self.choice == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


@cache
def signals() -> Theme:
    """Return the theme itself, for its signal `changed`."""
    return Theme()


def tokens() -> Tokens:
    """Return the colors of the moment; ask again at each painting."""
    return signals().tokens


def apply(choice: str = "") -> None:
    """Dress the application: system, light or dark; '' dresses it again as it is."""
    signals().apply(choice)


def _interface_font(system: QFont) -> QFont:
    """Keep the system's font, at least 10 points large; only a makeshift one is replaced."""
    font = QFont(system)
    if sys.platform == "linux" and QFontInfo(system).family() == "DejaVu Sans":
        known = [f for f in FREE_SANS if QFontDatabase.hasFamily(f)]
        font.setFamilies([*known, "DejaVu Sans"])
    font.clearFeatures()
    if QLocale().language() != QLocale.Language.Chinese:
        font.setFeature(QFont.Tag("pwid"), 1)  # a Chinese font's quotation marks are wide else
    if sys.platform != "darwin":
        font.setPointSizeF(max(font.pointSizeF(), INTERFACE_POINTS))
    return font


def page_font() -> QFont:
    """Return the font of the text that is read: a serif, with a Song for Chinese behind it."""
    theme = signals()
    font = QFont()
    chosen = (theme.page_family,) if theme.page_family else ()
    font.setFamilies([*chosen, *_serifs()])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(theme.page_points)
    return font


@cache
def _serifs() -> tuple[str, ...]:
    wanted = SERIFS.get(sys.platform, FREE_SERIFS)
    known = tuple(f for f in wanted if QFontDatabase.hasFamily(f))
    return known or ("serif",)


def icon(name: str) -> QIcon:
    """Return an icon of resources/icons in the colors of the moment; see `wear_icon`."""
    return drawn_icon(name, tokens())


def dress(widget: QWidget) -> None:
    """Apply the style sheet anew after a property that it asks about has changed."""
    if widget.isVisible():
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def wear_icon(wearer: QAction | QAbstractButton, name: str) -> None:
    """Give an action or button an icon that is drawn anew whenever the theme changes."""
    _wear(wearer, partial(icon, name))


def wear_swatch(wearer: QAction | QAbstractButton, color: str) -> None:
    """Give an action or button a patch of a mark's color, drawn anew when the theme changes."""
    _wear(wearer, partial(_swatch, color))


def _wear(wearer: QAction | QAbstractButton, draw: Callable[[], QIcon]) -> None:
    wearer.setIcon(draw())
    again = partial(_redraw, weakref.ref(wearer), draw)
    signals().changed.connect(again)
    wearer.destroyed.connect(partial(signals().changed.disconnect, again))


def _redraw(wearer: weakref.ref[QAction | QAbstractButton], draw: Callable[[], QIcon]) -> None:
    alive = wearer()
    if alive is not None:
        alive.setIcon(draw())


def _swatch(color: str) -> QIcon:
    return drawn_swatch(tokens().marks[color], tokens())


def _own_tokens(*, dark: bool) -> Tokens:
    named = {name: QColor(value) for name, value in (DARK if dark else LIGHT).items()}
    shades = DARK_MARKS if dark else LIGHT_MARKS
    marks = {name: QColor(shade) for name, shade in zip(COLORS, shades, strict=True)}
    return Tokens(marks=marks, dark=dark, border=1, **named)


def _high_contrast() -> bool:
    """Ask the system; Qt below 6.10 cannot tell, then the choice is ours."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if hints is None:
        return False
    return bool(hints().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _system_tokens() -> Tokens:
    """Take the system's own palette: who asked for high contrast chose these colors."""
    style = QApplication.style()
    palette = style.standardPalette() if style else QPalette()
    role = QPalette.ColorRole
    dark = palette.color(role.Window).lightness() < 128
    own = _own_tokens(dark=dark)
    return Tokens(
        window=palette.color(role.Window),
        page=palette.color(role.Base),
        side=palette.color(role.Window),
        line=palette.color(role.WindowText),
        text=palette.color(role.Text),
        muted=palette.color(role.WindowText),
        accent=palette.color(role.Highlight),
        on_accent=palette.color(role.HighlightedText),
        selection=palette.color(role.Highlight),
        selection_text=palette.color(role.HighlightedText),
        mark_text=own.mark_text,
        marks=own.marks,
        dark=dark,
        border=2,
    )


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    roles = {
        role.Window: t.window,
        role.WindowText: t.text,
        role.Base: t.page,
        role.AlternateBase: t.side,
        role.Text: t.text,
        role.PlaceholderText: t.muted,
        role.Button: t.window,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.Highlight: t.selection,
        role.HighlightedText: t.selection_text,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.page,
        role.ToolTipText: t.text,
        role.Light: t.page,
        role.Midlight: t.side,
        role.Mid: t.line,
        role.Dark: t.muted,
        role.Shadow: t.line,
    }
    for each, color in roles.items():
        palette.setColor(each, color)
    for each in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, t.muted)
    return palette


def _style_sheet(t: Tokens) -> str:
    """Fill `@token` in the style sheet with the colors of the moment."""
    sheet = paths.resource("styles", "clausebook.qss").read_text("utf-8")
    colors = {f.name: getattr(t, f.name) for f in fields(t) if f.name not in ("marks", "dark")}
    for name in sorted(colors, key=len, reverse=True):
        value = colors[name]
        sheet = sheet.replace(f"@{name}", value.name() if isinstance(value, QColor) else str(value))
    return sheet
