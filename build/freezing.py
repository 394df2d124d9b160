"""Freeze the program, look at what came out, and let it test itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import bundle
import environment
import linking
import system_packages
import windows
import workshop
from product import DIST, ICONS, LINUX, OUT, ROOT, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUIRED = [
    "LICENSE",
    "licenses/*.txt",
    "sbom.cdx.json",
    "resources/fonts/*.ttf",
    "resources/icons/*.svg",
    "resources/plans/*.json",
    "resources/plans/*.txt",
    "resources/styles/*",
]
REQUIRED_ON_LINUX = [
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/libqwayland*.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
]
SELF_TEST_SECONDS = 180


def freeze(_options: list[str]) -> None:
    """Make the bundle; nothing is written outside `out/` and `.venv`."""
    system_packages.provide(system_packages.lacking(window=True, freezing=True))
    python = environment.prepare(["freeze"])
    workshop.compile_translations(python)
    subprocess.run([str(python), str(ROOT / "build" / "icons.py"), str(ICONS)], check=True)
    freeze_into(python, DIST)
    print(sizes(DIST))
    if LINUX:
        print(f"It runs where there is glibc {linking.floor(linking.binaries(DIST))} or newer.")


def freeze_into(python: Path, folder: Path) -> None:
    """Let PyInstaller make a bundle; what it needs besides lies below `out/work`."""
    command = [str(python), "-m", "PyInstaller", str(ROOT / "build" / "clausebook.spec")]
    command += ["--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--workpath", str(OUT / "work"), "--distpath", str(folder.parent)]
    if sys.platform == "win32":
        windows.write_version_file(OUT / "work" / "clausebook" / "version.txt")
    if subprocess.run(command, cwd=ROOT, env=frozen_environment(), check=False).returncode:
        sys.exit("The program could not be frozen; the lines above say why.")
    if LINUX:
        (folder / "clausebook-cli").symlink_to("clausebook")


def twice(_options: list[str]) -> None:
    """Freeze again into another folder and refuse when a byte differs."""
    again = OUT / "again" / "clausebook"
    freeze_into(environment.prepare(["freeze"]), again)
    one, other = fingerprints(DIST), fingerprints(again)
    shutil.rmtree(again.parent)
    different = sorted(f for f in {*one, *other} if one.get(f) != other.get(f))
    if different:
        sys.exit("Two builds of the same sources differ:\n  " + "\n  ".join(different))
    print(f"Frozen twice: {len(one)} files, each the same byte for byte.")


def fingerprints(folder: Path) -> dict[str, str]:
    """Return for each file its mode and hash, for each link its target."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"to {path.readlink()}"
        elif path.is_file():
            digest = sha256(path.read_bytes()).hexdigest()
            found[name] = f"{path.stat().st_mode & 0o777:o} {digest}"
    return found


def frozen_environment() -> dict[str, str]:
    """Return the environment in which the same sources give the same bytes."""
    return os.environ | {
        "PYINSTALLER_CONFIG_DIR": str(OUT / "work" / "cache"),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": moment(),
    }


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
    faults = [*missing_files(DIST), *forbidden_files(DIST), *too_big(DIST)]
    if LINUX:
        faults += [f"needs {name} of the system" for name in sorted(foreign_needs(DIST))]
    if faults:
        sys.exit("The frozen program is not right:\n  " + "\n  ".join(faults))


def missing_files(folder: Path) -> list[str]:
    """Return what should be in a bundle and is not."""
    inside = folder / "_internal"
    wanted = REQUIRED + (REQUIRED_ON_LINUX if LINUX else [])
    if list((ROOT / "resources" / "translations").glob("*.ts")):
        wanted.append("resources/translations/*.qm")
    missing = [f"{pattern} is missing" for pattern in wanted if not list(inside.glob(pattern))]
    return missing + [f"{p.name} is missing" for p in programs(folder).values() if not p.exists()]


def too_big(folder: Path) -> list[str]:
    """Return a fault when the bundle outgrew what it may have on an old laptop."""
    files = (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    size = sum(p.stat().st_size for p in files)
    limit = bundle.LIMITS.get(sys.platform, 0)
    return [f"{size / 1e6:.1f} MB, more than {limit / 1e6:.0f}"] if 0 < limit < size else []


def forbidden_files(folder: Path) -> list[str]:
    """Return what must not be in a bundle and is."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return [f"{name} must not be there" for name in names if bundle.FORBIDDEN.search(name)]


def foreign_needs(folder: Path) -> set[str]:
    """Return the libraries that the bundle links to, has not, and may not expect of a system."""
    needed = set().union(*linking.needs(linking.binaries(folder)).values())
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
    if not LINUX:
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
