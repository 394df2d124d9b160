"""Composed documents as files of every format, and what is wrong with the tree read from them."""

import html as markup
import io
import textwrap
import zipfile
from random import Random

from tests.importers.composing import Paper
from tests.importers.conftest import part, relations

CENTERED = "　　　　　　　　"


def lines_of(paper: Paper) -> list[tuple[str, int]]:
    """Return the title, the words before the numbers and the numbered paragraphs."""
    return [
        (paper.title, 0),
        *((words, 0) for words in paper.contents),
        *((words, 0) for words in paper.opening),
        *((words, level) for words, level, _ in paper.paragraphs),
    ]


def as_lines(paper: Paper, random: Random) -> bytes:
    """Plain text, one paragraph a line, some with indents or empty lines between."""
    indent = random.choice(["", "　　"]) if paper.language == "zh" else ""
    ending = random.choice(["\n", "\r\n", "\n\n"])
    return (ending.join(indent + words for words, _ in lines_of(paper)) + ending).encode()


def as_wrapped(paper: Paper, random: Random) -> bytes:
    """Plain text, hard-wrapped; English paragraphs stand apart, Chinese ones are indented."""
    out: list[str] = []
    for words, _ in lines_of(paper):
        if paper.language == "zh":
            words = "　　" + words
            out += [words[at : at + 36] for at in range(0, len(words), 36)]
        else:
            out += [*textwrap.wrap(words, 72), ""]
    return "\n".join(out).encode()


def as_markdown(paper: Paper, random: Random) -> bytes:
    """Markdown with `##` before headings."""
    words = [("#" * (level + 0) + " " if level else "") + w for w, level in lines_of(paper)[1:]]
    return "\n\n".join(
        [f"# {paper.title}", *(f"#{w}" if w[0] == "#" else w for w in words)]
    ).encode()


def as_plain_markdown(paper: Paper, random: Random) -> bytes:
    """Markdown without headings below the title."""
    return "\n\n".join([f"# {paper.title}", *(w for w, _ in lines_of(paper)[1:])]).encode()


def as_page(paper: Paper, random: Random) -> bytes:
    """A web page with headings and a menu around."""
    rows = [
        f"<h{level + 1}>{markup.escape(w)}</h{level + 1}>"
        if level
        else f"<p>{markup.escape(w)}</p>"
        for w, level in lines_of(paper)[1:]
    ]
    return (
        f"<html><head><title>{paper.title}</title></head><body><div><a>Home</a><a>News</a></div>"
        f"<div><h1>{paper.title}</h1>{''.join(rows)}</div><div>Contact</div></body></html>"
    ).encode()


def as_plain_page(paper: Paper, random: Random) -> bytes:
    """A web page of paragraphs only, as government sites print it."""
    rows = [f"<p>　　{markup.escape(w)}</p>" for w, _ in lines_of(paper)[1:]]
    return (
        f"<html><head><title>{paper.title}</title></head><body><div><a>Home</a></div>"
        f"<div><p align=center>{paper.title}</p>{''.join(rows)}</div></body></html>"
    ).encode()


def _paragraph(words: str, style: str = "", number: str = "") -> str:
    layout = f'<w:pStyle w:val="{style}"/>' if style else ""
    layout += number
    return (
        f"<w:p><w:pPr>{layout}</w:pPr><w:r><w:t xml:space='preserve'>"
        f"{markup.escape(words)}</w:t></w:r></w:p>"
    )


def _packed(body: str, styles: str, numbering: str = "") -> bytes:
    packed = io.BytesIO()
    kinds = ["styles", *(["numbering"] if numbering else [])]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        archive.writestr(
            "word/_rels/document.xml.rels", relations(*((k, f"{k}.xml") for k in kinds))
        )
        archive.writestr("word/document.xml", part(f"<w:body>{body}</w:body>"))
        archive.writestr("word/styles.xml", part(styles, "styles"))
        if numbering:
            archive.writestr("word/numbering.xml", part(numbering, "numbering"))
    return packed.getvalue()


