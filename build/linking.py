"""Which libraries a binary names, as binutils read it; nothing is loaded and nothing is guessed."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def needs(files: Iterable[str]) -> dict[str, set[str]]:
    """Return for each ELF file the libraries that it names itself, not what those name."""
    command = ["objdump", "-p", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return parse(told)


def parse(told: str) -> dict[str, set[str]]:
    """Return what `objdump -p` tells; a file that is no binary is not in it."""
    found: dict[str, set[str]] = {}
    name = ""
    for line in told.splitlines():
        if head := re.fullmatch(r"(.+):\s+file format \S+", line):
            name = head[1]
            found[name] = set()
        elif needed := re.fullmatch(r"\s+NEEDED\s+(\S+)", line):
            found[name].add(needed[1])
    return found
