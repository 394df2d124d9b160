"""Notes that no screen ever showed: a million letters, every plane of Unicode, a clock set back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.backup import find_trouble, load_backups, make
from db.connection import Base
from db.replacing import restore
from desktop.library import Library, deeds, noting
from tests.db.conftest import save

PLANES = "".join(chr(plane * 0x10000 + at) for plane in range(17) for at in (0x41, 0x4E00, 0xFFFD))


def bodies(folder):
    library = Library.open(folder)
    try:
        return [n.body for n in library.notes()]
    finally:
        library.close()


def test_a_note_of_a_million_letters_is_saved_found_backed_up_and_restored(tmp_path):
    library = Library.open(tmp_path)
    body = "".join(f"盐湖 salt {n} " for n in range(80_000))
    assert len(body.encode()) > 1_000_000
    note = library.add_note(None, body=body)
    assert library.search("79999").hits[0].uid == note.uid
    library.draft_note(note.uid, body + "the end")
    library.close()
    kept = make(tmp_path, "hand")
    base = Base.open(tmp_path)
    save(base, note.uid, "gone")
    base.close()
    restore(tmp_path, kept.file)
    assert bodies(tmp_path) == [body + "the end"]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.text(min_size=1).filter(str.strip))
def test_any_text_comes_back_as_it_was_typed(tmp_path, words):
    library = Library.open(tmp_path)
    try:
        note = library.add_note(None, body=words, tags=[words])
        assert library.note(note.uid).body == words
        assert find_trouble(library._base.conn) == ""
    finally:
        library.close()


def test_every_plane_of_unicode_survives_a_backup(tmp_path):
    library = Library.open(tmp_path)
    library.add_note(None, body=PLANES, tags=["𠮷", "🧂"])
    library.close()
    kept = make(tmp_path, "hand")
    restore(tmp_path, kept.file)
    library = Library.open(tmp_path)
    (note,) = library.notes()
    assert (note.body, note.tags) == (PLANES, ("𠮷", "🧂"))
    library.close()


def test_a_clock_that_is_set_back_changes_no_order_and_loses_nothing(tmp_path, monkeypatch):
    library = Library.open(tmp_path)
    years = [2031, 2026, 1999, 2026]
    clock = iter(f"{year}-01-01T00:00:00.00{n}Z" for n in range(10) for year in years)
    for module in (deeds, noting):
        monkeypatch.setattr(module, "now", lambda: next(clock))
    notes = [library.add_note(None, body=str(n)) for n in range(6)]
    library.delete_notes([notes[0].uid])
    library.change_note(notes[1].uid, body="changed")
    library.undo()
    library.undo()
    assert {n.body for n in library.notes()} == set("012345")
    make(tmp_path, "hour")
    library.add_note(None, body="last")
    assert make(tmp_path, "hour", if_changed=True).notes == 7
    assert [b.notes for b in load_backups(tmp_path)] == [7, 6]
    library.close()
