"""Before Qt starts: the input method, and what the words after the program's name ask for."""

import pytest

from desktop.__main__ import asks_for_the_window
from desktop.app import choose_input_method


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "compose"}, {"QT_IM_MODULE": "compose"}),
        ({}, {}),
        (
            {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;fcitx;ibus"},
            {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "wayland;ibus"},
        ),
    ],
)
def test_fcitx_is_spoken_to_through_ibus(before, after):
    environment = dict(before)
    choose_input_method(environment)
    assert environment == after


def test_a_plain_start_opens_the_window():
    assert asks_for_the_window([]) == (None, [])


def test_files_are_offered_for_import(tmp_path, monkeypatch):
    file = tmp_path / "法律 one.docx"
    file.touch()
    folder = tmp_path / "library"
    assert asks_for_the_window([str(file)]) == (None, [file])
    assert asks_for_the_window(["--library", str(folder), str(file)]) == (folder, [file])
    monkeypatch.chdir(tmp_path)
    assert asks_for_the_window([file.name]) == (None, [file])


@pytest.mark.parametrize(
    "words",
    [
        ["search"],
        ["search", "salt lake"],
        ["import", "law.docx"],
        ["law.docx"],
        ["--version"],
        ["--self-test"],
        ["--library"],
        ["--library", "--json"],
        ["--library", "x", "tree"],
    ],
)
def test_commands_go_to_the_parser_even_when_a_folder_has_their_name(words, tmp_path, monkeypatch):
    (tmp_path / "search").mkdir()
    (tmp_path / "tree").touch()
    monkeypatch.chdir(tmp_path)
    assert asks_for_the_window(words) is None
