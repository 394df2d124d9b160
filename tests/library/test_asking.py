"""The help on searching tells the truth: each example finds something on the shipped plan."""

import xml.etree.ElementTree as ET

import pytest

from desktop.library.asking import EXAMPLES, as_markdown
from tests.conftest import ROOT

TYPED = [(typed, e.found) for e in EXAMPLES for typed in dict.fromkeys((*e.typed, *e.chinese))]


@pytest.fixture
def furnished(library):
    """The plan in a group, with a note, a highlight and a memo."""
    place = library.place("II.(3).2.1").node
    quote = library.find_quote(place, "potassium, magnesium, lithium")
    note = library.add_note(quote, body="Which figures?", tags=("minerals",), color="red")
    library.add_note(library.anchor_on(library.place("II.(4).1").node), color="green")
    memo = library.new_memo("Salt lakes")
    library.add_notes_to_memo(memo.uid, [note.uid])
    with library._base.write() as conn:
        conn.execute("UPDATE document SET group_name = 'Plans and laws'")
    return library


@pytest.mark.parametrize("typed", [typed for typed, _ in TYPED])
def test_each_example_finds_something(furnished, typed):
    answer = furnished.search(typed)
    assert answer.hits
    assert {hint.kind for hint in answer.hints} <= {"related"}


def _translations():
    tree = ET.parse(ROOT / "resources" / "translations" / "clausebook_zh_CN.ts")
    return {m.findtext("source"): m.findtext("translation") for m in tree.iter("message")}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_manual_has_the_same_table(language):
    known = {} if language == "en" else _translations()
    table = as_markdown(lambda words: known.get(words, words), chinese=language != "en")
    manual = (ROOT / "resources" / "manual" / f"manual.{language}.md").read_text("utf-8")
    assert table in manual
