"""What other programs read: package metadata, desktop entry, list of components, workflows."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import linux_tree
import product
import verify_debian
from verify_debian import say

TOOLS = product.OUT / "tools"
PYTHON_TOOLS = (
    "check-jsonschema==0.39.0",
    "zizmor==1.32.0",
    "cyclonedx-python-lib[json-validation]",
)
NO_DOMAIN = "--override=cid-desktopapp-is-not-rdns=info"
"""The project owns no domain name to call its component after."""

WORKFLOWS = product.ROOT / ".github" / "workflows"
VALIDATE = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(open(sys.argv[1]).read())
sys.exit(f"not CycloneDX 1.5: {fault}" if fault else 0)
"""


def check() -> None:
    """Let every checker look at what it knows about."""
    check_package()
    check_desktop()
    check_rpm()
    python = tools()
    check_components(python)
    check_workflows(python)
    check_sums()


def check_package() -> None:
    """Let lintian look at the .deb; what is allowed stands with its reason in lintian-overrides."""
    package = verify_debian.newest_package()
    size = package.stat().st_size / 1e6
    if size > 31:
        sys.exit(f"{package.name} has {size:.1f} MB, more than 31")
    must_pass("lintian", "--fail-on", "error,warning", "--allow-root", str(package))
    say(f"lintian has nothing to say about {package.name}, {size:.1f} MB")


def check_desktop() -> None:
    """Let the tools of desktops look at the entry, the description and the manual page."""
    with tempfile.TemporaryDirectory() as folder:
        share = Path(folder)
        linux_tree.lay_share(share)
        entry = share / "applications" / "clausebook.desktop"
        must_pass("desktop-file-validate", str(entry))
        metainfo = share / "metainfo" / "clausebook.metainfo.xml"
        must_pass("appstreamcli", "validate", "--no-net", NO_DOMAIN, str(metainfo))
        drawn = sorted(share.glob("icons/hicolor/*/apps/clausebook.png"))
        if len(drawn) < 8:
            sys.exit(f"Only {len(drawn)} sizes of the icon.")
    say(f"desktop entry and AppStream description are valid; {len(drawn)} sizes of the icon")


def check_rpm() -> None:
    """Let rpm tell what it knows of the package."""
    found = sorted(product.OUT.glob(f"{product.NAME}-{product.version()}-1.*.rpm"))
    if not found:
        sys.exit("There is no .rpm: python3 build/release.py rpm")
    file = str(found[0])
    must_pass("rpm", "--checksig", "--nosignature", file)
    requires = must_pass("rpm", "-qp", "--requires", file)
    for need in ("libGL.so.1()(64bit)", "libc.so.6(GLIBC_", "fontconfig"):
        if need not in requires:
            sys.exit(f"The .rpm does not require {need}:\n{requires}")
    paths = must_pass("rpm", "-qpl", file)
    for path in ("/usr/bin/clausebook\n", "/usr/share/applications/clausebook.desktop\n"):
        if path not in paths:
            sys.exit(f"The .rpm has no {path}")
    owners = set(must_pass("rpm", "-qp", "--qf", "[%{FILEUSERNAME}\\n]", file).split())
    if owners != {"root"}:
        sys.exit(f"Files of the .rpm belong to {owners}")
    must_pass("rpm", "-i", "--test", "--nodeps", "--root", "/", file)
    say(f"{found[0].name}: {len(requires.splitlines())} requirements, all files root's")


def tools() -> Path:
    """Return the Python of an environment with the checkers from PyPI."""
    python = TOOLS / "bin" / "python"
    if not (TOOLS / "bin" / "zizmor").exists():
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], check=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*command, *PYTHON_TOOLS], check=True)
    return python


def check_components(python: Path) -> None:
    """Let CycloneDX's own library look at the list of components."""
    bill = product.DIST / "_internal" / "sbom.cdx.json"
    must_pass(str(python), "-c", VALIDATE, str(bill))
    say("the list of components is CycloneDX 1.5")


def check_workflows(python: Path) -> None:
    """Let the schema and zizmor look at the workflows; neither asks the network."""
    files = [str(p) for p in sorted(WORKFLOWS.glob("*.yml"))]
    schema = ["--builtin-schema", "vendor.github-workflows"]
    must_pass(str(python.with_name("check-jsonschema")), *schema, *files)
    must_pass(str(python.with_name("zizmor")), "--offline", "--no-progress", *files)
    say(f"{len(files)} workflows: schema and zizmor have nothing to say")


def check_sums() -> None:
    """Let sha256sum look at the artifacts."""
    told = must_pass("sha256sum", "--check", "--quiet", "SHA256SUMS", folder=product.OUT)
    if told.strip():
        sys.exit(told)
    lines = (product.OUT / "SHA256SUMS").read_text("ascii").splitlines()
    say(f"{len(lines)} artifacts have the sums that SHA256SUMS tells")


def must_pass(*command: str, folder: Path = product.ROOT) -> str:
    """Run a checker and return what it printed; its complaints end the program."""
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        sys.exit(f"{command[0]} is missing; build/README.md names the packages of the checkers.")
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
