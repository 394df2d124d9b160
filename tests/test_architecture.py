"""Who may import whom: the arrows of the house, as a test that turns red the day a wrong one is drawn."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PURE = {"db.model", "db.errors", "db.revision"}
STORES = {
    "db.connection",
    "db.migrations",
    "db.documents",
    "db.nodes",
    "db.notes",
    "db.memos",
    "db.searches",
}
DEEDS = {"desktop.library", "desktop.history", "desktop.changes"}

# room → (our modules it may import, third parties it may import); the longest matching name counts
ROOMS: dict[str, tuple[set[str], set[str]]] = {
    "db": (set(), set()),
    "db.model": (set(), set()),
    "db.errors": (set(), set()),
    "db.search": (PURE | {"db.search"}, {"whoosh"}),
    "db.pages": (PURE, set()),
    "db.troubles": (PURE, set()),
    "db.turns": (set(), set()),
    "db.connection": (
        PURE | {"db.lock", "db.troubles", "db.turns", "db.migrations", "db.backup", "db.replacing"},
        set(),
    ),
    "db.backup": (PURE | {"db.connection", "db.lock", "db.troubles"}, set()),
    "db.trash": (PURE | {"db.search.index"}, set()),
    "db.raw_pages": (set(), set()),
    "db.mending": ({"db.documents", "db.pages"}, set()),
    "db.salvage": (
        PURE
        | {"db.backup", "db.connection", "db.mending", "db.raw_pages", "db.replacing"}
        | {"db.search.index", "db.troubles"},
        set(),
    ),
    "db.replacing": (
        PURE | {"db.backup", "db.connection", "db.lock", "db.migrations", "db.troubles"},
        set(),
    ),
    "db.migrations": (PURE | {"db.search.index"}, {"sqlite_utils"}),
    "db.documents": (PURE | {"db.pages", "db.search.index"}, set()),
    "db.nodes": (PURE | {"db.pages", "db.documents"}, set()),
    "db.notes": (PURE | {"db.pages", "db.search.index"}, set()),
    "db.memos": (PURE | {"db.search.index"}, set()),
    "db.searches": (PURE, set()),
    "db.bookmarks": (PURE, set()),
    "db.colors": (PURE, set()),
    "db.positions": (PURE, set()),
    "db.revision": ({"db.model"}, set()),
    "db.shadow": (set(), set()),
    "db.layout": (PURE | {"db.pages", "db.shadow"}, set()),
    "db.rare": ({"db.layout"}, set()),
    "db.alignment": (PURE | {"db.layout", "db.rare", "db.shadow"}, {"rapidfuzz"}),
    "db.differences": (PURE | {"db.layout", "db.shadow"}, {"rapidfuzz"}),
    "db.comparison": (PURE | {"db.alignment", "db.layout"}, set()),
    "db.anchors": (
        PURE | {"db.alignment", "db.differences", "db.layout", "db.shadow"},
        {"rapidfuzz"},
    ),
    "db.reviews": (
        PURE | {"db.anchors", "db.documents", "db.nodes", "db.notes", "db.search.index"},
        set(),
    ),
    "desktop": (set(), set()),
    "desktop.importers": (
        PURE | {"desktop.importers"},
        {"lxml", "pypdfium2", "charset_normalizer", "markdown_it"},
    ),
    "desktop.exporters": (PURE | {"desktop.exporters"}, {"docx", "lxml"}),
    "desktop.changes": (set(), set()),
    "desktop.history": (PURE, set()),
    "desktop.paths": ({"db.errors"}, {"platformdirs"}),
    "desktop.settings": ({"desktop.paths"}, set()),
    "desktop.library": (
        {"db", "desktop.importers", "desktop.exporters", "desktop.library", "desktop.paths"}
        | DEEDS,
        set(),
    ),
    "desktop.ui": (PURE | DEEDS | {"desktop.ui", "desktop.paths", "desktop.settings"}, {"PySide6"}),
    "desktop.app": ({"db", "desktop"}, {"PySide6"}),
    "desktop.self_test": ({"db", "desktop"}, {"PySide6"}),
    "desktop.sample_files": ({"desktop.app"}, {"docx"}),
    "desktop.cli": ({"db", "desktop"}, set()),
    "desktop.__main__": ({"desktop"}, set()),
}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {
    module_name(p): p for room in ("db", "desktop") for p in sorted((ROOT / room).rglob("*.py"))
}


def imports(tree: ast.AST) -> set[str]:
    """Every module that is imported anywhere in the tree, late and type-checking imports too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the arrow"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(name: str) -> str | None:
    """The module of ours that an imported name stands for (a name inside a module counts as it)."""
    while name:
        if name in FILES:
            return name
        name = name.rpartition(".")[0]
    return None


def room_of(module: str) -> tuple[set[str], set[str]]:
    return ROOMS[max((r for r in ROOMS if within(module, {r})), key=len)]


def within(module: str, allowed: set[str]) -> bool:
    return any(module == a or module.startswith(a + ".") for a in allowed)


def wrong_arrows(module: str, tree: ast.AST) -> list[str]:
    own, third = room_of(module)
    wrong = []
    for name in sorted(imports(tree)):
        top = name.partition(".")[0]
        target = ours(name)
        if target is None:
            if top not in sys.stdlib_module_names and top not in third:
                wrong.append(f"{module} → {name}")
        elif (
            target not in ("desktop", "db", "db.search")
            and target != module
            and not within(target, own)
        ):
            wrong.append(f"{module} → {target}")
    return wrong


@pytest.mark.parametrize("module", FILES)
def test_every_arrow_is_allowed(module):
    assert wrong_arrows(module, ast.parse(FILES[module].read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("db.notes", "import desktop.library"),
        ("db.notes", "from PySide6.QtCore import QObject"),
        ("desktop.ui.views.reader", "import sqlite3 as s, db.notes"),
        ("desktop.importers.text", "from desktop.exporters import docx"),
        ("desktop.library", "def f():\n    from desktop.ui import words"),
        ("desktop.cli", "import PySide6"),
    ],
)
def test_a_wrong_arrow_is_seen(module, line):
    assert wrong_arrows(module, ast.parse(line))


def test_only_the_search_room_knows_whoosh():
    users = {
        m
        for m, p in FILES.items()
        if any(i.startswith("whoosh") for i in imports(ast.parse(p.read_text("utf-8"))))
    }
    assert users
    assert all(within(m, {"db.search"}) for m in users)


def test_no_room_opens_the_network():
    banned = ("socket", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "asyncio")
    for module, path in FILES.items():
        names = imports(ast.parse(path.read_text("utf-8")))
        assert not [n for n in names if n.startswith(banned)], module
        network = [n for n in names if n.startswith("PySide6.QtNetwork")]
        assert all(n.endswith(("QLocalServer", "QLocalSocket")) for n in network), module


def test_there_is_no_drawer():
    drawers = {"utils", "helpers", "common", "misc", "manager", "tools", "mixed"}
    assert not [m for m in FILES if set(m.split(".")) & drawers]


def test_no_sql_in_the_window():
    for module, path in FILES.items():
        if within(module, {"desktop.ui"}):
            assert "SELECT " not in path.read_text("utf-8"), module
