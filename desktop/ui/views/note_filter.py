"""What shown notes must carry: a menu of colors, tags, statuses …, and a chip for each choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.model import COLORS, SENSITIVITIES, STATUSES
from desktop.ui import theme
from desktop.ui.models.notes_model import Wanted
from desktop.ui.note_words import color_words, sensitivity_words, status_words
from desktop.ui.views.flow_layout import FlowLayout
from desktop.ui.views.note_menu import add_order, dot_icon
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from db.model import Note

FIELDS = ("color", "tag", "status", "sensitivity", "author")


class FilterButton(QToolButton):
    """Offers what the notes at hand carry; `wanted_changed(Wanted)`, `order_chosen(order)`."""

    wanted_changed = Signal(object)
    order_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Wanted()
        self.color_names: Mapping[str, str] = {}
        self._notes: Sequence[Note] = ()
        self._order = ""
        self.setAccessibleName(tr("Filter and order"))
        self.setToolTip(tr("Filter and order"))
        self.setIconSize(QSize(18, 18))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("choice", True)
        theme.wear_icon(self, "filter-variant")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill_menu)

    def show_notes(self, notes: Sequence[Note], order: str) -> None:
        """Offer what these notes carry."""
        self._notes, self._order = notes, order

    def set_wanted(self, wanted: Wanted) -> None:
        """Choose what notes must carry, and tell it when it is another."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.wanted_changed.emit(wanted)

    def words(self, field: str, value: str) -> str:
        """Return a value as people read it."""
        worded: dict[str, Callable[[str], str]] = {
            "color": partial(color_words, names=self.color_names),
            "status": status_words,
            "sensitivity": sensitivity_words,
        }
        return worded.get(field, str)(value)

    @Slot()
    def fill_menu(self) -> None:
        """Fill the menu with what the notes at hand carry, each with the number of notes."""
        menu = self.menu()
        menu.clear()
        for field, words, found in (
            ("color", tr("&Color"), self._ranked("color", COLORS)),
            ("tag", tr("&Tag"), self._tags()),
            ("status", tr("&Status"), self._ranked("status", STATUSES)),
            ("sensitivity", tr("Se&nsitivity"), self._ranked("sensitivity", SENSITIVITIES)),
            ("author", tr("&Author"), sorted(self._counted("author").items())),
        ):
            self._add_values(menu, field, words, found)
        menu.addSeparator()
        add_order(menu, self._order).triggered.connect(self._on_order)
        menu.addSeparator()
        everything = menu.addAction(tr("Show a&ll notes"))
        everything.setEnabled(self.wanted != Wanted())
        everything.triggered.connect(self._on_everything)

    def _counted(self, field: str) -> Counter[str]:
        return Counter(value for n in self._notes if (value := str(getattr(n, field))))

    def _ranked(self, field: str, order: Sequence[str]) -> list[tuple[str, int]]:
        counts = self._counted(field)
        return [(v, counts[v]) for v in (*order, *sorted(set(counts) - set(order))) if counts[v]]

    def _tags(self) -> list[tuple[str, int]]:
        """Return the tags with their counts; a group counts the notes of all its tags."""
        counts = Counter(name for n in self._notes for name in set(_names_of(n.tags)))
        return sorted(counts.items(), key=_tag_place)

    def _add_values(
        self, menu: QMenu, field: str, words: str, found: Sequence[tuple[str, int]]
    ) -> None:
        below = menu.addMenu(words)
        below.setEnabled(bool(found))
        group = QActionGroup(below)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        group.triggered.connect(self._on_value)
        for value, count in found:
            depth = value.count("/") if field == "tag" else 0
            shown = self.words(field, value)
            shown = "    " * depth + (value.rpartition("/")[2] if field == "tag" else shown)
            escaped = shown.replace("&", "&&")
            action = QAction(tr("{value}  ({count})", value=escaped, count=count), below)
            if field == "color":
                action.setIcon(dot_icon(value))
            action.setCheckable(True)
            action.setChecked(getattr(self.wanted, field) == value)
            action.setData((field, value))
            group.addAction(action)
            below.addAction(action)

    @Slot(QAction)
    def _on_value(self, action: QAction) -> None:
        field, value = action.data()
        self.set_wanted(replace(self.wanted, **{field: value if action.isChecked() else ""}))

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(action.data())

    @Slot()
    def _on_everything(self) -> None:
        self.set_wanted(Wanted())


class FilterChips(QWidget):
    """A chip for everything that is wanted; a press takes it away with `dropped(field)`."""

    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=4)
        self.hide()

    @property
    def chips(self) -> list[QToolButton]:
        """The chips from left to right."""
        return self.findChildren(QToolButton)

    def show_wanted(self, wanted: Wanted, words: Callable[[str, str], str]) -> None:
        """Show these chips."""
        for chip in self.chips:
            self._flow.takeAt(0)
            chip.setParent(None)
            chip.deleteLater()
        for field in FIELDS:
            value = getattr(wanted, field)
            if value:
                self._flow.addWidget(self._chip(field, words(field, value)))
        self.setVisible(wanted != Wanted())
        self.updateGeometry()

    def _chip(self, field: str, words: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 190)} ×")
        told = tr("No longer only “{value}”", value=words)
        chip.setToolTip(told)
        chip.setAccessibleName(told)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setProperty("chip", True)
        chip.clicked.connect(partial(self._drop, field))
        return chip

    def _drop(self, field: str, _checked: bool = False) -> None:
        self.dropped.emit(field)


def _names_of(tags: Iterable[str]) -> Iterator[str]:
    """Yield tags and the groups above them."""
    for tag in tags:
        parts = tag.split("/")
        yield from ("/".join(parts[: at + 1]) for at in range(len(parts)))


def _tag_place(counted: tuple[str, int]) -> list[str]:
    """Sort below their groups, whatever sign stands in a name."""
    return counted[0].casefold().split("/")
