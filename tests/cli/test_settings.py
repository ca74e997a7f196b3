"""``samverkan.yaml``: what is wrong in it is said with file and line, and what it says is done."""

import json
from pathlib import Path

import pytest

from support.inside import run
from support.packages import ROOT, copy
from support.process import DAY

DATA = ROOT / "tests" / "data"
HEAD = "samverkan: 1\ntyp: inställningar\n"


def _with(settings: str, package: str, folder: Path) -> Path:
    package_folder = copy(DATA / package, folder)
    (package_folder / "samverkan.yaml").write_text(settings, encoding="utf-8")
    return package_folder


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (HEAD + "nivåer: {SK99: fel}\n", "samverkan.yaml:3:16: regeln SK99 finns inte"),
        (HEAD + "nivåer: {SK16: allvarligt}\n", "samverkan.yaml:3:16: SK16: ”allvarligt” finns inte att välja på"),
        (HEAD + "nivåer: fel\n", "samverkan.yaml:3:9: nivåer: här ska det stå nycklar med värden"),
        (HEAD + "obligatoriska: [SKY1]\n", "samverkan.yaml:3:17: regeln SKY1 finns inte"),
        (HEAD + "regelpaket: [skåne]\n", "samverkan.yaml:3:14: regelpaketet skåne finns inte"),
        (HEAD + "nivaer: {SK16: fel}\n", "samverkan.yaml:3:1: nyckeln ”nivaer” finns inte; den heter ”nivåer”"),
        (HEAD + "nivåer: {SK16: fel\n", "samverkan.yaml:3:9: klammern som öppnas här stängs inte som den ska"),
        ("samverkan: 1\ntyp: åtgärdsplan\n", "samverkan.yaml:1:1: det här är ingen inställningsfil"),
        ("", "samverkan.yaml:1:1: filen är tom"),
    ],
)
def test_bad_settings(settings: str, says: str, tmp_path: Path) -> None:
    done = run("check", *DAY, folder=_with(settings, "hel", tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_what_is_only_told_of_stops_nothing(tmp_path: Path) -> None:
    """A sign that may not mean what it looks like is said, and what is asked for is done."""
    folder = _with(HEAD + "nivåer: {SK16: fel}\nmallar: mallar #våra\n", "punkter/SK16", tmp_path)
    done = run("check", *DAY, "--format", "short", folder=folder)
    assert (done.returncode, "SK16" in done.stdout) == (1, True)
    assert done.stderr.startswith("samverkan: samverkan.yaml:4:16: tecknet # slutar värdet")


def _levels(folder: Path, *more: str | Path) -> list[tuple[str, str]]:
    done = run("check", *DAY, "--format", "json", *more, folder=folder)
    return [(found["code"], found["level"]) for found in json.loads(done.stdout)["diagnostics"]]


def test_levels(tmp_path: Path) -> None:
    folder = _with(HEAD + "nivåer: {SK16: fel}\n", "punkter/SK16", tmp_path)
    assert _levels(folder) == [("SK16", "error")]
    assert run("check", *DAY, folder=folder).returncode == 1
    (folder / "samverkan.yaml").write_text(HEAD + "nivåer: {SK16: upplysning}\n", encoding="utf-8")
    assert _levels(folder) == [("SK16", "note")]
    assert run("check", *DAY, "--strict", folder=folder).returncode == 0


def test_packs(tmp_path: Path) -> None:
    folder = _with(HEAD + "regelpaket: [samverkanshandboken]\n", "punkter/SK15", tmp_path)
    assert _levels(folder) == []
    assert _levels(folder, "--pack", "skåne-17") == [("SK15", "error")]


def test_the_nearest_file_is_used_alone(tmp_path: Path) -> None:
    """The nearest one upwards replaces those further up; ``--settings`` replaces it."""
    folder = _with(HEAD, "punkter/SK16", tmp_path)
    above = tmp_path / "samverkan.yaml"
    above.write_text(HEAD + "nivåer: {SK16: fel}\n", encoding="utf-8")
    assert _levels(folder) == [("SK16", "warning")]
    (folder / "samverkan.yaml").unlink()
    assert _levels(folder) == [("SK16", "error")]
    own = tmp_path / "egna.yaml"
    own.write_text(HEAD + "nivåer: {SK16: upplysning}\n", encoding="utf-8")
    assert _levels(folder, "--settings", own) == [("SK16", "note")]


def test_settings_beyond_the_boundary_are_not_read(tmp_path: Path) -> None:
    folder = copy(DATA / "punkter" / "SK16", tmp_path / "förvar")
    (tmp_path / "samverkan.yaml").write_text(HEAD + "nivåer: {SK16: fel}\n", encoding="utf-8")
    assert _levels(folder) == [("SK16", "warning")]


EXEMPTION = "undantag:\n  - {regel: SK15, skäl: Polisen beslutar i juni., beslutat_av: råd, till: 2019-06-30}\n"


def test_an_exemption_is_told_and_does_not_count(tmp_path: Path) -> None:
    folder = copy(DATA / "punkter" / "SK15", tmp_path)
    agreement = folder / "agreement.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8") + EXEMPTION, encoding="utf-8")
    done = run("check", *DAY, "--format", "json", folder=folder)
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert data["diagnostics"][0]["suppressed"] == {"by": "undantag", "reason": "Polisen beslutar i juni.", "until": "2019-06-30"}
    assert data["summary"] == {"error": 0, "warning": 0, "note": 0, "suppressed": 1, "step": 0, "later": 0, "left_out": 0}
    assert {point["code"]: point["verdict"] for point in data["dossiers"][0]["points"]}["SK15"] == "exempt"
    assert "1 undantagen" in run("check", *DAY, folder=folder).stdout


def test_a_mandatory_rule_cannot_be_exempted(tmp_path: Path) -> None:
    folder = _with(HEAD + "obligatoriska: [SK15]\n", "punkter/SK15", tmp_path)
    agreement = folder / "agreement.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8") + EXEMPTION, encoding="utf-8")
    assert sorted(_levels(folder)) == [("FIL13", "warning"), ("SK15", "error")]
    assert run("check", *DAY, folder=folder).returncode == 1
