"""How Clausebook lies in a Linux system: the bundle, two commands, and what desktops look for."""

from __future__ import annotations

import gzip
import os
import shutil
from typing import TYPE_CHECKING

import product

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = product.ROOT / "build" / "linux"
SCALABLE = product.ROOT / "resources" / "icons" / "clausebook.svg"


def lay(root: Path, bundle: Path = product.DIST) -> Path:
    """Lay the whole tree below `root`, `usr/…`, with fixed modes and times; return `root`."""
    shutil.rmtree(root, ignore_errors=True)
    usr = root / "usr"
    shutil.copytree(bundle, usr / "lib" / product.NAME, symlinks=True)
    (usr / "bin").mkdir(parents=True)
    for command in ("clausebook", "clausebook-cli"):
        (usr / "bin" / command).symlink_to(f"../lib/{product.NAME}/{command}")
    lay_share(usr / "share")
    lay_papers(usr / "share" / "doc" / product.NAME)
    settle(root)
    return root


def lay_share(share: Path) -> None:
    """Lay what a desktop reads: entry, icons, description, manual page."""
    entry = share / "applications" / "clausebook.desktop"
    _write(entry, (SOURCES / "clausebook.desktop").read_bytes())
    metainfo = share / "metainfo" / "clausebook.metainfo.xml"
    _write(metainfo, product.filled(SOURCES / "clausebook.metainfo.xml").encode())
    manual = product.filled(SOURCES / "clausebook.1").encode()
    _write(share / "man" / "man1" / "clausebook.1.gz", packed(manual))
    (share / "man" / "man1" / "clausebook-cli.1.gz").symlink_to("clausebook.1.gz")
    icons = share / "icons" / "hicolor"
    _write(icons / "scalable" / "apps" / "clausebook.svg", SCALABLE.read_bytes())
    for drawn in product.ICONS.glob("*.png"):
        folder = icons / f"{drawn.stem}x{drawn.stem}" / "apps"
        _write(folder / "clausebook.png", drawn.read_bytes())


def lay_papers(doc: Path) -> None:
    """Lay the license of the whole and what changed."""
    _write(doc / "copyright", copyright_file().encode())
    _write(doc / "changelog.gz", packed((product.ROOT / "CHANGELOG.md").read_bytes()))


def copyright_file() -> str:
    """Return the licenses in Debian's form; the texts of the components lie in the bundle."""
    own = (product.ROOT / "LICENSE").read_text("utf-8")
    words = "\n".join(f" {line}" if line.strip() else " ." for line in own.splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Clausebook\n"
        "Comment: The program brings Python, Qt and other libraries in one folder. Their\n"
        " names, versions and licenses: /usr/lib/clausebook/_internal/sbom.cdx.json\n"
        " The texts of the licenses: /usr/lib/clausebook/_internal/licenses/\n"
        "\nFiles: *\nCopyright: 2026 The Clausebook authors\nLicense: MIT\n"
        f"{words}\n"
    )


def packed(content: bytes) -> bytes:
    """Return gzip without a name and a time in it."""
    return gzip.compress(content, 9, mtime=0)


def settle(root: Path) -> None:
    """Give every file its mode and the time of the build: the same tree gives the same bytes."""
    moment = int(product.moment())
    for path in [*sorted(root.rglob("*"), reverse=True), root]:
        if path.is_symlink():
            os.utime(path, (moment, moment), follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or _runs(path) else 0o644)
        os.utime(path, (moment, moment))


def _runs(file: Path) -> bool:
    """Tell whether a file is started: the program beside its folder, the scripts."""
    is_program = file.name == "clausebook" and (file.parent / "_internal").is_dir()
    return is_program or file.name == "AppRun" or file.suffix == ".sh"


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
