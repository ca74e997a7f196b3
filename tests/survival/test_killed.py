"""Killed at any writing call, a command leaves what was or what is to be, never half of either; and the next run cleans up."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from support.counts import examples
from support.process import run

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists() or not hasattr(os, "fork"), reason="needs fork and /proc")

Tree = Mapping[str, str]
NEW = ("--yes", "--form", "kommun", "--municipality", "Malmö", "--police", "LPO Malmö", "--from", "2027-01-01")
DAY = ("--today", "2027-03-01")


class Kills:
    """What lay there before, what a whole run makes of it, and what each kill left."""

    def __init__(self, home: Path, command: tuple[str, ...], after: tuple[str, ...] | None = None, every: int = 4) -> None:
        work = home.parent / "arbete"
        work.mkdir()
        plan = {"before": str(home), "work": str(work), "command": command, "next": after or command, "every": examples(every, 1)}
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("killing.py")), json.dumps(plan)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        whole, *self.rows = map(json.loads, done.stdout.splitlines())
        self.before: Tree = whole["before"]
        self.after: Tree = whole["after"]
        assert whole["code"] in (0, 1), whole["said"]
        assert self.before != self.after, "the command writes something"
        assert len(self.rows) > 3 and self.rows[-1]["code"] is not None

    def __iter__(self) -> Iterator[Any]:
        for row in self.rows:
            assert "Traceback" not in row["said"] + row["next_said"], row
            assert not [name for name in row["at_last"] if ".samverkan-" in name and "baseline" not in name], row
            yield row

    def one_file_each(self) -> None:
        """Every file of ours is the old or the new one, and there is no other."""
        for row in self:
            left = {name: what for name, what in row["left"].items() if ".samverkan-" not in name or "baseline" in name}
            for name in {*self.before, *self.after}:
                assert left.get(name) in (self.before.get(name), self.after.get(name)), (row["number"], name)
            assert left.keys() <= {*self.before, *self.after}
            assert row["at_last"] == self.after, row["number"]


def within(tree: Tree, folder: str) -> Tree:
    return {name: what for name, what in tree.items() if name.startswith(f"{folder}/")}


@pytest.mark.parametrize("ones_own", [False, True] if os.environ.get("SAMVERKAN_LONG") else [True])
def test_render(home: Path, ones_own: bool) -> None:
    formats = ("--format", "markdown", "--format", "html", "--single")
    done = run("render", "avtal", *formats, *DAY, folder=home)
    assert done.returncode == 0, done.stderr
    if ones_own:
        (home / "paket/markdown/egen.txt").write_text("min", encoding="utf-8")
        (home / "paket/markdown/länk").symlink_to("egen.txt")
    kills = Kills(home, ("render", "avtal", *formats, "--today", "2027-04-01", "--without", "checklist"), every=9)
    for row in kills:
        for name in ("markdown", "html"):
            folder = f"paket/{name}"
            old, new, left = (within(tree, folder) for tree in (kills.before, kills.after, row["left"]))
            assert old != new
            assert left in (old, new) or folder not in row["left"], (row["number"], name)
        assert row["next_code"] == 0, row["next_said"]
        assert row["at_last"] == kills.after, row["number"]


def test_render_where_nothing_was(home: Path) -> None:
    kills = Kills(home, ("render", "avtal", "--format", "markdown", *DAY), every=9)
    for row in kills:
        left = within(row["left"], "paket/markdown")
        assert left in ({}, within(kills.after, "paket/markdown")), row["number"]
        assert row["next_code"] == 0 and row["at_last"] == kills.after, row["number"]


def test_a_refused_run_after_a_kill_undoes_it_too(home: Path) -> None:
    formats = ("--format", "markdown")
    assert run("render", "avtal", *formats, *DAY, folder=home).returncode == 0
    refused = ("render", "avtal", *formats, *DAY, "--public", "--out", "paket")
    kills = Kills(home, ("render", "avtal", *formats, "--today", "2027-04-01"), refused, every=11)
    for row in kills:
        assert row["next_code"] == 2, row["next_said"]
        assert row["at_last"] in (kills.before, kills.after), row["number"]


def test_fix(home: Path) -> None:
    shutil.copytree(home / "avtal", home / "två")
    for name in ("avtal", "två"):
        path = home / name / "agreement.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("\ntitel:", "\nTitel:"), encoding="utf-8")
    Kills(home, ("fix", ".")).one_file_each()


def test_baseline(home: Path) -> None:
    Kills(home, ("baseline", "avtal", "--all-steps", *DAY)).one_file_each()


def test_baseline_over_one_that_is_there(home: Path) -> None:
    (home / "avtal/.samverkan-baseline.json").write_text('{"version": 2, "dossiers": {"annan": [{}]}}', encoding="utf-8")
    Kills(home, ("baseline", "avtal", "--all-steps", *DAY)).one_file_each()


def test_output(home: Path) -> None:
    assert run("check", "avtal", "--today", "2027-01-01", "--output", "json=r.json", folder=home).returncode in (0, 1)
    Kills(home, ("check", "avtal", *DAY, "--all-steps", "--output", "json=r.json", "--output", "sarif=r.sarif")).one_file_each()


def test_a_new_entry(home: Path) -> None:
    kills = Kills(home, ("new", "problem", "avtal", "--yes", "--set", "namn=Otryggt torg"), ("fix", "avtal"))
    for row in kills:
        assert row["at_last"] in (kills.before, kills.after), row["number"]


@pytest.mark.parametrize("folder", ["nytt", "avtal/nytt", "a/b/nytt"])
def test_a_new_agreement(home: Path, folder: str) -> None:
    command = ("new", folder, *NEW)
    kills = Kills(home, (*command, *DAY))
    for row in kills:
        left = {
            name: what
            for name, what in row["left"].items()
            if not name.split("/")[-1].startswith(".samverkan-") and "/.samverkan-" not in f"/{name}"
        }
        assert left in (kills.before, kills.after), row["number"]
        assert row["at_last"] == kills.after, row["number"]
        assert row["next_code"] == (2 if left == kills.after else 0)


def test_a_new_agreement_with_parts(home: Path) -> None:
    command = ("new", "nytt", "--yes", "--form", "flera", "--municipality", "Malå", "--municipality", "Arjeplog", "--from", "2027-01-01")
    kills = Kills(home, (*command, *DAY))
    assert "nytt/del-2-malå/agreement.yaml" in kills.after
    for row in kills:
        left = {name: what for name, what in row["left"].items() if not name.startswith(".samverkan-")}
        assert left in (kills.before, kills.after), row["number"]
        assert row["at_last"] == kills.after, row["number"]


def test_a_new_agreement_in_a_folder_that_is_there(home: Path) -> None:
    (home / "nytt").mkdir()
    (home / "nytt" / "eget.txt").write_text("mitt", encoding="utf-8")
    kills = Kills(home, ("new", "nytt", *NEW, *DAY))
    for row in kills:
        left = {name: what for name, what in row["left"].items() if "/.samverkan-" not in name}
        assert left in (kills.before, kills.after), row["number"]
        assert row["at_last"] == kills.after, row["number"]
