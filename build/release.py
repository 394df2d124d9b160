#!/usr/bin/env python3
"""Freeze Clausebook and pack it into `out/`: `python3 build/release.py [VERB ...]`.

all       freeze, check and smoke (the default)
freeze    PyInstaller, onedir, into out/dist/clausebook
check     what is in the bundle, and what it needs of the system
smoke     the frozen programs test themselves; `smoke --window` insists on a screen (Xvfb)
twice     freeze again and compare every byte
deb rpm archive run appdir          what Linux is given; `linux` makes all five
setup portable                      what Windows is given; `windows` makes both
dmg                                 what macOS is given
old                                 all of Linux once more, for glibc 2.31 (in a Debian 11, as root)

Whatever is packed stands in out/SHA256SUMS too.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import deb
import dev  # noqa: F401  it refuses an old Python
import freezing
import linux_portable
import macos
import old_laptops
import product
import rpm
import windows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEPS: dict[str, Callable[[list[str]], None]] = {
    "freeze": freezing.freeze,
    "check": freezing.check,
    "smoke": freezing.smoke,
    "twice": freezing.twice,
}
ARTIFACTS: dict[str, Callable[[list[str]], list[Path]]] = {
    "deb": deb.build,
    "rpm": rpm.build,
    "archive": linux_portable.build_archive,
    "run": linux_portable.build_run,
    "appdir": linux_portable.build_appdir,
    "setup": windows.build_installer,
    "portable": windows.build_portable,
    "dmg": macos.build_image,
    "old": old_laptops.build,
}
SEVERAL = {
    "all": ("freeze", "check", "smoke"),
    "linux": ("deb", "rpm", "archive", "run", "appdir"),
    "windows": ("setup", "portable"),
}


def main(arguments: list[str]) -> int:
    """Do the verbs in their order, `all` when none is named; return 0 when all succeeded."""
    verbs = [word for word in arguments if not word.startswith("--")] or ["all"]
    options = [word for word in arguments if word.startswith("--")]
    steps = [step for verb in verbs for step in SEVERAL.get(verb, (verb,))]
    if set(steps) - {*STEPS, *ARTIFACTS} or set(options) - {"--window"}:
        print(__doc__, file=sys.stderr)
        return 2
    for step in steps:
        begun = time.monotonic()
        perform(step, options)
        print(f"{step}: done in {time.monotonic() - begun:.0f} s", flush=True)
    return 0


def perform(step: str, options: list[str]) -> None:
    """Do one step; an artifact is told of and gets its line in SHA256SUMS."""
    if step in STEPS:
        STEPS[step](options)
        return
    product.OUT.mkdir(exist_ok=True)
    product.tell(ARTIFACTS[step](options))
    product.write_sums(product.OUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
