"""The two buttons at the foot of a dialog that asks for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable


def ok_and_cancel(dialog: QDialog, accept: Callable[[], None]) -> QDialogButtonBox:
    """Return OK, the next deed, which calls `accept`, and Cancel, which closes the dialog."""
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    buttons.button(kinds.Ok).setText(tr("OK"))
    buttons.button(kinds.Ok).setProperty("deed", "next")
    buttons.button(kinds.Cancel).setText(tr("Cancel"))
    buttons.accepted.connect(accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
