"""Memos: quotations are snapshots, files are whole or not there at all."""

import pytest
from docx import Document

from db.errors import UserError
from desktop.library.exporting import write_whole


def test_a_task_is_quoted_whole_and_word_for_word(library):
    memo = library.new_memo("M")
    memo = library.add_clauses_to_memo(memo.uid, [library.place("II.(3).2").node])
    (block,) = memo.blocks
    assert block.quote.startswith("To build a world-class salt lake")
    assert block.quote.endswith("enhance the competitiveness of salt lake industries.")
    assert library.text(block.edition, block.start, block.end) == block.quote


def test_a_memo_survives_the_deletion_of_its_note(library, tmp_path):
    node = library.place("II.(3).2").node
    note = library.add_note(library.find_quote(node, "potassium"), body="who?")
    memo = library.new_memo("M")
    library.add_notes_to_memo(memo.uid, [note.uid])
    library.delete_notes([note.uid])
    assert library.memo("M").blocks[0].quote == "potassium"
    library.export_memo(memo.uid, tmp_path / "m.docx")
    assert (tmp_path / "m.docx").stat().st_size > 0


def test_blocks_can_be_ordered_removed_and_undone(library):
    memo = library.new_memo("M")
    for words in ("one", "two", "three"):
        memo = library.add_text_to_memo(memo.uid, words)
    moved = library.set_blocks(memo.uid, memo.blocks[::-1], "move in memo")
    assert [b.text for b in moved.blocks] == ["three", "two", "one"]
    assert library.undo() == "move in memo"
    assert library.memo("M").blocks == memo.blocks


def test_a_deleted_memo_is_not_in_the_list_and_comes_back(library):
    memo = library.new_memo("M")
    library.delete_memo(memo.uid)
    assert library.memos() == ()
    library.undo()
    assert [m.title for m in library.memos()] == ["M"]


def test_a_title_is_given_once(library):
    library.new_memo("M")
    other = library.new_memo("N")
    with pytest.raises(UserError, match="already"):
        library.rename_memo(other.uid, "M")
    assert library.rename_memo(other.uid, "O").title == "O"


def test_an_old_file_stays_when_the_new_one_fails(tmp_path, monkeypatch):
    file = tmp_path / "memo.docx"
    file.write_bytes(b"old")

    def full(_fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["memo.docx"]


def test_a_memo_tells_of_the_scars_in_what_it_quotes(library, tmp_path):
    memo = library.new_memo("M")
    library.add_clauses_to_memo(memo.uid, [library.place("II.(6).1.2").node])
    library.export_memo(memo.uid, tmp_path / "m.docx")
    words = "\n".join(p.text for p in Document(str(tmp_path / "m.docx")).paragraphs)
    assert "degra To provide" in words
    assert "[sic" in words


def test_every_scar_is_told_once(library):
    edition = library.document().edition
    scars = library.damage(edition)
    kinds = [d.kind for d in scars]
    assert {k: kinds.count(k) for k in set(kinds)} == {"mark": 7, "cut": 2, "fused": 2, "stop": 1}
    assert list(scars) == sorted(scars, key=lambda d: (d.start, d.end, d.kind))
