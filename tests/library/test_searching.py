"""Postings that are old or damaged are noticed and made anew; a search answers all the same."""

import shutil
import sqlite3

import pytest

from db.connection import FILE
from db.errors import UserError
from db.model import Ask
from db.search.index import IndexDamagedError
from desktop.library import Library, searching
from tests.conftest import ROOT


def spoil(folder, statement):
    library = Library.open(folder)
    with library._base.write() as conn:
        conn.execute(statement)
    library.close()


OLD = "UPDATE search_state SET value = 'older' WHERE key NOT IN ('damaged')"
DAMAGED = "DELETE FROM search_node_data WHERE id = 10"  # the structure record of FTS5


@pytest.mark.parametrize("statement", [OLD, DAMAGED])
def test_a_spoiled_index_is_mended_by_the_console_and_by_the_window(folder, statement):
    spoil(folder, statement)
    library = Library.open(folder)
    assert library.search("magnesium").hits
    library.close()
    spoil(folder, statement)
    library = Library.open(folder)
    searcher = library.searcher()()
    assert searcher.first("magnes").hits
    assert searcher.ranked("magnesium").hits
    searcher.close()
    library.close()


QUIET = "UPDATE search_node_data SET block = zeroblob(length(block)) WHERE id > 10"
GONE = (
    "DELETE FROM search_node_data WHERE id ="
    " (SELECT id FROM search_node_data WHERE id > 10 ORDER BY id LIMIT 1 OFFSET 2)"
)


