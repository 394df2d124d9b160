"""`editions`, `compare` and `review` on the command line, as a script would use them."""

import pytest

from desktop.library import Library
from tests.db.edition_pairs import FIFTH, FIRST, NEWLY, SECOND, THIRD
from tests.library.test_editions import ALIKE, CITY, PROVINCE, parsed


@pytest.fixture
def waiting(folder):
    """The folder of a library in which two notes wait, and their uids."""
    library = Library.open(folder)
    old = library.keep(parsed(FIRST, SECOND, ALIKE, THIRD, FIFTH), label="2018")
    uids = []
    for path in ("2.1", "3.1", "4.1"):
        anchor = library.anchor_on(library.place(f"{old.uid}:{path}").node)
        uids.append(library.add_note(anchor, body=path).uid)
    library.keep(
        parsed(CITY, FIRST, NEWLY, SECOND, FIFTH, PROVINCE), document=old.uid, label="2024"
    )
    library.close()
    return uids


def test_editions_are_listed_newest_first(say, waiting):
    newest, oldest = say("editions", "湖泊保护法", "--json").json
    assert (newest["edition"], newest["moved"], newest["review"], newest["orphaned"]) == (
        *("2024", 1, 1, 1),
    )
    assert (oldest["edition"], oldest["notes"]) == ("2018", 3)
    assert "1 moved" in say("editions", "湖泊保护法").out


def test_two_editions_are_compared(say, waiting):
    told = say("compare", "湖泊保护法", "--json").json
    assert told["counts"]["moved"] == 2
    assert sum(told["counts"].values()) == len(told["clauses"])
    only = say("compare", "湖泊保护法@2024", "--old", "2018", "--kind", "deleted", "--json").json
    assert [c["old"][0]["text"] for c in only["clauses"]] == [THIRD]
    assert f"- {THIRD}" in say("compare", "湖泊保护法", "--kind", "deleted").out


def test_what_waits_is_listed_with_numbered_candidates(say, waiting):
    asks, gone = say("review", "list", "湖泊保护法", "--json").json
    assert (asks["note"]["uid"], asks["state"]) == (waiting[1], "review")
    assert [c["number"] for c in asks["candidates"]] == [1, 2]
    assert (gone["note"]["uid"], gone["state"], gone["candidates"]) == (
        *(waiting[2], "orphaned", []),
    )
    assert "2." in say("review", "list").out


def test_a_candidate_is_accepted(say, waiting):
    note = say("review", "accept", waiting[1], "--candidate", "2", "--json").json
    assert note["quote"] in (CITY, PROVINCE)
    assert say("review", "accept", waiting[1]).code == 1
    assert len(say("review", "list", "--json").json) == 1


def test_a_place_is_chosen_by_hand(say, waiting):
    said = say("review", "place", waiting[2], "--at", "湖泊保护法:3.1", "--quote", NEWLY[:6])
    assert (said.code, said.out.split()) == (0, [waiting[2], "3.1"])


def test_notes_are_left_behind_or_taken_off(say, waiting):
    assert say("review", "keep", waiting[1]).code == 0
    assert say("review", "detach", waiting[2]).code == 0
    assert say("review", "list", "--json").json == []
    places = {n["uid"]: n["edition"] for n in say("note", "list", "--json").json}
    assert places == {waiting[0]: "2024", waiting[1]: "2018", waiting[2]: ""}
