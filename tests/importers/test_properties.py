"""What holds for every file: zones are the text, nodes are its words, nothing crashes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import SENTENCES, UserError
from desktop.importers.files import read_bytes

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "documents"
GOOD = {
    name: (SAMPLES / name).read_bytes()
    for name in (
        *(
            "zh-laws/xingfa-xiuzhengan-12.txt",
            "zh-laws/beijing-jihua-jiandu.md",
            "en-plans/fds-practices.md",
        ),
        *(
            "zh-plans/guofa-2018-41-geshui-zanxing-banfa.html",
            "hostile/numbering.docx",
            "hostile/delins.docx",
        ),
        *("hostile/zh-toc-dot-leaders.pdf", "hostile/docling-list_after_num_headers.docx"),
    )
}
LAW = (SAMPLES / "zh-laws/xingfa-xiuzhengan-12.txt").read_text("utf-8")
GOOD |= {
    "law.gb.txt": LAW.encode("gb18030"),
    "law.big5.txt": "第一條　國家實行管理制度。\n第二條　有關部門負責。\n".encode("big5") * 20,
    "law.utf16.txt": LAW.encode("utf-16-le"),
    "act.xml": b'<?xml version="1.0"?><act><part><num>1</num><heading>Scope</heading><p>One. Two.</p>'
    b"</part><part><num>2</num><heading>Aim</heading><p>Three.</p></part></act>",
    "plan.pdf": (SAMPLES / "en-plans/fds-practices.pdf").read_bytes(),
}
LINES = st.sampled_from(
    [
        *(
            "第一章　总则",
            "第二章　附则",
            "第一条　甲。乙。",
            "第二条　丙；",
            "（一）丁。",
            "（二）戊",
            "一、己",
            "二、庚。辛",
        ),
        *(
            "1. One. Two.",
            "2. Three",
            "(a) four;",
            "(b) five.",
            "(i) six",
            "I. Seven",
            "II. Eight",
            "1.1 nine",
            "1.2 ten",
        ),
        *(
            "附件1",
            "目　录",
            "2022年1月2日",
            "“第三条　壬。",
            "癸”",
            "",
            "words go on",
            "Article 1. Scope",
            "§ 2. Aim",
        ),
        *(
            "国发〔2019〕4号",
            "各省人民政府：",
            "x@example.org",
            "第十五条规定的",
            "\u3000\u3000",
            "第一条",
            "two。 So.",
        ),
    ]
)


REFUSALS = [code for code in SENTENCES if code.startswith("file-")]


def outcome(content, name):
    """Read a file and check the edition; return the code of its refusal, '' for none."""
    try:
        edition = read_bytes(content, name)
    except UserError as error:
        return error.code
    check(edition)
    return ""


def check(edition):
    """Assert what must hold for any edition."""
    text = edition.text
    assert "".join(text[z.start : z.end] for z in edition.zones) == text
    assert all(a.end == b.start for a, b in zip(edition.zones, edition.zones[1:], strict=False))
    by_path = {n.path: n for n in edition.nodes}
    assert len(by_path) == len(edition.nodes)
    last = 0
    for node in edition.nodes:
        assert node.text == text[node.start : node.end]
        assert last <= node.start <= node.end
        last = node.end
        assert node.path == (f"{node.parent}.{node.label}" if node.parent else node.label)
        assert node.depth == node.path.count(".")
        assert not node.parent or by_path[node.parent].start <= node.start
        assert not node.parent or not by_path[node.parent].is_clause
        assert all(0 <= d.start <= d.end <= len(text) for d in node.damage)
    seen = [n.path for n in edition.nodes]
    assert all(seen.index(n.parent) < at for at, n in enumerate(edition.nodes) if n.parent)


@given(
    st.lists(LINES, min_size=1, max_size=30),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.sampled_from(["a.txt", "a.md"]),
)
@settings(max_examples=150, deadline=None)
def test_any_lines_make_a_sound_edition(lines, ending, name):
    assert outcome(ending.join(lines).encode(), name) in ("", "file-empty", "file-no-words")


@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.xml", "a"]))
@settings(max_examples=150, deadline=None)
def test_any_text_makes_a_sound_edition(text, name):
    assert outcome(text.encode("utf-8", "surrogatepass"), name) in ("", *REFUSALS)


@given(st.text(min_size=1, max_size=200).filter(lambda t: t.strip()))
@settings(max_examples=60, deadline=None)
def test_a_text_file_is_stored_as_it_is(text):
    content = text.encode("utf-8", "replace")
    try:
        edition = read_bytes(content, "a.txt")
    except UserError:
        return
    assert edition.original == content
    if (
        not content.startswith(b"\xef\xbb\xbf")
        and b"\x00" not in content
        and not text.startswith(("<", "%PDF", "PK"))
    ):
        assert edition.text.encode() == content


@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 255), st.integers(0, 3)), min_size=1, max_size=12
    ),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_file_is_read_or_refused_and_never_crashes(name, changes):
    content = bytearray(GOOD[name])
    for where, byte, how in changes:
        at = int(where * (len(content) - 1))
        if how == 0:
            content[at] = byte
        elif how == 1:
            del content[at : at + byte]
        elif how == 2:
            content[at:at] = bytes([byte]) * 5
        else:
            content[at:at] = content[at : at + byte]
        if not content:
            return
    assert outcome(bytes(content), Path(name).name) in ("", *REFUSALS)


@pytest.mark.parametrize(
    "name",
    sorted(
        p.relative_to(SAMPLES).as_posix()
        for p in SAMPLES.rglob("*")
        if p.parent.parent == SAMPLES and p.parent.name != "GOLD"
    ),
)
def test_every_sample_makes_a_sound_edition_or_a_sentence(name):
    assert outcome((SAMPLES / name).read_bytes(), Path(name).name) in ("", *REFUSALS)
