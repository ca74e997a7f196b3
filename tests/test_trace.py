"""The chain: every id once, and a link that is taken away shows where it was."""

import datetime
import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from packages import ROOT, judge
from samverkan_cli.check import Options
from samverkan_cli.trace import Status, trace
from samverkan_cli.workspace import Shelf, find_dossiers

EXAMPLES = {"huddinge": datetime.date(2019, 6, 1)}
LINKS = ("möter_orsaker", "bidrar_till_mål", "gäller_problem", "delmål_till", "gäller_åtgärder", "gäller_mål")


def dossier(folder: Path, today: datetime.date):  # type: ignore[no-untyped-def]
    return find_dossiers([folder], today, Shelf(base=folder))[0]


def written_ids(folder: Path, today: datetime.date) -> list[str]:
    """Every ``id:`` in the files, read by another parser."""
    found = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("id"), str) and "regel" not in node:
                found.append(node["id"])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for item in node:
                walk(item)

    for path in sorted(folder.rglob("*.yaml")):
        data = YAML(typ="safe", pure=True).load(path)
        if data.get("typ") == "inställningar" or str(data.get("datum", ""))[:10] > today.isoformat():
            continue
        walk({key: value for key, value in data.items() if key not in ("id", "ersätter", "del_av", "delar")})
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_id_once(name: str) -> None:
    made = trace(dossier(ROOT / "examples" / name, EXAMPLES[name]))
    assert sorted(link.id for link in made.links) == sorted(written_ids(ROOT / "examples" / name, EXAMPLES[name]))
    assert made.dangling == ()


def test_both_ways_agree() -> None:
    made = trace(dossier(ROOT / "examples" / "huddinge", EXAMPLES["huddinge"]))
    ahead = {(link.id, other) for link in made.links for other in link.ahead}
    back = {(other, link.id) for link in made.links for other in link.back}
    assert ahead == back
    assert ("P1", "O1.1") in ahead


def sites() -> list[tuple[str, str, int]]:
    """Every place in the example that holds a link of the chain: file, key, which one."""
    found = []
    folder = ROOT / "examples" / "huddinge"
    for path in sorted(folder.rglob("*.yaml")):
        if path.name.startswith("7."):
            continue
        text = path.read_text(encoding="utf-8")
        for key in LINKS:
            count = sum(1 for line in text.splitlines() if line.strip().startswith(f"{key}:"))
            found += [(path.relative_to(folder).as_posix(), key, number) for number in range(count)]
    return found


@pytest.mark.parametrize(("file", "key", "number"), sites())
def test_a_link_that_is_taken_away_is_found(tmp_path: Path, file: str, key: str, number: int) -> None:
    folder = Path(shutil.copytree(ROOT / "examples" / "huddinge", tmp_path / "huddinge"))
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [index for index, line in enumerate(lines) if line.strip().startswith(f"{key}:")]
    gone = places[number]
    owner = next(found[1] for line in reversed(lines[:gone]) if (found := re.search(r"\bid: ([^,}\s]+)", line)))
    del lines[gone]
    path.write_text("".join(lines), encoding="utf-8")
    report = judge(folder, EXAMPLES["huddinge"], Options(all_steps=True))
    said = [(found.code, found.file, found.id) for found in report.diagnostics]
    assert any(where == file and id == owner for _, where, id in said), said


def test_statuses(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(
        """samverkan: 1
typ: överenskommelse
problem: [{id: P1, prioritet: 1}, {id: P2, prioritet: 2}]
orsaker:
  - {id: O1, gäller_problem: [P1]}
  - {id: O2, gäller_problem: [P1]}
  - {id: O3}
mål: [{id: M1}, {id: M2}, {id: M3, delmål_till: M2}]
åtgärder:
  - {id: Å1, möter_orsaker: [O1], bidrar_till_mål: [M3]}
  - {id: Å2, möter_orsaker: [O9]}
""",
        encoding="utf-8",
    )
    made = trace(dossier(tmp_path, datetime.date(2024, 1, 1)))
    statuses = {link.id: link.status for link in made.links}
    assert statuses == {
        "P1": Status.COVERED, "P2": Status.UNCOVERED, "O1": Status.COVERED, "O2": Status.UNCOVERED, "O3": Status.ORPHAN,
        "M1": Status.ORPHAN, "M2": Status.COVERED, "M3": Status.COVERED, "Å1": Status.COVERED, "Å2": Status.ORPHAN,
    }  # fmt: skip
    assert [(one.source, one.target) for one in made.dangling] == [("Å2", "O9")]
