"""The command line as a person meets it: arguments in, exit code and two streams out."""

import json
from dataclasses import dataclass

import pytest

from desktop.__main__ import main


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def say(folder, capsys):
    """Run one command on a library with the plan in it."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        try:
            code = main(["--library", str(folder), *words])
        except SystemExit as stop:
            code = stop.code
        streams = capsys.readouterr()
        return Said(code, streams.out, streams.err)

    return run
