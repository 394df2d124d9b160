"""Many files are brought in beside the window, which goes first whenever it wants to write."""

import subprocess
import sys
import threading
from dataclasses import dataclass

import pytest

from desktop.library import Library, bringing
from tests.ui.import_samples import GAP, LAW, other_law, write


@dataclass
class Number:
    value: int = 0


@pytest.fixture
def laws(tmp_path):
    folder = tmp_path / "in"
    files = [write(folder, f"law{n}.txt", other_law(n)) for n in range(1, 5)]
    return [*files, write(folder, "gap.txt", GAP), write(folder, "nothing.txt", "")]


@pytest.fixture
def brought(tmp_path, monkeypatch):
    """Return what brings files into a library here, and the arrivals that it told."""
    monkeypatch.setattr(bringing, "step_back", lambda: None)
    folder = tmp_path / "library"
    Library.open(folder).close()

    def bring(files, told=lambda _: None, turns=None):
        arrivals = []

        def tell(_part, _name, made=None):
            if made is not None:
                arrivals.append(made)
            told(made)

        bringing.bring_in(files, folder, (0, len(files)), turns or (Number(), Number()), tell)
        return folder, arrivals

    return bring


def test_every_file_arrives_with_what_became_of_it(laws, brought):
    folder, arrivals = brought([*laws, laws[0]])
    assert [a.state for a in arrivals] == ["imported"] * 5 + ["refused", "same"]
    assert arrivals[4].doubts
    assert "is empty" in str(arrivals[5].error)
    library = Library.open(folder)
    assert [d.uid for d in library.documents()] == [a.document for a in arrivals[:5]]
    library.close()


def test_a_revised_law_arrives_as_an_edition(tmp_path, brought):
    first = write(tmp_path / "in", "a.txt", LAW)
    second = write(tmp_path / "in", "b.txt", LAW.replace("应当登记", "应当及时登记"))
    folder, arrivals = brought([first, second])
    assert [a.state for a in arrivals] == ["imported", "edition"]
    library = Library.open(folder)
    assert [d.edition for d in library.documents()] == [arrivals[1].edition]
    library.close()


def test_it_stops_after_the_file_at_hand(laws, brought):
    stop = Number()

    def told(made):
        if made is not None:
            stop.value = 1

    folder, arrivals = brought(laws, told, (Number(), stop))
    assert [a.file.name for a in arrivals] == ["law1.txt"]
    library = Library.open(folder)
    assert len(library.documents()) == 1
    library.close()


def test_a_document_that_is_in_the_trash_comes_out_of_it(laws, brought):
    folder, arrivals = brought(laws[:1])
    library = Library.open(folder)
    library.remove_documents([arrivals[0].document])
    _, again = brought(laws[:1])
    assert again[0].state == "imported"
    assert [d.uid for d in library.documents()] == [arrivals[0].document]
    library.close()


def test_what_is_saved_meanwhile_stops_a_long_write_which_then_begins_anew(tmp_path):
    library, other = Library.open(tmp_path / "library"), Library.open(tmp_path / "library")
    turn, begun, tries = Number(), threading.Event(), []

    def write_long():
        tries.append(len(tries))
        with library._base.write() as conn:
            conn.execute("INSERT INTO color_name VALUES ('yellow', 'slow')")
            begun.set()
            if len(tries) == 1:
                conn.execute(
                    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                    " SELECT count(*) FROM n"
                ).fetchone()

    def save():
        begun.wait(20)
        writer = Library.open(tmp_path / "library")
        writer.go_first(turn)
        writer.new_memo("Not kept waiting")
        writer.go_first(None)
        writer.close()

    saving = threading.Thread(target=save)
    saving.start()
    library.giving_way(turn, write_long)
    saving.join(20)
    assert len(tries) == 2
    assert turn.value == 0
    assert other.memo("Not kept waiting")
    assert other._base.conn.execute("SELECT name FROM color_name").fetchall() == [("slow",)]
    library.close()
    other.close()


def test_a_file_that_takes_too_long_ends_the_process(tmp_path):
    file = write(tmp_path, "law.txt", LAW)
    program = (
        "import sys, time; from pathlib import Path; from desktop.library import bringing\n"
        "bringing.SECONDS = 0.2\n"
        "with bringing._capped(Path(sys.argv[1])): time.sleep(30)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], check=False, timeout=25)
    assert done.returncode != 0
