"""Words that could not be saved: kept, and tried again until they are; nothing typed is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Deed = Callable[[], object]

AGAIN_MS = 3000


class Unsaved(QObject):
    """The last words of each note or memo that were refused. `all_saved()` when none is left."""

    all_saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[Hashable, tuple[Deed, Deed]] = {}
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    def __bool__(self) -> bool:
        """Whether something is not saved yet."""
        return bool(self._kept)

    def __contains__(self, key: Hashable) -> bool:
        """Whether something of this note or memo is not saved yet."""
        return key in self._kept

    def keep(self, key: Hashable, save: Deed, done: Deed) -> None:
        """Try `save` again until it succeeds, then do `done`; newer words replace older ones."""
        self._kept[key] = (save, done)
        self._again.start()

    def forget(self, key: Hashable) -> None:
        """Stop trying: newer words were saved, or nobody wants them."""
        if self._kept.pop(key, None) and not self._kept:
            self._again.stop()
            self.all_saved.emit()

    def clear(self) -> None:
        """Give all of it up, as was asked."""
        self._kept.clear()
        self._again.stop()

    @Slot()
    def try_again(self) -> None:
        """Try to save everything now; the first refusal ends the attempt."""
        for key, (save, done) in tuple(self._kept.items()):
            try:
                save()
            except UserError:
                return
            done_before = self._kept.pop(key, None)
            done()
            if done_before is not None and not self._kept:
                self._again.stop()
                self.all_saved.emit()
