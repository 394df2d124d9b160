"""What is handed in: restricted notes stay behind unless asked for, and no name is told unasked."""

import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import UserError

SECRET = "Zyqx7secret"
QUOTE = "potassium, magnesium, lithium"


def parts(file):
    """Every byte of every part of a Word file, in one text."""
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())


def words(file):
    """The words of a document without their marks: runs may part them."""
    return re.sub("<[^>]*>", "", parts(file))


@pytest.fixture
def notes(library):
    library.author = "Somebody Q. Login"
    node = library.place("II.(3).2").node
    open_note = library.add_note(
        library.find_quote(node, "salt lake chemical", 1), body="public words"
    )
    secret = library.add_note(
        library.find_quote(node, QUOTE),
        body=f"{SECRET} body",
        tags=[f"{SECRET}tag"],
        sensitivity="restricted",
        color="red",
    )
    return open_note, secret


@pytest.fixture
def memo(library, notes):
    memo = library.new_memo("M")
    library.add_text_to_memo(memo.uid, "own words")
    return library.add_notes_to_memo(memo.uid, [n.uid for n in notes])


def test_a_restricted_note_stays_behind_with_its_quote(library, notes, memo, tmp_path):
    for left in (
        library.export_notes([n.uid for n in notes], tmp_path / "a.docx", "T"),
        library.export_memo(memo.uid, tmp_path / "a.docx"),
    ):
        assert left == 1
        assert "public words" in words(tmp_path / "a.docx")
        assert SECRET not in parts(tmp_path / "a.docx")
        assert QUOTE not in words(tmp_path / "a.docx")
        assert not re.search("restrict", words(tmp_path / "a.docx"), re.IGNORECASE)


def test_a_restricted_note_is_written_when_it_is_asked_for(library, notes, memo, tmp_path):
    file, wish = tmp_path / "a.docx", {"include_restricted": True}
    assert library.export_notes([n.uid for n in notes], file, "T", **wish) == 0
    assert f"{SECRET} body" in words(file)
    assert library.export_memo(memo.uid, file, **wish) == 0
    assert f"{SECRET}tag" in words(file)


def test_a_note_that_became_restricted_later_leaves_the_memo_too(library, notes, memo, tmp_path):
    library.change_note(notes[0].uid, sensitivity="restricted")
    library.delete_notes([notes[0].uid])
    assert library.count_restricted(library.memo(memo.uid).blocks) == 2
    assert library.export_memo(memo.uid, tmp_path / "a.docx") == 2
    assert "public words" not in words(tmp_path / "a.docx")
    assert "own words" in words(tmp_path / "a.docx")


def test_a_restricted_note_that_is_deleted_for_ever_stays_out_too(library, notes, memo, tmp_path):
    uids = [n.uid for n in notes]
    library.delete_notes(uids)
    library.empty_trash(library.trashed())
    assert library.notes() == ()
    assert library.export_memo(memo.uid, tmp_path / "a.docx") == 1
    assert SECRET not in parts(tmp_path / "a.docx")
    assert "public words" in words(tmp_path / "a.docx")
    assert library.export_memo(memo.uid, tmp_path / "a.docx", include_restricted=True) == 0
    assert f"{SECRET} body" in words(tmp_path / "a.docx")


def test_nothing_but_restricted_notes_is_a_sentence_and_no_file(library, notes, tmp_path):
    with pytest.raises(UserError, match=r"restricted \(1\)"):
        library.export_notes([notes[1].uid], tmp_path / "a.docx", "T")
    assert not (tmp_path / "a.docx").exists()


LETTERS = st.text(st.sampled_from("XQZ界𠮷"), min_size=1, max_size=6)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kinds=st.lists(st.tuples(st.booleans(), LETTERS), min_size=1, max_size=6))
def test_no_byte_of_any_restricted_note_gets_out(library, tmp_path, kinds):
    uids, file = [], tmp_path / "all.docx"
    for number, (restricted, letters) in enumerate(kinds):
        mark = f"{'no' if restricted else 'yes'}⟦{number}{letters}⟧"
        note = library.add_note(
            None,
            body=f"**{mark}**\n- {mark}",
            tags=[f"t{mark}", f"g/{mark}"],
            sensitivity="restricted" if restricted else "public",
        )
        uids.append(note.uid)
    allowed = [n for n, (restricted, _) in enumerate(kinds) if not restricted]
    if allowed:
        assert library.export_notes(uids, file, "T") == len(kinds) - len(allowed)
        found = parts(file)
        assert "no⟦" not in found
        assert all(f"yes⟦{n}" in found for n in allowed)
        assert not any(
            u.replace("-", "") in found for u, k in zip(uids, kinds, strict=True) if k[0]
        )


def test_the_file_names_nobody_unless_a_name_is_given(library, notes, tmp_path):
    file = tmp_path / "a.docx"
    library.export_notes([notes[0].uid], file, "T")
    assert "Login" not in parts(file)
    with zipfile.ZipFile(file) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.search(r"<dc:creator>\s*</dc:creator>|<dc:creator/>", core)
    library.export_notes([notes[0].uid], file, "T", by="Li Na")
    with zipfile.ZipFile(file) as archive:
        assert "<dc:creator>Li Na</dc:creator>" in archive.read("docProps/core.xml").decode()


def test_colors_that_have_names_are_explained_once(library, notes, tmp_path):
    file = tmp_path / "a.docx"
    library.name_colors({"yellow": "to quote", "red": "important", "blue": "unused"})
    library.export_notes([n.uid for n in notes], file, "T", include_restricted=True)
    assert "Colors: ■ to quote; ■ important" in words(file)
    assert "unused" not in words(file)
    library.export_notes([n.uid for n in notes], file, "T", language="zh")
    assert "颜色：■ to quote" in words(file)
    assert "important" not in words(file)


def test_a_note_on_a_document_is_cited_by_its_name(library, tmp_path):
    edition = library.document().edition
    note = library.add_note(library.anchor_on_document(edition), body="Who wrote this?")
    library.export_notes([note.uid], tmp_path / "a.docx", "T")
    assert f"— {library.cite(edition, '')}".replace("&", "&amp;") in words(tmp_path / "a.docx")
