"""`memo` and `export`: what is put in comes out in Word, word for word."""

from docx import Document


def words_of(file):
    return [p.text for p in Document(str(file)).paragraphs]


def test_a_memo_is_made_filled_listed_and_exported(say, tmp_path):
    note = say(
        "note", "add", "--at", "II.(3).2", "--quote", "potassium", "--body", "Who?"
    ).out.strip()
    uid = say("memo", "new", "Salt lakes").out.strip()
    assert say("memo", "add", "Salt lakes", "--clause", "II.(3).2.2").code == 0
    assert say("memo", "add", "Salt lakes", "--note", note).code == 0
    assert say("memo", "add", "Salt lakes", "--text", "For the meeting on Friday.").code == 0
    (memo,) = say("memo", "list", "--json").json
    assert (memo["uid"], memo["title"]) == (uid, "Salt lakes")
    assert [b["kind"] for b in memo["blocks"]] == ["clause", "note", "text"]
    file = tmp_path / "out" / "memo.docx"
    assert say("export", "memo", "Salt lakes", "--format", "docx", "--output", str(file)).code == 0
    words = "\n".join(words_of(file))
    for part in (
        memo["blocks"][0]["quote"],
        "Who?",
        "For the meeting on Friday.",
        "国科发区〔2022〕25号",
    ):
        assert part in words


def test_notes_in_view_are_exported_in_one_step(say, tmp_path):
    say("note", "add", "--at", "II.(3).2.1", "--body", "inside")
    say("note", "add", "--at", "II.(4).1", "--body", "outside")
    file = tmp_path / "notes.docx"
    assert (
        say("export", "notes", "--at", "II.(3)", "--format", "docx", "--output", str(file)).code
        == 0
    )
    words = "\n".join(words_of(file))
    assert "inside" in words
    assert "outside" not in words


def test_what_cannot_be_done_is_a_sentence(say, tmp_path):
    say("memo", "new", "Empty")
    file = tmp_path / "memo.docx"
    assert say("memo", "new", "Empty").code == 1
    assert say("memo", "new", "  ").code == 1
    assert say("memo", "add", "Nowhere", "--text", "x").code == 1
    assert say("export", "memo", "Empty", "--output", str(file)).code == 1
    assert say("export", "notes", "--output", str(file)).code == 1
    assert not file.exists()


def test_a_file_that_cannot_be_written_loses_nothing(say, tmp_path):
    say("memo", "new", "M")
    say("memo", "add", "M", "--text", "x")
    (tmp_path / "taken").write_text("a file, not a folder")
    said = say("export", "memo", "M", "--output", str(tmp_path / "taken" / "memo.docx"))
    assert said.code == 1
    assert "could not be written" in said.err
    assert len(say("memo", "list", "--json").json[0]["blocks"]) == 1


def test_restricted_notes_are_left_out_and_counted(say, tmp_path):
    add = ("note", "add", "--at", "I.1", "--body")
    say(*add, "for all")
    say(*add, "for few", "--sensitivity", "restricted")
    file = tmp_path / "notes.docx"
    said = say("export", "notes", "--output", str(file))
    assert "1 restricted note was left out" in said.out
    assert "for few" not in "\n".join(words_of(file))
    said = say("export", "notes", "--include-restricted", "--author", "Li", "--output", str(file))
    assert said.out == ""
    assert "for few" in "\n".join(words_of(file))
    assert Document(str(file)).core_properties.author == "Li"
