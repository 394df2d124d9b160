"""The shipped plan goes through the grammar and comes out as the checked outline."""

import csv

import pytest

from desktop import paths
from desktop.importers.shipped import read_shipped
from tests.conftest import GOLD


@pytest.fixture(scope="module")
def plan():
    (meta,) = paths.plans()
    return read_shipped(meta)


def test_the_nodes_are_the_gold_outline(plan):
    with GOLD.open(encoding="utf-8", newline="") as rows:
        gold = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [(n.kind, n.start, n.end, n.text) for n in plan.nodes if n.text]
    assert found == [(r["kind"], int(r["start"]), int(r["end"]), r["text"]) for r in gold]
    assert plan.doubts == ()


def test_the_kinds_are_as_many_as_the_issue_counts(plan):
    kinds = [n.kind for n in plan.nodes]
    counts = {k: kinds.count(k) for k in ("preamble", "section", "region", "task", "measure")}
    assert counts == {"preamble": 1, "section": 3, "region": 7, "task": 20, "measure": 3}
    clauses = [n.path for n in plan.nodes if n.is_clause]
    assert len([p for p in clauses if p.startswith("II.")]) == 42
    assert [p for p in clauses if p.startswith(("0", "I."))] == [
        *("0.1", "0.2", "0.3", "I.1", "I.2", "I.3", "I.4", "I.5")
    ]


def test_zones_are_the_file_and_nodes_are_in_the_plan(plan):
    assert "".join(plan.text[z.start : z.end] for z in plan.zones).encode() == plan.original
    assert [z.zone for z in plan.zones] == ["chrome", "lede", "circular", "plan", "chrome"]
    (body,) = [z for z in plan.zones if z.zone == "plan"]
    assert all(body.start <= n.start <= n.end <= body.end for n in plan.nodes)


def test_every_scar_is_marked_and_no_other(plan):
    scars = {(n.path, d.kind, plan.text[d.start : d.end]) for n in plan.nodes for d in n.damage}
    assert scars == {
        *((f"II.({n}).2", "mark", "two。") for n in range(1, 8)),
        ("II.(2).3.3", "stop", "Tibet"),
        ("II.(6).1.2", "cut", "degra"),
        ("II.(6).1.2", "fused", "degra To"),
        ("III.(2).2", "cut", "western"),
    }
    assert [plan.text[d.start : d.end] for d in plan.damage] == [
        "China Science and Technology Association of the Chinese Academy of Sciences"
    ]


def test_every_reading_stands_where_it_says(plan):
    assert len([r for r in plan.readings if r.spans]) == len(plan.readings) == 54 + 9
    for reading in plan.readings:
        assert {plan.text[a:b] for a, b in reading.spans} == {reading.term}


def test_regions_have_their_true_names(plan):
    regions = {n.path: n.region for n in plan.nodes}
    assert regions["II.(5).3.2"] == "Ningxia"
    assert (regions["II.(7)"], regions["II.(7).1.1"], regions["II.(7).2"]) == (
        *("Guizhou and Gansu", "Guizhou", "Gansu"),
    )
    assert regions["III.(1).1"] is None


def test_every_named_place_is_there(plan):
    named = [n.path for n in plan.nodes if n.name]
    assert len(named) == 1 + 3 + 7 + 20 + 3
