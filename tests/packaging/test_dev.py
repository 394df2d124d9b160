"""`dev.py`: an old Python gets a sentence, a new one gets the verbs."""

import ast
import runpy
import sys
from pathlib import Path

import pytest
import system_packages
import workshop

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "build" / "dev.py"


@pytest.fixture
def started(monkeypatch) -> list[tuple[list[str], str]]:
    """The commands that a verb starts, with the Qt platform each gets; nothing is installed or run."""
    commands: list[tuple[list[str], str]] = []

    class Done:
        returncode = 0

    def run(command, *, env, **_more):
        commands.append((command[1:], env.get("QT_QPA_PLATFORM", "")))
        return Done

    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(workshop.system_packages, "provide", lambda _packages: None)
    monkeypatch.setattr(workshop.environment, "prepare", lambda _extras: Path("python"))
    monkeypatch.setattr(workshop, "compile_translations", lambda _python: None)
    monkeypatch.setattr(workshop.subprocess, "run", run)
    return commands


def test_it_parses_on_old_pythons():
    """No annotation, f-string, `:=` or letter beyond ASCII: Python 2.7 reads it (seen there, and on 3.6)."""
    source = DEV.read_bytes()
    tree = ast.parse(source.decode("ascii"), feature_version=(3, 4))
    modern = (
        ast.JoinedStr,
        ast.AnnAssign,
        ast.NamedExpr,
        ast.FunctionDef,
        ast.ClassDef,
        ast.Match,
        ast.Starred,
    )
    assert not [n for n in ast.walk(tree) if isinstance(n, modern)]
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]


def test_an_old_python_gets_a_sentence_before_anything_is_done(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(sys, "version", "3.9.2 (default, Feb 28 2021)")
    monkeypatch.setitem(sys.modules, "workshop", None)  # importing it would be an error
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(DEV), run_name="__main__")
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in stopped.value.code


def test_the_same_version_stands_in_pyproject():
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert runpy.run_path(str(DEV), run_name="other")["NEEDED"] == (3, 11)


def test_with_a_display_the_window_opens(started, monkeypatch):
    monkeypatch.setattr(workshop, "has_screen", lambda: True)
    assert workshop.main([]) == 0
    assert started == [(["-m", "desktop"], "")]


def test_without_a_display_the_main_job_is_done_and_said(started, monkeypatch, capsys):
    monkeypatch.setattr(workshop, "has_screen", lambda: False)
    assert workshop.main([]) == 0
    assert started == [(["-m", "desktop", "--self-test"], "offscreen")]
    assert "There is no display" in capsys.readouterr().out


def test_words_after_run_go_to_the_program(started, monkeypatch):
    monkeypatch.setattr(workshop, "has_screen", lambda: False)
    assert workshop.main(["run", "search", "salt lake"]) == 0
    assert started == [(["-m", "desktop", "search", "salt lake"], "offscreen")]


def test_tests_run_offscreen_and_take_pytest_s_options(started, monkeypatch):
    monkeypatch.setattr(workshop, "has_screen", lambda: True)
    assert workshop.main(["test", "-k", "memo"]) == 0
    assert started == [(["-m", "pytest", "-q", "-k", "memo"], "offscreen")]


