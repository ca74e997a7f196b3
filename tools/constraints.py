"""Which versions we build and test with: ``python tools/constraints.py`` writes them anew, ``--lowest`` prints the lowest that we allow.

``constraints.txt`` holds the version of everything that the project's extras install; the README's lines and ``.ci/run`` install with it, so
that what was green stays green. ``requirements-hashed.txt`` holds the same with checksums, for installing from a folder of files without
network. Both are made from what pip itself would install now, so it takes a minute and needs the network.
"""

import json
import platform
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = ".[dev,ci]"
HEAD = """\
# Skapad av tools/constraints.py. De versioner som programmet byggs och prövas med.
"""
HASHED_HEAD = """\
# Skapad av tools/constraints.py. De versioner som programmet byggs och prövas med, med kontrollsummor för {where}.
# Utan nät, ur en mapp med filerna:
#   pip install --no-index --find-links MAPP --require-hashes -r requirements-hashed.txt
#   pip install --no-index --no-deps --no-build-isolation .
"""


def main(arguments: list[str]) -> int:
    """Write the two files, or print the lowest versions. Returns the exit code."""
    if arguments == ["--lowest"]:
        sys.stdout.write("".join(f"{line}\n" for line in lowest()))
        return 0
    if arguments:
        sys.stderr.write("usage: python tools/constraints.py [--lowest]\n")
        return 2
    packages = sorted(_resolved(), key=lambda one: _name(one["metadata"]["name"]))
    pins = [
        (_name(one["metadata"]["name"]), one["metadata"]["version"], one["download_info"]["archive_info"]["hashes"]) for one in packages
    ]
    (ROOT / "constraints.txt").write_text(HEAD + "".join(f"{name}=={version}\n" for name, version, _ in pins), encoding="utf-8")
    where = f"{platform.python_implementation()} {platform.python_version()} på {platform.system()} {platform.machine()}"
    rows = [f"{name}=={version} \\\n    --hash=sha256:{hashes['sha256']}\n" for name, version, hashes in pins]
    (ROOT / "requirements-hashed.txt").write_text(HASHED_HEAD.format(where=where) + "".join(rows), encoding="utf-8")
    return 0


def lowest() -> list[str]:
    """The lowest version of each package that the program itself is made of, as pins; the tools of the tests are not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(one for extra in ("editor", "pdf", "word") for one in project["optional-dependencies"][extra])]
    pins = {}
    for requirement in named:
        if match := re.match(r"([A-Za-z0-9_.-]+)>=([0-9.]+)", requirement):
            pins[_name(match[1])] = match[2]
    return [f"{name}=={version}" for name, version in sorted(pins.items())]


def _resolved() -> list[dict[str, Any]]:
    """What pip would install for the project with its extras, in its own words; the project itself left out."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed", "--report", str(report), "-e", EXTRAS]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        installed: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [one for one in installed if "archive_info" in one["download_info"]]


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
