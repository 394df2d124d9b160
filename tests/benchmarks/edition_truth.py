"""What became of each sentence of an old edition, judged from the two texts alone.

Knows nothing of nodes, of the alignment or of its measure of likeness: sentences are cut by their
punctuation, likeness is difflib's, and a sentence that stands word for word and once in both
editions needs no judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

LEAST = 6
"""Signs under which a sentence or a part of one is not annotated."""
LIKE, GREY = 0.62, 0.50
NEAREST = 8
MARK = re.compile(
    r"^(?:#+\s*)?(?:第[〇零一二三四五六七八九十百千0-9]+[编章节条款](?:之[一二三四五六七八九十]+)?[\s:：]*"
    r"|[（(][一二三四五六七八九十0-9a-z]+[)）]\s*|[一二三四五六七八九十]+、\s*|[0-9]+[.、．]\s*)"
)
STOP = re.compile(r"[^。！？；]*[。！？；]+[”’」』）)]*|[^。！？；]+")
PART = re.compile(r"[^，：；、,:;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one, with its place and its words without space and width."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a piece: `kept`, `copies`, `changed`, `grey` or `gone`; and its place there."""

    kind: str
    start: int = 0
    end: int = 0
    likeness: float = 0.0


def plain(text: str) -> str:
    """Return words without white space, at one width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def sentences(text: str) -> list[Piece]:
    """Return the sentences of a text; headings and marks are left out."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        head = MARK.match(line.lstrip())
        body = len(line) - len(line.lstrip()) + (head.end() if head else 0)
        if "<!--" not in line:
            found += _pieces(STOP, line[body:], at + body)
        at += len(line)
    return found


def parts(text: str, sentence: Piece) -> list[Piece]:
    """Return the parts of a sentence between commas, when there is more than one."""
    found = _pieces(PART, text[sentence.start : sentence.end], sentence.start)
    return found if len(found) > 1 else []


def _pieces(pattern: re.Pattern[str], text: str, at: int) -> list[Piece]:
    found = []
    for match in pattern.finditer(text):
        words = match.group().strip()
        start = at + match.start() + match.group().index(words) if words else 0
        piece = Piece(start, start + len(words), plain(words))
        if len(piece.words) >= LEAST:
            found.append(piece)
    return found


class Judge:
    """Tells what became of the sentences of one pair of editions."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = sentences(old), sentences(new)
        self.old_text, self.new_text = old, new
        self._places, self._plain = _plain_places(new)
        self._plain_old = plain(old)
        self._times = Counter(p.words for p in self.old)
        self._there = defaultdict(list)
        for piece in self.new:
            self._there[piece.words].append(piece)
        old_words = set(self._times)
        self._free = [p for p in self.new if p.words not in old_words]
        self._grams = defaultdict(list)
        for at, piece in enumerate(self._free):
            for gram in _grams(piece.words):
                self._grams[gram].append(at)

    def sentence(self, piece: Piece) -> Truth:
        """Tell what became of a sentence."""
        there = self._there.get(piece.words, [])
        if there:
            if len(there) == 1 and self._times[piece.words] == 1:
                return Truth("kept", there[0].start, there[0].end, 1.0)
            return Truth("copies", likeness=1.0)
        best, likeness = self.successor(piece)
        kind = "changed" if likeness >= LIKE else "grey" if likeness >= GREY else "gone"
        return Truth(kind, best.start, best.end, likeness) if best else Truth("gone")

    def part(self, piece: Piece, around: Truth) -> Truth:
        """Tell what became of a part; its successor is looked for where its sentence went."""
        before, after = _times(self._plain_old, piece.words), _times(self._plain, piece.words)
        if after == 0:
            within = Piece(around.start, around.end, "")
            there = parts(self.new_text, within) or [
                Piece(around.start, around.end, plain(self.new_text[around.start : around.end]))
            ]
            likeness, best = max(((ratio(piece.words, p.words), p) for p in there), key=_first)
            kind = "changed" if likeness >= LIKE else "grey" if likeness >= GREY else "gone"
            return Truth(kind, best.start, best.end, likeness)
        if before == after == 1:
            at = self._plain.index(piece.words)
            return Truth("kept", self._places[at], self._places[at + len(piece.words) - 1] + 1, 1.0)
        return Truth("copies", likeness=1.0)

    def successor(self, piece: Piece) -> tuple[Piece | None, float]:
        """Return the most similar new sentence that is not word for word an old one."""
        shared: Counter[int] = Counter()
        for gram in _grams(piece.words):
            shared.update(self._grams.get(gram, ()))
        best, likeness = None, 0.0
        nearest = sorted(shared, key=lambda at: (-shared[at], at))[:NEAREST]
        for at in nearest:
            found = ratio(piece.words, self._free[at].words)
            if found > likeness:
                best, likeness = self._free[at], found
        return best, likeness


def _first(pair: tuple[float, Piece]) -> float:
    return pair[0]


def ratio(one: str, other: str) -> float:
    """Return how alike two wordings are, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _grams(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _times(text: str, words: str) -> int:
    first = text.find(words)
    return 0 if first < 0 else 1 if text.find(words, first + 1) < 0 else 2


def _plain_places(text: str) -> tuple[list[int], str]:
    places, signs = [], []
    for at, character in enumerate(text):
        folded = plain(character)
        signs.append(folded)
        places += [at] * len(folded)
    return places, "".join(signs)
