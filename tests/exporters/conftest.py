"""What the exporter tests share: sources, entries cut from the seed plan, a reader of what was written."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from db.model import Damage, DocumentFacts, EditionUid, Source, text_hash
from desktop.exporters.docx import Entry, render_docx

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
        remark="Machine translation",
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
