"""Facets divide the matches, and each one chosen leaves its part."""

from dataclasses import replace

import pytest

from db.model import Ask
from db.search.facets import count_facets
from db.search.results import count, find_ranked
from tests.db.search.laws import note, place


def parts(answer, field):
    return [(facet.words, facet.count) for facet in answer.facets if facet.field == field]


@pytest.mark.parametrize("query", ["salt", "lake OR 青海", "science", "region:Qinghai", "NOT salt"])
def test_each_part_chosen_leaves_its_count(conn, query):
    ask = Ask(query)
    answer = count_facets(conn, ask)
    assert answer.total == count(conn, ask)
    for facet in answer.facets:
        chosen = replace(ask, **{f"{facet.field}s": (facet.value,)})
        assert count(conn, chosen) == facet.count == count_facets(conn, chosen).total
        assert len(find_ranked(conn, chosen, 500).hits) == facet.count
    for field in ("document", "kind"):
        assert sum(many for _, many in parts(answer, field)) == answer.total


def test_parts_are_counted_among_what_is_chosen_in_the_other_fields(conn):
    every = count_facets(conn, Ask("science"))
    answer = count_facets(
        conn, Ask("science", kinds=("task",), regions=("Ningxia", "Inner Mongolia"))
    )
    assert dict(parts(answer, "kind"))["clause"] < dict(parts(every, "kind"))["clause"]
    assert {f.value for f in answer.facets if f.chosen} == {"task", "Ningxia", "Inner Mongolia"}
    tasks = count_facets(conn, Ask("science", kinds=("task",)))
    assert parts(answer, "region") == parts(tasks, "region")
    assert answer.total == sum(
        n for r, n in parts(tasks, "region") if r in ("Ningxia", "Inner Mongolia")
    )


def test_a_chosen_part_without_matches_stays_to_be_taken_back(conn):
    answer = count_facets(conn, Ask("lithium", kinds=("region",)))
    assert answer.total == 0
    assert ("region", 0) in parts(answer, "kind")


def test_notes_and_highlights_are_counted_with_their_place(base):
    note(base, "n", "graphene", on=place(base, "II.(3).2.1"))
    note(base, "free", "graphene")
    note(base, "mark", "", on=place(base, "II.(4).1"), quote="graphene")
    answer = count_facets(base.conn, Ask("graphene"))
    assert parts(answer, "kind") == [("note", 2), ("highlight", 1)]
    assert ("Qinghai", 1) in parts(answer, "region")
    assert [many for _, many in parts(answer, "document")] == [2]
    highlights = find_ranked(base.conn, Ask("graphene", kinds=("highlight",)), 5).hits
    assert [hit.uid for hit in highlights] == ["mark"]


def test_nothing_found_has_no_parts(conn):
    assert count_facets(conn, Ask("zzzz")).facets == count_facets(conn, Ask("")).facets == ()


def test_only_the_largest_parts_are_told_and_those_chosen(conn, monkeypatch):
    every = count_facets(conn, Ask("science")).facets
    monkeypatch.setattr("db.search.facets.MOST", 1)
    told = count_facets(conn, Ask("science", kinds=("region",))).facets
    assert [f.field for f in told] == ["document", "region", "kind", "kind"]
    assert {f.words for f in told if f.field == "document"} == {every[0].words}
