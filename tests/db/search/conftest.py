"""A library with the shipped plan, a Chinese regulation and an English law, made once and copied."""

import shutil
from pathlib import Path

import pytest

from db.connection import Base
from desktop.importers.shipped import read_shipped
from tests.db.search.laws import CHINESE, ENGLISH, PLAN, add, law


@pytest.fixture(scope="session")
def made_shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search") / "library"
    base = Base.open(folder)
    add(base, read_shipped(PLAN))
    lede = "News of the day\nThe salt lake is in the news.\n"
    add(base, law(CHINESE, "盐湖条例", region="Qinghai", date="2020-05-01"))
    add(base, law(ENGLISH, "Salt Act", date="1999-12-31", lede=lede))
    base.close()
    return folder


@pytest.fixture
def base(made_shelf, tmp_path):
    """An open library of three documents that a test may change."""
    opened = Base.open(Path(shutil.copytree(made_shelf, tmp_path / "library")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shelf(made_shelf, tmp_path_factory):
    """The same library for a module's tests that only read."""
    opened = Base.open(Path(shutil.copytree(made_shelf, tmp_path_factory.mktemp("read") / "it")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def conn(shelf):
    """The connection of the library that is only read."""
    return shelf.conn


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An empty library; what a test adds it takes out again."""
    opened = Base.open(tmp_path_factory.mktemp("empty"))
    yield opened
    opened.close()
