"""Deeds on names that notes share: tags and their groups, and what the colors mean."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from db import colors, notes
from db.errors import UserError
from db.model import COLORS
from desktop.library.noting import Noting, tidy_tags

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tagging(Noting):
    """What can be done with tags and with the names of colors."""

    def rename_tag(self, old: str, new: str) -> int:
        """Give a tag another name in every note, the trash too; return how many notes changed.

        What stands below it (`old/…`) moves along. A name that is in use merges the two. One step.
        """
        wanted = tidy_tags([new])
        if not wanted:
            raise UserError("tag-empty")
        moved = notes.load_tagged(self._base.conn, old)
        if not moved:
            raise UserError("tag-unknown", tag=old)
        if wanted[0] == old:
            return 0
        merges = bool(notes.load_tagged(self._base.conn, wanted[0]))
        words = "merge tags" if merges else "rename tag"
        after = [
            replace(n, tags=tidy_tags(_renamed(t, old, wanted[0]) for t in n.tags)) for n in moved
        ]
        self._replace_notes(words, moved, after)
        return len(after)

    def remove_tag(self, tag: str) -> int:
        """Take a tag off every note, the trash too; return how many notes changed. One step."""
        bearing = [n for n in notes.load_tagged(self._base.conn, tag) if tag in n.tags]
        if not bearing:
            raise UserError("tag-unknown", tag=tag)
        after = [replace(n, tags=tuple(t for t in n.tags if t != tag)) for n in bearing]
        self._replace_notes("remove tag", bearing, after)
        return len(after)

    def color_names(self) -> dict[str, str]:
        """Return color → the name that it was given, in the order of the colors."""
        return colors.load_color_names(self._base.conn)

    def name_colors(self, names: Mapping[str, str]) -> None:
        """Name colors; '' takes a name away, what is not given stays. One step."""
        unknown = next((c for c in names if c not in COLORS), None)
        if unknown is not None:
            raise UserError("color-unknown", color=unknown, choices=", ".join(COLORS))
        before = self.color_names()
        given = {color: " ".join(name.split()) for color, name in names.items()}
        after = {color: name for color, name in {**before, **given}.items() if name}
        if after == before:
            return
        self._swap_names(before, after)
        self._remember(
            "name colors",
            partial(self._swap_names, after, before),
            partial(self._swap_names, before, after),
        )

    def _swap_names(self, expected: Mapping[str, str], wanted: Mapping[str, str]) -> None:
        with self._base.write() as conn:
            if colors.load_color_names(conn) != expected:
                raise UserError("undo-conflict", words="name colors")
            colors.save_color_names(conn, wanted)
        self.changes.tell("color")


def _renamed(tag: str, old: str, new: str) -> str:
    """Return a tag under its new name, when it is the old one or stands below it."""
    below = tag.startswith(f"{old}/")
    return new + tag[len(old) :] if below or tag == old else tag
