"""`--self-test`: it does the main job, and a fault in any step makes it fail."""

import json

import pytest

from desktop import sample_files, self_test
from desktop.importers.files import SUFFIXES


def run(tmp_path):
    file = tmp_path / "report.json"
    code = self_test.run_self_test(str(file))
    return code, json.loads(file.read_text("utf-8"))


def test_it_passes_and_tells_versions_and_timings(qapp, tmp_path):
    code, report = run(tmp_path)
    assert (code, report["passed"]) == (0, True), report["steps"]
    assert [step["step"] for step in report["steps"]] == list(self_test.STEPS)
    assert {"clausebook", "python", "qt", "sqlite"} <= set(report["versions"])
    assert report["ms"] >= max(step["ms"] for step in report["steps"])


def test_one_failing_step_fails_it_and_the_others_still_run(monkeypatch, tmp_path):
    def fails(_bench):
        raise ValueError("broken")

    monkeypatch.setattr(
        self_test, "STEPS", {"open": self_test._open, "bad": fails, "search": self_test._search}
    )
    code, report = run(tmp_path)
    assert (code, report["passed"]) == (1, False)
    assert [step["passed"] for step in report["steps"]] == [True, False, True]
    assert report["steps"][1]["words"] == "ValueError: broken"


def test_every_format_that_is_read_has_a_sample():
    covered = {sample_files.SAME.get(suffix, suffix) for suffix in SUFFIXES}
    assert covered == set(sample_files.WRITERS)


def test_boxes_instead_of_characters_are_a_failure(qapp, monkeypatch):
    from desktop.ui import looking

    box = looking._glyph("□")
    monkeypatch.setattr(looking, "_glyph", lambda _sign: box)
    with pytest.raises(AssertionError, match="look the same"):
        looking.look_at_fonts(carried=False)
