"""The tree: places are fetched as they unfold, counts stand on every ancestor."""

import pytest
from PySide6.QtCore import Qt

from db.model import (
    Bookmark,
    BookmarkUid,
    Document,
    DocumentFacts,
    DocumentUid,
    EditionUid,
    Memo,
    MemoUid,
    Node,
    NodeUid,
)
from desktop.ui.models.outline_model import COUNT, KIND, LABEL, OutlineModel

EDITION = EditionUid("e")
PLACES = [
    ("0", "section", "0", ""),
    ("0.1", "clause", "1", "0"),
    ("II", "section", "II", ""),
    ("II.(3)", "region", "(3)", "II"),
    ("II.(3).2", "task", "2", "II.(3)"),
    ("II.(3).2.1", "clause", "1", "II.(3).2"),
]


def node(path, kind, label, parent):
    return Node(NodeUid(f"n{path}"), kind, path, label, 0, 9, f"words of\n{path}", parent=parent)


class Source:
    def __init__(self):
        self.asked = []

    def children(self, edition, parent=""):
        self.asked.append(parent)
        return [node(*p) for p in PLACES if p[3] == parent]


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def model(source, qtmodeltester):
    model = OutlineModel(source)
    document = Document(
        DocumentUid("d"), DocumentFacts("A long title", "Plan"), EDITION, "2021", "", notes=3
    )
    model.show_documents([document])
    qtmodeltester.check(model)
    return model


def test_the_model_keeps_qt_s_rules_while_it_is_filled_and_emptied(model, qtmodeltester):
    qtmodeltester.check(model)
    model.find(EDITION, ["II", "II.(3)", "II.(3).2"])
    model.show_counts(EDITION, {"": 2, "II": 2})
    memos = [Memo(MemoUid("a"), "First"), Memo(MemoUid("b"), "Second")]
    model.show_memos(memos)
    model.show_memos(memos[:1])
    model.show_memos([])
    assert model.rowCount() == 4


def test_a_folded_place_asks_for_nothing(source):
    model = OutlineModel(source)
    model.show_documents([Document(DocumentUid("d"), DocumentFacts("T"), EDITION, "", "")])
    assert model.hasChildren(model.index(0, 0))
    assert source.asked == []


def test_finding_a_place_fetches_only_its_ancestors(source):
    model = OutlineModel(source)
    model.show_documents([Document(DocumentUid("d"), DocumentFacts("T"), EDITION, "", "")])
    found = model.find(EDITION, ["II", "II.(3)"])
    assert found.data(LABEL) == "(3)"
    assert source.asked == ["", "II"]


def test_an_unknown_place_is_stood_for_by_its_ancestor(model):
    assert model.find(EDITION, ["II", "II.(9)"]).data(LABEL) == "II"
    assert not model.find(EditionUid("other"), ["II"]).isValid()


def test_counts_reach_rows_that_are_fetched_later(model):
    model.show_counts(EDITION, {"": 4, "II": 4, "II.(3)": 3, "II.(3).2": 1})
    found = model.find(EDITION, ["II", "II.(3)", "II.(3).2"])
    assert [i.data(COUNT) for i in (found, found.parent(), found.parent().parent())] == [1, 3, 4]
    assert "1 note" in found.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_title_is_one_line_and_the_preamble_has_a_name(model):
    assert model.find(EDITION, ["0"]).data(LABEL) == ""
    assert "\n" not in model.find(EDITION, ["0", "0.1"]).data()


def test_memos_and_trash_stand_below_the_documents(model):
    model.show_memos([Memo(MemoUid("a"), "First")])
    model.show_trash(2)
    kinds = [model.index(row, 0).data(KIND) for row in range(model.rowCount())]
    assert kinds == ["document", "bookmarks", "memos", "trash"]
    assert model.find_kind("memo", "a").data() == "First"
    assert model.find_kind("trash").data(COUNT) == 2


def test_bookmarks_stand_below_the_documents_and_keep_qt_s_rules(model, qtmodeltester):
    kept = [Bookmark(BookmarkUid(str(n)), EDITION, "II", 0, f"Place {n}") for n in range(3)]
    model.show_bookmarks(kept)
    qtmodeltester.check(model)
    head = model.find_kind("bookmarks")
    assert [model.index(n, 0, head).data() for n in range(3)] == ["Place 0", "Place 1", "Place 2"]
    assert head.data(COUNT) == 3
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Bookmarks, 3 bookmarks"
    model.show_counts(EDITION, {"II": 7})
    model.show_bookmarks(kept[:1])
    assert model.rowCount(head) == 1
    assert not model.index(0, 0, head).data(COUNT)
