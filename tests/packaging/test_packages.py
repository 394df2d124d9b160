"""What packages say: needs that are computed, files that are owned, the same bytes each time."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile

import deb
import linking
import linux_portable
import linux_tree
import product
import pytest
import rpm
import windows

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux")


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A small stand-in for the frozen program, and an `out/` of its own."""
    folder = tmp_path / "dist" / "clausebook"
    (folder / "_internal").mkdir(parents=True)
    (folder / "clausebook").write_text('#!/bin/sh\necho "$0" "$@"\n')
    (folder / "clausebook").chmod(0o755)
    (folder / "clausebook-cli").symlink_to("clausebook")
    (folder / "_internal" / "base.txt").write_text("inside")
    icons = tmp_path / "icons"
    icons.mkdir()
    (icons / "48.png").write_bytes(b"png")
    for name, value in {"OUT": tmp_path, "DIST": folder, "ICONS": icons}.items():
        monkeypatch.setattr(product, name, value)
    monkeypatch.setattr(linux_tree.lay, "__defaults__", (folder,))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return folder


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_needs_are_those_of_the_binaries_less_what_is_inside():
    told = (
        "shlibs:Depends=libc6 (>= 2.35), libgl1, libffi8 (>= 3.4)\n"
        "shlibs:Recommends=libcups2 (>= 2.3), libc6 (>= 2.14)\n"
    )
    assert deb.parse_needs(told, {"libffi8"}) == {
        "Depends": "fontconfig, libc6 (>= 2.35), libgl1",
        "Recommends": "libcups2 (>= 2.3)",
    }


def test_a_package_for_old_systems_sorts_below(monkeypatch):
    monkeypatch.setenv("CLAUSEBOOK_ARTIFACT_SUFFIX", "glibc2.31")
    assert deb.package_version() == f"{product.version()}~glibc2.31"
    assert rpm.release_number() == "0.glibc2.31"
    assert linux_portable.title().endswith("-glibc2.31")


@pytest.mark.parametrize(
    ("versions", "highest"),
    [(["2.2.5", "2.34", "2.9"], "2.34"), (["2.4"], "2.4"), ([], "")],
)
def test_versions_are_compared_as_numbers(versions, highest):
    assert linking.newest(versions) == highest


@linux
def test_the_floor_is_what_a_binary_asks_for():
    assert linking.floor([sys.executable]).startswith("2.")


@linux
def test_the_tree_has_what_a_desktop_looks_for(bundle, tmp_path):
    root = linux_tree.lay(tmp_path / "tree")
    usr = root / "usr"
    assert (usr / "bin" / "clausebook").resolve() == usr / "lib" / "clausebook" / "clausebook"
    for place in (
        "share/applications/clausebook.desktop",
        "share/metainfo/clausebook.metainfo.xml",
        "share/icons/hicolor/48x48/apps/clausebook.png",
        "share/icons/hicolor/scalable/apps/clausebook.svg",
        "share/man/man1/clausebook.1.gz",
        "share/doc/clausebook/copyright",
    ):
        assert (usr / place).is_file(), place
    assert product.version() in (usr / "share/metainfo/clausebook.metainfo.xml").read_text()
    modes = {oct(p.stat().st_mode & 0o777) for p in root.rglob("*") if p.is_file()}
    assert modes == {"0o644", "0o755"}
    times = {int(p.lstat().st_mtime) for p in root.rglob("*")}
    assert times == {1767225600}


def test_the_desktop_entry_offers_what_the_program_reads():
    entry = (linux_tree.SOURCES / "clausebook.desktop").read_text("utf-8")
    for kind in ("text/plain", "text/html", "text/markdown", "application/pdf", "wordprocessingml"):
        assert kind in entry
    assert "Exec=clausebook %F" in entry


@linux
def test_the_archive_is_the_same_each_time_and_runs_where_it_is_unpacked(bundle, tmp_path):
    first = digest(linux_portable.build_archive([])[0])
    os.utime(bundle / "clausebook", (5, 5))
    archive = linux_portable.build_archive([])[0]
    assert digest(archive) == first
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "there", filter="data")
    program = next((tmp_path / "there").glob("*/clausebook-cli"))
    told = subprocess.run([program, "tree"], capture_output=True, text=True, check=True).stdout
    assert told.strip().endswith("tree")


