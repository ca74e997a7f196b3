"""The chain: every id once, and a link that is taken away shows where it was."""

import datetime
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from samverkan_cli.api import Options
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.sources import Sources
from samverkan_cli.project.trace import Status, trace
from support.counts import examples
from support.packages import ROOT, judge

EXAMPLES = {
    "huddinge": datetime.date(2019, 6, 1),
    "huddinge-steg-3": datetime.date(2018, 11, 1),
    "stockholm": datetime.date(2024, 6, 1),
    "stockholm/stadsdel": datetime.date(2024, 6, 1),
    "arjeplog-arvidsjaur": datetime.date(2025, 6, 1),
    "arjeplog-arvidsjaur/arjeplog": datetime.date(2025, 6, 1),
    "arjeplog-arvidsjaur/arvidsjaur": datetime.date(2025, 6, 1),
    "förvar/exempelby": datetime.date(2026, 6, 1),
}
"""Every example dossier, and a day in its time."""
JUDGED = {name: EXAMPLES[name] for name in ("huddinge", "huddinge-steg-3", "stockholm", "arjeplog-arvidsjaur")}
_LINK = re.compile(
    r"(?:^ *KEY: [^\n]*\n)|(?:KEY: (?:\[[^\]\n]*\]|[^,}\s]+), )".replace(
        "KEY", "(?:möter_orsaker|bidrar_till_mål|gäller_problem|delmål_till|gäller_åtgärder|gäller_mål)"
    ),
    re.MULTILINE,
)


def dossier(folder: Path, today: datetime.date):  # type: ignore[no-untyped-def]
    found = find_dossiers([folder / "agreement.yaml"], today, Sources(base=folder))
    assert len(found) == 1
    return found[0]


def written_ids(folder: Path, today: datetime.date) -> list[str]:
    """Every ``id:`` in the files, read by another parser."""
    found = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("id"), str):
                found.append(node["id"])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for item in node:
                walk(item)

    others = [other.parent for other in folder.rglob("agreement.yaml") if other.parent != folder]
    for path in sorted(folder.rglob("*.yaml")):
        if any(other in path.parents for other in others):
            continue
        data = YAML(typ="safe", pure=True).load(path)
        if data.get("typ") == "inställningar" or str(data.get("datum", ""))[:10] > today.isoformat():
            continue
        walk({key: value for key, value in data.items() if key not in ("id", "ersätter", "del_av", "delar", "undantag")})
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_id_once(name: str) -> None:
    made = trace(dossier(ROOT / "examples" / name, EXAMPLES[name]))
    assert sorted(link.id for link in made.links) == sorted(written_ids(ROOT / "examples" / name, EXAMPLES[name]))
    assert made.dangling == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_json_accounts_for_every_id_once(name: str) -> None:
    command = [sys.executable, "-m", "samverkan_cli", "trace", f"examples/{name}/agreement.yaml", "--today", str(EXAMPLES[name])]
    done = subprocess.run([*command, "--format", "json"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    (one,) = json.loads(done.stdout)["dossiers"]
    assert sorted(link["id"] for link in one["links"]) == sorted(written_ids(ROOT / "examples" / name, EXAMPLES[name]))


def test_both_ways_agree() -> None:
    made = trace(dossier(ROOT / "examples" / "huddinge", EXAMPLES["huddinge"]))
    ahead = {(link.id, other) for link in made.links for other in link.ahead}
    back = {(other, link.id) for link in made.links for other in link.back}
    assert ahead == back
    assert ("P1", "O1.1") in ahead


def sites() -> list[tuple[str, str, int]]:
    """Every place in the examples that holds a link of the chain: example, file, where in it."""
    found = []
    for name in JUDGED:
        for path in sorted((ROOT / "examples" / name).rglob("*.yaml")):
            if not path.name.startswith("7.") or name != "huddinge":  # Huddinge's follow-ups are not judged on that day
                text = path.read_text(encoding="utf-8")
                found += [(name, path.relative_to(ROOT / "examples" / name).as_posix(), match.start()) for match in _LINK.finditer(text)]
    return found


@cache
def said_before(name: str) -> Counter[tuple[str, str, str | None]]:
    return said(ROOT / "examples" / name, JUDGED[name])


def said(folder: Path, today: datetime.date) -> Counter[tuple[str, str, str | None]]:
    return Counter((found.code, found.file, found.id) for found in judge(folder, today, Options(all_steps=True)).diagnostics)


@pytest.mark.property
@pytest.mark.parametrize(("name", "file", "start"), sites()[:: examples(3, 1)])
def test_a_link_that_is_taken_away_is_found(tmp_path: Path, name: str, file: str, start: int) -> None:
    folder = Path(shutil.copytree(ROOT / "examples" / name, tmp_path / name))
    path = folder / file
    text = path.read_text(encoding="utf-8")
    match = _LINK.match(text, start)
    assert match is not None
    owner = re.findall(r"\bid: ([^,}\s]+)", text[:start])[-1]
    path.write_text(text[:start] + text[match.end() :], encoding="utf-8")
    new = said(folder, JUDGED[name]) - said_before(name)
    assert any(where == file and id == owner for _, where, id in new), new


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
