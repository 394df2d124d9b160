"""Match the clauses of two editions one to one: same words first, then likeness in context. Pure.

Nothing here knows of notes. A link says which unit of the new edition (or which few in a row, where
a clause was split or joined) an old one became, how alike they are and whether that is certain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from db.rare import Rare
from db.shadow import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.layout import Layout
    from db.model import Node

FAINT = 45.0
"""Likeness (0–100) under which two units have nothing to do with one another."""
LIKE = 62.0
"""Likeness from which a unit is taken for the successor of another one in the same context."""
SURE = 80.0
"""Likeness from which only a rival that is as like makes a pair doubtful."""
GUESS = 57.0
"""Likeness under which nothing but the place speaks for a pair: never certain."""
HELD_IN_PLACE = 53.0
"""The same where both neighbors and the parent say that this is the place."""
HOLDS = 88.0
"""Share of the shorter wording that the longer one must hold to count as the same, added to."""
ROUNDS = (85.0, 70.0, 58.0, FAINT)
IN_GAP, BESIDE, SAME_PARENT = 5.0, 4.0, 5.0
TELLING = 12.0
"""What it counts that a unit holds all that only the old one says."""
FULL = IN_GAP + 2 * BESIDE + SAME_PARENT
SHORT = 6.0
"""Weight under which likeness says little."""
ALTERNATIVES = 5
COPIES = 2_500
"""Pairs of copies of one sentence up to which every pair is looked at; more only by neighbors."""
CROWD = 32
"""Units like another one that are looked at: rows of a table are all alike."""
LONG = 4_000
"""Letters from which a unit is not looked for inside another one."""


@dataclass(frozen=True, slots=True)
class Link:
    """Old units `old[0]..old[1]` became new units `new[0]..new[1]` (both inclusive)."""

    old: tuple[int, int]
    new: tuple[int, int]
    likeness: float
    is_same: bool = False
    is_certain: bool = False


@dataclass(slots=True)
class Alignment:
    """Which unit and which node of the old edition became which of the new one."""

    old: Layout
    new: Layout
    links: dict[int, Link] = field(default_factory=dict)
    rivals: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    """Old unit → other new units that are like it, with their likeness, best first."""
    nodes: dict[int, tuple[int, float]] = field(default_factory=dict)
    """Old node → new node that holds most of the same words, and the share (0–1) they have."""

    def taken(self) -> set[int]:
        """Return the new units that an old one became."""
        return {j for link in self.links.values() for j in range(link.new[0], link.new[1] + 1)}


def align(old: Layout, new: Layout) -> Alignment:
    """Match the units of two editions."""
    return _Matching(old, new).run()


class _Matching:
    """The work of one alignment: pairs of units, found in rounds from the sure to the likely."""

    def __init__(self, old: Layout, new: Layout) -> None:
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.like: dict[tuple[int, int], float] = {}
        self.telling: dict[tuple[int, int], float] = {}
        self.near: dict[int, list[int]] = defaultdict(list)
        self.far: dict[int, list[int]] = defaultdict(list)
        self.same: set[int] = set()
        self.unsure: set[int] = set()
        self.parents: dict[int, tuple[int, float]] = {}
        self.size, self.room = old.sizes(), new.sizes()
        self.order = {i: at for at, i in enumerate(old.spoken)}
        self.new_order = {j: at for at, j in enumerate(new.spoken)}

    def run(self) -> Alignment:
        self._pair_same_words()
        self.parents = self._vote()
        self._compare()
        self._keep_nearest()
        for least in ROUNDS:
            self._pair_alike(least)
            self.parents = self._vote()
        found = Alignment(self.old, self.new)
        found.links = {i: self._link(i, j) for i, j in self.pairs.items()}
        self._join(found)
        found.nodes = self.parents
        found.rivals = {i: self._rivals(i) for i in self.near}
        return found

    # same words

    def _pair_same_words(self) -> None:
        """Pair what stands once in both, then what context tells apart, then what is left over."""
        here, there = self.old.by_signs(), self.new.by_signs()
        shared = [(here[s], there[s], s) for s in here if s in there]
        for ours, theirs, signs in shared:
            if len(ours) == len(theirs) == 1 and weight(signs) >= SHORT:
                self._pair(ours[0], theirs[0])
        self.same |= set(self.pairs)
        many = [(list(o), list(t)) for o, t, _ in shared if o[0] not in self.pairs]
        while self._pair_by_context(many):
            pass
        for ours, theirs in many:
            left, right = self._free(ours, theirs)
            if left and len(left) == len(right):
                for i, j in zip(left, right, strict=True):
                    self._pair(i, j)
                    self.same.add(i)
                    if len(ours) > 1 or len(theirs) > 1:
                        self.unsure.add(i)

    def _pair_by_context(self, groups: Iterable[tuple[list[int], list[int]]]) -> bool:
        """Pair copies of one sentence that stand in the same context; tell whether any did."""
        self.parents = self._vote()
        before = len(self.pairs)
        for ours, theirs in groups:
            left, right = self._free(ours, theirs)
            few = len(left) * len(right) <= COPIES
            for i in left:
                likely = right if few else self._next_to_neighbors(i, set(right))
                scored = sorted(((self._context(i, j), j) for j in likely), reverse=True)
                if not scored or scored[0][0] < BESIDE:
                    continue
                best, j = scored[0]
                others = left if few else ()
                rival = max((self._context(k, j) for k in others if k != i), default=0.0)
                second = scored[1][0] if len(scored) > 1 else 0.0
                if best > max(second, rival):
                    self._pair(i, j)
                    self.same.add(i)
                    right = [k for k in right if k != j]
        return len(self.pairs) > before

    def _next_to_neighbors(self, i: int, free: set[int]) -> list[int]:
        """Return the free new units beside what the neighbors of an old one became."""
        found = []
        for step in (-1, 1):
            at = self.order[i] + step
            near = self.old.spoken[at] if 0 <= at < len(self.old.spoken) else -1
            to = self.new_order[self.pairs[near]] - step if near in self.pairs else -1
            if 0 <= to < len(self.new.spoken) and self.new.spoken[to] in free:
                found.append(self.new.spoken[to])
        return found

    def _free(self, ours: Sequence[int], theirs: Sequence[int]) -> tuple[list[int], list[int]]:
        left = [i for i in ours if i not in self.pairs]
        return left, [j for j in theirs if j not in self.back]

    def _pair(self, i: int, j: int) -> None:
        self.pairs[i], self.back[j] = j, i

    # likeness

    def _compare(self) -> None:
        """Measure every old unit that is left against every new one that is left."""
        ours = [i for i in self.old.spoken if i not in self.pairs]
        theirs = [j for j in self.new.spoken if j not in self.back]
        letters = [self.new.units[j].letters for j in theirs]
        rare = Rare(self.old, self.new)
        for i in ours:
            query = self.old.units[i].letters
            for _, likeness, at in process.extract(
                query, letters, scorer=fuzz.ratio, processor=None, limit=CROWD, score_cutoff=FAINT
            ):
                j = theirs[at]
                self.like[i, j] = likeness
                self.telling[i, j] = TELLING * rare.share(i, j)
                self.near[i].append(j)
                self.far[j].append(i)

    def _keep_nearest(self) -> None:
        """Of many old units that are like a new one, keep the most alike."""
        for j, ours in self.far.items():
            if len(ours) > CROWD:
                self.far[j] = sorted(ours, key=lambda i: (-self.like[i, j], i))[:CROWD]

    def _pair_alike(self, least: float) -> None:
        """Pair the most alike first, context counting; each unit once."""
        free = [
            (self._fit(i, j), i, j)
            for (i, j), likeness in self.like.items()
            if likeness >= least and i not in self.pairs and j not in self.back
        ]
        for _, i, j in sorted(free, key=lambda f: (-f[0], f[1], f[2])):
            if i not in self.pairs and j not in self.back:
                self._pair(i, j)

    def _fit(self, i: int, j: int) -> float:
        """Return how well a pair fits: likeness, context, and the words that few others have."""
        return self.like[i, j] + self._context(i, j) + self.telling[i, j]

    def _context(self, i: int, j: int) -> float:
        """Return what the neighbors and the parent say for a pair: 0 to 18."""
        points = 0.0
        for step in (-1, 1):
            near, far = self._beside(i, j, step)
            if near is not None and far is not None and self.pairs.get(near) == far:
                points += BESIDE
        if self._is_in_gap(i, j):
            points += IN_GAP
        above, over = self.old.units[i].above, self.new.units[j].above
        if above >= 0 and over >= 0 and self.parents.get(above, (-1, 0.0))[0] == over:
            points += SAME_PARENT
        return points

    def _beside(self, i: int, j: int, step: int) -> tuple[int | None, int | None]:
        at, to = self.order[i] + step, self.new_order[j] + step
        near = self.old.spoken[at] if 0 <= at < len(self.old.spoken) else None
        far = self.new.spoken[to] if 0 <= to < len(self.new.spoken) else None
        return near, far

    def _is_in_gap(self, i: int, j: int, reach: int = 6) -> bool:
        """Whether the nearest paired neighbors on both sides stand around the new unit too."""
        sides = []
        for step in (-1, 1):
            at = self.order[i] + step
            for _ in range(reach):
                if not 0 <= at < len(self.old.spoken):
                    break
                found = self.pairs.get(self.old.spoken[at])
                if found is not None:
                    sides.append((self.new_order[found] - self.new_order[j]) * step)
                    break
                at += step
        return len(sides) == 2 and all(0 < s <= reach for s in sides)

    # certainty

    def _link(self, i: int, j: int) -> Link:
        if i in self.same:
            return Link((i, i), (j, j), 100.0, True, i not in self.unsure)
        likeness = self.like[i, j]
        return Link((i, i), (j, j), likeness, False, self._is_certain(i, j, likeness))

    def _is_certain(self, i: int, j: int, likeness: float) -> bool:
        context = self._context(i, j)
        margin = self._fit(i, j) - self._best_other(i, j)
        if likeness < SURE and self._is_said_elsewhere(i, j):
            return False
        likeness = max(likeness, self._held(i, j))
        short = min(weight(self.old.units[i].signs), weight(self.new.units[j].signs)) < SHORT
        if short:
            return likeness >= LIKE and context >= IN_GAP + BESIDE and margin >= 10
        if likeness >= SURE:
            return margin >= 6
        if likeness >= LIKE:
            return margin >= (8 if context >= BESIDE else 14)
        least = HELD_IN_PLACE if context >= FULL else GUESS
        return likeness >= least and context >= IN_GAP + BESIDE and margin >= 20

    def _is_said_elsewhere(self, i: int, j: int) -> bool:
        """Whether another new unit says clearly more of what only this old one says."""
        least = self.telling[i, j] + TELLING / 4
        return any(self.telling[i, k] > least for k in self.near[i] if k != j)

    def _held(self, i: int, j: int) -> float:
        """Return how much of the shorter wording the longer holds, less than likeness proper."""
        one, other = self.old.units[i].letters, self.new.units[j].letters
        share = 100 * LCSseq.similarity(one, other) / max(1, min(len(one), len(other)))
        return share - 12 if share >= HOLDS else 0.0

    def _best_other(self, i: int, j: int) -> float:
        """Return how well the best rival fits that has no better partner of its own."""
        best = 0.0
        for k in self.near[i]:
            if k != j:
                fits = self._fit(i, k)
                if not self._is_better_placed(self.back.get(k), k, fits):
                    best = max(best, fits)
        for k in self.far[j]:
            if k != i:
                fits = self._fit(k, j)
                partner = self.pairs.get(k)
                if partner is None or not self._is_better_placed(k, partner, fits):
                    best = max(best, fits)
        return best

    def _is_better_placed(self, i: int | None, j: int, than: float) -> bool:
        if i is None:
            return False
        if i in self.same:
            return True
        return self._fit(i, j) >= than + 4

    def _rivals(self, i: int) -> list[tuple[int, float]]:
        ranked = sorted(((self.like[i, j], j) for j in self.near[i]), reverse=True)
        return [(j, likeness) for likeness, j in ranked[:ALTERNATIVES]]

    # split and joined clauses

    def _join(self, found: Alignment) -> None:
        """Widen a link over its free neighbors where that makes both sides more alike."""
        for i in sorted(found.links):
            link = found.links[i]
            if link.is_same or link.old != (i, i):
                continue
            better = self._widened(link, found)
            if better is not link:
                for k in range(better.old[0], better.old[1] + 1):
                    if not self.old.units[k].is_number:
                        found.links[k] = better
                for j in range(better.new[0], better.new[1] + 1):
                    self.back.setdefault(j, i)
        for i in self.old.spoken:
            if i not in found.links:
                self._join_into_neighbor(i, found)

    def _widened(self, link: Link, found: Alignment) -> Link:
        """Take free neighbors in while the likeness of the whole grows."""
        best = link
        grown = True
        while grown:
            grown = False
            for side, step in (("new", 1), ("new", -1), ("old", 1), ("old", -1)):
                wider = self._step(best, side, step, found)
                if wider is not None and wider.likeness > best.likeness + 3:
                    best, grown = wider, True
        if best is link:
            return link
        return replace(best, is_certain=best.likeness >= 75 or link.is_certain)

    def _step(self, link: Link, side: str, step: int, found: Alignment) -> Link | None:
        layout = self.new if side == "new" else self.old
        first, last = link.new if side == "new" else link.old
        edge = first if step < 0 else last
        order = self.new_order if side == "new" else self.order
        at = order[edge] + step
        if not 0 <= at < len(layout.spoken):
            return None
        beside = layout.spoken[at]
        if beside in (self.back if side == "new" else found.links):
            return None
        span = (min(first, beside), max(last, beside))
        old, new = (link.old, span) if side == "new" else (span, link.new)
        return Link(old, new, self._likeness(old, new))

    def _likeness(self, old: tuple[int, int], new: tuple[int, int]) -> float:
        return fuzz.ratio(self.old.letters(old), self.new.letters(new))

    def _join_into_neighbor(self, i: int, found: Alignment) -> None:
        """Link an old clause that a neighbor's successor holds whole: the two were joined."""
        letters = self.old.units[i].letters
        if weight(self.old.units[i].signs) < SHORT or len(letters) > LONG:
            return
        for step in (-1, 1):
            at = self.order[i] + step
            if not 0 <= at < len(self.old.spoken):
                continue
            beside = self.old.spoken[at]
            link = found.links.get(beside)
            if link is None or link.is_same:
                continue
            held = fuzz.partial_ratio(letters, self.new.letters(link.new))
            if len(self.new.letters(link.new)) > len(letters) and held >= 88:
                span = (min(link.old[0], i), max(link.old[1], i))
                wide = Link(span, link.new, self._likeness(span, link.new), False, True)
                for k in range(span[0], span[1] + 1):
                    if not self.old.units[k].is_number:
                        found.links[k] = wide
                return

    # structure

    def _vote(self) -> dict[int, tuple[int, float]]:
        """Return old node → new node of the same kind that shares most of its words."""
        old, new = self.old, self.new
        shared: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for i, j in self.pairs.items():
            said = weight(old.units[i].signs)
            over = list(new.lineage(new.units[j].node))
            for a in old.lineage(old.units[i].node):
                for b in over:
                    if _is_peer(old.nodes[a], new.nodes[b]):
                        shared[a][b] += said
        best: dict[int, tuple[int, float]] = {}
        for a, counted in shared.items():
            ranked = sorted(
                ((2 * said / (self.size[a] + self.room[b]), b) for b, said in counted.items()),
                key=lambda r: (-r[0], r[1]),
            )
            best[a] = (ranked[0][1], min(ranked[0][0], 1.0))
        return best


def _is_peer(one: Node, other: Node) -> bool:
    """Whether two places may be the same: of one kind, or as deep (a named plan has own kinds)."""
    return one.kind == other.kind or one.depth == other.depth
