"""Word documents: quotations come back char for char, each cited, and the file tells nothing of its maker."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st

from db.model import Damage, DocumentFacts, EditionUid, Source, text_hash
from desktop.exporters.docx import Entry, group_by_region, render_docx

ROOT = Path(__file__).resolve().parents[2]
NOON = "2026-11-24T12:00:00.000Z"
SEED = (ROOT / "resources/plans/000_982e410499621ecc.txt").read_bytes().decode()
PLAN = Source(
    DocumentFacts(
        title="“十四五”东西部科技合作实施方案",
        name="Implementation Plan for East-West S&T Cooperation (14th FYP)",
        number="国科发区〔2022〕25号",
        date="2022-03-03",
        issuers=("科技部", "教育部"),
        source="Shanghai Metals Market, 4 March 2022",
        remark="Machine translation, published on a news page",
        language="en",
    ),
    EditionUid("e1"),
    "2022",
    text_hash(SEED),
)
LAW = Source(
    DocumentFacts(title="中华人民共和国海洋环境保护法", date="2023-10-24", language="zh"),
    EditionUid("e2"),
    "2023年修订",
    "b" * 64,
)


class Written:
    """A Word file as a reader finds it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document = docx.Document(BytesIO(content))

    def of(self, style: str) -> list[str]:
        """The paragraphs of a style, as python-docx reads them."""
        return [p.text for p in self.document.paragraphs if p.style.name == style]

    def lines(self) -> str:
        """Style and text of every paragraph, one a line."""
        return "".join(f"{p.style.name}: {p.text}\n" for p in self.document.paragraphs)

    def bookmarks(self) -> dict[str, str]:
        """The words of the paragraph that each bookmark stands around."""
        return {
            mark.get(qn("w:name")): paragraph.text
            for paragraph in self.document.paragraphs
            for mark in paragraph._p.iter(qn("w:bookmarkStart"))
        }


REFERENCE = ROOT / "tests" / "reference"
PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\u00a0𠮷")
)


@pytest.fixture
def write():
    """Render entries and read the file back."""

    def write(*entries: Entry, title="M", sources=(), created=NOON, **more) -> Written:
        return Written(render_docx(title, entries, sources, created=created, **more))

    return write


@pytest.fixture
def memo_entries() -> list[Entry]:
    """A memo as an official would write it on the seed plan."""
    place = "Implementation Plan for East-West S&T Cooperation (14th FYP) (国科发区〔2022〕25号), Part II"
    lake = SEED.index("To build a world-class salt lake")
    lake_end = SEED.index("salt lake industries.", lake) + len("salt lake industries.")
    potassium = SEED.index("potassium, magnesium, lithium", lake)
    cut = SEED.index("restoration of degra")
    return [
        Entry(
            "text",
            text="# Purpose\n\nWhat the plan says about **salt lakes** and *grassland*.\n\n- Qinghai\n  - Haixi\n- 内蒙古",
        ),
        Entry(
            "clause",
            SEED[lake:lake_end],
            citation=f"{place}(3), Task 2",
            node="00000000-0000-5000-8000-000000000001",
            start=lake,
        ),
        Entry(
            "note",
            SEED[potassium : potassium + 29],
            "Which figures? 需要核对",
            f"{place}(3), Task 2, cl. 1",
            ("minerals", "待核对"),
            "yellow",
            node="00000000-0000-5000-8000-000000000002",
            note="00000000-0000-4000-8000-000000000009",
        ),
        Entry(
            "note",
            SEED[cut - 40 : cut + 20],
            citation=f"{place}(6), Task 1, cl. 1",
            start=cut - 40,
            damage=(Damage("cut", cut, cut + 20), Damage("stop", 5, 5)),
            uid="00000000-0000-4000-8000-000000000007",
        ),
        Entry(
            "note",
            text="Remember the nine departments.",
            note="00000000-0000-4000-8000-000000000008",
        ),
    ]


