"""A card explains the glossary, the damage and the dots, by pointer and by key; the text stays as it is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from db.model import Damage
from desktop.ui import theme
from desktop.ui.views.hover_card import HoverCard, damage_words, status_words
from desktop.ui.views.page_painter import scar_color
from tests.ui.views.reader_pages import Sheet, colors_near, open_reader, point_of, qinghai


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply("light")


def card_of(reader) -> HoverCard:
    return reader.findChild(HoverCard)


def rest_on(reader, point):
    viewport = reader.focus_target().viewport()
    at = point if isinstance(point, QPoint) else point.toPoint()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))


def damaged() -> Sheet:
    sheet = Sheet("III")
    sheet.add("section", "III", "Safeguard measures", numeral="III. ")
    sheet.add(
        "clause", "III.1", "restoration of degra To provide systematic solutions for the barrier"
    )
    sheet.add("clause", "III.2", "Assistance to relevant counties in Tibet", gap=" ")
    sheet.add("clause", "III.3", "The Ministry issued a circular.", gap=" ")
    sheet.scar("cut", "degra")
    sheet.scar("fused", "degra To")
    sheet.scar_after("stop", "in Tibet")
    sheet.scar("repeated", "The Ministry issued a circular.")
    return sheet


def test_the_card_of_a_term_tells_printed_original_reading_and_status(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    rest_on(reader, point_of(reader, sheet.span("Hercynian")[0] + 2))
    card = card_of(reader)
    assert card.isVisible()
    assert card.words == [
        "Printed as “Hercynian”",
        "海西盐湖化工特色",
        "Haixi (Mongol and Tibetan Autonomous Prefecture)",
        "Confirmed in a Chinese source",
    ]
    assert not card.geometry().contains(point_of(reader, sheet.span("Hercynian")[0]))


def test_the_card_goes_when_the_pointer_leaves_the_words(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    at = point_of(reader, sheet.span("Hercynian")[0] + 2)
    rest_on(reader, at)
    qtbot.mouseMove(reader.focus_target().viewport(), at + QPoint(3, 0))
    assert card_of(reader).isVisible()
    qtbot.mouseMove(reader.focus_target().viewport(), at + QPoint(300, 60))
    assert not card_of(reader).isVisible()


def test_plain_words_have_no_card(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    rest_on(reader, point_of(reader, sheet.span("Tianjin")[0]))
    assert not card_of(reader).isVisible()


def test_the_card_of_a_dot_tells_the_notes_that_hang_there(qtbot):
    sheet = qinghai()
    notes = [
        sheet.note("Tianjin", body="Which office?"),
        sheet.note("Tianjin,", "red", body="Signed in 2023"),
    ]
    reader = open_reader(qtbot, sheet.unit, notes)
    box, _ = reader.focus_target().page.painter.dots(4)[0]
    rest_on(reader, box.center() - QPointF(0, reader.focus_target().top))
    assert [w for w in card_of(reader).words if w] == ["Which office?", "Signed in 2023"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("degra", "breaks off"),
        ("in Tibet", "full stop is missing"),
        ("The Ministry", "stands twice"),
    ],
)
def test_damage_is_explained_where_it_is(qtbot, words, said):
    sheet = damaged()
    reader = open_reader(qtbot, sheet.unit)
    start, end = sheet.span(words)
    rest_on(reader, point_of(reader, end - 1))
    assert said in " ".join(card_of(reader).words)
    assert sheet.text[start:end] in reader.focus_target().document().toRawText()


def test_the_sign_after_the_last_word_is_explained_too(qtbot):
    sheet = damaged()
    reader = open_reader(qtbot, sheet.unit)
    end = reader.focus_target().page.geometry.end(2)
    rest_on(reader, QPointF(end.x + 4, end.base - 2 - reader.focus_target().top))
    assert "full stop is missing" in " ".join(card_of(reader).words)


def test_a_numeral_printed_wrongly_is_explained_on_its_label(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    label = reader.focus_target().page.painter.label_rect(3)
    rest_on(reader, label.center())
    assert card_of(reader).words[0] == "The numeral is printed as “two。”."


def test_a_numeral_printed_wrongly_is_explained_at_the_name_that_is_painted_for_it(qtbot):
    sheet = Sheet("II.(2)")
    sheet.add("region", "II.(2)", "to implement", numeral="(two。) ", name="Tibet")
    sheet.scar("mark", "(two。)")
    reader = open_reader(qtbot, sheet.unit)
    painter = reader.focus_target().page.painter
    assert painter.head_rect(0).contains(painter.label_rect(0).center())
    rest_on(reader, painter.label_rect(0).center())
    assert card_of(reader).words[0] == "The numeral is printed wrongly here."


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("words", ["degra To", "in Tibet"])
def test_damage_is_painted_in_its_own_color(qtbot, look, words):
    theme.apply(look)
    sheet = damaged()
    whole = open_reader(qtbot, Sheet.unit.fget(undamaged(sheet)))
    reader = open_reader(qtbot, sheet.unit)
    at = sheet.span(words)[1] - 1
    painted = colors_near(reader, at, wide=24) - colors_near(whole, at, wide=24)
    assert any(_near(name, scar_color().name()) for name in painted)


def undamaged(sheet) -> Sheet:
    whole = damaged()
    whole.damage = []
    return whole


def _near(one, other):
    parts = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return sum(abs(a - b) for a, b in parts) < 140


def test_a_term_is_underlined_and_its_words_are_not_changed(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    at = sheet.span("Hercynian")[0]
    below = point_of(reader, at, lift=-3)
    image = reader.focus_target().viewport().grab().toImage()
    assert image.pixelColor(below).name() == theme.tokens().text.name()
    plain = point_of(reader, sheet.span("Tianjin")[0], lift=-3)
    assert image.pixelColor(plain).name() == theme.tokens().page.name()


def test_the_caret_that_comes_to_a_term_by_key_explains_it_and_esc_closes_the_card(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit)
    reader.go_to(sheet.span("Hercynian")[0])
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Right)
    qtbot.waitUntil(card_of(reader).isVisible, timeout=2000)
    assert "Haixi" in card_of(reader).accessibleName()
    qtbot.keyClick(reader.focus_target(), Qt.Key.Key_Escape)
    assert not card_of(reader).isVisible()


def test_scrolling_takes_the_card_away(qtbot):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, size=(600, 400))
    rest_on(reader, point_of(reader, sheet.span("science and technology to aid")[0] + 2))
    assert card_of(reader).isVisible()
    reader.focus_target().verticalScrollBar().setValue(50)
    assert not card_of(reader).isVisible()


@pytest.mark.parametrize("size", [(734, 690), (360, 240)])
def test_the_card_stays_inside_the_viewport(qtbot, size):
    sheet = qinghai()
    reader = open_reader(qtbot, sheet.unit, size=size)
    start = sheet.span("Qingzhao")[0]
    reader.go_to(start, start + 3)
    rest_on(reader, point_of(reader, start + 2))
    sight = QRect(QPoint(0, 0), reader.focus_target().viewport().size())
    assert card_of(reader).isVisible()
    assert sight.contains(card_of(reader).geometry())


def test_unknown_words_of_the_source_are_shown_as_they_are():
    assert status_words("rumored") == "rumored"
    assert damage_words(Damage("burnt", 0, 1), "x") == "The source is damaged here."
    assert damage_words(Damage("mark", 0, 1), "") == "The numeral is printed wrongly here."
