"""A finding keeps its identity when lines move, lists are reordered and files are renamed."""

import datetime
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor

from samverkan_cli.checking.report import Report
from support.faults import put_in
from support.packages import HUDDINGE, ROOT, copy, judge, swap

GOLDEN = json.loads((ROOT / "tests" / "data" / "golden-fingerprints.json").read_text(encoding="utf-8"))
"""Findings and the fingerprints that they once got. Such fingerprints stand in baselines of version 1: the file is never written anew.
What a rule no longer finds is taken out, for no baseline can meet it again."""


@cache
def _prints(folder: str, today: str) -> frozenset[tuple[str, str, str | None, str]]:
    report = judge(ROOT / folder, datetime.date.fromisoformat(today))
    return frozenset((found.code, found.file, found.id, found.former_fingerprint) for found in report.diagnostics)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda one: f"{one['folder']}-{one['code']}-{one['path']}")
def test_golden_fingerprints_of_baselines_of_version_1(golden: dict[str, str]) -> None:
    assert (golden["code"], golden["file"], golden["id"], golden["fingerprint"]) in _prints(golden["folder"], golden["today"])


def test_there_are_golden_fingerprints_of_things_with_an_id_and_without() -> None:
    assert len(GOLDEN) >= 50
    assert sum(1 for one in GOLDEN if one["id"]) >= 10
    assert sum(1 for one in GOLDEN if not one["id"]) >= 10


def _broken(folder: Path) -> Path:
    package = copy(HUDDINGE, folder)
    put_in(package)
    for sentence in ("Gör kontrollerna.", "Lagar ljuset och meddelar dig när det lyser."):
        swap(package / "bilagor/4-medborgarlöfte.yaml", f"vad: {sentence}", f"vad: {sentence}, färg: blå")
    return package


def _identities(report: Report) -> Counter[tuple[str, str]]:
    assert len({found.fingerprint for found in report.diagnostics}) == len(report.diagnostics)
    return Counter((found.code, found.fingerprint) for found in report.diagnostics)


def test_moved_lines(tmp_path: Path) -> None:
    package = _broken(tmp_path)
    before = judge(package)
    for file in package.rglob("*.yaml"):
        file.write_bytes(b"# flytta ner\n" * 500 + file.read_bytes())
    after = judge(package)
    assert _identities(after) == _identities(before)
    assert all(found.span.line > 500 for found in after.diagnostics)


class _Texts(RoundTripConstructor):
    """Dates stay as they are written, also those that are in no calendar."""


_Texts.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_yaml_str)


def _reversed(value: Any) -> Any:
    if isinstance(value, list):
        value.reverse()
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _reversed(item)
    return value


def test_reordered_lists(tmp_path: Path) -> None:
    package = _broken(tmp_path)
    before = judge(package)
    yaml = YAML()
    yaml.Constructor = _Texts
    yaml.width = 10_000
    for file in ("agreement.yaml", *(f"bilagor/{path.name}" for path in (package / "bilagor").glob("3.*.yaml"))):
        content = _reversed(yaml.load((package / file).read_text(encoding="utf-8")))
        with (package / file).open("w", encoding="utf-8") as stream:
            yaml.dump(content, stream)
    after = judge(package)
    assert [found.span.line for found in after.diagnostics] != [found.span.line for found in before.diagnostics]
    assert _identities(after) == _identities(before)


def test_renamed_files(tmp_path: Path) -> None:
    package = _broken(tmp_path)
    before = judge(package)
    agreement = package / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    for file in (package / "bilagor").glob("*.yaml"):
        text = text.replace(f"bilagor/{file.name}", f"bilagor/ny-{file.name}")
        file.rename(file.with_name(f"ny-{file.name}"))
    agreement.rename(package / "överenskommelse.yaml")
    (package / "överenskommelse.yaml").write_text(text, encoding="utf-8")
    after = judge(package)
    assert _identities(after) == _identities(before)
    assert {found.file for found in after.diagnostics}.isdisjoint({found.file for found in before.diagnostics})
