"""``samverkan new`` with flags: each shape is written, passes the check, and never over anything."""

import json
import os
import shutil
from pathlib import Path

import pytest
from new_running import HUDDINGE, Runner, failing, judged, tree

from samverkan_cli.scaffold.municipalities import code_of
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read

SHAPES = {
    "kommun": ("--municipality", "Åmål", "--police", "Lokalpolisområde Fyrbodal", "--from", "2027-01-01", "--to", "4 år", "--focus-area", "Trygghet"),
    "flera": ("--municipality", "Arjeplogs kommun", "--municipality", "Arvidsjaurs kommun", "--police", "Polismyndigheten", "--from", "underskrift",
              "--to", "2029-12-31", "--focus-area", "ANDT-S", "--focus-area", "Psykisk och fysisk hälsa"),
    "stad": ("--municipality", "Stockholms stad", "--police", "Polisregion Stockholm", "--from", "underskrift", "--to", "tills vidare",
             "--district", "Östermalm", "--district", "Södermalm=Lokalpolisområde Söder"),
    "efterföljare": ("--predecessor", "förra", "--from", "2021-01-01", "--to", "2022-12-31"),
}  # fmt: skip


def write(run: Runner, form: str, *more: str) -> None:
    if form == "efterföljare":
        shutil.copytree(HUDDINGE, run.folder / "förra", dirs_exist_ok=True)
    ran = run("new", "ny", "--form", form, *SHAPES[form], "--yes", "--today", "2026-11-20", *more)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("form", SHAPES)
@pytest.mark.parametrize("boundary", [True, False], ids=["in-git", "alone"])
def test_what_is_written_passes_its_own_check(form: str, boundary: bool, run: Runner) -> None:
    if boundary:
        (run.folder / ".git").mkdir()
    write(run, form)
    # The successor takes over in 2021; once its period is over nothing is left for later.
    day = "2020-11-20" if form == "efterföljare" else "2026-11-20"
    report = judged(run.folder / "ny", day)
    assert failing(report) == []
    assert {dossier.step for dossier in report.dossiers} == {1}
    assert run("check", "ny", "--strict", "--today", day).code == 0
    for file in (run.folder / "ny").rglob("*.yaml"):
        raw = file.read_bytes()
        assert build(read(file.name, raw))[1].faults == ()
        assert b"\r" not in raw
        assert raw.endswith(b"\n")
        assert b"$schema" not in raw


def test_unknown_is_a_comment_that_says_the_step(run: Runner) -> None:
    write(run, "kommun")
    text = (run.folder / "ny" / "agreement.yaml").read_text(encoding="utf-8")
    assert 'namn: Åmål kommun, kommunkod: "1492"' in text
    assert "period: {från: 2027-01-01, längd: 4 år}" in text
    assert "  - {id: F1, namn: Trygghet}" in text
    for key in ("samordningsfunktioner", "ägare", "samverkansorganisation", "underskrifter", "bilagor", "kontakter", "ledning"):
        assert f"\n# {key}:" in text
        assert f"\n{key}:" not in text
    assert all(f"# Steg {step}" in text for step in (1, 3, 4))
    assert "${" not in text
    assert "#?" not in text


def test_every_commented_example_can_be_used(run: Runner) -> None:
    """Whoever takes away the number signs gets YAML that the schema accepts."""
    for form in SHAPES:
        shutil.rmtree(run.folder / "ny", ignore_errors=True)
        (run.folder / "samverkan.yaml").unlink(missing_ok=True)
        write(run, form)
        for file in (run.folder / "ny").rglob("agreement.yaml"):
            rows, keys = [], set()
            for row in file.read_text(encoding="utf-8").splitlines():
                bare = row.removeprefix("# ")
                key = bare.partition(":")[0]
                if (
                    row.startswith("# ")
                    and (bare.startswith("  - ") or bare.startswith("    "))
                    and rows
                    and not bare.startswith("      logotyp")
                ):
                    rows.append(bare)
                elif row.startswith("# ") and key.replace("_", "").isalpha() and key.islower() and "  " not in bare.split("#")[0]:
                    keys.add(key)
                    rows.append(bare)
                elif not row.startswith("#"):
                    rows.append(row)
            assert {"dokumentation", "underskrifter"} <= keys
            kept = [
                row
                for row in rows
                if row.strip() not in ("diarienummer: KS-2025/0000",) and not row.strip().startswith(("logotyp:", "fastställd:"))
            ]
            _, document = build(read(file.name, ("\n".join(kept) + "\n").encode()))
            assert [(fault.code, fault.message) for fault in document.faults] == []


