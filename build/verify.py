#!/usr/bin/env python3
"""Prove that the installers work: `python3 build/verify.py [CHECK ...]`, as root on a Debian.

papers    lintian, desktop entry, AppStream, rpm metadata, list of components, workflows
debian12 debian13   the .deb in a fresh system without Python: installed, driven, upgraded, purged
user      the .run in a fresh Debian 12: the same without root
windows   makensis compiles; with wine the installer and the uninstaller run, with a stand-in
old       what was made for old systems starts on Debian 11 and on Debian 12

Without a check: papers, debian12, debian13, user, windows. It needs what `release.py linux` made.
Screenshots are laid in out/screens/ for eyes to look at.
"""

from __future__ import annotations

import sys
import time

import dev  # noqa: F401  it refuses an old Python
import verify_debian
import verify_old
import verify_papers
import verify_user
import verify_windows

CHECKS = {
    "papers": verify_papers.check,
    "debian12": lambda: verify_debian.check("bookworm"),
    "debian13": lambda: verify_debian.check("trixie"),
    "user": verify_user.check,
    "windows": verify_windows.check,
    "old": verify_old.check,
}
USUAL = ("papers", "debian12", "debian13", "user", "windows")


def main(arguments: list[str]) -> int:
    """Do the checks in their order; return 0 when all passed."""
    checks = arguments or list(USUAL)
    if set(checks) - set(CHECKS):
        print(__doc__, file=sys.stderr)
        return 2
    for name in checks:
        begun = time.monotonic()
        print(f"{name}:", flush=True)
        CHECKS[name]()
        print(f"{name}: passed in {time.monotonic() - begun:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
