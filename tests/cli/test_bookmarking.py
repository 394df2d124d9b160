"""`bookmark`, `tag` and `color`: what the window keeps, from the console."""


def test_bookmarks_are_added_listed_ordered_renamed_and_deleted(say):
    first = say("bookmark", "add", "II.(3).2").out.strip()
    second = say("bookmark", "add", "I.1", "--title", "Aims").out.strip()
    assert say("bookmark", "move", second, "1").code == 0
    assert say("bookmark", "rename", first, "Salt").code == 0
    listed = say("bookmark", "list", "--json").json
    assert [(b["uid"], b["title"], b["path"]) for b in listed] == [
        (second, "Aims", "I.1"),
        (first, "Salt", "II.(3).2"),
    ]
    assert "Salt" in say("bookmark", "list").out
    assert say("bookmark", "delete", second, "nonsense").code == 1
    assert len(say("bookmark", "list", "--json").json) == 2
    assert say("bookmark", "delete", second).code == 0
    assert [b["title"] for b in say("bookmark", "list", "--json").json] == ["Salt"]


def test_tags_are_counted_and_renamed(say):
    say("note", "add", "--at", "I.1", "--body", "x", "--tag", "a/b", "--tag", "c")
    say("note", "add", "--loose", "--body", "y", "--tag", "a/b")
    assert say("tag", "list", "--json").json == [
        {"tag": "a/b", "notes": 2},
        {"tag": "c", "notes": 1},
    ]
    assert say("tag", "rename", "a", "who").out.strip() == "2"
    assert say("tag", "rename", "nobody", "x").code == 1
    assert [t["tag"] for t in say("tag", "list", "--json").json] == ["c", "who/b"]


def test_colors_are_named(say):
    assert say("color", "name", "red", "important").code == 0
    assert say("color", "list", "--json").json["red"] == "important"
    assert say("color", "name", "pink", "x").code == 1
    say("color", "name", "red", "")
    assert say("color", "list").out.splitlines()[2] == "red"
