"""Store and load what the colors mean to the reader: `red` is “important”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import COLORS, whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def load_color_names(conn: sqlite3.Connection) -> dict[str, str]:
    """Return color → name in the order of the colors; those without a name are left out."""
    named = dict(conn.execute("SELECT color, name FROM color_name").fetchall())
    return {color: named[color] for color in COLORS if named.get(color)}


def save_color_names(conn: sqlite3.Connection, names: Mapping[str, str]) -> None:
    """Replace all names; a color with an empty one has none."""
    conn.execute("DELETE FROM color_name")
    conn.executemany(
        "INSERT INTO color_name(color, name) VALUES (?, ?)",
        ((color, whole(name)) for color, name in names.items() if name),
    )
