"""One small file of each format that can be read, made on the spot: for the program's own test."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITLE = "Rules on Reference Samples 参考样品管理规定"
LINES = (
    "Article 1 Every sample carries a label of zirconium.",
    "Article 2 The keeper writes down who takes a sample.",
    "第三条 样品应当妥善保管。",
    "第四条 保管人应当记录取用情况。",
)
SAME = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html", ".docm": ".docx"}
"""Endings that stand for a format that has another one too."""


def write_samples(folder: Path) -> list[Path]:
    """Write a file of each format into `folder` and return them."""
    folder.mkdir()
    made = []
    for suffix, write in WRITERS.items():
        file = folder / f"sample{suffix}"
        write(file)
        made.append(file)
    return made


def _write_text(file: Path) -> None:
    file.write_text("\n".join((TITLE, "", *LINES)) + "\n", "gb18030")


def _write_markdown(file: Path) -> None:
    file.write_text("\n\n".join((f"# {TITLE}", *LINES)) + "\n", "utf-8")


def _write_html(file: Path) -> None:
    body = "".join(f"<p>{escape(line)}</p>" for line in LINES)
    head = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}</title></head>"
    file.write_text(f"{head}<body><h1>{TITLE}</h1>{body}</body></html>", "utf-8")


def _write_xml(file: Path) -> None:
    body = "".join(f"<section><text>{escape(line)}</text></section>" for line in LINES)
    text = f"<?xml version='1.0' encoding='utf-8'?><law><title>{TITLE}</title>{body}</law>"
    file.write_text(text, "utf-8")


def _write_word(file: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(file))


def _write_pdf(file: Path) -> None:
    """Let Qt write the page: that proves its PDF and, by the text that comes back, its fonts."""
    from desktop.app import write_pdf

    write_pdf(file, (TITLE, *LINES))


WRITERS: dict[str, Callable[[Path], None]] = {
    ".txt": _write_text,
    ".md": _write_markdown,
    ".html": _write_html,
    ".xml": _write_xml,
    ".docx": _write_word,
    ".pdf": _write_pdf,
}
