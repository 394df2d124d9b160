"""`release.py`: its verbs, in the order that they are given, and the sums of what was packed."""

import hashlib

import product
import pytest
import release


@pytest.mark.parametrize("arguments", [["bogus"], ["freeze", "--fast"], ["--help"]])
def test_a_wrong_verb_is_answered_with_the_right_ones(arguments, capsys):
    assert release.main(arguments) == 2
    assert "smoke" in capsys.readouterr().err


def test_without_a_verb_it_freezes_checks_and_smokes(monkeypatch):
    done = []
    for verb in ("freeze", "check", "smoke"):
        monkeypatch.setitem(
            release.STEPS, verb, lambda options, verb=verb: done.append((verb, options))
        )
    assert release.main([]) == 0
    assert [verb for verb, _ in done] == ["freeze", "check", "smoke"]
    assert release.main(["smoke", "--window"]) == 0
    assert done[-1] == ("smoke", ["--window"])


@pytest.mark.parametrize("verb", [*release.STEPS, *release.ARTIFACTS, *release.SEVERAL])
def test_every_verb_is_explained(verb):
    assert f" {verb}" in release.__doc__.replace("\n", " ") or f"`{verb}`" in release.__doc__


def test_what_is_packed_gets_its_sum(tmp_path, monkeypatch):
    monkeypatch.setattr(product, "OUT", tmp_path)
    monkeypatch.setattr(product, "ROOT", tmp_path)
    (tmp_path / "AppDir").mkdir()
    (tmp_path / "notes.txt").touch()

    def pack(_options):
        file = tmp_path / "clausebook-1.zip"
        file.write_bytes(b"packed")
        return [file]

    monkeypatch.setitem(release.ARTIFACTS, "portable", pack)
    assert release.main(["portable"]) == 0
    digest = hashlib.sha256(b"packed").hexdigest()
    assert (tmp_path / "SHA256SUMS").read_text() == f"{digest}  clausebook-1.zip\n"
