"""On a real Windows: install silently, let the installed program test itself, remove, look.

`python build/windows_try.py` after `python build/release.py freeze setup`. It touches the program
and the registry of the user who runs it, and no library.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import product


def main() -> None:
    """Go the whole way of the installer for one user."""
    if sys.platform != "win32":
        sys.exit("This is for Windows; elsewhere `python3 build/verify.py windows` uses wine.")
    local = Path(os.environ["LOCALAPPDATA"])
    program = local / "Programs" / "Clausebook"
    library = local / "Clausebook"
    before = sorted(library.rglob("*")) if library.exists() else []
    setup = product.OUT / f"{product.NAME}-{product.version()}-setup.exe"
    subprocess.run([str(setup), "/S", "/CurrentUser"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run([str(program / "clausebook.exe"), f"--self-test={report}"], check=True)
        told = json.loads(report.read_text("utf-8"))
    if not told["passed"]:
        sys.exit(f"The installed program failed its test: {told}")
    subprocess.run([str(program / "uninstall.exe"), "/S"], check=True)
    until = time.monotonic() + 60
    while program.exists() and time.monotonic() < until:
        time.sleep(0.5)
    if program.exists():
        sys.exit(f"The uninstaller left {sorted(program.rglob('*'))}")
    after = sorted(library.rglob("*")) if library.exists() else []
    if before != after:
        sys.exit("The library was touched.")
    print("Installed, tested, removed; the library is as it was.")


if __name__ == "__main__":
    main()
