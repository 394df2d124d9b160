"""What differs between two wordings: stretch by stretch, and where a quote went. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from db.revision import Stretch
from db.shadow import Shadow, folded, weight

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from types import ModuleType

    from db.layout import Layout

TOKEN = re.compile(r"[^\W_\u2e80-\U0010ffff]+|\s+|.", re.DOTALL)
STOPS = frozenset(",.;:!?，、；：！？")
SNAP = 8
"""How far a border moves, in signs, to begin or end with a part of a sentence as before."""
LARGEST = 16_000_000
"""Product of two lengths up to which they are compared sign by sign (some 10 MB of memory)."""
ISLAND = 2.0
"""Weight up to which equal words between two changes are shown as changed too: they say nothing."""


def differing(old: str, new: str) -> tuple[Stretch, ...]:
    """Return two wordings as stretches that follow one another; typography makes no difference.

    Words of an alphabet are whole, Han characters single. All `old` parts joined are the old
    wording, all `new` parts the new one.
    """
    ours, theirs = TOKEN.findall(old), TOKEN.findall(new)
    keys: dict[str, int] = {}
    left = [keys.setdefault(folded(t), len(keys)) for t in ours]
    right = [keys.setdefault(folded(t), len(keys)) for t in theirs]
    parts: list[Stretch] = []
    for tag, a, b, c, d in _steps(Indel, left, right):
        is_equal = tag == "equal"
        words = "".join(ours[a:b])
        other = "".join(theirs[c:d])
        parts.append(Stretch(is_equal or folded(words) == folded(other), words, other))
    return tuple(_settled(parts))


def _steps(
    way: ModuleType, old: Sequence[Hashable], new: Sequence[Hashable]
) -> list[tuple[str, int, int, int, int]]:
    """Return (tag, old start, old end, new start, new end) in order.

    Between wordings too long to compare, everything but the common beginning and end is replaced.
    """
    head = tail = 0
    least = min(len(old), len(new))
    while head < least and old[head] == new[head]:
        head += 1
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    last, end = len(old) - tail, len(new) - tail
    if (last - head) * (end - head) <= LARGEST:
        codes = way.opcodes(old, new)
        return [(c.tag, c.src_start, c.src_end, c.dest_start, c.dest_end) for c in codes]
    steps = [
        ("equal", 0, head, 0, head),
        ("replace", head, last, head, end),
        ("equal", last, len(old), end, len(new)),
    ]
    return [s for s in steps if s[1] < s[2] or s[3] < s[4]]


def _settled(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Join what is changed with the islands between, so that a reader sees whole changes."""
    held: Stretch | None = None
    for at, part in enumerate(parts):
        is_island = (
            part.is_equal
            and 0 < at < len(parts) - 1
            and weight(folded(part.old)) < ISLAND
            and bool(part.old.strip())
        )
        if part.is_equal and not is_island:
            if held is not None:
                yield held
                held = None
            yield part
        elif held is None:
            held = Stretch(False, part.old, part.new)
        else:
            held = Stretch(False, held.old + part.old, held.new + part.new)
    if held is not None:
        yield held


class Change:
    """How the words of linked clauses changed: finds where a part of the old ones went."""

    def __init__(
        self, old: Layout, new: Layout, old_span: tuple[int, int], span: tuple[int, int]
    ) -> None:
        self._bases, self._old = _joined(old, old_span)
        _, self._new = _joined(new, span)
        units = new.units[span[0] : span[1] + 1]
        self._whole = (units[0].start, units[-1].end)
        self._codes = _steps(Levenshtein, self._old.text, self._new.text)

    def covers(self, unit: int, first: int, last: int) -> bool:
        """Whether signs of a unit are all words of the old side."""
        start = self._bases[unit]
        return start + first == 0 and start + last == len(self._old.text)

    @property
    def whole(self) -> tuple[int, int]:
        """The stretch of the source of everything on the new side."""
        return self._whole

    def quote(self, unit: int, first: int, last: int) -> str:
        """Return signs of an old unit."""
        base = self._bases[unit]
        return self._old.text[base + first : base + last]

    def counts(self, quote: str) -> tuple[int, int]:
        """Return how often a quote stands on the old and on the new side."""
        return count(self._old.text, quote), count(self._new.text, quote)

    def spot(self, unit: int, first: int, last: int) -> tuple[int, int]:
        """Return where the signs of an old unit went, in signs of the new side."""
        first, last = self._bases[unit] + first, self._bases[unit] + last
        start, end = self._map(first, is_end=False), self._map(last, is_end=True)
        if self._old.text[last - 1 : last] in STOPS and last - first > 1:
            end = self._map(last - 1, is_end=True)  # the stop may have become another one
        if _is_border(self._old.text, first):
            back = range(start, max(-1, start - SNAP), -1)
            start = next((b for b in back if _is_border(self._new.text, b)), start)
        if _is_border(self._old.text, last + (self._old.text[last - 1 : last] not in STOPS)):
            ahead = range(end, min(len(self._new.text), end + SNAP) + 1)
            end = next((a for a in ahead if self._is_end(a, last)), end)
        return start, max(start, end)

    def _is_end(self, sign: int, last: int) -> bool:
        """Whether a part that ended with or before a stop in the old words would end here too."""
        if self._old.text[last - 1 : last] in STOPS:
            return _is_border(self._new.text, sign)
        return sign == len(self._new.text) or self._new.text[sign] in STOPS

    def exact(self, quote: str, near: tuple[int, int]) -> tuple[int, int] | None:
        """Return the copy of a quote on the new side that lies over `near`, else the only one."""
        copies, at = [], -1
        while (at := self._new.text.find(quote, at + 1)) >= 0:
            copies.append((at, at + len(quote)))
        over = [c for c in copies if c[0] < near[1] and c[1] > near[0]]
        over.sort(key=lambda c: abs(c[0] - near[0]))
        if over:
            return over[0]
        return copies[0] if len(copies) == 1 else None

    def words(self, spot: tuple[int, int]) -> str:
        """Return signs of the new side."""
        return self._new.text[spot[0] : spot[1]]

    def span(self, spot: tuple[int, int]) -> tuple[int, int]:
        """Return the stretch of the source of signs of the new side."""
        return self._new.span(*spot)

    def _map(self, sign: int, *, is_end: bool) -> int:
        """Return the border in the new side; inside a replaced stretch its outer border."""
        for tag, a, b, c, d in self._codes:
            if is_end and a < sign <= b:
                return c + sign - a if tag == "equal" else d
            if not is_end and a <= sign < b:
                return c + sign - a if tag == "equal" else c
        return len(self._new.text) if is_end and sign else 0


def _is_border(signs: str, at: int) -> bool:
    """Whether a part of a sentence begins here: at the start, or after a stop."""
    return at <= 0 or at >= len(signs) or signs[at - 1] in STOPS


def _joined(layout: Layout, span: tuple[int, int]) -> tuple[dict[int, int], Shadow]:
    """Return where each unit of a row begins in the signs of all, and those signs."""
    bases: dict[int, int] = {}
    text, places = "", []
    for at in range(span[0], span[1] + 1):
        unit = layout.units[at]
        bases[at] = len(text)
        if not unit.is_number:
            text += unit.signs
            places += unit.shadow.places
    return bases, Shadow(text, places, layout.units[span[1]].end)


def count(text: str, quote: str) -> int:
    """Return how often a quote stands in a text, copies that overlap counted; at most two."""
    first = text.find(quote)
    if first < 0:
        return 0
    return 1 if text.find(quote, first + 1) < 0 else 2
