"""Every command on a document that stands alone: what it says, and the exit code."""

import json
from pathlib import Path

import pytest

from support.alone import EVERY, PLAN, PLEDGE, REPORT, write
from support.inside import run

DAY = ("--today", "2027-06-01")
AGREEMENT = "samverkan: 1\ntyp: överenskommelse\ntitel: Överenskommelse Ekhult\nbilagor: [{fil: plan.yaml}]\n"


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_document_alone_is_checked(name: str, tmp_path: Path) -> None:
    done = run("check", name, *DAY, folder=write(tmp_path, EVERY))
    assert (done.returncode, done.stderr) == (0, "")
    kind = next(line.removeprefix("typ: ") for line in EVERY[name].splitlines() if line.startswith("typ: "))
    assert f"som {kind} för sig\n" in done.stdout and "Inget att anmärka på." in done.stdout


def test_a_folder_of_documents_alone(tmp_path: Path) -> None:
    done = run("check", "--format", "json", *DAY, folder=write(tmp_path, EVERY))
    assert done.returncode == 0
    found = {one["agreement"]: one["document"] for one in json.loads(done.stdout)["dossiers"]}
    assert found == {
        "plan.yaml": "åtgärdsplan", "lägesbild.yaml": "lägesbild", "löfte.yaml": "medborgarlöfte",
        "kommunikationsplan.yaml": "kommunikationsplan", "uppföljning.yaml": "uppföljning",
    }  # fmt: skip


def test_an_appendix_with_its_agreement_or_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, {"agreement.yaml": AGREEMENT, "plan.yaml": PLAN})
    with_it = run("check", "plan.yaml", "--format", "json", *DAY, folder=folder)
    assert [one["document"] for one in json.loads(with_it.stdout)["dossiers"]] == ["överenskommelse"]
    assert with_it.returncode == 1
    alone = run("check", "plan.yaml", "--alone", *DAY, folder=folder)
    assert alone.returncode == 0 and "som åtgärdsplan för sig" in alone.stdout


def test_what_is_known_of_an_appendix_alone(tmp_path: Path) -> None:
    """The list is of the document by itself: the agreement that lists it has nothing known by it."""
    folder = write(tmp_path, {"agreement.yaml": AGREEMENT, "plan.yaml": PLAN.replace("hur:", "hurr:")})
    before = run("check", "plan.yaml", "--alone", *DAY, folder=folder)
    assert before.returncode == 1
    done = run("baseline", "plan.yaml", "--alone", *DAY, folder=folder)
    assert done.returncode == 0, done.stderr
    assert run("check", "plan.yaml", "--alone", *DAY, folder=folder).returncode == 0
    assert run("check", "plan.yaml", *DAY, folder=folder).returncode == 1


def test_only_the_document_that_is_named_is_mended(tmp_path: Path) -> None:
    slip = AGREEMENT.replace("titel:", "tittel:")
    folder = write(tmp_path, {"agreement.yaml": slip, "plan.yaml": PLAN.replace("hur:", "hurr:")})
    done = run("fix", "plan.yaml", "--alone", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "hurr:" not in (folder / "plan.yaml").read_text(encoding="utf-8")
    assert (folder / "agreement.yaml").read_text(encoding="utf-8") == slip
    run("fix", "plan.yaml", folder=folder)
    assert (folder / "agreement.yaml").read_text(encoding="utf-8") == AGREEMENT


def test_what_alone_cannot_mean(tmp_path: Path) -> None:
    folder = write(tmp_path, {"agreement.yaml": AGREEMENT, "plan.yaml": PLAN})
    for asked, says in (("agreement.yaml", "är en överenskommelse"), (".", "är en mapp"), ("finns-inte.yaml", "finns inte")):
        done = run("check", "--alone", asked, folder=folder)
        assert (done.returncode, done.stdout) == (2, "") and says in done.stderr
    done = run("check", "--alone", "--changed-files", "plan.yaml", folder=folder)
    assert done.returncode == 2 and "--alone går inte att använda" in done.stderr


def test_the_checklist_shows_what_concerns_it(tmp_path: Path) -> None:
    done = run("checklist", "löfte.yaml", *DAY, folder=write(tmp_path, {"löfte.yaml": PLEDGE}))
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0].endswith("Medborgarlöfte 2027 Älvmo") and lines[1].startswith(" ✓  7 medborgarlöfte")
    assert lines[2] == "1 uppfylld · 16 punkter gäller inte det här dokumentet"


def test_a_checklist_in_a_file_is_ours_and_may_be_replaced(tmp_path: Path) -> None:
    folder = write(tmp_path, {"plan.yaml": PLAN})
    for _ in range(2):
        done = run("checklist", "plan.yaml", "--output", "text=lista.txt", *DAY, folder=folder)
        assert (done.returncode, done.stderr) == (0, "")


def test_the_steps_show_what_concerns_it(tmp_path: Path) -> None:
    folder = write(tmp_path, {"plan.yaml": PLAN, "notat.yaml": "samverkan: 1\ntyp: dokument\ntitel: Minnesanteckningar\n"})
    done = run("steps", "plan.yaml", *DAY, folder=folder)
    assert "4 genomförande: 4 av 4 klart" in done.stdout and "Inget återstår av det som gäller dokumentet." in done.stdout
    assert "1 initiera" not in done.stdout
    assert "ingen punkt gäller det här dokumentet" in run("steps", "notat.yaml", *DAY, folder=folder).stdout


def test_the_chain_begins_where_the_document_does(tmp_path: Path) -> None:
    done = run("trace", "plan.yaml", *DAY, folder=write(tmp_path, {"plan.yaml": PLAN}))
    rows = [line.split("plan.yaml")[0].rstrip() for line in done.stdout.splitlines()[1:]]
    assert rows[0].startswith("✓ O1") and rows[1].startswith("  ✓ Å1") and rows[-1] == "4 sitter ihop"
    assert "som inte finns" not in done.stdout


def test_what_is_known_of_two_documents_in_a_folder(tmp_path: Path) -> None:
    bare = {
        "a.yaml": PLAN.replace("    hur: Två och två; passet loggas samma kväll.\n", ""),
        "b.yaml": REPORT.replace("analys:", "avsnitt: []\n#"),
    }
    folder = write(tmp_path, bare)
    assert run("check", *DAY, folder=folder).returncode == 1
    assert run("baseline", *DAY, folder=folder).returncode == 0
    assert run("check", *DAY, folder=folder).returncode == 0
    assert run("check", "a.yaml", "--no-baseline", *DAY, folder=folder).returncode == 1


def test_a_change_touches_the_document_itself_only(tmp_path: Path) -> None:
    folder = write(
        tmp_path, {"plan.yaml": PLAN, "löfte.yaml": PLEDGE, "a/agreement.yaml": AGREEMENT.replace("plan.yaml", "b.yaml"), "a/b.yaml": PLAN}
    )
    for changed, wanted in (("plan.yaml", ["plan.yaml"]), ("a/b.yaml", ["a/agreement.yaml"]), ("README.md", [])):
        done = run("check", "--changed-files", "--format", "json", changed, *DAY, folder=folder)
        assert [one["agreement"] for one in json.loads(done.stdout)["dossiers"]] == wanted


def test_a_folder_with_nothing_of_ours_says_what_there_may_be(tmp_path: Path) -> None:
    done = run("check", folder=tmp_path)
    assert done.returncode == 2
    assert "ingen överenskommelse i ., och inget annat dokument" in done.stderr and "typ: åtgärdsplan" in done.stderr
