"""Another program is started in the system's environment, not in the bundle's."""

import os
import sys

import pytest

from desktop.ui.opening import clean_environment, open_outside


def test_the_bundles_libraries_are_not_handed_on():
    bundled = {
        "LD_LIBRARY_PATH": "/bundle",
        "QT_PLUGIN_PATH": "/bundle/plugins",
        "HOME": "/home/me",
    }
    assert clean_environment(bundled) == {"HOME": "/home/me"}


def test_what_the_person_had_set_comes_back():
    bundled = {"LD_LIBRARY_PATH": "/bundle:/own", "LD_LIBRARY_PATH_ORIG": "/own"}
    assert clean_environment(bundled) == {"LD_LIBRARY_PATH": "/own"}


@pytest.mark.skipif(sys.platform != "linux", reason="the starter sets the path on Linux only")
def test_a_frozen_program_opens_a_memo_in_a_clean_environment(tmp_path, monkeypatch, qtbot):
    told = tmp_path / "told"
    opener = tmp_path / "xdg-open"
    opener.write_text(
        f'#!/bin/sh\necho "$1 [$LD_LIBRARY_PATH]" > {told}.new\nmv {told}.new {told}\n'
    )
    opener.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    assert open_outside(tmp_path / "memo.docx")
    qtbot.waitUntil(told.exists, timeout=10_000)
    assert told.read_text().strip() == f"{tmp_path / 'memo.docx'} [/own]"
