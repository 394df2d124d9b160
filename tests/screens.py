"""Pictures of the real window: `python -m tests.screens [FOLDER]` drives it and writes PNGs.

Without a display it is painted offscreen. The library is a temporary one, made for the pictures.
"""

import os
import sys
import tempfile
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.errors import UserError
from db.model import Note
from desktop import paths
from desktop.app import make_application
from desktop.library import Library
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.house import House
from desktop.ui.language import silence, speak
from desktop.ui.words import sentence

WIDE = (1366, 768)
SMALL = (1024, 600)
NOTES = (
    ("II.(3).2.1", "Tianjin, Shandong, Anhui and Chongqing", "yellow",
     "Ask the Qinghai office which of the four has signed for 2023.", ("partners", "question")),
    ("II.(3).2.1", "potassium, magnesium, lithium", "green", "", ("minerals",)),
    ("II.(3).2.2", "enhance the competitiveness of salt lake industries", "red",
     "No indicator is named here; compare with (6).2 on rare earths. 需要核对。", ("memo",)),
    ("II.(1).1.1", "", "", "Which institutes?", ("question",)),
    ("II.(5).2.1", "", "", "同宁夏科技厅核对年度安排。", ("follow-up",)),
)  # fmt: skip


class Camera:
    """Drives one window like a hand and takes its picture."""

    def __init__(self, house: House, folder: Path) -> None:
        self.house, self.folder = house, folder
        self.window, self.library = house.window, house.library

    def rest(self, milliseconds: int = 350) -> None:
        """Let searches answer and timers run out."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()  # QTest.qWait would keep Python from the threads of the search

    def shoot(self, name: str) -> None:
        """Write the picture."""
        self.rest()
        file = self.folder / f"{name}.png"
        if not self.window.grab().save(str(file)):
            raise SystemExit(f"{file} could not be written")
        print(f"{file}  {self.window.width()} × {self.window.height()}")

    def size(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.window.resize(*size)
        self.rest(100)

    def go(self, path: str, *, words: str = "") -> None:
        """Open a place; with words also select them."""
        place = self.library.place(path)
        self.house.reading.open(place.document.edition, path)
        self.rest()
        if words:
            anchor = self.library.find_quote(place.node, words)
            self.window.reader.select_span(anchor.start, anchor.end)

    def type(self, words: str) -> None:
        """Type words where the focus is; what no key has comes from an input method."""
        focused = QApplication.focusWidget() or self.window
        for sign in words:
            if sign.isascii():
                QTest.keyClicks(focused, sign)
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(sign)
                QApplication.sendEvent(focused, composed)
        self.rest(1500)

    def press(self, key: Qt.Key, widget: object = None) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(widget or QApplication.focusWidget() or self.window, key)
        self.rest(150)


def add_notes(library: Library) -> list[Note]:
    """Note what the pictures show."""
    notes = []
    for path, quote, color, body, tags in NOTES:
        node = library.place(path).node
        anchor = library.find_quote(node, quote) if quote else library.anchor_on(node)
        notes.append(library.add_note(anchor, body=body, color=color, tags=tags))
    return notes


def fill_memo(library: Library, notes: list[Note]) -> str:
    """Write a memo with a clause, notes and own words."""
    memo = library.new_memo("Salt lake cooperation: open questions")
    library.add_text_to_memo(memo.uid, "For the meeting of the coordination group in December.")
    library.add_clauses_to_memo(memo.uid, [library.place("II.(3).2.1").node])
    library.add_notes_to_memo(memo.uid, [n.uid for n in notes[:3]])
    library.add_text_to_memo(memo.uid, "We propose to ask all four partners before the year ends.")
    return memo.uid


def take_all(camera: Camera) -> None:
    """Take every picture, in the order of a first day."""
    camera.size(WIDE)
    camera.shoot("01-first-start")
    notes = add_notes(camera.library)
    camera.go("II.(3).2")
    camera.shoot("02-region-with-highlights")
    camera.window.field.setFocus()
    camera.type("salt lake")
    camera.shoot("03-search-results")
    camera.press(Qt.Key.Key_Down)
    camera.press(Qt.Key.Key_Down)
    camera.shoot("04-search-second-hit")
    camera.window.field.selectAll()
    camera.type("qinghei sallt")
    camera.shoot("05-search-nothing")
    camera.press(Qt.Key.Key_Escape)
    camera.go("II.(3).3.1", words="Chinese Academy of Agricultural Sciences")
    camera.shoot("06-selection")
    camera.window.reader.setFocus()
    camera.press(Qt.Key.Key_N)
    camera.type("Who speaks for the Academy? 请联系中国农科院。")
    camera.shoot("07-writing-a-note")
    camera.press(Qt.Key.Key_Escape)
    camera.house.memoing.show_memo(fill_memo(camera.library, notes))
    camera.shoot("08-memo")
    camera.house.keeping.show_trash()
    camera.library.delete_notes([notes[3].uid])
    camera.shoot("09-trash")
    camera.house.helping.show_help()
    camera.shoot("10-help")
    camera.go("II.(3).2")
    camera.window.reader.setFocus()
    camera.house.finding.find_in_document()
    camera.type("industr")
    camera.shoot("11-find-in-document")
    camera.window.find_bar.close_bar()
    camera.window.messages.show_failure(sentence(UserError("disk-full")))
    camera.window.status.show_unsaved()
    camera.shoot("21-refused")
    camera.window.messages.hide()
    camera.house.memoing.add_to_memo()
    camera.shoot("22-added-to-memo")
    camera.window.messages.hide()
    camera.house.reading.open_here("@around")
    camera.shoot("12-around-the-text")
    camera.go("I")
    camera.shoot("13-section")
    camera.size(SMALL)
    camera.go("II.(3).2")
    camera.shoot("14-small-window")
    camera.size(WIDE)
    theme.apply("dark")
    camera.window.notes.show_notes(camera.library.notes(), "")
    camera.go("II.(3).2")
    camera.shoot("15-dark")
    camera.window.field.setFocus()
    camera.type("industrial")
    camera.shoot("16-dark-search")
    camera.press(Qt.Key.Key_Escape)
    theme.apply("light")
    take_search(camera)


def take_search(camera: Camera) -> None:
    """Take what can be done with a search."""
    window, library = camera.window, camera.library
    for words, name in (("salt lake", "Salt lakes"), ("region:Ningxia industr", "Ningxia")):
        library.save_search(words, name)
    library.remember_search("coordination mechanism")
    window.field.setFocus()
    camera.type("industrial")
    chip = window.results.facets.rows[1].chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    camera.shoot("23-search-narrowed")
    window.results.facet_toggled.emit("region", "Qinghai")
    window.results.order_chosen.emit("text")
    camera.shoot("24-search-as-in-the-text")
    window.results.order_chosen.emit("best")
    camera.house.searching.show_hits_in_contents()
    camera.shoot("25-search-in-the-contents")
    window.field.setFocus()
    window.field.selectAll()
    camera.type("question OR colour:mauve")
    camera.shoot("26-search-hints")
    camera.size(SMALL)
    camera.shoot("27-search-small")
    camera.size(WIDE)
    camera.press(Qt.Key.Key_Escape, window.field)
    camera.house.helping.show_search_help()
    camera.shoot("28-search-help")
    camera.house.helping.show_search_help()
    menu = camera.house.searches.recent_menu()
    menu.grab().save(str(camera.folder / "29-search-recent.png"))
    menu.close()


def take_chinese(camera: Camera) -> None:
    """Take the window in Chinese."""
    camera.size(WIDE)
    camera.go("II.(3).2")
    camera.shoot("17-chinese")
    camera.window.field.setFocus()
    camera.type("青海")
    camera.shoot("18-chinese-search")
    camera.press(Qt.Key.Key_Escape)
    menu = camera.window.menuBar().actions()[1].menu()
    menu.popup(camera.window.mapToGlobal(QPoint(60, 24)))
    camera.rest(100)
    menu.grab().save(str(camera.folder / "19-chinese-menu.png"))
    menu.close()
    camera.house.helping.show_help()
    camera.shoot("20-chinese-help")


def main(folder: Path) -> None:
    """Open a temporary library, take the pictures, leave nothing else behind."""
    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as scratch:
        library = Library.open(Path(scratch) / "library", plans=paths.plans())
        settings = Settings(Path(scratch) / "settings.json")
        for code, take in (("en", take_all), ("zh_CN", take_chinese)):
            silence()
            speak(code)
            theme.apply("light")
            house = House(library, settings)
            house.window.show()
            take(Camera(house, folder))
            house.close()
        library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/screens"))