def test_parts_name_the_whole_and_the_whole_its_parts(run: Runner) -> None:
    write(run, "flera")
    report = judged(run.folder / "ny")
    assert len(report.dossiers) == 3
    part = run.folder / "ny" / "del-2-arjeplog" / "agreement.yaml"
    part.write_text(
        "".join(row for row in part.read_text(encoding="utf-8").splitlines(True) if not row.startswith("del_av")), encoding="utf-8"
    )
    assert any(row.startswith("FAM04") for row in failing(judged(run.folder / "ny")))


def test_the_city_demands_of_its_districts(run: Runner) -> None:
    write(run, "stad")
    text = (run.folder / "ny" / "agreement.yaml").read_text(encoding="utf-8")
    assert text.count("lydelse:") >= 10
    local = (run.folder / "ny" / "stadsdelar" / "södermalm" / "agreement.yaml").read_text(encoding="utf-8")
    assert "namn: Lokalpolisområde Söder" in local
    part = run.folder / "ny" / "stadsdelar" / "östermalm" / "agreement.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("pågående_steg: 1 ", "pågående_steg: 5 "), encoding="utf-8")
    assert sum(row.startswith("FAM01") for row in failing(judged(part))) >= 10


def test_the_successor_says_what_came_over_and_what_is_open(run: Runner) -> None:
    shutil.copytree(HUDDINGE, run.folder / "förra")
    ran = run("new", "ny", "--form", "efterföljare", *SHAPES["efterföljare"], "--yes", "--focus-area", "Bedrägerier")
    assert ran.code == 0, ran.err
    assert (
        "2 parter, 5 andra aktörer, 2 samordningsfunktioner, 4 grupper, 2 arbetsformer, 5 fokusområden och 5 prioriterade problem"
        in ran.out
    )
    for id in ("Å1.3", "Å2.3", "Å3.3"):
        assert f"\n  {id}  " in ran.out
    text = (run.folder / "ny" / "agreement.yaml").read_text(encoding="utf-8")
    assert "ersätter: {titel: Samverkansöverenskommelse 2019–2020, fil: ../förra/agreement.yaml, datum: 2018-12-14}" in text
    assert "#   Å3.3  Bibliotek och fritidsgård öppna till klockan 22 (röd)" in text
    assert "  - {id: F6, namn: Bedrägerier}" in text
    assert "påhittat: ja" in text
    assert "\n    fastställd" not in text
    # The tie works: in step 5 the check asks for the three open actions.
    file = run.folder / "ny" / "agreement.yaml"
    file.write_text(text.replace("pågående_steg: 1 ", "pågående_steg: 5 "), encoding="utf-8")
    assert sum(row.startswith("FAM06") for row in failing(judged(file))) == 3


def test_names_of_persons_are_not_carried_over(run: Runner) -> None:
    shutil.copytree(HUDDINGE, run.folder / "förra")
    file = run.folder / "förra" / "agreement.yaml"
    text = file.read_text(encoding="utf-8")
    old = "      - {aktör: kommun, funktion: kommunstyrelsens ordförande}\n"
    assert old in text
    file.write_text(text.replace(old, old.replace("}", ", namn: Anna Andersson}"), 1), encoding="utf-8")
    ran = run("new", "ny", "--form", "efterföljare", *SHAPES["efterföljare"], "--yes")
    assert "1 personnamn" in ran.out
    assert not any("Anna Andersson" in path.read_text(encoding="utf-8") for path in (run.folder / "ny").rglob("*.yaml"))


