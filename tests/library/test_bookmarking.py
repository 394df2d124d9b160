"""Bookmarks are kept in the reader's order, undone, and stay with their edition; positions are kept."""

import subprocess
import sys

import pytest

from db.errors import UserError
from db.model import Position


@pytest.fixture
def edition(library):
    return library.document().edition


@pytest.fixture
def three(library, edition):
    return [library.add_bookmark(edition, p) for p in ("II.(3).2", "I.1", "II.(5)")]


def titles(library):
    return [b.title for b in library.bookmarks()]


def test_a_bookmark_is_called_by_its_headings(library, three, edition):
    assert titles(library)[0] == "(3) Qinghai · 2 World-class salt lake base"
    assert library.add_bookmark(edition, "II.(3).2.1").title.startswith("2 World-class")
    assert library.add_bookmark(edition, "").title == library.document().name
    assert three[0].start == library.place("II.(3).2").node.start


def test_a_place_is_kept_once(library, three, edition):
    assert library.add_bookmark(edition, "I.1", "again") == three[1]
    assert len(library.bookmarks()) == 3


@pytest.mark.parametrize(
    ("uid", "place", "order"),
    [(0, 2, [1, 2, 0]), (2, 0, [2, 0, 1]), (1, 99, [0, 2, 1]), (0, 0, [0, 1, 2])],
)
def test_bookmarks_are_ordered_by_hand(library, three, uid, place, order):
    library.move_bookmark(three[uid].uid, place)
    assert [b.uid for b in library.bookmarks()] == [three[i].uid for i in order]
    if order != [0, 1, 2]:
        library.undo()
        assert list(library.bookmarks()) == three


def test_every_deed_on_bookmarks_is_undone_and_done_again(library, three):
    library.rename_bookmark(three[0].uid, " Salt  lakes ")
    library.delete_bookmark(three[1].uid)
    assert titles(library) == ["Salt lakes", three[2].title]
    words = [library.undo(), library.undo(), library.undo()]
    assert words == ["delete bookmark", "rename bookmark", "add bookmark"]
    assert list(library.bookmarks()) == three[:2]
    for _ in range(3):
        library.redo()
    assert titles(library) == ["Salt lakes", three[2].title]


def test_a_deed_on_no_bookmark_is_a_sentence(library, three):
    for deed in (
        lambda: library.delete_bookmark("none"),
        lambda: library.move_bookmark("none", 0),
        lambda: library.rename_bookmark(three[0].uid, "  "),
        lambda: library.add_bookmark(three[0].edition, "IX.9"),
    ):
        with pytest.raises(UserError):
            deed()
    assert list(library.bookmarks()) == three


def test_a_bookmark_of_a_removed_document_comes_back_with_it(library, three):
    library.remove_documents([library.document().uid])
    assert library.bookmarks() == ()
    library.undo()
    assert list(library.bookmarks()) == three


def test_a_document_is_left_where_it_was_read_last(library, edition):
    assert library.position(edition) is None
    library.keep_position(Position(edition, "I", 40))
    kept = Position(edition, "II.(3)", 4000)
    library.keep_position(kept)
    assert library.position(edition) == kept
    assert library.history.undo_words == ""


def test_what_was_acknowledged_survives_a_kill(folder):
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom desktop.library import Library\n"
        "from db.model import Position\n"
        f"library = Library.open(Path({str(folder)!r}))\n"
        "edition = library.document().edition\n"
        "library.add_bookmark(edition, 'II.(3).2', 'kept')\n"
        "library.keep_position(Position(edition, 'II.(5)', 9000))\n"
        "library.name_colors({'red': 'important'})\n"
        "print('done', flush=True)\ntime.sleep(60)\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().strip() == "done"
        process.kill()
    from desktop.library import Library

    library = Library.open(folder)
    assert titles(library) == ["kept"]
    assert library.position(library.document().edition).path == "II.(5)"
    assert library.color_names() == {"red": "important"}
    library.close()
