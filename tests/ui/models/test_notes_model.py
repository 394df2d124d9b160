import pytest
from PySide6.QtCore import Qt

from desktop.ui.models.notes_model import IN_TEXT, NotesModel
from tests.ui.note_samples import THREE, note


@pytest.fixture
def model(qapp):
    made = NotesModel()
    made.set_notes(THREE)
    return made


def uids(model):
    return [n.uid for n in model.rows]


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_notes_of_one_day_stand_as_in_the_text(model):
    model.set_notes([note("a", days=1), note("b", days=0), note("c", days=1), note("d", days=0)])
    assert uids(model) == ["b", "d", "a", "c"]


def test_the_last_day_stands_on_top_until_the_text_orders(model):
    model.set_notes(THREE[::-1])
    assert uids(model) == ["n1", "n2", "n3"]
    model.set_order(IN_TEXT)
    assert uids(model) == ["n3", "n2", "n1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("qinghai", ["n1"]),
        ("LITHIUM", ["n2"]),
        ("question", ["n1"]),
        ("盐湖", ["n3"]),
        ("稀土 海西", ["n3"]),
        ("ask lithium", []),
        ("II.(3).2.2", ["n3"]),
        ("  ", ["n1", "n2", "n3"]),
    ],
)
def test_the_filter_looks_into_body_quote_tags_and_place(model, words, found):
    model.set_filter(words)
    assert uids(model) == found


def test_the_note_that_is_edited_is_not_filtered_away(model):
    model.kept = "n2"
    model.set_filter("qinghai")
    assert uids(model) == ["n1", "n2"]


def test_uids_for_a_memo_come_in_the_order_of_the_text(model):
    model.set_notes(THREE[::-1])
    assert model.in_text_order({"n1", "n3"}) == ("n3", "n1")


def test_a_screen_reader_hears_words_note_tags_and_place(model):
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        spoken
        == "Tianjin, Shandong, Anhui. Ask the Qinghai office. partners, question. II.(3).2.1. today"
    )


def test_the_tooltip_holds_everything_and_takes_no_markup(model):
    model.set_notes([note("n1", "<b>words</b> " * 3, "x < y", days=2)])
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;words&lt;/b&gt;" in tip
    assert "x &lt; y" in tip
    assert "Qinghai" in tip


def test_a_megabyte_of_note_makes_a_short_tooltip(model):
    model.set_notes([note("n1", "words", "x" * 1_000_000)])
    assert len(model.index(0).data(Qt.ItemDataRole.ToolTipRole)) < 3000