def test_a_chosen_platform_is_kept(started, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    workshop.main(["test"])
    assert started[0][1] == "xcb"


def test_lint_stops_at_the_first_checker_that_fails(started, monkeypatch):
    class Failed:
        returncode = 7

    begun = []
    monkeypatch.setattr(
        workshop.subprocess, "run", lambda command, **_: begun.append(command[2]) or Failed
    )
    assert workshop.main(["lint"]) == 7
    assert begun == ["ruff"]


@pytest.mark.parametrize("verb", ["tests", "--version", ""])
def test_a_wrong_verb_is_answered_with_the_right_ones(started, capsys, verb):
    assert workshop.main([verb]) == 2
    assert "  screens  " in capsys.readouterr().err
    assert started == []


def test_packages_for_scripts_are_on_one_line(capsys):
    assert workshop.main(["packages"]) == 0
    line = capsys.readouterr().out.split()
    assert "libxcb-cursor0" in line
    assert "libegl1" in line


def test_translations_are_compiled_when_a_source_is_newer(tmp_path, monkeypatch):
    import os

    started = []

    class Done:
        returncode = 0

    monkeypatch.setattr(workshop, "ROOT", tmp_path)
    monkeypatch.setattr(
        workshop.subprocess, "run", lambda command, **_: started.append(command) or Done
    )
    workshop.compile_translations(Path("python"))
    assert started == []  # nothing to compile
    script, source = (
        tmp_path / "build" / "translations.py",
        tmp_path / "resources" / "translations" / "clausebook_zh_CN.ts",
    )
    compiled = tmp_path / "out" / "translations" / "clausebook_zh_CN.qm"
    for file, age in ((script, 30), (source, 20), (compiled, 10)):
        file.parent.mkdir(parents=True)
        file.touch()
        os.utime(file, (1000 - age, 1000 - age))
    workshop.compile_translations(Path("python"))
    assert started == []  # up to date
    os.utime(source, (2000, 2000))
    workshop.compile_translations(Path("python"))
    assert started == [["python", str(script), "compile"]]


def test_what_the_system_lacks_depends_on_the_window(monkeypatch):
    monkeypatch.setattr(system_packages, "can_load", lambda _name: False)
    monkeypatch.setattr(system_packages, "has_venv", lambda: True)
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    bare = system_packages.lacking(window=False, freezing=False)
    assert "libegl1" in bare
    assert "libxcb-cursor0" not in bare
    assert "libxcb-cursor0" in system_packages.lacking(window=True, freezing=False)
    monkeypatch.setattr(system_packages.sys, "platform", "darwin")
    assert system_packages.lacking(window=True, freezing=True) == []


def test_a_python_without_venv_is_told_by_its_own_package(monkeypatch):
    monkeypatch.setattr(system_packages, "has_venv", lambda: False)
    monkeypatch.setattr(system_packages, "can_load", lambda _name: True)
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    assert system_packages.lacking(window=True, freezing=False) == [
        f"python3.{sys.version_info.minor}-venv"
    ]


def test_freezing_needs_binutils(monkeypatch):
    monkeypatch.setattr(system_packages, "can_load", lambda _name: True)
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: None)
    assert "binutils" in system_packages.lacking(window=True, freezing=True)


def test_a_library_is_looked_for_by_the_loader():
    assert not system_packages.can_load("libthere-is-no-such-thing.so.7")
    assert system_packages.missing(
        {"libthere-is-no-such-thing.so.7": "p", "libnor-this.so.1": "p"}
    ) == ["p"]


def test_a_plain_user_gets_the_one_line_and_nothing_is_run(monkeypatch):
    monkeypatch.setattr(system_packages, "_apt_get", lambda: None)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages.subprocess, "run", None)
    with pytest.raises(SystemExit) as stopped:
        system_packages.provide(["libegl1", "libgl1"])
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert stopped.value.code.splitlines()[1].strip() == line


def test_another_linux_gets_the_names_without_apt(monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit) as stopped:
        system_packages.provide(["libegl1"])
    assert "apt-get" not in stopped.value.code
    assert "libegl1" in stopped.value.code


def test_root_installs_and_a_failure_gives_the_line(monkeypatch, capsys):
    begun = []

    class Failed:
        returncode = 100

    monkeypatch.setattr(system_packages, "_apt_get", lambda: ["apt-get"])
    monkeypatch.setattr(
        system_packages.subprocess, "run", lambda command, **_: begun.append(command[:2]) or Failed
    )
    with pytest.raises(SystemExit, match="sudo apt-get install"):
        system_packages.provide(["libegl1"])
    assert begun == [["apt-get", "update"], ["apt-get", "install"]]
    system_packages.provide([])
    assert len(begun) == 2
