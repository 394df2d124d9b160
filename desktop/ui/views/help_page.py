"""The help page: every action with its keys, taken from the one table, and how a day goes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.actions import LINE, MENUS, READER, SUBMENUS, action_of, keys_of, plain
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QKeyEvent

STORY = (
    mark("Type a word in the field at the top: clauses and notes answer while you type. "
         "Up and Down choose a hit, Return goes there, Esc returns to the contents."),
    mark("Select words in the text. Press H to mark them, 1 to 8 for another color, N to write "
         "a note, M to put the clause into the memo."),
    mark("Everything is saved at once. Ctrl+Z takes back the last deed, whatever it was; deleted "
         "notes wait in the trash."),
    mark("Open the memo below the contents, put its paragraphs in order and export it as a Word "
         "document: every quotation carries its citation."),
)  # fmt: skip


class HelpPage(QWidget):
    """`closed()` on Esc."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(tr("Keys and help"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 8, 16)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)
        theme.signals().changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Write the page in the colors of the moment."""
        self.text.setHtml(_page())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _page() -> str:
    t = theme.tokens()
    parts = [f"<h1 style='font-size:17pt'>{escape(tr('Keys and help'))}</h1>"]
    parts += [f"<p style='margin:0 0 8px 0'>{escape(tr(line))}</p>" for line in STORY]
    for words, names in MENUS:
        rows = list(_rows(names))
        if rows:
            parts.append(
                f"<h2 style='font-size:13pt;margin-top:16px'>{escape(plain(tr(words)))}</h2>"
            )
            parts.append(f"<table cellpadding='3' width='560'>{''.join(rows)}</table>")
    only = escape(tr("only while the text has the focus"))
    parts.append(f"<p style='color:{t.muted.name()};margin-top:12px'>* {only}</p>")
    return "".join(parts)


def _rows(names: Iterable[str]) -> Iterator[str]:
    color = theme.tokens().muted.name()
    for name in names:
        if name.startswith("> "):
            yield from _rows(SUBMENUS[name[2:]][1])
        elif name != LINE and action_of(name).keys:
            action = action_of(name)
            star = " *" if action.context == READER else ""
            keys = ", ".join(keys_of(action))
            yield (
                f"<tr><td width='380'>{escape(plain(tr(action.words)))}</td>"
                f"<td style='color:{color}'>{escape(keys)}{star}</td></tr>"
            )
