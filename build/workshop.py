"""The verbs of `dev.py`: what each needs, and what it starts in the virtual environment."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import environment
import system_packages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ROOT = environment.ROOT


@dataclass(frozen=True)
class Verb:
    """One thing that can be asked for; `commands` makes the command lines from what follows it."""

    words: str
    commands: Callable[[Path, list[str]], list[list[str]]]
    extras: tuple[str, ...] = ()
    window: bool = False
    freezing: bool = False


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; the first word is the verb, `run` when there is none."""
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("run", [])
    if name in ("-h", "--help"):
        print(usage())
        return 0
    if name == "packages":  # for scripts that install before they set up
        print(" ".join(system_packages.everything()))
        return 0
    if name not in VERBS:
        print(usage(), file=sys.stderr)
        return 2
    return perform(VERBS[name], rest)


def usage() -> str:
    """Return the verbs and what they do."""
    rows = [f"  {name:<9}{verb.words}" for name, verb in VERBS.items()]
    return "\n".join(["usage: python3 build/dev.py [VERB] [ARGUMENT ...]", *rows])


def perform(verb: Verb, rest: list[str]) -> int:
    """Set up what a verb needs, then run its commands; stop at the first that fails."""
    window = verb.window and has_screen()
    system_packages.provide(system_packages.lacking(window=window, freezing=verb.freezing))
    python = environment.prepare(verb.extras)
    compile_translations(python)
    env = dict(os.environ)
    if not window:
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    for command in verb.commands(python, rest):
        try:
            code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
        except KeyboardInterrupt:
            return 130
        if code:
            return code
    return 0


def has_screen() -> bool:
    """Tell whether a window can be shown to somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def compile_translations(python: Path) -> None:
    """Compile the translations into `out/` when a source is newer; without them it is English."""
    script = ROOT / "build" / "translations.py"
    sources = list((ROOT / "resources" / "translations").glob("*.ts"))
    if not script.exists() or not sources:
        return
    compiled = list((ROOT / "out" / "translations").glob("*.qm"))
    if len(compiled) >= len(sources):
        newest = max(p.stat().st_mtime_ns for p in [*sources, script])
        if newest <= min(p.stat().st_mtime_ns for p in compiled):
            return
    command = [str(python), str(script), "compile"]
    if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
        print("The translations could not be compiled; the program speaks English.", flush=True)


def _run(python: Path, rest: list[str]) -> list[list[str]]:
    program = [str(python), "-m", "desktop"]
    if rest or has_screen():
        return [[*program, *rest]]
    print("There is no display: doing the main job without a window.", flush=True)
    return [[*program, "--self-test"]]


def _test(python: Path, rest: list[str]) -> list[list[str]]:
    return [[str(python), "-m", "pytest", "-q", *rest]]


def _lint(python: Path, _rest: list[str]) -> list[list[str]]:
    return [
        [str(python), "-m", "ruff", "check", "."],
        [str(python), "-m", "ruff", "format", "--check", "."],
        [str(python), "-m", "mypy"],
    ]


def _freeze(_python: Path, rest: list[str]) -> list[list[str]]:
    return [[sys.executable, str(ROOT / "build" / "release.py"), *rest]]


def _screens(python: Path, rest: list[str]) -> list[list[str]]:
    return [[str(python), "-m", "tests.screens", *rest]]


VERBS = {
    "run": Verb("set up and open the window; words after it go to the program", _run, window=True),
    "test": Verb("set up and run the tests; words after it go to pytest", _test, ("test",)),
    "lint": Verb("set up and run the checkers", _lint, ("lint",)),
    "freeze": Verb("freeze the program into out/ and let it test itself", _freeze),
    "screens": Verb("paint the window into PNG files", _screens, ("test",)),
}
