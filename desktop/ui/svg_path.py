"""The outline of an icon: the `d` of an SVG path as a QPainterPath.

Only what Material Design Icons use: absolute M L H V C A Z, arcs of circles. Qt's own SVG plugin
would do it too, but loading it and looking through its neighbors costs a start-up 6 ms.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTLINE = re.compile(r'\sd="([^"]+)"')
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


def read_outline(svg: str) -> QPainterPath:
    """Return the first path of an SVG file; a command that is not known is a `ValueError`."""
    found = OUTLINE.search(svg)
    if found is None:
        raise ValueError("no path in the picture")
    path = QPainterPath()
    for command, numbers in _commands(found[1]):
        _draw(path, command, numbers)
    return path


def _commands(outline: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; a repeated one may leave its letter out."""
    tokens = TOKEN.findall(outline)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        if command not in TAKES:
            raise ValueError(f"{command} is not drawn here")
        numbers = [float(t) for t in tokens[place : place + TAKES[command]]]
        place += TAKES[command]
        yield command, numbers
        if command == "M":
            command = "L"


def _draw(path: QPainterPath, command: str, n: list[float]) -> None:
    here = path.currentPosition()
    if command == "M":
        path.moveTo(n[0], n[1])
    elif command == "L":
        path.lineTo(n[0], n[1])
    elif command == "H":
        path.lineTo(n[0], here.y())
    elif command == "V":
        path.lineTo(here.x(), n[0])
    elif command == "C":
        path.cubicTo(*n)
    elif command == "A":
        _draw_arc(path, here.x(), here.y(), n)
    else:
        path.closeSubpath()


def _draw_arc(path: QPainterPath, x0: float, y0: float, n: list[float]) -> None:
    """Draw an arc of a circle (SVG 1.1, appendix F.6, for equal radii)."""
    radius, large, sweep, x1, y1 = n[0], bool(n[3]), bool(n[4]), n[5], n[6]
    dx, dy = (x1 - x0) / 2, (y1 - y0) / 2
    half = math.hypot(dx, dy)
    radius = max(radius, half)
    if not half:
        return
    rise = math.sqrt(max(radius * radius - half * half, 0.0)) / half
    side = -1 if large == sweep else 1
    cx, cy = x0 + dx - side * rise * dy, y0 + dy + side * rise * dx
    begin = math.degrees(math.atan2(cy - y0, x0 - cx))
    end = math.degrees(math.atan2(cy - y1, x1 - cx))
    turn = (begin - end) % 360 if sweep else (end - begin) % 360
    path.arcTo(cx - radius, cy - radius, 2 * radius, 2 * radius, begin, -turn if sweep else turn)
