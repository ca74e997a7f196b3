"""0 nothing at the failing level · 1 findings · 2 could not do what was asked · 3 a fault in the program. Data on stdout, all else on stderr."""

from pathlib import Path

import pytest

from support import process
from support.inside import run
from support.packages import HUDDINGE, ROOT, copy, swap
from support.process import DAY

DATA = ROOT / "tests" / "data"


@pytest.mark.parametrize(
    "asked",
    [
        ["check", "agreement.yaml"],
        ["check", "."],
        ["check"],
        ["check", "bilagor/3.1-ungdomskriminalitet.yaml"],
        ["check", "bilagor"],
        ["check", "samverkan.yaml"],
        ["check", "--all-steps"],
        ["check", "--strict", "--all-steps"],
        ["checklist"],
        ["checklist", "--pack", "samverkanshandboken"],
    ],
    ids=" ".join,
)
def test_nothing_to_say(asked: list[str]) -> None:
    done = run(*asked, *DAY, folder=HUDDINGE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Samverkansöverenskommelse 2019–2020" in done.stdout


def test_from_another_folder(tmp_path: Path) -> None:
    done = run("check", HUDDINGE, *DAY, folder=tmp_path)
    assert done.returncode == 0
    assert "18 filer" in done.stdout


def test_an_ended_agreement_is_history() -> None:
    """Without a day: judged as on its last day. What is left to say is that it has ended, what was not reached, and what nobody wrote in the plan."""
    done = run("check", "--format", "short", folder=HUDDINGE)
    assert done.returncode == 0
    assert {row.split()[2] for row in done.stdout.splitlines()} == {"TID11", "TID12", "KED16"}
    assert "som på sin sista dag 2020-12-31" in run("check", folder=HUDDINGE).stdout


@pytest.mark.parametrize(
    ("asked", "code"), [(["check", *DAY], 0), (["check", *DAY, "--strict"], 1), (["check", "finns-inte"], 2), (["chek"], 2)]
)
def test_a_process_ends_with_the_code_and_what_it_says(asked: list[str], code: int) -> None:
    """What the other tests here ask for in their own process is what a process gives."""
    done = process.run(*asked, folder=DATA / "punkter" / "SK16")
    here = run(*asked, folder=DATA / "punkter" / "SK16")
    assert done.returncode == code
    assert (done.returncode, done.stdout, done.stderr) == (here.returncode, here.stdout, here.stderr)


@pytest.mark.parametrize("form", ["text", "short", "json"])
def test_findings(form: str) -> None:
    done = run("check", *DAY, "--format", form, folder=DATA / "punkter" / "SK15")
    assert (done.returncode, done.stderr) == (1, "")
    assert "SK15" in done.stdout


def test_warnings_fail_when_strict() -> None:
    assert run("check", *DAY, folder=DATA / "punkter" / "SK16").returncode == 0
    assert run("check", *DAY, "--strict", folder=DATA / "punkter" / "SK16").returncode == 1
    assert run("checklist", *DAY, "--strict", folder=DATA / "punkter" / "SK16").returncode == 1


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["check", "finns-inte"], "finns-inte finns inte"),
        (["check", "agreemnet.yaml"], "Menar du agreement.yaml?"),
        (["check", "logotyp.svg"], "nyckeln samverkan saknas"),
        (["check", "--today", "igår"], "--today igår är inget datum"),
        (["check", "--format", "word"], "formatet word finns inte"),
        (["check", "--output", "json"], "--output json går inte att förstå"),
        (["check", "--output", "json=finns/inte/rapport.json"], "finns/inte/rapport.json gick inte att skriva"),
        (["check", "--pack", "skane-17"], "regelpaketet skane-17 finns inte"),
        (["check", "--select", "XX"], "ingen regel har en kod som börjar XX"),
        (["check", "--settings", "finns-inte.yaml"], "inställningsfilen finns-inte.yaml finns inte"),
        (["check", "--fomat", "json"], "flaggan --fomat finns inte"),
        (["chek"], "kommandot chek finns inte; menar du check"),
        (["explain", "SK99"], "regeln SK99 finns inte"),
        (["explain"], "KOD saknas"),
        (["schema", "plan"], "det finns inget schema för plan"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done(asked: list[str], says: str) -> None:
    done = run(*asked, folder=DATA / "hel")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not {"Usage", "Error", "Invalid", "No such"} & set(done.stderr.replace(":", " ").split())


def test_a_folder_without_agreements(tmp_path: Path) -> None:
    (tmp_path / "annat.yaml").write_text("namn: något annat\n", encoding="utf-8")
    done = run("check", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "det finns ingen överenskommelse i ." in done.stderr
    assert "typ: överenskommelse" in done.stderr


def test_near_codes_are_named() -> None:
    done = run("explain", "SK99", folder=DATA)
    assert "SK09" in done.stderr
    assert run("explain", "sk09", folder=DATA).stdout == run("explain", "koppling-orsak-åtgärd", folder=DATA).stdout


def test_a_page_is_printed() -> None:
    done = run("explain", "SK09", folder=DATA)
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("SK09 koppling-orsak-åtgärd", "Godkänns:", "Underkänns", "Källa: Länsstyrelsen Skåne"):
        assert part in done.stdout


def test_a_fault_in_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import samverkan_cli.checking.run as running
    from samverkan_cli import cli

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(running, "fingerprints", broken)
    monkeypatch.setattr("sys.argv", ["samverkan", "check", str(DATA / "hel"), *DAY])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    said = capsys.readouterr()
    assert (leaving.value.code, said.out) == (3, "")
    assert "ett fel i programmet, inte i dina filer (ZeroDivisionError" in said.err
    assert "Traceback" not in said.err


def test_a_fault_in_a_rule_says_which_rule(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from samverkan_cli import cli
    from samverkan_cli.project.dossier import Dossier

    monkeypatch.setattr(Dossier, "bodies", property(lambda _: 1 // 0))
    monkeypatch.setattr("sys.argv", ["samverkan", "check", str(DATA / "hel"), *DAY])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 3
    assert "medan regeln SK02 prövade" in capsys.readouterr().err


def test_two_agreements_in_one_folder(tmp_path: Path) -> None:
    first = copy(DATA / "hel", tmp_path)
    second = copy(DATA / "punkter" / "SK15", tmp_path / "andra")
    swap(second / "agreement.yaml", "id: hel\n", "id: andra\n")
    done = run("check", *DAY, "--format", "short", folder=tmp_path)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert done.stdout.startswith("andra/paket/agreement.yaml:7:5: fel SK15")
    assert run("check", first, second, first, *DAY, "--format", "short", folder=tmp_path).stdout == done.stdout
