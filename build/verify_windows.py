"""The installer for Windows: compiled here, run under wine with a stand-in for the program.

That shows the script at work: files, menu, registry, upgrade, removal. It shows nothing of the
program itself, which only Windows can run.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import chroots
import driving
import product
import windows
from verify_debian import SCREENS, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chroots import Chroot
    from driving import Hand

HOME = f"home/{chroots.USER}/.wine/drive_c/users/{chroots.USER}"
MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Clausebook.lnk"
QUIET = {"WINEDEBUG": "-all"}
KEYS = (r"Software\Clausebook", r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Clausebook")


def check() -> None:
    """Compile, look into the portable archive, then install and remove under wine."""
    if not (product.ICONS / "clausebook.ico").exists():
        sys.exit("There are no icons yet: python3 build/release.py freeze")
    with tempfile.TemporaryDirectory() as folder:
        first = compiled(Path(folder) / "first", {"old.txt": b"1"})
        second = compiled(Path(folder) / "second", {"new.txt": b"2"})
        look_into_archive()
        folder_with_wine = chroots.kept("bookworm", "wine", prepare)
        with chroots.mounted(folder_with_wine) as system, driving.desk() as hand:
            be_windows_10(system, hand)
            go_the_way_of_one_user(system, hand, first, second)
            go_the_way_of_all_users(system, hand, second)
            look_at_pages(system, hand, first)
    product.write_sums(product.OUT)


def compiled(folder: Path, inside: dict[str, bytes]) -> Path:
    """Return a setup.exe with a stand-in for the program in it; it is moved out of `out/`."""
    payload = folder / "payload"
    (payload / "_internal").mkdir(parents=True)
    for program in ("clausebook.exe", "clausebook-cli.exe"):
        (payload / program).write_bytes(b"MZ stand-in")
    for name, content in inside.items():
        (payload / "_internal" / name).write_bytes(content)
    with stand_in(payload):
        made = windows.build_installer([])[0]
        windows.build_portable([])
    say(f"makensis -WX made {made.name}, {made.stat().st_size / 1e3:.0f} kB with a stand-in")
    return made.rename(folder / "setup.exe")


@contextmanager
def stand_in(payload: Path) -> Iterator[None]:
    """Let what is packed in here hold the stand-in."""
    os.environ[windows.PAYLOAD] = str(payload)
    try:
        yield
    finally:
        del os.environ[windows.PAYLOAD]


def look_into_archive() -> None:
    """See that the portable archive has the marker beside the program; take it away again."""
    file = product.OUT / f"{product.NAME}-{product.version()}-windows-portable.zip"
    with zipfile.ZipFile(file) as archive:
        names = set(archive.namelist())
    file.unlink()
    if not {"Clausebook/clausebook.exe", f"Clausebook/{windows.PORTABLE}"} <= names:
        sys.exit(f"The portable archive holds {sorted(names)}")
    say("the portable archive has the marker beside the program")


def prepare(system: Chroot) -> None:
    """Install wine, for 64 and 32 bits: NSIS makes 32-bit installers."""
    system.as_root("dpkg", "--add-architecture", "i386")
    system.as_root("apt-get", "update", "-qq")
    system.install("wine", "wine64", "wine32:i386", "locales", "fonts-wqy-microhei")
    system.as_root("localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8")
    system.as_root("useradd", "--create-home", chroots.USER)


def be_windows_10(system: Chroot, hand: Hand) -> None:
    """Make a new home for wine; by itself it says that it is Windows 7, which is refused."""
    system.as_root("rm", "-rf", f"/home/{chroots.USER}/.wine")
    wine(system, hand, "winecfg", "-v", "win10")


def wine(system: Chroot, hand: Hand, *words: str) -> str:
    """Run something under wine as the ordinary user, until everything that it started has ended."""
    env = {"DISPLAY": hand.display, **QUIET}
    told = system.as_user("wine", *words, more=env)
    system.as_user("wineserver", "--wait", more=env)
    return told


def go_the_way_of_one_user(system: Chroot, hand: Hand, first: Path, second: Path) -> None:
    """Install silently without an administrator, upgrade, remove; the library stays."""
    home = system.root / HOME
    program = home / "AppData" / "Local" / "Programs" / "Clausebook"
    library = home / "AppData" / "Local" / "Clausebook" / "library.sqlite3"
    wine(system, hand, system.put(first), "/S", "/CurrentUser")
    expect(program / "clausebook.exe", program / "_internal" / "old.txt", home / MENU)
    for key in KEYS:
        wine(system, hand, "reg", "query", rf"HKCU\{key}", "/reg:64")
    command = r"HKCU\Software\Classes\Clausebook.Document\shell\open\command"
    if "%1" not in wine(system, hand, "reg", "query", command, "/ve"):
        sys.exit("Explorer is not told how to open a file.")
    library.parent.mkdir(parents=True, exist_ok=True)
    library.write_bytes(b"notes")
    say("installed for one user: program, menu, registry")
    wine(system, hand, system.put(second), "/S", "/CurrentUser")
    expect(program / "_internal" / "new.txt", library)
    expect_gone(program / "_internal" / "old.txt")
    say("upgraded: what the old version brought is gone, the library is there")
    uninstall(system, hand, program)
    expect_gone(program, home / MENU)
    expect(library)
    for root in ("HKCU", "HKLM"):
        told = system.as_user(
            "wine", "reg", "query", rf"{root}\{KEYS[1]}", "/reg:64", more=QUIET, fails=True
        )
        if "DisplayName" in told:
            sys.exit("The registry still knows the program.")
    say("removed silently: nothing of the program is left, the library stays")


def go_the_way_of_all_users(system: Chroot, hand: Hand, setup: Path) -> None:
    """Install for all users, as an administrator, and remove."""
    drive = system.root / HOME
    program = drive.parents[1] / "Program Files" / "Clausebook"
    wine(system, hand, system.put(setup), "/S", "/AllUsers")
    expect(program / "clausebook.exe")
    wine(system, hand, "reg", "query", rf"HKLM\{KEYS[1]}", "/reg:64")
    uninstall(system, hand, program)
    expect_gone(program)
    say("installed for all users and removed")


def uninstall(system: Chroot, hand: Hand, program: Path) -> None:
    """Run the uninstaller silently; it works on as a copy of itself."""
    inside = "/" + (program / "uninstall.exe").relative_to(system.root).as_posix()
    wine(system, hand, inside, "/S")
    driving.wait(lambda: "" if program.exists() else "gone", f"{program} to go")


def look_at_pages(system: Chroot, hand: Hand, setup: Path) -> None:
    """Open the installer in Chinese and take pictures of its first pages."""
    env = {"DISPLAY": hand.display, **QUIET, "LANG": "zh_CN.UTF-8"}
    inside = system.put(setup)
    with driving.running(system.user_command("wine", inside), system.user_environment(env)):
        hand.wait_for_window("Installer|安装")
        hand.shoot(SCREENS / "windows" / "1-language.png")
        hand.press("Return")
        time.sleep(driving.REST * 2)
        hand.shoot(SCREENS / "windows" / "2-welcome.png")
        hand.press("Return", "Return")
        hand.shoot(SCREENS / "windows" / "3-for-whom.png")
    stop(system, env)
    wine(system, hand, inside, "/S", "/CurrentUser")
    program = system.root / HOME / "AppData" / "Local" / "Programs" / "Clausebook"
    remover = "/" + (program / "uninstall.exe").relative_to(system.root).as_posix()
    with driving.running(system.user_command("wine", remover), system.user_environment(env)):
        hand.wait_for_window("Installer|卸载")
        hand.press("Return")  # the language
        hand.wait_for_window("卸载")
        hand.press("Return")
        hand.shoot(SCREENS / "windows" / "4-library.png")
    stop(system, env)


def stop(system: Chroot, env: dict[str, str]) -> None:
    """End what wine still runs; it may have ended itself."""
    system.as_user("sh", "-c", "wineserver --kill || true", more=env)


def expect(*paths: Path) -> None:
    """End when something is not there."""
    if missing := [str(p) for p in paths if not p.exists()]:
        sys.exit(f"Not installed: {missing}")


def expect_gone(*paths: Path) -> None:
    """End when something is still there."""
    if left := [str(p) for p in paths if p.exists()]:
        sys.exit(f"Still there: {left}")
