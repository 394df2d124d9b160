"""The product's names and numbers, as packages tell them, and where artifacts are laid."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import time
from hashlib import sha256
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ROOT = environment.ROOT
OUT = ROOT / "out"
DIST = OUT / "dist" / "clausebook"
ICONS = OUT / "icons"
LINUX = sys.platform.startswith("linux")

NAME = "clausebook"
SUMMARY = "offline desk reference for policy plans and laws"
DESCRIPTION = (
    "Opens a plan or a law as a tree of regions, tasks and clauses, searches the",
    "whole library while you type in English and Chinese, keeps notes beside each",
    "clause, and gathers both into a memo in which every quotation carries its",
    "citation. It needs no network.",
)
MAINTAINER = "The Clausebook authors <clausebook@localhost>"
"""The project has no address; packages need the form of one."""

VERSION_WANTED = "CLAUSEBOOK_PACKAGE_VERSION"
"""This variable gives packages another number, to try an upgrade with."""

FIXED_MOMENT = "1767225600"  # where there is no git
ARCHITECTURES = {  # what the machine says → Debian, RPM
    "x86_64": ("amd64", "x86_64"),
    "aarch64": ("arm64", "aarch64"),
    "loongarch64": ("loong64", "loongarch64"),
}


def version() -> str:
    """Return the version of the sources, or the one that a test of upgrades asks for."""
    told = (ROOT / "desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "([^"]+)"', told)
    assert found, "the version stands in desktop/__init__.py"
    return os.environ.get(VERSION_WANTED) or found[1]


def moment() -> str:
    """Return the seconds since 1970 that stand in every artifact: those of the last commit."""
    return os.environ.get("SOURCE_DATE_EPOCH") or last_commit_time()


def last_commit_time() -> str:
    """Return the seconds of the last commit, a fixed moment where there is no git."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return FIXED_MOMENT
    return told.stdout.strip() or FIXED_MOMENT


def day() -> str:
    """Return the day of `moment()`, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime(int(moment())))


def architecture(system: str = "debian") -> str:
    """Return what Debian's or RPM's world calls this machine."""
    machine = platform.machine()
    debian, rpm = ARCHITECTURES.get(machine, (machine, machine))
    return debian if system == "debian" else rpm


def suffix() -> str:
    """Return what is added to the names of artifacts that are made for old systems."""
    return os.environ.get("CLAUSEBOOK_ARTIFACT_SUFFIX", "")


def filled(template: Path) -> str:
    """Return a template with the version and the day in it."""
    text = template.read_text("utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day())


def write_sums(folder: Path) -> Path:
    """Write SHA256SUMS of the artifacts in a folder, as `sha256sum --check` reads it."""
    artifacts = (p for p in sorted(folder.iterdir()) if p.name.startswith(NAME) and p.is_file())
    lines = [f"{sha256(p.read_bytes()).hexdigest()}  {p.name}" for p in artifacts]
    file = folder / "SHA256SUMS"
    file.write_text("".join(f"{line}\n" for line in lines), "ascii")
    return file


def tell(artifacts: Iterable[Path]) -> None:
    """Print what was made and how big it is."""
    for file in artifacts:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB", flush=True)


def must(tool: str, package: str) -> str:
    """Return a tool's path; end with the line that installs it when it is missing."""
    import shutil

    found = shutil.which(tool)
    if not found:
        sys.exit(f"{tool} is missing: sudo apt-get install -y {package}")
    return found
