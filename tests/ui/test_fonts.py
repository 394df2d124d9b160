"""The carried font: taken only where the system has none for Chinese."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""
ASK = """
from desktop.app import draw_characters, make_application
from desktop.ui import fonts, theme
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics
app = make_application()
print(fonts.carry(), fonts.carry())
theme.apply("light")
print(draw_characters())
chinese = [c for c in (fonts.paths.resources() / "plans" / "000_982e410499621ecc.txt").read_text("utf-8") if ord(c) > 0x3000]
print([c for c in chinese if not QFontMetrics(app.font()).inFontUcs4(ord(c))])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_a_machine_without_fonts_still_draws_every_character_of_the_plan(tmp_path):
    settings = tmp_path / "fonts.conf"
    settings.write_text(NO_FONTS.format(folder=tmp_path))
    env = os.environ | {"FONTCONFIG_FILE": str(settings), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    first, drawn, missing = done.stdout.splitlines()
    assert first == "True False"
    assert "the carried one (Noto Sans SC)" in drawn
    assert missing == "[]"


def test_a_chinese_font_of_the_system_is_left_alone(qapp, monkeypatch):
    from desktop.ui import fonts

    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda _system: ["Some Song"])
    monkeypatch.setattr(fonts.QFontDatabase, "addApplicationFont", lambda _file: 1 / 0)
    assert not fonts.carry()


def test_without_its_file_the_program_starts_all_the_same(qapp, monkeypatch, tmp_path, caplog):
    from desktop.ui import fonts

    monkeypatch.setattr(fonts.QFontDatabase, "families", lambda _system: [])
    monkeypatch.setattr(fonts.paths, "resources", lambda: tmp_path)
    assert not fonts.carry()
    assert "resource-missing" in caplog.text or "missing" in caplog.text
