"""Files made by hand for the importers: Word packages, PDFs, and the samples folder."""

import io
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "documents"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


def part(body: str, root: str = "document") -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}">{body}</w:{root}>'


def relations(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


@pytest.fixture(scope="session")
def word_file():
    """Return what packs a Word file: the body's XML and further parts by their kind."""

    def pack(body: str, **parts: str) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
            archive.writestr(
                "word/_rels/document.xml.rels",
                relations(*((kind, f"{kind}.xml") for kind in parts)),
            )
            archive.writestr("word/document.xml", part(f"<w:body>{body}</w:body>"))
            for kind, content in parts.items():
                archive.writestr(f"word/{kind}.xml", content)
        return packed.getvalue()

    return pack


@pytest.fixture(scope="session")
def pdf_file():
    """Return what makes a PDF of lines with their font size, one list a page."""

    def make(*pages: list[tuple[str, int]]) -> bytes:
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        kids = []
        for lines in pages:
            drawn, y = [], 780
            for words, size in lines:
                escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                drawn.append(f"BT /F1 {size} Tf 60 {y} Td ({escaped}) Tj ET")
                y -= size + 6
            stream = "\n".join(drawn)
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
                f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        body, offsets = "%PDF-1.4\n", []
        for number, content in enumerate(objects, 1):
            offsets.append(len(body))
            body += f"{number} 0 obj\n{content}\nendobj\n"
        table = "".join(f"{at:010d} 00000 n \n" for at in offsets)
        body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{body.index('xref')}\n%%EOF"
        return body.encode("latin-1")

    return make
