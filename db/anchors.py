"""Find the place of a note again in a newer edition: moved with certainty, to review, or orphaned.

Pure. The clauses of both editions are aligned once (`db.alignment`); a quote is then looked for in
what its clause became, then word for word and unique elsewhere. What is close but not certain is
never placed: it comes with candidates for a person to choose from. No anchor is dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from db.alignment import Alignment, Link, align
from db.differences import Change, count
from db.layout import Words, lay_out
from db.model import Anchor, EditionUid
from db.revision import MOVED, ORPHANED, REVIEW, Candidate, Row
from db.shadow import shadow, weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.model import Node

CONTEXT = 32
"""Code points kept on both sides of a quote."""
TELLING = 12.0
"""Weight from which words that stand once in both editions say alone where they belong."""
KIN = 57.0
"""Likeness (0–100) from which changed words inside a changed clause are the same passage."""
LITTLE = 4.0
"""Weight from which words that stand once in a clause before and after are the same words."""
HALF = 0.5
"""Share of its words that a heading's successor must have for a note on it to move."""
FAINT = 50.0
"""Likeness under which a stretch is not even offered."""
OFFERED = 5
STOPS = ".,;:!?，、；：！？"


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of the new text, how alike its words are (0–100), and whether that is certain."""

    start: int
    end: int
    likeness: float
    is_certain: bool


class Mover:
    """Moves anchors from one edition to another; aligns the two once."""

    def __init__(self, old: tuple[str, Iterable[Node]], new: tuple[str, Iterable[Node]]) -> None:
        words = Words()
        self.alignment: Alignment = align(lay_out(*old, words), lay_out(*new, words))
        self._old, self._new = self.alignment.old, self.alignment.new
        self._node_at = {n.uid: at for at, n in enumerate(self._old.nodes)}
        self._starts = [u.start for u in self._old.units]
        self._changes: dict[tuple[tuple[int, int], tuple[int, int]], Change] = {}

    def move(self, anchor: Anchor, edition: EditionUid) -> Row:
        """Return the anchor's row for the new edition, and where else it might belong.

        A row to review or orphaned keeps the old quote and has no place (`start == end == 0`).
        """
        if anchor.kind == "document":
            return Row(replace(anchor, edition=edition, state=MOVED))
        found = self._find(anchor)
        certain = [f for f in found if f.is_certain]
        if certain:
            return Row(self._placed(anchor, edition, certain[0]))
        offered: dict[tuple[int, int], float] = {}
        for one in sorted(found, key=lambda f: -f.likeness):
            offered.setdefault((one.start, one.end), round(one.likeness / 100, 3))
        candidates = tuple(Candidate(*span, s) for span, s in list(offered.items())[:OFFERED])
        state = REVIEW if candidates else ORPHANED
        row = replace(anchor, edition=edition, start=0, end=0, first=None, last=None, state=state)
        return Row(row, candidates)

    def _placed(self, anchor: Anchor, edition: EditionUid, found: _Found) -> Anchor:
        start, end, text = found.start, found.end, self._new.text
        first, last = self._node_over(start), self._node_over(max(start, end - 1))
        kind = anchor.kind
        if kind == "node":
            fits = first is not None and (first.start, first.end) == (start, end)
            kind = "node" if fits or start == end else "passage"
        return Anchor(
            edition=edition,
            kind=kind,
            start=start,
            end=end,
            quote=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            first=first.uid if first else None,
            last=last.uid if last else None,
            state=MOVED,
        )

    # where

    def _find(self, anchor: Anchor) -> list[_Found]:
        whole = len(self._old.text)
        if anchor.start <= 0 and anchor.end >= whole > 0:
            return [_Found(0, len(self._new.text), 100.0, True)]
        node = self._node_at.get(anchor.first) if anchor.first else None
        if node is not None and (anchor.kind == "node" or anchor.start == anchor.end):
            place = self._old.nodes[node]
            if (anchor.start, anchor.end) == (place.start, place.end):
                return self._find_node(node)
        inside = self._find_passage(anchor.start, anchor.end)
        if any(f.is_certain and f.likeness >= 100 for f in inside):
            return self._with_marks(anchor, inside)
        elsewhere = self._find_elsewhere(anchor, inside)
        certain = next((f for f in inside if f.is_certain), None)
        strict = next((f for f in elsewhere if f.is_certain), None)
        if certain and strict and not _meet(certain, strict):
            return [strict, *inside]
        if certain and len(elsewhere) == 1 and not _meet(certain, elsewhere[0]):
            return [replace(certain, is_certain=False), *elsewhere]  # its clause, or its words?
        return [certain, *inside] if certain else [*elsewhere, *inside]

    def _with_marks(self, anchor: Anchor, inside: list[_Found]) -> list[_Found]:
        """Take in a mark (`1.`) that a quote began or ended with, where it stands there too."""
        signs = shadow(anchor.quote).text
        best = next(f for f in inside if f.is_certain)
        if signs == shadow(self._new.text[best.start : best.end]).text:
            return inside
        whole = [c for c in self._copies(signs) if _meet(c, best)]
        return [replace(whole[0], is_certain=True)] if len(whole) == 1 else inside

    def _find_node(self, node: int) -> list[_Found]:
        """Find a whole place: a clause by its words, a heading by what stands below it."""
        old, new = self._old, self._new
        unit = old.unit_of.get(node)
        link = self.alignment.links.get(unit) if unit is not None else None
        votes = self.alignment.nodes.get(node)
        found: list[_Found] = []
        if votes is not None:
            place = new.nodes[votes[0]]
            has_below = votes[0] in set(new.above)
            if has_below or unit is None:
                sure = votes[1] >= HALF and not self._speaks_against(link, votes[0])
                found.append(_Found(place.start, place.end, votes[1] * 100, sure))
        if not found and unit is None:
            found += self._same_kind(node)
        if unit is not None and not any(f.is_certain for f in found):
            found += self._find_passage(old.units[unit].start, old.units[unit].end)
        return found

    def _speaks_against(self, link: Link | None, node: int) -> bool:
        """Whether a heading's own words went to another heading than what stands below it."""
        if link is None or not link.is_certain:
            return False
        units = self._new.units[link.new[0] : link.new[1] + 1]
        return all(u.node != node for u in units)

    def _same_kind(self, node: int) -> list[_Found]:
        """Find the only place of a kind without words: the preamble."""
        kind, path = self._old.nodes[node].kind, self._old.nodes[node].path
        return [
            _Found(n.start, n.end, 100.0, True)
            for n in self._new.nodes
            if (n.kind, n.path) == (kind, path) and n.start == n.end
        ]

    def _find_passage(self, start: int, end: int) -> list[_Found]:
        units = self._units_in(start, end)
        spoken = [i for i in units if not self._old.units[i].is_number]
        if not units:
            return []
        if not spoken:
            node = self._old.units[units[0]].node
            votes = self.alignment.nodes.get(node)
            if len(units) > 1 or votes is None:
                return []
            place = self._new.nodes[votes[0]]
            sure = votes[1] >= HALF
            return [_Found(place.start, place.end, votes[1] * 100, sure)]
        pieces = [self._find_piece(i, start, end) for i in spoken]
        if len(pieces) == 1:
            return pieces[0]
        return self._joined(pieces, start, end)

    def _joined(self, pieces: list[list[_Found]], start: int, end: int) -> list[_Found]:
        """Join what the clauses of a passage became, where they still follow one another."""
        best = [p[0] for p in pieces if p]
        if not best:
            return []
        first, last = min(f.start for f in best), max(f.end for f in best)
        likeness = fuzz.ratio(
            shadow(self._old.text[start:end]).text, shadow(self._new.text[first:last]).text
        )
        ends_hold = bool(pieces[0]) and bool(pieces[-1])
        in_order = all(a.start <= b.start for a, b in pairwise(best))
        sure = ends_hold and in_order and likeness >= KIN
        sure = sure and pieces[0][0].is_certain and pieces[-1][0].is_certain
        if likeness < FAINT:
            return [replace(f, is_certain=False) for f in best[:OFFERED]]
        return [_Found(first, last, likeness, sure)]

    def _units_in(self, start: int, end: int) -> list[int]:
        units = self._old.units
        at = max(0, bisect_right(self._starts, start) - 1)
        found = []
        while at < len(units) and units[at].start < max(end, start + 1):
            if units[at].end > start:
                found.append(at)
            at += 1
        return found

    def _find_piece(self, i: int, start: int, end: int) -> list[_Found]:
        """Find the part of a passage that lies in one unit."""
        unit = self._old.units[i]
        first, last = unit.shadow.at(max(start, unit.start)), unit.shadow.at(min(end, unit.end))
        link = self.alignment.links.get(i)
        found: list[_Found] = []
        if link is not None and link.is_same:
            place = self._new.units[link.new[0]]
            span = place.shadow.span(first, last)
            if (first, last) == (0, len(unit.signs)):
                span = (place.start, place.end)
            found.append(_Found(*span, 100.0, link.is_certain))
            if not link.is_certain:
                found += self._copies(unit.signs[first:last])
        elif link is not None:
            found.append(self._find_changed(i, first, last, link))
        covers = last - first >= len(unit.signs) / 2
        if covers and not any(f.is_certain for f in found):
            for j, likeness in self.alignment.rivals.get(i, ()):
                rival = self._new.units[j]
                found.append(_Found(rival.start, rival.end, likeness, False))
        return [f for f in found if f.is_certain or f.likeness >= FAINT]

    def _find_changed(self, i: int, first: int, last: int, link: Link) -> _Found:
        """Find a part of a changed clause: its words if they are there, else what replaced them."""
        change = self._change(link)
        quote = change.quote(i, first, last)
        spot = change.spot(i, first, last)
        exact = change.exact(quote, spot)
        if exact is not None:
            is_over = exact[0] < spot[1] and exact[1] > spot[0]
            sure = is_over or (change.counts(quote) == (1, 1) and weight(quote) >= LITTLE)
            return _Found(*change.span(exact), 100.0, sure and link.is_certain)
        if change.covers(i, first, last):
            return _Found(*change.whole, link.likeness, link.is_certain)
        likeness = fuzz.ratio(quote, change.words(spot))
        sure = link.is_certain and likeness >= KIN
        return _Found(*change.span(spot), likeness, sure)

    def _change(self, link: Link) -> Change:
        key = (link.old, link.new)
        if key not in self._changes:
            self._changes[key] = Change(self._old, self._new, link.old, link.new)
        return self._changes[key]

    # elsewhere

    def _find_elsewhere(self, anchor: Anchor, inside: list[_Found]) -> list[_Found]:
        """Find a quote word for word anywhere: certain when it is unique and telling."""
        signs = shadow(anchor.quote).text
        copies = self._copies(signs)
        if not copies:  # a sentence that goes on in the new edition has another stop
            signs = signs.rstrip(STOPS)
            copies = self._copies(signs) if weight(signs) >= TELLING / 2 else []
        said = weight(signs)
        if said < 2 or not signs:
            return []
        if len(copies) != 1:
            return [] if inside and said < TELLING else copies
        only = copies[0]
        is_unique = count(self._old.shadow.text, signs) == 1
        if not is_unique:
            return [only] if said >= TELLING or not inside else []
        agrees = any(_meet(only, f) for f in inside)
        sure = agrees or said >= TELLING or self._has_context(anchor, only)
        return [replace(only, is_certain=sure)]

    def _copies(self, signs: str) -> list[_Found]:
        """Return where a quote stands word for word in the new edition, at most a few."""
        dark, at = self._new.shadow, -1
        found: list[_Found] = []
        if not signs:
            return []
        while len(found) < OFFERED and (at := dark.text.find(signs, at + 1)) >= 0:
            found.append(_Found(*dark.span(at, at + len(signs)), 100.0, False))
        return found

    def _has_context(self, anchor: Anchor, found: _Found) -> bool:
        """Whether what stands right before or after a quote is as it was."""
        text = self._new.text
        before = shadow(text[max(0, found.start - CONTEXT * 2) : found.start]).text
        after = shadow(text[found.end : found.end + CONTEXT * 2]).text
        prefix, suffix = shadow(anchor.prefix).text, shadow(anchor.suffix).text
        alike = _common(prefix[::-1], before[::-1]) + _common(suffix, after)
        return weight(alike) >= TELLING

    def _node_over(self, offset: int) -> Node | None:
        """Return the deepest node at an offset, as the store would find it."""
        return self._new.node_at(offset)


def _meet(one: _Found, other: _Found) -> bool:
    return one.start < other.end and one.end > other.start


def _common(one: str, other: str) -> str:
    """Return the beginning that two texts share."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:at]
    return one[: min(len(one), len(other))]
