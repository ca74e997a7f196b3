"""What a finding is known by is its fingerprint and never a line: it survives inserted lines, reordered lists and renamed files."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reporters.reading import failed, gitlab_issues, junit_fingerprints, junit_suites, written
from support.packages import HUDDINGE, copy, judge

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"
LOST = re.compile(r"^ +(möter_orsaker|hur): \S.*\n", re.MULTILINE)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Huddinge with many faults, in several files, several of the same rule."""
    package = copy(HUDDINGE, tmp_path)
    for file in sorted(package.glob("bilagor/3.*.yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(LOST.sub("", text), encoding="utf-8")
    return package


def identities(package: Path) -> dict[str, list[Any]]:
    """What each format knows its findings by."""
    report = judge(package)
    results = json.loads(written(report, "sarif"))["runs"][0]["results"]
    junit = [case for suite in junit_suites(written(report, "junit")) for case in suite]
    return {
        "sarif": sorted(one["partialFingerprints"]["samverkan/v1"] for one in results),
        "sarif for GitHub": sorted(one["partialFingerprints"]["primaryLocationLineHash"] for one in results),
        "gitlab": sorted(one["fingerprint"] for one in gitlab_issues(written(report, "gitlab"))),
        "junit, tests": sorted((case.classname, case.name, failed(case)) for case in junit),
        "junit, findings": sorted(junit_fingerprints(written(report, "junit"))),
        "markdown": sorted(re.findall(r"märke är (\w+)\.", written(report, "markdown"))),
    }


def insert_lines(package: Path) -> None:
    for file in sorted(package.rglob("*.yaml")):
        file.write_text("# en rad till\n" * 500 + file.read_text(encoding="utf-8"), encoding="utf-8")


def reorder_lists(package: Path) -> None:
    def turn(node: Any) -> None:
        if isinstance(node, dict):
            for value in node.values():
                turn(value)
        elif isinstance(node, list):
            for value in node:
                turn(value)
            node.reverse()

    yaml = YAML(typ="rt")
    for file in sorted(package.rglob("bilagor/*.yaml")):
        data = yaml.load(file.read_text(encoding="utf-8"))
        turn(data)
        out = io.StringIO()
        yaml.dump(data, out)
        file.write_text(out.getvalue(), encoding="utf-8")


def rename_files(package: Path) -> None:
    agreement = package / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    for file in sorted(package.glob("bilagor/*.yaml")):
        assert f"bilagor/{file.name}" in text
        text = text.replace(f"bilagor/{file.name}", f"bilagor/ny-{file.name}")
        file.rename(file.with_name(f"ny-{file.name}"))
    agreement.write_text(text, encoding="utf-8")
    agreement.rename(package / "överenskommelsen.yaml")


@pytest.mark.parametrize("change", [insert_lines, reorder_lists, rename_files], ids=lambda change: change.__name__)
def test_identities_stay(change: Callable[[Path], None], broken: Path) -> None:
    before = identities(broken)
    lines = [found.span.line for found in judge(broken).diagnostics]
    assert all(len(found) >= 10 for found in before.values())
    change(broken)
    assert identities(broken) == before
    if change is insert_lines:
        assert [found.span.line for found in judge(broken).diagnostics] == [line + 500 for line in lines]


def test_identities_are_unique(broken: Path) -> None:
    found = identities(broken)
    for name in ("sarif", "sarif for GitHub", "gitlab", "junit, tests"):
        assert len(set(found[name])) == len(found[name]), name
    assert set(found["gitlab"]) == set(found["sarif"]) == set(found["junit, findings"]) == set(found["markdown"])


def test_a_cured_fault_is_gone_and_the_others_stay(broken: Path) -> None:
    before = identities(broken)["gitlab"]
    plan = broken / PLAN
    original = (HUDDINGE / PLAN).read_text(encoding="utf-8")
    faulty = plan.read_text(encoding="utf-8")
    plan.write_text(original, encoding="utf-8")
    assert set(identities(broken)["gitlab"]) < set(before)
    plan.write_text(faulty, encoding="utf-8")
    assert identities(broken)["gitlab"] == before
