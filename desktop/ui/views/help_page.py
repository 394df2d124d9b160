"""The help: every action with its keys, how a day goes; how to search, taken from two tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop.library.asking import EXAMPLES
from desktop.ui import theme
from desktop.ui.actions import LINE, MENUS, READER, SUBMENUS, action_of, keys_of, plain
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QKeyEvent

    from desktop.library.asking import Example

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


SEARCHING = (
    mark("Whatever you type finds something or nothing; it is never an error. Click an example to "
         "try it."),
    mark("Exact words come first. The switches below the hits add related words, the readings of "
         "the glossary, and the text around the plan."),
)  # fmt: skip
TRY = "try:"


class HelpPage(QWidget):
    """`closed()` on Esc; `query_chosen(query)` when an example of a search was clicked."""

    closed = Signal()
    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.topic = "keys"
        self.text = QTextBrowser(self)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 8, 16)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)
        theme.signals().changed.connect(self.fill)
        self.text.anchorClicked.connect(self._on_anchor_clicked)
        self.fill()

    def show_topic(self, topic: str) -> None:
        """Show `keys` or `search`, from the beginning."""
        self.topic = topic
        self.fill()
        self.text.verticalScrollBar().setValue(0)

    def fill(self) -> None:
        """Write the page in the colors of the moment."""
        search = self.topic == "search"
        self.text.setAccessibleName(tr("How to search") if search else tr("Keys and help"))
        self.text.setHtml(_search_page() if search else _page())

    @Slot(QUrl)
    def _on_anchor_clicked(self, link: QUrl) -> None:
        number = int(link.toString().removeprefix(TRY))
        self.query_chosen.emit(_all_typed()[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _search_page() -> str:
    """Return the table of the query language, each example a link that tries it."""
    t = theme.tokens()
    rows = [
        f"<tr><td width='250'>{_examples(_typed(e))}</td>"
        f"<td width='400'>{escape(tr(e.found))}</td></tr>"
        for e in EXAMPLES
    ]
    notes = "".join(f"<p style='margin:0 0 6px 0'>{escape(tr(line))}</p>" for line in SEARCHING)
    title = escape(tr("How to search"))
    head = f"<tr><td style='color:{t.muted.name()}'>{escape(tr('You type'))}</td>"
    head += f"<td style='color:{t.muted.name()}'>{escape(tr('You find'))}</td></tr>"
    table = f"<table cellpadding='3'>{head}{''.join(rows)}</table>"
    return f"<h1 style='font-size:17pt'>{title}</h1>{notes}{table}"


def _examples(typed: Iterable[str]) -> str:
    look = f"color:{theme.tokens().accent.name()};text-decoration:none"
    known = _all_typed()
    links = (
        f"<a style='{look}' href='{TRY}{known.index(query)}'>{escape(query)}</a>" for query in typed
    )
    return "<br>".join(links)


def _typed(example: Example) -> tuple[str, ...]:
    chinese = QLocale().language() == QLocale.Language.Chinese
    return example.chinese if chinese else example.typed


def _all_typed() -> list[str]:
    return [query for example in EXAMPLES for query in _typed(example)]


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
