"""Importing with real drops, keys and clicks: preview, correct, save, many files, documents."""

import os

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication

from desktop.ui import batch, shelving
from desktop.ui.worker import WorkerFailed
from tests.ui.import_samples import GAP, LAW, REVISED, other_law, write

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def mime_of(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    return mime


def send(house, kind, mime):
    """Hand the window what the system hands it; Qt finds the widget below the files."""
    at = QPoint(300, 300) if kind is not QDropEvent else QPoint(300, 300).toPointF()
    event = kind(at, Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(house.window.windowHandle(), event)
    return event


def drag_in(house, *paths):
    """Hold files over the window."""
    mime = mime_of(*paths)
    event = send(house, QDragEnterEvent, mime)
    send(house, QDragMoveEvent, mime)
    return mime, event


def drop(house, qtbot, *paths):
    mime, _ = drag_in(house, *paths)
    send(house, QDropEvent, mime)
    rest(house, qtbot)


def rest(house, qtbot):
    qtbot.waitUntil(lambda: not house.importing.is_busy, timeout=20_000)


def page(house):
    return house.window.import_page


def preview(house):
    return page(house).preview


def titles(house):
    return [d.facts.title for d in house.library.documents()]


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


@pytest.fixture
def law(tmp_path):
    return write(tmp_path / "in", "law.txt", LAW)


# dropping


def test_holding_a_file_over_the_window_says_what_dropping_it_does(house, law):
    _, event = drag_in(house, law)
    assert event.isAccepted()
    assert house.importing.overlay.isVisible()
    assert "law.txt" in house.importing.overlay.words[0]
    assert house.importing.overlay.geometry() == house.window.rect()


def test_carrying_the_file_away_again_leaves_everything_as_it_was(house, qtbot, law):
    drag_in(house, law)
    QApplication.sendEvent(house.window.windowHandle(), QDragLeaveEvent())
    qtbot.waitUntil(lambda: not house.importing.overlay.isVisible())
    assert house.window.is_reading


def test_words_and_web_addresses_are_not_taken(house):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/law.pdf")])
    assert not send(house, QDragEnterEvent, mime).isAccepted()
    assert not house.importing.overlay.isVisible()


def test_a_dropped_file_is_shown_and_nothing_is_stored(house, qtbot, law):
    before = titles(house)
    drop(house, qtbot, law)
    assert house.window.middle.currentWidget() is page(house)
    assert page(house).currentWidget() is preview(house)
    assert preview(house).facts.fields["title"].text() == "数据管理条例"
    assert titles(house) == before


def test_it_is_corrected_named_and_saved_with_the_keyboard(house, qtbot, law):
    drop(house, qtbot, law)
    view = preview(house)
    chapter = next(n for n in view.parsed.nodes if "附则" in n.text)
    view.tree.setCurrentIndex(view.model.find(chapter.path))
    qtbot.keyClick(view.tree, Key.Key_Backspace, CTRL)
    assert all(n.path != chapter.path or "附则" not in n.text for n in view.parsed.nodes)
    field = view.facts.fields["name"]
    field.setFocus()
    qtbot.keyClicks(field, "DMR")
    qtbot.keyClick(field, Key.Key_S, CTRL)
    rest(house, qtbot)
    kept = next(d for d in house.library.documents() if d.name == "DMR")
    assert house.reading.spot.edition == kept.edition
    assert house.window.is_reading
    assert house.library.original(kept.edition) == ("law.txt", LAW.encode())


def test_saving_can_be_undone_and_done_again(house, qtbot, law):
    drop(house, qtbot, law)
    click(qtbot, preview(house).save)
    rest(house, qtbot)
    assert "数据管理条例" in titles(house)
    qtbot.keyClick(house.window.reader, Key.Key_Z, CTRL)
    assert "数据管理条例" not in titles(house)
    house.keeping.redo()
    assert "数据管理条例" in titles(house)


def test_escape_leaves_the_preview_and_nothing_is_stored(house, qtbot, law):
    before = titles(house)
    drop(house, qtbot, law)
    qtbot.keyClick(preview(house).tree, Key.Key_Escape)
    assert house.window.is_reading
    assert titles(house) == before


def save(house, qtbot, file):
    drop(house, qtbot, file)
    click(qtbot, preview(house).save)
    rest(house, qtbot)


def test_the_same_file_again_says_so_and_offers_to_open_it(house, qtbot, law):
    save(house, qtbot, law)
    count = len(titles(house))
    drop(house, qtbot, law)
    assert "already" in preview(house).state.text()
    assert preview(house).save.text() == "Open it"
    click(qtbot, preview(house).save)
    assert house.window.is_reading
    assert len(titles(house)) == count


def test_a_revision_becomes_a_new_edition_or_a_document_of_its_own(house, qtbot, law, tmp_path):
    save(house, qtbot, law)
    count = len(titles(house))
    revised = write(tmp_path / "in", "revised.txt", REVISED)
    drop(house, qtbot, revised)
    assert "new edition" in preview(house).save.text()
    click(qtbot, preview(house).save)
    rest(house, qtbot)
    assert len(titles(house)) == count
    again = write(tmp_path / "in", "again.txt", REVISED.replace("登记", "登记备案"))
    drop(house, qtbot, again)
    click(qtbot, preview(house).separate)
    rest(house, qtbot)
    assert len(titles(house)) == count + 1


def test_a_refused_file_gives_a_plain_sentence_and_changes_nothing(house, qtbot, tmp_path):
    before = titles(house)
    drop(house, qtbot, write(tmp_path / "in", "nothing.txt", b""))
    assert "nothing.txt is empty" in house.window.messages.label.text()
    assert house.window.is_reading
    assert titles(house) == before


def test_the_library_itself_is_never_read(house, qtbot):
    drop(house, qtbot, house.library.folder / "library.sqlite3")
    assert "belongs to the library" in house.window.messages.label.text()


# many


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "many"
    for number in range(4):
        write(folder, f"law{number}.txt", other_law(number))
    write(folder / "deep", "gap.txt", GAP)
    write(folder, "empty.txt", b"")
    write(folder, "picture.png", b"\x89PNG")
    return folder


def test_a_folder_is_imported_and_ends_with_a_report(house, qtbot, many):
    before = len(titles(house))
    drop(house, qtbot, many)
    report = page(house).report
    assert page(house).currentWidget() is report
    assert len(titles(house)) == before + 5
    assert report.title.text() == "5 documents imported"
    groups = [report.tree.topLevelItem(i).text(0) for i in range(report.tree.topLevelItemCount())]
    assert groups == ["1 refused", "1 imported, with doubts", "4 imported"]
    click(qtbot, report.copy)
    assert "empty.txt is empty" in QGuiApplication.clipboard().text()


def test_a_line_of_the_report_opens_its_document(house, qtbot, many):
    drop(house, qtbot, many)
    tree = page(house).report.tree
    line = tree.topLevelItem(2).child(0)
    tree.scrollToItem(line)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(line).center())
    assert house.window.is_reading
    name = house.library.document_of(house.reading.spot.edition).facts.title
    assert name in line.text(0)


def test_the_whole_import_is_one_step_to_undo(house, qtbot, many):
    before = titles(house)
    drop(house, qtbot, many)
    house.keeping.undo()
    assert titles(house) == before
    assert len(house.library.removed()) == 5


def test_the_same_folder_again_adds_nothing(house, qtbot, many):
    drop(house, qtbot, many)
    count = len(titles(house))
    drop(house, qtbot, many)
    assert len(titles(house)) == count
    assert page(house).report.title.text() == "0 documents imported"
    assert "5 already there" in page(house).report.words


def cut_short(monkeypatch, at, end):
    """Let the process bring in the files before one, then do what ends it there."""
    work = batch.Worker.work

    def working(self, function, files, folder, counted, turns):
        place = next((n for n, f in enumerate(files) if f.name == at), None)
        inner = work(self, function, files[:place], folder, counted, turns)

        def run(job):
            if place != 0:
                inner(job)
            if place is not None:
                end()

        return run

    monkeypatch.setattr(batch.Worker, "work", working)


def test_cancel_keeps_what_is_finished_and_tells_what_was_not_read(house, qtbot, many, monkeypatch):
    before = len(titles(house))
    cut_short(monkeypatch, "law2.txt", lambda: house.importing._batch.stop())
    drop(house, qtbot, many)
    assert len(titles(house)) == before + 3
    assert "stopped, 2 files were not read" in page(house).report.title.text()
    house.keeping.undo()
    assert len(titles(house)) == before


def test_a_file_that_breaks_the_process_stops_no_other(house, qtbot, many, monkeypatch):
    def broken():
        raise WorkerFailed("it was killed")

    cut_short(monkeypatch, "law2.txt", broken)
    before = len(titles(house))
    drop(house, qtbot, many)
    assert len(titles(house)) == before + 4
    assert "law2.txt needs more time or memory" in page(house).report.words


def test_a_text_that_lies_in_the_trash_can_be_taken_out_of_it(house, qtbot, law):
    save(house, qtbot, law)
    edition = house.reading.spot.edition
    house.library.remove_documents([house.library.document_of(edition).uid])
    drop(house, qtbot, law)
    view = preview(house)
    assert "in the trash" in view.state.text()
    assert not view.facts.isEnabled()
    click(qtbot, view.save)
    assert "数据管理条例" in titles(house)
    assert house.reading.spot.edition == edition
    house.keeping.undo()
    assert "数据管理条例" not in titles(house)


def test_a_new_edition_offers_to_be_undone_and_the_page_goes_back(house, qtbot, law, tmp_path):
    save(house, qtbot, law)
    old = house.reading.spot.edition
    drop(house, qtbot, write(tmp_path / "in", "law-2.txt", REVISED))
    click(qtbot, preview(house).save)
    rest(house, qtbot)
    assert house.reading.spot.edition != old
    house.keeping.undo()
    assert house.reading.spot.edition == old
    assert [d.edition for d in house.library.documents()][-1] == old


# documents in the tree


def choose(house, edition):
    navigator = house.window.navigator
    navigator.tree.setCurrentIndex(navigator.model.find(edition, ()))
    navigator.tree.setFocus()
    return navigator.tree


def test_delete_moves_a_document_to_the_trash_and_undo_brings_it_back(house, qtbot, law):
    save(house, qtbot, law)
    tree = choose(house, house.reading.spot.edition)
    qtbot.keyClick(tree, Key.Key_Delete)
    assert "数据管理条例" not in titles(house)
    assert house.library.document_of(house.reading.spot.edition).facts.title != "数据管理条例"
    house.keeping.undo()
    assert "数据管理条例" in titles(house)


def test_delete_on_a_place_removes_nothing(house, qtbot, law):
    save(house, qtbot, law)
    count = len(titles(house))
    house.window.navigator.tree.setFocus()
    qtbot.keyClick(house.window.navigator.tree, Key.Key_Delete)
    assert len(titles(house)) == count


def test_a_removed_document_is_restored_from_the_trash(house, qtbot, law):
    save(house, qtbot, law)
    house.library.remove_documents([house.library.document_of(house.reading.spot.edition).uid])
    house.keeping.show_trash()
    assert "数据管理条例" in house.window.trash_page.list.item(0).text()
    click(qtbot, house.window.trash_page.button)
    assert "数据管理条例" in titles(house)
    assert house.window.trash_page.list.count() == 0


def test_f2_changes_the_facts_and_an_empty_title_is_refused(house, qtbot, law):
    save(house, qtbot, law)
    tree = choose(house, house.reading.spot.edition)
    qtbot.keyClick(tree, Key.Key_F2)
    dialog = QApplication.activeWindow() or QApplication.topLevelWidgets()[-1]
    dialog = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "form") and w.isVisible())
    title = dialog.form.fields["title"]
    title.selectAll()
    qtbot.keyClick(title, Key.Key_Backspace)
    qtbot.keyClick(title, Key.Key_Return)
    assert dialog.trouble.isVisible()
    qtbot.keyClicks(title, "Data Rules")
    qtbot.keyClick(title, Key.Key_Return)
    assert "Data Rules" in titles(house)


