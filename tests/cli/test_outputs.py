"""``--output`` writes reports and replaces nothing else: not what was read, not somebody else's file, not what a link leads to."""

import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from samverkan_cli.reporters import FORMATS
from support.inside import run
from support.packages import ROOT
from support.process import DAY
from support.process import run as run_process

EXAMPLE = ROOT / "examples" / "huddinge-med-fel"
WITHOUT_FAULTS = ROOT / "examples" / "huddinge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "arbete"))


def check(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run("check", ".", *DAY, *more, folder=folder)


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
@pytest.mark.parametrize("how", ["name", "other spelling", "hard link", "link", "appendix", "settings", "logo"])
def test_what_was_read_is_never_replaced(how: str, force: tuple[str, ...], folder: Path) -> None:
    (folder / "samverkan.yaml").write_text("samverkan: 1\ntyp: inställningar\n", encoding="utf-8")
    agreement = folder / "agreement.yaml"
    name = "agreement.yaml"
    if how == "other spelling":
        name = "bilagor/../agreement.yaml"
    elif how == "hard link":
        os.link(agreement, folder / "rapport.json")
        name = "rapport.json"
    elif how == "link":
        (folder / "rapport.json").symlink_to("agreement.yaml")
        name = "rapport.json"
    elif how == "appendix":
        name = next(folder.glob("bilagor/*.yaml")).relative_to(folder).as_posix()
    elif how == "settings":
        name = "samverkan.yaml"
    elif how == "logo":
        name = "logotyper/kommun.svg"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    refused(check(folder, "--output", "short=ny.txt", "--output", f"json={name}", *force), "skrivs inte över")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before, "not even the other one is written"


def test_somebody_elses_file_is_replaced_only_by_force(folder: Path) -> None:
    other = folder / "anteckningar.txt"
    other.write_text("mina egna ord\n", encoding="utf-8")
    refused(check(folder, "--output", "json=anteckningar.txt"), "anteckningar.txt", "ingen rapport", "--force")
    assert other.read_text(encoding="utf-8") == "mina egna ord\n"
    assert check(folder, "--output", "json=anteckningar.txt", "--force").returncode == 1
    assert json.loads(other.read_text(encoding="utf-8"))["tool"]["name"] == "samverkan"


@pytest.mark.parametrize("example", [EXAMPLE, WITHOUT_FAULTS], ids=lambda one: one.name)
def test_every_report_of_ours_may_be_replaced_by_every_other(example: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport"
    file.touch()
    for name in (*FORMATS, *FORMATS[:1]):
        done = run("check", example, *DAY, "--output", f"{name}={file}", folder=tmp_path)
        assert done.returncode in (0, 1), f"before {name}: {done.stderr}"
    for name in ("text", "json", "text"):
        done = run("checklist", example, *DAY, "--output", f"{name}={file}", folder=tmp_path)
        assert done.returncode in (0, 1), f"checklist before {name}: {done.stderr}"


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.json"
    outside.write_text("", encoding="utf-8")
    (folder / "rapport.json").symlink_to(outside)
    refused(check(folder, "--output", "json=rapport.json"), "rapport.json är en länk", "utanför.json")
    assert outside.read_text(encoding="utf-8") == ""
    (folder / "ny.json").symlink_to(tmp_path / "finns-inte.json")
    refused(check(folder, "--output", "json=ny.json", "--force"), "ny.json är en länk")
    assert not (tmp_path / "finns-inte.json").exists()


def test_a_link_on_the_way_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "annat").mkdir()
    (folder / "rapporter").symlink_to(tmp_path / "annat")
    refused(check(folder, "--output", "json=rapporter/rapport.json", "--force"), "rapporter är en länk")
    assert not list((tmp_path / "annat").iterdir())
    (folder / "egna").mkdir()
    assert check(folder, "--output", "json=egna/rapport.json").returncode == 1


def test_two_reports_in_one_file_are_refused_before_anything_is_read(folder: Path) -> None:
    refused(check(folder, "--output", "json=a.json", "--output", "sarif=./a.json"), "två rapporter", "a.json")
    assert not (folder / "a.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_umask_is_obeyed_and_an_old_files_rights_are_kept(mask: int, mode: int, folder: Path) -> None:
    old = folder / "gammal.json"
    old.write_text("", encoding="utf-8")
    old.chmod(0o640)
    before = os.umask(mask)
    try:
        run_process("check", ".", *DAY, "--output", "json=ny.json", "--output", "short=gammal.json", folder=folder)
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "ny.json").stat().st_mode) == mode
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert old.read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_written_to(folder: Path) -> None:
    pipe = folder / "rör"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    check(folder, "--output", "json=rör")
    reader.join(20)
    assert json.loads(heard[0])["tool"]["name"] == "samverkan"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device")
def test_devices_are_written_to(folder: Path) -> None:
    done = run_process(
        "check", ".", *DAY, "--format", "short", "--output", "json=/dev/stdout", "--output", "sarif=/dev/null", folder=folder
    )
    assert done.returncode == 1, done.stderr
    assert '"name": "samverkan"' in done.stdout and ": fel " in done.stdout
    assert not Path("/dev/null").is_file()
    with (folder / "ut.txt").open("wb") as stream:
        command = [sys.executable, "-m", "samverkan_cli", "check", ".", *DAY, "--format", "short", "--output", "json=/dev/stdout"]
        subprocess.run(command, cwd=folder, stdout=stream, check=False)
    text = (folder / "ut.txt").read_text(encoding="utf-8")
    assert '"name": "samverkan"' in text and ": fel " in text


