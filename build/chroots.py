"""Fresh Debians in folders, to install into: nothing of the building machine is in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MIRROR = os.environ.get("CLAUSEBOOK_DEBIAN_MIRROR", "http://deb.debian.org/debian")
STORE = Path(os.environ.get("CLAUSEBOOK_CHROOTS") or product.OUT / "chroots")
"""Bases are kept here from one run to the next; only copies are installed into."""

CHROOT = shutil.which("chroot", path="/usr/sbin:/usr/bin:/sbin:/bin") or "chroot"
USER = "reader"
Env = Mapping[str, str]
NOTHING: Env = MappingProxyType({})


class Chroot(NamedTuple):
    """A system in a folder, with one ordinary user in it."""

    root: Path

    @property
    def home(self) -> Path:
        """The home of the ordinary user, seen from outside."""
        return self.root / "home" / USER

    def as_root(self, *command: str, more: Env = NOTHING, fails: bool = False) -> str:
        """Run a command as root and return what it printed; a failure ends the program."""
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        return _run(
            [CHROOT, str(self.root), *command], env | {"HOME": "/root", **more}, fails=fails
        )

    def as_user(self, *command: str, more: Env = NOTHING, fails: bool = False) -> str:
        """Run a command as the ordinary user, in a home of its own."""
        return _run(self.user_command(*command), self.user_environment(more), fails=fails)

    def user_command(self, *command: str) -> list[str]:
        """Return how a command is started as the ordinary user, at home."""
        inside = f'cd /home/{USER} && exec "$@"'
        spec = f"--userspec={USER}:{USER}"
        return [CHROOT, spec, str(self.root), "/bin/sh", "-c", inside, "sh", *command]

    def user_environment(self, more: Env) -> dict[str, str]:
        """Return a bare environment of the ordinary user."""
        return {"PATH": "/usr/bin:/bin", "HOME": f"/home/{USER}", "LANG": "C.UTF-8", **more}

    def install(self, *packages: str) -> None:
        """Let apt install packages, files among them, and what they depend on."""
        self.as_root("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)

    def put(self, file: Path) -> str:
        """Copy a file into the system and return its path there."""
        shutil.copyfile(file, self.root / "tmp" / file.name)
        return f"/tmp/{file.name}"

    def paths(self) -> set[str]:
        """Return every path outside of homes, temporary folders and apt's and dpkg's own books."""
        skipped = ("home", "tmp", "proc", "dev", "var/cache", "var/lib/apt", "var/log")
        found = set()
        for folder, names, files in os.walk(self.root):
            place = Path(folder).relative_to(self.root).as_posix()
            names[:] = [n for n in names if f"{place}/{n}".removeprefix("./") not in skipped]
            found |= {f"{place}/{name}".removeprefix("./") for name in (*names, *files)}
        return found


def base(suite: str) -> Path:
    """Return a minimal Debian without Python, made when it is not there yet."""
    folder = STORE / suite
    if not (folder / "etc" / "debian_version").exists():
        product.must("debootstrap", "debootstrap")
        shutil.rmtree(folder, ignore_errors=True)
        STORE.mkdir(parents=True, exist_ok=True)
        part = STORE / f"{suite}.part"
        shutil.rmtree(part, ignore_errors=True)
        print(f"Making a Debian {suite} in {folder}", flush=True)
        _run(["debootstrap", "--variant=minbase", suite, str(part), MIRROR], dict(os.environ))
        part.rename(folder)
    return folder


def kept(suite: str, name: str, prepare: Callable[[Chroot], None]) -> Path:
    """Return a copy of a base with more in it, prepared once and kept from run to run."""
    folder = STORE / f"{suite}-{name}"
    stamp = folder / "etc" / "clausebook-prepared"
    if not stamp.exists():
        _unmount(folder)
        subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(base(suite)), str(folder)], check=True)
        shutil.copyfile("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        with mounted(folder) as system:
            prepare(system)
        stamp.touch()
    return folder


@contextmanager
def fresh(suite: str, name: str) -> Iterator[Chroot]:
    """Give a copy of a base with an ordinary user, and take it away again."""
    root = STORE / f"{suite}-{name}"
    _unmount(root)
    subprocess.run(["rm", "-rf", str(root)], check=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base(suite)), str(root)], check=True)
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    try:
        with mounted(root) as system:
            system.as_root("useradd", "--create-home", USER)
            system.as_root("apt-get", "update", "-qq")
            yield system
    finally:
        subprocess.run(["rm", "-rf", "--one-file-system", str(root)], check=False)


@contextmanager
def mounted(root: Path) -> Iterator[Chroot]:
    """Give a system in a folder what processes look for in /proc and /dev/shm."""
    try:
        subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
        (root / "dev" / "shm").mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(root / "dev" / "shm")], check=True)
        yield Chroot(root)
    finally:
        _unmount(root)


def _unmount(root: Path) -> None:
    for place in ("dev/shm", "proc"):
        if os.path.ismount(root / place):
            subprocess.run(["umount", "-l", str(root / place)], check=True)


def _run(command: list[str], env: dict[str, str], *, fails: bool = False) -> str:
    done = subprocess.run(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if bool(done.returncode) is not fails:
        words = "should have failed" if fails else f"failed with code {done.returncode}"
        sys.exit(f"{' '.join(command)}: {words}\n{done.stdout[-3000:]}")
    return done.stdout
