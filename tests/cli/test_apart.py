"""Files are read beside the command, within bounds of time and memory."""

import multiprocessing

import pytest

from db.errors import UserError
from desktop.cli.apart import ReadingApart

LAW = "某办法\n第一条　甲。\n第二条　乙。\n"


@pytest.fixture
def law(tmp_path):
    file = tmp_path / "law.txt"
    file.write_text(LAW, "utf-8")
    return file


def code_of(apart, file):
    with pytest.raises(UserError) as refused:
        apart.read(file)
    return refused.value.code


def test_files_are_read_one_after_the_other_and_the_process_ends(tmp_path, law):
    with ReadingApart(tmp_path / "library") as apart:
        assert [apart.read(law).facts.title for _ in range(2)] == ["某办法", "某办法"]
        assert code_of(apart, tmp_path / "gone.txt") == "file-unreadable"
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


def test_a_file_that_takes_too_long_is_refused_by_its_name(tmp_path, law):
    with ReadingApart(tmp_path / "library", seconds=0.0) as apart:
        assert code_of(apart, law) == "file-costly"
        assert multiprocessing.active_children() == []
        apart._seconds = 60.0
        assert apart.read(law).facts.title == "某办法"


@pytest.mark.skipif("sys.platform == 'win32'", reason="Windows has no such cap")
def test_a_file_that_needs_too_much_memory_is_refused(tmp_path, law):
    greedy = tmp_path / "greedy.txt"
    greedy.write_bytes(b"1. a\n" * 9_000_000)
    with ReadingApart(tmp_path / "library", megabytes=400) as apart:
        assert apart.read(law).facts.title == "某办法"
        assert code_of(apart, greedy) == "file-costly"
        assert apart.read(law).facts.title == "某办法"


def test_the_librarys_own_files_are_not_opened(tmp_path, law):
    with ReadingApart(tmp_path) as apart:
        assert code_of(apart, law) == "import-own"
