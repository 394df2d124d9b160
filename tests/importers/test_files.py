"""One door: the bytes tell what a file is; what cannot be read gets a plain sentence, quickly."""

import io
import resource
import socket
import sys
import time
import zipfile

import pytest

from db.errors import UserError
from desktop.importers.files import read_bytes, read_file
from tests.benchmarks import import_quality

GOLD = sorted((import_quality.Path(__file__).parents[1] / "samples/documents/GOLD").glob("*.tsv"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("an importer reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.name.removesuffix(".outline.tsv"))
def test_the_tree_is_the_checked_outline(gold, samples):
    (path,) = samples.rglob(gold.name.removesuffix(".outline.tsv"))
    edition = read_file(path)
    wanted = import_quality.gold_keys(import_quality.gold_rows(gold), edition)
    assert import_quality.node_keys(edition, {k[0] for k in wanted}) == wanted


@pytest.mark.parametrize(
    "names",
    [
        ("zh-laws/xiangcun-zhenxing.md", "zh-laws/xiangcun-zhenxing.txt"),
        ("zh-laws/xianfa.md", "zh-laws/xianfa-2018.pdf"),
    ],
)
def test_one_law_in_two_formats_has_one_tree(samples, names):
    one, two = (import_quality.shape(read_file(samples / n)) for n in names)
    assert one == two


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(
            ("zero-bytes.pdf", "file-empty"),
            ("mammoth-empty.docx", "file-no-words"),
            ("tika-truncated.docx", "file-damaged"),
        ),
        *(
            ("encrypted-ole-password-is-pass.docx", "file-protected"),
            ("tika-protected-passtika.docx", "file-protected"),
        ),
        *(
            ("enc-r4-aes-user-password.pdf", "file-protected"),
            ("enc-r6-user-password.pdf", "file-protected"),
        ),
        *(
            ("noextract-permission.pdf", "file-protected"),
            ("scan-tika-ocr.pdf", "file-scan"),
            ("xxe-external-entity.docx", "file-unsafe"),
        ),
        *(("fuzz-2.docx", "file-damaged"), ("fuzz-3.docx", "file-damaged")),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_plain_sentence(samples, name, code):
    with pytest.raises(UserError) as refused:
        read_file(samples / "hostile" / name)
    assert refused.value.code == code
    assert name in refused.value.sentence
    assert "Nothing was imported." in refused.value.sentence


@pytest.mark.parametrize(
    "name",
    [
        *(
            "attached-template-remote.docx",
            "external-refs.docx",
            "mailmerge-datasource.docx",
            "document-protection.docx",
        ),
        *(
            "frameset.docx",
            "tracking-on.docx",
            "bug65738.docx",
            "docling-Strict.docx",
            "vertical-writing.pdf",
        ),
        *(
            "noisy-meta-1.html",
            "ibm420-false-friend.html",
            "delins.docx",
            "docling-docx_rich_cells.docx",
        ),
    ],
)
def test_an_odd_file_is_read_and_nothing_is_fetched(samples, name):
    edition = read_file(samples / "hostile" / name)
    assert edition.nodes
    assert edition.original == (samples / "hostile" / name).read_bytes()


def test_a_real_memo_that_was_scanned_is_told(samples):
    with pytest.raises(UserError, match="scan"):
        read_file(samples / "en-plans/memo-acting-deputy-secretary.pdf")


def test_the_ending_of_a_name_is_not_believed(samples):
    pdf = (samples / "en-plans/fds-practices.pdf").read_bytes()
    assert read_bytes(pdf, "plan.docx").text == read_bytes(pdf, "plan.pdf").text
    page = (samples / "zh-plans/guofa-2018-41-geshui-zanxing-banfa.html").read_bytes()
    assert read_bytes(page, "plan.doc").nodes == read_bytes(page, "plan.html").nodes


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "file-empty"),
        (b"\xef\xbb\xbf \r\n", "a.md", "file-empty"),
        (bytes(range(256)) * 50, "a.txt", "file-not-document"),
        (bytes(range(256)) * 50, "a.docx", "file-damaged"),
        (b"PK\x03\x04 and no more", "a.docx", "file-damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "a.doc", "file-old-word"),
        (b"%PDF-1.7\nand no more", "a.pdf", "file-damaged"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml", "file-unsafe"),
        (b"<html><script>x</script></html>", "a.html", "file-no-words"),
    ],
)
def test_bytes_that_are_no_document_are_refused(content, name, code):
    with pytest.raises(UserError) as refused:
        read_bytes(content, name)
    assert refused.value.code == code


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(UserError) as refused:
            read_file(path)
        assert refused.value.code == "file-unreadable"


def test_another_zip_is_no_document():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("photo.txt", "x")
    with pytest.raises(UserError, match="is not a text"):
        read_bytes(packed.getvalue(), "photos.zip")


def bomb(size: int, *, lie: bool = False) -> bytes:
    """A Word file whose main part unpacks to `size` bytes of zeros; it may lie about its size."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(size >> 20):
            part.write(bytes(1 << 20))
    content = packed.getvalue()
    if lie:
        at = content.rindex(b"PK\x01\x02")
        content = content[: at + 24] + (5000).to_bytes(4, "little") + content[at + 28 :]
    return content


@pytest.mark.parametrize("lie", [False, True])
def test_a_bomb_is_refused_at_once_and_not_unpacked(lie):
    content = bomb(400 << 20, lie=lie)
    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UserError) as refused:
        read_bytes(content, "bomb.docx")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert refused.value.code in ("file-bomb", "file-damaged")
    assert time.process_time() - begun < 0.8
    assert grown * (1 if sys.platform == "darwin" else 1024) < 100 << 20


def test_an_entity_bomb_is_refused(word_file):
    laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    content = word_file("<w:p/>", numbering=laughs)
    with pytest.raises(UserError) as refused:
        read_bytes(content, "laughs.docx")
    assert refused.value.code == "file-unsafe"


LONG_ONES = {
    "line.txt": "The minister shall act. " * 11_300,
    "word.txt": "Xa" * 130_000,
    "numbers.txt": "1. a\n" * 20_000,
    "brackets.txt": "(1) (\n" * 20_000,
    "quotes.txt": "“" * 200_000,
    "chapters.txt": "第一章 总则\n" * 10_000,
    "dots.md": "....... " * 20_000,
    "comments.md": "<!-- " * 40_000,
    "links.md": "[" * 20_000,
    "cells.html": "<table><tr>" + "<td>a. b" * 20_000,
    "spaces.txt": " " * 400_000 + "x",
    "front.md": "---\n" + "a: b\n" * 20_000,
    "decimals.txt": "\n".join(".".join("1" * (n % 6 + 1)) + " x" for n in range(12_000)),
    "restarts.txt": "\n".join(f"（{'一二三四五六七八九'[n % 9]}）甲" for n in range(20_000)),
    "sections.txt": "1 Duty\n(1) one\n" * 5_000,
    "bare.txt": "\n".join(f"{n * 7 % 97} Title" for n in range(20_000)),
    "annexes.txt": "附件1\n甲\n" * 10_000,
    "contents.txt": ("目录\n" + "".join(f"第{n}章 甲\n" for n in range(200))) * 50,
    "numeral.txt": "第" + "一" * 200_000 + "条　甲。",
    "digits.txt": "1" * 300_000 + ". one",
    "torn.txt": "the meaning given in section 551 of the Code at title\n5. five\n" * 3_000,
    "quoted.md": "> " * 5_000 + "words",
    "stars.md": "*a **b " * 20_000,
    "table.md": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + ("|b" * 500 + "|\n") * 60,
    "nested.html": "<div>" * 100_000 + "Words here. More words.",
    "rows.html": "<table>" + ("<tr>" + "<td>a. b</td>" * 200 + "</tr>") * 60,
    "attributes.html": "<p " + 'a="b" ' * 50_000 + ">One. Two.",
    "wide.xml": '<?xml version="1.0"?><a>' + "<b><num>1</num>words</b>" * 10_000 + "</a>",
    "entities.md": "&#x" + "1" * 100_000 + "; words",
}


@pytest.mark.parametrize("name", LONG_ONES)
def test_no_file_takes_longer_than_ten_seconds_a_megabyte(name):
    content = LONG_ONES[name].encode()
    begun = time.process_time()
    assert read_bytes(content, name).nodes
    assert time.process_time() - begun < max(4, 10 * len(content) / 1_000_000)


WORDS = "<w:p><w:r><w:t>words</w:t></w:r></w:p>"
CELL = f"<w:tc>{WORDS}</w:tc>"
ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>' + WORDS[5:]


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt>" * 200 + WORDS + "</w:sdt>" * 200,
        "<w:tbl>" + f"<w:tr>{CELL * 100}</w:tr>" * 60 + "</w:tbl>",
        f"<w:tbl><w:tr>{CELL * 5_000}</w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc>" * 60 + WORDS + "</w:tc></w:tr></w:tbl>" * 60,
        ITEM.format(10**30) * 500,
    ],
    ids=["nested", "cells", "row", "tables", "levels"],
)
def test_a_word_file_made_to_be_slow_is_read_in_time(word_file, body):
    content = word_file(body)
    begun = time.process_time()
    assert "words" in read_bytes(content, "slow.docx").text
    assert time.process_time() - begun < 4


def test_a_word_file_nested_beyond_reason_is_refused(word_file):
    with pytest.raises(UserError) as refused:
        read_bytes(word_file("<w:sdt>" * 50_000 + WORDS + "</w:sdt>" * 50_000), "deep.docx")
    assert refused.value.code in ("file-damaged", "file-bomb")


@pytest.mark.parametrize(
    "encoding", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "utf-8-sig"]
)
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "shift_jis"])
def test_a_page_that_lies_about_its_encoding_is_read_by_its_bytes(encoding, declared):
    law = "".join(f"<p>第{n}條　國家對水資源實行管理制度，有關部門負責。</p>" for n in "一二三四五")
    page = f'<html><head><meta charset="{declared}"></head><body>{law}</body></html>'
    edition = read_bytes(page.encode(encoding), "law.html")
    assert "國家對水資源實行管理制度" in edition.text


def test_half_signs_and_zero_bytes_lose_no_article():
    content = "某办法\n第一条　甲\ud800。\n第二条　乙。\n".encode("utf-8", "surrogatepass")
    edition = read_bytes(content + b"\x00" * 3, "law.txt")
    assert [n.path for n in edition.nodes if n.kind == "article"] == ["1", "2"]
    edition.text.encode()


def test_a_feed_in_big5_is_read_whatever_it_declares():
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        "<item><title>國家管理制度</title><description>有關部門負責管理水資源。</description></item></rdf:RDF>"
    )
    edition = read_bytes(feed.encode("big5"), "feed.xml")
    assert "有關部門負責管理水資源。" in edition.text
