"""Lines of PDF pages joined back to paragraphs: which line goes on with the one before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.importers.blocks import STOP, width
from desktop.importers.contents import has_leader
from desktop.importers.marks import read_marks
from desktop.importers.page_layout import Layout
from desktop.importers.page_lines import HYPHEN
from desktop.importers.references import Numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.page_lines import Line

Style = tuple[float, bool]
BULLETS = ("•", "▪", "●", "○", "◦", "–", "—", "", "*", "-")


class Joiner:
    """Reads the lines in order; knows the paragraph that is open."""

    def __init__(self, lines: Sequence[Line], levels: dict[Style, int]) -> None:
        self._lines = lines
        self._levels = levels
        self._layout = Layout(lines)
        self._full = _full_width(lines)
        self._numbers = Numbers()
        self._begun = 0

    def level(self, at: int) -> int:
        """Return the heading level of a line."""
        return self._levels.get(self._lines[at].style, 0)

    def goes_on(self, at: int) -> bool:
        """Tell whether a line goes on with the paragraph before it; asked for each in order."""
        if at - 1 == self._begun:
            self._numbers.note(self._lines[self._begun].words)
        if self._is_same(at):
            return True
        self._begun = at
        return False

    def _is_same(self, at: int) -> bool:
        before, line = self._lines[at - 1], self._lines[at]
        if (
            self.level(at - 1) != self.level(at)
            or has_leader(before.words)
            or has_leader(line.words)
        ):
            return False
        if self._layout.is_known and self._layout.is_apart(before, line):
            return False
        ends = bool(STOP.search(before.words))
        is_short = self._is_short(at - 1)
        if self._is_number(before, line, ends=ends, is_short=is_short):
            return False
        if self.level(at) or before.text.endswith(HYPHEN):
            return True
        if self._is_indented(at, ends=ends):
            return False
        if not is_short:
            return True
        is_long = width(before.text) > 0.4 * self._full
        return line.words[:1].islower() and not ends and is_long

    def _is_number(self, before: Line, line: Line, *, ends: bool, is_short: bool) -> bool:
        """Tell whether a line begins with a number of its own."""
        marks = read_marks(line.words)
        if not marks or (not ends and all(m.loose for m in marks)):
            return False
        if is_short or (ends and not before.words.endswith(".")):
            return True
        return not self._numbers.is_reference(before.words, line.words, ends=ends)

    def _is_indented(self, at: int, *, ends: bool) -> bool:
        """Tell whether a line stands further in or out than the paragraph before it."""
        before, line = self._lines[at - 1], self._lines[at]
        if not self._layout.is_known:
            return line.indent > before.indent + 1 and ends
        em = max(line.size, 1)
        first = self._lines[self._begun]
        is_first = self._begun == at - 1
        if before.page != line.page or abs(line.left - before.left) > 0.4 * self._layout.widest:
            return False
        if line.left > before.left + 0.8 * em:
            hangs = read_marks(first.words) or first.words.startswith(BULLETS)
            return not (is_first and hangs)
        return line.left < before.left - 0.8 * em and not is_first

    def _is_short(self, at: int) -> bool:
        if self._layout.is_known:
            return self._layout.is_short(at)
        return width(self._lines[at].text.rstrip()) < 0.82 * self._full


def levels_of(lines: Sequence[Line]) -> dict[Style, int]:
    """Return the heading level of every style that is larger or heavier than the text's own."""
    letters: Counter[Style] = Counter()
    for line in lines:
        letters[line.style] += len(line.words)
    if not letters:
        return {}
    size, is_bold = letters.most_common(1)[0][0]
    rare = [
        s
        for s in letters
        if letters[s] < 0.12 * letters.total()
        and (s[0] >= 1.08 * size or (s[1] and not is_bold and s[0] >= 0.98 * size))
    ]
    return {style: n for n, style in enumerate(sorted(rare, reverse=True)[:6], 1)}


def _full_width(lines: Sequence[Line]) -> int:
    widths = sorted(width(line.text.rstrip()) for line in lines if len(line.text) > 12)
    return widths[int(len(widths) * 0.85)] if widths else 0
