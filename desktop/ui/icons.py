"""Icons: one SVG of resources/icons each, filled with the colors of the moment."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from desktop import paths

if TYPE_CHECKING:
    from desktop.ui.theme import Tokens

SIDE = 18
"""The size of every icon in logical pixels."""


def drawn_icon(name: str, tokens: Tokens) -> QIcon:
    """Return resources/icons/NAME.svg: muted, accent when on, faint when disabled.

    A QIconEngine of our own would follow the theme by itself, but PySide6 6.11 frees what its
    `clone` returns: the first copy of such an icon crashed.
    """
    faint = QColor(tokens.muted)
    faint.setAlpha(110)
    icon = QIcon()
    mask = _mask(name, _ratio())
    for mode, state, color in (
        (QIcon.Mode.Normal, QIcon.State.Off, tokens.muted),
        (QIcon.Mode.Normal, QIcon.State.On, tokens.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, faint),
    ):
        icon.addPixmap(_filled(mask, color), mode, state)
    return icon


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _mask(name: str, ratio: float) -> QPixmap:
    """Draw the shape once; the colors are poured into it afterwards."""
    side = round(SIDE * ratio)
    source = paths.resource("icons", f"{name}.svg").read_text("utf-8")
    sized = source.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    mask = QPixmap()
    if not mask.loadFromData(sized.encode(), "SVG"):
        mask = QPixmap(QSize(side, side))
        mask.fill(Qt.GlobalColor.transparent)
    mask.setDevicePixelRatio(ratio)
    return mask


def _filled(mask: QPixmap, color: QColor) -> QPixmap:
    picture = QPixmap(mask)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), color)
    painter.end()
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
