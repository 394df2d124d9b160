"""The notes of the pane as a list: filtered by words and facts, in the order that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.model import COLORS, STATUSES, Note
from desktop.ui.days import day_words, local_time, moment_words
from desktop.ui.models.row_list import RowList
from desktop.ui.models.tips import rich_tip
from desktop.ui.note_words import ORDINARY, sensitivity_words, status_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


NEWEST, CHANGED, IN_TEXT, BY_COLOR, BY_STATUS = "newest", "changed", "text", "color", "status"
ORDERS = (NEWEST, CHANGED, IN_TEXT, BY_COLOR, BY_STATUS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shown notes must carry; '' is anything. A tag also stands for the group it names."""

    color: str = ""
    tag: str = ""
    status: str = ""
    sensitivity: str = ""
    author: str = ""

    def holds(self, note: Note) -> bool:
        """Return whether a note carries all of it."""
        tagged = any(t == self.tag or t.startswith(f"{self.tag}/") for t in note.tags)
        return (
            self.color in ("", note.color)
            and (not self.tag or tagged)
            and self.status in ("", note.status)
            and self.sensitivity in ("", note.sensitivity)
            and self.author in ("", note.author)
        )


class NotesModel(RowList[Note]):
    """Answers with the notes that fit the filter; the one that is edited always fits."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[Note, ...] = ()
        self._filter: tuple[str, ...] = ()
        self._wanted = Wanted()
        self._order = NEWEST
        self.kept = ""

    def key(self, row: Note) -> str:
        """Return the note's uid."""
        return row.uid

    def words(self, row: Note) -> str:
        """Return the note, else the words that it marks."""
        return row.body or quote_of(row)

    def spoken(self, row: Note) -> str:
        """Return marked words, note, status, sensitivity, tags, place and day."""
        facts = [row.status not in ORDINARY and status_words(row.status)]
        facts += [row.sensitivity not in ORDINARY and sensitivity_words(row.sensitivity)]
        parts = [quote_of(row), row.body, *(f for f in facts if f), ", ".join(row.tags)]
        parts += [row.path, day_words(row.changed)]
        return ". ".join(p.strip().rstrip(".") for p in parts if p.strip())

    def tip(self, row: Note) -> str:
        """Return the marked words and the note in full, with place, facts and times."""
        times = [tr("Written {time}", time=moment_words(row.created))]
        if row.changed != row.created:
            times.append(tr("Changed {time}", time=moment_words(row.changed)))
        place = " · ".join(p for p in (row.document, row.path, row.region or "") if p)
        quote = quote_of(row)
        facts = (status_words(row.status), sensitivity_words(row.sensitivity), row.author)
        carried = " · ".join(f for f in facts if f)
        return rich_tip(f"“{quote}”" if quote else "", row.body, place, carried, "\n".join(times))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes that were given, in the order in which they were given: as in the text."""
        return self._notes

    @property
    def order(self) -> str:
        """The order of the cards, one of `ORDERS`."""
        return self._order

    @property
    def wanted(self) -> Wanted:
        """What the notes in view carry."""
        return self._wanted

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes; they come in the order of the text."""
        self._notes = tuple(notes)
        self._refresh()

    def set_filter(self, text: str) -> None:
        """Show only notes that hold every word of `text` in body, quote, tags, place or author."""
        self._filter = tuple(text.casefold().split())
        self._refresh()

    def set_wanted(self, wanted: Wanted) -> None:
        """Show only notes that carry this."""
        self._wanted = wanted
        self._refresh()

    def set_order(self, order: str) -> None:
        """Choose the order of the cards."""
        self._order = order if order in ORDERS else NEWEST
        self._refresh()

    def note(self, uid: str) -> Note | None:
        """Return a note by its uid, also one that the filter hides."""
        return next((n for n in self._notes if n.uid == uid), None)

    def in_text_order(self, uids: set[str]) -> tuple[str, ...]:
        """Return the uids in the order of the text, as a memo wants them."""
        return tuple(n.uid for n in self._notes if n.uid in uids)

    def _refresh(self) -> None:
        shown = [n for n in self._notes if n.uid == self.kept or self._fits(n)]
        if self._order == NEWEST:
            shown.sort(key=_day_written, reverse=True)
        elif self._order == CHANGED:
            shown.sort(key=_changed, reverse=True)
        elif self._order == BY_COLOR:
            shown.sort(key=_color_place)
        elif self._order == BY_STATUS:
            shown.sort(key=_status_place)
        self.replace(shown)

    def _fits(self, note: Note) -> bool:
        if not self._wanted.holds(note):
            return False
        if not self._filter:
            return True
        told = (note.body, quote_of(note), " ".join(note.tags), note.path, note.author)
        held = " ".join(told).casefold()
        return all(word in held for word in self._filter)


def quote_of(note: Note) -> str:
    """Return the words that a note marks, '' when it hangs on nothing."""
    return note.anchor.quote if note.anchor else ""


def _day_written(note: Note) -> str:
    """Return the local day on which a note was begun: what is edited keeps its place."""
    begun = local_time(note.created)
    return begun.date().isoformat() if begun else ""


def _changed(note: Note) -> str:
    return note.changed


def _color_place(note: Note) -> int:
    """Return the place of a note's color in the order of the keys; no color comes last."""
    return COLORS.index(note.color) if note.color in COLORS else len(COLORS)


def _status_place(note: Note) -> int:
    return STATUSES.index(note.status) if note.status in STATUSES else len(STATUSES)