def quote_of(words: str) -> tuple[list[str], list[str]]:
    """What a reader finds as the quotation, and as the editor's lines about it."""
    written = Written(render_docx("M", [Entry("clause", words)], [], created=NOON))
    return written.of("Quote"), written.of("Editor’s Note")


@given(PRINTABLE.filter(bool))
def test_a_quotation_comes_back_char_for_char(words):
    assert quote_of(words) == ([words], [])


def test_the_whole_plan_comes_back_as_one_quotation():
    assert quote_of(SEED) == ([SEED], [])


@pytest.mark.parametrize(
    "words",
    [
        "  two  blanks  ",
        "\u00a0a\u00a0",
        "a\n\nb\n",
        "\ta\t",
        "𠮷野家",
        "a\u200bb\u2028c",
        "<w:t>&amp;",
    ],
)
def test_no_kind_of_blank_or_mark_is_lost(words):
    assert quote_of(words)[0] == [words]


def test_a_line_end_of_any_system_is_a_line_break():
    assert quote_of("a\r\nb\rc\nd")[0] == ["a\nb\nc\nd"]


def test_what_word_cannot_hold_is_shown_and_told():
    quote, told = quote_of("before\x0cbetween\x00after\ufffe\ud800end")
    assert quote == ["before␌between␀after��end"]
    assert told == [
        "[Editor’s note: Word cannot hold 4 of the characters (U+0000, U+000C, U+D800, U+FFFE); ␀ ␌ � stands in their place.]"
    ]


def test_titles_notes_tags_and_citations_may_hold_anything(write):
    bad = "a\x00b\x0b"
    written = write(Entry("note", "q", bad, bad, (bad,), note="n"), title=bad)
    assert written.of("Title") == ["a␀b␋"]
    assert written.of("Citation") == ["— a␀b␋"]
    assert written.of("Note Text") == ["a␀b␋"]
    assert written.of("Tags") == ["Tags: a␀b␋"]


def test_an_english_memo_reads_as_it_should(write, memo_entries):
    written = write(*memo_entries, title="Salt lakes and grassland", sources=[PLAN])
    assert written.lines() == (REFERENCE / "memo-en.txt").read_text("utf-8")


def test_a_chinese_memo_reads_as_it_should(write, memo_entries):
    written = write(
        *memo_entries[2:4],
        title="盐湖与草原",
        sources=[LAW, PLAN],
        language="zh-CN",
        remark="内部资料",
    )
    assert written.lines() == (REFERENCE / "memo-zh.txt").read_text("utf-8")


def test_each_citation_stands_right_after_its_quotation(write, memo_entries):
    styles = [p.style.name for p in write(*memo_entries).document.paragraphs]
    quotes = [i for i, s in enumerate(styles) if s == "Quote"]
    assert len(quotes) == 3
    assert all(styles[i + 1] == "Citation" for i in quotes)


def test_a_bookmark_tells_what_a_quotation_was_cut_from(write, memo_entries):
    marks = write(*memo_entries).bookmarks()
    node, note = "00000000000050008000000000000002", "00000000000040008000000000000009"
    assert marks[f"c_{node}"] == marks[f"n_{note}"] == "potassium, magnesium, lithium"
    assert marks["e_00000000000040008000000000000007"].endswith("restoration of degra")
    assert marks["n_00000000000040008000000000000008"] == "Remember the nine departments."


