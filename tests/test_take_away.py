"""Verdicts are derived: where a point is met, the evidence stands there, and without what is cited the verdict is another."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Cited, Report, Verdict
from samverkan_cli.checking.rule import packs
from samverkan_cli.diagnostics import Group, KeyPath, Level, Span
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Document, Mapping, Sequence, Tree
from support.packages import HUDDINGE, ROOT, TODAY, copy, judge, point

POINTS = [found for pack, _ in packs() for found in pack.points if pack.name in ("skåne-17", "samverkanshandboken")]


def _paths(tree: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(tree, Mapping):
        for key, entry in tree.entries.items():
            yield (*path, key)
            yield from _paths(entry.value, (*path, key))
    elif isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            yield (*path, index)
            yield from _paths(item, (*path, index))


def _cited_path(document: Document, span: Span) -> KeyPath:
    assert document.tree is not None
    return () if document.span(()) == span else min((path for path in _paths(document.tree) if document.span(path) == span), key=len)


def take_away(folder: Path, cited: tuple[Cited, ...]) -> None:
    """Take the cited keys and list items out of the files, and a file that is cited as a whole out of the folder."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    for file in {place.file for place in cited}:
        paths = {_cited_path(read(file, (folder / file).read_bytes()), place.span) for place in cited if place.file == file}
        if () in paths:
            (folder / file).unlink()
            continue
        content = yaml.load((folder / file).read_text(encoding="utf-8"))
        for path in sorted(paths, key=lambda path: [(isinstance(step, str), step) for step in path], reverse=True):
            home: Any = content
            for step in path[:-1]:
                home = home[step]
            del home[path[-1]]
        with (folder / file).open("w", encoding="utf-8") as stream:
            yaml.dump(content, stream)


@cache
def whole() -> Report:
    """What is said of it before anything is taken away."""
    return judge(HUDDINGE)


@pytest.mark.parametrize("code", [found.code for found in POINTS])
def test_without_what_it_cites_the_verdict_is_another(code: str, tmp_path: Path) -> None:
    folder = copy(HUDDINGE, tmp_path)
    before = point(whole(), code)
    assert before.verdict is Verdict.MET
    for place in before.evidence:
        rows = (folder / place.file).read_text(encoding="utf-8").splitlines()
        assert rows[place.span.line - 1][place.span.column - 1 : place.span.end_column - 1].strip()
    take_away(folder, before.evidence)
    # What was read may still be met by what is only said to exist: then the word is another.
    assert point(judge(folder), code).word != before.word


REAL = ROOT / "tests" / "data" / "real"
WEAKER = {Verdict.MET: {Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN}, Verdict.PARTLY: {Verdict.MISSING, Verdict.UNKNOWN}}


@pytest.mark.parametrize("name", ["alvsbyn", "arjeplog-arvidsjaur", "falun", "solvesborg", "trelleborg"])
def test_without_what_it_cites_a_real_one_is_worse(name: str, tmp_path: Path) -> None:
    """Of agreements that the rules did not grow up with: all that is met or partly met, in every pack. Without all that is cited it is worse."""
    day = TODAY.replace(year=2025)
    (dossier,) = judge(copy(REAL / name, tmp_path / "before"), day, Options()).dossiers
    held = [found for found in dossier.points if found.verdict in WEAKER]
    assert len([found for found in held if found.verdict is Verdict.MET]) >= 3
    still = []
    for found in held:
        assert found.evidence, found.code
        folder = copy(REAL / name, tmp_path / found.code)
        take_away(folder, found.evidence)
        after = point(judge(folder, day, Options()), found.code).verdict
        if after not in WEAKER[found.verdict]:
            still.append((found.code, found.verdict.value, after.value))
    assert not still


STEP_1 = """\
samverkan: 1
typ: överenskommelse
id: början
titel: Vi har börjat
{step}
parter:
  - {{id: kommun, typ: kommun, namn: Vår kommun}}
  - {{id: polis, typ: polis, namn: Vårt lokalpolisområde}}
"""
OWNERS = """\
ägare: [råd]
samverkansorganisation:
  - id: råd
    leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]
    ledamöter: [{aktör: polis, funktion: lokalpolisområdeschef}]
    möten: {minst: 4, per: år}
"""


def _write(folder: Path, text: str) -> Path:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    return folder


def _wrong_now(report: Report) -> set[str]:
    """What belongs to a step that is behind. Notes are no faults."""
    return {found.code for found in report.diagnostics if found.group is Group.NOW and found.level is not Level.NOTE}


def _judged(report: Report) -> list[tuple[str, str]]:
    """What is found, but for what the five steps ask besides: that is asked for with all steps only."""
    return [(found.code, found.message) for found in report.diagnostics if not found.code.startswith("ST")]


def test_in_the_first_step_the_rest_is_not_due(tmp_path: Path) -> None:
    """What belongs to the step is left in it, what comes later is not due; neither is wrong now, and early evidence counts."""
    report = judge(_write(tmp_path, STEP_1.format(step="pågående_steg: 1") + OWNERS), TODAY, Options())
    assert _wrong_now(report) == set()
    checklist = {found.code: found for found in report.dossiers[0].points if found.pack == "skåne-17"}
    assert checklist.pop("SK02").verdict is Verdict.MET
    assert {found.verdict for found in checklist.values()} == {Verdict.NOT_DUE}
    assert [code for code, found in checklist.items() if found.is_left] == ["SK01"]


def test_when_the_step_is_passed_it_is_due(tmp_path: Path) -> None:
    report = judge(_write(tmp_path, STEP_1.format(step="pågående_steg: 2")), TODAY, Options())
    assert _wrong_now(report) == {"SK01", "SK02"}
    assert {code for code in ("SK01", "SK02") if point(report, code).verdict is Verdict.MISSING} == {"SK01", "SK02"}
    assert point(report, "SK17").verdict is Verdict.NOT_DUE


def test_without_a_step_everything_is_judged(tmp_path: Path) -> None:
    text = STEP_1.format(step="påhittat: ja")
    report = judge(_write(tmp_path, text), TODAY, Options())
    assert _judged(report) == _judged(judge(tmp_path, TODAY, Options(all_steps=True)))
    verdicts = {found.code: found.verdict for found in report.dossiers[0].points if found.pack == "skåne-17"}
    assert set(verdicts.values()) == {Verdict.MISSING}


def test_all_steps_judges_what_is_not_due(tmp_path: Path) -> None:
    folder = _write(tmp_path, STEP_1.format(step="pågående_steg: 1"))
    everything = judge(folder, TODAY, Options(all_steps=True))
    (folder / "agreement.yaml").write_text(STEP_1.format(step="påhittat: ja"), encoding="utf-8")
    assert _judged(everything) == _judged(judge(folder, TODAY, Options()))
