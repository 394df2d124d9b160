"""How the page is set: its fonts, the pitch of its lines, the width of its column."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from desktop.ui import theme
from desktop.ui.han import count_han

SAMPLE = (
    "We will deepen cooperation between provinces and cities, improve the collaborative mechanism "
    "between the upstream and downstream of the industry, and raise the level of technology."
)
"""Plain prose: its average width tells how many characters a column holds."""
JUDGED = 4_000
"""Code points that are looked at to tell the script of a page."""
CHARACTERS = 80
HAN_CHARACTERS = 40
LEADING = 1.4
HAN_LEADING = 1.6
HEADING_LEADING = 1.2
NATURAL = 1.2
"""The height of a line set solid, in ems. CJK fonts claim 1.45, which would tear the lines apart,
and a line with one fallback glyph would stand apart from its neighbors."""
GUTTER = 54
PROPORTIONAL = QFont.Tag("pwid")
"""A CJK font draws “ and ” as wide as a Han character; between Latin letters that tears a hole."""


@dataclass(frozen=True)
class PageType:
    """The type of one page at one zoom; lengths are pixels.

    `small` is for printed words below an editor's name, `label` for the margin; `gutter` is the
    room of the labels left of the column, `column` its widest width, `leading` that of the text.
    """

    body: QFont
    title: QFont
    heading: QFont
    small: QFont
    label: QFont
    column: int
    gutter: int
    leading: float
    scale: float

    def pitch(self, font: QFont) -> int:
        """Return the distance between the lines of a paragraph in this font."""
        headings = (self.title, self.heading)
        leading = HEADING_LEADING if font in headings else self.leading
        return round(QFontInfo(font).pixelSize() * NATURAL * leading)

    def space(self, steps: float) -> int:
        """Return steps of 4 pixels at this zoom."""
        return round(4 * steps * self.scale)


def page_type(text: str, zoom: int) -> PageType:
    """Return the type for a page with this text; `zoom` is in percent."""
    chinese = is_chinese(text)
    scale = zoom / 100
    base = theme.page_font()
    if not chinese:
        base.setFeature(PROPORTIONAL, 1)
    body = _sized(base, 0, scale)
    metrics = QFontMetricsF(body)
    column = CHARACTERS * metrics.horizontalAdvance(SAMPLE) / len(SAMPLE)
    if chinese:
        column = HAN_CHARACTERS * metrics.horizontalAdvance("國")
    return PageType(
        body=body,
        title=_sized(base, 5, scale, QFont.Weight.Medium),
        heading=_sized(base, 1, scale, QFont.Weight.DemiBold),
        small=_sized(base, -1, scale),
        label=_sized(base, -3, scale),
        column=round(column),
        gutter=max(GUTTER, round(GUTTER * scale)),
        leading=HAN_LEADING if chinese else LEADING,
        scale=scale,
    )


def is_chinese(text: str) -> bool:
    """Return whether a text is set as Chinese: a fifth of it is Han."""
    judged = text[:JUDGED]
    return count_han(judged) * 5 > len(judged)


def _sized(
    base: QFont, step: float, scale: float, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    """Return the page font some points larger or smaller than the reader's own size."""
    font = QFont(base)
    font.setPointSizeF(max((font.pointSizeF() + step) * scale, 4.0))
    font.setWeight(weight)
    return font
