"""Deeds on documents and places: list them, find a place, read a page, cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import documents, nodes
from db.errors import UserError
from db.model import NodeUid
from desktop.library.deeds import Deeds

if TYPE_CHECKING:
    from db.model import Damage, Document, EditionUid, Node, Source, Unit, Zone


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a person named: the document and the node in its newest or named edition."""

    document: Document
    node: Node


class Reading(Deeds):
    """What can be read of the library; nothing here writes."""

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the library, the shipped plan first, then by name."""
        return documents.load_documents(self._base.conn)

    def document(self, name: str = "") -> Document:
        """Return the document with this uid, title, short name or number; the only one for ''."""
        known = self.documents()
        wanted = name.strip().casefold()
        fits = [d for d in known if not wanted or wanted in _names_of(d)]
        if not fits and wanted:
            fits = [d for d in known if any(wanted in n for n in _names_of(d))]
        if len(fits) == 1:
            return fits[0]
        choices = "; ".join(d.name for d in fits or known) or "none"
        raise UserError(
            "document-ambiguous" if fits else "document-unknown", name=name, choices=choices
        )

    def document_of(self, edition: EditionUid) -> Document:
        """Return the document that an edition belongs to."""
        return documents.document_of(self._base.conn, edition)

    def place(self, text: str) -> Place:
        """Find `[DOCUMENT[@EDITION]:]PATH` or a node's uid."""
        conn = self._base.conn
        node = nodes.load_node(conn, NodeUid(text.strip()))
        if node is not None:
            edition = nodes.edition_of(conn, node.uid)
            if edition is not None:
                return Place(self.document_of(edition), node)
        prefix, colon, path = text.rpartition(":")
        path = _fold_path(path)
        if colon:
            fits = nodes.find_nodes(conn, path, self.edition(prefix))
        else:
            fits = nodes.find_nodes(conn, path)
        if len(fits) == 1:
            return Place(self.document_of(fits[0][0]), fits[0][1])
        if not fits:
            raise UserError("place-unknown", place=text)
        choices = "; ".join(f"{self.document_of(e).name}:{path}" for e, _ in fits)
        raise UserError("place-ambiguous", place=text, choices=choices)

    def edition(self, text: str) -> EditionUid:
        """Return the edition that `DOCUMENT[@EDITION]` names; the newest one without a label."""
        name, at, label = text.rpartition("@")
        if not at:
            return self.document(text).edition
        document = self.document(name)
        known = documents.load_editions(self._base.conn, document.uid)
        for edition, known_label in known:
            if label in (known_label, edition):
                return edition
        choices = "; ".join(known_label for _, known_label in known)
        raise UserError("edition-unknown", name=document.name, edition=label, choices=choices)

    def node(self, uid: str) -> Node:
        """Return a node by its uid."""
        node = nodes.load_node(self._base.conn, NodeUid(uid))
        if node is None:
            raise UserError("place-unknown", place=uid)
        return node

    def edition_of(self, node: Node) -> EditionUid:
        """Return the edition that a node belongs to."""
        edition = nodes.edition_of(self._base.conn, node.uid)
        if edition is None:
            raise UserError("place-unknown", place=node.uid)
        return edition

    def nodes(self, edition: EditionUid) -> tuple[Node, ...]:
        """Return all nodes of an edition in document order."""
        return nodes.load_nodes(self._base.conn, edition)

    def children(self, edition: EditionUid, parent: str = "") -> tuple[Node, ...]:
        """Return the nodes right below a path; '' gives the top level, the preamble `0` first."""
        return nodes.load_children(self._base.conn, edition, parent)

    def trail(self, edition: EditionUid, path: str) -> tuple[Node, ...]:
        """Return the nodes from the top level down to `path`, both included."""
        found: list[Node] = []
        while path:
            fits = nodes.find_nodes(self._base.conn, path, edition)
            if not fits:
                break
            found.append(fits[0][1])
            path = fits[0][1].parent
        return tuple(reversed(found))

    def node_at(self, edition: EditionUid, offset: int) -> Node | None:
        """Return the deepest node at an offset of the source, None around the plan."""
        return nodes.node_at(self._base.conn, edition, offset)

    def zones(self, edition: EditionUid) -> tuple[Zone, ...]:
        """Return the zones of an edition; concatenated they are its source text."""
        return nodes.load_zones(self._base.conn, edition)

    def damage(self, edition: EditionUid) -> tuple[Damage, ...]:
        """Return every damage mark of an edition, inside and outside its nodes."""
        return nodes.load_scars(self._base.conn, edition)

    def source(self, edition: EditionUid) -> Source:
        """Return what a citation needs to know about an edition."""
        return documents.load_source(self._base.conn, edition)

    def text(self, edition: EditionUid, start: int, end: int) -> str:
        """Return the source's own words between two offsets."""
        return documents.load_text(self._base.conn, edition, start, end)

    def unit_path(self, edition: EditionUid, path: str) -> str:
        """Return the path of the page that shows `path`."""
        return nodes.unit_path(self._base.conn, edition, path)

    def unit_paths(self, edition: EditionUid) -> tuple[str, ...]:
        """Return the pages of an edition in reading order."""
        return nodes.unit_paths(self._base.conn, edition)

    def unit(self, edition: EditionUid, path: str) -> Unit:
        """Return the page that shows `path`; `@around` is the text around the plan."""
        return nodes.load_unit(self._base.conn, edition, path)

    def cite(self, edition: EditionUid, path: str) -> str:
        """Return the citation of a place, as it stands in a memo."""
        from desktop.exporters.citation import cite

        return cite(self.source(edition), self._cited(edition, path))

    def cite_span(self, edition: EditionUid, start: int, end: int) -> str:
        """Return the citation of a stretch: one place, several, or a zone around the plan."""
        from desktop.exporters.citation import cite

        first, last = self.node_at(edition, start), self.node_at(edition, max(start, end - 1))
        if first is None:
            zones = (z.zone for z in self.zones(edition) if z.start <= start < z.end)
            return cite(self.source(edition), (), zone=next(zones, ""))
        through = self._cited(edition, last.path) if last and last.path != first.path else ()
        return cite(self.source(edition), self._cited(edition, first.path), through=through)

    def _cited(self, edition: EditionUid, path: str) -> tuple[Node, ...]:
        """Return the trail of a place; in a Chinese article with the paragraph it stands in."""
        from desktop.exporters.citation import language_of
        from desktop.library.paragraphs import with_paragraph

        trail = self.trail(edition, path)
        article = next((n for n in trail[:-1] if n.kind == "article"), None)
        if article is None or language_of(self.source(edition)) != "zh":
            return trail
        below = self.children(edition, article.path)
        text = self.text(edition, article.start, max(n.end for n in below))
        return with_paragraph(trail, below, text)


def _names_of(document: Document) -> set[str]:
    facts = document.facts
    return {n.casefold() for n in (document.uid, facts.title, facts.name, facts.number) if n}


def _fold_path(path: str) -> str:
    """Return a path as it is stored: ASCII brackets and digits, no spaces."""
    wide = {ord("（"): "(", ord("）"): ")", ord("．"): ".", ord("〇"): "0"}
    return "".join(path.split()).translate(wide)
