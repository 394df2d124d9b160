"""The index follows what is stored, tells when it is out of date, and can always be made anew."""

import dataclasses
import sqlite3

import pytest

from db import documents, notes
from db.connection import Base, open_reader
from db.model import NoteUid
from db.search import analysis, index, tables
from desktop.importers.shipped import read_shipped
from tests.db.search.laws import PLAN, add, count, find_first, find_ranked, law, note, place

LAW = "Chapter I Graphene\nAll graphene 石墨烯 rules.\nMore on 石墨."


def state_of(conn):
    """Everything that the index knows, whatever the order it came in."""
    found = {}
    for table in tables.POSTINGS:
        conn.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {table}, 'instance')")
        found[table] = sorted(conn.execute("SELECT * FROM temp.v").fetchall())
        conn.execute("DROP TABLE temp.v")
    for name in ("hidden", "edition", "region", "word", "place"):
        found[name] = sorted(conn.execute(f"SELECT * FROM search_{name}").fetchall(), key=str)
    return found


DAMAGES = {
    "structure": "UPDATE {0}_data SET block = x'ffffffffffffffff' WHERE id = 10",
    "emptied": "UPDATE {0}_data SET block = x'00' WHERE id = 10",
    "pages": "UPDATE {0}_data SET block = zeroblob(length(block)) WHERE id > 10",
    "gone": "DELETE FROM {0}_data WHERE id > 10",
    "config": "UPDATE {0}_config SET v = 'x' WHERE k = 'version'",
    "part": "DROP TABLE {0}_data",
    "dropped": "DROP TABLE {0}",
}
LOUD = sorted(DAMAGES.keys() - {"emptied", "pages"})
"""What FTS5 itself tells of; the others a check must find."""


def damage(base, how, table="search_node"):
    """Break postings and open the library anew, as after a crash."""
    conn = sqlite3.connect(base.file)
    conn.execute("PRAGMA foreign_keys=OFF")
    conn.execute(DAMAGES[how].format(table))
    conn.commit()
    conn.close()
    base.close()
    return Base.open(base.folder)


@pytest.fixture
def broken(base):
    """Break postings; what is opened anew is closed in the end."""
    opened = []

    def breaking(how, table="search_node"):
        opened.append(damage(base, how, table))
        return opened[0]

    yield breaking
    for each in opened:
        each.close()


def test_a_fresh_library_needs_no_rebuild(base):
    assert index.state(base.conn).startswith(f"{analysis.NAME}/{analysis.VERSION}.")
    assert not index.needs_rebuild(base.conn)
    assert index.check(base.conn)


def test_another_analysis_needs_a_rebuild(base, monkeypatch):
    monkeypatch.setattr(tables, "VERSION", analysis.VERSION + 1)
    assert index.needs_rebuild(base.conn)
    index.rebuild(base.conn)
    assert not index.needs_rebuild(base.conn)


def test_an_index_of_another_shape_is_left_alone_until_it_is_rebuilt(base, monkeypatch):
    base.conn.execute("ALTER TABLE search_word RENAME COLUMN backward TO other")
    monkeypatch.setattr(tables, "SHAPE", tables.SHAPE + 1)
    note(base, "n", "graphene")
    add(base, law(LAW, "Carbon"))
    assert index.needs_rebuild(base.conn)
    index.rebuild(base.conn)
    assert count(base.conn, "graphene") == 3


def test_a_library_without_an_index_needs_a_rebuild():
    conn = sqlite3.connect(":memory:")
    assert index.state(conn) == ""
    assert index.needs_rebuild(conn)
    conn.close()


def test_a_rebuild_gives_what_storing_gave(base):
    clause, edition = place(base, "II.(3).2.1")
    note(base, "n1", "graphene 石墨烯", on=(clause, edition), tags=("a", "b"))
    note(base, "n2", "gone", deleted="2026")
    add(base, law(LAW, "Carbon"), document=documents.document_of(base.conn, edition).uid)
    before = state_of(base.conn)
    index.rebuild(base.conn)
    assert state_of(base.conn) == before


def test_a_removed_edition_leaves_nothing_but_its_vocabulary(base):
    before = state_of(base.conn)
    added = add(base, law(LAW, "Carbon", lede="Carbon news\n"))
    again = add(base, read_other_plan())
    assert count(base.conn, "graphene") == 2
    with base.write() as conn:
        index.remove_edition(conn, added.edition)
        index.remove_edition(conn, again.edition)
    after = state_of(base.conn)
    assert index.check(base.conn)
    assert {k: v for k, v in after.items() if k != "word"} == {
        k: v for k, v in before.items() if k != "word"
    }