@linux
def test_the_rpm_owns_its_folders_and_lists_its_files(bundle, tmp_path):
    root = linux_tree.lay(tmp_path / "tree")
    files = rpm.file_list(root)
    assert "/usr/lib/clausebook" in files
    assert "/usr/bin/clausebook" in files
    assert not [f for f in files if f in ("/usr", "/usr/bin", "/usr/share", "/usr/share/man")]


def test_the_portable_archive_has_the_marker_that_the_program_looks_for(bundle):
    from desktop import paths

    assert windows.PORTABLE == paths.PORTABLE
    (bundle / "clausebook-cli").unlink()
    archive = windows.build_portable([])[0]
    first = digest(archive)
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        assert "不" not in names
        assert "资料库" in packed.read(f"Clausebook/{paths.PORTABLE}").decode("utf-8-sig")
    assert {"Clausebook/clausebook", "Clausebook/_internal/base.txt"} <= set(names)
    assert digest(windows.build_portable([])[0]) == first


@pytest.mark.parametrize(("version", "four"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0")])
def test_windows_gets_four_numbers(version, four):
    assert windows.numbers(version) == four


@linux
class TestTheInstallerForOneUser:
    """install.sh and uninstall.sh, in a home of their own, as makeself starts them."""

    @pytest.fixture
    def unpacked(self, bundle, tmp_path):
        root = tmp_path / "unpacked"
        shutil.copytree(bundle, root / "program", symlinks=True)
        linux_tree.lay_share(root / "share")
        for script in ("install.sh", "uninstall.sh"):
            (root / script).write_text(product.filled(linux_tree.SOURCES / script), "utf-8")
            (root / script).chmod(0o755)
        return root

    def run(self, home, *command, language="C", words=""):
        env = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": language}
        return subprocess.run(
            ["sh", *map(str, command)],
            env=env,
            input=words,
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.fixture
    def home(self, tmp_path):
        home = tmp_path / "ho me's"
        library = home / ".local" / "share" / "Clausebook"
        library.mkdir(parents=True)
        (library / "library.sqlite3").write_text("notes")
        return home

    def test_it_installs_and_the_command_works(self, unpacked, home):
        done = self.run(home, unpacked / "install.sh", language="zh_CN.UTF-8")
        assert done.returncode == 0, done.stderr
        assert "已安装到" in done.stdout
        command = home / ".local" / "bin" / "clausebook"
        told = subprocess.run([command, "tree"], capture_output=True, text=True, check=True).stdout
        assert told.strip().endswith("tree")
        entry = (home / ".local/share/applications/clausebook.desktop").read_text("utf-8")
        assert f'Exec="{home}/.local/lib/clausebook/clausebook" %F' in entry

    def test_an_upgrade_leaves_nothing_of_the_old_version(self, unpacked, home):
        self.run(home, unpacked / "install.sh")
        old = home / ".local" / "lib" / "clausebook" / "_internal" / "old.txt"
        old.touch()
        assert self.run(home, unpacked / "install.sh").returncode == 0
        assert not old.exists()
        assert old.with_name("base.txt").exists()
        assert [p.name for p in (home / ".local" / "lib").iterdir()] == ["clausebook"]

    def test_removing_keeps_the_library_and_nothing_else(self, unpacked, home):
        before = sorted(p for p in home.rglob("*"))
        self.run(home, unpacked / "install.sh")
        done = self.run(home, home / ".local" / "lib" / "clausebook" / "uninstall.sh")
        assert done.returncode == 0, done.stderr
        assert sorted(p for p in home.rglob("*")) == before
        assert "The library stays" in done.stdout

    @pytest.mark.parametrize(("answer", "kept"), [("no\n", True), ("", True), ("yes\n", False)])
    def test_the_library_goes_only_after_a_yes(self, unpacked, home, answer, kept):
        self.run(home, unpacked / "install.sh")
        script = home / ".local" / "lib" / "clausebook" / "uninstall.sh"
        assert self.run(home, script, "--with-library", words=answer).returncode == 0
        assert (home / ".local" / "share" / "Clausebook").exists() is kept
        assert not script.exists()

    def test_a_folder_that_is_not_ours_is_left_alone(self, unpacked, home):
        other = home / ".local" / "lib" / "clausebook" / "mine.txt"
        other.parent.mkdir(parents=True)
        other.touch()
        done = self.run(home, unpacked / "install.sh")
        assert done.returncode == 1
        assert "not ours" in done.stderr
        assert other.exists()

    def test_a_wrong_option_installs_nothing(self, unpacked, home):
        assert self.run(home, unpacked / "install.sh", "--bogus").returncode == 2
        assert not (home / ".local" / "lib").exists()
