"""Every action of the program, once: it feeds menus, toolbar, tooltips and context menus.

`deed` names the method of a controller that does it. Actions of the `reader` answer to single keys
and only while the text has the focus, so that a letter typed elsewhere is a letter. Ctrl+K is kept
free for the palette.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from db.model import COLORS
from desktop.ui import theme
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

GLOBAL = "global"
READER = "reader"
NAVIGATOR = "navigator"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `value` is handed to the deed; `short` is the word in the toolbar.

    `group` makes it one of several, of which one is checked; `checkable` a switch. `about` is a
    sentence for the tooltip when the words alone say too little.
    """

    id: str
    words: str
    deed: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    context: str = GLOBAL
    short: str = ""
    about: str = ""
    value: str = ""
    group: str = ""
    checkable: bool = False


COLOR_WORDS: dict[str, str] = {
    "yellow": mark("&Yellow"),
    "green": mark("&Green"),
    "red": mark("&Red"),
    "blue": mark("&Blue"),
    "violet": mark("&Violet"),
    "orange": mark("&Orange"),
    "teal": mark("&Teal"),
    "gray": mark("Gr&ay"),
}

ACTIONS: tuple[Action, ...] = (
    Action("import.files", mark("&Import…"), "import_files", ("Ctrl+O",)),
    Action("import.folder", mark("Import f&older…"), "import_folder"),
    Action(
        "document.facts", mark("&About this document…"), "edit_document", ("F2",), context=NAVIGATOR
    ),
    Action(
        "document.group",
        mark("Move to &group…"),
        "move_to_group",
        ("Ctrl+Shift+M",),
        about=mark("Put the chosen documents into a group"),
    ),
    Action("group.rename", mark("Re&name the group…"), "rename_group"),
    Action("document.original", mark("Open the o&riginal file"), "open_original"),
    Action(
        "document.compare",
        mark("&Compare editions…"),
        "compare_editions",
        about=mark("Show what changed between two editions, clause by clause"),
    ),
    Action(
        "document.remove",
        mark("Move the &document to the trash"),
        "remove_document",
        ("Del",),
        context=NAVIGATOR,
    ),
    Action(
        "sort.added", mark("As they were &added"), "sort_documents", value="added", group="sort"
    ),
    Action("sort.name", mark("By &name"), "sort_documents", value="name", group="sort"),
    Action("sort.date", mark("By &date"), "sort_documents", value="date", group="sort"),
    Action("export.memo", mark("Export &memo…"), "export_memo", icon="export-variant"),
    Action(
        "export.notes",
        mark("&Export these notes…"),
        "export_notes",
        ("Ctrl+E",),
        about=mark("Write the notes in view to a Word document"),
    ),
    Action(
        "export.view",
        mark("Export what is shown…"),
        "export_view",
        icon="export-variant",
        short=mark("Export"),
        about=mark("Write the memo, or the notes in view, to a Word document"),
    ),
    Action("library.folder", mark("Show the library’s &folder"), "show_folder"),
    Action("library.backups", mark("&Backups…"), "show_backups"),
    Action("library.copy", mark("&Copy the library…"), "copy_library"),
    Action("library.move", mark("&Move the library…"), "move_library"),
    Action("program.quit", mark("&Quit"), "quit", ("Ctrl+Q",)),
    Action("edit.undo", mark("&Undo"), "undo", ("Ctrl+Z",), icon="undo"),
    Action("edit.redo", mark("&Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Action(
        "text.copy",
        mark("&Copy"),
        "copy_words",
        ("Ctrl+C",),
        context=READER,
        icon="content-copy",
    ),
    Action(
        "text.cite",
        mark("Copy with c&itation"),
        "copy_cited",
        ("C",),
        context=READER,
        icon="format-quote-close",
    ),
    Action("find.page", mark("&Find in this document…"), "find_in_document", ("Ctrl+F",)),
    Action("find.next", mark("Find &next"), "next_hit", ("F3",)),
    Action("find.previous", mark("Find &previous"), "previous_hit", ("Shift+F3",)),
    Action(
        "find.library",
        mark("&Search clauses and notes"),
        "search_library",
        ("Ctrl+Shift+F",),
        icon="magnify",
    ),
    Action("find.contents", mark("&Hits in the contents"), "show_hits_in_contents", ("Ctrl+T",)),
    Action("search.save", mark("&Save this search…"), "save_search", ("Ctrl+Shift+S",)),
    Action("search.rename", mark("&Rename the search…"), "rename_search"),
    Action("search.up", mark("Move &up"), "move_search_up"),
    Action("search.down", mark("Move &down"), "move_search_down"),
    Action("search.delete", mark("Re&move the search"), "delete_search"),
    Action("search.forget", mark("&Clear recent searches"), "forget_searches"),
    Action(
        "view.notes",
        mark("&Notes pane"),
        "show_notes_pane",
        ("F9",),
        checkable=True,
        icon="dock-right",
    ),
    Action("zoom.in", mark("&Larger text"), "zoom_in", ("Ctrl++", "Ctrl+=")),
    Action("zoom.out", mark("&Smaller text"), "zoom_out", ("Ctrl+-",)),
    Action("zoom.normal", mark("N&ormal text size"), "zoom_normal", ("Ctrl+0",)),
    Action("theme.system", mark("As the &system"), "choose_theme", value="system", group="theme"),
    Action("theme.light", mark("&Light"), "choose_theme", value="light", group="theme"),
    Action("theme.dark", mark("&Dark"), "choose_theme", value="dark", group="theme"),
    Action(
        "language.system", mark("As the &system"), "choose_language", value="", group="language"
    ),
    Action("language.en", "English", "choose_language", value="en", group="language"),
    Action("language.zh_CN", "简体中文", "choose_language", value="zh_CN", group="language"),
    Action("view.full", mark("&Full screen"), "show_full_screen", ("F11",), checkable=True),
    Action("go.back", mark("&Back"), "go_back", ("Alt+Left",), icon="arrow-left"),
    Action("go.forward", mark("&Forward"), "go_forward", ("Alt+Right",), icon="arrow-right"),
    Action("go.previous", mark("&Previous page"), "previous_page", ("Ctrl+PgUp",)),
    Action("go.next", mark("&Next page"), "next_page", ("Ctrl+PgDown",)),
    Action("go.place", mark("&Go to place…"), "go_to_place", ("Ctrl+G",)),
    Action("go.pane", mark("Next p&ane"), "next_pane", ("F6",)),
    Action("go.trash", mark("&Trash"), "show_trash"),
    Action(
        "note.highlight",
        mark("&Highlight"),
        "highlight",
        ("H",),
        icon="marker",
        context=READER,
        short=mark("Highlight"),
        about=mark("Mark the chosen words"),
    ),
    *(
        Action(
            f"note.{color}",
            COLOR_WORDS[color],
            "highlight",
            (str(number),),
            context=READER,
            value=color,
        )
        for number, color in enumerate(COLORS, 1)
    ),
    Action(
        "note.add",
        mark("&Add note"),
        "add_note",
        ("N",),
        icon="note-plus-outline",
        context=READER,
        short=mark("Note"),
        about=mark("Write a note on the chosen words, or on the clause"),
    ),
    Action(
        "note.heading",
        mark("On the task or &heading"),
        "add_heading_note",
        ("Shift+N",),
        context=READER,
    ),
    Action("note.region", mark("On the &region or chapter"), "add_region_note", context=READER),
    Action("note.document", mark("On the whole &document"), "add_document_note"),
    Action("note.colors", mark("Na&mes of the colors…"), "name_colors"),
    Action("note.tags", mark("&Tags…"), "edit_tags"),
    Action("note.author", mark("&Your name…"), "name_author"),
    Action(
        "bookmark.toggle",
        mark("Book&mark this place"),
        "toggle_bookmark",
        ("Ctrl+D",),
        icon="bookmark-outline",
        short=mark("Bookmark"),
        about=mark("Keep this place in the tree, or let it go"),
    ),
    Action(
        "note.review",
        mark("&Check moved notes…"),
        "review_notes",
        about=mark("Say where notes belong whose clause a new edition changed"),
    ),
    Action("note.delete", mark("&Delete note"), "delete_note", icon="delete-outline"),
    Action(
        "memo.add",
        mark("&Add to memo"),
        "add_to_memo",
        ("M",),
        icon="file-document-edit-outline",
        context=READER,
        short=mark("Memo"),
        about=mark("Put the clause into the memo"),
    ),
    Action("memo.open", mark("&Open memo"), "open_memo"),
    Action("memo.new", mark("&New memo"), "new_memo", ("Ctrl+N",)),
    Action("memo.delete", mark("&Delete memo"), "delete_memo"),
    Action("help.keys", mark("&Keys and help"), "show_help", ("F1",)),
    Action("help.search", mark("How to &search"), "show_search_help", ("Shift+F1",)),
    Action("help.log", mark("Show the &log"), "show_log"),
    Action("help.about", mark("&About Clausebook"), "show_about"),
)

LINE = "-"
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("&File"),
        (
            "import.files",
            "import.folder",
            LINE,
            "document.facts",
            "document.group",
            "group.rename",
            "document.original",
            "document.compare",
            "document.remove",
            LINE,
            "export.memo",
            "export.notes",
            LINE,
            "> library",
            LINE,
            "program.quit",
        ),
    ),
    (
        mark("&Edit"),
        (
            "edit.undo",
            "edit.redo",
            LINE,
            "text.copy",
            "text.cite",
            LINE,
            "find.page",
            "find.next",
            "find.previous",
            LINE,
            "find.library",
            "find.contents",
            "> search",
        ),
    ),
    (
        mark("&View"),
        (
            "view.notes",
            LINE,
            "zoom.in",
            "zoom.out",
            "zoom.normal",
            LINE,
            "> sort",
            "> theme",
            "> language",
            LINE,
            "view.full",
        ),
    ),
    (
        mark("&Go"),
        (
            "go.back",
            "go.forward",
            LINE,
            "go.previous",
            "go.next",
            "go.place",
            "bookmark.toggle",
            LINE,
            "go.pane",
            "go.trash",
        ),
    ),
    (
        mark("&Note"),
        (
            *("note.highlight", "> color", "note.add", "> note_on", LINE),
            *("note.tags", "note.colors", "note.author", LINE, "note.review", LINE, "note.delete"),
        ),
    ),
    (
        mark("&Memo"),
        ("memo.add", LINE, "memo.open", "memo.new", LINE, "memo.delete", LINE, "export.memo"),
    ),
    (mark("&Help"), ("help.keys", "help.search", LINE, "help.log", "help.about")),
)
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "library": (
        mark("&Library"),
        ("library.backups", LINE, "library.copy", "library.move", LINE, "library.folder"),
    ),
    "theme": (mark("&Theme"), ("theme.system", "theme.light", "theme.dark")),
    "language": (mark("Lan&guage"), ("language.system", "language.en", "language.zh_CN")),
    "sort": (mark("Sort &documents"), ("sort.added", "sort.name", "sort.date")),
    "search": (
        mark("Saved s&earches"),
        (
            "search.save",
            LINE,
            "search.rename",
            "search.up",
            "search.down",
            "search.delete",
            LINE,
            "search.forget",
        ),
    ),
    "color": (mark("Highlight &in"), tuple(f"note.{c}" for c in COLORS)),
    "note_on": (mark("Add note &on"), ("note.heading", "note.region", "note.document")),
}
TOOLBAR_LEFT = ("go.back", "go.forward")
TOOLBAR_RIGHT = (
    *("note.highlight", "note.add", "bookmark.toggle"),
    *("memo.add", "export.view", "view.notes"),
)
READER_MENU = (
    *("note.highlight", "> color", "note.add", "> note_on", "memo.add", "bookmark.toggle", LINE),
    *("text.copy", "text.cite"),
)


