"""Which libraries a binary names, as binutils read it; nothing is loaded and nothing is guessed."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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


def binaries(folder: Path) -> list[str]:
    """Return the ELF files below a folder, links left out."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    return [str(p) for p in files if _is_elf(p)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def floor(files: Iterable[str]) -> str:
    """Return the oldest glibc that has every symbol version that the files ask for: `2.34`."""
    command = ["objdump", "-T", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return newest(re.findall(r"\*UND\*.*\bGLIBC_(\d+(?:\.\d+)+)", told))


def newest(versions: Iterable[str]) -> str:
    """Return the highest of versions that are written with points, '' of none."""
    numbers = [tuple(int(n) for n in v.split(".")) for v in versions]
    return ".".join(str(n) for n in max(numbers)) if numbers else ""
