"""Markdown: the words without their signs; headings, tables and list numbers are kept."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from desktop.importers.blocks import CJK, ITEM, NOTE, ROW, Block, Extract, compose, paragraphs_of
from desktop.importers.encodings import decode
from desktop.importers.marks import read_marks
from desktop.importers.titles import lone_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(---|\.\.\.)[ \t]*(\r?\n|\Z)", re.DOTALL
)
FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
HIDDEN = (("<!--", "-->"), ("{%", "%}"), ("{{", "}}"))
"""What a page shows to nobody: comments, and the tags of page generators."""
ATTRIBUTES = re.compile(r"\{:\s?[.#][^}\n]{0,500}\}|(?<=[)\]])\{[.#\w][^{}\n]{0,200}\}")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
BREAK_TAG = re.compile(r"<(br|/p|/li|/tr|/td|/th|/h\d|/div)\b[^<>]{0,200}>", re.IGNORECASE)


def read_markdown(content: bytes) -> Extract:
    """Return the paragraphs of a Markdown file."""
    source, _ = decode(content)
    title = ""
    front = FRONT.match(source)
    if front:
        named = FRONT_TITLE.search(front["yaml"])
        title = named[1] if named else ""
        source = source[front.end() :]
    tokens = _parser().parse(_shown(source))
    text, blocks = compose(list(_Reader().blocks(tokens)))
    if not blocks:
        return Extract(source, paragraphs_of(source), title=title)
    return Extract(text, blocks, title=title or lone_title(blocks))


def _shown(source: str) -> str:
    """Return the source without comments and generator tags; an unclosed one stays text."""
    for opening, closing in HIDDEN:
        pieces: list[str] = []
        at = 0
        while (start := source.find(opening, at)) >= 0:
            end = source.find(closing, start + len(opening))
            if end < 0:
                break
            pieces.append(source[at:start])
            at = end + len(closing)
        source = "".join((*pieces, source[at:]))
    return ATTRIBUTES.sub("", source)


def _parser() -> MarkdownIt:
    """Indented lines are no code in plans: Chinese ones indent every paragraph."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable(["code", "lheading"])


class _Reader:
    """Walks the tokens of a file; knows the list, the heading and the table row it is in."""

    def __init__(self) -> None:
        self._lists: list[str] = []
        self._level = 0
        self._number = ""
        self._cells: list[str] | None = None

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the paragraphs with offsets still to be set."""
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield from (_block(line, role=NOTE) for line in token.content.splitlines())
            elif token.type == "html_block":
                yield from _html(token.content)
            elif token.type == "tr_close":
                yield _block(" | ".join(c for c in self._cells or () if c), role=ROW)
                self._cells = None
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        """Note where the words that follow stand."""
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1])
            case "heading_close":
                self._level = 0
            case "ordered_list_open" | "bullet_list_open":
                self._lists.append(token.markup if token.type[0] == "o" else "")
            case "ordered_list_close" | "bullet_list_close":
                self._lists.pop()
            case "list_item_open":
                self._number = f"{token.info}{self._lists[-1]} " if self._lists[-1] else "• "
            case "tr_open":
                self._cells = []

    def _inline(self, token: Token) -> Iterator[Block]:
        if self._cells is not None:
            self._cells.append(" ".join(_words(token).split()))
            return
        words = self._number + _words(token)
        self._number = ""
        yield from _paragraphs(words, self._level, in_list=bool(self._lists))


def _paragraphs(words: str, level: int, *, in_list: bool) -> Iterator[Block]:
    """Yield a paragraph; a line that begins with a mark begins a paragraph of its own."""
    lines = [line for line in words.split("\n") if line.strip()]
    run = ""
    for line in lines:
        begins = bool(read_marks(line.strip())) and not all(
            m.loose for m in read_marks(line.strip())
        )
        chinese = bool(CJK.match(line.strip())) and line.startswith(("　", " "))
        if run and (begins or chinese):
            yield _block(run, level, ITEM if in_list else "")
            run = line
        else:
            run += _glue(run, line) + line.strip() if run else line
    if run:
        yield _block(run, level, ITEM if in_list else "")


def _glue(before: str, after: str) -> str:
    return "" if CJK.match(before[-1]) and CJK.match(after.strip()[0]) else " "


def _block(words: str, level: int = 0, role: str = "") -> Block:
    return Block(0, 0, words, level=level, role=role, gap=True)


def _words(token: Token) -> str:
    """Return the words of a line without emphasis, links and tags."""
    found: list[str] = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                found.append(child.content)
            case "softbreak" | "hardbreak":
                found.append("\n")
            case "html_inline" if BREAK_TAG.match(child.content):
                found.append("\n")
            case "image":
                found.append(child.content)
    return "".join(found)


def _html(content: str) -> Iterator[Block]:
    """Yield what an HTML block shows, one row or paragraph a line."""
    content = re.sub(r"<(script|style)\b.*?</\1\s*>", "", content, flags=re.DOTALL | re.IGNORECASE)
    rows = re.split(
        r"</(?:tr|p|li|h\d|div|ul|ol|table)\b[^<>]{0,200}>", content, flags=re.IGNORECASE
    )
    for piece in rows:
        words = TAG.sub("", re.sub(r"</t[dh]>", " | ", piece, flags=re.IGNORECASE))
        words = " ".join(unescape(words).split()).strip(" |")
        if words:
            is_row = "<td" in piece.lower() or "<th" in piece.lower()
            yield _block(words, role=ROW if is_row else "")
