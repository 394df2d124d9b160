"""Tooltips that wrap: Qt breaks the lines of a tooltip only when it is rich text."""

from __future__ import annotations

MOST = 1200
"""Code points of one paragraph that a tooltip shows."""


def rich_tip(*paragraphs: str) -> str:
    """Return a tooltip of these paragraphs, each shortened; '' when all are empty."""
    from html import escape

    shown = [_shortened(p.strip()) for p in paragraphs if p.strip()]
    return "".join(f"<p>{escape(p).replace(chr(10), '<br>')}</p>" for p in shown)


def _shortened(text: str) -> str:
    return text if len(text) <= MOST else text[:MOST].rstrip() + " …"
