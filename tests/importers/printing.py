"""Composed documents printed to PDF, line by line, as a word processor lays them out."""

from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter, QTextLayout

from tests.importers.composing import Paper

WIDE, FOOT = 600, 40


@dataclass(frozen=True)
class House:
    """The style of a house: indents, gaps, headings, what stands at the edge of every page."""

    indent: int
    gap: int
    grows: int
    is_bold: bool
    header: str
    footer: str

    @classmethod
    def chosen(cls, paper: Paper, random: Random) -> "House":
        indent = random.choice([30, 0]) if paper.language == "zh" else random.choice([0, 0, 24])
        gap = random.choice([0, 8]) if indent else 8
        grows = random.choice([0, 2])
        header = random.choice(["", paper.title])
        footer = random.choice(["— {} —", "{}", "Page {} of {}", ""])
        return cls(indent, gap, grows, not grows or random.random() < 0.5, header, footer)


class Printer:
    """Sets lines on pages from above to below."""

    def __init__(self, house: House) -> None:
        self.target = QBuffer()
        self.target.open(QIODevice.OpenModeFlag.WriteOnly)
        self.writer = QPdfWriter(self.target)
        self.writer.setResolution(96)
        self.writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.writer.setPageMargins(QMarginsF(18, 25, 18, 25))
        self.painter = QPainter(self.writer)
        self.house, self.page = house, 0
        self.wide, self.high = self.writer.width(), self.writer.height() - FOOT
        self.y = 0.0
        self._edges()

    def set(self, words: str, size: float, *, bold=False, indent=0, center=False) -> None:
        """Set a paragraph; a line that does not fit goes to the next page."""
        font = QFont("", -1)
        font.setPointSizeF(size)
        font.setBold(bold)
        layout = QTextLayout(words, font, self.writer)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            shift = indent if line.textStart() == 0 else 0
            line.setLineWidth(self.wide - shift)
            if center:
                shift = max(0, (self.wide - line.naturalTextWidth()) / 2)
            line.setPosition(QPointF(shift, 0))
        layout.endLayout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if self.y + line.height() > self.high:
                self._turn()
            line.draw(self.painter, QPointF(0, self.y))
            self.y += line.height() * 1.15
        self.y += self.house.gap

    def _turn(self) -> None:
        self.writer.newPage()
        self.page += 1
        self.y = 0.0
        self._edges()

    def _edges(self) -> None:
        font = QFont("", 9)
        self.painter.setFont(font)
        if self.house.header:
            self.painter.drawText(QPointF(self.wide / 3, 10), self.house.header)
            self.y = 40.0
        if self.house.footer:
            words = self.house.footer.format(self.page + 1, 9)
            self.painter.drawText(QPointF(self.wide / 2, self.high + FOOT - 4), words)

    def finish(self) -> bytes:
        """Return the file."""
        self.painter.end()
        return bytes(self.target.data().data())


def print_paper(paper: Paper, random: Random) -> bytes:
    """Return a composed document as a PDF in a house style of its own."""
    house = House.chosen(paper, random)
    printer = Printer(house)
    printer.set(paper.title, 20, center=True)
    for words in [*paper.contents, *paper.opening]:
        printer.set(words, 11, indent=house.indent)
    for words, level, _ in paper.paragraphs:
        size = 11 + (house.grows * (4 - level) if level else 0)
        printer.set(words, size, bold=bool(level and house.is_bold), indent=house.indent)
    return printer.finish()
