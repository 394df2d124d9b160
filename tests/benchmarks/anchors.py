"""How notes survive a new edition: `python -m tests.benchmarks.anchors FOLDER [--json FILE]`.

FOLDER holds `PAIRS.tsv` (title, old edition, new edition) and `TITLE(EDITION).md` files. Every
sentence of the old editions and every part of one between commas is annotated and moved. Prints
what came out right, wrong, queued for review or orphaned by what really became of the words
(`edition_truth`), the same for revisions of the shipped plan whose truth is known by construction
(`revisions`), and how long 5,000 notes on a long law take. No pass mark.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from db.anchors import Mover
from db.model import Anchor, EditionUid, Node, ParsedEdition
from db.revision import MOVED, ORPHANED
from desktop.importers.files import read_file
from tests.benchmarks.edition_truth import LIKE, Judge, Piece, Truth, plain, ratio
from tests.benchmarks.edition_truth import parts as parts_of
from tests.benchmarks.revisions import REVISIONS, revised, seed

OLD, NEW = EditionUid("old"), EditionUid("new")
CONTEXT = 32
CLASSES = ("kept", "copies", "changed", "grey", "gone")
RESULTS = ("right", "wrong", "queued", "orphaned")
LONG, NOTES = 100_000, 5_000


@dataclass(frozen=True, slots=True)
class Case:
    """One annotation and what became of it, for reading."""

    title: str
    level: str
    kind: str
    result: str
    quote: str
    landed: str
    likeness: float
    start: int
    candidates: tuple[str, ...]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--json", type=Path, metavar="FILE")
    arguments.add_argument("--cases", type=Path, metavar="FILE", help="write every single case")
    chosen = arguments.parse_args()
    cases = [case for row in read_pairs(chosen.folder) for case in pair_cases(*row)]
    results = {
        "sentences": table(c for c in cases if c.level == "sentence"),
        "parts": table(c for c in cases if c.level == "part"),
        "pairs": by_pair(cases),
        "revisions": revisions(),
        "speed": speed(chosen.folder),
    }
    show(results)
    for file, what in ((chosen.json, results), (chosen.cases, [vars_of(c) for c in cases])):
        if file:
            file.write_text(json.dumps(what, ensure_ascii=False, indent=1), "utf-8")


def vars_of(case: Case) -> dict[str, object]:
    return {name: getattr(case, name) for name in Case.__slots__}


def read_pairs(folder: Path) -> list[tuple[str, ParsedEdition, ParsedEdition]]:
    """Return the pairs of a folder, read as an import reads them."""
    with (folder / "PAIRS.tsv").open(encoding="utf-8", newline="") as rows:
        pairs = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (
            r["title"],
            *(read_file(find(folder, r["title"], r[e])) for e in ("old edition", "new edition")),
        )
        for r in pairs
    ]


def find(folder: Path, title: str, edition: str) -> Path:
    return next(p for p in sorted(folder.iterdir()) if p.stem == f"{title}({edition})")


# real pairs


def pair_cases(title: str, old: ParsedEdition, new: ParsedEdition) -> list[Case]:
    """Annotate the old edition, move everything, judge it."""
    mover = Mover((old.text, old.nodes), (new.text, new.nodes))
    judge = Judge(old.text, new.text)
    cases = []
    for sentence in judge.old:
        truth = judge.sentence(sentence)
        cases.append(case(title, "sentence", mover, judge, sentence, truth, truth))
        cases += [
            case(title, "part", mover, judge, part, judge.part(part, truth), truth)
            for part in parts_of(old.text, sentence)
        ]
    return cases


def case(
    title: str, level: str, mover: Mover, judge: Judge, piece: Piece, truth: Truth, around: Truth
) -> Case:
    moved = mover.move(passage(judge.old_text, piece.start, piece.end), NEW)
    landed = judge.new_text[moved.anchor.start : moved.anchor.end]
    if moved.anchor.state == MOVED:
        spot = (moved.anchor.start, moved.anchor.end)
        is_right = RIGHT[level](piece, truth, around, spot, landed)
        result = "right" if is_right else "wrong"
    else:
        result = "orphaned" if moved.anchor.state == ORPHANED else "queued"
        landed = ""
    offered = tuple(judge.new_text[c.start : c.end] for c in moved.candidates)
    words = judge.old_text[piece.start : piece.end]
    return Case(
        *(title, level, truth.kind, result, words, landed),
        *(round(truth.likeness, 3), piece.start, offered),
    )


def passage(text: str, start: int, end: int) -> Anchor:
    """Return an anchor as the library makes it."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(OLD, "passage", start, end, text[start:end], before, after)


def is_right_sentence(
    piece: Piece, truth: Truth, _around: Truth, spot: tuple[int, int], landed: str
) -> bool:
    """Whether a sentence landed on itself, a copy of itself, or its successor."""
    if truth.kind == "kept":
        return plain(landed) == piece.words and meets(truth, spot)
    if truth.kind == "copies":
        return plain(landed) == piece.words
    if truth.kind == "gone":
        return ratio(piece.words, plain(landed)) >= LIKE or piece.words[:-1] in plain(landed)
    likeness = ratio(piece.words, plain(landed))
    return meets(truth, spot) or likeness >= truth.likeness - 0.05


