"""A Word file as a zip: parts read within bounds, refused when they are bombs or broken."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from db.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

LARGEST = 64 * 1024 * 1024
"""No part of a plan or law is larger unpacked; Word's own largest here has 6 MB."""
RATIO = 200
"""XML packs to a tenth; a part that unpacks to more than this is a bomb."""
PIECE = 1 << 16
ENTRY, MOST_ENTRIES = b"PK\x01\x02", 20_000
DOCTYPE = b"<!DOCTYPE"


class Package:
    """An open Word file; `file` names it in sentences."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        if content.count(ENTRY) > MOST_ENTRIES:
            raise UserError("file-bomb", file=file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._sizes = {i.filename: i for i in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UserError("file-damaged", file=file) from error
        self.main = self._main_part()

    def _main_part(self) -> str:
        """Return the name of the main part, by the package's relations."""
        for kind, target in self.relations("_rels/.rels", ""):
            if kind.endswith("/officeDocument"):
                return target
        found = [n for n in self._sizes if n.lower() == "word/document.xml"]
        if not found:
            code = "file-damaged" if "[Content_Types].xml" in self._sizes else "file-not-document"
            raise UserError(code, file=self.file)
        return found[0]

    def related(self, kind: str) -> str:
        """Return the part of a kind that belongs to the main part, '' when there is none."""
        folder, _, name = self.main.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        for each, target in self.relations(rels, folder):
            if each.endswith(f"/{kind}") and target in self._sizes:
                return target
        return ""

    def relations(self, part: str, folder: str) -> Iterator[tuple[str, str]]:
        """Yield kind and target of relations inside the package; outer ones are not followed."""
        root = self.tree(part)
        for each in root if root is not None else ():
            if isinstance(each.tag, str) and each.get("TargetMode") != "External":
                target = each.get("Target", "")
                path = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else f"{folder}/{target}".lstrip("/")
                )
                yield each.get("Type", ""), _plain(path)

    def tree(self, part: str, *, needed: bool = False) -> Element:
        """Return the XML of a part, None when it is missing and not needed."""
        content = self._read(part, needed=needed)
        if content is None:
            return None
        if DOCTYPE in content[:4096] or b"<!ENTITY" in content[:65536]:
            raise UserError("file-unsafe", file=self.file)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if needed:
                raise UserError("file-damaged", file=self.file) from error
            return None

    def _read(self, part: str, *, needed: bool) -> bytes | None:
        known = self._sizes.get(part)
        if known is None:
            if needed:
                raise UserError("file-damaged", file=self.file)
            return None
        if known.file_size > LARGEST or known.file_size > RATIO * max(known.compress_size, 4096):
            raise UserError("file-bomb", file=self.file)
        if known.flag_bits & 1:
            raise UserError("file-protected", file=self.file)
        return self._bounded(part)

    def _bounded(self, part: str) -> bytes:
        """Read a part in pieces: what its entry says of its size may be a lie."""
        pieces, total = [], 0
        try:
            with self._zip.open(part) as opened:
                while piece := opened.read(PIECE):
                    total += len(piece)
                    if total > LARGEST:
                        raise UserError("file-bomb", file=self.file)
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise UserError("file-damaged", file=self.file) from error
        return b"".join(pieces)


def _plain(path: str) -> str:
    """Resolve `..` inside the package."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def local(node: Element) -> str:
    """Return an element's name without its namespace: both editions of OOXML are read alike."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Element, name: str) -> str:
    """Return an attribute by its name without namespace, '' when it is missing."""
    if node is None:
        return ""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def child(node: Element, name: str) -> Element:
    """Return the first child of a name, None when there is none."""
    if node is None:
        return None
    return next((c for c in node if local(c) == name), None)


def value(node: Element, name: str) -> str:
    """Return the `val` of a child, '' when it is missing."""
    return attribute(child(node, name), "val")