@pytest.mark.parametrize("statement", [OLD, DAMAGED, QUIET, GONE])
def test_silent_damage_is_found_and_mended_when_idle(folder, statement):
    spoil(folder, statement)
    library = Library.open(folder)
    told = []
    assert library.tender()(lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert library.search("magnesium").total
    assert not library.tender()(None)
    library.close()


def test_a_library_that_was_not_closed_is_read_through(folder, monkeypatch):
    inspected = []
    monkeypatch.setattr(
        "db.search.index.inspect", lambda conn, *, thorough: inspected.append(thorough) or True
    )
    first = Library.open(folder)
    first.remember_search("salt")
    second = Library.open(folder)  # its log lies there, as after a crash
    second.tender()(None)
    second.close()
    first.close()
    third = Library.open(folder)
    third.tender()(None)
    third.close()
    assert inspected == [True, False]


def test_a_search_while_the_index_is_made_tells_so(library, monkeypatch):
    with library._base.write() as conn:
        conn.execute("UPDATE search_state SET value = '' WHERE key = 'analysis'")
        conn.execute("INSERT INTO search_state VALUES ('builder', 'x ' || strftime('%s', 'now'))")
    answer = library.search("magnesium")
    assert answer.hits
    assert [hint.kind for hint in answer.hints] == ["building"]
    with library._base.write() as conn:
        conn.execute("UPDATE search_state SET value = 'x 0' WHERE key = 'builder'")
    assert library.search("magnesium").hints == ()


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_an_older_library_is_searched_without_ado(tmp_path, version):
    shutil.copy(ROOT / "tests" / "samples" / "db" / f"{version}.sqlite3", tmp_path / FILE)
    library = Library.open(tmp_path)
    kinds = {hit.kind for hit in library.search("lake OR salt OR own").hits}
    assert kinds >= {"note", "memo"}
    library.close()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_language_of_the_window_changes_nothing(library, monkeypatch, language):
    monkeypatch.setenv("CLAUSEBOOK_LANGUAGE", language)
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    found = {q: len(library.search(q).hits) for q in ("cooperation", "青海", "cooperates")}
    assert found == {"cooperation": 20, "青海": 8, "cooperates": 0}
    other = library.searcher()()
    assert len(other.ranked("青海").hits) == 8
    other.close()


@pytest.fixture
def searcher(library):
    opened = library.searcher()()
    yield opened
    opened.close()


def test_the_three_steps_of_typing_answer_the_same_ask(searcher):
    ask = Ask("salt la", typing=True)
    first, ranked, counted = searcher.first(ask, 5), searcher.ranked(ask), searcher.counts(ask)
    assert {hit.uid for hit in first.hits} <= {hit.uid for hit in ranked.hits}
    assert len(ranked.hits) == ranked.total == counted.total
    assert counted.facets
    assert searcher.ranked(Ask("salt la", typing=True, order="text")).hits[:5] == first.hits


def test_marks_of_the_tree_count_what_lies_below(library, searcher):
    edition = library.edition("")
    below = searcher.hit_paths("Qinghai", edition)
    assert below[""] == searcher.counts("Qinghai").total
    assert below["II.(3)"] == 6
    assert below["II"] >= sum(
        n for path, n in below.items() if path.startswith("II.(") and path.count(".") == 1
    )
    assert "I" not in below or below["I"] > 0


def test_words_and_what_hides_them_are_marked_on_the_page(library, searcher):
    edition = library.edition("")
    unit = library.unit(edition, "II.(3)")
    words = {
        query: {unit.cut(*span) for span in searcher.marks(Ask(query), unit)}
        for query in ("Qinghai", "青海", "salt la")
    }
    assert (
        words["Qinghai"]
        == words["青海"]
        == {
            "Qinghai",
            "aid the youth",
            "Hainan Tibetan Autonomous Prefecture",
        }
    )
    assert words["salt la"] == {"salt"}
    assert "lake" in {unit.cut(*s) for s in searcher.marks(Ask("salt la", typing=True), unit)}
    plain = {unit.cut(*s) for s in searcher.marks(Ask("Qinghai", glossary=False), unit)}
    assert plain == {"Qinghai"}


def test_the_words_of_an_open_document_are_found_in_order(library, searcher):
    edition = library.edition("")
    found = searcher.matches(Ask("salt lake", edition=edition))
    assert [match.start for match in found] == sorted(match.start for match in found)
    words = {library.text(edition, match.start, match.end).lower() for match in found}
    assert words == {"salt", "lake"}
    assert len(searcher.matches(Ask("salt lake", edition=edition), limit=3)) == 3


def test_what_is_no_field_is_told(searcher):
    hints = searcher.counts("colr:red salt ANDNOT lake").hints
    assert {(hint.kind, hint.words) for hint in hints} >= {
        ("field", "colr"),
        ("operator", "ANDNOT"),
    }
    assert [h.words for h in searcher.counts("Qinhgai").hints if h.kind == "suggestion"] == [
        "qinghai"
    ]
    related = [h for h in searcher.counts("cooperates").hints if h.kind == "suggestion"]
    assert related == []


# searches that are kept


def test_a_search_is_kept_with_its_switches_and_can_be_undone(library, folder):
    ask = Ask("salt lake", scope="notes", related=True, regions=("Qinghai",))
    kept = library.save_search(ask, "Brine")
    assert library.saved_searches() == (kept,)
    assert (kept.name, kept.ask) == ("Brine", ask)
    other = Library.open(folder)
    assert other.saved_searches() == (kept,)
    other.close()
    assert library.undo() == "save search"
    assert library.saved_searches() == ()
    assert [s.name for s in library.deleted_searches()] == ["Brine"]
    library.redo()
    assert library.saved_searches() == (kept,)


def test_kept_searches_are_renamed_moved_changed_deleted_and_restored(library):
    uids = [library.save_search(word).uid for word in ("salt", "lake", "yak")]
    library.move_search(uids[2], 0)
    assert [s.name for s in library.saved_searches()] == ["yak", "salt", "lake"]
    library.undo()
    assert [s.name for s in library.saved_searches()] == ["salt", "lake", "yak"]
    library.rename_search(uids[0], "Brine")
    library.change_search(uids[0], Ask("salt OR brine"))
    assert library.saved_searches()[0].ask.query == "salt OR brine"
    library.delete_search(uids[0])
    assert [s.name for s in library.saved_searches()] == ["lake", "yak"]
    library.restore_search(uids[0])
    assert [s.name for s in library.saved_searches()] == ["Brine", "lake", "yak"]
    for words in ("restore search", "delete search", "change search", "rename search"):
        assert library.undo() == words
    assert library.saved_searches()[0].name == "salt"


def test_a_search_that_was_changed_elsewhere_is_not_undone(library, folder):
    kept = library.save_search("salt")
    other = Library.open(folder)
    other.rename_search(kept.uid, "Brine")
    other.close()
    with pytest.raises(UserError, match="save search"):
        library.undo()
    assert [s.name for s in library.saved_searches()] == ["Brine"]


def test_a_search_without_words_and_name_is_refused(library):
    with pytest.raises(UserError, match="words or a name"):
        library.save_search(" ")
    with pytest.raises(UserError, match="no saved search"):
        library.rename_search("gone", "x")
    assert library.saved_searches() == ()


def test_recent_searches_come_latest_first_and_can_be_forgotten(library):
    for query in ("salt", "lake", " salt ", "", "yak"):
        library.remember_search(query)
    assert library.recent_searches() == ("yak", "salt", "lake")
    library.forget_search("salt")
    assert library.recent_searches(1) == ("yak",)
    library.forget_searches()
    assert library.recent_searches() == ()


def test_a_newer_query_interrupts_the_older_and_is_answered(searcher):
    searcher.ranked("science")
    calls = []

    def newer_query():
        if not calls:
            searcher.interrupt()
        calls.append(1)

    searcher._conn.set_progress_handler(newer_query, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        searcher.counts("the OR of OR and")
    searcher._conn.set_progress_handler(None, 0)
    assert searcher.ranked("science").hits


def test_a_search_that_is_stopped_while_it_opens_a_table_is_no_damage(folder, monkeypatch):
    library = Library.open(folder)
    searcher = library.searcher()()
    mended = []
    monkeypatch.setattr(searching, "mend", lambda *_: mended.append(True) or True)

    def stopped_while_opening():
        searcher.interrupt()
        error = sqlite3.OperationalError("vtable constructor failed: search_node")
        raise IndexDamagedError("search_node") from error

    with pytest.raises(sqlite3.OperationalError, match="vtable"):
        searcher._asked_again(stopped_while_opening)
    assert mended == []
    assert searcher.first("magnes").hits
    searcher.close()
    library.close()


def test_a_searcher_marks_a_page_and_reads_a_text(folder):
    library = Library.open(folder)
    searcher = library.searcher()()
    unit = library.unit(library.document().edition, "II.(3)")
    marks = searcher.marks(Ask("salt lake"), unit)
    assert {unit.cut(*span).casefold() for span in marks} >= {"salt", "lake"}
    whole = searcher.text(unit.edition)
    assert whole[unit.start : unit.end] == unit.source
    searcher.close()
    library.close()
