"""Read the rows of an SQLite file page by page, without SQLite: what is whole among damaged pages.

Only for a copy or for a file that no program has open. https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap
    from collections.abc import Iterator

    Row = tuple[object, ...]

SIZE = 4096
"""The size of our pages; SQLite's own choice, and never another one in a library."""
HEAD = 100
INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
KINDS = (INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF)
WAL_HEAD, FRAME_HEAD = 32, 24
MAGIC = (0x377F0682, 0x377F0683)
DEEPEST = 40
NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class BadPage(Exception):  # noqa: N818  # not an error of the program's: what is looked for
    """A page that is not what it should be."""


class RawPages:
    """The pages of a file, with those that its log holds in their place.

    `bad` are the numbers of the pages that were asked for and could not be read.
    """

    def __init__(self, file: bytes | mmap.mmap, log: bytes = b"") -> None:
        self._file = file
        self._logged = dict(_logged_pages(log))
        self.count = max([len(file) // SIZE, *self._logged])
        self.bad: set[int] = set()
        self.seen: set[int] = set()

    def page(self, number: int) -> bytes:
        """Return a page; raises `BadPage` when there is none."""
        if number in self._logged:
            return self._logged[number]
        page = self._file[(number - 1) * SIZE : number * SIZE] if number > 0 else b""
        if len(page) < SIZE:
            raise BadPage
        return page

    def rows(self, root: int, *, _depth: int = 0) -> Iterator[tuple[int, Row]]:
        """Yield rowid and values of a tree, passing over what is damaged; rowid 0 without one."""
        if root in self.seen or _depth > DEEPEST:
            return
        self.seen.add(root)
        try:
            below, found = self._read(root)
        except (BadPage, IndexError, struct.error, ValueError):
            self.bad.add(root)
            return
        yield from found
        for number in below:
            yield from self.rows(number, _depth=_depth + 1)

    def leaves(self) -> Iterator[tuple[int, list[tuple[int, Row]]]]:
        """Yield the rows of every leaf that no tree has led to and that is not free."""
        free = self._free()
        for number in range(1, self.count + 1):
            if number in self.seen or number in free:
                continue
            try:
                if self.page(number)[0] in (TABLE_LEAF, INDEX_LEAF):
                    yield number, self._read(number)[1]
            except (BadPage, IndexError, struct.error, ValueError):
                continue

    def _read(self, number: int) -> tuple[list[int], list[tuple[int, Row]]]:
        """Return the pages below a page and the rows in it."""
        page = self.page(number)
        at = HEAD if number == 1 else 0
        kind = page[at]
        if kind not in KINDS:
            raise BadPage
        inner = kind in (INDEX_INNER, TABLE_INNER)
        cells = int.from_bytes(page[at + 3 : at + 5])
        begin = at + (12 if inner else 8)
        if begin + 2 * cells > SIZE:
            raise BadPage
        below, found = [], []
        for cell in struct.unpack_from(f">{cells}H", page, begin):
            if cell < begin or cell >= SIZE:
                raise BadPage
            if inner:
                below.append(int.from_bytes(page[cell : cell + 4]))
            if kind != TABLE_INNER:
                found += self._cell(page, cell + 4 * inner, kind)
        if inner:
            below.append(int.from_bytes(page[at + 8 : at + 12]))
        return below, found

    def _cell(self, page: bytes, at: int, kind: int) -> list[tuple[int, Row]]:
        """Return the one row of a cell, or none when its own parts are damaged."""
        length, at = _number(page, at)
        rowid = 0
        if kind == TABLE_LEAF:
            rowid, at = _number(page, at)
        try:
            return [(rowid, _values(self._payload(page, at, length, table=kind == TABLE_LEAF)))]
        except (BadPage, IndexError, struct.error, ValueError):
            return []

    def _payload(self, page: bytes, at: int, length: int, *, table: bool) -> bytes:
        most = SIZE - 35 if table else (SIZE - 12) * 64 // 255 - 23
        least = (SIZE - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (SIZE - 4)
            here = here if here <= most else least
        if length > self.count * SIZE or at + here > SIZE:
            raise BadPage
        parts, left = [page[at : at + here]], length - here
        number = int.from_bytes(page[at + here : at + here + 4]) if left else 0
        while left:
            piece = self.page(number)
            self.seen.add(number)
            parts.append(piece[4 : 4 + left])
            left -= len(parts[-1])
            number = int.from_bytes(piece[:4])
        return b"".join(parts)

    def _free(self) -> set[int]:
        """Return the pages that hold nothing any more, as far as the file tells."""
        free: set[int] = set()
        try:
            trunk = int.from_bytes(self.page(1)[32:36])
            while trunk and trunk not in free:
                page = self.page(trunk)
                count = min(int.from_bytes(page[4:8]), SIZE // 4 - 2)
                free |= {trunk, *struct.unpack_from(f">{count}I", page, 8)}
                trunk = int.from_bytes(page[:4])
        except BadPage:
            pass
        return free


def _number(page: bytes, at: int) -> tuple[int, int]:
    """Return a variable-length integer and where it ends."""
    value = 0
    for step in range(8):
        byte = page[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    value = value << 8 | page[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def _values(payload: bytes) -> Row:
    """Return the values of a record."""
    size, at = _number(payload, 0)
    kinds = []
    while at < size:
        kind, at = _number(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise BadPage
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in (8, 9):
        return kind - 8, at
    if kind == 0:
        return None, at
    if kind in NUMBERS:
        end = at + NUMBERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        raise BadPage
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise BadPage
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


# the log


def _logged_pages(log: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the pages that the log holds, in order; none that was not committed."""
    if len(log) < WAL_HEAD or int.from_bytes(log[:4]) not in MAGIC:
        return
    order = ">" if log[3] & 1 else "<"
    sums = _sums(log[:24], (0, 0), order)
    waiting: list[tuple[int, bytes]] = []
    for at in range(WAL_HEAD, len(log) - FRAME_HEAD - SIZE + 1, FRAME_HEAD + SIZE):
        head = log[at : at + FRAME_HEAD]
        page = log[at + FRAME_HEAD : at + FRAME_HEAD + SIZE]
        sums = _sums(page, _sums(head[:8], sums, order), order)
        if head[8:16] != log[16:24] or sums != struct.unpack(">2I", head[16:24]):
            return
        waiting.append((int.from_bytes(head[:4]), page))
        if int.from_bytes(head[4:8]):
            yield from waiting
            waiting = []


def _sums(words: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """Return the running checksum of a log after some more words of it."""
    first, second = sums
    numbers = struct.unpack(f"{order}{len(words) // 4}I", words)
    for one, other in list(pairwise(numbers))[::2]:
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
