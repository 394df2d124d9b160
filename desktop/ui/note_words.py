"""What a note carries, in words: statuses, sensitivities, colors with the names they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import COLORS
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

STATUS_WORDS: dict[str, str] = {
    "open": mark("Still open"),
    "question": mark("Question"),
    "waiting": mark("Waiting for an answer"),
    "done": mark("Done"),
}
SENSITIVITY_WORDS: dict[str, str] = {
    "public": mark("Public"),
    "internal": mark("Internal"),
    "restricted": mark("Restricted"),
}
COLOR_WORDS = (
    mark("Yellow"),
    mark("Green"),
    mark("Red"),
    mark("Blue"),
    mark("Violet"),
    mark("Orange"),
    mark("Teal"),
    mark("Gray"),
)
ORDINARY = ("open", "internal")
"""What most notes are; a card does not say it."""


def status_words(status: str) -> str:
    """Return a status as people read it; a stored word that is not known stays as it is."""
    return tr(STATUS_WORDS[status]) if status in STATUS_WORDS else status


def sensitivity_words(sensitivity: str) -> str:
    """Return a sensitivity as people read it; a stored word that is not known stays as it is."""
    known = sensitivity in SENSITIVITY_WORDS
    return tr(SENSITIVITY_WORDS[sensitivity]) if known else sensitivity


def color_words(color: str, names: Mapping[str, str] | None = None) -> str:
    """Return a color of the model as people read it, with the name that it was given."""
    if color not in COLORS:
        return ""
    words, name = tr(COLOR_WORDS[COLORS.index(color)]), (names or {}).get(color, "")
    return tr("{color} – {name}", color=words, name=name) if name else words
