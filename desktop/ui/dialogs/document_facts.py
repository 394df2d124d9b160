"""What is known about a document, to be changed: title, number, date, issuers, region and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop.ui.dialogs.buttons import ok_and_cancel
from desktop.ui.views.facts_form import FactsForm
from desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.model import DocumentFacts


class FactsDialog(QDialog):
    """Hands the facts to `deed`, which returns a sentence when they cannot be taken."""

    def __init__(
        self,
        facts: DocumentFacts,
        deed: Callable[[DocumentFacts], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._deed = deed
        self.form = FactsForm(self)
        self.form.show_facts(facts)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.form, self.trouble, ok_and_cancel(self, self._on_accepted)):
            layout.addWidget(widget)
        self.setMinimumWidth(680)
        self.form.fields["title"].setFocus()

    @Slot()
    def _on_accepted(self) -> None:
        trouble = self._deed(self.form.facts())
        if not trouble:
            self.accept()
            return
        self.trouble.setText(trouble)
        self.trouble.show()
        self.form.fields["title"].setFocus()
