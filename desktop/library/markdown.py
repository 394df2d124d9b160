"""The Markdown of notes, read as the exporters read it, for whoever shows notes elsewhere."""

from __future__ import annotations

from desktop.exporters.markdown import Paragraph, Span, paragraphs

__all__ = ["Paragraph", "Span", "paragraphs"]
