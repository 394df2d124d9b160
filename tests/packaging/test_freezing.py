"""Freezing: the same sources give the same bytes, what is checked, and that a failing program is never called good."""

import os
import stat
import sys
from pathlib import Path

import freezing
import product
import pytest

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="shell scripts stand in for programs")


def program(folder: Path, script: str) -> Path:
    file = folder / "clausebook-cli"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_the_same_sources_are_frozen_in_the_same_environment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    env = freezing.frozen_environment()
    assert (env["SOURCE_DATE_EPOCH"], env["PYTHONHASHSEED"]) == ("5", "1")
    assert Path(env["PYINSTALLER_CONFIG_DIR"]).is_relative_to(ROOT / "out")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert freezing.frozen_environment()["SOURCE_DATE_EPOCH"].isdecimal()


def test_without_git_the_moment_is_fixed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert product.last_commit_time() == "1767225600"


def test_everything_is_written_below_out():
    assert (ROOT / "out") in freezing.DIST.parents
    assert 'ROOT / "out" not in WORK.parents' in (ROOT / "build" / "clausebook.spec").read_text(
        "utf-8"
    )


def test_sizes_count_each_file_once(tmp_path):
    (tmp_path / "big").write_bytes(b"x" * 2_000_000)
    (tmp_path / "small").write_bytes(b"x" * 1000)
    (tmp_path / "link").symlink_to("big")
    lines = freezing.sizes(tmp_path).splitlines()
    assert lines[0].endswith("2.0 MB in 2 files")
    assert lines[1].split() == ["2.0", "MB", "big"]


def test_a_bundle_with_something_missing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(freezing, "DIST", tmp_path)
    monkeypatch.setattr(freezing.linking, "needs", lambda _files: {})
    with pytest.raises(SystemExit) as stopped:
        freezing.check([])
    assert "LICENSE is missing" in stopped.value.code
    assert "resources/plans/*.json is missing" in stopped.value.code
    assert "clausebook-cli" in stopped.value.code


def test_gpl_readline_is_refused(tmp_path):
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libreadline.so.8").touch()
    assert freezing.forbidden_files(tmp_path) == ["_internal/libreadline.so.8 must not be there"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF")
def test_a_library_that_is_neither_inside_nor_expected_is_told(tmp_path, monkeypatch):
    (tmp_path / "inside.so.1").touch()
    told = {"x": {"inside.so.1", "libc.so.6", "libgtk-3.so.0"}}
    monkeypatch.setattr(freezing.linking, "needs", lambda _files: told)
    assert freezing.foreign_needs(tmp_path) == {"libgtk-3.so.0"}


def test_checking_without_a_bundle_says_how_to_make_one(tmp_path, monkeypatch):
    monkeypatch.setattr(freezing, "DIST", tmp_path / "none")
    with pytest.raises(SystemExit, match="freeze"):
        freezing.check([])


@posix
def test_a_program_that_passes_passes(tmp_path, capsys):
    file = program(tmp_path, """echo '{"passed": true}' > "${1#--self-test=}" """)
    freezing.self_test(file, {"QT_QPA_PLATFORM": "offscreen"})
    assert "passed its self-test (offscreen" in capsys.readouterr().out


@posix
@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "exit 0",
        """echo '{"passed": false}' > "${1#--self-test=}" """,
        """echo '{"passed": true}' > "${1#--self-test=}"; exit 3""",
        "kill -ABRT $$",
    ],
)
def test_a_program_that_fails_in_any_way_fails(tmp_path, script):
    with pytest.raises(SystemExit, match="clausebook-cli"):
        freezing.self_test(program(tmp_path, script), {})


@posix
def test_a_program_that_hangs_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(freezing, "SELF_TEST_SECONDS", 0.2)
    with pytest.raises(SystemExit, match="timed out"):
        freezing.self_test(program(tmp_path, "exec sleep 5"), {})


@posix
def test_the_program_is_tested_far_from_this_machine_s_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/somewhere")
    assert set(freezing.bare_environment(tmp_path)) == {"HOME", "LANG", "PATH"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb")
def test_the_window_is_insisted_on_only_when_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(freezing, "self_test", lambda *_: None)
    monkeypatch.setattr(freezing.shutil, "which", lambda _name: None)
    freezing.smoke([])
    assert "offscreen only" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="no Xvfb"):
        freezing.smoke(["--window"])
