"""Every schema version ever released is opened, brought up to date and holds what was put in.

To keep the library of a new version: `fill` a fresh one with the small plan, close it, store its
file; never touch an older one.
"""

import shutil
from dataclasses import replace

import pytest

from db import (
    bookmarks,
    colors,
    documents,
    memos,
    nodes,
    notes,
    positions,
    reviews,
    searches,
)
from db.connection import FILE, VERSION, Base
from db.model import (
    Anchor,
    Ask,
    Block,
    Bookmark,
    BookmarkUid,
    Memo,
    MemoUid,
    Note,
    NoteUid,
    Position,
    SavedSearch,
    SearchUid,
)
from db.revision import Candidate, Row
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "tests" / "samples" / "db").glob("v*.sqlite3"))


def fill(base, small, version=VERSION):
    """Put one of everything that a version knows into a library: the same on every machine."""
    with base.write() as conn:
        first = documents.add_edition(conn, small, label="2022", now="2022-11-24T00:00:00.000Z")
        text = small.text + "A postscript.\n"
        facts = replace(small.facts, date="2023-01-01")
        revised = replace(small, text=text, facts=facts, doubts=("A number is missing.",))
        added = {"label": "2023", "now": "2023-01-01T00:00:00.000Z"}
        second = documents.add_edition(conn, revised, document=first.uid, **added)
        for note in some_notes(conn, first.edition, second.edition):
            notes.save_note(conn, note)
        memos.save_memo(conn, a_memo(conn, second.edition))
        if version >= 2:
            fill_second(conn, first, second)


def fill_second(conn, first, second):
    """Put in what version 2 brought: groups, regions, bookmarks, searches, names, positions, review."""
    documents.save_group(conn, first.uid, "盐湖")
    documents.save_facts(conn, second.edition, replace(second.facts, region="Qinghai"))
    place = (second.edition, "II.(1).1.1", 60)
    kept = Bookmark(BookmarkUid("kept"), *place, "Dig", 0, "2023-02-01T00:00:00.000Z")
    bookmarks.save_bookmark(conn, kept)
    gone = replace(kept, uid=BookmarkUid("gone"), position=1, deleted="2023-02-02T00:00:00.000Z")
    bookmarks.save_bookmark(conn, gone)
    ask = Ask("salt lake", scope="notes", order="text", regions=("Qinghai",))
    searches.save_search(conn, SavedSearch(SearchUid("s"), "Lakes", ask, "2023-02-03"))
    searches.save_search(conn, SavedSearch(SearchUid("t"), "Old", Ask("x"), "2023", "2024"))
    searches.save_recent(conn, "盐湖", "2023-02-04T00:00:00.000Z")
    colors.save_color_names(conn, {"red": "important", "green": "done"})
    positions.save_position(conn, Position(*place), "2023-02-05T00:00:00.000Z")
    waiting = replace(anchor(conn, second.edition, "I.1", "node"), state="review")
    candidates = (Candidate(36, 44, 0.75), Candidate(60, 78, 0.5))
    rows = reviews.load_rows(conn, NoteUid("clause"))
    reviews.save_rows(conn, NoteUid("clause"), (*rows, Row(waiting, candidates)))


def anchor(conn, edition, path, kind="passage", cut=None):
    node = nodes.find_nodes(conn, path, edition)[0][1]
    end = node.end if cut is None else node.start + cut
    quote = documents.load_text(conn, edition, node.start, end)
    return Anchor(edition, kind, node.start, end, quote, "before ", " after", node.uid, node.uid)


def some_notes(conn, first, second):
    passage = anchor(conn, first, "II.(1).1.1", cut=8)
    yield Note(NoteUid("passage"), "Which lake? 𠮷", "red", ("salt", "question"), anchor=passage)
    moved = replace(anchor(conn, second, "II.(1).1.1", cut=8), state="moved")
    yield Note(NoteUid("passage"), "Which lake? 𠮷", "red", ("salt", "question"), anchor=moved)
    yield Note(NoteUid("clause"), "All of it.", anchor=anchor(conn, first, "I.1", "node"))
    yield Note(NoteUid("preamble"), "Why?", anchor=anchor(conn, second, "0", "node"))
    yield Note(NoteUid("highlight"), "", "green", anchor=anchor(conn, second, "II.(2).1"))
    chrome = Anchor(second, "passage", 0, 4, "Home")
    yield Note(NoteUid("around"), "A breadcrumb.", status="done", anchor=chrome)
    yield Note(NoteUid("loose"), "# No place", author="me", sensitivity="restricted")
    yield Note(NoteUid("trash"), "Gone.", tags=("salt",), deleted="2023-01-02T00:00:00.000Z")


def a_memo(conn, edition):
    node = nodes.find_nodes(conn, "I.1", edition)[0][1]
    place = {"node": node.uid, "edition": edition, "path": node.path}
    quote = Block("q", "clause", quote=node.text, start=node.start, end=node.end, **place)
    words = (
        Block("n", "note", text="Gone.", note=NoteUid("trash")),
        Block("t", "text", text="Own."),
    )
    return Memo(
        MemoUid("memo"), "Salt", (quote, *words), created="2023-01-03", changed="2023-01-04"
    )


def everything(base):
    """All that the library holds, as nouns."""
    conn = base.conn
    found = [documents.load_documents(conn), memos.load_memos(conn), notes.load_tags(conn)]
    found += [notes.load_notes(conn, deleted=gone) for gone in (False, True)]
    for edition, label in documents.load_editions(conn, found[0][0].uid):
        found += [label, documents.load_whole_text(conn, edition), nodes.load_nodes(conn, edition)]
        found += [documents.load_source(conn, edition), documents.load_doubts(conn, edition)]
        found += [documents.load_original(conn, edition), nodes.unit_paths(conn, edition)]
        found += [nodes.load_zones(conn, edition), nodes.load_damage(conn, edition)]
        found += [nodes.load_readings(conn, edition), notes.load_notes(conn, edition=edition)]
        found += [notes.count_notes(conn, edition)]
    found += [reviews.load_rows(conn, n.uid) for n in notes.load_notes(conn)]
    found += [bookmarks.load_bookmarks(conn), bookmarks.load_deleted_bookmarks(conn)]
    found += [searches.load_searches(conn, deleted=gone) for gone in (False, True)]
    found += [searches.load_recent(conn, 9), colors.load_color_names(conn)]
    found += [positions.load_position(conn, d.uid) for d in found[0]]
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_library_is_opened_and_brought_up_to_date(sample, base, small, tmp_path):
    fill(base, small, int(sample.stem[1:]))
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(sample, folder / FILE)
    old = Base.open(folder)
    assert old.schema_version() == VERSION
    assert old.conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert old.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert everything(old) == everything(base)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2, 3"
    assert old.conn.execute(schema).fetchall() == base.conn.execute(schema).fetchall()
    old.close()


def test_every_version_has_its_stored_library():
    assert [path.name for path in SAMPLES] == [f"v{n}.sqlite3" for n in range(1, VERSION + 1)]