STYLES = '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>' + "".join(
    f'<w:style w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 5)
)


def as_word(paper: Paper, random: Random) -> bytes:
    """A Word file with numbers typed into its text."""
    body = _paragraph(paper.title, "T") + "".join(
        _paragraph(words, f"H{level}" if level else "") for words, level in lines_of(paper)[1:]
    )
    return _packed(body, STYLES)


def as_counted_word(paper: Paper, random: Random) -> bytes | None:
    """A Word file whose numbers Word counts itself, None where a scheme has no such list."""
    rungs = list(dict.fromkeys(p.rung for _, _, p in paper.paragraphs if p))
    if not all(r.list_format for r in rungs):
        return None
    order = sorted(rungs, key=lambda r: int(r.list_text[r.list_text.index("%") + 1]))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{r.list_format}"/>'
        f'<w:lvlText w:val="{r.list_text}"/></w:lvl>'
        for n, r in enumerate(order)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = _paragraph(paper.title, "T") + "".join(_paragraph(w) for w in paper.opening)
    for words, level, place in paper.paragraphs:
        number = ""
        if place:
            depth = int(place.rung.list_text[place.rung.list_text.index("%") + 1]) - 1
            number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
            words = words.removeprefix(place.mark)
        body += _paragraph(words, f"H{level}" if level else "", number)
    return _packed(body, STYLES, numbering)


def as_pdf(paper: Paper, random: Random) -> bytes:
    """A PDF with wrapped lines, larger or heavier headings, heads and page numbers."""
    from tests.importers.printing import print_paper

    return print_paper(paper, random)


FORMATS = {
    "txt": as_lines,
    "txt-wrapped": as_wrapped,
    "md": as_markdown,
    "md-plain": as_plain_markdown,
    "html": as_page,
    "html-plain": as_plain_page,
    "docx": as_word,
    "docx-counted": as_counted_word,
    "pdf": as_pdf,
}


def bare(words: str) -> str:
    """Return words without white space."""
    return "".join(words.split()).replace("•", "-")


def tree_of(edition) -> list[tuple[int, str, str]]:
    """Return depth, label and heading of every numbered place; an article's mark is no heading."""
    return [
        (n.depth, n.label.partition("~")[0], _heading(n))
        for n in edition.nodes
        if not n.is_clause and n.kind != "preamble"
    ]


def _heading(node) -> str:
    is_mark = node.text.startswith(("第", "Section ")) and len(node.text) < 14
    return "" if is_mark and not node.text.endswith("。") else bare(node.text)


def problems(paper: Paper, edition) -> list[str]:
    """Return what differs between a composed document and the edition read from a file of it."""
    found = []
    wanted = [(depth, label, bare(words)) for depth, label, words in paper.tree]
    got = tree_of(edition)
    if got != wanted:
        at = _first_difference(got, wanted)
        found.append(f"tree at {at}: {got[at : at + 2]} for {wanted[at : at + 2]}")
    if edition.facts.title != paper.title:
        found.append(f"title {edition.facts.title!r} for {paper.title!r}")
    clauses = bare("".join(n.text for n in edition.nodes if n.is_clause))
    body = bare("".join([*paper.opening, *_bodies(paper)]))
    if got == wanted and clauses != body:
        at = _first_difference(clauses, body)
        found.append(f"words at {at}: {clauses[at : at + 30]!r} for {body[at : at + 30]!r}")
    if edition.doubts:
        found.append(f"doubts {edition.doubts[:2]}")
    if any(n.damage for n in edition.nodes):
        found.append(f"damage {[(n.path, d.kind) for n in edition.nodes for d in n.damage][:3]}")
    return found


def _first_difference(one, two) -> int:
    pairs = enumerate(zip(one, two, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(two)))


def _bodies(paper: Paper) -> list[str]:
    return [
        words.removeprefix(place.mark).removeprefix(place.words) if place else words
        for words, _, place in paper.paragraphs
    ]
