"""The structure grammar: lines with marks become headings, their sentences become clauses.

The order of the mark families is learned per document: a family that is new opens a level below the
current one; a value that continues its family anywhere above closes back to it. What does not
continue is reported as a doubt, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.model import CLAUSE, PREAMBLE, Damage, Node, NodeUid
from desktop.importers.marks import Mark, read_mark
from desktop.importers.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importers.zones import Line

Kind = Callable[[str, Mark], str]
"""Names the kind of the place at a path that begins with a mark."""


@dataclass
class Level:
    """One open level: the family of its mark, the last value, the path of its last node."""

    family: str
    value: int
    path: str


@dataclass
class Outline:
    """The nodes read so far, the open levels and the doubts."""

    text: str
    kind_of: Kind
    zone: str
    nodes: list[Node] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _count: dict[str, int] = field(default_factory=dict)

    def read(self, line: Line) -> None:
        """Read one line: a mark opens a node, everything else are clauses of the node above."""
        mark = read_mark(line.text)
        if mark is None:
            self._clauses(split_sentences(line.text, line.start))
            return
        path = self._place(mark)
        start = line.start + mark.length
        spans = split_sentences(self.text[start : line.end], start)
        heading, *rest = spans or [(start, line.end)]
        scar = (Damage("mark", line.start, line.start + mark.length - _blank(line, mark)),)
        self._add(self.kind_of(path, mark), path, heading, scar if mark.scarred else ())
        self._clauses(rest)

    def _place(self, mark: Mark) -> str:
        """Close the levels that a mark ends, open the one it begins and return its path."""
        families = [level.family for level in self.levels]
        if mark.family in families:
            at = families.index(mark.family)
            expected = self.levels[at].value + 1
            self._doubt(mark, expected)
            del self.levels[at + 1 :]
            self.levels[at].value = mark.value
        else:
            self._doubt(mark, 1)
            self.levels.append(Level(mark.family, mark.value, ""))
        above = self.levels[-2].path if len(self.levels) > 1 else ""
        self.levels[-1].path = self._free(f"{above}.{mark.label}" if above else mark.label)
        return self.levels[-1].path

    def _doubt(self, mark: Mark, expected: int) -> None:
        if mark.value != expected:
            self.doubts.append(f"{mark.label} follows where {expected} was expected.")

    def _free(self, path: str) -> str:
        taken = self._count.get(path, 0) + 1
        self._count[path] = taken
        return path if taken == 1 else f"{path}~{taken}"

    def _clauses(self, spans: Sequence[tuple[int, int]]) -> None:
        if spans and not self.levels and PREAMBLE not in self._count:
            start = spans[0][0]
            self._count[PREAMBLE] = 1
            self._add("preamble", PREAMBLE, (start, start), ())
        above = self.levels[-1].path if self.levels else PREAMBLE
        for span in spans:
            number = self._count[f"{above} clauses"] = self._count.get(f"{above} clauses", 0) + 1
            self._add(CLAUSE, self._free(f"{above}.{number}"), span, ())

    def _add(self, kind: str, path: str, span: tuple[int, int], damage: tuple[Damage, ...]) -> None:
        parent, _, label = path.rpartition(".")
        start, end = span
        node = Node(
            uid=NodeUid(""),
            kind=kind,
            path=path,
            label=label,
            start=start,
            end=end,
            text=self.text[start:end],
            depth=path.count("."),
            parent=parent,
            zone=self.zone,
            damage=damage,
        )
        self.nodes.append(node)


def _blank(line: Line, mark: Mark) -> int:
    """Return the length of the white space at the end of a mark."""
    printed = line.text[: mark.length]
    return len(printed) - len(printed.rstrip())


def read_outline(
    text: str, lines: Sequence[Line], kind_of: Kind, zone: str = "plan"
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Return the nodes of the lines in document order, and the doubts."""
    outline = Outline(text, kind_of, zone)
    for line in lines:
        outline.read(line)
    return tuple(outline.nodes), tuple(outline.doubts)
