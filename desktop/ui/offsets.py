"""The border between our offsets and Qt's: code points here, UTF-16 units there. No Qt, pure.

Python counts 𠮷 as one, Qt counts it as two. Every offset that crosses into a QTextDocument or
comes out of one passes through here, exactly once.
"""

from __future__ import annotations

from bisect import bisect_left

LAST_NARROW = "\uffff"
"""The last code point that is one unit in UTF-16."""

STAND_INS = {
    "\n": "\u2028",
    "\v": "\u2028",
    "\f": "\u2028",
    "\r": "\u2028",
    "\x85": "\u2028",
    "\u2029": "\u2028",
    "\x00": "\ufffd",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
}
"""What Qt would take as the end of a paragraph, a frame or an object → what it draws instead."""

CRLF = "\r\n"
QUIET_CRLF = "\u200b\u2028"
LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
SHOWN = str.maketrans(STAND_INS) | LONE_SURROGATES


class Offsets:
    """Both ways between the code points and the UTF-16 units of one text.

    Costs nothing for a text without wide characters, which is nearly every paragraph.
    """

    __slots__ = ("_points", "_units", "length", "units")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        wide = text and max(text) > LAST_NARROW
        self._points = [i for i, c in enumerate(text) if c > LAST_NARROW] if wide else []
        self._units = [point + before for before, point in enumerate(self._points)]
        self.units = self.length + len(self._points)

    def to_units(self, point: int) -> int:
        """Return the unit at which a code point begins; clamped to the text."""
        inside = min(max(point, 0), self.length)
        return inside + bisect_left(self._points, inside)

    def to_points(self, unit: int) -> int:
        """Return the code point that a unit belongs to; the middle of a pair is its beginning."""
        inside = min(max(unit, 0), self.units)
        return inside - bisect_left(self._units, inside)


def shown(text: str) -> str:
    """Return the text as it is given to Qt: the same length, unit for unit, and one paragraph.

    Line ends become line separators; what Qt would read as structure becomes U+FFFD. Everything
    else stays, U+00A0 too. What is shown is never read back: words are cut from the source.
    """
    return text.replace(CRLF, QUIET_CRLF).translate(SHOWN)
