"""Looking at the painted window: is it more than a frame? Used by the program's own test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter

from desktop.ui import theme
from desktop.ui.actions import TOOLBAR_LEFT, TOOLBAR_RIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeView

    from desktop.ui.actions import Actions
    from desktop.ui.main_window import MainWindow

FEW_COLORS = 24
FEW_ROWS = 8
STEP = 3


def look_at(window: MainWindow, actions: Actions) -> str:
    """Return what was seen; raise `AssertionError` when part of the window is missing."""
    picture = window.grab().toImage()
    colors = count_colors(picture)
    _expect(colors > FEW_COLORS, f"the window has only {colors} colors")
    blank = [n for n in (*TOOLBAR_LEFT, *TOOLBAR_RIGHT) if not _is_drawn(actions, n)]
    _expect(not blank, f"no icon for {', '.join(blank)}")
    rows = count_rows(window.navigator.tree)
    _expect(rows > FEW_ROWS, f"the tree has only {rows} rows")
    text = window.reader.grab().toImage()
    _expect(count_colors(text) > FEW_COLORS, "the page is blank")
    size = f"{picture.width()} × {picture.height()}"
    platform = QGuiApplication.platformName()
    return f"{size}, {rows} rows in the tree, fonts: {_fonts()}, platform {platform}"


def count_colors(picture: QImage) -> int:
    """Count the different colors of a picture, looking at every third pixel."""
    seen = set()
    for y in range(0, picture.height(), STEP):
        seen |= {picture.pixel(x, y) for x in range(0, picture.width(), STEP)}
    return len(seen)


def count_rows(tree: QTreeView) -> int:
    """Count the rows that are unfolded."""
    count, index = 0, tree.model().index(0, 0, QModelIndex())
    while index.isValid():
        count, index = count + 1, tree.indexBelow(index)
    return count


def _is_drawn(actions: Actions, name: str) -> bool:
    picture = actions[name].icon().pixmap(18, 18).toImage()
    alphas = (
        picture.pixelColor(x, y).alpha()
        for x in range(picture.width())
        for y in range(picture.height())
    )
    return not picture.isNull() and any(alphas)


def _fonts() -> str:
    """Tell the page's font, and whether Chinese words can be told apart."""
    family = theme.page_font().families()[0]
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not chinese:
        return f"{family}, no Chinese font"
    _expect(_glyph("政") != _glyph("策"), "政 and 策 look the same")
    return f"{family} and {len(chinese)} for Chinese"


def _glyph(sign: str) -> QImage:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    font = theme.page_font()
    font.setPixelSize(40)
    painter.setFont(font)
    painter.drawText(QRect(0, 0, 64, 64), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return picture


def _expect(truth: bool, words: str) -> None:
    if not truth:
        raise AssertionError(words)
