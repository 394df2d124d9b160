"""The nouns of Clausebook: frozen values that every room speaks. Standard library only.

Offsets are code points of an edition's source text, half open (`text[start:end]`), everywhere but
inside Qt. Times are ISO 8601 in UTC with milliseconds (`2026-11-24T03:06:04.123Z`), so that they
sort as text.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import NewType

DocumentUid = NewType("DocumentUid", str)
EditionUid = NewType("EditionUid", str)
NodeUid = NewType("NodeUid", str)
NoteUid = NewType("NoteUid", str)
MemoUid = NewType("MemoUid", str)
SearchUid = NewType("SearchUid", str)
BookmarkUid = NewType("BookmarkUid", str)

NAMESPACE = uuid.UUID("6f1c1f0e-5a0e-5d0e-9f5e-c1a05eb00c00")
"""The namespace of every derived uid; changing it would orphan every stored note."""

COLORS = ("yellow", "green", "red", "blue", "violet", "orange", "teal", "gray")
"""The eight marks, in the order of the keys 1–8."""

STATUSES = ("open", "question", "waiting", "done")
"""How far a note is: open, asks something, waits for an answer, done."""
SENSITIVITIES = ("public", "internal", "restricted")
"""Who may read a note; what is restricted leaves the library only when it is asked for."""
RESTRICTED = "restricted"

STRUCTURE = "structure"
CLAUSE = "clause"
SCOPES = ("all", "clauses", "notes", "memos")
"""Where a query looks."""
ORDERS = ("best", "text")
"""How hits may stand: the best first, or as the documents have them."""
MARKS_IN_WORDS = ("第", "Article", "Art.", "Section", "Sec.", "§")
"""Headings that begin so carry their number in their words."""
PREAMBLE = "0"
"""The path of the unnumbered node that holds the clauses before the first heading."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the source by provenance: chrome, lede, circular, plan, body, annex, contact."""

    zone: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A scar of the source that is marked and never repaired.

    Kinds: `cut` (the sentence breaks off), `fused` (two things run together), `stop` (final stop
    missing), `mark` (a numeral printed wrongly, `two。`), `repeated` (the passage stands twice).
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A place of an edition: a heading of some kind, or a clause.

    `path` is made of values (`II.(3).2.1`); `label` is its last part, as the margin shows it.
    `text` is the source's own words between `start` and `end`. `name` is the editor's short name
    (`Qinghai`), empty when there is none; `region` the true name of the region it belongs to.
    `depth` counts from 0; the node `0` has no words of its own (`start == end`).
    """

    uid: NodeUid
    kind: str
    path: str
    label: str
    start: int
    end: int
    text: str
    depth: int = 0
    parent: str = ""
    zone: str = "body"
    region: str | None = None
    name: str = ""
    damage: tuple[Damage, ...] = ()

    @property
    def is_clause(self) -> bool:
        """Whether this is a clause: the smallest thing that is cited and noted."""
        return self.kind == CLAUSE

    @property
    def title(self) -> str:
        """The editor's name, else the printed words."""
        return self.name or self.text

    @property
    def mark(self) -> str:
        """The label as a margin or a row shows it, `~2` left out.

        It is empty where nothing is numbered (`h1`) and where the words are the mark (第一条).
        """
        label = self.label.partition("~")[0]
        spelled = not self.is_clause and self.text.startswith(MARKS_IN_WORDS)
        if self.path == PREAMBLE or self.kind == "heading" or spelled:
            return ""
        return label.removeprefix("A") if self.kind == "annex" else label


