"""Cures: the fault is gone, only the span has changed, and a second run changes nothing."""

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import digest, replace
from samverkan_cli.validation.fixes import fixed
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from support.packages import HUDDINGE

pytestmark = pytest.mark.process

CONTACTS = "bilagor/1-kontaktpersoner.yaml"
PLAN = "bilagor/3.2-kriminella-nätverk.yaml"

# What is put in instead of what, the rule that finds it, and whether it needs a decision.
FAULTS = [
    (PLAN, "\nåtgärder:", "\natgarder:", "FIL05", False),
    (PLAN, "\nåtgärder:", "\n" + unicodedata.normalize("NFD", "åtgärder") + ":", "FIL05", False),
    (PLAN, "    hur:", "    hurr:", "FIL05", False),
    (PLAN, "typ: åtgärdsplan", "typ: atgardsplan", "FIL06", False),
    (PLAN, "datum: 2018-12-12", "datum: 20181212", "FIL06", False),
    (PLAN, "påhittat: ja", "påhittat: true", "FIL06", False),
    (PLAN, "sikt: lång", "sikt: lang", "FIL06", False),
    (PLAN, "sikt: lång", "sikt: långt", "FIL06", True),
    ("agreement.yaml", 'kommunkod: "0126"', "kommunkod: 0126", "FIL06", False),
    (PLAN, "\ndatum: 2018-12-12", "\ndatum: 2018-12-12\ndatum: 2018-12-13", "FIL04", True),
    (PLAN, "\ndatum: 2018-12-12", "\ndatum: 2018-12-12\ndatum:  2018-12-12", "FIL04", False),
    (PLAN, "sikt: lång", "sikt: lång\n    sikt: kort", "FIL04", True),
    (PLAN, "{från: 2019-02-01,", "{från: 2019-02-01, från: 2019-03-01,", "FIL04", True),
]


def copy(folder: Path) -> Path:
    (folder / ".git").mkdir()
    return Path(shutil.copytree(HUDDINGE, folder / "huddinge"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "samverkan_cli", *arguments],
        cwd=folder, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def codes(file: str, raw: bytes) -> set[str]:
    """What is found in a file."""
    return {fault.code for fault in build(read(file, raw))[1].faults}


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize(("file", "right", "wrong", "code", "unsafe"), FAULTS, ids=[f"{fault[3]}-{fault[2].strip()}" for fault in FAULTS])
def test_cured_and_nothing_else(file: str, right: str, wrong: str, code: str, unsafe: bool, mark: bytes, ends: str) -> None:
    whole = (HUDDINGE / file).read_text(encoding="utf-8")
    assert right in whole
    raw = mark + whole.replace(right, wrong, 1).replace("\n", ends).encode()
    assert code in codes(file, raw)
    if unsafe:
        assert fixed(file, raw, unsafe=False) == (raw, [])
    cured, done = fixed(file, raw, unsafe=unsafe)
    assert [one.fault.code for one in done] == [code]
    assert code not in codes(file, cured)
    # Everything but the span is as it was: what was right is back, byte for byte.
    assert cured == mark + whole.replace("\n", ends).encode()
    assert fixed(file, cured, unsafe=unsafe) == (cured, [])


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    ("first", "second"), [("ja", "nej"), ("ja", "Nej"), ("ja", "false"), ("true", "no"), ("ja", "aldrig"), ("nej", "ja"), ("", "aldrig")]
)
def test_yes_or_no_is_never_chosen(first: str, second: str, unsafe: bool) -> None:
    """The first of two counts when a file is read; but the second may be the mark that protects, or the only one that says anything."""
    text = f"samverkan: 1\ntyp: dokument\npubliceras: {first}\npubliceras: {second}\n"
    after, done = fixed("a.yaml", text.encode(), unsafe=unsafe)
    assert f"publiceras: {second}" in after.decode()
    assert "FIL04" not in [one.fault.code for one in done]


def test_one_that_cannot_be_fixed_stops_no_other() -> None:
    stuck = "period: {från: 2019-01-01,  # varför\n  från: 2019-01-01}\n"
    rows = [f"  - {{id: A{number}, vadd: x}}\n" for number in range(45)]
    text = f"samverkan: 1\ntyp: åtgärdsplan\n{stuck}åtgärder:\n{''.join(rows)}"
    after, done = fixed("a.yaml", text.encode(), unsafe=True)
    assert after.decode() == text.replace("vadd", "vad")
    assert len(done) == 45
    assert fixed("a.yaml", after, unsafe=True) == (after, [])


def test_the_encoding(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    path = folder / CONTACTS
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("cp1252"))
    assert run(folder, "fix").returncode == 0
    assert path.read_bytes() == text.encode()


def test_diff_changes_nothing(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    path = folder / PLAN
    path.write_text(path.read_text(encoding="utf-8").replace("\nåtgärder:", "\natgarder:"), encoding="utf-8")
    before = path.read_bytes()
    result = run(folder, "fix", "--diff")
    assert result.returncode == 1
    assert "-atgarder:" in result.stdout and "+åtgärder:" in result.stdout
    assert path.read_bytes() == before


def test_a_file_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"nytt")
    with pytest.raises(SamverkanError):
        replace(path, digest(b"gammalt"), b"rattat")
    assert path.read_bytes() == b"nytt"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"gammalt")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SamverkanError):
        replace(path, digest(b"gammalt"), b"rattat")
    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]


KILLED = """
import os, signal, sys
from pathlib import Path

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv.pop(1) == "before":
    os.fsync = die
else:
    Path.replace = die
from samverkan_cli.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("moment", ["before", "at the exchange"])
def test_a_killed_run_leaves_the_old_file_and_the_next_one_cures_it(tmp_path: Path, moment: str) -> None:
    folder = copy(tmp_path)
    path = folder / PLAN
    path.write_text(path.read_text(encoding="utf-8").replace("\nåtgärder:", "\natgarder:"), encoding="utf-8")
    before = path.read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, moment, "fix", "."], cwd=folder, capture_output=True, check=False, timeout=120)
    assert killed.returncode == -9
    assert path.read_bytes() == before
    assert run(folder, "check", "--today", "2019-06-01").returncode == 1, "what was left beside it is not read"
    assert run(folder, "fix").returncode == 0
    assert run(folder, "check", "--today", "2019-06-01").returncode == 0


def test_nothing_to_do(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run(folder, "fix", "--unsafe")
    assert (result.returncode, result.stdout) == (0, "Inget att rätta.\n")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
