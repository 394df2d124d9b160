"""`library`, `tree`, `zones`, `show`, `search` on the plan itself."""

import csv
import json
import subprocess
import sys

import pytest

from tests.conftest import GOLD, ROOT

TEXT = (ROOT / "resources" / "plans" / "000_982e410499621ecc.txt").read_bytes().decode()


def test_library_tells_where_the_data_is_and_what_is_in_it(say, folder):
    facts = say("library", "--json").json
    assert facts["folder"] == str(folder)
    assert [d["number"] for d in facts["documents"]] == ["国科发区〔2022〕25号"]
    assert str(folder) in say("library").out


def test_tree_is_the_gold_outline(say):
    with GOLD.open(encoding="utf-8", newline="") as rows:
        gold = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    nodes = say("tree", "--json").json
    assert len(nodes) == len(gold) == 88
    for node, row in zip(nodes, gold, strict=True):
        assert (node["kind"], node["start"], node["end"]) == (
            row["kind"],
            int(row["start"]),
            int(row["end"]),
        )
        assert node["text"] == row["text"] == TEXT[node["start"] : node["end"]]
        if row["number"]:
            assert node["label"] == row["number"]


def test_tree_names_paths_regions_and_damage(say):
    nodes = {n["path"]: n for n in say("tree", "--json").json}
    assert list(nodes["I"]) == [
        *("uid", "kind", "path", "label", "text", "start", "end", "zone", "region", "damage")
    ]
    assert {p: nodes[p]["region"] for p in ("II.(3)", "II.(5).1.1", "II.(7).1.2", "II.(7).2")} == {
        "II.(3)": "Qinghai",
        "II.(5).1.1": "Ningxia",
        "II.(7).1.2": "Guizhou",
        "II.(7).2": "Gansu",
    }
    assert nodes["I.1"]["region"] is None
    marked = {p: sorted(d["kind"] for d in n["damage"]) for p, n in nodes.items() if n["damage"]}
    assert marked.pop("III.(2).2") == ["cut"]
    assert marked.pop("II.(2).3.3") == ["stop"]
    assert set(marked.pop("II.(6).1.2")) == {"cut", "fused"}
    assert marked == {f"II.({n}).2": ["mark"] for n in range(1, 8)}


def test_zones_give_the_file_back(say):
    zones = say("zones", "--json").json
    assert "".join(TEXT[z["start"] : z["end"]] for z in zones) == TEXT
    assert {z["zone"] for z in zones} == {"chrome", "lede", "circular", "plan"}


def test_show_prints_the_words_and_the_notes(say):
    uid = say("note", "add", "--at", "II.(3).2.2", "--body", "Ask Qinghai").out.strip()
    shown = say("show", "II.(3).2.2")
    assert "digital salt lakes" in shown.out
    assert "Ask Qinghai" in shown.out
    assert uid in shown.out


@pytest.mark.parametrize("place", ["II.(3).2", "east-west:II.(3).2", "II.（3）.2"])
def test_a_place_is_found_by_path_and_document(say, place):
    assert "world-class salt lake" in say("show", place).out


def test_a_place_is_found_by_uid_and_edition(say):
    document = say("library", "--json").json["documents"][0]
    node = say("show", f"{document['name']}@{document['edition']}:II.(3)", "--json").json
    assert say("show", node["uid"], "--json").json == node


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "IX.9"), "no place IX.9"),
        (("tree", "Nowhere"), "Known documents"),
        (("show", "east-west@1999:I"), "Known editions"),
    ],
)
def test_what_is_not_there_is_a_sentence(say, words, sentence):
    said = say(*words)
    assert said.code == 1
    assert sentence in said.err
    assert said.out == ""


def test_search_finds_the_region_that_the_translation_hid(say):
    hits = say("search", "Qinghai", "--limit", "50", "--json").json
    assert list(hits[0])[:9] == [
        *("score", "kind", "uid", "path", "document", "edition", "region", "snippet", "via")
    ]
    scores = [h["score"] for h in hits]
    assert scores == sorted(scores, reverse=True)
    assert {h["path"]: h["via"] for h in hits}["II.(3)"] == "glossary"


def test_search_keeps_the_limit(say):
    assert len(say("search", "the", "--limit", "3", "--json").json) == 3


@pytest.mark.parametrize(
    "words", [(), ("--frobnicate",), ("note",), ("note", "add"), ("search", "x", "--limit", "0")]
)
def test_wrong_usage_is_2(say, words):
    if words:
        assert say(*words).code == 2


def test_version_and_help_load_nothing_heavy():
    program = (
        "import sys; from desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('PySide6', 'sqlite3', 'sqlite_utils', 'whoosh', 'docx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_json_is_one_document_in_a_real_console(folder):
    words = [sys.executable, "-m", "desktop", "search", "青海", "--json", "--library", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))