def test_a_folder_that_is_not_there_is_said(folder: Path) -> None:
    refused(check(folder, "--output", "json=finns/inte.json"), "finns/inte.json gick inte att skriva: mappen finns inte")
    refused(check(folder, "--output", "json=bilagor"), "bilagor gick inte att skriva: det är en mapp")


@pytest.mark.parametrize(
    "text",
    [
        "fel i SK09 ska rättas\nmer\n",
        "rättat SK09 i går\n",
        "## Samverkan: möte\n\nmina ord\n",
        "Möte – tisdag\n– ring Anna\n",
        "Checklistan, 17 punkter att gå igenom\n",
        "Hej\nNästa steg: kör samverkan check\n",
        "::notice title=mina::ord\n",
        '{"version": 1, "dossiers": {}}\n',
        '[{"description": "SK09", "annat": 1}]\n',
        "\n",
    ],
)
def test_what_only_resembles_a_report_is_somebody_elses(text: str, folder: Path) -> None:
    other = folder / "anteckningar"
    other.write_text(text, encoding="utf-8")
    refused(check(folder, "--output", "json=anteckningar"), "anteckningar", "ingen rapport")
    assert other.read_text(encoding="utf-8") == text


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="no such folder")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_file_is_no_device_for_its_path(force: tuple[str, ...], folder: Path) -> None:
    before = (folder / "agreement.yaml").read_bytes()
    refused(check(folder, "--output", "json=/proc/self/cwd/agreement.yaml", *force), "skrivs inte över")
    assert (folder / "agreement.yaml").read_bytes() == before
    (folder / "ord.txt").write_text("mina ord\n", encoding="utf-8")
    if not force:
        refused(check(folder, "--output", "json=/proc/self/cwd/ord.txt"), "ingen rapport")
        assert (folder / "ord.txt").read_text(encoding="utf-8") == "mina ord\n"


def test_two_names_of_one_file_are_one_file(folder: Path) -> None:
    (folder / "a.json").touch()
    os.link(folder / "a.json", folder / "b.json")
    refused(check(folder, "--output", "json=a.json", "--output", "short=b.json"), "två rapporter", "b.json")


@pytest.mark.skipif(shutil.which("bash") is None or not Path("/dev/fd").exists(), reason="no bash")
@pytest.mark.parametrize("order", [("short=ut.txt", "json=/dev/fd/7"), ("json=/dev/fd/7", "short=ut.txt")], ids=" ".join)
def test_a_file_and_what_the_shell_holds_open_of_it_are_one_file(order: tuple[str, str], folder: Path) -> None:
    """Replaced, the file would be another one than the shell holds open, and that report would be lost."""
    command = f'"{sys.executable}" -m samverkan_cli check . {" ".join(DAY)} --output {order[0]} --output {order[1]} 7>ut.txt'
    refused(subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=False), "två rapporter")
    assert (folder / "ut.txt").read_bytes() == b""


def test_one_device_takes_several_reports(folder: Path) -> None:
    done = check(folder, "--output", f"json={os.devnull}", "--output", f"sarif={os.devnull}")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("bad", ["finns/inte.json", "bilagor", "agreement.yaml/inne.json", "a" * 300 + ".json"], ids=lambda bad: bad[:20])
def test_nothing_is_written_where_one_report_cannot_be(bad: str, folder: Path) -> None:
    refused(check(folder, "--output", "short=ny.txt", "--output", f"json={bad}"), "gick inte att skriva")
    assert not (folder / "ny.txt").exists()


@pytest.mark.skipif(shutil.which("bash") is None or not Path("/dev/fd").exists(), reason="no bash")
def test_what_the_shell_holds_open_is_written_to(folder: Path) -> None:
    """A process in the place of a file, and a file that the shell has opened: each gets all of it, and after what it held."""
    program = f'"{sys.executable}" -m samverkan_cli check . {" ".join(DAY)} --format short'
    command = f"{program} --output json=>(cat >rör.json; mv rör.json klar.json) >/dev/null; while [ ! -e klar.json ]; do sleep 0.1; done"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.stderr == ""
    assert json.loads((folder / "klar.json").read_text(encoding="utf-8"))["tool"]["name"] == "samverkan"
    opened = f"exec 7>öppen.txt; echo först >&7; {program} --output short=/dev/fd/7 >/dev/null; echo sist >&7"
    done = subprocess.run(["bash", "-c", opened], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.stderr == ""
    first, *middle, last = (folder / "öppen.txt").read_text(encoding="utf-8").splitlines()
    assert (first, last) == ("först", "sist")
    assert len(middle) == len(check(folder, "--format", "short").stdout.splitlines())
    shut = subprocess.run(
        ["bash", "-c", f"{program} --output json=/dev/fd/8 8>&-"], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    refused(shut, "/dev/fd/8 gick inte att skriva")


@pytest.mark.skipif(shutil.which("bash") is None or not Path("/dev/fd").exists(), reason="no bash")
def test_what_was_read_is_not_written_to_through_what_the_shell_holds_open_either(folder: Path) -> None:
    before = (folder / "agreement.yaml").read_bytes()
    command = f'"{sys.executable}" -m samverkan_cli check . {" ".join(DAY)} --output json=/dev/fd/7 7>>agreement.yaml'
    refused(subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=False), "skrivs inte över")
    assert (folder / "agreement.yaml").read_bytes() == before
