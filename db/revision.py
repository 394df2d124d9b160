"""The nouns of a new edition: what became of its notes and clauses. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.model import Anchor, EditionUid, Node, Note

EXACT, MOVED, REVIEW, ORPHANED, KEPT_BEHIND = "exact", "moved", "review", "orphaned", "kept"
PLACED = (EXACT, MOVED)
"""States of an anchor that has a place in its edition."""
ASKED = (REVIEW, ORPHANED)
"""States of an anchor that waits for a person."""
KINDS = ("kept", "moved", "changed", "added", "deleted")
"""What became of a clause: as it was, the same words under another number, other words …"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the new edition where a note might belong; higher `score` (0–1) is better."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Row:
    """An anchor of a note in one edition, with the places that are offered for it."""

    anchor: Anchor
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A note whose place in the newest edition a person must say.

    `note` is told with its anchor in the last edition where it has a place. `state` is `review`
    (there are candidates) or `orphaned`.
    """

    note: Note
    edition: EditionUid
    edition_label: str
    state: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many notes moved to a new edition, wait for review or found no place."""

    moved: int = 0
    review: int = 0
    orphaned: int = 0

    @property
    def asked(self) -> int:
        """Return how many wait for a person."""
        return self.review + self.orphaned


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of two wordings: equal, or the old words that the new ones replaced (either empty)."""

    is_equal: bool
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of one clause: its nodes before and after (several when split or joined).

    `kind` is one of `KINDS`; an added clause has no old nodes, a deleted one no new ones.
    """

    kind: str
    old: tuple[Node, ...] = ()
    new: tuple[Node, ...] = ()
    likeness: float = 0.0
    is_certain: bool = True
