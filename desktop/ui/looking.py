"""Looking at the painted window: is it more than a frame? Used by the program's own test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QModelIndex, QPluginLoader, QRect, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QImage,
    QImageReader,
    QPainter,
    QPdfWriter,
)

from desktop.ui import theme
from desktop.ui.actions import TOOLBAR_LEFT, TOOLBAR_RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTreeView

    from desktop.ui.actions import Actions
    from desktop.ui.main_window import MainWindow

FEW_COLORS = 24
FEW_ROWS = 8
STEP = 3
PLUGINS = {
    "linux": ("qxcb", "qoffscreen", "qsvgicon", "ibusplatforminputcontext"),
    "win32": ("qwindows", "qsvgicon"),
    "darwin": ("qcocoa", "qsvgicon"),
}
"""The plugins without which there is no window, no icon, or no Chinese input."""


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
    return f"{size}, {rows} rows in the tree, platform {platform}"


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


def look_at_fonts(carried: bool) -> str:
    """Return which fonts are drawn with; raise when two Chinese characters look the same.

    Without a font every character is the same box, and nothing else would notice.
    """
    family = theme.page_font().families()[0]
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    _expect(bool(chinese), "there is no Chinese font, not even the carried one")
    for one, other in (("政", "策"), ("a", "b")):
        _expect(_glyph(one) != _glyph(other), f"{one} and {other} look the same")
    whose = "the carried one" if carried else f"{len(chinese)} of the system"
    return f"{family}; for Chinese {whose} ({chinese[0]})"


def look_at_plugins() -> str:
    """Return which plugins of Qt are there; raise when one that is needed cannot be loaded."""
    formats = {bytes(f.data()).decode() for f in QImageReader.supportedImageFormats()}
    _expect({"svg", "png", "ico"} <= formats, f"image formats: {sorted(formats)}")
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    wanted = PLUGINS.get(sys.platform, ())
    found = [name for name in wanted if next(folder.glob(f"*/*{name}*"), None)]
    _expect(len(found) == len(wanted), f"plugins: {', '.join(found)} of {', '.join(wanted)}")
    for name in found:
        loader = QPluginLoader(str(next(folder.glob(f"*/*{name}*"))))
        _expect(loader.load(), f"{name}: {loader.errorString()}")
    return (
        f"{', '.join(found)}; images {', '.join(sorted(formats & {'svg', 'jpeg', 'gif', 'ico'}))}"
    )


def write_pages(file: Path, lines: Sequence[str]) -> None:
    """Write lines as a PDF, the way that Qt prints."""
    writer = QPdfWriter(str(file))
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setFont(theme.page_font())
    for number, line in enumerate(lines):
        painter.drawText(40, 60 + 40 * number, line)
    painter.end()


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
