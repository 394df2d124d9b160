"""Draw the program's icon in every size and format: `python build/icons.py FOLDER` (needs Qt)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "clausebook.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SIDE = (164, 314)
SIDE_COLOR = "#e8eef5"
"""The strip beside the first and the last page of the installer for Windows."""

ALSO = {256: ("clausebook.ico",), 512: ("clausebook.icns",)}


def main(folder: Path) -> None:
    """Write `SIZE.png` for each size, and what Windows and macOS want besides."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication(sys.argv[:1])
    drawing = QSvgRenderer(str(SOURCE))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        names = [
            f"{size}.png",
            *({256: ["clausebook.ico"], 512: ["clausebook.icns"]}.get(size, [])),
        ]
        if not all(picture.save(str(folder / name)) for name in names):
            sys.exit(f"The icon could not be drawn in {size} pixels.")
    side = QImage(*SIDE, QImage.Format.Format_RGB32)
    side.fill(SIDE_COLOR)
    painter = QPainter(side)
    drawing.render(painter, QRectF(50, 40, 64, 64))
    painter.end()
    side.save(str(folder / "side.bmp"))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
