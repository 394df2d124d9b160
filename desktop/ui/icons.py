"""Icons: one SVG of resources/icons each, filled with the colors of the moment."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPixmap

from desktop import paths
from desktop.ui.svg_path import read_outline

if TYPE_CHECKING:
    from desktop.ui.theme import Tokens

SIDE = 18
"""The size of every icon in logical pixels."""
GRID = 24
"""The units that Material Design Icons are drawn in."""


def drawn_icon(name: str, tokens: Tokens) -> QIcon:
    """Return resources/icons/NAME.svg: muted, accent when on, faint when disabled.

    A QIconEngine of our own would follow the theme by itself, but PySide6 6.11 frees what its
    `clone` returns: the first copy of such an icon crashed.
    """
    faint = QColor(tokens.muted)
    faint.setAlpha(110)
    icon = QIcon()
    outline, ratio = _outline(name), _ratio()
    for mode, state, color in (
        (QIcon.Mode.Normal, QIcon.State.Off, tokens.muted),
        (QIcon.Mode.Normal, QIcon.State.On, tokens.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, faint),
    ):
        icon.addPixmap(_filled(outline, ratio, color), mode, state)
    return icon


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _outline(name: str) -> QPainterPath:
    return read_outline(paths.resource("icons", f"{name}.svg").read_text("utf-8"))


def _filled(outline: QPainterPath, ratio: float, color: QColor) -> QPixmap:
    side = round(SIDE * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / GRID, side / GRID)
    painter.fillPath(outline, color)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def drawn_swatch(color: QColor, tokens: Tokens) -> QIcon:
    """Return a rounded patch of a color, with a hairline around it."""
    ratio = _ratio()
    picture = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(color)
    painter.setPen(tokens.muted)
    painter.drawRoundedRect(QRectF(1.5, 1.5, SIDE - 3, SIDE - 3), 4, 4)
    painter.end()
    return QIcon(picture)
