#!/usr/bin/env python3
"""Freeze Clausebook into `out/` and prove that it runs: `python3 build/release.py [VERB]`.

all      freeze, check and smoke (the default)
freeze   PyInstaller, onedir, into out/dist/clausebook
check    what is in the bundle, and what it needs of the system
smoke    the frozen programs test themselves; `smoke --window` insists on a screen (Xvfb)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import bundle
import dev  # noqa: F401  it refuses an old Python
import environment
import linking
import system_packages
import workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = environment.ROOT
OUT = ROOT / "out"
DIST = OUT / "dist" / "clausebook"
REQUIRED = [
    "LICENSE",
    "resources/icons/*.svg",
    "resources/plans/*.json",
    "resources/plans/*.txt",
    "resources/styles/*",
]
REQUIRED_ON_LINUX = [
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/libqwayland.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
]
SELF_TEST_SECONDS = 180


def main(arguments: list[str]) -> int:
    """Do one verb, `all` when none is named; return 0 when it succeeded."""
    verb, options = (arguments[0], arguments[1:]) if arguments else ("all", [])
    if verb not in VERBS or set(options) - {"--window"}:
        print(__doc__, file=sys.stderr)
        return 2
    steps = ["freeze", "check", "smoke"] if verb == "all" else [verb]
    for step in steps:
        begun = time.monotonic()
        VERBS[step](options)
        print(f"{step}: done in {time.monotonic() - begun:.0f} s", flush=True)
    return 0


def freeze(_options: list[str]) -> None:
    """Make the bundle; nothing is written outside `out/` and `.venv`."""
    system_packages.provide(system_packages.lacking(window=True, freezing=True))
    python = environment.prepare(["freeze"])
    workshop.compile_translations(python)
    command = [str(python), "-m", "PyInstaller", str(ROOT / "build" / "clausebook.spec")]
    command += ["--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--workpath", str(OUT / "work"), "--distpath", str(OUT / "dist")]
    if subprocess.run(command, cwd=ROOT, env=frozen_environment(), check=False).returncode:
        sys.exit("The program could not be frozen; the lines above say why.")
    print(sizes(DIST))


def frozen_environment() -> dict[str, str]:
    """Return the environment in which the same sources give the same bytes."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or last_commit_time()
    return os.environ | {
        "PYINSTALLER_CONFIG_DIR": str(OUT / "work" / "cache"),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": stamp,
    }


def last_commit_time() -> str:
    """Return the seconds of the last commit, a fixed moment where there is no git."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return "1767225600"
    return told.stdout.strip() or "1767225600"


def sizes(folder: Path) -> str:
    """Return how big a bundle is, and its ten biggest files."""
    files = {p: p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink()}
    biggest = sorted(files, key=lambda p: -files[p])[:10]
    lines = [f"{folder}: {sum(files.values()) / 1e6:.1f} MB in {len(files)} files"]
    lines += [f"  {files[p] / 1e6:6.1f} MB  {p.relative_to(folder)}" for p in biggest]
    return "\n".join(lines)


def check(_options: list[str]) -> None:
    """Refuse a bundle with something missing or something that must not be in it."""
    if not DIST.is_dir():
        sys.exit("There is no frozen program yet: python3 build/release.py freeze")
    faults = [*missing_files(DIST), *forbidden_files(DIST)]
    if sys.platform.startswith("linux"):
        faults += [f"needs {name} of the system" for name in sorted(foreign_needs(DIST))]
    if faults:
        sys.exit("The frozen program is not right:\n  " + "\n  ".join(faults))


def missing_files(folder: Path) -> list[str]:
    """Return what should be in a bundle and is not."""
    inside = folder / "_internal"
    wanted = REQUIRED + (REQUIRED_ON_LINUX if sys.platform.startswith("linux") else [])
    if list((ROOT / "resources" / "translations").glob("*.ts")):
        wanted.append("resources/translations/*.qm")
    missing = [f"{pattern} is missing" for pattern in wanted if not list(inside.glob(pattern))]
    return missing + [f"{p.name} is missing" for p in programs(folder).values() if not p.exists()]


def forbidden_files(folder: Path) -> list[str]:
    """Return what must not be in a bundle and is."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return [f"{name} must not be there" for name in names if bundle.FORBIDDEN.search(name)]


def foreign_needs(folder: Path) -> set[str]:
    """Return the libraries that the bundle links to, has not, and may not expect of a system."""
    files = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
    binaries = [str(p) for p in files if p.suffix == ".so" or ".so." in p.name]
    binaries += [str(p) for p in programs(folder).values()]
    needed = set().union(*linking.needs(binaries).values())
    return needed - {p.name for p in folder.rglob("*")} - bundle.EXPECTED_OF_THE_SYSTEM


def programs(folder: Path) -> dict[str, Path]:
    """Return the two programs of a bundle: `window` and `console`."""
    ending = ".exe" if sys.platform == "win32" else ""
    return {
        "window": folder / f"clausebook{ending}",
        "console": folder / f"clausebook-cli{ending}",
    }


def smoke(options: list[str]) -> None:
    """Let the console program test itself without a screen, and the window program on one."""
    programs_there = programs(DIST)
    self_test(programs_there["console"], {"QT_QPA_PLATFORM": "offscreen"})
    if not sys.platform.startswith("linux"):
        self_test(programs_there["window"], {})
        return
    if not shutil.which("Xvfb"):
        if "--window" in options:
            sys.exit("There is no Xvfb to open a window on: sudo apt-get install -y xvfb")
        print("No Xvfb is installed: the window was tested offscreen only.")
        return
    with screen() as display:
        self_test(programs_there["window"], {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})


def self_test(program: Path, more: dict[str, str]) -> None:
    """Run a frozen program's own test, far from the sources, with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="clausebook-smoke-") as folder:
        report = Path(folder) / "report.json"
        begun = time.monotonic()
        command = [str(program), f"--self-test={report}"]
        env = bare_environment(Path(folder)) | more
        try:
            done = subprocess.run(
                command, cwd=folder, env=env, timeout=SELF_TEST_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            sys.exit(f"{program.name}: {error}")
        told = json.loads(report.read_text("utf-8")) if report.exists() else {}
    if done.returncode or not told.get("passed"):
        sys.exit(f"{program.name} --self-test failed with code {done.returncode}")
    where = more.get("QT_QPA_PLATFORM", sys.platform)
    spent = time.monotonic() - begun
    print(f"{program.name} passed its self-test ({where}, {spent:.1f} s)", flush=True)


def bare_environment(home: Path) -> dict[str, str]:
    """Return an environment without this machine's Python, Qt and settings in it."""
    if sys.platform == "win32":
        return dict(os.environ)
    return {"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}


@contextmanager
def screen() -> Iterator[str]:
    """Start an Xvfb of our own and give its display."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        number = server.stdout.readline().strip() if server.stdout else ""
        if not number:
            sys.exit("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=30)


VERBS = {"all": freeze, "freeze": freeze, "check": check, "smoke": smoke}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
