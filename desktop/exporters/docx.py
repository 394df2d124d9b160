"""Memo or notes → a Word document that can be handed in: quotations word for word, each cited.

A quotation is one paragraph of the style Quote that holds nothing else, so that whoever reads the
file back gets the stored words: a line end is a line break, all other characters stand as they are.
Its bookmark `c_<node uid>` (`n_<note uid>` for a note) tells later what it was cut from.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor

from desktop.exporters import markdown
from desktop.exporters.labels import Labels, date_in_words, labels_for, sic
from desktop.exporters.word_package import empty_document, repack
from desktop.exporters.word_styles import BARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from db.model import Damage, EditionUid, Source

UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; a file with one of these does not open."""

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
TRANSLATED = re.compile(r"machine.translat\w*|机器翻译|机翻", re.IGNORECASE)
LONG = 600
"""From here on a quotation may be parted from its citation by the end of a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to write: a quoted clause, a note with its quote, own text, or a heading.

    `start` is where the quote begins in its edition; with it the `damage` marks that fall into the
    quote are told after it. `node` and `note` name the bookmark; without them `uid` does.
    """

    kind: str
    quote: str = ""
    text: str = ""
    citation: str = ""
    tags: tuple[str, ...] = ()
    color: str = ""
    path: str = ""
    region: str | None = None
    uid: str = ""
    edition: EditionUid | None = None
    node: str | None = None
    note: str | None = None
    start: int = 0
    damage: tuple[Damage, ...] = ()


def render_docx(
    title: str,
    entries: Iterable[Entry],
    sources: Sequence[Source],
    *,
    created: str,
    language: str = "en",
    remark: str = "",
    author: str = "",
    colors: Mapping[str, str] | None = None,
) -> bytes:
    """Return the file; the same input gives the same bytes.

    `language` is that of the added words and of the page (`zh`: GB/T 9704 without the red head);
    `remark` is printed under the title after the date. `author` is named in the properties of the
    file and nowhere else. `colors` are the names of colors: those in use are explained.
    """
    entries = list(entries)
    labels = labels_for(language)
    writer = Writer(Document(BytesIO(empty_document(labels.language))), labels)
    writer.paragraph("Title", title)
    day = date_in_words(created, labels)
    writer.paragraph("Subtitle", f"{day} · {remark}" if remark else day)
    for entry in entries:
        writer.entry(entry)
    used = {e.color for e in entries if e.quote}
    writer.legend({c: n for c, n in (colors or {}).items() if c in used})
    writer.sources(sources)
    _sign(writer.document, title, created, author)
    content = BytesIO()
    writer.document.save(content)
    return repack(content.getvalue())


