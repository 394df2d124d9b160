"""Linux without a package manager: an archive, an installer for one user, and an AppDir."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import IO, cast

import linux_tree
import product

RUNTIME = "CLAUSEBOOK_APPIMAGE_RUNTIME"
"""This variable names AppImage's type-2 runtime; no registry of packages has that file."""


def title() -> str:
    """Return the name of an artifact up to its ending."""
    old = f"-{product.suffix()}" if product.suffix() else ""
    return f"{product.NAME}-{product.version()}-linux-{product.architecture('rpm')}{old}"


def build_archive(_options: list[str]) -> list[Path]:
    """Make the .tar.gz: one folder that runs where it is unpacked."""
    target = product.OUT / f"{title()}.tar.gz"
    folder = product.OUT / "work" / "archive" / f"{product.NAME}-{product.version()}"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(product.DIST, folder, symlinks=True)
    shutil.copyfile(linux_tree.SOURCES / "README.txt", folder / "README.txt")
    linux_tree.settle(folder)
    with target.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        stream = cast("IO[bytes]", packed)
        with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for path in [folder, *sorted(folder.rglob("*"))]:
                place = str(path.relative_to(folder.parent))
                archive.add(path, place, recursive=False, filter=_nobody_s)
    return [target]


def _nobody_s(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def build_run(_options: list[str]) -> list[Path]:
    """Make the .run: installs for one user, without root, without a network."""
    makeself = product.must("makeself", "makeself")
    target = product.OUT / f"{title()}.run"
    root = product.OUT / "work" / "run"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(product.DIST, root / "program", symlinks=True)
    linux_tree.lay_share(root / "share")
    for script in ("install.sh", "uninstall.sh"):
        (root / script).write_text(product.filled(linux_tree.SOURCES / script), "utf-8")
    linux_tree.settle(root)
    stamp = f"@{product.moment()}"
    tar = f"--sort=name --owner=0 --group=0 --numeric-owner --mtime={stamp} --format=gnu"
    options = ["--gzip", "--nox11", "--nomd5", "--sha256", "--quiet", "--tar-extra", tar]
    options += ["--packaging-date", product.day()]
    command = [makeself, *options, str(root), str(target)]
    words = [f"Clausebook {product.version()}", "./install.sh"]
    subprocess.run([*command, *words], check=True, stdout=subprocess.DEVNULL)
    return [target]


def build_appdir(_options: list[str]) -> list[Path]:
    """Make the AppDir; an AppImage of it only when the runtime is at hand."""
    root = linux_tree.lay(product.OUT / "AppDir")
    for name in ("clausebook.desktop", "AppRun"):
        shutil.copyfile(linux_tree.SOURCES / name, root / name)
    shutil.copyfile(product.ICONS / "256.png", root / "clausebook.png")
    (root / ".DirIcon").symlink_to("clausebook.png")
    linux_tree.settle(root)
    runtime = Path(os.environ.get(RUNTIME, ""))
    if not runtime.is_file():
        print(f"{root}: an AppDir only; {RUNTIME} names no runtime to make an AppImage with")
        return []
    return [_image(root, runtime)]


def _image(root: Path, runtime: Path) -> Path:
    target = product.OUT / f"{title()}.AppImage"
    packed = product.OUT / "work" / "AppDir.squashfs"
    packed.unlink(missing_ok=True)
    options = ["-root-owned", "-noappend", "-comp", "zstd", "-quiet", "-no-progress"]
    command = [product.must("mksquashfs", "squashfs-tools"), str(root), str(packed), *options]
    env = os.environ | {"SOURCE_DATE_EPOCH": product.moment()}
    subprocess.run(command, check=True, env=env)
    target.write_bytes(runtime.read_bytes() + packed.read_bytes())
    target.chmod(0o755)
    return target