def test_bookmarks_are_unique_and_as_short_as_word_wants(write):
    written = write(
        *[
            Entry("clause", f"q{i}", node="00000000-0000-5000-8000-000000000001", note="n" * 99)
            for i in range(120)
        ]
    )
    marks = written.bookmarks()
    assert len(marks) == 240
    assert sorted(marks.values()) == sorted([f"q{i}" for i in range(120)] * 2)
    assert all(re.fullmatch("[a-z]_[0-9A-Za-z_]{1,38}", name) for name in marks)
    ids = [m.get(qn("w:id")) for m in written.document.element.iter(qn("w:bookmarkStart"))]
    assert len(set(ids)) == 240


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("cut", "[sic: the source breaks off here: “bc”]"),
        ("fused", "[sic: two passages run together in the source: “bc”]"),
        ("stop", "[sic: the final stop is missing in the source: “bc”]"),
        ("mark", "[sic: the numeral is printed so in the source: “bc”]"),
        ("repeated", "[sic: this passage stands twice in the source: “bc”]"),
        ("new-kind", "[sic: so in the source: “bc”]"),
    ],
)
def test_damage_is_told_after_the_quotation_and_not_in_it(write, kind, told):
    written = write(Entry("clause", "abcd", start=10, damage=(Damage(kind, 11, 13),)))
    assert written.of("Quote") == ["abcd"]
    assert written.of("Editor’s Note") == [told]


@pytest.mark.parametrize(("start", "end"), [(9, 11), (12, 15), (0, 3), (14, 20)])
def test_damage_outside_the_quotation_is_not_told(write, start, end):
    assert (
        write(Entry("clause", "abcd", start=10, damage=(Damage("cut", start, end),))).of(
            "Editor’s Note"
        )
        == []
    )


def test_long_damage_is_shortened_and_empty_damage_is_told_without_words(write):
    words = "x" * 50 + "y" * 50
    long, empty = Damage("fused", 0, 100), Damage("cut", 100, 100)
    assert write(Entry("clause", words, damage=(long, empty))).of("Editor’s Note") == [
        f"[sic: two passages run together in the source: “{'x' * 28} … {'y' * 28}”]",
        "[sic: the source breaks off here]",
    ]


def test_the_machine_translation_warning_stands_only_where_it_is_true(write):
    warning = "This text is a machine translation. Check its wording against the original before relying on it."
    assert write(sources=[PLAN]).of("Source Detail")[-1] == warning
    assert not any(
        "机器翻译" in line for line in write(sources=[LAW], language="zh").of("Source Detail")
    )
    remark = Source(
        DocumentFacts(title="T", remark="中文原文，机器翻译"), EditionUid("e"), "", "0" * 64
    )
    assert (
        write(sources=[remark], language="zh").of("Source Detail")[-1]
        == "本文本为机器翻译，引用前请与原文核对。"
    )


def test_a_remark_that_only_names_the_translation_is_not_said_twice(write):
    bare = Source(
        DocumentFacts(title="T", remark="Machine translation."),
        EditionUid("e"),
        "2022-03-03",
        "0" * 64,
    )
    edition, _hash, warning = write(sources=[bare]).of("Source Detail")
    assert edition == "Edition: 3 March 2022"
    assert warning.startswith("This text is a machine translation.")


def test_a_source_tells_what_is_known_and_leaves_out_the_rest(write):
    bare = Source(DocumentFacts(title="T"), EditionUid("e"), "", "0" * 64)
    assert write(sources=[bare]).of("Source Detail") == [f"SHA-256 of the text: {'0' * 64}"]
    assert write().of("Heading 1") == []


def test_a_mark_colors_the_bar_and_an_unknown_one_does_not(write):
    written = write(
        Entry("note", "a", color="red"), Entry("note", "b"), Entry("note", "c", color="beige")
    )
    bars = [
        [b.get(qn("w:color")) for b in p._p.iter(qn("w:left"))]
        for p in written.document.paragraphs
        if p.style.name == "Quote"
    ]
    assert bars == [["CF4359"], [], []]


def test_a_long_quotation_may_be_parted_from_its_citation(write):
    short, long = (
        p
        for p in write(Entry("clause", "a"), Entry("clause", "a" * 601)).document.paragraphs
        if p.style.name == "Quote"
    )
    assert short.paragraph_format.keep_with_next is None
    assert long.paragraph_format.keep_with_next is False


