"""Choices: kept whole, read without fear."""

import json

import pytest

from desktop.settings import Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "settings.json"


def test_a_choice_is_there_after_a_restart(file):
    settings = Settings(file)
    settings.put("zoom", 125)
    settings.put("名", "深色")
    settings.save()
    again = Settings(file)
    assert (again.get("zoom", 100), again.get("名", "")) == (125, "深色")


@pytest.mark.parametrize(
    "content", ["", "{", "[1, 2]", "\x00\x01", '{"zoom": "large"}', '{"zoom": true}']
)
def test_a_broken_file_means_the_defaults(file, content):
    file.parent.mkdir()
    file.write_text(content, "utf-8")
    assert Settings(file).get("zoom", 100) == 100


def test_an_unreadable_encoding_means_the_defaults(file):
    file.parent.mkdir()
    file.write_bytes(b'{"zoom": 1, "\xff": 2}')
    assert Settings(file).get("zoom", 100) == 100


def test_nothing_is_written_when_nothing_was_chosen(file):
    Settings(file).save()
    assert not file.exists()


def test_a_disk_that_refuses_stops_nobody(file):
    file.parent.write_text("a file where the folder should be")
    settings = Settings(file)
    settings.put("zoom", 90)
    settings.save()
    assert settings.get("zoom", 100) == 90


def test_the_old_choices_stay_until_the_new_ones_are_whole(file, monkeypatch):
    settings = Settings(file)
    settings.put("zoom", 90)
    settings.save()
    monkeypatch.setattr(type(file), "replace", lambda *_: (_ for _ in ()).throw(OSError("power")))
    settings.put("zoom", 200)
    settings.save()
    assert json.loads(file.read_text("utf-8")) == {"zoom": 90}
