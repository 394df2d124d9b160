"""The deeds: everything that people do with Clausebook, for the window and the console alike.

May import `db`, importers, exporters, `history`, `changes`; no Qt, no SQL. A `Library` belongs to
the thread that opened it. Every deed is durable when it returns, tells `changes` what it changed
and leaves a worded step in `history`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from db import documents, memos, notes
from db.connection import Base
from desktop.library.deeds import now
from desktop.library.editions import Editions
from desktop.library.reading import Place
from desktop.library.searching import Searcher, tend, was_cut_off
from desktop.library.trashing import Trashing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.model import Document

__all__ = ["Library", "LibraryFacts", "Place", "Searcher", "now"]


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """Where the data is and what is in it; `size` in bytes."""

    folder: Path
    file: Path
    schema: int
    size: int
    documents: tuple[Document, ...]
    notes: int
    memos: int


class Library(Trashing, Editions):
    """One person's library in one folder: documents, notes and memos, and every deed on them."""

    def __init__(self, base: Base) -> None:
        super().__init__(base)
        self._seen = base.data_version()
        self._was_cut_off = False

    @classmethod
    def open(cls, folder: Path, *, plans: Sequence[Path] = ()) -> Self:
        """Open the library in `folder`; a missing one is made and filled with `plans`."""
        cut_off = was_cut_off(folder)
        base = Base.open(folder)
        library = cls(base)
        library._was_cut_off = cut_off
        if (
            plans
            and not base.read_only
            and not library.documents()
            and not documents.load_documents(base.conn, removed=True)
        ):
            library._install(plans)
        return library

    def _install(self, plans: Sequence[Path]) -> None:
        from desktop.importers.shipped import read_shipped

        for plan in plans:
            parsed = read_shipped(plan)
            with self._base.write() as conn:
                documents.add_edition(
                    conn, parsed, label=parsed.facts.date or now()[:10], now=now()
                )

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved: the folder or the medium cannot be written to."""
        return self._base.read_only

    def close(self) -> None:
        """Close the library; nothing waits to be saved."""
        self._base.close()

    def facts(self) -> LibraryFacts:
        """Return where the data is and what is in it."""
        conn = self._base.conn
        return LibraryFacts(
            folder=self._base.folder,
            file=self._base.file,
            schema=self._base.schema_version(),
            size=self._base.file.stat().st_size,
            documents=self.documents(),
            notes=notes.count_all(conn),
            memos=len(memos.load_memos(conn)),
        )

    def refresh(self) -> bool:
        """Notice what another program wrote since the last call, and tell the listeners."""
        seen = self._base.data_version()
        if seen == self._seen:
            return False
        self._seen = seen
        self.changes.tell("library")
        return True

    def searcher(self, tell: Callable[[int, int], object] | None = None) -> Callable[[], Searcher]:
        """Return what opens a `Searcher` in the thread that calls it."""
        return partial(Searcher, self._base.folder, tell)

    def tender(self) -> Callable[[Callable[[int, int], object] | None], bool]:
        """Return what looks after the index in the thread that calls it, once it is idle."""
        return partial(tend, self._base.folder, thorough=self._was_cut_off)
