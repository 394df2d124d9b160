"""What a person gets for a query: the right places, the best first, and why."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import documents
from db.search import index
from tests.db.search.laws import (
    add,
    answers,
    count,
    find_first,
    find_ranked,
    law,
    note,
    paths,
    place,
)
from tests.db.search.test_query import HOSTILE

PLAN = "East-West S&T Cooperation 2021–25"


def of_plan(hits):
    return [hit for hit in hits if hit.document == PLAN]


def best(conn, query, **more):
    return find_ranked(conn, query, 20, **more)


# the plan's hidden places


def test_qinghai_finds_the_region_whose_print_hides_it_first(conn):
    hits = of_plan(best(conn, "Qinghai"))
    region = hits[0]
    assert (region.path, region.kind, region.via) == ("II.(3)", "region", "glossary")
    assert region.reason == "printed as “aid the youth”"
    assert region.region == "Qinghai"
    printed = documents.load_text(conn, region.edition_uid, region.start, region.end)
    assert printed == "aid the youth"
    assert {"II.(3).1.2", "II.(3).2.1", "II.(3).3.1", "II.(3).3.2"} <= set(paths(hits))
    assert {hit.via for hit in hits if hit.kind == "clause"} == {"text"}


@pytest.mark.parametrize(
    ("query", "path", "printed"),
    [
        ("青海", "II.(3)", "aid the youth"),
        ("科技援青", "II.(3)", "aid the youth"),
        ("Ningxia", "II.(5)", "science and technology support"),
        ("宁夏", "II.(5)", "science and technology support"),
        ("Haixi", "II.(3).2.2", "Hercynian salt lake chemical characteristics"),
        ("海西", "II.(3).2.2", "Hercynian salt lake chemical characteristics"),
        ("Hohhot", "II.(6).2.1", "Hubao and Hubei"),
        ("呼和浩特", "II.(6).2.1", "Hubao and Hubei"),
        ("grassland", "II.(6).1.2", "restoration of degra"),
        ("smart grid", "II.(6).2.1", "intelligent Electroweb"),
        ("Urumqi", "II.(1).3.1", "Wuchangshi National Independent Innovation demonstration Zone"),
    ],
)
def test_the_glossary_finds_what_the_print_hides_and_says_how(conn, query, path, printed):
    hit = of_plan(best(conn, query))[0]
    assert (hit.path, hit.via) == (path, "glossary")
    assert f"“{printed}”" in hit.reason
    assert documents.load_text(conn, hit.edition_uid, hit.start, hit.end) == printed
    start, end = hit.marks[0]
    assert hit.snippet[start:end] == printed


def test_the_glossary_can_be_switched_off(conn):
    assert best(conn, "Haixi", glossary=False) == []
    assert count(conn, "Haixi", glossary=False) == 0
    assert count(conn, "Haixi") == 1
    assert "II.(3)" in paths(of_plan(best(conn, "Qinghai", glossary=False)))
    assert best(conn, "青海 plateau", glossary=False) == []


def test_either_language_finds_what_the_other_prints(conn):
    assert ("盐湖条例", "1.2") in answers(best(conn, "Ningxia"))
    hit = next(hit for hit in best(conn, "Ningxia") if hit.document == "盐湖条例")
    assert (hit.via, hit.reason) == ("glossary", "printed as “宁夏”")
    assert "II.(5).2.1" in paths(best(conn, "宁夏"))


def test_an_editors_name_finds_a_heading(conn):
    hit = best(conn, "herding results")[0]
    assert (hit.path, hit.via) == ("II.(2).2", "heading")
    assert hit.reason == "named “Farming and herding results”"


def test_beside_other_words_lying_in_a_region_is_enough(conn):
    assert paths(of_plan(best(conn, "Qinghai park"))) == ["II.(3).1.3"]
    assert "II.(3).1.3" not in paths(best(conn, "Qinghai"))


# order


def test_headings_come_before_clauses_and_frequent_before_rare(conn):
    hits = of_plan(best(conn, "Yunnan"))
    kinds = [hit.kind for hit in hits]
    assert kinds.index("clause") > kinds.index("region")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_first_matches_are_in_document_order(conn):
    hits = find_first(conn, "sci", 50)
    places = [(hit.document != PLAN, hit.start) for hit in hits]
    assert places == sorted(places)
    assert {hit.score for hit in hits} == {0.0}


def test_words_side_by_side_come_first(base):
    text = "Chapter I\nIn the salt and near the lake.\nIn the salt lake and by it."
    add(base, law(text, "Order"))
    hits = [hit for hit in best(base.conn, "salt lake") if hit.document == "Order"]
    assert paths(hits) == ["1.2", "1.1"]


def test_related_words_come_after_exact_ones_and_only_when_asked_for(conn):
    assert paths(of_plan(best(conn, "cooperates"))) == []
    exact = answers(best(conn, "cooperates"))
    hits = find_ranked(conn, "cooperates", 100, related=True)
    assert answers(hits)[: len(exact)] == exact
    assert len(hits) == count(conn, "cooperates", related=True) > 20
    for hit in hits[:5]:
        start, end = hit.marks[0]
        assert hit.snippet[start:end].lower().startswith("cooperat")


def test_a_fuzzy_word_finds_its_neighbors(conn):
    assert {hit.path for hit in of_plan(best(conn, "Qingai~"))} >= {"II.(3)", "II.(2).1"}
    assert best(conn, "Qingai") == []
    assert "1.1" in paths(best(conn, "purchsae~"))


def test_an_unfinished_word_is_found_while_typing(conn):
    assert best(conn, "lithi") == []
    assert "II.(3).2.1" in paths(best(conn, "lithi", typing=True))
    assert find_first(conn, "lithi ", 5) == []


def test_words_near_each_other_are_found_in_any_order(conn):
    assert best(conn, '"potassium lithium"') == []
    near = best(conn, '"potassium lithium"~2')
    assert {"II.(3).2.1", "2.3"} == set(paths(near))
    assert [near[0].snippet[a:b].lower() for a, b in near[0].marks] in (
        ["potassium", "lithium"],
        ["lithium", "potassium"],
    )
    assert best(conn, '"mayor lake"~2') == []


def test_one_chinese_character_is_found_wherever_it_stands(conn):
    hits = [hit for hit in best(conn, "湖") if hit.document == "盐湖条例"]
    assert paths(hits) == ["1.1"]
    start, end = hits[0].marks[0]
    assert hits[0].snippet[start:end] == "湖"


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("R&D", "R & D"),
        ("5g网络", "5G网络"),
        ("CAFE", "café"),
        ("“at cost”", "at cost"),
        ("湖资", "湖资"),
    ],
)
def test_the_exact_hit_is_opened_and_marked(conn, query, printed):
    hits = best(conn, query)
    texts = [documents.load_text(conn, h.edition_uid, h.start, h.end) for h in hits]
    assert printed in texts
    for hit, text in zip(hits, texts, strict=True):
        marked = [hit.snippet[start:end] for start, end in hit.marks]
        assert text in marked


# fields


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("region:Qinghai kind:task", ["II.(3).1", "II.(3).2", "II.(3).3"]),
        ("地区：青海 类型：任务", ["II.(3).1", "II.(3).2", "II.(3).3"]),
        ("kind:region Gansu", ["II.(7)"]),
        ("region:gansu kind:task", ["II.(7).2"]),
        ('doc:"East-West" lithium', ["II.(3).2.1"]),
        ("doc:国科发区 lithium", ["II.(3).2.1"]),
        ('by:"Ministry of Education" lithium', ["II.(3).2.1"]),
        ("lithium after:2021", ["II.(3).2.1"]),
        ("lithium before:2000", ["2.3"]),
        ("lithium date:[1999 TO 2021]", ["2.3"]),
        ("lithium NOT doc:Salt", ["II.(3).2.1"]),
        ("in:heading wolfberry", []),
        ("in:heading salt lake", ["II.(3).2"]),
        ("zone:plan lithium", ["II.(3).2.1"]),
        ("region:Gansu kind:clause OR lithium kind:chapter", []),
    ],
)
def test_fields_narrow(conn, query, found):
    assert paths(best(conn, query)) == found
    assert count(conn, query) == len(found)


def test_a_field_may_stand_in_an_or(conn):
    assert set(paths(best(conn, "yak OR region:Gansu"))) == {
        *("II.(2).2.1", "II.(7).2", "II.(7).2.1", "II.(7).2.2", "II.(7).2.3", "II.(7)"),
    }


def test_a_document_is_found_by_its_group_and_by_the_region_that_it_holds_for(base):
    added = add(base, law("Chapter I\nAll graphene rules.", "Carbon"))
    facts = documents.load_source(base.conn, added.edition).facts
    with base.write() as conn:
        conn.execute("UPDATE document SET group_name = '部门规章' WHERE uid = ?", (added.uid,))
        documents.save_facts(conn, added.edition, dataclasses.replace(facts, region="Yunnan"))
    for query in ("group:部门 graphene", "分组：部门规章 graphene", "region:Yunnan graphene"):
        assert paths(best(base.conn, query)) == ["1.1"]
    for query in ("云南 graphene", "Yunnan graphene"):
        assert [(h.path, h.region) for h in best(base.conn, query)] == [("1.1", "Yunnan")]
    assert best(base.conn, "graphene", regions=("Yunnan",))
    note(base, "n", "graphene!", on=place(base, "1.1", added))
    assert len(best(base.conn, "region:Yunnan graphene")) == 2
    with base.write() as conn:
        documents.save_facts(conn, added.edition, facts)
    assert best(base.conn, "region:Yunnan graphene") == []
    assert index.check(base.conn)


def test_an_older_edition_is_searched_when_it_is_the_open_one(base):
    first = add(base, law("Chapter I\nOld graphene rules.", "Carbon", lede="Graphene news\n"))
    add(base, law("Chapter I\nNew graphene rules.", "Carbon"), document=first.uid)
    hits = best(base.conn, "graphene", edition=first.edition)
    assert [hit.snippet for hit in hits] == ["Old graphene rules."]
    hits = best(base.conn, "graphene", edition=first.edition, around=True)
    assert sorted(hit.kind for hit in hits) == ["clause", "lede"]
    assert best(base.conn, "graphene", edition="gone") == []


# notes


def test_a_note_is_found_by_its_words_quote_and_tags(base):
    clause, edition = place(base, "II.(3).2.1")
    on = {"on": (clause, edition), "quote": "potassium, magnesium, lithium"}
    note(
        base, "n1", "Ask the 财政厅 about 锂 prices", tags=("brine", "open/2026"), color="red", **on
    )
    hit = find_ranked(base.conn, "财政厅", 5)[0]
    assert (hit.uid, hit.kind, hit.via, hit.path) == ("n1", "note", "note", "II.(3).2.1")
    assert (hit.start, hit.end, hit.node) == (clause.start, clause.end, clause.uid)
    assert (hit.region, hit.document, hit.edition_uid) == ("Qinghai", PLAN, edition)
    assert hit.snippet[hit.marks[0][0] : hit.marks[0][1]] == "财政厅"
    assert find_ranked(base.conn, "brine", 5)[0].via == "tag"
    quoted = next(h for h in best(base.conn, "potassium") if h.uid == "n1")
    assert quoted.snippet == "potassium, magnesium, lithium"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:brine", ["n1"]),
        ("tag:BRINE prices", ["n1"]),
        ("tag:open", ["n1"]),
        ("tag:bri", []),
        ("tag:bri*", ["n1"]),
        ("标签：brine", ["n1"]),
        ("color:red", ["n1"]),
        ("颜色：绿", ["n2"]),
        ("status:done", ["n2"]),
        ("in:note lithium", ["n1"]),
        ("kind:highlight", ["n2"]),
        ("in:note region:Qinghai", ["n1"]),
        ("in:note by:Wang", ["n2"]),
        ("in:note after:2026", ["n1", "n2"]),
        ("in:note after:2027", []),
        ("in:note zone:plan", ["n1", "n2"]),
        ("in:note NOT tag:brine", ["n2"]),
        ("tag:brine OR color:green", ["n1", "n2"]),
        ("in:note sensitivity:restricted", ["n1"]),
        ("密级：内部 范围：笔记", ["n2"]),
        ("状态:已完成", ["n2"]),
        ("noted:yes in:note", ["n1", "n2"]),
        ("noted:yes in:clause", ["uid"]),
    ],
)
def test_fields_of_notes(base, query, found):
    clause, edition = place(base, "II.(3).2.1")
    other, _ = place(base, "II.(4).1")
    note(
        base,
        "n1",
        "lithium prices",
        on=(clause, edition),
        tags=("brine", "open/2026"),
        color="red",
        sensitivity="restricted",
    )
    note(base, "n2", "", on=(other, edition), color="green", status="done", author="Wang Wei")
    if found == ["uid"]:
        found = [clause.uid, other.uid]
    assert sorted(hit.uid for hit in best(base.conn, query)) == sorted(found)
    assert count(base.conn, query) == len(found)


def test_notes_stand_among_the_clauses(base):
    clause, edition = place(base, "II.(3).2.1")
    note(base, "n1", "lithium", on=(clause, edition))
    assert best(base.conn, "lithium")[0].uid == "n1"
    first = [hit for hit in find_first(base.conn, "lithi", 5) if hit.document == PLAN]
    assert [hit.kind for hit in first] == ["clause", "note"]
    assert best(base.conn, "in:clause lithium")[0].kind == "clause"


def test_a_note_without_a_place_is_found(base):
    note(base, "free", "a thought on graphene", tags=("idea",))
    hit = best(base.conn, "graphene")[0]
    assert (hit.uid, hit.path, hit.node, hit.edition_uid) == ("free", "", None, None)
    assert best(base.conn, "tag:idea")[0].uid == "free"


def test_a_changed_note_is_found_by_its_new_words_only(base):
    note(base, "n", "graphene")
    note(base, "n", "perovskite")
    assert best(base.conn, "graphene") == []
    assert [hit.uid for hit in best(base.conn, "perovskite")] == ["n"]
    note(base, "n", "perovskite", deleted="2026-01-02T00:00:00.000Z")
    assert best(base.conn, "perovskite") == []


# around the plan, older editions, the trash


def test_what_stands_around_the_plan_is_searched_only_when_asked_for(conn):
    news = "Salt Act", "@around"
    assert news not in answers(best(conn, "news"))
    hit = best(conn, "zone:lede news salt")[0]
    assert (hit.document, hit.path, hit.kind, hit.via) == (*news, "lede", "text")
    assert documents.load_text(conn, hit.edition_uid, hit.start, hit.end) == "salt"
    assert news in answers(best(conn, "news", around=True))
    assert count(conn, "zone:lede news") == 2
    assert not {"lede", "circular", "chrome"} & {hit.kind for hit in best(conn, "Qinghai")}


@pytest.mark.parametrize(
    ("query", "path", "zone"),
    [
        ('"innovative development ability of salt lake"', "II.(3).2.2", "lede"),
        ('"In order to further implement the innovation"', "0.3", "circular"),
    ],
)
def test_a_sentence_repeated_around_the_plan_is_one_hit(conn, query, path, zone):
    assert [hit.path for hit in best(conn, query)] == [path]
    assert count(conn, query) == 1
    assert [hit.kind for hit in best(conn, query, around=True)] == ["clause", zone]


def test_only_the_newest_edition_is_searched(base):
    first = add(base, law("Chapter I\nOld graphene rules.", "Carbon"))
    add(base, law("Chapter I\nNew graphene rules.", "Carbon"), document=first.uid)
    assert [hit.snippet for hit in best(base.conn, "graphene")] == ["New graphene rules."]
    assert count(base.conn, "graphene") == 1
    assert count(base.conn, "NOT science doc:Carbon") == 2


def test_an_edition_without_nodes_harms_nothing(base):
    added = add(base, law("", "Empty"))
    assert best(base.conn, "doc:Empty") == []
    with base.write() as conn:
        index.remove_edition(conn, added.edition)
    assert index.check(base.conn)


def test_many_older_editions_are_left_out(base):
    first = add(base, law("Chapter I\nOld graphene rules.", "Carbon"))
    for year in range(3):
        edition = add(base, law(f"Chapter I\nGraphene rules of {year}.", "C"), document=first.uid)
    hits = best(base.conn, "graphene")
    assert [hit.edition_uid for hit in hits] == [edition.edition]


def test_a_document_in_the_trash_is_not_found(base):
    graphene = add(base, law("Chapter I\nAll graphene rules.", "Carbon", lede="Some perovskite\n"))
    note(base, "n", "graphene!", on=place(base, "1.1", graphene))
    with base.write() as conn:
        documents.save_removed(conn, graphene.uid, "2026-01-02")
    assert best(base.conn, "graphene") == []
    assert best(base.conn, "zone:lede perovskite") == []
    assert find_first(base.conn, "graph", 5) == []
    with base.write() as conn:
        documents.save_removed(conn, graphene.uid, "")
    assert len(best(base.conn, "graphene")) == 2


def test_many_removed_documents_are_left_out(base, monkeypatch):
    monkeypatch.setattr("db.search.plan.MOST_GAPS", 1)
    for number in range(6):
        added = add(base, law(f"Chapter I\nGraphene rule {number}.", f"Carbon {number}"))
        if number % 2:
            with base.write() as conn:
                documents.save_removed(conn, added.uid, "2026-01-02")
    found = {hit.document for hit in best(base.conn, "graphene")}
    assert found == {"Carbon 0", "Carbon 2", "Carbon 4"}
    assert count(base.conn, "doc:Carbon NOT zzz") == 6


# large libraries, strange queries


def test_a_wide_query_is_ranked_among_headings_whole_words_and_a_sample(base, monkeypatch):
    monkeypatch.setattr("db.search.results.WIDE", 50)
    lines = [f"Clause number {n} on xylem and xylan." for n in range(400)]
    lines[390] = "XY it is: xy, and again xy."
    add(base, law("Chapter Xylem\n" + "\n".join(lines), "Wide"))
    hits = find_ranked(base.conn, "xy", 20, typing=True)
    assert hits[0].snippet == "Chapter Xylem"
    assert "1.391" in paths(hits)
    assert count(base.conn, "xy*") == 401
    assert len({hit.uid for hit in hits}) == 20
    assert len(find_ranked(base.conn, "xy* NOT again", 20, glossary=False)) == 20
    assert len(find_ranked(base.conn, "(xy* OR zz) NOT again", 20)) == 20


def test_a_wide_query_without_the_glossary_finds_print_only(conn, monkeypatch):
    monkeypatch.setattr("db.search.results.WIDE", 3)
    monkeypatch.setattr("db.search.results.NARROW", 2)
    assert "II.(5)" in paths(find_ranked(conn, "Ningxia", 5))
    assert "II.(5)" not in paths(find_ranked(conn, "Ningxia", 5, glossary=False))


def test_very_many_notes_are_ranked_by_a_sample_too(base, monkeypatch):
    monkeypatch.setattr("db.search.results.WIDE", 30)
    monkeypatch.setattr("db.search.results.NARROW", 10)
    for number in range(60):
        note(base, f"n{number}", f"remark {number} on perovskite")
    hits = find_ranked(base.conn, "in:note perovsk*", 20)
    assert len({hit.uid for hit in hits}) == 20
    assert count(base.conn, "in:note perovsk*") == 60


def test_hits_are_whole_nouns(conn):
    hit = best(conn, "lithium in:clause")[0]
    assert dataclasses.asdict(hit)["title"] in ("World-class salt lake base", "Chapter II Remedies")
    assert hit.edition == hit.edition.strip() != ""


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_raises(conn, query):
    find_first(conn, query, 5)
    find_ranked(conn, query, 5, related=True, around=True)
    count(conn, query, glossary=False)


@settings(max_examples=150, deadline=None)
@given(st.text('ab"()*~:[]{}^ORANDT 青海：“”地区region\ud800', max_size=40), st.booleans())
def test_no_mixture_of_signs_raises(conn, query, typing):
    for hit in find_ranked(conn, query, 5, typing=typing):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
        assert hit.start <= hit.end
