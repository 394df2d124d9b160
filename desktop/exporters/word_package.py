"""The envelope of a Word file: an empty document of ours, and bytes that tell nothing of its maker.

The template is written here instead of taking python-docx's own, which carries a thumbnail, theme
fonts that win over named ones, and 780 KB of styles that no memo uses.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.exporters import word_styles as look_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "footer1": "footer",
}
EPOCH = (1980, 1, 1, 0, 0, 0)


def empty_document(language: str) -> bytes:
    """Return a Word file with our styles, page and footer, and no words in it."""
    look = look_parts.look_for(language)
    return _zip(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
                ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ),
            "word/_rels/document.xml.rels": _relations(
                *(
                    (_relation_id(name), f"{OFFICE}/relationships/{kind}", f"{name}.xml")
                    for name, kind in WORD_PARTS.items()
                )
            ),
            "word/document.xml": f"<w:document {look_parts.W} {look_parts.R}><w:body>"
            f"{look_parts.section_xml(look)}</w:body></w:document>",
            "word/styles.xml": look_parts.styles_xml(look),
            "word/settings.xml": look_parts.settings_xml(),
            "word/fontTable.xml": look_parts.font_table_xml(look),
            "word/numbering.xml": look_parts.numbering_xml(),
            "word/footer1.xml": look_parts.footer_xml(language),
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
            '"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
            "docProps/app.xml": f'<Properties xmlns="{OFFICE}/extended-properties">'
            "<Application>Clausebook</Application></Properties>",
        }
    )


def repack(content: bytes) -> bytes:
    """Return the same file with fixed dates and an order of its own: same words, same bytes."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return _zip({name: parts.read(name) for name in parts.namelist()})


def _relation_id(name: str) -> str:
    return "rIdFooter" if name == "footer1" else f"rId_{name}"


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD_TYPE}.{kind}+xml" for name, kind in WORD_PARTS.items()},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument."
        "extended-properties+xml",
    }
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in overrides.items())
        + "</Types>"
    )


def _relations(*targets: tuple[str, str, str]) -> str:
    rows = (f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _zip(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(parts):  # `[Content_Types].xml` sorts first, as readers expect
            part = parts[name]
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same bytes on Windows and Linux
            out.writestr(entry, HEAD + part if isinstance(part, str) else part)
    return file.getvalue()