def test_headings_of_own_text_are_the_document_s_and_those_of_a_note_are_not(write):
    written = write(
        Entry("text", text="# A\n## B\n##### C"),
        Entry("note", "q", "# D"),
        Entry("heading", text="E"),
    )
    assert written.of("Heading 1") == ["A", "E"]
    assert written.of("Heading 2") == ["B"]
    assert written.of("Heading 3") == ["C"]
    (bold,) = (p.runs[0] for p in written.document.paragraphs if p.style.name == "Note Text")
    assert (bold.text, bold.bold) == ("D", True)


def test_lists_keep_their_numbers_and_levels(write):
    written = write(Entry("text", text="3. three\n  4) four\n- a\n  - b\n    - c"))
    assert written.of("List Number") == ["3.\tthree", "4)\tfour"]
    bullets = [p for p in written.document.paragraphs if p.style.name == "List Bullet"]
    levels = [[n.get(qn("w:val")) for n in p._p.iter(qn("w:ilvl"))] for p in bullets]
    assert [p.text for p in bullets] == ["a", "b", "c"]
    assert levels == [[], ["1"], ["2"]]


def test_regions_become_headings_once():
    entries = [
        Entry("note", "a", region="Qinghai"),
        Entry("note", "b", region="Qinghai"),
        Entry("note", "c"),
        Entry("note", "d", region="Yunnan"),
    ]
    assert [e.text or e.quote for e in group_by_region(entries)] == [
        "Qinghai",
        "a",
        "b",
        "c",
        "Yunnan",
        "d",
    ]


def footer(written: Written) -> tuple[str, list[str]]:
    paragraph = written.document.sections[0].footer.paragraphs[0]._p
    fields = [f.get(qn("w:instr")) for f in paragraph.iter(qn("w:fldSimple"))]
    return "".join(t.text for t in paragraph.iter(qn("w:t"))), fields


def test_the_page_is_a4_with_page_numbers(write):
    written = write()
    (section,) = written.document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.left_margin == pytest.approx(Mm(25), abs=1000)
    assert footer(written) == ("Page 1 of 1", [" PAGE ", " NUMPAGES "])
    assert footer(write(language="zh")) == ("— 1 —", [" PAGE "])
    assert write(language="zh").document.sections[0].top_margin == pytest.approx(Mm(37), abs=1000)


def test_chinese_fonts_are_named_for_chinese_characters(write):
    styles = write(language="zh").document.styles
    fonts = {
        s.name: f.get(qn("w:eastAsia"))
        for s in styles
        if (f := s.element.find(f".//{qn('w:rFonts')}")) is not None
    }
    assert fonts["Title"] == "宋体"
    assert fonts["Heading 1"] == "黑体"
    assert fonts["Quote"] == "楷体"
    defaults = styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert defaults.get(qn("w:eastAsia")) == "仿宋"


def test_chinese_words_take_their_quotation_marks_from_the_chinese_font(write):
    runs = [
        p.runs[0]
        for p in write(
            Entry("clause", "“十四五”规划"), Entry("clause", "the “plan”")
        ).document.paragraphs
        if p.style.name == "Quote"
    ]
    assert [r._r.find(f".//{qn('w:rFonts')}") is not None for r in runs] == [True, False]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_the_same_memo_gives_the_same_bytes(write, memo_entries):
    first, second = (write(*memo_entries, sources=[PLAN]).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert {i.date_time for i in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"


def test_the_file_names_nobody_and_loads_nothing(write, memo_entries):
    written = write(*memo_entries, sources=[PLAN])
    properties = written.document.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.title, properties.revision) == ("M", 1)
    assert properties.created.isoformat() == "2026-11-24T12:00:00+00:00"
    for name, part in parts(written.content).items():
        assert b'TargetMode="External"' not in part, name
        assert b"python-docx" not in part, name


def test_every_style_in_use_is_defined_and_every_part_is_well_formed(write, memo_entries):
    written = write(*memo_entries, sources=[PLAN])
    known = {s.style_id for s in written.document.styles}
    used = {p.get(qn("w:val")) for p in written.document.element.iter(qn("w:pStyle"))}
    assert used
    assert used <= known
    for part in parts(written.content).values():
        ElementTree.fromstring(part)
