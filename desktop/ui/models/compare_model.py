"""The clauses of two editions as rows: what became of each, filtered by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.revision import KINDS, Pair
from desktop.ui.models.row_list import RowList
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.model import Node, Note

KIND_WORDS: dict[str, str] = {
    "kept": mark("Kept"),
    "moved": mark("Moved"),
    "changed": mark("Changed"),
    "added": mark("Added"),
    "deleted": mark("Deleted"),
}


@dataclass(frozen=True, eq=False, slots=True)
class PairRow:
    """One clause of the comparison with where it stands, and the notes on it in both editions."""

    number: int
    pair: Pair
    old_place: str
    new_place: str
    notes: tuple[Note, ...] = ()

    @property
    def old_words(self) -> str:
        """The words before."""
        return "\n".join(n.text for n in self.pair.old)

    @property
    def new_words(self) -> str:
        """The words after."""
        return "\n".join(n.text for n in self.pair.new)


@dataclass(frozen=True, slots=True)
class Side:
    """One edition of a comparison: its label, its nodes by path, its notes in order."""

    label: str
    nodes: Mapping[str, Node]
    notes: Sequence[Note] = field(default=())

    def place(self, nodes: Sequence[Node]) -> str:
        """Return what the place of some clauses is called: their article, else their path."""
        if not nodes:
            return ""
        node: Node | None = nodes[0]
        while node is not None and (node.is_clause or node.kind == "item"):
            node = self.nodes.get(node.parent)
        title = " ".join(node.title.split()) if node is not None else ""
        return title if title and len(title) < 24 else nodes[0].path


class CompareModel(RowList[PairRow]):
    """Answers with the rows of the chosen kinds."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[PairRow, ...] = ()
        self._kinds: frozenset[str] = frozenset(KINDS)

    def key(self, row: PairRow) -> int:
        """Return the number of the row among all."""
        return row.number

    def words(self, row: PairRow) -> str:
        """Return the new words, the old ones of what was deleted."""
        return row.new_words or row.old_words

    def spoken(self, row: PairRow) -> str:
        """Return kind, places and words."""
        kind = tr(KIND_WORDS[row.pair.kind])
        place = row.new_place or row.old_place
        parts = [kind, place, row.old_words if row.pair.kind == "changed" else "", self.words(row)]
        return ". ".join(p for p in parts if p)

    def tip(self, row: PairRow) -> str:
        """Return the notes on the clause."""
        return "\n".join(n.body for n in row.notes if n.body)

    def show(self, pairs: Iterable[Pair], old: Side, new: Side) -> None:
        """Show a comparison."""
        old_notes, new_notes = _by_start(old.notes), _by_start(new.notes)
        rows = []
        for number, pair in enumerate(pairs):
            notes = {n.uid: n for n in _within(old_notes, pair.old)}
            notes |= {n.uid: n for n in _within(new_notes, pair.new)}
            rows.append(
                PairRow(
                    number, pair, old.place(pair.old), new.place(pair.new), tuple(notes.values())
                )
            )
        self._all = tuple(rows)
        self._refresh()

    def set_kinds(self, kinds: Iterable[str]) -> None:
        """Show only rows of these kinds."""
        self._kinds = frozenset(kinds)
        self._refresh()

    def counts(self) -> Counter[str]:
        """Return how many rows there are of each kind, shown or not."""
        return Counter(row.pair.kind for row in self._all)

    def _refresh(self) -> None:
        self.replace([row for row in self._all if row.pair.kind in self._kinds])


def _by_start(notes: Sequence[Note]) -> list[tuple[int, int, Note]]:
    spans = [(n.anchor.start, n.anchor.end, n) for n in notes if n.anchor is not None]
    return sorted(spans, key=_start)


def _start(span: tuple[int, int, Note]) -> int:
    return span[0]


def _within(notes: Sequence[tuple[int, int, Note]], nodes: Sequence[Node]) -> Iterable[Note]:
    """Yield the notes that begin in some clauses."""
    if not nodes:
        return
    from bisect import bisect_left

    at = bisect_left(notes, nodes[0].start, key=_start)
    while at < len(notes) and notes[at][0] < nodes[-1].end:
        yield notes[at][2]
        at += 1
