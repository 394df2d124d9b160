"""The one question before something is deleted for ever: how much, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from desktop.library.trashing import Emptying

COUNTS: dict[str, str] = {
    "document": mark("%n documents"),
    "memo": mark("%n memos"),
    "note": mark("%n notes"),
    "bookmark": mark("%n bookmarks"),
    "search": mark("%n searches"),
}


def is_sure(emptying: Emptying, parent: QWidget) -> bool:
    """Ask, and return whether it shall be done."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Delete for ever"))
    box.setIcon(QMessageBox.Icon.Warning)
    counts = QLocale().createSeparatedList(
        [tr(COUNTS[kind], n=n) for kind, n in emptying.counts.items()]
    )
    box.setText(tr("Delete for ever: {counts}?", counts=counts))
    box.setInformativeText("\n".join(_details(emptying)))
    roles = QMessageBox.ButtonRole
    delete = box.addButton(tr("Delete"), roles.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), roles.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is delete


def _details(emptying: Emptying) -> list[str]:
    told = []
    if emptying.unplaced:
        told.append(
            tr(
                "%n notes on these documents keep their words and carry their quotation.",
                n=emptying.unplaced,
            )
        )
    if emptying.marks:
        told.append(tr("%n highlights on these documents go along.", n=emptying.marks))
    if emptying.quoted:
        told.append(tr("%n documents stay, because memos quote them.", n=emptying.quoted))
    told.append(tr("This cannot be undone. A backup is made first."))
    return told