def read_other_plan():
    """Return the plan with a text of its own, so that it is another edition with a glossary."""
    parsed = read_shipped(PLAN)
    return dataclasses.replace(parsed, text=parsed.text + "\n")


def test_an_index_written_with_other_readings_is_taken_out_whole(base):
    edition = documents.load_documents(base.conn)[0].edition
    base.conn.execute("UPDATE reading SET reading = 'something else'")
    with base.write() as conn:
        index.remove_edition(conn, edition)
    assert index.check(base.conn)
    assert count(base.conn, "Haixi") == count(base.conn, "something") == 0


def test_what_is_rolled_back_is_not_found(base):
    base.conn.execute("BEGIN")
    documents.add_edition(base.conn, law(LAW, "Carbon"), label="1", now="n")
    assert count(base.conn, "graphene") == 2
    base.conn.execute("ROLLBACK")
    assert count(base.conn, "graphene") == 0
    assert index.check(base.conn)


def test_an_acknowledged_note_is_found_by_another_connection_at_once(base):
    reader = open_reader(base.folder)
    for number in range(20):
        note(base, f"n{number}", f"remark{number}")
        assert [hit.uid for hit in find_first(reader, f"remark{number}", 3)] == [f"n{number}"]
    reader.close()


def test_progress_is_told_to_the_end(base, monkeypatch):
    monkeypatch.setattr("db.search.filling.STEP", 10)
    note(base, "n", "words")
    told = []
    index.rebuild(base.conn, lambda done, total: told.append((done, total)))
    dones = [done for done, _ in told]
    assert dones == sorted(dones)
    assert told[-1][0] == told[-1][1] == dones[-1] > 88
    assert len(told) > 9


class StoppedError(Exception):
    pass


def stop(done, total):
    raise StoppedError


def test_a_rebuild_that_was_stopped_is_begun_again(base):
    before = state_of(base.conn)
    with pytest.raises(StoppedError):
        index.rebuild(base.conn, stop)
    assert not base.conn.in_transaction
    assert index.needs_rebuild(base.conn)
    note(base, "n", "graphene")
    index.rebuild(base.conn)
    assert count(base.conn, "graphene") == 1
    note(base, "n", deleted="2026-01-02")
    assert state_of(base.conn)["search_node"] == before["search_node"]


def test_a_stopped_rebuild_inside_a_transaction_leaves_the_index_as_it_was(base):
    before = state_of(base.conn)
    with pytest.raises(StoppedError), base.write() as conn:
        index.rebuild(conn, stop)
    assert state_of(base.conn) == before


@pytest.fixture
def between(base, monkeypatch):
    """Do a deed through another connection after the first step of a rebuild."""

    def rebuild(deed):
        sign, deeds = index.building._sign, [deed, None]
        monkeypatch.setattr("db.search.building.STRIDE", 0)

        def sign_and_do(conn, token):
            sign(conn, token)
            if deeds and deeds.pop():
                conn.execute("COMMIT")
                other = Base.open(base.folder)
                deed(other)
                other.close()
                conn.execute("BEGIN IMMEDIATE")

        monkeypatch.setattr("db.search.building._sign", sign_and_do)
        return index.rebuild(base.conn)

    return rebuild


def store_all(other):
    assert index.is_building(other.conn)
    note(other, "n", "graphene")
    add(other, law(LAW, "Carbon"))


def test_what_is_stored_while_the_index_is_built_is_found(base, between):
    assert between(store_all)
    assert not index.is_building(base.conn)
    assert count(base.conn, "graphene") == 3
    before = state_of(base.conn)
    index.rebuild(base.conn)
    assert state_of(base.conn) == before


def test_an_edition_that_goes_while_the_index_is_built_leaves_nothing(base, between):
    first = base.conn.execute("SELECT uid FROM edition ORDER BY id").fetchone()[0]

    def change_region(other):
        facts = documents.load_source(other.conn, first).facts
        with other.write() as conn:
            documents.save_facts(conn, first, dataclasses.replace(facts, region="Yunnan"))

    assert between(change_region)
    assert index.check(base.conn)
    before = state_of(base.conn)
    index.rebuild(base.conn)
    assert state_of(base.conn) == before


def test_who_begins_to_build_later_goes_on_alone(base, between):
    before = state_of(base.conn)
    assert not between(lambda other: index.rebuild(other.conn))
    assert not index.needs_rebuild(base.conn)
    assert state_of(base.conn) == before


@pytest.mark.parametrize("how", DAMAGES)
def test_a_glance_sees_what_is_broken_all_over(broken, base, how):
    assert index.glance(base.conn)
    assert not index.glance(broken(how).conn)


