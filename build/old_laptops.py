"""A second bundle for old systems (UOS 20, Kylin V10): made in a Debian 11, whose glibc is 2.31.

PySide6 6.10 and later ask for glibc 2.34; on 2.31 pip takes 6.9.3, the last that does not. Python
and SQLite are those of Debian 12, built there from Debian's sources.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import chroots
import product
from chroots import Chroot

SUITE = "bullseye"
SUFFIX = "glibc2.31"
PREFIX = "/opt/clausebook-python"
PLACE = "/src/clausebook"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
TOOLS = ("binutils", "git", "makeself", "rpm", "squashfs-tools")


def build(_options: list[str]) -> list[Path]:
    """Make all that Linux is given, for old systems, in `out/`."""
    with chroots.mounted(chroots.kept(SUITE, "python", prepare)) as system:
        bring_sources(system)
        make_environment(system)
        python = f"{PREFIX}/bin/python3.11"
        command = f"cd {PLACE} && {python} build/release.py freeze check smoke linux"
        told = system.as_root("sh", "-c", command, more=environment())
        print(told[told.rindex("MB in") - 120 :] if "MB in" in told else told, flush=True)
        return take_home(system)


def prepare(system: Chroot) -> None:
    """Build the newer Python, and install the tools that pack."""
    place = system.put(product.ROOT / "build" / "linux" / "old-python.sh")
    told = system.as_root("sh", place, PREFIX, chroots.MIRROR)
    print(told.strip().splitlines()[-1], flush=True)
    system.install(*TOOLS)


def bring_sources(system: Chroot) -> None:
    """Copy what git knows of, as it lies here, into the old system."""
    target = system.root / PLACE.strip("/")
    shutil.rmtree(target, ignore_errors=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=product.ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, told.stdout.split("\0")):
        source = product.ROOT / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def make_environment(system: Chroot) -> None:
    """Make `.venv` with a pip in it: this Python has none of its own."""
    certificates = Path(os.environ.get("PIP_CERT", ""))
    if certificates.is_file():
        shutil.copyfile(certificates, system.root / CERTIFICATES.strip("/"))
    python = f"{PREFIX}/bin/python3.11"
    lines = (
        f"cd {PLACE}",
        f"{python} -m venv --without-pip .venv",
        f"wheel=$(ls {PREFIX}/wheels/pip-*.whl)",
        ".venv/bin/python $wheel/pip install -q pip",
    )
    system.as_root("sh", "-ec", "\n".join(lines), more=environment())


def environment() -> dict[str, str]:
    """Return what the build inside has to be told."""
    return {
        "CLAUSEBOOK_ARTIFACT_SUFFIX": SUFFIX,
        "SOURCE_DATE_EPOCH": product.moment(),
        "PIP_CERT": CERTIFICATES,
        "PIP_ROOT_USER_ACTION": "ignore",
        "LANG": "C.UTF-8",
    }


def take_home(system: Chroot) -> list[Path]:
    """Copy the artifacts out of the old system."""
    made = sorted((system.root / PLACE.strip("/") / "out").glob(f"{product.NAME}*"))
    return [Path(shutil.copy2(file, product.OUT / file.name)) for file in made if file.is_file()]
