"""The structure grammar: numbered paragraphs become places of a tree, their sentences clauses.

The order of the mark families is learned per document: a row of numbers that is open closes
everything below it, a new row opens a level below the current one, and what was seen above another
family stays above it. Only the units of Chinese laws have a fixed order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.model import CLAUSE, PREAMBLE, Damage, Node, NodeUid
from desktop.importers.blocks import STOP, TITLE
from desktop.importers.chains import PARTS, Chosen, choose_marks, unit_rank
from desktop.importers.kinds import kind_of
from desktop.importers.marks import ARTICLES, LETTERED, TITLED
from desktop.importers.order import learn_order
from desktop.importers.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.importers.blocks import Block
    from desktop.importers.marks import Mark
    from desktop.importers.rows import Chain

    Namer = Callable[[str], str]

SHORT = 90
"""A run-in sentence up to this length after `Section 1.` is its title."""
PREFACE = re.compile(r"(序\s*言|序|前\s*言|引\s*言|Preamble|Preface|Foreword)$", re.IGNORECASE)
PREFACED = "preface"
NORMATIVE = re.compile(r"[（(](规范性|资料性|规范性附录|资料性附录|normative|informative)[）)]")
BRACKETED = re.compile(r"[【\[［][^】\]］]{1,40}[】\]］]")


@dataclass
class Level:
    """One open level: its row of numbers (None for a heading without one) and its node."""

    family: str
    chain: Chain | None
    path: str
    heading: int
    size: int = 1

    def goes_on(self, at: int) -> bool:
        """Tell whether its row has members behind a block."""
        return self.chain is not None and self.chain.continues_after(at)


def read_outline(
    text: str,
    blocks: Sequence[Block],
    zones: Sequence[str],
    namer: Namer | None = None,
    parts: Iterable[int] = (),
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Return the nodes of the blocks in document order, and what does not continue.

    `zones` names each block's zone; `namer` may name the kind of a path (empty: the grammar's own);
    `parts` are the places of blocks that begin another document in the same file.
    """
    outline = _Outline(text, blocks, zones, namer, frozenset(parts))
    outline.read()
    return tuple(outline.nodes), tuple(outline.doubts)


