"""Facets divide the matches, and each one narrows the query to its part."""

import pytest

from db.search.facets import count_facets
from db.search.results import count
from tests.db.search.laws import note, place


@pytest.mark.parametrize("query", ["salt", "lake OR 青海", "science", "region:Qinghai"])
def test_each_part_narrows_to_its_count(conn, query):
    facets = count_facets(conn, query)
    for parts in (facets.documents, facets.kinds):
        assert sum(facet.count for facet in parts) == count(conn, query)
        for facet in parts:
            assert count(conn, f"({query}) {facet.narrow}") == facet.count
    for facet in facets.regions:
        assert count(conn, f"({query}) {facet.narrow}") >= facet.count
    counts = [facet.count for facet in facets.documents]
    assert counts == sorted(counts, reverse=True)


def test_notes_are_counted_with_their_place(base):
    note(base, "n", "graphene", on=place(base, "II.(3).2.1"))
    note(base, "free", "graphene")
    facets = count_facets(base.conn, "graphene")
    assert [(f.name, f.count) for f in facets.kinds] == [("note", 2)]
    assert [(f.name, f.count) for f in facets.regions] == [("Qinghai", 1)]
    assert [f.count for f in facets.documents] == [1]


def test_nothing_found_has_no_parts(conn):
    assert count_facets(conn, "zzzz") == count_facets(conn, "")
