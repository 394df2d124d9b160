"""A read file before it is stored: the recognized tree beside the source, facts, doubts, deeds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.library import drafts
from desktop.ui.doubts import doubt_words, place_of
from desktop.ui.models.correction import Correction
from desktop.ui.models.preview_model import PreviewModel
from desktop.ui.views.deed_button import DeedButton
from desktop.ui.views.facts_form import FactsForm
from desktop.ui.views.flow_layout import FlowLayout
from desktop.ui.views.import_source import SourceView
from desktop.ui.views.tree import Tree
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.model import DocumentFacts, Node, ParsedEdition
    from desktop.library.importing import Offer

UNFOLDED = 400
"""A document with more places than these begins folded."""
PLACE = Qt.ItemDataRole.UserRole
DEEDS: tuple[tuple[str, str, str, str], ...] = (
    ("promote", mark("Promote"), "Alt+Shift+Left", mark("One level up, with all below it")),
    ("demote", mark("Demote"), "Alt+Shift+Right", mark("One level down, with all below it")),
    (
        "join",
        mark("Join with the one before"),
        "Ctrl+J",
        mark("Make one of this place and the one before"),
    ),
    ("split", mark("Split here"), "Ctrl+Return", mark("Cut the place in two at the caret")),
    ("retitle", mark("Retitle…"), "F2", mark("Give the heading a short name of your own")),
    (
        "leave_out",
        mark("Not part of the document"),
        "Ctrl+Backspace",
        mark("Leave out the selected words, or the place"),
    ),
    ("undo", mark("Undo"), "Ctrl+Z", mark("Take the last correction back")),
    ("redo", mark("Redo"), "Ctrl+Shift+Z", mark("Do the correction again")),
)


class PreviewView(QWidget):
    """Shows an offer and lets it be corrected; the library is told nothing until it is saved.

    Signals: `save_requested(ParsedEdition, separate)`, `open_requested(Document)` when it is in
    the library already, `closed()`.
    """

    save_requested = Signal(object, bool)
    open_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._correction: Correction | None = None
        self.model = PreviewModel(self)
        self.buttons: dict[str, DeedButton] = {}
        self._actions: dict[str, QAction] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(8)
        self.facts = FactsForm(self)
        self.doubts = QListWidget(self)
        self.doubts.setAccessibleName(tr("Doubts"))
        self.doubts.setWordWrap(True)
        self.doubts.setObjectName("doubts")
        self.doubts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addLayout(self._build_head())
        column.addWidget(self.state)
        column.addWidget(self.facts)
        column.addWidget(self.doubts)
        column.addLayout(self._build_deeds())
        column.addWidget(self._build_panes(), 1)

    def _build_head(self) -> QHBoxLayout:
        self.back = DeedButton(tr("Do not import"), icon="arrow-left")
        self.back.setToolTip(tr("Leave this file as it is; nothing is stored (Esc)"))
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.state.setWordWrap(True)
        self.separate = DeedButton(tr("Save as a separate document"))
        self.save = DeedButton(tr("Save in library"), filled=True)
        self.save.setToolTip(tr("Save in library (Ctrl+S)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.separate)
        head.addWidget(self.save)
        return head

    def _build_deeds(self) -> FlowLayout:
        flow = FlowLayout()
        for name, words, keys, about in DEEDS:
            action = QAction(tr(words), self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._do, name))
            self.addAction(action)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button = DeedButton(tr(words))
            button.setToolTip(f"{tr(about)} ({native})")
            button.setAccessibleDescription(tr(about))
            button.clicked.connect(action.trigger)
            flow.addWidget(button)
            self.buttons[name], self._actions[name] = button, action
        return flow

    def _build_panes(self) -> QSplitter:
        self.tree = Tree(self)
        self.tree.setAccessibleName(tr("Recognized structure"))
        self.tree.setModel(self.model)
        self.source = SourceView(self)
        self.zone = QLabel(self)
        self.zone.setObjectName("muted")
        self.zone.setIndent(12)
        right = QWidget(self)
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self.source, 1)
        below.addWidget(self.zone)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setObjectName("panes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.tree)
        panes.addWidget(right)
        panes.setSizes([400, 500])
        panes.setStretchFactor(1, 1)
        return panes

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.save.clicked.connect(self._on_save)
        self.separate.clicked.connect(self._on_separate)
        self.doubts.currentItemChanged.connect(self._on_doubt)
        self.doubts.itemClicked.connect(self._on_doubt)
        self.tree.selectionModel().currentChanged.connect(self._on_chosen)
        self.source.caret_moved.connect(self._on_caret)
        self.facts.changed.connect(self._show_state)
        for keys, slot in (("Ctrl+S", self._on_save), ("Esc", self.closed.emit)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    # what is shown

    def show_offer(self, offer: Offer) -> None:
        """Show what was read and what it would be in the library."""
        parsed = offer.parsed
        self._offer, self._correction = offer, Correction(parsed)
        self.model.show_nodes(())
        self.facts.show_facts(parsed.facts)
        self.source.show_text(parsed.text)
        self._show_doubts(parsed)
        self._show_edition()
        if len(parsed.nodes) <= UNFOLDED:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)
        self.tree.setCurrentIndex(self.model.index(0, 0))
        self.tree.setFocus()

    def _show_doubts(self, parsed: ParsedEdition) -> None:
        self.doubts.clear()
        after = 0
        for doubt in parsed.doubts:
            found = place_of(doubt, parsed.text, after)
            after = found[0] if found else after
            item = QListWidgetItem(doubt_words(doubt), self.doubts)
            item.setData(PLACE, found)
        self.doubts.setVisible(bool(parsed.doubts))
        self.doubts.setFixedHeight(44 if len(parsed.doubts) == 1 else 76)

    def _show_edition(self) -> None:
        """Show the tree and the zones as they are now; what was unfolded stays so."""
        parsed = self.parsed
        parents, is_first = self.model.parents(), not self.model.count
        folded = {n.start for n, index in parents if not self.tree.isExpanded(index)}
        self.model.show_nodes(parsed.nodes)
        self.source.show_zones(parsed.zones)
        for node, index in () if is_first else self.model.parents():
            if node.start not in folded:
                self.tree.expand(index)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Say what saving would do, and offer only what can be done."""
        if self._offer is None or self._correction is None:
            return
        kind, document = self._offer.kind, self._offer.document
        name = document.name if document is not None else ""
        doubts = len(self.parsed.doubts)
        told = tr("%n places", n=sum(n.end > n.start for n in self.parsed.nodes))
        told += " · " + (tr("%n doubts", n=doubts) if doubts else tr("no doubts"))
        words = tr("Save in library")
        if kind == "edition":
            words = tr("Save as new edition of “{name}”", name=_short(name))
        elif kind == "same":
            words = tr("Open it")
            told = tr("This text is in the library already, as “{name}”.", name=name)
        elif kind == "removed":
            words = tr("Take it out of the trash")
            told = tr("This text is in the trash, as “{name}”.", name=name)
        self.state.setText(f"{self.parsed.file_name} · {told}")
        self.save.setText(words)
        self.save.setAccessibleName(words)
        self.save.updateGeometry()
        self.separate.setVisible(kind == "edition")
        titled = bool(self.facts.fields["title"].text().strip())
        for button in (self.save, self.separate):
            button.setEnabled(self._is_stored or (titled and bool(self.parsed.nodes)))
        self._enable_deeds()

    @property
    def _is_stored(self) -> bool:
        """Whether the library has this text, in the trash perhaps."""
        return self._offer is not None and self._offer.kind in ("same", "removed")

    def _enable_deeds(self) -> None:
        correction = self._correction
        assert correction is not None
        node, some = self.node, not self._is_stored
        can = set() if node is None else {"leave_out", *drafts.possible(self.parsed, node.path)}
        if node is None or not node.start < self.source.caret < node.end:
            can.discard("split")
        can |= {"undo"} if correction.can_undo else set()
        can |= {"redo"} if correction.can_redo else set()
        for name, action in self._actions.items():
            action.setEnabled(some and name in can)
            self.buttons[name].setEnabled(action.isEnabled())
        self.facts.setEnabled(some)

    @property
    def parsed(self) -> ParsedEdition:
        """The edition as it is corrected so far, without the facts that stand in the fields."""
        assert self._correction is not None
        return self._correction.parsed

    @property
    def node(self) -> Node | None:
        """The place that is chosen."""
        return self.model.node(self.tree.currentIndex())

    # going there

    @Slot(QModelIndex, QModelIndex)
    def _on_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        node = self.model.node(current)
        if node is not None:
            end = node.end if node.end > node.start else self._end_below(node)
            self.source.show_span(node.start, end, move=not self.source.hasFocus())
            self.zone.setText(self.source.zone_words(node.start))
        if self._correction is not None:
            self._enable_deeds()

    def _end_below(self, node: Node) -> int:
        """Return where the places below a node without words of its own end."""
        below = [n.end for n in self.parsed.nodes if n.path.startswith(f"{node.path}.")]
        return max(below, default=node.end)

    @Slot(int)
    def _on_caret(self, offset: int) -> None:
        self.zone.setText(self.source.zone_words(offset))
        index = self.model.find_at(offset)
        node = self.model.node(index)
        if node is not None and node.start <= offset <= node.end:
            self.tree.setCurrentIndex(index)
        if self._correction is not None:
            self._enable_deeds()

    @Slot()
    def _on_doubt(self) -> None:
        item = self.doubts.currentItem()
        place = item.data(PLACE) if item is not None else None
        if place:
            self.tree.setCurrentIndex(self.model.find_at(place[0]))
            self.source.show_span(*place)

    # correcting

    def _do(self, name: str, _checked: bool = False) -> None:
        """Do one of the deeds of the toolbar on the chosen place."""
        correction, node = self._correction, self.node
        if correction is None:
            return
        if name in ("undo", "redo"):
            start = node.start if node is not None else 0
            (correction.undo if name == "undo" else correction.redo)()
            self._settle(start)
        elif node is not None:
            deeds: dict[str, Callable[[Node], None]] = {
                "promote": self._promote,
                "demote": self._demote,
                "join": self._join,
                "split": self._split,
                "retitle": self._retitle,
                "leave_out": self._leave_out,
            }
            deeds[name](node)

    def _take(self, parsed: ParsedEdition, start: int) -> None:
        assert self._correction is not None
        if self._correction.take(parsed):
            self._settle(start)

    def _settle(self, start: int) -> None:
        self._show_edition()
        index = self.model.find_at(start)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def _promote(self, node: Node) -> None:
        self._take(drafts.promote(self.parsed, node.path), node.start)

    def _demote(self, node: Node) -> None:
        self._take(drafts.demote(self.parsed, node.path), node.start)

    def _join(self, node: Node) -> None:
        self._take(drafts.join(self.parsed, node.path), node.start)

    def _split(self, node: Node) -> None:
        caret = self.source.caret
        self._take(drafts.split(self.parsed, node.path, caret), caret)

    def _leave_out(self, node: Node) -> None:
        span = self.source.selected_span() or (node.start, node.end)
        self._take(drafts.mark_chrome(self.parsed, *span), span[0])

    def _retitle(self, node: Node) -> None:
        from desktop.ui.dialogs.names import LineDialog

        label = tr("Short name; empty shows the printed words")
        deed = partial(self._name, node)
        LineDialog(tr("Retitle"), label, deed, text=node.name, parent=self).open()

    def _name(self, node: Node, name: str) -> str:
        self._take(drafts.retitle(self.parsed, node.path, name), node.start)
        return ""

    # saving

    @Slot()
    def _on_save(self) -> None:
        if self._offer is None or not self.save.isEnabled():
            return
        if self._is_stored:
            self.open_requested.emit(self._offer.document)
        else:
            self.save_requested.emit(self.result(), False)

    @Slot()
    def _on_separate(self) -> None:
        self.save_requested.emit(self.result(), True)

    def result(self) -> ParsedEdition:
        """Return what is to be stored: the corrected edition with the facts of the fields."""
        facts: DocumentFacts = self.facts.facts()
        return replace(self.parsed, facts=facts)


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"
