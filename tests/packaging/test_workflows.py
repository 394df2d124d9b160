"""The workflows: pinned, with the least rights, and nothing in them that does not run by hand."""

import re
from pathlib import Path

import pytest
import release
import verify
import workshop

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEXTS = [file.read_text("utf-8") for file in WORKFLOWS]


def test_there_is_a_workflow_for_each_system():
    together = "\n".join(TEXTS)
    for system in ("ubuntu-22.04", "windows-2022", "macos-14"):
        assert f"runs-on: {system}" in together


@pytest.mark.parametrize("text", TEXTS)
def test_every_action_is_pinned_by_hash_and_says_its_version(text):
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    for use in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use), use


@pytest.mark.parametrize("text", TEXTS)
def test_a_job_may_read_and_nothing_else(text):
    assert "\npermissions: {}\n" in text
    assert set(re.findall(r"^      (\w+): (\w+)$", text, re.MULTILINE)) == {("contents", "read")}
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


@pytest.mark.parametrize("text", TEXTS)
def test_every_step_is_a_script_of_build_with_verbs_that_it_knows(text):
    verbs = {
        "dev": {*workshop.VERBS, "packages"},
        "release": {*release.STEPS, *release.ARTIFACTS, *release.SEVERAL},
        "verify": set(verify.CHECKS),
    }
    for script, words in re.findall(r"build/(\w+)\.py([^\n)]*)", text):
        assert (ROOT / "build" / f"{script}.py").exists()
        asked = {word for word in words.split() if not word.startswith("--")}
        assert asked <= verbs.get(script, set()), (script, asked)
