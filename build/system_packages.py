"""What Qt and the freezer need of the system, and how to get it on Debian and its relatives."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOADED_BY_QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",  # QtNetwork, for the local socket
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
}
"""Without these `import PySide6…` fails, with a screen or without one."""

LOADED_BY_A_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Without these Qt ends the process when it opens a window, and Python cannot catch it."""

VENV = f"python3.{sys.version_info.minor}-venv"


def lacking(*, window: bool, freezing: bool) -> list[str]:
    """Return the Debian packages that this machine lacks; none on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = LOADED_BY_QT | (LOADED_BY_A_WINDOW if window else {})
    found = [] if has_venv() else [VENV]
    found += missing(libraries)
    if freezing:
        found += _lacking_to_freeze()
    return found


def everything() -> list[str]:
    """Return every Debian package that a window may need, whether it is here or not."""
    venv = [] if has_venv() else [VENV]
    return [*venv, *LOADED_BY_QT.values(), *LOADED_BY_A_WINDOW.values()]


def has_venv() -> bool:
    """Tell whether this Python can make a virtual environment with pip in it."""
    return importlib.util.find_spec("ensurepip") is not None


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Return the packages of the libraries that the loader does not find, each once."""
    return list(dict.fromkeys(p for name, p in libraries.items() if not can_load(name)))


def can_load(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _lacking_to_freeze() -> list[str]:
    found = [] if shutil.which("objdump") and shutil.which("strip") else ["binutils"]
    version = f"3.{sys.version_info.minor}"
    if sys.base_prefix == "/usr" and not can_load(f"libpython{version}.so.1.0"):
        found.append(f"libpython{version}")
    return found


def provide(packages: Iterable[str]) -> None:
    """Install packages as root or with sudo; otherwise say the one line to run and end here."""
    wanted = list(packages)
    if not wanted:
        return
    print(f"This machine lacks what Clausebook needs: {' '.join(wanted)}", flush=True)
    command = _apt_get()
    quietly = ["-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]
    install = ["install", *quietly, *wanted]
    if command is None:
        sys.exit(how_to_install(wanted, apt=shutil.which("apt-get") is not None))
    print("Installing them with apt-get", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], install):
        done = subprocess.run([*command, *step], env=quiet, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(how_to_install(wanted, apt=True))


def _apt_get() -> list[str] | None:
    """Return how `apt-get` can be started here, None when it cannot."""
    if not shutil.which("apt-get"):
        return None
    if sys.platform != "win32" and os.geteuid() == 0:
        return ["apt-get"]
    return ["sudo", "apt-get"] if shutil.which("sudo") and sys.stdin.isatty() else None


def how_to_install(packages: Iterable[str], *, apt: bool) -> str:
    """Return the words for a person who has to install the packages."""
    names = " ".join(packages)
    if not apt:
        return (
            "Install what your system calls these Debian packages, then repeat the command:\n"
            f"  {names}"
        )
    return (
        "Run this line once as a user who may, then repeat the command:\n"
        f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    )
