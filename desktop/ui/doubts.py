"""The doubts of an importer in the language of the window, and where in the text they stand."""

from __future__ import annotations

import re

from desktop.ui.words import mark, tr

SENTENCES: tuple[str, ...] = (
    mark("“{words}” begins with {label}; the numbers before it are not there."),
    mark("“{words}” follows {last}; {wanted} is not there."),
    mark("Many signs of this file cannot be read; it may be a scan with a poor text layer."),
    mark("{lost} of the {all} bookmarks of this file are not in its text, such as “{words}”."),
    mark("The lines of this text are numbered; the numbers were not read as an outline."),
)
FIELD = re.compile(r"\\\{(\w+)\\\}")
FORMS = tuple(
    (each, re.compile(FIELD.sub(r"(?P<\1>.+?)", re.escape(each)), re.DOTALL)) for each in SENTENCES
)
QUOTED = re.compile(r"“(.+)”", re.DOTALL)


def doubt_words(doubt: str) -> str:
    """Return a doubt in the language of the window; one that is not known stays English."""
    for known, form in FORMS:
        found = form.fullmatch(doubt)
        if found:
            words: dict[str, str] = found.groupdict()
            return tr(known, n=None, **words)
    return doubt


def place_of(doubt: str, text: str, after: int = 0) -> tuple[int, int] | None:
    """Return where the words that a doubt quotes stand, at or after an offset, else anywhere."""
    quoted = QUOTED.search(doubt)
    if quoted is None:
        return None
    words = re.compile(r"\s+".join(map(re.escape, quoted[1].split())))
    found = words.search(text, after) or words.search(text)
    return found.span() if found else None
