"""How well files become trees: `python -m tests.benchmarks.import_quality FOLDER [--json FILE]`.

FOLDER holds documents in folders of their own, `INDEX.tsv` and checked outlines in `GOLD/`
(`NAME.outline.tsv`). Prints tables and no pass mark.

Outlines: a gold row and a node are the same when the family of the mark, the number by value and
the parent (the nearest node above whose family the gold lists) agree. Only nodes of families that
the gold lists are counted; the gold's row for the document's title stands for the document itself.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from db.errors import UserError
from db.model import CLAUSE, ParsedEdition
from desktop.importers.encodings import decode
from desktop.importers.files import read_file
from desktop.importers.html import read_html
from desktop.importers.marks import read_marks
from desktop.importers.numbering import Numbering
from desktop.importers.shipped import read_shipped
from desktop.importers.word import read_word

MAIN = ("plan", "body", "annex")
SEED = "seed"
PLANS = Path(__file__).resolve().parents[2] / "resources" / "plans"
FAMILIES = {"article": "条", "chapter": "章", "part": "编"}
Key = tuple[str, str, str]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--json", type=Path, metavar="FILE")
    arguments.add_argument("--verbose", action="store_true", help="show every difference")
    chosen = arguments.parse_args()
    results = measure(chosen.folder, verbose=chosen.verbose)
    show(results)
    if chosen.json:
        chosen.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")


def measure(folder: Path, *, verbose: bool = False) -> dict[str, object]:
    """Return every figure as plain values."""
    files = sorted(
        p
        for p in folder.rglob("*")
        if p.is_file() and p.parent != folder and p.parent.name != "GOLD"
    )
    files = [p for p in files if ".expected." not in p.name]
    read, seconds, refused = read_all(files)
    index, stated = read_index(folder), read_index(folder, "expected structure")
    return {
        "outlines": outlines(folder, read, verbose=verbose),
        "coverage": coverage(read),
        "same": same_trees(read, index),
        "main_text": main_text(folder),
        "encodings": encodings(files, stated),
        "numbering": numbering(files, stated),
        "refused": {str(p.relative_to(folder)): words for p, words in refused.items()},
        "speed": speed(read, seconds),
        "false_marks": {
            p.name: sum(len(n.damage) for n in e.nodes)
            for p, e in read.items()
            if "laws" in p.parent.name
        },
    }


def read_all(
    files: list[Path],
) -> tuple[dict[Path, ParsedEdition], dict[Path, float], dict[Path, str]]:
    read: dict[Path, ParsedEdition] = {}
    seconds: dict[Path, float] = {}
    refused: dict[Path, str] = {}
    for path in files:
        begun = time.perf_counter()
        try:
            read[path] = read_file(path)
        except UserError as error:
            refused[path] = error.sentence
        seconds[path] = time.perf_counter() - begun
    return read, seconds, refused


def read_index(folder: Path, column: str = "group") -> dict[str, str]:
    """Return what a column of INDEX.tsv says of each file, by the file's name."""
    file = folder / "INDEX.tsv"
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as rows:
        return {
            Path(r["file"]).name: r.get(column) or ""
            for r in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


# outlines


def outlines(
    folder: Path, read: dict[Path, ParsedEdition], *, verbose: bool
) -> list[dict[str, object]]:
    found = []
    for gold in sorted((folder / "GOLD").glob("*.outline.tsv")):
        name = gold.name.removesuffix(".outline.tsv")
        if name == SEED:
            edition, group = read_shipped(next(PLANS.glob("*.json"))), "plans"
        else:
            path = next((p for p in read if p.name == name), None)
            edition, group = (read[path] if path else None), path.parent.name[3:] if path else "?"
        rows = gold_rows(gold)
        wanted = gold_keys(rows, edition)
        got = node_keys(edition, {k[0] for k in wanted}) if edition else []
        right = sum((Counter(wanted) & Counter(got)).values())
        if verbose and right < max(len(wanted), len(got)):
            print(name, "missing", (Counter(wanted) - Counter(got)).most_common(8))
            print(name, "extra", (Counter(got) - Counter(wanted)).most_common(8))
        precision, recall = right / max(len(got), 1), right / max(len(wanted), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        found.append(
            {
                "file": name,
                "group": group,
                "gold": len(wanted),
                "found": len(got),
                "precision": round(precision, 4),
                "recall": round(recall, 4),
                "f1": round(f1, 4),
                "doubts": len(edition.doubts) if edition else -1,
            }
        )
    return found


def gold_rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as rows:
        return list(csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def gold_keys(rows: list[list[str]], edition: ParsedEdition | None) -> list[Key]:
    """Return (family, number, parent's family and number) of every gold row."""
    keys: list[Key] = []
    stack: list[tuple[int, str]] = []
    title = plain(edition.facts.title) if edition else ""
    for depth, kind, number, words, *_ in rows:
        deep = int(depth)
        while stack and stack[-1][0] >= deep:
            stack.pop()
        if kind == CLAUSE:
            continue
        is_title = kind == "md#" and not keys and plain(words) == title
        value = number_value(number) or (words_value(words) if kind == "md#" else "")
        if not is_title:
            keys.append((kind, value, stack[-1][1] if stack else ""))
            stack.append((deep, f"{kind} {value}"))
    return keys


def node_keys(edition: ParsedEdition, families: set[str]) -> list[Key]:
    keys: list[Key] = []
    known: dict[str, str] = {}
    for node in edition.nodes:
        above = known.get(node.parent, "")
        if node.kind in (CLAUSE, "preamble") and "preamble" not in families:
            known[node.path] = above
            continue
        family = family_of(edition, node.start, node.kind, families)
        if not family:
            known[node.path] = above
            continue
        words = node.text if family == "md#" else ""
        label = node.label.partition("~")[0].strip("()A")
        value = (
            words_value(printed_before(edition.text, node.start, node.text))
            if words
            else plain_number(label)
        )
        keys.append((family, value, above))
        known[node.path] = f"{family} {value}"
    return keys


def family_of(edition: ParsedEdition, start: int, kind: str, families: set[str]) -> str:
    """Return the gold's name for a node's family, '' when the gold does not list it."""
    if kind in families:
        return kind
    line = printed_before(edition.text, start, "")
    marks = [m.family for m in read_marks(line)]
    if "md#" in families and (
        kind in ("heading", "article", "section", "subsection") and not set(marks) & {"1."}
    ):
        return "md#"
    for family in marks:
        if family == "（一）" and "款项" in families:
            return "款项"
        if family in families:
            return family
    return ""


def printed_before(text: str, start: int, words: str) -> str:
    """Return the line up to a node's words: the mark stands before its start or is its text."""
    begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line = text[begin : start + 60].lstrip(" \t\u3000\ufeff•-*#")
    if not read_marks(line) and not text[begin:start].strip():
        above = text[:begin].rstrip().rpartition("\n")[2].strip()
        if len(above) < 12 and read_marks(above):
            return above
    return line.splitlines()[0] if not words else (text[begin:start] + words).strip()


def number_value(number: str) -> str:
    if not number:
        return ""
    marks = read_marks(f"{number} ") or read_marks(number)
    return plain_number(marks[0].label.strip("()A")) if marks else plain_number(number)


def plain_number(label: str) -> str:
    return label


def words_value(words: str) -> str:
    return plain(words)


def plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()[:40]


# the rest


def coverage(read: dict[Path, ParsedEdition]) -> dict[str, float]:
    """Return per format the share of the main zones' words that a node's extent holds."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path, edition in read.items():
        total, reached = reach(edition)
        sums[path.suffix[1:].lower()][0] += reached
        sums[path.suffix[1:].lower()][1] += total
    return {k: round(a / max(b, 1), 4) for k, (a, b) in sorted(sums.items())}


def reach(edition: ParsedEdition) -> tuple[int, int]:
    """Count characters of the main zones, and those in nodes or in the marks before them."""
    held = bytearray(len(edition.text))
    for node in edition.nodes:
        begin = edition.text.rfind("\n", 0, node.start) + 1
        lead = edition.text[begin : node.start]
        start = (
            begin
            if lead.strip() and len(lead) < 16 and read_marks(lead.strip() + " ")
            else node.start
        )
        held[start : node.end] = b"\x01" * (node.end - start)
    total = reached = 0
    for zone in edition.zones:
        if zone.zone in MAIN:
            for at in range(zone.start, zone.end):
                if not edition.text[at].isspace():
                    total += 1
                    reached += held[at]
    return total, reached


def same_trees(read: dict[Path, ParsedEdition], index: dict[str, str]) -> list[dict[str, object]]:
    """Compare the trees of files that INDEX.tsv puts in one group: kind, label and depth in order."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path, edition in read.items():
        group = index.get(path.name) or plain(edition.facts.title)
        groups[group if not group.startswith(path.parent.name) else plain(edition.facts.title)] += [
            path
        ]
    groups = {
        name: paths
        for name, paths in groups.items()
        if not name.startswith("pair-") and (name in index.values() or is_several(paths))
    }
    found = []
    for group, paths in sorted(groups.items()):
        trees = [shape(read[p]) for p in paths]
        if len(paths) > 1:
            best = trees[0]
            ratios = [
                round(SequenceMatcher(None, best, t, autojunk=False).ratio(), 4) for t in trees[1:]
            ]
            found.append({"group": group, "files": [p.name for p in paths], "same": ratios})
    return found


def is_several(paths: list[Path]) -> bool:
    """Tell whether documents of one title are one in several formats; several years are editions."""
    return len({p.suffix for p in paths}) > 1 and not {"hostile", "encodings", "web-pages"} & {
        p.parent.name for p in paths
    }


def shape(edition: ParsedEdition) -> list[str]:
    return [f"{n.kind} {n.label}" for n in edition.nodes if n.kind not in (CLAUSE, "preamble")]


def main_text(folder: Path) -> list[dict[str, object]]:
    found = []
    for expected in sorted(folder.rglob("*.expected.html")):
        page = expected.with_name(expected.name.replace(".expected", ""))
        wanted = words_of(read_html(expected.read_bytes()), everything=True)
        got = words_of(read_html(page.read_bytes()), everything=False)
        shared = sum((wanted & got).values())
        found.append(
            {
                "file": page.name,
                "precision": round(shared / max(got.total(), 1), 3),
                "recall": round(shared / max(wanted.total(), 1), 3),
            }
        )
    return found


def words_of(extract, *, everything: bool) -> Counter[str]:
    kept = [b.text for b in extract.blocks if everything or b.role != "chrome"]
    return Counter(re.findall(r"[\u4e00-\u9fff]|\w+", " ".join(kept)))


ENCODINGS = (
    *(("UTF-16BE", "utf-16-be"), ("UTF-16LE", "utf-16-le"), ("UTF-8", "utf-8"), ("Big5", "big5")),
    *(("GB", "gb18030"), ("cp866", "cp866"), ("cp1252", "cp1252")),
)


def encodings(files: list[Path], stated: dict[str, str]) -> list[dict[str, object]]:
    """Compare the encoding of each file whose INDEX.tsv row begins with the name of one."""
    found = []
    for path in files:
        words = stated.get(path.name, "")
        wanted = next(
            (name for sign, name in ENCODINGS if re.match(rf"(short )?{sign}\b", words)), ""
        )
        wanted = wanted or next(
            (n for s, n in ENCODINGS if re.match(rf"(short )?{s}\d", words)), ""
        )
        if wanted and path.suffix.lower() not in (".docx", ".pdf"):
            got = decode(path.read_bytes())[1]
            found.append({"file": path.name, "wanted": wanted, "got": got})
            found[-1]["right"] = got.startswith(wanted)
    return found


def numbering(files: list[Path], stated: dict[str, str]) -> list[dict[str, object]]:
    """Compare Word's automatic numbers with a count of the numbered paragraphs by another library.

    `stated` is the number of them that INDEX.tsv names. Bullets are no numbers.
    """
    found = []
    for path in files:
        wanted = numbered_paragraphs(path) if path.suffix.lower() == ".docx" else 0
        if wanted:
            got = printed_numbers(path)
            said = re.search(r"(\d+) automatic numbers", stated.get(path.name, ""))
            found.append({"file": path.name, "numbered": wanted, "printed": got})
            found[-1]["stated"] = int(said[1]) if said else None
    return found


def numbered_paragraphs(path: Path) -> int:
    """Count the paragraphs with words that have a number, with python-docx; 0 where it fails."""
    try:
        document = docx.Document(str(path))
        numbers = document.part.numbering_part.element
    except Exception:
        return 0
    formats = {
        (num.get(qn("w:numId")), level.get(qn("w:ilvl"))): level.find(qn("w:numFmt"))
        for num in numbers.findall(qn("w:num"))
        for abstract in numbers.findall(qn("w:abstractNum"))
        if abstract.get(qn("w:abstractNumId")) == num.find(qn("w:abstractNumId")).get(qn("w:val"))
        for level in [*abstract.findall(qn("w:lvl")), *num.iter(qn("w:lvl"))]
    }
    count = 0
    for node in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(node, document)
        number, level = list_of(paragraph)
        form = formats.get((number, level))
        known = (number, level) in formats
        is_number = known and (form is None or form.get(qn("w:val")) not in ("bullet", "none"))
        count += bool(number not in ("", "0") and is_number and paragraph.text.strip())
    return count


def list_of(paragraph: Paragraph) -> tuple[str, str]:
    """Return the list and level of a paragraph, its own or that of its styles."""
    number = level = ""
    style = paragraph.style
    layouts = [paragraph._p.pPr]
    while style is not None:
        layouts.append(style.element.pPr)
        style = style.base_style
    for layout in layouts:
        own = layout.numPr if layout is not None else None
        if own is not None:
            number = number or (str(own.numId.val) if own.numId is not None else "")
            level = level or (str(own.ilvl.val) if own.ilvl is not None else "")
    return number, level or "0"


def printed_numbers(path: Path) -> int:
    """Count the numbers that the importer puts before paragraphs."""
    counted: list[str] = []
    plain = Numbering.next

    def noting(self: Numbering, number: str, depth: int) -> str:
        counted.append(plain(self, number, depth))
        return counted[-1]

    Numbering.next = noting  # type: ignore[method-assign]
    try:
        read_word(path.read_bytes(), path.name)
    except UserError:
        return 0
    finally:
        Numbering.next = plain  # type: ignore[method-assign]
    return sum(label not in ("", "•") for label in counted)


def speed(read: dict[Path, ParsedEdition], seconds: dict[Path, float]) -> dict[str, object]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    for path, edition in read.items():
        sums[path.suffix[1:].lower()][0] += len(edition.text.encode("utf-8", "replace"))
        sums[path.suffix[1:].lower()][1] += seconds[path]
    slow = sorted(seconds, key=seconds.__getitem__, reverse=True)[:5]
    return {
        "kB_per_second": {k: round(a / max(b, 1e-9) / 1000) for k, (a, b) in sorted(sums.items())},
        "slowest": {p.name: round(seconds[p], 2) for p in slow},
    }


def show(results: dict[str, object]) -> None:
    rows = results["outlines"]
    print(f"{'outline':52} {'gold':>5} {'found':>5} {'prec':>7} {'recall':>7} {'F1':>7} doubts")
    for r in rows:
        print(
            f"{r['file'][:52]:52} {r['gold']:5} {r['found']:5} {r['precision']:7.4f} {r['recall']:7.4f} {r['f1']:7.4f} {r['doubts']:3}"
        )
    for group in ("laws", "plans"):
        mine = [r for r in rows if r["group"] == group]
        right = sum(r["recall"] * r["gold"] for r in mine)
        p, q = (
            right / max(sum(r["found"] for r in mine), 1),
            right / max(sum(r["gold"] for r in mine), 1),
        )
        print(f"{group}: node F1 {2 * p * q / max(p + q, 1e-9):.4f} over {len(mine)} outlines")
    print("\ncoverage", results["coverage"])
    for r in results["same"]:
        print("same tree", r["group"], r["same"], ", ".join(r["files"]))
    for r in results["main_text"]:
        print("main text", r["file"], r["precision"], r["recall"])
    for name in ("encodings", "numbering"):
        rows = results[name]
        right = [r for r in rows if r.get("right", r.get("numbered") == r.get("printed"))]
        print(f"{name}: {len(right)} of {len(rows)} right", *[r for r in rows if r not in right])
    print(
        "kB/s per core", results["speed"]["kB_per_second"], "slowest", results["speed"]["slowest"]
    )
    print(
        "damage marks on laws",
        sum(results["false_marks"].values()),
        {k: v for k, v in results["false_marks"].items() if v},
    )
    for file, words in results["refused"].items():
        print("refused", file, "—", words)


if __name__ == "__main__":
    sys.exit(main())
