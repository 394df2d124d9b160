"""The virtual environment: one that fits is left alone, a broken one is made anew, extras stay."""

import subprocess
import sys
from pathlib import Path

import environment
import pytest
from environment import STAMP, Stamp, read_stamp, stamp_for


class Checkout:
    """A checkout whose environment is made for real, but without pip; installing starts nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.calls: list[str] = []
        (root / "pyproject.toml").write_text("[project]\n")

    def run(self, command, **more):
        words = [str(c) for c in command]
        self.calls.append(" ".join(words[1:]))
        if words[1:3] == ["-m", "venv"]:
            words.append("--without-pip")
        elif words[1:3] == ["-m", "pip"]:
            words = [words[0], "-c", "pass"]
        return subprocess.run(words, **more)

    @property
    def made(self) -> int:
        return sum(c.startswith("-m venv") for c in self.calls)

    @property
    def installed(self) -> list[str]:
        return [c.partition(" --editable ")[2] for c in self.calls if " install " in c]


@pytest.fixture
def checkout(tmp_path, monkeypatch) -> Checkout:
    made = Checkout(tmp_path)
    monkeypatch.setattr(environment, "ROOT", made.root)
    monkeypatch.setattr(environment, "FOLDER", made.folder)
    monkeypatch.setattr(environment, "subprocess", made)
    return made


def test_the_first_time_makes_it_and_installs_the_checkout_editable(checkout):
    python = environment.prepare(["test"])
    assert python.exists()
    assert (checkout.made, checkout.installed) == (1, [".[test]"])


def test_the_second_time_does_nothing(checkout):
    environment.prepare(["test"])
    environment.prepare(["test"])
    environment.prepare()
    assert (checkout.made, len(checkout.installed)) == (1, 1)


def test_another_extra_is_added_to_those_that_are_there(checkout):
    environment.prepare(["test"])
    environment.prepare(["lint"])
    assert checkout.installed[-1] == ".[lint,test]"
    environment.prepare(["test", "lint"])
    assert len(checkout.installed) == 2


def test_without_extras_it_is_editable_all_the_same(checkout):
    environment.prepare()
    assert checkout.installed == ["."]


def test_a_changed_project_is_installed_again(checkout):
    environment.prepare()
    (checkout.root / "pyproject.toml").write_text("[project]\nname='x'\n")
    environment.prepare()
    assert (checkout.made, len(checkout.installed)) == (1, 2)


def test_a_half_made_one_is_made_anew(checkout):
    environment.prepare()
    python = environment.python_of(checkout.folder)
    python.unlink()
    environment.prepare()
    assert checkout.made == 2
    assert python.exists()


def test_a_python_that_does_not_start_is_made_anew(checkout):
    environment.prepare()
    python = environment.python_of(checkout.folder)
    python.unlink()
    python.write_text("#!/nowhere/python\n")
    python.chmod(0o755)
    environment.prepare()
    assert checkout.made == 2


def test_a_failed_installation_leaves_no_stamp_and_a_sentence(checkout, monkeypatch):
    environment.prepare()
    monkeypatch.setattr(checkout, "run", lambda *_a, **_k: subprocess.CompletedProcess([], 1))
    with pytest.raises(SystemExit, match="needs a network"):
        environment._install(
            environment.python_of(checkout.folder),
            stamp_for(checkout.root, checkout.folder, ["test"]),
        )
    assert read_stamp(checkout.folder) is None


def test_a_moved_checkout_does_not_fit():
    old, new = (Stamp("h", root, "3.11", ()) for root in ("/a", "/b"))
    assert not old.covers(new)


@pytest.mark.parametrize(
    ("have", "wanted", "fits"),
    [(("lint", "test"), ("test",), True), (("test",), ("lint",), False), ((), (), True)],
)
def test_more_extras_than_wanted_fit(have, wanted, fits):
    assert Stamp("h", "/a", "3.11", have).covers(Stamp("h", "/a", "3.11", wanted)) is fits


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"project": 1}',
        '{"project": "a", "root": "b", "python": "c", "extras": null}',
    ],
)
def test_a_stamp_that_cannot_be_read_is_none(tmp_path, content):
    (tmp_path / STAMP).write_text(content)
    assert read_stamp(tmp_path) is None


def test_the_stamp_knows_the_environment_s_own_python(tmp_path):
    (tmp_path / "pyproject.toml").touch()
    assert stamp_for(tmp_path, tmp_path, []).python == ""
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.1\n")
    assert stamp_for(tmp_path, tmp_path, ["b", "a", "b"])[2:] == ("3.12.1", ("a", "b"))


def test_where_the_python_lies(monkeypatch):
    assert environment.python_of(Path("v")) == Path(
        "v/bin/python" if sys.platform != "win32" else "v/Scripts/python.exe"
    )
