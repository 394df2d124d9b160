import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from db.model import Block
from desktop.ui.models.memo_model import MIME, MemoModel, moved_by, moved_to
from tests.ui.note_samples import BLOCKS, CITATIONS

UIDS = [b.uid for b in BLOCKS]
CHOICES = st.sets(st.sampled_from(UIDS))


@pytest.fixture
def model(qapp):
    made = MemoModel()
    made.set_blocks(BLOCKS, CITATIONS, {})
    return made


def uids(blocks):
    return [b.uid for b in blocks]


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


@given(CHOICES, st.sampled_from([-1, 1]))
def test_moving_keeps_every_block_and_the_order_of_each_group(chosen, step):
    moved = moved_by(BLOCKS, chosen, step)
    assert sorted(uids(moved)) == sorted(UIDS)
    assert [u for u in uids(moved) if u in chosen] == [u for u in UIDS if u in chosen]
    assert [u for u in uids(moved) if u not in chosen] == [u for u in UIDS if u not in chosen]


@pytest.mark.parametrize(
    ("chosen", "step", "order"),
    [
        ({"b2"}, -1, ["b2", "b1", "b3", "b4"]),
        ({"b2", "b3"}, 1, ["b1", "b4", "b2", "b3"]),
        ({"b1"}, -1, ["b1", "b2", "b3", "b4"]),
        ({"b1", "b3"}, -1, ["b1", "b3", "b2", "b4"]),
        ({"b4"}, 1, ["b1", "b2", "b3", "b4"]),
    ],
)
def test_blocks_move_one_place_and_stop_at_the_ends(chosen, step, order):
    assert uids(moved_by(BLOCKS, chosen, step)) == order


@given(CHOICES, st.integers(0, 4))
def test_dropped_blocks_stand_together_before_the_row(chosen, row):
    moved = uids(moved_to(BLOCKS, sorted(chosen), row))
    assert sorted(moved) == sorted(UIDS)
    before = [u for u in UIDS[:row] if u not in chosen]
    picked = [u for u in UIDS if u in chosen]
    assert moved[: len(before) + len(picked)] == before + picked


def test_a_draft_stands_among_the_blocks_until_the_memo_holds_it(model):
    draft = Block("new", "text")
    model.begin(draft, 2)
    assert uids(model.blocks) == ["b1", "b2", "new", "b3", "b4"]
    model.set_blocks(BLOCKS[:3], CITATIONS, {})
    assert uids(model.blocks) == ["b1", "b2", "new", "b3"]
    held = Block("new", "text", text="words")
    model.set_blocks((*BLOCKS, held), CITATIONS, {})
    assert uids(model.blocks) == [*UIDS, "new"]
    assert not model.is_draft("new")


def test_a_dragged_block_is_known_by_its_uid_and_readable_elsewhere(model):
    dragged = model.mimeData([model.index(2), model.index(1)])
    assert bytes(dragged.data(MIME).data()) == b"b2\nb3"
    assert "We will deepen cooperation.\nPlan (2022), II.(3).2.1" in dragged.text()
    assert model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled


def test_a_screen_reader_hears_what_a_block_is(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Own text. For the meeting"
    assert (
        model.index(1).data(role).startswith("Quotation. We will deepen cooperation. Plan (2022)")
    )
    assert model.index(2).data(role).startswith("Note. 海西盐湖化工")
