"""The notes of the pane as a list: filtered by words, last day first or as in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import Note
from desktop.ui.days import day_words, local_time, moment_words
from desktop.ui.models.row_list import RowList
from desktop.ui.models.tips import rich_tip
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


class NotesModel(RowList[Note]):
    """Answers with the notes that fit the filter; the one that is edited always fits."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[Note, ...] = ()
        self._filter: tuple[str, ...] = ()
        self._newest_first = True
        self.kept = ""

    def key(self, row: Note) -> str:
        """Return the note's uid."""
        return row.uid

    def words(self, row: Note) -> str:
        """Return the note, else the words that it marks."""
        return row.body or quote_of(row)

    def spoken(self, row: Note) -> str:
        """Return marked words, note, tags, place and day."""
        parts = [quote_of(row), row.body, ", ".join(row.tags), row.path, day_words(row.changed)]
        return ". ".join(p.strip().rstrip(".") for p in parts if p.strip())

    def tip(self, row: Note) -> str:
        """Return the marked words and the note in full, with place and times."""
        times = [tr("Written {time}", time=moment_words(row.created))]
        if row.changed != row.created:
            times.append(tr("Changed {time}", time=moment_words(row.changed)))
        place = " · ".join(p for p in (row.document, row.path, row.region or "") if p)
        quote = quote_of(row)
        return rich_tip(f"“{quote}”" if quote else "", row.body, place, "\n".join(times))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes that were given, in the order in which they were given: as in the text."""
        return self._notes

    @property
    def newest_first(self) -> bool:
        """Whether the notes of the last day stand on top, or all stand as in the text."""
        return self._newest_first

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes; they come in the order of the text."""
        self._notes = tuple(notes)
        self._refresh()

    def set_filter(self, text: str) -> None:
        """Show only notes that hold every word of `text` in body, quote, tags or place."""
        self._filter = tuple(text.casefold().split())
        self._refresh()

    def set_newest_first(self, newest_first: bool) -> None:
        """Choose the order of the cards."""
        self._newest_first = newest_first
        self._refresh()

    def note(self, uid: str) -> Note | None:
        """Return a note by its uid, also one that the filter hides."""
        return next((n for n in self._notes if n.uid == uid), None)

    def in_text_order(self, uids: set[str]) -> tuple[str, ...]:
        """Return the uids in the order of the text, as a memo wants them."""
        return tuple(n.uid for n in self._notes if n.uid in uids)

    def _refresh(self) -> None:
        shown = [n for n in self._notes if n.uid == self.kept or self._fits(n)]
        if self._newest_first:
            shown.sort(key=_day_written, reverse=True)
        self.replace(shown)

    def _fits(self, note: Note) -> bool:
        if not self._filter:
            return True
        held = " ".join((note.body, quote_of(note), " ".join(note.tags), note.path)).casefold()
        return all(word in held for word in self._filter)


def quote_of(note: Note) -> str:
    """Return the words that a note marks, '' when it hangs on nothing."""
    return note.anchor.quote if note.anchor else ""


def _day_written(note: Note) -> str:
    """Return the local day on which a note was begun: what is edited keeps its place."""
    begun = local_time(note.created)
    return begun.date().isoformat() if begun else ""
