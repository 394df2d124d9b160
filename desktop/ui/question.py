"""What is searched for and how it is meant, as the window knows it; choices are remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.model import Ask

if TYPE_CHECKING:
    from desktop.settings import Settings

RELATED, GLOSSARY, AROUND = "related", "glossary", "around"
DOCUMENT, REGION, KIND = "document", "region", "kind"


class Question:
    """The question of the moment: every change makes another `Ask`.

    Order and switches are choices that last; scope and facets belong to one search.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.ask = self._plain()

    def _plain(self) -> Ask:
        get = self._settings.get
        return Ask(
            order=get("search_order", "best"),
            related=get("search_related", False),
            glossary=get("search_glossary", True),
            around=get("search_around", False),
            typing=True,
        )

    def reset(self) -> None:
        """Ask nothing, as it is asked when nothing was narrowed."""
        self.ask = self._plain()

    def put(self, ask: Ask) -> None:
        """Ask as a kept search asks: its words are finished."""
        self.ask = replace(ask, typing=False, edition=None)

    def say(self, query: str) -> None:
        """Ask for other words, the last of which may be unfinished."""
        self.ask = replace(self.ask, query=query, typing=True)

    def look_in(self, scope: str) -> None:
        """Look among all, clauses, notes or memos; the kinds of one are not those of another."""
        self.ask = replace(self.ask, scope=scope, kinds=())

    def stand_in(self, order: str) -> None:
        """Let hits stand in an order."""
        self.ask = replace(self.ask, order=order)
        self._keep("search_order", order)

    def switch(self, name: str, on: bool) -> None:
        """Let related words, glossary or the text around the plan count, or not."""
        if name == RELATED:
            self.ask = replace(self.ask, related=on)
        elif name == GLOSSARY:
            self.ask = replace(self.ask, glossary=on)
        elif name == AROUND:
            self.ask = replace(self.ask, around=on)
        self._keep(f"search_{name}", on)

    def toggle(self, field: str, value: str) -> None:
        """Leave only this part of a field, beside those chosen before; or no longer."""
        if field == DOCUMENT:
            self.ask = replace(self.ask, documents=_toggled(self.ask.documents, value))
        elif field == REGION:
            self.ask = replace(self.ask, regions=_toggled(self.ask.regions, value))
        elif field == KIND:
            self.ask = replace(self.ask, kinds=_toggled(self.ask.kinds, value))

    def widen(self) -> None:
        """Take away whatever narrows."""
        self.ask = replace(self.ask, scope="all", documents=(), regions=(), kinds=())

    def _keep(self, name: str, choice: object) -> None:
        self._settings.put(name, choice)
        self._settings.save()


def _toggled(chosen: tuple[str, ...], value: str) -> tuple[str, ...]:
    left = tuple(v for v in chosen if v != value)
    return left if value in chosen else (*chosen, value)
