"""Icons: every one that is named is there and drawn as Qt's own SVG reader draws it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import paths
from desktop.ui import theme
from desktop.ui.svg_path import read_outline

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
DRAWN = [f for f in FILES if f.stem != "clausebook"]
SIDE = 96


def ours(file):
    picture = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SIDE / 24, SIDE / 24)
    painter.fillPath(read_outline(file.read_text("utf-8")), painter.pen().color())
    painter.end()
    return picture


def qts(file):
    sized = file.read_text("utf-8").replace("<svg ", f'<svg width="{SIDE}" height="{SIDE}" ', 1)
    picture = QImage.fromData(sized.encode(), "SVG")
    assert not picture.isNull()
    return picture


@pytest.mark.parametrize("file", DRAWN, ids=lambda f: f.stem)
def test_an_outline_is_drawn_as_qt_draws_it(qapp, file):
    one, two = ours(file), qts(file)
    far = [
        (x, y)
        for x in range(SIDE)
        for y in range(SIDE)
        if abs(one.pixelColor(x, y).alpha() - two.pixelColor(x, y).alpha()) > 60
    ]
    assert len(far) <= 6
    assert any(one.pixelColor(x, y).alpha() for x in range(SIDE) for y in range(SIDE))


@pytest.mark.parametrize("outline", ["m1 1", "M1 1 Q2 2 3 3", "M0 0 s1 1 2 2"])
def test_a_command_that_is_not_drawn_is_refused(outline):
    with pytest.raises(ValueError, match="not drawn"):
        read_outline(f'<path d="{outline}"/>')


def test_exactly_the_icons_that_are_named_are_carried():
    sources = [p.read_text("utf-8") for p in (Path(paths.__file__).parent).rglob("*.py")]
    words = {w for s in sources for w in re.findall(r'"([a-z][a-z-]+)"', s)}
    carried = {f.stem for f in FILES}
    assert carried - words - {"clausebook"} == set()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_an_icon_takes_the_colors_of_the_theme(qapp, choice):
    theme.apply(choice)
    picture = theme.icon("marker").pixmap(18, 18).toImage()
    theme.apply("light")
    points = [picture.pixelColor(x, y) for x in range(18) for y in range(18)]
    ink = max(points, key=lambda color: color.alpha()).lightness()
    wanted = QColor((theme.DARK if choice == "dark" else theme.LIGHT)["muted"]).lightness()
    assert abs(ink - wanted) < 8
