"""macOS: the .app that PyInstaller made, signed for this machine only, in a disk image."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import product

if TYPE_CHECKING:
    from pathlib import Path

APP = product.OUT / "dist" / "Clausebook.app"


def build_image(_options: list[str]) -> list[Path]:
    """Make the .dmg in `out/`; only a Mac has the tools for it."""
    if sys.platform != "darwin":
        sys.exit("A disk image can be made on macOS only: it needs codesign and hdiutil.")
    if not APP.is_dir():
        sys.exit("There is no Clausebook.app yet: python3 build/release.py freeze")
    identity = os.environ.get("CLAUSEBOOK_SIGN_AS", "-")  # "-": this machine's word only
    signing = ["codesign", "--force", "--deep", "--sign", identity, str(APP)]
    subprocess.run(signing, check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(APP)], check=True)
    stage = product.OUT / "work" / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    subprocess.run(["ditto", str(APP), str(stage / APP.name)], check=True)
    (stage / "Applications").symlink_to("/Applications")
    shutil.copyfile(product.ROOT / "LICENSE", stage / "LICENSE.txt")
    name = f"{product.NAME}-{product.version()}-macos-{platform.machine()}.dmg"
    target = product.OUT / name
    options = ["-volname", "Clausebook", "-fs", "HFS+", "-format", "UDZO", "-ov"]
    command = ["hdiutil", "create", *options, "-srcfolder", str(stage), str(target)]
    subprocess.run(command, check=True)
    subprocess.run(["hdiutil", "verify", str(target)], check=True)
    return [target]
