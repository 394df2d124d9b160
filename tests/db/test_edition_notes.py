"""Notes on five real laws, read by hand: what moved stands where it belongs, what is open asks."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from db.anchors import Mover
from db.revision import MOVED, REVIEW
from tests.benchmarks.anchors import NEW, case, is_right_sentence, passage, read_pairs
from tests.benchmarks.edition_truth import Judge

TESTS = Path(__file__).resolve().parents[1]
SHEET = TESTS / "reference" / "edition_notes.tsv"


def rows():
    lines = [x for x in SHEET.read_text("utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def laws():
    """Title → its mover and both texts."""
    pairs = read_pairs(TESTS / "samples" / "editions")
    return {
        title: (Mover((old.text, old.nodes), (new.text, new.nodes)), old.text, new.text)
        for title, old, new in pairs
    }


def moved(laws, row):
    mover, old, new = laws[row["law"]]
    start = int(row["start"])
    end = start
    wanted = "".join(row["quote"].split())
    while "".join(old[start:end].split()) != wanted:
        end += 1
    found = mover.move(passage(old, start, end), NEW)
    return found, " ".join(new[found.anchor.start : found.anchor.end].split())


@pytest.mark.parametrize(
    "row", [r for r in rows() if r["outcome"] == "moved"], ids=lambda r: r["quote"][:20]
)
def test_a_note_that_moved_stands_where_it_was_judged_to_belong(laws, row):
    found, words = moved(laws, row)
    assert row["verdict"] in ("right", "wide")
    assert found.anchor.state == MOVED
    assert words == row["place"]


@pytest.mark.parametrize(
    "row", [r for r in rows() if r["outcome"] == "review"], ids=lambda r: r["quote"][:20]
)
def test_a_note_that_is_open_asks(laws, row):
    found, _ = moved(laws, row)
    assert found.anchor.state == REVIEW
    _, _, new = laws[row["law"]]
    first = found.candidates[0]
    assert " ".join(new[first.start : first.end].split()) == row["place"]


def test_the_sample_holds_what_was_read():
    assert Counter(r["outcome"] for r in rows()) == {"moved": 62, "review": 42}


def test_every_sentence_that_survives_in_these_laws_lands_on_itself():
    for title, old, new in read_pairs(TESTS / "samples" / "editions"):
        mover, judge = (
            Mover((old.text, old.nodes), (new.text, new.nodes)),
            Judge(old.text, new.text),
        )
        for piece in judge.old:
            truth = judge.sentence(piece)
            found = case(title, "sentence", mover, judge, piece, truth, truth)
            assert truth.kind != "kept" or found.result == "right", found


def test_the_judge_is_not_always_content():
    judge = Judge("甲机关应当公布年度结果。\n", "乙机关负责全部审批工作。\n")
    (piece,) = judge.old
    truth = judge.sentence(piece)
    assert truth.kind == "gone"
    assert not is_right_sentence(piece, truth, truth, (0, 12), "乙机关负责全部审批工作。")
