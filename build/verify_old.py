"""What was made for old systems, started on Debian 11 and on Debian 12."""

from __future__ import annotations

import json
import sys

import chroots
import driving
import old_laptops
import product
import verify_debian
from verify_debian import SCREENS, say


def check() -> None:
    """Install the .deb for old systems with its own glibc and with a newer one, and drive it."""
    name = f"{product.NAME}_{product.version()}~{old_laptops.SUFFIX}_{product.architecture()}.deb"
    package = product.OUT / name
    if not package.exists():
        sys.exit(f"{package} is missing: python3 build/release.py old")
    for suite in ("bullseye", "bookworm"):
        with chroots.fresh(suite, "old") as system, driving.desk() as hand:
            system.install(system.put(package))
            screens = SCREENS / f"old-{suite}"
            verify_debian.add_note(system, "/usr/bin/clausebook-cli")
            verify_debian.drive(system, hand, "/usr/bin/clausebook", screens)
            env = {"DISPLAY": hand.display, "QT_QPA_PLATFORM": "xcb"}
            system.as_user("clausebook", "--self-test=report.json", more=env)
            told = json.loads((system.home / "report.json").read_text("utf-8"))
            if not told["passed"]:
                sys.exit(f"The self-test failed on {suite}: {told}")
            versions = {k: told["versions"][k] for k in ("python", "qt", "sqlite")}
            say(f"{suite}: started, driven, tested itself: {versions}")