def test_a_glance_sees_that_tokens_are_missing(base):
    conn = base.conn
    assert index.glance(conn)
    page = "SELECT id FROM search_node_data WHERE id > 10 ORDER BY id LIMIT 1"
    conn.execute(f"UPDATE search_node_data SET block = zeroblob(length(block)) WHERE id = ({page})")
    assert not index.glance(conn)


def test_a_large_library_is_read_through_only_when_told_to(base, monkeypatch):
    monkeypatch.setattr(index, "LARGE", 10)
    monkeypatch.setattr(index, "check", lambda conn: False)
    assert index.inspect(base.conn, thorough=False)
    assert not index.inspect(base.conn, thorough=True)


def test_all_postings_are_read_once_a_week_or_when_told_to(base, monkeypatch):
    read = []
    monkeypatch.setattr(index, "check", lambda conn: read.append("all") or True)
    monkeypatch.setattr(index, "glance", lambda conn: read.append("glance") or True)
    index.inspect(base.conn, thorough=False)
    index.inspect(base.conn, thorough=False)
    index.inspect(base.conn, thorough=True)
    base.conn.execute("UPDATE search_state SET value = '2020-01-01' WHERE key = 'checked'")
    index.inspect(base.conn, thorough=False)
    assert read == ["all", "glance", "all", "all"]


@pytest.mark.parametrize("how", LOUD)
def test_damage_is_told_apart_from_a_damaged_library(broken, how):
    reader = open_reader(broken(how).folder)
    with pytest.raises(index.IndexDamagedError):
        find_ranked(reader, "science OR lake", 200)
    with pytest.raises(index.IndexDamagedError):
        find_first(reader, "sci", 200)
    with pytest.raises(index.IndexDamagedError):
        count(reader, "science")
    reader.close()


@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_index_is_noticed_and_rebuilt_from_the_text_and_the_notes(base, broken, how):
    note(base, "n", "graphene")
    before = state_of(base.conn)
    again = broken(how)
    assert not index.check(again.conn)
    index.rebuild(again.conn)
    assert index.check(again.conn)
    assert not index.needs_rebuild(again.conn)
    assert state_of(again.conn) == before


@pytest.mark.parametrize("how", LOUD)
def test_a_damaged_index_never_costs_a_note(base, broken, how):
    note(base, "n0", "graphene")
    again = broken(how, "search_note")
    note(again, "n1", "perovskite")
    note(again, "n0", "", deleted="2026-01-02")
    assert notes.load_note(again.conn, NoteUid("n1")).body == "perovskite"
    assert index.needs_rebuild(again.conn) or how == "gone"
    index.rebuild(again.conn)
    assert [hit.uid for hit in find_ranked(again.conn, "perovskite", 5)] == ["n1"]
    assert count(again.conn, "graphene") == 0


@pytest.mark.parametrize("how", ["structure", "emptied", "part", "dropped"])
def test_a_damaged_index_never_costs_a_document(broken, how):
    again = broken(how)
    added = add(again, law(LAW, "Carbon"))
    assert documents.document_of(again.conn, added.edition).name == "Carbon"
    index.rebuild(again.conn)
    assert count(again.conn, "graphene") == 2


def test_a_rebuild_inside_a_transaction_is_rolled_back_with_it(base):
    note(base, "n", "graphene")
    before = state_of(base.conn)
    base.conn.execute("BEGIN")
    base.conn.execute("UPDATE note SET body = 'perovskite'")
    index.rebuild(base.conn)
    assert count(base.conn, "perovskite") == 1
    base.conn.execute("ROLLBACK")
    assert state_of(base.conn) == before


def test_what_is_no_damage_is_raised(base):
    note(base, "n", "graphene")
    reader = open_reader(base.folder)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.check(reader)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.put_note(reader, NoteUid("n"))
    base.conn.execute("ALTER TABLE search_state RENAME COLUMN value TO worth")
    with pytest.raises(sqlite3.OperationalError):
        index.state(base.conn)
    reader.close()


def test_other_errors_are_not_taken_for_damage(base):
    reader = open_reader(base.folder)
    reader.set_progress_handler(lambda: 1, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        find_ranked(reader, "science", 5)
    reader.close()
    assert not index.is_damage(ValueError("no such table: search_node"))
    assert not index.is_damage(sqlite3.OperationalError("no such table: note"))


def test_headings_and_clauses_are_told_apart(base):
    add(base, law(LAW, "Carbon"))
    look = "SELECT count(*) FROM search_node WHERE search_node MATCH ?"
    assert base.conn.execute(look, ("heading : graphene",)).fetchone()[0] == 1
    assert base.conn.execute(look, ("text : graphene",)).fetchone()[0] == 1
