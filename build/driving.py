"""A hand on the program's window: keys by xdotool, eyes by a screenshot."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import freezing
import product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from chroots import Chroot

PATIENCE = 60.0
"""Seconds that something on the screen may take on a busy machine."""

REST = 1.2
"""Seconds between two deeds of the hand, as a person would leave."""


class Hand(NamedTuple):
    """Keys and eyes on one display."""

    display: str

    def do(self, *words: str) -> str:
        """Run xdotool and return what it printed."""
        command = [product.must("xdotool", "xdotool"), *words]
        env = os.environ | {"DISPLAY": self.display}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(REST)

    def write(self, words: str) -> None:
        """Type words."""
        self.do("type", "--delay", "60", words)
        time.sleep(REST)

    def wait_for_window(self, title: str) -> str:
        """Return the id of the window with this in its title, in front and with the keys."""
        window = wait(lambda: self.do("search", "--onlyvisible", "--name", title), title)
        number = window.split()[-1]
        self.do("windowactivate", "--sync", number)
        self.do("windowfocus", "--sync", number)
        time.sleep(REST)
        return number

    def shoot(self, file: Path) -> None:
        """Save what is on the screen as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        command = [product.must("import", "imagemagick"), "-display", self.display]
        subprocess.run([*command, "-window", "root", str(file)], check=True)
        print(f"    {file.relative_to(product.ROOT)}", flush=True)


def wait(look: Callable[[], str], what: str) -> str:
    """Return what `look` returns once it is something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if seen := look():
            return seen
        time.sleep(0.3)
    sys.exit(f"Waited {PATIENCE:.0f} s in vain for: {what}")


@contextmanager
def desk() -> Iterator[Hand]:
    """Start a screen with a window manager on it."""
    with freezing.screen() as display:
        command = [product.must("openbox", "openbox")]
        env = os.environ | {"DISPLAY": display}
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen(command, env=env, stdout=quiet, stderr=quiet)
        try:
            yield Hand(display)
        finally:
            manager.terminate()
            manager.wait(timeout=30)


@contextmanager
def window(system: Chroot, hand: Hand, program: str, language: str) -> Iterator[None]:
    """Start the program's window as the ordinary user; it has to end by its own Quit."""
    more = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": hand.display, "CLAUSEBOOK_LANGUAGE": language}
    with running(system.user_command(program), system.user_environment(more)) as process:
        hand.wait_for_window("Clausebook")
        time.sleep(REST)
        yield
        hand.press("ctrl+q")
        told, _ = process.communicate(timeout=PATIENCE)
        if process.returncode:
            sys.exit(f"{program} ended with code {process.returncode}\n{told}")


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Start a program and see to it that it has ended afterwards."""
    output = subprocess.PIPE
    process = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