def is_right_part(
    piece: Piece, truth: Truth, around: Truth, spot: tuple[int, int], landed: str
) -> bool:
    """Whether part of a sentence landed on its words, or within its sentence's successor."""
    if truth.kind == "kept":
        return plain(landed) == piece.words and meets(truth, spot)
    if plain(landed) == piece.words:
        return around.kind in ("copies", "gone", "grey") or meets(around, spot)
    return meets(around, spot) or around.kind not in ("kept", "changed")


RIGHT = {"sentence": is_right_sentence, "part": is_right_part}


def meets(truth: Truth, spot: tuple[int, int]) -> bool:
    return spot[0] < truth.end and spot[1] > truth.start


def table(cases) -> dict[str, dict[str, int]]:
    counts = Counter((c.kind, c.result) for c in cases)
    return {k: {r: counts[k, r] for r in RESULTS} for k in CLASSES}


def by_pair(cases: list[Case]) -> dict[str, dict[str, dict[str, int]]]:
    titles = dict.fromkeys(c.title for c in cases)
    return {t: table(c for c in cases if c.title == t and c.level == "sentence") for t in titles}


# revisions with known truth


def revisions(rounds: int = 5) -> dict[str, dict[str, int]]:
    """Move notes on every clause and phrase of the shipped plan through random revisions."""
    plan = seed()
    found: dict[str, dict[str, int]] = {}
    for name, revise in REVISIONS.items():
        counts: Counter[str] = Counter()
        for number in range(rounds):
            counts += revised(plan, revise, random.Random(f"{name}/{number}"))
        found[name] = {k: counts[k] for k in sorted(counts)}
    return found


# speed


def speed(folder: Path) -> dict[str, float]:
    """Move 5,000 notes on a law of 100,000 characters made of the longest pair."""
    pairs = sorted(read_pairs(folder), key=lambda p: -len(p[1].text))
    texts = tuple(joined([p[side] for p in pairs]) for side in (1, 2))
    clauses = sum(1 for n in texts[0][1] if n.is_clause)
    spots = random.Random(1)
    anchors = []
    for _ in range(NOTES):
        start = spots.randrange(len(texts[0][0]) - 60)
        anchors.append(passage(texts[0][0], start, start + spots.randint(4, 60)))
    begun, worked = time.perf_counter(), time.process_time()
    mover = Mover(*texts)
    aligned = time.perf_counter()
    for anchor in anchors:
        mover.move(anchor, NEW)
    done, worked = time.perf_counter(), time.process_time() - worked
    return {
        "characters": len(texts[0][0]),
        "clauses": clauses,
        "notes": NOTES,
        "align_seconds": round(aligned - begun, 3),
        "move_seconds": round(done - aligned, 3),
        "total_seconds": round(done - begun, 3),
        "processor_seconds": round(worked, 3),
    }


def joined(editions: list[ParsedEdition]) -> tuple[str, tuple[Node, ...]]:
    """Return one law of at least `LONG` characters, each edition a part of it."""
    text, nodes = "", []
    for number, edition in enumerate(editions):
        if len(text) >= LONG:
            break
        for node in edition.nodes:
            moved = replace(node, start=node.start + len(text), end=node.end + len(text))
            parent = f"P{number}.{node.parent}" if node.parent else ""
            nodes.append(replace(moved, path=f"P{number}.{node.path}", parent=parent))
        text += edition.text
    return text, tuple(nodes)


# printing


def show(results: dict) -> None:
    for level in ("sentences", "parts"):
        print(f"{level:30}" + "".join(f"{r:>10}" for r in RESULTS))
        for kind, row in results[level].items():
            every = max(sum(row.values()), 1)
            cells = "".join(f"{row[r]:10}" for r in RESULTS)
            shares = "  ".join(f"{100 * row[r] / every:.1f} %" for r in RESULTS)
            print(f"  {kind:28}{cells}   {shares}")
    print("\nper pair: kept right/all, wrong in all classes, changed right+queued+orphaned")
    for title, rows in results["pairs"].items():
        kept, changed = rows["kept"], rows["changed"]
        wrong = sum(r["wrong"] for r in rows.values())
        print(
            f"  {kept['right']:5}/{sum(kept.values()):<5} wrong {wrong:3}  changed "
            f"{changed['right']:4} + {changed['queued']:3} + {changed['orphaned']:3}  {title}"
        )
    print("\nrevisions of the shipped plan")
    for name, row in results["revisions"].items():
        print(f"  {name:32}", ", ".join(f"{k} {v}" for k, v in row.items()))
    print("\nspeed", results["speed"])


if __name__ == "__main__":
    sys.exit(main())
