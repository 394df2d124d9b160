from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.ui.models.hits_model import HitGroup, HitsModel, count_words, why_words
from tests.ui.note_samples import HITS, PLAN, hit


@pytest.fixture
def model(qapp):
    return HitsModel()


@pytest.mark.parametrize("ranked", [True, False])
def test_the_model_keeps_qts_rules(model, qtmodeltester, ranked):
    model.set_hits(HITS, ranked=ranked)
    qtmodeltester.check(model)


def test_ranked_hits_stand_as_they_come_without_headings(model):
    model.set_hits(HITS, ranked=True)
    assert model.rows == HITS


def test_hits_of_the_text_stand_under_document_and_region(model):
    model.set_hits(HITS, ranked=False)
    first, *rest = model.rows
    assert first == HitGroup(PLAN, "Qinghai", 3)
    assert [r.uid for r in rest[:3]] == ["h1", "h3", "h4"]
    assert rest[3:] == [HitGroup(PLAN, "Ningxia", 1), HITS[1]]


def test_a_heading_cannot_be_chosen(model):
    model.set_hits(HITS, ranked=False)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_the_same_place_is_shown_once(model):
    model.set_hits([*HITS, HITS[0]], ranked=True)
    assert len(model.hits) == 4


def test_two_passages_of_one_circular_are_two_hits(model):
    around = [
        hit("edition", "x", kind="circular", path="@around", start=start) for start in (5, 90)
    ]
    model.set_hits([*around, around[0]], ranked=True)
    assert len(model.hits) == 2
    assert count_words(model.hits) == "2 passages around the text"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Passage. around the text")


def test_a_note_and_its_clause_are_two_hits(model):
    model.set_hits([HITS[0], replace(HITS[0], kind="note")], ranked=True)
    assert len(model.hits) == 2


def test_counts_are_told_by_kind():
    assert count_words(HITS[:3]) == "3 clauses"
    assert count_words([]) == ""
    assert [
        p.split()[0] for p in count_words([*HITS, hit("h5", "x", kind="task")]).split(" · ")
    ] == ["3", "1", "1"]


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (hit("h", "x"), ""),
        (hit("h", "x", kind="note", via="note"), ""),
        (hit("h", "x", via="tag"), "found by its tag"),
        (hit("h", "x", via="heading"), "found by its heading"),
        (hit("h", "x", kind="task", via="heading"), ""),
        (hit("h", "x", via="note"), "found by a note on it"),
        (HITS[1], "printed as “support”"),
        (hit("h", "x", kind="region", via="heading", reason="named “Gansu”"), "named “Gansu”"),
        (hit("h", "x", via="glossary", reason="otherwise"), "otherwise"),
    ],
)
def test_why_is_said_when_the_words_do_not_show_it(found, why):
    assert why_words(found) == why


def test_a_screen_reader_hears_kind_place_title_words_and_why(model):
    model.set_hits(HITS[1:2], ranked=True)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(
        "Clause. II.(5).1.2. Ningxia. World-class salt lake base. Support solar"
    )
    assert "printed as “support”" in spoken
