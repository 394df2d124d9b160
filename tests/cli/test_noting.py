"""`note add`, `list`, `delete`, `restore`: quotes found exactly once, lines of JSON, plain sentences."""

import io
import json

import pytest

KEYS = [
    *("uid", "document", "edition", "path", "quote", "start", "end", "body"),
    *("tags", "color", "created", "changed"),
    *("status", "author", "sensitivity", "anchor"),
]


def test_a_note_on_a_quote_comes_back_in_the_list(say):
    said = say(
        *("note", "add", "--at", "II.(3).2", "--quote", "potassium, magnesium, lithium"),
        *("--body", "which?", "--tag", "minerals", "--tag", "question", "--color", "green"),
    )
    (note,) = say("note", "list", "--json").json
    assert list(note) == KEYS
    assert note["uid"] == said.out.strip()
    assert note["path"] == "II.(3).2.1"
    assert (note["quote"], note["tags"], note["color"]) == (
        "potassium, magnesium, lithium",
        ["minerals", "question"],
        "green",
    )
    assert note["end"] - note["start"] == len(note["quote"])


@pytest.mark.parametrize(("quote", "count"), [("salt lake", "8"), ("unobtainium", "0")])
def test_a_quote_not_found_exactly_once_is_told_with_the_count(say, quote, count):
    said = say("note", "add", "--at", "II.(3).2", "--quote", quote)
    assert said.code == 1
    assert f"{count} times" in said.err
    assert say("note", "list", "--json").json == []


def test_an_occurrence_chooses_among_equal_quotes(say):
    say("note", "add", "--at", "II.(3).2", "--quote", "salt lake", "--occurrence", "2")
    (note,) = say("note", "list", "--json").json
    assert note["path"] == "II.(3).2.1"
    assert (
        say("note", "add", "--at", "II.(3).2", "--quote", "salt lake", "--occurrence", "99").code
        == 1
    )


def test_a_deleted_note_is_in_the_trash_and_comes_back(say):
    uid = say("note", "add", "--at", "I.1", "--body", "kept").out.strip()
    assert say("note", "delete", uid).code == 0
    assert say("note", "list", "--json").json == []
    assert [n["uid"] for n in say("note", "list", "--trash", "--json").json] == [uid]
    say("note", "restore", uid)
    assert [n["body"] for n in say("note", "list", "--json").json] == ["kept"]


def test_deleting_what_is_not_there_is_a_sentence(say):
    said = say("note", "delete", "nonsense")
    assert said.code == 1
    assert "no note nonsense" in said.err


def test_lines_of_json_become_notes_and_bad_ones_are_told(say, monkeypatch):
    lines = [
        json.dumps({"at": "I.1", "body": "first", "tags": ["a", "b"]}),
        "{not json",
        json.dumps({"at": "I.2", "quote": "nowhere to be found"}),
        json.dumps({"at": "I.2", "body": "x", "colour": "red"}),
        json.dumps({"at": "II.(6).2", "quote": "rare earth", "color": "red"}),
        json.dumps({"body": "no place"}),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    said = say("note", "add", "--stdin")
    notes = say("note", "list", "--json").json
    assert said.code == 1
    assert said.out.split() == [n["uid"] for n in notes]
    assert [n["body"] for n in notes] == ["first", ""]
    assert [line.split(":")[0] for line in said.err.splitlines()] == [
        "Line 2",
        "Line 3",
        "Line 4",
        "Line 6",
    ]


def test_an_unknown_color_saves_nothing(say):
    assert say("note", "add", "--at", "I.1", "--color", "pink").code == 1
    assert say("note", "list", "--json").json == []


def test_notes_of_a_place_are_those_on_it_and_below(say):
    say("note", "add", "--at", "II.(3).2.1", "--body", "inside")
    say("note", "add", "--at", "II.(4).1", "--body", "outside")
    assert [n["body"] for n in say("note", "list", "--at", "II.(3)", "--json").json] == ["inside"]


def uids(said):
    return [n["uid"] for n in said.json]


def test_everything_that_a_note_carries_is_set_and_changed(say):
    facts = ("--status", "question", "--sensitivity", "restricted", "--author", "Li Na")
    uid = say("note", "add", "--at", "I.1", "--body", "x", *facts).out.strip()
    (note,) = say("note", "list", "--json").json
    assert (note["status"], note["sensitivity"], note["author"]) == facts[1::2]
    say("note", "edit", uid, "--status", "done", "--tag", "a/b", "--body", "**y**")
    (note,) = say("note", "list", "--json").json
    assert (note["status"], note["tags"], note["body"]) == ("done", ["a/b"], "**y**")
    assert (note["sensitivity"], note["author"]) == ("restricted", "Li Na")
    assert "done · restricted · Li Na" in say("note", "list").out
    assert say("note", "edit", uid, "--status", "maybe").code == 1


def test_a_note_hangs_on_a_document_or_on_nothing(say):
    one = say("note", "add", "--document", "", "--body", "all of it").out.strip()
    two = say("note", "add", "--loose", "--body", "nowhere").out.strip()
    assert {n["uid"]: n["anchor"] for n in say("note", "list", "--json").json} == {
        one: "document",
        two: "",
    }
    assert say("note", "add", "--document", "nonsense", "--body", "x").code == 1


def test_the_list_is_narrowed_by_what_notes_carry(say):
    add = ("note", "add", "--loose", "--body")
    a = say(*add, "alpha", "--tag", "g/one", "--status", "done", "--color", "red").out.strip()
    b = say(*add, "beta", "--tag", "g", "--author", "Li Na", "--sensitivity", "public").out.strip()
    for words, found in (
        (("--tag", "g"), [a, b]),
        (("--tag", "g/one"), [a]),
        (("--status", "done"), [a]),
        (("--color", "red"), [a]),
        (("--author", "li na"), [b]),
        (("--sensitivity", "public"), [b]),
        (("--text", "BET"), [b]),
        (("--text", "bet", "--status", "done"), []),
    ):
        assert uids(say("note", "list", "--json", *words)) == found, words
