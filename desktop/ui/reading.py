"""Reading: which page is open, the way back and forward, where we are in tree, trail and line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import UserError
from db.model import EditionUid
from desktop.ui.models.outline_model import AROUND, title_of
from desktop.ui.views.page_ends import Way
from desktop.ui.words import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.model import Document, Node, Unit
    from desktop.library import Place
    from desktop.ui.desk import Desk

HISTORY = 100
UNFOLDED = 3
"""More documents than these begin folded."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an edition; `path` '' is the document's beginning."""

    edition: EditionUid
    path: str


class Reading(QObject):
    """Opens pages in the reader and keeps everything that says where we are in step.

    Signals: `page_left()` before another page comes into the reader, `page_opened()` after it,
    `place_moved()` when the place within it changed, `spot_changed()` when back and forward may
    have changed.
    """

    page_left = Signal()
    page_opened = Signal()
    place_moved = Signal()
    spot_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._reader = desk.window.reader
        self._documents: dict[EditionUid, Document] = {}
        self._older: dict[EditionUid, Document] = {}
        self._known: dict[str, Node] = {}
        self._back: list[Spot] = []
        self._forward: list[Spot] = []
        self.unit: Unit | None = None
        self.spot: Spot | None = None
        self._reader.place_changed.connect(self._on_place_changed)
        self._reader.page_requested.connect(self.open_here)
        desk.window.navigator.place_chosen.connect(self._on_place_chosen)
        desk.window.breadcrumb.chosen.connect(self.open_here)
        desk.window.left.currentChanged.connect(self._sync_tree)

    # what is known

    @property
    def library_documents(self) -> tuple[Document, ...]:
        """The documents as they were last read."""
        return tuple(self._documents.values())

    @property
    def node(self) -> Node | None:
        """The node where we are, None around the text."""
        return self._known.get(self.spot.path) if self.spot else None

    def chosen_words(self) -> str:
        """Return the words that are selected in the text, when they are few enough to look for."""
        span = self._reader.selected_span()
        if span is None or self.unit is None or span[1] - span[0] > 80:
            return ""
        return " ".join(self.unit.cut(*span).split())

    def heading(self) -> Node | None:
        """Return the nearest heading at or above the place: what the notes pane speaks about."""
        node = self.node
        while node is not None and node.is_clause:
            node = self._known.get(node.parent)
        return node

    def headings(self) -> list[Node]:
        """Return the headings above the place, the topmost first, and the place if it is one."""
        return [n for n in self._nodes_down() if not n.is_clause]

    def clauses_below(self, heading: Node | None) -> int:
        """Count the clauses of a heading, or of the page without one."""
        nodes = self.unit.nodes if self.unit else ()
        if heading is None:
            return sum(n.is_clause for n in nodes)
        return sum(n.is_clause and _is_below(n, heading) for n in nodes)

    def extent(self, heading: Node) -> tuple[int, int]:
        """Return where a heading begins and what is below it ends, as far as the page shows it."""
        nodes = self.unit.nodes if self.unit else ()
        ends = [n.end for n in nodes if n.path == heading.path or _is_below(n, heading)]
        return heading.start, max(ends, default=heading.end)

    # opening

    def load_documents(self) -> None:
        """Read which documents there are and show them in the tree, when they are others."""
        navigator = self._desk.window.navigator
        known = self._documents
        before = list(map(_shown, known.values()))
        order = self._desk.settings.get("sort", "added")
        documents = in_order(self._desk.library.documents(), order)
        self._documents = {d.edition: d for d in documents}
        self._older.clear()
        if list(map(_shown, documents)) == before:
            return
        unfolded = navigator.opened()
        navigator.model.show_documents(documents)
        for document in documents if len(documents) <= UNFOLDED else ():
            navigator.open_document(document.edition, self._first_unfolded(document))
        navigator.open_again(unfolded)
        self._leave_gone(known)
        self._sync_tree()

    def _leave_gone(self, known: Mapping[EditionUid, Document]) -> None:
        """Open another text when the one in view was taken away: an edition, or the document."""
        before = known.get(self.spot.edition) if self.spot is not None else None
        if before is None or before.edition in self._documents:
            return
        newest = next((d for d in self._documents.values() if d.uid == before.uid), None)
        if newest is None:
            self.start("", "")
        elif all(e != before.edition for e, _ in self._desk.library.editions(before.uid)):
            self._open(newest.edition, "")

    def _first_unfolded(self, document: Document) -> list[list[str]]:
        """Unfold the sections of a document that have headings below them."""
        library = self._desk.library
        sections = [n for n in library.children(document.edition) if not n.is_clause]
        return [
            [n.path]
            for n in sections
            if any(not c.is_clause for c in library.children(document.edition, n.path))
        ]

    def start(self, edition: str, path: str) -> None:
        """Open the last document where it was left, or the first one."""
        documents = self.library_documents
        uid = EditionUid(edition)
        if uid in self._documents and self._return(uid, path):
            return
        if uid in self._documents and self._open(uid, path):
            return
        if documents and not self._return(documents[0].edition):
            self._open(documents[0].edition, "")

    def _return(self, edition: EditionUid, path: str = "") -> bool:
        """Open a document where it was left, at `path` if it is there; False when it never was.

        One that was left in another edition opens at the place of the same number.
        """
        position = self._desk.read(self._desk.library.position, edition)
        if position is None:
            return False
        same = position.edition == edition
        if not same and not self._desk.library.trail(edition, path or position.path):
            return False
        if not self._open(edition, path or position.path):
            return False
        if same and self.unit is not None and self.unit.path == position.path:
            self._reader.return_to(position.start)
        return True

    @Slot(str)
    def open_here(self, path: str) -> None:
        """Open a place of the document that is open."""
        if self.spot is not None:
            self.open(self.spot.edition, path)

    def open(
        self,
        edition: EditionUid,
        path: str,
        start: int | None = None,
        end: int | None = None,
        *,
        remember: bool = True,
        flash: bool = False,
    ) -> bool:
        """Open a place, or words in it; where we were is kept for the way back."""
        before = self.spot
        comes_back = not path and (before is None or before.edition != edition)
        if not (comes_back and self._return(edition)) and not self._open(
            edition, path, start, end, flash=flash
        ):
            return False
        if remember and before is not None and before != self.spot:
            self.remember(before)
        return True

    def remember(self, spot: Spot) -> None:
        """Keep a spot for the way back; a new way forgets the way forward."""
        if not self._back or self._back[-1] != spot:
            self._back = [*self._back[-HISTORY:], spot]
        self._forward.clear()
        self.spot_changed.emit()

    def _open(
        self,
        edition: EditionUid,
        path: str,
        start: int | None = None,
        end: int | None = None,
        *,
        flash: bool = False,
    ) -> bool:
        unit = self._desk.read(self._load, edition, path)
        if unit is None:
            return False
        self._desk.window.show_page(self._desk.window.reading)
        self._show(unit)
        target = self._known.get(path)
        if start is not None:
            self._reader.go_to(start, end, flash=flash)
        elif target is not None:
            self._reader.go_to(target.start, None, flash=flash)
        shown = path if target is not None else self._reader.current_path() or unit.path
        self._move(Spot(edition, shown))
        return True

    def _load(self, edition: EditionUid, path: str) -> Unit:
        library = self._desk.library
        if not path:
            pages = [p for p in library.unit_paths(edition) if p != AROUND]
            path = pages[0] if pages else AROUND
        known = self.unit
        if known and (known.edition, known.path) == (edition, library.unit_path(edition, path)):
            return known
        return library.unit(edition, path)

    def _show(self, unit: Unit) -> None:
        if unit is self.unit:
            return
        self.page_left.emit()
        self.unit = unit
        self._known = {n.path: n for n in (*unit.trail, *unit.nodes)}
        notes = self._desk.library.notes(unit.edition, unit.start, unit.end)
        self._reader.show_unit(unit, notes)
        self._reader.set_neighbors(self._way(-1), self._way(1))
        self.page_opened.emit()

    def _way(self, step: int) -> Way | None:
        """Return the page before or after this one, with its title."""
        path = self._page_beside(step)
        if not path or self.unit is None:
            return None
        trail = self._desk.library.trail(self.unit.edition, path)
        return Way(path, _crumb(trail[-1]) if trail else tr("Around the text"))

    def _page_beside(self, step: int) -> str:
        if self.unit is None:
            return ""
        pages = self._desk.library.unit_paths(self.unit.edition)
        place = pages.index(self.unit.path) + step
        return pages[place] if 0 <= place < len(pages) else ""

    # moving

    @Slot(str)
    def _on_place_changed(self, path: str) -> None:
        if self.unit is not None:
            self._move(Spot(self.unit.edition, path))

    def _move(self, spot: Spot) -> None:
        if spot == self.spot:
            return
        self.spot = spot
        self._sync_tree()
        self._desk.window.breadcrumb.show_trail(self._trail())
        self.place_moved.emit()

    @Slot()
    def _sync_tree(self) -> None:
        """Select in the tree where we are; a tree behind search results waits until it is seen."""
        window = self._desk.window
        if self.spot is not None and window.left.currentWidget() is window.navigator:
            paths = [n.path for n in self._nodes_down()] or [self.spot.path]
            window.navigator.show_place(self.spot.edition, paths)

    def _nodes_down(self) -> list[Node]:
        node, found = self.node, []
        while node is not None:
            found.append(node)
            node = self._known.get(node.parent) if node.parent else None
        return found[::-1]

    def _name_of(self, edition: EditionUid) -> str:
        """Return the name of an edition's document; an older one is asked for once."""
        document = self._documents.get(edition) or self._older.get(edition)
        if document is None:
            document = self._older[edition] = self._desk.library.document_of(edition)
        return document.name

    def _trail(self) -> list[tuple[str, str]]:
        if self.spot is None:
            return []
        top = [(self._name_of(self.spot.edition), "")]
        if self.spot.path == AROUND:
            return [*top, (tr("Around the text"), AROUND)]
        return [*top, *((_crumb(n), n.path) for n in self._nodes_down() if not n.is_clause)]

    @Slot(str, str)
    def _on_place_chosen(self, edition: str, path: str) -> None:
        self.open(EditionUid(edition), path)

    # the way

    @property
    def can_go_back(self) -> bool:
        """Whether there is a way back."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a way back was gone."""
        return bool(self._forward)

    def go_back(self) -> None:
        """Return to where we were before the last jump."""
        self._turn(self._back, self._forward)

    def go_forward(self) -> None:
        """Undo a way back."""
        self._turn(self._forward, self._back)

    def _turn(self, source: list[Spot], target: list[Spot]) -> None:
        if not source:
            return
        here, spot = self.spot, source.pop()
        if self._open(spot.edition, spot.path) and here is not None:
            target.append(here)
        self.spot_changed.emit()

    def previous_page(self) -> None:
        """Open the page before this one."""
        self._turn_page(-1)

    def next_page(self) -> None:
        """Open the page after this one."""
        self._turn_page(1)

    def _turn_page(self, step: int) -> None:
        path = self._page_beside(step)
        if path and self.unit is not None:
            self.open(self.unit.edition, path)

    def go_to_place(self) -> None:
        """Ask for a place, `II.(3).2`, and go there."""
        from desktop.ui.dialogs.names import LineDialog

        LineDialog(
            tr("Go to place"),
            tr("Place, as the margin shows it"),
            self.try_place,
            hint="II.(3).2",
            known=self._known_places(),
            parent=self._desk.window,
        ).open()

    def _known_places(self) -> list[str]:
        """Offer the places of this document, unless they are too many to choose from."""
        if self.spot is None:
            return []
        nodes = self._desk.library.nodes(self.spot.edition)
        return [n.path for n in nodes] if len(nodes) < 5000 else []

    def try_place(self, words: str) -> str:
        """Go to a place that was typed, in this document first; return why not."""
        try:
            place = self._find_place(words)
        except UserError as error:
            return sentence(error)
        self.open(self._desk.library.edition_of(place.node), place.node.path, flash=True)
        return ""

    def _find_place(self, words: str) -> Place:
        library = self._desk.library
        document = self._documents.get(self.spot.edition) if self.spot else None
        if document is not None and ":" not in words:
            with suppress(UserError):
                return library.place(f"{document.uid}:{words}")
        return library.place(words)


def in_order(documents: Sequence[Document], order: str) -> tuple[Document, ...]:
    """Return the documents by name or by date, the newest first; else as they were added."""
    if order == "name":
        return tuple(sorted(documents, key=_name))
    if order == "date":
        return tuple(sorted(documents, key=_date, reverse=True))
    return tuple(documents)


def _name(document: Document) -> str:
    return document.name.casefold()


def _date(document: Document) -> str:
    return document.facts.date


def _shown(document: Document) -> object:
    """Return what the tree shows and finds of a document."""
    return document.edition, document.facts, document.group


def _is_below(node: Node, heading: Node) -> bool:
    return node.path.startswith(f"{heading.path}.")


def _crumb(node: Node) -> str:
    return f"{node.mark} {title_of(node)}".strip()
