"""The trash on the command line: nothing goes for ever without a clear word."""


def test_the_trash_is_listed_restored_and_emptied(say):
    uid = say("note", "add", "--at", "I.1", "--body", "first words").out.strip()
    say("note", "delete", uid)
    (thing,) = say("trash", "list", "--json").json
    assert (thing["kind"], thing["uid"], thing["words"]) == ("note", uid, "first words")
    assert "first words" in say("trash", "list").out
    say("trash", "restore", uid)
    assert say("trash", "list").out == ""
    say("note", "delete", uid)
    said = say("trash", "empty")
    assert (said.code, said.err) == (
        1,
        "This would delete for ever: 1 note. Say --yes to do it.\n",
    )
    assert say("trash", "empty", "--yes").out == "1\n"
    assert say("trash", "empty", "--yes").out == "0\n"
    assert say("backup", "--json").json[0]["reason"] == "trash"
    assert (
        say("trash", "restore", uid).err
        == f"There is no {uid} in the trash. Nothing was changed.\n"
    )
