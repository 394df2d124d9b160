"""Corrections keep the text, the order and the zones; they can be taken back by keeping the old one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.importers import editing
from desktop.importers.shipped import read_shipped


@pytest.fixture(scope="module")
def plan():
    (meta,) = paths.plans()
    return read_shipped(meta)


def paths_of(parsed):
    return [n.path for n in parsed.nodes]


def node(parsed, path):
    return parsed.nodes[editing.index_of(parsed, path)]


def test_rebuilding_what_is_right_changes_nothing(plan):
    assert editing.rebuild(plan.nodes) == plan.nodes


def test_demoting_puts_a_region_below_the_one_before(plan):
    edited = editing.demote(plan, "II.(3)")
    assert "II.(2).(3).2.1" in paths_of(edited)
    assert node(edited, "II.(2).(3)").kind == "task"
    assert editing.demote(plan, "II.(1)") == plan


def test_promoting_makes_a_region_a_section(plan):
    edited = editing.promote(plan, "II.(7)")
    assert node(edited, "(7)").kind == "section"
    assert "(7).2.3" in paths_of(edited)
    assert editing.promote(plan, "II") == plan


def test_promote_takes_back_demote(plan):
    assert editing.promote(editing.demote(plan, "II.(3)"), "II.(2).(3)") == plan


def test_joining_clauses_makes_one_of_two_and_numbers_follow(plan):
    edited = editing.join(plan, "II.(3).1.2")
    assert node(edited, "II.(3).1.1").end == node(plan, "II.(3).1.2").end
    assert node(edited, "II.(3).1.2").text == node(plan, "II.(3).1.3").text
    assert "II.(3).1.3" not in paths_of(edited)


def test_joining_a_heading_makes_it_a_clause(plan):
    edited = editing.join(plan, "II.(3).2")
    assert node(edited, "II.(3).1.4").text == "To build a world-class salt lake industrial base."
    assert node(edited, "II.(3).1.5").text == node(plan, "II.(3).2.1").text


def test_splitting_makes_two_clauses_of_one(plan):
    whole = node(plan, "II.(6).1.2")
    at = plan.text.index("To provide systematic", whole.start)
    edited = editing.split(plan, "II.(6).1.2", at)
    assert node(edited, "II.(6).1.2").text.endswith("degra")
    assert node(edited, "II.(6).1.3").text.startswith("To provide systematic")
    assert editing.split(plan, "II.(6).1.2", whole.start) == plan


def test_a_new_title_stands_beside_the_printed_words(plan):
    edited = editing.retitle(plan, "II.(3).2", "Salt")
    assert (node(edited, "II.(3).2").title, node(edited, "II.(3).2").text) == (
        *("Salt", node(plan, "II.(3).2").text),
    )


def test_what_is_marked_as_chrome_leaves_the_tree_and_the_zones_stay_whole(plan):
    gone = node(plan, "III.(3).2")
    edited = editing.mark_chrome(plan, gone.start, gone.end)
    assert "III.(3).2" not in paths_of(edited)
    assert "".join(plan.text[z.start : z.end] for z in edited.zones) == plan.text


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["promote", "demote", "join", "split", "chrome"]), st.integers(0, 10**6)
    ),
    max_size=8,
)


@given(deeds=DEEDS)
def test_no_correction_breaks_an_edition(plan, deeds):
    edited = plan
    for deed, number in deeds:
        if not edited.nodes:
            break
        one = edited.nodes[number % len(edited.nodes)]
        if deed == "split":
            edited = editing.split(edited, one.path, one.start + number % (len(one.text) + 1))
        elif deed == "chrome":
            edited = editing.mark_chrome(edited, one.start, one.end)
        else:
            edited = getattr(editing, deed)(edited, one.path)
    assert "".join(edited.text[z.start : z.end] for z in edited.zones) == edited.text
    assert len(set(paths_of(edited))) == len(edited.nodes)
    held = {n.path for n in edited.nodes} | {""}
    for one in edited.nodes:
        assert one.text == edited.text[one.start : one.end]
        assert one.parent in held
    assert [n.start for n in edited.nodes] == sorted(n.start for n in edited.nodes)
