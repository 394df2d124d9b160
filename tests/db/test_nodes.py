"""Nodes, layers and pages of any edition, against what can be read off the edition itself."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import documents, nodes
from db.errors import UserError
from db.model import DocumentFacts, ParsedEdition, Zone, node_uid, text_hash
from db.pages import AROUND, MAIN_ZONES
from tests.db.conftest import Builder, editions, for_a_moment

ANY_EDITION = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def below(parsed, path):
    """The node and all nodes below it."""
    parents = {n.path: n.parent for n in parsed.nodes}

    def climbs(at):
        return at == path or (at in parents and climbs(parents[at]))

    return [n for n in parsed.nodes if climbs(n.path)]


@ANY_EDITION
@given(parsed=editions())
def test_any_edition_comes_back_whole(shelf, parsed):
    with for_a_moment(shelf, parsed) as (conn, edition):
        assert documents.load_whole_text(conn, edition) == parsed.text
        assert documents.load_doubts(conn, edition) == parsed.doubts
        assert documents.load_original(conn, edition)[1] == parsed.original
        assert nodes.load_zones(conn, edition) == parsed.zones
        assert nodes.load_damage(conn, edition) == parsed.damage
        assert nodes.load_readings(conn, edition) == parsed.readings
        uids = {n.path: node_uid(text_hash(parsed.text), n.path) for n in parsed.nodes}
        expected = tuple(replace(n, uid=uids[n.path]) for n in parsed.nodes)
        assert nodes.load_nodes(conn, edition) == expected
        for node in expected:
            assert nodes.load_node(conn, node.uid) == node
            assert nodes.edition_of(conn, node.uid) == edition
            assert nodes.find_nodes(conn, node.path, edition) == [(edition, node)]
        for parent in ("", *uids):
            children = tuple(n for n in expected if n.parent == parent)
            assert nodes.load_children(conn, edition, parent) == children


@ANY_EDITION
@given(parsed=editions(), data=st.data())
def test_an_offset_finds_the_deepest_place_that_holds_it(shelf, parsed, data):
    with for_a_moment(shelf, parsed) as (conn, edition):
        ends = {n.path: max(x.end for x in below(parsed, n.path)) for n in parsed.nodes}
        for path, end in ends.items():
            start = next(n.start for n in parsed.nodes if n.path == path)
            assert nodes.extent(conn, edition, path) == (start, end)
        offset = data.draw(st.integers(-1, len(parsed.text) + 1))
        holding = [n for n in parsed.nodes if n.start <= offset < ends[n.path]]
        found = nodes.node_at(conn, edition, offset)
        assert (found and found.path) == (holding[-1].path if holding else None)


@ANY_EDITION
@given(parsed=editions())
def test_every_place_stands_on_one_page(shelf, parsed):
    with for_a_moment(shelf, parsed) as (conn, edition):
        pages = nodes.unit_paths(conn, edition)
        around = [z for z in parsed.zones if z.zone not in MAIN_ZONES]
        assert (pages[-1:] == (AROUND,)) == bool(around)
        own = {n.path: nodes.unit_path(conn, edition, n.path) for n in parsed.nodes}
        assert tuple(dict.fromkeys(own.values())) == tuple(p for p in pages if p != AROUND)
        for page in set(own.values()):
            unit = nodes.load_unit(conn, edition, page)
            shown = [n.path for n in unit.nodes]
            assert {p for p, at in own.items() if at == page} <= set(shown)
            assert shown == [
                n.path for n in parsed.nodes if own[n.path] == page or n.parent == page
            ]
            assert unit.source == parsed.text[unit.start : unit.end]
            assert all(unit.cut(n.start, n.end) == n.text for n in unit.nodes)
            assert [n.path for n in unit.trail][-1] == page
            assert unit.readings == tuple(
                r
                for r in parsed.readings
                if any(a < unit.end and b > unit.start for a, b in r.spans)
            )


def test_the_page_around_spans_its_zones(shelf):
    text = "chrome lede PLAN words tail"
    zones = (
        Zone("chrome", 0, 7),
        Zone("lede", 7, 12),
        Zone("plan", 12, 22),
        Zone("chrome", 22, 27),
    )
    parsed = ParsedEdition(DocumentFacts("t"), text, (), zones)
    with for_a_moment(shelf, parsed) as (conn, edition):
        unit = nodes.load_unit(conn, edition, AROUND)
    assert (unit.path, unit.start, unit.end, unit.source) == (AROUND, 0, 27, text)
    assert unit.zones == (*zones[:2], zones[3])


def test_no_page_around_where_nothing_stands_around(shelf):
    parsed = Builder("bare").add("section", "I", "Only the plan").build()
    with for_a_moment(shelf, parsed) as (conn, edition):
        assert nodes.unit_paths(conn, edition) == ("I",)
        assert nodes.load_unit(conn, edition, AROUND).source == ""


def test_headings_far_apart_are_cut_one_by_one(shelf):
    parsed = Builder("far")
    for number in range(3):
        parsed.add("section", f"{number}", f"Head {number} 𠮷")
        parsed.add("clause", f"{number}.1", "字" * 20_000)
    with for_a_moment(shelf, parsed.build()) as (conn, edition):
        heads = nodes.load_children(conn, edition, "")
    assert [n.text for n in heads] == [f"Head {number} 𠮷" for number in range(3)]


def test_an_unknown_place_is_told(base, stored):
    with pytest.raises(UserError, match="no place nowhere"):
        nodes.extent(base.conn, stored.edition, "nowhere")
    assert nodes.load_node(base.conn, "nonsense \ud800") is None
    assert nodes.edition_of(base.conn, "nonsense") is None
    assert nodes.find_nodes(base.conn, "\ud800") == []
    assert nodes.unit_path(base.conn, stored.edition, "nowhere") == ""
    assert nodes.extent(base.conn, stored.edition, "") == (
        0,
        documents.load_length(base.conn, stored.edition),
    )


def plan_of(conn, sql):
    return " ".join(row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())


def test_a_page_and_an_offset_are_found_without_reading_the_edition(base, stored):
    statements = []
    base.conn.set_trace_callback(statements.append)
    nodes.load_unit(base.conn, stored.edition, "II.(1)")
    nodes.node_at(base.conn, stored.edition, 40)
    nodes.load_children(base.conn, stored.edition, "II")
    documents.load_text(base.conn, stored.edition, 3, 9)
    base.conn.set_trace_callback(None)
    plans = [plan_of(base.conn, s) for s in statements if " node n " in s or " source " in s]
    assert len(plans) > 8
    for plan in plans:
        for step in ("SCAN n", "SCAN source", "(edition=?)"):
            assert step not in plan, plan