@dataclass(frozen=True, slots=True)
class Reading:
    """A glossary reading of words that a translation hid.

    `term` is printed, `original` what it was translated from, `reading` what it means.
    `status`: `confirmed`, `partly`, `inferred`, `unseen`. `spans`: where the term is printed.
    """

    term: str
    original: str
    reading: str
    status: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known about a document besides its text; everything but the title may be empty."""

    title: str
    name: str = ""
    number: str = ""
    date: str = ""
    issuers: tuple[str, ...] = ()
    source: str = ""
    remark: str = ""
    language: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class ParsedEdition:
    """What an importer makes of one file; nothing of it is stored yet.

    `nodes` are in document order, `zones` concatenated give `text` back, `doubts` are plain
    sentences about what does not continue.
    """

    facts: DocumentFacts
    text: str
    nodes: tuple[Node, ...]
    zones: tuple[Zone, ...]
    damage: tuple[Damage, ...] = ()
    readings: tuple[Reading, ...] = ()
    doubts: tuple[str, ...] = ()
    file_name: str = ""
    original: bytes = b""


@dataclass(frozen=True, slots=True)
class Document:
    """A plan or law of the library; `edition` is its newest edition, `group` '' when in none."""

    uid: DocumentUid
    facts: DocumentFacts
    edition: EditionUid
    label: str
    sha256: str
    nodes: int = 0
    notes: int = 0
    added: str = ""
    group: str = ""

    @property
    def name(self) -> str:
        """The short name for rows and citations, else the title."""
        return self.facts.name or self.facts.title


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note hangs in one edition.

    `kind`: `passage` (chosen words), `node` (a whole clause, task, region) or `document` (the
    whole edition: no words, `start == end == 0`). `quote` is cut from the stored text; `prefix`
    and `suffix` are up to 32 code points around it. `first` and `last` are the nodes at both ends,
    None outside the nodes (circular, lede). `state`: `exact` in the edition that was noted,
    `moved` from an older one; without a place in this edition `review`, `orphaned`, or `kept`
    (left on the older edition).
    """

    edition: EditionUid
    kind: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    first: NodeUid | None = None
    last: NodeUid | None = None
    state: str = "exact"


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of note: an optional anchor, color, Markdown body, tags. A highlight has no body.

    `status` is one of `STATUSES`, `sensitivity` of `SENSITIVITIES`. A tag may name its group first
    (`minerals/lithium`). `document`, `edition_label`, `path` and `region` tell the anchor's
    place, for lists.
    """

    uid: NoteUid
    body: str = ""
    color: str = ""
    tags: tuple[str, ...] = ()
    status: str = "open"
    author: str = ""
    sensitivity: str = "internal"
    created: str = ""
    changed: str = ""
    deleted: str = ""
    anchor: Anchor | None = None
    document: str = ""
    edition_label: str = ""
    path: str = ""
    region: str | None = None

    @property
    def is_highlight(self) -> bool:
        """Whether it only marks words."""
        return not self.body


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that a person keeps under a title, in an order of their own.

    `document` and `edition_label` tell where it is, for lists.
    """

    uid: BookmarkUid
    edition: EditionUid
    path: str
    start: int
    title: str
    position: int = 0
    created: str = ""
    deleted: str = ""
    document: str = ""
    edition_label: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a document was left: `start` is an offset at the top of the page that was read."""

    edition: EditionUid
    path: str
    start: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. `via`: text, heading, note, tag, memo, glossary; higher `score` is better.

    `start`/`end` are the first match in the source text (the node's own span when the match is not
    in its printed words); `marks` are the matches inside `snippet`, in code points; `reason` is
    what the glossary says for `via == "glossary"`. `block` is the paragraph of a memo.
    """

    score: float
    kind: str
    uid: str
    path: str
    document: str
    edition: str
    region: str | None
    snippet: str
    via: str
    marks: tuple[tuple[int, int], ...] = ()
    start: int = 0
    end: int = 0
    title: str = ""
    reason: str = ""
    node: NodeUid | None = None
    edition_uid: EditionUid | None = None
    block: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is searched for, and how it is meant.

    `scope` (`SCOPES`): clauses with headings, notes with highlights. `order`: one of `ORDERS`.
    `related`: words with the same stem count too. `glossary`: names and readings that the print
    hides count too. `around`: what stands around the plan (chrome, lede, circular) is searched
    too. `typing`: the last word may be unfinished. `documents` (uids), `regions` and `kinds` are
    chosen facets: any of each sort, all sorts together. `edition`: only in this one, be it the
    newest or not.
    """

    query: str = ""
    scope: str = "all"
    order: str = "best"
    related: bool = False
    glossary: bool = True
    around: bool = False
    typing: bool = False
    documents: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    edition: EditionUid | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of the matches. `field`: document, region or kind, as in `Ask`.

    `value` is what `Ask` takes to leave only this part, `words` what a person reads. `count` is how
    many there are among the facets chosen in the other fields.
    """

    field: str
    value: str
    words: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to tell beside the hits.

    `kind`: `field` (`words` is no field and was searched as a word), `value` (`words`, such as
    `color:mauve`, means nothing there), `operator` (`words` does not join words here), `long` (only
    the beginning was read), `suggestion` (`words` is a query that finds something), `related`
    (`count` more are found by related words), `building` (the index is being made anew, so that
    not everything is found yet).
    """

    kind: str
    words: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gives. `total` counts every match; None: more than the hits, not counted."""

    ask: Ask
    hits: tuple[Hit, ...] = ()
    total: int | None = None
    facets: tuple[Facet, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Where words that were searched for stand: the node's path and the stretch of the source."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that is kept under a name, in the reader's order."""

    uid: SearchUid
    name: str
    ask: Ask
    created: str = ""
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a memo: a quoted clause, a note with its quote, or own text.

    `kind` is clause, note, text, or restricted: a note that was, and is deleted for ever.
    `quote` is the snapshot of the words when they were added; `document`, `edition` (its uid),
    `path`, `start` and `end` say where they stand. `text` is the note's body or the own text.
    """

    uid: str
    kind: str
    text: str = ""
    quote: str = ""
    node: NodeUid | None = None
    note: NoteUid | None = None
    edition: EditionUid | None = None
    path: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo in the making; blocks are in the reader's order."""

    uid: MemoUid
    title: str
    blocks: tuple[Block, ...] = ()
    created: str = ""
    changed: str = ""
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation needs to know about the edition that it cites."""

    facts: DocumentFacts
    edition: EditionUid
    label: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One page of the reader: a region, a section, a chapter, or the text around the plan.

    `nodes` are the unit's own node and everything below it in document order; `start`/`end` bound
    them in the source; `source` is `text[start:end]` of the edition.
    """

    edition: EditionUid
    path: str
    nodes: tuple[Node, ...]
    source: str
    start: int
    end: int
    trail: tuple[Node, ...] = ()
    zones: tuple[Zone, ...] = ()
    damage: tuple[Damage, ...] = ()
    readings: tuple[Reading, ...] = field(default=())

    def cut(self, start: int, end: int) -> str:
        """Return the source's words between two offsets of the edition."""
        return self.source[start - self.start : end - self.start]


def whole(text: str) -> str:
    """Return the text with every lone surrogate as U+FFFD: what UTF-8, and so a file, can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def text_hash(text: str) -> str:
    """Return the sha256 of an edition's source text (UTF-8, line ends kept)."""
    from hashlib import sha256  # loads OpenSSL, which no start of the window needs

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def node_uid(edition_sha256: str, path: str) -> NodeUid:
    """Return the uid of a place: the same on every laptop for the same text and path."""
    return NodeUid(str(uuid.uuid5(NAMESPACE, f"{edition_sha256}/{path}")))


def edition_uid(edition_sha256: str) -> EditionUid:
    """Return the uid of an edition, derived from its text."""
    return EditionUid(str(uuid.uuid5(NAMESPACE, edition_sha256)))
