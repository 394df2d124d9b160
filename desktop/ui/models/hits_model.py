"""The hits of a search as a list: best first, or as in the text by document and region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from db.model import CLAUSE, Hit
from desktop.ui.models.row_list import RowList
from desktop.ui.models.tips import rich_tip
from desktop.ui.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from db.model import Facet

Index = QModelIndex | QPersistentModelIndex
NOTE = "note"
MEMO = "memo"
REASONS = {
    "printed as ": mark("printed as {words}"),
    "named ": mark("named {words}"),
}
"""How the search room begins a reason → the same in the words of the window."""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """A heading over the hits of one document and region."""

    document: str
    region: str
    count: int


class HitsModel(RowList[Hit | HitGroup]):
    """Answers with hits, and with headings between them when they stand as in the text."""

    def __init__(self) -> None:
        super().__init__()
        self._ranked = False
        self._many = False
        self.colors: Mapping[str, str] = {}

    @property
    def ranked(self) -> bool:
        """Whether the best hit stands first."""
        return self._ranked

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits without the headings."""
        return tuple(r for r in self.rows if isinstance(r, Hit))

    def whereabouts(self, hit: Hit) -> str:
        """Return the region of a hit, and its document among many, where no heading says it."""
        if not self._ranked:
            return ""
        region = hit.region if hit.region and hit.region != hit.title else ""
        return " · ".join(p for p in (region, hit.document if self._many else "") if p)

    def key(self, row: Hit | HitGroup) -> tuple[str, ...]:
        """Return the uid of a hit, the place of a heading."""
        if isinstance(row, Hit):
            # Around the text hits have no node and share the uid of their edition.
            place = str(row.start) if is_around(row) else ""
            return ("hit", row.kind, row.uid, place)
        return ("group", row.document, row.region)

    def words(self, row: Hit | HitGroup) -> str:
        """Return the snippet of a hit, the words of a heading."""
        if isinstance(row, Hit):
            return row.snippet or row.title
        return " · ".join(p for p in (row.document, row.region) if p)

    def spoken(self, row: Hit | HitGroup) -> str:
        """Return what is found, where, its words and why."""
        if isinstance(row, HitGroup):
            return f"{self.words(row)}, {tr('%n hits', n=row.count)}"
        title = "" if row.title == row.snippet else row.title
        parts = (
            kind_words(row),
            place_words(row),
            row.region or "",
            title,
            row.snippet,
            why_words(row),
        )
        return ". ".join(p for p in parts if p)

    def tip(self, row: Hit | HitGroup) -> str:
        """Return place and words in full."""
        if isinstance(row, HitGroup):
            return rich_tip(self.words(row))
        place = " · ".join(p for p in (row.document, place_words(row), row.region or "") if p)
        return rich_tip(place, row.title if row.title != row.snippet else "", row.snippet)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that hits can be chosen and headings cannot."""
        row = self.row_at(index)
        if isinstance(row, HitGroup):
            return Qt.ItemFlag.NoItemFlags | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def set_hits(
        self, hits: Sequence[Hit], *, ranked: bool, colors: Mapping[str, str] | None = None
    ) -> None:
        """Show these hits; `colors` are those of the notes among them, by uid."""
        self._ranked = ranked
        self.colors = colors or {}
        known = tuple({self.key(h): h for h in hits}.values())
        self._many = len({h.document for h in known if h.document}) > 1
        self.replace(known if ranked else list(_grouped(known)))


def _grouped(hits: Sequence[Hit]) -> Iterator[Hit | HitGroup]:
    """Yield the hits under headings, documents and regions in the order of their first hit."""
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.document, hit.region or ""), []).append(hit)
    for (document, region), found in groups.items():
        yield HitGroup(document, region, len(found))
        yield from found


def kind_words(hit: Hit) -> str:
    """Return what is found, in one word."""
    if hit.kind == NOTE:
        return tr("Note")
    if hit.kind == MEMO:
        return tr("Memo")
    if is_around(hit):
        return tr("Passage")
    return tr("Clause") if hit.kind == CLAUSE else tr("Heading")


def is_around(hit: Hit) -> bool:
    """Whether a hit stands around the text: in a circular, a lede, on no node."""
    return hit.kind not in (NOTE, MEMO) and hit.path.startswith("@")


def place_words(hit: Hit) -> str:
    """Return where a hit stands: its path, or that it is around the text."""
    return tr("around the text") if hit.path.startswith("@") else hit.path


def why_words(hit: Hit) -> str:
    """Return why a hit was found when its words do not show it, else ''."""
    if hit.reason:
        return _reason_words(hit.reason)
    if hit.via == "tag":
        return tr("found by its tag")
    if hit.via == "heading" and hit.kind == CLAUSE:
        return tr("found by its heading")
    if hit.via == NOTE and hit.kind != NOTE:
        return tr("found by a note on it")
    return ""


def _reason_words(reason: str) -> str:
    """Return a reason of the search room in the language of the window."""
    for lead, words in REASONS.items():
        if reason.startswith(lead):
            return tr(words, words=reason[len(lead) :])
    return reason


AROUND_KINDS = ("chrome", "lede", "circular", "contact")
KINDS = {
    CLAUSE: mark("Clauses"),
    NOTE: mark("Notes"),
    "highlight": mark("Highlights"),
    MEMO: mark("Memos"),
    "part": mark("Parts"),
    "chapter": mark("Chapters"),
    "section": mark("Sections"),
    "region": mark("Regions"),
    "task": mark("Tasks"),
    "measure": mark("Measures"),
    "article": mark("Articles"),
    "paragraph": mark("Paragraphs"),
    "item": mark("Items"),
    "annex": mark("Annexes"),
    "heading": mark("Headings"),
    "preamble": mark("Preamble"),
    "chrome": mark("Page chrome"),
    "lede": mark("News lede"),
    "circular": mark("Circular"),
    "contact": mark("Contact"),
}
"""Kind → how its chip says it; importers may name kinds of their own."""


def facet_words(facet: Facet) -> str:
    """Return what a part of the hits is called."""
    if facet.field != "kind":
        return facet.words
    known = KINDS.get(facet.value)
    return tr(known) if known else facet.words[:1].upper() + facet.words[1:]


def count_words(hits: Sequence[Hit]) -> str:
    """Return how many of what were found: “8 clauses · 1 heading · 2 notes”."""
    return _counted(Counter("@" if is_around(h) else h.kind for h in hits))


def total_words(facets: Sequence[Facet]) -> str:
    """Return the same of what was counted, whether it is shown or not."""
    kinds = [f for f in facets if f.field == "kind"]
    chosen = [f for f in kinds if f.chosen] or kinds
    counts = Counter[str]()
    for facet in chosen:
        counts["@" if facet.value in AROUND_KINDS else facet.value] += facet.count
    return _counted(counts)


def _counted(kinds: Counter[str]) -> str:
    clauses, around, memos = kinds[CLAUSE], kinds["@"], kinds[MEMO]
    notes = kinds[NOTE] + kinds["highlight"]
    headings = kinds.total() - clauses - notes - around - memos
    parts = (
        tr("%n clauses", n=clauses) if clauses else "",
        tr("%n headings", n=headings) if headings else "",
        tr("%n notes", n=notes) if notes else "",
        tr("%n memos", n=memos) if memos else "",
        tr("%n passages around the text", n=around) if around else "",
    )
    return " · ".join(p for p in parts if p)