def group_by_region(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with a heading before each change of region; none for no region."""
    last: str | None = None
    for entry in entries:
        if entry.region and entry.region != last:
            yield Entry("heading", text=entry.region)
        last = entry.region or last
        yield entry


class Writer:
    """Puts entries into an open Word document, and keeps count of the bookmarks."""

    def __init__(self, document: WordDocument, labels: Labels) -> None:
        self.document = document
        self.labels = labels
        self._bookmarks: Counter[str] = Counter()

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """Add a paragraph of a named style."""
        added = self.document.add_paragraph(style=style)
        if text:
            add_words(added, text)
        return added

    def entry(self, entry: Entry) -> None:
        """Write one entry: quotation, citation, editor's lines, text, tags."""
        if entry.kind == "heading":
            self.paragraph("Heading 1", entry.text)
            return
        if entry.quote:
            self._quotation(entry)
        first = self.text(entry.text, headings=entry.kind == "text")
        if first is not None and not entry.quote:
            self._bookmark(first, entry)
            if entry.citation:  # what hangs on a whole document quotes nothing
                self.paragraph("Citation", self.labels.dash + entry.citation)
        if entry.tags:
            self.paragraph("Tags", self.labels.tags + self.labels.joint.join(entry.tags))

    def _quotation(self, entry: Entry) -> None:
        quotation = self.paragraph("Quote", entry.quote)
        if len(entry.quote) > LONG:  # else LibreOffice moves the whole of it to the next page
            quotation.paragraph_format.keep_with_next = False
        if entry.color in BARS:
            _set_bar(quotation, BARS[entry.color])
        self._bookmark(quotation, entry)
        if entry.citation:
            self.paragraph("Citation", self.labels.dash + entry.citation)
        for line in _editor_lines(entry, self.labels):
            self.paragraph("Editor’s Note", line)

    def text(self, text: str, *, headings: bool) -> Paragraph | None:
        """Write Markdown; `headings` makes its headings those of the document."""
        first: Paragraph | None = None
        for part in markdown.paragraphs(text):
            added = self.paragraph(_style_of(part, headings=headings))
            bold = part.kind == "heading" and not headings
            if part.mark:
                add_words(added, f"{part.mark}\t")
            for span in part.spans:
                add_words(added, span.text, bold=span.bold or bold, italic=span.italic)
            _set_level(added, part)
            first = first or added
        return first

    def sources(self, sources: Sequence[Source]) -> None:
        """Write the list of what was cited, last in the document."""
        if not sources:
            return
        self.paragraph("Heading 1", self.labels.sources)
        for source in sources:
            self.paragraph("Source", _full_name(source))
            details = [
                self.paragraph("Source Detail", line) for line in _source_lines(source, self.labels)
            ]
            for detail in details[:-1]:
                detail.paragraph_format.keep_with_next = True

    def legend(self, colors: Mapping[str, str]) -> None:
        """Say what the colors of the bars mean, in the order given; nothing without names."""
        if not colors:
            return
        added = self.paragraph("Tags", self.labels.colors)
        for at, (color, name) in enumerate(colors.items()):
            square = added.add_run("■ ")
            square.font.color.rgb = RGBColor.from_string(BARS[color])
            add_words(added, name + (self.labels.joint if at + 1 < len(colors) else ""))

    def _bookmark(self, paragraph: Paragraph, entry: Entry) -> None:
        names = [f"c_{_short(entry.node)}"] if entry.node else []
        names += [f"n_{_short(entry.note)}"] if entry.note else []
        for name in names or ([f"e_{_short(entry.uid)}"] if entry.uid else []):
            self._bookmarks[name] += 1
            again = self._bookmarks[name]
            _wrap(paragraph, name if again == 1 else f"{name}_{again}", self._bookmarks.total())


def add_words(
    paragraph: Paragraph, text: str, *, bold: bool | None = None, italic: bool | None = None
) -> None:
    """Add a run that reads back as `text`: breaks and tabs as Word's own, blanks kept."""
    run = paragraph.add_run()
    run.bold, run.italic = bold or None, italic or None
    if _is_chinese(text):  # or Word takes “ ” — … from the Latin font
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    for part in re.split(r"(\r\n|[\r\n\t])", UNPRINTABLE.sub(_sign_for, text)):
        if part == "\t":
            run._r.append(OxmlElement("w:tab"))
        elif part in ("\n", "\r", "\r\n"):
            run._r.append(OxmlElement("w:br"))
        elif part:
            words = OxmlElement("w:t")
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            words.text = part
            run._r.append(words)


def _sign_for(found: re.Match[str]) -> str:
    """Return what stands for a character that XML cannot hold: ␌ for a form feed, else U+FFFD."""
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _is_chinese(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return len(CHINESE.findall(text)) * 3 > letters


def _editor_lines(entry: Entry, labels: Labels) -> Iterator[str]:
    """Yield what must be said about a quotation and is not part of it."""
    end = entry.start + len(entry.quote)
    for mark in entry.damage:
        if entry.start <= mark.start <= mark.end <= end:
            words = entry.quote[mark.start - entry.start : mark.end - entry.start]
            yield sic(mark.kind, " ".join(words.split()), labels)
    lost = UNPRINTABLE.findall(entry.quote)
    if lost:
        kinds = sorted(set(lost))
        codes = ", ".join(f"U+{ord(c):04X}" for c in kinds)
        signs = " ".join(dict.fromkeys(UNPRINTABLE.sub(_sign_for, c) for c in kinds))
        yield labels.unprintable.format(count=len(lost), codes=codes, signs=signs)


def _style_of(part: markdown.Paragraph, *, headings: bool) -> str:
    if part.kind == "heading":
        return f"Heading {min(part.level, 2) + 1}" if headings else "Note Text"
    return {"bullet": "List Bullet", "number": "List Number"}.get(part.kind, "Note Text")


def _set_level(paragraph: Paragraph, part: markdown.Paragraph) -> None:
    if not part.level or part.kind not in ("bullet", "number"):
        return
    properties = paragraph._p.get_or_add_pPr()
    if part.kind == "bullet":
        numbering = properties._add_numPr()
        numbering._add_ilvl().val = part.level
        numbering._add_numId().val = 1
    else:
        indent = properties.get_or_add_ind()
        indent.set(qn("w:left"), str(420 * (part.level + 1)))
        indent.set(qn("w:hanging"), "420")


def _set_bar(paragraph: Paragraph, color: str) -> None:
    border = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "9"), ("color", color)):
        border.set(qn(f"w:{name}"), value)
    bars = OxmlElement("w:pBdr")
    bars.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(bars)  # the schema's order: after `w:pStyle` and `w:keepNext`


def _wrap(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around the words of a paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), name)
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    body, properties = paragraph._p, paragraph._p.pPr
    body.insert(0 if properties is None else 1, start)
    body.append(end)


def _short(uid: str) -> str:
    """Return a uid as a bookmark can hold it: letters and digits, with room for a count."""
    letters = re.sub("[^0-9A-Za-z]", "", uid)
    return letters if 0 < len(letters) <= 32 else sha256(uid.encode()).hexdigest()[:32]


def _full_name(source: Source) -> str:
    facts = source.facts
    if facts.name and facts.name != facts.title:
        return f"{facts.title} — {facts.name}"
    return facts.title


def _source_lines(source: Source, labels: Labels) -> Iterator[str]:
    facts = source.facts
    dated = [facts.number, date_in_words(facts.date, labels)]
    if any(dated):
        yield " · ".join(filter(None, dated))
    if facts.issuers:
        yield labels.issued + labels.joint.join(facts.issuers)
    if facts.source:
        yield labels.found + facts.source
    if source.label:
        yield labels.edition + date_in_words(source.label, labels)
    yield labels.fingerprint + source.sha256
    if facts.remark and not TRANSLATED.fullmatch(facts.remark.strip(" .。")):
        yield labels.remark + facts.remark
    if TRANSLATED.search(facts.remark):
        yield labels.translated


def _sign(document: WordDocument, title: str, created: str, author: str) -> None:
    """Fill the core properties: title and time, and no name but the one that was given."""
    moment = datetime.fromisoformat(created).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = document.core_properties
    properties.title = UNPRINTABLE.sub(_sign_for, title)[:255]
    name = UNPRINTABLE.sub(_sign_for, author)[:255]
    properties.author = properties.last_modified_by = name
    properties.created = properties.modified = moment
    properties.revision = 1
