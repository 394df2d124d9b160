"""Where things are: in a checkout, installed, frozen, on a stick."""

import sys
from pathlib import Path

import pytest

from db.errors import UserError
from desktop import paths

CACHED = (paths.resources, paths.data_folder, paths.settings_file, paths.log_file)


@pytest.fixture(autouse=True)
def _asked_anew():
    for each in CACHED:
        each.cache_clear()
    yield
    for each in CACHED:
        each.cache_clear()


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A program folder that is not the checkout."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "clausebook"))
    return tmp_path


def test_a_checkout_carries_its_resources():
    assert (paths.resources() / "icons").is_dir()
    assert [p.suffix for p in paths.plans()] == [".json"] * len(paths.plans())
    assert paths.plans()


def test_a_frozen_program_looks_into_its_bundle(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.plans() == ()


def test_a_missing_part_of_the_program_is_said_in_a_sentence():
    with pytest.raises(UserError, match=r"nowhere\.svg"):
        paths.resource("icons", "nowhere.svg")


def test_the_data_is_local_and_not_in_the_program(monkeypatch):
    monkeypatch.delenv("CLAUSEBOOK_SETTINGS", raising=False)
    folder = paths.data_folder()
    assert folder.is_absolute()
    assert not folder.is_relative_to(paths.program_folder())


def test_a_stick_keeps_everything_beside_the_program(stick):
    (stick / paths.PORTABLE).touch()
    written = (paths.data_folder(), paths.settings_file(), paths.log_file())
    assert all(p.is_relative_to(stick / "data") for p in written)


def test_another_folder_is_remembered_for_window_and_command_line(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEBOOK_SETTINGS", str(tmp_path / "choices" / "settings.json"))
    chosen = tmp_path / "my library"
    chosen.mkdir()
    paths.choose_data_folder(chosen)
    paths.data_folder.cache_clear()
    assert paths.data_folder() == chosen


def test_a_chosen_folder_that_is_gone_is_forgotten(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEBOOK_SETTINGS", str(tmp_path / "settings.json"))
    chosen = tmp_path / "stick"
    chosen.mkdir()
    paths.choose_data_folder(chosen)
    chosen.rmdir()
    assert paths.data_folder() != chosen


def test_asking_where_things_are_makes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for ask in (paths.data_folder, paths.log_file):
        assert isinstance(ask(), Path)
    assert list(tmp_path.iterdir()) == []
