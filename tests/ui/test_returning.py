"""Each document opens where it was left, also after a kill; scrolling does not write each time."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from db.model import Position
from desktop.library import Library
from desktop.ui.house import House
from desktop.ui.returning import KEEP_MS


@pytest.fixture
def edition(house):
    return house.library.document().edition


@pytest.fixture
def writes(house, monkeypatch):
    """What was written down, in order."""
    kept, real = [], house.library.keep_position

    def keep(position):
        kept.append(position)
        real(position)

    monkeypatch.setattr(house.library, "keep_position", keep)
    return kept


def text(house):
    return house.window.reader.focus_target()


def scroll(house, value):
    text(house).verticalScrollBar().setValue(value)


def wheel(house, steps):
    viewport = text(house).viewport()
    middle = QPointF(viewport.rect().center())
    for _ in range(steps):
        event = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)


def again(house, settings):
    """Another window on the same library, as after a restart."""
    made = House(house.library, settings)
    made.window.resize(house.window.size())
    made.window.show()
    return made


def test_a_restart_opens_the_page_at_the_same_line(house, edition, settings, qtbot):
    house.reading.open(edition, "II.(5)")
    scroll(house, 300)
    top = house.window.reader.top_offset()
    house.returning.keep()
    house.viewing.keep()
    other = again(house, settings)
    qtbot.waitExposed(other.window)
    assert other.reading.unit.path == "II.(5)"
    qtbot.waitUntil(lambda: other.window.reader.top_offset() == top)
    other.returning.keep()
    assert house.library.position(edition).start == top, "it does not creep"
    other.close()
    qtbot.wait(0)


def test_another_document_opens_where_it_was_left_and_its_beginning_is_a_click_away(
    house, edition, tmp_path, qtbot
):
    house.reading.open(edition, "II.(6)")
    scroll(house, 260)
    top = house.window.reader.top_offset()
    file = tmp_path / "law.txt"
    file.write_text("A law\n\nArticle 1. One.\n\nArticle 2. Two.\n", "utf-8")
    house.library.keep(house.library.read(file))
    other = next(d for d in house.library.documents() if d.edition != edition)
    house.reading.open(other.edition, "")
    house.reading.open(edition, "")
    assert house.reading.unit.path == "II.(6)"
    assert house.window.reader.top_offset() == top
    house.reading.open_here("")
    assert house.reading.unit.path != "II.(6)"


def test_scrolling_writes_once_and_rest_writes_nothing(house, edition, writes, qtbot):
    house.reading.open(edition, "II.(3)")
    house.returning.keep()
    writes.clear()
    wheel(house, 30)
    assert writes == []
    house.returning._soon.setInterval(20)
    wheel(house, 1)
    house.returning._soon.start()
    qtbot.waitUntil(lambda: writes != [])
    qtbot.wait(60)
    assert len(writes) == 1
    assert KEEP_MS >= 2000


def test_the_place_is_written_when_the_window_closes(house, edition, qtbot):
    house.reading.open(edition, "II.(3)")
    scroll(house, 200)
    top = house.window.reader.top_offset()
    house.window.close()
    assert house.library.position(edition).start == top


def test_a_position_of_a_place_that_is_gone_opens_the_beginning(house, edition, folder, qtbot):
    house.library.keep_position(Position(edition, "IX.(9)", 10**9))
    house.reading.start(str(edition), "")
    assert house.reading.unit is not None
    other = Library.open(folder)
    other.close()


def test_a_document_left_in_an_older_edition_opens_at_the_same_number(house, tmp_path, qtbot):
    words = "A law\n\n" + "".join(f"Article {n}. Words {n}.\n\n" for n in range(1, 5))
    editions = []
    for label, text in (("1", words), ("2", words + "Article 5. New.\n")):
        file = tmp_path / f"law{label}.txt"
        file.write_text(text, "utf-8")
        known = editions[0] if editions else None
        kept = house.library.keep(
            house.library.read(file), document=known.uid if known else None, label=label
        )
        editions.append(kept)
    old, new = (d.edition for d in editions)
    page = house.library.unit_paths(old)[-1]
    house.library.keep_position(Position(old, page, 20))
    house.reading.open(new, "")
    assert (house.reading.unit.edition, house.reading.unit.path) == (new, page)
