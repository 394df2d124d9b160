"""The .run in a fresh Debian 12: for one user, without root; driven, upgraded, removed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import chroots
import driving
import linux_portable
import product
import verify_debian
from verify_debian import SCREENS, say

if TYPE_CHECKING:
    from pathlib import Path

    from chroots import Chroot

ON_EVERY_DESKTOP = (
    "fontconfig-config",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libx11-6",
    "libx11-xcb1",
)
"""What the bundle leaves to the system (`bundle.EXPECTED_OF_THE_SYSTEM`) and a bare one lacks."""


def check() -> None:
    """Go the whole way of the installer for one user."""
    newest = product.OUT / f"{linux_portable.title()}.run"
    if not newest.exists():
        sys.exit(f"{newest} is missing: python3 build/release.py freeze run")
    with verify_debian.earlier_version():
        earlier = linux_portable.build_run([])[0]
    program = f"/home/{chroots.USER}/.local/bin/clausebook"
    with chroots.fresh("bookworm", "user") as system, driving.desk() as hand:
        verify_debian.assert_no_python(system)
        system.install(*ON_EVERY_DESKTOP)
        root_before = system.paths()
        install(system, earlier)
        verify_debian.add_note(system, f"{program}-cli")
        verify_debian.drive(system, hand, program, SCREENS / "user")
        install(system, newest)
        verify_debian.look_after_upgrade(system, hand, program, SCREENS / "user")
        remove(system)
        if new := {p for p in system.paths() - root_before if "clausebook" in p.lower()}:
            sys.exit(f"Something was written outside of the home: {sorted(new)}")
    earlier.unlink()


def install(system: Chroot, file: Path) -> None:
    """Run an installer as the ordinary user."""
    told = system.as_user("/bin/sh", system.put(file), "--", more={"LANG": "zh_CN.UTF-8"})
    if "已安装到" not in told:
        sys.exit(f"The installer did not say that it installed:\n{told}")
    say(told.strip().splitlines()[-3])


def remove(system: Chroot) -> None:
    """Remove the program as the user; the library stays, everything else goes."""
    library = system.home / ".local" / "share" / "Clausebook"
    before = sorted(p.name for p in library.iterdir())
    told = system.as_user(f"/home/{chroots.USER}/.local/lib/clausebook/uninstall.sh")
    left = [p.relative_to(system.home).as_posix() for p in system.home.rglob("*")]
    kept = (".local/share/Clausebook", ".config/Clausebook", ".cache", ".local/state")
    ours = [p for p in left if "clausebook" in p.lower() and not p.startswith(kept)]
    if ours:
        sys.exit(f"The uninstaller left: {ours}")
    if sorted(p.name for p in library.iterdir()) != before or "The library stays" not in told:
        sys.exit(f"The uninstaller touched the library:\n{told}")
    say("removed: nothing of the program is left, the library stays")
