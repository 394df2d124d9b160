"""Printed line numbers of transcripts and bills: 1 to 25 on each page, never an outline."""

from __future__ import annotations

import re
from itertools import pairwise

NUMBERED = re.compile(r"^[ \t]{0,12}(\d{1,2})(?:[ \t]{1,}|$)", re.MULTILINE)
SHARE = 0.5


def numbered_lines(text: str) -> bool:
    """Tell whether most lines begin with a number that counts up and begins again at 1."""
    lines = [line for line in text.splitlines()[:4000] if line.strip()]
    found = [int(m[1]) for line in lines if (m := NUMBERED.match(line))]
    if len(found) < 40 or len(found) < SHARE * len(lines):
        return False
    steps = sum(b == a + 1 for a, b in pairwise(found))
    return steps >= 0.85 * len(found) and found.count(1) > 1


def strip_numbers(lines: list[str]) -> list[str]:
    """Take the line numbers off the lines of one page, when they count up."""
    found = [NUMBERED.match(line) for line in lines]
    numbers = [int(m[1]) for m in found if m]
    counted = sum(b == a + 1 for a, b in pairwise(numbers))
    if len(numbers) < 8 or counted < 0.8 * (len(numbers) - 1) or len(numbers) < SHARE * len(lines):
        return lines
    return [line[m.end() :] if m else line for line, m in zip(lines, found, strict=True)]
