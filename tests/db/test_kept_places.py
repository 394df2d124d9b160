"""Bookmarks, names of colors and reading positions come back as they were stored."""

import pytest

from db import bookmarks, colors, positions
from db.errors import UserError
from db.model import Bookmark, BookmarkUid, EditionUid, Position


def mark(edition, uid="b", **facts):
    return Bookmark(BookmarkUid(uid), edition, "II.(1)", 12, "Salt 𠮷\ud800", **facts)


def test_a_bookmark_comes_back_with_its_document_and_its_edition(base, stored):
    with base.write() as conn:
        saved = bookmarks.save_bookmark(conn, mark(stored.edition, created="2023", position=4))
    assert saved == bookmarks.load_bookmark(base.conn, BookmarkUid("b"))
    assert (saved.title, saved.position, saved.created) == ("Salt 𠮷\ufffd", 4, "2023")
    assert saved.document == stored.name
    assert saved.edition_label
    assert bookmarks.last_position(base.conn) == 4
    assert bookmarks.load_bookmark(base.conn, BookmarkUid("none")) is None


def test_bookmarks_come_in_their_order_without_the_deleted_ones(base, stored):
    with base.write() as conn:
        for uid, position, deleted in (("a", 2, ""), ("b", 1, ""), ("c", 0, "2023")):
            made = mark(stored.edition, uid, position=position, deleted=deleted)
            bookmarks.save_bookmark(conn, made)
    assert [b.uid for b in bookmarks.load_bookmarks(base.conn)] == ["b", "a"]
    assert [b.uid for b in bookmarks.load_bookmarks(base.conn, stored.edition)] == ["b", "a"]
    assert bookmarks.load_bookmarks(base.conn, EditionUid("other")) == ()


def test_a_bookmark_in_no_edition_is_refused(base, stored):
    with pytest.raises(UserError), base.write() as conn:
        bookmarks.save_bookmark(conn, mark(EditionUid("none")))
    assert bookmarks.load_bookmarks(base.conn) == ()
    assert bookmarks.last_position(base.conn) == -1


def test_names_of_colors_are_replaced_as_a_whole(base):
    with base.write() as conn:
        colors.save_color_names(conn, {"red": "important", "blue": "", "yellow": "to quote"})
    assert list(colors.load_color_names(base.conn).items()) == [
        ("yellow", "to quote"),
        ("red", "important"),
    ]
    with base.write() as conn:
        colors.save_color_names(conn, {})
    assert colors.load_color_names(base.conn) == {}


def test_a_document_has_one_position(base, stored):
    assert positions.load_position(base.conn, stored.uid) is None
    for start in (3, 7):
        with base.write() as conn:
            positions.save_position(conn, Position(stored.edition, "I", start), "now")
    assert positions.load_position(base.conn, stored.uid) == Position(stored.edition, "I", 7)
    with base.write() as conn:
        positions.save_position(conn, Position(EditionUid("none"), "I", 9), "now")
    assert positions.load_position(base.conn, stored.uid) == Position(stored.edition, "I", 7)
