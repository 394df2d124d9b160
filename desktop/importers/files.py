"""One door for files: the bytes tell what a file is; what cannot be read is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.importers.encodings import decode, is_text
from desktop.importers.parse import parse_extract

if TYPE_CHECKING:
    from pathlib import Path

    from db.model import ParsedEdition
    from desktop.importers.blocks import Extract

SUFFIXES = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".xml",
    ".docx",
    ".docm",
    ".pdf",
)
"""The endings that a folder import looks for; the bytes decide what a file is."""
LARGEST = 200 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0"
PROTECTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
HTML = re.compile(
    r"<!doctype html|<html[\s>]|<(?:body|div|p|table|span|h1|br)\b[^<>]*>", re.IGNORECASE
)
PDF_HEAD = 1024


def read_file(path: Path) -> ParsedEdition:
    """Read a plan or law of any format; raises `UserError` with a plain sentence."""
    name = path.name
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError("file-large", file=name)
        content = path.read_bytes()
    except OSError as error:
        raise UserError("file-unreadable", file=name, detail=error.strerror or error) from error
    return read_bytes(content, name)


def read_bytes(content: bytes, name: str) -> ParsedEdition:
    """Read the bytes of a file; `name` gives its ending and stands in sentences."""
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UserError("file-empty", file=name)
    extract = _extract(content, name)
    if not extract.blocks:
        raise UserError("file-no-words", file=name)
    return parse_extract(extract, file_name=name, original=content)


def _extract(content: bytes, name: str) -> Extract:
    if b"%PDF-" in content[:PDF_HEAD]:
        from desktop.importers.pdf import read_pdf

        return read_pdf(content, name)
    if content.startswith(b"PK"):
        from desktop.importers.word import read_word

        return read_word(content, name)
    if content.startswith(OLE):
        is_protected = any(sign in content for sign in PROTECTED)
        raise UserError("file-protected" if is_protected else "file-old-word", file=name)
    if not is_text(content):
        raise UserError(_why_no_text(name), file=name)
    return _textual(content, name)


def _why_no_text(name: str) -> str:
    is_ours = name.casefold().endswith((".docx", ".docm", ".pdf"))
    return "file-damaged" if is_ours else "file-not-document"


def _textual(content: bytes, name: str) -> Extract:
    suffix = name.casefold().rpartition(".")[2]
    if suffix in ("md", "markdown"):
        from desktop.importers.markdown import read_markdown

        return read_markdown(content)
    text, _ = decode(content[:20000])
    if text.lstrip().startswith("<?xml") and not HTML.search(text):
        from desktop.importers.xml import read_xml

        return read_xml(content, name)
    is_html = suffix in ("html", "htm", "xhtml") or (
        suffix not in ("txt", "text") and len(HTML.findall(text)) > 2
    )
    if is_html or HTML.match(text.lstrip()):
        from desktop.importers.html import read_html

        return read_html(content)
    from desktop.importers.text import read_text

    return read_text(content)
