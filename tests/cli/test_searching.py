"""`search` on the plan: where, in which order, what is told beside the hits."""

import pytest


def test_search_tells_why_a_place_was_found(say):
    hit = say("search", "青海", "--json").json[0]
    assert (hit["path"], hit["reason"]) == ("II.(3)", "printed as “aid the youth”")
    assert hit["snippet"][slice(*hit["marks"][0])] == "aid the youth"
    assert "printed as “aid the youth”" in say("search", "青海").out
    assert say("search", "Haixi", "--no-glossary", "--json").json == []


def test_search_looks_where_it_is_told(say):
    say("note", "add", "--at", "II.(3).2.1", "--body", "lithium prices")
    say("memo", "new", "Lithium")
    kinds = {
        scope: {hit["kind"] for hit in say("search", "lithium", "--in", scope, "--json").json}
        for scope in ("all", "clauses", "notes", "memos")
    }
    assert kinds.pop("all") == {"clause", "note", "memo"}
    assert kinds == {"clauses": {"clause"}, "notes": {"note"}, "memos": {"memo"}}


def test_search_orders_as_printed_and_widens(say):
    hits = say("search", "Yunnan", "--order", "text", "--json").json
    assert [h["start"] for h in hits] == sorted(h["start"] for h in hits)
    assert say("search", "cooperates", "--related", "--json").json
    assert {h["path"] for h in say("search", "news", "--around", "--json").json} == {"@around"}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("colr:red", "“colr:” is no field"),
        ("color:mauve", "“color:mauve” means nothing here"),
        ("salt ANDNOT lake", "“ANDNOT” joins nothing"),
        ("Qinhgai", "Did you mean: qinghai"),
        ("cooperates", "with related words: --related"),
        ("science", "2 of "),
        ("xyzzyq", "Nothing was found."),
        ("x " * 2000, "Only the beginning"),
    ],
)
def test_search_tells_what_it_did_not_understand(say, query, told):
    said = say("search", query, "--limit", "2")
    assert told in said.err
    assert said.code == 0
