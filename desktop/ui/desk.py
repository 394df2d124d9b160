"""What every controller works with: library, window, jobs, choices; and one way to fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from db.errors import UserError
from desktop.ui.unsaved import Unsaved
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.library import Library
    from desktop.settings import Settings
    from desktop.ui.jobs import Jobs
    from desktop.ui.main_window import MainWindow

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Desk:
    """The collaborators of the controllers, handed to each of them."""

    library: Library
    window: MainWindow
    settings: Settings
    jobs: Jobs
    unsaved: Unsaved = field(default_factory=Unsaved)

    def read(self, ask: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Ask the library; a `UserError` stands above the page and None is returned."""
        try:
            return ask(*args, **kwargs)
        except UserError as error:
            self.fail(error)
            return None

    def change(self, deed: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Do a deed that writes and tell the truth about it in the status line."""
        try:
            result = deed(*args, **kwargs)
        except UserError as error:
            self.fail(error)
            self.window.status.show_unsaved()
            return None
        if not self.unsaved:
            self.window.status.show_saved()
        return result

    def fail(self, error: UserError) -> None:
        """Show the sentence of an error above the page."""
        self.window.messages.show_failure(sentence(error))