def test_the_original_file_is_opened_as_a_copy_that_cannot_be_changed(
    house, qtbot, law, monkeypatch
):
    save(house, qtbot, law)
    opened = []
    monkeypatch.setattr(shelving, "open_outside", lambda file: opened.append(file) or True)
    house.shelving.open_original()
    assert opened[0].name == "law.txt"
    assert opened[0].read_bytes() == LAW.encode()
    assert not opened[0].stat().st_mode & 0o222


def test_an_original_that_is_called_like_a_program_is_opened_as_text(tmp_path):
    file = shelving.copy_of("../../plan.bat", b"words")
    assert file.name.endswith(".bat.txt")
    assert os.sep not in file.name


def test_many_documents_get_a_filter(house, qtbot, tmp_path):
    assert not house.window.navigator.filter.isVisible()
    for number in range(11):
        write(tmp_path / "in", f"law{number}.txt", other_law(number))
    drop(house, qtbot, tmp_path / "in")
    navigator = house.window.navigator
    assert navigator.filter.isVisible()
    qtbot.keyClicks(navigator.filter, "East-West")
    hidden = [navigator.tree.isRowHidden(i, navigator.tree.rootIndex()) for i in range(12)]
    assert hidden.count(False) == 1
    navigator.filter.clear()
    assert not any(navigator.tree.isRowHidden(i, navigator.tree.rootIndex()) for i in range(12))


def test_documents_are_sorted_by_name_and_the_choice_is_kept(house, qtbot, tmp_path, settings):
    save(
        house, qtbot, write(tmp_path / "in", "a.txt", LAW.replace("数据管理条例", "Aardvark 条例"))
    )
    house.actions["sort.name"].trigger()
    shown = [r.title.casefold() for r in house.window.navigator.model.document_rows()]
    assert shown == sorted(shown)
    assert settings.get("sort", "") == "name"


def test_closing_the_window_during_an_import_ends_its_worker(house, qtbot, many):
    house.importing.take([many])
    assert house.importing.is_busy
    house.jobs.close()
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert all(not t.is_alive() for t in house.jobs._threads.values())