class _Outline:
    """The nodes read so far, the open levels and the doubts."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        zones: Sequence[str],
        namer: Namer | None,
        parts: frozenset[int],
    ) -> None:
        self.nodes: list[Node] = []
        self.doubts: list[str] = []
        self._text = text
        self._blocks = blocks
        self._zones = zones
        self._namer = namer
        self._parts = parts
        self._marks = choose_marks(blocks)
        self._order = learn_order(self._marks)
        self._levels: list[Level] = []
        self._above: set[tuple[str, str]] = set()
        self._taken: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        self._known: set[str] = set()

    def read(self) -> None:
        at = 0
        while at < len(self._blocks):
            at = self._read(at) + 1
        self.nodes = [self._settled(n) if n.kind == CLAUSE else n for n in self.nodes]

    def _settled(self, clause: Node) -> Node:
        """Give a clause its path, last of all: a printed number goes before a counted one."""
        path = self._free(clause.path)
        return replace(clause, path=path, label=path.rpartition(".")[2])

    def _read(self, at: int) -> int:
        """Read one block, or a mark and the title on the next line; return the last block read."""
        block, chosen = self._blocks[at], self._marks.get(at)
        if block.role == TITLE:
            return at
        if chosen is not None:
            return self._numbered(at, chosen)
        is_preface = PREFACE.fullmatch(block.text) and not self._levels
        if (block.level or at in self._parts or is_preface) and not block.role:
            self._heading(at)
        else:
            self._paragraph(block, at)
        return at

    # headings

    def _numbered(self, at: int, chosen: Chosen) -> int:
        mark, block = chosen.mark, self._blocks[at]
        if chosen.doubt:
            self.doubts.append(chosen.doubt)
        self._close_for(at, chosen)
        path = self._open(
            mark.family, chosen.chain, self._label(mark), block.level, len(mark.value)
        )
        inside = mark.length if mark.length < len(block.text) and mark.family != "box" else 0
        start, end = block.start + (inside or 0), block.end
        last = at
        if not inside:
            last = at if mark.length < len(block.text) else self._title_below(at, mark.family)
            start = self._blocks[at + 1].start if last != at else block.start
            end = self._blocks[last].end
        is_bare = not inside and last == at and mark.family != "box"
        title, rest = self._parted(mark.family, block, start, end, bare=is_bare)
        if title is None:
            title = (block.start, block.start + len(block.text[: mark.length].rstrip()))
        scar = block.start, block.start + len(block.text[: mark.length].rstrip())
        self._add(path, title, at, (Damage("mark", *scar),) if mark.scarred else (), mark.family)
        self._clauses(rest, at)
        return last

    def _title_below(self, at: int, family: str) -> int:
        """Return the place of the title that stands on the line below a number, else `at`."""
        below = at + 1
        if below >= len(self._blocks) or below in self._marks:
            return at
        if family == "annex" and NORMATIVE.fullmatch(self._blocks[below].text):
            below += 1
        if below >= len(self._blocks) or below in self._marks:
            return at
        block = self._blocks[below]
        if block.role or self._zones[below] != self._zones[at]:
            return at
        is_title = len(block.text) <= 80 and not STOP.search(block.text)
        return below if is_title or family not in TITLED | ARTICLES else at

    def _parted(
        self, family: str, block: Block, start: int, end: int, *, bare: bool
    ) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
        """Part the words behind a mark into title and clauses; no title: the mark stands for it."""
        if bare:
            return None, []
        if block.level or (family in TITLED and end - start <= 2 * SHORT):
            return (start, end), []
        words = self._text[start:end]
        named = BRACKETED.match(words)
        if named and family in ARTICLES:
            return (start, start + named.end()), split_sentences(
                words[named.end() :], start + named.end()
            )
        spans = split_sentences(words, start)
        if not spans:
            return None, []
        if family not in ARTICLES:
            return spans[0], spans[1:]
        if self._is_title(spans, words):
            return spans[0], spans[1:]
        return None, spans

    def _is_title(self, spans: Sequence[tuple[int, int]], words: str) -> bool:
        """Tell whether the first words of an article are its title: short, no sentence of law."""
        length = spans[0][1] - spans[0][0]
        if len(spans) == 1:
            return length <= SHORT and (not STOP.search(words) or _is_printed_as_title(words))
        return length <= SHORT // 2 and words.isascii()

    def _heading(self, at: int) -> None:
        """Read a heading without a number, or the title of another document in the file."""
        block = self._blocks[at]
        level = 0 if at in self._parts else block.level
        while self._levels and (
            not level or not self._levels[-1].heading or self._levels[-1].heading >= level
        ):
            self._levels.pop()
        is_preface = PREFACE.fullmatch(block.text) is not None and not self._levels
        if is_preface and PREAMBLE not in self._taken:
            path, kind = self._open(PREFACED, None, PREAMBLE, level or 1), "preamble"
        else:
            above = self._levels[-1].path if self._levels else ""
            number = self._counts.get(f"{above} headings", 0) + 1
            self._counts[f"{above} headings"] = number
            family = PREFACED if is_preface else f"h{level}"
            path, kind = self._open(family, None, f"h{number}", level or 1), "heading"
        self._add(path, (block.start, block.end), at, (), kind)

    def _close_for(self, at: int, chosen: Chosen) -> None:
        """Close the levels that a mark ends."""
        if chosen.mark.family == "annex":
            self._levels.clear()
            return
        for place, level in enumerate(self._levels):
            if level.chain is chosen.chain and chosen.mark.family != "dec":
                del self._levels[place:]
                return
        while self._levels and self._ends(self._levels[-1], at, chosen):
            self._levels.pop()

    def _ends(self, level: Level, at: int, chosen: Chosen) -> bool:
        """Tell whether a mark whose row is not open ends an open level."""
        family, block = chosen.mark.family, self._blocks[at]
        mine, other = unit_rank(family), unit_rank(level.family)
        if level.family in ("annex", PREFACED):
            return level.family == PREFACED
        if mine and other:
            return mine <= other
        if level.chain is chosen.chain:
            return level.size >= len(chosen.mark.value)
        if block.level:
            return not level.heading or (not (mine and other) and level.heading >= block.level)
        if level.heading and level.chain is None:
            return False
        if family == level.family:
            return not level.goes_on(at)
        for known in (self._order, self._above):
            higher, lower = (family, level.family) in known, (level.family, family) in known
            if higher != lower:
                return higher
        if family in PARTS and any(each.family in ARTICLES for each in self._levels):
            return True
        return bool(mine) and not level.goes_on(at)

    def _label(self, mark: Mark) -> str:
        """Return the label of a mark below the open levels: 1.2.3 is 3 below 1.2."""
        if mark.family != "dec":
            return mark.label
        above = self._levels[-1] if self._levels else None
        if mark.value[0] > LETTERED and (above is None or above.family != "dec"):
            return "-".join(map(str, mark.value[1:]))
        if above and above.chain and above.chain.last[-1:] and above.family in ("dec", "1."):
            return str(mark.value[-1])
        return "-".join(map(str, mark.value))

    def _open(
        self, family: str, chain: Chain | None, label: str, heading: int, size: int = 1
    ) -> str:
        above = self._levels[-1].path if self._levels else ""
        path = self._free(f"{above}.{label}" if above else label)
        for level in self._levels:
            self._above.add((level.family, family))
        self._levels.append(Level(family, chain, path, heading, size))
        return path

    # clauses

    def _paragraph(self, block: Block, at: int) -> None:
        """Make clauses of a paragraph without a number."""
        if self._levels and not block.role:
            self._close_items()
            self._close_sections(at)
        spans = (
            split_sentences(block.text, block.start)
            if not block.role
            else [(block.start, block.end)]
        )
        self._clauses(spans, at)

    def _close_items(self) -> None:
        """Close the items of an article: a paragraph after them is its next 款."""
        places = [n for n, level in enumerate(self._levels) if level.family in ARTICLES]
        if places and not self._levels[-1].heading:
            del self._levels[places[-1] + 1 :]

    def _close_sections(self, at: int) -> None:
        """Close what a short line before the next section ends: a heading across sections."""
        following = self._marks.get(at + 1)
        words = self._blocks[at].text
        is_section = following and following.mark.loose and following.mark.family == "dec"
        if not is_section or len(words) > SHORT or STOP.search(words):
            return
        places = [n for n, level in enumerate(self._levels) if level.family in TITLED]
        if places:
            del self._levels[places[-1] + 1 :]

    def _clauses(self, spans: Sequence[tuple[int, int]], at: int) -> None:
        if spans and not self._levels and PREAMBLE not in self._taken:
            self._taken[PREAMBLE] = 1
            self._add(PREAMBLE, (spans[0][0], spans[0][0]), at, (), "preamble")
        above = self._levels[-1].path if self._levels else PREAMBLE
        for span in spans:
            number = self._counts[above] = self._counts.get(above, 0) + 1
            self._add(f"{above}.{number}", span, at, (), CLAUSE)

    # nodes

    def _free(self, path: str) -> str:
        """Return the path itself, or `~2`, `~3` … behind it when it is taken."""
        times = self._taken[path] = self._taken.get(path, 0) + 1
        return path if times == 1 else f"{path}~{times}"

    def _add(
        self,
        path: str,
        span: tuple[int, int],
        at: int,
        damage: tuple[Damage, ...],
        family: str,
    ) -> None:
        parent, _, label = path.rpartition(".")
        kind = family if family in (CLAUSE, "preamble") else ""
        kind = kind or (self._namer(path) if self._namer else "")
        kind = kind or kind_of(family, [level.family for level in self._levels[:-1]])
        start, end = span
        self.nodes.append(
            Node(
                uid=NodeUid(""),
                kind=kind,
                path=path,
                label=label,
                start=start,
                end=end,
                text=self._text[start:end],
                depth=path.count("."),
                parent=parent,
                zone=self._zones[at],
                damage=damage,
            )
        )


def _is_printed_as_title(words: str) -> bool:
    """Tell whether words with a stop are a heading: `GRANTS TO STATES.`."""
    long = [word for word in re.findall(r"[A-Za-z][\w’'-]*", words) if len(word) > 3]
    return words.isascii() and bool(long) and all(word[0].isupper() for word in long)
