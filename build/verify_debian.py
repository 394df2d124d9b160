"""The .deb in a fresh Debian without Python: installed, driven, upgraded with its notes, purged."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import chroots
import deb
import driving
import product
from driving import Hand, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chroots import Chroot

EARLIER = "0.0.9"
BODY = "kept through the upgrade"
SCREENS = product.OUT / "screens"


def check(suite: str) -> None:
    """Go the whole way of a package in one release of Debian."""
    package = newest_package()
    earlier = earlier_package()
    with chroots.fresh(suite, "deb") as system, driving.desk() as hand:
        assert_no_python(system)
        before = system.paths()
        system.install(system.put(earlier))
        say(f"installed {EARLIER}; {len(system.paths() - before)} paths more")
        add_note(system, "/usr/bin/clausebook-cli")
        drive(system, hand, "/usr/bin/clausebook", SCREENS / suite)
        told = system.as_root("sh", "-c", f"apt-get install -y {system.put(package)} 2>&1")
        if "upgraded, 0 newly" not in told or not told.split("upgraded,")[0].endswith("1 "):
            sys.exit(f"That was no upgrade:\n{told}")
        look_after_upgrade(system, hand, "/usr/bin/clausebook", SCREENS / suite)
        purge(system, before)


def newest_package() -> Path:
    """Return the package in `out/`; end with the line that makes it when there is none."""
    name = f"{product.NAME}_{product.version()}_{product.architecture()}.deb"
    file = product.OUT / name
    if not file.exists():
        sys.exit(f"{file} is missing: python3 build/release.py freeze deb")
    return file


def earlier_package() -> Path:
    """Return the same package with a lower number, packed quickly; made when it is missing."""
    with earlier_version():
        target = product.OUT / "work" / "earlier.deb"
        deb.pack(deb.lay(product.OUT / "work" / "earlier"), target, ["-Zgzip", "-z1"])
    return target


@contextmanager
def earlier_version() -> Iterator[None]:
    """Let everything that is made in here have a lower version."""
    os.environ[product.VERSION_WANTED] = EARLIER
    try:
        yield
    finally:
        del os.environ[product.VERSION_WANTED]


def assert_no_python(system: Chroot) -> None:
    """End when the system has a Python: then the check would prove nothing."""
    found = [p for p in ("usr/bin/python3", "usr/bin/python") if (system.root / p).exists()]
    if found:
        sys.exit(f"The fresh system has a Python: {found}")


def add_note(system: Chroot, program: str) -> None:
    """Write a note from the console, as the ordinary user."""
    words = ["--at", "II.(3).2.1", "--quote", "potassium, magnesium, lithium", "--body", BODY]
    system.as_user(program, "note", "add", *words)
    say("a note was written from the console")


def drive(system: Chroot, hand: Hand, program: str, screens: Path) -> None:
    """Search, write a note and export it in the window, with keys; look at what it left."""
    with window(system, hand, program, "en"):
        hand.shoot(screens / "1-opened.png")
        hand.press("ctrl+shift+f")
        hand.write("salt lake")
        hand.press("Return")
        hand.shoot(screens / "2-searched.png")
        hand.press("n")
        hand.write("typed into the window")
        hand.press("ctrl+Return")
        hand.shoot(screens / "3-noted.png")
        hand.press("ctrl+e")
        hand.wait_for_window("Export")
        hand.do("key", "ctrl+a")
        hand.write(f"/home/{chroots.USER}/notes.docx")
        hand.press("Return")
        hand.wait_for_window("Clausebook")
        hand.shoot(screens / "4-exported.png")
    bodies = note_bodies(system, f"{program}-cli")
    if not {BODY, "typed into the window"} <= bodies:
        sys.exit(f"The notes are not all there: {sorted(bodies)}")
    content = (system.home / "notes.docx").read_bytes()
    if not content.startswith(b"PK"):
        sys.exit("notes.docx is no Word document")
    say(f"searched, noted and exported in the window; notes.docx has {len(content)} bytes")


def look_after_upgrade(system: Chroot, hand: Hand, program: str, screens: Path) -> None:
    """See that the notes are there after an upgrade, and the window speaks Chinese when asked."""
    bodies = note_bodies(system, f"{program}-cli")
    if not {BODY, "typed into the window"} <= bodies:
        sys.exit(f"The upgrade lost notes: {sorted(bodies)}")
    report = "self-test.json"
    env = {"DISPLAY": hand.display, "QT_QPA_PLATFORM": "xcb"}
    system.as_user(program, f"--self-test={report}", more=env)
    told = json.loads((system.home / report).read_text("utf-8"))
    if not told["passed"]:
        sys.exit(f"The self-test failed: {told}")
    words = {step["step"]: step["words"] for step in told["steps"]}
    with window(system, hand, program, "zh_CN"):
        hand.press("ctrl+shift+f")
        hand.write("qinghai")
        hand.press("Return")
        hand.shoot(screens / "5-upgraded-chinese.png")
    say(f"upgraded, all notes kept; self-test passed in {told['ms']} ms; {words['fonts']}")


def note_bodies(system: Chroot, program: str) -> set[str]:
    """Return what the notes of the ordinary user say."""
    told = json.loads(system.as_user(program, "--json", "note", "list"))
    return {note["body"] for note in told}


def purge(system: Chroot, before: set[str]) -> None:
    """Purge the package and what came with it; nothing may be left but the user's library."""
    library = system.home / ".local" / "share" / "Clausebook"
    kept = sorted(p.name for p in library.iterdir())
    system.as_root("apt-get", "purge", "-y", "-qq", product.NAME)
    left = {p for p in system.paths() - before if product.NAME in p.lower()}
    if left:
        sys.exit(f"Purging left: {sorted(left)}")
    if sorted(p.name for p in library.iterdir()) != kept:
        sys.exit("Purging touched the library of the user.")
    say("purged: nothing of the program is left, the user's library is untouched")


def say(words: str) -> None:
    """Tell of a step that was passed."""
    print(f"  {words}", flush=True)
