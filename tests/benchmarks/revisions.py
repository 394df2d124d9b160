"""Revisions of the shipped plan whose truth is known by construction: no judge is needed.

The plan is cut into pieces, the words of its nodes and what stands between. A revision moves, edits,
drops and adds pieces; what each old node became is known by where its pieces were written.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.anchors import Mover
from db.model import Anchor, EditionUid, Node, ParsedEdition, node_uid
from db.revision import MOVED, ORPHANED
from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.parse import parse_extract
from desktop.importers.shipped import read_shipped

PLANS = Path(__file__).resolve().parents[2] / "resources" / "plans"
NEW = EditionUid("new")
CONTEXT = 32
PHRASE = re.compile(r"\w+(?:\W+\w+){4,7}")
FRESH = (
    "Expand wind and solar generation. We will connect every county to the grid by new lines. "
    "Farm roofs carry panels first.",
    "Train village doctors. Each clinic receives a nurse and a telephone link to the city hospital. "
    "Trainees are paid during the course.",
    "Repair old bridges. Engineers inspect all crossings each spring and close those that are unsafe. "
    "Costs are shared with the railways.",
    "Open public libraries. Reading rooms stay open until nine in the evening on working days. "
    "Books travel by bus between towns.",
)


@dataclass(frozen=True, slots=True)
class Scrap:
    """Some words of a revised plan; `node` is the path of the old node that they came from."""

    words: str
    node: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A revised plan in the making, and the old nodes that it drops."""

    scraps: list[Scrap]
    dropped: set[str] = field(default_factory=set)


Revise = Callable[[ParsedEdition, Draft, random.Random], Draft]


def seed() -> ParsedEdition:
    """Return the shipped plan."""
    plan = read_shipped(next(PLANS.glob("*.json")))
    return replace(plan, nodes=tuple(replace(n, uid=node_uid("", n.path)) for n in plan.nodes))


def revised(plan: ParsedEdition, revise: Revise, chance: random.Random) -> Counter[str]:
    """Revise the plan once, move notes on everything in it and count what came of them."""
    draft = revise(plan, Draft(scraps_of(plan)), chance)
    text, places = written(draft)
    new = parse_extract(Extract(text, paragraphs_of(text)))
    mover = Mover((plan.text, plan.nodes), (text, new.nodes))
    counts: Counter[str] = Counter()
    for node, anchor in annotations(plan, chance):
        moved = mover.move(anchor, NEW)
        spot = (moved.anchor.start, moved.anchor.end)
        gone = node.path in draft.dropped
        if moved.anchor.state == MOVED:
            there = places.get(node.path, [])
            is_right = not gone and any(spot[0] < b and spot[1] > a for a, b in there)
            counts["gone, wrong" if gone else "right" if is_right else "wrong"] += 1
        else:
            state = "orphaned" if moved.anchor.state == ORPHANED else "queued"
            counts[f"gone, {state}" if gone else state] += 1
    return counts


def scraps_of(plan: ParsedEdition) -> list[Scrap]:
    found, done = [], 0
    for node in plan.nodes:
        if node.end > node.start:
            found += [Scrap(plan.text[done : node.start]), Scrap(node.text, node.path)]
            done = node.end
    return [*found, Scrap(plan.text[done:])]


def written(draft: Draft) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the text, and where the words of each old node stand in it."""
    text, places = "", {}
    for scrap in draft.scraps:
        if scrap.node:
            places.setdefault(scrap.node, []).append((len(text), len(text) + len(scrap.words)))
        text += scrap.words
    return text, places


def annotations(plan: ParsedEdition, chance: random.Random) -> list[tuple[Node, Anchor]]:
    """Return a note on every node of the plan, and one on a phrase of every clause."""
    found = []
    for node in plan.nodes:
        if node.end == node.start:
            continue
        whole = anchor_at(plan.text, node.start, node.end)
        found.append((node, replace(whole, kind="node", first=node.uid, last=node.uid)))
        phrases = list(PHRASE.finditer(node.text)) if node.is_clause else []
        if phrases:
            chosen = chance.choice(phrases)
            start = node.start + chosen.start()
            found.append((node, anchor_at(plan.text, start, node.start + chosen.end())))
    return found


def anchor_at(text: str, start: int, end: int) -> Anchor:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(EditionUid("old"), "passage", start, end, text[start:end], before, after)


# the revisions


def groups(plan: ParsedEdition, draft: Draft, kind: str) -> list[tuple[int, int, str]]:
    """Return where the scraps of each place of a kind begin and end, its marks left out."""
    found = []
    for node in plan.nodes:
        if node.kind == kind:
            inside = [
                at
                for at, s in enumerate(draft.scraps)
                if s.node == node.path or s.node.startswith(f"{node.path}.")
            ]
            found.append((inside[0], inside[-1] + 1, node.path))
    return found


def shuffle_regions(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Put the regions in another order under the old numbers."""
    places = groups(plan, draft, "region")
    order = chance.sample(places, len(places))
    scraps, done = [], 0
    for (start, end, _), (first, last, _) in zip(places, order, strict=True):
        scraps += draft.scraps[done:start] + draft.scraps[first:last]
        done = end
    return replace(draft, scraps=[*scraps, *draft.scraps[done:]])