class Actions:
    """The actions of one window by their ids, bound to their deeds."""

    def __init__(
        self,
        window: QWidget,
        reader: QWidget,
        deeds: Mapping[str, Callable[..., object]],
        navigator: QWidget | None = None,
    ) -> None:
        self._window = window
        self._groups: dict[str, QActionGroup] = {}
        self._made = {a.id: self._make(a, deeds[a.deed]) for a in ACTIONS}
        for action in ACTIONS:
            homes = {READER: reader, NAVIGATOR: navigator or window}
            homes.get(action.context, window).addAction(self._made[action.id])

    def __getitem__(self, name: str) -> QAction:
        """Return the action with this id."""
        return self._made[name]

    def _make(self, action: Action, deed: Callable[..., object]) -> QAction:
        made = QAction(tr(action.words), self._window)
        made.setObjectName(action.id)
        if action.keys:
            made.setShortcuts([QKeySequence(k) for k in action.keys])
        if action.context in (READER, NAVIGATOR):
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if action.id in (*TOOLBAR_LEFT, *TOOLBAR_RIGHT):
            theme.wear_icon(made, action.icon)
        if action.deed == "highlight" and action.value:
            theme.wear_swatch(made, action.value)
        made.setIconVisibleInMenu(action.deed == "highlight" and bool(action.value))
        made.setToolTip(_tooltip(action, made.shortcut()))
        if action.group:
            made.setActionGroup(self._group(action.group))
        made.setCheckable(action.checkable or bool(action.group))
        made.triggered.connect(partial(_call, deed, action, made))
        return made

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self._window)
        return self._groups[name]

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Say in the menus what the colors are called."""
        for color, words in COLOR_WORDS.items():
            name = names.get(color, "").replace("&", "&&")
            shown = tr("{color} – {name}", color=tr(words), name=name) if name else tr(words)
            self[f"note.{color}"].setText(shown)

    def check(self, group: str, value: str) -> None:
        """Check the one action of a group that stands for `value`."""
        for action in ACTIONS:
            if action.group == group:
                self[action.id].setChecked(action.value == value)

    def fill_bar(self, bar: QMenuBar) -> None:
        """Fill the menu bar from the table."""
        for words, names in MENUS:
            self.fill_menu(bar.addMenu(tr(words)), names)

    def fill_menu(self, menu: QMenu, names: Iterable[str]) -> None:
        """Fill a menu: ids, `-` for a line, `> name` for a submenu."""
        for name in names:
            if name == LINE:
                menu.addSeparator()
            elif name.startswith("> "):
                words, below = SUBMENUS[name[2:]]
                self.fill_menu(menu.addMenu(tr(words)), below)
            else:
                menu.addAction(self[name])


def action_of(name: str) -> Action:
    """Return the table's entry with this id."""
    return next(a for a in ACTIONS if a.id == name)


def _call(deed: Callable[..., object], action: Action, made: QAction, *_checked: bool) -> None:
    if action.checkable:
        deed(made.isChecked())
    elif action.value or action.group:
        deed(action.value)
    else:
        deed()


def _tooltip(action: Action, key: QKeySequence) -> str:
    """Return what it does and its first key, `Add note (N)`."""
    words = plain(tr(action.about or action.words))
    native = QKeySequence.SequenceFormat.NativeText
    return f"{words} ({key.toString(native)})" if action.keys else words


def keys_of(action: Action) -> list[str]:
    """Return the keys of an action as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(k).toString(native) for k in action.keys]


def plain(words: str) -> str:
    """Return the words of an action without mnemonic and ellipsis."""
    without = words.split("(&")[0] if "(&" in words else words.replace("&", "")
    return without.removesuffix("…").strip()
