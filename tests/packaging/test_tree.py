"""Traps of a source folder called build/, and what pyproject.toml promises."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = {"db", "desktop", "tests", *(p.stem for p in (ROOT / "build").glob("*.py"))}
needs_git = pytest.mark.skipif(
    not shutil.which("git") or not (ROOT / ".git").exists(), reason="no git checkout"
)


def git(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)


@needs_git
@pytest.mark.parametrize(
    "name",
    [
        "build/release.py",
        "build/clausebook.spec",
        "build/linux/new-file",
        "resources/plans/new.txt",
    ],
)
def test_no_source_is_ignored(name):
    found = git("check-ignore", "-v", name)
    assert (found.returncode, found.stdout) == (1, "")


@needs_git
@pytest.mark.parametrize(
    "name", ["out/dist/clausebook/clausebook", ".venv/bin/python", "db/__pycache__/model.pyc"]
)
def test_everything_generated_is_ignored(name):
    assert git("check-ignore", name).returncode == 0


@needs_git
def test_plans_keep_their_bytes():
    told = git("check-attr", "text", "resources/plans/000_982e410499621ecc.txt").stdout
    assert told.rstrip().endswith("text: unset")


def test_build_is_no_package():
    """With an `__init__` it would shadow the tool of the same name, and PyInstaller's --clean eats namesakes."""
    assert not list((ROOT / "build").rglob("__init__.py"))
    assert not (ROOT / "build" / "clausebook").exists()


def imported(folder: str) -> set[str]:
    """The top-level modules that the files of a folder import, but ours and the standard library's."""
    names: set[str] = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - OURS - set(sys.stdlib_module_names)


def declared(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[^\w.-]", r, maxsplit=1)[0]) for r in requirements}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def undeclared(modules: set[str], requirements: list[str]) -> set[str]:
    """The modules that none of the required distributions brings."""
    provided = packages_distributions()
    names = declared(requirements)
    return {m for m in modules if not names & {normal(d) for d in provided.get(m, [])}}


@pytest.mark.parametrize("folder", ["db", "desktop"])
def test_the_project_lists_what_it_imports(folder):
    assert undeclared(imported(folder), PROJECT["dependencies"]) == set()


def test_the_test_extra_lists_what_the_tests_import():
    listed = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    assert undeclared(imported("tests"), listed) == set()


def test_setting_up_needs_the_standard_library_only():
    """What draws icons and fonts runs in the environment that was set up: it imports late."""
    loaded: set[str] = set()
    for file in (ROOT / "build").rglob("*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.Import):
                loaded |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                loaded.add(node.module.partition(".")[0])
    assert loaded - OURS - set(sys.stdlib_module_names) == set()


def test_what_is_listed_is_used():
    used = imported("db") | imported("desktop")
    provided = packages_distributions()
    names = {normal(d) for m in used for d in provided.get(m, [])}
    unused = declared(PROJECT["dependencies"]) - names
    assert unused == set()


def test_an_undeclared_import_is_seen():
    assert undeclared({"docx", "hypothesis"}, ["python-docx>=1.1.2,<2"]) == {"hypothesis"}


def test_the_extras_that_dev_py_installs_are_there():
    import workshop

    wanted = {extra for verb in workshop.VERBS.values() for extra in verb.extras}
    assert wanted | {"freeze"} <= set(PROJECT["optional-dependencies"])


def test_the_readme_gives_the_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in (
        "python3 build/dev.py`",
        "python3 build/dev.py test`",
        r"py build\dev.py`",
        "python3 build/release.py",
    ):
        assert command in readme


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
def test_the_ci_script_is_well_formed_and_runs_what_the_readme_says():
    script = ROOT / ".ci" / "run"
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    words = script.read_text("utf-8")
    for command in (
        "python3 build/dev.py test",
        "python3 build/dev.py lint",
        "python3 build/release.py smoke --window",
    ):
        assert command in words