def change_tasks(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Drop a task of each region and put a new one in the place of another's end."""
    scraps, dropped = list(draft.scraps), set(draft.dropped)
    tasks = groups(plan, draft, "task")
    for number in range(0, len(tasks) - 1, 3):
        start, end, path = tasks[number + chance.randrange(2)]
        for at in range(start, end):
            dropped |= {scraps[at].node} - {""}
            scraps[at] = Scrap("")
        scraps[start] = Scrap(chance.choice(FRESH))
        assert path in dropped
    return Draft(scraps, dropped)


def shuffle_and_change(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Drop and add tasks, then put the regions in another order."""
    return shuffle_regions(plan, change_tasks(plan, draft, chance), chance)


def drop_first_clauses(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Drop half of the clauses that stand first in their place."""
    first = [n.path for n in plan.nodes if n.is_clause and n.label == "1"]
    gone = set(chance.sample(first, len(first) // 2))
    scraps = [s for s in draft.scraps if s.node not in gone]
    return Draft(scraps, draft.dropped | gone)


def edit_words(share: float) -> Revise:
    """Return what replaces a share of the words of every clause."""

    def edit(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
        stock = re.findall(r"[a-z]{4,}", plan.text)
        clauses = {n.path for n in plan.nodes if n.is_clause}

        def other(match: re.Match[str]) -> str:
            return chance.choice(stock) if chance.random() < share else match.group()

        scraps = [
            Scrap(re.sub(r"\w+", other, s.words), s.node) if s.node in clauses else s
            for s in draft.scraps
        ]
        return replace(draft, scraps=scraps)

    return edit


def correct_terms(plan: ParsedEdition, draft: Draft, _chance: random.Random) -> Draft:
    """Replace what a machine translated wrongly by what the glossary says it means."""
    scraps = list(draft.scraps)
    for at, scrap in enumerate(scraps):
        words = scrap.words
        for reading in plan.readings:
            if scrap.node and reading.reading:
                words = words.replace(reading.term, reading.reading)
        scraps[at] = Scrap(words, scrap.node)
    return replace(draft, scraps=scraps)


def split_clauses(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Make two sentences of half of the clauses, at a comma."""
    clauses = {n.path for n in plan.nodes if n.is_clause}
    scraps = []
    for scrap in draft.scraps:
        commas = [m.start() for m in re.finditer(r", ", scrap.words)]
        if scrap.node in clauses and commas and chance.random() < 0.5:
            at = chance.choice(commas)
            rest = scrap.words[at + 2 :]
            scraps.append(Scrap(scrap.words[:at] + ".", scrap.node))
            scraps += [Scrap(" "), Scrap(rest[:1].upper() + rest[1:], scrap.node)]
        else:
            scraps.append(scrap)
    return replace(draft, scraps=scraps)


def merge_clauses(plan: ParsedEdition, draft: Draft, chance: random.Random) -> Draft:
    """Make one sentence of two that follow one another, here and there."""
    clauses = {n.path: n.parent for n in plan.nodes if n.is_clause}
    scraps = list(draft.scraps)
    at = 0
    while at + 2 < len(scraps):
        one, gap, two = scraps[at : at + 3]
        beside = one.node in clauses and clauses.get(two.node) == clauses[one.node]
        if beside and one.words.endswith(".") and chance.random() < 0.5:
            scraps[at] = Scrap(one.words[:-1], one.node)
            scraps[at + 1] = Scrap(", and ")
            scraps[at + 2] = Scrap(two.words[:1].lower() + two.words[1:], two.node)
            at += 2
        del gap
        at += 1
    return replace(draft, scraps=scraps)


REVISIONS: dict[str, Revise] = {
    "glossary corrections": correct_terms,
    "10 % of words edited": edit_words(0.1),
    "30 % of words edited": edit_words(0.3),
    "regions shuffled": shuffle_regions,
    "tasks added and dropped": change_tasks,
    "shuffled, added, dropped": shuffle_and_change,
    "half of first clauses dropped": drop_first_clauses,
    "clauses split": split_clauses,
    "clauses merged": merge_clauses,
}
