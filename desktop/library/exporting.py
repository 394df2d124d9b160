"""Deeds that lead out of the library: memos and notes as documents, every quote cited."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop.library.deeds import now
from desktop.library.memoing import Memoing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.model import Block
    from desktop.exporters.docx import Entry


class Exporting(Memoing):
    """What can be handed in; `language` (`en`, `zh`) is that of the words around the quotations."""

    def export_memo(self, uid: str, file: Path, *, language: str = "en") -> None:
        """Write a memo as a Word document; the old file stays until the new one is whole."""
        memo = self.memo(uid)
        if not memo.blocks:
            raise UserError("memo-empty", title=memo.title)
        self._export(file, memo.title, memo.blocks, language)

    def export_notes(
        self, uids: Sequence[str], file: Path, title: str, *, language: str = "en"
    ) -> None:
        """Write notes with their quotes and citations as a Word document, in the order given."""
        if not uids:
            raise UserError("notes-none")
        blocks = [self._note_block(self.note(n)) for n in uids]
        self._export(file, title, blocks, language)

    def cite_block(self, block: Block) -> str:
        """Return the citation of a memo's block, '' for own words."""
        if block.edition is None:
            return ""
        if block.kind == "clause":
            return self.cite(block.edition, block.path)
        return self.cite_span(block.edition, block.start, block.end)

    def _export(self, file: Path, title: str, blocks: Sequence[Block], language: str) -> None:
        from desktop.exporters.docx import render_docx

        editions = dict.fromkeys(b.edition for b in blocks if b.edition)
        content = render_docx(
            title,
            [self._entry(b) for b in blocks],
            [self.source(e) for e in editions],
            created=now(),
            language=language,
        )
        write_whole(file, content)

    def _entry(self, block: Block) -> Entry:
        """Make of a block what an exporter writes: words, citation, scars, tags and color."""
        from desktop.exporters.docx import Entry

        note = self.note(block.note) if block.note else None
        return Entry(
            kind=block.kind,
            quote=block.quote,
            text=block.text,
            citation=self.cite_block(block),
            tags=note.tags if note else (),
            color=note.color if note else "",
            path=block.path,
            region=note.region if note else None,
            uid=block.uid,
            edition=block.edition,
            node=block.node,
            note=block.note,
            start=block.start,
            damage=self.damage(block.edition) if block.edition else (),
        )


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that its old content stays until the new one is whole on the disk."""
    draft = file.with_name(f".{file.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        detail = error.strerror or str(error)
        raise UserError("export-failed", file=file, detail=detail) from error
