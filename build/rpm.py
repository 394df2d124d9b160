"""The .rpm: the same tree; what it requires are the libraries that its binaries link to."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import linking
import linux_tree
import product

if TYPE_CHECKING:
    from pathlib import Path

OPTIONAL = {"libcups.so.2", "libwayland-client.so.0", "libwayland-cursor.so.0"}


def build(_options: list[str]) -> list[Path]:
    """Make the package in `out/`."""
    product.must("rpmbuild", "rpm")
    work = product.OUT / "work" / "rpm"
    shutil.rmtree(work, ignore_errors=True)
    root = linux_tree.lay(work / "tree")
    spec = work / "clausebook.spec"
    spec.write_text(spec_file(root), "utf-8")
    defines = {"_topdir": work, "_rpmdir": work / "made", "_build_name_fmt": "%{NAME}.rpm"}
    command = ["rpmbuild", "-bb", "--quiet", "--target", product.architecture("rpm")]
    for name, value in defines.items():
        command += ["--define", f"{name} {value}"]
    env = os.environ | {"SOURCE_DATE_EPOCH": product.moment(), "LC_ALL": "C.UTF-8"}
    subprocess.run([*command, str(spec)], env=env, check=True)
    release = release_number()
    name = f"{product.NAME}-{product.version()}-{release}.{product.architecture('rpm')}.rpm"
    target = product.OUT / name
    shutil.move(work / "made" / f"{product.NAME}.rpm", target)
    return [target]


def release_number() -> str:
    """Return the release: that of old systems sorts below that of new ones."""
    return f"0.{product.suffix()}" if product.suffix() else "1"


def required(bundle: Path) -> tuple[list[str], list[str]]:
    """Return what RPM's world calls the libraries outside: those required, those recommended."""
    bits = "()(64bit)"
    files = linking.binaries(bundle)
    needed = set().union(*linking.needs(files).values()) - {p.name for p in bundle.rglob("*")}
    names = sorted(n for n in needed if not n.startswith("ld-linux"))
    floor = f"libc.so.6(GLIBC_{linking.floor(files)})(64bit)"
    requires = [f"{name}{bits}" for name in names if name not in OPTIONAL]
    return [*requires, floor, "fontconfig"], [f"{n}{bits}" for n in names if n in OPTIONAL]


def spec_file(root: Path) -> str:
    """Return the recipe: nothing is compiled, the tree is copied."""
    requires, recommends = required(root / "usr" / "lib" / product.NAME)
    head = [
        "%global debug_package %{nil}",
        "%global __os_install_post %{nil}",
        "%global _build_id_links none",
        "%global _binary_payload w6.xzdio",  # readable by old systems too
        "%global _buildhost localhost",
        "%global use_source_date_epoch_as_buildtime 1",
        "%global clamp_mtime_to_source_date_epoch 1",
        f"Name: {product.NAME}",
        f"Version: {product.version()}",
        f"Release: {release_number()}",
        f"Summary: {product.SUMMARY.capitalize()}",
        "License: MIT",
        "AutoReqProv: no",
        *(f"Requires: {name}" for name in requires),
        *(f"Recommends: {name}" for name in recommends),
    ]
    parts = {
        "%description": product.DESCRIPTION,
        "%install": (f'cp -a "{root}/." "%{{buildroot}}/"',),
        "%files": file_list(root),
    }
    body = [line for name, lines in parts.items() for line in ("", name, *lines)]
    return "\n".join([*head, *body]) + "\n"


def file_list(root: Path) -> list[str]:
    """Return every file, and of the folders those that are ours alone."""
    lines = [
        "%defattr(-,root,root,-)",
        f"/usr/lib/{product.NAME}",
        f"/usr/share/doc/{product.NAME}",
    ]
    own = tuple(line + "/" for line in lines[1:])
    for path in sorted(root.rglob("*")):
        place = f"/{path.relative_to(root).as_posix()}"
        if (path.is_symlink() or not path.is_dir()) and not place.startswith(own):
            lines.append(place)
    return lines
