"""The one event that says what changed. Views listen; nobody polls a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Listener = Callable[["Change"], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed.

    `kind` is document, note, bookmark, color, memo, search, history, or library: another program
    wrote, read all again.
    """

    kind: str
    uids: tuple[str, ...] = ()


class Changes:
    """Hands each change to every listener, in the order in which they joined."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._held: list[Change] | None = None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener and return the deed that removes it again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Tell what is told within at its end, when all of it is done; nothing if it fails."""
        before, self._held = self._held, []
        try:
            yield
        except BaseException:
            self._held = before
            raise
        told, self._held = self._held, before
        for change in told:
            self.tell(change.kind, *change.uids)

    def tell(self, kind: str, *uids: str) -> None:
        """Tell every listener what changed."""
        if self._held is not None:
            self._held.append(Change(kind, uids))
            return
        for listener in tuple(self._listeners):
            listener(Change(kind, uids))