@pytest.mark.parametrize("form", SHAPES)
def test_nothing_is_written_over(form: str, run: Runner) -> None:
    write(run, form)
    before = {path: path.read_bytes() for path in run.folder.rglob("*") if path.is_file()}
    names = tree(run.folder)
    ran = run("new", "ny", "--form", form, *SHAPES[form], "--yes")
    assert ran.code == 2
    assert "ny/agreement.yaml finns redan" in ran.err
    assert tree(run.folder) == names
    assert {path: path.read_bytes() for path in before} == before


def test_one_file_in_the_way_and_nothing_is_written(run: Runner) -> None:
    taken = run.folder / "ny" / "del-2-arvidsjaur" / "agreement.yaml"
    taken.parent.mkdir(parents=True)
    taken.write_text("min egen\n", encoding="utf-8")
    names = tree(run.folder)
    ran = run("new", "ny", "--form", "flera", *SHAPES["flera"], "--yes")
    assert ran.code == 2
    assert "ny/del-2-arvidsjaur/agreement.yaml finns redan" in ran.err
    assert tree(run.folder) == names


def test_a_disk_that_fails_half_way_leaves_nothing(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    real = os.fsync

    def fsync(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    ran = run("new", "djupt/ny", "--form", "flera", *SHAPES["flera"], "--yes")
    assert ran.code == 2, ran.err
    assert "disken är full" in ran.err
    assert len(written) == 2
    assert tree(run.folder) == []


def test_an_answer_that_gives_a_finding_is_refused(run: Runner) -> None:
    ran = run("new", "ny", "--form", "kommun", "--municipality", "Huddinge", "--title", "Avtal med 19640823-3234", "--yes")
    assert ran.code == 2
    assert "SKY01" in ran.err
    assert tree(run.folder) == []


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--yes",), "--form behövs"),
        (("--form", "by", "--yes"), "--form by finns inte"),
        (("--form", "kommun", "--yes"), "--municipality behövs"),
        (("--form", "flera", "--municipality", "A", "--yes"), "minst två kommuner"),
        (("--form", "kommun", "--municipality", "A", "--from", "1 maj", "--yes"), "--from 1 maj går inte att använda"),
        (("--form", "kommun", "--municipality", "A", "--from", "2027-01-01", "--to", "2026-01-01", "--yes"), "slutar i så fall före"),
        (("--form", "kommun", "--municipality", "…", "--yes"), "--municipality … går inte att använda"),
        (("--form", "efterföljare", "--yes"), "--predecessor behövs"),
        (("--form", "efterföljare", "--predecessor", "finns-inte", "--yes"), "finns-inte finns inte"),
        (("--form", "kommun", "--municipality", "A", "--district", "B", "--yes"), "--district hör till --form stad"),
        (("--form", "kommun", "--municipality", "A", "--set", "vad=B", "--yes"), "--set går inte ihop med"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(flags: tuple[str, ...], words: str, run: Runner) -> None:
    ran = run("new", "ny", *flags)
    assert ran.code == 2
    assert words in ran.err
    assert tree(run.folder) == []


def test_the_schema_is_named_where_it_lies(run: Runner) -> None:
    (run.folder / ".git").mkdir()
    (run.folder / "schemas").mkdir()
    (run.folder / "schemas" / "samverkan.schema.json").write_text("{}", encoding="utf-8")
    write(run, "flera")
    part = (run.folder / "ny" / "del-2-arjeplog" / "agreement.yaml").read_text(encoding="utf-8")
    assert part.startswith("# yaml-language-server: $schema=../../schemas/samverkan.schema.json\n")


def test_municipalities() -> None:
    file = Path(__file__).resolve().parents[2] / "src" / "samverkan_cli" / "scaffold" / "municipalities.json"
    codes = json.loads(file.read_text(encoding="utf-8"))
    assert len(codes) == 290
    assert all(code_of(name) == code_of(f"{name} kommun") == code for code, name in codes.items())
    assert code_of("Arjeplogs kommun") == "2506"
    assert code_of("Borås stad") == code_of("borås") == "1490"
    assert code_of("Exempelby") == ""


def test_a_municipality_that_is_not_in_the_list(run: Runner) -> None:
    assert run("new", "--form", "kommun", "--municipality", "Exempelby: å, ä & ö", "--yes").code == 0
    assert failing(judged(run.folder / "exempelby-å-ä-ö")) == []
