"""Deeds that lead out of the library: memos and notes as documents, every quote cited."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from db import notes
from db.errors import UserError
from db.model import RESTRICTED
from desktop.library.deeds import now
from desktop.library.memoing import Memoing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from db.model import Block, Note
    from desktop.exporters.docx import Entry


class Exporting(Memoing):
    """What can be handed in; `language` (`en`, `zh`) is that of the words around the quotations.

    Restricted notes, with the words that they mark, stay behind unless they are asked for; every
    deed returns how many did. `by` is the author that the document names, nobody when empty.
    """

    def export_memo(
        self,
        uid: str,
        file: Path,
        *,
        language: str = "en",
        include_restricted: bool = False,
        by: str = "",
    ) -> int:
        """Write a memo as a Word document; the old file stays until the new one is whole."""
        memo = self.memo(uid)
        if not memo.blocks:
            raise UserError("memo-empty", title=memo.title)
        kept = self._allowed(memo.blocks, include_restricted)
        self._export(file, memo.title, kept, language, by)
        return len(memo.blocks) - len(kept)

    def export_notes(
        self,
        uids: Sequence[str],
        file: Path,
        title: str,
        *,
        language: str = "en",
        include_restricted: bool = False,
        by: str = "",
    ) -> int:
        """Write notes with their quotes and citations as a Word document, in the order given."""
        if not uids:
            raise UserError("notes-none")
        blocks = [self._note_block(self.note(n)) for n in uids]
        kept = self._allowed(blocks, include_restricted)
        self._export(file, title, kept, language, by)
        return len(blocks) - len(kept)

    def count_restricted(self, blocks: Iterable[Block]) -> int:
        """Return how many blocks of a memo would stay behind."""
        return sum(map(self._is_restricted, blocks))

    def _allowed(self, blocks: Sequence[Block], include_restricted: bool) -> Sequence[Block]:
        """Return the blocks that may be handed in; none at all is a `UserError`."""
        if include_restricted:
            return blocks
        kept = [b for b in blocks if not self._is_restricted(b)]
        if not kept:
            raise UserError("export-restricted", count=len(blocks))
        return kept

    def _is_restricted(self, block: Block) -> bool:
        note = self._note_of(block)
        gone = block.kind == RESTRICTED
        return gone or (note is not None and note.sensitivity == RESTRICTED)

    def _note_of(self, block: Block) -> Note | None:
        """Return the note of a block; it may be gone for good while the memo keeps its words."""
        return notes.load_note(self._base.conn, block.note) if block.note else None

    def cite_block(self, block: Block) -> str:
        """Return the citation of a memo's block, '' for own words."""
        if block.edition is None:
            return ""
        if block.kind == "clause" or (not block.quote and block.node is None):
            return self.cite(block.edition, block.path)
        return self.cite_span(block.edition, block.start, block.end)

    def _export(
        self, file: Path, title: str, blocks: Sequence[Block], language: str, by: str
    ) -> None:
        from desktop.exporters.docx import render_docx

        editions = dict.fromkeys(b.edition for b in blocks if b.edition)
        content = render_docx(
            title,
            [self._entry(b) for b in blocks],
            [self.source(e) for e in editions],
            created=now(),
            language=language,
            author=by,
            colors=self.color_names(),
        )
        write_whole(file, content)

    def _entry(self, block: Block) -> Entry:
        """Make of a block what an exporter writes: words, citation, scars, tags and color."""
        from desktop.exporters.docx import Entry

        note = self._note_of(block)
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
