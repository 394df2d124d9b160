import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from desktop.ui.models.row_list import ROW_ROLE, RowList

pytestmark = pytest.mark.usefixtures("qapp")


class Words(RowList[str]):
    """Rows like `a1`: the letter is the key, the digit may change."""

    def key(self, row):
        return row[0]

    def words(self, row):
        return row


class Mirror:
    """Does to a plain list what the model says that it does."""

    def __init__(self, model):
        self.model = model
        self.rows = list(model.rows)
        model.rowsInserted.connect(self.on_inserted)
        model.rowsRemoved.connect(self.on_removed)
        model.rowsMoved.connect(self.on_moved)
        model.dataChanged.connect(self.on_changed)
        model.modelReset.connect(self.on_reset)

    def on_inserted(self, _parent, first, last):
        self.rows[first:first] = self.model.rows[first : last + 1]

    def on_removed(self, _parent, first, last):
        del self.rows[first : last + 1]

    def on_moved(self, _parent, first, last, _target, to):
        moved = self.rows[first : last + 1]
        del self.rows[first : last + 1]
        at = to if to < first else to - len(moved)
        self.rows[at:at] = moved

    def on_changed(self, first, last):
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self.model.rows[row]

    def on_reset(self):
        self.rows = list(self.model.rows)


ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("12")).map("".join),
    unique_by=lambda r: r[0],
)


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_what_the_view_hears_is_what_the_model_holds(steps):
    model = Words()
    mirror = Mirror(model)
    for rows in steps:
        model.replace(rows)
        assert list(model.rows) == rows
        assert mirror.rows == rows


@given(ROWS, ROWS)
def test_a_row_that_stays_keeps_its_index(before, after):
    model = Words()
    model.replace(before)
    kept = {row[0]: QPersistentModelIndex(model.index_of(row[0])) for row in before}
    model.replace(after)
    for row in after:
        if row[0] in kept and kept[row[0]].isValid():
            assert model.rows[kept[row[0]].row()] == row
    shared = {r[0] for r in before} & {r[0] for r in after}
    assert all(kept[key].isValid() for key in shared)


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = Words()
    model.replace(["a1", "b1", "c1"])
    qtmodeltester.check(model)


def test_a_row_answers_with_words_and_itself():
    model = Words()
    model.replace(["a1"])
    index = model.index_of("a")
    assert index.data() == "a1"
    assert index.data(ROW_ROLE) == "a1"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a1"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert not model.index_of("z").isValid()
    assert model.rowCount(index) == 0
